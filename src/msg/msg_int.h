/* SPDX-License-Identifier: MIT */
#ifndef MSG_MSG_INT_H
#define MSG_MSG_INT_H

/* A person's name in its words: cut by name_words.c, judged by personal.c,
 * shortened and compared by names.c. */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/str.h"

#define NAME_WORDS 8 /* more is no name */

enum name_part {
	PART_NAME,    /* whatever is not one of these */
	PART_INITIAL, /* К., Дж. */
	PART_PARTICLE /* уулу, кызы, оглы: what stands before makes a name */
};

/* Particles that mean the same: у. and уулу, к. and кызы. */
enum particle { PARTICLE_NONE, PARTICLE_SON, PARTICLE_DAUGHTER, PARTICLE_KIN };

struct name_word {
	struct str s; /* without its full stop */
	enum name_part part;
	enum particle particle;
	bool stopped; /* a full stop stands behind it */
	bool joined;  /* to the word before by a hyphen: Анна-Мария */
};

/* Initials that stood first come behind; the surname is the first `nsurname`
 * words. */
struct name {
	struct name_word word[NAME_WORDS];
	size_t n, nsurname;
};

/* The byte where the next word begins, from one on, and where it ends. */
size_t name_word_begin(struct str s, size_t from);
size_t name_word_end(struct str s, size_t from);
/* What a word may be by itself; `stopped`: a full stop stands behind it. */
struct name_word name_word_of(struct str s, bool stopped);

/* False where there are too many words, or none. */
bool name_cut(struct name *out, struct str s);
/* Whether it is a surname with at most two names or initials, nothing else. */
bool name_holds(const struct name *name);

/* For comparing names: without case, ё as е. */
uint32_t name_folded(uint32_t cp);
/* The letters of a word, folded so and past apostrophes, as far as there is
 * room for them. */
struct str name_letters(char *room, size_t size, struct str word);
/* Whether `part` is the beginning of `word`; *whole: all of it. */
bool name_begins(struct str part, struct str word, bool *whole);
bool name_is_word(struct str s, struct str word); /* compared so */

/* --- dates.c ------------------------------------------------------------ */

/* A month in any form, also with an ending: 1 to 12, or 0. */
int month_number(struct str word);
/* A month in its first letters, as in сент.: 1 to 12, or 0. */
int month_shortened(struct str word);
/* Whether it is a case ending, as people put it behind figures. */
bool date_is_ending(struct str word);

bool is_apostrophe(uint32_t cp); /* о‘ and г‘ of Uzbek bear one */

#endif
