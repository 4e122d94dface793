/* SPDX-License-Identifier: MIT */
/* Clauses 2.1 and 2.3: whom the council serves, and with which functions. */
#include "rules/rules_int.h"

/* --- 2.1 ---------------------------------------------------------------- */

/* The council creates conditions for teachers, unions and groups. */
void
check_unions_registered(const struct school *s, struct check *c)
{
	if (council_is_known(s) && !s->council.unions.n)
		found(c, source_span(s->council.source, 0, 0), NO_ARGS);
}

/* Whether these people are, or speak for, the union or group. */
static bool
refs_serve(struct arena *a, const struct refs *l, const struct wording *w)
{
	for (size_t i = 0; i < l->n; i++) {
		const struct ref *r = &l->at[i];

		if (r->member && belongs_to(a, r->member, w))
			return true;
		if (r->who == WHO_COLLECTIVE && is_named(a, w, r->written.s))
			return true;
	}
	return false;
}

static bool
session_serves(
    struct arena *a, const struct session *s, const struct wording *w)
{
	for (size_t i = 0; i < s->items.n; i++) {
		const struct item *it = &s->items.at[i];

		if (refs_serve(a, &it->reporters, w))
			return true;
		for (size_t k = 0; k < it->decisions.n; k++) {
			if (refs_serve(a, &it->decisions.at[k].responsible, w))
				return true;
		}
	}
	return false;
}

static bool
year_serves(const struct check *c, const struct wording *w)
{
	const struct year *y = c->year;

	for (size_t i = 0; i < y->plan.items.n; i++) {
		if (refs_serve(c->a, &y->plan.items.at[i].responsible, w))
			return true;
	}
	for (size_t i = 0; i < y->sessions.n; i++) {
		if (session_serves(c->a, y->sessions.at[i], w))
			return true;
	}
	return false;
}

static bool
has_member(const struct check *c, const struct wording *w)
{
	for (size_t i = 0; i < c->year->members.n; i++) {
		if (belongs_to(c->a, c->year->members.at[i], w))
			return true;
	}
	return false;
}

/* Every union and group has some part in the year's work. */
void
check_union_served(const struct year *y, struct check *c)
{
	const struct wordings *lists[] = { &y->council.unions,
		&y->council.groups };
	struct sessions held;

	held_sessions(&held, c);
	if (!y->plan.readable || y->plan.broken || !y->plan.items.n ||
	    !y->members_readable || someone_is_unregistered(c) ||
	    !all_readable(&held))
		return;
	for (size_t l = 0; l < 2; l++) {
		for (size_t i = 0; i < lists[l]->n; i++) {
			const struct wording *w = &lists[l]->at[i];

			if (year_serves(c, w))
				continue;

			struct diag *g = found_as(c,
			    year_is_finished(c->year, c->today) ? SEV_WARNING
								: SEV_NOTE,
			    source_span(y->plan.source, 0, 0),
			    ARGS(arg_str(wording_name(c, w))));

			g->related = wording_place(w, y->council.source);
			/* Nobody can serve it who is not in the council. */
			if (!has_member(c, w))
				about_thing(g, w);
		}
	}
}

/* --- 2.3 ---------------------------------------------------------------- */

/* The functions that a list names; of numbers that are none
 * no-such-function speaks. */
static bool
mark_seen(bool *seen, int all, const struct numbers *l)
{
	bool any = false;

	for (size_t i = 0; i < l->n; i++) {
		int f = l->at[i].v;

		if (f < 1 || f > all)
			continue;
		seen[f - 1] = any = true;
	}
	return any;
}

/* Which functions the plan and the sessions name; false: none. */
static bool
functions_seen(bool **seen, const struct check *c)
{
	const struct year *y = c->year;
	int all = year_functions(y);
	bool any = false;

	*seen = ARENA_ARRAY(c->a, bool, (size_t)all);
	for (size_t i = 0; i < y->plan.items.n; i++)
		any |= mark_seen(*seen, all, &y->plan.items.at[i].functions);
	for (size_t i = 0; i < y->sessions.n; i++) {
		const struct session *s = y->sessions.at[i];

		for (size_t k = 0; k < s->items.n; k++)
			any |= mark_seen(*seen, all, &s->items.at[k].functions);
	}
	return any;
}

/* Without any tag nothing can be said about the functions, but this. */
void
check_functions_tagged(const struct year *y, struct check *c)
{
	bool *seen;

	if (y->plan.readable && !y->plan.broken && y->plan.items.n &&
	    year_functions(y) && !functions_seen(&seen, c))
		found(c, source_span(y->plan.source, 0, 0), NO_ARGS);
}

/* A line of a list without the sign that ends it. */
static struct str
phrase(struct str s)
{
	s = str_trim(s);
	if (s.n && (s.p[s.n - 1] == ';' || s.p[s.n - 1] == '.'))
		s = str_head(s, s.n - 1);
	return str_trim(s);
}

/* The clause sets no frequency; but in a year each function should occur. */
void
check_function_covered(const struct year *y, struct check *c)
{
	bool *seen;

	if (!y->plan.readable || y->plan.broken || !y->plan.items.n ||
	    !functions_seen(&seen, c))
		return;
	for (int f = 1; f <= year_functions(y); f++) {
		const struct text *t = &y->regulation->functions.at[f - 1];

		if (seen[f - 1])
			continue;

		struct diag *g = found_as(c,
		    year_is_finished(y, c->today) ? SEV_WARNING : SEV_NOTE,
		    source_span(y->plan.source, 0, 0),
		    ARGS(arg_number(c->a, f), arg_str(phrase(t->s))));

		g->related = t->at;
	}
}

static void
check_function_numbers(struct check *c, const struct numbers *l)
{
	int all = year_functions(c->year);

	for (size_t i = 0; i < l->n; i++) {
		const struct number *n = &l->at[i];

		if (n->v < 1 || (all && n->v > all))
			found(c, n->at,
			    ARGS(arg_number(c->a, n->v),
				all ? arg_number(c->a, all)
				    : arg_str(STR("…"))));
	}
}

/* A number of a function is that of a line of the clause. */
void
check_no_such_function(const struct year *y, struct check *c)
{
	for (size_t i = 0; i < y->plan.items.n; i++)
		check_function_numbers(c, &y->plan.items.at[i].functions);
	for (size_t i = 0; i < y->sessions.n; i++) {
		const struct session *s = y->sessions.at[i];

		for (size_t k = 0; k < s->items.n; k++)
			check_function_numbers(c, &s->items.at[k].functions);
	}
}
