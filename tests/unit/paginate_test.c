/* SPDX-License-Identifier: MIT */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "layout/layout.h"

/*
 * A paper of a heading, a text, a list with its introduction, a table and
 * signatures, pushed down by a text that grows word by word over three pages:
 * nothing may ever stand where it should not.
 */

struct room {
	struct fonts *fonts;
	struct arena a;
	struct diags d;
	struct document doc;
	struct pages pages;
};

static int
open_room(void **state)
{
	static struct room r;

	arena_init(&r.a);
	r.fonts = font_open();
	*state = &r;
	return 0;
}

static int
close_room(void **state)
{
	struct room *r = *state;

	font_close(r->fonts);
	arena_done(&r->a);
	return 0;
}

static void
begin(struct room *r)
{
	arena_reset(&r->a);
	diags_init(&r->d, &r->a);
	r->doc = (struct document){ .lang = LANG_KY, .sheet = sheet_default() };
}

static struct block *
add_text(struct room *r, struct blocks *to, enum block_kind kind, struct str s)
{
	struct block *b = block_add(&r->a, to, kind);

	run_add(&r->a, &b->runs, s, 0)->record = true;
	b->level = 2;
	return b;
}

static struct str
words(struct room *r, size_t n)
{
	struct strbuf b;

	buf_init(&b, &r->a);
	for (size_t i = 0; i < n; i++)
		buf_printf(&b, "%s%s", i ? " " : "",
		    i % 3 ? "сунуштарын" : "кеңештин");
	return buf_str(&b);
}

static void
add_cell(struct room *r, struct block *row, struct str s)
{
	struct block *cell = block_add(&r->a, &row->kids, BLOCK_CELL);

	add_text(r, &cell->kids, BLOCK_PARAGRAPH, s);
}

static void
add_table(struct room *r, size_t nrows)
{
	struct block *t = block_add(&r->a, &r->doc.blocks, BLOCK_TABLE);

	t->columns = 2;
	for (size_t i = 0; i <= nrows; i++) {
		struct block *row = block_add(&r->a, &t->kids, BLOCK_ROW);

		row->head = i == 0;
		add_cell(r, row, i ? STR("1") : STR("№"));
		add_cell(r, row, words(r, 12));
	}
}

static void
add_signatures(struct room *r)
{
	struct block *s = block_add(&r->a, &r->doc.blocks, BLOCK_SIGNATURES);

	for (size_t i = 0; i < 2; i++) {
		struct block *row = block_add(&r->a, &s->kids, BLOCK_ROW);

		add_cell(r, row, i ? STR("Катчы") : STR("Төрайым"));
		add_cell(r, row, STR("Чоюбекова С.Ө."));
	}
}

static void
add_items(struct room *r, size_t nitems, size_t nwords)
{
	struct block *l = block_add(&r->a, &r->doc.blocks, BLOCK_LIST);

	l->ordered = true;
	l->start = 1;
	for (size_t i = 0; i < nitems; i++) {
		struct block *item = block_add(&r->a, &l->kids, BLOCK_ITEM);

		add_text(r, &item->kids, BLOCK_PARAGRAPH, words(r, nwords));
	}
}

static void
add_list(struct room *r)
{
	add_items(r, 3, 15);
}

static void
set(struct room *r)
{
	assert_true(
	    layout_document(&r->pages, &r->a, &r->doc, r->fonts, NULL, &r->d));
	assert_int_equal(r->d.list.n, 0);
}

static bool
is_within(const struct room *r, uint32_t tag, enum tag_kind kind)
{
	while (tag != TAG_NONE && tag != 0) {
		if (r->pages.tags.at[tag].kind == kind)
			return true;
		tag = r->pages.tags.at[tag].parent;
	}
	return false;
}

/* The next mark of the text behind i on this page, or NULL. */
static const struct mark *
next_text(const struct page *p, size_t i)
{
	while (++i < p->marks.n)
		if (p->marks.at[i].tag != TAG_NONE)
			return &p->marks.at[i];
	return NULL;
}

static bool
ends_in_colon(const struct mark *m)
{
	return m->kind == MARK_TEXT && m->glyphs.n &&
	       m->glyphs.at[m->glyphs.n - 1].cp == ':';
}

/* A word that a list or a table follows, with a colon or without. */
static bool
introduces(const struct mark *m)
{
	return m->kind == MARK_TEXT && m->glyphs.n &&
	       m->glyphs.at[0].cp == 0x422 /* Т */;
}

