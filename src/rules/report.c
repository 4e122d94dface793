/* SPDX-License-Identifier: MIT */
/* Clause 5.5: the council reports to the pedagogical council. */
#include "rules/rules_int.h"

const struct plan_item *
planned_report(const struct year *y)
{
	for (size_t i = 0; i < y->plan.items.n; i++) {
		if (y->plan.items.at[i].duties & DUTY_REPORT)
			return &y->plan.items.at[i];
	}
	return NULL;
}

/* False while nobody can expect a report yet. */
static bool
report_severity(enum severity *out, const struct check *c)
{
	const struct plan_item *it = planned_report(c->year);

	if (date_cmp(c->today, c->year->calendar.report_deadline.d) > 0) {
		*out = SEV_ERROR;
		return true;
	}
	*out = SEV_WARNING;
	if (it && date_is_set(plan_item_last(it)))
		return date_cmp(c->today, plan_item_last(it)) > 0;
	return year_is_finished(c->year, c->today);
}

/* A report on the council's work is given at the pedagogical council.  Of one
 * without a date, or that could not be read, the reader has spoken. */
void
check_report_given(const struct year *y, struct check *c)
{
	const struct report *r = &y->report;
	const struct plan_item *it = planned_report(y);
	struct date due = y->calendar.report_deadline.d;
	enum severity severity;

	if (date_cmp(due, duty_begins(c)) < 0 ||
	    (r->source->state != SOURCE_ABSENT && !date_is_set(r->date.d)) ||
	    (date_is_set(r->date.d) && date_cmp(r->date.d, c->today) <= 0) ||
	    !report_severity(&severity, c))
		return;
	if (it && date_is_set(plan_item_last(it)))
		due = plan_item_last(it);

	struct diag *g = found_as(c, severity, span_or(r->date.at, r->source),
	    ARGS(arg_str(year_text(c->a, y->first)), arg_date(c, due)));

	if (it)
		g->related = span_or(it->date.at, y->plan.source);
}

/* The report tells the year's results: they are drawn before. */
void
check_report_early(const struct year *y, struct check *c)
{
	const struct report *r = &y->report;

	if (!date_is_set(r->date.d))
		return;
	for (size_t i = 0; i < y->sessions.n; i++) {
		const struct session *s = y->sessions.at[i];
		const struct calendar *k = &y->calendar;
		const struct item *it = session_duty(s, DUTY_YEAR_RESULTS);

		if (!it || !session_took_place(s) || !k->quarters.n ||
		    date_cmp(session_date(s), LIST_LAST(&k->quarters)->from.d) <
			0 ||
		    date_cmp(r->date.d, session_date(s)) >= 0)
			continue;

		struct diag *g = found(c, r->date.at,
		    ARGS(arg_date(c, r->date.d), arg_date(c, session_date(s))));

		g->related = it->duties_at;
	}
}

/* The number of the pedagogical council's minutes lets anybody look it up. */
void
check_report_protocol(const struct year *y, struct check *c)
{
	const struct report *r = &y->report;

	if (r->readable && date_is_set(r->date.d) && !r->protocol.s.n)
		found(c, r->date.at, ARGS(arg_str(year_text(c->a, y->first))));
}
