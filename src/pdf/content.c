/* SPDX-License-Identifier: MIT */
/* The marks of a page as operators.  Text of one element that follows on
 * itself is one marked sequence. */

#include "pdf/pdf_int.h"

/* Why a stretch is no part of the text. */
enum artifact {
	ART_NONE,
	ART_RULE,
	ART_FOLIO,
	ART_FOOTER,
	ART_REPEAT,
	ART_GHOST
};

struct content {
	struct pdf *p;
	size_t page;
	struct strbuf b;
	bool open; /* a marked sequence is */
	uint32_t tag;
	enum artifact artifact;
	bool text; /* between BT and ET */
	mpt x, y;  /* where the last Td went */
	int face;  /* as Tf last said, or -1 */
	mpt size;
};

static void
close_text(struct content *c)
{
	if (c->text)
		buf_add(&c->b, STR("ET\n"));
	c->text = false;
}

static void
close_sequence(struct content *c)
{
	close_text(c);
	if (c->open)
		buf_add(&c->b, STR("EMC\n"));
	c->open = false;
}

static void
open_artifact(struct content *c, enum artifact artifact)
{
	static const char *const types[] = {
		[ART_RULE] = "/Type/Layout",
		[ART_FOLIO] = "/Type/Pagination/Subtype/Header",
		[ART_FOOTER] = "/Type/Pagination/Subtype/Footer",
		[ART_REPEAT] = "/Type/Pagination",
		[ART_GHOST] = "/Type/Pagination/Subtype/Watermark",
	};

	if (c->open && c->tag == TAG_NONE && c->artifact == artifact)
		return;
	close_sequence(c);
	buf_add(&c->b, STR("/Artifact<<"));
	buf_add(&c->b, str_from(types[artifact]));
	buf_add(&c->b, STR(">>BDC\n"));
	c->open = true;
	c->tag = TAG_NONE;
	c->artifact = artifact;
}

static void
open_tag(struct content *c, uint32_t tag)
{
	if (c->open && c->tag == tag)
		return;
	close_sequence(c);
	buf_byte(&c->b, '/');
	buf_add(&c->b, str_from(tag_names[c->p->pages->tags.at[tag].kind]));
	buf_add(&c->b, STR("<</MCID "));
	put_int(&c->b, structure_sequence(c->p, tag, c->page));
	buf_add(&c->b, STR(">>BDC\n"));
	c->open = true;
	c->tag = tag;
	c->artifact = ART_NONE;
}

static void
open_sequence(struct content *c, const struct mark *m, enum artifact artifact)
{
	if (m->tag == TAG_NONE) {
		open_artifact(c, artifact);
	} else {
		open_tag(c, m->tag);
		structure_box(c->p, m->tag, c->page, m);
	}
}

static void
put_font(struct content *c, const struct mark *m)
{
	if (c->face == (int)m->face && c->size == m->size)
		return;
	c->face = (int)m->face;
	c->size = m->size;
	buf_add(&c->b, STR("/F"));
	put_int(&c->b, m->face);
	buf_byte(&c->b, ' ');
	put_mpt(&c->b, m->size);
	buf_add(&c->b, STR(" Tf\n"));
}

/*
 * A line as strings with moves between them.  `want` is where the next glyph
 * belongs and `have` where a reader has come to by the file's widths, both in
 * parts of an em that has 1000 * units of them, so that nothing is rounded
 * twice.  Moves of a hundredth of a thousandth are left to add up.
 */
static void
put_glyphs(struct content *c, const struct mark *m)
{
	struct face_used *f = face_use(c->p, m->face);
	int64_t want = 0, have = 0;
	bool raised = false, string = false;

	buf_byte(&c->b, '[');
	for (size_t i = 0; i < m->glyphs.n; i++) {
		const struct glyph *g = &m->glyphs.at[i];
		uint16_t code = face_code(c->p, f, g);
		int64_t off = have - want - 1000 * (int64_t)g->dx;

		if (raised != (g->dy != 0) || g->dy) {
			buf_add(&c->b, string ? STR(")]TJ ") : STR("]TJ "));
			string = false;
			put_mpt(
			    &c->b, (mpt)((int64_t)g->dy * m->size / f->units));
			buf_add(&c->b, STR(" Ts["));
			raised = g->dy != 0;
		}
		if (off > f->units || off < -f->units) {
			int64_t move =
			    (off + (off > 0 ? f->units : -f->units) / 2) /
			    f->units;

			if (string)
				buf_byte(&c->b, ')');
			string = false;
			put_int(&c->b, move);
			have -= move * f->units;
		}
		if (!string)
			buf_byte(&c->b, '(');
		string = true;
		put_byte(&c->b, (unsigned char)(code >> 8));
		put_byte(&c->b, (unsigned char)(code & 0xFF));
		have += (int64_t)f->letters.at[code].width * f->units;
		want += 1000 * (int64_t)g->advance;
		if (g->cp == 0x20 || g->cp == 0xA0)
			want += 1000 * (int64_t)m->space * f->units / m->size;
	}
	buf_add(&c->b, string ? STR(")]TJ\n") : STR("]TJ\n"));
	if (raised)
		buf_add(&c->b, STR("0 Ts\n"));
}

