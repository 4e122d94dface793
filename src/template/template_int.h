/* SPDX-License-Identifier: MIT */
#ifndef TEMPLATE_TEMPLATE_INT_H
#define TEMPLATE_TEMPLATE_INT_H

/*
 * Inside the layer a template is a tree of pieces: markup's blocks and runs
 * with the tags cut out of them and each section folded around what it repeats
 * or keeps.  pieces.c makes the tree, check.c resolves its names, fill.c
 * follows it.  All spans in it are of the template's own file.
 */

#include "doc/chart.h"
#include "template/template.h"
#include "words/words.h"

/* Sections within one another, and repetitions on the way to a value. */
#define TEMPLATE_DEPTH 32

struct builtin {
	const char *lang, *kind, *text;
};
extern const struct builtin template_builtins[]; /* ends with a NULL lang */

/* --- the tree ----------------------------------------------------------- */

enum template_tag_kind {
	TAG_PRINT,  /* {{name}} */
	TAG_EACH,   /* {{#name}} */
	TAG_IF,     /* {{?name}} */
	TAG_UNLESS, /* {{^name}} */
	TAG_CLOSE,  /* {{/name}} */
};

/* What a tag's first name means: found by check.c. */
enum tag_meaning {
	MEANS_NAME,   /* a name of the scope */
	MEANS_NUMBER, /* the count of a repetition whose elements have none */
	MEANS_FIRST,
	MEANS_LAST,
};

struct template_tag {
	enum template_tag_kind kind;
	struct str path; /* "responsible.many" */
	struct span at;
	enum tag_meaning meaning;
	size_t scope; /* 0 the paper, n the n-th repetition around the tag */
	enum value_kind gives;
};

enum piece_kind { PIECE_RUN, PIECE_TAG, PIECE_SECTION, PIECE_BLOCK };

struct pieces {
	LIST_OF(struct piece);
};
struct piece {
	enum piece_kind kind;
	struct template_tag
	    tag;        /* PIECE_TAG: TAG_PRINT; PIECE_SECTION: what opens it */
	struct run run; /* PIECE_RUN; of a tag: the style and link around it */
	const struct block *block; /* PIECE_BLOCK, without its runs and kids */
	struct pieces kids; /* sections and blocks; of a fence: its lines */
	const struct chart_order *chart; /* of a BLOCK_CHART */
};

struct template
{
	const struct source *source;
	const char *paper;
	struct sheet_change sheet;
	struct pieces pieces;
};

/* --- tags (tag.c) ------------------------------------------------------- */

/* Reads the tag that s begins with, which is behind its {{; the number of bytes
 * up to and with }}, or 0 where it is none. */
size_t tag_read(struct template_tag *out, struct str s);
/* Whether a line holds one #, ?, ^ or / tag and nothing else. */
bool tag_alone(struct template_tag *out, struct str line);
/* The first {{ or }} of s from byte `from` on, or its end. */
size_t tag_brace(struct str s, size_t from);

/* A walk through the tags of a run. */
struct cursor {
	const struct run *run;
	size_t off, written; /* behind the last {{: in its text, its source */
};
/* Where bytes off to off+len of the run stand in its source; off never before
 * that of the last call. */
struct span tag_span(struct cursor *c, size_t off, size_t len);
/* A path up to its first dot; *rest is what follows the dot. */
struct str tag_step(struct str path, struct str *rest);

/* Whether there are still so few findings that somebody reads suggestions. */
bool may_suggest(const struct diags *d);
/* The word of `words` (ended by one without text) that `s` most likely means,
 * or an empty str. */
struct str tag_nearest(
    const struct diags *d, struct str s, const struct str *words);

/* --- reading ------------------------------------------------------------ */

/* A template's body under way. */
struct stray {
	struct template_tag tag;
	const struct template_tag
	    *inside;  /* a closing tag: what was open there */
	bool settled; /* its fault has been said, or it was matched */
};
struct strays {
	LIST_OF(struct stray);
};
struct parse {
	bool faulty; /* an error was added */
	struct arena *a;
	const struct source *source;
	struct diags *d;
	struct strays opened, closed; /* without a partner in their parent */
};

struct diag *parse_fault(struct parse *r, const struct message *m,
    struct span at, const struct arg *args, size_t nargs);
/* Folds one parent's pieces, tags lying flat among them, into sections. */
struct pieces sections_fold(struct parse *r, const struct pieces *flat);
/* Finds fault with the tags that found no partner. */
void sections_match(struct parse *r);

