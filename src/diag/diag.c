/* SPDX-License-Identifier: MIT */
#include "diag/diag.h"

#include <assert.h>
#include <stdlib.h>

#include "base/arena.h"

static const struct message more_findings = MESSAGE_ROW("K093", "more-findings",
    SEV_NOTE, TEXT("only the first findings of this file are shown: %1"),
    TEXT("correct those that are shown, then check again"));

static const struct message read_as = MESSAGE_ROW("K044", "lost-letters",
    SEV_NOTE, TEXT("read as: %2 (written: %1)"),
    TEXT("write it with the proper letters"));

const struct message *const diag_messages[] = { &more_findings, &read_as,
	NULL };

void
diags_init(struct diags *d, struct arena *a)
{
	*d = (struct diags){ .arena = a };
}

static struct file_count *
count_find(struct diags *d, const struct source *src)
{
	/* Findings of one file mostly come one after another. */
	for (size_t i = d->files.n; i > 0; i--) {
		if (d->files.at[i - 1].src == src)
			return &d->files.at[i - 1];
	}
	return NULL;
}

bool
diag_full(struct diags *d, const struct source *src)
{
	struct file_count *t = count_find(d, src);

	if (!t || t->n < FINDINGS_MAX || !t->errors)
		return false;
	return t->idle = true;
}

/* Counts it; false where it is one too many.  A file's first error is kept in
 * any case: it holds papers back. */
static bool
count_add(struct diags *d, const struct message *m, const struct source *src)
{
	bool error = m->severity == SEV_ERROR;
	struct file_count *t = count_find(d, src);

	if (!t)
		t = LIST_ADD(d->arena, &d->files);

	bool keep = t->n < FINDINGS_MAX || (error && !t->errors);

	t->src = src;
	t->n++;
	t->errors += error;
	t->dropped += !keep;
	return keep;
}

struct diag *
diag_add(struct diags *d, const struct message *m, struct span at,
    const struct arg *args, size_t nargs)
{
	assert(nargs <= DIAG_ARGS);
	assert(at.src);

	struct diag *g = &d->spare;

	if (count_add(d, m, at.src))
		g = LIST_ADD(d->arena, &d->list);
	*g = (struct diag){ .message = m };
	g->severity = m->severity;
	g->at = at;
	g->nargs = nargs;
	for (size_t i = 0; i < nargs; i++)
		g->args[i] = args[i];
	d->count[m->severity]++;
	return g;
}

void
diag_read_as(
    struct diags *d, struct span at, struct str written, struct str right)
{
	diag_add(d, &read_as, at, ARGS(arg_str(written), arg_str(right)))->fix =
	    right;
}

struct diag *
diag_copy(struct diags *to, const struct diag *g)
{
	struct diag *copy = LIST_ADD(to->arena, &to->list);

	*copy = *g;
	to->count[g->severity] += !g->waived.n;
	return copy;
}

void
diag_relevel(struct diags *d, struct diag *g, enum severity severity)
{
	d->count[g->severity]--;
	g->severity = severity;
	d->count[g->severity]++;
}

void
diag_waive(struct diags *d, struct diag *g, struct str reason)
{
	g->waived = reason;
	d->count[g->severity]--;
}

void
diags_explain(struct diags *d, size_t first, const bool *explained)
{
	size_t kept = first;

	for (size_t i = first; i < d->list.n; i++) {
		struct diag *g = &d->list.at[i];

		if (!explained[i - first]) {
			d->list.at[kept++] = *g;
			continue;
		}
		d->count[g->severity] -= !g->waived.n;

		struct file_count *t = count_find(d, g->at.src);

		t->n--;
		t->errors -= g->message->severity == SEV_ERROR;
		*LIST_ADD(d->arena, &d->explained) = *g;
	}
	d->list.n = kept;
}

static bool
is_within(struct str path, const struct str *within, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		/* A full stop is the school's own folder. */
		if (str_eq(within[i], STR(".")))
			return true;
		if (str_starts(path, within[i]) &&
		    (path.n == within[i].n || path.p[within[i].n] == '/'))
			return true;
	}
	return false;
}

/* A finding about a folder is one about all that it holds. */
static bool
holds_any(struct str path, const struct str *within, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		if (is_within(within[i], &path, 1))
			return true;
	}
	return false;
}

void
diags_filter(struct diags *out, const struct diags *d, const struct str *within,
    size_t n)
{
	if (!n) {
		*out = *d;
		return;
	}
	diags_init(out, d->arena);
	for (size_t i = 0; i < d->list.n; i++) {
		struct str path = d->list.at[i].at.src->path;

		if (is_within(path, within, n) || holds_any(path, within, n))
			diag_copy(out, &d->list.at[i]);
	}
	for (size_t i = 0; i < d->files.n; i++) {
		if (is_within(d->files.at[i].src->path, within, n))
			*LIST_ADD(out->arena, &out->files) = d->files.at[i];
	}
	for (size_t i = 0; i < d->judged.n; i++) {
		if (is_within(d->judged.at[i].record, within, n))
			*LIST_ADD(out->arena, &out->judged) = d->judged.at[i];
	}
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

static void
say_dropped(struct diags *d)
{
	for (size_t i = 0; i < d->files.n; i++) {
		struct file_count *t = &d->files.at[i];
		struct span end = { t->src, (uint32_t)t->src->text.n, 0 };
		size_t shown = t->n - t->dropped;

		if (!t->dropped && !t->idle)
			continue;
		*t = (struct file_count){ t->src, shown, t->errors, 0, false };

		struct diag *g = LIST_ADD(d->arena, &d->list);

		*g = (struct diag){ .message = &more_findings,
			.severity = more_findings.severity,
			.at = end,
			.nargs = 1 };
		g->args[0] = arg_number(d->arena, (int64_t)shown);
		d->count[g->severity]++;
	}
}

void
diags_sort(struct diags *d)
{
	say_dropped(d);

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
