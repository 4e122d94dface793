/* SPDX-License-Identifier: MIT */
#include "base/file.h"

#include <errno.h>
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/inside.h"
#include "base/os.h"

/* --- names -------------------------------------------------------------- */

static int
by_bytes(const void *pa, const void *pb)
{
	const struct str *a = pa, *b = pb;

	return str_cmp(*a, *b);
}

bool
file_names(struct names *out, struct arena *a, const char *root,
    struct str path, int *error)
{
	int folder = inside_open(a, root, path);
	bool ok = folder >= 0 && os_names(out, a, folder);

	*error = ok ? 0 : errno;
	if (!ok)
		*out = (struct names){ 0 };
	else if (out->n)
		qsort(out->at, out->n, sizeof(*out->at), by_bytes);
	return ok;
}

static bool
is_file(int fd, struct os_about *out)
{
	return os_look(out, fd) && out->kind == OS_IS_FILE;
}

/* Whether the file holds just these bytes. */
static bool
holds(int folder, struct str name, struct str bytes)
{
	char part[16384];
	struct os_about about;
	int fd = os_open_in(folder, name, OS_READ);
	bool same = false;
	size_t at = 0;

	if (fd < 0)
		return false;
	if (is_file(fd, &about) && about.size == bytes.n) {
		ptrdiff_t got;

		while ((got = os_read(fd, part, sizeof(part))) > 0) {
			if (memcmp(part, bytes.p + at, (size_t)got) != 0)
				break;
			at += (size_t)got;
		}
		same = got == 0 && at == bytes.n;
	}
	os_close(fd);
	return same;
}

/* --- folders ------------------------------------------------------------ */

/* Opens a folder that was named, and makes it where it is missing. */
static int
open_base(struct arena *a, const char *base)
{
	size_t n = strlen(base);
	int fd = os_open(base, OS_FOLDER);
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
		if (!os_make_folder(p))
			return -1;
		*s = '/';
	}
	return os_open(base, OS_FOLDER);
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

		if (os_make_folder_in(folder, part))
			next = os_open_in(folder, part, OS_FOLDER);
		os_close(folder);
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

/* A new file beside the one to be; -1: errno. */
static int
make_temporary(struct arena *a, int folder, struct str *name)
{
	uint64_t random;
	struct os_about about;
	int fd;

	for (;;) {
		if (!os_random(&random, sizeof(random)))
			return -1;
		*name = str_printf(a, ".kengesh-%016" PRIx64 ".tmp", random);
		fd = os_open_in(folder, *name, OS_CREATE);
		if (fd < 0 && errno != EEXIST)
			return -1;
		/* Between these two another run may have taken it for left
		 * behind.  Where nothing can be locked, nothing is swept. */
		if (fd >= 0 &&
		    (!os_lock(fd) || !os_look(&about, fd) || about.named))
			return fd;
		os_close(fd);
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
	int fd = os_open_in(folder, name, OS_CHANGE);
	struct os_about about;

	if (fd < 0)
		return;
	if (is_file(fd, &about) && os_lock_now(fd))
		os_remove(folder, name);
	os_close(fd);
}

/* Removes what runs that were killed have left beside this file. */
static void
sweep(struct arena *a, int folder, struct str file)
{
	int again = os_open_in(folder, STR("."), OS_FOLDER);
	struct names names;

	if (again < 0 || !os_names(&names, a, again))
		return;
	for (size_t i = 0; i < names.n; i++) {
		int pid = old_temporary(names.at[i], file);

		if (is_temporary(names.at[i]) ||
		    (pid > 0 && !os_is_running(pid)))
			remove_left(folder, names.at[i]);
	}
}

/* --- writing ------------------------------------------------------------ */

/* Writes beside the file and renames; leaves nothing behind where it fails. */
static bool
replace(struct arena *a, int folder, struct str name, struct str bytes)
{
	struct str beside;
	int fd = make_temporary(a, folder, &beside);
	bool ok;

	if (fd < 0)
		return false;
	ok = os_write(fd, bytes) && os_sync(fd) &&
	     os_rename(folder, beside, name);
	if (!ok) {
		int error = errno;

		os_remove(folder, beside);
		errno = error;
	}
	/* What is synced is not lost by closing: that can't fail any more. */
	os_close(fd);
	return ok;
}

/* A device or a pipe is nobody's paper, and not ours to replace; nor is a link
 * to one.  Any other link is replaced. */
static bool
is_ours(int folder, struct str name)
{
	struct os_about about;

	/* A link that leads nowhere, in a circle, or where nobody may look. */
	if (!os_look_in(&about, folder, name))
		return errno != EIO;
	if (about.kind == OS_IS_FILE)
		return true;
	errno = about.kind == OS_IS_FOLDER ? EISDIR : EEXIST;
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
	os_close(folder);
	return outcome;
}

/* The size of an open file; false, with errno: it is none. */
static bool
size_of(size_t *out, int fd, size_t most)
{
	struct os_about about;

	if (!os_look(&about, fd))
		return false;
	if (about.kind != OS_IS_FILE) {
		errno = about.kind == OS_IS_FOLDER ? EISDIR : EINVAL;
		return false;
	}
	*out = (size_t)about.size;
	if (about.size <= most)
		return true;
	errno = EFBIG;
	return false;
}

/* A file that shrinks meanwhile is as long as what was got of it. */
static bool
read_all(struct str *out, struct arena *a, int fd, size_t most)
{
	size_t size, n = 0;
	ptrdiff_t got = 1;
	char *bytes;

	if (!size_of(&size, fd, most))
		return false;
	bytes = ARENA_ARRAY(a, char, size + 1);
	while (n < size && got > 0) {
		got = os_read(fd, bytes + n, size - n);
		n += got > 0 ? (size_t)got : 0;
	}
	*out = (struct str){ bytes, n };
	return got >= 0;
}

bool
file_bytes(
    struct str *out, struct arena *a, const char *path, size_t most, int *error)
{
	int fd = os_open(path, OS_READ);
	bool ok = fd >= 0 && read_all(out, a, fd, most);

	*error = ok ? 0 : errno;
	os_close(fd);
	return ok;
}

/* What was looked at, if that was done, is a folder. */
static bool
is_folder(bool looked, const struct os_about *about)
{
	/* A link that leads in a circle is none. */
	if (looked || os_is_missing(errno) || errno == ELOOP)
		errno = 0;
	return looked && about->kind == OS_IS_FOLDER;
}

bool
file_is_folder(const char *path)
{
	struct os_about about;

	return is_folder(os_look_at(&about, path), &about);
}

bool
file_is_own_folder(const char *path)
{
	struct os_about about;

	return is_folder(os_look_at_link(&about, path), &about);
}
