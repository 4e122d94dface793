/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "layout/layout_int.h"

#define PAD_X PT(4)
#define PAD_Y PT(2)
#define RULE  PT(0.5)

/* A column that is empty below its head is one to write in by hand. */
#define HAND_LEAST   MM(22)
#define HAND_NATURAL MM(32)

#define CONTINUED \
	PT(10) /* size of the words above a head on a further page \
		*/
static const struct words continued =
    WORDS("Table continued", "Продолжение таблицы", "Таблицанын уландысы");

/* What lies in further columns is not drawn, which the ledger sees. */
#define COLUMNS_MAX 256

struct column {
	struct extent extent; /* its cells' and their padding */
	mpt x, width;
	int64_t demand; /* squares of its cells' lengths in points, summed */
	mpt figures;    /* the widest of its cells, where all are figures */
	bool words;     /* some cell is not set to the right */
};

struct table {
	const struct block *block;
	struct column *columns;
	size_t n;
	mpt x, width;
	struct frame frame; /* of a cell; x and width are its column's */
	struct boxes *head;
};

static mpt
larger(mpt a, mpt b)
{
	return a > b ? a : b;
}

/* --- how wide ----------------------------------------------------------- */

static void
extent_add(struct extent *e, struct setter *s, const struct blocks *blocks,
    const struct frame *f)
{
	for (size_t i = 0; i < blocks->n; i++) {
		const struct block *b = &blocks->at[i];

		extent_add(e, s, &b->kids, f);
		if (b->kind != BLOCK_PARAGRAPH || !b->runs.n)
			continue;

		struct text *t = text_make(s, b, f);

		e->length += text_natural(t);
		*LIST_ADD(s->a, &s->made) = (struct made){ b, t };
		e->natural = larger(e->natural, text_natural(t));
		e->least = larger(e->least, text_least(t));
		e->least_hyphenated =
		    larger(e->least_hyphenated, text_least_hyphenated(t));
	}
}

struct extent
cell_extent(
    struct setter *s, const struct blocks *blocks, const struct frame *f)
{
	struct extent e = { 0 };

	extent_add(&e, s, blocks, f);
	return e;
}

static struct frame
cell_frame(
    const struct table *t, const struct block *row, const struct block *cell)
{
	struct frame f = t->frame;
	bool across = (size_t)cell->span >= t->n && t->n > 1;

	f.align = cell->align ? cell->align : ALIGN_LEFT;
	if (row->head || (!cell->align && across))
		f.align = ALIGN_CENTRE;
	f.balance = row->head;
	f.style |= row->head ? STYLE_BOLD : 0;
	return f;
}

/* What the columns [at, at + span) lack of `needed` goes to them evenly. */
static void
columns_grow(struct table *t, size_t at, size_t span, const struct extent *e)
{
	struct extent have = { 0 };

	for (size_t i = at; i < at + span; i++) {
		const struct extent *c = &t->columns[i].extent;

		have.natural += c->natural;
		have.least += c->least;
		have.least_hyphenated += c->least_hyphenated;
	}
	for (size_t i = at; i < at + span; i++) {
		struct extent *c = &t->columns[i].extent;
		mpt n = (mpt)span;

		c->natural += larger(0, e->natural - have.natural) / n;
		c->least += larger(0, e->least - have.least) / n;
		c->least_hyphenated +=
		    larger(0, e->least_hyphenated - have.least_hyphenated) / n;
	}
}

static size_t
cell_span(const struct table *t, size_t at, const struct block *cell)
{
	size_t span = cell->span < 1 ? 1 : (size_t)cell->span;

	return span < t->n - at ? span : t->n - at;
}

/* Far more than a page: longer cells are alike to their columns. */
#define LENGTH_MAX ((int64_t)1000000)
#define DEMAND_MAX ((int64_t)1000000000000000)

/* What a cell below the head says of its column. */
static void
column_note(struct column *c, const struct block *cell, const struct extent *e)
{
	int64_t length = e->length / PT(1);

	if (!e->length)
		return;
	length = length < LENGTH_MAX ? length : LENGTH_MAX;
	c->demand += length * length;
	if (c->demand > DEMAND_MAX)
		c->demand = DEMAND_MAX;
	c->figures = larger(c->figures, e->natural);
	c->words = c->words || cell->align != ALIGN_RIGHT;
}

