/* SPDX-License-Identifier: MIT */
/* What was decided: tasks and their states, decisions by their numbers. */
#include "record/record.h"

bool
decision_is_task(const struct decision *t)
{
	return t->responsible.n || t->due.kind;
}

struct date
decision_due(const struct decision *t)
{
	return t->extended.n ? LIST_LAST(&t->extended)->d : t->due.last;
}

bool
decision_is_standing(const struct decision *t)
{
	return t->due.kind == TERM_STANDING && !t->extended.n;
}

enum task_state
decision_state(const struct decision *t, struct date as_of)
{
	struct date due = decision_due(t);
	bool done = date_is_set(t->done.d) && date_cmp(t->done.d, as_of) <= 0;

	if (t->dropped.at.src)
		return TASK_DROPPED;
	if (done)
		return date_is_set(due) && date_cmp(t->done.d, due) > 0
			   ? TASK_LATE
			   : TASK_DONE;
	return date_is_set(due) && date_cmp(due, as_of) < 0 ? TASK_OVERDUE
							    : TASK_OPEN;
}

struct str
decision_number(
    struct arena *a, const struct item *it, const struct decision *t)
{
	return str_printf(a, "%d.%d", it->number, t->number);
}

struct str
decision_id(struct arena *a, const struct session *s, const struct item *it,
    const struct decision *t)
{
	return str_printf(a, "%d." STR_FMT, session_number(s),
	    STR_ARG(decision_number(a, it, t)));
}

/* The session with this number of minutes, or NULL; 0 is no number. */
static const struct session *
session_numbered(const struct year *y, int number)
{
	for (size_t i = 0; i < y->sessions.n; i++) {
		if (number && session_number(y->sessions.at[i]) == number)
			return y->sessions.at[i];
	}
	return NULL;
}

const struct decision *
year_decision(const struct year *y, struct str id)
{
	struct str rest, tail;
	int protocol, item, decision;

	if (!str_number(str_cut(id, '.', &rest), &protocol) ||
	    !str_number(str_cut(rest, '.', &tail), &item) ||
	    !str_number(str_trim(str_cut(tail, '.', &rest)), &decision))
		return NULL;

	const struct session *s = session_numbered(y, protocol);

	if (!s || item < 1 || (size_t)item > s->items.n || decision < 1 ||
	    (size_t)decision > s->items.at[item - 1].decisions.n)
		return NULL;
	return &s->items.at[item - 1].decisions.at[decision - 1];
}
