/* SPDX-License-Identifier: MIT */
/*
 * Nothing vanishes between the records and the document: what a kind of paper
 * is there to print must stand in its blocks, whatever a school's own template
 * leaves out.
 */
#include <stdlib.h>
#include <string.h>

#include "template/template_int.h"

/* The prose that each kind of paper prints, by the names of its values. */
static const struct {
	const char *paper, *name;
} printed[] = {
	{ "minutes", "opening" },
	{ "minutes", "heard" },
	{ "minutes", "said" },
	{ "minutes", "before-decisions" },
	{ "minutes", "text" },
	{ "minutes", "body" },
	{ "extract", "heard" },
	{ "extract", "said" },
	{ "extract", "before-decisions" },
	{ "extract", "text" },
	{ "decisions", "text" },
	{ "regulation", "body" },
	{ "report", "body" },
};

/* Where a run was written. */
struct spot {
	const struct source *src;
	uint32_t off;
};
struct spots {
	LIST_OF(struct spot);
};

static int
by_spot(const void *pa, const void *pb)
{
	const struct spot *a = pa, *b = pb;

	if (a->src != b->src)
		return (uintptr_t)a->src < (uintptr_t)b->src ? -1 : 1;
	return (a->off > b->off) - (a->off < b->off);
}

static void
spots_add(struct spots *to, struct arena *a, const struct blocks *blocks)
{
	for (size_t i = 0; i < blocks->n; i++) {
		const struct block *b = &blocks->at[i];

		for (size_t k = 0; k < b->runs.n; k++) {
			const struct span *at = &b->runs.at[k].at;

			if (at->src)
				*LIST_ADD(a, to) =
				    (struct spot){ at->src, at->off };
		}
		spots_add(to, a, &b->kids);
	}
}

/* Whether it says something, and was written by somebody. */
static bool
counts(const struct run *run)
{
	return run->kind == RUN_TEXT && run->at.src && str_trim(run->s).n;
}

static bool
is_printed(const struct spots *spots, const struct run *run)
{
	const struct spot key = { run->at.src, run->at.off };

	return spots->n &&
	       bsearch(&key, spots->at, spots->n, sizeof(key), by_spot);
}

/* The first run that is nowhere, or NULL. */
static const struct run *
first_lost(const struct spots *spots, const struct blocks *blocks)
{
	const struct run *lost = NULL;

	for (size_t i = 0; i < blocks->n && !lost; i++) {
		const struct block *b = &blocks->at[i];

		for (size_t k = 0; k < b->runs.n && !lost; k++) {
			const struct run *run = &b->runs.at[k];

			if (counts(run) && !is_printed(spots, run))
				lost = run;
		}
		if (!lost)
			lost = first_lost(spots, &b->kids);
	}
	return lost;
}

static bool
is_due(const char *paper, const char *name)
{
	for (size_t i = 0; i < sizeof(printed) / sizeof(*printed); i++) {
		if (strcmp(printed[i].paper, paper) == 0 &&
		    strcmp(printed[i].name, name) == 0)
			return true;
	}
	return false;
}

/* The report's prose changes on its way: its tags become figures and tables,
 * so that it counts as printed where some of it is. */
static bool
live_is_printed(const struct spots *spots, const struct blocks *blocks)
{
	for (size_t i = 0; i < blocks->n; i++) {
		const struct block *b = &blocks->at[i];

		for (size_t k = 0; k < b->runs.n; k++) {
			if (is_printed(spots, &b->runs.at[k]))
				return true;
		}
		if (live_is_printed(spots, &b->kids))
			return true;
	}
	return false;
}

struct looking {
	const struct spots *spots;
	const char *paper;
	struct diags *d;
	bool found;
};

static void
look(struct looking *l, const char *name, const struct value *v)
{
	const struct run *lost = NULL;

	for (size_t i = 0; i < v->members.n; i++)
		look(l, v->members.at[i].name, v->members.at[i].value);
	for (size_t i = 0; i < v->items.n; i++)
		look(l, name, v->items.at[i]);
	if (!v->there || !v->prose || !is_due(l->paper, name))
		return;
	if (v->kind == VALUE_PROSE)
		lost = first_lost(l->spots, v->prose);
	else if (v->kind == VALUE_LIVE && !live_is_printed(l->spots, v->prose))
		lost = first_lost(l->spots, v->prose);
	if (!lost)
		return;
	l->found = true;
	diag_add(
	    l->d, &template_unprinted, lost->at, ARGS(arg_str(str_from(name))));
}

bool
unprinted_find(struct arena *a, const struct blocks *document,
    const struct value *values, struct diags *d)
{
	struct spots spots = { 0 };
	struct looking l = { &spots, values->of, d, false };

	if (!values->of) /* the values of no paper: nothing is due */
		return true;
	spots_add(&spots, a, document);
	if (spots.n)
		qsort(spots.at, spots.n, sizeof(*spots.at), by_spot);
	look(&l, values->of, values);
	return !l.found;
}
