/* SPDX-License-Identifier: MIT */
/* Clause 5.4: who keeps the minutes, and how that was settled. */
#include "rules/rules_int.h"

bool
secretary_is_appointed(const struct check *c)
{
	const struct rule *r = rule_row(ROW_K103);

	return setting_choice(requirement_find(c->year->regulation, r),
		   SETTING_HOW, ELECTION_ELECTED) == ELECTION_APPOINTED;
}

struct refs
session_elected(const struct session *s)
{
	for (size_t i = 0; i < s->items.n; i++) {
		const struct item *it = &s->items.at[i];

		for (size_t k = 0; k < it->decisions.n; k++) {
			if (it->decisions.at[k].elected.n)
				return it->decisions.at[k].elected;
		}
	}
	return (struct refs){ 0 };
}

/* The first item without a decision, or NULL: the election may be what is
 * missing there. */
static const struct item *
undecided_item(const struct session *s)
{
	for (size_t i = 0; i < s->items.n; i++) {
		if (!s->items.at[i].decisions.n && !s->items.at[i].is_withdrawn)
			return &s->items.at[i];
	}
	return NULL;
}

/* The secretary is elected in the first session. */
void
check_secretary_elected(const struct year *y, struct check *c)
{
	const struct session *in = NULL;
	struct sessions held;

	held_sessions(&held, c);
	if (!first_is_known(&held) || secretary_is_appointed(c))
		return;
	for (size_t i = 0; i < held.n && !in; i++) {
		if (session_elected(held.at[i]).n)
			in = held.at[i];
	}
	if (in == held.at[0])
		return;

	const struct session *first = held.at[0];
	bool grave = !in && (held.n > 1 || year_is_finished(y, c->today));
	struct span at = source_span(first->source, 0, 0);

	if (first->items.n)
		at = span_or(first->items.at[0].title.at, first->source);

	struct diag *g = found_as(c, grave ? SEV_ERROR : SEV_WARNING, at,
	    ARGS(arg_date(c, session_date(first)),
		in ? arg_date(c, session_date(in)) : arg_words(&not_yet)));

	if (in)
		g->related = session_elected(in).at[0].written.at;
	else
		about_thing(g, undecided_item(first));
	about_first(g, y, first);
}

/* Where the secretary is appointed, only the minutes can say who it is. */
void
check_secretary_named(const struct session *s, struct check *c)
{
	struct refs who;

	if (!session_took_place(s) || !secretary_is_appointed(c))
		return;
	session_secretaries(&who, c->a, c->year, s);
	if (!who.n)
		found(c, source_span(s->source, 0, 0),
		    ARGS(arg_date(c, session_date(s))));
}

/* The clause leaves open who may be elected; usually it is a member. */
void
check_secretary_member(const struct session *s, struct check *c)
{
	struct refs who = session_elected(s);

	for (size_t i = 0; i < who.n; i++) {
		const struct ref *r = &who.at[i];

		if (r->who == WHO_INVITED || r->who == WHO_DIRECTOR)
			found(c, r->written.at, ARGS(arg_str(r->written.s)));
	}
}

/* Where a secretary's name stands that may be changed in this session. */
static struct span
secretary_place(const struct session *s, const struct ref *r)
{
	if (r->written.at.src == s->source)
		return r->written.at;
	return source_span(s->source, 0, 0);
}

/* Chair and secretary both answer for the minutes: they are two people. */
void
check_secretary_chair(const struct session *s, struct check *c)
{
	const struct person *chair = session_chair(c->year, s);
	struct refs who;

	if (!session_took_place(s) || !chair)
		return;
	session_secretaries(&who, c->a, c->year, s);
	for (size_t i = 0; i < who.n; i++) {
		if (who.at[i].person == chair)
			found(c, secretary_place(s, &who.at[i]),
			    ARGS(arg_person(c, chair)));
	}
}

/* Who was absent can't have kept the minutes. */
void
check_secretary_present(const struct session *s, struct check *c)
{
	struct refs who;

	if (!session_took_place(s))
		return;
	session_secretaries(&who, c->a, c->year, s);
	for (size_t i = 0; i < who.n; i++) {
		for (size_t k = 0; k < s->absent.n; k++) {
			const struct ref *r = &s->absent.at[k].who;

			if (r->person && r->person == who.at[i].person)
				found(c, r->written.at,
				    ARGS(arg_person(c, r->person)));
		}
	}
}
