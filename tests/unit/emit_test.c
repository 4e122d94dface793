/* SPDX-License-Identifier: MIT */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/arena.h"
#include "emit/emit.h"

static const struct message votes = {
	.code = "K312",
	.name = "votes-attendance",
	.severity = SEV_ERROR,
	.text = WORDS("votes recorded: %1", "голосов: %1", "добуш: %1"),
	.help = WORDS(
	    "correct the votes", "исправьте голоса", "добуштарды оңдоңуз"),
};

struct desk {
	struct arena a;
	struct diags d;
};

static int
desk_open(void **state)
{
	struct desk *k = test_malloc(sizeof(*k));

	arena_init(&k->a);
	diags_init(&k->d, &k->a);
	*state = k;
	return 0;
}

static int
desk_close(void **state)
{
	struct desk *k = *state;

	arena_done(&k->a);
	test_free(k);
	return 0;
}

/* Adds a finding on the first `word` of a file. */
static struct diag *
add(struct desk *k, const char *text, const char *word)
{
	const struct source *s = source_from(
	    &k->a, STR("2025-2026/02-2025-12-24.md"), str_from(text));
	size_t at = str_find(s->text, str_from(word));

	assert_true(at != SIZE_MAX);
	return diag_add(&k->d, &votes, source_span(s, at, strlen(word)),
	    ARGS(arg_number(&k->a, 6)));
}

static const char *
printed(struct desk *k, const char *format, enum lang lang, bool colour)
{
	struct emit_options o = { colour, SEV_ERROR };
	struct emit_batch batch = { lang, STR("") };
	char *text = ARENA_ARRAY(&k->a, char, 8192);
	FILE *f = tmpfile();

	assert_non_null(f);

	struct emitter *p = emit_begin(f, &k->a, str_from(format), &o);

	emit_findings(p, &k->d, &batch);
	assert_true(emit_end(p, 0));
	rewind(f);
	text[fread(text, 1, 8191, f)] = '\0';
	fclose(f);
	return text;
}

static void
test_silent(void **state)
{
	assert_string_equal(printed(*state, "human", LANG_KY, false), "");
	assert_string_equal(printed(*state, "short", LANG_KY, false), "");
	assert_string_equal(printed(*state, "jsonl", LANG_KY, false), "");
}

static void
test_human(void **state)
{
	struct diag *g = add(*state, "a\n\tмакул 6, каршы 0\n", "макул 6");

	g->clause = STR("5.1");
	g->clause_text = STR("Ар бир чейректе.");
	g->related = g->at;
	g->fix = STR("макул 5");
	assert_string_equal(printed(*state, "human", LANG_EN, false),
	    "2025-2026/02-2025-12-24.md:2:2: error K312: votes recorded: 6\n"
	    "  |\n"
	    "2 |  макул 6, каршы 0\n"
	    "  |  ^^^^^^^\n"
	    "  = clause 5.1: «Ар бир чейректе.»\n"
	    "  = see: 2025-2026/02-2025-12-24.md:2:2\n"
	    "  = write: макул 5\n"
	    "  = help: correct the votes\n"
	    "1 error.\n");
	assert_string_equal(printed(*state, "human", LANG_KY, false),
	    "2025-2026/02-2025-12-24.md:2:2: ката K312: добуш: 6\n"
	    "  |\n"
	    "2 |  макул 6, каршы 0\n"
	    "  |  ^^^^^^^\n"
	    "  = пункт 5.1: «Ар бир чейректе.»\n"
	    "  = караңыз: 2025-2026/02-2025-12-24.md:2:2\n"
	    "  = мындай жазыңыз: макул 5\n"
	    "  = сунуш: добуштарды оңдоңуз\n"
	    "каталар: 1.\n");
}

/* A mark that draws on the letter before it takes no column, an ideograph
 * takes two. */
static void
test_columns(void **state)
{
	add(*state, "а\xCC\x81\xE4\xB8\xADм каршы\n", "каршы");
	assert_non_null(strstr(
	    printed(*state, "human", LANG_EN, false), "  |      ^^^^^\n"));
}

static void
test_long_line(void **state)
{
	char line[1024] = "";

	for (int i = 0; i < 50; i++)
		strcat(line, "бир ");
	strcat(line, "каршы ");
	for (int i = 0; i < 50; i++)
		strcat(line, "эки ");
	add(*state, line, "каршы");

	const char *text = printed(*state, "human", LANG_EN, false);
	const char *excerpt = strstr(text, "1 | …");
	const char *caret = strstr(text, "^^^^^\n");

	assert_non_null(excerpt);
	assert_non_null(caret);
	assert_non_null(strstr(excerpt, "…\n  |"));
	/* 33 columns before the caret, and the dots. */
	while (caret[-1] == ' ')
		caret--;
	assert_int_equal(strcspn(caret, "^"), 1 + 34);
}

static void
test_waived(void **state)
{
	struct desk *k = *state;
	struct diag *g = add(k, "макул 6\n", "макул");

	diag_waive(&k->d, g, STR("Карантин"));
	assert_string_equal(printed(k, "short", LANG_EN, false),
	    "2025-2026/02-2025-12-24.md:1:1: error K312: votes recorded: 6"
	    " (waived: Карантин)\n");
	assert_non_null(
	    strstr(printed(k, "human", LANG_EN, false), "\n1 waived.\n"));
	assert_string_equal(printed(k, "github", LANG_EN, false), "");
}

