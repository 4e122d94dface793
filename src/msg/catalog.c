/* SPDX-License-Identifier: MIT */
/*
 * The sentences of ru.po and ky.po, which msgfmt compiles and the program
 * carries: a table of the English ones, sorted, and one of the others beside it
 * (gettext's manual, "The Format of GNU MO Files").
 */
#include <string.h>

#include "msg/msg.h"

extern const char catalog_ru[], catalog_ky[];

static const char *
catalog_of(enum lang lang)
{
	switch (lang) {
	case LANG_RU:
		return catalog_ru;
	case LANG_KY:
		return catalog_ky;
	default:
		return NULL;
	}
}

/* The i-th of 32-bit numbers, little-endian. */
static uint32_t
number(const char *table, uint32_t i)
{
	const unsigned char *p = (const unsigned char *)table + 4 * i;

	return p[0] | (uint32_t)p[1] << 8 | (uint32_t)p[2] << 16 |
	       (uint32_t)p[3] << 24;
}

/* Its head: a magic number, a revision, how many there are, and where the two
 * tables begin, of a length and a place each. */
enum { HEAD_COUNT = 2, HEAD_ENGLISH = 3, HEAD_OTHERS = 4 };

static const char *
text_at(const char *catalog, int table, uint32_t i)
{
	return catalog +
	       number(catalog + number(catalog, (uint32_t)table), 2 * i + 1);
}

static const char *
translated(const char *catalog, const char *english)
{
	uint32_t from = 0, to = number(catalog, HEAD_COUNT);

	while (from < to) {
		uint32_t i = from + (to - from) / 2;
		int c = strcmp(english, text_at(catalog, HEAD_ENGLISH, i));

		if (c == 0)
			return text_at(catalog, HEAD_OTHERS, i);
		if (c < 0)
			to = i;
		else
			from = i + 1;
	}
	return NULL;
}

const char *
words_in(const struct words *w, enum lang lang)
{
	const char *english = w->in[LANG_EN];
	const char *catalog = catalog_of(lang);
	const char *context, *other = w->in[lang];

	/* The empty one is the head of the file. */
	if (!other && catalog && *english)
		other = translated(catalog, english);
	if (other && lang != LANG_EN)
		return other;
	context = strchr(english, TEXT_CONTEXT[0]);
	return context ? context + 1 : english;
}
