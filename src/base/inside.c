/* SPDX-License-Identifier: MIT */
#include "base/inside.h"

#include <errno.h>
#include <stdint.h>
#include <string.h>

#include "base/os.h"

/* Goes down from a folder, which it closes, part by part. */
static int
walk(int folder, struct str path)
{
	struct str rest = path;

	while (folder >= 0 && rest.n) {
		struct str part = str_cut(rest, '/', &rest);
		int next = -1;

		if (!part.n || str_eq(part, STR(".")))
			continue;
		if (str_eq(part, STR("..")))
			errno = EXDEV;
		else
			next = os_open_in(
			    folder, part, rest.n ? OS_FOLDER : OS_READ);
		os_close(folder);
		folder = next;
	}
	return folder;
}

/* Whether a part of the path begins with a full stop, as .git does, whose files
 * may hold what opens the repository. */
static bool
is_hidden(struct str path)
{
	return str_starts(path, STR(".")) ||
	       str_find(path, STR("/.")) != SIZE_MAX;
}

/*
 * Where links are on the way: the place to which they lead, if it is below the
 * root.  What is resolved has no links; one that is met was put there since.
 */
static int
walk_resolved(struct arena *a, const char *root, struct str path)
{
	const char *full = cstr_printf(a, "%s/" STR_FMT, root, STR_ARG(path));
	const char *top = os_resolve(a, root);
	const char *place = top ? os_resolve(a, full) : NULL;
	size_t n;
	int fd;

	if (!place)
		return -1;
	n = strcmp(top, "/") == 0 ? 0 : strlen(top);
	if (strncmp(top, place, n) != 0 || (place[n] && place[n] != '/') ||
	    is_hidden(str_from(place + n))) {
		errno = EXDEV;
		return -1;
	}
	fd = walk(os_open(top, OS_FOLDER), str_from(place + n));
	if (fd < 0 && errno == ELOOP)
		errno = EXDEV;
	return fd;
}

int
inside_open(struct arena *scratch, const char *root, struct str path)
{
	int fd = walk(os_open(root, OS_FOLDER), path);

	return fd < 0 && errno == ELOOP ? walk_resolved(scratch, root, path)
					: fd;
}
