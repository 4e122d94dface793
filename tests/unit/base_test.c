/* SPDX-License-Identifier: MIT */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/date.h"
#include "base/file.h"
#include "base/harmless.h"
#include "base/index.h"
#include "base/list.h"
#include "base/source.h"
#include "base/str.h"
#include "base/utf8.h"
#include "test.h"

static bool
is(struct str s, const char *text)
{
	return str_eq(s, str_from(text));
}

static void
strings(void **state)
{
	struct str rest;
	int n;

	(void)state;
	assert_true(is(str_cut(STR("a: b: c"), ':', &rest), "a"));
	assert_true(is(rest, " b: c"));
	assert_true(is(str_cut(STR("abc"), ':', &rest), "abc"));
	assert_int_equal(rest.n, 0);
	assert_true(is(str_trim(STR(" \t a b\r\n")), "a b"));
	assert_true(str_number(STR("042"), &n) && n == 42);
	assert_false(str_number(STR(""), &n));
	assert_false(str_number(STR("4a"), &n));
	assert_false(str_number(STR("1234567890"), &n));
	assert_int_equal(str_find(STR("кеңеш"), STR("ң")), 4);
	assert_true(str_find(STR("ab"), STR("abc")) == SIZE_MAX);
	assert_true(str_ends(STR("x.md"), STR(".md")));
}

static void
buffers(void **state)
{
	struct strbuf b;

	(void)state;
	buf_init(&b, &a);
	assert_int_equal(buf_str(&b).n, 0);
	for (int i = 0; i < 1000; i++)
		buf_printf(&b, "%d,", i);
	buf_byte(&b, '!');
	assert_int_equal(buf_str(&b).n, 10 * 2 + 90 * 3 + 900 * 4 + 1);
	assert_true(str_ends(buf_str(&b), STR("998,999,!")));
}

static void
unicode(void **state)
{
	(void)state;
	assert_true(utf8_fault(STR("кеңеш ✓ 😀")) == SIZE_MAX);
	assert_int_equal(utf8_fault(STR("ab\xff")), 2);
	assert_int_equal(utf8_fault(STR("\xc0\xaf")), 0);     /* overlong */
	assert_int_equal(utf8_fault(STR("\xed\xa0\x80")), 0); /* surrogate */
	assert_int_equal(utf8_fault(STR("a\xd0")), 1);        /* cut off */
	assert_int_equal(utf8_count(STR("ң😀a")), 3);
	assert_true(is(utf8_lowered(&a, STR("ҢӨҮ Ж")), "ңөү ж"));
	assert_true(is(utf8_nfc(&a, STR("и\xcc\x86од")), "йод"));
	assert_true(is(utf8_nfc(&a, STR("е\xcc\x88лка")), "ёлка"));
	assert_true(is(utf8_nfc(&a, STR("№ 5 \u212a\u2001")), "№ 5 K\u2003"));
	assert_true(utf8_is_letter(0x4a3) && utf8_is_digit('7'));
	assert_false(utf8_is_letter('-'));
	assert_int_equal(utf8_columns(0x301), 0);
	assert_true(utf8_overmarked(STR("а\u0301о\u0308")) == SIZE_MAX);
}

static void
dates(void **state)
{
	struct date d = { 2026, 2, 28 };

	(void)state;
	assert_true(date_is_valid(d));
	assert_false(date_is_valid((struct date){ 2026, 2, 29 }));
	assert_true(date_is_valid((struct date){ 2024, 2, 29 }));
	assert_false(date_is_valid((struct date){ 2025, 11, 31 }));
	d = date_plus(d, 1);
	assert_true(d.month == 3 && d.day == 1);
	d = date_plus(d, -60);
	assert_true(d.year == 2025 && d.month == 12 && d.day == 31);
	assert_int_equal(date_days((struct date){ 1970, 1, 1 }), 0);
	assert_int_equal(date_days((struct date){ 2025, 9, 5 }), 20336);
	assert_int_equal(date_weekday((struct date){ 2025, 9, 5 }), 5);
	assert_int_equal(date_weekday((struct date){ 1969, 12, 28 }), 7);
	assert_true(date_cmp((struct date){ 2025, 12, 31 },
			(struct date){ 2026, 1, 1 }) < 0);
}

