/* SPDX-License-Identifier: MIT */
/*
 * Whether a file is its paper, byte for byte.  The paper is set again from the
 * records, on the way that build takes, at the moment that the file names.  A
 * plan shows what is recorded only as the year goes on, so it is also set as of
 * each day on which something was done, and as of none.
 */
#include <stdlib.h>

#include "cli/verify.h"

/* Days whose fulfilment a plan may show; unset: all that is recorded. */
struct days {
	LIST_OF(struct date);
};

static int
later_first(const void *pa, const void *pb)
{
	const struct date *a = pa, *b = pb;

	return date_cmp(*b, *a);
}

static void
days_find(struct days *out, struct arena *a, const struct paper *p)
{
	static const struct date before_all = { 1, 1, 1 };
	struct days all = { 0 };

	*out = (struct days){ 0 };
	*LIST_ADD(a, out) = (struct date){ 0 };
	if (p->kind != PAPER_PLAN && p->kind != PAPER_YEARBOOK)
		return;
	for (size_t i = 0; i < p->year->plan.items.n; i++) {
		struct date done =
		    plan_item_done(p->year, &p->year->plan.items.at[i]);

		if (date_is_set(done))
			*LIST_ADD(a, &all) = done;
	}
	*LIST_ADD(a, &all) = before_all;
	qsort(all.at, all.n, sizeof(*all.at), later_first);
	for (size_t i = 0; i < all.n; i++) {
		if (i == 0 || date_cmp(all.at[i], all.at[i - 1]) != 0)
			*LIST_ADD(a, out) = all.at[i];
	}
}

/* The papers of a school with its plans as of a day. */
static void
papers_until(struct papers *out, struct arena *a, const struct papers *papers,
    struct date until)
{
	*out = (struct papers){ 0 };
	for (size_t i = 0; i < papers->n; i++) {
		struct paper *p = LIST_ADD(a, out);

		*p = papers->at[i];
		p->until = until;
	}
}

/* The school's own templates that were read for this paper. */
static void
templates_list(struct proof *out, struct arena *a, const struct match *m,
    const struct opened *s)
{
	for (int k = 0; k < PAPER_MAX; k++) {
		for (int l = 0; l < LANG_MAX; l++) {
			if (!s->own[k][l])
				continue;
			*LIST_ADD(a, &out->templates) = str_printf(a,
			    STR_FMT STR_FMT, STR_ARG(m->shelf->target->prefix),
			    STR_ARG(desk_template_path(
				a, (enum paper_kind)k, (enum lang)l)));
		}
	}
}

/* One paper, set as of one day, in an arena of its own. */
struct attempt {
	struct proof *out;
	struct arena *keep; /* what the proof holds */
	struct opened *opened;
	const struct match *match;
	const struct imprint *printed;
	struct str file;
};

/* False: it is not as it was printed; the proof says so far why. */
static bool
try_day(struct attempt *t, struct arena *page, struct date until)
{
	struct proof *out = t->out;
	struct paper paper = t->match->paper;
	struct papers papers;
	struct paper_file now;
	struct imprint said;

	diags_init(&out->found, t->keep);
	paper.until = until;
	papers_until(&papers, page, &t->match->papers, until);
	if (desk_paper(&now, page, t->opened, &papers, &paper,
		pdf_moment(t->file), &out->found) != DESK_SET)
		return false;
	if (str_starts(t->file, now.bytes)) {
		out->added =
		    pdf_added(&out->signatures, page, t->file, now.bytes.n);
		out->proven = out->added == PDF_ADDED_SIGNATURES ? PROVEN_SAME
								 : PROVEN_ADDED;
		return true;
	}
	if (out->proven == PROVEN_NOT_SET)
		out->proven = PROVEN_CHANGED;
	if (imprint_find(&said, page, now.bytes) == IMPRINT_READ &&
	    str_eq(said.print, t->printed->print)) {
		out->proven = PROVEN_FORGED;
		pdf_pages_gone(&out->pages, t->keep, now.bytes, t->file);
		return true;
	}
	return false;
}

void
proof_find(struct proof *out, struct arena *a, const struct match *m,
    const struct imprint *printed, struct str file)
{
	struct opened again;
	struct attempt t = { out, a, &again, m, printed, file };
	struct days days;
	struct arena page;

	*out = (struct proof){ .proven = PROVEN_NOT_SET };
	if (printed->form != SEAL_FORM) {
		out->proven = PROVEN_FORM;
		return;
	}
	desk_again(&again, &m->shelf->opened, a);
	days_find(&days, a, &m->paper);
	arena_init(&page);
	for (size_t i = 0; i < days.n; i++) {
		bool found = try_day(&t, &page, days.at[i]);

		arena_reset(&page);
		if (found)
			break;
	}
	arena_done(&page);
	templates_list(out, a, m, &again);
}
