/* SPDX-License-Identifier: MIT */
/* The plan: the days of its items, and which session each is. */
#include <stdlib.h>

#include "base/arena.h"
#include "record/record.h"

struct date
plan_item_first(const struct plan_item *it)
{
	return it->date.kind ? it->date.first : it->from.d;
}

struct date
plan_item_last(const struct plan_item *it)
{
	if (it->date.kind)
		return it->date.last;
	return date_is_set(it->to.d) ? it->to.d : it->from.d;
}

static struct date
month_middle(struct date d)
{
	d.day = 15;
	return d;
}

struct date
plan_item_day(const struct plan_item *it)
{
	struct date first = plan_item_first(it);

	return it->date.kind == TERM_MONTHS ? month_middle(first) : first;
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

/* The plan's item that the header or the very day names, or NULL. */
static const struct plan_item *
item_by_day(const struct plan *p, const struct session *s)
{
	if (s->plan.at.src)
		return plan_item_numbered(p, s->plan.v);
	for (size_t i = 0; i < p->items.n; i++) {
		const struct plan_item *it = &p->items.at[i];

		if (it->session.on && it->date.kind == TERM_DAY &&
		    date_cmp(it->date.first, session_date(s)) == 0)
			return it;
	}
	return NULL;
}

static bool
is_within(const struct plan_item *it, struct date d)
{
	return date_cmp(d, plan_item_first(it)) >= 0 &&
	       date_cmp(d, plan_item_last(it)) <= 0;
}

/* Whether this is the first session in the months of an item that no other item
 * claims. */
static bool
is_first_within(
    const struct year *y, const struct session *s, const struct plan_item *it)
{
	for (size_t i = 0; i < y->sessions.n; i++) {
		const struct session *one = y->sessions.at[i];

		if (one == s)
			return true;
		if (one->status != STATUS_CANCELLED &&
		    is_within(it, session_date(one)) &&
		    !item_by_day(&y->plan, one))
			return false;
	}
	return false;
}

/* The plan's item that the header, the day or the month names, or NULL. */
static const struct plan_item *
item_named(const struct year *y, const struct session *s)
{
	const struct plan_item *named = item_by_day(&y->plan, s);

	for (size_t i = 0; !named && !s->plan.at.src && i < y->plan.items.n;
	     i++) {
		const struct plan_item *it = &y->plan.items.at[i];

		if (it->session.on &&
		    (it->date.kind == TERM_MONTHS ||
			it->date.kind == TERM_QUARTER) &&
		    is_within(it, session_date(s)) && is_first_within(y, s, it))
			named = it;
	}
	return named;
}

static int
item_quarter(const struct year *y, const struct plan_item *it)
{
	bool in_break;
	struct date d = plan_item_day(it);

	return date_is_set(d) ? year_quarter(y, d, &in_break) : -1;
}

static bool
is_taken(const struct year *y, const struct plan_item *it)
{
	for (size_t i = 0; i < y->sessions.n; i++) {
		if (item_named(y, y->sessions.at[i]) == it)
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
		if (one->status != STATUS_CANCELLED && !item_named(y, one) &&
		    year_quarter(y, session_date(one), &in_break) == quarter)
			return false;
	}
	return false;
}

const struct plan_item *
session_plan_item(const struct year *y, const struct session *s)
{
	const struct plan_item *it = item_named(y, s), *left = NULL;
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

/* --- the printed order -------------------------------------------------- */

size_t
plan_groups(const struct year *y)
{
	return y->calendar.quarters.n + 3;
}

static size_t
date_group(const struct year *y, struct date d)
{
	size_t n = y->calendar.quarters.n;
	bool in_break;
	int quarter = year_quarter(y, d, &in_break);

	if (quarter >= 0)
		return (size_t)quarter + 1;
	if (date_cmp(d, y->calendar.quarters.at[0].from.d) < 0)
		return 0;
	/* A break may count to no quarter. */
	return date_cmp(d, year_last_day(y)) > 0 ? n + 1 : n + 2;
}

size_t
plan_group(const struct year *y, const struct plan_item *it)
{
	size_t all_year = plan_groups(y) - 1;
	struct date from = plan_item_day(it), to = plan_item_last(it);

	if (!date_is_set(from) || y->calendar.quarters.n == 0)
		return all_year;
	if (it->date.kind == TERM_MONTHS)
		to = month_middle(to);

	size_t group = date_group(y, from);

	return date_group(y, to) == group ? group : all_year;
}

/* What an item is sorted by. */
struct row {
	size_t group, index;
	int number; /* 0 where none is written in the plan */
	struct date first, last;
	const struct plan_item *item;
};

static int
by_row(const void *pa, const void *pb)
{
	const struct row *a = pa, *b = pb;
	int order = (a->group > b->group) - (a->group < b->group);

	if (!order)
		order = (a->number > b->number) - (a->number < b->number);
	if (!order)
		order = date_cmp(a->last, b->last);
	if (!order)
		order = date_cmp(a->first, b->first);
	return order ? order : (a->index > b->index) - (a->index < b->index);
}

static bool
has_numbers(const struct plan *p)
{
	for (size_t i = 0; i < p->items.n; i++) {
		if (p->items.at[i].number.at.src)
			return true;
	}
	return false;
}

void
plan_in_order(struct plan_order *out, struct arena *a, const struct year *y)
{
	const struct plan *p = &y->plan;
	struct row *rows = ARENA_ARRAY(a, struct row, p->items.n);
	bool numbered = has_numbers(p);

	*out = (struct plan_order){ 0 };
	for (size_t i = 0; i < p->items.n; i++) {
		const struct plan_item *it = &p->items.at[i];
		struct row *at = &rows[i];

		*at = (struct row){ .group = plan_group(y, it),
			.index = i,
			.number = numbered ? it->number.v : 0,
			.first = plan_item_first(it),
			.last = plan_item_last(it),
			.item = it };
		/* A standing term comes last in its group. */
		if (it->date.kind == TERM_STANDING || !date_is_set(at->last))
			at->last = (struct date){ INT16_MAX, 12, 31 };
	}
	if (p->items.n)
		qsort(rows, p->items.n, sizeof(*rows), by_row);
	for (size_t i = 0; i < p->items.n; i++)
		*LIST_ADD(a, out) = rows[i].item;
}
