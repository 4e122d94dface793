/* SPDX-License-Identifier: MIT */
/*
 * What must happen yet in a year, and by which day.  Each step names the rule
 * that speaks on the day behind it, where nothing happens; what only fails
 * together with a session (the plan's approval, the election) is due with it;
 * of a year without any session one rule speaks for all.
 */
#include <stdlib.h>

#include "rules/rules_int.h"

/* Makes the rule speak that a step belongs to; false where it is put out. */
static bool
take(struct check *c, enum row row)
{
	return rule_take_up(c, c->year->regulation, rule_row(row));
}

static void
step_add(struct clauses *to, struct check *c, enum severity becomes,
    struct date by, struct span at, const struct words *text,
    const struct arg *args, size_t nargs)
{
	/* It would be found on the day behind. */
	if (is_waived(c, at, date_plus(by, 1)))
		return;

	struct step *s = LIST_ADD(c->a, &to->steps);

	s->rule = c->rule;
	s->becomes = school_level(c, becomes);
	s->by = by;
	s->clause = rule_clause(c);
	s->at = at;
	s->text = *text;
	s->nargs = nargs;
	for (size_t i = 0; i < nargs; i++)
		s->args[i] = args[i];
}

/* --- sessions and their minutes ----------------------------------------- */

static const struct words hold_session = TEXT("hold a session: %2 %1");

static void
add_periods(struct clauses *to, struct check *c)
{
	struct periods l;

	if (!take(c, ROW_K101))
		return;
	year_periods(&l, c);
	for (size_t i = 0; i < l.n; i++) {
		const struct period *p = &l.at[i];

		if (!p->due || p->held >= l.minimum ||
		    date_cmp(c->today, p->until) > 0)
			continue;

		const struct plan_item *it = unheld_plan_item(c->year, p);
		struct span at =
		    it ? span_or(it->date.at, it->at.src)
		       : span_or(p->first->from.at, c->year->calendar.source);

		step_add(to, c, SEV_ERROR, p->until, at, &hold_session,
		    ARGS(arg_number(c->a, p->number),
			arg_words(
			    words_meaning(c->a, IN_PERIODS, (int)l.per))));
	}
}

static const struct words planned_session = TEXT("planned session: %1");

/* Whether the plan has a session here that was not held up to today. */
static bool
is_meeting(const struct check *c, const struct plan_item *it)
{
	const struct session *s = plan_item_session(c->year, it);
	struct date last = plan_item_last(it);

	if (s && (!session_took_place(s) ||
		     date_cmp(session_date(s), c->today) <= 0))
		return false;
	return it->session.on && date_is_set(last) &&
	       date_cmp(last, duty_begins(c)) >= 0;
}

static void
add_meetings(struct clauses *to, struct check *c)
{
	const struct plan *plan = &c->year->plan;

	if (!take(c, ROW_K135))
		return;
	for (size_t i = 0; i < plan->items.n; i++) {
		const struct plan_item *it = &plan->items.at[i];
		struct date last = plan_item_last(it);

		struct span at = span_or(it->date.at, it->at.src);

		/* What is missing with its quarter is no step of its own. */
		if (is_meeting(c, it) && !is_explained(c, at))
			step_add(to, c, SEV_WARNING, last, at, &planned_session,
			    ARGS(arg_str(it->activity.s)));
	}
}

/* As the plan calls it, or by its day. */
static struct arg
session_arg(const struct check *c, const struct session *s)
{
	const struct plan_item *it = session_plan_item(c->year, s);

	return it ? arg_str(it->activity.s) : arg_date(c, session_date(s));
}

static const struct words write_minutes =
    TEXT("write the minutes of the session: %1");

