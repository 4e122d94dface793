/* SPDX-License-Identifier: MIT */
#ifndef TOOLS_FAULTY_H
#define TOOLS_FAULTY_H

/*
 * Memory and the system, with one fault in them.  What is defined here stands
 * before the C library's for the whole process, the libraries too; printing to
 * standard output goes through it by means of faulty_stdout().
 */

#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>
#include <execinfo.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/random.h>
#include <sys/stat.h>
#include <unistd.h>

/* The kinds of faults; which of them a call can have is a sum of their bits. */
enum fault {
	MEMORY = 1,
	IO = 2,           /* EIO */
	FULL = 4,         /* ENOSPC */
	FORBIDDEN = 8,    /* EACCES */
	INTERRUPTED = 16, /* EINTR */
	SHORT = 32,       /* not all bytes are read or written */
	KILLED = 64,      /* the process ends before the call */
	SYSTEM = IO | KILLED,
	FAULTS = 8
};

static const struct {
	const char *name;
	enum fault bit;
	int error;
} fault_rows[FAULTS] = {
	{ "memory", MEMORY, ENOMEM },
	{ "no-memory", MEMORY, ENOMEM },
	{ "EIO", IO, EIO },
	{ "ENOSPC", FULL, ENOSPC },
	{ "EACCES", FORBIDDEN, EACCES },
	{ "EINTR", INTERRUPTED, EINTR },
	{ "short", SHORT, 0 },
	{ "kill", KILLED, 0 },
};

enum { LASTING = 1 }; /* the row of the fault that all later calls have too */

/* What a run has come to; the process that started it looks in. */
struct fault_seen {
	long calls; /* that can have the fault */
	const char *call;
	char path[PATH_MAX];
	void *stack[24];
	int depth;
};

static struct {
	size_t row; /* of the fault */
	long at;    /* the call that has it, from 1; 0: none */
	bool armed;
	struct fault_seen *seen;
} faulty;

/* The file that a call is about: one that is open, or a path. */
static void
path_note(int fd, const char *path)
{
	char link[64];
	ssize_t n;

	if (path) {
		snprintf(faulty.seen->path, PATH_MAX, "%s", path);
	} else if (fd >= 0) {
		snprintf(link, sizeof(link), "/proc/self/fd/%d", fd);
		n = readlink(link, faulty.seen->path, PATH_MAX - 1);
		faulty.seen->path[n > 0 ? n : 0] = '\0';
	}
}

/* Whether this call, which can have these faults, has the one. */
static bool
fails(const char *call, unsigned faults, int fd, const char *path)
{
	bool later;

	if (!faulty.armed || !(faults & fault_rows[faulty.row].bit))
		return false;
	later = ++faulty.seen->calls > faulty.at && faulty.row == LASTING;
	if (!faulty.at || (faulty.seen->calls != faulty.at && !later))
		return false;
	faulty.armed = faulty.row == LASTING;
	if (fault_rows[faulty.row].bit == KILLED)
		raise(SIGKILL);
	if (!later) {
		faulty.seen->call = call;
		faulty.seen->depth = backtrace(faulty.seen->stack, 24);
		path_note(fd, path);
	}
	errno = fault_rows[faulty.row].error;
	return true;
}

/* --- memory ------------------------------------------------------------- */

/* The sanitizers have an allocator of their own. */
#ifndef __SANITIZE_ADDRESS__
void *__libc_malloc(size_t);
void *__libc_calloc(size_t, size_t);
void *__libc_realloc(void *, size_t);
void *__libc_memalign(size_t, size_t);

void *
malloc(size_t n)
{
	return fails("malloc", MEMORY, -1, NULL) ? NULL : __libc_malloc(n);
}

void *
calloc(size_t count, size_t size)
{
	return fails("calloc", MEMORY, -1, NULL) ? NULL
						 : __libc_calloc(count, size);
}

void *
realloc(void *p, size_t n)
{
	return fails("realloc", MEMORY, -1, NULL) ? NULL : __libc_realloc(p, n);
}

void *
reallocarray(void *p, size_t count, size_t size)
{
	return size && count > SIZE_MAX / size ? NULL
					       : realloc(p, count * size);
}

void *
aligned_alloc(size_t align, size_t n)
{
	return fails("aligned_alloc", MEMORY, -1, NULL)
		   ? NULL
		   : __libc_memalign(align, n);
}

int
posix_memalign(void **out, size_t align, size_t n)
{
	void *p = aligned_alloc(align, n);

	*out = p ? p : *out;
	return p ? 0 : ENOMEM;
}
#endif

/* --- the system --------------------------------------------------------- */

/* The C library's own function of this name. */
#define NEXT(f) \
	do { \
		if (!f) \
			*(void **)&f = dlsym(RTLD_NEXT, __func__); \
	} while (0)

