/* SPDX-License-Identifier: MIT */
/*
 * The regulation clause by clause: what rules_check() finds, sorted by the
 * clauses that the rules rest on, and beside it what the records show.
 */
#include <stdlib.h>

#include "rules/rules_int.h"

const struct words verdict_words[VERDICT_MAX] = {
	[VERDICT_KEPT] = TEXT("kept"),
	[VERDICT_NOT_DUE] = TEXT("not yet due"),
	[VERDICT_DUE_SOON] = TEXT("due soon"),
	[VERDICT_BROKEN] = TEXT("broken"),
	[VERDICT_WAIVED] = TEXT_IN("verdict", "waived"),
	[VERDICT_UNPROVABLE] = TEXT("not provable"),
};

/* --- clauses in order --------------------------------------------------- */

/* The number up to the next dot, and behind it the rest: 5.10 is after 5.9. */
static int
number_cut(struct str *rest)
{
	int n;

	return str_number(str_trim(str_cut(*rest, '.', rest)), &n) ? n : -1;
}

static int
by_number(const void *pa, const void *pb)
{
	const struct clause_state *a = pa, *b = pb;
	struct str left = a->number, right = b->number;

	while (left.n && right.n) {
		int order = number_cut(&left) - number_cut(&right);

		if (order)
			return order;
	}
	if (left.n || right.n)
		return left.n ? 1 : -1;
	return str_cmp(a->number, b->number);
}

static struct clause_state *
clause_find(struct clauses *l, struct str number)
{
	for (size_t i = 0; i < l->list.n; i++) {
		if (str_eq(l->list.at[i].number, number))
			return &l->list.at[i];
	}
	return NULL;
}

static const struct regulation *
regulation_of(const struct check *c, const struct rule *r)
{
	return r->on == ON_SCHOOL ? &c->school->regulation
				  : c->year->regulation;
}

/* Each clause that asks for something, unless the school has put that out; what
 * only forbids is told with it, or beside the clauses. */
static void
add_clauses(struct clauses *l, struct check *c)
{
	for (size_t i = 0; i < nrules; i++) {
		const struct regulation *r = regulation_of(c, &rules[i]);

		if (!rule_asks(&rules[i]) || !rule_take_up(c, r, &rules[i]))
			continue;

		struct str number = rule_clause(c);
		const struct clause *clause =
		    r ? regulation_clause(r, number) : NULL;

		if (clause)
			number = clause->number;
		if (!number.n || clause_find(l, number))
			continue;

		struct clause_state *k = LIST_ADD(c->a, &l->list);

		k->number = number;
		k->clause = clause;
	}
	if (l->list.n)
		qsort(l->list.at, l->list.n, sizeof(*l->list.at), by_number);
}

/* --- verdicts ----------------------------------------------------------- */

/* What the findings of a clause come to. */
struct tally {
	bool broken, soon, pending, waived;
	enum proof proof; /* the least of its rules */
};

/*
 * A rule whose own level is error states a duty; the findings of any other,
 * and milder cases, are remarks.  A duty that grows graver with time is not
 * broken before its day.
 */
static void
tally_finding(struct tally *t, const struct diag *g, const struct rule *r)
{
	bool duty = r->message.severity == SEV_ERROR;
	bool breach = g->severity == SEV_ERROR || (duty && !g->lighter);

	if (g->waived.n)
		t->waived |= breach;
	else if (breach)
		t->broken = true;
	else if (g->lighter && rule_is_timely(r) && g->severity == SEV_NOTE)
		t->pending = true;
	else if (g->lighter && rule_is_timely(r))
		t->soon = true;
}

static enum verdict
verdict(const struct tally *t, const struct clause_state *k, struct date today)
{
	if (t->broken)
		return VERDICT_BROKEN;
	if (t->soon ||
	    (k->next && date_days(k->next->by) - date_days(today) <= DAYS_SOON))
		return VERDICT_DUE_SOON;
	if (t->proof == PROOF_UNKNOWN)
		return VERDICT_UNPROVABLE;
	if (t->waived)
		return VERDICT_WAIVED;
	if (t->pending || t->proof == PROOF_PENDING)
		return VERDICT_NOT_DUE;
	return t->proof == PROOF_MISSING ? VERDICT_UNPROVABLE : VERDICT_KEPT;
}

