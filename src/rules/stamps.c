/* SPDX-License-Identifier: MIT */
/* The regulation as a paper: it is there, and bears its two stamps. */
#include "rules/rules_int.h"

/* The council works by a regulation. */
void
check_regulation_given(const struct school *s, struct check *c)
{
	const struct source *file = s->regulation.source;

	if (file && file->state == SOURCE_ABSENT)
		found(c, source_span(file, 0, 0), NO_ARGS);
}

/* The pedagogical council considered it; the day is part of the stamp. */
void
check_regulation_considered(const struct school *s, struct check *c)
{
	const struct regulation *r = &s->regulation;

	if (r->readable && !r->broken && !r->considered.date.at.src)
		found(c, span_or(r->considered.at, r->source), NO_ARGS);
}

/* The director approved it; likewise. */
void
check_regulation_approved(const struct school *s, struct check *c)
{
	const struct regulation *r = &s->regulation;

	if (r->readable && !r->broken && !r->approved.date.at.src)
		found(c, span_or(r->approved.at, r->source), NO_ARGS);
}

/* What was not yet considered can't be approved; both on one day is usual. */
void
check_stamps_in_order(const struct school *s, struct check *c)
{
	const struct when *considered = &s->regulation.considered.date;
	const struct when *approved = &s->regulation.approved.date;

	if (!date_is_set(considered->d) || !date_is_set(approved->d) ||
	    date_cmp(considered->d, approved->d) <= 0)
		return;

	struct diag *g = found(c, approved->at,
	    ARGS(arg_date(c, approved->d), arg_date(c, considered->d)));

	g->related = considered->at;
}
