/* SPDX-License-Identifier: MIT */
/* Tasks: who, until when, what became of them. */
#include "rules/rules_int.h"

/* Each decision of a session with its name, "2.1.3", in order. */
struct cursor {
	size_t item, decision;
};

static const struct decision *
next_decision(struct cursor *at, const struct session *s)
{
	while (at->item < s->items.n) {
		const struct item *it = &s->items.at[at->item];

		if (at->decision < it->decisions.n)
			return &it->decisions.at[at->decision++];
		at->item++;
		at->decision = 0;
	}
	return NULL;
}

static struct str
decision_name(const struct check *c, const struct session *s,
    const struct cursor *at, const struct decision *t)
{
	return decision_id(c->a, s, &s->items.at[at->item], t);
}

static const struct words responsible_word = TEXT("the responsible person");
static const struct words due_word = TEXT("the due date");

/* A task has somebody who does it and a day until which. */
void
check_task_complete(const struct session *s, struct check *c)
{
	struct cursor at = { 0 };
	const struct decision *t;

	while ((t = next_decision(&at, s))) {
		bool person = t->responsible.n > 0;
		bool date = t->due.kind;
		struct arg name = arg_str(decision_name(c, s, &at, t));

		/* What could not be read has its own finding. */
		if (t->broken || (t->due.at.src && !date))
			continue;
		if (person && !date)
			found(c, t->responsible.at[0].written.at,
			    ARGS(name, arg_words(&due_word)));
		if (date && !person)
			found(c, t->due.at,
			    ARGS(name, arg_words(&responsible_word)));
	}
}

/* Nothing is due before it was decided. */
void
check_due_after_session(const struct session *s, struct check *c)
{
	struct cursor at = { 0 };
	const struct decision *t;

	while ((t = next_decision(&at, s))) {
		if (date_is_set(t->due.last) &&
		    date_cmp(t->due.last, session_date(s)) < 0)
			found(c, t->due.at,
			    ARGS(arg_str(decision_name(c, s, &at, t)),
				arg_date(c, t->due.last)));
	}
}

/* An extension ends later than what it extends. */
void
check_extension_later(const struct session *s, struct check *c)
{
	struct cursor at = { 0 };
	const struct decision *t;

	while ((t = next_decision(&at, s))) {
		struct date was = t->due.last;

		for (size_t i = 0; i < t->extended.n; i++) {
			const struct when *w = &t->extended.at[i];

			if (date_is_set(was) && date_is_set(w->d) &&
			    date_cmp(w->d, was) <= 0)
				found(c, w->at,
				    ARGS(arg_str(decision_name(c, s, &at, t)),
					arg_date(c, w->d), arg_date(c, was)));
			was = w->d;
		}
	}
}

/* A task of this year ends with the holidays behind it: a later date is most
 * often a slip in the year. */
void
check_due_too_late(const struct session *s, struct check *c)
{
	struct date august = { (int16_t)(c->year->first + 1), 8, 31 };
	struct cursor at = { 0 };
	const struct decision *t;

	while ((t = next_decision(&at, s))) {
		if (date_cmp(t->due.last, august) > 0)
			found(c, t->due.at,
			    ARGS(arg_str(decision_name(c, s, &at, t)),
				arg_date(c, t->due.last)));
	}
}

/* Nothing is done before it was decided. */
void
check_done_in_time(const struct session *s, struct check *c)
{
	struct date held = session_date(s);
	struct cursor at = { 0 };
	const struct decision *t;

	while ((t = next_decision(&at, s))) {
		if (date_is_set(t->done.d) && date_cmp(t->done.d, held) < 0)
			found(c, t->done.at,
			    ARGS(arg_str(decision_name(c, s, &at, t)),
				arg_date(c, t->done.d), arg_date(c, held)));
	}
}

/* Nor is anything done on a day that has not come. */
void
check_done_already(const struct session *s, struct check *c)
{
	struct cursor at = { 0 };
	const struct decision *t;

	while ((t = next_decision(&at, s))) {
		if (date_cmp(t->done.d, c->today) > 0)
			about_thing(
			    found(c, t->done.at,
				ARGS(arg_str(decision_name(c, s, &at, t)),
				    arg_date(c, t->done.d))),
			    t);
	}
}

/* Only what somebody was told to do is followed up. */
void
check_done_of_task(const struct session *s, struct check *c)
{
	struct cursor at = { 0 };
	const struct decision *t;

	while ((t = next_decision(&at, s))) {
		if (t->done.at.src && !decision_is_task(t) && !t->due.at.src)
			found(c, t->done.at,
			    ARGS(arg_str(decision_name(c, s, &at, t))));
	}
}

