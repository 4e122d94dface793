/* SPDX-License-Identifier: MIT */
#include "font/font.h"

#include <hb-ot.h>
#include <stdlib.h>

#include "base/memory.h"
#include "base/utf8.h"
#include "font/font_int.h"

extern const char face_regular[], face_regular_end[];
extern const char face_bold[], face_bold_end[];
extern const char face_italic[], face_italic_end[];
extern const char face_bold_italic[], face_bold_italic_end[];

#define FONT_WIDEST (INT32_MAX / 2)

static const struct {
	const char *begin, *end;
	int stem; /* of a stem, thousandths of the em, as measured */
} files[FACE_MAX] = {
	[FACE_REGULAR] = { face_regular, face_regular_end, 82 },
	[FACE_BOLD] = { face_bold, face_bold_end, 136 },
	[FACE_ITALIC] = { face_italic, face_italic_end, 76 },
	[FACE_BOLD_ITALIC] = { face_bold_italic, face_bold_italic_end, 121 },
};

/* The big-endian number of 16 bits at a byte of a table; 0 beyond its end. */
static int
table_number(const struct face_file *f, hb_tag_t tag, unsigned at)
{
	hb_blob_t *b = hb_face_reference_table(f->face, tag);
	unsigned n;
	const unsigned char *p = (const unsigned char *)hb_blob_get_data(b, &n);
	int v = at + 2 <= n ? (int16_t)(p[at] << 8 | p[at + 1]) : 0;

	hb_blob_destroy(b);
	return v;
}

static int
thousandths(const struct face_file *f, int units)
{
	int half = units < 0 ? -f->units / 2 : f->units / 2;

	return (units * 1000 + half) / f->units;
}

static void
metrics_read(struct face_file *f, enum face face)
{
	struct font_metrics *m = &f->metrics;
	hb_font_extents_t line = { 0 };
	hb_position_t cap = 0;
	unsigned n = sizeof(f->name);

	hb_font_get_h_extents(f->font, &line);
	hb_ot_metrics_get_position_with_fallback(
	    f->font, HB_OT_METRICS_TAG_CAP_HEIGHT, &cap);
	hb_ot_name_get_utf8(f->face, HB_OT_NAME_ID_POSTSCRIPT_NAME,
	    HB_LANGUAGE_INVALID, &n, f->name);

	m->ascent = thousandths(f, line.ascender);
	m->descent = thousandths(f, line.descender);
	m->cap_height = thousandths(f, cap);
	m->line =
	    thousandths(f, line.ascender - line.descender + line.line_gap);
	/* The whole degrees of post's fixed-point number. */
	m->italic_angle = table_number(f, HB_TAG('p', 'o', 's', 't'), 4);
	m->stem = files[face].stem;
	for (unsigned i = 0; i < 4; i++) {
		int v = table_number(f, HB_TAG('h', 'e', 'a', 'd'), 36 + 2 * i);

		m->bbox[i] = thousandths(f, v);
	}
	m->bold = face & FACE_BOLD;
	m->italic = face & FACE_ITALIC;
	m->name = f->name;
}

struct fonts *
font_open(void)
{
	struct arena own;

	arena_init(&own);

	struct fonts *f = ARENA_NEW(&own, struct fonts);

	memory_watch();
	for (int i = 0; i < FACE_MAX; i++) {
		struct face_file *file = &f->faces[i];
		hb_blob_t *b = hb_blob_create(files[i].begin,
		    (unsigned)(files[i].end - files[i].begin),
		    HB_MEMORY_MODE_READONLY, NULL, NULL);

		file->face = hb_face_create(b, 0);
		hb_blob_destroy(b);
		file->drawing = drawing_face(file->face);
		file->font = hb_font_create(file->face);
		file->units = (int)hb_face_get_upem(file->face);
		memory_judge();
		metrics_read(file, (enum face)i);
	}
	f->buffer = hb_buffer_create();
	f->language = hb_language_from_string("ky", 2);
	memory_judge();
	arena_init(&f->words);
	f->own = own;
	return f;
}

void
font_close(struct fonts *f)
{
	struct arena own = f->own;

	for (int i = 0; i < FACE_MAX; i++) {
		hb_font_destroy(f->faces[i].font);
		hb_face_destroy(f->faces[i].drawing);
		hb_face_destroy(f->faces[i].face);
	}
	hb_buffer_destroy(f->buffer);
	arena_done(&f->words);
	arena_done(&own);
}

bool
font_has(const struct fonts *f, enum face face, uint32_t cp)
{
	hb_codepoint_t id;
	bool has;

	memory_watch();
	has = hb_font_get_nominal_glyph(f->faces[face].font, cp, &id);
	memory_judge();
	return has;
}

/* Whether a letter from Ѐ to џ begins at this byte: each face has them all. */
static bool
is_common(struct str s, size_t i)
{
	unsigned char lead = (unsigned char)s.p[i];

	return lead == 0xD0 ||
	       (lead == 0xD1 && (unsigned char)s.p[i + 1] < 0xA0);
}

/* Marks, and signs with a stroke: the font has them, but does not draw each
 * with each letter. */
static bool
is_composed(uint32_t cp)
{
	return (cp > 0x301 && cp < 0x370) || (cp >= 0x2190 && cp < 0x2300);
}

static bool
is_drawn(struct fonts *f, uint32_t cp)
{
	bool drawn = !is_composed(cp);

	if (cp < LETTERS_KNOWN && f->drawn[cp])
		return f->drawn[cp] == 'y';
	for (int face = 0; drawn && face < FACE_MAX; face++)
		drawn = font_has(f, (enum face)face, cp);
	if (cp < LETTERS_KNOWN)
		f->drawn[cp] = drawn ? 'y' : 'n';
	return drawn;
}

bool
font_draws(struct fonts *f, struct str text)
{
	for (size_t i = 0; i < text.n;) {
		if ((unsigned char)text.p[i] < 0x80)
			i++;
		else if (is_common(text, i))
			i += 2;
		else if (!is_drawn(f, utf8_next(text, &i)))
			return false;
	}
	return true;
}

int
font_units(const struct fonts *f, enum face face)
{
	return f->faces[face].units;
}

mpt
font_width(const struct fonts *f, enum face face, struct glyphs g, mpt size)
{
	int64_t sum = 0;

	for (size_t i = 0; i < g.n; i++)
		sum += g.at[i].advance;
	sum = sum * size / f->faces[face].units;
	/* A hostile word is wider than an mpt: wider than any paper will do. */
	return sum < FONT_WIDEST ? (mpt)sum : FONT_WIDEST;
}

const struct font_metrics *
font_metrics(const struct fonts *f, enum face face)
{
	return &f->faces[face].metrics;
}
