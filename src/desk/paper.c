/* SPDX-License-Identifier: MIT */
#include "desk/desk_int.h"
#include "seal/seal.h"

/* A duty of the year holds nothing back: a quarter without a session must not
 * stop the minutes of another. */
static bool
holds_back(const struct diag *g, const struct paper *paper)
{
	if (g->severity != SEV_ERROR || g->waived.n)
		return false;
	switch (g->message->concern) {
	case CONCERNS_DUTY:
		return false;
	case CONCERNS_SIGNATURE:
		return paper->session && paper->session->source == g->at.src;
	case CONCERNS_RECORD:
		break;
	}
	return true;
}

const struct source *
desk_spoiled(const struct diags *d, const struct paper *paper)
{
	for (size_t i = 0; i < d->list.n; i++) {
		const struct diag *g = &d->list.at[i];

		if (!holds_back(g, paper))
			continue;
		for (size_t k = 0; k < paper->sources.n; k++) {
			if (paper->sources.at[k] == g->at.src)
				return g->at.src;
		}
	}
	return NULL;
}

/* --- from records to a file ---------------------------------------------- */

/* A paper that holds others, with them in it; any other as it is. */
static bool
bind(struct paper *out, struct arena *page, struct opened *s,
    const struct papers *papers, const struct paper *asked, struct diags *d)
{
	*out = *asked;
	return asked->kind != PAPER_YEARBOOK ||
	       desk_bind(out, page, s, papers, d);
}

enum desk_result
desk_paper(struct paper_file *out, struct arena *page, struct opened *s,
    const struct papers *papers, const struct paper *asked, int64_t epoch,
    struct diags *d)
{
	struct pdf_options how = { epoch };
	struct paper paper;
	struct document doc;
	struct pages pages;
	bool ok = bind(&paper, page, s, papers, asked, d);
	const struct value *values = view_paper(page, &paper);
	struct str hash = seal_hash(page, &paper, values);

	ok = ok && desk_fill(&doc, page, s, &paper, values, d);
	doc.keywords = imprint_text(
	    page, &paper, values, hash, STR(PDF_PRINT), s->desk->draft);
	doc.footer = seal_footer(page, &paper, hash);
	ok = ok && paper_set(&pages, page, s, &doc, d);
	if (!ok || d->count[SEV_ERROR])
		return DESK_NOT_SET;
	out->pages = pages.list.n;
	return pdf_bytes(&out->bytes, page, s->desk->writer, &pages, &doc, &how)
		   ? DESK_SET
		   : DESK_REFUSED;
}
