/* SPDX-License-Identifier: MIT */
#include "layout/layout_int.h"

/*
 * A chart is one box: it stands whole, below the table that it draws.  All of
 * its marks, words too, are content of one Figure, whose alternative text says
 * the same (ISO 14289-1, 7.3).
 */

#define TYPE_LEAST  PT(8)
#define WIDTH_LEAST MM(60) /* deep in lists there may be less */

static void (*const painters[])(struct drawing *d) = {
	[CHART_BARS] = draw_bars,
	[CHART_LINES] = draw_lines,
	[CHART_YEAR] = draw_year,
};

/* Whether words stand here that may introduce what follows. */
static bool
is_introduction(const struct setter *s, const struct box *b)
{
	uint32_t tag = b->marks.n ? LIST_LAST(&b->marks)->tag : TAG_NONE;

	return tag != TAG_NONE && !b->head &&
	       s->out->tags.at[tag].kind != TAG_FIGURE;
}

/*
 * The table above and its introduction stay with the chart, or, where they
 * take more than half a page together, its last two rows.
 */
static void
keep_above(struct boxes *to, const struct setter *s, mpt height)
{
	size_t first = to->n;

	while (first && to->at[first - 1].head)
		first--;
	if (first == to->n)
		return;
	/* What is repeated begins with the word that the table goes on. */
	first -= to->at[first].head->n - 1;
	for (size_t i = first; i < to->n; i++)
		height += to->at[i].height;
	if (height > body_height(s) / 2)
		first = to->n - 2;
	else if (first && is_introduction(s, &to->at[first - 1]))
		first--;
	for (size_t i = first; i < to->n; i++)
		to->at[i].keep = true;
}

void
set_chart(struct boxes *to, struct setter *s, struct matter *m,
    const struct frame *f, uint32_t parent)
{
	const struct block *b = m->block;
	struct box box = { .before = f->size / 3 };
	struct drawing d = {
		.s = s,
		.block = b,
		.chart = b->chart,
		.box = &box,
		.frame = *f,
		.tag = tag_add(s, TAG_FIGURE, parent),
	};

	s->out->tags.at[d.tag].alt = b->chart->alt;
	d.frame.indent = 0;
	d.frame.size = larger(s->sheet->size - PT(4), TYPE_LEAST);
	d.frame.leading = 100;
	d.frame.justify = false;
	d.frame.hyphenate = s->sheet->hyphenate;
	d.too_big = f->width < WIDTH_LEAST;
	if (b->chart->title.n && !d.too_big)
		d.y -= words_put(&d, b->chart->title, f->x, d.y, f->width,
			   ALIGN_CENTRE) +
		       PT(6);
	if (!d.too_big)
		painters[b->chart->kind](&d);
	box.height = -d.y + f->size / 2;
	if (d.too_big || box.height > body_height(s) * 4 / 5) {
		const struct run placed = { .at = b->at };

		diag_add(s->d, &chart_too_big, run_place(s, &placed), NO_ARGS);
		s->ok = false;
		return;
	}
	keep_above(to, s, box.height);
	*LIST_ADD(s->a, to) = box;
}
