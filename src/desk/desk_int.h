/* SPDX-License-Identifier: MIT */
#ifndef DESK_DESK_INT_H
#define DESK_DESK_INT_H

#include "desk/desk.h"

/* The school's own template, else the built-in one; NULL: its own is faulty,
 * which is said once. */
const struct template *desk_template(
    struct opened *s, enum paper_kind kind, enum lang lang, struct diags *d);

/* The sheet of a paper, before its template changes it. */
struct sheet paper_sheet(const struct opened *s, const struct paper *paper);

/* From a paper's blocks its pages; false: an error was found. */
bool paper_set(struct pages *out, struct arena *page, struct opened *s,
    const struct document *doc, struct diags *d);

#endif
