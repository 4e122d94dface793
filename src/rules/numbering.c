/* SPDX-License-Identifier: MIT */
/* The numbers and the dates of sessions. */
#include "rules/rules_int.h"

/* What the header repeats is what the file's name says. */
void
check_file_name(const struct session *s, struct check *c)
{
	if (s->date.at.src && date_is_set(s->date.d) &&
	    date_is_set(s->file_date) && date_cmp(s->date.d, s->file_date))
		found(c, s->date.at,
		    ARGS(arg_date(c, s->date.d), arg_date(c, s->file_date)));
	if (s->protocol.at.src && s->file_number &&
	    s->protocol.v != s->file_number)
		found(c, s->protocol.at,
		    ARGS(arg_number(c->a, s->protocol.v),
			arg_number(c->a, s->file_number)));
}

static struct span
number_place(const struct session *s)
{
	return span_or(s->protocol.at, s->source);
}

/* Minutes have a number as soon as the session was held. */
void
check_number_given(const struct session *s, struct check *c)
{
	if (is_held(s) && session_number(s) == 0)
		found(c, number_place(s), ARGS(arg_date(c, session_date(s))));
}

/* No number is given twice. */
void
check_number_twice(const struct year *y, struct check *c)
{
	for (size_t i = 0; i < y->sessions.n; i++) {
		for (size_t k = 0; k < i; k++) {
			const struct session *a = y->sessions.at[k];
			const struct session *b = y->sessions.at[i];

			if (!is_held(a) || !is_held(b) || !session_number(a) ||
			    session_number(a) != session_number(b))
				continue;

			struct diag *g = found(c, number_place(b),
			    ARGS(arg_number(c->a, session_number(b)),
				arg_date(c, session_date(a))));

			g->related = number_place(a);
			break;
		}
	}
}

static bool
number_is_taken(const struct year *y, const struct session *s)
{
	for (size_t i = 0; i < y->sessions.n; i++) {
		const struct session *o = y->sessions.at[i];

		if (o == s)
			return false;
		if (is_held(o) && session_number(o) == session_number(s))
			return true;
	}
	return false;
}

/* From 1 without a gap, in the order of the dates.  Behind a gap the count
 * goes on from the number found, so that one gap is said once. */
void
check_numbering(const struct year *y, struct check *c)
{
	int next = 1;

	for (size_t i = 0; i < y->sessions.n; i++) {
		const struct session *s = y->sessions.at[i];
		int n = session_number(s);

		if (!is_held(s) || !n || number_is_taken(y, s))
			continue;
		if (n != next)
			found(c, number_place(s),
			    ARGS(arg_number(c->a, n), arg_number(c->a, next)));
		next = n + 1;
	}
}

/* A session of the year lies in it: from 1 August to 31 July. */
void
check_session_date(const struct session *s, struct check *c)
{
	struct date d = session_date(s);
	struct date begin = year_begin(c->year), end = year_end(c->year);

	if (date_is_set(d) && (date_cmp(d, begin) < 0 || date_cmp(d, end) > 0))
		found(c, span_or(s->date.at, s->source),
		    ARGS(arg_date(c, d), arg_date(c, begin), arg_date(c, end)));
}

static bool
is_holiday(const struct calendar *k, struct date d)
{
	for (size_t i = 0; i < k->holidays.n; i++) {
		const struct holiday *h = &k->holidays.at[i];

		if (date_cmp(h->from.d, d) <= 0 && date_cmp(d, h->to.d) <= 0)
			return true;
	}
	return false;
}

/* On Saturdays, Sundays and holidays schools are closed. */
void
check_session_day(const struct session *s, struct check *c)
{
	struct date d = session_date(s);

	if (s->status != STATUS_CANCELLED && date_is_set(d) &&
	    (date_weekday(d) > 5 || is_holiday(&c->year->calendar, d)))
		found(c, span_or(s->date.at, s->source), ARGS(arg_date(c, d)));
}

/* Councils often meet in a break; it is worth knowing to what that counts. */
void
check_session_in_break(const struct session *s, struct check *c)
{
	const struct calendar *k = &c->year->calendar;
	struct date d = session_date(s);
	bool in_break = false;
	int q = year_quarter(c->year, d, &in_break);

	if (is_held(s) && q >= 0 && in_break)
		found(c, span_or(s->date.at, s->source),
		    ARGS(arg_date(c, d),
			arg_number(c->a, k->quarters.at[q].number.v)));
}

/* Before the first quarter and in breaks that count to none; a session behind
 * the last one is there for the year's end. */
void
check_session_outside_quarters(const struct session *s, struct check *c)
{
	struct date d = session_date(s);
	bool in_break;

	if (!is_held(s) || !c->year->calendar.quarters.n ||
	    year_quarter(c->year, d, &in_break) >= 0 ||
	    date_cmp(d, year_begin(c->year)) < 0 ||
	    date_cmp(d, year_end(c->year)) > 0 ||
	    session_duty(s, DUTY_YEAR_RESULTS) ||
	    session_duty(s, DUTY_NEXT_DIRECTIONS))
		return;
	found(c, span_or(s->date.at, s->source), ARGS(arg_date(c, d)));
}
