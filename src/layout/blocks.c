/* SPDX-License-Identifier: MIT */
#include "layout/layout_int.h"

#define LABEL_GAP PT(4) /* between a label and its text, at least */

static void
set_paragraph(struct boxes *to, struct setter *s, struct matter *m,
    const struct frame *f, uint32_t tag)
{
	struct text *t = text_of(s, m, f);

	set_text(to, s, t, f, tag);
	if (t->colon && to->n)
		LIST_LAST(to)->keep = true;
}

/* How a heading of each level looks. */
static const struct {
	enum tag_kind tag;
	enum align align;
	unsigned style;
	int before, after; /* per cent of the type's size */
} headings[] = {
	{ TAG_H1, ALIGN_CENTRE, STYLE_BOLD, 60, 60 },
	{ TAG_H2, ALIGN_LEFT, STYLE_BOLD, 80, 30 },
	{ TAG_H3, ALIGN_LEFT, STYLE_BOLD | STYLE_ITALIC, 40, 20 },
};

static void
set_heading(struct boxes *to, struct setter *s, struct matter *m,
    const struct frame *f, uint32_t parent)
{
	int level = m->block->level < 3 ? m->block->level : 3;
	struct frame h = *f;
	size_t first = to->n;

	h.align = headings[level - 1].align;
	h.style = headings[level - 1].style;
	/* All lines of one at the left begin where a paragraph does. */
	if (h.align != ALIGN_CENTRE && f->indent < f->width / 3) {
		h.x += f->indent;
		h.width -= f->indent;
	}
	h.indent = 0;
	h.justify = h.hyphenate = false;
	h.balance = true;
	set_text(to, s, text_of(s, m, &h), &h,
	    tag_add(s, headings[level - 1].tag, parent));
	if (to->n == first)
		return;
	to->at[first].before += headings[level - 1].before * f->size / 100;
	if (level <= 2) {
		to->at[first].bookmark = level;
		to->at[first].title = runs_text(s->a, &m->block->runs);
	}
	for (size_t i = first; i < to->n; i++)
		to->at[i].keep = true;
	LIST_LAST(to)->height += headings[level - 1].after * f->size / 100;
}

/* Lines to the centre or the right edge: they stay together. */
static void
set_aligned(struct boxes *to, struct setter *s, struct matter *m,
    const struct frame *f, uint32_t parent)
{
	bool centre = m->block->kind == BLOCK_CENTRE;
	struct frame g = *f;
	size_t first = to->n;

	g.align = centre ? ALIGN_CENTRE : ALIGN_RIGHT;
	g.indent = 0;
	g.justify = g.hyphenate = false;
	g.balance = centre;
	for (size_t i = 0; i < m->n; i++)
		set_paragraph(
		    to, s, &m->kids[i], &g, tag_add(s, TAG_P, parent));
	/* What stands in the centre or at the right opens something. */
	for (size_t i = first; i < to->n; i++)
		to->at[i].keep = true;
}

/* --- lists -------------------------------------------------------------- */

/* A label is text of no record: it is made as a paragraph is. */
static struct text *
label_make(
    struct setter *s, const struct block *list, size_t i, const struct frame *f)
{
	const struct block *item = &list->kids.at[i];
	struct runs runs = { 0 };
	struct str label = item->label;

	if (!label.n && list->ordered)
		label = str_printf(s->a, "%d.", list->start + (int)i);
	else if (!label.n)
		label = f->depth % 2 ? STR("•") : STR("–");
	run_add(s->a, &runs, label, 0)->at = item->at;
	return text_make(s, &runs, f);
}

static void
set_item(struct boxes *to, struct setter *s, const struct matter *item,
    struct text *label, const struct frame *label_frame, const struct frame *f,
    uint32_t list_tag)
{
	struct boxes labels = { 0 }, body = { 0 };
	uint32_t tag = tag_add(s, TAG_LI, list_tag);

	set_text(&labels, s, label, label_frame, tag_add(s, TAG_LBL, tag));
	set_content(&body, s, item, f, tag_add(s, TAG_LBODY, tag));
	boxes_beside(&labels, s, &body);
	for (size_t i = 0; i < labels.n; i++)
		*LIST_ADD(s->a, to) = labels.at[i];
}

