/* SPDX-License-Identifier: MIT */
#include "base/str.h"

#include <stdio.h>
#include <string.h>

#include "base/arena.h"

struct str
str_from(const char *cstr)
{
	return (struct str){ cstr, strlen(cstr) };
}

bool
str_eq(struct str a, struct str b)
{
	return a.n == b.n && (a.n == 0 || memcmp(a.p, b.p, a.n) == 0);
}

int
str_cmp(struct str a, struct str b)
{
	size_t n = a.n < b.n ? a.n : b.n;
	int c = n ? memcmp(a.p, b.p, n) : 0;

	return c ? c : (a.n > b.n) - (a.n < b.n);
}

struct str
str_head(struct str s, size_t n)
{
	return (struct str){ s.p, n < s.n ? n : s.n };
}

struct str
str_skip(struct str s, size_t n)
{
	if (n > s.n)
		n = s.n;
	return (struct str){ s.n ? s.p + n : s.p, s.n - n };
}

bool
str_starts(struct str s, struct str prefix)
{
	return s.n >= prefix.n && str_eq(str_head(s, prefix.n), prefix);
}

bool
str_ends(struct str s, struct str suffix)
{
	return s.n >= suffix.n && str_eq(str_skip(s, s.n - suffix.n), suffix);
}

size_t
str_find(struct str s, struct str part)
{
	if (!part.n)
		return 0;
	for (size_t i = 0; part.n <= s.n - i; i++) {
		const char *first =
		    memchr(s.p + i, part.p[0], s.n - i - part.n + 1);

		if (!first)
			break;
		i = (size_t)(first - s.p);
		if (memcmp(first, part.p, part.n) == 0)
			return i;
	}
	return SIZE_MAX;
}

static bool
is_space(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

struct str
str_trim(struct str s)
{
	while (s.n && is_space(s.p[0]))
		s = str_skip(s, 1);
	while (s.n && is_space(s.p[s.n - 1]))
		s.n--;
	return s;
}

struct str
str_cut(struct str s, char sep, struct str *rest)
{
	const char *at = s.n ? memchr(s.p, sep, s.n) : NULL;

	if (!at) {
		*rest = str_skip(s, s.n);
		return s;
	}

	size_t head = (size_t)(at - s.p);

	*rest = str_skip(s, head + 1);
	return str_head(s, head);
}

size_t
str_digits(struct str s)
{
	size_t n = 0;

	while (n < s.n && s.p[n] >= '0' && s.p[n] <= '9')
		n++;
	return n;
}

bool
str_number(struct str s, int *out)
{
	int v = 0;

	if (s.n == 0 || s.n > 9 || str_digits(s) < s.n)
		return false;
	for (size_t i = 0; i < s.n; i++)
		v = v * 10 + (s.p[i] - '0');
	*out = v;
	return true;
}

struct str
str_copy(struct arena *a, struct str s)
{
	char *p = ARENA_ARRAY(a, char, s.n + 1);

	if (s.n)
		memcpy(p, s.p, s.n);
	return (struct str){ p, s.n };
}

const char *
str_cstr(struct arena *a, struct str s)
{
	return str_copy(a, s).p;
}

/* What is formatted, and a NUL behind it. */
static struct str
formatted(struct arena *a, const char *fmt, va_list ap)
{
	char room[256]; /* enough for most */
	va_list again;
	char *p;
	int n;

	va_copy(again, ap);
	n = vsnprintf(room, sizeof(room), fmt, ap);
	if (n < 0)
		n = 0, room[0] = '\0';
	p = ARENA_ARRAY(a, char, (size_t)n + 1);
	if ((size_t)n < sizeof(room))
		memcpy(p, room, (size_t)n);
	else
		vsnprintf(p, (size_t)n + 1, fmt, again);
	va_end(again);
	return (struct str){ p, (size_t)n };
}

struct str
str_printf(struct arena *a, const char *fmt, ...)
{
	struct str s;
	va_list ap;

	va_start(ap, fmt);
	s = formatted(a, fmt, ap);
	va_end(ap);
	return s;
}

const char *
cstr_printf(struct arena *a, const char *fmt, ...)
{
	struct str s;
	va_list ap;

	va_start(ap, fmt);
	s = formatted(a, fmt, ap);
	va_end(ap);
	return s.p;
}

void
buf_init(struct strbuf *b, struct arena *a)
{
	*b = (struct strbuf){ .arena = a };
}

void
buf_grow(struct strbuf *b, size_t more)
{
	if (b->cap - b->n < more) {
		size_t grown = b->cap + more + 32;

		b->p = arena_grow(b->arena, b->p, b->cap, grown);
		b->cap += grown;
	}
}

void
buf_add(struct strbuf *b, struct str s)
{
	buf_grow(b, s.n);
	if (s.n)
		memcpy(b->p + b->n, s.p, s.n);
	b->n += s.n;
}

void
buf_printf(struct strbuf *b, const char *fmt, ...)
{
	size_t left = b->cap - b->n;
	va_list ap;

	va_start(ap, fmt);
	int n = vsnprintf(left ? b->p + b->n : NULL, left, fmt, ap);
	va_end(ap);
	if (n < 0)
		return;
	if ((size_t)n >= left) {
		/* One byte more for the NUL, which the next overwrites. */
		buf_grow(b, (size_t)n + 1);
		va_start(ap, fmt);
		vsnprintf(b->p + b->n, (size_t)n + 1, fmt, ap);
		va_end(ap);
	}
	b->n += (size_t)n;
}

struct str
buf_str(const struct strbuf *b)
{
	return (struct str){ b->p ? b->p : "", b->n };
}

uint64_t
str_hash(struct str s)
{
	uint64_t h = 14695981039346656037u;

	for (size_t i = 0; i < s.n; i++)
		h = (h ^ (unsigned char)s.p[i]) * 1099511628211u;
	return h;
}
