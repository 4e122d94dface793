/* SPDX-License-Identifier: MIT */
#include "base/arena.h"
#include "template/template_int.h"

/*
 * Fences: lines of inline Markdown with tags, read as the paragraphs, rows and
 * cells that they become.
 */

static const struct fence {
	const char *info;
	enum block_kind kind;
	enum fence_form {
		FENCE_LINES, /* a paragraph a line */
		FENCE_PAIRS, /* left | right in each line */
		FENCE_SIDES, /* lines, a line of one bar, lines */
		FENCE_CHART, /* key: value in each line */
		FENCE_EMPTY
	} form;
} fences[] = {
	{ "centre", BLOCK_CENTRE, FENCE_LINES },
	{ "right", BLOCK_RIGHT, FENCE_LINES },
	{ "columns", BLOCK_COLUMNS, FENCE_PAIRS },
	{ "stamps", BLOCK_STAMPS, FENCE_SIDES },
	{ "signatures", BLOCK_SIGNATURES, FENCE_PAIRS },
	{ "chart", BLOCK_CHART, FENCE_CHART },
	{ "pagebreak", BLOCK_PAGEBREAK, FENCE_EMPTY },
};
#define NFENCES (sizeof(fences) / sizeof(*fences))

static const struct fence *
fence_find(struct str info)
{
	if (chart_is_info(info))
		info = STR("chart");
	for (size_t i = 0; i < NFENCES; i++) {
		if (str_eq(info, str_from(fences[i].info)))
			return &fences[i];
	}
	return NULL;
}

static struct piece *
piece_add(
    struct parse *r, struct pieces *to, enum block_kind kind, struct span at)
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
paragraph_add(struct parse *r, struct pieces *to, struct span line)
{
	struct pieces kids = line_read(r, line);

	piece_add(r, to, BLOCK_PARAGRAPH, line)->kids = kids;
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
pair_add(struct parse *r, struct pieces *to, struct span line)
{
	struct str s = span_text(line);
	size_t bar = bar_find(s);
	struct pieces left = { 0 }, right = { 0 }, cells = { 0 };

	if (bar == SIZE_MAX || bar_find(str_skip(s, bar + 1)) != SIZE_MAX) {
		parse_fault(r, &template_fence_bar, line, ARGS(arg_str(s)));
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

struct spans
fence_lines(struct arena *a, const struct source *source, const struct block *b)
{
	struct spans out = { 0 };
	size_t first = source_place(b->at).line + 1, n = 0;

	for (size_t i = 0; i < b->literal.n; i++)
		n += b->literal.p[i] == '\n';
	for (size_t i = 0; i < n; i++) {
		struct str s = str_trim(source_line(source, first + i));

		if (s.n)
			*LIST_ADD(a, &out) = source_span(
			    source, (size_t)(s.p - source->text.p), s.n);
	}
	return out;
}

static struct pieces
side_read(struct parse *r, const struct spans *lines, size_t from, size_t to)
{
	struct pieces flat = { 0 };

	for (size_t i = from; i < to; i++) {
		if (!tag_line_read(r, &flat, lines->at[i]))
			paragraph_add(r, &flat, lines->at[i]);
	}
	return sections_fold(r, &flat);
}

static struct pieces
sides_read(struct parse *r, const struct spans *lines, struct span at)
{
	struct pieces cells = { 0 }, rows = { 0 };
	size_t bar = 0;

	while (bar < lines->n && !is_bar(lines->at[bar]))
		bar++;
	if (bar == lines->n) {
		parse_fault(
		    r, &template_fence_bar, at, ARGS(arg_str(STR("stamps"))));
		return rows;
	}
	for (size_t i = bar + 1; i < lines->n; i++) {
		if (is_bar(lines->at[i]))
			parse_fault(r, &template_fence_bar, lines->at[i],
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
pairs_read(struct parse *r, const struct spans *lines)
{
	struct pieces flat = { 0 };

	for (size_t i = 0; i < lines->n; i++) {
		if (!tag_line_read(r, &flat, lines->at[i]))
			pair_add(r, &flat, lines->at[i]);
	}
	return sections_fold(r, &flat);
}

void
fence_read(struct parse *r, struct pieces *out, const struct block *b)
{
	const struct fence *f = fence_find(str_trim(b->info));
	struct spans lines = fence_lines(r->a, r->source, b);
	struct span at = block_line(r, b);

	if (!f) {
		struct str words[NFENCES + 1] = { 0 };

		for (size_t i = 0; i < NFENCES; i++)
			words[i] = str_from(fences[i].info);
		parse_fault(r, &template_unknown_fence, at,
		    ARGS(arg_str(str_trim(b->info))))
		    ->fix = tag_nearest(r->d, str_trim(b->info), words);
		return;
	}

	struct pieces kids = { 0 };
	const struct chart_order *chart = NULL;

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
	case FENCE_CHART:
		chart = chart_read(r->a, &lines, at, r->d);
		r->faulty = r->faulty || !chart;
		break;
	case FENCE_EMPTY:
		if (lines.n)
			parse_fault(r, &template_fence_bar, lines.at[0],
			    ARGS(arg_str(span_text(lines.at[0]))));
		break;
	}

	struct piece *p = piece_add(r, out, f->kind, at);

	p->kids = kids;
	p->chart = chart;
}
