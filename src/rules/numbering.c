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

/* The number that counts: of the file's name, with which file-name compares the
 * header's. */
static int
minutes_number(const struct session *s)
{
	if (!session_took_place(s))
		return 0;
	return s->file_number ? s->file_number : session_number(s);
}

static bool
number_is_given(const struct year *y, int n)
{
	for (size_t i = 0; i < y->sessions.n; i++) {
		if (minutes_number(y->sessions.at[i]) == n)
			return true;
	}
	return false;
}

/* Whether the minutes before these are missing, by their numbers. */
static bool
number_before_is_missing(const struct year *y, const struct session *s)
{
	int n = minutes_number(s);

	return n > 1 && !number_is_given(y, n - 1);
}

void
about_first(struct diag *g, const struct year *y, const struct session *first)
{
	struct date d = y->calendar.quarters.n
			    ? y->calendar.quarters.at[0].from.d
			    : (struct date){ 0 };

	if (number_before_is_missing(y, first))
		about_days(g, d, d);
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
	struct date d = session_date(s);

	if (session_took_place(s) && !minutes_number(s))
		about_days(
		    found(c, number_place(s), ARGS(arg_date(c, d))), d, d);
}

/* The session before the k-th with the same number, or NULL. */
static const struct session *
same_number(const struct year *y, size_t k)
{
	int n = minutes_number(y->sessions.at[k]);

	for (size_t i = 0; n && i < k; i++) {
		if (minutes_number(y->sessions.at[i]) == n)
			return y->sessions.at[i];
	}
	return NULL;
}

/* No number is given twice. */
void
check_number_twice(const struct year *y, struct check *c)
{
	for (size_t i = 0; i < y->sessions.n; i++) {
		const struct session *s = y->sessions.at[i];
		const struct session *first = same_number(y, i);

		if (!first)
			continue;

		struct diag *g = found(c, number_place(s),
		    ARGS(arg_number(c->a, minutes_number(s)),
			arg_date(c, session_date(first))));

		g->related = number_place(first);
		/* Between them lies the one that was to have it. */
		about_days(g, session_date(first), session_date(s));
	}
}

/* Numbers grow with the dates, from 1, and none is left out. */
void
check_numbering(const struct year *y, struct check *c)
{
	struct date before = year_begin(y);
	int highest = 0, place = 0;

	for (size_t i = 0; i < y->sessions.n; i++) {
		const struct session *s = y->sessions.at[i];
		int n = minutes_number(s);

		if (!n || same_number(y, i))
			continue;
		place++;
		if (n < highest)
			found(c, number_place(s),
			    ARGS(arg_number(c->a, n), arg_number(c->a, place)));
		else if (number_before_is_missing(y, s))
			about_days(found(c, number_place(s),
				       ARGS(arg_number(c->a, n),
					   arg_number(c->a, highest + 1))),
			    before, session_date(s));
		highest = n > highest ? n : highest;
		before = session_date(s);
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

/* Quarters follow each other; that each ends after it begins the reader has
 * seen to. */
void
check_quarters_in_order(const struct year *y, struct check *c)
{
	const struct calendar *k = &y->calendar;

	for (size_t i = 1; i < k->quarters.n; i++) {
		const struct quarter *q = &k->quarters.at[i];

		if (date_is_set(q[-1].from.d) && date_is_set(q[-1].to.d) &&
		    date_cmp(q[-1].from.d, q[-1].to.d) <= 0 &&
		    date_cmp(q[-1].to.d, q->from.d) >= 0)
			found(c, q->from.at,
			    ARGS(arg_number(c->a, q->number.v),
				arg_date(c, q->from.d),
				arg_date(c, q[-1].to.d)));
	}
}

/* What is still to come was not held. */
void
check_session_ahead(const struct session *s, struct check *c)
{
	struct date d = session_date(s);

	if (s->status == STATUS_HELD && date_cmp(d, c->today) > 0)
		found(c, span_or(s->date.at, s->source), ARGS(arg_date(c, d)));
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

	if (session_took_place(s) && calendar_is_known(c->year) && q >= 0 &&
	    in_break)
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

	if (!session_took_place(s) || !calendar_is_known(c->year) ||
	    year_quarter(c->year, d, &in_break) >= 0 ||
	    session_duty(s, DUTY_YEAR_RESULTS) ||
	    session_duty(s, DUTY_NEXT_DIRECTIONS))
		return;
	found(c, span_or(s->date.at, s->source), ARGS(arg_date(c, d)));
}
