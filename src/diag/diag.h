/* SPDX-License-Identifier: MIT */
#ifndef DIAG_DIAG_H
#define DIAG_DIAG_H

/*
 * What is wrong with the input, collected as data.  Only emit prints it.
 *
 * A function that takes a `struct diags *` and returns bool returns false
 * exactly when it has added an error.
 */

#include <stdbool.h>
#include <stddef.h>

#include "base/date.h"
#include "base/list.h"
#include "base/source.h"
#include "msg/msg.h"

#define DIAG_ARGS 5 /* of one finding, at most */

/* What a finding is about, so that another about the same may explain it. */
struct about {
	const void *things[2]; /* a union, a decision, a waiver ..., or NULL */
	struct date from, to;  /* days of a school year; year 0: of none */
};

struct diag {
	const struct message *message;
	enum severity severity; /* the message's, unless a school changed it */
	bool lighter; /* less than its rule: not due yet, or a milder case */
	struct span at;
	struct arg args[DIAG_ARGS];
	size_t nargs;
	struct str fix;    /* the corrected line, or the word meant; or empty */
	struct str clause; /* "5.1", or empty */
	struct str clause_text; /* the school's own words, or empty */
	struct span related;    /* another place that bears on it, or no src */
	struct str waived;      /* the reason, where a waiver covers it */
	struct str record;      /* of a rule: what it judged, as in `judged` */
	struct about about;
};

/* A rule looked at a record, whether or not it found anything. */
struct judged {
	const struct message *message;
	struct str record; /* a path: of a file, or of a year's folder */
};

/* What a file has so far: of FINDINGS_MAX and more only their number is kept,
 * and its first error. */
#define FINDINGS_MAX ((size_t)1000)
struct file_count {
	const struct source *src;
	size_t n, errors, dropped;
	bool idle; /* no more were looked for */
};

struct diags {
	struct arena *arena;
	LIST(struct diag) list;
	LIST(struct diag) explained; /* what need not be said beside the list */
	LIST(struct file_count) files;
	struct diag spare;     /* takes what is dropped */
	size_t count[SEV_MAX]; /* not waived ones */
	LIST(struct judged) judged;
};

#define ARGS(...) \
	(const struct arg[]){ __VA_ARGS__ }, \
	    sizeof((const struct arg[]){ __VA_ARGS__ }) / sizeof(struct arg)
#define NO_ARGS NULL, 0

void diags_init(struct diags *d, struct arena *a);

/* The finding stays until the next one is added: set its fix and so on now. */
struct diag *diag_add(struct diags *d, const struct message *m, struct span at,
    const struct arg *args, size_t nargs);

/* A finding of another list, as it is there. */
struct diag *diag_copy(struct diags *to, const struct diag *g);
/* Counts it at another level. */
void diag_relevel(struct diags *d, struct diag *g, enum severity severity);
/* Covers it: it stays in the list and is not counted. */
void diag_waive(struct diags *d, struct diag *g, struct str reason);
/* Takes out of the list, from number `first` on, what others explain: a flag
 * for each. */
void diags_explain(struct diags *d, size_t first, const bool *explained);

/* A word of ours in which letters were lost or mistaken was understood: a note
 * that says so, wherever it stands. */
void diag_read_as(
    struct diags *d, struct span at, struct str written, struct str right);

/* Whether a file has so many findings that looking for more is idle. */
bool diag_full(struct diags *d, const struct source *src);

/* Says of each file how many findings were dropped, and sorts: by file, then
 * place, then code; those of one place in the order found. */
void diags_sort(struct diags *d);

/* Those in or below the paths, or of a folder above them, with what was judged
 * there; without a path, all. */
void diags_filter(struct diags *out, const struct diags *d,
    const struct str *within, size_t n);

extern const struct message *const diag_messages[]; /* ends with NULL */

#endif
