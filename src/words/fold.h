/* SPDX-License-Identifier: MIT */
#ifndef WORDS_FOLD_H
#define WORDS_FOLD_H

/*
 * How a word that a person typed is compared: without case, spaces, hyphens,
 * full stops and the dots of ё; and, where it must not matter that letters were
 * lost or mistaken, with н for ң and о for Latin o.  The one folding and the
 * one distance of the program; the letters are those of look_alikes.def.
 */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/str.h"

struct arena;

/* A longer text, in bytes, is no word of ours. */
#define FOLD_MAX ((size_t)192)

/* Whether both are the same words, lost and mistaken letters forgiven. */
bool text_same(struct str s, struct str t);
/* Folded so: what text_same() calls the same is equal. */
struct str text_folded(struct arena *a, struct str s);

/* The same without punctuation, for titles and names of bodies: letters and
 * figures only. */
struct str text_folded_letters(struct arena *a, struct str s);

/* A word folded both ways; each takes at most twice the bytes of the text. */
struct folded {
	struct str form; /* each letter as it was typed */
	struct str key;  /* lost and mistaken letters as what they stand for */
};
struct folded text_fold(struct arena *a, struct str s);
struct folded fold_into(char *form, char *key, struct str s);

/* Letters to change, drop or add to make one of the other; `most` + 1: more. */
size_t text_distance(struct str a, struct str b, size_t most);
/* How many wrong letters may still be a slip: 1, and 2 from six letters. */
size_t slips_in(struct str written);
/* How far a suggestion may be: 1, 2 from four letters, a third of long words.
 */
size_t reach_of(struct str written);

/* The nearest of these words by their folded letters, at most `most` away, or
 * empty; of several the one most like what was typed.  The list ends with an
 * empty one. */
struct str text_nearest(
    struct arena *a, struct str written, const struct str *words, size_t most);

/* Letters that look like others, by the alphabet that they come from. */
enum look_alike {
	LOOK_CYRILLIC,   /* ӊ for ң */
	LOOK_LATIN,      /* o for о */
	LOOK_BY_CAPITAL, /* Latin m for м: alike only as M */
};
/* The letter that was meant, or 0 where cp is none of that alphabet. */
uint32_t look_alike_of(uint32_t cp, enum look_alike kind);

#endif
