/* SPDX-License-Identifier: MIT */
#include "base/arena.h"
#include "base/utf8.h"
#include "msg/grammar.h"
#include "template/template_int.h"

/*
 * A chart's fence, in a template or in report.md, and the table above it as a
 * chart.  The table is the one that is printed, with its figures counted.
 */

bool
chart_is_info(struct str info)
{
	struct str right;

	return word_find(IN_CHART, info, &right);
}

/* --- the fence ---------------------------------------------------------- */

static struct span
part(struct span at, struct str s)
{
	return source_span(
	    at.src, at.off + (size_t)(s.p - span_text(at).p), s.n);
}

/* A word that is none of this place, and the nearest that is. */
static void
complain(struct diags *d, struct span at, struct str s, enum place_of_word in)
{
	struct str near = STR("");

	if (may_suggest(d))
		word_near(d->arena, in, s, reach_of(s), &near);
	diag_add(d, &chart_bad_line, at, ARGS(arg_str(s)))->fix = near;
}

/* The word of a chart, with a note where letters were lost. */
static const struct word *
chart_word(enum place_of_word in, struct span at, struct str s, struct diags *d)
{
	struct str right;
	const struct word *w = word_find(in, s, &right);

	if (right.n)
		diag_read_as(d, part(at, s), s, right);
	return w;
}

static bool
columns_read(struct chart_order *out, struct arena *a, struct span line,
    struct str value)
{
	struct str rest = value;

	while (rest.n) {
		struct str s = str_trim(str_cut(rest, ',', &rest));

		if (!s.n || out->columns.n == CHART_SERIES_MAX)
			return false;
		*LIST_ADD(a, &out->columns) = part(line, s);
	}
	return out->columns.n;
}

static bool
value_read(struct chart_order *out, struct arena *a, enum chart_key key,
    struct span line, struct str value, struct diags *d)
{
	const struct word *type;

	switch (key) {
	case CHART_KEY_TYPE:
		type = chart_word(IN_CHART_TYPES, line, value, d);
		out->kind = type ? (enum chart_kind)type->value : CHART_BARS;
		return type;
	case CHART_KEY_OF:
		return columns_read(out, a, line, value);
	default:
		out->title = value;
		return value.n;
	}
}

static bool
line_read_into(struct chart_order *out, struct arena *a, bool *seen,
    struct span line, struct diags *d)
{
	struct str rest, text = span_text(line);
	struct str name = str_trim(str_cut(text, ':', &rest));
	struct str value = str_trim(rest);
	const struct word *w = chart_word(IN_CHART_KEYS, line, name, d);

	if (!w) {
		complain(d, part(line, name), name, IN_CHART_KEYS);
		return false;
	}
	if (seen[w->value] || !value.n) {
		diag_add(d, &chart_bad_line, line, ARGS(arg_str(text)));
		return false;
	}

	enum chart_key key = (enum chart_key)w->value;

	seen[key] = true;
	if (value_read(out, a, key, line, value, d))
		return true;
	if (key == CHART_KEY_TYPE)
		complain(d, part(line, value), value, IN_CHART_TYPES);
	else
		diag_add(d, &chart_bad_line, part(line, value),
		    ARGS(arg_str(value)));
	return false;
}

const struct chart_order *
chart_read(
    struct arena *a, const struct spans *lines, struct span at, struct diags *d)
{
	struct chart_order *out = ARENA_NEW(a, struct chart_order);
	bool seen[CHART_KEY_MAX] = { false }, ok = true;

	out->at = at;
	for (size_t i = 0; i < lines->n; i++)
		ok &= line_read_into(out, a, seen, lines->at[i], d);
	return ok ? out : NULL;
}

/* --- the table ---------------------------------------------------------- */

struct drawn {
	struct filling *f;
	const struct chart_order *order;
	const struct block *table;
	size_t names; /* the column of what is counted */
	struct chart *chart;
	size_t percents, figures; /* how many of them are in per cent */
};

static struct str
cell_words(const struct drawn *d, const struct block *row, size_t col)
{
	if (col >= row->kids.n)
		return STR("");
	return str_trim(blocks_text(d->f->a, &row->kids.at[col].kids));
}

/* The names stand in the first column, or in the one behind the numbers. */
static size_t
names_column(const struct drawn *d)
{
	const struct block *head = &d->table->kids.at[0];
	struct str s = cell_words(d, head, 0);

	for (size_t i = 0; i < s.n;) {
		uint32_t cp = utf8_next(s, &i);

		if (utf8_is_letter(cp) && cp != 'N' && cp != 'o')
			return 0;
	}
	return head->kids.n > 2;
}

