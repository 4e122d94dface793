/* SPDX-License-Identifier: MIT */
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/random.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/memory.h"
#include "base/os.h"

/* --- opening ------------------------------------------------------------ */

static const int flags[] = {
	[OS_READ] = O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC,
	[OS_FOLDER] = O_RDONLY | O_DIRECTORY | O_CLOEXEC,
	[OS_CHANGE] = O_WRONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC,
	[OS_CREATE] = O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC,
};

/* A name with a NUL behind it; false: it is too long for any file. */
static bool
name_read(char out[NAME_MAX + 1], struct str name)
{
	if (name.n > NAME_MAX) {
		errno = ENAMETOOLONG;
		return false;
	}
	memcpy(out, name.p, name.n);
	out[name.n] = '\0';
	return true;
}

bool
os_is_missing(int error)
{
	return error == ENOENT || error == ENOTDIR;
}

static int
open_at(int folder, const char *path, int how)
{
	int fd;

	do {
		fd = openat(folder, path, how, 0666);
	} while (fd < 0 && errno == EINTR);
	return fd;
}

int
os_open(const char *path, enum os_way way)
{
	return open_at(AT_FDCWD, path, flags[way]);
}

int
os_open_in(int folder, struct str name, enum os_way way)
{
	char part[NAME_MAX + 1];
	struct stat st;
	int fd, error;

	if (!name_read(part, name))
		return -1;
	fd = open_at(folder, part, flags[way] | O_NOFOLLOW);
	if (fd >= 0)
		return fd;
	error = errno;
	/* Of a link that should be a folder some systems say ENOTDIR. */
	if (way != OS_CREATE &&
	    fstatat(folder, part, &st, AT_SYMLINK_NOFOLLOW) == 0 &&
	    S_ISLNK(st.st_mode))
		error = ELOOP;
	errno = error;
	return -1;
}

void
os_close(int fd)
{
	int error = errno;

	if (fd >= 0)
		close(fd);
	errno = error;
}

/* --- looking ------------------------------------------------------------ */

static bool
about(struct os_about *out, const struct stat *st, int failed)
{
	if (failed)
		return false;
	*out = (struct os_about){ .kind = OS_IS_DEVICE,
		.size = (uint64_t)st->st_size,
		.named = st->st_nlink > 0 };
	if (S_ISREG(st->st_mode))
		out->kind = OS_IS_FILE;
	else if (S_ISDIR(st->st_mode))
		out->kind = OS_IS_FOLDER;
	else if (S_ISLNK(st->st_mode))
		out->kind = OS_IS_LINK;
	return true;
}

bool
os_look(struct os_about *out, int fd)
{
	struct stat st;

	return about(out, &st, fstat(fd, &st));
}

bool
os_look_at(struct os_about *out, const char *path)
{
	struct stat st;

	return about(out, &st, stat(path, &st));
}

bool
os_look_at_link(struct os_about *out, const char *path)
{
	struct stat st;

	return about(out, &st, lstat(path, &st));
}

bool
os_look_in(struct os_about *out, int folder, struct str name)
{
	char part[NAME_MAX + 1];
	struct stat st;

	return name_read(part, name) &&
	       about(out, &st, fstatat(folder, part, &st, 0));
}

bool
os_names(struct names *out, struct arena *a, int folder)
{
	DIR *dir = fdopendir(folder);
	struct dirent *e;
	int error;

	*out = (struct names){ 0 };
	if (!dir) {
		memory_judge();
		os_close(folder);
		return false;
	}
	while ((errno = 0, e = readdir(dir))) {
		if (strcmp(e->d_name, ".") != 0 && strcmp(e->d_name, "..") != 0)
			*LIST_ADD(a, out) = str_copy(a, str_from(e->d_name));
	}
	error = errno;
	closedir(dir);
	errno = error;
	return error == 0;
}

/* --- reading and writing ------------------------------------------------ */

ptrdiff_t
os_read(int fd, void *to, size_t n)
{
	ssize_t got;

	do {
		got = read(fd, to, n);
	} while (got < 0 && errno == EINTR);
	return got;
}