static void
check_nothing_stranded(const struct room *r, const struct page *p)
{
	for (size_t i = 0; i < p->marks.n; i++) {
		const struct mark *m = &p->marks.at[i];
		const struct mark *next = next_text(p, i);

		if (m->tag == TAG_NONE)
			continue;
		if (is_within(r, m->tag, TAG_H2) || ends_in_colon(m) ||
		    introduces(m) || is_within(r, m->tag, TAG_TH))
			assert_non_null(next);
		assert_in_range(m->y, r->doc.sheet.bottom, r->doc.sheet.height);
	}
}

/* How many lines of a text this page has, by their heights. */
static size_t
count_lines(const struct page *p, uint32_t tag)
{
	mpt y = 0;
	size_t n = 0;

	for (size_t i = 0; i < p->marks.n; i++) {
		const struct mark *m = &p->marks.at[i];

		if (m->kind != MARK_TEXT || m->tag != tag || m->y == y)
			continue;
		y = m->y;
		n++;
	}
	return n;
}

/* A paragraph on two pages has two lines at least on each. */
static void
check_no_single_line(const struct room *r)
{
	for (uint32_t tag = 1; tag < r->pages.tags.n; tag++) {
		size_t npages = 0, least = SIZE_MAX;

		for (size_t i = 0; i < r->pages.list.n; i++) {
			size_t n = count_lines(&r->pages.list.at[i], tag);

			npages += n > 0;
			least = n && n < least ? n : least;
		}
		assert_false(npages > 1 && least < 2);
	}
}

/* Which row of a table this mark is of, or TAG_NONE. */
static uint32_t
row_of(const struct room *r, uint32_t tag)
{
	while (tag != TAG_NONE && tag != 0) {
		if (r->pages.tags.at[tag].kind == TAG_TR)
			return tag;
		tag = r->pages.tags.at[tag].parent;
	}
	return TAG_NONE;
}

/* A table has two rows at least below its head on every page. */
static void
check_rows(const struct room *r, const struct page *p)
{
	uint32_t last = TAG_NONE;
	size_t n = 0;

	for (size_t i = 0; i < p->marks.n; i++) {
		uint32_t row = row_of(r, p->marks.at[i].tag);

		if (row == TAG_NONE || row == last ||
		    is_within(r, p->marks.at[i].tag, TAG_TH))
			continue;
		last = row;
		n++;
	}
	assert_int_not_equal(n, 1);
}

/* No page but the last ends within a word. */
static void
check_end(const struct room *r, const struct page *p)
{
	const struct mark *last = NULL;

	for (size_t i = 0; i < p->marks.n; i++)
		if (p->marks.at[i].kind == MARK_TEXT &&
		    p->marks.at[i].tag != TAG_NONE)
			last = &p->marks.at[i];
	if (last && p != LIST_LAST(&r->pages.list))
		assert_int_not_equal(
		    last->glyphs.at[last->glyphs.n - 1].cp, 0xad);
}

/* All fields stand on one page, below two lines of text. */
static void
check_signatures(const struct room *r)
{
	size_t npages = 0;

	for (size_t i = 0; i < r->pages.list.n; i++) {
		const struct page *p = &r->pages.list.at[i];
		size_t nfields = 0, above = 0;
		mpt y = 0;

		for (size_t k = 0; k < p->marks.n; k++) {
			const struct mark *m = &p->marks.at[k];

			nfields += m->kind == MARK_FIELD;
			if (nfields || m->kind != MARK_TEXT ||
			    m->tag == TAG_NONE || m->y == y)
				continue;
			y = m->y;
			above++;
		}
		npages += nfields > 0;
		/* The first role stands before its field. */
		assert_false(nfields && above < 3);
		assert_true(nfields == 0 || nfields == 2);
	}
	assert_int_equal(npages, 1);
}