static void
measure_row(struct table *t, struct setter *s, const struct block *row)
{
	size_t at = 0;

	for (size_t c = 0; c < row->kids.n && at < t->n; c++) {
		const struct block *cell = &row->kids.at[c];
		struct frame f = cell_frame(t, row, cell);
		struct extent e = cell_extent(s, &cell->kids, &f);
		size_t span = cell_span(t, at, cell);

		if (span == 1 && !row->head)
			column_note(&t->columns[at], cell, &e);
		e.natural += 2 * PAD_X;
		e.least += 2 * PAD_X;
		e.least_hyphenated += 2 * PAD_X;
		/* A row across the table wraps; it widens nothing. */
		if (span < t->n || t->n == 1)
			columns_grow(t, at, span, &e);
		at += span;
	}
}

static void
measure(struct table *t, struct setter *s)
{
	const struct blocks *rows = &t->block->kids;

	for (size_t r = 0; r < rows->n; r++)
		measure_row(t, s, &rows->at[r]);
	for (size_t i = 0; i < t->n && rows->n > 1; i++) {
		struct column *c = &t->columns[i];

		if (c->demand)
			continue;
		c->extent.least = larger(c->extent.least, HAND_LEAST);
		c->extent.natural = larger(c->extent.natural, HAND_NATURAL);
	}
}

/* Shares `extra` among the columns by these weights, on top of `base`. */
static void
share(struct table *t, const mpt *base, const int64_t *weight, mpt extra)
{
	int64_t sum = 0;

	for (size_t i = 0; i < t->n; i++)
		sum += weight[i];
	for (size_t i = 0; i < t->n; i++)
		t->columns[i].width =
		    base[i] + (mpt)(sum ? extra * weight[i] / sum : 0);
}

/*
 * What a step of width is worth to a column: by so much its cells would become
 * lower, the long ones above all, since the longest of a row makes its height.
 * Nothing where no cell has more than a line.
 */
static int64_t
column_want(const struct column *c)
{
	int64_t width = c->width / PT(1) + 1;

	if (c->width >= c->extent.natural)
		return 0;
	return c->demand * 1024 / (width * width * width) + 1;
}

/* Gives `extra` in small steps, each to the column that it helps most. */
static void
share_by_want(struct table *t, mpt extra)
{
	mpt step = extra / 64 + 1;

	for (; extra > 0; extra -= step) {
		struct column *best = &t->columns[0];

		for (size_t i = 1; i < t->n; i++)
			if (column_want(&t->columns[i]) > column_want(best))
				best = &t->columns[i];
		best->width += extra < step ? extra : step;
	}
}

/*
 * A table is as wide as the text.  Where all cells fit on one line, what is
 * over is shared by need; else every column has its longest word, and the rest
 * goes where the table becomes lowest.  Where words do not fit, they are
 * divided; where parts of words do not fit either, they are cut.
 */
static void
columns_widths(struct table *t, struct setter *s)
{
	mpt *base = ARENA_ARRAY(s->a, mpt, t->n);
	int64_t *weight = ARENA_ARRAY(s->a, int64_t, t->n);
	struct extent sum = { 0 };
	mpt used = 0, x = t->x;

	for (size_t i = 0; i < t->n; i++) {
		sum.natural += t->columns[i].extent.natural;
		sum.least += t->columns[i].extent.least;
		sum.least_hyphenated += t->columns[i].extent.least_hyphenated;
	}
	for (size_t i = 0; i < t->n; i++) {
		const struct extent *e = &t->columns[i].extent;

		if (sum.natural <= t->width) {
			base[i] = e->natural;
			weight[i] = e->natural;
		} else if (sum.least <= t->width) {
			base[i] = e->least;
		} else if (sum.least_hyphenated <= t->width) {
			base[i] = e->least_hyphenated;
			weight[i] = larger(0, e->least - base[i]);
		} else {
			weight[i] = e->least_hyphenated;
		}
		used += base[i];
	}
	share(t, base, weight, t->width - used);
	if (sum.natural > t->width && sum.least <= t->width)
		share_by_want(t, t->width - used);
	for (size_t i = 0; i < t->n; i++) {
		t->columns[i].x = x;
		x += t->columns[i].width;
	}
	/* What rounding lost goes to the last. */
	t->columns[t->n - 1].width += t->x + t->width - x;
}

/* --- rows --------------------------------------------------------------- */

struct row {
	const struct block *block;
	struct boxes *cells; /* the lines of each */
	mpt *x;              /* left edge of each; the right edge behind */
	size_t n;
	int64_t height; /* a hostile cell is longer than an mpt */
};

static int64_t
boxes_height(const struct boxes *b)
{
	int64_t height = 0;

	for (size_t i = 0; i < b->n; i++)
		height += b->at[i].height + (i ? b->at[i].before : 0);
	return height;
}

/* Figures stand to the right of one another, and all of them in the middle of
 * their column, below its head. */
