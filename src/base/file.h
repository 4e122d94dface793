/* SPDX-License-Identifier: MIT */
#ifndef BASE_FILE_H
#define BASE_FILE_H

/*
 * Files come whole or not at all: written under another name in the same
 * folder, synced, renamed.
 */

#include <stdbool.h>

#include "base/os.h"
#include "base/str.h"

enum file_outcome { FILE_WRITTEN, FILE_UNCHANGED, FILE_FAILED };

/*
 * Puts the bytes under BASE/path; folders above it are made.  BASE is what was
 * named: it may be a link.  A link below it is no way (ELOOP), and one that has
 * the file's name is replaced, never written through.  A file that holds the
 * bytes already is left untouched; what a run that was killed has left beside
 * it is removed.  scratch takes the names on the way.
 * FILE_FAILED: *error is an errno (EISDIR where a folder has the name, EEXIST
 * where a device or a pipe has it), and what was there before is whole.
 */
enum file_outcome file_put(struct arena *scratch, const char *base,
    const char *path, struct str bytes, int *error);

/* The bytes of a file, at most so many; false: errno, EFBIG where there are
 * more, EISDIR or EINVAL where it is no file. */
bool file_bytes(struct str *out, struct arena *a, const char *path, size_t most,
    int *error);

/* The names in ROOT/path, a folder that lies below ROOT (base/inside.h), sorted
 * by bytes, without . and ..; false: errno. */
bool file_names(struct names *out, struct arena *a, const char *root,
    struct str path, int *error);

/* Whether a folder has this name, itself or by a link; false where that cannot
 * be told, too: then errno is not 0. */
bool file_is_folder(const char *path);
bool file_is_own_folder(const char *path); /* not by a link */

#endif
