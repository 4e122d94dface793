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

		r->on = plan_item_first(it);
		people_find_responsible(r, &it->responsible, NULL);
	}
}
