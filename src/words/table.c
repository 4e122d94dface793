/* SPDX-License-Identifier: MIT */
#include "words/words.h"

/*
 * Every key, heading and closed word, in English, Russian and Kyrgyz.
 *
 * { canonical name, places where it may stand, enumerator of a closed word,
 *   { English, Russian, Kyrgyz } }
 *
 * Spellings are parted by |; the first is the one that messages and manuals
 * show.  Case, spaces, hyphens, full stops and the dots of ё are free anyway
 * and need no spelling of their own.  In one place no spelling may mean two
 * things, also with lost letters: tests/unit/words_test.c.
 */

/* clang-format off */
#define P(place) (UINT64_C(1) << IN_##place)

const struct word word_table[] = {
#include "words/keys.def"
#include "words/closed.def"
#include "words/report.def"
	{ 0 },
};
#undef P
/* clang-format on */