/* The minutes of a session are written within some days of it. */
static void
add_minutes(struct clauses *to, struct check *c)
{
	const struct year *y = c->year;

	if (!take(c, ROW_K104))
		return;
	for (size_t i = 0; i < y->sessions.n; i++) {
		const struct session *s = y->sessions.at[i];
		struct date d = session_date(s);
		struct date by = date_plus(d, y->council.minutes_days.v);
		struct span at = span_or(s->status_at, s->source);
		bool over = date_cmp(by, year_last_day(y)) >= 0;

		if (!s->readable || date_cmp(d, duty_begins(c)) < 0 ||
		    (s->status != STATUS_PLANNED && s->status != STATUS_DRAFT))
			continue;
		if (s->status == STATUS_PLANNED && date_cmp(c->today, d) <= 0)
			step_add(to, c, SEV_NOTE, d, at, &planned_session,
			    ARGS(session_arg(c, s)));
		step_add(to, c, over ? SEV_ERROR : SEV_WARNING, by, at,
		    &write_minutes, ARGS(arg_date(c, d)));
	}
}

/* --- what belongs to the first session ---------------------------------- */

/* The earlier day, of those that have not passed. */
static struct date
earlier(const struct check *c, struct date a, struct date b)
{
	if (date_cmp(b, c->today) < 0)
		return a;
	return date_is_set(a) && date_cmp(a, b) <= 0 ? a : b;
}

/* The day of the first session, held or to be held; year 0: nobody knows. */
static struct date
first_session_day(const struct check *c, const struct sessions *held)
{
	const struct year *y = c->year;
	struct date first = { 0 };
	struct periods l;

	if (held->n)
		return session_date(held->at[0]);
	for (size_t i = 0; i < y->sessions.n; i++) {
		if (y->sessions.at[i]->status != STATUS_CANCELLED)
			first =
			    earlier(c, first, session_date(y->sessions.at[i]));
	}
	for (size_t i = 0; i < y->plan.items.n; i++) {
		if (is_meeting(c, &y->plan.items.at[i]))
			first = earlier(
			    c, first, plan_item_last(&y->plan.items.at[i]));
	}
	year_periods(&l, c);
	for (size_t i = 0; i < l.n && !date_is_set(first); i++) {
		if (l.at[i].due)
			first = earlier(c, first, l.at[i].until);
	}
	return first;
}

static const struct words approve_plan =
    TEXT("approve the year's plan at the first session");
static const struct words elect_secretary =
    TEXT("elect the secretary at the first session");

/* Once there were two sessions, the first one can't be made good. */
static void
add_first(struct clauses *to, struct check *c)
{
	const struct session *first;
	struct sessions held;

	held_sessions(&held, c);

	struct date by = first_session_day(c, &held);

	if (held.n > 1 || !all_readable(&held) ||
	    year_is_finished(c->year, c->today) || !date_is_set(by))
		return;
	first = held.n ? held.at[0] : NULL;

	struct span at =
	    source_span(first ? first->source : c->year->plan.source, 0, 0);

	if (take(c, ROW_K105) &&
	    !(first && session_duty(first, DUTY_APPROVE_PLAN)))
		step_add(to, c, SEV_WARNING, by, at, &approve_plan, NO_ARGS);
	if (take(c, ROW_K103) && !secretary_is_appointed(c) &&
	    !(first && session_elected(first).n))
		step_add(to, c, SEV_WARNING, by, at, &elect_secretary, NO_ARGS);
}

/* --- the year's end ----------------------------------------------------- */

static const struct words close_year = TEXT("deal at a session with: %1");

static void
add_year_end(struct clauses *to, struct check *c)
{
	const struct year *y = c->year;
	struct year_end e = year_end_sessions(c);

	if (!take(c, ROW_K106) || !e.known ||
	    year_is_finished(c->year, c->today) ||
	    date_cmp(year_last_day(y), duty_begins(c)) < 0 ||
	    (e.results && e.directions))
		return;
	step_add(to, c, SEV_ERROR, year_last_day(y), year_end_place(c, &e),
	    &close_year,
	    ARGS(arg_words(year_end_missing(e.results, e.directions))));
}

