/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "base/arena.h"
#include "base/utf8.h"
#include "reader/reader_int.h"

/* A longer text is no word of ours, in bytes. */
#define FOLD_MAX 192

/* Letters that are lost on keyboards without them, or look alike.  Asked of
 * each letter of each word: a switch, because that is quick. */
static uint32_t
looks_like(uint32_t cp)
{
	switch (cp) {
	case U'ң':
	case U'ӊ':
	case U'h':
		return U'н';
	case U'ө':
	case U'ѳ':
	case U'ɵ':
	case U'o':
		return U'о';
	case U'ү':
	case U'ʏ':
	case U'y':
		return U'у';
	case U'a':
		return U'а';
	case U'b':
		return U'в';
	case U'c':
		return U'с';
	case U'e':
		return U'е';
	case U'k':
		return U'к';
	case U'm':
		return U'м';
	case U'p':
		return U'р';
	case U't':
		return U'т';
	case U'x':
		return U'х';
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

/* Most words are ASCII or Cyrillic: no need to ask utf8proc for those. */
static uint32_t
lower(uint32_t cp)
{
	if (cp < 0x80)
		return cp >= 'A' && cp <= 'Z' ? cp + 32 : cp;
	if (cp >= U'А' && cp <= U'Я')
		return cp + 32;
	if (cp >= U'а' && cp <= U'я')
		return cp;
	return utf8_lower(cp);
}

static size_t
encode(char *out, uint32_t cp)
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
	if (cp < 0x10000) {
		out[0] = (char)(0xe0 | cp >> 12);
		out[1] = (char)(0x80 | (cp >> 6 & 0x3f));
		out[2] = (char)(0x80 | (cp & 0x3f));
		return 3;
	}
	out[0] = (char)(0xf0 | cp >> 18);
	out[1] = (char)(0x80 | (cp >> 12 & 0x3f));
	out[2] = (char)(0x80 | (cp >> 6 & 0x3f));
	out[3] = (char)(0x80 | (cp & 0x3f));
	return 4;
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

/*
 * A word as it is compared: `form` without case, spaces, hyphens, full stops
 * and the dots of ё, `key` without lost and mistaken letters too.  Lower case
 * never takes more than twice the bytes.
 */
struct folded {
	struct str form, key;
};

static struct folded
fold_into(char *form, char *key, struct str s)
{
	size_t nform = 0, nkey = 0;

	for (size_t i = 0; i < s.n;) {
		if (is_plain(s, i)) {
			key[nkey++] = form[nform++] = s.p[i++];
			key[nkey++] = form[nform++] = s.p[i++];
			continue;
		}

		uint32_t cp = lower(utf8_next(s, &i));

		if (falls_away(cp))
			continue;
		if (cp == U'ё')
			cp = U'е';
		nform += encode(form + nform, cp);
		nkey += encode(key + nkey, looks_like(cp));
	}
	return (struct folded){ { form, nform }, { key, nkey } };
}

static struct folded
fold(struct arena *a, struct str s)
{
	char *room = ARENA_ARRAY(a, char, 4 * s.n + 1);

	return fold_into(room, room + 2 * s.n, s);
}

struct str
text_folded(struct arena *a, struct str s)
{
	return fold(a, s).key;
}

bool
text_same(struct arena *a, struct str s, struct str t)
{
	return str_eq(text_folded(a, s), text_folded(a, t));
}

/* --- the lexicon -------------------------------------------------------- */

struct spelling {
	struct str text; /* as the table has it */
	struct folded folded;
	const struct word *word;
};

/* Open addressing by key; a spelling stands once for each word that has it. */
struct lexicon {
	struct spelling *slots;
	size_t mask;
};

static void
put(struct lexicon *x, struct spelling s)
{
	size_t i = (size_t)str_hash(s.folded.key) & x->mask;

	while (x->slots[i].word)
		i = (i + 1) & x->mask;
	x->slots[i] = s;
}

const struct lexicon *
reader_words(struct arena *a)
{
	struct lexicon *x = ARENA_NEW(a, struct lexicon);

	x->mask = 2047; /* some 700 spellings */
	x->slots = ARENA_ARRAY(a, struct spelling, x->mask + 1);
	for (const struct word *w = words; w->name; w++) {
		for (size_t lang = 0; lang < LANG_MAX; lang++) {
			struct str rest = str_from(w->spellings[lang]);

			while (rest.n) {
				struct str s = str_cut(rest, '|', &rest);

				put(x, (struct spelling){ s, fold(a, s), w });
			}
		}
	}
	return x;
}

static bool
stands_in(const struct word *w, enum place_of_word in)
{
	return w && (w->in >> in & 1);
}

const struct word *
lexicon_find(const struct lexicon *x, enum place_of_word in, struct str written,
    struct str *right)
{
	char form[2 * FOLD_MAX], key[2 * FOLD_MAX];
	const struct spelling *found = NULL;

	*right = STR("");
	if (written.n > FOLD_MAX)
		return NULL;

	struct folded f = fold_into(form, key, written);

	for (size_t i = (size_t)str_hash(f.key) & x->mask; x->slots[i].word;
	     i = (i + 1) & x->mask) {
		const struct spelling *s = &x->slots[i];

		if (!stands_in(s->word, in) || !str_eq(s->folded.key, f.key))
			continue;
		if (str_eq(s->folded.form, f.form))
			return s->word;
		if (!found)
			found = s;
	}
	if (found)
		*right = found->text;
	return found ? found->word : NULL;
}

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
	return row[n];
}

const struct word *
lexicon_near(const struct lexicon *x, struct arena *a, enum place_of_word in,
    struct str written, size_t most, struct str *right)
{
	const struct word *best = NULL;

	*right = STR("");
	if (!written.n || written.n > FOLD_MAX)
		return NULL;

	struct str folded = text_folded(a, written);

	for (size_t i = 0; i <= x->mask; i++) {
		const struct spelling *s = &x->slots[i];

		if (!stands_in(s->word, in))
			continue;

		size_t far = text_distance(folded, s->folded.key, most);

		if (far > most || (best && far == most))
			continue;
		best = s->word;
		*right = s->text;
		if (far == 0)
			break;
		most = far;
	}
	return best;
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
word_first(const struct word *w, enum lang lang)
{
	struct str rest;

	return str_cut(str_from(w->spellings[lang]), '|', &rest);
}

const struct words *
words_allowed(struct arena *a, enum place_of_word in)
{
	struct words *out = ARENA_NEW(a, struct words);

	for (enum lang lang = 0; lang < LANG_MAX; lang++) {
		struct strbuf b;

		buf_init(&b, a);
		for (const struct word *w = words; w->name; w++) {
			if (!stands_in(w, in))
				continue;
			if (b.n)
				buf_add(&b, STR(", "));
			buf_add(&b, word_first(w, lang));
		}
		out->in[lang] = str_cstr(a, buf_str(&b));
	}
	return out;
}

const struct words *
key_words(struct arena *a, const struct fields *f, const char *key)
{
	struct words *out = ARENA_NEW(a, struct words);
	const struct word *w = words;

	while (!stands_in(w, f->in) || strcmp(w->name, key) != 0)
		w++;
	for (enum lang lang = 0; lang < LANG_MAX; lang++)
		out->in[lang] = str_cstr(a, word_first(w, lang));
	return out;
}
