/* SPDX-License-Identifier: MIT */
#include "layout/layout_int.h"
#include "msg/grammar.h"

/* Bars, upright or lying, and lines. */

#define PLOT       MM(30) /* height of what is measured in */
#define SLOT_MAX   MM(36) /* of one label's width */
#define BAR_MAX    MM(13)
#define GAP        PT(4)
#define BARS_LEAST PT(30) /* for the longest of lying bars */
#define MARKER     PT(2)  /* half of one */

/* The points of more lines than these lie too close for figures at each; the
 * table above has them. */
#define FIGURES_MAX ((size_t)2)

/* How the n-th series looks; told apart in a copy, too. */
static const struct look {
	int fill, stroke; /* lightness, per cent */
	mpt thickness;
} looks[CHART_SERIES_MAX] = {
	{ 55, 0, PT(1.2) },
	{ 92, 40, PT(1.2) },
	{ 25, 60, PT(0.8) },
	{ 100, 20, PT(0.6) },
};

/* What the labels and the figures of a chart need. */
struct needs {
	mpt label, label_word; /* on one line; its longest word */
	mpt figure;
	mpt line; /* height of one */
};

static struct needs
needs_measure(const struct drawing *d)
{
	const struct chart *c = d->chart;
	struct needs n = { .line = line_height(d->s, &d->frame) };

	for (size_t i = 0; i < c->labels.n; i++) {
		struct extent e = words_extent(d, c->labels.at[i]);

		n.label = larger(n.label, e.natural);
		n.label_word = larger(n.label_word, e.least);
	}
	for (size_t k = 0; k < c->series.n; k++) {
		const struct chart_series *s = &c->series.at[k];

		for (size_t i = 0; i < s->figures.n; i++)
			n.figure = larger(n.figure,
			    words_extent(d, s->figures.at[i].text).natural);
	}
	return n;
}

/* --- the key to several series ------------------------------------------ */

static void
marker_put(const struct drawing *d, size_t series, mpt x, mpt y)
{
	mpt r = MARKER;

	switch (series) {
	case 0:
		rect_put(d, x - r, y - r, 2 * r, 2 * r, 0);
		break;
	case 1:
		frame_put(d, x - r, y - r, 2 * r, 2 * r, 100);
		break;
	case 2:
		line_put(d, x - r, y - r, 2 * r, 2 * r, PT(1), 0);
		line_put(d, x - r, y + r, 2 * r, -2 * r, PT(1), 0);
		break;
	default:
		line_put(d, x - r, y, 2 * r, 0, PT(1), 0);
		line_put(d, x, y - r, 0, 2 * r, PT(1), 0);
		break;
	}
}

static mpt
sample_width(const struct chart *c)
{
	return c->kind == CHART_BARS ? PT(8) : PT(16);
}

/* In the middle, where all of it has room on one line. */
static mpt
key_start(const struct drawing *d)
{
	const struct chart *c = d->chart;
	mpt all = -4 * GAP;

	for (size_t k = 0; k < c->series.n; k++)
		all += sample_width(c) + 5 * GAP +
		       words_extent(d, c->series.at[k].name).natural;
	return d->frame.x + larger(0, (d->frame.width - all) / 2);
}

/* Each series' look and name, side by side as far as there is room. */
static void
draw_key(struct drawing *d)
{
	const struct chart *c = d->chart;
	mpt x = key_start(d), high = 0;
	mpt sample = sample_width(c);

	for (size_t k = 0; k < c->series.n && c->series.n > 1; k++) {
		const struct look *look = &looks[k];
		struct str name = c->series.at[k].name;
		mpt own = words_extent(d, name).natural;
		mpt room = smaller(own, d->frame.width - sample - GAP);
		mpt middle = d->y - d->frame.size * 3 / 5;

		if (k &&
		    x + sample + GAP + room > d->frame.x + d->frame.width) {
			x = d->frame.x;
			d->y -= high;
			middle -= high;
			high = 0;
		}
		if (c->kind == CHART_BARS) {
			frame_put(d, x, middle - sample / 2, sample, sample,
			    look->fill);
		} else {
			line_put(d, x, middle, sample, 0, look->thickness,
			    look->stroke);
			marker_put(d, k, x + sample / 2, middle);
		}
		high = larger(high, words_put(d, name, x + sample + GAP, d->y,
					room + PT(1), ALIGN_LEFT));
		x += sample + GAP + room + 4 * GAP;
	}
	d->y -= high ? high + GAP : 0;
}

/* --- upright bars ------------------------------------------------------- */

/* Labels below the base, each in the middle of its slot. */
static void
draw_labels(struct drawing *d, mpt x, mpt slot)
{
	const struct chart *c = d->chart;
	mpt high = 0;

	for (size_t i = 0; i < c->labels.n; i++)
		high = larger(high,
		    words_put(d, c->labels.at[i], x + (mpt)i * slot + PT(1),
			d->y - PT(3), slot - PT(2), ALIGN_CENTRE));
	d->y -= high + PT(3);
}

