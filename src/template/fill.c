/* SPDX-License-Identifier: MIT */
#include "base/arena.h"
#include "template/template_int.h"

/* --- blocks ------------------------------------------------------------- */

/*
 * Where blocks go.  Lists that one repetition makes side by side are one list:
 * `joins` is the repetition that made the last block, if that is a list.
 */
struct sink {
	struct blocks *to;
	const struct piece *repetition; /* the outermost one of this parent */
	bool labelled; /* inside it: the innermost frame is its element */
	const struct piece *joins;
};

static void fill_pieces(
    struct filling *f, struct sink *to, const struct pieces *pieces);

static struct block *
block_put(struct filling *f, struct sink *to, const struct block *like)
{
	struct block *b = LIST_ADD(f->a, to->to);

	f->made++;
	*b = *like;
	b->runs = (struct runs){ 0 };
	b->kids = (struct blocks){ 0 };
	to->joins = NULL;
	return b;
}

static void
put_all(struct filling *f, struct sink *to, const struct blocks *blocks)
{
	for (size_t i = 0; i < blocks->n; i++)
		*LIST_ADD(f->a, to->to) = blocks->at[i];
	if (blocks->n)
		to->joins = NULL;
}

static bool
has_tag(const struct pieces *pieces)
{
	for (size_t i = 0; i < pieces->n; i++) {
		const struct piece *p = &pieces->at[i];

		if (p->kind == PIECE_TAG || p->kind == PIECE_SECTION ||
		    has_tag(&p->kids))
			return true;
	}
	return false;
}

static void
fill_paragraph(struct filling *f, struct sink *to, const struct piece *p)
{
	struct filled line = line_fill(f, &p->kids);

	if (line.alone) {
		put_all(f, to, &line.after);
		return;
	}
	if (line_has_word(&line.runs) || !has_tag(&p->kids))
		block_put(f, to, p->block)->runs = line.runs;
	put_all(f, to, &line.after);
	if (line_has_word(&line.tail))
		block_put(f, to, p->block)->runs = line.tail;
}

static bool
has_words(const struct blocks *blocks)
{
	for (size_t i = 0; i < blocks->n; i++) {
		if (line_has_word(&blocks->at[i].runs) ||
		    has_words(&blocks->at[i].kids))
			return true;
	}
	return false;
}

static struct blocks
filled(struct filling *f, const struct pieces *pieces)
{
	struct blocks out = { 0 };
	struct sink to = { .to = &out };

	fill_pieces(f, &to, pieces);
	return out;
}

/* "1." or "1.1." of the element that the innermost repetition is at. */
static struct str
element_label(struct filling *f)
{
	const struct frame *frame = &f->frames[f->nframes - 1];
	const struct value *v = value_member(frame->value, STR("number"));
	struct str s = v ? v->text : str_printf(f->a, "%zu", frame->turn + 1);

	if (!s.n || str_ends(s, STR(".")))
		return s;
	return str_printf(f->a, STR_FMT ".", STR_ARG(s));
}

/* An item that had tags and came out empty is dropped. */
static void
fill_items(struct filling *f, struct sink *to, const struct piece *list,
    struct blocks *items)
{
	bool label = to->labelled && list->block->ordered && list->kids.n == 1;

	for (size_t i = 0; i < list->kids.n; i++) {
		const struct piece *p = &list->kids.at[i];
		struct blocks kids = filled(f, &p->kids);

		if (!kids.n && has_tag(&p->kids))
			continue;

		struct block *item = LIST_ADD(f->a, items);

		*item = *p->block;
		item->runs = (struct runs){ 0 };
		item->kids = kids;
		if (label)
			item->label = element_label(f);
	}
}

static void
fill_list(struct filling *f, struct sink *to, const struct piece *p)
{
	struct blocks items = { 0 };

	fill_items(f, to, p, &items);
	if (!items.n)
		return;
	if (to->joins && to->joins == to->repetition &&
	    LIST_LAST(to->to)->ordered == p->block->ordered) {
		struct blocks *before = &LIST_LAST(to->to)->kids;

		for (size_t i = 0; i < items.n; i++)
			*LIST_ADD(f->a, before) = items.at[i];
		return;
	}
	block_put(f, to, p->block)->kids = items;
	to->joins = to->repetition;
}

/* --- cells -------------------------------------------------------------- */

