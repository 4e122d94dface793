/* SPDX-License-Identifier: MIT */
#ifndef WORDS_WORDS_H
#define WORDS_WORDS_H

/*
 * Every word that a person may type: keys, headings and closed words in three
 * languages, one table (table.c), and how a written word is found in it.
 */

#include <stdbool.h>
#include <stdint.h>

#include "base/str.h"
#include "words/fold.h"
#include "words/lang.h"
#include "words/meaning.h"

struct arena;

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
	IN_TEMPLATE,
	IN_SECTIONS,
	IN_PRINTED, /* what papers print by themselves */
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
	IN_REPORT_NAMES,
	IN_CHART,
	IN_CHART_KEYS,
	IN_CHART_TYPES,
	IN_TOTALS,
	IN_DECISION_WORDS,
	IN_ORIENTATIONS,
	IN_SETTINGS,
	IN_PERIODS,
	IN_ELECTIONS,
	IN_TERMS,
	IN_MAX
};

/* One meaning: its canonical name and all its spellings. */
struct word {
	const char *name;
	uint64_t in;                     /* bits of enum place_of_word */
	int value;                       /* of a closed word: its enumerator */
	const char *spellings[LANG_MAX]; /* parted by |, the best one first */
};
extern const struct word word_table[]; /* ends with a NULL name */

/* Every spelling, ready to be looked up: made once, for all schools. */
struct lexicon;
const struct lexicon *lexicon_new(struct arena *a);

/*
 * The word that may stand in this place, or NULL.  Case, spaces, hyphens and
 * the dots of ё are free; *right is the proper spelling where letters were
 * lost or mistaken (н for ң, Latin o for о), else empty.
 */
const struct word *lexicon_find(const struct lexicon *x, enum place_of_word in,
    struct str written, struct str *right);
/* The same without a lexicon, word by word: for what is asked a few times. */
const struct word *word_find(
    enum place_of_word in, struct str written, struct str *right);

/* The word whose spelling is nearest, at most `most` letters away, or NULL;
 * *right is that spelling. */
const struct word *word_near(struct arena *a, enum place_of_word in,
    struct str written, size_t most, struct str *right);

/* The first spellings of all words of a place, in each language. */
const struct words *words_allowed(struct arena *a, enum place_of_word in);

/* The first spellings of the closed word that means this, or NULL. */
const struct words *words_meaning(
    struct arena *a, enum place_of_word in, int value);

/* The first spellings of one word, in each language; it is in the table. */
const struct words *word_spellings(
    struct arena *a, enum place_of_word in, const char *name);

/* The first spelling of a word in a language. */
struct str word_first(const struct word *w, enum lang lang);

#endif
