/* SPDX-License-Identifier: MIT */
/* What pdf.h promises of the bytes, on pages made by hand. */

#include <libdeflate.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "pdf/pdf.h"

struct paper {
	struct arena arena;
	struct fonts *fonts;
	struct pdf_writer *writer;
	struct pages pages;
	struct document doc;
	struct pdf_options options;
};

static uint32_t
tag(struct paper *p, enum tag_kind kind, uint32_t parent)
{
	struct tag *t = LIST_ADD(&p->arena, &p->pages.tags);

	t->kind = kind;
	t->parent = parent;
	t->span = 1;
	return (uint32_t)p->pages.tags.n - 1;
}

static struct mark *
mark(struct paper *p, enum mark_kind kind, uint32_t of, mpt x, mpt y)
{
	struct page *page = LIST_LAST(&p->pages.list);
	struct mark *m = LIST_ADD(&p->arena, &page->marks);

	m->kind = kind;
	m->tag = of;
	m->x = x;
	m->y = y;
	m->size = PT(14);
	return m;
}

static void
text(struct paper *p, uint32_t of, const char *s)
{
	struct mark *m = mark(p, MARK_TEXT, of, PT(85), PT(700));

	m->glyphs = font_shape(p->fonts, &p->arena, FACE_REGULAR, str_from(s));
}

static void
page(struct paper *p)
{
	LIST_ADD(&p->arena, &p->pages.list)->sheet = &p->doc.sheet;
}

/* One page: a title, a field and a link. */
static void
paper_init(struct paper *p, const char *words)
{
	memset(p, 0, sizeof(*p));
	arena_init(&p->arena);
	p->fonts = font_open();
	p->writer = pdf_open(p->fonts);
	p->doc.sheet = sheet_default();
	p->doc.title = STR("Протокол <№ 1> & чечим");
	p->doc.lang = LANG_KY;
	p->doc.date = (struct date){ 2025, 9, 5 };
	p->options.epoch = -1;
	page(p);
	tag(p, TAG_DOCUMENT, 0);
	text(p, tag(p, TAG_H1, 0), words);

	struct mark *field = mark(p, MARK_FIELD,
	    tag(p, TAG_FORM, tag(p, TAG_P, 0)), PT(200), PT(100));
	struct mark *link = mark(
	    p, MARK_LINK, tag(p, TAG_LINK, tag(p, TAG_P, 0)), PT(200), PT(300));

	field->text = STR("Асанова А.А.");
	link->text = STR("https://example.org/(ң)");
}

static void
paper_done(struct paper *p)
{
	pdf_close(p->writer);
	font_close(p->fonts);
	arena_done(&p->arena);
}

static struct str
bytes(struct paper *p)
{
	struct str out;

	assert_true(pdf_bytes(
	    &out, &p->arena, p->writer, &p->pages, &p->doc, &p->options));
	return out;
}

enum { STREAM_MAX = 1 << 20 };

static long
number_behind(struct str s, const char *key)
{
	size_t at = str_find(s, str_from(key));

	assert_int_not_equal(at, SIZE_MAX);
	return strtol(s.p + at + strlen(key), NULL, 10);
}

/* What the stream object that begins here holds, unpacked. */
static struct str
unpacked(struct paper *p, struct str object)
{
	struct libdeflate_decompressor *d = libdeflate_alloc_decompressor();
	size_t n = 0, packed = (size_t)number_behind(object, "/Length ");
	size_t begin = str_find(object, STR(">>stream\n")) + 9;
	char *to = ARENA_ARRAY(&p->arena, char, STREAM_MAX);

	assert_int_equal(libdeflate_zlib_decompress(
			     d, object.p + begin, packed, to, STREAM_MAX, &n),
	    LIBDEFLATE_SUCCESS);
	libdeflate_free_decompressor(d);
	return (struct str){ to, n };
}

/* The file, and behind it the objects that lie packed in its streams. */
static struct str
plain(struct paper *p)
{
	struct str rest = bytes(p);
	struct strbuf b;
	size_t at;

	buf_init(&b, &p->arena);
	buf_add(&b, rest);
	while ((at = str_find(rest, STR("/Type/ObjStm"))) != SIZE_MAX) {
		buf_add(&b, unpacked(p, str_skip(rest, at)));
		rest = str_skip(rest, at + 1);
	}
	return buf_str(&b);
}

static bool
says(struct str file, const char *s)
{
	return str_find(file, str_from(s)) != SIZE_MAX;
}

/* As many letters as make the whole alphabet worth embedding, and few. */
static const char many[] =
    "абвгдеёжзийклмнңоөпрстуүфхцчшщъыьэюяАБВГДЕЁЖЗИЙКЛМНҢОӨПРСТУҮ";
static const char few[] = "Чечим";

