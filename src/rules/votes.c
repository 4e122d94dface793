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

	if (s->broken)
		return;
	for (size_t i = 0; i < s->items.n; i++)
		any |= votes_are_given(&s->items.at[i].votes);
	for (size_t i = 0; i < s->items.n; i++) {
		const struct item *it = &s->items.at[i];
		bool given = votes_are_given(&it->votes) || it->votes_unread;

		for (size_t k = 0; k < it->decisions.n; k++)
			given |= votes_are_given(&it->decisions.at[k].votes);
		if (any && !given && it->decisions.n && session_took_place(s))
			found(c, span_or(it->title.at, s->source),
			    ARGS(arg_number(c->a, it->number)));
	}
}

/* Whether somebody whose presence counts could not be found: of that the
 * reader has spoken, and how many were there is not known. */
static bool
someone_is_unknown(const struct session *s)
{
	bool unknown = false;

	for (size_t i = 0; i < s->absent.n; i++)
		unknown |= s->absent.at[i].who.who == WHO_UNKNOWN;
	for (size_t i = 0; i < s->late.n; i++)
		unknown |= s->late.at[i].who.who == WHO_UNKNOWN;
	for (size_t i = 0; i < s->left.n; i++)
		unknown |= s->left.at[i].who.who == WHO_UNKNOWN;
	return unknown;
}

/* One count of votes against those who were there. */
struct count {
	const struct item *item;
	const struct votes *votes;
	int sum, present;
};
struct counts {
	LIST_OF(struct count);
};

/* Figures, or names, are compared; "unanimously" has none. */
static void
add_count(struct counts *l, const struct session *s, struct check *c,
    const struct item *it, const struct votes *v)
{
	if (votes_are_given(v) && !v->unanimous)
		*LIST_ADD(c->a, l) = (struct count){ it, v, votes_sum(v),
			session_present_at(c->year, s, it->number) };
}

/* Whether all counts miss the attendance by the same number: then one slip in
 * the attendance is likelier than one in each count. */
static bool
differ_alike(const struct counts *l)
{
	for (size_t i = 1; i < l->n; i++) {
		if (l->at[i].sum - l->at[i].present !=
		    l->at[0].sum - l->at[0].present)
			return false;
	}
	return l->n > 1;
}

/* Only members who are there vote, each once; but not everybody must. */
void
check_votes_attendance(const struct session *s, struct check *c)
{
	struct counts l = { 0 };

	if (!session_took_place(s) || s->broken || !c->year->members_readable ||
	    someone_is_unknown(s))
		return;
	for (size_t i = 0; i < s->items.n; i++) {
		const struct item *it = &s->items.at[i];

		add_count(&l, s, c, it, &it->votes);
		for (size_t k = 0; k < it->decisions.n; k++)
			add_count(&l, s, c, it, &it->decisions.at[k].votes);
	}

	size_t last = differ_alike(&l) ? 1 : l.n;

	for (size_t i = 0; i < last; i++) {
		const struct count *n = &l.at[i];

		if (n->sum == n->present)
			continue;
		found_as(c, n->sum > n->present ? SEV_ERROR : SEV_WARNING,
		    n->votes->at,
		    ARGS(arg_number(c->a, n->item->number),
			arg_number(c->a, n->sum),
			arg_number(c->a, n->present)));
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
