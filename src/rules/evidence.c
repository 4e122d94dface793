/* SPDX-License-Identifier: MIT */
/* What in the records shows that a rule was kept: one row a rule that asks for
 * something to be there. */
#include "rules/rules_int.h"

static struct evidence *
show(struct clause_state *to, struct check *c, const struct words *label)
{
	struct evidence *e = LIST_ADD(c->a, &to->evidence);

	e->label = label;
	return e;
}

static void
show_count(struct clause_state *to, struct check *c, const struct words *label,
    int n, int of)
{
	struct evidence *e = show(to, c, label);

	e->counted = true;
	e->n = n;
	e->of = of;
}

/* The decision in which an item ends proves it. */
static struct evidence *
show_item(struct clause_state *to, struct check *c, const struct words *label,
    const struct session *s, const struct item *it)
{
	struct evidence *e = show(to, c, label);

	e->session = s;
	e->item = it;
	if (it->decisions.n == 1)
		e->decision = &it->decisions.at[0];
	return e;
}

/* What is not there now may still come while the year runs. */
static enum proof
not_there(const struct check *c)
{
	return year_is_finished(c->year, c->today) ? PROOF_MISSING
						   : PROOF_PENDING;
}

/* The day on which the council is looked at: today, within the year. */
static struct date
day_within(const struct check *c)
{
	const struct year *y = c->year;
	struct date last = year_last_day(y);
	struct date d = c->today;

	if (date_is_set(last) && date_cmp(last, d) < 0)
		d = last;
	if (calendar_is_known(y) &&
	    date_cmp(d, y->calendar.quarters.at[0].from.d) < 0)
		d = y->calendar.quarters.at[0].from.d;
	return d;
}

/* --- one a rule --------------------------------------------------------- */

static const struct words members_label = TEXT("members");

static enum proof
show_members(struct clause_state *to, struct check *c, size_t findings)
{
	const struct year *y = c->year;
	int n = 0;

	(void)findings;
	if (!y->members_readable)
		return PROOF_UNKNOWN;
	for (size_t i = 0; i < y->members.n; i++)
		n += member_on(y->members.at[i], day_within(c));
	show_count(to, c, &members_label, n, 0);
	return n ? PROOF_WHOLE : PROOF_MISSING;
}

static const struct words served_label =
    TEXT("unions and groups with a part in the work");

static enum proof
show_served(struct clause_state *to, struct check *c, size_t findings)
{
	const struct council *o = &c->year->council;
	int all = (int)(o->unions.n + o->groups.n);

	if (!c->year->plan.readable)
		return PROOF_UNKNOWN;
	if (!all)
		return PROOF_MISSING;
	show_count(to, c, &served_label, all - (int)findings, all);
	return findings ? not_there(c) : PROOF_WHOLE;
}

static const struct words functions_label =
    TEXT("functions planned or carried out");

static enum proof
show_functions(struct clause_state *to, struct check *c, size_t findings)
{
	const struct year *y = c->year;
	int all = y->regulation ? (int)y->regulation->functions.n : 0;
	bool tagged = false;

	if (!y->plan.readable)
		return PROOF_UNKNOWN;
	for (size_t i = 0; i < y->plan.items.n; i++)
		tagged |= y->plan.items.at[i].functions.n > 0;
	if (!tagged || !all)
		return not_there(c);
	show_count(to, c, &functions_label, all - (int)findings, all);
	return findings ? not_there(c) : PROOF_WHOLE;
}

/* Of whom there are so many: by the bits of enum category. */
static const struct words category_labels[] = {
	TEXT("management"),
	TEXT("union heads"),
	TEXT("group representatives"),
};

static enum proof
show_composition(struct clause_state *to, struct check *c, size_t findings)
{
	const struct year *y = c->year;

	(void)findings;
	if (!y->members_readable)
		return PROOF_UNKNOWN;
	for (size_t k = 0;
	     k < sizeof(category_labels) / sizeof(category_labels[0]); k++) {
		int n = 0;

		for (size_t i = 0; i < y->members.n; i++) {
			const struct member *m = y->members.at[i];

			n += member_is_of(m, 1U << k) &&
			     member_on(m, day_within(c));
		}
		if (n)
			show_count(to, c, &category_labels[k], n, 0);
	}
	return to->evidence.n ? PROOF_WHOLE : PROOF_MISSING;
}