static void
test_hostile(void **state)
{
	struct desk *k = *state;
	const struct source *s =
	    source_from(&k->a, STR("a\033[31m,b:\xFF.md"), STR("x\n"));

	diag_add(&k->d, &votes, source_span(s, 0, 1),
	    ARGS(arg_str(STR("6\xE2\x80\xAE%\n"))));
	assert_null(strchr(printed(k, "human", LANG_EN, false), '\033'));
	assert_string_equal(printed(k, "github", LANG_EN, false),
	    "::error file=a\xEF\xBF\xBD[31m%2Cb%3A\xEF\xBF\xBD.md,line=1,"
	    "endLine=1,col=1,endColumn=2,title=K312::votes recorded: "
	    "6\xEF\xBF\xBD%25\xEF\xBF\xBD%0Acorrect the votes\n");
}

static void
test_json(void **state)
{
	add(*state, "x макул\n", "макул");
	assert_string_equal(printed(*state, "jsonl", LANG_RU, true),
	    "{\"code\":\"K312\",\"name\":\"votes-attendance\","
	    "\"level\":\"error\",\"path\":\"2025-2026/02-2025-12-24.md\","
	    "\"line\":1,\"col\":3,\"end_line\":1,\"end_col\":8,"
	    "\"message\":\"голосов: 6\",\"help\":\"исправьте голоса\","
	    "\"fingerprint\":\"2efbd9ccd49c977a\"}\n");
}

/* Alike but for their place, they are still two. */
static void
test_fingerprints(void **state)
{
	add(*state, "x макул\n", "макул");

	const char *one =
	    strstr(printed(*state, "json", LANG_RU, true), "fingerprint");
	struct diag first = ((struct desk *)*state)->d.list.at[0];
	struct diag *second = add(*state, "x макул\n", "x");

	second->at.src = first.at.src;

	const char *both = printed(*state, "json", LANG_KY, false);
	const char *a = strstr(both, "fingerprint");
	const char *b = strstr(a + 1, "fingerprint");

	assert_memory_equal(one, a, 32);
	assert_memory_not_equal(a, b, 32);
}

/* What XML 1.0 has no place for is replaced or dropped, what it would obey
 * escaped. */
static void
test_junit(void **state)
{
	struct desk *k = *state;
	struct diag *g = add(k, "x макул\n", "макул");

	g->record = STR("2025-2026");
	g->args[0] = arg_str(STR("<6> & \"7\"\x01\xEF\xBF\xBE"));
	*LIST_ADD(&k->a, &k->d.judged) = (struct judged){ &votes, g->record };
	*LIST_ADD(&k->a, &k->d.judged) =
	    (struct judged){ &votes, STR("02.md") };

	const char *text = printed(k, "junit", LANG_EN, false);

	assert_non_null(strstr(text,
	    "<testsuites name=\"kengesh\" tests=\"2\" failures=\"1\""
	    " errors=\"0\" skipped=\"0\" time=\"0\">\n"));
	assert_non_null(strstr(text,
	    "message=\"votes recorded: &lt;6&gt; &amp; &quot;7&quot;"
	    "\xEF\xBF\xBD\">"));
	assert_non_null(strstr(text,
	    "<testcase classname=\"02\" name=\"K312 votes-attendance\""
	    " time=\"0\"/>"));
	g->waived = STR("Карантин");
	assert_non_null(strstr(printed(k, "junit", LANG_EN, false),
	    "<skipped message=\"Карантин\">"));
}

/* A file that nobody could read is the tool's failure, not the record's. */
static void
test_junit_error(void **state)
{
	struct desk *k = *state;
	struct source *s = source_absent(&k->a, STR("plan.yaml"));

	s->state = SOURCE_SYSTEM;
	diag_add(
	    &k->d, &votes, source_span(s, 0, 0), ARGS(arg_number(&k->a, 1)));
	assert_non_null(strstr(printed(k, "junit", LANG_EN, false),
	    "<error type=\"error\" message=\"votes recorded: 1\">"));
}

/* GitHub takes 1 MiB from a step: what does not fit is counted. */
static void
test_markdown_ends(void **state)
{
	struct desk *k = *state;
	enum { FINDINGS = 20000, TAIL = 40 };

	FILE *f = tmpfile();
	struct emit_options o = { false, SEV_ERROR };
	struct emit_batch batch = { LANG_EN, STR("") };
	char tail[TAIL + 1];

	for (size_t i = 0; i < FINDINGS; i++)
		add(k, "x |макул`\n", "макул");
	assert_non_null(f);

	struct emitter *p = emit_begin(f, &k->a, STR("markdown"), &o);

	emit_findings(p, &k->d, &batch);
	assert_true(emit_end(p, 0));
	assert_in_range(ftell(f), 1000 * 1024, 1024 * 1024 - 1);
	assert_int_equal(fseek(f, -TAIL, SEEK_END), 0);
	tail[fread(tail, 1, TAIL, f)] = '\0';
	assert_non_null(strstr(tail, " more; `kengesh check` shows all\n"));
	fclose(f);
}

int
main(void)
{
#define TEST(f) cmocka_unit_test_setup_teardown(f, desk_open, desk_close)
	const struct CMUnitTest tests[] = {
		TEST(test_silent),
		TEST(test_human),
		TEST(test_columns),
		TEST(test_long_line),
		TEST(test_waived),
		TEST(test_hostile),
		TEST(test_json),
		TEST(test_fingerprints),
		TEST(test_junit),
		TEST(test_junit_error),
		TEST(test_markdown_ends),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
