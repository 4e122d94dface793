/* SPDX-License-Identifier: MIT */
#include "base/utf8.h"
#include "layout/layout_int.h"

/* A longer word is no word of a language: it is left whole. */
#define LETTERS_MAX ((size_t)64)

struct letters {
	size_t n;
	uint32_t cp[LETTERS_MAX]; /* lower case */
	size_t at[LETTERS_MAX];   /* byte in the word */
};

/* Countries: without them the rules would give Кыргызс-тан. */
static const struct str before_stan[] = { STR_INIT("кыргыз"), STR_INIT("казак"),
	STR_INIT("өзбек"), STR_INIT("тажик"), STR_INIT("түркмөн"),
	STR_INIT("татар"), STR_INIT("башкорт"), STR_INIT("афгани"),
	STR_INIT("паки"), STR_INIT("казах"), STR_INIT("узбеки"),
	STR_INIT("таджики"), STR_INIT("туркмени"), STR_INIT("киргиз") };

static bool
is_vowel(uint32_t cp)
{
	switch (cp) {
	case 0x430: /* а */
	case 0x435: /* е */
	case 0x451: /* ё */
	case 0x438: /* и */
	case 0x43e: /* о */
	case 0x4e9: /* ө */
	case 0x443: /* у */
	case 0x4af: /* ү */
	case 0x44b: /* ы */
	case 0x44d: /* э */
	case 0x44e: /* ю */
	case 0x44f: /* я */
		return true;
	}
	return false;
}

/* е ё ю я */
static bool
is_iotated(uint32_t cp)
{
	return cp == 0x435 || cp == 0x451 || cp == 0x44e || cp == 0x44f;
}

static bool
is_sign(uint32_t cp)
{
	return cp == 0x44c || cp == 0x44a; /* ь ъ */
}

/* § 78: аа оо уу ээ өө үү are one vowel. */
static bool
is_long(const struct letters *w, size_t i)
{
	uint32_t cp = w->cp[i];

	return i + 1 < w->n && w->cp[i + 1] == cp && is_vowel(cp) &&
	       !is_iotated(cp) && cp != 0x438 && cp != 0x44b;
}

/* Of the small letters of the two languages. */
static bool
is_ours(uint32_t cp)
{
	return (cp >= 0x430 && cp <= 0x451) || cp == 0x4a3 || cp == 0x4af ||
	       cp == 0x4e9;
}

/* False where it is no word to divide: short, an acronym (§ 84), figures. */
static bool
letters_read(struct letters *w, struct str s)
{
	size_t nupper = 0;

	w->n = 0;
	for (size_t i = 0; i < s.n;) {
		size_t at = i;
		uint32_t cp = utf8_next(s, &i);
		uint32_t small = is_ours(cp) ? cp : utf8_lower(cp);

		if (w->n == LETTERS_MAX || !is_ours(small))
			return false;
		nupper += small != cp;
		w->at[w->n] = at;
		w->cp[w->n++] = small;
	}
	return w->n >= 4 && nupper <= 1;
}

/* Whether "стан" of a country's name begins at letter i. */
static bool
is_stan(const struct letters *w, size_t i)
{
	static const uint32_t stan[] = { 0x441, 0x442, 0x430, 0x43d };
	size_t k = 0;

	while (k < 4 && i + k < w->n && w->cp[i + k] == stan[k])
		k++;
	for (size_t c = 0;
	     k == 4 && c < sizeof(before_stan) / sizeof(*before_stan); c++) {
		struct str name = before_stan[c];
		size_t n = 0, byte = 0;

		while (n < i && byte < name.n &&
		       w->cp[n] == utf8_next(name, &byte))
			n++;
		if (n == i && byte == name.n)
			return true;
	}
	return false;
}

/*
 * Where the syllable of the vowel at `next` begins; the vowel before it ends
 * at `end`.  The last consonant opens it; so a doubled one is split (§ 83).
 * ь and ъ stay with the letter before (§ 81), in Russian й too.
 */
static size_t
syllable_begin(const struct letters *w, size_t end, size_t next, enum lang lang)
{
	uint32_t before = w->cp[next - 1];

	if (next == end || is_sign(before) ||
	    (lang == LANG_RU && before == 0x439))
		return next;
	for (size_t i = end; i < next; i++)
		if (is_stan(w, i))
			return i;
	return next - 1;
}

static size_t
count_sounds(const struct letters *w, size_t from, size_t to)
{
	size_t n = 0;

	for (size_t i = from; i < to; i++)
		n += !is_sign(w->cp[i]);
	return n;
}

/* Whether the word may be divided at p, where the next syllable that does not
 * begin with p's vowel begins at `then`. */
static bool
may_divide(const struct letters *w, size_t p, size_t then)
{
	/* §§ 80, 82: no single letter, and no single long vowel at first. */
	if (count_sounds(w, 0, p) < 2 || count_sounds(w, p, w->n) < 2)
		return false;
	if (p == 2 && is_long(w, 0))
		return false;
	/* § 82: a lone е ё ю я. */
	return then - p != 1 || !is_iotated(w->cp[p]);
}

static size_t
divide(size_t *at, size_t max, const struct letters *w, enum lang lang)
{
	size_t begins[LETTERS_MAX + 1], nbegins = 0, n = 0, end = 0;

	for (size_t i = 0; i < w->n; i++) {
		if (!is_vowel(w->cp[i]))
			continue;
		if (end)
			begins[nbegins++] = syllable_begin(w, end, i, lang);
		i += is_long(w, i);
		end = i + 1;
	}
	begins[nbegins] = w->n;
	for (size_t i = 0; i < nbegins && n < max; i++)
		if (may_divide(w, begins[i], begins[i + 1]))
			at[n++] = w->at[begins[i]];
	return n;
}

size_t
layout_hyphens(size_t *at, size_t max, struct str word, enum lang lang)
{
	size_t n = 0, off = 0;
	struct str rest = word;

	/* An existing hyphen divides, and what it joins is divided by itself.
	 */
	while (rest.n && n < max) {
		struct str piece = str_cut(rest, '-', &rest);
		struct letters w;

		if (letters_read(&w, piece)) {
			size_t more = divide(at + n, max - n, &w, lang);

			for (size_t i = 0; i < more; i++)
				at[n++] += off;
		}
		off += piece.n + 1;
		if (piece.n && rest.n && n < max)
			at[n++] = off;
	}
	return n;
}
