/* SPDX-License-Identifier: MIT */
#include "base/utf8.h"

#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

#include "base/arena.h"

size_t
utf8_fault(struct str s)
{
	for (size_t i = 0; i < s.n;) {
		utf8proc_int32_t cp;
		utf8proc_ssize_t n;

		if ((unsigned char)s.p[i] < 0x80) {
			i++;
			continue;
		}
		n = utf8proc_iterate((const utf8proc_uint8_t *)s.p + i,
		    (utf8proc_ssize_t)(s.n - i), &cp);
		if (n < 1)
			return i;
		i += (size_t)n;
	}
	return SIZE_MAX;
}

size_t
utf8_encode(char *out, uint32_t cp)
{
	if (cp < 0x80) {
		out[0] = (char)cp;
		return 1;
	}
	if (cp < 0x800) {
		out[0] = (char)(0xc0 | cp >> 6);
		out[1] = (char)(0x80 | (cp & 0x3f));
		return 2;
	}
	return (size_t)utf8proc_encode_char(
	    (utf8proc_int32_t)cp, (utf8proc_uint8_t *)out);
}

void
utf8_add(struct strbuf *b, uint32_t cp)
{
	char out[4];

	buf_add(b, (struct str){ out, utf8_encode(out, cp) });
}

size_t
utf8_count(struct str s)
{
	size_t n = 0, i = 0;

	/* Eight bytes at a time, for lines that hold a whole file: those that
	 * begin no code point have 1 and 0 as their highest bits. */
	for (; i + 8 <= s.n; i += 8) {
		uint64_t w;

		memcpy(&w, s.p + i, 8);
		w = w >> 7 & ~w >> 6 & 0x0101010101010101U;
		n += 8 - (size_t)(w * 0x0101010101010101U >> 56);
	}
	for (; i < s.n; i++)
		n += ((unsigned char)s.p[i] & 0xc0) != 0x80;
	return n;
}

enum { MARKS_MAX = 64 }; /* on one letter; Unicode's safe format has 30 */

/*
 * Whether the punctuation of a text that begins with 0xe2 at byte i is in form
 * C already: U+2002 to U+203F, for U+2000 and U+2001 are not, and №, for among
 * the signs around it are units that compose to letters.
 */
static bool
is_plain_sign(struct str s, size_t i)
{
	struct str sign = str_head(str_skip(s, i), 3);

	return str_eq(sign, STR("№")) ||
	       (sign.p[1] == '\x80' && (unsigned char)sign.p[2] >= 0x82);
}

/*
 * Text of ASCII, the precomposed letters of Latin and Cyrillic and general
 * punctuation is in form C already: only a combining mark or Greek (U+0300 to
 * U+03BF, first byte 0xcc to 0xce), or what lies beyond U+0530, needs the
 * library.
 */
static bool
is_plainly_composed(struct str s)
{
	for (size_t i = 0; i < s.n; i++) {
		unsigned char c = (unsigned char)s.p[i];

		if ((c >= 0xcc && c <= 0xce) || (c > 0xd4 && c != 0xe2) ||
		    (c == 0xe2 && !is_plain_sign(s, i)))
			return false;
	}
	return true;
}

/* Whether it draws on the letter before it. */
static bool
is_mark(uint32_t cp)
{
	utf8proc_category_t c = utf8proc_category((utf8proc_int32_t)cp);

	return c >= UTF8PROC_CATEGORY_MN && c <= UTF8PROC_CATEGORY_ME;
}

size_t
utf8_overmarked(struct str s)
{
	size_t marks = 0, last;

	if (is_plainly_composed(s))
		return SIZE_MAX;
	for (size_t i = 0; i < s.n;) {
		last = i;
		marks = is_mark(utf8_next(s, &i)) ? marks + 1 : 0;
		if (marks > MARKS_MAX)
			return last;
	}
	return SIZE_MAX;
}

struct str
utf8_nfc(struct arena *a, struct str s)
{
	if (is_plainly_composed(s))
		return s;

	utf8proc_uint8_t *out = NULL;
	utf8proc_ssize_t n = utf8proc_map((const utf8proc_uint8_t *)s.p,
	    (utf8proc_ssize_t)s.n, &out, UTF8PROC_STABLE | UTF8PROC_COMPOSE);

	/* Valid text leaves one reason: no memory. */
	if (n < 0)
		arena_exhausted();

	struct str r = str_copy(a, (struct str){ (char *)out, (size_t)n });

	free(out);
	return r;
}

uint32_t
utf8_lower(uint32_t cp)
{
	/* Most letters are ASCII or Cyrillic: no need to ask the library. */
	if (cp < 0x80)
		return cp >= 'A' && cp <= 'Z' ? cp + 32 : cp;
	if (cp >= U'А' && cp <= U'Я')
		return cp + 32;
	if (cp >= U'а' && cp <= U'я')
		return cp;
	return (uint32_t)utf8proc_tolower((utf8proc_int32_t)cp);
}

uint32_t
utf8_upper(uint32_t cp)
{
	return (uint32_t)utf8proc_toupper((utf8proc_int32_t)cp);
}

bool
utf8_is_letter(uint32_t cp)
{
	utf8proc_category_t c = utf8proc_category((utf8proc_int32_t)cp);

	return c >= UTF8PROC_CATEGORY_LU && c <= UTF8PROC_CATEGORY_ME;
}

bool
utf8_is_digit(uint32_t cp)
{
	utf8proc_category_t c = utf8proc_category((utf8proc_int32_t)cp);

	return c >= UTF8PROC_CATEGORY_ND && c <= UTF8PROC_CATEGORY_NO;
}

bool
utf8_is_dash(uint32_t cp)
{
	return (cp >= 0x2010 && cp <= 0x2015) || cp == 0x2043 || cp == 0x2212 ||
	       cp == 0x2500 || cp == 0x2501 || cp == 0x2e3a || cp == 0x2e3b ||
	       cp == 0xfe58 || cp == 0xfe63 || cp == 0xff0d;
}

bool
utf8_is_upper(uint32_t cp)
{
	return utf8proc_category((utf8proc_int32_t)cp) == UTF8PROC_CATEGORY_LU;
}

int
utf8_columns(uint32_t cp)
{
	return utf8proc_charwidth((utf8proc_int32_t)cp);
}

static struct str
mapped(struct arena *a, struct str s, uint32_t (*map)(uint32_t))
{
	struct strbuf b;

	buf_init(&b, a);
	for (size_t i = 0; i < s.n;)
		utf8_add(&b, map(utf8_next(s, &i)));
	return buf_str(&b);
}

struct str
utf8_lowered(struct arena *a, struct str s)
{
	return mapped(a, s, utf8_lower);
}

struct str
utf8_uppered(struct arena *a, struct str s)
{
	return mapped(a, s, utf8_upper);
}
