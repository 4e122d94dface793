/* SPDX-License-Identifier: MIT */
#ifndef BASE_INSIDE_H
#define BASE_INSIDE_H

/*
 * The door to the files of a school.  Its records may come from anybody who
 * sends a change: a link among them must not show a file of the machine on
 * which they are read.
 */

#include "base/str.h"

struct arena;

/*
 * Opens ROOT/path to be read: base/os.h.  Links are followed as long as they
 * stay below ROOT, which may be a link itself; EXDEV: one leads out, or the
 * path does, or one leads to what is hidden there (.git).
 */
int inside_open(struct arena *scratch, const char *root, struct str path);

#endif
