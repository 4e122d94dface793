/* SPDX-License-Identifier: MIT */
#ifndef SEAL_SEAL_H
#define SEAL_SEAL_H

/*
 * Papers tied to their records.  A paper's hash is made from the values that
 * it prints, not from its template's wording and not from what is recorded
 * later (done, extended): it stands at the foot of the page, in the file's
 * keywords, and, once the paper is signed, in the session's `signed`.  The
 * keywords hold a short hash of each value too, so that it can be said which
 * of them are no longer what was printed.
 */

#include "base/arena.h"
#include "diag/diag.h"
#include "view/view.h"

/*
 * The form of papers: raised with every change of the program or its templates
 * that changes the bytes of any paper; tests/form holds it to them.  Papers of
 * another form cannot be set again as they were, so only their hash is
 * compared.
 */
enum { SEAL_FORM = 2 };

/* 2-abcd-efgh-jkmn: the version, and twelve letters or digits that cannot be
 * mistaken for each other. */
struct str seal_hash(
    struct arena *a, const struct paper *p, const struct value *values);
/* The same as somebody typed it: in capitals, without its hyphens. */
enum seal_typed {
	SEAL_NO_HASH,
	SEAL_OLDER_HASH, /* made from other values: it cannot be compared */
	SEAL_HASH,
};
enum seal_typed seal_hash_read(
    struct str *out, struct arena *a, struct str typed);

/* What stands at the foot of each page. */
struct str seal_footer(struct arena *a, const struct paper *p, struct str hash);

/* How far the values of a paper are told apart. */
enum seal_depth {
	SEAL_PAPER, /* all items together */
	SEAL_ITEMS, /* each item */
	SEAL_FACTS, /* each value of each item */
};

/* One value of a paper. */
struct seal_part {
	const struct view_name *name; /* NULL: all of an item */
	struct str item;              /* its number; empty: of the paper */
	struct str hash;              /* three letters or digits */
	struct span at;               /* where it is written, if it is */
	bool several;                 /* a list: `at` is only where it begins */
};
struct seal_parts {
	LIST_OF(struct seal_part);
};
void seal_parts(struct seal_parts *out, struct arena *a,
    const struct value *values, enum seal_depth depth);
/* Those that are not alike in both, or only in one of them. */
void seal_changed(struct seal_parts *out, struct arena *a,
    const struct seal_parts *before, const struct seal_parts *now);

/* What a printed paper says of itself. */
struct imprint {
	struct str hash;
	int form;
	struct str print; /* what the file says of its own bytes */
	enum paper_kind kind;
	struct str year;           /* its folder; "-": none */
	int number;                /* of the minutes; 0: none */
	struct date date;          /* unset: the record has none */
	struct item_numbers items; /* of an extract */
	enum seal_depth depth;
	struct seal_parts parts;
};
/* The keywords of the file, in ASCII without spaces in a value; `hash` is that
 * of the paper.  Where they say what the file's bytes are, `print` stands: it
 * is for the maker of the file to fill in. */
struct str imprint_text(struct arena *a, const struct paper *p,
    const struct value *values, struct str hash, struct str print, bool draft);

enum imprint_state {
	IMPRINT_NONE,  /* it is no paper of ours */
	IMPRINT_DRAFT, /* a draft is no paper */
	IMPRINT_OLDER, /* only `hash` was read, as it stands there */
	IMPRINT_READ,
};
/* Finds them in the bytes of a PDF, where keywords have their place. */
enum imprint_state imprint_find(
    struct imprint *out, struct arena *a, struct str bytes);

/* Holds each `signed` to what the records say now.  To be asked before the
 * rules: a session that could not be read whole is not compared. */
void seal_check(const struct school *s, struct diags *d);

extern const struct message *const seal_messages[]; /* ends with NULL */

#endif
