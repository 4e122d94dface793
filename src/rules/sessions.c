/* SPDX-License-Identifier: MIT */
/* Clauses 5.1 to 5.3: how often the council meets, the year's end, minutes. */
#include "rules/rules_int.h"

/* --- 5.1 ---------------------------------------------------------------- */

static struct span
calendar_place(const struct check *c, const struct quarter *q)
{
	return span_or(q->from.at, c->year->calendar.source);
}

/* A period is over, and the year has not one session. */
void
check_year_without_session(const struct year *y, struct check *c)
{
	struct sessions held;
	struct periods l;
	bool over = false;

	held_sessions(&held, c);
	year_periods(&l, c);
	for (size_t i = 0; i < l.n; i++)
		over |= l.at[i].due && date_cmp(c->today, l.at[i].until) > 0;
	if (over && !held.n)
		found(c, calendar_place(c, &y->calendar.quarters.at[0]),
		    ARGS(arg_str(year_text(c->a, y->first))));
}

const struct plan_item *
unheld_plan_item(const struct year *y, const struct period *p)
{
	for (size_t i = 0; i < y->plan.items.n; i++) {
		const struct plan_item *it = &y->plan.items.at[i];
		struct date d = plan_item_day(it);

		if (it->session.on && date_cmp(d, p->from) >= 0 &&
		    date_cmp(d, p->until) <= 0 && !plan_item_session(y, it))
			return it;
	}
	return NULL;
}

/* Nothing for what lies ahead; the running period may still be served. */
static bool
period_severity(
    enum severity *out, const struct check *c, const struct period *p)
{
	if (!p->due || date_cmp(c->today, p->from) < 0)
		return false;
	if (date_cmp(c->today, p->until) > 0)
		*out = SEV_ERROR;
	else if (date_days(p->to) - date_days(c->today) <= DAYS_SOON)
		*out = SEV_WARNING;
	else
		*out = SEV_NOTE;
	return true;
}

static struct arg
period_dates(const struct check *c, const struct period *p)
{
	struct str from = date_text(c->a, p->from, DATE_FIGURES, LANG_KY);
	struct str to = date_text(c->a, p->to, DATE_FIGURES, LANG_KY);

	return arg_str(
	    str_printf(c->a, STR_FMT "–" STR_FMT, STR_ARG(from), STR_ARG(to)));
}

/* A session not less than once in every quarter of the school year. */
void
check_session_each_quarter(const struct year *y, struct check *c)
{
	struct periods l;
	enum severity severity;

	year_periods(&l, c);
	for (size_t i = 0; i < l.n; i++) {
		const struct period *p = &l.at[i];

		if (p->held >= l.minimum || !period_severity(&severity, c, p))
			continue;

		const struct plan_item *it = unheld_plan_item(y, p);
		struct span written = calendar_place(c, p->first);
		struct span at =
		    it ? span_or(it->date.at, y->plan.source) : written;
		struct diag *g = found_as(c, severity, at,
		    ARGS(arg_number(c->a, p->number),
			arg_words(words_meaning(c->a, IN_PERIODS, (int)l.per)),
			arg_number(c->a, p->held), arg_number(c->a, l.minimum),
			period_dates(c, p)));

		if (it)
			g->related = written;
		/* While it runs, nothing else follows from it yet. */
		if (date_cmp(c->today, p->until) > 0)
			about_days(g, p->from, p->until);
	}
}

/* A planned session whose day is over was held, moved or cancelled. */
void
check_planned_session_held(const struct year *y, struct check *c)
{
	for (size_t i = 0; i < y->plan.items.n; i++) {
		const struct plan_item *it = &y->plan.items.at[i];
		struct date last = plan_item_last(it);

		if (!it->session.on || !date_is_set(last) ||
		    date_cmp(last, duty_begins(c)) < 0 ||
		    date_cmp(c->today, last) <= 0 || plan_item_session(y, it))
			continue;

		struct diag *g = found(c, span_or(it->date.at, it->at.src),
		    ARGS(arg_date(c, last)));

		about_days(g, plan_item_first(it), last);
		about_thing(g, it);
	}
}

/* --- 5.2 ---------------------------------------------------------------- */

static const struct words results_word = TEXT("the year's results");
static const struct words directions_word =
    TEXT("the directions of the next year");
static const struct words both_words =
    TEXT("the year's results and the directions of the next year");

const struct words *
year_end_missing(bool results, bool directions)
{
	if (!results && !directions)
		return &both_words;
	return results ? &directions_word : &results_word;
}

struct year_end
year_end_sessions(const struct check *c)
{
	const struct calendar *k = &c->year->calendar;
	struct year_end e = { .known = calendar_is_known(c->year) };
	struct sessions held;

	if (!e.known)
		return e;
	held_sessions(&held, c);
	for (size_t i = 0; i < held.n; i++) {
		const struct session *s = held.at[i];
		const struct item *it;

		if (date_cmp(session_date(s), LIST_LAST(&k->quarters)->from.d) <
		    0)
			continue;
		e.last = s;
		e.known = e.known && s->readable && !s->broken;
		if ((it = session_duty(s, DUTY_YEAR_RESULTS)))
			e.results = s, e.results_item = it;
		if ((it = session_duty(s, DUTY_NEXT_DIRECTIONS)))
			e.directions = s, e.directions_item = it;
	}
	return e;
}