static mpt
figures_inset(const struct column *c)
{
	mpt over = c->width - 2 * PAD_X - c->figures;

	return c->words || over < 0 ? 0 : over / 2;
}

static void
row_set(struct row *r, struct setter *s, const struct table *t,
    const struct block *block, uint32_t table_tag)
{
	uint32_t tag = tag_add(s, TAG_TR, table_tag);
	size_t at = 0;

	*r =
	    (struct row){ .block = block, .height = line_height(s, &t->frame) };
	r->cells = ARENA_ARRAY(s->a, struct boxes, block->kids.n + 1);
	r->x = ARENA_ARRAY(s->a, mpt, block->kids.n + 1);
	for (size_t c = 0; c < block->kids.n && at < t->n; c++) {
		const struct block *cell = &block->kids.at[c];
		struct frame f = cell_frame(t, block, cell);
		size_t span = cell_span(t, at, cell);
		int64_t height;
		uint32_t cell_tag =
		    tag_add(s, block->head ? TAG_TH : TAG_TD, tag);

		s->out->tags.at[cell_tag].span = (int)span;
		r->x[r->n] = t->columns[at].x;
		f.x = t->columns[at].x + PAD_X;
		f.width = -2 * PAD_X;
		for (size_t i = at; i < at + span; i++)
			f.width += t->columns[i].width;
		f.width = larger(f.width, f.size);
		if (!block->head && span == 1)
			f.width -= figures_inset(&t->columns[at]);
		set_content(&r->cells[r->n], s, &cell->kids, &f, cell_tag);
		height = boxes_height(&r->cells[r->n++]);
		r->height = height > r->height ? height : r->height;
		at += span;
	}
	r->x[r->n] = t->x + t->width;
	r->height += 2 * PAD_Y;
	/* Rows to write in; headings, also those across, are as they are. */
	if (!block->head && r->n == t->n && r->height < s->doc->sheet.row)
		r->height = s->doc->sheet.row;
}

/* The rules at a row's sides and below it, or below a part of it. */
static void
row_rules(struct box *b, struct setter *s, const struct table *t,
    const struct row *r, bool below)
{
	for (size_t i = 0; i <= r->n; i++)
		*LIST_ADD(s->a, &b->marks) =
		    rule_mark(r->x[i] - RULE / 2, -b->height, RULE, b->height);
	if (below)
		*LIST_ADD(s->a, &b->marks) = rule_mark(t->x - RULE / 2,
		    -b->height - RULE / 2, t->width + RULE, RULE);
}

static struct mark
top_rule(const struct table *t)
{
	return rule_mark(t->x - RULE / 2, -RULE / 2, t->width + RULE, RULE);
}

static struct box *
row_box(struct boxes *to, struct setter *s, const struct table *t,
    const struct row *r, bool first)
{
	struct box *b = LIST_ADD(s->a, to);

	b->head = r->block->head ? NULL : t->head;
	if (first)
		*LIST_ADD(s->a, &b->marks) = top_rule(t);
	else
		*LIST_ADD(s->a, &b->caps) = top_rule(t);
	return b;
}

/* A row that no page holds is set line by line, and breaks between lines. */
static void
row_sliced(struct boxes *to, struct setter *s, const struct table *t,
    const struct row *r, bool first)
{
	size_t n = 0;

	for (size_t c = 0; c < r->n; c++)
		n = r->cells[c].n > n ? r->cells[c].n : n;
	for (size_t i = 0; i < n; i++) {
		struct box *b = row_box(to, s, t, r, first && i == 0);
		mpt top = i ? 0 : PAD_Y;

		for (size_t c = 0; c < r->n; c++) {
			struct boxes line = { 0 };

			if (i >= r->cells[c].n)
				continue;
			line.at = &r->cells[c].at[i];
			line.n = 1;
			b->height = larger(
			    b->height, top + box_stack(b, s, &line, -top));
		}
		b->height += i + 1 == n ? PAD_Y : 0;
		row_rules(b, s, t, r, i + 1 == n);
	}
}

static void
row_whole(struct boxes *to, struct setter *s, const struct table *t,
    const struct row *r, bool first)
{
	struct box *b = row_box(to, s, t, r, first);

	b->height = (mpt)r->height;
	for (size_t c = 0; c < r->n; c++) {
		mpt over = b->height - (mpt)boxes_height(&r->cells[c]);

		/* Cells of a head stand in the middle of its height. */
		box_stack(
		    b, s, &r->cells[c], r->block->head ? -over / 2 : -PAD_Y);
	}
	row_rules(b, s, t, r, true);
	/* A row across the table is a heading of those below. */
	b->keep = r->block->head || (r->n == 1 && t->n > 1);
}