/* What a terminal or a workflow would obey, and what it would not. */
static void
harmless_texts(void **state)
{
	static const struct {
		const char *given, *one, *line;
	} rows[] = {
		{ "Ноокат: 1::2", "Ноокат: 1::2", "Ноокат: 1::2" },
		{ "a\033[31mb", "a�[31mb", "a�[31mb" },
		{ "a\nb\r\tc\x7f", "a�b��c�", "a�b��c�" },
		{ "\xc2\x80\xc2\x85\xc2\x9f\u00a0", "���\u00a0", "���\u00a0" },
		{ "\u061b\u061c\u061d", "\u061b�\u061d", "\u061b�\u061d" },
		{ "\u200d\u200e\u200f\u2010", "\u200d��\u2010",
		    "\u200d��\u2010" },
		{ "\u2027\u2028\u2029\u202a\u202e\u202f", "\u2027����\u202f",
		    "\u2027����\u202f" },
		{ "\u2065\u2066\u2069\u206a", "\u2065��\u206a",
		    "\u2065��\u206a" },
		{ "a\xff\xd0", "a��", "a��" },
		{ "::error::x", "::error::x", "�:error::x" },
		{ "a ::error::x", "a ::error::x", "a �:error::x" },
		{ "a\u2003::x", "a\u2003::x", "a\u2003�:x" },
		{ "a\n::x", "a�::x", "a�::x" },
		{ ":::::", ":::::", "����:" },
		{ "a::::b", "a::::b", "a:��:b" },
		{ "x##[error]y", "x##[error]y", "x�#[error]y" },
		{ "##[Тема] ## [a]", "##[Тема] ## [a]", "##[Тема] ## [a]" },
		{ "##vso[task]", "##vso[task]", "�#vso[task]" },
		{ "", "", "" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		struct str given = str_from(rows[i].given);

		if (!is(harmless(&a, given), rows[i].one) ||
		    !is(harmless_line(&a, given), rows[i].line))
			fail_msg("%zu: %s", i, rows[i].line);
	}
}

/* A folder of this test's own, in $TMPDIR, which the runner clears. */
static const char *
folder(void)
{
	const char *tmp = getenv("TMPDIR");
	struct str path =
	    str_printf(&a, "%s/kengesh-base-XXXXXX", tmp ? tmp : "/tmp");
	char *p = ARENA_ARRAY(&a, char, path.n + 1);

	memcpy(p, path.p, path.n);
	assert_non_null(mkdtemp(p));
	return p;
}

static void
put(const char *dir, const char *name, struct str bytes)
{
	int error;

	assert_int_equal(file_put(&a, dir, name, bytes, &error), FILE_WRITTEN);
}

static void
sources(void **state)
{
	const char *dir = folder();
	struct source *s;
	struct place p;

	(void)state;
	put(dir, "a.md", STR("\xef\xbb\xbfбир\r\nэки\rүч"));
	s = source_read(&a, dir, STR("a.md"));
	assert_int_equal(s->state, SOURCE_READ);
	assert_true(is(s->text, "бир\nэки\nүч"));
	assert_int_equal(s->nlines, 3);
	p = source_place(source_span(s, 16, 2));
	assert_true(p.line == 3 && p.col == 2);
	assert_true(is(source_line(s, 2), "эки"));
	assert_true(is(source_line(s, 4), ""));
	assert_true(is(span_text(source_span(s, 7, 6)), "эки"));

	put(dir, "bad.md", STR("\xca\xe5\xed\xe5\xf8"));
	s = source_read(&a, dir, STR("bad.md"));
	assert_int_equal(s->state, SOURCE_NOT_UTF8);
	assert_int_equal(s->text.n, 0);

	put(dir, "nul.md", (struct str){ "ab\0c", 4 });
	s = source_read(&a, dir, STR("nul.md"));
	assert_int_equal(s->state, SOURCE_CONTROL);
	assert_int_equal(s->fault, 2);

	assert_int_equal(
	    source_read(&a, dir, STR("no.md"))->state, SOURCE_ABSENT);
	assert_int_equal(source_read(&a, dir, STR("."))->error, EISDIR);
}

static void
too_big(void **state)
{
	const char *dir = folder();
	char *p = ARENA_ARRAY(&a, char, SOURCE_MAX + 1);

	(void)state;
	memset(p, 'a', SOURCE_MAX + 1);
	put(dir, "just.md", (struct str){ p, SOURCE_MAX });
	put(dir, "big.md", (struct str){ p, SOURCE_MAX + 1 });
	assert_int_equal(
	    source_read(&a, dir, STR("just.md"))->state, SOURCE_READ);
	assert_int_equal(
	    source_read(&a, dir, STR("big.md"))->state, SOURCE_TOO_BIG);
}

static void
files(void **state)
{
	const char *dir = folder();
	const char *below = "x/y/z.pdf";
	const char *path = str_printf(&a, "%s/%s", dir, below).p;
	struct names names;
	struct stat before, after;
	int error;

	(void)state;
	assert_int_equal(
	    file_put(&a, dir, below, STR("one"), &error), FILE_WRITTEN);
	assert_int_equal(stat(path, &before), 0);
	assert_int_equal(
	    file_put(&a, dir, below, STR("one"), &error), FILE_UNCHANGED);
	assert_int_equal(stat(path, &after), 0);
	assert_true(before.st_ino == after.st_ino);
	assert_int_equal(
	    file_put(&a, dir, below, STR("two"), &error), FILE_WRITTEN);
	/* A file stands where a folder is wanted: nothing is lost by trying. */
	assert_int_equal(
	    file_put(&a, dir, "x/y/z.pdf/w", STR("no"), &error), FILE_FAILED);
	assert_int_equal(error, ENOTDIR);
	assert_true(file_names(&names, &a, dir, STR("x/y"), &error));
	assert_int_equal(names.n, 1); /* nothing of ours was left behind */
	assert_true(is(names.at[0], "z.pdf"));
	assert_false(file_names(&names, &a, dir, str_from(below), &error));
}

static void
lists(void **state)
{
	LIST(int) l = { 0 };

	(void)state;
	for (int i = 0; i < 100; i++)
		*LIST_ADD(&a, &l) = i;
	assert_int_equal(l.n, 100);
	assert_int_equal(l.at[57], 57);
	assert_int_equal(*LIST_LAST(&l), 99);
	arena_reset(&a);
	assert_non_null(ARENA_NEW(&a, int));
}

static bool
all_are(const char *p, size_t n, char c)
{
	while (n && p[n - 1] == c)
		n--;
	return n == 0;
}

/* Wherever memory comes from, and whoever had it before. */
static void
memory_is_zeroed(void **state)
{
	struct arena own;

	(void)state;
	arena_init(&own);
	for (int round = 0; round < 3; round++) {
		for (size_t n = 1; n < 700000; n = n * 5 / 2 + 1) {
			char *p = ARENA_ARRAY(&own, char, n);

			assert_true(all_are(p, n, 0));
			memset(p, 'x', n);
		}
		arena_reset(&own);
	}
	arena_done(&own);
}

static void
allocations_grow(void **state)
{
	struct arena own;
	char *p = NULL;
	size_t n = 0;

	(void)state;
	arena_init(&own);
	memset(ARENA_ARRAY(&own, char, 5000), 'y', 5000);
	arena_reset(&own);
	for (size_t more = 1; n < 700000; more = more * 3 / 2 + 1) {
		/* Every other time something lies in the way. */
		if (more % 2)
			memset(ARENA_ARRAY(&own, char, 3), 'z', 3);
		p = arena_grow(&own, p, n, more);
		assert_true(all_are(p, n, 'x'));
		assert_true(all_are(p + n, more, 0));
		n += more;
		memset(p, 'x', n);
	}
	arena_done(&own);
}

/* Each text keeps its own number, however many there are. */
static void
indexes(void **state)
{
	struct index x = { 0 };

	(void)state;
	for (size_t round = 0; round < 2; round++) {
		for (size_t i = 0; i < 5000; i++) {
			struct str key = str_printf(&a, "%zu", i);
			size_t *n = index_at(&x, &a, key);

			assert_int_equal(*n, round ? i + 1 : 0);
			*n = i + 1;
		}
	}
	assert_int_equal(x.n, 5000);
	assert_int_equal(*index_at(&x, &a, STR("")), 0);
	assert_int_equal(*index_at(&x, &a, STR("05")), 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(strings),
		cmocka_unit_test(buffers),
		cmocka_unit_test(unicode),
		cmocka_unit_test(dates),
		cmocka_unit_test(harmless_texts),
		cmocka_unit_test(sources),
		cmocka_unit_test(too_big),
		cmocka_unit_test(files),
		cmocka_unit_test(lists),
		cmocka_unit_test(indexes),
		cmocka_unit_test(memory_is_zeroed),
		cmocka_unit_test(allocations_grow),
	};

	return cmocka_run_group_tests(tests, open_arena, close_arena);
}
