/* SPDX-License-Identifier: MIT */
#ifndef EMIT_EMIT_INT_H
#define EMIT_EMIT_INT_H

/* For the formats in this folder. */

#include <jansson.h>

#include "emit/emit.h"

/* What a format needs; `a` holds the words it makes. */
struct printer {
	FILE *out;
	struct arena *a;
	const struct emit_options *o;
};

void emit_human(struct printer *p, const struct diags *d);
void emit_short(struct printer *p, const struct diags *d);
void emit_json(struct printer *p, const struct diags *d);
void emit_jsonl(struct printer *p, const struct diags *d);
void emit_github(struct printer *p, const struct diags *d);
void emit_gitlab(struct printer *p, const struct diags *d);
void emit_sarif(struct printer *p, const struct diags *d);

/* Sentences of a finding, in the language asked for. */
struct str diag_text(const struct printer *p, const struct diag *g);
struct str diag_help(const struct printer *p, const struct diag *g);
struct str diag_path(const struct printer *p, struct span at);
/* Text that no terminal obeys: control characters, and those that turn the
 * direction of writing, become U+FFFD; so do bytes that are not UTF-8. */
struct str harmless(struct arena *a, struct str s);

/* PATH:LINE:COL: level CODE: text */
void print_head(const struct printer *p, const struct diag *g);

/* Tells the i-th finding from others, however its line moves. */
struct str fingerprint(
    const struct printer *p, const struct diags *d, size_t i);
/* "error": the words of machines do not change with the reader's language. */
extern const char *const level_names[SEV_MAX];
json_t *json_text(const struct printer *p, struct str s);
void add_number(json_t *to, const char *key, size_t n);

#endif
