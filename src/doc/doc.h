/* SPDX-License-Identifier: MIT */
#ifndef DOC_DOC_H
#define DOC_DOC_H

/*
 * Text with structure: blocks of runs, as plain structs.  The same model holds
 * what a secretary wrote (prose of a record), a template, and the finished
 * document that layout sets; each stage allows fewer kinds.  Trees lie in an
 * arena and are never changed once handed on.
 */

#include <stdbool.h>
#include <stdint.h>

#include "base/date.h"
#include "base/list.h"
#include "base/source.h"
#include "base/units.h"
#include "doc/sheet.h"
#include "msg/msg.h"

enum style { STYLE_BOLD = 1, STYLE_ITALIC = 2 }; /* bits */

enum run_kind {
	RUN_TEXT,
	RUN_SOFT_BREAK, /* an end of line in the source: a space in print */
	RUN_BREAK,      /* a hard line break */
};

struct run {
	enum run_kind kind;
	unsigned style; /* bits of enum style */
	struct str s;
	struct span at; /* where it was written */
	struct str url; /* of a link, else empty */
	bool record;    /* from a record: must reach the page (K902) */
};
struct runs {
	LIST_OF(struct run);
};

enum block_kind {
	/* in prose and everywhere after it */
	BLOCK_PARAGRAPH, /* runs */
	BLOCK_HEADING,   /* runs, level */
	BLOCK_LIST,      /* kids: items; ordered, start */
	BLOCK_ITEM,      /* kids: blocks; label */
	BLOCK_QUOTE,     /* kids: blocks */
	BLOCK_TABLE,     /* kids: rows; columns */
	BLOCK_ROW,       /* kids: cells; head */
	BLOCK_CELL,      /* kids: blocks; align, span */
	BLOCK_LINE,      /* a line across: --- */
	/* only in what markup gives: the readers of records make them findings,
	 * templates read them as widgets and block tags */
	BLOCK_FENCE, /* info, literal */
	BLOCK_CODE,  /* indented code; literal */
	BLOCK_HTML,  /* literal; between blocks or inside a line */
	BLOCK_IMAGE, /* runs: its text; literal: its address */
	/* only in documents: what fences become */
	BLOCK_CENTRE,  /* kids: paragraphs, one a line */
	BLOCK_RIGHT,   /* kids: paragraphs, one a line */
	BLOCK_COLUMNS, /* kids: rows of two cells: left and right edge */
	BLOCK_STAMPS,  /* kids: one row of two cells of one-line paragraphs */
	BLOCK_SIGNATURES, /* kids: rows of two cells: role, name */
	BLOCK_PAGEBREAK,
	BLOCK_CHART, /* chart */
	BLOCK_SHEET, /* sheet, lang: of what follows, from a new page on */
};

enum align { ALIGN_DEFAULT, ALIGN_LEFT, ALIGN_CENTRE, ALIGN_RIGHT };

struct chart;

struct blocks {
	LIST_OF(struct block);
};

struct block {
	enum block_kind kind;
	struct span at;
	int level;        /* BLOCK_HEADING: 1 to 6 */
	bool ordered;     /* BLOCK_LIST */
	bool setext;      /* BLOCK_HEADING: underlined with === or --- */
	int start;        /* BLOCK_LIST: the number typed first */
	int columns;      /* BLOCK_TABLE */
	struct str label; /* BLOCK_ITEM: "1.", "–"; empty: by its list */
	bool head;        /* BLOCK_ROW */
	bool total;       /* BLOCK_ROW: it sums up those above */
	int span;         /* BLOCK_CELL: columns it covers, at least 1 */
	enum align align; /* BLOCK_CELL */
	struct str info, literal;  /* as their kinds say above */
	const struct chart *chart; /* BLOCK_CHART */
	const struct sheet *sheet; /* BLOCK_SHEET */
	enum lang lang;            /* BLOCK_SHEET */
	struct runs runs;
	struct blocks kids;
};

struct document {
	struct str title; /* shown by viewers, and in the metadata */
	struct str organisation;
	enum lang lang;
	struct date date;    /* of the record: the metadata's date */
	struct str footer;   /* small, below the text; or empty */
	struct str keywords; /* of the metadata, in ASCII; or empty */
	struct sheet sheet;
	struct blocks blocks;
};

/* The text of runs alone, breaks as spaces. */
struct str runs_text(struct arena *a, const struct runs *runs);
/* The same of a whole tree, blocks parted by spaces. */
struct str blocks_text(struct arena *a, const struct blocks *blocks);

/* Makes blocks by hand: what views compute. */
struct block *block_add(
    struct arena *a, struct blocks *to, enum block_kind kind);
struct run *run_add(
    struct arena *a, struct runs *to, struct str s, unsigned style);
/* Whether a reader of the paper may follow a link to this address: of the web
 * or of mail, or of no scheme.  Others run programs, open files of the machine
 * on which the paper is read, or tell a stranger who reads it. */
bool url_opens(struct str url);
/* A run of text without its first n bytes. */
struct run run_skip(struct run run, size_t n);

#endif
