/* SPDX-License-Identifier: MIT */
#ifndef BASE_STR_H
#define BASE_STR_H

/*
 * A str is a view: where some UTF-8 text starts and how many bytes it has.
 * It owns nothing and is passed by value.  It is not NUL-terminated; only
 * str_cstr() and cstr_printf() make C strings, for a library or the system.
 *
 * A strbuf is text that grows, in an arena; buf_str() is what it holds so far.
 */

#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct arena;

struct str {
	const char *p;
	size_t n; /* bytes */
};

#define STR_INIT(literal) \
	{ \
		"" literal, sizeof(literal) - 1 \
	}
#define STR(literal) ((struct str)STR_INIT(literal))
#define STR_FMT      "%.*s"
#define STR_ARG(s)   (int)(s).n, (s).p

struct str str_from(const char *cstr);
bool str_eq(struct str a, struct str b);
int str_cmp(struct str a, struct str b); /* by bytes */
bool str_starts(struct str s, struct str prefix);
bool str_ends(struct str s, struct str suffix);
/* Where `part` first stands in s, in bytes, or SIZE_MAX. */
size_t str_find(struct str s, struct str part);
struct str str_skip(struct str s, size_t n); /* s without its first n bytes */
struct str str_head(struct str s, size_t n); /* the first n bytes of s */
struct str str_trim(struct str s); /* without spaces, tabs and line ends */

/* Cuts s at the first `sep`: the part before it, and in *rest what follows. */
struct str str_cut(struct str s, char sep, struct str *rest);

/* How many decimal digits s begins with. */
size_t str_digits(struct str s);
/* A whole number of decimal digits alone, up to 9 of them. */
bool str_number(struct str s, int *out);

struct str str_copy(struct arena *a, struct str s);
const char *str_cstr(struct arena *a, struct str s);
struct str str_printf(struct arena *a, const char *fmt, ...)
    __attribute__((format(printf, 2, 3)));
const char *cstr_printf(struct arena *a, const char *fmt, ...)
    __attribute__((format(printf, 2, 3)));

struct strbuf {
	struct arena *arena;
	char *p;
	size_t n, cap;
};

void buf_init(struct strbuf *b, struct arena *a);
void buf_add(struct strbuf *b, struct str s);
void buf_grow(struct strbuf *b, size_t more); /* room for as many bytes */
void buf_printf(struct strbuf *b, const char *fmt, ...)
    __attribute__((format(printf, 2, 3)));
struct str buf_str(const struct strbuf *b);

static inline void
buf_byte(struct strbuf *b, char c)
{
	if (b->n == b->cap)
		buf_grow(b, 1);
	b->p[b->n++] = c;
}

/* FNV-1a, 64 bits: the same on every machine; of no worth against malice. */
uint64_t str_hash(struct str s);

#endif