static mpt
column_width(const struct chart *c, mpt slot)
{
	return smaller(slot * 7 / 10 / (mpt)c->series.n, BAR_MAX);
}

static void
draw_upright(struct drawing *d, const struct needs *needs, mpt slot)
{
	const struct chart *c = d->chart;
	struct scale scale = chart_scale(c);
	mpt bar = column_width(c, slot), all = bar * (mpt)c->series.n;
	mpt x = d->frame.x + (d->frame.width - slot * (mpt)c->labels.n) / 2;
	mpt base = d->y - needs->line - PLOT;

	for (size_t i = 0; i < c->labels.n; i++) {
		mpt left = x + (mpt)i * slot + (slot - all) / 2;

		for (size_t k = 0; k < c->series.n; k++, left += bar) {
			const struct chart_figure *g =
			    &c->series.at[k].figures.at[i];
			mpt high = scale_length(&scale, g->v, PLOT);

			if (high)
				frame_put(
				    d, left, base, bar, high, looks[k].fill);
			words_put(d, g->text, left - slot / 2,
			    base + high + needs->line + PT(1), bar + slot,
			    ALIGN_CENTRE);
		}
	}
	rect_put(
	    d, x, base - CHART_RULE, slot * (mpt)c->labels.n, CHART_RULE, 0);
	d->y = base;
	draw_labels(d, x, slot);
}

/* --- lying bars --------------------------------------------------------- */

/* One label with its bars; how high it is. */
static mpt
draw_group(struct drawing *d, const struct scale *scale, size_t i, mpt label,
    mpt bar, const struct needs *needs)
{
	const struct chart *c = d->chart;
	mpt x = d->frame.x, base = x + label + GAP;
	mpt whole = d->frame.width - label - 2 * GAP - needs->figure;
	mpt step = larger(bar, needs->line), bars = step * (mpt)c->series.n;
	struct caption name =
	    caption_make(d, c->labels.at[i], x, label, ALIGN_RIGHT);
	mpt high = larger(bars, name.height);
	mpt top = d->y - (high - bars) / 2;

	caption_put(d, &name, d->y - (high - name.height) / 2);
	for (size_t k = 0; k < c->series.n; k++, top -= step) {
		const struct chart_figure *g = &c->series.at[k].figures.at[i];
		mpt length = scale_length(scale, g->v, whole);

		if (length)
			frame_put(d, base, top - (step + bar) / 2, length, bar,
			    looks[k].fill);
		words_put(d, g->text, base + length + GAP,
		    top - (step - needs->line) / 2, needs->figure + PT(1),
		    ALIGN_LEFT);
	}
	return high;
}

static void
draw_lying(struct drawing *d, const struct needs *needs)
{
	const struct chart *c = d->chart;
	struct scale scale = chart_scale(c);
	bool few = c->labels.n * c->series.n <= 6;
	mpt label = smaller(needs->label + PT(1), d->frame.width * 2 / 5);
	mpt bar = few ? PT(13) : PT(10), gap = few ? PT(6) : PT(4);
	mpt top = d->y;

	d->too_big = d->frame.width * 3 / 5 - needs->figure < BARS_LEAST;
	if (d->too_big)
		return;
	for (size_t i = 0; i < c->labels.n; i++)
		d->y -= draw_group(d, &scale, i, label, bar, needs) + gap;
	d->y += gap;
	rect_put(d, d->frame.x + label + GAP - CHART_RULE, d->y - PT(2),
	    CHART_RULE, top - d->y + PT(4), 0);
	d->y -= PT(2);
}

/* Upright where every label has room below its bar, on two lines at most. */
void
draw_bars(struct drawing *d)
{
	struct needs needs = needs_measure(d);
	size_t n = d->chart->labels.n;
	mpt slot = smaller(d->frame.width / (mpt)n, SLOT_MAX);
	mpt over =
	    d->chart->series.n > 1 ? column_width(d->chart, slot) : slot - GAP;

	draw_key(d);
	if (needs.label_word <= slot - GAP &&
	    needs.label <= 2 * (slot - GAP) * 9 / 10 && needs.figure <= over)
		draw_upright(d, &needs, slot);
	else
		draw_lying(d, &needs);
}

/* --- lines -------------------------------------------------------------- */

/* Where the lines of a chart are drawn. */
struct plot {
	struct drawing *d;
	struct scale scale;
	struct needs needs;
	mpt x, slot, base;
};

static mpt
plot_x(const struct plot *p, size_t i)
{
	return p->x + (mpt)i * p->slot + p->slot / 2;
}

static mpt
plot_y(const struct plot *p, size_t k, size_t i)
{
	return p->base + scale_length(&p->scale,
			     p->d->chart->series.at[k].figures.at[i].v, PLOT);
}