static const struct words chair_label = TEXT("chair");

static enum proof
show_chair(struct clause_state *to, struct check *c, size_t findings)
{
	const struct member *m = year_chair(c->year, day_within(c));

	(void)findings;
	if (!c->year->members_readable)
		return PROOF_UNKNOWN;
	if (!m)
		return PROOF_MISSING;
	show(to, c, &chair_label)->person = &m->person;
	return PROOF_WHOLE;
}

/* Each held session with the period that it serves. */
static void
show_held(struct clause_state *to, struct check *c, const struct periods *l)
{
	struct sessions held;

	held_sessions(&held, c);
	for (size_t i = 0; i < held.n; i++) {
		struct evidence *e = show(to, c, NULL);

		e->session = held.at[i];
		for (size_t k = 0; k < l->n; k++) {
			if (!period_counts(
				c, l, &l->at[k], session_date(held.at[i])))
				continue;
			e->per = words_meaning(c->a, IN_PERIODS, (int)l->per);
			e->period = l->at[k].number;
		}
	}
}

static enum proof
show_sessions(struct clause_state *to, struct check *c, size_t findings)
{
	enum proof proof = PROOF_WHOLE;
	struct periods l;
	bool due = false;

	(void)findings;
	year_periods(&l, c);
	if (!l.n)
		return PROOF_UNKNOWN;
	show_held(to, c, &l);
	for (size_t i = 0; i < l.n; i++) {
		const struct period *p = &l.at[i];

		due |= p->due;
		if (!p->due || p->held >= l.minimum)
			continue;
		if (date_cmp(c->today, p->until) <= 0)
			proof = PROOF_PENDING;
		else if (proof == PROOF_WHOLE)
			proof = PROOF_MISSING;
	}
	/* A year before the regulation owes nothing. */
	return due ? proof : PROOF_PENDING;
}

static const struct words plan_label = TEXT("plan approved");

static enum proof
show_plan(struct clause_state *to, struct check *c, size_t findings)
{
	struct sessions held;

	(void)findings;
	held_sessions(&held, c);
	for (size_t i = 0; i < held.n; i++) {
		const struct item *it =
		    session_duty(held.at[i], DUTY_APPROVE_PLAN);

		if (!it)
			continue;
		show_item(to, c, &plan_label, held.at[i], it);
		return PROOF_WHOLE;
	}
	return all_readable(&held) ? not_there(c) : PROOF_UNKNOWN;
}

static const struct words results_label = TEXT("the year's results");
static const struct words directions_label = TEXT("the next year's directions");

static enum proof
show_year_end(struct clause_state *to, struct check *c, size_t findings)
{
	struct year_end e = year_end_sessions(c);

	(void)findings;
	if (e.results)
		show_item(to, c, &results_label, e.results, e.results_item);
	if (e.directions)
		show_item(
		    to, c, &directions_label, e.directions, e.directions_item);
	if (e.results && e.directions)
		return PROOF_WHOLE;
	return e.known ? not_there(c) : PROOF_UNKNOWN;
}

static const struct words minutes_label = TEXT("sessions with minutes");

/* Every session whose day is over, as minutes-kept sees it. */
static enum proof
show_minutes(struct clause_state *to, struct check *c, size_t findings)
{
	int n = 0, all = 0;

	(void)findings;
	for (size_t i = 0; i < c->year->sessions.n; i++) {
		const struct session *s = c->year->sessions.at[i];

		if (date_cmp(session_date(s), c->today) > 0 ||
		    date_cmp(session_date(s), duty_begins(c)) < 0 ||
		    (s->readable && s->status == STATUS_CANCELLED))
			continue;
		if (!s->readable)
			return PROOF_UNKNOWN;
		n += session_has_minutes(s);
		all++;
	}
	if (!all)
		return not_there(c);
	show_count(to, c, &minutes_label, n, all);
	return n == all ? PROOF_WHOLE : not_there(c);
}