/* Rows across the table are headings, and sums would dwarf what they sum. */
static bool
is_counted(const struct drawn *d, const struct block *row)
{
	struct str right;

	return !row->head && !row->total &&
	       (row->kids.n > 1 || d->table->columns == 1) &&
	       !word_find(IN_TOTALS, cell_words(d, row, d->names), &right);
}

static size_t
column_find(const struct drawn *d, struct str name)
{
	const struct block *head = &d->table->kids.at[0];

	for (size_t i = 0; i < head->kids.n; i++) {
		if (text_same(cell_words(d, head, i), name))
			return i;
	}
	return SIZE_MAX;
}

static void
unknown_column(const struct drawn *d, struct span at)
{
	const struct block *head = &d->table->kids.at[0];
	LIST(struct str) all = { 0 };

	for (size_t i = 0; i < head->kids.n; i++) {
		struct str s = cell_words(d, head, i);

		if (s.n)
			*LIST_ADD(d->f->a, &all) = s;
	}
	*LIST_ADD(d->f->a, &all) = STR("");
	fill_fault(d->f, &chart_no_column, at, ARGS(arg_str(span_text(at))))
	    ->fix = tag_nearest(d->f->d, span_text(at), all.at);
}

/* The first column behind the names that has a figure in its first row. */
static size_t
figures_column(const struct drawn *d)
{
	for (size_t r = 0; r < d->table->kids.n; r++) {
		const struct block *row = &d->table->kids.at[r];
		struct chart_figure g;

		if (!is_counted(d, row))
			continue;
		for (size_t i = d->names + 1; i < row->kids.n; i++) {
			if (figure_read(&g, d->f->a, cell_words(d, row, i)))
				return i;
		}
		break;
	}
	return d->names + 1;
}

static bool
figure_add(struct drawn *d, struct chart_series *to, const struct block *row,
    size_t col)
{
	struct chart_figure *g = LIST_ADD(d->f->a, &to->figures);
	struct str s = cell_words(d, row, col);
	struct span at = d->order->at;

	d->figures++;
	d->percents += str_ends(s, STR("%"));
	if (figure_read(g, d->f->a, s))
		return true;
	if (col < row->kids.n && row->kids.at[col].at.src)
		at = row->kids.at[col].at;
	fill_fault(d->f, &chart_no_figure, at,
	    ARGS(arg_str(
		str_copy(d->f->d->arena, cell_words(d, row, d->names)))));
	return false;
}

static bool
column_add(struct drawn *d, size_t col)
{
	struct chart_series *series = LIST_ADD(d->f->a, &d->chart->series);
	bool ok = true;

	series->name = cell_words(d, &d->table->kids.at[0], col);
	for (size_t r = 0; r < d->table->kids.n; r++) {
		const struct block *row = &d->table->kids.at[r];

		if (is_counted(d, row))
			ok &= figure_add(d, series, row, col);
	}
	return ok;
}

static bool
columns_add(struct drawn *d)
{
	const struct spans *columns = &d->order->columns;
	bool ok = true;

	for (size_t i = 0; i < columns->n; i++) {
		size_t col = column_find(d, span_text(columns->at[i]));

		if (col == SIZE_MAX)
			unknown_column(d, columns->at[i]);
		ok &= col != SIZE_MAX && column_add(d, col);
	}
	if (!columns->n)
		ok = column_add(d, figures_column(d));
	return ok;
}

/* A table of nothing but sums draws nothing. */
static bool
chart_make(struct drawn *d)
{
	struct chart *c = d->chart;

	d->names = names_column(d);
	for (size_t r = 0; r < d->table->kids.n; r++) {
		const struct block *row = &d->table->kids.at[r];

		if (is_counted(d, row))
			*LIST_ADD(d->f->a, &c->labels) =
			    cell_words(d, row, d->names);
	}
	if (!columns_add(d) || !c->labels.n)
		return false;
	c->kind = d->order->kind;
	c->title = d->order->title;
	if (!c->title.n && c->series.n == 1)
		c->title = c->series.at[0].name;
	c->percent = d->percents == d->figures;
	c->alt = chart_text(d->f->a, c, d->f->lang);
	return true;
}

void
chart_fill(
    struct filling *f, struct blocks *out, const struct chart_order *order)
{
	size_t i = out->n;

	/* One table may have several charts. */
	while (i && out->at[i - 1].kind == BLOCK_CHART)
		i--;
	if (!i || out->at[i - 1].kind != BLOCK_TABLE ||
	    !out->at[i - 1].kids.n) {
		fill_fault(f, &chart_no_table, order->at, NO_ARGS);
		return;
	}

	struct drawn d = {
		.f = f,
		.order = order,
		.table = &out->at[i - 1],
		.chart = ARENA_NEW(f->a, struct chart),
	};

	if (!chart_make(&d))
		return;

	struct block *b = block_add(f->a, out, BLOCK_CHART);

	b->at = order->at;
	b->chart = d.chart;
}
