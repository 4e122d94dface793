/* SPDX-License-Identifier: MIT */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/arena.h"
#include "base/utf8.h"
#include "reader/reader_int.h"

static struct arena a;
static const struct lexicon *lexicon;

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

/* Calls `look` with every spelling of every word. */
static void
each_spelling(void (*look)(const struct word *, struct str))
{
	for (const struct word *w = word_table; w->name; w++) {
		for (size_t lang = 0; lang < LANG_MAX; lang++) {
			struct str rest = str_from(w->spellings[lang]);

			while (rest.n)
				look(w, str_cut(rest, '|', &rest));
		}
	}
}

static void
every_word_is_in_every_language(void **state)
{
	(void)state;
	for (const struct word *w = word_table; w->name; w++) {
		assert_true(w->in != 0);
		for (enum lang lang = 0; lang < LANG_MAX; lang++) {
			if (!word_first(w, lang).n)
				fail_msg("%s lacks language %d", w->name, lang);
		}
	}
}

/* In one place, no spelling means two things, also with lost letters. */
static void
means_one_thing(const struct word *w, struct str s)
{
	struct str folded = text_folded(&a, s);

	for (const struct word *o = word_table; o->name; o++) {
		if (o == w || !(o->in & w->in))
			continue;
		for (size_t lang = 0; lang < LANG_MAX; lang++) {
			struct str rest = str_from(o->spellings[lang]);

			while (rest.n) {
				struct str t = str_cut(rest, '|', &rest);

				if (str_eq(folded, text_folded(&a, t)))
					fail_msg("%s and %s: " STR_FMT, w->name,
					    o->name, STR_ARG(s));
			}
		}
	}
}

static void
no_spelling_means_two_things(void **state)
{
	(void)state;
	each_spelling(means_one_thing);
}

static void
finds_itself(const struct word *w, struct str s)
{
	struct str right;

	for (enum place_of_word in = 0; in < IN_MAX; in++) {
		if (!(w->in >> in & 1))
			continue;
		if (lexicon_find(lexicon, in, s, &right) != w || right.n)
			fail_msg(
			    "%s is not found: " STR_FMT, w->name, STR_ARG(s));
		s = utf8_uppered(&a, s);
	}
}

static void
every_spelling_is_found(void **state)
{
	(void)state;
	each_spelling(finds_itself);
}

static void
assert_finds(enum place_of_word in, const char *written, const char *name,
    const char *proper)
{
	struct str right;
	const struct word *w =
	    lexicon_find(lexicon, in, str_from(written), &right);

	if (!name) {
		assert_null(w);
		return;
	}
	assert_non_null(w);
	assert_string_equal(w->name, name);
	assert_string_equal(str_cstr(&a, right), proper);
}

static void
lost_letters_are_found_with_the_right_spelling(void **state)
{
	(void)state;
	assert_finds(IN_DECISION, "мооноту", "due", "мөөнөтү");
	assert_finds(
	    IN_SECTIONS, "чыгып суйлогондор", "spoke", "чыгып сүйлөгөндөр");
	/* Latin o and p among Cyrillic letters. */
	assert_finds(IN_SESSION, "oрду", "place", "орду");
	assert_finds(IN_MEMBER, "poль", "role", "роль");
}

static void
case_spaces_and_dots_are_free(void **state)
{
	(void)state;
	assert_finds(IN_SESSION, "Кеч-келди", "late", "");
	assert_finds(IN_SESSION, "приглашенные", "invited", "");
	assert_finds(IN_MEMBER, "м. а.", "acting", "");
	assert_finds(IN_COUNCIL, "name_style", "name-style", "");
}

static void
a_word_of_another_place_is_none(void **state)
{
	(void)state;
	assert_finds(IN_SESSION, "жооптуу", NULL, "");
	assert_finds(IN_SECTIONS, "баяндамачы", NULL, "");
}

static void
the_nearest_is_suggested(void **state)
{
	struct str right;
	const struct word *w;

	(void)state;
	w = word_near(&a, IN_ITEM, STR("баяндмачы"), 2, &right);
	assert_string_equal(w->name, "reporter");
	assert_true(str_eq(right, STR("баяндамачы")));
	assert_null(word_near(&a, IN_ITEM, STR("бюджет"), 2, &right));
}

static void
distance_counts_letters(void **state)
{
	(void)state;
	assert_int_equal(text_distance(STR("кеңеш"), STR("кенеш"), 3), 1);
	assert_int_equal(text_distance(STR("план"), STR("пландар"), 3), 3);
	assert_int_equal(text_distance(STR("план"), STR("пландар"), 2), 3);
	assert_int_equal(text_distance(STR(""), STR("аб"), 5), 2);
	assert_int_equal(text_distance(STR(""), STR("аб"), 1), 2);
	assert_int_equal(text_distance(STR(""), STR("абвг"), 1), 2);
	assert_int_equal(text_distance(STR("абвг"), STR(""), 1), 2);
}

/* Each key of each table has its word, and each word of a place its row. */
static void
tables_and_words_agree(void **state)
{
	struct field_text f;
	size_t n = 0;

	(void)state;
	for (; reader_field(&f, n); n++) {
		if (!f.words[LANG_KY])
			fail_msg("%s: the key %s has no word in "
				 "src/words/keys.def",
			    f.file, f.key);
		assert_true(*f.words[LANG_KY]);
		assert_true(*words_in(&f.help, LANG_EN) &&
			    *words_in(&f.help, LANG_RU) &&
			    *words_in(&f.help, LANG_KY));
	}
	for (const struct word *w = word_table; w->name; w++) {
		for (int in = 0; in <= IN_LAST_KEY; in++) {
			if (w->in >> in & 1 && in != IN_WORDING)
				n--;
		}
	}
	assert_int_equal(n, 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_word_is_in_every_language),
		cmocka_unit_test(no_spelling_means_two_things),
		cmocka_unit_test(every_spelling_is_found),
		cmocka_unit_test(
		    lost_letters_are_found_with_the_right_spelling),
		cmocka_unit_test(case_spaces_and_dots_are_free),
		cmocka_unit_test(a_word_of_another_place_is_none),
		cmocka_unit_test(the_nearest_is_suggested),
		cmocka_unit_test(distance_counts_letters),
		cmocka_unit_test(tables_and_words_agree),
	};

	return cmocka_run_group_tests(tests, open_lexicon, close_lexicon);
}
