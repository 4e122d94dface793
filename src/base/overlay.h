/* SPDX-License-Identifier: MIT */
#ifndef BASE_OVERLAY_H
#define BASE_OVERLAY_H

/*
 * The files of a school, with texts laid over them that are not saved yet: what
 * somebody sees who is typing.  They are read as if they were on disk, and the
 * folders on their paths are there.  An overlay is passed, never kept; NULL:
 * nothing is laid over.  Its bytes must live as long as what was read of them.
 */

#include <stdbool.h>

#include "base/file.h"
#include "base/list.h"
#include "base/source.h"
#include "base/str.h"

struct overlay_text {
	struct str path; /* below ROOT, with `/` */
	struct str bytes;
};
struct overlay {
	LIST_OF(struct overlay_text);
};

/* As source_read(), source_look(), file_names() and file_is_folder() do without
 * an overlay. */
struct source *overlay_read(const struct overlay *o, struct arena *a,
    const char *root, struct str path);
enum source_state overlay_look(const struct overlay *o, struct arena *a,
    const char *root, struct str path);
bool overlay_names(struct names *out, const struct overlay *o, struct arena *a,
    const char *root, struct str path, int *error);
bool overlay_is_folder(const struct overlay *o, struct arena *a,
    const char *root, struct str path);
/* The same, but of a folder itself, not of a link to one. */
bool overlay_has_folder(const struct overlay *o, struct arena *a,
    const char *root, struct str path);

#endif
