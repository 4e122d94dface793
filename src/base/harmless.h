/* SPDX-License-Identifier: MIT */
#ifndef BASE_HARMLESS_H
#define BASE_HARMLESS_H

/*
 * What stems from records, names of files, arguments or the system, for a
 * terminal and for the log of a workflow: nothing in it is obeyed.
 */

#include <stdbool.h>
#include <stdint.h>

#include "base/str.h"

/* Control characters, line ends among them, and signs that turn the direction
 * of writing. */
bool harmful(uint32_t cp);

/* Each of them, and each byte that is not UTF-8, is U+FFFD.  A text without any
 * comes back as it is. */
struct str harmless(struct arena *a, struct str s);

/*
 * The same for lines that people read: nor can what begins a line, or a word
 * that may come to stand there, be taken for a command of a workflow
 * (`::error::`, `##[error]`, `##vso[`).  Its first character is U+FFFD then.
 */
struct str harmless_line(struct arena *a, struct str s);

#endif
