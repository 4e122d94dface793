/* SPDX-License-Identifier: MIT */
#include "base/file.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/random.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/inside.h"
#include "base/list.h"

enum { FOLDER = O_RDONLY | O_DIRECTORY | O_CLOEXEC };

/* --- names -------------------------------------------------------------- */

static int
by_bytes(const void *pa, const void *pb)
{
	const struct str *a = pa, *b = pb;

	return str_cmp(*a, *b);
}

/* The names in an open folder, which it closes. */
static bool
names_read(struct names *out, struct arena *a, int folder, int *error)
{
	DIR *dir = fdopendir(folder);
	struct dirent *e;

	*out = (struct names){ 0 };
	if (!dir) {
		*error = errno;
		if (*error == ENOMEM)
			arena_exhausted();
		close(folder);
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
file_names(struct names *out, struct arena *a, const char *root,
    struct str path, int *error)
{
	int folder = inside_open(root, path);

	*out = (struct names){ 0 };
	*error = errno;
	return folder >= 0 && names_read(out, a, folder, error);
}

/* Whether the file holds just these bytes. */
static bool
holds(int folder, struct str name, struct str bytes)
{
	char part[16384];
	struct stat st;
	int fd = inside_step(folder, name, O_RDONLY | O_NONBLOCK);
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

/* --- folders ------------------------------------------------------------ */

/* Closes what was opened on the way, and keeps the errno of what failed. */
static void
close_quietly(int fd)
{
	int error = errno;

	if (fd >= 0)
		close(fd);
	errno = error;
}

/* Opens a folder that was named, and makes it where it is missing. */
static int
open_base(struct arena *a, const char *base)
{
	size_t n = strlen(base);
	int fd = open(base, FOLDER);
	char *p;

	if (fd >= 0 || errno != ENOENT)
		return fd;
	p = ARENA_ARRAY(a, char, n + 2);
	memcpy(p, base, n);
	p[n] = '/';
	for (char *s = p + 1; *s; s++) {
		if (*s != '/')
			continue;
		*s = '\0';
		if (mkdir(p, 0777) < 0 && errno != EEXIST)
			return -1;
		*s = '/';
	}
	return open(base, FOLDER);
}

/* Opens the folder in which the file lies, without following a link below the
 * base; *name is what is left of the path. */
static int
open_folder(
    struct arena *a, const char *base, const char *path, struct str *name)
{
	int folder = open_base(a, base);

	*name = str_from(path);
	while (folder >= 0 && str_find(*name, STR("/")) != SIZE_MAX) {
		struct str part = str_cut(*name, '/', name);
		int next = -1;

		if (mkdirat(folder, str_cstr(a, part), 0777) == 0 ||
		    errno == EEXIST)
			next = inside_step(folder, part, FOLDER);
		close_quietly(folder);
		folder = next;
	}
	return folder;
}

/* --- files on the way --------------------------------------------------- */

/*
 * A file is written as .kengesh-RANDOM.tmp, so that nobody can put a link in
 * its way.  It is locked while it is written: one that can be locked by another
 * was left by a run that was killed.
 */
#define TEMPORARY_BEGIN STR(".kengesh-")
#define TEMPORARY_END   STR(".tmp")
enum { RANDOM = 16 }; /* hexadecimal digits between them */

static bool
lock(int fd, int how)
{
	struct flock whole = { .l_type = F_WRLCK, .l_whence = SEEK_SET };
	int r;

	do {
		r = fcntl(fd, how, &whole);
	} while (r < 0 && errno == EINTR);
	return r == 0;
}

/* A new file beside the one to be; -1: errno. */
static int
make_temporary(struct arena *a, int folder, struct str *name)
{
	uint64_t random;
	struct stat st;
	int fd;

	for (;;) {
		if (getrandom(&random, sizeof(random), 0) !=
		    (ssize_t)sizeof(random))
			return -1;
		*name = str_printf(a, ".kengesh-%016" PRIx64 ".tmp", random);
		fd = openat(folder, name->p,
		    O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0666);
		if (fd < 0 && errno != EEXIST)
			return -1;
		/* Between these two another run may have taken it for left
		 * behind.  Where nothing can be locked, nothing is swept. */
		if (fd >= 0 && (!lock(fd, F_SETLKW) || fstat(fd, &st) < 0 ||
				   st.st_nlink > 0))
			return fd;
		close_quietly(fd);
	}
}

static bool
is_temporary(struct str name)
{
	size_t i = TEMPORARY_BEGIN.n;

	if (name.n != i + RANDOM + TEMPORARY_END.n ||
	    !str_starts(name, TEMPORARY_BEGIN) ||
	    !str_ends(name, TEMPORARY_END))
		return false;
	return strspn(name.p + i, "0123456789abcdef") == RANDOM;
}

/* Earlier versions wrote to FILE.PID.tmp: the process, or 0. */
static int
old_temporary(struct str name, struct str file)
{
	struct str rest = str_skip(name, file.n);
	int pid;

	if (!str_starts(name, file) || !str_starts(rest, STR(".")) ||
	    !str_ends(rest, TEMPORARY_END) || rest.n < 1 + TEMPORARY_END.n ||
	    !str_number(str_head(str_skip(rest, 1), rest.n - 5), &pid))
		return 0;
	return pid;
}

/* Removes a file that nobody is writing. */
static void
remove_left(int folder, struct str name)
{
	int fd = inside_step(folder, name, O_WRONLY | O_NONBLOCK);
	struct stat st;

	if (fd < 0)
		return;
	if (fstat(fd, &st) == 0 && S_ISREG(st.st_mode) && lock(fd, F_SETLK))
		unlinkat(folder, name.p, 0);
	close(fd);
}

/* Removes what runs that were killed have left beside this file. */
static void
sweep(struct arena *a, int folder, struct str file)
{
	int again = openat(folder, ".", FOLDER);
	struct names names;
	int error;

	if (again < 0 || !names_read(&names, a, again, &error))
		return;
	for (size_t i = 0; i < names.n; i++) {
		int pid = old_temporary(names.at[i], file);

		if (is_temporary(names.at[i]) ||
		    (pid > 0 && kill(pid, 0) < 0 && errno == ESRCH))
			remove_left(folder, names.at[i]);
	}
}

/* --- writing ------------------------------------------------------------ */

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

/* Writes beside the file and renames; leaves nothing behind where it fails. */
static bool
replace(struct arena *a, int folder, struct str name, struct str bytes)
{
	struct str beside;
	int fd = make_temporary(a, folder, &beside);
	bool ok;

	if (fd < 0)
		return false;
	ok = write_synced(fd, bytes) &&
	     renameat(folder, beside.p, folder, name.p) == 0;
	if (!ok) {
		int error = errno;

		unlinkat(folder, beside.p, 0);
		errno = error;
	}
	/* What is synced is not lost by closing: that can't fail any more. */
	close_quietly(fd);
	return ok;
}

/* A device or a pipe is nobody's paper, and not ours to replace; nor is a link
 * to one.  Any other link is replaced. */
static bool
is_ours(int folder, struct str name)
{
	struct stat st;

	if (fstatat(folder, name.p, &st, 0) < 0 || S_ISREG(st.st_mode))
		return true;
	errno = S_ISDIR(st.st_mode) ? EISDIR : EEXIST;
	return false;
}

enum file_outcome
file_put(struct arena *scratch, const char *base, const char *path,
    struct str bytes, int *error)
{
	enum file_outcome outcome = FILE_FAILED;
	struct str name;
	int folder = open_folder(scratch, base, path, &name);

	if (folder >= 0 && is_ours(folder, name)) {
		sweep(scratch, folder, name);
		if (holds(folder, name, bytes))
			outcome = FILE_UNCHANGED;
		else if (replace(scratch, folder, name, bytes))
			outcome = FILE_WRITTEN;
	}
	*error = outcome == FILE_FAILED ? errno : 0;
	if (folder >= 0)
		close(folder);
	return outcome;
}

/* The size of an open file; false, with errno: it is none. */
static bool
size_of(size_t *out, int fd, size_t most)
{
	struct stat st;

	if (fstat(fd, &st) < 0)
		return false;
	if (!S_ISREG(st.st_mode)) {
		errno = S_ISDIR(st.st_mode) ? EISDIR : EINVAL;
		return false;
	}
	*out = (size_t)st.st_size;
	if (*out <= most)
		return true;
	errno = EFBIG;
	return false;
}

/* A file that shrinks meanwhile is as long as what was got of it. */
static bool
read_all(struct str *out, struct arena *a, int fd, size_t most)
{
	size_t size, n = 0;
	ssize_t got = 1;
	char *bytes;

	if (!size_of(&size, fd, most))
		return false;
	bytes = ARENA_ARRAY(a, char, size + 1);
	while (n < size && got != 0) {
		got = read(fd, bytes + n, size - n);
		if (got < 0 && errno != EINTR)
			return false;
		n += got > 0 ? (size_t)got : 0;
	}
	*out = (struct str){ bytes, n };
	return true;
}

bool
file_bytes(
    struct str *out, struct arena *a, const char *path, size_t most, int *error)
{
	/* A pipe without a writer must not hold us up. */
	int fd = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC);
	bool ok = fd >= 0 && read_all(out, a, fd, most);

	*error = ok ? 0 : errno;
	if (fd >= 0)
		close(fd);
	return ok;
}

bool
file_is_folder(const char *path)
{
	struct stat st;

	return stat(path, &st) == 0 && S_ISDIR(st.st_mode);
}

bool
file_is_own_folder(const char *path)
{
	struct stat st;

	return lstat(path, &st) == 0 && S_ISDIR(st.st_mode);
}