/* A head on a further page says that the table goes on. */
static struct boxes *
head_make(struct setter *s, const struct table *t)
{
	struct boxes *head = ARENA_NEW(s->a, struct boxes);
	struct box *b = LIST_ADD(s->a, head);
	struct str text = str_from(continued.in[s->doc->lang]);
	struct glyphs g = font_shape(s->fonts, s->a, FACE_ITALIC, text);
	mpt width = font_width(s->fonts, FACE_ITALIC, g, CONTINUED);

	b->height = CONTINUED * 3 / 2;
	*LIST_ADD(s->a, &b->marks) = (struct mark){
		.kind = MARK_TEXT,
		.x = t->x + t->width - width,
		.y = -CONTINUED,
		.width = width,
		.size = CONTINUED,
		.face = FACE_ITALIC,
		.glyphs = g,
		.tag = TAG_NONE,
	};
	return head;
}

/* It is no part of the text: it was read before. */
static void
head_add(struct boxes *head, struct setter *s, const struct box *row)
{
	struct box *b = LIST_ADD(s->a, head);

	b->height = row->height;
	for (size_t i = 0; i < row->marks.n; i++) {
		if (row->marks.at[i].kind == MARK_LINK)
			continue;

		struct mark *m = LIST_ADD(s->a, &b->marks);

		*m = row->marks.at[i];
		m->tag = TAG_NONE;
	}
}

mpt
head_height(const struct boxes *head)
{
	return head ? (mpt)boxes_height(head) : 0;
}

static void
set_rows(struct boxes *to, struct setter *s, struct table *t, uint32_t tag)
{
	bool in_head = true;
	size_t nbody = 0;

	for (size_t i = 0; i < t->block->kids.n; i++) {
		const struct block *block = &t->block->kids.at[i];
		struct row r;

		row_set(&r, s, t, block, tag);
		in_head = in_head && block->head;
		if (r.height > body_height(s) - head_height(t->head))
			row_sliced(to, s, t, &r, i == 0);
		else
			row_whole(to, s, t, &r, i == 0);
		/* The first row does not stand alone, as little as the last. */
		if (!block->head && r.n == t->n && !nbody++)
			LIST_LAST(to)->keep = true;
		if (!in_head)
			continue;
		if (!t->head)
			t->head = head_make(s, t);
		head_add(t->head, s, LIST_LAST(to));
		/* One that leaves no room for rows stands once. */
		if (head_height(t->head) > body_height(s) / 2) {
			t->head = NULL;
			in_head = false;
		}
	}
}

/* Cells of a letter or two a line are no table: it is refused. */
static bool
columns_fit(const struct table *t, struct setter *s)
{
	int64_t least = 0;
	struct span at = t->block->at;

	for (size_t i = 0; i < t->n; i++)
		least += t->columns[i].extent.least_hyphenated;
	if (least <= t->width || t->width / (mpt)t->n >= 2 * t->frame.size)
		return true;
	if (!at.src)
		at = run_place(s, LIST_LAST(&s->ledger)->run);
	diag_add(s->d, &too_many_columns, at,
	    ARGS(arg_number(s->d->arena, (int64_t)t->n)));
	s->ok = false;
	s->nused = s->made.n; /* its texts are not set */
	return false;
}

static size_t
columns_count(const struct block *b)
{
	if (b->columns < 1)
		return 1;
	return b->columns < COLUMNS_MAX ? (size_t)b->columns : COLUMNS_MAX;
}

void
set_table(struct boxes *to, struct setter *s, const struct block *b,
    const struct frame *f, uint32_t parent)
{
	struct table t = {
		.block = b,
		.n = columns_count(b),
		.x = f->x,
		.width = f->width,
		.frame = *f,
	};
	size_t first = to->n;

	t.frame.indent = 0;
	t.frame.size = s->doc->sheet.size - PT(2);
	t.frame.leading = 100;
	t.frame.justify = false;
	t.frame.hyphenate = s->doc->sheet.hyphenate;
	t.columns = ARENA_ARRAY(s->a, struct column, t.n);
	measure(&t, s);
	if (!columns_fit(&t, s))
		return;
	columns_widths(&t, s);
	set_rows(to, s, &t, tag_add(s, TAG_TABLE, parent));
	if (to->n == first)
		return;
	/* A last row, often the sum, does not stand alone. */
	if (to->n - first > 1)
		to->at[to->n - 2].keep = true;
	to->at[first].before += f->size / 3;
	LIST_LAST(to)->height += f->size / 3;
}
