/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "layout/layout_int.h"

/* Lines that were found are drawn: a box each, its marks in it. */

mpt
line_height(const struct setter *s, const struct frame *f)
{
	int64_t solid = font_metrics(s->fonts, FACE_REGULAR)->line;

	return (mpt)(solid * f->size / 1000 * f->leading / 100);
}

/* From a line's top down to its baseline: what leading adds is shared. */
static mpt
baseline(const struct setter *s, const struct frame *f)
{
	const struct font_metrics *m = font_metrics(s->fonts, FACE_REGULAR);
	mpt ascent = (mpt)((int64_t)m->ascent * f->size / 1000);
	mpt descent = (mpt)((int64_t)-m->descent * f->size / 1000);

	return ascent + (line_height(s, f) - ascent - descent) / 2;
}

/* --- a line ------------------------------------------------------------- */

struct pen {
	struct setter *s;
	struct box *box;
	const struct text *t;
	mpt x, y, space; /* space: added to each */
};

static bool
is_same_mark(const struct pen *p, const struct part *a, const struct part *b)
{
	return a->face == b->face && a->raised == b->raised &&
	       p->t->spans.at[a->span].tag == p->t->spans.at[b->span].tag;
}

static struct glyph *
glyph_copy(struct glyph *to, struct glyphs g)
{
	memcpy(to, g.at, g.n * sizeof(*to));
	return to + g.n;
}

/* The space behind a part, or the hyphen at a line's end. */
static struct glyph *
ending_copy(struct glyph *to, const struct pen *p, const struct part *part,
    bool ends_line)
{
	if (ends_line && part->after == AFTER_HYPHEN) {
		to[-1].advance = to[-1].natural;
		*to = p->s->hyphen[part->face].at[0];
		to->cp = 0xad; /* copied out, the word is whole */
		return to + 1;
	}
	if (!part->blank)
		return to;
	*to = p->s->space[part->face].at[0];
	to->cp = part->blank;
	return to + 1;
}

/* One mark of the parts [first, end), which look and are tagged alike. */
static void
draw_parts(struct pen *p, size_t first, size_t end, size_t line_end)
{
	const struct part *parts = p->t->parts.at;
	const struct text_span *span = &p->t->spans.at[parts[first].span];
	bool raised = parts[first].raised;
	size_t room = 0;
	mpt width = 0;

	for (size_t i = first; i < end; i++)
		room += parts[i].glyphs.n + 1;

	struct glyph *g = ARENA_ARRAY(p->s->a, struct glyph, room), *to = g;

	for (size_t i = first; i < end; i++) {
		uint32_t entry = p->t->spans.at[parts[i].span].entry;

		to = glyph_copy(to, parts[i].glyphs);
		to = ending_copy(to, p, &parts[i], i + 1 == line_end);
		width += parts[i].width + parts[i].space;
		width += parts[i].blank ? p->space : 0;
		p->s->ledger.at[entry].drawn++;
	}
	*LIST_ADD(p->s->a, &p->box->marks) = (struct mark){
		.kind = MARK_TEXT,
		.x = p->x,
		.y = p->y + (raised ? p->t->size / 3 : 0),
		.width = width,
		.size = raised ? raised_size(p->t->size) : p->t->size,
		.space = p->space,
		.face = parts[first].face,
		.glyphs = { g, (size_t)(to - g) },
		.tag = span->tag,
	};
	if (span->url.n)
		*LIST_ADD(p->s->a, &p->box->marks) = (struct mark){
			.kind = MARK_LINK,
			.x = p->x,
			.y = p->y - p->t->size / 4,
			.width = width,
			.height = p->t->size,
			.text = span->url,
			.tag = span->tag,
		};
	p->x += width;
}

static void
draw_line(struct pen *p, const struct line *l)
{
	const struct part *parts = p->t->parts.at;

	for (size_t i = l->first; i < l->end;) {
		size_t end = i + 1;

		while (end < l->end && is_same_mark(p, &parts[i], &parts[end]))
			end++;
		draw_parts(p, i, end, l->end);
		i = end;
	}
}

/* --- notes -------------------------------------------------------------- */

#define NOTE_SIZE PT(10)

/* A note's lines, to stand at the foot of the page that its mark is on. */
static void
set_note(
    struct box *to, struct setter *s, const struct note *note, uint32_t tag)
{
	struct frame f = sheet_frame(s->sheet);
	struct runs runs = { 0 };
	struct boxes lines = { 0 };

	f.indent = 0;
	f.size = smaller(NOTE_SIZE, f.size);
	f.leading = 100;
	f.justify = f.hyphenate = false;
	run_add(s->a, &runs,
	    str_printf(
		s->a, "%d\u00a0" STR_FMT, note->number, STR_ARG(note->address)),
	    0);
	set_text(
	    &lines, s, text_make(s, &runs, &f), &f, tag_add(s, TAG_NOTE, tag));
	for (size_t i = 0; i < lines.n; i++)
		*LIST_ADD(s->a, &to->foot) = lines.at[i];
}

/* The notes whose marks stand in the line. */
static void
line_notes(struct box *to, struct setter *s, const struct text *t,
    const struct line *l, uint32_t tag)
{
	const struct note *last = NULL;

	for (size_t i = l->first; i < l->end; i++) {
		const struct note *note = t->spans.at[t->parts.at[i].span].note;

		if (note && note != last)
			set_note(to, s, note, tag);
		last = note;
	}
}

/* --- a paragraph -------------------------------------------------------- */

/* A link is an element of its own, over all runs of one address. */
static void
spans_tag(struct setter *s, struct text *t, uint32_t tag)
{
	for (size_t i = 0; i < t->spans.n; i++) {
		struct text_span *span = &t->spans.at[i];

		span->tag = span->note ? tag_add(s, TAG_REFERENCE, tag) : tag;
		if (!span->url.n)
			continue;
		if (i && str_eq(span->url, span[-1].url))
			span->tag = span[-1].tag;
		else
			span->tag = tag_add(s, TAG_LINK, tag);
	}
}

static void
place_line(
    struct pen *p, const struct line *l, const struct frame *f, mpt indent)
{
	mpt left = f->width - indent - l->width;

	p->x = f->x + indent;
	p->space = 0;
	if (f->align == ALIGN_RIGHT)
		p->x += left;
	else if (f->align == ALIGN_CENTRE)
		p->x += left / 2;
	else if (l->justified && l->nspaces)
		p->space = left / (mpt)l->nspaces;
}

void
set_text(struct boxes *to, struct setter *s, struct text *t,
    const struct frame *f, uint32_t tag)
{
	struct lines lines;

	spans_tag(s, t, tag);
	text_break(&lines, s, t, f);
	for (size_t i = 0; i < lines.n; i++) {
		struct box *b = LIST_ADD(s->a, to);
		struct pen p = { s, b, t, 0, -baseline(s, f), 0 };

		/* Two lines at least stand at either side of a page's end. */
		b->keep = (i == 0 && lines.n > 1) || i + 2 == lines.n;
		b->hyphen =
		    t->parts.at[lines.at[i].end - 1].after == AFTER_HYPHEN;
		b->height = line_height(s, f);
		place_line(&p, &lines.at[i], f, i ? 0 : f->indent);
		draw_line(&p, &lines.at[i]);
		line_notes(LIST_LAST(to), s, t, &lines.at[i], tag);
	}
}
