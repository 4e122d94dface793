/* SPDX-License-Identifier: MIT */
#ifndef MARKUP_MARKUP_INT_H
#define MARKUP_MARKUP_INT_H

/* What the files of this folder share. */

#define CMARK_NO_SHORT_NAMES /* its NODE_LIST is not ours */
#include <cmark.h>

#include "base/arena.h"
#include "markup/markup.h"

#define MESSAGE(id, ...) extern const struct message id;
#define MESSAGE_LOSES    MESSAGE
#include "markup/messages.def"
#undef MESSAGE_LOSES
#undef MESSAGE

#define ELEMENTS_MAX 1000 /* in one list or map: no council has more */
#define DEPTH_MAX    64 /* levels within each other, of YAML and of Markdown */

/* Says which lines of a file hold characters that nobody sees. */
void unseen_check(const struct source *s, struct diags *d);

/* --- YAML --------------------------------------------------------------- */

/* A stretch of the text that libyaml gets, and what it stands for. */
struct repair {
	size_t clean, clean_len;
	size_t src, src_len; /* in the source's text */
};

/* Text for libyaml: the source's, with the repairs that findings announced. */
struct clean {
	struct str text;
	size_t off; /* where it begins in the source */
	LIST(struct repair) repairs;
};

/* The i-th of libyaml's sentences that are understood, or NULL behind the last.
 */
const char *yaml_sentence(size_t i);

/* Finds what libyaml would misread or explain badly, line by line; false where
 * it added an error. */
bool trap_clean(
    struct clean *out, struct arena *a, struct span text, struct diags *d);

/* The place in the source of a byte of the clean text. */
size_t clean_source(const struct clean *c, size_t at);

/* Lines under inspection: where we are, and what is open there. */
struct indent {
	size_t col; /* bytes, of the clean text */
	bool list;
};
struct trap {
	struct diags *d;
	bool faulty; /* an error was added */
	struct span text;
	struct clean *out;
	struct strbuf clean;
	struct str s;  /* the text under inspection */
	size_t copied; /* bytes of s that are in `clean` or replaced */
	size_t line;   /* where the line begins */
	size_t next;   /* where the next one begins */
	LIST(struct indent) levels;
	bool waiting;  /* the last entry has no value yet */
	bool plain;    /* the last value is plain text: a line may follow it */
	size_t holder; /* column of the entry that holds it */
	bool keyless; /* the line before was reported as neither key nor dash */
	size_t budget; /* bytes that may still be looked ahead */
};

#define NBSP "\xc2\xa0" /* the space that does not break */

bool is_blank(char c); /* a space or a tab */
bool is_nbsp(const struct trap *t, size_t i);
/* Where the line that holds byte i ends. */
size_t trap_line_end(const struct trap *t, size_t i);
/* Whether a dash that begins an entry of a list stands at i. */
bool trap_opens_entry(const struct trap *t, size_t i, size_t end);
/* The colon that ends a key which begins at i, or SIZE_MAX. */
size_t trap_key_end(const struct trap *t, size_t i, size_t end);
/* Adds a finding about some bytes; fix: the line with them replaced. */
struct diag *trap_add(struct trap *t, const struct message *m, size_t at,
    size_t len, const struct arg *args, size_t nargs);
/* Puts `with` for some bytes of s, behind all that was replaced before. */
void trap_replace(struct trap *t, size_t at, size_t len, struct str with);
/* The line with those bytes replaced: what the user should have typed. */
struct str trap_fixed(
    const struct trap *t, size_t at, size_t len, struct str with);
/* Looks at a value that begins at i; `col` is of the entry that holds it. */
void trap_value(struct trap *t, size_t i, size_t end, size_t col);

/* --- Markdown ----------------------------------------------------------- */

/* Says which links of a tree no paper has; false where there are any.  `src`:
 * where the tree was written. */
bool links_check(
    const struct blocks *tree, const struct source *src, struct diags *d);

struct markdown {
	struct arena *arena;
	struct span text;
	size_t first_line; /* the source's line in which the text begins */
	bool template;     /* a \ at a line's end breaks it; &name; is a mark */
	struct marks *marks; /* what is used up, where somebody asks */
	size_t nquotes; /* the first of them: those of quotations, in order */
};

/* Lists some bytes of the source as used up. */
void mark_add(struct markdown *m, size_t off, size_t len);
/* Takes the signs of quotations back that were found to stand in a text. */
void marks_drop(struct markdown *m, size_t from, size_t to);

/* A stretch of the source that cmark reads as inline text. */
struct stretch {
	size_t from, to; /* in the source's text */
	int quotes;      /* block quotes around it */
};

/* The text as cmark's tree, which is given back by cmark_node_free(). */
cmark_node *tree_parse(struct str s, int options);
/* Puts the inlines below `parent` into b: runs, and kids for the others. */
void inline_add(
    struct markdown *m, struct block *b, cmark_node *parent, struct stretch s);
/* Parses a stretch as inline text alone: it can't open a block. */
void inline_parse(struct markdown *m, struct block *b, struct stretch s);

/* A text for cmark: what marks nothing is in disguise.  `inlines`: no block
 * begins in it. */
struct str signs_hidden(struct markdown *m, struct str s, bool inlines);
/* What cmark gave, with its signs as they were typed. */
struct str signs_shown(struct arena *a, struct str s);
/* The stars in disguise with which s begins, and how many they are. */
struct str signs_stars(struct str s, size_t *n);
/* s up to the first of them. */
struct str signs_until_star(struct str s);

/* Stars that may mark; in order. */
struct star {
	size_t run;              /* of the block */
	size_t letters, figures; /* before it */
	size_t below;            /* the open one before it, of its width */
	bool opens, closes;      /* one of a pair */
};
/* Bold and italic of one block, while its runs are added. */
struct emphasis {
	struct markdown *m;
	struct runs *runs;
	LIST(struct star) stars;
	size_t top[2]; /* the last open * and **: its index + 1, or 0 */
	size_t letters, figures;
	bool split; /* runs were parted at stars that are text */
};
/* Adds stars as runs; says what stands between; and makes styles of pairs. */
void emphasis_stars(
    struct emphasis *e, struct span at, struct str stars, struct str url);
void emphasis_text(struct emphasis *e, struct str s);
void emphasis_settle(struct emphasis *e);

/* Adds a paragraph's lines as tables and paragraphs; false: has no table. */
bool table_add(struct markdown *m, struct blocks *to, struct stretch s);
/* Adds a stretch as a paragraph, in which no block begins. */
void paragraph_add(struct markdown *m, struct blocks *to, struct stretch s);

/* Room for n blocks and no more: most lists of kids are short. */
void blocks_reserve(struct markdown *m, struct blocks *b, size_t n);

/* The end of the line of byte i, at most `to`; a line without the markers of
 * block quotes and the spaces at its ends. */
size_t line_end(const struct markdown *m, size_t i, size_t to);
struct stretch line_content(
    const struct markdown *m, size_t from, size_t to, int quotes);

/* --- what records do not have -------------------------------------------- */

/* Compares the signs of a text but for its marks, in order, with its tree's;
 * findings name `src`, of which text.src may be a copy.  False where it added
 * an error. */
bool ledger_check(struct arena *a, struct span text, const struct blocks *tree,
    const struct marks *marks, const struct source *src, struct diags *d);

/* Says what in a line, which stands in a text, is of another program's
 * Markdown; `element`: the first line of a list's element. */
void dialect_check(struct diags *d, struct span line, bool element);

/* Whether some lines are cells parted by tabs, as a sheet gives them away: then
 * it is said. */
bool pasted_check(struct diags *d, struct span text);

#endif