static void
put_text_mark(struct content *c, const struct mark *m)
{
	/* Above the text stands the page's number, below it the footer, in it
	 * a repeated head. */
	const struct sheet *sheet = c->p->pages->list.at[c->page].sheet;
	bool above = m->y > sheet->height - sheet->top;
	bool below = m->y < sheet->bottom;

	open_sequence(c, m,
	    above   ? ART_FOLIO
	    : below ? ART_FOOTER
		    : ART_REPEAT);
	if (!c->text) {
		buf_add(&c->b, STR("BT\n"));
		c->text = true;
		c->x = c->y = 0;
	}
	put_font(c, m);
	if (c->x != m->x || c->y != m->y) {
		put_mpt(&c->b, m->x - c->x);
		buf_byte(&c->b, ' ');
		put_mpt(&c->b, m->y - c->y);
		buf_add(&c->b, STR(" Td "));
		c->x = m->x;
		c->y = m->y;
	}
	put_glyphs(c, m);
}

/* Per cent of lightness, as an operand. */
static void
put_grey(struct content *c, const struct mark *m)
{
	put_mpt(&c->b, m->grey * 10);
	buf_byte(&c->b, ' ');
}

static void
put_rule(struct content *c, const struct mark *m)
{
	const mpt box[4] = { m->x, m->y, m->width, m->height };

	open_sequence(c, m, ART_RULE);
	close_text(c);
	if (m->grey) {
		put_grey(c, m);
		buf_add(&c->b, STR("g "));
	}
	for (int i = 0; i < 4; i++) {
		put_mpt(&c->b, box[i]);
		buf_byte(&c->b, ' ');
	}
	buf_add(&c->b, m->grey ? STR("re f 0 g\n") : STR("re f\n"));
}

/* With round ends, so that strokes that meet make one line. */
static void
put_line(struct content *c, const struct mark *m)
{
	open_sequence(c, m, ART_RULE);
	close_text(c);
	put_grey(c, m);
	buf_add(&c->b, STR("G 1 J "));
	put_mpt(&c->b, m->size);
	buf_add(&c->b, STR(" w "));
	put_mpt(&c->b, m->x);
	buf_byte(&c->b, ' ');
	put_mpt(&c->b, m->y);
	buf_add(&c->b, STR(" m "));
	put_mpt(&c->b, m->x + m->width);
	buf_byte(&c->b, ' ');
	put_mpt(&c->b, m->y + m->height);
	buf_add(&c->b, STR(" l S\n"));
}

/* Light enough to read what is printed over it. */
static void
put_ghost(struct content *c, const struct mark *m)
{
	open_sequence(c, m, ART_GHOST);
	close_text(c);
	buf_add(&c->b, STR("q .85 g BT\n"));
	put_font(c, m);
	buf_add(&c->b, STR(".7071 .7071 -.7071 .7071 "));
	put_mpt(&c->b, m->x);
	buf_byte(&c->b, ' ');
	put_mpt(&c->b, m->y);
	buf_add(&c->b, STR(" Tm "));
	put_glyphs(c, m);
	buf_add(&c->b, STR("ET Q\n"));
	c->face = -1;
}

void
content_write(struct pdf *p, size_t page)
{
	const struct page *from = &p->pages->list.at[page];
	struct content c = {
		.p = p,
		.page = page,
		.b = p->content,
		.face = -1,
	};

	c.b.n = 0;
	for (size_t i = 0; i < from->marks.n; i++) {
		const struct mark *m = &from->marks.at[i];

		switch (m->kind) {
		case MARK_TEXT:
			put_text_mark(&c, m);
			break;
		case MARK_RULE:
			put_rule(&c, m);
			break;
		case MARK_LINE:
			put_line(&c, m);
			break;
		case MARK_GHOST:
			put_ghost(&c, m);
			break;
		case MARK_FIELD:
			field_add(p, page, m);
			break;
		case MARK_LINK:
			link_add(p, page, m);
			break;
		}
	}
	close_sequence(&c);
	/* An empty stream is no deflated stream. */
	if (!c.b.n)
		buf_byte(&c.b, '\n');
	haru_page_content(
	    p->haru, page, deflated(p->writer, p->arena, buf_str(&c.b)));
	p->content = c.b; /* its room serves the next page */
}