static void
same_pages_give_same_bytes(void **state)
{
	const char *const words[] = { many, few, "Чечим: Word" };

	(void)state;
	for (int i = 0; i < 3; i++) {
		struct paper fresh, used;

		paper_init(&fresh, words[i]);
		paper_init(&used, words[(i + 1) % 3]);
		bytes(&used);

		/* The same in a process that has made other papers. */
		struct pdf_writer *other = fresh.writer;
		struct str once = bytes(&fresh);

		fresh.writer = used.writer;
		assert_true(str_eq(once, bytes(&fresh)));
		assert_true(str_eq(once, bytes(&fresh)));
		fresh.writer = other;
		paper_done(&fresh);
		paper_done(&used);
	}
}

static void
id_tells_files_apart(void **state)
{
	struct paper p;

	(void)state;
	paper_init(&p, few);

	struct str a = bytes(&p);

	p.doc.title = STR("Протокол <№ 2> & чечим");

	struct str b = bytes(&p);
	struct str id = STR("/ID[<");
	size_t at = str_find(a, id);

	assert_int_equal(a.n, b.n);
	assert_int_not_equal(at, SIZE_MAX);
	assert_false(says(a, "/ID[<00000000"));
	assert_memory_not_equal(a.p + at + id.n, b.p + at + id.n, 32);
	paper_done(&p);
}

static void
lengths_are_in_points(void **state)
{
	static const struct {
		mpt y;
		const char *said;
	} rows[] = {
		{ 0, "XYZ null 0 null" },
		{ 1000, "XYZ null 1 null" },
		{ 1500, "XYZ null 1.5 null" },
		{ 20, "XYZ null .02 null" },
		{ 12345, "XYZ null 12.345 null" },
		{ -1, "XYZ null -.001 null" },
		{ INT32_MIN, "XYZ null -2147483.648 null" },
	};
	struct paper p;

	(void)state;
	paper_init(&p, few);
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		struct bookmark *b = LIST_ADD(&p.arena, &p.pages.bookmarks);

		b->title = STR("1");
		b->level = (int)i % 3;
		b->y = rows[i].y;
	}

	struct str file = plain(&p);

	assert_true(says(file, "/MediaBox[0 0 595.275 841.889]"));
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++)
		assert_true(says(file, rows[i].said));
	paper_done(&p);
}

/* All pages inherit the size of the paper, but for those of another. */
static void
pages_have_their_sizes(void **state)
{
	struct sheet wide = sheet_default();
	struct paper p;
	struct str file, first = STR("/MediaBox[0 0 595.275 841.889]");

	(void)state;
	paper_init(&p, few);
	assert_false(says(plain(&p), "/MediaBox ["));
	wide.width = 841889;
	wide.height = 595275;
	page(&p);
	LIST_LAST(&p.pages.list)->sheet = &wide;
	file = plain(&p);
	assert_true(str_find(file, first) != SIZE_MAX);
	assert_true(says(file, "/MediaBox [ 0 0 841.8"));
	paper_done(&p);
}

static void
words_are_escaped(void **state)
{
	/* Ш is 0428, and 28 a bracket. */
	const struct str title = STR("/Title(\xFE\xFF\x04\\(\x04\x1F\0<)");
	struct paper p;

	(void)state;
	paper_init(&p, few);
	p.doc.organisation = STR("№ 15 & «Билим» \xF0\x9D\x84\x9E");
	p.doc.title = STR("ШП<");

	struct str file = plain(&p);

	assert_true(says(file, ">ШП&lt;<"));
	assert_true(str_find(file, title) != SIZE_MAX);
	assert_true(says(file, "<rdf:li>№ 15 &amp; «Билим» \xF0\x9D\x84\x9E<"));
	assert_true(says(file, "\xD8\x34\xDD\x1E)"));
	assert_true(says(file, "/URI(https://example.org/%28%D2%A3%29)"));
	paper_done(&p);
}

/* A string of a file holds 8000 characters; behind more of them stands … . */
static void
a_long_title_is_cut(void **state)
{
	char title[2 * 8001 + 1];
	struct paper p;

	(void)state;
	paper_init(&p, few);
	for (size_t i = 0; i < 8001; i++)
		memcpy(title + 2 * i, "а", sizeof("а"));
	p.doc.title = (struct str){ title, 2 * 8000 };

	struct str whole = plain(&p);

	assert_true(says(whole, "\x04\x30\x04\x30)"));
	assert_true(says(whole, "аа<"));
	assert_false(says(whole, "…<"));
	p.doc.title = str_from(title);

	struct str cut = plain(&p);

	assert_true(says(cut, "\x04\x30\x20\x26)"));
	assert_true(says(cut, "аа…<"));
	paper_done(&p);
}

static void
dates_come_from_the_record(void **state)
{
	struct paper p;

	(void)state;
	paper_init(&p, few);

	struct str day = plain(&p);

	assert_true(says(day, "/CreationDate(D:20250905120000Z)"));
	assert_true(says(day, "/ModDate(D:20250905120000Z)"));
	assert_true(says(day, ">2025-09-05T12:00:00Z<"));
	p.options.epoch = 1700000000;
	assert_true(says(plain(&p), "/ModDate(D:20231114221320Z)"));
	p.options.epoch = INT64_MAX;
	assert_true(says(plain(&p), "/ModDate(D:99991231235959Z)"));
	p.options.epoch = -1;
	p.doc.date = (struct date){ 0 };

	struct str none = plain(&p);

	assert_false(says(none, "Date"));
	paper_done(&p);
}

