/* SPDX-License-Identifier: MIT */
#include "base/source.h"

#include <errno.h>
#include <string.h>

#include "base/arena.h"
#include "base/inside.h"
#include "base/list.h"
#include "base/os.h"
#include "base/utf8.h"

/* Finds the starts of the lines; a text ending in LF has an empty last line. */
static void
index_lines(struct source *s, struct arena *a)
{
	size_t n = 1;

	for (size_t i = 0; i < s->text.n; i++)
		n += s->text.p[i] == '\n';
	s->line_at = ARENA_ARRAY(a, uint32_t, n);
	s->nlines = 1;
	for (size_t i = 0; i < s->text.n; i++) {
		if (s->text.p[i] == '\n')
			s->line_at[s->nlines++] = (uint32_t)(i + 1);
	}

	size_t steps = s->text.n / SOURCE_STEP;

	s->counts = ARENA_ARRAY(a, uint32_t, steps + 1);
	for (size_t i = 0; i < steps; i++) {
		struct str step = { s->text.p + i * SOURCE_STEP, SOURCE_STEP };

		s->counts[i + 1] = s->counts[i] + (uint32_t)utf8_count(step);
	}
}

/* How many code points begin before a byte. */
static size_t
count_before(const struct source *s, size_t off)
{
	size_t step = off / SOURCE_STEP;
	struct str rest = { s->text.p + step * SOURCE_STEP, off % SOURCE_STEP };

	return s->counts[step] + utf8_count(rest);
}

static struct source *
source_new(struct arena *a, struct str path, enum source_state state)
{
	struct source *s = ARENA_NEW(a, struct source);

	s->path = path;
	s->state = state;
	s->text = STR("");
	index_lines(s, a);
	return s;
}

struct source *
source_from(struct arena *a, struct str path, struct str text)
{
	struct source *s = source_new(a, path, SOURCE_READ);

	s->text = text;
	index_lines(s, a);
	return s;
}

struct source *
source_absent(struct arena *a, struct str path)
{
	return source_new(a, path, SOURCE_ABSENT);
}

/* The bytes of an open file, at most SOURCE_MAX + 1 of them; false: errno. */
static bool
read_all(int fd, struct arena *a, struct str *out)
{
	struct os_about about;

	if (!os_look(&about, fd))
		return false;

	size_t cap = about.size > 0 && about.size <= SOURCE_MAX
			 ? (size_t)about.size + 1
			 : SOURCE_MAX + 1;
	char *p = ARENA_ARRAY(a, char, cap);
	size_t n = 0;

	while (n < cap) {
		ptrdiff_t got = os_read(fd, p + n, cap - n);

		if (got < 0)
			return false;
		if (got == 0)
			break;
		n += (size_t)got;
	}
	*out = (struct str){ p, n };
	return true;
}

/* CRLF and a lone CR become LF. */
static struct str
with_lf(struct arena *a, struct str s)
{
	if (!s.n || !memchr(s.p, '\r', s.n))
		return s;

	char *p = ARENA_ARRAY(a, char, s.n);
	size_t n = 0;

	for (size_t i = 0; i < s.n; i++) {
		if (s.p[i] != '\r')
			p[n++] = s.p[i];
		else if (i + 1 == s.n || s.p[i + 1] != '\n')
			p[n++] = '\n';
	}
	return (struct str){ p, n };
}

/* Where one of the code points U+FDD0 to U+FDEF stands, which are no
 * characters: a program may use them for itself, and markup does. */
static bool
is_noncharacter(struct str s, size_t i)
{
	return i + 2 < s.n && (unsigned char)s.p[i + 1] == 0xb7 &&
	       (unsigned char)s.p[i + 2] >= 0x90 &&
	       (unsigned char)s.p[i + 2] <= 0xaf;
}

/* The first byte that no text has: C0 but TAB, LF, CR; DEL; a noncharacter; or
 * SIZE_MAX. */
static size_t
control_in(struct str s)
{
	for (size_t i = 0; i < s.n; i++) {
		unsigned char c = (unsigned char)s.p[i];

		if ((c < 0x20 && c != '\t' && c != '\n' && c != '\r') ||
		    c == 0x7f || (c == 0xef && is_noncharacter(s, i)))
			return i;
	}
	return SIZE_MAX;
}

/* Signs of Markdown: each may make a node of a tree. */
static bool
has_too_many_parts(struct str s)
{
	static const char signs[] = "\n|*[<>`-+.)";
	bool parts[256] = { false };
	size_t n = 0;

	for (const char *p = signs; *p; p++)
		parts[(unsigned char)*p] = true;
	for (size_t i = 0; i < s.n; i++)
		n += parts[(unsigned char)s.p[i]];
	return n > SOURCE_PARTS;
}

