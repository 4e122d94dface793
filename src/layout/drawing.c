/* SPDX-License-Identifier: MIT */
#include "layout/layout_int.h"

/* What charts are drawn with. */

/* --- scale -------------------------------------------------------------- */

/* The nearest 1, 2 or 5 with zeros that is not less, in thousandths. */
static int64_t
round_step(int64_t v)
{
	int64_t ten = 1;

	while (ten < INT64_MAX / 100 && ten * 10 <= v)
		ten *= 10;
	if (v <= ten)
		return ten;
	return v <= 2 * ten ? 2 * ten : v <= 5 * ten ? 5 * ten : 10 * ten;
}

static void
extremes(int64_t *least, int64_t *most, const struct chart *c)
{
	bool any = false;

	*least = *most = 0;
	for (size_t k = 0; k < c->series.n; k++) {
		for (size_t i = 0; i < c->series.at[k].figures.n; i++) {
			int64_t v = c->series.at[k].figures.at[i].v;

			*least = any && *least < v ? *least : v;
			*most = any && *most > v ? *most : v;
			any = true;
		}
	}
}

/*
 * Bars begin at nought, since their lengths are compared; per cent are drawn
 * of a hundred.  Lines may begin higher, where their points lie close together.
 */
struct scale
chart_scale(const struct chart *c)
{
	struct scale s = { 0 };
	int64_t least, most, spread;

	extremes(&least, &most, c);
	if (c->kind == CHART_BARS) {
		s.high = c->percent && most < 100000 ? 100000 : most;
		s.high = s.high ? s.high : 1;
		return s;
	}
	spread = most - least;
	if (spread == 0 || least < spread)
		least = 0;
	s.step = round_step((most - least) / 4 + 1);
	s.low = least / s.step * s.step;
	s.high = (most + s.step - 1) / s.step * s.step;
	if (s.high == s.low)
		s.high += s.step;
	return s;
}

mpt
scale_length(const struct scale *s, int64_t v, mpt whole)
{
	int64_t range = s->high - s->low;

	v -= s->low;
	/* A figure of 12 digits times a length is more than 64 bits. */
	while (v > INT64_MAX / whole) {
		v /= 10;
		range /= 10;
	}
	return (mpt)(v * whole / range);
}

/* --- words and strokes -------------------------------------------------- */

static struct text *
words_make(const struct drawing *d, struct str s, const struct frame *f)
{
	struct runs runs = { 0 };

	run_add(d->s->a, &runs, s, 0)->at = d->block->at;
	return text_make(d->s, &runs, f);
}

struct extent
words_extent(const struct drawing *d, struct str s)
{
	const struct text *t = words_make(d, s, &d->frame);

	return (struct extent){
		.natural = text_natural(t),
		.least = text_least(t),
		.least_hyphenated = text_least_hyphenated(t),
	};
}

struct caption
caption_make(
    const struct drawing *d, struct str s, mpt x, mpt width, enum align align)
{
	struct caption c = { 0 };
	struct frame f = d->frame;

	f.x = x;
	f.width = width;
	f.align = align;
	if (s.n)
		set_text(&c.lines, d->s, words_make(d, s, &f), &f, d->tag);
	for (size_t i = 0; i < c.lines.n; i++)
		c.height += c.lines.at[i].height;
	return c;
}

void
caption_put(const struct drawing *d, const struct caption *c, mpt top)
{
	box_stack(d->box, d->s, &c->lines, top);
}

mpt
words_put(const struct drawing *d, struct str s, mpt x, mpt top, mpt width,
    enum align align)
{
	struct caption c = caption_make(d, s, x, width, align);

	caption_put(d, &c, top);
	return c.height;
}

void
rect_put(const struct drawing *d, mpt x, mpt y, mpt width, mpt height, int grey)
{
	struct mark *m = LIST_ADD(d->s->a, &d->box->marks);

	*m = rule_mark(x, y, width, height);
	m->grey = grey;
	m->tag = d->tag;
}

void
frame_put(
    const struct drawing *d, mpt x, mpt y, mpt width, mpt height, int grey)
{
	const mpt at[5][2] = { { 0, 0 }, { width, 0 }, { width, height },
		{ 0, height }, { 0, 0 } };

	rect_put(d, x, y, width, height, grey);
	for (int i = 0; i < 4; i++)
		line_put(d, x + at[i][0], y + at[i][1], at[i + 1][0] - at[i][0],
		    at[i + 1][1] - at[i][1], CHART_RULE, 0);
}

void
line_put(const struct drawing *d, mpt x, mpt y, mpt width, mpt height,
    mpt thickness, int grey)
{
	*LIST_ADD(d->s->a, &d->box->marks) = (struct mark){
		.kind = MARK_LINE,
		.x = x,
		.y = y,
		.width = width,
		.height = height,
		.size = thickness,
		.grey = grey,
		.tag = d->tag,
	};
}
