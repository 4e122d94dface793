/* SPDX-License-Identifier: MIT */
#include "base/arena.h"
#include "base/utf8.h"
#include "msg/grammar.h"
#include "template/template_int.h"

/*
 * A table that counts.  Figures are whole thousandths; a cell with {{sum}} is
 * the figures above it, so that what stands behind it may use it.
 */

#define DIGITS_MAX 12 /* of a figure: sums of a whole file stay in 64 bits */

struct figure {
	bool given;
	bool sum;     /* of the figures above, and not one of its own */
	int64_t v;    /* thousandths */
	int decimals; /* as printed, 0 to 3 */
};

struct figures {
	size_t rows, cols;
	struct figure *at;     /* rows times cols */
	struct figure *totals; /* of each column, sums left out */
	size_t mark[6]; /* the column headed 5, 4, 3, 2; cols where none is */
};

enum figure_kind
figure_of(const struct known *k)
{
	return k->word ? (enum figure_kind)k->word->value : FIGURE_NONE;
}

/* 14; 1 250; 52,4; 52.4 %: digits, spaces among them, up to three decimals. */
static struct figure
figure_parse(struct str s)
{
	struct figure out = { 0 };
	int digits = 0;
	bool point = false;

	for (size_t i = 0; i < s.n;) {
		uint32_t cp = utf8_next(s, &i);

		if (cp >= '0' && cp <= '9') {
			if (++digits > DIGITS_MAX || out.decimals == 3)
				return (struct figure){ 0 };
			out.v = out.v * 10 + (int64_t)(cp - '0');
			out.decimals += point;
		} else if ((cp == ',' || cp == '.') && digits && !point) {
			point = true;
		} else if (cp == '%' && i == s.n) {
			break;
		} else if (cp != ' ' && cp != 0xA0 && cp != 0x202F) {
			return (struct figure){ 0 };
		}
	}
	for (int i = out.decimals; i < 3; i++)
		out.v *= 10;
	out.given = digits;
	return out;
}

static struct figure *
figure_at(const struct figures *g, size_t row, size_t col)
{
	return &g->at[row * g->cols + col];
}

/* The mark that heads a column: 5, "5", «5»; 0 where it is something else. */
static size_t
mark_of(struct str head)
{
	size_t mark = 0;

	for (size_t i = 0; i < head.n;) {
		uint32_t cp = utf8_next(head, &i);

		if (utf8_is_letter(cp) || (mark && utf8_is_digit(cp)))
			return 0;
		if (cp >= '2' && cp <= '5')
			mark = cp - '0';
		else if (utf8_is_digit(cp))
			return 0;
	}
	return mark;
}

/* A cell's words, with the value in the place of a tag that stands alone. */
static struct str
cell_text(struct filling *f, const struct block *cell, bool *sum)
{
	struct str s = str_trim(blocks_text(f->a, &cell->kids));
	size_t n = s.n;

	if (!str_starts(s, STR("{{")) || str_find(s, STR("}}")) + 2 != n)
		return s;

	struct str word = str_trim(str_head(str_skip(s, 2), n - 4));
	const struct value *v = live_value(f, word);

	*sum = figure_of(live_known(f, word)) == FIGURE_SUM;
	return v ? v->text : s;
}

static void
add(struct figure *to, const struct figure *g)
{
	to->given = true;
	to->v += g->v;
	if (g->decimals > to->decimals)
		to->decimals = g->decimals;
}

static void
row_read(
    struct filling *f, struct figures *g, size_t r, const struct block *row)
{
	for (size_t i = 0; i < row->kids.n && i < g->cols; i++) {
		struct figure *at = figure_at(g, r, i);
		bool sum = false;
		struct str s = cell_text(f, &row->kids.at[i], &sum);
		size_t mark = row->head ? mark_of(s) : 0;

		if (mark)
			g->mark[mark] = i;
		if (row->head)
			continue;
		*at = sum ? g->totals[i] : figure_parse(s);
		at->sum = sum;
		if (at->given && !sum)
			add(&g->totals[i], at);
	}
}

struct figures *
figures_read(struct filling *f, const struct block *table)
{
	struct figures *g = ARENA_NEW(f->a, struct figures);

	g->rows = table->kids.n;
	g->cols = (size_t)table->columns;
	g->at = ARENA_ARRAY(f->a, struct figure, g->rows * g->cols);
	g->totals = ARENA_ARRAY(f->a, struct figure, g->cols);
	for (size_t i = 0; i < sizeof(g->mark) / sizeof(*g->mark); i++)
		g->mark[i] = g->cols;
	for (size_t r = 0; r < g->rows; r++)
		row_read(f, g, r, &table->kids.at[r]);
	return g;
}

bool
figures_sum_up(const struct figures *g, size_t row)
{
	bool sum = false;

	for (size_t i = 0; i < g->cols && row < g->rows; i++)
		sum = sum || figure_at(g, row, i)->sum;
	return sum;
}

/* As it was typed, but a comma parts the decimals. */
bool
figure_read(struct chart_figure *out, struct arena *a, struct str s)
{
	struct figure g = figure_parse(s);
	struct strbuf b;

	buf_init(&b, a);
	for (size_t i = 0; i < s.n; i++)
		buf_byte(&b, (char)(s.p[i] == '.' ? ',' : s.p[i]));
	*out = (struct chart_figure){ g.v, buf_str(&b) };
	return g.given;
}

static struct str
share_text(struct arena *a, const struct figures *g, size_t row, size_t col)
{
	while (col > 0 && !figure_at(g, row, col - 1)->given)
		col--;
	if (!col || !g->totals[col - 1].v)
		return STR("");
	return percent_text(a, percent_tenths(figure_at(g, row, col - 1)->v,
				   g->totals[col - 1].v));
}

/* Pupils with one of the marks from 5 down to `least`, in this row. */
static int64_t
pupils(const struct figures *g, size_t row, size_t least)
{
	int64_t n = 0;

	for (size_t mark = least; mark <= 5; mark++) {
		if (g->mark[mark] < g->cols)
			n += figure_at(g, row, g->mark[mark])->v;
	}
	return n;
}

static struct str
marks_text(struct arena *a, const struct figures *g, size_t row, size_t least)
{
	int64_t all = pupils(g, row, 2);

	for (size_t mark = least; mark <= 5; mark++) {
		if (g->mark[mark] == g->cols)
			return STR("");
	}
	if (!all)
		return STR("");
	return percent_text(a, percent_tenths(pupils(g, row, least), all));
}

struct str
figures_text(struct filling *f, const struct figures *g, size_t row, size_t col,
    enum figure_kind kind, struct span at)
{
	struct str s = STR("");

	if (row >= g->rows || col >= g->cols)
		return s;
	switch (kind) {
	case FIGURE_SUM:
		if (figure_at(g, row, col)->given)
			s = decimal_text(f->a, figure_at(g, row, col)->v,
			    figure_at(g, row, col)->decimals);
		break;
	case FIGURE_SHARE:
		s = share_text(f->a, g, row, col);
		break;
	case FIGURE_QUALITY:
		s = marks_text(f->a, g, row, 4);
		break;
	case FIGURE_PASS:
		s = marks_text(f->a, g, row, 3);
		break;
	case FIGURE_NONE:
		break;
	}
	if (!s.n)
		fill_fault(f, &report_nothing_to_count, at,
		    ARGS(arg_str(span_text(at))));
	return s;
}
