/* SPDX-License-Identifier: MIT */
/*
 * A yearbook is set twice: first to learn on which pages its parts begin, then
 * with these numbers in its contents.  The second time takes no other room:
 * each part begins on a page of its own, and so does the first behind the
 * contents.
 */
#include "desk/desk_int.h"
#include "seal/seal.h"

/* What goes into it, in this order. */
static const enum paper_kind kinds[] = { PAPER_REGULATION, PAPER_PLAN,
	PAPER_MINUTES, PAPER_REPORT };

static bool
is_part(const struct paper *book, const struct paper *paper)
{
	if (paper->kind == PAPER_REGULATION)
		return paper->regulation == book->year->regulation;
	return paper->year == book->year && !paper->on_demand;
}

static size_t
pagebreaks(const struct blocks *blocks)
{
	size_t n = 0;

	for (size_t i = 0; i < blocks->n; i++)
		n += blocks->at[i].kind == BLOCK_PAGEBREAK;
	return n;
}

/* The papers that go into a book, in order. */
struct contents {
	LIST_OF(const struct paper *);
};

static void
contents_find(struct contents *out, struct arena *a, const struct paper *book,
    const struct papers *papers)
{
	*out = (struct contents){ 0 };
	for (size_t k = 0; k < sizeof(kinds) / sizeof(*kinds); k++) {
		for (size_t i = 0; i < papers->n; i++) {
			const struct paper *paper = &papers->at[i];

			if (paper->kind == kinds[k] && is_part(book, paper))
				*LIST_ADD(a, out) = paper;
		}
	}
}

void
desk_list_parts(
    struct paper *book, struct arena *a, const struct papers *papers)
{
	struct contents contents;

	contents_find(&contents, a, book, papers);
	for (size_t i = 0; i < contents.n; i++) {
		const struct paper *paper = contents.at[i];
		struct part *part = LIST_ADD(a, &book->parts);

		part->title = paper->title;
		part->hash = seal_hash(a, paper, view_paper(a, paper));
	}
}

static bool
part_fill(struct part *part, struct arena *page, struct opened *s,
    const struct paper *paper, struct diags *d)
{
	struct document *doc = ARENA_NEW(page, struct document);
	struct blocks *blocks = ARENA_NEW(page, struct blocks);
	struct block *begin = block_add(page, blocks, BLOCK_SHEET);
	bool ok = desk_fill(doc, page, s, paper, view_paper(page, paper), d);

	/* Its own sheet; the numbers of the pages are the book's. */
	doc->sheet.page_numbers = true;
	doc->sheet.footed = false;
	begin->sheet = &doc->sheet;
	begin->lang = paper->lang;
	for (size_t i = 0; i < doc->blocks.n; i++)
		*LIST_ADD(page, blocks) = doc->blocks.at[i];
	part->blocks = blocks;
	return ok;
}

/* Each part is behind one page break of the book's, and may have its own. */
static void
number_parts(struct paper *book, const struct pages *pages)
{
	size_t n = 0;

	for (size_t i = 0; i < book->parts.n; i++) {
		struct part *part = &book->parts.at[i];

		if (n < pages->breaks.n)
			part->page = pages->breaks.at[n] + 1;
		n += 1 + pagebreaks(part->blocks);
	}
}

bool
desk_bind(struct paper *book, struct arena *page, struct opened *s,
    const struct papers *papers, struct diags *d)
{
	struct document doc;
	struct pages pages;
	struct contents contents;
	bool ok = true;

	desk_list_parts(book, page, papers);
	contents_find(&contents, page, book, papers);
	for (size_t i = 0; i < contents.n; i++)
		ok =
		    part_fill(&book->parts.at[i], page, s, contents.at[i], d) &&
		    ok;
	ok = ok && desk_fill(&doc, page, s, book, view_paper(page, book), d) &&
	     paper_set(&pages, page, s, &doc, d);
	if (ok)
		number_parts(book, &pages);
	return ok;
}