static struct str
step_text(const struct plot *p, int64_t v)
{
	int64_t step = p->scale.step;
	int decimals = step % 1000 == 0  ? 0
		       : step % 100 == 0 ? 1
		       : step % 10 == 0  ? 2
					 : 3;

	return decimal_text(p->d->s->a, v, decimals);
}

/* The figures of the scale at the left; it may begin above nought. */
static mpt
steps_width(const struct plot *p)
{
	mpt width = 0;

	for (int64_t v = p->scale.low; v <= p->scale.high; v += p->scale.step)
		width =
		    larger(width, words_extent(p->d, step_text(p, v)).natural);
	return width;
}

static void
draw_grid(const struct plot *p, mpt width)
{
	struct drawing *d = p->d;
	mpt long_ = p->slot * (mpt)d->chart->labels.n;

	for (int64_t v = p->scale.low; v <= p->scale.high; v += p->scale.step) {
		mpt y = p->base + scale_length(&p->scale, v, PLOT);
		bool first = v == p->scale.low;

		line_put(d, p->x, y, long_, 0, first ? CHART_RULE : PT(0.3),
		    first ? 0 : 75);
		words_put(d, step_text(p, v), d->frame.x, y + p->needs.line / 2,
		    width + PT(1), ALIGN_RIGHT);
	}
}

static void
draw_strokes(const struct plot *p)
{
	const struct chart *c = p->d->chart;

	for (size_t k = 0; k < c->series.n; k++) {
		for (size_t i = 0; i + 1 < c->labels.n; i++) {
			mpt x = plot_x(p, i), y = plot_y(p, k, i);

			line_put(p->d, x, y, plot_x(p, i + 1) - x,
			    plot_y(p, k, i + 1) - y, looks[k].thickness,
			    looks[k].stroke);
		}
	}
	for (size_t k = 0; k < c->series.n; k++) {
		for (size_t i = 0; i < c->labels.n; i++)
			marker_put(p->d, k, plot_x(p, i), plot_y(p, k, i));
	}
}

/* Whether the strokes of a point both rise from it. */
static bool
is_valley(const struct plot *p, size_t i)
{
	mpt y = plot_y(p, 0, i);

	return (i == 0 || plot_y(p, 0, i - 1) > y) &&
	       (i + 1 == p->d->chart->labels.n || plot_y(p, 0, i + 1) > y);
}

/*
 * Tops of the figures at one label: above the point; in a valley, and the lower
 * one of two, below it, if it stays above the base; and never over the other.
 */
static void
figures_place(const struct plot *p, size_t i, mpt *top)
{
	size_t n = p->d->chart->series.n, high = 0, low = n - 1;
	mpt line = p->needs.line, off = MARKER + PT(1);

	if (n == 2 && plot_y(p, 0, i) < plot_y(p, 1, i)) {
		high = 1;
		low = 0;
	}
	top[high] = plot_y(p, high, i) + off + line;
	if (n < 2 && !is_valley(p, i))
		return;
	top[low] = plot_y(p, low, i) - off;
	if (top[low] - line < p->base)
		top[low] += 2 * off + line;
	if (n > 1)
		top[high] = larger(top[high], top[low] + line);
}

/* The figures at all points, or the blanks for them in the grid. */
static void
draw_figures(const struct plot *p, bool blank)
{
	const struct chart *c = p->d->chart;
	mpt top[FIGURES_MAX], line = p->needs.line;

	for (size_t i = 0; i < c->labels.n; i++) {
		mpt x = plot_x(p, i);

		figures_place(p, i, top);
		for (size_t k = 0; k < c->series.n; k++) {
			struct str s = c->series.at[k].figures.at[i].text;
			mpt wide = words_extent(p->d, s).natural;

			if (blank)
				rect_put(p->d, x - wide / 2,
				    top[k] - line + PT(1), wide, line - PT(2),
				    100);
			else
				words_put(p->d, s, x - wide, top[k], 2 * wide,
				    ALIGN_CENTRE);
		}
	}
}

void
draw_lines(struct drawing *d)
{
	struct plot p = { .d = d,
		.scale = chart_scale(d->chart),
		.needs = needs_measure(d) };
	mpt width = steps_width(&p);
	size_t n = d->chart->labels.n;

	draw_key(d);
	p.x = d->frame.x + width + GAP;
	p.slot = (d->frame.width - width - GAP) / (mpt)n;
	p.base = d->y - p.needs.line - GAP - PLOT;
	d->too_big = p.slot < p.needs.figure;
	if (d->too_big)
		return;
	draw_grid(&p, width);
	if (d->chart->series.n <= FIGURES_MAX)
		draw_figures(&p, true);
	draw_strokes(&p);
	if (d->chart->series.n <= FIGURES_MAX)
		draw_figures(&p, false);
	d->y = p.base;
	draw_labels(d, p.x, p.slot);
}
