/* SPDX-License-Identifier: MIT */
#include "base/arena.h"
#include "markup/markup.h"
#include "template/template_int.h"

/* From markup's blocks to pieces, one parent after another. */

static void blocks_read(
    struct reading *r, struct pieces *out, const struct blocks *blocks);

static const struct words html_words = WORDS("HTML", "HTML", "HTML");
static const struct words code_words = WORDS("code", "код", "код");
static const struct words image_words =
    WORDS("an image", "изображение", "сүрөт");

static const struct words underlined_words = WORDS("a heading underlined",
    "заголовок, подчёркнутый чертой", "асты сызылган аталыш");

static const struct words *
refused(const struct block *b)
{
	switch (b->kind) {
	case BLOCK_HEADING:
		return b->setext ? &underlined_words : NULL;
	case BLOCK_HTML:
		return &html_words;
	case BLOCK_CODE:
		return &code_words;
	case BLOCK_IMAGE:
		return &image_words;
	default:
		return NULL;
	}
}

static void
refuse(struct reading *r, const struct block *b, struct span at)
{
	diag_add(
	    r->d, &template_not_in_templates, at, ARGS(arg_words(refused(b))));
}

/* Inline HTML, code and images hang below a paragraph as blocks. */
static bool
holds_text(const struct block *b)
{
	return b->kind == BLOCK_PARAGRAPH || b->kind == BLOCK_HEADING;
}

static void
block_read(struct reading *r, struct pieces *out, const struct block *b)
{
	struct pieces kids = { 0 };

	if (refused(b)) {
		refuse(r, b, block_line(r, b));
		return;
	}
	if (b->kind == BLOCK_FENCE) {
		fence_read(r, out, b);
		return;
	}
	if (holds_text(b)) {
		kids = runs_read(r, &b->runs);
		for (size_t i = 0; i < b->kids.n; i++) {
			const struct block *kid = &b->kids.at[i];

			refuse(r, kid,
			    source_span(r->source, kid->at.off, kid->at.len));
		}
	} else {
		blocks_read(r, &kids, &b->kids);
	}

	struct piece *p = LIST_ADD(r->a, out);

	p->kind = PIECE_BLOCK;
	p->block = b;
	p->kids = kids;
}

static void
check_width(struct reading *r, const struct block *table)
{
	for (size_t i = 0; i < table->kids.n; i++) {
		const struct block *row = &table->kids.at[i];
		struct span at = block_line(r, row);

		if (row->kids.n > (size_t)table->columns)
			diag_add(r->d, &template_row_too_wide, at,
			    ARGS(arg_str(span_text(at))));
	}
}

static void
blocks_read(struct reading *r, struct pieces *out, const struct blocks *blocks)
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

void
pieces_read(struct pieces *out, struct arena *a, const struct source *s,
    struct span body, struct diags *d)
{
	struct reading r = { .a = a, .source = s, .d = d };
	struct blocks tree = markup_template(a, body);

	markup_bullets_check(&tree, s, d);
	blocks_read(&r, out, &tree);
	sections_match(&r);
}