static void
add_waiver(struct clause_state *k, struct check *c, const struct diag *g)
{
	const struct waiver *w = waiver_find(c, g);

	for (size_t i = 0; i < k->waivers.n; i++) {
		if (k->waivers.at[i] == w)
			return;
	}
	if (w)
		*LIST_ADD(c->a, &k->waivers) = w;
}

static size_t
count_of(const struct diags *d, const struct rule *r)
{
	size_t n = 0;

	for (size_t i = 0; i < d->list.n; i++)
		n += d->list.at[i].message == &r->message;
	return n;
}

/* What one rule has to say of the clause that it rests on. */
static void
judge_rule(struct clause_state *k, struct tally *t, struct check *c,
    const struct diags *d)
{
	enum proof proof = evidence_add(k, c, count_of(d, c->rule));

	if (t->proof < proof)
		t->proof = proof;
	for (size_t i = 0; i < d->list.n; i++) {
		const struct diag *g = &d->list.at[i];

		if (g->message != &c->rule->message)
			continue;
		*LIST_ADD(c->a, &k->findings) = g;
		tally_finding(t, g, c->rule);
		if (g->waived.n)
			add_waiver(k, c, g);
	}
}

static void
judge_clause(struct clause_state *k, struct check *c, const struct diags *d)
{
	struct tally t = { .proof = PROOF_WHOLE };

	for (size_t i = 0; i < nrules; i++) {
		const struct rule *r = &rules[i];

		if (rule_take_up(c, regulation_of(c, r), r) &&
		    str_eq(rule_clause(c), k->number))
			judge_rule(k, &t, c, d);
	}
	k->verdict = verdict(&t, k, c->today);
}

/* The first step of each clause; steps are in the order of their days. */
static void
add_next(struct clauses *l)
{
	for (size_t i = l->steps.n; i-- > 0;) {
		const struct step *s = &l->steps.at[i];
		struct clause_state *k = clause_find(l, s->clause);

		if (k)
			k->next = s;
	}
}

/* Which waivers cover something. */
static void
mark_used(struct check *c, const struct diags *d)
{
	for (size_t i = 0; i < d->list.n; i++) {
		const struct diag *g = &d->list.at[i];

		c->rule = rule_of(g->message);
		if (g->waived.n)
			waiver_find(c, g);
	}
}

/* The school as if it had only this year. */
static struct school
school_of_year(struct arena *a, const struct school *s, const struct year *y)
{
	struct school one = *s;

	one.years.at = NULL;
	one.years.n = one.years.cap = 0;
	for (size_t i = 0; i < s->years.n; i++) {
		if (s->years.at[i] == y)
			*LIST_ADD(a, &one.years) = s->years.at[i];
	}
	return one;
}

void
rules_clauses(struct clauses *out, struct arena *a, const struct school *s,
    const struct year *y, struct date today)
{
	struct school one = school_of_year(a, s, y);
	struct diags *d = ARENA_NEW(a, struct diags);
	struct check c = {
		.a = a,
		.school = s,
		.year = y,
		.today = today,
	};

	*out = (struct clauses){ .year = y, .today = today };
	diags_init(d, a);
	c.d = d;
	rules_check(&one, today, d);
	c.used = ARENA_ARRAY(a, bool, y->waivers.n);
	mark_used(&c, d);
	add_clauses(out, &c);
	steps_add(out, &c);
	add_next(out);
	for (size_t i = 0; i < out->list.n; i++)
		judge_clause(&out->list.at[i], &c, d);
	for (size_t i = 0; i < d->list.n; i++) {
		const struct diag *g = &d->list.at[i];

		out->others[g->severity] +=
		    !clause_find(out, g->clause) && !g->waived.n;
	}
}
