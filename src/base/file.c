/* SPDX-License-Identifier: MIT */
#include "base/file.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/list.h"

/* Whether the file holds just these bytes. */
static bool
holds(const char *path, struct str bytes)
{
	char part[16384];
	struct stat st;
	int fd = open(path, O_RDONLY | O_CLOEXEC);
	bool same = false;
	size_t at = 0;

	if (fd < 0)
		return false;
	if (fstat(fd, &st) == 0 && S_ISREG(st.st_mode) &&
	    (size_t)st.st_size == bytes.n) {
		ssize_t got;

		while ((got = read(fd, part, sizeof(part))) > 0) {
			if (memcmp(part, bytes.p + at, (size_t)got) != 0)
				break;
			at += (size_t)got;
		}
		same = got == 0 && at == bytes.n;
	}
	close(fd);
	return same;
}

static bool
make_folders(struct arena *a, const char *path)
{
	size_t n = strlen(path);
	char *p = ARENA_ARRAY(a, char, n + 1);

	memcpy(p, path, n);
	for (char *s = p; *s; s++) {
		if (*s != '/' || s == p)
			continue;
		*s = '\0';
		if (mkdir(p, 0777) < 0 && errno != EEXIST)
			return false;
		*s = '/';
	}
	return true;
}

static bool
write_synced(int fd, struct str bytes)
{
	while (bytes.n) {
		ssize_t n = write(fd, bytes.p, bytes.n);

		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0)
			return false;
		bytes = str_skip(bytes, (size_t)n);
	}
	return fsync(fd) == 0;
}

/* Writes beside `path` and renames; leaves nothing behind where it fails. */
static bool
replace(struct arena *a, const char *path, struct str bytes)
{
	const char *beside =
	    str_printf(a, "%s.%ld.tmp", path, (long)getpid()).p;
	int fd = open(beside, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
	bool ok;
	int error;

	if (fd < 0)
		return false;
	ok = write_synced(fd, bytes);
	error = errno;
	if (close(fd) < 0 && ok) {
		error = errno;
		ok = false;
	}
	if (ok && rename(beside, path) < 0) {
		error = errno;
		ok = false;
	}
	if (!ok)
		unlink(beside);
	errno = error;
	return ok;
}

enum file_outcome
file_put(struct arena *scratch, const char *path, struct str bytes, int *error)
{
	struct stat st;
	bool ok;

	/* A device or a pipe is nobody's paper, and not ours to replace. */
	if (stat(path, &st) == 0 && !S_ISREG(st.st_mode)) {
		*error = S_ISDIR(st.st_mode) ? EISDIR : EEXIST;
		return FILE_FAILED;
	}
	if (holds(path, bytes))
		return FILE_UNCHANGED;
	ok = make_folders(scratch, path) && replace(scratch, path, bytes);
	*error = ok ? 0 : errno;
	return ok ? FILE_WRITTEN : FILE_FAILED;
}

static int
by_bytes(const void *pa, const void *pb)
{
	const struct str *a = pa, *b = pb;

	return str_cmp(*a, *b);
}

bool
file_names(struct names *out, struct arena *a, const char *path, int *error)
{
	DIR *dir = opendir(path);
	struct dirent *e;

	*out = (struct names){ 0 };
	if (!dir) {
		*error = errno;
		return false;
	}
	while ((errno = 0, e = readdir(dir))) {
		if (strcmp(e->d_name, ".") == 0 || strcmp(e->d_name, "..") == 0)
			continue;
		*LIST_ADD(a, out) = str_copy(a, str_from(e->d_name));
	}
	*error = errno;
	closedir(dir);
	if (out->n)
		qsort(out->at, out->n, sizeof(*out->at), by_bytes);
	return *error == 0;
}

bool
file_is_folder(const char *path)
{
	struct stat st;

	return stat(path, &st) == 0 && S_ISDIR(st.st_mode);
}
