/* SPDX-License-Identifier: MIT */
/* Looking up a written word in the table. */
#include <string.h>

#include "base/arena.h"
#include "words/words.h"

const char *const lang_codes[LANG_MAX] = { "en", "ru", "ky" };

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
lexicon_new(struct arena *a)
{
	struct lexicon *x = ARENA_NEW(a, struct lexicon);

	x->mask = 2047; /* some 700 spellings */
	x->slots = ARENA_ARRAY(a, struct spelling, x->mask + 1);
	for (const struct word *w = word_table; w->name; w++) {
		for (size_t lang = 0; lang < LANG_MAX; lang++) {
			struct str rest = str_from(w->spellings[lang]);

			while (rest.n) {
				struct str s = str_cut(rest, '|', &rest);

				put(x,
				    (struct spelling){ s, text_fold(a, s), w });
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
		for (const struct word *w = word_table; w->name; w++) {
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
word_spellings(struct arena *a, enum place_of_word in, const char *name)
{
	struct words *out = ARENA_NEW(a, struct words);
	const struct word *w = word_table;

	while (!stands_in(w, in) || strcmp(w->name, name) != 0)
		w++;
	for (enum lang lang = 0; lang < LANG_MAX; lang++)
		out->in[lang] = str_cstr(a, word_first(w, lang));
	return out;
}
