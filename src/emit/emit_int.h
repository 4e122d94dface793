/* SPDX-License-Identifier: MIT */
#ifndef EMIT_EMIT_INT_H
#define EMIT_EMIT_INT_H

/* For the formats in this folder. */

#include <jansson.h>

#include "base/harmless.h"
#include "emit/emit.h"

/*
 * One format on one stream.  `kept` is the format's own, made by its begin,
 * in `keep`; the rest changes with each batch.
 */
struct emitter {
	FILE *out;
	const struct format *format;
	struct arena *keep;
	struct emit_options o;
	void *kept;
	json_t *seen; /* the fingerprints so far, as keys */
	const struct emit_batch *batch;
	struct arena *a; /* for words */
	int status;      /* at the end: how the program will exit */
};

/* A row of the table in emit.c; begin and end may be NULL. */
struct format {
	const char *name;
	void (*begin)(struct emitter *p);
	void (*findings)(struct emitter *p, const struct diags *d);
	void (*end)(struct emitter *p);
};

void emit_human(struct emitter *p, const struct diags *d);
void emit_short(struct emitter *p, const struct diags *d);
void emit_jsonl(struct emitter *p, const struct diags *d);

void json_begin(struct emitter *p);
void json_findings(struct emitter *p, const struct diags *d);
void json_end(struct emitter *p);
void sarif_begin(struct emitter *p);
void sarif_findings(struct emitter *p, const struct diags *d);
void sarif_end(struct emitter *p);
void github_begin(struct emitter *p);
void github_findings(struct emitter *p, const struct diags *d);
void github_end(struct emitter *p);
void gitlab_begin(struct emitter *p);
void gitlab_findings(struct emitter *p, const struct diags *d);
void gitlab_end(struct emitter *p);
void junit_begin(struct emitter *p);
void junit_findings(struct emitter *p, const struct diags *d);
void junit_end(struct emitter *p);
void markdown_begin(struct emitter *p);
void markdown_findings(struct emitter *p, const struct diags *d);
void markdown_end(struct emitter *p);

/* Sentences of a finding, in the language asked for. */
struct str diag_text(const struct emitter *p, const struct diag *g);
struct str diag_help(const struct emitter *p, const struct diag *g);
struct str diag_path(const struct emitter *p, struct span at);
/* "7 more", where a format shows no more than some. */
struct str more_text(struct arena *a, enum lang lang, size_t n);

/* PATH:LINE:COL: level CODE: text */
void print_head(const struct emitter *p, const struct diag *g);

/*
 * Tells a finding from all others, however its line moves and whatever
 * language it is read in: a hash of code, path and English sentence.  One that
 * agrees in these with another before it gets a hash of the other's.
 */
struct str fingerprint(struct emitter *p, const struct diag *g);
/* "error": the words of machines do not change with the reader's language. */
extern const char *const level_names[SEV_MAX];
extern const struct words waived_word;

/* --- JSON --------------------------------------------------------------- */

json_t *json_text(const struct emitter *p, struct str s);
void add_number(json_t *to, const char *key, size_t n);
/* A list that holds this alone. */
json_t *list_of_one(json_t *o);
/* Prints the document and forgets it. */
void print_json(const struct emitter *p, json_t *o);

#endif
