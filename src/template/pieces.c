/* SPDX-License-Identifier: MIT */
#include "base/arena.h"
#include "markup/markup.h"
#include "template/template_int.h"

/*
 * From markup's blocks to pieces, in two steps for each parent: its children
 * are laid out flat, tags among them, and then folded into sections.  A tag
 * without its partner in the same parent is set aside; at the end the ones set
 * aside are matched, so that one mistake gives one finding.
 */

struct stray {
	struct tag tag;
	const struct tag *inside; /* a closing tag: what was open there */
	bool settled; /* its fault has been said, or it was matched */
};
struct strays {
	LIST_OF(struct stray);
};

struct reading {
	struct arena *a;
	const struct source *source;
	struct diags *d;
	struct strays opened, closed;
};

static void blocks_read(
    struct reading *r, struct pieces *out, const struct blocks *blocks);

static struct str
tag_text(const struct tag *t)
{
	return span_text(t->at);
}

/* --- folding ------------------------------------------------------------ */

struct open {
	const struct piece *piece;
	const struct open *up; /* around it, in the same parent */
	size_t depth;
};

static bool
same_place(const struct piece *a, const struct piece *b)
{
	return a->run.style == b->run.style && str_eq(a->run.url, b->run.url);
}

static bool
closes(const struct open *o, const struct piece *close)
{
	return o && str_eq(o->piece->tag.path, close->tag.path);
}

static bool
closes_outer(const struct open *o, const struct piece *close)
{
	while (o && !closes(o, close))
		o = o->up;
	return o;
}

static void
set_aside(struct reading *r, struct strays *to, const struct tag *tag,
    const struct tag *inside, bool settled)
{
	*LIST_ADD(r->a, to) = (struct stray){ *tag, inside, settled };
}

static void
check_close(struct reading *r, const struct open *o, const struct piece *close)
{
	if (!same_place(o->piece, close))
		diag_add(r->d, &template_closed_elsewhere, close->tag.at,
		    ARGS(arg_str(tag_text(&close->tag))))
		    ->related = o->piece->tag.at;
}

static bool
is_opening(const struct piece *p)
{
	return p->kind == PIECE_TAG && p->tag.kind != TAG_PRINT &&
	       p->tag.kind != TAG_CLOSE;
}

/* Folds from *i on until `o` is closed, or all the rest where it is NULL. */
static void
fold(struct reading *r, struct pieces *out, const struct pieces *flat,
    size_t *i, const struct open *o)
{
	while (*i < flat->n) {
		const struct piece *p = &flat->at[*i];

		if (p->kind == PIECE_TAG && p->tag.kind == TAG_CLOSE) {
			if (!closes(o, p) && closes_outer(o, p)) {
				diag_add(r->d, &template_closed_wrongly,
				    p->tag.at, ARGS(arg_str(tag_text(&p->tag))))
				    ->related = o->piece->tag.at;
				set_aside(
				    r, &r->opened, &o->piece->tag, NULL, true);
				return;
			}
			(*i)++;
			if (closes(o, p)) {
				check_close(r, o, p);
				return;
			}
			set_aside(r, &r->closed, &p->tag,
			    o ? &o->piece->tag : NULL, false);
			continue;
		}

		struct piece *to = LIST_ADD(r->a, out);

		*to = *p;
		(*i)++;
		if (!is_opening(p))
			continue;

		struct open inner = { p, o, o ? o->depth + 1 : 1 };
		struct pieces kids = { 0 };

		if (inner.depth == TEMPLATE_DEPTH)
			diag_add(r->d, &template_too_deep, p->tag.at,
			    ARGS(arg_number(r->a, TEMPLATE_DEPTH)));
		to->kind =
		    inner.depth < TEMPLATE_DEPTH ? PIECE_SECTION : PIECE_RUN;
		if (to->kind == PIECE_RUN)
			continue;
		fold(r, &kids, flat, i, &inner);
		LIST_LAST(out)->kids = kids;
	}
	if (o)
		set_aside(r, &r->opened, &o->piece->tag, NULL, false);
}

static struct pieces
folded(struct reading *r, const struct pieces *flat)
{
	struct pieces out = { 0 };
	size_t i = 0;

	fold(r, &out, flat, &i, NULL);
	return out;
}

static struct stray *
stray_find(struct strays *in, struct str path)
{
	for (size_t i = 0; i < in->n; i++) {
		if (str_eq(in->at[i].tag.path, path))
			return &in->at[i];
	}
	return NULL;
}

static void
match_close(struct reading *r, struct stray *c)
{
	struct stray *o = stray_find(&r->opened, c->tag.path);
	struct diag *g;

	if (o && o->settled) {
		o->tag.path = STR("");
		return;
	}
	if (o) {
		g = diag_add(r->d, &template_closed_elsewhere, c->tag.at,
		    ARGS(arg_str(tag_text(&c->tag))));
		g->related = o->tag.at;
		o->settled = true;
		o->tag.path = STR("");
		return;
	}
	g = diag_add(r->d, &template_closed_wrongly, c->tag.at,
	    ARGS(arg_str(tag_text(&c->tag))));
	if (!c->inside)
		return;
	g->related = c->inside->at;
	o = stray_find(&r->opened, c->inside->path);
	if (!o || o->settled)
		return;
	/* A slip of the name: the section that stayed open is the one meant. */
	g->fix = str_printf(r->a, "{{/" STR_FMT "}}", STR_ARG(c->inside->path));
	o->settled = true;
}

