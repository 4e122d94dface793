/* SPDX-License-Identifier: MIT */
#ifndef BASE_SOURCE_H
#define BASE_SOURCE_H

/*
 * A source is one input file, whole, in memory: valid UTF-8, in Unicode's form
 * C, lines ended by LF, no byte order mark.  A span is a stretch of it.  Every
 * value of a record keeps its span, so that a finding can always point at what
 * was written.  A span without a source says that the value was not written.
 */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/str.h"

struct arena;

#define SOURCE_MAX  ((size_t)1024 * 1024) /* bytes of a file, at most */
#define SOURCE_STEP ((size_t)512)
/* Signs that part the text of a file, at most: ends of lines, bars, stars,
 * brackets, hyphens, full stops.  Each may cost thousands of bytes; a council's
 * year has some thousands of them in all. */
#define SOURCE_PARTS ((size_t)20000)

enum source_state {
	SOURCE_READ,
	SOURCE_ABSENT,   /* no such file: a place for findings about it */
	SOURCE_SYSTEM,   /* could not be read: `error` says why */
	SOURCE_OUTSIDE,  /* a link leads out of ROOT, or to hidden files */
	SOURCE_NO_FILE,  /* a device, a pipe or a socket */
	SOURCE_TOO_BIG,  /* more than SOURCE_MAX */
	SOURCE_TOO_MUCH, /* more than SOURCE_PARTS, or than a school may hold */
	SOURCE_NOT_UTF8, /* `fault` is the byte; the text is empty */
	SOURCE_CONTROL,  /* `fault` is the byte of a control character, or
			    of one that Unicode keeps free of meaning */
	SOURCE_OVERMARKED, /* `fault` is a mark too many on one letter */
};

struct source {
	struct str path;   /* as findings print it, with `/` */
	struct str text;   /* empty where state is not SOURCE_READ */
	uint32_t *line_at; /* byte offset of the start of each line */
	size_t nlines;     /* at least 1 */
	uint32_t *counts;  /* code points before each SOURCE_STEP bytes */
	enum source_state state;
	int error;      /* an errno */
	size_t fault;   /* byte offset in the file as it is on disk */
	struct str raw; /* SOURCE_NOT_UTF8 and after it: the bytes as read */
};

struct span {
	const struct source *src;
	uint32_t off, len; /* bytes */
};

struct place {
	size_t line, col; /* from 1; col counts code points, as editors do */
};

/* Reads ROOT/path (ROOT may be "."), through the door of base/inside.h; the
 * source is made in any case. */
struct source *source_read(struct arena *a, const char *root, struct str path);
/* What it would be, without reading it: SOURCE_READ of a folder too; errno says
 * why SOURCE_SYSTEM. */
enum source_state source_look(
    struct arena *a, const char *root, struct str path);
/* A source of bytes as a file may hold them: what is not saved. */
struct source *source_of_bytes(
    struct arena *a, struct str path, struct str bytes);
/* A source of given text, for what is built in. */
struct source *source_from(struct arena *a, struct str path, struct str text);
/* A source without a file: the place of a finding about a missing one. */
struct source *source_absent(struct arena *a, struct str path);

struct span source_span(const struct source *s, size_t off, size_t len);
struct place source_place(struct span at); /* of its first character */
size_t source_row(struct span at);         /* its line alone: quick */
struct place source_end(struct span at);   /* behind its last character */
struct str source_line(const struct source *s, size_t line); /* from 1; no LF */
struct str span_text(struct span at);

#endif
