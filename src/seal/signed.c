/* SPDX-License-Identifier: MIT */
#include "seal/seal_int.h"

/* What is signed is corrected by a decision of a later session: the records
 * that it was printed from stay as they are. */

static bool
is_faulty(const struct diags *d, const struct paper *p)
{
	for (size_t i = 0; i < d->list.n; i++) {
		const struct diag *g = &d->list.at[i];

		for (size_t k = 0; k < p->sources.n; k++) {
			if (g->severity == SEV_ERROR &&
			    g->at.src == p->sources.at[k])
				return true;
		}
	}
	return false;
}

static const struct paper *
minutes_find(const struct papers *papers, const struct session *s)
{
	for (size_t i = 0; i < papers->n; i++) {
		const struct paper *p = &papers->at[i];

		if (p->kind == PAPER_MINUTES && p->session == s)
			return p;
	}
	return NULL;
}

static void
check_session(
    const struct papers *papers, const struct session *s, struct diags *d)
{
	const struct text *written = &s->signed_hash;
	const struct paper *p = minutes_find(papers, s);
	struct str was, now;
	enum seal_typed typed = seal_hash_read(&was, d->arena, written->s);

	if (typed == SEAL_NO_HASH) {
		diag_add(d, &no_hash, written->at, ARGS(arg_str(written->s)));
		return;
	}
	if (!p) {
		diag_add(d, &signed_early, written->at, NO_ARGS);
		return;
	}
	if (typed == SEAL_OLDER_HASH) {
		diag_add(
		    d, &signed_older, written->at, ARGS(arg_str(written->s)));
		return;
	}
	if (is_faulty(d, p))
		return;
	now = seal_hash(d->arena, p, view_paper(d->arena, p));
	if (!str_eq(was, now))
		diag_add(d, &signed_changed, written->at, NO_ARGS);
}

void
seal_check(const struct school *s, struct diags *d)
{
	struct papers papers = { 0 };

	for (size_t i = 0; i < s->years.n; i++) {
		const struct year *y = s->years.at[i];

		for (size_t k = 0; k < y->sessions.n; k++) {
			const struct session *one = y->sessions.at[k];

			if (!one->readable || !one->signed_hash.at.src)
				continue;
			/* Few schools sign all: made when first needed. */
			if (!papers.n)
				view_papers(
				    &papers, d->arena, s, (struct date){ 0 });
			check_session(&papers, one, d);
		}
	}
}
