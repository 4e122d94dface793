/* SPDX-License-Identifier: MIT */
/* The table of the names that templates and report.md may use. */
#include <string.h>

#include "test.h"
#include "view/view.h"
#include "words/words.h"

static void
names_are_unique_in_their_scope(void **state)
{
	(void)state;
	for (const struct view_name *x = view_names; x->name; x++) {
		for (const struct view_name *y = x + 1; y->name; y++)
			assert_false(strcmp(x->scope, y->scope) == 0 &&
				     strcmp(x->name, y->name) == 0);
		assert_string_equal(
		    view_name_find(x->scope, str_from(x->name))->name, x->name);
	}
}

static void
scopes_stand_together(void **state)
{
	(void)state;
	for (const struct view_name *x = view_names; x->name; x++) {
		const struct view_name *y = x + 1;

		while (y->name && strcmp(y->scope, x->scope) == 0)
			y++;
		for (; y->name; y++)
			assert_string_not_equal(y->scope, x->scope);
	}
}

static bool
is_scope(const char *name)
{
	for (const struct view_name *x = view_names; x->name; x++) {
		if (strcmp(x->scope, name) == 0)
			return true;
	}
	return false;
}

static void
lists_and_groups_name_a_scope(void **state)
{
	(void)state;
	for (const struct view_name *x = view_names; x->name; x++) {
		bool holds = x->kind == VALUE_LIST || x->kind == VALUE_GROUP;

		assert_int_equal(holds, x->of != NULL);
		assert_true(!holds || is_scope(x->of));
		for (int lang = 0; lang < LANG_MAX; lang++)
			assert_true(*words_in(&x->help, lang));
	}
}

static void
no_name_hides_one_that_every_paper_has(void **state)
{
	(void)state;
	for (const struct view_name *x = view_names; x->name; x++) {
		if (strcmp(x->scope, "paper") != 0)
			continue;
		for (int i = 0; i < PAPER_MAX; i++)
			assert_ptr_equal(
			    view_name_find(paper_names[i], str_from(x->name)),
			    x);
		assert_null(view_name_find("item", str_from(x->name)));
	}
}

static void
forms_are_known(void **state)
{
	static const struct {
		enum value_kind kind;
		const char *form;
		bool known;
	} rows[] = {
		{ VALUE_DATE, "until", true },
		{ VALUE_DATE, "genitive", false },
		{ VALUE_PERSON, "word", true },
		{ VALUE_BODY, "genitive.capitals", true },
		{ VALUE_BODY, "genitive.dative", false },
		{ VALUE_LIST, "many", true },
		{ VALUE_TEXT, "capitals", false },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++)
		assert_int_equal(
		    view_form_known(rows[i].kind, str_from(rows[i].form)),
		    rows[i].known);
}

static const char *
report_name(const char *written)
{
	struct str right;
	const struct word *w =
	    word_find(IN_REPORT_NAMES, str_from(written), &right);

	return w ? w->name : "";
}

static void
figures_of_a_report_have_words_in_each_language(void **state)
{
	static const struct {
		const char *word, *name;
	} rows[] = {
		{ "отурумдар", "sessions" },
		{ "Заседания", "sessions" },
		{ "sessions", "sessions" },
		{ "мооноту откондор", "overdue-table" },
		{ "tasks in time", "tasks-in-time" },
		{ "үлүшү", "share" },
		{ "body", "" },
		{ "тексти", "" },
		{ "", "" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++)
		assert_string_equal(report_name(rows[i].word), rows[i].name);
	for (const struct view_name *x = view_names; x->name; x++) {
		bool figure = x->kind == VALUE_NUMBER || x->kind == VALUE_PROSE;

		if (figure && (strcmp(x->scope, "report") == 0 ||
				  strcmp(x->scope, "tasks") == 0))
			assert_string_equal(report_name(x->name), x->name);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(names_are_unique_in_their_scope),
		cmocka_unit_test(scopes_stand_together),
		cmocka_unit_test(lists_and_groups_name_a_scope),
		cmocka_unit_test(no_name_hides_one_that_every_paper_has),
		cmocka_unit_test(forms_are_known),
		cmocka_unit_test(
		    figures_of_a_report_have_words_in_each_language),
	};

	return cmocka_run_group_tests(tests, open_arena, close_arena);
}
