/* SPDX-License-Identifier: MIT */
#include "base/arena.h"
#include "reader/reader_int.h"

/* One day, or a stretch of days; without either it is in no quarter. */
static bool
check_dates(struct reading *r, const struct plan_item *it)
{
	const struct when *stretch = it->from.at.src ? &it->from : &it->to;

	bool ok = range_check(r, &it->from, &it->to);

	if (!it->date.at.src && !stretch->at.src)
		diag_add(r->d, &plan_item_undated, it->at,
		    ARGS(arg_number(r->a, it->number.v)));
	if (!it->date.at.src || !stretch->at.src ||
	    facts_are_lost(r, it->at.src))
		return ok;
	diag_add(r->d, &plan_item_dates, stretch->at, NO_ARGS)->related =
	    it->date.at;
	return false;
}

/* Numbers that are not written are counted, and may meet a written one. */
static bool
check_number(struct reading *r, const struct plan *p, size_t k)
{
	const struct number *n = &p->items.at[k].number;

	for (size_t i = 0; i < k; i++) {
		const struct number *o = &p->items.at[i].number;

		if (o->v != n->v)
			continue;
		diag_add(r->d, &plan_number_twice, n->at.src ? n->at : o->at,
		    ARGS(arg_number(r->a, n->v)))
		    ->related = p->items.at[n->at.src ? i : k].at;
		return false;
	}
	return true;
}

bool
read_plan_items(struct reading *r, const struct node *value, void *member)
{
	struct plan *p = member;
	bool ok = true;

	if (!node_is_list(r, value))
		return node_is_empty(value);
	if (!value->items.n) {
		diag_add(r->d, &plan_empty, value->at, NO_ARGS);
		return false;
	}
	for (size_t i = 0; i < value->items.n; i++) {
		const struct node *n = value->items.at[i];
		struct plan_item *it = LIST_ADD(r->a, &p->items);

		it->number.v = (int)i + 1;
		it->at = n->at;
		ok &= load_map(r, &plan_item_fields, n, it, n->at);
		if (n->kind == NODE_MAP)
			ok &= check_dates(r, it);
		ok &= check_number(r, p, i);
	}
	return ok;
}

/* A standing term lasts as long as the year, and the report may be given in the
 * August behind it. */
static void
set_last_day(const struct reading *r, struct plan_item *it)
{
	struct term *t = &it->date;

	if (t->kind == TERM_STANDING && !date_is_set(t->last))
		t->last = year_end(r->year);
	if (t->kind == TERM_MONTHS && (it->duties & DUTY_REPORT) &&
	    t->first.month == 8 && t->first.year == r->year->first) {
		t->first.year++;
		t->last.year++;
	}
}

/* Whether an item stands where it was meant to: what has no day, or that of
 * another year, has its finding. */
static bool
is_placed(const struct year *y, const struct plan_item *it)
{
	struct date day = plan_item_day(it);

	return it->date.kind == TERM_STANDING ||
	       (date_cmp(day, year_begin(y)) >= 0 &&
		   date_cmp(plan_item_last(it), year_end(y)) <= 0);
}

/* The first number that does not ascend as the plan is printed. */
static void
check_order(struct reading *r, const struct plan_order *order)
{
	const struct plan_item *before = NULL;

	for (size_t i = 0; i < order->n; i++) {
		const struct plan_item *it = order->at[i];

		if (!is_placed(r->year, it))
			continue;
		if (before && before->number.v > it->number.v) {
			diag_add(r->d, &plan_numbers_apart,
			    it->number.at.src ? it->number.at : it->at,
			    ARGS(arg_number(r->a, it->number.v),
				arg_number(r->a, before->number.v)));
			return;
		}
		before = it;
	}
}

/* Numbers that nobody wrote are counted as printed; those that were written
 * should ascend there. */
static void
number_items(struct reading *r, struct plan *p)
{
	struct plan_order order;
	bool written = false;

	for (size_t i = 0; i < p->items.n; i++)
		written |= p->items.at[i].number.at.src != NULL;
	plan_in_order(&order, r->a, r->year);
	if (written) {
		check_order(r, &order);
		return;
	}
	for (size_t i = 0; i < order.n; i++)
		p->items.at[order.at[i] - p->items.at].number.v = (int)i + 1;
}

void
plan_read(struct reading *r, struct plan *out)
{
	struct node *tree;

	out->source = file_read(r, "plan.yaml");
	tree = file_tree(r, out->source);
	out->readable = tree != NULL;
	if (!tree)
		return;
	load_map(r, &plan_fields, tree, out, start_of(out->source));
	out->broken = facts_are_lost(r, out->source);
	for (size_t i = 0; i < out->items.n; i++) {
		struct plan_item *it = &out->items.at[i];

		set_last_day(r, it);
		r->on = plan_item_first(it);
		people_find_responsible(r, &it->responsible, NULL);
	}
	number_items(r, out);
}

/* Whether an item's number is another than that of its place in the file. */
static bool
is_renumbered(const struct plan *p, const struct plan_item *it)
{
	return !it->number.at.src &&
	       it->number.v != (int)(it - p->items.at) + 1;
}

static void
check_reference(struct reading *r, const struct number *n)
{
	const struct plan *p = &r->year->plan;
	const struct plan_item *it;

	if (!n->at.src)
		return;
	it = plan_item_numbered(p, n->v);
	if (it && is_renumbered(p, it))
		diag_add(r->d, &plan_number_counted, n->at,
		    ARGS(arg_number(r->a, n->v), arg_str(it->activity.s)));
}

void
plan_check_references(struct reading *r)
{
	const struct year *y = r->year;

	for (size_t i = 0; i < y->sessions.n; i++) {
		const struct session *s = y->sessions.at[i];

		check_reference(r, &s->plan);
		for (size_t k = 0; k < s->items.n; k++)
			check_reference(r, &s->items.at[k].plan);
	}
}
