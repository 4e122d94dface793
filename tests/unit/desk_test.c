/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "desk/desk.h"
#include "test.h"

/* The school of the cases, opened with texts laid over its files. */

#define ROOT    "tests/base"
#define SESSION "2025-2026/01-2025-09-05.md"
#define NEW     "2025-2026/05-2026-06-10.md"

static const struct date today = { 2026, 9, 15 };
static struct desk desk;

static int
open_desk(void **state)
{
	open_arena(state);
	desk_open(&desk, &a, lexicon_new(&a), today);
	return 0;
}

static int
close_desk(void **state)
{
	desk_close(&desk);
	return close_arena(state);
}

static void
lay(struct overlay *o, const char *path, struct str bytes)
{
	*LIST_ADD(&a, o) = (struct overlay_text){ str_from(path), bytes };
}

/* A file of the school in which one text stands for another. */
static struct str
edited(const char *path, const char *from, const char *to)
{
	struct str s = source_read(&a, ROOT, str_from(path))->text;
	size_t i = str_find(s, str_from(from));

	assert_true(i < s.n);
	return str_printf(&a, STR_FMT "%s" STR_FMT, STR_ARG(str_head(s, i)), to,
	    STR_ARG(str_skip(s, i + strlen(from))));
}

static size_t
count(const struct opened *s, const char *code, const char *path)
{
	size_t n = 0;

	for (size_t i = 0; i < s->found.list.n; i++) {
		const struct diag *g = &s->found.list.at[i];

		n += strcmp(g->message->code, code) == 0 &&
		     str_eq(g->at.src->path, str_from(path));
	}
	return n;
}

static void
open_school(struct opened *s, const struct overlay *o)
{
	desk_open_school(s, &desk, &a, ROOT, o);
	desk_try(s);
}

static void
test_no_overlay(void **state)
{
	struct overlay empty = { 0 };
	struct opened without, with;

	(void)state;
	open_school(&without, NULL);
	open_school(&with, &empty);
	assert_int_equal(without.found.list.n, 0);
	assert_int_equal(with.found.list.n, 0);
	assert_int_equal(without.school->years.at[0]->sessions.n, 4);
}

static void
test_text_changes_findings(void **state)
{
	struct overlay o = { 0 };
	struct opened s;

	(void)state;
	lay(&o, SESSION, edited(SESSION, "start: 15:00", "start: 25:00"));
	open_school(&s, &o);
	assert_int_equal(s.found.list.n, 1);
	assert_int_equal(count(&s, "K041", SESSION), 1);
	assert_int_equal(s.unread, 1);
}

/* What is laid over is looked at as what a file has is. */
static void
test_bytes_are_checked(void **state)
{
	struct overlay o = { 0 };
	struct opened s;

	(void)state;
	lay(&o, SESSION, (struct str){ "---\n\xff\n", 6 });
	lay(&o, "2025-2026/plan.yaml",
	    edited("2025-2026/plan.yaml", "\n", "\r\n"));
	open_school(&s, &o);
	assert_int_equal(count(&s, "K001", SESSION), 1);
	assert_int_equal(s.unread, 1);
}

static void
test_new_files_are_seen(void **state)
{
	struct overlay o = { 0 };
	struct opened s;

	(void)state;
	lay(&o, NEW, STR("---\nstatus: planned\n---\n"));
	lay(&o, "2026-2027/calendar.yaml", STR(""));
	lay(&o, "2026-2027/drafts/01-2026-09-05.md", STR(""));
	lay(&o, "notes.md", STR(""));
	open_school(&s, &o);
	assert_int_equal(s.school->years.n, 2);
	assert_int_equal(s.school->years.at[0]->sessions.n, 5);
	assert_int_equal(
	    count(&s, "K234", "2026-2027/drafts/01-2026-09-05.md"), 1);
}

static bool
says(const struct blocks *blocks, struct str text)
{
	for (size_t i = 0; i < blocks->n; i++) {
		const struct block *k = &blocks->at[i];

		for (size_t r = 0; r < k->runs.n; r++) {
			if (str_find(k->runs.at[r].s, text) != SIZE_MAX)
				return true;
		}
		if (says(&k->kids, text))
			return true;
	}
	return false;
}

static const struct paper *
minutes_of(struct papers *papers, const struct opened *s)
{
	view_papers(papers, &a, s->school, today);
	for (size_t i = 0; i < papers->n; i++) {
		const struct paper *p = &papers->at[i];

		if (p->kind == PAPER_MINUTES &&
		    str_eq(p->session->source->path, STR(SESSION)))
			return p;
	}
	return NULL;
}

/* Sets the minutes; whether they say this. */
static bool
minutes_say(struct paper_file *file, const struct overlay *o, struct str text)
{
	struct opened s;
	struct papers papers;
	struct document doc;
	struct diags d;

	open_school(&s, o);
	diags_init(&d, &a);

	const struct paper *p = minutes_of(&papers, &s);

	assert_non_null(p);
	assert_int_equal(desk_paper(file, &a, &s, &papers, p, 0, &d), DESK_SET);
	assert_true(desk_fill(&doc, &a, &s, p, view_paper(&a, p), &d));
	assert_int_equal(d.count[SEV_ERROR], 0);
	return says(&doc.blocks, text);
}

static void
test_paper_has_the_text(void **state)
{
	struct overlay o = { 0 };
	struct paper_file saved, unsaved;

	(void)state;
	lay(&o, SESSION, edited(SESSION, "Бекитилген план", "Жазылган план"));
	assert_false(minutes_say(&saved, NULL, STR("Жазылган план")));
	assert_true(minutes_say(&unsaved, &o, STR("Жазылган план")));
	assert_false(str_eq(saved.bytes, unsaved.bytes));
}

static void
test_template_is_laid_over(void **state)
{
	struct overlay o = { 0 };
	struct paper_file file;
	struct opened s;

	(void)state;
	lay(&o, "templates/ky/minutes.md",
	    str_printf(&a, STR_FMT "\nӨзүбүздүкү\n",
		STR_ARG(template_builtin("minutes", LANG_KY))));
	assert_true(minutes_say(&file, &o, STR("Өзүбүздүкү")));
	o.at[0].bytes = STR("# {{жокчу}}\n");
	open_school(&s, &o);
	assert_int_equal(count(&s, "K921", "templates/ky/minutes.md"), 1);
	assert_int_equal(s.unfit, 1);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_no_overlay),
		cmocka_unit_test(test_text_changes_findings),
		cmocka_unit_test(test_bytes_are_checked),
		cmocka_unit_test(test_new_files_are_seen),
		cmocka_unit_test(test_paper_has_the_text),
		cmocka_unit_test(test_template_is_laid_over),
	};

	return cmocka_run_group_tests(tests, open_desk, close_desk);
}
