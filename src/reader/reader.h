/* SPDX-License-Identifier: MIT */
#ifndef READER_READER_H
#define READER_READER_H

/*
 * From a folder to records.  Which keys a file may hold is the table in
 * fields.c, the words for them in English, Russian and Kyrgyz the table in
 * words/table.c; kengesh-records(5) is checked against both.  Every finding of
 * every file is made in one run.
 */

#include <stdbool.h>

#include "base/overlay.h"
#include "diag/diag.h"
#include "record/record.h"
#include "words/words.h"

/*
 * The folder that holds council.yaml: `from` or the nearest above it.  The
 * path, or an empty str where there is none.  *error is 0, or an errno: whether
 * it lies in that folder cannot be told.
 */
struct str reader_root(struct arena *a, const char *from, int *error);
/* Where there is none: the nearest file that was to be council.yaml, such as
 * council.yml, or an empty str. */
struct str reader_root_misnamed(struct arena *a, const char *from);

/*
 * Reads a whole school: council.yaml, regulation.md and each folder YYYY-YYYY,
 * with what is laid over them (base/overlay.h), or NULL.
 * Never NULL: what cannot be read has its finding and leaves its struct empty
 * and not `readable`.  `years` (or n 0: all) limits which folders are read.
 */
struct school *reader_school(struct arena *run, const struct lexicon *words,
    const char *root, const struct overlay *overlay, const struct str *years,
    size_t nyears, struct diags *d);

/* Says so where a file, or all that a folder holds, was neither read nor is an
 * attachment of a session; README is nobody's record and may be asked for. */
void reader_check_path(
    const struct school *school, struct str path, struct diags *d);

/* One key of a kind of file, for the test of the manual. */
struct field_text {
	const char *file, *key, *kind;
	bool required;
	struct words help;
	const char *words[LANG_MAX]; /* all of each language, parted by |, the
				      * one to recommend first; NULL: the
				      * key has no word */
};
/* The i-th row of all fields, or false behind the last. */
bool reader_field(struct field_text *out, size_t i);

extern const struct message *const reader_messages[]; /* ends with NULL */

#endif
