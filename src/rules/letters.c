/* SPDX-License-Identifier: MIT */
/*
 * Words with wrong letters, and what they should be: letters that only look
 * right, Latin ones among Cyrillic ones, those of old Kyrgyz fonts, and ң ө ү
 * typed as н о у.
 */
#include <string.h>

#include "base/utf8.h"
#include "rules/rules_int.h"

enum {
	CYRILLIC_YE = 0x0435,
	CYRILLIC_O = 0x043E,
	CYRILLIC_U = 0x0443,
	CYRILLIC_HARD = 0x044A,
	CYRILLIC_YO = 0x0451,
	CYRILLIC_NG = 0x04A3,
	CYRILLIC_UE = 0x04AF,
	CYRILLIC_OE = 0x04E9,
};

/* --- words -------------------------------------------------------------- */

static bool
is_ascii_letter(unsigned char b)
{
	return (b >= 'a' && b <= 'z') || (b >= 'A' && b <= 'Z');
}

/* The first byte of a letter of two bytes: all of Latin, Greek, Cyrillic; the
 * signs « » № – begin with others.  Bytes are quick, and suffice here. */
static bool
is_lead(unsigned char b)
{
	return b >= 0xC3 && b <= 0xDF;
}

static bool
is_letter_at(struct str s, size_t i)
{
	unsigned char b = i < s.n ? (unsigned char)s.p[i] : 0;

	return is_ascii_letter(b) || is_lead(b);
}

bool
word_next(struct span *out, const struct source *s, size_t *i)
{
	struct str t = s->text;

	while (*i < t.n && !is_letter_at(t, *i))
		(*i)++;
	if (*i >= t.n)
		return false;

	size_t begin = *i;

	/* A backslash between letters was a letter of an old font. */
	while (is_letter_at(t, *i) ||
	       (*i < t.n && t.p[*i] == '\\' && is_letter_at(t, *i + 1)))
		*i += is_lead((unsigned char)t.p[*i]) ? 2 : 1;
	*out = source_span(s, begin, *i - begin);
	return true;
}

bool
word_is_key(struct span word)
{
	struct str line = source_line(word.src, source_row(word));
	size_t col = (size_t)(word.src->text.p + word.off - line.p);
	size_t colon = str_find(line, STR(":"));
	int spaces = 0;

	if (str_starts(line, STR("###")))
		return true;
	if (colon == SIZE_MAX || col > colon)
		return false;

	struct str key = str_head(line, colon);

	while (key.n && (key.p[0] == ' ' || key.p[0] == '-'))
		key = str_skip(key, 1);
	for (size_t i = 0; i < key.n; i++)
		spaces += key.p[i] == ' ';
	return spaces <= 2;
}

/* --- the letter that was meant ------------------------------------------ */

/* Each gives the letter that was meant, or 0 where this one is right. */

static uint32_t
meant_by_alien(uint32_t cp)
{
	return look_alike_of(cp, LOOK_CYRILLIC);
}

/* y is ү here, and у where the word's other vowels ask for it. */
static uint32_t
meant_by_latin(uint32_t cp)
{
	return look_alike_of(cp, LOOK_LATIN);
}

static uint32_t
meant_by_front_vowel(uint32_t cp)
{
	switch (cp) {
	case CYRILLIC_UE:
		return CYRILLIC_U;
	case 0x04AE:
		return 0x0423;
	default:
		return 0;
	}
}

/* Old fonts put ң ө ү where ё, ъ and the backslash are. */
static uint32_t
meant_by_old_font(uint32_t cp)
{
	switch (cp) {
	case CYRILLIC_YO:
		return CYRILLIC_NG;
	case 0x0401:
		return 0x04A2;
	case CYRILLIC_HARD:
		return CYRILLIC_OE;
	case 0x042A:
		return 0x04E8;
	case '\\':
		return CYRILLIC_UE;
	default:
		return 0;
	}
}

