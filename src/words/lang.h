/* SPDX-License-Identifier: MIT */
#ifndef WORDS_LANG_H
#define WORDS_LANG_H

/* The languages, and the same words in each of them. */

enum lang { LANG_EN, LANG_RU, LANG_KY, LANG_MAX };
extern const char *const lang_codes[LANG_MAX]; /* "en", "ru", "ky" */

struct words {
	const char *in[LANG_MAX];
};
#define WORDS(en, ru, ky) \
	{ \
		{ \
			en, ru, ky \
		} \
	}

#endif
