/* SPDX-License-Identifier: MIT */
#ifndef MARKUP_MARKUP_H
#define MARKUP_MARKUP_H

/*
 * YAML and Markdown as trees in which everything knows its place.  The only
 * place that knows libyaml and cmark; it knows no records, no keys and no
 * templates.  All trees point into the source's text and live as long as it.
 */

#include <stdbool.h>

#include "diag/diag.h"
#include "doc/doc.h"

/* --- the door ----------------------------------------------------------- */

/*
 * Says what is wrong with a file as a file: unreadable, too big, not UTF-8
 * (with a guess at its encoding), control characters, conflict markers.  False
 * where it can't be used; an absent file is the caller's business.
 */
bool markup_source_check(const struct source *s, struct diags *d);

/* The two parts of a Markdown file; without a header `header.src` is NULL. */
struct parts {
	struct span header; /* the YAML between the --- lines, without them */
	struct span body;
};
/*
 * False where there was an error: of a header that is opened and never closed,
 * which leaves no parts, so that `body.src` is NULL; of fences that are not
 * exactly ---, and of what stands before the first, where the parts are as they
 * were meant.
 */
bool markup_parts(struct parts *out, const struct source *s, struct diags *d);

/* Whether a line, of dashes, stars or the like alone, looks like a fence. */
bool markup_fence_like(struct str line);
/* The last of the lines from this one on that look like a header's keys and
 * their values; the line before it where it is none. */
size_t markup_header_end(const struct source *s, size_t line);
/* Whole lines, without the last LF. */
struct span markup_lines(const struct source *s, size_t first, size_t last);

/* --- YAML --------------------------------------------------------------- */

enum node_kind { NODE_SCALAR, NODE_LIST, NODE_MAP };

struct pair {
	struct str key;
	struct span key_at;
	struct node *value; /* an empty scalar where none is written */
};

/* A value; scalars stay text, whatever they look like. */
struct node {
	enum node_kind kind;
	struct str text; /* NODE_SCALAR */
	bool quoted;     /* NODE_SCALAR: in quotes or as a block */
	struct span at;
	LIST(struct pair) pairs;   /* NODE_MAP, in the order written */
	LIST(struct node *) items; /* NODE_LIST */
};

/*
 * Reads a stretch of a source as one YAML document: a map or a list.  Depth at
 * most 64; no anchors, aliases, tags, second documents.  A plain one-line
 * value may hold ": ", with a note.  An empty stretch gives an empty map. False
 * where there was an error: *out is NULL where that leaves no tree, and else,
 * where a slip can be meant in one way only, the tree as it was meant.
 * Doubled keys are the reader's business, which knows which keys are the same.
 */
bool markup_yaml(
    struct node **out, struct arena *a, struct span text, struct diags *d);

/* --- Markdown ----------------------------------------------------------- */

/* The signs of a text that are no text but its structure: bullets and numbers,
 * the #s of headings, bars and rules, the stars of bold words, the brackets of
 * links, backslashes. */
struct marks {
	LIST_OF(struct span);
};

/*
 * Reads a stretch of a source as CommonMark with GFM tables, but that a sign
 * marks only where it can mean nothing else: _ and + never, * and ** at the
 * edges of words with letters between (** also figures), > before text, # at
 * the start of a line that is in no list and no quotation; a backslash at a
 * line's end is one.  All of it is in
 * the tree, also what records and templates do not allow (BLOCK_FENCE,
 * BLOCK_HTML, BLOCK_IMAGE ...): they make findings of it.  Adjacent text of one
 * style and link is one run; a run's `s` has its escapes resolved, its `at` is
 * where it stands in the source; where it has no escapes, at.len == s.n.
 *
 * Code, HTML and images inside a line are no runs: they are kids of their
 * paragraph, heading or cell's paragraph (BLOCK_CODE, BLOCK_HTML, BLOCK_IMAGE
 * with its text as runs and its address as literal), in order of their places.
 * A row has as many cells as the head, but for two: cells too many stay in it
 * (kids.n > columns), and a row of one cell under a wider head has one kid,
 * with span 1.  A row without a bar belongs to no table.  Below 64 quotes and
 * lists within each other the structure is left out, the text is not.  What is
 * in no run and no literal is in `marks`, unless that is NULL.
 */
struct blocks markup_markdown(
    struct arena *a, struct span text, struct marks *marks);

/* The same of a template, in which a backslash at a line's end breaks it, and
 * the name of a character, such as &nbsp;, is a mark. */
struct blocks markup_template(
    struct arena *a, struct span text, struct marks *marks);

/*
 * What goes for the Markdown of records but not of templates: lines that begin
 * like a bullet or a heading and that the paragraph above has swallowed, rows
 * with too many cells or in no table, the ledger (the signs of the text but for
 * its marks, in order, are those of the tree), a line that begins with * or +
 * and a text, blocks that records do not have (HTML, code, images, setext
 * headings, and fences unless they are allowed).
 */
void markup_prose_check(struct arena *a, struct span text,
    const struct blocks *tree, const struct marks *marks, bool fences_allowed,
    struct diags *d);
/* Of all this what goes for templates too: the ledger, lines that begin with *
 * or +, and levels too many.  Findings name `src`, of which a copy was read. */
bool markup_template_check(struct arena *a, struct span text,
    const struct blocks *tree, const struct marks *marks,
    const struct source *src, struct diags *d);

/* One line of inline Markdown as a paragraph, as in a template's fence. */
struct block markup_inline(struct arena *a, struct span line);

/*
 * What a line begins with where it is an element of a list elsewhere: how many
 * bytes it takes with the blanks behind it; 0: it does not.  A bullet as Word
 * has them, or a hyphen; a number or a letter, also without a space.
 */
size_t markup_bullet(struct str line);
size_t markup_number(struct str line);
size_t markup_list_sign(struct str line); /* either */
/* A line with such a sign as an element of a list here. */
struct str markup_listed(struct arena *a, struct str line);
/* Whether a finding only says that lines look like a list, or are badly
 * numbered: one that says what they were meant for makes it idle. */
bool markup_is_hint(const struct diag *g);

extern const struct message *const markup_messages[]; /* ends with NULL */

#endif