/* Replaces each letter that is not the one meant; false where all are. */
static bool
mend(struct mend *out, struct arena *a, struct str word,
    uint32_t (*meant_by)(uint32_t))
{
	struct strbuf b, letters;

	*out = (struct mend){ 0 };
	buf_init(&b, a);
	buf_init(&letters, a);
	for (size_t i = 0; i < word.n;) {
		uint32_t cp = utf8_next(word, &i);
		uint32_t right = meant_by(cp);

		utf8_add(&b, right ? right : cp);
		if (!right)
			continue;
		utf8_add(&letters, cp);
		if (!out->wrong) {
			out->wrong = cp;
			out->right = right;
		}
	}
	out->word = buf_str(&b);
	out->letters = buf_str(&letters);
	return out->wrong != 0;
}

/* Whether one of the look-alikes may begin at a byte: most words are done with
 * here. */
static bool
is_suspect(unsigned char lead, unsigned char next)
{
	switch (lead) {
	case 0xC6: /* Ɵ */
	case 0xC9: /* ɵ */
	case 0xCA: /* ʏ */
		return true;
	case 0xD1: /* ѳ */
		return next >= 0xB2;
	case 0xD2: /* ҥ ұ */
		return next >= 0xA4;
	case 0xD3: /* ӊ */
		return next <= 0x8A;
	default:
		return false;
	}
}

bool
mend_lookalike(struct mend *out, struct arena *a, struct str word)
{
	for (size_t i = 0; i + 1 < word.n; i++) {
		if (is_suspect(
			(unsigned char)word.p[i], (unsigned char)word.p[i + 1]))
			return mend(out, a, word, meant_by_alien);
	}
	return false;
}

/* --- Latin among Cyrillic ----------------------------------------------- */

static bool
is_cyrillic(uint32_t cp)
{
	return cp >= 0x0400 && cp <= 0x052F;
}

/* COMдун: a Latin name in capitals with a Kyrgyz ending is no mistake. */
static bool
is_latin_name(struct str word)
{
	size_t capitals = 0;

	while (capitals < word.n && word.p[capitals] >= 'A' &&
	       word.p[capitals] <= 'Z')
		capitals++;
	if (capitals < 2)
		return false;
	for (size_t i = capitals; i < word.n;) {
		uint32_t cp = utf8_next(word, &i);

		if (!is_cyrillic(cp) || utf8_is_upper(cp))
			return false;
	}
	return true;
}

/* Whether a word's other vowels are front ones: then y was ү, else у. */
static bool
is_front(struct str word)
{
	for (size_t i = 0; i < word.n;) {
		uint32_t cp = utf8_lower(utf8_next(word, &i));

		if (cp == CYRILLIC_OE || cp == CYRILLIC_UE || cp == 0x044D ||
		    cp == CYRILLIC_YE || cp == 0x0438)
			return true;
	}
	return false;
}

bool
mend_mixed(struct mend *out, struct arena *a, struct str word)
{
	bool cyrillic = false, ascii = false;

	for (size_t i = 0; i < word.n; i++) {
		unsigned char b = (unsigned char)word.p[i];

		cyrillic |= b >= 0xD0 && b <= 0xD3;
		ascii |= is_ascii_letter(b);
	}
	if (!cyrillic || !ascii || is_latin_name(word))
		return false;
	for (size_t i = 0; i < word.n;) {
		uint32_t cp = utf8_next(word, &i);

		if (!is_cyrillic(cp) && !meant_by_latin(cp))
			return false; /* a foreign word with an ending */
	}
	if (!mend(out, a, word, meant_by_latin))
		return false;
	if (!is_front(word)) {
		struct mend again;

		if (mend(&again, a, out->word, meant_by_front_vowel))
			out->word = again.word;
	}
	return true;
}

/* --- ң ө ү lost --------------------------------------------------------- */

/* Beginnings of words as typed without the three letters, and as they are. */
static const struct lost {
	const char *wrong, *right;
	const char *before_word; /* what must follow, or "" */
} losses[] = {
	{ "бирдиктуу", "бирдиктүү", "" },
	{ "жонундо", "жөнүндө", "" },
	{ "ишмердуу", "ишмердүү", "" },
	{ "кенеш", "кеңеш", "" },
	{ "кун", "күн", " тартиб" },
	{ "моонот", "мөөнөт", "" },
	{ "мучо", "мүчө", "" },
	{ "озгорт", "өзгөрт", "" },
	{ "онуктур", "өнүктүр", "" },
	{ "откоруу", "өткөрүү", "" },
	{ "откорул", "өткөрүл", "" },
	{ "себептуу", "себептүү", "" },
	{ "суйло", "сүйлө", "" },
	{ "тузуу", "түзүү", "" },
	{ "тузул", "түзүл", "" },
};
enum { NLOSSES = sizeof(losses) / sizeof(*losses) };