/* The session of the next year's August that drew this year's results. */
static const struct session *
results_next_august(const struct check *c)
{
	for (size_t i = 0; i < c->school->years.n; i++) {
		const struct year *y = c->school->years.at[i];

		for (size_t k = 0; k < y->sessions.n; k++) {
			const struct session *s = y->sessions.at[k];

			if (y->first == c->year->first + 1 &&
			    session_took_place(s) &&
			    session_date(s).month == 8 &&
			    session_duty(s, DUTY_YEAR_RESULTS))
				return s;
		}
	}
	return NULL;
}

struct span
year_end_place(const struct check *c, const struct year_end *e)
{
	if (!e->last)
		return calendar_place(
		    c, LIST_LAST(&c->year->calendar.quarters));
	if (!e->last->items.n)
		return source_span(e->last->source, 0, 0);
	return span_or(LIST_LAST(&e->last->items)->title.at, e->last->source);
}

/* The session at the year's end draws its results and sets directions. */
void
check_year_end(const struct year *y, struct check *c)
{
	struct year_end e = year_end_sessions(c);

	if (!e.known || !year_is_finished(y, c->today) ||
	    date_cmp(year_last_day(y), duty_begins(c)) < 0 ||
	    (e.results && e.directions))
		return;

	/* In August, in the folder of the next year: late, but done. */
	const struct session *late = results_next_august(c);
	struct diag *g =
	    found_as(c, late ? SEV_WARNING : SEV_ERROR, year_end_place(c, &e),
		ARGS(arg_words(year_end_missing(e.results, e.directions))));

	if (late)
		g->related = session_duty(late, DUTY_YEAR_RESULTS)->duties_at;
	/* Without a session there the gap is that of the last quarter. */
	if (!e.last)
		about_days(g, LIST_LAST(&y->calendar.quarters)->from.d,
		    LIST_LAST(&y->calendar.quarters)->from.d);
}

/* Both belong to one session. */
void
check_year_end_together(const struct year *y, struct check *c)
{
	struct year_end e = year_end_sessions(c);

	(void)y;
	if (!e.known || !e.results || !e.directions ||
	    e.results == e.directions)
		return;

	struct diag *g = found(c, e.directions_item->duties_at,
	    ARGS(arg_date(c, session_date(e.directions))));

	g->related = e.results_item->duties_at;
}

/* Results drawn before April are not those of the year. */
void
check_year_end_time(const struct year *y, struct check *c)
{
	struct year_end e = year_end_sessions(c);
	struct date april = { (int16_t)(y->first + 1), 4, 1 };

	if (e.known && e.results &&
	    date_cmp(session_date(e.results), april) < 0)
		found(c, e.results_item->duties_at,
		    ARGS(arg_date(c, session_date(e.results))));
}

/* The plan's last session is the one at the year's end. */
void
check_plan_year_end(const struct year *y, struct check *c)
{
	const struct plan_item *last = NULL;
	unsigned duties = 0;

	if (year_is_finished(c->year, c->today) || !y->plan.readable)
		return;
	for (size_t i = 0; i < y->plan.items.n; i++) {
		const struct plan_item *it = &y->plan.items.at[i];

		duties |= it->duties;
		if (it->session.on && (!last || date_cmp(plan_item_day(last),
						    plan_item_day(it)) <= 0))
			last = it;
	}
	/* A plan that names its duties elsewhere has not forgotten them. */
	if (!last ||
	    (duties & DUTY_YEAR_RESULTS && duties & DUTY_NEXT_DIRECTIONS))
		return;
	found(c, span_or(last->activity.at, last->at.src),
	    ARGS(arg_words(year_end_missing(
		duties & DUTY_YEAR_RESULTS, duties & DUTY_NEXT_DIRECTIONS))));
}

/* --- 5.3 ---------------------------------------------------------------- */

/* Minutes are kept at every session: within some days of it they are there. */
void
check_minutes_kept(const struct year *y, struct check *c)
{
	for (size_t i = 0; i < y->sessions.n; i++) {
		const struct session *s = y->sessions.at[i];
		struct date d = session_date(s);
		int days = date_days(c->today) - date_days(d);
		enum severity severity = SEV_WARNING;

		if (!s->readable || days <= 0 ||
		    date_cmp(d, duty_begins(c)) < 0 ||
		    (s->status != STATUS_PLANNED && s->status != STATUS_DRAFT))
			continue;
		if (days <= y->council.minutes_days.v)
			severity = SEV_NOTE;
		else if (year_is_finished(c->year, c->today))
			severity = SEV_ERROR;

		struct diag *g = found_as(c, severity,
		    span_or(s->status_at, s->source), ARGS(arg_date(c, d)));

		/* A draft took place: only its minutes are missing. */
		if (s->status == STATUS_PLANNED)
			about_days(g, d, d);
	}
}

/* Minutes have an agenda. */
void
check_session_empty(const struct session *s, struct check *c)
{
	if (s->status == STATUS_HELD && !s->items.n)
		found(c, source_span(s->source, 0, 0),
		    ARGS(arg_date(c, session_date(s))));
}

/* The minutes of an item end with what was decided. */
void
check_item_decided(const struct session *s, struct check *c)
{
	if (s->status != STATUS_HELD || s->broken)
		return;
	for (size_t i = 0; i < s->items.n; i++) {
		const struct item *it = &s->items.at[i];

		if (!it->decisions.n && !it->is_withdrawn)
			about_thing(found(c, span_or(it->title.at, s->source),
					ARGS(arg_number(c->a, it->number),
					    arg_str(it->title.s))),
			    it);
	}
}
