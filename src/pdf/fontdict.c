/* SPDX-License-Identifier: MIT */
/*
 * Embedded fonts: a Type0 font for each face in use.  A face of whose alphabet
 * a document uses the greater part is embedded with the whole of it, which is
 * made and compressed once for all documents; else only what is used.
 */

#include <assert.h>
#include <string.h>

#include "pdf/pdf_int.h"

/* What most papers are written with; a soft hyphen is added to it. */
static const char alphabet_text[] =
    "абвгдеёжзийклмнңоөпрстуүфхцчшщъыьэюя"
    "АБВГДЕЁЖЗИЙКЛМНҢОӨПРСТУҮФХЦЧШЩЪЫЬЭЮЯ"
    "0123456789 \u00A0,.-–—:;!?()«»„“№•…/%+=IVX";

/* A font file and its maps, ready to be streams. */
struct packed {
	struct str name;    /* with the letters that tell subsets apart */
	struct str bytes;   /* deflated */
	struct str map;     /* codes to glyphs */
	struct str unicode; /* codes to what they copy out as; deflated */
	size_t length;      /* of the font file */
};

/* What is the same for all documents; kept with the fonts. */
struct alphabet {
	struct face_used face;
	struct packed whole; /* bytes.n 0: not made yet */
};

static void
letter_add(struct arena *a, struct face_used *f, const struct glyph *g)
{
	struct letter *l = LIST_ADD(a, &f->letters);
	uint16_t *first = &f->chain[g->cp % LETTER_CHAINS];

	assert(f->letters.n <= UINT16_MAX);
	l->cp = g->cp;
	l->glyph = g->id;
	l->width = (uint16_t)((2000 * g->natural + f->units) / (2 * f->units));
	l->next = *first;
	*first = (uint16_t)(f->letters.n - 1);
}

static struct alphabet *
alphabet(struct pdf *p, enum face face)
{
	void **kept = font_kept(p->fonts, face);

	if (*kept)
		return *kept;

	struct arena *a = font_arena(p->fonts);
	struct alphabet *all = ARENA_NEW(a, struct alphabet);
	struct face_used *f = &all->face;
	struct glyphs g =
	    font_shape(p->fonts, a, face, str_from(alphabet_text));

	f->face = face;
	f->units = font_units(p->fonts, face);
	LIST_ADD(a, &f->letters); /* .notdef */
	for (size_t i = 0; i < g.n; i++) {
		letter_add(a, f, &g.at[i]);
		if (g.at[i].cp == '-') {
			struct glyph soft = g.at[i];

			soft.cp = 0xAD;
			letter_add(a, f, &soft);
		}
	}
	*kept = all;
	return all;
}

struct face_used *
face_use(struct pdf *p, enum face face)
{
	struct face_used *f = &p->faces[face];

	if (f->letters.n)
		return f;

	const struct face_used *all = &alphabet(p, face)->face;

	*f = *all;
	f->letters.cap = 2 * all->letters.n;
	f->letters.at = ARENA_ARRAY(p->arena, struct letter, f->letters.cap);
	memcpy(f->letters.at, all->letters.at,
	    all->letters.n * sizeof(struct letter));
	return f;
}

