/* SPDX-License-Identifier: MIT */
#include "layout/layout_int.h"

#define PAD_Y PT(2)
#define RULE  PT(0.5)

/* Above a head on a further page, of this size. */
#define CONTINUED PT(10)
static const struct words continued =
    WORDS("Table continued", "Продолжение таблицы", "Таблицанын уландысы");

/* --- rows --------------------------------------------------------------- */

struct row {
	const struct block *block;
	struct boxes *cells; /* the lines of each */
	mpt *x;              /* left edge of each; the right edge behind */
	size_t n;
	int64_t height; /* a hostile cell is longer than an mpt */
};

static void
row_set(struct row *r, struct setter *s, const struct table *t,
    const struct matter *row, uint32_t table_tag)
{
	const struct block *block = row->block;
	uint32_t tag = tag_add(s, TAG_TR, table_tag);
	size_t at = 0;

	*r =
	    (struct row){ .block = block, .height = line_height(s, &t->frame) };
	r->cells = ARENA_ARRAY(s->a, struct boxes, block->kids.n + 1);
	r->x = ARENA_ARRAY(s->a, mpt, block->kids.n + 1);
	for (size_t c = 0; c < block->kids.n && at < t->n; c++) {
		const struct block *cell = &block->kids.at[c];
		struct frame f = cell_frame(t, block, cell);
		size_t span = cell_span(t, at, cell);
		int64_t height;
		uint32_t cell_tag =
		    tag_add(s, block->head ? TAG_TH : TAG_TD, tag);

		s->out->tags.at[cell_tag].span = (int)span;
		r->x[r->n] = t->columns[at].x;
		f.x = t->columns[at].x + CELL_PAD;
		f.width = -2 * CELL_PAD;
		for (size_t i = at; i < at + span; i++)
			f.width += t->columns[i].width;
		f.width = larger(f.width, f.size);
		if (!block->head && span == 1)
			f.width -= figures_inset(&t->columns[at]);
		set_content(&r->cells[r->n], s, &row->kids[c], &f, cell_tag);
		height = boxes_height(&r->cells[r->n++]);
		r->height = height > r->height ? height : r->height;
		at += span;
	}
	r->x[r->n] = t->x + t->width;
	r->height += 2 * PAD_Y;
	/* Rows to write in; headings, also those across, are as they are. */
	if (!block->head && r->n == t->n && r->height < s->sheet->row)
		r->height = s->sheet->row;
}

/* The rules at a row's sides and below it, or below a part of it. */
static void
row_rules(struct box *b, struct setter *s, const struct table *t,
    const struct row *r, bool below)
{
	for (size_t i = 0; i <= r->n; i++)
		*LIST_ADD(s->a, &b->marks) =
		    rule_mark(r->x[i] - RULE / 2, -b->height, RULE, b->height);
	if (below)
		*LIST_ADD(s->a, &b->marks) = rule_mark(t->x - RULE / 2,
		    -b->height - RULE / 2, t->width + RULE, RULE);
}

static struct mark
top_rule(const struct table *t)
{
	return rule_mark(t->x - RULE / 2, -RULE / 2, t->width + RULE, RULE);
}

static struct box *
row_box(struct boxes *to, struct setter *s, const struct table *t,
    const struct row *r, bool first)
{
	struct box *b = LIST_ADD(s->a, to);

	b->head = r->block->head ? NULL : t->head;
	if (first)
		*LIST_ADD(s->a, &b->marks) = top_rule(t);
	else
		*LIST_ADD(s->a, &b->caps) = top_rule(t);
	return b;
}

/* A row that no page holds is set line by line, and breaks between lines. */
static void
row_sliced(struct boxes *to, struct setter *s, const struct table *t,
    const struct row *r, bool first)
{
	size_t n = 0;

	for (size_t c = 0; c < r->n; c++)
		n = r->cells[c].n > n ? r->cells[c].n : n;
	for (size_t i = 0; i < n; i++) {
		struct box *b = row_box(to, s, t, r, first && i == 0);
		mpt top = i ? 0 : PAD_Y;

		for (size_t c = 0; c < r->n; c++) {
			struct boxes line = { 0 };

			if (i >= r->cells[c].n)
				continue;
			line.at = &r->cells[c].at[i];
			line.n = 1;
			b->height = larger(
			    b->height, top + box_stack(b, s, &line, -top));
		}
		b->height += i + 1 == n ? PAD_Y : 0;
		row_rules(b, s, t, r, i + 1 == n);
	}
}