static void
set_list(struct boxes *to, struct setter *s, struct matter *m,
    const struct frame *f, uint32_t parent)
{
	struct frame label = *f, body = *f;
	struct text **labels =
	    ARENA_ARRAY(s->a, struct text *, m->n ? m->n : 1);
	mpt widest = 0, step = s->sheet->indent;
	uint32_t tag = tag_add(s, TAG_L, parent);

	s->out->tags.at[tag].ordered = m->block->ordered;
	label.hyphenate = label.justify = false;
	label.indent = body.indent = 0;
	label.align = ALIGN_LEFT;
	for (size_t i = 0; i < m->n; i++) {
		labels[i] = label_make(s, m->block, i, &label);
		widest = larger(widest, text_natural(labels[i]));
	}
	/* Outermost labels stand half an indent in, the text at the indent. */
	label.x += f->depth ? 0 : step / 2;
	label.width = larger(widest + LABEL_GAP, step / 2);
	body.x = label.x + label.width;
	body.width = f->x + f->width - body.x;
	body.depth = f->depth + 1;
	for (size_t i = 0; i < m->n; i++)
		set_item(to, s, &m->kids[i], labels[i], &label, &body, tag);
}

/* --- all blocks --------------------------------------------------------- */

static void
set_quote(struct boxes *to, struct setter *s, struct matter *m,
    const struct frame *f, uint32_t parent)
{
	struct frame q = *f;

	q.x += s->sheet->indent;
	q.width -= 2 * s->sheet->indent;
	q.indent = 0;
	if (q.width < f->width / 3)
		q = *f;
	set_blocks(to, s, m, &q, tag_add(s, TAG_QUOTE, parent));
}

static void
set_line(struct boxes *to, struct setter *s, struct matter *m,
    const struct frame *f, uint32_t parent)
{
	struct box *box = LIST_ADD(s->a, to);

	(void)m;
	(void)parent;
	box->height = line_height(s, f);
	*LIST_ADD(s->a, &box->marks) =
	    rule_mark(f->x, -box->height / 2, f->width, PT(0.5));
}

static void
set_pagebreak(struct boxes *to, struct setter *s, struct matter *m,
    const struct frame *f, uint32_t parent)
{
	(void)m;
	(void)f;
	(void)parent;
	LIST_ADD(s->a, to)->page_break = true;
}

static void
set_tagged_paragraph(struct boxes *to, struct setter *s, struct matter *m,
    const struct frame *f, uint32_t parent)
{
	if (m->block->runs.n)
		set_paragraph(to, s, m, f, tag_add(s, TAG_P, parent));
}

/* Kinds that a document does not hold are not set: the ledger sees it. */
static void (*const setters[BLOCK_SHEET + 1])(struct boxes *to,
    struct setter *s, struct matter *m, const struct frame *f,
    uint32_t parent) = {
	[BLOCK_PARAGRAPH] = set_tagged_paragraph,
	[BLOCK_HEADING] = set_heading,
	[BLOCK_LIST] = set_list,
	[BLOCK_QUOTE] = set_quote,
	[BLOCK_TABLE] = set_table,
	[BLOCK_LINE] = set_line,
	[BLOCK_CENTRE] = set_aligned,
	[BLOCK_RIGHT] = set_aligned,
	[BLOCK_COLUMNS] = set_columns,
	[BLOCK_STAMPS] = set_stamps,
	[BLOCK_SIGNATURES] = set_signatures,
	[BLOCK_PAGEBREAK] = set_pagebreak,
	[BLOCK_CHART] = set_chart,
};

/* --- one below the other ------------------------------------------------ */

static const struct run *
first_run(const struct block *b)
{
	for (size_t i = 0; i < b->runs.n; i++)
		if (b->runs.at[i].s.n)
			return &b->runs.at[i];
	return NULL;
}

/* A paragraph that opens in bold type is a heading run in; one with a number
 * begins an item of the agenda.  A line that ends in a colon opens too, but for
 * a clause with a number. */
static int
lead_space(const struct block *b, size_t nlines)
{
	const struct run *run = first_run(b);

	if (run && run->style & STYLE_BOLD)
		return run->s.p[0] >= '0' && run->s.p[0] <= '9' ? 60 : 30;
	if (nlines == 1 && run && !str_digits(run->s) &&
	    str_ends(LIST_LAST(&b->runs)->s, STR(":")))
		return 30;
	return 0;
}

