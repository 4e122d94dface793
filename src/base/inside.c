/* SPDX-License-Identifier: MIT */
#include "base/inside.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { FOLDER = O_RDONLY | O_DIRECTORY | O_CLOEXEC };

int
inside_step(int folder, struct str part, int flags)
{
	char name[NAME_MAX + 1];
	struct stat st;
	int fd, error;

	if (part.n > NAME_MAX) {
		errno = ENAMETOOLONG;
		return -1;
	}
	memcpy(name, part.p, part.n);
	name[part.n] = '\0';
	fd = openat(folder, name, flags | O_NOFOLLOW | O_CLOEXEC);
	if (fd >= 0)
		return fd;
	error = errno;
	/* Of a link that should be a folder some systems say ENOTDIR. */
	if (fstatat(folder, name, &st, AT_SYMLINK_NOFOLLOW) == 0 &&
	    S_ISLNK(st.st_mode))
		error = ELOOP;
	errno = error;
	return -1;
}

/* Goes down from a folder, which it closes, part by part. */
static int
walk(int folder, struct str path)
{
	struct str rest = path;

	while (folder >= 0 && rest.n) {
		struct str part = str_cut(rest, '/', &rest);
		int next = -1, error;

		if (!part.n || str_eq(part, STR(".")))
			continue;
		if (str_eq(part, STR("..")))
			errno = EXDEV;
		else
			next = inside_step(folder, part,
			    rest.n ? FOLDER : O_RDONLY | O_NONBLOCK | O_NOCTTY);
		error = errno;
		close(folder);
		errno = error;
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
walk_resolved(const char *root, struct str path)
{
	char full[PATH_MAX], top[PATH_MAX], place[PATH_MAX];
	size_t n;
	int fd;

	if ((size_t)snprintf(full, sizeof(full), "%s/" STR_FMT, root,
		STR_ARG(path)) >= sizeof(full)) {
		errno = ENAMETOOLONG;
		return -1;
	}
	if (!realpath(root, top) || !realpath(full, place))
		return -1;
	n = strcmp(top, "/") == 0 ? 0 : strlen(top);
	if (strncmp(top, place, n) != 0 || (place[n] && place[n] != '/') ||
	    is_hidden(str_from(place + n))) {
		errno = EXDEV;
		return -1;
	}
	fd = walk(open(top, FOLDER), str_from(place + n));
	if (fd < 0 && errno == ELOOP)
		errno = EXDEV;
	return fd;
}

int
inside_open(const char *root, struct str path)
{
	int fd = walk(open(root, FOLDER), path);

	return fd < 0 && errno == ELOOP ? walk_resolved(root, path) : fd;
}