static void
row_whole(struct boxes *to, struct setter *s, const struct table *t,
    const struct row *r, bool first)
{
	struct box *b = row_box(to, s, t, r, first);

	b->height = (mpt)r->height;
	for (size_t c = 0; c < r->n; c++) {
		mpt over = b->height - (mpt)boxes_height(&r->cells[c]);

		/* Cells of a head stand in the middle of its height. */
		box_stack(
		    b, s, &r->cells[c], r->block->head ? -over / 2 : -PAD_Y);
	}
	row_rules(b, s, t, r, true);
	/* A row across the table is a heading of those below. */
	b->keep = r->block->head || (r->n == 1 && t->n > 1);
}

/* A head on a further page says that the table goes on. */
static struct boxes *
head_make(struct setter *s, const struct table *t)
{
	struct boxes *head = ARENA_NEW(s->a, struct boxes);
	struct box *b = LIST_ADD(s->a, head);
	struct str text = str_from(words_in(&continued, s->lang));
	struct glyphs g = font_shape(s->fonts, s->a, FACE_REGULAR, text);
	mpt width = font_width(s->fonts, FACE_REGULAR, g, CONTINUED);

	b->height = CONTINUED * 3 / 2;
	*LIST_ADD(s->a, &b->marks) = (struct mark){
		.kind = MARK_TEXT,
		.x = t->x + t->width - width,
		.y = -CONTINUED,
		.width = width,
		.size = CONTINUED,
		.face = FACE_REGULAR,
		.glyphs = g,
		.tag = TAG_NONE,
	};
	return head;
}

/* It is no part of the text: it was read before. */
static void
head_add(struct boxes *head, struct setter *s, const struct box *row)
{
	struct box *b = LIST_ADD(s->a, head);

	b->height = row->height;
	for (size_t i = 0; i < row->marks.n; i++) {
		if (row->marks.at[i].kind == MARK_LINK)
			continue;

		struct mark *m = LIST_ADD(s->a, &b->marks);

		*m = row->marks.at[i];
		m->tag = TAG_NONE;
	}
}

/* With its notes. */
static int64_t
row_room(const struct row *r)
{
	int64_t room = r->height;
	bool some = false;

	for (size_t c = 0; c < r->n; c++) {
		for (size_t i = 0; i < r->cells[c].n; i++) {
			const struct box *b = &r->cells[c].at[i];

			room += foot_height(b, some);
			some |= b->foot.n > 0;
		}
	}
	return room;
}

static void
set_rows(struct boxes *to, struct setter *s, struct table *t, uint32_t tag)
{
	bool in_head = true;
	size_t nbody = 0;

	for (size_t i = 0; i < t->matter->n; i++) {
		const struct block *block = t->matter->kids[i].block;
		struct row r;

		row_set(&r, s, t, &t->matter->kids[i], tag);
		in_head = in_head && block->head;
		if (row_room(&r) > body_height(s) - head_height(t->head))
			row_sliced(to, s, t, &r, i == 0);
		else
			row_whole(to, s, t, &r, i == 0);
		/* The first row does not stand alone, as little as the last. */
		if (!block->head && r.n == t->n && !nbody++)
			LIST_LAST(to)->keep = true;
		if (!in_head)
			continue;
		if (!t->head)
			t->head = head_make(s, t);
		head_add(t->head, s, LIST_LAST(to));
		/* One that leaves no room for rows stands once. */
		if (head_height(t->head) > body_height(s) / 2) {
			t->head = NULL;
			in_head = false;
		}
	}
}

void
set_table(struct boxes *to, struct setter *s, struct matter *m,
    const struct frame *f, uint32_t parent)
{
	struct table t = {
		.matter = m,
		.x = f->x,
		.width = f->width,
		.frame = *f,
	};
	size_t first = to->n;

	t.frame.indent = 0;
	t.frame.size = table_type(s->sheet);
	t.frame.leading = 100;
	t.frame.justify = false;
	t.frame.hyphenate = s->sheet->hyphenate;
	t.frame.depth = 0;
	if (!columns_make(&t, s))
		return;
	set_rows(to, s, &t, tag_add(s, TAG_TABLE, parent));
	if (to->n == first)
		return;
	/* A last row, often the sum, does not stand alone. */
	if (to->n - first > 1)
		to->at[to->n - 2].keep = true;
	to->at[first].before += f->size / 3;
	LIST_LAST(to)->height += f->size / 3;
}
