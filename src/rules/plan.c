/* SPDX-License-Identifier: MIT */
/* Clause 5.1: the plan exists, is approved first, and is followed. */
#include "rules/rules_int.h"

/* The council works by a plan; it is due when the first session is over, or the
 * year. */
void
check_plan_given(const struct year *y, struct check *c)
{
	struct sessions held;

	held_sessions(&held, c);
	if (y->plan.source->state != SOURCE_ABSENT ||
	    (!held.n && !year_is_finished(y, c->today)))
		return;
	found_as(c,
	    held.n > 1 || year_is_finished(c->year, c->today) ? SEV_ERROR
							      : SEV_WARNING,
	    source_span(y->plan.source, 0, 0),
	    ARGS(arg_str(year_text(c->a, y->first))));
}

/* The plan is approved in the first session. */
void
check_plan_approved(const struct year *y, struct check *c)
{
	const struct session *in = NULL;
	struct sessions held;

	held_sessions(&held, c);
	if (!first_is_known(&held))
		return;
	for (size_t i = 0; i < held.n && !in; i++) {
		if (session_duty(held.at[i], DUTY_APPROVE_PLAN))
			in = held.at[i];
	}
	if (in == held.at[0])
		return;

	const struct session *first = held.at[0];
	bool late = in || held.n > 1 || year_is_finished(c->year, c->today);
	struct span at = source_span(first->source, 0, 0);

	if (first->items.n)
		at = span_or(first->items.at[0].title.at, first->source);

	struct diag *g = found_as(c, late ? SEV_ERROR : SEV_WARNING, at,
	    ARGS(arg_date(c, session_date(first)),
		in ? arg_date(c, session_date(in)) : arg_words(&not_yet)));

	if (in)
		g->related = session_duty(in, DUTY_APPROVE_PLAN)->duties_at;
	about_first(g, y, first);
}

/* Whether the days of all planned sessions were read: one whose day is not
 * known may be any. */
static bool
plan_is_known(const struct year *y)
{
	for (size_t i = 0; i < y->plan.items.n; i++) {
		const struct plan_item *it = &y->plan.items.at[i];

		if (it->session.on && !date_is_set(plan_item_first(it)))
			return false;
	}
	return y->plan.readable && !y->plan.broken && y->plan.items.n;
}

/* The plan has a session for every quarter. */
void
check_plan_covers_quarters(const struct year *y, struct check *c)
{
	struct sessions held;
	struct periods l;
	bool approved = year_is_finished(c->year, c->today);

	if (!plan_is_known(y))
		return;
	held_sessions(&held, c);
	for (size_t i = 0; i < held.n && !approved; i++)
		approved = session_duty(held.at[i], DUTY_APPROVE_PLAN);
	year_periods(&l, c);
	for (size_t i = 0; i < l.n; i++) {
		const struct period *p = &l.at[i];

		if (!p->due || p->planned >= l.minimum)
			continue;

		struct diag *g = found_as(c, approved ? SEV_ERROR : SEV_WARNING,
		    source_span(y->plan.source, 0, 0),
		    ARGS(arg_number(c->a, p->number),
			arg_words(words_meaning(c->a, IN_PERIODS, (int)l.per)),
			arg_number(c->a, p->planned),
			arg_number(c->a, l.minimum)));

		g->related = span_or(p->first->from.at, y->calendar.source);
		about_days(g, p->from, p->until);
	}
}

/* A session beside the plan is allowed, and worth knowing of. */
void
check_session_planned(const struct session *s, struct check *c)
{
	const struct year *y = c->year;
	struct date d = session_date(s);

	if (!session_took_place(s) || s->plan.at.src || !plan_is_known(y) ||
	    session_plan_item(y, s))
		return;
	about_days(
	    found(c, source_span(s->source, 0, 0), ARGS(arg_date(c, d))), d, d);
}

