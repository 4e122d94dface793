/* SPDX-License-Identifier: MIT */
#include "base/arena.h"
#include "base/utf8.h"
#include "msg/grammar.h"

/*
 * What a letter does to the ending behind it: a vowel gives the narrow and the
 * wide vowel that agree with it.  By the orthography's tables only the last
 * vowel and the class of the last letter matter.
 */
struct vowel {
	uint32_t letter;
	const char *narrow, *wide;
};

static const struct vowel vowels[] = {
	{ U'а', "ы", "а" },
	{ U'е', "и", "е" },
	{ U'ё', "у", "о" },
	{ U'и', "и", "е" },
	{ U'о', "у", "о" },
	{ U'ө', "ү", "ө" },
	{ U'у', "у", "а" },
	{ U'ү', "ү", "ө" },
	{ U'ы', "ы", "а" },
	{ U'э', "и", "е" },
	{ U'ю', "у", "а" },
	{ U'я', "ы", "а" },
};

/* A word without a vowel is read as its letters are named: эм, эн ... */
static const struct vowel no_vowel = { 0, "и", "е" };

enum letter_class { CLASS_VOWEL, CLASS_VOICED, CLASS_VOICELESS };

/* The ending's consonant by the class of the last letter, which vowel follows,
 * and what closes it. */
static const struct ending {
	const char *consonant[3];
	bool wide;
	const char *close;
} endings[] = {
	[CASE_GENITIVE] = { { "н", "д", "т" }, false, "н" },
	[CASE_DATIVE] = { { "г", "г", "к" }, true, "" },
	[CASE_ACCUSATIVE] = { { "н", "д", "т" }, false, "" },
	[CASE_LOCATIVE] = { { "д", "д", "т" }, true, "" },
	[CASE_ABLATIVE] = { { "д", "д", "т" }, true, "н" },
};

static const struct vowel *
vowel_find(uint32_t letter)
{
	for (size_t i = 0; i < sizeof(vowels) / sizeof(vowels[0]); i++) {
		if (vowels[i].letter == letter)
			return &vowels[i];
	}
	return NULL;
}

static bool
is_voiceless(uint32_t letter)
{
	static const uint32_t letters[] = U"кпстфхцчшщ";

	for (size_t i = 0; letters[i]; i++) {
		if (letters[i] == letter)
			return true;
	}
	return false;
}

struct str
kyrgyz_case(struct arena *a, struct str phrase, enum kase c)
{
	const struct ending *e = &endings[c];
	const struct vowel *last = &no_vowel;
	enum letter_class class = CLASS_VOICED;
	size_t stem = phrase.n;

	for (size_t i = 0; i < phrase.n;) {
		size_t at = i;
		uint32_t letter = utf8_lower(utf8_next(phrase, &i));
		const struct vowel *v = vowel_find(letter);

		stem = phrase.n;
		if (letter == ' ' || letter == 0xa0) {
			last = &no_vowel;
		} else if (letter == U'ь' || letter == U'ъ') {
			stem = at; /* a last sign goes before an ending */
		} else if (v) {
			last = v;
			class = CLASS_VOWEL;
		} else if (utf8_is_letter(letter)) {
			class = is_voiceless(letter) ? CLASS_VOICELESS
						     : CLASS_VOICED;
		}
	}
	return str_printf(a, STR_FMT "%s%s%s", STR_ARG(str_head(phrase, stem)),
	    e->consonant[class], e->wide ? last->wide : last->narrow, e->close);
}

struct str
text_capitals(struct arena *a, struct str s)
{
	return utf8_uppered(a, s);
}

struct str
text_capitalised(struct arena *a, struct str s)
{
	struct strbuf b;
	size_t i = 0;

	if (s.n == 0)
		return s;
	buf_init(&b, a);
	utf8_add(&b, utf8_upper(utf8_next(s, &i)));
	buf_add(&b, str_skip(s, i));
	return buf_str(&b);
}

static bool
is_hyphen(uint32_t cp)
{
	return cp == '-' || cp == 0x2010 || cp == 0x2011;
}

/*
 * The place of a letter in the alphabet, behind everything that is no letter of
 * it; the space comes first of all.
 */
static uint32_t
rank(uint32_t cp)
{
	static const uint32_t alphabet[] =
	    U"абвгдеёжзийклмнңоөпрстуүфхцчшщъыьэюя";

	if (cp == ' ' || cp == 0xa0)
		return 1;
	cp = utf8_lower(cp);
	for (uint32_t i = 0; alphabet[i]; i++) {
		if (alphabet[i] == cp)
			return 0x110000 + i;
	}
	return 2 + cp;
}

/* The rank of the next character but hyphens; 0 at the end. */
static uint32_t
next_rank(struct str s, size_t *i)
{
	while (*i < s.n) {
		uint32_t cp = utf8_next(s, i);

		if (!is_hyphen(cp))
			return rank(cp);
	}
	return 0;
}

int
kyrgyz_cmp(struct str a, struct str b)
{
	size_t i = 0, k = 0;
	uint32_t x, y;

	do {
		x = next_rank(a, &i);
		y = next_rank(b, &k);
	} while (x == y && x != 0);
	return (x > y) - (x < y);
}
