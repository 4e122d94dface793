/* SPDX-License-Identifier: MIT */
#ifndef BASE_INSIDE_H
#define BASE_INSIDE_H

/*
 * The door to the files of a school.  Its records may come from anybody who
 * sends a change: a link among them must not show a file of the machine on
 * which they are read.
 */

#include <stdbool.h>

#include "base/str.h"

/*
 * Opens ROOT/path to be read, never waiting for a pipe: a file descriptor, or
 * -1 with errno.  Links are followed as long as they stay below ROOT, which may
 * be a link itself; EXDEV: one leads out, or the path does, or one leads to
 * what is hidden there (.git).
 */
int inside_open(const char *root, struct str path);

/*
 * Opens what lies in an open folder under this name, with the flags of open(2),
 * if it is no link: a file descriptor, or -1 with errno, ELOOP for a link.
 */
int inside_step(int folder, struct str part, int flags);

#endif
