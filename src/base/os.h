/* SPDX-License-Identifier: MIT */
#ifndef BASE_OS_H
#define BASE_OS_H

/*
 * The one door to the system; whatever else the program calls is C or a
 * library's (tests/layers).  Behind it is os_posix.c, which a port replaces.
 *
 * A path is UTF-8 with `/` between its parts, a name is one part of it.  What
 * is open is a number, -1 where it could not be opened.  Whatever fails says so
 * by -1, false or NULL, and by errno.  Nothing waits for a pipe to be opened,
 * and what was interrupted is done again.
 */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include "base/date.h"
#include "base/list.h"
#include "base/str.h"

/* Whether this errno says that nothing has the name. */
bool os_is_missing(int error);

/* --- files and folders -------------------------------------------------- */

enum os_way {
	OS_READ,   /* a file, or what it turns out to be; a folder too */
	OS_FOLDER, /* a folder, or it fails */
	OS_CHANGE, /* a file that is there, to be written to or locked */
	OS_CREATE, /* a new file, to be written; EEXIST: there is one */
};

int os_open(const char *path, enum os_way way);
/* What lies in an open folder under this name; ELOOP where that is a link. */
int os_open_in(int folder, struct str name, enum os_way way);
void os_close(int fd); /* or -1; errno stays as it was */

enum os_kind { OS_IS_FILE, OS_IS_FOLDER, OS_IS_LINK, OS_IS_DEVICE };
struct os_about {
	enum os_kind kind; /* OS_IS_DEVICE: a pipe or a socket too */
	uint64_t size;     /* of a file, bytes */
	bool named;        /* false: its name was taken away */
};
bool os_look(struct os_about *out, int fd);
bool os_look_at(struct os_about *out, const char *path);
bool os_look_at_link(struct os_about *out, const char *path); /* itself */
bool os_look_in(struct os_about *out, int folder, struct str name);

/* How many bytes were read: 0 behind the last, or -1. */
ptrdiff_t os_read(int fd, void *to, size_t n);
bool os_write(int fd, struct str bytes); /* all of them */
bool os_sync(int fd); /* what was written outlives a loss of power */

/* What an open folder holds, in no order, without . and ..; closes it. */
struct names {
	LIST_OF(struct str);
};
bool os_names(struct names *out, struct arena *a, int folder);

/* True too where something has the name already. */
bool os_make_folder(const char *path);
bool os_make_folder_in(int folder, struct str name);
/* In the place of what had the name, in one step. */
bool os_rename(int folder, struct str from, struct str to);
bool os_remove(int folder, struct str name);

/* For a file as long as it is open; false: another process has it, or nothing
 * can be locked here.  The first waits. */
bool os_lock(int fd);
bool os_lock_now(int fd);

/* A path without links and dots from the top, with a NUL behind it. */
const char *os_resolve(struct arena *a, const char *path);
/* Whether no folder lies above this one; true too where that cannot be told:
 * then errno is not 0. */
bool os_is_top(const char *path);

/* --- the process and who called it -------------------------------------- */

/* Takes the numbers of the standard streams that are closed, so that no file
 * gets one of them, and with it what was meant for the stream.  Lets a file
 * that may grow no further be told of as a full disk is. */
bool os_begin(void);
uint64_t os_stack(void); /* bytes that it may grow to, as far as is known */
bool os_is_running(int process);
bool os_random(void *to, size_t n);
struct date os_today(void);                /* the civil date here and now */
const char *os_variable(const char *name); /* of the environment, or NULL */

/* --- streams of C ------------------------------------------------------- */

FILE *os_stream(const char *path); /* to be written from its beginning */
FILE *os_append(const char *path); /* to be written behind its end */
/* Bytes in memory, whole when the stream is closed; to be given to free(). */
FILE *os_memory(char **bytes, size_t *n);
bool os_is_terminal(FILE *stream);

#endif
