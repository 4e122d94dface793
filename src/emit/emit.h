/* SPDX-License-Identifier: MIT */
#ifndef EMIT_EMIT_H
#define EMIT_EMIT_H

/*
 * Findings, printed.  The only place that turns a finding into words on a
 * stream.  A format is begun once for each stream, takes the findings of one
 * school after another, and is ended once: human, short, jsonl and github
 * print as they come, json, sarif, gitlab and junit are one document over all
 * schools.  Nothing of the findings need live on when emit_findings() returns.
 */

#include <stdbool.h>
#include <stdio.h>

#include "diag/diag.h"

struct emit_options {
	bool colour;           /* only human and short look at it */
	enum severity fail_on; /* junit: what fails a test; SEV_MAX: nothing */
};

/* What the findings of one call have in common. */
struct emit_batch {
	enum lang lang;
	struct str prefix; /* put before each path: where the folder is */
};

struct emitter;

bool emit_known(struct str format);
/* The name of the i-th format, or NULL behind the last. */
const char *emit_format(size_t i);

/* A known format on a stream; what it keeps lies in `keep` until emit_end. */
struct emitter *emit_begin(FILE *out, struct arena *keep, struct str format,
    const struct emit_options *o);
/* Sorted findings; words are made in the arena of the findings. */
void emit_findings(
    struct emitter *p, const struct diags *d, const struct emit_batch *batch);
/* `status` is how the program will exit.  False where the stream could not
 * take it all. */
bool emit_end(struct emitter *p, int status);

#endif
