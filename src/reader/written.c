/* SPDX-License-Identifier: MIT */
/* Names as they are written: two as one, with letters of another alphabet. */
#include "base/arena.h"
#include "base/utf8.h"
#include "reader/reader_int.h"

/* --- А жана Б ----------------------------------------------------------- */

/* Where the word between two names stands; false where there is none. */
static bool
find_and(struct str s, size_t *at, size_t *behind)
{
	static const struct str words[] = { STR_INIT(" жана "), STR_INIT(" и "),
		STR_INIT(" and ") };

	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++) {
		*at = str_find(s, words[i]);
		*behind = *at + words[i].n;
		if (*at != SIZE_MAX)
			return true;
	}
	return false;
}

bool
name_cut_and(const struct text *both, struct text *first, struct text *second)
{
	size_t at, behind;

	if (!find_and(both->s, &at, &behind))
		return false;
	*first = text_part(*both, 0, at);
	*second = text_part(*both, behind, both->s.n - behind);
	return true;
}

/* --- letters of another alphabet ---------------------------------------- */

struct str
letters_mended(struct arena *a, struct str s, uint32_t y, enum look_alike *kind,
    struct str *first)
{
	struct strbuf b;

	*first = (struct str){ 0 };
	buf_init(&b, a);
	for (size_t i = 0; i < s.n;) {
		size_t from = i;
		uint32_t cp = utf8_next(s, &i), right = 0;

		for (enum look_alike k = LOOK_CYRILLIC;
		     k <= LOOK_BY_CAPITAL && !right; k++) {
			right = look_alike_of(cp, k);
			if (right && !first->n) {
				*kind = k;
				*first = str_head(str_skip(s, from), i - from);
			}
		}
		if (cp == 'y')
			right = y;
		utf8_add(&b, right ? right : cp);
	}
	return buf_str(&b);
}

struct str
name_letters_mended(struct arena *a, struct str name)
{
	enum look_alike kind;
	struct str letter,
	    right = letters_mended(a, name, U'у', &kind, &letter);

	for (size_t i = 0; i < right.n; i++) {
		/* A name in Latin letters is one. */
		if ((right.p[i] >= 'A' && right.p[i] <= 'Z') ||
		    (right.p[i] >= 'a' && right.p[i] <= 'z'))
			return name;
	}
	return letter.n ? right : name;
}

/* --- suggestions -------------------------------------------------------- */

static bool
stands_in(struct arena *a, struct str word, struct str full)
{
	struct str w = text_folded(a, word), rest;

	for (full = str_trim(full); full.n; full = str_trim(rest)) {
		struct str f = text_folded(a, str_cut(full, ' ', &rest));

		if (str_starts(f, w) ||
		    text_distance(w, f, reach_of(w)) <= reach_of(w))
			return true;
	}
	return false;
}

/* Letters of initials that no space parts: Т.К. */
static bool
are_initials(struct str word)
{
	size_t letters = 0, i = 0;

	while (i < word.n) {
		uint32_t cp = utf8_next(word, &i);

		if (cp == '.')
			letters = 0;
		else if (!utf8_is_upper(cp) || letters++)
			return false;
	}
	return word.n > 0;
}

bool
name_keeps_words(struct arena *a, struct str written, struct str full)
{
	struct str rest;

	for (written = str_trim(written); written.n; written = str_trim(rest)) {
		struct str word = str_cut(written, ' ', &rest);

		if (!are_initials(word) && !stands_in(a, word, full))
			return false;
	}
	return true;
}
