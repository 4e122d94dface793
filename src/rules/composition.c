/* SPDX-License-Identifier: MIT */
/* Clauses 1.1 and 3.1: the council's members. */
#include "rules/rules_int.h"

/* --- 1.1 ---------------------------------------------------------------- */

/* The council is a body of teachers: it has members. */
void
check_members_exist(const struct year *y, struct check *c)
{
	if (y->members_readable && !y->members.n)
		found(c, source_span(y->members_source, 0, 0),
		    ARGS(arg_str(year_text(c->a, y->first))));
}

/* --- 3.1 ---------------------------------------------------------------- */

/* The days on which the composition counts: the sessions, and today while the
 * year runs. */
static void
days_that_count(struct sessions *held, bool *today, const struct check *c)
{
	held_sessions(held, c);
	*today = !year_is_finished(c->year, c->today) && held->n &&
		 date_cmp(c->today, year_begin(c->year)) >= 0;
}

bool
member_is_of(const struct member *m, unsigned category)
{
	/* The director belongs to the management. */
	return m->categories & category || (category == CATEGORY_MANAGEMENT &&
					       m->office == OFFICE_DIRECTOR);
}

static bool
category_is_there(const struct year *y, unsigned bit, struct date d)
{
	for (size_t i = 0; i < y->members.n; i++) {
		const struct member *m = y->members.at[i];

		if (member_on(m, d) && member_is_of(m, bit))
			return true;
	}
	return false;
}

/* The categories that the school's council must have, as bits. */
static unsigned
categories_asked(const struct year *y)
{
	unsigned kinds = CATEGORY_MANAGEMENT | CATEGORY_UNION_HEAD;

	if (y->council.groups.n)
		kinds |= CATEGORY_GROUP_REPRESENTATIVE;
	return setting_bits(requirement_find(y->regulation, rule_row(ROW_K123)),
	    SETTING_CATEGORIES, kinds);
}

/* Whether the council must have this category on a day and has nobody of it:
 * then a finding is about the category. */
static bool
category_is_missing(const struct year *y, unsigned bit, struct date d)
{
	return categories_asked(y) & bit && !category_is_there(y, bit, d);
}

/* The categories in the order of their bits. */
static const unsigned categories[] = { CATEGORY_MANAGEMENT, CATEGORY_UNION_HEAD,
	CATEGORY_GROUP_REPRESENTATIVE };
#define NCATEGORIES (sizeof(categories) / sizeof(*categories))

static const void *
category_thing(unsigned bit)
{
	size_t k = 0;

	while (categories[k] != bit)
		k++;
	return &categories[k];
}

/* Management staff, heads of unions and, where there are creative groups,
 * their representatives belong to the council. */
void
check_composition(const struct year *y, struct check *c)
{
	struct sessions held;
	bool today;

	if (!y->members_readable)
		return;
	days_that_count(&held, &today, c);
	for (size_t k = 0; k < NCATEGORIES; k++) {
		for (size_t i = 0; i < held.n + today; i++) {
			struct date d =
			    i < held.n ? session_date(held.at[i]) : c->today;

			if (!category_is_missing(y, categories[k], d))
				continue;

			struct diag *g =
			    found(c, source_span(y->members_source, 0, 0),
				ARGS(arg_words(words_meaning(c->a,
					 IN_CATEGORIES, (int)categories[k])),
				    arg_date(c, d)));

			about_thing(g, &categories[k]);
			break; /* the first such day says it */
		}
	}
}

/* The members who were, on some day, of this kind and speak for w. */
static struct member_list
speakers(const struct check *c, const struct wording *w, unsigned category)
{
	struct member_list l = { 0 };

	for (size_t i = 0; i < c->year->members.n; i++) {
		const struct member *m = c->year->members.at[i];

		if (m->categories & category && belongs_to(c->a, m, w))
			*LIST_ADD(c->a, &l) = m;
	}
	return l;
}

/* The longest stretch of days, begin to end, on which none of them belongs to
 * the council. */
static int
days_vacant(const struct member_list *l, struct date begin, struct date end)
{
	int longest = 0, run = 0;

	for (struct date d = begin; date_cmp(d, end) <= 0;
	     d = date_plus(d, 1)) {
		bool there = false;

		for (size_t i = 0; i < l->n && !there; i++)
			there = member_on(l->at[i], d);
		run = there ? 0 : run + 1;
		longest = run > longest ? run : longest;
	}
	return longest;
}