static const struct words elected_label = TEXT("secretary elected");

/* The first election of a session; false where there is none. */
static bool
show_election(struct clause_state *to, struct check *c, const struct session *s)
{
	for (size_t i = 0; i < s->items.n; i++) {
		const struct item *it = &s->items.at[i];

		for (size_t k = 0; k < it->decisions.n; k++) {
			const struct decision *t = &it->decisions.at[k];

			if (!t->elected.n)
				continue;

			struct evidence *e =
			    show_item(to, c, &elected_label, s, it);

			e->decision = t;
			e->person = t->elected.at[0].person;
			return true;
		}
	}
	return false;
}

static const struct words appointed_label = TEXT("secretary appointed");

/* Nothing records it but the minutes that they keep. */
static void
show_appointed(
    struct clause_state *to, struct check *c, const struct sessions *held)
{
	for (size_t i = held->n; i-- > 0;) {
		const struct refs *who = &held->at[i]->secretaries;

		for (size_t k = 0; k < who->n; k++) {
			struct evidence *e = show(to, c, &appointed_label);

			e->person = who->at[k].person;
			e->session = held->at[i];
		}
		if (who->n)
			return;
	}
}

static enum proof
show_secretary(struct clause_state *to, struct check *c, size_t findings)
{
	struct sessions held;

	(void)findings;
	held_sessions(&held, c);
	if (secretary_is_appointed(c)) {
		show_appointed(to, c, &held);
		return PROOF_WHOLE;
	}
	for (size_t i = 0; i < held.n; i++) {
		if (show_election(to, c, held.at[i]))
			return PROOF_WHOLE;
	}
	return all_readable(&held) ? not_there(c) : PROOF_UNKNOWN;
}

static const struct words report_label = TEXT("report given");

static enum proof
show_report(struct clause_state *to, struct check *c, size_t findings)
{
	const struct report *r = &c->year->report;

	(void)findings;
	if (date_is_set(r->date.d) && date_cmp(r->date.d, c->today) <= 0) {
		struct evidence *e = show(to, c, &report_label);

		e->date = r->date.d;
		e->protocol = r->protocol.s;
		return PROOF_WHOLE;
	}
	if (r->source->state != SOURCE_ABSENT && !date_is_set(r->date.d))
		return PROOF_UNKNOWN;
	return date_cmp(c->today, c->year->calendar.report_deadline.d) > 0
		   ? PROOF_MISSING
		   : PROOF_PENDING;
}

/* --- which rule asks for what ------------------------------------------- */

/* `timely`: its findings grow graver as the day comes (steps.c says which). */
static const struct duty_row {
	bool timely;
	enum proof (*show)(struct clause_state *, struct check *, size_t);
} duties[ROW_MAX] = {
	[ROW_K117] = { false, show_members },
	[ROW_K119] = { true, show_served },
	[ROW_K120] = { true, show_functions },
	[ROW_K123] = { false, show_composition },
	[ROW_K102] = { false, show_chair },
	[ROW_K101] = { true, show_sessions },
	[ROW_K137] = { true, NULL },
	[ROW_K105] = { true, show_plan },
	[ROW_K138] = { true, NULL },
	[ROW_K106] = { true, show_year_end },
	[ROW_K104] = { true, show_minutes },
	[ROW_K103] = { true, show_secretary },
	[ROW_K107] = { true, show_report },
};

bool
rule_asks(const struct rule *r)
{
	return duties[r - rules].show;
}

bool
rule_is_timely(const struct rule *r)
{
	return duties[r - rules].timely;
}

enum proof
evidence_add(struct clause_state *to, struct check *c, size_t findings)
{
	const struct duty_row *row = &duties[c->rule - rules];

	return row->show ? row->show(to, c, findings) : PROOF_WHOLE;
}