/* Whether a word begins so, whatever its case. */
static bool
begins_with(struct str word, struct str stem)
{
	size_t i = 0, k = 0;

	while (k < stem.n) {
		if (i >= word.n ||
		    utf8_lower(utf8_next(word, &i)) != utf8_next(stem, &k))
			return false;
	}
	return true;
}

/* The letter behind the first, a Cyrillic one of two bytes. */
static uint32_t
second_letter(struct str word)
{
	size_t i = 2;

	return utf8_next(word, &i);
}

/* The word with the stem put right in its own case; behind a stem of front
 * vowels the endings have front ones too. */
static struct str
restored(struct arena *a, struct str word, struct str stem)
{
	bool front = str_find(stem, STR("ө")) != SIZE_MAX ||
		     str_find(stem, STR("ү")) != SIZE_MAX;
	struct strbuf b;

	buf_init(&b, a);
	for (size_t i = 0, k = 0; i < word.n;) {
		uint32_t was = utf8_next(word, &i);
		uint32_t cp = utf8_lower(was);

		if (k < stem.n)
			cp = utf8_next(stem, &k);
		else if (front && cp == CYRILLIC_O)
			cp = CYRILLIC_OE;
		else if (front && cp == CYRILLIC_U)
			cp = CYRILLIC_UE;
		utf8_add(&b, utf8_is_upper(was) ? utf8_upper(cp) : cp);
	}
	return buf_str(&b);
}

bool
mend_lost(struct mend *out, struct arena *a, struct span word)
{
	struct str w = span_text(word);
	struct str rest = str_skip(word.src->text, word.off + word.len);

	if (w.n < 6 || (unsigned char)w.p[0] < 0xD0)
		return false;

	/* It parts most words from the table at once. */
	uint32_t second = utf8_lower(second_letter(w));

	for (size_t i = 0; i < NLOSSES; i++) {
		const struct lost *l = &losses[i];

		if (second_letter(str_from(l->wrong)) != second ||
		    !begins_with(w, str_from(l->wrong)) ||
		    !str_starts(rest, str_from(l->before_word)))
			continue;
		*out = (struct mend){
			.word = restored(a, w, str_from(l->right)),
		};
		return true;
	}
	return false;
}

/* --- old fonts ---------------------------------------------------------- */

/* In both languages ъ stands only before е, ё, ю, я. */
static bool
is_soft_follower(uint32_t cp)
{
	return cp == CYRILLIC_YE || cp == CYRILLIC_YO || cp == 0x044E ||
	       cp == 0x044F;
}

static bool
has_odd_letter(struct str word)
{
	for (size_t i = 0; i < word.n;) {
		uint32_t cp = utf8_lower(utf8_next(word, &i));
		size_t k = i;

		if (cp == '\\')
			return true;
		if (cp == CYRILLIC_HARD &&
		    (i >= word.n ||
			!is_soft_follower(utf8_lower(utf8_next(word, &k)))))
			return true;
	}
	return false;
}

bool
mend_legacy(struct mend *out, struct arena *a, struct str word)
{
	bool suspect = false;

	for (size_t i = 0; i + 1 < word.n && !suspect; i++) {
		unsigned char b = (unsigned char)word.p[i + 1];

		suspect = word.p[i] == '\\' ||
			  ((unsigned char)word.p[i] == 0xD1 &&
			      (b == 0x8A || b == 0x91)) ||
			  ((unsigned char)word.p[i] == 0xD0 &&
			      (b == 0x81 || b == 0xAA));
	}
	if (!suspect || (unsigned char)word.p[0] < 0xD0 ||
	    !mend(out, a, word, meant_by_old_font))
		return false;
	if (has_odd_letter(word))
		return true;
	for (size_t i = 0; i < NLOSSES; i++) {
		if (begins_with(out->word, str_from(losses[i].right)))
			return true;
	}
	return false;
}