uint16_t
face_code(struct pdf *p, struct face_used *f, const struct glyph *g)
{
	const uint16_t *first = &f->chain[g->cp % LETTER_CHAINS];

	for (uint16_t i = *first; i; i = f->letters.at[i].next) {
		struct letter *l = &f->letters.at[i];

		if (l->cp == g->cp && l->glyph == g->id) {
			l->used = true;
			return i;
		}
	}
	letter_add(p->arena, f, g);
	LIST_LAST(&f->letters)->used = true;
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
unicode_map(struct arena *a, const struct face_used *f, size_t used)
{
	/* The operator takes up to 100 lines at once. */
	const size_t most = 100;
	size_t line = 0;
	struct strbuf b;

	buf_init(&b, a);
	buf_add(&b,
	    STR("/CIDInit/ProcSet findresource begin 12 dict begin begincmap\n"
		"/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>"
		"def\n/CMapName/Adobe-Identity-UCS def/CMapType 2 def\n"
		"1 begincodespacerange<0000><FFFF>endcodespacerange\n"));
	for (size_t i = 1; i < f->letters.n; i++) {
		const struct letter *l = &f->letters.at[i];

		if (!l->used)
			continue;
		if (line % most == 0) {
			size_t left = used - line;

			put_int(&b, (int64_t)(left < most ? left : most));
			buf_add(&b, STR(" beginbfchar\n"));
		}
		put_unicode(&b, (uint16_t)i, l->cp);
		line++;
		if (line % most == 0 || line == used)
			buf_add(&b, STR("endbfchar\n"));
	}
	buf_add(&b, STR("endcmap CMapName currentdict/CMap defineresource pop "
			"end end"));
	return buf_str(&b);
}

/* The used letters of a face as a font; false: the face cannot be subset. */
static bool
pack(struct packed *out, struct pdf *p, struct arena *a,
    const struct face_used *f)
{
	size_t n = f->letters.n, used = 0;
	uint16_t *ids = ARENA_ARRAY(p->arena, uint16_t, n);
	uint16_t *new_id = ARENA_ARRAY(p->arena, uint16_t, n);
	struct str bytes;
	struct strbuf map;

	for (size_t i = 1; i < n; i++) {
		if (f->letters.at[i].used)
			ids[++used] = f->letters.at[i].glyph;
	}
	if (!font_subset(
		&bytes, new_id, p->fonts, p->arena, f->face, ids, used + 1))
		return false;
	buf_init(&map, p->arena);
	for (size_t i = 0, k = 0; i < n; i++) {
		uint16_t id = f->letters.at[i].used ? new_id[++k] : 0;

		buf_byte(&map, (char)(id >> 8));
		buf_byte(&map, (char)(id & 0xFF));
	}
	out->name = subset_name(
	    a, font_metrics(p->fonts, f->face)->name, ids, used + 1);
	out->length = bytes.n;
	out->bytes = haru_deflated(p->haru, a, bytes);
	out->map = str_copy(a, buf_str(&map));
	out->unicode =
	    haru_deflated(p->haru, a, unicode_map(p->arena, f, used));
	return out->bytes.n > 0;
}

/* The whole alphabet where that suits the document; codes are the same. */
static bool
pack_find(struct packed *out, struct pdf *p, struct face_used *f)
{
	struct alphabet *all = alphabet(p, f->face);
	size_t used = 0;

	for (size_t i = 1; i < f->letters.n; i++)
		used += f->letters.at[i].used;
	if (f->letters.n > all->face.letters.n ||
	    2 * used < all->face.letters.n)
		return pack(out, p, p->arena, f);
	for (size_t i = 1; i < f->letters.n; i++)
		f->letters.at[i].used = true;
	if (!all->whole.bytes.n &&
	    !pack(&all->whole, p, font_arena(p->fonts), f))
		return false;
	*out = all->whole;
	return true;
}

/* PDF/A-1 wants the codes of the subset as a set of bits; part 2 does not. */
static void
put_code_set(struct strbuf *b, struct pdf *p, const struct face_used *f)
{
	struct strbuf bits;
	unsigned byte = 0x80; /* .notdef */

	buf_init(&bits, p->arena);
	for (size_t i = 1; i < f->letters.n; i++) {
		if (i % 8 == 0) {
			buf_byte(&bits, (char)byte);
			byte = 0;
		}
		if (f->letters.at[i].used)
			byte |= 0x80u >> i % 8;
	}
	buf_byte(&bits, (char)byte);
	put_reference(
	    b, "CIDSet", stream_add(p->haru, STR(""), buf_str(&bits)));
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
	if (CONFORMANCE_1A(p))
		put_code_set(&b, p, f);
	return object_add(p->haru, buf_str(&b));
}

/* Widths of the used codes, in runs. */
static void
put_widths(struct strbuf *b, const struct face_used *f)
{
	bool run = false;

	buf_add(b, STR("/DW 0/W["));
	for (size_t i = 1; i < f->letters.n; i++) {
		const struct letter *l = &f->letters.at[i];

		if (!l->used) {
			if (run)
				buf_byte(b, ']');
			run = false;
			continue;
		}
		if (!run)
			put_int(b, (int64_t)i);
		buf_byte(b, run ? ' ' : '[');
		put_int(b, l->width);
		run = true;
	}
	buf_add(b, run ? STR("]]") : STR("]"));
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
		if (!pack_find(&packed, p, f))
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