/* A row as a line: its cells with dashes between. */
static void
put_row(struct filling *f, struct blocks *to, const struct block *row)
{
	struct block *line = block_add(f->a, to, BLOCK_PARAGRAPH);

	line->at = row->at;
	for (size_t i = 0; i < row->kids.n; i++) {
		const struct blocks *cell = &row->kids.at[i].kids;

		if (line->runs.n && has_words(cell))
			run_add(f->a, &line->runs, STR(" – "), 0);
		for (size_t k = 0; k < cell->n; k++) {
			const struct runs *runs = &cell->at[k].runs;

			for (size_t r = 0; r < runs->n; r++)
				*LIST_ADD(f->a, &line->runs) = runs->at[r];
		}
	}
}

/* No table stands in a table: in a cell its rows become lines. */
static struct blocks
without_tables(struct filling *f, const struct blocks *blocks)
{
	struct blocks out = { 0 };

	for (size_t i = 0; i < blocks->n; i++) {
		const struct block *b = &blocks->at[i];

		if (b->kind == BLOCK_TABLE) {
			for (size_t r = 0; r < b->kids.n; r++)
				put_row(f, &out, &b->kids.at[r]);
			continue;
		}
		*LIST_ADD(f->a, &out) = *b;
		LIST_LAST(&out)->kids = without_tables(f, &b->kids);
	}
	return out;
}

/* A row of one cell under a wider head spans the table, and is its heading. */
static void
span_rows(struct block *table)
{
	for (size_t i = 0; i < table->kids.n; i++) {
		struct block *row = &table->kids.at[i];

		if (row->kids.n != 1 || table->columns == 1)
			continue;
		row->kids.at[0].span = table->columns;
		row->kids.at[0].align = ALIGN_CENTRE;
	}
}

static void
fill_block(struct filling *f, struct sink *to, const struct piece *p)
{
	struct blocks kids;

	switch (p->block->kind) {
	case BLOCK_PARAGRAPH:
	case BLOCK_HEADING:
		fill_paragraph(f, to, p);
		return;
	case BLOCK_LIST:
		fill_list(f, to, p);
		return;
	case BLOCK_CELL:
		kids = filled(f, &p->kids);
		block_put(f, to, p->block)->kids = without_tables(f, &kids);
		return;
	case BLOCK_LINE:
	case BLOCK_PAGEBREAK:
		kids = filled(f, &p->kids);
		block_put(f, to, p->block)->kids = kids;
		return;
	case BLOCK_CHART:
		chart_fill(f, to->to, p->chart);
		to->joins = NULL;
		return;
	case BLOCK_TABLE:
		kids = filled(f, &p->kids);
		block_put(f, to, p->block)->kids = kids;
		span_rows(LIST_LAST(to->to));
		return;
	default:
		/* A row, a quote, a fence: dropped where nothing came out. */
		kids = filled(f, &p->kids);
		if (!has_words(&kids) && has_tag(&p->kids) && !p->block->head)
			return;
		block_put(f, to, p->block)->kids = kids;
		return;
	}
}

static void
fill_section(struct filling *f, struct sink *to, const struct piece *p)
{
	struct sink outer = *to;
	bool each = p->tag.kind == TAG_EACH;

	if (each && !to->repetition)
		to->repetition = p;
	to->labelled = to->labelled || each;
	for (size_t turn = 0; fill_enter(f, p, turn); turn++) {
		fill_pieces(f, to, &p->kids);
		fill_leave(f, p);
	}
	to->repetition = outer.repetition;
	to->labelled = outer.labelled;
}

static void
fill_pieces(struct filling *f, struct sink *to, const struct pieces *pieces)
{
	for (size_t i = 0; i < pieces->n && !fill_is_full(f); i++) {
		const struct piece *p = &pieces->at[i];

		if (p->kind == PIECE_SECTION)
			fill_section(f, to, p);
		else if (p->kind == PIECE_BLOCK)
			fill_block(f, to, p);
	}
}

/* --- the document ------------------------------------------------------- */

bool
template_fill(struct document *out, struct arena *page,
    const struct template *t, const struct value *values, struct diags *d)
{
	struct filling f = {
		.a = page, .d = d, .lang = out->lang, .nframes = 1
	};

	f.frames[0] = (struct frame){ values, 0, 1 };
	sheet_apply(&out->sheet, &t->sheet);
	out->blocks = filled(&f, &t->pieces);
	if (fill_is_full(&f))
		fill_fault(&f, &template_too_long, source_span(t->source, 0, 0),
		    ARGS(arg_number(d->arena, (int64_t)TEMPLATE_PARTS_MAX)));
	/* A draft prints what can be printed; what is wrong was said. */
	if (f.faulty || out->sheet.draft)
		return !f.faulty;
	return unprinted_find(page, &out->blocks, values, d);
}
