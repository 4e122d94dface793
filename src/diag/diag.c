/* SPDX-License-Identifier: MIT */
#include "diag/diag.h"

#include <assert.h>
#include <stdlib.h>

#include "base/arena.h"

void
diags_init(struct diags *d, struct arena *a)
{
	*d = (struct diags){ .arena = a };
}

struct diag *
diag_add(struct diags *d, const struct message *m, struct span at,
    const struct arg *args, size_t nargs)
{
	assert(nargs <= DIAG_ARGS);
	assert(at.src);

	struct diag *g = LIST_ADD(d->arena, &d->list);

	g->message = m;
	g->severity = m->severity;
	g->at = at;
	g->nargs = nargs;
	for (size_t i = 0; i < nargs; i++)
		g->args[i] = args[i];
	d->count[m->severity]++;
	return g;
}

static int
by_place(const struct diag *a, const struct diag *b)
{
	int c = str_cmp(a->at.src->path, b->at.src->path);

	if (c)
		return c;
	if (a->at.off != b->at.off)
		return a->at.off < b->at.off ? -1 : 1;
	return str_cmp(str_from(a->message->code), str_from(b->message->code));
}

/* Pointers with their first position, because qsort alone is not stable. */
struct ranked {
	const struct diag *diag;
	size_t rank;
};

static int
by_place_then_rank(const void *pa, const void *pb)
{
	const struct ranked *a = pa, *b = pb;
	int c = by_place(a->diag, b->diag);

	return c ? c : (a->rank > b->rank) - (a->rank < b->rank);
}

void
diags_sort(struct diags *d)
{
	size_t n = d->list.n;
	struct ranked *order = ARENA_ARRAY(d->arena, struct ranked, n);
	struct diag *sorted = ARENA_ARRAY(d->arena, struct diag, n);

	for (size_t i = 0; i < n; i++)
		order[i] = (struct ranked){ &d->list.at[i], i };
	if (n)
		qsort(order, n, sizeof(*order), by_place_then_rank);
	for (size_t i = 0; i < n; i++)
		sorted[i] = *order[i].diag;
	d->list.at = sorted;
	d->list.cap = n;
}
