/* SPDX-License-Identifier: MIT */
#ifndef FONT_FONT_H
#define FONT_FONT_H

/*
 * What layout and pdf need of type: which letters a face has, text shaped and
 * kerned, metrics, and the subset to embed.  The only place that knows
 * HarfBuzz.  The four faces are compiled in; nothing is looked up on the
 * machine.
 */

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/str.h"
#include "base/units.h"

enum face { FACE_REGULAR, FACE_BOLD, FACE_ITALIC, FACE_BOLD_ITALIC, FACE_MAX };
/* The bits of enum style (doc) are these: bold 1, italic 2. */

struct fonts;

/* Owned by the caller; font_close gives it back. */
struct fonts *font_open(void);
void font_close(struct fonts *f);

bool font_has(const struct fonts *f, enum face face, uint32_t cp);
/* Whether every face draws every letter of a text, each by itself; false also
 * where a mark is among them that is not drawn over each letter. */
bool font_draws(struct fonts *f, struct str text);

/* A drawn glyph.  Distances in the face's units: font_units() to the em. */
struct glyph {
	uint16_t id;
	int16_t advance; /* kerning with the next included */
	int16_t natural; /* the glyph's own advance, as the PDF's widths say */
	int16_t dx, dy;  /* where a mark is placed; else 0 */
	uint32_t cp; /* what it stands for, for copying out; 0: nothing more */
};
struct glyphs {
	const struct glyph *at;
	size_t n;
};

/* Shapes a stretch without a break in it; the glyphs lie in `a`.  A letter the
 * face lacks gives glyph 0: ask font_has before. */
struct glyphs font_shape(
    struct fonts *f, struct arena *a, enum face face, struct str s);

int font_units(const struct fonts *f, enum face face);
mpt font_width(
    const struct fonts *f, enum face face, struct glyphs g, mpt size);

/* In thousandths of the em, as a PDF's font descriptor wants them. */
struct font_metrics {
	int ascent, descent, cap_height, italic_angle, stem, bbox[4];
	bool bold, italic;
	int line;         /* distance of lines set solid */
	const char *name; /* PostScript name */
};
const struct font_metrics *font_metrics(const struct fonts *f, enum face face);

/* The face with only these glyphs in it, as a TrueType file; new_id[i] is what
 * ids[i] became.  The same glyphs give the same bytes.  False: out of memory
 * or a fault in the face. */
bool font_subset(struct str *out, uint16_t *new_id, struct fonts *f,
    struct arena *a, enum face face, const uint16_t *ids, size_t n);

#endif
