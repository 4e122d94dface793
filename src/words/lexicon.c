/* SPDX-License-Identifier: MIT */
/* Looking up a written word in the table. */
#include <string.h>

#include "base/arena.h"
#include "base/list.h"
#include "words/words.h"

const char *const lang_codes[LANG_MAX] = { "en", "ru", "ky" };

/* Where a walk through the spellings of a word has come to. */
struct cursor {
	size_t lang;
	struct str rest;
};

/* The next spelling of a word, in any language; false behind the last. */
static bool
spelling_next(struct str *out, const struct word *w, struct cursor *c)
{
	while (!c->rest.n && c->lang < LANG_MAX)
		c->rest = str_from(w->spellings[c->lang++]);
	if (!c->rest.n)
		return false;
	*out = str_cut(c->rest, '|', &c->rest);
	return true;
}

static bool
stands_in(const struct word *w, enum place_of_word in)
{
	return w && (w->in >> in & 1);
}

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
spelling_put(struct lexicon *x, struct spelling s)
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

				spelling_put(x,
				    (struct spelling){ s, text_fold(a, s), w });
			}
		}
	}
	return x;
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
word_find(enum place_of_word in, struct str written, struct str *right)
{
	char room[4 * FOLD_MAX], other[4 * FOLD_MAX];
	const struct word *found = NULL;

	*right = STR("");
	if (written.n > FOLD_MAX)
		return NULL;

	struct folded f = fold_into(room, room + 2 * FOLD_MAX, written);

	for (const struct word *w = word_table; w->name; w++) {
		struct cursor c = { 0 };
		struct str s;

		while (stands_in(w, in) && spelling_next(&s, w, &c)) {
			struct folded g =
			    fold_into(other, other + 2 * FOLD_MAX, s);

			if (!str_eq(f.key, g.key))
				continue;
			if (str_eq(f.form, g.form)) {
				*right = STR("");
				return w;
			}
			if (!found)
				*right = s;
			found = found ? found : w;
		}
	}
	return found;
}

const struct word *
word_near(struct arena *a, enum place_of_word in, struct str written,
    size_t most, struct str *right)
{
	LIST(struct str) all = { 0 };
	LIST(const struct word *) of = { 0 };

	for (const struct word *w = word_table; w->name; w++) {
		struct cursor c = { 0 };
		struct str s;

		while (stands_in(w, in) && spelling_next(&s, w, &c)) {
			*LIST_ADD(a, &all) = s;
			*LIST_ADD(a, &of) = w;
		}
	}
	*LIST_ADD(a, &all) = STR("");
	*right = text_nearest(a, written, all.at, most);
	for (size_t i = 0; right->n && i < of.n; i++) {
		if (all.at[i].p == right->p)
			return of.at[i];
	}
	return NULL;
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

static const struct words *
first_spellings(struct arena *a, const struct word *w)
{
	struct words *out = ARENA_NEW(a, struct words);

	for (enum lang lang = 0; lang < LANG_MAX; lang++)
		out->in[lang] = str_cstr(a, word_first(w, lang));
	return out;
}

const struct words *
words_meaning(struct arena *a, enum place_of_word in, int value)
{
	for (const struct word *w = word_table; w->name; w++) {
		if (stands_in(w, in) && w->value == value)
			return first_spellings(a, w);
	}
	return NULL;
}

const struct words *
word_spellings(struct arena *a, enum place_of_word in, const char *name)
{
	const struct word *w = word_table;

	while (!stands_in(w, in) || strcmp(w->name, name) != 0)
		w++;
	return first_spellings(a, w);
}
