/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "reader/reader_int.h"

/*
 * Of a file that is not read nothing is found; to one who asked for just that
 * file, silence would say that it is sound.
 */

/* Whether `path` is `one`, or a folder that holds it. */
static bool
holds(struct str path, struct str one)
{
	return str_starts(one, path) &&
	       (one.n == path.n || one.p[path.n] == '/');
}

static bool
session_names(const struct session *s, struct str path)
{
	for (size_t i = 0; i < s->items.n; i++) {
		const struct item *it = &s->items.at[i];

		for (size_t k = 0; k < it->attachments.n; k++) {
			if (holds(path, it->attachments.at[k].path.s))
				return true;
		}
	}
	return false;
}

bool
year_names(const struct year *y, struct str path)
{
	size_t folder = y->folder.n + 1;

	if (!str_starts(path, y->folder) || path.n < folder)
		return false;
	for (size_t i = 0; i < y->sessions.n; i++) {
		if (session_names(y->sessions.at[i], str_skip(path, folder)))
			return true;
	}
	return false;
}

static bool
is_read(const struct school *school, struct str path)
{
	for (size_t i = 0; i < school->sources.n; i++) {
		if (holds(path, school->sources.at[i]->path))
			return true;
	}
	for (size_t i = 0; i < school->years.n; i++) {
		if (year_names(school->years.at[i], path))
			return true;
	}
	return false;
}

/* What stands behind the last slash. */
static struct str
last_part(struct str path)
{
	size_t i = path.n;

	while (i && path.p[i - 1] != '/')
		i--;
	return str_skip(path, i);
}

void
reader_check_path(const struct school *school, struct str path, struct diags *d)
{
	if (str_starts(last_part(path), STR("README")) || is_read(school, path))
		return;
	diag_add(d, &never_read,
	    source_span(source_absent(d->arena, path), 0, 0),
	    ARGS(arg_str(path)));
}