static void
match_strays(struct reading *r)
{
	for (size_t i = 0; i < r->closed.n; i++)
		match_close(r, &r->closed.at[i]);
	for (size_t i = 0; i < r->opened.n; i++) {
		const struct stray *o = &r->opened.at[i];

		if (!o->settled)
			diag_add(r->d, &template_never_closed, o->tag.at,
			    ARGS(arg_str(tag_text(&o->tag))));
	}
}

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

/* Where the next {{ or }} of s stands, or its end. */
static size_t
next_brace(struct str s)
{
	size_t open = str_find(s, STR("{{")), close = str_find(s, STR("}}"));
	size_t at = open < close ? open : close;

	return at == SIZE_MAX ? s.n : at;
}

static void
run_read(struct reading *r, struct pieces *out, const struct run *run)
{
	size_t from = 0;

	while (from < run->s.n) {
		struct str s = str_skip(run->s, from);
		size_t at = next_brace(s);

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
			    tag_span(run, from, n),
			    ARGS(arg_str(str_head(s, n))));
			from += n;
			continue;
		}
		n += 2;

		struct piece *p = LIST_ADD(r->a, out);

		tag.at = tag_span(run, from, n);
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
	return folded(r, &flat);
}

static struct pieces
line_read(struct reading *r, struct span line)
{
	struct runs runs = markup_inline(r->a, line);

	return runs_read(r, &runs);
}

/* --- fences ------------------------------------------------------------- */

static const struct fence {
	const char *info;
	enum block_kind kind;
	enum fence_form {
		FENCE_LINES, /* a paragraph a line */
		FENCE_PAIRS, /* left | right in each line */
		FENCE_SIDES, /* lines, a line of one bar, lines */
		FENCE_EMPTY
	} form;
} fences[] = {
	{ "centre", BLOCK_CENTRE, FENCE_LINES },
	{ "right", BLOCK_RIGHT, FENCE_LINES },
	{ "columns", BLOCK_COLUMNS, FENCE_PAIRS },
	{ "stamps", BLOCK_STAMPS, FENCE_SIDES },
	{ "signatures", BLOCK_SIGNATURES, FENCE_PAIRS },
	{ "pagebreak", BLOCK_PAGEBREAK, FENCE_EMPTY },
};
#define NFENCES (sizeof(fences) / sizeof(*fences))

static const struct fence *
fence_find(struct str info)
{
	for (size_t i = 0; i < NFENCES; i++) {
		if (str_eq(info, str_from(fences[i].info)))
			return &fences[i];
	}
	return NULL;
}

static struct piece *
piece_add(
    struct reading *r, struct pieces *to, enum block_kind kind, struct span at)
{
	struct piece *p = LIST_ADD(r->a, to);
	struct block *b = ARENA_NEW(r->a, struct block);

	b->kind = kind;
	b->at = at;
	b->span = 1;
	p->kind = PIECE_BLOCK;
	p->block = b;
	return p;
}

static void
paragraph_add(struct reading *r, struct pieces *to, struct span line)
{
	struct pieces kids = line_read(r, line);

	piece_add(r, to, BLOCK_PARAGRAPH, line)->kids = kids;
}

static bool
tag_line(struct reading *r, struct pieces *flat, struct span line)
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

/* The first bar that is not escaped, or SIZE_MAX. */
static size_t
bar_find(struct str s)
{
	for (size_t i = 0; i < s.n; i++) {
		if (s.p[i] == '\\')
			i++;
		else if (s.p[i] == '|')
			return i;
	}
	return SIZE_MAX;
}

static struct span
trimmed(struct span at)
{
	struct str s = span_text(at), t = str_trim(s);

	return source_span(at.src, at.off + (size_t)(t.p - s.p), t.n);
}

static void
pair_add(struct reading *r, struct pieces *to, struct span line)
{
	struct str s = span_text(line);
	size_t bar = bar_find(s);
	struct pieces left = { 0 }, right = { 0 }, cells = { 0 };

	if (bar == SIZE_MAX || bar_find(str_skip(s, bar + 1)) != SIZE_MAX) {
		diag_add(r->d, &template_fence_bar, line, ARGS(arg_str(s)));
		return;
	}
	paragraph_add(r, &left, trimmed(source_span(line.src, line.off, bar)));
	paragraph_add(r, &right,
	    trimmed(
		source_span(line.src, line.off + bar + 1, line.len - bar - 1)));
	piece_add(r, &cells, BLOCK_CELL, line)->kids = left;
	piece_add(r, &cells, BLOCK_CELL, line)->kids = right;
	piece_add(r, to, BLOCK_ROW, line)->kids = cells;
}

static bool
is_bar(struct span line)
{
	return str_eq(span_text(line), STR("|"));
}

struct lines {
	LIST_OF(struct span);
};