static void
nothing_is_ever_stranded(void **state)
{
	struct room *r = *state;
	size_t n = 1;

	do {
		begin(r);
		add_text(r, &r->doc.blocks, BLOCK_PARAGRAPH, words(r, n * 5));
		add_text(r, &r->doc.blocks, BLOCK_HEADING, STR("Баш сөз"));
		add_text(r, &r->doc.blocks, BLOCK_PARAGRAPH, words(r, 25));
		add_text(r, &r->doc.blocks, BLOCK_PARAGRAPH, STR("Чечим:"));
		add_list(r);
		add_text(r, &r->doc.blocks, BLOCK_PARAGRAPH,
		    STR("Төмөнкүлөр каралды."));
		add_list(r);
		add_text(r, &r->doc.blocks, BLOCK_HEADING, STR("Баш"));
		add_text(r, &r->doc.blocks, BLOCK_PARAGRAPH,
		    STR("Төмөнкү тизме берилди."));
		add_table(r, 4);
		add_text(r, &r->doc.blocks, BLOCK_PARAGRAPH, words(r, 9));
		add_signatures(r);
		set(r);
		for (size_t i = 0; i < r->pages.list.n; i++) {
			check_nothing_stranded(r, &r->pages.list.at[i]);
			check_rows(r, &r->pages.list.at[i]);
			check_end(r, &r->pages.list.at[i]);
		}
		check_no_single_line(r);
		check_signatures(r);
		n++;
	} while (r->pages.list.n < 4);
	assert_true(n > 60);
}

/* The n-th element of this kind, from 1, or TAG_NONE. */
static uint32_t
nth_tag(const struct room *r, enum tag_kind kind, size_t n)
{
	for (uint32_t i = 0; i < r->pages.tags.n; i++)
		if (r->pages.tags.at[i].kind == kind && --n == 0)
			return i;
	return TAG_NONE;
}

/* Whether something of the element stands on the page of the signatures. */
static bool
stands_with_signatures(const struct room *r, uint32_t tag)
{
	for (size_t i = 0; i < r->pages.list.n; i++) {
		const struct page *p = &r->pages.list.at[i];
		bool here = false, signed_here = false;

		for (size_t k = 0; k < p->marks.n; k++) {
			here |= p->marks.at[k].tag == tag;
			signed_here |= p->marks.at[k].kind == MARK_FIELD;
		}
		if (signed_here)
			return here;
	}
	return false;
}

/* When a session ended and what is annexed stands between the decisions and
 * the signatures, and is no decision. */
static void
the_last_decision_comes_along(void **state)
{
	struct room *r = *state;
	size_t n = 1;

	do {
		begin(r);
		add_text(r, &r->doc.blocks, BLOCK_PARAGRAPH, words(r, n * 5));
		add_text(r, &r->doc.blocks, BLOCK_PARAGRAPH, STR("ЧЕЧИМ:"))
		    ->runs.at[0]
		    .style = STYLE_BOLD;
		add_items(r, 3, 15);
		add_text(r, &r->doc.blocks, BLOCK_PARAGRAPH, words(r, 3));
		add_text(
		    r, &r->doc.blocks, BLOCK_PARAGRAPH, STR("Тиркемелер:"));
		add_items(r, 2, 3);
		add_signatures(r);
		set(r);
		assert_true(
		    stands_with_signatures(r, nth_tag(r, TAG_LBODY, 3)));
		n++;
	} while (r->pages.list.n < 4);
	assert_true(n > 60);
}

/* A short last decision comes with the signatures, and the one before it. */
static void
signatures_take_two_lines_along(void **state)
{
	struct room *r = *state;

	for (size_t n = 28; n < 50; n++) {
		begin(r);
		for (size_t i = 0; i < n; i++)
			add_text(r, &r->doc.blocks, BLOCK_PARAGRAPH,
			    STR("Чечим кабыл алынсын."));
		add_signatures(r);
		set(r);
		check_signatures(r);
	}
}

static void
a_head_is_repeated_as_an_artifact(void **state)
{
	struct room *r = *state;

	begin(r);
	add_table(r, 60);
	set(r);
	assert_true(r->pages.list.n > 2);
	for (size_t i = 1; i < r->pages.list.n; i++) {
		const struct page *p = &r->pages.list.at[i];

		static const uint32_t begins[] = { '2', 0x422, 0x2116 };
		size_t n = 0;

		/* The page's number, that the table goes on, and the head; no
		 * tag in any. */
		for (size_t k = 0; n < 3; k++) {
			const struct mark *m = &p->marks.at[k];

			if (m->kind != MARK_TEXT)
				continue;
			assert_int_equal(m->tag, TAG_NONE);
			assert_int_equal(m->glyphs.at[0].cp,
			    begins[n] + (n ? 0 : (uint32_t)i - 1));
			n++;
		}
	}
}

