/* SPDX-License-Identifier: MIT */
#ifndef FONT_FONT_INT_H
#define FONT_FONT_INT_H

/*
 * A face is HarfBuzz's view of the bytes compiled in.  The cache holds words
 * as they were shaped; it is emptied when full, so that it stays bounded, and
 * what font_shape hands out is always a copy.
 */

#include <hb.h>

#include "base/list.h"
#include "font/font.h"

struct face_file {
	hb_face_t *face;
	hb_face_t *drawing; /* the same without what the subsetter leaves */
	hb_font_t *font;
	int units;
	char name[64];
	struct font_metrics metrics;
};

#define CACHE_SLOTS 16384 /* a power of two */
#define CACHE_MAX   (CACHE_SLOTS / 2)

#define WORD_MAX ((size_t)128) /* bytes of what is cached */

#define LETTERS_KNOWN 0x3000 /* nearly all that is ever written */

struct shaped {
	uint64_t hash;
	struct str text;
	struct glyphs glyphs;
	enum face face;
};

struct fonts {
	struct arena own;   /* this struct */
	struct arena words; /* the cache's entries and what they point to */
	struct face_file faces[FACE_MAX];
	hb_buffer_t *buffer;
	hb_language_t language;
	LIST(struct shaped) shaped;
	uint16_t slots[CACHE_SLOTS]; /* by hash: place in shaped from 1, or 0 */
	char drawn[LETTERS_KNOWN];   /* y, n; 0: not asked yet */
};

/* subset.c */
hb_face_t *drawing_face(hb_face_t *whole);

#endif
