/* SPDX-License-Identifier: MIT */
#include "base/overlay.h"

#include <string.h>

#include "base/arena.h"

static const struct overlay_text *
text_find(const struct overlay *o, struct str path)
{
	for (size_t i = 0; o && i < o->n; i++) {
		if (str_eq(o->at[i].path, path))
			return &o->at[i];
	}
	return NULL;
}

/* What of the path of a text lies below a folder, whose path is "" for the
 * root; empty: it lies elsewhere. */
static struct str
below(struct str path, struct str folder)
{
	if (!folder.n)
		return path;
	if (!str_starts(path, folder) || path.n == folder.n ||
	    path.p[folder.n] != '/')
		return STR("");
	return str_skip(path, folder.n + 1);
}

static bool
holds_text(const struct overlay *o, struct str folder)
{
	for (size_t i = 0; o && i < o->n; i++) {
		if (below(o->at[i].path, folder).n)
			return true;
	}
	return false;
}

struct source *
overlay_read(
    const struct overlay *o, struct arena *a, const char *root, struct str path)
{
	const struct overlay_text *t = text_find(o, path);

	return t ? source_of_bytes(a, path, t->bytes)
		 : source_read(a, root, path);
}

enum source_state
overlay_look(
    const struct overlay *o, struct arena *a, const char *root, struct str path)
{
	return text_find(o, path) || holds_text(o, path)
		   ? SOURCE_READ
		   : source_look(a, root, path);
}

/* Adds a name in its place, once. */
static void
name_add(struct names *out, struct arena *a, struct str name)
{
	size_t i = 0;

	while (i < out->n && str_cmp(out->at[i], name) < 0)
		i++;
	if (i < out->n && str_eq(out->at[i], name))
		return;
	LIST_ADD(a, out);
	memmove(
	    &out->at[i + 1], &out->at[i], (out->n - 1 - i) * sizeof(*out->at));
	out->at[i] = name;
}

bool
overlay_names(struct names *out, const struct overlay *o, struct arena *a,
    const char *root, struct str path, int *error)
{
	bool ok = file_names(out, a, root, path, error);

	for (size_t i = 0; o && i < o->n; i++) {
		struct str rest, name;

		name = str_cut(below(o->at[i].path, path), '/', &rest);
		if (!name.n)
			continue;
		name_add(out, a, name);
		ok = true;
	}
	return ok;
}

bool
overlay_is_folder(
    const struct overlay *o, struct arena *a, const char *root, struct str path)
{
	return holds_text(o, path) || file_is_folder(cstr_printf(a,
					  "%s/" STR_FMT, root, STR_ARG(path)));
}

bool
overlay_has_folder(
    const struct overlay *o, struct arena *a, const char *root, struct str path)
{
	return holds_text(o, path) || file_is_own_folder(cstr_printf(a,
					  "%s/" STR_FMT, root, STR_ARG(path)));
}