bool
os_write(int fd, struct str bytes)
{
	while (bytes.n) {
		ssize_t n = write(fd, bytes.p, bytes.n);

		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0)
			return false;
		bytes = str_skip(bytes, (size_t)n);
	}
	return true;
}

bool
os_sync(int fd)
{
	int r;

	do {
		r = fsync(fd);
	} while (r < 0 && errno == EINTR);
	return r == 0;
}

bool
os_make_folder(const char *path)
{
	return mkdir(path, 0777) == 0 || errno == EEXIST;
}

bool
os_make_folder_in(int folder, struct str name)
{
	char part[NAME_MAX + 1];

	return name_read(part, name) &&
	       (mkdirat(folder, part, 0777) == 0 || errno == EEXIST);
}

bool
os_rename(int folder, struct str from, struct str to)
{
	char old[NAME_MAX + 1], new[NAME_MAX + 1];

	return name_read(old, from) && name_read(new, to) &&
	       renameat(folder, old, folder, new) == 0;
}

bool
os_remove(int folder, struct str name)
{
	char part[NAME_MAX + 1];

	return name_read(part, name) && unlinkat(folder, part, 0) == 0;
}

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

bool
os_lock(int fd)
{
	return lock(fd, F_SETLKW);
}

bool
os_lock_now(int fd)
{
	return lock(fd, F_SETLK);
}

/* --- paths -------------------------------------------------------------- */

const char *
os_resolve(struct arena *a, const char *path)
{
	char *full = realpath(path, NULL);

	if (!full)
		memory_judge();

	const char *copy = full ? str_cstr(a, str_from(full)) : NULL;

	free(full);
	return copy;
}

bool
os_is_top(const char *path)
{
	struct stat here, above;
	struct arena a;
	bool known;

	arena_init(&a);
	known = stat(path, &here) == 0 &&
		stat(cstr_printf(&a, "%s/..", path), &above) == 0;
	arena_done(&a);
	if (!known)
		return true;
	errno = 0;
	return here.st_dev == above.st_dev && here.st_ino == above.st_ino;
}

/* --- the process and who called it -------------------------------------- */

bool
os_begin(void)
{
	/* Nothing can be written to what is opened here: output that nobody
	 * takes is still an error. */
	for (int fd = STDIN_FILENO; fd <= STDERR_FILENO; fd++) {
		if (fcntl(fd, F_GETFD) < 0 && open("/dev/null", O_RDONLY) != fd)
			return false;
	}
	signal(SIGXFSZ, SIG_IGN);
	return true;
}

uint64_t
os_stack(void)
{
	struct rlimit limit;

	return getrlimit(RLIMIT_STACK, &limit) < 0 ? UINT64_MAX
						   : (uint64_t)limit.rlim_cur;
}

bool
os_is_running(int process)
{
	return kill(process, 0) == 0 || errno != ESRCH;
}

bool
os_random(void *to, size_t n)
{
	ssize_t got;

	do {
		got = getrandom(to, n, 0);
	} while (got < 0 && errno == EINTR);
	return got == (ssize_t)n;
}

struct date
os_today(void)
{
	time_t now = time(NULL);
	struct tm tm;

	if (!localtime_r(&now, &tm))
		return (struct date){ 1970, 1, 1 };
	return (struct date){ (int16_t)(tm.tm_year + 1900),
		(int8_t)(tm.tm_mon + 1), (int8_t)tm.tm_mday };
}

const char *
os_variable(const char *name)
{
	return getenv(name);
}

/* --- streams of C ------------------------------------------------------- */

FILE *
os_stream(const char *path)
{
	return fopen(path, "w");
}

FILE *
os_append(const char *path)
{
	FILE *f = fopen(path, "a");

	/* So that ftell() tells what stands there; of a pipe it can't. */
	if (f)
		(void)fseek(f, 0, SEEK_END);
	return f;
}

FILE *
os_memory(char **bytes, size_t *n)
{
	return open_memstream(bytes, n);
}

bool
os_is_terminal(FILE *stream)
{
	return isatty(fileno(stream));
}
