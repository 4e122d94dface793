/* SPDX-License-Identifier: MIT */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "doc/sheet.h"

/* What may be asked of a sheet, and the nearest that may not. */

typedef bool read_setting(struct sheet_change *out, struct str s);

/* What comes of it, or -1. */
static int
asked(read_setting *read, const char *s)
{
	struct sheet_change c = { 0 };

	if (!read(&c, str_from(s)))
		return -1;
	return c.size ? c.size : c.leading ? c.leading : c.row;
}

static void
test_size(void **state)
{
	(void)state;
	assert_int_equal(asked(sheet_size, "6"), PT(6));
	assert_int_equal(asked(sheet_size, "36"), PT(36));
	assert_int_equal(asked(sheet_size, "36.000"), PT(36));
	assert_int_equal(asked(sheet_size, "12.25"), PT(12.25));
	assert_int_equal(asked(sheet_size, "12,125"), PT(12.125));
	assert_int_equal(asked(sheet_size, "5.999"), -1);
	assert_int_equal(asked(sheet_size, "36.001"), -1);
	assert_int_equal(asked(sheet_size, "12.1255"), -1);
	assert_int_equal(asked(sheet_size, "12."), -1);
	assert_int_equal(asked(sheet_size, ".5"), -1);
	assert_int_equal(asked(sheet_size, "-12"), -1);
	assert_int_equal(asked(sheet_size, "12pt"), -1);
	assert_int_equal(asked(sheet_size, "1012"), -1);
	assert_int_equal(asked(sheet_size, ""), -1);
}

static void
test_leading(void **state)
{
	(void)state;
	assert_int_equal(asked(sheet_leading, "80"), 80);
	assert_int_equal(asked(sheet_leading, "300"), 300);
	assert_int_equal(asked(sheet_leading, "0.8"), 80);
	assert_int_equal(asked(sheet_leading, "1,15"), 115);
	assert_int_equal(asked(sheet_leading, "3"), 300);
	assert_int_equal(asked(sheet_leading, "0.799"), -1);
	assert_int_equal(asked(sheet_leading, "3.001"), -1);
	assert_int_equal(asked(sheet_leading, "79.999"), -1);
	assert_int_equal(asked(sheet_leading, "300.001"), -1);
}

static void
test_row(void **state)
{
	(void)state;
	assert_int_equal(asked(sheet_row, "50"), MM(50));
	assert_int_equal(asked(sheet_row, "9.5"), MM(9.5));
	assert_int_equal(asked(sheet_row, "50.001"), -1);
}

static bool
are_margins(const char *s)
{
	struct sheet_change c = { 0 };
	struct str text = str_from(s);

	return sheet_margins(&c, &text, 1) && c.margins_given &&
	       c.margins[0] == MM(20) && c.margins[1] == MM(15.5) &&
	       c.margins[2] == MM(0) && c.margins[3] == MM(100);
}

static void
test_margins(void **state)
{
	const struct str sides[] = { STR_INIT("20"), STR_INIT("15.5"),
		STR_INIT("0"), STR_INIT("100"), STR_INIT("5") };
	struct sheet_change c = { 0 };

	(void)state;
	assert_true(are_margins("20 15.5 0 100"));
	assert_true(are_margins("20  15,5 0 100 "));
	assert_true(are_margins("20, 15.5, 0, 100"));
	assert_true(are_margins("20, 15,5, 0, 100"));
	assert_true(are_margins("20,15.5,0,100"));
	assert_false(are_margins("20 15.5 0 100.001"));
	assert_false(are_margins("20 15.5 0"));
	assert_false(are_margins("20 15.5 0 100 5"));
	assert_false(are_margins("20,15,5,0,100"));
	assert_false(are_margins(""));
	assert_true(sheet_margins(&c, sides, 4));
	assert_int_equal(c.margins[3], MM(100));
	assert_false(sheet_margins(&c, sides, 3));
	assert_false(sheet_margins(&c, sides, 5));
	assert_false(sheet_margins(&c, sides, 0));
}

static void
test_given_over_default(void **state)
{
	struct sheet_change council = { .size = PT(12),
		.hyphenate = ANSWER_NO,
		.orientation = ORIENTATION_LANDSCAPE };
	struct sheet_change template = { .leading = 90,
		.hyphenate = ANSWER_YES };
	struct sheet s = sheet_default();

	(void)state;
	sheet_apply(&s, &council);
	assert_int_equal(s.width, MM(297));
	assert_false(s.hyphenate);
	sheet_apply(&s, &template);
	assert_int_equal(s.width, MM(297));
	assert_int_equal(s.size, PT(12));
	assert_int_equal(s.leading, 90);
	assert_int_equal(s.left, MM(30));
	assert_true(s.hyphenate);
	assert_true(s.page_numbers);
	template.orientation = ORIENTATION_PORTRAIT;
	sheet_apply(&s, &template);
	assert_int_equal(s.width, MM(210));
	assert_int_equal(s.height, MM(297));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_size),
		cmocka_unit_test(test_leading),
		cmocka_unit_test(test_row),
		cmocka_unit_test(test_margins),
		cmocka_unit_test(test_given_over_default),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
