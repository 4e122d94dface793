/* SPDX-License-Identifier: MIT */
/* The plan: the days of its items, and which session each is. */
#include "record/record.h"

struct date
plan_item_first(const struct plan_item *it)
{
	return date_is_set(it->date.d) ? it->date.d : it->from.d;
}

struct date
plan_item_last(const struct plan_item *it)
{
	if (date_is_set(it->date.d))
		return it->date.d;
	return date_is_set(it->to.d) ? it->to.d : it->from.d;
}

const struct plan_item *
plan_item_numbered(const struct plan *p, int number)
{
	for (size_t i = 0; i < p->items.n; i++) {
		if (p->items.at[i].number.v == number)
			return &p->items.at[i];
	}
	return NULL;
}

/* The plan's item that the header or the date names, or NULL. */
static const struct plan_item *
item_named(const struct plan *p, const struct session *s)
{
	if (s->plan.at.src)
		return plan_item_numbered(p, s->plan.v);
	for (size_t i = 0; i < p->items.n; i++) {
		const struct plan_item *it = &p->items.at[i];

		if (it->session.on && date_is_set(it->date.d) &&
		    date_cmp(it->date.d, session_date(s)) == 0)
			return it;
	}
	return NULL;
}

static int
item_quarter(const struct year *y, const struct plan_item *it)
{
	bool in_break;
	struct date d = plan_item_first(it);

	return date_is_set(d) ? year_quarter(y, d, &in_break) : -1;
}

static bool
is_taken(const struct year *y, const struct plan_item *it)
{
	for (size_t i = 0; i < y->sessions.n; i++) {
		if (item_named(&y->plan, y->sessions.at[i]) == it)
			return true;
	}
	return false;
}

/* Whether this is the first session of its quarter that names no item. */
static bool
is_first_unnamed(const struct year *y, const struct session *s, int quarter)
{
	bool in_break;

	for (size_t i = 0; i < y->sessions.n; i++) {
		const struct session *one = y->sessions.at[i];

		if (one == s)
			return true;
		if (one->status != STATUS_CANCELLED &&
		    !item_named(&y->plan, one) &&
		    year_quarter(y, session_date(one), &in_break) == quarter)
			return false;
	}
	return false;
}

const struct plan_item *
session_plan_item(const struct year *y, const struct session *s)
{
	const struct plan_item *it = item_named(&y->plan, s), *left = NULL;
	bool in_break;
	int quarter = year_quarter(y, session_date(s), &in_break);

	if (it || s->plan.at.src || quarter < 0 ||
	    !is_first_unnamed(y, s, quarter))
		return it;
	for (size_t i = 0; i < y->plan.items.n; i++) {
		it = &y->plan.items.at[i];
		if (!it->session.on || item_quarter(y, it) != quarter ||
		    is_taken(y, it))
			continue;
		if (left)
			return NULL;
		left = it;
	}
	return left;
}

const struct session *
plan_item_session(const struct year *y, const struct plan_item *it)
{
	for (size_t i = 0; i < y->sessions.n; i++) {
		if (session_plan_item(y, y->sessions.at[i]) == it)
			return y->sessions.at[i];
	}
	return NULL;
}

struct date
plan_item_done(const struct year *y, const struct plan_item *item)
{
	if (date_is_set(item->done.d))
		return item->done.d;
	for (size_t i = 0; item->session.on && i < y->sessions.n; i++) {
		const struct session *s = y->sessions.at[i];

		if (session_took_place(s) && session_plan_item(y, s) == item)
			return session_date(s);
	}
	return (struct date){ 0 };
}