/* A line of inline Markdown, and a paragraph or heading (lines.c). */
struct pieces line_read(struct parse *r, struct span line);
struct pieces text_read(struct parse *r, const struct block *b);
/* Whether no template holds such a block: then it is an error. */
bool block_refused(struct parse *r, const struct block *b, struct span at);
/* Adds the tag that is alone on a line; false where there is none. */
bool tag_line_read(struct parse *r, struct pieces *flat, struct span line);
/* The line on which a block begins, without the space around. */
struct span block_line(const struct parse *r, const struct block *b);
void fence_read(struct parse *r, struct pieces *out, const struct block *b);

struct spans {
	LIST_OF(struct span);
};
/* The lines of a fence that are not empty, as they stand in the file. */
struct spans fence_lines(
    struct arena *a, const struct source *s, const struct block *b);

/* What a chart's fence asks for (chart.c); at: the fence's first line. */
struct chart_order {
	enum chart_kind kind;
	struct spans columns; /* none: the first of figures */
	struct str title;
	struct span at;
};
bool chart_is_info(struct str info);
/* NULL where a line of it is wrong: it has been said. */
const struct chart_order *chart_read(struct arena *a, const struct spans *lines,
    struct span at, struct diags *d);

bool front_read(struct sheet_change *out, struct arena *a, struct span header,
    struct diags *d);
bool pieces_read(struct pieces *out, struct arena *a, const struct source *s,
    struct span body, struct diags *d);
bool check_names(
    struct template *t, struct arena *a, const char *paper, struct diags *d);

/* --- filling ------------------------------------------------------------ */

/* One repetition under way; frame 0 is the paper itself. */
struct frame {
	const struct value *value;
	size_t turn, turns;
};

#define KNOWN ((size_t)64)

struct filling {
	bool faulty; /* an error was added */
	struct arena *a;
	struct diags *d;
	enum lang lang; /* of the paper */
	struct frame frames[TEMPLATE_DEPTH + 1];
	size_t nframes;
	size_t made; /* blocks and turns so far; see fill_is_full */
	struct known {
		struct str written;
		const struct word *word; /* NULL: the report knows none */
		struct str right;        /* where letters were mistaken */
	} known[KNOWN]; /* words of report.md met before, by their hash */
};

struct diag *fill_fault(struct filling *f, const struct message *m,
    struct span at, const struct arg *args, size_t nargs);
/* What a tag stands for now, or NULL (frames.c). */
const struct value *fill_value(
    struct filling *f, const struct template_tag *tag);
/* Whether a section's pieces are due once more, for the turn-th time (from 0);
 * fill_leave() ends each time. */
bool fill_enter(struct filling *f, const struct piece *section, size_t turn);
void fill_leave(struct filling *f, const struct piece *section);

/* Whether the paper has more parts than any could need: a template within
 * itself can ask for more than there is memory. */
#define PART_BYTES 64 /* of a longer text each so many are one more part */
bool fill_is_full(const struct filling *f);

/* What a word of report.md means; what that stands for in the paper, or NULL.
 */
const struct known *live_known(struct filling *f, struct str word);
const struct value *live_value(struct filling *f, struct str word);

/* A paragraph's worth of pieces, filled in (inline.c). */
struct filled {
	struct runs runs;
	struct blocks after; /* of prose, behind its first paragraph */
	struct runs tail;    /* what stands behind such prose */
	bool alone;          /* prose and nothing else: all of it is in after */
};
struct filled line_fill(struct filling *f, const struct pieces *pieces);
/* Whether a letter, a digit or a blank to be filled by hand is among them. */
bool line_has_word(const struct runs *runs);

/* The blocks of prose as a document has them (live.c). */
struct blocks prose_blocks(struct filling *f, const struct value *v);

/* Figures of a table in report.md (figures.c): what {{sum}} and its like come
 * to, cell by cell. */
struct known;
enum figure_kind figure_of(const struct known *k);

struct figures;
struct figures *figures_read(struct filling *f, const struct block *table);
/* The text for one cell; empty, with a finding at `at`, where it has none. */
struct str figures_text(struct filling *f, const struct figures *g, size_t row,
    size_t col, enum figure_kind kind, struct span at);

/* Whether a row holds a {{sum}}. */
bool figures_sum_up(const struct figures *g, size_t row);
/* A figure as a cell holds it; false where it is none. */
bool figure_read(struct chart_figure *out, struct arena *a, struct str s);

/* Draws the table that the blocks end in, behind it. */
void chart_fill(
    struct filling *f, struct blocks *out, const struct chart_order *order);

/* Reports the records' prose that the paper is there to print and that the
 * document does not have (unprinted.c). */
bool unprinted_find(struct arena *a, const struct blocks *document,
    const struct value *values, struct diags *d);

#define MESSAGE(id, code, name, severity, ...) extern const struct message id;
#include "template/messages.def"
#undef MESSAGE

#endif