/* A function that fails with `failed`, and calls the library's else. */
#define FAULTY(type, name, params, args, faults, failed, fd, path) \
	type name params \
	{ \
		static type(*next) params; \
		NEXT(next); \
		return fails(#name, faults, fd, path) ? failed : next args; \
	}

FAULTY(int, stat, (const char *p, struct stat *s), (p, s), SYSTEM | FORBIDDEN,
    -1, -1, p)
FAULTY(int, lstat, (const char *p, struct stat *s), (p, s), SYSTEM | FORBIDDEN,
    -1, -1, p)
FAULTY(int, fstat, (int fd, struct stat *s), (fd, s), SYSTEM, -1, fd, NULL)
FAULTY(int, fstatat, (int at, const char *p, struct stat *s, int flags),
    (at, p, s, flags), SYSTEM | FORBIDDEN, -1, -1, p)
FAULTY(int, access, (const char *p, int mode), (p, mode), SYSTEM | FORBIDDEN,
    -1, -1, p)
FAULTY(char *, realpath, (const char *p, char *out), (p, out),
    SYSTEM | FORBIDDEN, NULL, -1, p)
FAULTY(DIR *, opendir, (const char *p), (p), SYSTEM | FORBIDDEN | INTERRUPTED,
    NULL, -1, p)
FAULTY(DIR *, fdopendir, (int fd), (fd), SYSTEM, NULL, fd, NULL)
FAULTY(struct dirent *, readdir, (DIR * d), (d), SYSTEM, NULL, dirfd(d), NULL)
FAULTY(int, mkdir, (const char *p, mode_t mode), (p, mode),
    SYSTEM | FULL | FORBIDDEN, -1, -1, p)
FAULTY(int, mkdirat, (int at, const char *p, mode_t mode), (at, p, mode),
    SYSTEM | FULL | FORBIDDEN, -1, -1, p)
FAULTY(int, rename, (const char *p, const char *q), (p, q),
    SYSTEM | FULL | FORBIDDEN, -1, -1, q)
FAULTY(int, renameat, (int at, const char *p, int to, const char *q),
    (at, p, to, q), SYSTEM | FULL | FORBIDDEN, -1, -1, q)
FAULTY(int, unlink, (const char *p), (p), SYSTEM | FORBIDDEN, -1, -1, p)
FAULTY(int, unlinkat, (int at, const char *p, int flags), (at, p, flags),
    SYSTEM | FORBIDDEN, -1, -1, p)
FAULTY(ssize_t, getrandom, (void *p, size_t n, unsigned flags), (p, n, flags),
    SYSTEM | INTERRUPTED, -1, -1, NULL)

#define OPENING (SYSTEM | FULL | FORBIDDEN | INTERRUPTED)

/* Only a call that can make a file has a mode behind its flags. */
static mode_t
mode_of(int flags, va_list rest)
{
	return flags & O_CREAT ? va_arg(rest, mode_t) : 0;
}

int
openat(int at, const char *path, int flags, ...)
{
	static int (*next)(int, const char *, int, ...);
	va_list rest;
	mode_t mode;

	NEXT(next);
	va_start(rest, flags);
	mode = mode_of(flags, rest);
	va_end(rest);
	return fails("openat", OPENING, -1, path) ? -1
						  : next(at, path, flags, mode);
}

int
open(const char *path, int flags, ...)
{
	static int (*next)(const char *, int, ...);
	va_list rest;
	mode_t mode;

	NEXT(next);
	va_start(rest, flags);
	mode = mode_of(flags, rest);
	va_end(rest);
	return fails("open", OPENING, -1, path) ? -1 : next(path, flags, mode);
}

/* Locks alone: the rest cannot fail. */
int
fcntl(int fd, int what, ...)
{
	static int (*next)(int, int, ...);
	va_list rest;
	void *arg;

	NEXT(next);
	va_start(rest, what);
	arg = va_arg(rest, void *);
	va_end(rest);
	if ((what == F_SETLK || what == F_SETLKW) &&
	    fails("fcntl", SYSTEM | INTERRUPTED, fd, NULL))
		return -1;
	return next(fd, what, arg);
}

ssize_t
read(int fd, void *p, size_t n)
{
	static ssize_t (*next)(int, void *, size_t);

	NEXT(next);
	if (n > 1 && fails("read", SHORT, fd, NULL))
		n = n > 16 ? 16 : n / 2;
	return fails("read", SYSTEM | INTERRUPTED, fd, NULL) ? -1
							     : next(fd, p, n);
}

ssize_t
write(int fd, const void *p, size_t n)
{
	static ssize_t (*next)(int, const void *, size_t);

	NEXT(next);
	if (n > 1 && fails("write", SHORT, fd, NULL))
		n /= 2;
	return fails("write", SYSTEM | FULL | INTERRUPTED, fd, NULL)
		   ? -1
		   : next(fd, p, n);
}

/* No disk is waited for: what this test looks at is what a call says. */
int
fsync(int fd)
{
	return fails("fsync", SYSTEM | FULL | INTERRUPTED, fd, NULL) ? -1 : 0;
}

/* The number is free whatever it says. */
int
close(int fd)
{
	static int (*next)(int);
	bool failed = fails("close", SYSTEM | FULL | INTERRUPTED, fd, NULL);
	int error = errno, r;

	NEXT(next);
	r = next(fd);
	if (failed)
		errno = error;
	return failed ? -1 : r;
}

/* --- standard output ---------------------------------------------------- */

/* stdio's own calls cannot be reached, and need not be interrupted: nobody
 * catches a signal. */
static ssize_t
print(void *stream, const char *p, size_t n)
{
	size_t done = 0;

	(void)stream;
	if (fails("print", SYSTEM | FULL, STDOUT_FILENO, NULL))
		return 0;
	while (done < n) {
		ssize_t r = write(STDOUT_FILENO, p + done, n - done);

		if (r < 0 && errno != EINTR)
			return 0;
		done += r > 0 ? (size_t)r : 0;
	}
	return (ssize_t)n;
}

static FILE *
faulty_stdout(void)
{
	return fopencookie(
	    NULL, "w", (cookie_io_functions_t){ .write = print });
}

#endif
