/* SPDX-License-Identifier: MIT */
#ifndef LAYOUT_LAYOUT_H
#define LAYOUT_LAYOUT_H

/*
 * From a document to pages of marks.  Knows nothing of PDF and nothing of
 * records: a mark is text, a rule or a field at a place, and a tag says what it
 * is in the document's structure.  The same document gives the same marks
 * everywhere.
 */

#include "diag/diag.h"
#include "doc/doc.h"
#include "font/font.h"

/* The structure of a tagged document (ISO 32000-1, 14.8.4). */
enum tag_kind {
	TAG_DOCUMENT,
	TAG_H1,
	TAG_H2,
	TAG_H3,
	TAG_P,
	TAG_L,
	TAG_LI,
	TAG_LBL,
	TAG_LBODY,
	TAG_TABLE,
	TAG_TR,
	TAG_TH,
	TAG_TD,
	TAG_QUOTE,
	TAG_FORM,
	TAG_LINK,
	TAG_SPAN,
	TAG_REFERENCE, /* the mark of a note in the text */
	TAG_NOTE,      /* at the foot of the page */
	TAG_SECT,
	TAG_FIGURE,
	TAG_MAX
};
#define TAG_NONE UINT32_MAX /* an artifact: not part of the text */

struct tag {
	enum tag_kind kind;
	uint32_t parent; /* index into tags; TAG_DOCUMENT is 0, its own */
	bool ordered;    /* TAG_L: its items are numbered */
	bool row_head;   /* TAG_TH: for its row, else for its column */
	int span;        /* TAG_TH, TAG_TD: columns, 1 if one */
	struct str alt;  /* TAG_FIGURE, TAG_FORM: what it shows */
	enum lang lang;  /* TAG_SECT: of all that is in it */
};

enum mark_kind {
	MARK_TEXT,
	MARK_RULE,  /* a filled rectangle: x, y its lower left corner */
	MARK_LINE,  /* a stroke, size thick, from x, y by width and height */
	MARK_FIELD, /* an empty signature field: x, y, width, height */
	MARK_LINK,  /* a sensitive rectangle: x, y, width, height, url */
	MARK_GHOST, /* large grey text turned by 45 degrees about x, y: ДОЛБООР
		     */
};

struct mark {
	enum mark_kind kind;
	mpt x, y; /* from the page's lower left; text: start of the baseline */
	mpt width, height;
	mpt size;  /* of the type */
	int grey;  /* MARK_RULE, MARK_LINE: from 0, black, to 100, white */
	mpt space; /* added to each space of the text (U+0020, U+00A0) */
	enum face face;
	struct glyphs glyphs;
	struct str text; /* MARK_FIELD: the signer; MARK_LINK: the address */
	uint32_t tag;    /* index into tags, or TAG_NONE */
};

struct page {
	const struct sheet *sheet;
	LIST(struct mark) marks; /* in the order of reading */
};

struct bookmark {
	struct str title;
	int level; /* 1 is highest */
	size_t page;
	mpt y;
};

struct pages {
	LIST(struct page) list;
	LIST(struct tag) tags; /* parents before their children */
	LIST(struct bookmark) bookmarks;
	LIST(size_t) breaks; /* the pages that a BLOCK_PAGEBREAK begins */
};

/* How even the justified lines came out, for the bench: spaces as set over
 * spaces as drawn, in thousandths; full lines only. */
struct layout_figures {
	LIST(int) stretch; /* of each space */
	LIST(int) lines;   /* of each line */
};

/*
 * Sets a document.  False where it added an error: a letter that the font
 * lacks, at its place; text that never reached a page.  `figures` may be NULL.
 */
bool layout_document(struct pages *out, struct arena *a,
    const struct document *doc, struct fonts *fonts,
    struct layout_figures *figures, struct diags *d);

/*
 * Whether a record may give a document that is refused, told from the bytes of
 * its text alone: a letter that is not drawn, a table of too many columns, a
 * signer in its first `header` bytes whose name or post no page holds.  In
 * doubt true; what charts are drawn of it is not looked at.
 */
bool layout_doubts(struct fonts *fonts, const struct sheet *sheet,
    struct str text, size_t header);

/*
 * Where a word may be divided (Kyrgyz orthography 2008, paragraphs 78 to 86):
 * byte offsets into at[]; gives their count, at most `max`.
 */
size_t layout_hyphens(size_t *at, size_t max, struct str word, enum lang lang);

extern const struct message *const layout_messages[]; /* ends with NULL */

#endif
