/* SPDX-License-Identifier: MIT */
#ifndef BASE_FILE_H
#define BASE_FILE_H

/*
 * Files come whole or not at all: written under another name in the same
 * folder, synced, renamed.
 */

#include <stdbool.h>

#include "base/str.h"

enum file_outcome { FILE_WRITTEN, FILE_UNCHANGED, FILE_FAILED };

/*
 * Puts the bytes under this name; folders above it are made.  A file that
 * holds them already is left untouched; scratch takes the names on the way.
 * FILE_FAILED: *error is an errno (EISDIR where a folder has the name, EEXIST
 * where a device or a pipe has it), and what was there before is whole.
 */
enum file_outcome file_put(
    struct arena *scratch, const char *path, struct str bytes, int *error);

/* The names in a folder, sorted by bytes, without . and ..; false: errno. */
struct names {
	struct str *at;
	size_t n, cap;
};
bool file_names(
    struct names *out, struct arena *a, const char *path, int *error);

bool file_is_folder(const char *path);

#endif
