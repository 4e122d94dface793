/* SPDX-License-Identifier: MIT */
#ifndef BASE_UTF8_H
#define BASE_UTF8_H

/*
 * Code points and their kinds.  What Unicode knows comes from utf8proc; the
 * decoder trusts its input, because every text passed utf8_fault() at the
 * door.
 */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/str.h"

/* The byte where s stops being valid UTF-8, or SIZE_MAX. */
size_t utf8_fault(struct str s);

/* The code point at byte *i of valid text; *i moves behind it. */
static inline uint32_t
utf8_next(struct str s, size_t *i)
{
	const unsigned char *p = (const unsigned char *)s.p + *i;

	if (p[0] < 0x80) {
		*i += 1;
		return p[0];
	}
	if (p[0] < 0xe0) {
		*i += 2;
		return (uint32_t)(p[0] & 31) << 6 | (p[1] & 63);
	}
	if (p[0] < 0xf0) {
		*i += 3;
		return (uint32_t)(p[0] & 15) << 12 |
		       (uint32_t)(p[1] & 63) << 6 | (p[2] & 63);
	}
	*i += 4;
	return (uint32_t)(p[0] & 7) << 18 | (uint32_t)(p[1] & 63) << 12 |
	       (uint32_t)(p[2] & 63) << 6 | (p[3] & 63);
}

/* Writes cp: 1 to 4 bytes, whose number comes back. */
size_t utf8_encode(char *out, uint32_t cp);
void utf8_add(struct strbuf *b, uint32_t cp);

size_t utf8_count(struct str s); /* code points */

/*
 * Where a letter carries more marks than any writing has, or SIZE_MAX.  What
 * composes and what shapes text sort the marks of a letter by exchanging
 * neighbours: 100,000 of them would take minutes.
 */
size_t utf8_overmarked(struct str s);

/* Composed as Unicode's form C; s itself where it is so already. */
struct str utf8_nfc(struct arena *a, struct str s);

uint32_t utf8_lower(uint32_t cp);
uint32_t utf8_upper(uint32_t cp);
bool utf8_is_letter(uint32_t cp); /* category L, and M: combining marks */
bool utf8_is_digit(uint32_t cp);  /* category N */
bool utf8_is_upper(uint32_t cp);
/* A hyphen or dash that is not ASCII's: soft keyboards and word processors put
 * them where - was typed. */
bool utf8_is_dash(uint32_t cp);
int utf8_columns(uint32_t cp); /* of a terminal: 0, 1 or 2 */

struct str utf8_lowered(struct arena *a, struct str s);
struct str utf8_uppered(struct arena *a, struct str s);

#endif
