/* SPDX-License-Identifier: MIT */
/* Time: what of a school year is over, what is due, which sessions count. */
#include "rules/rules_int.h"

struct date
duty_begins(const struct check *c)
{
	const struct regulation *r = c->year->regulation;

	if (!r)
		return (struct date){ 0 };
	if (date_is_set(r->in_force.d))
		return r->in_force.d;
	return date_is_set(r->approved.date.d) ? r->approved.date.d
					       : r->considered.date.d;
}

void
held_sessions(struct sessions *out, const struct check *c)
{
	struct date duty = duty_begins(c);

	*out = (struct sessions){ 0 };
	for (size_t i = 0; i < c->year->sessions.n; i++) {
		const struct session *s = c->year->sessions.at[i];

		if (session_took_place_by(s, c->today) &&
		    date_cmp(session_date(s), duty) >= 0)
			*LIST_ADD(c->a, out) = s;
	}
}

bool
first_is_known(const struct sessions *l)
{
	for (size_t i = 0; i < l->n; i++) {
		if (!l->at[i]->readable)
			return false;
	}
	return l->n && !l->at[0]->broken;
}

bool
all_readable(const struct sessions *l)
{
	for (size_t i = 0; i < l->n; i++) {
		if (!l->at[i]->readable || l->at[i]->broken)
			return false;
	}
	return true;
}

/* Whether the four quarters are there, by their numbers. */
static bool
quarters_are_whole(const struct calendar *k)
{
	for (size_t i = 0; i < k->quarters.n; i++) {
		if (k->quarters.at[i].number.v != (int)i + 1)
			return false;
	}
	return k->quarters.n == QUARTERS;
}

bool
calendar_is_known(const struct year *y)
{
	const struct calendar *k = &y->calendar;

	for (size_t i = 0; i < k->quarters.n; i++) {
		const struct quarter *q = &k->quarters.at[i];

		if (!date_is_set(q->from.d) || !date_is_set(q->to.d) ||
		    date_cmp(q->from.d, q->to.d) > 0 ||
		    (i && date_cmp(q[-1].to.d, q->from.d) >= 0))
			return false;
	}
	return k->readable && !k->broken && quarters_are_whole(k);
}

/* --- periods ------------------------------------------------------------ */

/* The last day that counts to quarter i: the break behind it may. */
static struct date
quarter_until(const struct calendar *k, size_t i)
{
	if (k->break_counts == BREAK_NONE || i + 1 == k->quarters.n)
		return k->quarters.at[i].to.d;
	return date_plus(k->quarters.at[i + 1].from.d, -1);
}

/* Quarters begin to end (not with it) as one period. */
static void
add_quarters(struct periods *out, const struct check *c, size_t begin,
    size_t end, int number)
{
	const struct calendar *k = &c->year->calendar;
	struct period *p = LIST_ADD(c->a, out);

	p->from = k->quarters.at[begin].from.d;
	p->to = k->quarters.at[end - 1].to.d;
	p->until = quarter_until(k, end - 1);
	p->number = number;
	p->first = &k->quarters.at[begin];
}

static void
add_months(struct periods *out, const struct check *c)
{
	const struct calendar *k = &c->year->calendar;
	struct date last = k->quarters.at[k->quarters.n - 1].to.d;
	struct date d = k->quarters.at[0].from.d;

	d.day = 1;
	while (date_cmp(d, last) <= 0) {
		struct period *p = LIST_ADD(c->a, out);
		struct date next = date_plus(d, 31);
		int q = year_quarter(c->year, d, &(bool){ false });

		next.day = 1;
		p->from = d;
		p->to = p->until = date_plus(next, -1);
		p->number = d.month;
		p->first = &k->quarters.at[q > 0 ? q : 0];
		d = next;
	}
}

bool
period_counts(const struct check *c, const struct periods *l,
    const struct period *p, struct date d)
{
	const struct calendar *k = &c->year->calendar;
	bool in_break;

	if (l->per == PER_MONTH)
		return date_cmp(d, p->from) >= 0 && date_cmp(d, p->to) <= 0;

	int q = year_quarter(c->year, d, &in_break);

	return q >= 0 && &k->quarters.at[q] >= p->first &&
	       date_cmp(k->quarters.at[q].to.d, p->to) <= 0;
}

static void
count_sessions(struct periods *out, const struct check *c)
{
	const struct plan *plan = &c->year->plan;
	struct sessions held;

	held_sessions(&held, c);
	for (size_t i = 0; i < out->n; i++) {
		struct period *p = &out->at[i];

		p->due = date_cmp(p->to, duty_begins(c)) >= 0;
		for (size_t k = 0; k < held.n; k++)
			p->held +=
			    period_counts(c, out, p, session_date(held.at[k]));
		for (size_t k = 0; k < plan->items.n; k++) {
			const struct plan_item *it = &plan->items.at[k];

			if (it->session.on)
				p->planned +=
				    period_counts(c, out, p, plan_item_day(it));
		}
	}
}

void
year_periods(struct periods *out, const struct check *c)
{
	const struct calendar *k = &c->year->calendar;
	const struct requirement *asked =
	    requirement_find(c->year->regulation, rule_row(ROW_K101));
	size_t n = k->quarters.n;

	*out = (struct periods){
		.per =
		    (enum per)setting_choice(asked, SETTING_PER, PER_QUARTER),
		.minimum = setting_number(asked, SETTING_MINIMUM, 1),
	};
	if (!calendar_is_known(c->year))
		return;
	switch (out->per) {
	case PER_MONTH:
		add_months(out, c);
		break;
	case PER_QUARTER:
		for (size_t i = 0; i < n; i++)
			add_quarters(
			    out, c, i, i + 1, k->quarters.at[i].number.v);
		break;
	case PER_HALF:
		if (n > 1)
			add_quarters(out, c, 0, n / 2, 1);
		add_quarters(out, c, n / 2, n, 2);
		break;
	case PER_YEAR:
		add_quarters(out, c, 0, n, c->year->first);
		break;
	}
	count_sessions(out, c);
}
