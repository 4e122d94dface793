/* SPDX-License-Identifier: MIT */
#ifndef READER_WORDS_H
#define READER_WORDS_H

/*
 * The words of records: keys, headings and closed words in three languages, one
 * table, and how a written word is found in it.  Private to this folder.
 */

#include <stdbool.h>
#include <stdint.h>

#include "base/str.h"
#include "msg/msg.h"

struct arena;
struct fields;

/*
 * Where a word may stand: the keys of a kind of file or part of one, the
 * headings and facts of a session, or one set of closed words.
 */
enum place_of_word {
	IN_COUNCIL,
	IN_BODY,
	IN_DIRECTOR,
	IN_PAPER,
	IN_WORDING,
	IN_CALENDAR,
	IN_QUARTER,
	IN_MEMBER,
	IN_PLAN,
	IN_PLAN_ITEM,
	IN_STAMP,
	IN_SESSION,
	IN_REPORT,
	IN_REGULATION,
	IN_REQUIREMENT,
	IN_WAIVER,
	IN_ITEM,
	IN_DECISION,
	IN_LAST_KEY = IN_DECISION,
	IN_SECTIONS,
	IN_YES_NO,
	IN_LANGUAGES,
	IN_NAME_STYLES,
	IN_QUORUM,
	IN_BREAK,
	IN_OFFICES,
	IN_CATEGORIES,
	IN_ROLES,
	IN_EXCUSES,
	IN_STATUSES,
	IN_FORMS,
	IN_VOTES,
	IN_DUTIES,
	IN_LEVELS,
	IN_SPEECH,
	IN_MAX
};

enum vote_word { VOTE_FOR, VOTE_AGAINST, VOTE_ABSTAINED, VOTE_UNANIMOUS };
enum speech_word { SPEECH_QUESTION, SPEECH_ANSWER };

/* One meaning: its canonical name and all its spellings. */
struct word {
	const char *name;
	uint64_t in;                     /* bits of enum place_of_word */
	int value;                       /* of a closed word: its enumerator */
	const char *spellings[LANG_MAX]; /* parted by |, the best one first */
};
extern const struct word words[]; /* ends with a NULL name */

/* Every spelling, ready to be looked up. */
struct lexicon; /* reader_words() makes it */

/*
 * The word that may stand in this place, or NULL.  Case, spaces, hyphens and
 * the dots of ё are free; *right is the proper spelling where letters were
 * lost or mistaken (н for ң, Latin o for о), else empty.
 */
const struct word *lexicon_find(const struct lexicon *x, enum place_of_word in,
    struct str written, struct str *right);

/* The word whose spelling is nearest, at most `most` letters away, or NULL;
 * *right is that spelling. */
const struct word *lexicon_near(const struct lexicon *x, struct arena *a,
    enum place_of_word in, struct str written, size_t most, struct str *right);

/* How many wrong letters may still be a slip: 1, and 2 from six letters. */
size_t slips_in(struct str written);
/* How far a suggestion may be: 1, 2 from four letters, a third of long words.
 */
size_t reach_of(struct str written);

/* The first spellings of all words of a place, in each language. */
const struct words *words_allowed(struct arena *a, enum place_of_word in);

/* The first spellings of a key, in each language. */
const struct words *key_words(
    struct arena *a, const struct fields *f, const char *key);

/* The first spelling of a word in a language. */
struct str word_first(const struct word *w, enum lang lang);

/* Folded as lost and mistaken letters are: what is equal looks equal. */
struct str text_folded(struct arena *a, struct str s);
/* Whether both are the same words in this sense. */
bool text_same(struct arena *a, struct str s, struct str t);
/* Letters to change, drop or add to make one of the other; `most` + 1: more. */
size_t text_distance(struct str a, struct str b, size_t most);

#endif
