/* SPDX-License-Identifier: MIT */
/* Who was there: members, guests, quorum. */
#include "rules/rules_int.h"

static const struct ref *
absence_of(const struct session *s, const struct person *p)
{
	for (size_t i = 0; p && i < s->absent.n; i++) {
		if (s->absent.at[i].who.person == p)
			return &s->absent.at[i].who;
	}
	return NULL;
}

static bool
names_person(const struct refs *l, const struct person *p)
{
	for (size_t i = 0; i < l->n; i++) {
		if (l->at[i].person == p)
			return true;
	}
	return false;
}

static void
check_not_absent(const struct session *s, struct check *c, const struct ref *r)
{
	const struct ref *away = absence_of(s, r->person);

	if (away)
		found(c, r->written.at, ARGS(arg_str(r->written.s)))->related =
		    away->written.at;
}

/* Nobody is present, late or left early, and absent. */
void
check_absent_and_present(const struct session *s, struct check *c)
{
	for (size_t i = 0; i < s->present.n; i++)
		check_not_absent(s, c, &s->present.at[i]);
	for (size_t i = 0; i < s->late.n; i++)
		check_not_absent(s, c, &s->late.at[i].who);
	for (size_t i = 0; i < s->left.n; i++)
		check_not_absent(s, c, &s->left.at[i].who);
}

/* Where the list of those present is typed, it is whole. */
void
check_attendance_complete(const struct session *s, struct check *c)
{
	struct member_list members;

	if (!s->present_at.src || !s->present.n)
		return;
	/* Behind a name that is nobody's may be any of them. */
	for (size_t i = 0; i < s->present.n; i++) {
		if (s->present.at[i].who == WHO_UNKNOWN)
			return;
	}
	session_members(&members, c->a, c->year, s);
	for (size_t i = 0; i < members.n; i++) {
		const struct person *p = &members.at[i]->person;

		if (!names_person(&s->present, p) && !absence_of(s, p))
			found(c, s->present_at, ARGS(arg_person(c, p)));
	}
}

/* Those present are members; everybody else was invited. */
void
check_present_member(const struct session *s, struct check *c)
{
	for (size_t i = 0; i < s->present.n; i++) {
		const struct ref *r = &s->present.at[i];

		if (r->who == WHO_INVITED || r->who == WHO_DIRECTOR)
			found(c, r->written.at, ARGS(arg_str(r->written.s)));
	}
}

static void
check_coming(
    const struct session *s, struct check *c, const struct coming *m, int least)
{
	int n = (int)s->items.n;

	if (m->item.at.src && n && (m->item.v < least || m->item.v > n))
		found(c, m->item.at,
		    ARGS(arg_str(m->who.written.s), arg_number(c->a, m->item.v),
			arg_number(c->a, n)));
}

/* Late from an item, left after an item: of this session, in this order. */
void
check_late_left(const struct session *s, struct check *c)
{
	for (size_t i = 0; i < s->late.n; i++)
		check_coming(s, c, &s->late.at[i], 1);
	for (size_t i = 0; i < s->left.n; i++) {
		const struct coming *left = &s->left.at[i];
		int came = 1;

		for (size_t k = 0; k < s->late.n; k++) {
			if (s->late.at[k].who.person == left->who.person)
				came = s->late.at[k].item.v;
		}
		check_coming(s, c, left, came);
	}
}

static void
check_acting(const struct session *s, struct check *c, const struct item *it,
    const struct refs *l)
{
	for (size_t i = 0; i < l->n; i++) {
		const struct ref *r = &l->at[i];
		const struct ref *away = absence_of(s, r->person);

		if (away && r->written.at.src)
			found(c, r->written.at,
			    ARGS(arg_str(r->written.s),
				arg_number(c->a, it->number)))
			    ->related = away->written.at;
	}
}

/* Who reports, speaks or votes was there. */
void
check_absent_acting(const struct session *s, struct check *c)
{
	for (size_t i = 0; i < s->items.n; i++) {
		const struct item *it = &s->items.at[i];

		check_acting(s, c, it, &it->reporters);
		for (size_t k = 0; k < it->spoke.n; k++) {
			struct refs one = { &it->spoke.at[k].who, 1, 1 };
			struct refs other = { &it->spoke.at[k].with, 1, 1 };

			check_acting(s, c, it, &one);
			check_acting(s, c, it, &other);
		}
		check_acting(s, c, it, &it->votes.for_names);
		check_acting(s, c, it, &it->votes.against_names);
		check_acting(s, c, it, &it->votes.abstained_names);
	}
}

/* A member is not a guest. */
void
check_invited_member(const struct session *s, struct check *c)
{
	struct member_list members;

	session_members(&members, c->a, c->year, s);
	for (size_t i = 0; i < s->invited.n; i++) {
		const struct guest *g = s->invited.at[i];
		struct str name =
		    wording_text(&g->person.name, c->year->council.language);
		struct str called = name_within(name);

		for (size_t k = 0; k < members.n && called.n; k++) {
			struct str full =
			    wording_text(&members.at[k]->person.name,
				c->year->council.language);

			if (name_matches(called, full))
				found(c, g->written.at, ARGS(arg_str(name)));
		}
	}
}

/* Two people whose names print alike can't be told apart in a paper. */
void
check_names_alike(const struct year *y, struct check *c)
{
	struct arg *printed = ARENA_ARRAY(c->a, struct arg, y->members.n);
	enum lang lang = y->council.language;

	for (size_t i = 0; i < y->members.n; i++) {
		const struct person *b = &y->members.at[i]->person;

		printed[i] = arg_person(c, b);
		for (size_t k = 0; k < i; k++) {
			const struct person *a = &y->members.at[k]->person;

			/* One person may stand twice, with other dates. */
			if (!str_eq(printed[k].text, printed[i].text) ||
			    str_eq(wording_text(&a->name, lang),
				wording_text(&b->name, lang)))
				continue;

			struct diag *g = found(c,
			    span_or(b->name.in[lang].at, y->members_source),
			    ARGS(printed[i]));

			g->related =
			    span_or(a->name.in[lang].at, y->members_source);
		}
	}
}

/* The regulation knows no quorum: a school may set one. */
void
check_quorum(const struct session *s, struct check *c)
{
	const struct council *o = &c->year->council;
	struct attendance n = session_attendance(c->year, s);

	if (!session_took_place(s) || !c->year->members_readable || n.quorate)
		return;

	struct span at = s->absent.n ? s->absent.at[0].who.written.at
				     : source_span(s->source, 0, 0);
	struct diag *g = found(c, at,
	    ARGS(arg_number(c->a, n.members), arg_number(c->a, n.present),
		arg_number(c->a, n.needed)));

	g->related = span_or(o->quorum.at, o->source);
}