/* Rules of 57 mm that end before the names, whose left edge is 112 mm in. */
static void
signatures_have_their_measures(void **state)
{
	struct room *r = *state;
	const struct page *p;
	mpt left, above = 0;

	begin(r);
	add_text(r, &r->doc.blocks, BLOCK_PARAGRAPH, words(r, 9));
	add_signatures(r);
	set(r);
	p = &r->pages.list.at[0];
	left = r->doc.sheet.left;
	for (size_t i = 0; i < p->marks.n; i++) {
		const struct mark *m = &p->marks.at[i];

		if (m->kind != MARK_FIELD)
			continue;
		assert_int_equal(m->width, MM(57));
		assert_int_equal(p->marks.at[i + 2].x, left + MM(112));
		assert_in_range(
		    m->x + m->width, left + MM(109), left + MM(112));
		if (above)
			assert_int_equal(above - m->y, MM(12));
		above = m->y;
	}
	assert_true(above > 0);
}

/* Spaces between blocks yield where a paper then has a page less. */
static void
spaces_yield_to_save_a_page(void **state)
{
	struct room *r = *state;
	size_t n = 0;

	do {
		begin(r);
		for (size_t i = 0; i < 12; i++) {
			add_text(r, &r->doc.blocks, BLOCK_HEADING, STR("Баш"));
			add_text(r, &r->doc.blocks, BLOCK_PARAGRAPH, STR("а"));
		}
		for (size_t i = 0; i < n; i++)
			add_text(r, &r->doc.blocks, BLOCK_PARAGRAPH, STR("а"));
		set(r);
		n++;
	} while (r->pages.list.n == 1);
	/* 24 lines, 12 spaces of four fifths of the type's size and what
	 * stands below headings: unyielding, 7 lines more would fit. */
	assert_true(n > 9);
}

/* The left edge of the first glyph of this row's cell c, or 0. */
static mpt
cell_edge(const struct room *r, size_t row, size_t c)
{
	const struct page *p = &r->pages.list.at[0];
	uint32_t last = TAG_NONE, cell = TAG_NONE;
	size_t nrows = 0, n = 0;

	for (size_t i = 0; i < p->marks.n; i++) {
		const struct mark *m = &p->marks.at[i];
		uint32_t tr = row_of(r, m->tag);

		if (m->kind != MARK_TEXT || tr == TAG_NONE)
			continue;
		if (tr != last) {
			nrows++;
			n = 0;
		}
		last = tr;
		if (m->tag == cell)
			continue;
		cell = m->tag;
		if (nrows == row + 1 && n++ == c)
			return m->x;
	}
	return 0;
}

/* Figures end below one another, in the middle of their column; an empty
 * column has room for a hand, and the text gets what is over. */
static void
columns_have_what_they_need(void **state)
{
	static const char *const rows[][4] = {
		{ "№", "Мазмуну", "Катышкандар", "Колу" },
		{ "1",
		    "Кеңештин катчысын шайлоо жана жылдык иш планын бекитүү "
		    "жөнүндө маселе",
		    "7", "" },
		{ "2", "Кыскача", "112", "" },
	};
	struct room *r = *state;
	struct block *t;
	mpt hand, right;

	begin(r);
	t = block_add(&r->a, &r->doc.blocks, BLOCK_TABLE);
	t->columns = 4;
	for (size_t i = 0; i < 3; i++) {
		struct block *row = block_add(&r->a, &t->kids, BLOCK_ROW);

		row->head = i == 0;
		for (size_t c = 0; c < 4; c++) {
			add_cell(r, row, str_from(rows[i][c]));
			LIST_LAST(&row->kids)->align =
			    c == 2 ? ALIGN_RIGHT : ALIGN_DEFAULT;
			LIST_LAST(&row->kids)->span = 1;
		}
	}
	set(r);
	/* Two figures of nearly six points more begin as much before. */
	assert_in_range(
	    cell_edge(r, 1, 2) - cell_edge(r, 2, 2), PT(11), PT(12));
	/* The widest of them stands below the middle of the head. */
	assert_in_range(
	    cell_edge(r, 2, 2) - cell_edge(r, 0, 2), PT(20), PT(36));
	right = r->doc.sheet.width - r->doc.sheet.right;
	/* Its head stands in the middle of it. */
	hand = 2 * (right - cell_edge(r, 0, 3));
	assert_true(hand > MM(22));
	assert_true(cell_edge(r, 0, 2) - cell_edge(r, 1, 1) > MM(80));
}

