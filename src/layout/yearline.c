/* SPDX-License-Identifier: MIT */
#include "base/arena.h"
#include "layout/layout_int.h"

/*
 * The year as a line: months below, quarters as bars over them, sessions as
 * flags on the bars, and a tick below for each day that a task is due.
 */

#define BAND     MM(6) /* height of a quarter's bar */
#define TICK     MM(2.5)
#define STEM_OUT PT(8) /* between the highest bar and the lowest flag */
#define PAD      PT(2)

struct flag {
	struct caption label, date;
	mpt x, width;
	int level; /* 0 is the lowest */
};

static mpt
day_x(const struct drawing *d, int day)
{
	return d->frame.x +
	       (mpt)((int64_t)d->frame.width * day / d->chart->days);
}

/* --- sessions ----------------------------------------------------------- */

/* Words stand at the right of the stem; at the paper's edge, at its left. */
static struct flag
flag_make(const struct drawing *d, const struct chart_day *day)
{
	struct flag f = { .x = day_x(d, day->day) };
	mpt end = d->frame.x + d->frame.width, x = f.x + PAD;
	mpt width = larger(words_extent(d, day->label).natural,
	    words_extent(d, day->date).natural);

	f.width = width + 3 * PAD;
	if (f.x + f.width > end)
		x = f.x - PAD - width;
	f.label = caption_make(d, day->label, x, width + PT(1), ALIGN_LEFT);
	f.date = caption_make(d, day->date, x, width + PT(1), ALIGN_LEFT);
	return f;
}

/* No words over the words or the stem of a later session: from the last to the
 * first, each as low as it can be. */
static int
flags_raise(struct flag *flags, size_t n)
{
	int levels = 0;

	for (size_t i = n; i-- > 0;) {
		struct flag *f = &flags[i];

		for (size_t k = i + 1; k < n; k++) {
			if (flags[k].x < f->x + f->width &&
			    flags[k].level >= f->level)
				f->level = flags[k].level + 1;
		}
		levels = f->level >= levels ? f->level + 1 : levels;
	}
	return levels;
}

static void
draw_sessions(struct drawing *d)
{
	size_t n = d->chart->sessions.n;
	struct flag *flags = ARENA_ARRAY(d->s->a, struct flag, n + 1);
	mpt line = line_height(d->s, &d->frame), high = 2 * line + PAD;
	int levels;

	for (size_t i = 0; i < n; i++)
		flags[i] = flag_make(d, &d->chart->sessions.at[i]);
	levels = flags_raise(flags, n);

	mpt bar = d->y - high * levels - STEM_OUT;

	for (size_t i = 0; i < n; i++) {
		const struct flag *f = &flags[i];
		mpt top = d->y - high * (levels - 1 - f->level);

		caption_put(d, &f->label, top);
		caption_put(d, &f->date, top - line);
		line_put(d, f->x, bar, 0, top - bar, PT(1), 0);
		rect_put(d, f->x - PAD, bar, 2 * PAD, 2 * PAD, 0);
	}
	d->y = bar;
}

/* --- what lies below ---------------------------------------------------- */

static void
draw_quarters(struct drawing *d)
{
	mpt line = line_height(d->s, &d->frame);

	for (size_t i = 0; i < d->chart->quarters.n; i++) {
		const struct chart_stretch *q = &d->chart->quarters.at[i];
		mpt x = day_x(d, q->from), width = day_x(d, q->to) - x;

		/* Of a draft the dates may be wrong. */
		if (width <= 0)
			continue;
		frame_put(d, x, d->y - BAND, width, BAND, 90);
		if (words_extent(d, q->label).natural + 2 * PAD <= width)
			words_put(d, q->label, x, d->y - (BAND - line) / 2,
			    width, ALIGN_CENTRE);
	}
}

static void
draw_ticks(struct drawing *d)
{
	for (size_t i = 0; i < d->chart->ticks.n; i++)
		line_put(d, day_x(d, d->chart->ticks.at[i]), d->y - PAD, 0,
		    -TICK, PT(1), 0);
	d->y -= TICK + 2 * PAD;
}

static void
draw_months(struct drawing *d)
{
	mpt high = 0;

	rect_put(d, d->frame.x, d->y, d->frame.width, CHART_RULE, 0);
	for (size_t i = 0; i < d->chart->months.n; i++) {
		const struct chart_stretch *m = &d->chart->months.at[i];
		mpt x = day_x(d, m->from), width = day_x(d, m->to) - x;

		if (i)
			line_put(d, x, d->y, 0, -PT(4), CHART_RULE, 0);
		high = larger(high,
		    words_put(d, m->label, x, d->y - PAD, width, ALIGN_CENTRE));
	}
	d->y -= high + PAD;
}

static void
draw_meaning(struct drawing *d)
{
	struct str name = d->chart->ticks_name;

	if (!d->chart->ticks.n)
		return;
	d->y -= 2 * PAD;
	line_put(d, d->frame.x + PAD, d->y - 2 * PAD, 0, -TICK, PT(1), 0);
	d->y -= words_put(d, name, d->frame.x + 4 * PAD, d->y,
	    d->frame.width - 4 * PAD, ALIGN_LEFT);
}

void
draw_year(struct drawing *d)
{
	d->y -= PAD;
	draw_sessions(d);
	draw_quarters(d);
	d->y -= BAND;
	draw_ticks(d);
	draw_months(d);
	draw_meaning(d);
}
