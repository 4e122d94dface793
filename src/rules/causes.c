/* SPDX-License-Identifier: MIT */
/*
 * What need not be said.  Each rule says all that it sees; then one pass over
 * a year takes out what another finding explains, as the rows list it.  Only
 * what counts explains: a rule that is off has no findings, a waived one none
 * that explain, and none explains what is graver than itself, so that no fault
 * hides behind a lesser one.  What explains may itself be explained: behind it
 * there is a first cause that speaks, since the rows form no circle.
 */
#include "rules/rules_int.h"

static bool
share_days(const struct about *a, const struct about *b)
{
	return date_is_set(a->from) && date_is_set(b->from) &&
	       date_cmp(a->from, b->to) <= 0 && date_cmp(b->from, a->to) <= 0;
}

static bool
share_thing(const struct about *a, const struct about *b)
{
	const size_t n = sizeof(a->things) / sizeof(a->things[0]);

	for (size_t i = 0; i < n; i++) {
		for (size_t k = 0; k < n; k++) {
			if (a->things[i] && a->things[i] == b->things[k])
				return true;
		}
	}
	return false;
}

static bool
reaches(const struct diag *from, const struct diag *to, enum reach reach)
{
	switch (reach) {
	case REACH_YEAR:
		return true;
	case REACH_FILE:
		return from->at.src == to->at.src;
	case REACH_DAYS:
		return share_days(&from->about, &to->about);
	case REACH_THING:
		return share_thing(&from->about, &to->about);
	case REACH_PLACE:
		return from->at.src == to->at.src &&
		       from->at.off == to->at.off && from->at.len == to->at.len;
	}
	return false;
}

/* Marks the findings of one rule that those of another explain. */
static void
mark(bool *explained, const struct diags *d, const struct ranges *r, size_t by,
    const struct cause *cause)
{
	for (size_t i = r->begin[by]; i < r->begin[by + 1]; i++) {
		const struct diag *from = &d->list.at[i];

		if (from->waived.n)
			continue;
		for (size_t k = r->begin[cause->row];
		     k < r->begin[cause->row + 1]; k++) {
			const struct diag *to = &d->list.at[k];

			if (to->severity <= from->severity &&
			    reaches(from, to, cause->reach))
				explained[k - r->begin[0]] = true;
		}
	}
}

void
causes_apply(struct diags *d, const struct ranges *r, struct arena *a)
{
	bool *explained = ARENA_ARRAY(a, bool, d->list.n - r->begin[0]);

	for (size_t i = 0; i < nrules; i++) {
		for (const struct cause *k = rules[i].explains;
		     k->row != ROW_MAX; k++)
			mark(explained, d, r, i, k);
	}
	diags_explain(d, r->begin[0], explained);
}

static bool
is_said_here(const struct diag *g, const struct rule *r, struct span at)
{
	return g->message == &r->message && g->at.src == at.src &&
	       g->at.off == at.off;
}

bool
is_explained(const struct check *c, struct span at)
{
	for (size_t i = 0; i < c->d->explained.n; i++) {
		if (is_said_here(&c->d->explained.at[i], c->rule, at))
			return true;
	}
	return false;
}

bool
is_waived(const struct check *c, struct span at, struct date day)
{
	for (size_t i = 0; i < c->d->list.n; i++) {
		const struct diag *g = &c->d->list.at[i];

		if (!g->waived.n || !is_said_here(g, c->rule, at))
			continue;

		const struct waiver *w = waiver_find(c, g);

		if (w && (!date_is_set(w->until.d) ||
			     date_cmp(day, w->until.d) <= 0))
			return true;
	}
	return false;
}
