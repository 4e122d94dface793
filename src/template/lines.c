/* SPDX-License-Identifier: MIT */
#include "base/arena.h"
#include "markup/markup.h"
#include "template/template_int.h"

/* From lines with tags in them to pieces. */

static void
text_add(struct parse *r, struct pieces *out, const struct run *run,
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
run_read(struct parse *r, struct pieces *out, const struct run *run)
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

		struct template_tag tag;
		size_t n = str_starts(s, STR("{{"))
			       ? tag_read(&tag, str_skip(s, 2))
			       : 0;

		if (!n) {
			size_t end = str_find(str_skip(s, 2), STR("}}"));

			n = end == SIZE_MAX ? s.n : end + 4;
			if (s.p[0] == '}')
				n = 2;
			parse_fault(r, &template_bad_tag,
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
runs_read(struct parse *r, const struct runs *runs)
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

static const struct words html_words = TEXT("HTML");
static const struct words code_words = TEXT("code");
static const struct words image_words = TEXT("an image");

static const struct words underlined_words = TEXT("a heading underlined");

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

bool
block_refused(struct parse *r, const struct block *b, struct span at)
{
	const struct words *what = refused(b);

	if (what)
		parse_fault(
		    r, &template_not_in_templates, at, ARGS(arg_words(what)));
	return what;
}

/* Code, HTML and images inside a line hang below it as blocks. */
struct pieces
text_read(struct parse *r, const struct block *b)
{
	for (size_t i = 0; i < b->kids.n; i++) {
		const struct block *kid = &b->kids.at[i];

		block_refused(
		    r, kid, source_span(r->source, kid->at.off, kid->at.len));
	}
	return runs_read(r, &b->runs);
}

struct pieces
line_read(struct parse *r, struct span line)
{
	struct block b = markup_inline(r->a, line);

	return text_read(r, &b);
}

bool
tag_line_read(struct parse *r, struct pieces *flat, struct span line)
{
	struct template_tag tag;

	if (!tag_alone(&tag, span_text(line)))
		return false;

	struct piece *p = LIST_ADD(r->a, flat);

	tag.at = line;
	p->kind = PIECE_TAG;
	p->tag = tag;
	return true;
}

struct span
block_line(const struct parse *r, const struct block *b)
{
	size_t off = b->at.off;

	while (off < r->source->text.n && r->source->text.p[off] == '\n')
		off++;

	size_t line = source_place(source_span(r->source, off, 0)).line;
	struct str s = str_trim(source_line(r->source, line));

	return source_span(r->source, (size_t)(s.p - r->source->text.p), s.n);
}
