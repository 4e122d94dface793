/* SPDX-License-Identifier: MIT */
#include "base/arena.h"
#include "markup/markup.h"
#include "template/template_int.h"

/* From markup's blocks to pieces, one parent after another. */

static void blocks_read(
    struct parse *r, struct pieces *out, const struct blocks *blocks);

static bool
holds_text(const struct block *b)
{
	return b->kind == BLOCK_PARAGRAPH || b->kind == BLOCK_HEADING;
}

static void
block_read(struct parse *r, struct pieces *out, const struct block *b)
{
	struct pieces kids = { 0 };

	if (block_refused(r, b, block_line(r, b)))
		return;
	if (b->kind == BLOCK_FENCE) {
		fence_read(r, out, b);
		return;
	}
	if (holds_text(b))
		kids = text_read(r, b);
	else
		blocks_read(r, &kids, &b->kids);

	struct piece *p = LIST_ADD(r->a, out);

	p->kind = PIECE_BLOCK;
	p->block = b;
	p->kids = kids;
}

static void
check_width(struct parse *r, const struct block *table)
{
	for (size_t i = 0; i < table->kids.n; i++) {
		const struct block *row = &table->kids.at[i];
		struct span at = block_line(r, row);

		if (row->kids.n > (size_t)table->columns)
			parse_fault(r, &template_row_too_wide, at,
			    ARGS(arg_str(span_text(at))));
	}
}

static void
blocks_read(struct parse *r, struct pieces *out, const struct blocks *blocks)
{
	struct pieces flat = { 0 };

	for (size_t i = 0; i < blocks->n; i++) {
		const struct block *b = &blocks->at[i];
		bool row = b->kind == BLOCK_ROW && b->kids.n == 1;

		if ((row || b->kind == BLOCK_HTML) &&
		    tag_line_read(r, &flat, block_line(r, b)))
			continue;
		if (b->kind == BLOCK_TABLE)
			check_width(r, b);
		block_read(r, &flat, b);
	}
	*out = sections_fold(r, &flat);
}

bool
pieces_read(struct pieces *out, struct arena *a, const struct source *s,
    struct span body, struct diags *d)
{
	struct parse r = { .a = a, .source = s, .d = d };
	struct marks marks = { 0 };
	struct blocks tree = markup_template(a, body, &marks);

	r.faulty = !markup_template_check(a, body, &tree, &marks, s, d);
	blocks_read(&r, out, &tree);
	sections_match(&r);
	return !r.faulty;
}