/* The days of teaching up to today; false where there are none yet. */
static bool
days_so_far(struct date *begin, struct date *end, const struct check *c)
{
	const struct calendar *k = &c->year->calendar;

	if (!calendar_is_known(c->year) || !c->year->members_readable)
		return false;
	*begin = k->quarters.at[0].from.d;
	*end = year_last_day(c->year);
	if (date_cmp(*begin, duty_begins(c)) < 0)
		*begin = duty_begins(c);
	if (date_cmp(c->today, *end) < 0)
		*end = c->today;
	return date_cmp(*begin, *end) <= 0;
}

/* The head of every registered union belongs to the council; a change of
 * heads may take some weeks. */
void
check_union_head(const struct year *y, struct check *c)
{
	int allowed = setting_number(c->asked, SETTING_DAYS, 30);
	struct date begin, end;

	if (!days_so_far(&begin, &end, c) || someone_is_unregistered(c))
		return;
	for (size_t i = 0; i < y->council.unions.n; i++) {
		const struct wording *w = &y->council.unions.at[i];
		struct member_list heads = speakers(c, w, CATEGORY_UNION_HEAD);
		int days = days_vacant(&heads, begin, end);

		bool none =
		    !heads.n && !category_is_there(y, CATEGORY_UNION_HEAD, end);

		if (heads.n && days <= allowed)
			continue;
		/* A school may have no heads in its council. */
		if (none && !(categories_asked(y) & CATEGORY_UNION_HEAD))
			continue;

		struct diag *g = found_as(c, heads.n ? SEV_WARNING : SEV_ERROR,
		    source_span(y->members_source, 0, 0),
		    ARGS(arg_str(wording_name(c, w)), arg_number(c->a, days)));

		g->related = wording_place(w, y->council.source);
		about_thing(g, w);
		if (none)
			about_thing(g, category_thing(CATEGORY_UNION_HEAD));
	}
}

/* Each creative group has somebody to speak for it. */
void
check_group_representative(const struct year *y, struct check *c)
{
	const unsigned bit = CATEGORY_GROUP_REPRESENTATIVE;
	struct date begin, end;

	if (!days_so_far(&begin, &end, c) || someone_is_unregistered(c))
		return;
	for (size_t i = 0; i < y->council.groups.n; i++) {
		const struct wording *w = &y->council.groups.at[i];

		bool none = !category_is_there(y, bit, end);

		if (speakers(c, w, bit).n ||
		    (none && !(categories_asked(y) & bit)))
			continue;

		struct diag *g = found(c, source_span(y->members_source, 0, 0),
		    ARGS(arg_str(wording_name(c, w))));

		g->related = wording_place(w, y->council.source);
		about_thing(g, w);
		if (none)
			about_thing(g, category_thing(bit));
	}
}

/* A school may have no creative groups, or have forgotten to list them. */
void
check_groups_registered(const struct school *s, struct check *c)
{
	if (council_is_known(s) && !s->council.groups.n)
		found(c, source_span(s->council.source, 0, 0), NO_ARGS);
}

/* The first of these that the member belongs to, and for which nobody of the
 * category speaks, as this member may be meant to; or NULL. */
static const struct wording *
unspoken(const struct check *c, const struct member *m,
    const struct wordings *l, unsigned category)
{
	for (size_t i = 0; i < l->n; i++) {
		const struct wording *w = &l->at[i];

		if (belongs_to(c->a, m, w) && !speakers(c, w, category).n)
			return w;
	}
	return NULL;
}

/* As whom somebody is a member, the clause asks. */
void
check_category_given(const struct year *y, struct check *c)
{
	for (size_t i = 0; i < y->members.n; i++) {
		const struct member *m = y->members.at[i];

		if (m->categories || !y->members_readable ||
		    m->office == OFFICE_DIRECTOR)
			continue;

		struct diag *g = found(c, span_or(m->at, y->members_source),
		    ARGS(arg_person(c, &m->person)));

		about_thing(
		    g, unspoken(c, m, &y->council.unions, CATEGORY_UNION_HEAD));
		about_thing(g, unspoken(c, m, &y->council.groups,
				   CATEGORY_GROUP_REPRESENTATIVE));
	}
}
