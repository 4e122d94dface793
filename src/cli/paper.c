/* SPDX-License-Identifier: MIT */
#include "cli/press.h"
#include "seal/seal.h"

/* A paper that holds others, with them in it; any other as it is. */
static bool
bind(struct paper *out, struct arena *page, struct job *j,
    const struct papers *papers, const struct paper *asked, struct diags *d)
{
	*out = *asked;
	return asked->kind != PAPER_YEARBOOK ||
	       press_bind(out, page, j, papers, d);
}

enum outcome
press_paper(struct paper_file *out, struct arena *page, struct job *j,
    const struct papers *papers, const struct paper *asked, int64_t epoch,
    struct diags *d)
{
	struct pdf_options how = { epoch };
	struct paper paper;
	struct document doc;
	struct pages pages;
	bool ok = bind(&paper, page, j, papers, asked, d);
	const struct value *values = view_paper(page, &paper);
	struct str hash = seal_hash(page, &paper, values);

	ok = ok && press_fill(&doc, page, j, &paper, values, d);
	doc.keywords = imprint_text(
	    page, &paper, values, hash, STR(PDF_PRINT), j->press->o->draft);
	doc.footer = seal_footer(page, &paper, hash);
	ok = ok && press_set(&pages, page, j, &doc, d);
	if (!ok || d->count[SEV_ERROR])
		return OUTCOME_FINDINGS;
	out->pages = pages.list.n;
	return pdf_bytes(
		   &out->bytes, page, j->press->writer, &pages, &doc, &how)
		   ? OUTCOME_CLEAN
		   : OUTCOME_SYSTEM;
}