/* The lines of a fence that are not empty, as they stand in the file. */
static struct lines
fence_lines(struct reading *r, const struct block *b)
{
	struct lines out = { 0 };
	size_t first = source_place(b->at).line + 1, n = 0;

	for (size_t i = 0; i < b->literal.n; i++)
		n += b->literal.p[i] == '\n';
	for (size_t i = 0; i < n; i++) {
		struct str s = str_trim(source_line(r->source, first + i));

		if (s.n)
			*LIST_ADD(r->a, &out) = source_span(
			    r->source, (size_t)(s.p - r->source->text.p), s.n);
	}
	return out;
}

static struct pieces
side_read(struct reading *r, const struct lines *lines, size_t from, size_t to)
{
	struct pieces flat = { 0 };

	for (size_t i = from; i < to; i++) {
		if (!tag_line(r, &flat, lines->at[i]))
			paragraph_add(r, &flat, lines->at[i]);
	}
	return folded(r, &flat);
}

static struct pieces
sides_read(struct reading *r, const struct lines *lines, struct span at)
{
	struct pieces cells = { 0 }, rows = { 0 };
	size_t bar = 0;

	while (bar < lines->n && !is_bar(lines->at[bar]))
		bar++;
	if (bar == lines->n) {
		diag_add(r->d, &template_fence_bar, at,
		    ARGS(arg_str(STR("stamps"))));
		return rows;
	}
	for (size_t i = bar + 1; i < lines->n; i++) {
		if (is_bar(lines->at[i]))
			diag_add(r->d, &template_fence_bar, lines->at[i],
			    ARGS(arg_str(STR("stamps"))));
	}

	struct pieces left = side_read(r, lines, 0, bar);
	struct pieces right = side_read(r, lines, bar + 1, lines->n);

	piece_add(r, &cells, BLOCK_CELL, at)->kids = left;
	piece_add(r, &cells, BLOCK_CELL, at)->kids = right;
	piece_add(r, &rows, BLOCK_ROW, at)->kids = cells;
	return rows;
}

static struct pieces
pairs_read(struct reading *r, const struct lines *lines)
{
	struct pieces flat = { 0 };

	for (size_t i = 0; i < lines->n; i++) {
		if (!tag_line(r, &flat, lines->at[i]))
			pair_add(r, &flat, lines->at[i]);
	}
	return folded(r, &flat);
}

/* The line on which a block begins, without the space around. */
static struct span
first_line(const struct reading *r, const struct block *b)
{
	size_t off = b->at.off;

	while (off < r->source->text.n && r->source->text.p[off] == '\n')
		off++;

	size_t line = source_place(source_span(r->source, off, 0)).line;
	struct str s = str_trim(source_line(r->source, line));

	return source_span(r->source, (size_t)(s.p - r->source->text.p), s.n);
}

static void
fence_read(struct reading *r, struct pieces *out, const struct block *b)
{
	const struct fence *f = fence_find(str_trim(b->info));
	struct lines lines = fence_lines(r, b);
	struct span at = first_line(r, b);

	if (!f) {
		struct str words[NFENCES + 1] = { 0 };

		for (size_t i = 0; i < NFENCES; i++)
			words[i] = str_from(fences[i].info);
		diag_add(r->d, &template_unknown_fence, at,
		    ARGS(arg_str(str_trim(b->info))))
		    ->fix = tag_nearest(r->a, str_trim(b->info), words);
		return;
	}

	struct pieces kids = { 0 };

	switch (f->form) {
	case FENCE_LINES:
		kids = side_read(r, &lines, 0, lines.n);
		break;
	case FENCE_PAIRS:
		kids = pairs_read(r, &lines);
		break;
	case FENCE_SIDES:
		kids = sides_read(r, &lines, at);
		break;
	case FENCE_EMPTY:
		if (lines.n)
			diag_add(r->d, &template_fence_bar, lines.at[0],
			    ARGS(arg_str(span_text(lines.at[0]))));
		break;
	}
	piece_add(r, out, f->kind, at)->kids = kids;
}

/* --- blocks ------------------------------------------------------------- */

static const struct words html_words = WORDS("HTML", "HTML", "HTML");
static const struct words code_words = WORDS("code", "код", "код");
static const struct words image_words =
    WORDS("an image", "изображение", "сүрөт");

static const struct words *
refused(enum block_kind kind)
{
	switch (kind) {
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
	diag_add(r->d, &template_not_in_templates, at,
	    ARGS(arg_words(refused(b->kind))));
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

	if (refused(b->kind)) {
		refuse(r, b, first_line(r, b));
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
		struct span at = first_line(r, row);

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
		    tag_line(r, &flat, first_line(r, b)))
			continue;
		if (b->kind == BLOCK_TABLE)
			check_width(r, b);
		block_read(r, &flat, b);
	}
	*out = folded(r, &flat);
}

void
pieces_read(struct pieces *out, struct arena *a, const struct source *s,
    struct span body, struct diags *d)
{
	struct reading r = { .a = a, .source = s, .d = d };
	struct blocks tree = markup_markdown(a, body);

	blocks_read(&r, out, &tree);
	match_strays(&r);
}
