/* SPDX-License-Identifier: MIT */
/* Embedded fonts: a Type0 font for each face in use, with dense codes. */

#include <assert.h>
#include <stdio.h>

#include "pdf/pdf_int.h"

struct face_used *
face_use(struct pdf *p, enum face face)
{
	struct face_used *f = &p->faces[face];

	if (f->letters.n)
		return f;
	f->face = face;
	f->units = font_units(p->fonts, face);
	LIST_ADD(p->arena, &f->letters); /* .notdef */
	return f;
}

uint16_t
face_code(struct pdf *p, struct face_used *f, const struct glyph *g)
{
	uint16_t *first = &f->chain[g->cp % LETTER_CHAINS];

	for (uint16_t i = *first; i; i = f->letters.at[i].next) {
		if (f->letters.at[i].cp == g->cp &&
		    f->letters.at[i].glyph == g->id)
			return i;
	}
	assert(f->letters.n < UINT16_MAX);

	struct letter *l = LIST_ADD(p->arena, &f->letters);

	l->cp = g->cp;
	l->glyph = g->id;
	l->width = (uint16_t)((2000 * g->natural + f->units) / (2 * f->units));
	l->next = *first;
	*first = (uint16_t)(f->letters.n - 1);
	return *first;
}

/* Six letters that tell one subset of a face from another. */
static struct str
subset_name(struct pdf *p, const struct face_used *f, const uint16_t *ids)
{
	uint64_t h = str_hash(
	    (struct str){ (const char *)ids, f->letters.n * sizeof(*ids) });
	struct strbuf b;

	buf_init(&b, p->arena);
	for (int i = 0; i < 6; i++, h /= 26)
		buf_byte(&b, (char)('A' + h % 26));
	buf_printf(&b, "+%s", font_metrics(p->fonts, f->face)->name);
	return buf_str(&b);
}

/* What each code copies out as, for viewers. */
static struct object *
to_unicode(struct pdf *p, const struct face_used *f)
{
	/* Operators take up to 100 lines at once. */
	const size_t most = 100;
	struct strbuf b;

	buf_init(&b, p->arena);
	buf_add(&b,
	    STR("/CIDInit/ProcSet findresource begin 12 dict begin begincmap\n"
		"/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>"
		"def\n/CMapName/Adobe-Identity-UCS def/CMapType 2 def\n"
		"1 begincodespacerange<0000><FFFF>endcodespacerange\n"));
	for (size_t i = 1; i < f->letters.n; i++) {
		if (i % most == 1) {
			size_t left = f->letters.n - i;

			put_int(&b, (int64_t)(left < most ? left : most));
			buf_add(&b, STR(" beginbfchar\n"));
		}
		put_unicode(&b, (uint16_t)i, f->letters.at[i].cp);
		if (i % most == 0 || i + 1 == f->letters.n)
			buf_add(&b, STR("endbfchar\n"));
	}
	buf_add(&b, STR("endcmap CMapName currentdict/CMap defineresource pop "
			"end end"));
	return deflated_add(p->file, STR(""), buf_str(&b));
}

/* Codes to the glyphs of the subset, two bytes each. */
static struct object *
glyph_map(struct pdf *p, const struct face_used *f, const uint16_t *new_id)
{
	struct strbuf b;

	buf_init(&b, p->arena);
	for (size_t i = 0; i < f->letters.n; i++) {
		buf_byte(&b, (char)(new_id[i] >> 8));
		buf_byte(&b, (char)(new_id[i] & 0xFF));
	}
	return deflated_add(p->file, STR(""), buf_str(&b));
}

