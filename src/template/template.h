/* SPDX-License-Identifier: MIT */
#ifndef TEMPLATE_TEMPLATE_H
#define TEMPLATE_TEMPLATE_H

/*
 * A template is Markdown with tags, one file a kind and language.  It is read
 * once and filled in on the tree, never on text, so that what a secretary
 * wrote can't change a paper's structure (kengesh-templates(5)).  The only
 * place that decides what a paper says.
 */

#include "diag/diag.h"
#include "doc/doc.h"
#include "view/view.h"

struct template;

/* The text that is compiled in for this paper. */
struct str template_builtin(const char *paper, enum lang lang);

/*
 * Reads and checks a template for a kind of paper, whose names are its scope.
 * NULL exactly where it added an error, at the template's line.
 */
struct template *template_read(struct arena *a, const struct source *s,
    const char *paper, struct diags *d);

#define TEMPLATE_PARTS_MAX ((size_t)20000) /* of a paper: paragraphs, cells */

/*
 * Fills it in: the document's blocks, and its sheet changed by the template's
 * front matter.  `out` comes with title, language, date and sheet set.  False
 * where it added an error (a name unknown to report.md, for one).
 */
bool template_fill(struct document *out, struct arena *page,
    const struct template *t, const struct value *values, struct diags *d);

extern const struct message *const template_messages[]; /* ends with NULL */

#endif