static void
take(struct source *s, struct arena *a, struct str raw)
{
	struct str body = raw;

	s->raw = raw;
	if (raw.n > SOURCE_MAX) {
		s->state = SOURCE_TOO_BIG;
		return;
	}
	s->fault = utf8_fault(raw);
	if (s->fault != SIZE_MAX) {
		s->state = SOURCE_NOT_UTF8;
		return;
	}
	s->fault = control_in(raw);
	if (s->fault != SIZE_MAX) {
		s->state = SOURCE_CONTROL;
		return;
	}
	s->fault = utf8_overmarked(raw);
	if (s->fault != SIZE_MAX) {
		s->state = SOURCE_OVERMARKED;
		return;
	}
	if (has_too_many_parts(raw)) {
		s->state = SOURCE_TOO_MUCH;
		return;
	}
	if (str_starts(body, STR("\xef\xbb\xbf")))
		body = str_skip(body, 3);
	s->text = utf8_nfc(a, with_lf(a, body));
	s->state = SOURCE_READ;
	index_lines(s, a);
}

struct source *
source_of_bytes(struct arena *a, struct str path, struct str bytes)
{
	struct source *s = source_new(a, path, SOURCE_SYSTEM);

	take(s, a, bytes);
	return s;
}

/* Why it could not be opened; errno says it. */
static enum source_state
state_of_error(const char *root, struct arena *a, struct str path)
{
	const char *full = cstr_printf(a, "%s/" STR_FMT, root, STR_ARG(path));
	struct os_about about;

	if (errno == EXDEV)
		return SOURCE_OUTSIDE;
	if (errno == ENXIO)
		return SOURCE_NO_FILE;
	/* A link that leads nowhere is there. */
	if (errno == ENOENT && !os_look_at_link(&about, full) &&
	    os_is_missing(errno))
		return SOURCE_ABSENT;
	return SOURCE_SYSTEM;
}

struct source *
source_read(struct arena *a, const char *root, struct str path)
{
	struct source *s = source_new(a, path, SOURCE_SYSTEM);
	int fd = inside_open(a, root, path);
	struct os_about about;
	struct str raw;

	if (fd < 0) {
		s->state = state_of_error(root, a, path);
		s->error = errno;
		return s;
	}
	if (!os_look(&about, fd))
		s->error = errno;
	else if (about.kind == OS_IS_FOLDER)
		s->error = EISDIR;
	else if (about.kind != OS_IS_FILE)
		s->state = SOURCE_NO_FILE;
	else if (read_all(fd, a, &raw))
		take(s, a, raw);
	else
		s->error = errno;
	os_close(fd);
	return s;
}

enum source_state
source_look(struct arena *a, const char *root, struct str path)
{
	int fd = inside_open(a, root, path);
	enum source_state state = SOURCE_READ;
	struct os_about about;

	if (fd < 0)
		return state_of_error(root, a, path);
	if (!os_look(&about, fd))
		state = SOURCE_SYSTEM;
	else if (about.kind == OS_IS_DEVICE)
		state = SOURCE_NO_FILE;
	os_close(fd);
	return state;
}

struct span
source_span(const struct source *s, size_t off, size_t len)
{
	return (struct span){ s, (uint32_t)off, (uint32_t)len };
}

/* The line of a byte, from 0. */
static size_t
line_of(const struct source *s, uint32_t off)
{
	size_t lo = 0, hi = s->nlines;

	while (hi - lo > 1) {
		size_t mid = lo + (hi - lo) / 2;

		if (s->line_at[mid] <= off)
			lo = mid;
		else
			hi = mid;
	}

	return lo;
}

static struct place
place_of(const struct source *s, uint32_t off)
{
	size_t line = line_of(s, off);

	return (struct place){ line + 1,
		count_before(s, off) - count_before(s, s->line_at[line]) + 1 };
}

struct place
source_place(struct span at)
{
	return at.src ? place_of(at.src, at.off) : (struct place){ 1, 1 };
}

size_t
source_row(struct span at)
{
	return at.src ? line_of(at.src, at.off) + 1 : 1;
}

struct place
source_end(struct span at)
{
	return at.src ? place_of(at.src, at.off + at.len)
		      : (struct place){ 1, 1 };
}

struct str
source_line(const struct source *s, size_t line)
{
	if (line < 1 || line > s->nlines)
		return STR("");

	size_t from = s->line_at[line - 1];
	size_t to = line < s->nlines ? s->line_at[line] - 1 : s->text.n;

	return (struct str){ s->text.p + from, to - from };
}

struct str
span_text(struct span at)
{
	if (!at.src)
		return STR("");
	return str_head(str_skip(at.src->text, at.off), at.len);
}
