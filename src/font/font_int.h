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
	hb_font_t *font;
	int units;
	char name[64];
	struct font_metrics metrics;
};

#define CACHE_SLOTS ((size_t)16384) /* a power of two */
#define CACHE_MAX   (CACHE_SLOTS / 2)

#define WORD_MAX ((size_t)128) /* bytes of what is cached */

struct shaped {
	uint64_t hash;
	struct str text; /* p NULL: an empty slot */
	struct glyphs glyphs;
	enum face face;
};

struct fonts {
	struct arena own;   /* this struct's slots */
	struct arena words; /* what the cache's entries point to */
	struct face_file faces[FACE_MAX];
	hb_buffer_t *buffer;
	hb_language_t language;
	struct shaped *slots;
	size_t nshaped;
	void *kept[FACE_MAX];
};

#endif