/* Per cent of the type's size between a block and the one above it. */
static int
space_above(const struct block *above, const struct block *b, size_t nlines)
{
	int lead = b->kind == BLOCK_PARAGRAPH ? lead_space(b, nlines) : 0;
	bool parted = above->kind == BLOCK_LIST || above->kind == BLOCK_QUOTE ||
		      above->kind == BLOCK_COLUMNS;

	if (above->kind == BLOCK_RIGHT && b->kind == BLOCK_CENTRE)
		return 80;
	if (b->kind == BLOCK_QUOTE)
		return 30;
	if (b->kind == BLOCK_COLUMNS && above->kind != BLOCK_HEADING)
		return 50;
	if (b->kind == BLOCK_LIST && above->kind == BLOCK_COLUMNS)
		return 30;
	if (b->kind == BLOCK_PARAGRAPH && parted && lead < 30)
		return 30;
	return lead;
}

/* Paragraphs behind block i that are particulars, not text: the date below
 * signatures, and who was there, between the line of date and place and the
 * agenda or the line across. */
static bool
are_particulars(const struct matter *in, size_t i)
{
	if (in->kids[i].block->kind != BLOCK_COLUMNS)
		return in->kids[i].block->kind == BLOCK_SIGNATURES;
	do
		i++;
	while (i < in->n && in->kids[i].block->kind == BLOCK_PARAGRAPH);
	return i < in->n && (in->kids[i].block->kind == BLOCK_HEADING ||
				in->kids[i].block->kind == BLOCK_LINE);
}

/* A text right above a list or a table introduces it, with a colon or none. */
static bool
introduces(const struct block *text, const struct block *b)
{
	return text->kind == BLOCK_PARAGRAPH &&
	       (b->kind == BLOCK_LIST || b->kind == BLOCK_TABLE);
}

/* What follows is set on another sheet; a page break right above begins it. */
static struct frame
sheet_change(struct boxes *to, struct setter *s, const struct block *b)
{
	if (!to->n || !LIST_LAST(to)->page_break)
		LIST_ADD(s->a, to)->page_break = true;
	LIST_LAST(to)->sheet = b->sheet;
	s->sheet = b->sheet;
	s->lang = b->lang;
	return sheet_frame(b->sheet);
}

/* What follows is a section of its own. */
static uint32_t
section_add(struct setter *s)
{
	uint32_t tag = tag_add(s, TAG_SECT, 0);

	s->out->tags.at[tag].lang = s->lang;
	return tag;
}

static struct frame
flush_left(const struct frame *f)
{
	struct frame flush = *f;

	flush.indent = 0;
	flush.justify = false;
	return flush;
}

/* `lone`: its only paragraph goes into the tag itself. */
static void
set_all(struct boxes *to, struct setter *s, const struct matter *in,
    const struct frame *frame, uint32_t tag, bool lone)
{
	const struct block *above = NULL;
	struct frame here = *frame, flush = flush_left(frame), *f = &here;
	bool particulars = false;
	size_t *starts = ARENA_ARRAY(s->a, size_t, in->n + 1);

	for (size_t i = 0; i < in->n; i++) {
		struct matter *m = &in->kids[i];
		const struct block *b = m->block;
		bool text = b->kind == BLOCK_PARAGRAPH;
		size_t first = to->n;

		starts[i] = first;
		if (b->kind == BLOCK_SHEET) {
			here = sheet_change(to, s, b);
			tag = section_add(s);
			flush = flush_left(&here);
			above = b;
			continue;
		}
		if (!text)
			particulars = are_particulars(in, i);
		if (text && lone)
			set_paragraph(to, s, m, f, tag);
		else if (setters[b->kind])
			setters[b->kind](
			    to, s, m, text && particulars ? &flush : f, tag);
		if (to->n == first)
			continue;
		if (above && introduces(above, b))
			to->at[first - 1].keep = true;
		if (b->kind == BLOCK_SIGNATURES)
			keep_closing(to, s, in, starts, i, tag);
		if (above)
			to->at[first].before +=
			    f->size / 100 *
			    space_above(above, b, to->n - first);
		above = b;
	}
}

void
set_blocks(struct boxes *to, struct setter *s, const struct matter *in,
    const struct frame *f, uint32_t parent)
{
	set_all(to, s, in, f, parent, false);
}

void
set_content(struct boxes *to, struct setter *s, const struct matter *in,
    const struct frame *f, uint32_t tag)
{
	size_t nparagraphs = 0;

	for (size_t i = 0; i < in->n; i++)
		nparagraphs += in->kids[i].block->kind == BLOCK_PARAGRAPH;
	set_all(to, s, in, f, tag, nparagraphs == 1);
}