static void
standards_are_named(void **state)
{
	struct paper p;

	(void)state;
	paper_init(&p, few);

	struct str file = bytes(&p);

	assert_true(str_starts(file, STR("%PDF-1.7")));
	assert_true(says(file, "<pdfuaid:part>1<"));
	assert_true(says(file, "<pdfaid:part>2<"));
	assert_true(says(file, "<pdfaid:conformance>A<"));
	paper_done(&p);
}

/* --- objects in streams ------------------------------------------------- */

enum { ROW = 7 };

static bool
begins_object(struct str s, uint32_t number)
{
	char begin[32];

	snprintf(begin, sizeof(begin), "%u 0 obj\n<<", number);
	if (str_starts(s, str_from(begin)))
		return true;
	snprintf(begin, sizeof(begin), "%u 0 obj\n", number);
	/* The length of a stream. */
	return str_starts(s, str_from(begin)) &&
	       str_digits(str_skip(s, strlen(begin))) > 0;
}

/* Whether the stream, unpacked, has this object at this place. */
static bool
holds(struct str object, struct str stream, size_t place, uint32_t number)
{
	struct str index =
	    str_head(stream, (size_t)number_behind(object, "/First "));
	char *next = (char *)index.p;
	long at = 0;

	for (size_t i = 0; i <= place; i++) {
		if (strtol(next, &next, 10) != (long)number && i == place)
			return false;
		at = strtol(next, &next, 10);
	}
	return str_starts(str_skip(stream, index.n + (size_t)at), STR("<<"));
}

/* Each row of the table leads to the object of its number. */
static void
objects_check(struct paper *p, struct str file)
{
	size_t start =
	    (size_t)number_behind(str_skip(file, file.n - 40), "startxref\n");
	struct str table = str_skip(file, start);
	struct str rows = unpacked(p, table), stream = { 0 };
	size_t size = (size_t)number_behind(table, "/Size ");
	unsigned char row[ROW] = { 0 };
	size_t *at = ARENA_ARRAY(&p->arena, size_t, size), last = 0,
	       npacked = 0;

	assert_int_equal(rows.n, size * (1 + ROW));
	for (int pass = 0; pass < 2; pass++) {
		memset(row, 0, sizeof(row));
		for (uint32_t i = 0; i < size; i++) {
			const char *up = rows.p + i * (1 + ROW) + 1;
			size_t where = 0;

			assert_int_equal(up[-1], 2);
			for (int k = 0; k < ROW; k++)
				row[k] = (unsigned char)(row[k] + up[k]);
			for (int k = 1; k < 5; k++)
				where = where << 8 | row[k];
			assert_int_equal(row[0] == 0, i == 0);
			if (row[0] == 1) {
				at[i] = where;
				assert_true(
				    begins_object(str_skip(file, where), i));
			} else if (row[0] == 2 && pass == 1) {
				struct str object = str_skip(file, at[where]);

				if (where != last)
					stream = unpacked(p, object);
				last = where;
				npacked++;
				assert_true(holds(object, stream,
				    (size_t)row[5] << 8 | row[6], i));
			}
		}
	}
	assert_true(npacked > 5);
}

/* More pages than a node of a tree holds, and than libharu's arrays would. */
static void
many_pages_are_no_trouble(void **state)
{
	const size_t n = 9000;
	struct paper p;

	(void)state;
	paper_init(&p, few);
	for (size_t i = 1; i < n; i++) {
		page(&p);
		for (int k = 0; k < 5; k++)
			text(&p, tag(&p, TAG_P, 0), few);
	}

	struct str file = plain(&p);

	assert_true(says(file, "/Count 9000"));
	assert_true(says(file, "/Count 8000"));
	assert_true(says(file, "/Limits[0 499]"));
	objects_check(&p, bytes(&p));
	paper_done(&p);
}

static void
objects_lie_where_the_table_says(void **state)
{
	struct paper p;

	(void)state;
	paper_init(&p, many);
	objects_check(&p, bytes(&p));
	paper_done(&p);
}

static void
a_paper_may_be_empty(void **state)
{
	struct paper p;

	(void)state;
	paper_init(&p, few);
	memset(&p.pages.tags, 0, sizeof(p.pages.tags));
	LIST_LAST(&p.pages.list)->marks.n = 0;
	assert_true(says(plain(&p), "/Nums[0[]]"));
	objects_check(&p, bytes(&p));
	paper_done(&p);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(same_pages_give_same_bytes),
		cmocka_unit_test(id_tells_files_apart),
		cmocka_unit_test(lengths_are_in_points),
		cmocka_unit_test(pages_have_their_sizes),
		cmocka_unit_test(words_are_escaped),
		cmocka_unit_test(a_long_title_is_cut),
		cmocka_unit_test(dates_come_from_the_record),
		cmocka_unit_test(standards_are_named),
		cmocka_unit_test(objects_lie_where_the_table_says),
		cmocka_unit_test(many_pages_are_no_trouble),
		cmocka_unit_test(a_paper_may_be_empty),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
