/* SPDX-License-Identifier: MIT */
#include "doc/chart.h"

#include "base/arena.h"

static const struct words word_chart = WORDS("Chart", "Диаграмма", "Диаграмма");

static void
add_series(struct strbuf *b, const struct chart *c, size_t k)
{
	const struct chart_series *s = &c->series.at[k];

	for (size_t i = 0; i < s->figures.n && i < c->labels.n; i++) {
		buf_add(b, i ? STR(", ") : STR(""));
		buf_add(b, c->labels.at[i]);
		buf_add(b, STR(" – "));
		buf_add(b, s->figures.at[i].text);
	}
}

struct str
chart_text(struct arena *a, const struct chart *c, enum lang lang)
{
	struct strbuf b;

	buf_init(&b, a);
	buf_add(&b, str_from(words_in(&word_chart, lang)));
	buf_add(&b, STR(": "));
	buf_add(&b, c->title);
	for (size_t k = 0; k < c->series.n; k++) {
		struct str name = c->series.at[k].name;

		/* One series is named by the title. */
		if (k || c->title.n)
			buf_add(&b, STR("; "));
		if (c->series.n > 1 || !c->title.n) {
			buf_add(&b, name);
			buf_add(&b, STR(": "));
		}
		add_series(&b, c, k);
	}
	return buf_str(&b);
}
