/* SPDX-License-Identifier: MIT */
#include "base/arena.h"
#include "markup/markup.h"
#include "template/template_int.h"

/* From markup's blocks to pieces, one parent after another. */

static void blocks_read(
    struct reading *r, struct pieces *out, const struct blocks *blocks);

/* --- lines -------------------------------------------------------------- */

static void
text_add(struct reading *r, struct pieces *out, const struct run *run,
    size_t from, size_t to)
{
	if (from == to)
		return;

	struct piece *p = LIST_ADD(r->a, out);

	p->kind = PIECE_RUN;
	p->run = *run;
	p->run.s = str_head(str_skip(run->s, from), to - from);
	if (run->at.src && run->at.len == run->s.n)
		p->run.at =
		    source_span(run->at.src, run->at.off + from, to - from);
}

static void
run_read(struct reading *r, struct pieces *out, const struct run *run)
{
	struct cursor cursor = { .run = run };
	size_t from = 0;

	while (from < run->s.n) {
		struct str s = str_skip(run->s, from);
		size_t at = tag_brace(s, 0);

		text_add(r, out, run, from, from + at);
		if (at == s.n)
			return;
		s = str_skip(s, at);
		from += at;

		struct tag tag;
		size_t n = str_starts(s, STR("{{"))
			       ? tag_read(&tag, str_skip(s, 2))
			       : 0;

		if (!n) {
			size_t end = str_find(str_skip(s, 2), STR("}}"));

			n = end == SIZE_MAX ? s.n : end + 4;
			if (s.p[0] == '}')
				n = 2;
			diag_add(r->d, &template_bad_tag,
			    tag_span(&cursor, from, n),
			    ARGS(arg_str(str_head(s, n))));
			from += n;
			continue;
		}
		n += 2;

		struct piece *p = LIST_ADD(r->a, out);

		tag.at = tag_span(&cursor, from, n);
		p->kind = PIECE_TAG;
		p->tag = tag;
		p->run = *run;
		from += n;
	}
}

static struct pieces
runs_read(struct reading *r, const struct runs *runs)
{
	struct pieces flat = { 0 };

	for (size_t i = 0; i < runs->n; i++) {
		struct run run = runs->at[i];

		/* markup read a copy of the file, each place where it was. */
		run.at.src = r->source;
		if (run.kind == RUN_TEXT) {
			run_read(r, &flat, &run);
			continue;
		}

		struct piece *p = LIST_ADD(r->a, &flat);

		p->kind = PIECE_RUN;
		p->run = run;
	}
	return sections_fold(r, &flat);
}

struct pieces
line_read(struct reading *r, struct span line)
{
	struct runs runs = markup_inline(r->a, line);

	return runs_read(r, &runs);
}

/* --- blocks ------------------------------------------------------------- */

bool
tag_line_read(struct reading *r, struct pieces *flat, struct span line)
{
	struct tag tag;

	if (!tag_alone(&tag, span_text(line)))
		return false;

	struct piece *p = LIST_ADD(r->a, flat);

	tag.at = line;
	p->kind = PIECE_TAG;
	p->tag = tag;
	return true;
}

struct span
block_line(const struct reading *r, const struct block *b)
{
	size_t off = b->at.off;

	while (off < r->source->text.n && r->source->text.p[off] == '\n')
		off++;

	size_t line = source_place(source_span(r->source, off, 0)).line;
	struct str s = str_trim(source_line(r->source, line));

	return source_span(r->source, (size_t)(s.p - r->source->text.p), s.n);
}

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
	struct blocks tree = markup_markdown(a, body);

	blocks_read(&r, out, &tree);
	sections_match(&r);
}
