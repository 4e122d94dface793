/* SPDX-License-Identifier: MIT */
/* Clause 4.1: who heads the council, and who presided. */
#include "rules/rules_int.h"

/* The council has a chair: at all, and on the day of every session. */
void
check_chair_given(const struct year *y, struct check *c)
{
	struct sessions held;
	bool ever = false;

	if (!y->members_readable)
		return;
	for (size_t i = 0; i < y->members.n; i++)
		ever |= y->members.at[i]->role == ROLE_CHAIR;
	held_sessions(&held, c);
	for (size_t i = 0; i < held.n; i++) {
		struct date d = session_date(held.at[i]);

		if (year_chair(y, d))
			continue;
		found_as(c, ever ? SEV_WARNING : SEV_ERROR,
		    source_span(y->members_source, 0, 0), ARGS(arg_date(c, d)));
		return; /* the first such session says it */
	}
	if (!ever && !held.n)
		found(c, source_span(y->members_source, 0, 0),
		    ARGS(arg_date(c, c->today)));
}

static const struct words no_office = TEXT("not given");

/* The council is headed by the deputy director for teaching and education or
 * by the one for methodical work; an acting deputy is one. */
void
check_chair_office(const struct year *y, struct check *c)
{
	unsigned offices = setting_bits(c->asked, SETTING_OFFICES,
	    1U << OFFICE_DEPUTY_EDUCATION | 1U << OFFICE_DEPUTY_METHODICAL);

	for (size_t i = 0; i < y->members.n; i++) {
		const struct member *m = y->members.at[i];

		if (m->role != ROLE_CHAIR || offices & 1U << m->office ||
		    (date_is_set(m->to.d) &&
			date_cmp(m->to.d, duty_begins(c)) < 0))
			continue;
		found(c,
		    m->office_at.src ? m->office_at
				     : span_or(m->role_word.at, m->at.src),
		    ARGS(arg_person(c, &m->person),
			arg_words(m->office == OFFICE_NONE
				      ? &no_office
				      : words_meaning(
					    c->a, IN_OFFICES, (int)m->office)),
			arg_words(bits_words(c->a, IN_OFFICES, offices))));
	}
}

/* The first day on which both belong to the council; false: there is none. */
static bool
overlap(struct date *out, const struct member *a, const struct member *b)
{
	*out = date_cmp(a->from.d, b->from.d) > 0 ? a->from.d : b->from.d;
	return member_on(a, *out) && member_on(b, *out);
}

/* There is one chair at a time. */
void
check_chair_single(const struct year *y, struct check *c)
{
	for (size_t i = 0; i < y->members.n; i++) {
		for (size_t k = 0; k < i; k++) {
			const struct member *a = y->members.at[k];
			const struct member *b = y->members.at[i];
			struct date d;

			if (a->role != ROLE_CHAIR || b->role != ROLE_CHAIR ||
			    !overlap(&d, a, b))
				continue;

			struct diag *g =
			    found(c, span_or(b->role_word.at, b->at.src),
				ARGS(arg_person(c, &a->person),
				    arg_person(c, &b->person), arg_date(c, d)));

			g->related = span_or(a->role_word.at, a->at.src);
		}
	}
}

/* Somebody else than the chair may preside: the deputy, or, which the clause
 * does not know, another member. */
void
check_chair_presiding(const struct session *s, struct check *c)
{
	const struct ref *r = &s->chair;

	if (!session_took_place(s) || !r->written.at.src ||
	    r->who == WHO_UNKNOWN)
		return;
	if (r->member && (r->member->role != ROLE_MEMBER ||
			     r->member->office == OFFICE_DEPUTY_EDUCATION ||
			     r->member->office == OFFICE_DEPUTY_METHODICAL))
		return;
	found_as(c, r->member ? SEV_WARNING : SEV_ERROR, r->written.at,
	    ARGS(arg_str(r->written.s)));
}

/* Who presided was there. */
void
check_chair_present(const struct session *s, struct check *c)
{
	const struct person *chair = session_chair(c->year, s);

	if (!session_took_place(s) || !chair)
		return;
	for (size_t i = 0; i < s->absent.n; i++) {
		const struct ref *r = &s->absent.at[i].who;

		if (r->person == chair)
			found(c, r->written.at, ARGS(arg_person(c, chair)));
	}
}