/* Whether a session behind this one refers to the decision. */
static bool
came_back(const struct year *y, const struct session *s, struct str name)
{
	bool behind = false;

	for (size_t i = 0; i < y->sessions.n; i++) {
		const struct session *o = y->sessions.at[i];
		struct cursor at = { 0 };
		const struct decision *t;

		while (behind && (t = next_decision(&at, o))) {
			for (size_t k = 0; k < t->refers.n; k++) {
				if (str_eq(t->refers.at[k].s, name))
					return true;
			}
		}
		behind |= o == s;
	}
	return false;
}

/* What was due was done, or the council came back to it. */
void
check_task_overdue(const struct session *s, struct check *c)
{
	struct cursor at = { 0 };
	const struct decision *t;

	if (!session_took_place(s))
		return;
	while ((t = next_decision(&at, s))) {
		struct str name = decision_name(c, s, &at, t);

		if (!decision_is_task(t) ||
		    decision_state(t, c->today) != TASK_OVERDUE || t->broken ||
		    came_back(c->year, s, name))
			continue;

		struct span place =
		    t->extended.n ? LIST_LAST(&t->extended)->at : t->due.at;

		about_thing(
		    found(c, span_or(place, s->source),
			ARGS(arg_str(name), arg_date(c, decision_due(t)))),
		    t);
	}
}

/* The days on which the minutes with this number were to be kept: between those
 * with the numbers around it.  Those behind the last may never have been. */
static void
about_missing_minutes(struct diag *g, const struct year *y, int number)
{
	struct date from = year_begin(y), to = { 0 };
	int below = 0, above = 0;

	for (size_t i = 0; i < y->sessions.n; i++) {
		const struct session *s = y->sessions.at[i];
		int n = session_number(s);

		if (n < number && n > below) {
			below = n;
			from = session_date(s);
		}
		if (n > number && (!above || n < above)) {
			above = n;
			to = session_date(s);
		}
	}
	if (number > 0 && above)
		about_days(g, from, to);
}

static void
check_reference(struct check *c, const struct text *id)
{
	const struct year *y = c->year;
	const struct session *s = NULL;
	struct str rest;
	int protocol, item;
	bool numbers = str_number(str_cut(id->s, '.', &rest), &protocol) &&
		       str_number(str_cut(rest, '.', &rest), &item);

	if (!id->at.src || year_decision(y, id->s))
		return;
	for (size_t i = 0; numbers && i < y->sessions.n; i++) {
		if (session_number(y->sessions.at[i]) == protocol)
			s = y->sessions.at[i];
	}
	/* What of the minutes was lost may be what is referred to. */
	if (s && s->broken)
		return;

	struct diag *g = found(c, id->at, ARGS(arg_str(id->s)));

	if (numbers && !s)
		about_missing_minutes(g, y, protocol);
	if (s && item > 0 && (size_t)item <= s->items.n &&
	    !s->items.at[item - 1].decisions.n)
		about_thing(g, &s->items.at[item - 1]);
}

/* A reference leads to a decision of this year, if that could be read. */
void
check_refers_known(const struct year *y, struct check *c)
{
	for (size_t i = 0; i < y->sessions.n; i++) {
		if (!y->sessions.at[i]->readable)
			return;
	}
	for (size_t i = 0; i < y->sessions.n; i++) {
		struct cursor at = { 0 };
		const struct decision *t;

		while ((t = next_decision(&at, y->sessions.at[i]))) {
			for (size_t k = 0; k < t->refers.n; k++)
				check_reference(c, &t->refers.at[k]);
		}
	}
	for (size_t i = 0; i < y->plan.items.n; i++)
		check_reference(c, &y->plan.items.at[i].added);
}

/* Whether the person belongs to the council on this day under any entry. */
static bool
is_member_still(const struct check *c, const struct member *was, struct date d)
{
	enum lang lang = c->year->council.language;
	struct str name = wording_text(&was->person.name, lang);

	for (size_t i = 0; i < c->year->members.n; i++) {
		const struct member *m = c->year->members.at[i];

		if (member_on(m, d) &&
		    str_eq(wording_text(&m->person.name, lang), name))
			return true;
	}
	return false;
}

/* Open tasks of somebody who left need somebody else. */
void
check_responsible_left(const struct session *s, struct check *c)
{
	struct cursor at = { 0 };
	const struct decision *t;

	if (year_is_finished(c->year, c->today) || !session_took_place(s))
		return;
	while ((t = next_decision(&at, s))) {
		for (size_t i = 0; i < t->responsible.n; i++) {
			const struct ref *r = &t->responsible.at[i];

			if (!r->member || !date_is_set(r->member->to.d) ||
			    date_cmp(r->member->to.d, c->today) >= 0 ||
			    decision_state(t, c->today) != TASK_OPEN ||
			    is_member_still(c, r->member, c->today))
				continue;
			found(c, r->written.at,
			    ARGS(arg_str(decision_name(c, s, &at, t)),
				arg_person(c, r->person)));
		}
	}
}
