/* SPDX-License-Identifier: MIT */
#include "view/view_int.h"

static void
put_figures(struct making *m, struct value *g, const struct tally *t)
{
	size_t served = 0;

	for (size_t i = 0; i < t->nfunctions; i++)
		served += t->functions[i].done + t->functions[i].items > 0;

	const struct {
		const char *name;
		size_t n;
	} figures[] = {
		{ "members", t->members.n },
		{ "sessions", t->sessions.n },
		{ "items", t->items },
		{ "decisions", t->decisions },
		{ "plan-items", t->year->plan.items.n },
		{ "plan-done", t->plan_done },
		{ "plan-open", t->year->plan.items.n - t->plan_done },
		{ "functions", served },
		{ "waivers", t->year->waivers.n },
	};

	for (size_t i = 0; i < sizeof(figures) / sizeof(figures[0]); i++)
		put_number(m, g, figures[i].name, (int64_t)figures[i].n);
}

void
put_report(struct making *m, struct value *g)
{
	const struct year *y = m->paper->year;
	const struct report *r = &y->report;
	struct value *considered = value_in(g, "considered", VALUE_GROUP);
	struct tally t;

	tally_count(&t, m->arena, y, m->paper->date);
	put_officers(m, g, &t);
	put_date(m, g, "date", m->paper->date, r->date.at);
	put_date(m, considered, "date", r->date.d, r->date.at);
	put_written(m, considered, "protocol", &r->protocol);
	put_refs(m, g, "reporters", &r->reporters);
	put_live(m, g, "body", &r->body);
	if (t.seats)
		put_text(m, g, "attendance",
		    percent_text(m->arena, percent_tenths(t.present, t.seats)),
		    (struct span){ .src = NULL });
	put_figures(m, g, &t);
	put_tasks(m, g, &t);
	put_tables(m, g, &t);
}
