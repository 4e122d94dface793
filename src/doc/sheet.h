/* SPDX-License-Identifier: MIT */
#ifndef DOC_SHEET_H
#define DOC_SHEET_H

/*
 * The paper and the type of one document, and the one grammar in which they
 * are asked for: by council.yaml for all papers, by a template for its own.
 */

#include <stdbool.h>

#include "base/str.h"
#include "base/units.h"
#include "words/meaning.h"

struct sheet {
	mpt width, height;
	mpt top, right, bottom, left; /* margins */
	mpt size;                     /* of the type: 14000; tables 2 pt less */
	int leading;                  /* per cent of the font's line height */
	mpt indent;                   /* of a paragraph's first line */
	mpt row; /* least height of a table's row; 0: that of its text */
	bool hyphenate;
	bool page_numbers;
	bool footed; /* the document's footer stands on each page */
	bool draft;  /* ДОЛБООР across each page */
};

/* A4, 30 15 20 20 mm, 14 pt, 115 per cent, 12.5 mm, numbered. */
struct sheet sheet_default(void);

enum answer { ANSWER_NONE, ANSWER_YES, ANSWER_NO };

/* What is asked for; what is 0 stays as the sheet has it. */
struct sheet_change {
	enum orientation orientation;
	bool margins_given;
	mpt margins[4]; /* top, right, bottom, left */
	mpt size;
	int leading;
	mpt row;
	enum answer hyphenate, page_numbers, footed;
};
void sheet_apply(struct sheet *s, const struct sheet_change *c);

/*
 * Each reads one setting; false, and nothing set, where it can't be that.  A
 * number has up to three decimals, behind a point or a comma.
 */
/* Four lengths in millimetres, 0 to 100: top, right, bottom, left; or one text
 * that has all four, as in "20 15 20 30". */
bool sheet_margins(struct sheet_change *out, const struct str *s, size_t n);
bool sheet_size(struct sheet_change *out, struct str s); /* 6 to 36 points */
/* 80 to 300 per cent, or 0.8 to 3: 1.15 and 115 are the same. */
bool sheet_leading(struct sheet_change *out, struct str s);
bool sheet_row(struct sheet_change *out, struct str s); /* 0 to 50 mm */

#endif
