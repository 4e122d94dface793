/* SPDX-License-Identifier: MIT */
#ifndef CLI_VERIFY_H
#define CLI_VERIFY_H

/*
 * verify: which paper a file is of (match.c), whether it is that paper byte for
 * byte (proof.c), and what is said of it (verdict.c).
 */

#include "cli/cli.h"
#include "desk/desk.h"
#include "seal/seal.h"

/* One school whose papers may be meant. */
struct shelf {
	const struct target *target;
	struct opened opened;
};

/* A paper that may be the one, and what its records say now. */
struct match {
	const struct shelf *shelf;
	struct papers
	    papers; /* of its school, as of the day of the printed one */
	struct paper paper;
	const struct value *values;
	struct str hash;
};
/* The paper of this school that is most like the printed one; false: none is
 * of its kind and year. */
bool match_find(struct match *out, struct arena *a, const struct shelf *shelf,
    const struct imprint *printed);
/* The paper that has this hash; extracts are without end and not tried. */
bool match_hash(struct match *out, struct arena *a, const struct shelf *shelf,
    struct str hash, struct date today);

/* What a file proves whose hash is that of a paper. */
enum proven {
	PROVEN_SAME,    /* it is that paper, and what follows are signatures */
	PROVEN_ADDED,   /* it begins with that paper: see `added` */
	PROVEN_FORGED,  /* it says that it is that paper, and is not */
	PROVEN_FORM,    /* another version of the program made it */
	PROVEN_CHANGED, /* what makes the paper has changed, or the file */
	PROVEN_NOT_SET, /* the paper cannot be set now */
};
struct proof {
	enum proven proven;
	enum pdf_added added;
	size_t signatures;
	struct pdf_page_numbers pages; /* PROVEN_FORGED: that are not there */
	struct diags found;            /* PROVEN_NOT_SET: what was in the way */
	struct {
		LIST_OF(struct str);
	} templates; /* the school's own, in use */
};
/* Sets the paper again, as it was then, and holds the file against it. */
void proof_find(struct proof *out, struct arena *a, const struct match *m,
    const struct imprint *printed, struct str file);
void proof_print(const struct options *o, enum lang lang, const char *path,
    const struct match *m, const struct proof *proof);

#endif