/* PDF/A-1 wants the codes of the subset as a set of bits; part 2 does not. */
static void
put_code_set(struct strbuf *b, struct pdf *p, const struct face_used *f)
{
	struct strbuf bits;

	buf_init(&bits, p->arena);
	for (size_t i = 0; i < f->letters.n; i += 8) {
		size_t n = f->letters.n - i < 8 ? f->letters.n - i : 8;

		buf_byte(&bits, (char)(0xFF00 >> n & 0xFF));
	}
	put_reference(
	    b, "CIDSet", deflated_add(p->file, STR(""), buf_str(&bits)));
}

static struct object *
descriptor(
    struct pdf *p, const struct face_used *f, struct str name, struct str bytes)
{
	enum { SERIF = 2, SYMBOLIC = 4, ITALIC = 64 };
	const struct font_metrics *m = font_metrics(p->fonts, f->face);
	struct strbuf b, length;

	buf_init(&b, p->arena);
	buf_init(&length, p->arena);
	buf_printf(&b,
	    "/Type/FontDescriptor/FontName/" STR_FMT
	    "/Flags %d/FontBBox[%d %d %d %d]/ItalicAngle %d/Ascent %d"
	    "/Descent %d/CapHeight %d/StemV %d",
	    STR_ARG(name),
	    SYMBOLIC | (m->serif ? SERIF : 0) | (m->italic ? ITALIC : 0),
	    m->bbox[0], m->bbox[1], m->bbox[2], m->bbox[3], m->italic_angle,
	    m->ascent, m->descent, m->cap_height, m->stem);
	buf_printf(&length, "/Length1 %zu", bytes.n);
	put_reference(
	    &b, "FontFile2", deflated_add(p->file, buf_str(&length), bytes));
	if (CONFORMANCE_1A(p))
		put_code_set(&b, p, f);
	return object_add(p->file, buf_str(&b));
}

static struct object *
descendant(struct pdf *p, const struct face_used *f, struct str name,
    struct str bytes, const uint16_t *new_id)
{
	struct strbuf b;

	buf_init(&b, p->arena);
	buf_printf(&b,
	    "/Type/Font/Subtype/CIDFontType2/BaseFont/" STR_FMT
	    "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
	    "/DW 0/W[0",
	    STR_ARG(name));
	for (size_t i = 0; i < f->letters.n; i++) {
		buf_byte(&b, i ? ' ' : '[');
		put_int(&b, f->letters.at[i].width);
	}
	buf_add(&b, STR("]]"));
	put_reference(&b, "CIDToGIDMap", glyph_map(p, f, new_id));
	put_reference(&b, "FontDescriptor", descriptor(p, f, name, bytes));
	return object_add(p->file, buf_str(&b));
}

static bool
face_write(struct strbuf *resources, struct pdf *p, const struct face_used *f)
{
	size_t n = f->letters.n;
	uint16_t *ids = ARENA_ARRAY(p->arena, uint16_t, n);
	uint16_t *new_id = ARENA_ARRAY(p->arena, uint16_t, n);
	struct str bytes;
	struct strbuf b;

	for (size_t i = 0; i < n; i++)
		ids[i] = f->letters.at[i].glyph;
	if (!font_subset(&bytes, new_id, p->fonts, p->arena, f->face, ids, n))
		return false;

	struct str name = subset_name(p, f, ids);

	buf_init(&b, p->arena);
	buf_printf(&b,
	    "/Type/Font/Subtype/Type0/BaseFont/" STR_FMT "/Encoding/Identity-H",
	    STR_ARG(name));
	buf_printf(&b, "/DescendantFonts[%u 0 R]",
	    descendant(p, f, name, bytes, new_id)->id);
	put_reference(&b, "ToUnicode", to_unicode(p, f));
	buf_printf(resources, "/F%d %u 0 R", f->face,
	    object_add(p->file, buf_str(&b))->id);
	return true;
}

bool
faces_write(struct strbuf *resources, struct pdf *p)
{
	for (int i = 0; i < FACE_MAX; i++) {
		const struct face_used *f = &p->faces[i];

		if (f->letters.n && !face_write(resources, p, f))
			return false;
	}
	return true;
}
