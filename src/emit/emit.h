/* SPDX-License-Identifier: MIT */
#ifndef EMIT_EMIT_H
#define EMIT_EMIT_H

/*
 * Findings, printed.  One function a format; the table in emit.c names them.
 * The only place that turns a finding into words on a stream.  The form of
 * each format: human and short as in every compiler (FILE:LINE:COL: level
 * CODE: text), json and jsonl with all fields.
 */

#include <stdbool.h>
#include <stdio.h>

#include "diag/diag.h"

struct emit_options {
	enum lang lang;
	bool colour;       /* only human and short look at it */
	struct str prefix; /* put before each path: where the folder is */
};

bool emit_known(struct str format);

/* Sorted findings in, bytes out; false where the stream could not take them. */
bool emit_write(FILE *out, struct arena *a, struct str format,
    const struct diags *d, const struct emit_options *o);

#endif
