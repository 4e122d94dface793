/* SPDX-License-Identifier: MIT */
#include "words/fold.h"

#include "base/arena.h"
#include "base/utf8.h"

/* --- letters ------------------------------------------------------------ */

uint32_t
look_alike_of(uint32_t cp, enum look_alike kind)
{
	switch (cp) {
#define LOOK_ALIKE(typed, meant, from) \
	case typed: \
		return kind == (from) ? (meant) : 0;
#include "words/look_alikes.def"
#undef LOOK_ALIKE
	default:
		return 0;
	}
}

/* The letter that was meant, whatever alphabet the typed one is from. */
static uint32_t
meant(uint32_t cp)
{
	switch (cp) {
#define LOOK_ALIKE(typed, right, from) \
	case typed: \
		return right;
#include "words/look_alikes.def"
#undef LOOK_ALIKE
	default:
		return cp;
	}
}

/* Letters that a keyboard without them loses. */
static uint32_t
without_marks(uint32_t cp)
{
	switch (cp) {
	case U'ё':
		return U'е';
	case U'ң':
		return U'н';
	case U'ө':
		return U'о';
	case U'ү':
		return U'у';
	default:
		return cp;
	}
}

static bool
falls_away(uint32_t cp)
{
	return cp == ' ' || cp == '-' || cp == '_' || cp == '.' || cp == '\t' ||
	       cp == 0xa0 || cp == 0x2010 || cp == 0x2011;
}

static uint32_t
folded(uint32_t cp)
{
	return without_marks(utf8_lower(meant(cp)));
}

/* Whether a small Cyrillic letter from а to я begins at this byte: most do, and
 * folding leaves them as they are. */
static bool
is_plain(struct str s, size_t i)
{
	unsigned char lead = (unsigned char)s.p[i];

	if (lead != 0xd0 && lead != 0xd1)
		return false;

	unsigned char next = (unsigned char)s.p[i + 1];

	return lead == 0xd0 ? next >= 0xb0 : next <= 0x8f;
}

/* --- words -------------------------------------------------------------- */

struct folded
fold_into(char *form, char *key, struct str s)
{
	size_t nform = 0, nkey = 0;

	for (size_t i = 0; i < s.n;) {
		if (is_plain(s, i)) {
			key[nkey++] = form[nform++] = s.p[i++];
			key[nkey++] = form[nform++] = s.p[i++];
			continue;
		}

		uint32_t cp = utf8_next(s, &i);

		if (falls_away(cp))
			continue;

		uint32_t small = utf8_lower(cp);

		nform +=
		    utf8_encode(form + nform, small == U'ё' ? U'е' : small);
		nkey += utf8_encode(key + nkey, folded(cp));
	}
	return (struct folded){ { form, nform }, { key, nkey } };
}

struct folded
text_fold(struct arena *a, struct str s)
{
	char *room = ARENA_ARRAY(a, char, 4 * s.n + 1);

	return fold_into(room, room + 2 * s.n, s);
}

struct str
text_folded(struct arena *a, struct str s)
{
	return text_fold(a, s).key;
}

struct str
text_folded_letters(struct arena *a, struct str s)
{
	struct strbuf b;

	buf_init(&b, a);
	for (size_t i = 0; i < s.n;) {
		uint32_t cp = folded(utf8_next(s, &i));

		if (utf8_is_letter(cp) || utf8_is_digit(cp))
			utf8_add(&b, cp);
	}
	return buf_str(&b);
}

/* The next letter that counts, folded; 0 at the end. */
static uint32_t
next_folded(struct str s, size_t *i)
{
	while (*i < s.n) {
		uint32_t cp = utf8_next(s, i);

		if (!falls_away(cp))
			return folded(cp);
	}
	return 0;
}

bool
text_same(struct str s, struct str t)
{
	size_t i = 0, k = 0;
	uint32_t x, y;

	do {
		x = next_folded(s, &i);
		y = next_folded(t, &k);
	} while (x == y && x != 0);
	return x == y;
}

/* --- distance ----------------------------------------------------------- */

size_t
text_distance(struct str a, struct str b, size_t most)
{
	uint32_t row[FOLD_MAX + 1];
	size_t n = 0, least;

	if (a.n > FOLD_MAX || b.n > FOLD_MAX)
		return most + 1;
	for (size_t i = 0; i < b.n; n++)
		utf8_next(b, &i);
	for (size_t j = 0; j <= n; j++)
		row[j] = (uint32_t)j;
	for (size_t i = 0, ni = 1; i < a.n; ni++) {
		uint32_t ca = utf8_next(a, &i), corner = row[0];
		size_t j = 1;

		row[0] = (uint32_t)ni;
		least = row[0];
		for (size_t k = 0; k < b.n; j++) {
			uint32_t cb = utf8_next(b, &k), up = row[j];
			uint32_t best = corner + (ca != cb);

			if (up + 1 < best)
				best = up + 1;
			if (row[j - 1] + 1 < best)
				best = row[j - 1] + 1;
			corner = up;
			row[j] = best;
			if (best < least)
				least = best;
		}
		if (least > most)
			return most + 1;
	}
	return row[n] <= most ? row[n] : most + 1;
}

size_t
slips_in(struct str written)
{
	return utf8_count(written) < 6 ? 1 : 2;
}

size_t
reach_of(struct str written)
{
	size_t n = utf8_count(written);

	if (n < 4)
		return 1;
	return n < 9 ? 2 : n / 3;
}

struct str
text_nearest(
    struct arena *a, struct str written, const struct str *words, size_t most)
{
	struct str best = STR("");

	if (!written.n || written.n > FOLD_MAX)
		return best;

	struct folded f = text_fold(a, written);
	size_t alike = SIZE_MAX; /* as it was typed; of two equally near ones */

	for (const struct str *w = words; w->n; w++) {
		struct folded g = text_fold(a, *w);
		size_t far = text_distance(f.key, g.key, most);
		size_t typed = text_distance(f.form, g.form, FOLD_MAX);

		if (far > most || (best.n && far == most && typed >= alike))
			continue;
		best = *w;
		most = far;
		alike = typed;
	}
	return best;
}
