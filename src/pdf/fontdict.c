/* SPDX-License-Identifier: MIT */
/* Embedded fonts: a Type0 font for each face in use, with the glyphs in use. */

#include <assert.h>

#include "pdf/pdf_int.h"

/* A font file and its maps, ready to be streams. */
struct packed {
	struct str name;    /* with the letters that tell subsets apart */
	struct str bytes;   /* deflated */
	struct str map;     /* codes to glyphs */
	struct str unicode; /* codes to what they copy out as; deflated */
	size_t length;      /* of the font file */
};

struct face_used *
face_use(struct pdf *p, enum face face)
{
	struct face_used *f = &p->faces[face];

	if (!f->letters.n) {
		f->face = face;
		f->units = font_units(p->fonts, face);
		LIST_ADD(p->arena, &f->letters); /* .notdef */
	}
	return f;
}

uint16_t
face_code(struct pdf *p, struct face_used *f, const struct glyph *g)
{
	uint16_t *first = &f->chain[g->cp % LETTER_CHAINS];

	for (uint16_t i = *first; i; i = f->letters.at[i].next) {
		const struct letter *l = &f->letters.at[i];

		if (l->cp == g->cp && l->glyph == g->id)
			return i;
	}

	struct letter *l = LIST_ADD(p->arena, &f->letters);

	assert(f->letters.n <= UINT16_MAX);
	l->cp = g->cp;
	l->glyph = g->id;
	l->width = (uint16_t)((2000 * g->natural + f->units) / (2 * f->units));
	l->next = *first;
	*first = (uint16_t)(f->letters.n - 1);
	return *first;
}

/* Six letters that tell one subset of a face from another. */
static struct str
subset_name(struct arena *a, const char *face, const uint16_t *ids, size_t n)
{
	uint64_t h =
	    str_hash((struct str){ (const char *)ids, n * sizeof(*ids) });
	struct strbuf b;

	buf_init(&b, a);
	for (int i = 0; i < 6; i++, h /= 26)
		buf_byte(&b, (char)('A' + h % 26));
	buf_byte(&b, '+');
	buf_add(&b, str_from(face));
	return buf_str(&b);
}

static struct str
unicode_map(struct arena *a, const struct face_used *f)
{
	/* The operator takes up to 100 lines at once. */
	const size_t most = 100, n = f->letters.n;
	struct strbuf b;

	buf_init(&b, a);
	buf_add(&b,
	    STR("/CIDInit/ProcSet findresource begin 12 dict begin begincmap\n"
		"/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>"
		"def\n/CMapName/Adobe-Identity-UCS def/CMapType 2 def\n"
		"1 begincodespacerange<0000><FFFF>endcodespacerange\n"));
	for (size_t i = 1; i < n; i++) {
		if (i % most == 1) {
			put_int(&b, (int64_t)(n - i < most ? n - i : most));
			buf_add(&b, STR(" beginbfchar\n"));
		}
		put_unicode(&b, (uint16_t)i, f->letters.at[i].cp);
		if (i % most == 0 || i + 1 == n)
			buf_add(&b, STR("endbfchar\n"));
	}
	buf_add(&b, STR("endcmap CMapName currentdict/CMap defineresource pop "
			"end end"));
	return buf_str(&b);
}

/* The letters of a face as a font; false: the face cannot be subset. */
static bool
pack(struct packed *out, struct pdf *p, const struct face_used *f)
{
	size_t n = f->letters.n;
	uint16_t *ids = ARENA_ARRAY(p->arena, uint16_t, n);
	uint16_t *new_id = ARENA_ARRAY(p->arena, uint16_t, n);
	struct str bytes;
	struct strbuf map;

	for (size_t i = 0; i < n; i++)
		ids[i] = f->letters.at[i].glyph;
	if (!font_subset(&bytes, new_id, p->fonts, p->arena, f->face, ids, n))
		return false;
	buf_init(&map, p->arena);
	for (size_t i = 0; i < n; i++) {
		buf_byte(&map, (char)(new_id[i] >> 8));
		buf_byte(&map, (char)(new_id[i] & 0xFF));
	}
	out->name = subset_name(
	    p->arena, font_metrics(p->fonts, f->face)->name, ids, n);
	out->length = bytes.n;
	out->bytes = deflated(p->writer, p->arena, bytes);
	out->map = buf_str(&map);
	out->unicode = deflated(p->writer, p->arena, unicode_map(p->arena, f));
	return true;
}

static struct object *
descriptor(
    struct pdf *p, const struct face_used *f, const struct packed *packed)
{
	enum { SERIF = 2, SYMBOLIC = 4, ITALIC = 64 };
	const struct font_metrics *m = font_metrics(p->fonts, f->face);
	struct strbuf b, entries;

	buf_init(&b, p->arena);
	buf_init(&entries, p->arena);
	buf_printf(&b,
	    "/Type/FontDescriptor/FontName/" STR_FMT
	    "/Flags %d/FontBBox[%d %d %d %d]/ItalicAngle %d/Ascent %d"
	    "/Descent %d/CapHeight %d/StemV %d",
	    STR_ARG(packed->name), SYMBOLIC | SERIF | (m->italic ? ITALIC : 0),
	    m->bbox[0], m->bbox[1], m->bbox[2], m->bbox[3], m->italic_angle,
	    m->ascent, m->descent, m->cap_height, m->stem);
	buf_printf(&entries, "/Filter/FlateDecode/Length1 %zu", packed->length);
	put_reference(&b, "FontFile2",
	    stream_add(p->haru, buf_str(&entries), packed->bytes));
	return object_add(p->haru, buf_str(&b));
}

static void
put_widths(struct strbuf *b, const struct face_used *f)
{
	buf_add(b, STR("/DW 0/W[1["));
	for (size_t i = 1; i < f->letters.n; i++) {
		put_int(b, f->letters.at[i].width);
		buf_byte(b, ' ');
	}
	buf_add(b, STR("]]"));
}

static struct object *
descendant(
    struct pdf *p, const struct face_used *f, const struct packed *packed)
{
	struct strbuf b;

	buf_init(&b, p->arena);
	buf_printf(&b,
	    "/Type/Font/Subtype/CIDFontType2/BaseFont/" STR_FMT
	    "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)"
	    "/Supplement 0>>",
	    STR_ARG(packed->name));
	put_widths(&b, f);
	put_reference(
	    &b, "CIDToGIDMap", stream_add(p->haru, STR(""), packed->map));
	put_reference(&b, "FontDescriptor", descriptor(p, f, packed));
	return object_add(p->haru, buf_str(&b));
}

bool
faces_write(struct strbuf *resources, struct pdf *p)
{
	for (int i = 0; i < FACE_MAX; i++) {
		struct face_used *f = &p->faces[i];
		struct packed packed;
		struct strbuf b;

		if (!f->letters.n)
			continue;
		if (!pack(&packed, p, f))
			return false;
		buf_init(&b, p->arena);
		buf_printf(&b,
		    "/Type/Font/Subtype/Type0/BaseFont/" STR_FMT
		    "/Encoding/Identity-H/DescendantFonts[%u 0 R]",
		    STR_ARG(packed.name), descendant(p, f, &packed)->id);
		put_reference(&b, "ToUnicode",
		    stream_add(
			p->haru, STR("/Filter/FlateDecode"), packed.unicode));
		buf_printf(resources, "/F%d %u 0 R", i,
		    object_add(p->haru, buf_str(&b))->id);
	}
	return true;
}
