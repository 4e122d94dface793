/* SPDX-License-Identifier: MIT */
/*
 * What a remedy tells a clerk to write is a word that the reader knows: all
 * that stands in «…» or between backticks, in every language, as a heading, a
 * key, a closed word, or a key and its value.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/arena.h"
#include "reader/reader_int.h"
#include "rules/rules.h"

static struct arena a;
static const struct lexicon *lexicon;

/* Quoted, and no word of records: commands, wording, a name to be put in. */
static const char *const others[] = { "kengesh rule", "эске алынсын",
	"принять к сведению" };
static const char *const names[] = { "NAME", "ИМЯ", "АТЫ", "REASON", "ПРИЧИНА",
	"СЕБЕБИ", "N", "...", "…" };

static int
open_lexicon(void **state)
{
	(void)state;
	arena_init(&a);
	lexicon = lexicon_new(&a);
	return 0;
}

static int
close_lexicon(void **state)
{
	(void)state;
	arena_done(&a);
	return 0;
}

static bool
is_among(const char *const *l, size_t n, struct str s)
{
	for (size_t i = 0; i < n; i++) {
		if (str_eq(s, str_from(l[i])))
			return true;
	}
	return false;
}
#define IS_AMONG(l, s) is_among(l, sizeof(l) / sizeof(*(l)), s)

/* Whether a word may stand in one of these places, without a slip. */
static bool
is_word(struct str s, int from, int end)
{
	for (int in = from; in < end; in++) {
		struct str right;

		if (lexicon_find(lexicon, (enum place_of_word)in, s, &right) &&
		    !right.n)
			return true;
	}
	return false;
}

/* A word, a number, or several with commas, perhaps in [...]. */
static bool
is_value(struct str s)
{
	struct str rest = s;
	int number;

	if (str_starts(s, STR("[")) && str_ends(s, STR("]")))
		rest = str_head(str_skip(s, 1), s.n - 2);
	while (rest.n) {
		struct str one = str_trim(str_cut(rest, ',', &rest));

		if (!IS_AMONG(names, one) && !str_number(one, &number) &&
		    !is_word(one, IN_SECTIONS + 1, IN_MAX))
			return false;
	}
	return true;
}

static bool
is_known(struct str quoted)
{
	struct str value, key = str_cut(quoted, ':', &value);

	if (IS_AMONG(others, quoted))
		return true;
	if (str_starts(quoted, STR("### ")))
		return is_word(
		    str_skip(quoted, 4), IN_SECTIONS, IN_SECTIONS + 1);
	if (key.n == quoted.n)
		return is_word(quoted, 0, IN_MAX);
	return is_word(key, 0, IN_LAST_KEY + 1) && is_value(str_trim(value));
}

/* The next part of *rest between two marks; false where there is none. */
static bool
next_quoted(
    struct str *out, struct str *rest, struct str opens, struct str closes)
{
	size_t from = str_find(*rest, opens);

	if (from == SIZE_MAX)
		return false;
	*out = str_skip(*rest, from + opens.n);

	size_t n = str_find(*out, closes);

	assert_true(n != SIZE_MAX);
	*rest = str_skip(*out, n + closes.n);
	*out = str_head(*out, n);
	return true;
}

/* Looks at each quoted word of a catalogue's remedies; how many those are. */
static size_t
look_at(const struct message *const *list)
{
	static const struct str marks[][2] = {
		{ STR_INIT("«"), STR_INIT("»") },
		{ STR_INIT("`"), STR_INIT("`") },
	};
	size_t n = 0;

	for (size_t i = 0; list[i]; i++) {
		for (size_t k = 0; k < LANG_MAX * 2; k++) {
			struct str rest = str_from(words_in(
			    &list[i]->help, (enum lang)(k % LANG_MAX)));
			const struct str *m = marks[k / LANG_MAX];
			struct str quoted;

			for (; next_quoted(&quoted, &rest, m[0], m[1]); n++) {
				if (!is_known(quoted))
					fail_msg("%s: no word of records: %s",
					    list[i]->code,
					    str_cstr(&a, quoted));
			}
		}
	}
	return n;
}

static void
every_word_of_a_rules_remedy_is_known(void **state)
{
	(void)state;
	assert_true(look_at(rules_messages) > 80);
}

static void
every_word_of_a_readers_remedy_is_known(void **state)
{
	(void)state;
	assert_true(look_at(reader_messages) > 5);
}

/* The test itself tells a word from none. */
static void
what_nobody_knows_is_told(void **state)
{
	(void)state;
	assert_true(is_known(STR("талап: [жылдын жыйынтыгы]")));
	assert_false(is_known(STR("талап: жыйынтык")));
	assert_false(is_known(STR("талаптык: планды бекитүү")));
	assert_false(is_known(STR("### Добуштук")));
	assert_false(is_known(STR("узартуу")));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_word_of_a_rules_remedy_is_known),
		cmocka_unit_test(every_word_of_a_readers_remedy_is_known),
		cmocka_unit_test(what_nobody_knows_is_told),
	};

	return cmocka_run_group_tests(tests, open_lexicon, close_lexicon);
}
