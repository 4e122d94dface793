/* SPDX-License-Identifier: MIT */
/* Votes, against each other and against who was there. */
#include "rules/rules_int.h"

static int
counted(bool given, int n, const struct refs *names)
{
	return given ? n : (int)names->n;
}

static bool
votes_are_given(const struct votes *v)
{
	return v->at.src != NULL;
}

static int
votes_sum(const struct votes *v)
{
	return counted(v->for_given, v->for_, &v->for_names) +
	       counted(v->against_given, v->against, &v->against_names) +
	       counted(v->abstained_given, v->abstained, &v->abstained_names);
}

/* A council that counts votes on one item counts them on all. */
void
check_votes_given(const struct session *s, struct check *c)
{
	bool any = false;

	for (size_t i = 0; i < s->items.n; i++)
		any |= votes_are_given(&s->items.at[i].votes);
	for (size_t i = 0; i < s->items.n; i++) {
		const struct item *it = &s->items.at[i];
		bool given = votes_are_given(&it->votes);

		for (size_t k = 0; k < it->decisions.n; k++)
			given |= votes_are_given(&it->decisions.at[k].votes);
		if (any && !given && it->decisions.n && is_held(s))
			found(c, span_or(it->title.at, s->source),
			    ARGS(arg_number(c->a, it->number)));
	}
}

/* Figures, or names, are compared; "unanimously" has none. */
static void
check_sum(const struct session *s, struct check *c, const struct item *it,
    const struct votes *v)
{
	if (!votes_are_given(v) || v->unanimous)
		return;

	int sum = votes_sum(v);
	int present = session_present_at(c->year, s, it->number);

	if (sum == present)
		return;
	/* Not everybody must vote; but nobody votes twice. */
	found_as(c, sum > present ? SEV_ERROR : SEV_WARNING, v->at,
	    ARGS(arg_number(c->a, it->number), arg_number(c->a, sum),
		arg_number(c->a, present)));
}

/* Only members who are there vote, each once. */
void
check_votes_attendance(const struct session *s, struct check *c)
{
	if (!is_held(s) || !c->year->members_readable || !c->year->members.n)
		return;
	for (size_t i = 0; i < s->items.n; i++) {
		const struct item *it = &s->items.at[i];

		check_sum(s, c, it, &it->votes);
		for (size_t k = 0; k < it->decisions.n; k++)
			check_sum(s, c, it, &it->decisions.at[k].votes);
	}
}

static void
check_unanimity(struct check *c, const struct item *it, const struct votes *v)
{
	int against = counted(v->against_given, v->against, &v->against_names);
	int abstained =
	    counted(v->abstained_given, v->abstained, &v->abstained_names);

	if (v->unanimous && against + abstained > 0)
		found(c, v->at,
		    ARGS(arg_number(c->a, it->number),
			arg_number(c->a, against),
			arg_number(c->a, abstained)));
}

/* Unanimous is what nobody opposed. */
void
check_unanimous_figures(const struct session *s, struct check *c)
{
	for (size_t i = 0; i < s->items.n; i++) {
		const struct item *it = &s->items.at[i];

		check_unanimity(c, it, &it->votes);
		for (size_t k = 0; k < it->decisions.n; k++)
			check_unanimity(c, it, &it->decisions.at[k].votes);
	}
}
