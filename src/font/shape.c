/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "base/memory.h"
#include "base/utf8.h"
#include "font/font.h"
#include "font/font_int.h"

/*
 * The faces kern Russian letters but not the Kyrgyz ones: each is kerned as
 * the Russian letter of its shape.  Both letters of a row take two bytes.
 */
static const struct {
	uint16_t letter, like;
} kerned_like[] = {
	{ 0x04a2, 0x041d }, /* Ң Н */
	{ 0x04a3, 0x043d }, /* ң н */
	{ 0x04ae, 0x0423 }, /* Ү У */
	{ 0x04af, 0x0443 }, /* ү у */
	{ 0x04e8, 0x041e }, /* Ө О */
	{ 0x04e9, 0x043e }, /* ө о */
};

static bool
is_combining(uint32_t cp)
{
	return cp >= 0x300 && cp < 0x370;
}

static uint32_t
stand_in(uint32_t cp)
{
	/* The letters lie between U+04A2 and U+04E9: few others ask further. */
	if (cp < 0x04a2 || cp > 0x04e9)
		return cp;
	for (size_t i = 0; i < sizeof(kerned_like) / sizeof(*kerned_like); i++)
		if (kerned_like[i].letter == cp)
			return kerned_like[i].like;
	return cp;
}

/* Whether the letter that ends at byte i is kerned as another: not under a
 * mark, with which the other would make one letter. */
static bool
stands_in(struct str s, size_t i, uint32_t cp)
{
	return stand_in(cp) != cp &&
	       (i == s.n || !is_combining(utf8_next(s, &i)));
}

/* Puts the text into the buffer; a glyph's cluster is its letter's byte. */
static void
buffer_fill(struct fonts *f, struct str s)
{
	hb_buffer_t *b = f->buffer;

	hb_buffer_reset(b);
	hb_buffer_set_cluster_level(
	    b, HB_BUFFER_CLUSTER_LEVEL_MONOTONE_CHARACTERS);
	for (size_t i = 0; i < s.n;) {
		unsigned at = (unsigned)i;
		uint32_t cp = utf8_next(s, &i);

		hb_buffer_add(b, stands_in(s, i, cp) ? stand_in(cp) : cp, at);
	}
	hb_buffer_set_content_type(b, HB_BUFFER_CONTENT_TYPE_UNICODE);
	hb_buffer_set_direction(b, HB_DIRECTION_LTR);
	hb_buffer_set_script(b, HB_SCRIPT_CYRILLIC);
	hb_buffer_set_language(b, f->language);
}

/* The Kyrgyz letter in place of the one that it was kerned like. */
static void
letter_back(struct glyph *g, hb_font_t *font)
{
	hb_codepoint_t id = 0;
	int kern = g->advance - g->natural;

	hb_font_get_nominal_glyph(font, g->cp, &id);
	g->id = (uint16_t)id;
	g->natural = (int16_t)hb_font_get_glyph_h_advance(font, id);
	g->advance = (int16_t)(g->natural + kern);
}

static struct glyphs
shape(struct fonts *f, struct arena *a, enum face face, struct str s)
{
	static const hb_feature_t no_ligatures = { HB_TAG('l', 'i', 'g', 'a'),
		0, HB_FEATURE_GLOBAL_START, HB_FEATURE_GLOBAL_END };
	hb_font_t *font = f->faces[face].font;
	unsigned n;

	memory_watch();
	buffer_fill(f, s);
	hb_shape(font, f->buffer, &no_ligatures, 1);

	hb_glyph_info_t *info = hb_buffer_get_glyph_infos(f->buffer, &n);
	hb_glyph_position_t *at = hb_buffer_get_glyph_positions(f->buffer, &n);
	struct glyph *g = ARENA_ARRAY(a, struct glyph, n);

	for (unsigned i = 0; i < n; i++) {
		size_t byte = info[i].cluster;
		uint32_t cp = utf8_next(s, &byte);

		/* A letter drawn in two glyphs is copied out once. */
		if (i && info[i].cluster == info[i - 1].cluster)
			cp = 0;
		g[i] = (struct glyph){
			.id = (uint16_t)info[i].codepoint,
			.advance = (int16_t)at[i].x_advance,
			.natural = (int16_t)hb_font_get_glyph_h_advance(
			    font, info[i].codepoint),
			.dx = (int16_t)at[i].x_offset,
			.dy = (int16_t)at[i].y_offset,
			.cp = cp,
		};
		if (cp && stands_in(s, byte, cp))
			letter_back(&g[i], font);
	}
	memory_judge();
	return (struct glyphs){ g, n };
}

/* The slot that holds this text, or the empty one where it belongs. */
static uint16_t *
slot_find(struct fonts *f, enum face face, struct str s, uint64_t hash)
{
	size_t i = (size_t)(hash ^ hash >> 32) & (CACHE_SLOTS - 1);

	for (; f->slots[i]; i = (i + 1) & (CACHE_SLOTS - 1)) {
		const struct shaped *w = &f->shaped.at[f->slots[i] - 1];

		if (w->hash == hash && w->face == face && str_eq(w->text, s))
			break;
	}
	return &f->slots[i];
}

static void
cache_empty(struct fonts *f)
{
	memset(f->slots, 0, sizeof(f->slots));
	arena_reset(&f->words);
	f->shaped.n = f->shaped.cap = 0;
}

struct glyphs
font_shape(struct fonts *f, struct arena *a, enum face face, struct str s)
{
	/* What is too long to be a word would fill the cache. */
	if (s.n > WORD_MAX)
		return shape(f, a, face, s);

	uint64_t hash = str_hash(s) * FACE_MAX + face;
	uint16_t *slot = slot_find(f, face, s, hash);

	if (!*slot) {
		if (f->shaped.n == CACHE_MAX) {
			cache_empty(f);
			slot = slot_find(f, face, s, hash);
		}
		*LIST_ADD(&f->words, &f->shaped) =
		    (struct shaped){ hash, str_copy(&f->words, s),
			    shape(f, &f->words, face, s), face };
		*slot = (uint16_t)f->shaped.n;
	}

	struct glyphs kept = f->shaped.at[*slot - 1].glyphs;
	struct glyph *g = ARENA_ARRAY(a, struct glyph, kept.n);

	if (kept.n)
		memcpy(g, kept.at, kept.n * sizeof(*g));
	return (struct glyphs){ g, kept.n };
}