static void
a_row_taller_than_a_page_breaks(void **state)
{
	struct room *r = *state;
	struct block *t;

	begin(r);
	add_table(r, 1);
	t = &r->doc.blocks.at[0];
	t->kids.at[1].kids.at[1].kids.at[0].runs.at[0].s = words(r, 900);
	set(r);
	assert_true(r->pages.list.n >= 2);
	for (size_t i = 0; i < r->pages.list.n; i++)
		check_nothing_stranded(r, &r->pages.list.at[i]);
}

static void
a_page_break_begins_a_page(void **state)
{
	struct room *r = *state;

	begin(r);
	add_text(r, &r->doc.blocks, BLOCK_PARAGRAPH, STR("бир"));
	block_add(&r->a, &r->doc.blocks, BLOCK_PAGEBREAK);
	add_text(r, &r->doc.blocks, BLOCK_PARAGRAPH, STR("эки"));
	set(r);
	assert_int_equal(r->pages.list.n, 2);
}

static mpt
rightmost(const struct page *p)
{
	mpt right = 0;

	for (size_t i = 0; i < p->marks.n; i++)
		if (p->marks.at[i].x + p->marks.at[i].width > right)
			right = p->marks.at[i].x + p->marks.at[i].width;
	return right;
}

/* Another sheet begins with the page break above it, and lasts. */
static void
a_sheet_begins_a_page(void **state)
{
	struct room *r = *state;
	struct sheet wide = sheet_default();

	wide.width = MM(297);
	wide.height = MM(210);
	for (int with_break = 0; with_break < 2; with_break++) {
		begin(r);
		add_text(r, &r->doc.blocks, BLOCK_PARAGRAPH, words(r, 90));
		if (with_break)
			block_add(&r->a, &r->doc.blocks, BLOCK_PAGEBREAK);

		struct block *b = block_add(&r->a, &r->doc.blocks, BLOCK_SHEET);

		b->sheet = &wide;
		b->lang = LANG_RU;
		add_text(r, &r->doc.blocks, BLOCK_PARAGRAPH, words(r, 900));
		set(r);
		assert_int_equal(r->pages.breaks.n, 1);
		assert_int_equal(
		    r->pages.tags.at[nth_tag(r, TAG_SECT, 1)].lang, LANG_RU);
		assert_int_equal(r->pages.breaks.at[0], 1);
		assert_ptr_equal(r->pages.list.at[0].sheet, &r->doc.sheet);
		assert_in_range(
		    rightmost(&r->pages.list.at[0]), MM(190), MM(199));
		assert_in_range(r->pages.list.n, 3, 9);
		for (size_t i = 1; i < r->pages.list.n; i++) {
			const struct page *p = &r->pages.list.at[i];

			assert_ptr_equal(p->sheet, &wide);
			assert_in_range(rightmost(p), MM(270), MM(286));
			assert_in_range(
			    LIST_LAST(&p->marks)->y, wide.bottom, MM(200));
		}
	}
}

static void
add_link(struct room *r, struct blocks *to)
{
	struct block *b = add_text(r, to, BLOCK_PARAGRAPH, words(r, 9));
	struct run *run = run_add(&r->a, &b->runs, STR(" шилтеме"), 0);

	run->record = true;
	run->url = STR("https://example.kg/жобо");
	run_add(&r->a, &b->runs, words(r, 30), 0)->record = true;
}

/* Each mark has its note on the same page, below all of the text. */
static void
check_notes(const struct room *r, const struct page *p, size_t *n)
{
	size_t marks = 0, notes = 0;
	mpt lowest = INT32_MAX, highest = 0;

	for (size_t i = 0; i < p->marks.n; i++) {
		const struct mark *m = &p->marks.at[i];

		if (m->kind != MARK_TEXT || m->tag == TAG_NONE)
			continue;
		if (is_within(r, m->tag, TAG_NOTE)) {
			notes++;
			highest = m->y > highest ? m->y : highest;
			assert_in_range(m->y, r->doc.sheet.bottom, PT(400));
			continue;
		}
		marks += is_within(r, m->tag, TAG_REFERENCE);
		lowest = m->y < lowest ? m->y : lowest;
	}
	assert_int_equal(marks, notes);
	assert_true(notes == 0 || lowest > highest);
	*n += notes;
}

