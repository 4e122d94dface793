/* SPDX-License-Identifier: MIT */
/* The certificate: each clause with its verdict and what proves it. */
#include "view/view_int.h"

static const struct words by_day =
    WORDS("by %1 – %2", "до %1 – %2", "%1 чейин – %2");

/* A text that was computed: written nowhere. */
static void
put_computed(struct making *m, struct value *g, const char *name, struct str s)
{
	put_text(m, g, name, s, (struct span){ .src = NULL });
}

static void
paragraph_add(struct making *m, struct blocks *to, struct str s, unsigned style)
{
	struct block *p = block_add(m->arena, to, BLOCK_PARAGRAPH);

	run_add(m->arena, &p->runs, spaces_kept(m->arena, s), style);
}

/* In the list of its name, and in italics below the proofs. */
static void
put_missing(
    struct making *m, struct value *g, struct blocks *proofs, struct str s)
{
	put_computed(m, list_add(m, g, "missing"), "text", s);
	paragraph_add(m, proofs, s, STYLE_ITALIC);
}

/* What speaks against it, and what must happen yet. */
static void
put_lacks(struct making *m, struct value *g, struct blocks *proofs,
    const struct clause_state *k)
{
	const struct step *s = k->next;

	for (size_t i = 0; i < k->findings.n; i++) {
		const struct diag *d = k->findings.at[i];

		if (!d->waived.n && d->severity != SEV_NOTE)
			put_missing(m, g, proofs,
			    msg_text(m->arena, &d->message->text, m->lang,
				d->args, d->nargs));
	}
	if (s)
		put_missing(m, g, proofs,
		    msg_text(m->arena, &by_day, m->lang,
			ARGS(arg_str(date_text(
				 m->arena, s->by, DATE_FIGURES, m->lang)),
			    arg_str(msg_text(m->arena, &s->text, m->lang,
				s->args, s->nargs)))));
}

/* A paragraph for each proof, then for each that is wanting. */
static void
put_evidence(struct making *m, struct value *g, const struct clause_state *k)
{
	struct blocks *proofs = ARENA_NEW(m->arena, struct blocks);

	for (size_t i = 0; i < k->evidence.n; i++)
		paragraph_add(m, proofs,
		    view_evidence(
			m->arena, m->council, &k->evidence.at[i], m->lang),
		    0);
	put_lacks(m, g, proofs, k);
	put_blocks(g, "evidence", proofs);
}

static void
put_clause(struct making *m, struct value *g, const struct clause_state *k)
{
	struct value *v = list_add(m, g, "clauses");

	put_computed(m, v, "clause", k->number);
	if (k->clause)
		put_text(m, v, "text", k->clause->text, k->clause->at);
	put_words(m, v, "verdict", &verdict_words[k->verdict]);
	put_evidence(m, v, k);
}

static void
put_waiver(struct making *m, struct value *g, const struct clause_state *k,
    const struct waiver *w)
{
	struct value *v = list_add(m, g, "waivers");

	put_computed(m, v, "clause", k->number);
	put_written(m, v, "reason", &w->reason);
	put_written(m, v, "by", &w->by);
	put_date(m, v, "date", w->date.d, w->date.at);
	put_date(m, v, "until", w->until.d, w->until.at);
}

void
put_certificate(struct making *m, struct value *g)
{
	static const char *const names[VERDICT_MAX] = {
		[VERDICT_KEPT] = "kept",
		[VERDICT_NOT_DUE] = "not-due",
		[VERDICT_DUE_SOON] = "due-soon",
		[VERDICT_BROKEN] = "broken",
		[VERDICT_WAIVED] = "waived",
		[VERDICT_UNPROVABLE] = "not-provable",
	};
	int n[VERDICT_MAX] = { 0 };
	struct clauses l;
	struct tally t;

	tally_count(&t, m->arena, m->paper->year, m->paper->date);
	put_officers(m, g, &t);
	put_date(m, g, "date", m->paper->date, (struct span){ .src = NULL });
	rules_clauses(
	    &l, m->arena, m->paper->school, m->paper->year, m->paper->date);
	for (size_t i = 0; i < l.list.n; i++) {
		const struct clause_state *k = &l.list.at[i];

		put_clause(m, g, k);
		for (size_t w = 0; w < k->waivers.n; w++)
			put_waiver(m, g, k, k->waivers.at[w]);
		n[k->verdict]++;
	}
	for (int v = 0; v < VERDICT_MAX; v++)
		put_number(m, g, names[v], n[v]);
}
