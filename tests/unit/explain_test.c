/* SPDX-License-Identifier: MIT */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/utf8.h"
#include "rules/rules_int.h"

/* Every rule is explained, in the order of the rule book, so that it prints. */

enum { COLUMNS = 76 }; /* of an excerpt: it is not wrapped */

#define EXPLAIN(code, ...) #code,
static const char *const of_regulation[] = {
#include "rules/explain_regulation.def"
	NULL,
};
static const char *const of_records[] = {
#include "rules/explain_records.def"
	NULL,
};
#undef EXPLAIN

static bool
is_of_regulation(const struct rule *r)
{
	return strncmp(r->message.code, "K1", 2) == 0;
}

/* Each rule of one half of the book has its row, and they stand in order. */
static void
assert_in_order(const char *const *codes, bool regulation)
{
	for (size_t i = 0; i < nrules; i++) {
		if (is_of_regulation(&rules[i]) != regulation)
			continue;
		assert_non_null(*codes);
		assert_string_equal(*codes, rules[i].message.code);
		codes++;
	}
	assert_null(*codes);
}

static void
each_rule_once_in_order(void **state)
{
	(void)state;
	assert_in_order(of_regulation, true);
	assert_in_order(of_records, false);
}

static void
assert_said(const struct words *w)
{
	for (int lang = 0; lang < LANG_MAX; lang++) {
		const char *text = words_in(w, lang);

		assert_true(text && strlen(text) > 0);
	}
}

static void
assert_fits(const char *excerpt)
{
	struct str rest = str_from(excerpt);

	while (rest.n) {
		struct str line = str_cut(rest, '\n', &rest);

		assert_true(line.n > 0);
		assert_true(utf8_count(line) <= COLUMNS);
	}
}

static void
each_says_all(void **state)
{
	(void)state;
	for (size_t i = 0; i < nrules; i++) {
		const struct explanation *x = rule_explanation(&rules[i]);

		assert_said(&x->proof);
		assert_said(&x->when);
		assert_non_null(x->mistake);
		assert_non_null(x->cure);
		assert_fits(x->mistake);
		assert_fits(x->cure);
		assert_string_not_equal(x->mistake, x->cure);
	}
}

/* Whether a rule explains another, by its row or by what that explains. */
static bool
leads_to(const struct rule *from, const struct rule *to, size_t depth)
{
	if (depth > nrules)
		return true;
	for (const struct cause *k = from->explains; k->row != ROW_MAX; k++) {
		if (rule_row(k->row) == to ||
		    leads_to(rule_row(k->row), to, depth + 1))
			return true;
	}
	return false;
}

/* Else two findings might each leave it to the other to speak. */
static void
no_rule_explains_itself(void **state)
{
	(void)state;
	for (size_t i = 0; i < nrules; i++)
		assert_false(leads_to(&rules[i], &rules[i], 0));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(each_rule_once_in_order),
		cmocka_unit_test(each_says_all),
		cmocka_unit_test(no_rule_explains_itself),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