static void
notes_stand_where_their_marks_do(void **state)
{
	struct room *r = *state;
	size_t n = 1;

	do {
		size_t notes = 0;

		begin(r);
		add_text(r, &r->doc.blocks, BLOCK_PARAGRAPH, words(r, n * 5));
		add_link(r, &r->doc.blocks);
		add_table(r, 3);
		for (size_t i = 1; i < 4; i++)
			add_link(r, &LIST_LAST(&r->doc.blocks)
					 ->kids.at[i]
					 .kids.at[1]
					 .kids);
		add_link(r, &r->doc.blocks);
		set(r);
		for (size_t i = 0; i < r->pages.list.n; i++)
			check_notes(r, &r->pages.list.at[i], &notes);
		assert_int_equal(notes, 5);
		n++;
	} while (r->pages.list.n < 4);
	assert_true(n > 60);
}

/* A row whose notes no page holds breaks between its lines. */
static void
a_row_of_links_breaks(void **state)
{
	struct room *r = *state;
	struct block *cell;
	size_t n = 0;

	begin(r);
	add_table(r, 1);
	cell = &r->doc.blocks.at[0].kids.at[1].kids.at[1];
	for (size_t i = 0; i < 120; i++)
		add_link(r, &cell->kids);
	set(r);
	for (size_t i = 0; i < r->pages.list.n; i++) {
		const struct page *p = &r->pages.list.at[i];

		for (size_t k = 0; k < p->marks.n; k++) {
			const struct mark *m = &p->marks.at[k];

			n += m->kind == MARK_TEXT &&
			     is_within(r, m->tag, TAG_NOTE);
			if (m->tag != TAG_NONE)
				assert_in_range(m->y, r->doc.sheet.bottom,
				    r->doc.sheet.height - r->doc.sheet.top);
		}
	}
	assert_int_equal(n, 120);
}

static void
a_missing_letter_is_found_at_its_place(void **state)
{
	struct room *r = *state;
	struct source *src;
	struct str s = STR("- Кеңеш 会 жана 会");

	begin(r);
	src = source_from(&r->a, STR("x.md"), s);
	add_text(r, &r->doc.blocks, BLOCK_PARAGRAPH, str_skip(s, 2))
	    ->runs.at[0]
	    .at = source_span(src, 2, s.n - 2);
	assert_false(
	    layout_document(&r->pages, &r->a, &r->doc, r->fonts, NULL, &r->d));
	assert_int_equal(r->d.list.n, 1);
	assert_string_equal(r->d.list.at[0].message->code, "K903");
	assert_int_equal(source_place(r->d.list.at[0].at).col, 9);
	assert_true(str_eq(span_text(r->d.list.at[0].at), STR("会")));
}

/* A kind of block that no document holds is not set: its text is missed. */
static void
a_text_that_is_not_drawn_is_an_error(void **state)
{
	struct room *r = *state;

	begin(r);
	add_text(r, &r->doc.blocks, BLOCK_PARAGRAPH, STR("бар"));
	add_text(r, &r->doc.blocks, BLOCK_FENCE, STR("жок"));
	add_text(r, &r->doc.blocks, BLOCK_PARAGRAPH, STR("дагы бар"));
	assert_false(
	    layout_document(&r->pages, &r->a, &r->doc, r->fonts, NULL, &r->d));
	assert_int_equal(r->d.list.n, 1);
	assert_string_equal(r->d.list.at[0].message->code, "K902");
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(nothing_is_ever_stranded),
		cmocka_unit_test(the_last_decision_comes_along),
		cmocka_unit_test(signatures_take_two_lines_along),
		cmocka_unit_test(a_head_is_repeated_as_an_artifact),
		cmocka_unit_test(signatures_have_their_measures),
		cmocka_unit_test(spaces_yield_to_save_a_page),
		cmocka_unit_test(columns_have_what_they_need),
		cmocka_unit_test(a_row_taller_than_a_page_breaks),
		cmocka_unit_test(a_page_break_begins_a_page),
		cmocka_unit_test(a_sheet_begins_a_page),
		cmocka_unit_test(notes_stand_where_their_marks_do),
		cmocka_unit_test(a_row_of_links_breaks),
		cmocka_unit_test(a_missing_letter_is_found_at_its_place),
		cmocka_unit_test(a_text_that_is_not_drawn_is_an_error),
	};

	return cmocka_run_group_tests(tests, open_room, close_room);
}
