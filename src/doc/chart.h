/* SPDX-License-Identifier: MIT */
#ifndef DOC_CHART_H
#define DOC_CHART_H

/*
 * A chart as data: what it shows, not how it looks.  What it draws it also says
 * in words, for those who do not see it.  It lies in the arena of the blocks
 * that it stands among.
 */

#include <stdbool.h>
#include <stdint.h>

#include "base/list.h"
#include "base/str.h"
#include "msg/msg.h"
#include "words/meaning.h"

struct chart_figure {
	int64_t v;       /* thousandths, not negative */
	struct str text; /* as printed: "14", "55,1 %" */
};
struct chart_series {
	struct str name;
	LIST(struct chart_figure) figures; /* one a label */
};

/* In a year's line days count from its first, 0. */
struct chart_stretch {
	int from, to; /* to: the day behind the last */
	struct str label;
};
struct chart_day {
	int day;
	struct str label, date;
};

struct chart {
	enum chart_kind kind;
	struct str title; /* or empty */
	struct str alt;
	bool percent; /* the whole is 100 */
	LIST(struct str) labels;
	LIST(struct chart_series) series;
	/* CHART_YEAR */
	int days; /* of the whole line */
	LIST(struct chart_stretch) months;
	LIST(struct chart_stretch) quarters;
	LIST(struct chart_day) sessions;
	LIST(int) ticks;
	struct str ticks_name; /* what a tick means */
};

#define CHART_SERIES_MAX ((size_t)4) /* more are not told apart in print */

/* Bars and lines in words: "Диаграмма: Саны; Жогорку – 14, Биринчи – 21". */
struct str chart_text(struct arena *a, const struct chart *c, enum lang lang);

#endif
