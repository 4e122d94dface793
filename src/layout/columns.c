/* SPDX-License-Identifier: MIT */
#include "layout/layout_int.h"

/* How wide a table's columns are. */

/* A column that is empty below its head is one to write in by hand. */
#define HAND_LEAST   MM(22)
#define HAND_NATURAL MM(32)

/* What lies in further columns is not drawn, which the ledger sees. */
#define COLUMNS_MAX 256

static void
extent_add(struct extent *e, struct setter *s, const struct matter *in,
    const struct frame *f)
{
	for (size_t i = 0; i < in->n; i++) {
		struct matter *m = &in->kids[i];

		extent_add(e, s, m, f);
		if (m->block->kind != BLOCK_PARAGRAPH || !m->block->runs.n)
			continue;

		const struct text *t = text_of(s, m, f);

		e->length += text_natural(t);
		e->natural = larger(e->natural, text_natural(t));
		e->least = larger(e->least, text_least(t));
		e->least_hyphenated =
		    larger(e->least_hyphenated, text_least_hyphenated(t));
	}
}

struct extent
cell_extent(struct setter *s, const struct matter *cell, const struct frame *f)
{
	struct extent e = { 0 };

	extent_add(&e, s, cell, f);
	return e;
}

struct frame
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

size_t
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
measure_row(struct table *t, struct setter *s, const struct matter *row)
{
	bool head = row->block->head;
	size_t at = 0;

	for (size_t c = 0; c < row->n && at < t->n; c++) {
		const struct block *cell = row->kids[c].block;
		struct frame f = cell_frame(t, row->block, cell);
		struct extent e = cell_extent(s, &row->kids[c], &f);
		size_t span = cell_span(t, at, cell);

		if (span == 1 && !head)
			column_note(&t->columns[at], cell, &e);
		e.natural += 2 * CELL_PAD;
		e.least += 2 * CELL_PAD;
		e.least_hyphenated += 2 * CELL_PAD;
		/* A row across the table wraps; it widens nothing. */
		if (span < t->n || t->n == 1)
			columns_grow(t, at, span, &e);
		at += span;
	}
}

static void
measure(struct table *t, struct setter *s)
{
	size_t nrows = t->matter->n;

	for (size_t r = 0; r < nrows; r++)
		measure_row(t, s, &t->matter->kids[r]);
	for (size_t i = 0; i < t->n && nrows > 1; i++) {
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

mpt
figures_inset(const struct column *c)
{
	mpt over = c->width - 2 * CELL_PAD - c->figures;

	return c->words || over < 0 ? 0 : over / 2;
}

mpt
table_type(const struct sheet *sheet)
{
	return sheet->size - PT(2);
}

/* Cells of a letter or two a line are no table: it is refused. */
mpt
column_least(mpt type)
{
	return 2 * type;
}

static bool
columns_fit(const struct table *t, struct setter *s)
{
	int64_t least = 0;
	struct span at = t->matter->block->at;

	for (size_t i = 0; i < t->n; i++)
		least += t->columns[i].extent.least_hyphenated;
	if (least <= t->width ||
	    t->width / (mpt)t->n >= column_least(t->frame.size))
		return true;
	if (!at.src)
		at = run_place(s, LIST_LAST(&s->ledger)->run);
	diag_add(s->d, &too_many_columns, at,
	    ARGS(arg_number(s->d->arena, (int64_t)t->n)));
	s->ok = false;
	return false;
}

static size_t
columns_count(const struct block *b)
{
	if (b->columns < 1)
		return 1;
	return b->columns < COLUMNS_MAX ? (size_t)b->columns : COLUMNS_MAX;
}

bool
columns_make(struct table *t, struct setter *s)
{
	t->n = columns_count(t->matter->block);
	t->columns = ARENA_ARRAY(s->a, struct column, t->n);
	measure(t, s);
	if (!columns_fit(t, s))
		return false;
	columns_widths(t, s);
	return true;
}