static const struct words give_report =
    TEXT("report to the pedagogical council");

/* A warning behind the planned day or the year, an error behind the deadline.
 */
static void
add_report(struct clauses *to, struct check *c)
{
	const struct year *y = c->year;
	const struct plan_item *it = planned_report(y);
	struct date deadline = y->calendar.report_deadline.d;
	struct date day = it ? plan_item_last(it) : (struct date){ 0 };
	struct span at = source_span(y->report.source, 0, 0);

	if (!take(c, ROW_K107) ||
	    (date_is_set(y->report.date.d) &&
		date_cmp(y->report.date.d, c->today) <= 0) ||
	    date_cmp(deadline, duty_begins(c)) < 0)
		return;
	if (!date_is_set(day))
		day = year_last_day(y);
	if (date_is_set(day) && date_cmp(day, deadline) < 0 &&
	    date_cmp(c->today, deadline) <= 0)
		step_add(to, c, SEV_WARNING, day, at, &give_report, NO_ARGS);
	step_add(to, c, SEV_ERROR, deadline, at, &give_report, NO_ARGS);
}

/* --- tasks, waivers ----------------------------------------------------- */

static const struct words carry_out = TEXT("carry out decision %1: %2");

static void
add_task(struct clauses *to, struct check *c, const struct session *s,
    const struct item *it, const struct decision *t)
{
	enum task_state state = decision_state(t, c->today);
	struct date due = decision_due(t);
	struct span at =
	    t->extended.n ? LIST_LAST(&t->extended)->at : t->due.at;

	if (!decision_is_task(t) || !date_is_set(due) ||
	    (state != TASK_OPEN && state != TASK_OVERDUE))
		return;
	step_add(to, c, SEV_WARNING, due, at, &carry_out,
	    ARGS(arg_str(decision_id(c->a, s, it, t)),
		arg_str(str_trim(blocks_text(c->a, &t->text.blocks)))));
}

static void
add_tasks(struct clauses *to, struct check *c)
{
	struct sessions held;

	if (!take(c, ROW_K403))
		return;
	held_sessions(&held, c);
	for (size_t i = 0; i < held.n; i++) {
		const struct session *s = held.at[i];

		for (size_t k = 0; k < s->items.n; k++) {
			const struct item *it = &s->items.at[k];

			for (size_t n = 0; n < it->decisions.n; n++)
				add_task(to, c, s, it, &it->decisions.at[n]);
		}
	}
}

static const struct words waiver_ends = TEXT("a waiver ends: %1");

/* What a waiver covers comes back when it ends. */
static void
add_waivers(struct clauses *to, struct check *c)
{
	const struct year *y = c->year;

	if (!take(c, ROW_K161))
		return;
	for (size_t i = 0; i < y->waivers.n; i++) {
		const struct waiver *w = &y->waivers.at[i];

		if (c->used[i] && date_is_set(w->until.d))
			step_add(to, c, c->rule->message.severity, w->until.d,
			    w->until.at, &waiver_ends,
			    ARGS(arg_str(w->rule.s)));
	}
}

/* --- all of them -------------------------------------------------------- */

static int
by_day(const void *pa, const void *pb)
{
	const struct step *a = pa, *b = pb;
	int order = date_cmp(a->by, b->by);

	if (!order)
		order = (a->rule > b->rule) - (a->rule < b->rule);
	if (!order)
		order = str_cmp(a->at.src->path, b->at.src->path);
	return order ? order
		     : (a->at.off > b->at.off) - (a->at.off < b->at.off);
}

void
steps_add(struct clauses *to, struct check *c)
{
	add_periods(to, c);
	add_meetings(to, c);
	add_minutes(to, c);
	add_first(to, c);
	add_year_end(to, c);
	add_report(to, c);
	add_tasks(to, c);
	add_waivers(to, c);
	if (to->steps.n)
		qsort(to->steps.at, to->steps.n, sizeof(*to->steps.at), by_day);
}