/* A planned session keeps its day, or at least its quarter. */
void
check_session_moved(const struct session *s, struct check *c)
{
	const struct year *y = c->year;
	const struct plan_item *it = session_plan_item(y, s);
	struct date d = session_date(s);
	bool in_break;

	if (!session_took_place(s) || !it || y->plan.broken ||
	    !date_is_set(plan_item_first(it)) ||
	    (date_cmp(d, plan_item_first(it)) >= 0 &&
		date_cmp(d, plan_item_last(it)) <= 0))
		return;

	int held = year_quarter(y, d, &in_break);
	int planned = year_quarter(y, plan_item_day(it), &in_break);

	struct diag *g = found_as(c, held == planned ? SEV_NOTE : SEV_WARNING,
	    span_or(s->date.at, s->source),
	    ARGS(arg_date(c, d), arg_date(c, plan_item_first(it))));

	g->related = span_or(it->date.at, y->plan.source);
	/* The quarter that it left may be empty. */
	if (held != planned)
		about_days(g, plan_item_day(it), plan_item_day(it));
}

/* A number of the plan that a session names is in the plan. */
static void
check_number(struct check *c, const struct number *n)
{
	const struct plan *plan = &c->year->plan;

	if (!n->at.src)
		return;
	for (size_t i = 0; i < plan->items.n; i++) {
		if (plan->items.at[i].number.v == n->v)
			return;
	}
	found(c, n->at, ARGS(arg_number(c->a, n->v)));
}

void
check_plan_item_known(const struct session *s, struct check *c)
{
	if (!c->year->plan.readable || c->year->plan.broken ||
	    !c->year->plan.items.n)
		return;
	check_number(c, &s->plan);
	for (size_t i = 0; i < s->items.n; i++)
		check_number(c, &s->items.at[i].plan);
}

static bool
topic_is_discussed(const struct check *c, struct str topic)
{
	for (size_t i = 0; i < c->year->sessions.n; i++) {
		const struct session *s = c->year->sessions.at[i];

		for (size_t k = 0; k < s->items.n; k++) {
			struct str title =
			    text_folded_letters(c->a, s->items.at[k].title.s);

			if (str_find(title, topic) != SIZE_MAX)
				return true;
		}
	}
	return false;
}

/* What a past session should have dealt with stands in some agenda. */
void
check_topic_discussed(const struct year *y, struct check *c)
{
	struct sessions held;

	held_sessions(&held, c);
	if (!all_readable(&held))
		return;
	for (size_t i = 0; i < y->plan.items.n; i++) {
		const struct plan_item *it = &y->plan.items.at[i];
		const struct session *s = plan_item_session(y, it);

		if (!s || !session_took_place(s) ||
		    date_cmp(session_date(s), c->today) > 0)
			continue;
		for (size_t k = 0; k < it->topics.n; k++) {
			const struct text *t = &it->topics.at[k];

			if (!topic_is_discussed(
				c, text_folded_letters(c->a, t->s)))
				found(c, t->at, ARGS(arg_str(t->s)))->related =
				    source_span(s->source, 0, 0);
		}
	}
}

/* What is planned has somebody who does it. */
void
check_plan_item_responsible(const struct year *y, struct check *c)
{
	if (y->plan.broken)
		return;
	for (size_t i = 0; i < y->plan.items.n; i++) {
		const struct plan_item *it = &y->plan.items.at[i];

		if (!it->responsible.n)
			found(c, span_or(it->activity.at, y->plan.source),
			    ARGS(arg_number(c->a, it->number.v)));
	}
}

/* The report may be planned up to its deadline, all else within the year. */
void
check_plan_date(const struct year *y, struct check *c)
{
	struct date begin = year_begin(y);

	for (size_t i = 0; i < y->plan.items.n; i++) {
		const struct plan_item *it = &y->plan.items.at[i];
		const struct when dates[] = { { it->date.first, it->date.at },
			{ it->date.last, it->date.at }, it->from, it->to };
		struct date end = year_end(y);

		if (it->duties & DUTY_REPORT)
			end = y->calendar.report_deadline.d;
		for (size_t k = 0; k < sizeof(dates) / sizeof(*dates); k++) {
			const struct when *w = &dates[k];

			/* One day is both ends of its term. */
			if (!date_is_set(w->d) ||
			    (date_cmp(w->d, begin) >= 0 &&
				date_cmp(w->d, end) <= 0) ||
			    (k == 1 && date_cmp(w->d, dates[0].d) == 0))
				continue;

			struct diag *g = found(c, w->at,
			    ARGS(arg_date(c, w->d), arg_date(c, begin),
				arg_date(c, end)));

			about_thing(g, it);
			/* A session may be meant on any day of it. */
			if (it->session.on)
				about_days(g, begin, end);
		}
	}
}
