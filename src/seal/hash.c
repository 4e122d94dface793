/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "base/sha256.h"
#include "seal/seal_int.h"

#define VERSION_OF_HASH "2" /* of what is hashed, and how: see canon.c */

/* No 0 and o, no 1, i and l. */
static const char alphabet[] = "23456789abcdefghjkmnpqrstuvwxyz";
#define BASE (sizeof(alphabet) - 1)

struct str
digits_of(struct arena *a, struct str s, size_t n)
{
	uint8_t hash[SHA256_BYTES];
	uint64_t number = 0;
	struct strbuf b;

	sha256(hash, s);
	for (int i = 0; i < 8; i++)
		number = number << 8 | hash[i];
	buf_init(&b, a);
	for (size_t i = 0; i < n; i++) {
		buf_byte(&b, alphabet[number % BASE]);
		number /= BASE;
	}
	return buf_str(&b);
}

bool
is_digits(struct str s, size_t n)
{
	for (size_t i = 0; i < s.n; i++) {
		if (!memchr(alphabet, s.p[i], BASE))
			return false;
	}
	return s.n == n;
}

/* In fours, behind the version. */
static struct str
hash_text(struct arena *a, struct str digits)
{
	struct strbuf b;

	buf_init(&b, a);
	buf_add(&b, STR(VERSION_OF_HASH));
	for (size_t i = 0; i < digits.n; i++) {
		if (i % 4 == 0)
			buf_byte(&b, '-');
		buf_byte(&b, digits.p[i]);
	}
	return buf_str(&b);
}

struct str
seal_hash(struct arena *a, const struct paper *p, const struct value *values)
{
	struct strbuf b;

	buf_init(&b, a);
	buf_printf(&b, "%s %s\n", paper_names[p->kind], lang_codes[p->lang]);
	for (size_t i = 0; i < values->members.n; i++)
		canon_add(&b, values->of, values->of,
		    values->members.at[i].name, values->members.at[i].value);
	return hash_text(a, digits_of(a, buf_str(&b), SEAL_DIGITS));
}

enum seal_typed
seal_hash_read(struct str *out, struct arena *a, struct str typed)
{
	struct str version = STR(VERSION_OF_HASH), bare;
	struct strbuf b;

	buf_init(&b, a);
	/* Byte by byte: a word of the command line may be no UTF-8. */
	for (size_t i = 0; i < typed.n; i++) {
		char c = typed.p[i];

		if (c != '-' && c != ' ')
			buf_byte(&b,
			    c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c);
	}
	bare = buf_str(&b);
	if (!is_digits(str_skip(bare, version.n), SEAL_DIGITS))
		return SEAL_NO_HASH;
	if (!str_starts(bare, version))
		return bare.p[0] >= '1' && bare.p[0] < version.p[0]
			   ? SEAL_OLDER_HASH
			   : SEAL_NO_HASH;
	*out = hash_text(a, str_skip(bare, version.n));
	return SEAL_HASH;
}

struct str
seal_footer(struct arena *a, const struct paper *p, struct str hash)
{
	static const struct words minutes = WORDS(
	    "Minutes No.\u00a0%1", "Протокол №\u00a0%1", "№\u00a0%1 протокол");
	const struct words *words = &paper_words[p->kind];
	struct str name;

	if (p->kind == PAPER_MINUTES)
		words = &minutes;
	name = msg_text(a, words, p->lang,
	    ARGS(arg_number(a, p->session ? session_number(p->session) : 0)));
	return str_printf(a, STR_FMT " · " STR_FMT,
	    STR_ARG(text_capitalised(a, name)), STR_ARG(hash));
}
