/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "markup/markup_int.h"

/* One kind of cmark's blocks as ours; the others have code of their own. */
static const struct kind {
	cmark_node_type cmark;
	enum block_kind block;
} kinds[] = {
	{ CMARK_NODE_BLOCK_QUOTE, BLOCK_QUOTE },
	{ CMARK_NODE_LIST, BLOCK_LIST },
	{ CMARK_NODE_ITEM, BLOCK_ITEM },
	{ CMARK_NODE_CODE_BLOCK, BLOCK_CODE },
	{ CMARK_NODE_HTML_BLOCK, BLOCK_HTML },
	{ CMARK_NODE_PARAGRAPH, BLOCK_PARAGRAPH },
	{ CMARK_NODE_HEADING, BLOCK_HEADING },
	{ CMARK_NODE_THEMATIC_BREAK, BLOCK_LINE },
};

static enum block_kind
kind_of(cmark_node *n)
{
	for (size_t i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++) {
		if (kinds[i].cmark == cmark_node_get_type(n))
			return kinds[i].block;
	}
	return BLOCK_PARAGRAPH;
}

static bool
is_container(cmark_node *n)
{
	cmark_node_type type = cmark_node_get_type(n);

	return type == CMARK_NODE_BLOCK_QUOTE || type == CMARK_NODE_LIST ||
	       type == CMARK_NODE_ITEM;
}

/* The bytes of the source from a block's first column to its last line's end;
 * cmark's lines are right, and so are the columns in which blocks begin. */
static struct stretch
stretch_of(const struct markdown *m, cmark_node *n)
{
	const struct source *s = m->text.src;
	size_t stop = m->text.off + m->text.len;
	size_t first = m->first_line + (size_t)cmark_node_get_start_line(n) - 1;
	size_t last = m->first_line + (size_t)cmark_node_get_end_line(n) - 1;
	size_t col = (size_t)cmark_node_get_start_column(n);

	if (first > s->nlines || cmark_node_get_start_line(n) < 1)
		return (struct stretch){ stop, stop, 0 };

	/* Where the text begins in the middle of a line, so does line 1. */
	size_t from = s->line_at[first - 1];
	size_t to = last < s->nlines ? s->line_at[last] - 1 : stop;

	if (from < m->text.off)
		from = m->text.off;
	from += col ? col - 1 : 0;
	if (to > stop)
		to = stop;
	if (from > to)
		from = to;
	while (to > from && strchr(" \t\n", s->text.p[to - 1]))
		to--;
	return (struct stretch){ from, to, 0 };
}

static struct str
copied(const struct markdown *m, const char *s)
{
	return s && *s ? signs_shown(m->arena, str_copy(m->arena, str_from(s)))
		       : STR("");
}

/* Whether a heading is one by the #s at its start. */
static bool
is_marked(const struct markdown *m, struct stretch s, size_t level)
{
	const char *p = m->text.src->text.p + s.from;
	size_t n = 0;

	while (s.from + n < s.to && p[n] == '#')
		n++;
	return n == level && (s.from + n == s.to || is_blank(p[n]));
}

/* Whether the #s of a heading are text: in a list or a quotation, and in a
 * template where they head nothing, which is no error there. */
static bool
is_sign(
    const struct markdown *m, cmark_node *n, struct stretch s, bool contained)
{
	size_t level = (size_t)cmark_node_get_heading_level(n);
	bool empty = s.to - s.from == level;

	return is_marked(m, s, level) && (contained || (m->template && empty));
}

/* The first line of = or - alone underlines what stands above it. */
static void
mark_underline(struct markdown *m, struct stretch s)
{
	const char *p = m->text.src->text.p;
	size_t i = line_end(m, s.from, s.to) + 1;

	while (i < s.to) {
		size_t end = line_end(m, i, s.to);
		struct stretch l = line_content(m, i, end, s.quotes);
		size_t k = l.from;

		while (k < l.to && p[k] == p[l.from])
			k++;
		if (l.from < l.to && k == l.to && strchr("=-", p[l.from])) {
			mark_add(m, l.from, l.to - l.from);
			return;
		}
		i = end + 1;
	}
}

/* Behind the #s of a heading all is its text, #s at its end too. */
static void
read_heading(
    struct markdown *m, struct block *b, cmark_node *n, struct stretch s)
{
	b->level = cmark_node_get_heading_level(n);
	b->setext = !is_marked(m, s, (size_t)b->level);
	if (!b->setext) {
		mark_add(m, s.from, (size_t)b->level);
		s.from += (size_t)b->level;
		inline_parse(m, b, line_content(m, s.from, s.to, 0));
		return;
	}
	inline_add(m, b, n, s);
	/* cmark ends an underlined heading too late. */
	if (b->runs.n) {
		struct span last = LIST_LAST(&b->runs)->at;

		b->at.len = last.off + last.len - b->at.off;
	}
	mark_underline(m, s);
}

/* The ``` of a block of code: of its first line, and of its last. */
static void
mark_fence(struct markdown *m, struct stretch s)
{
	const char *p = m->text.src->text.p;
	size_t first = s.from, last = s.to;

	while (first < s.to && p[first] == p[s.from])
		first++;
	while (last > first && p[last - 1] == p[s.from])
		last--;
	mark_add(m, s.from, first - s.from);
	mark_add(m, last, s.to - last);
}

/* cmark puts HTML behind indented code on the empty line between them: its
 * first line is looked for from there. */
static struct stretch
html_stretch(const struct markdown *m, cmark_node *n, struct stretch s)
{
	struct str rest, lit = str_from(cmark_node_get_literal(n));
	struct str first =
	    signs_shown(m->arena, str_trim(str_cut(lit, '\n', &rest)));
	struct str near = str_skip(m->text.src->text, s.from);
	size_t left = m->text.off + m->text.len - s.from;
	size_t at = str_find(str_head(near, left < 512 ? left : 512), first);

	if (at != SIZE_MAX) {
		s.from += at;
		s.to = s.from + first.n;
	}
	return s;
}

/* `contained`: in a list or a quotation, where a # is a sign of the text. */
static void
read_leaf(struct markdown *m, struct blocks *to, cmark_node *n, int quotes,
    bool contained)
{
	struct stretch s = stretch_of(m, n);
	enum block_kind kind = kind_of(n);

	s.quotes = quotes;
	if (kind == BLOCK_PARAGRAPH && table_add(m, to, s))
		return;
	if (kind == BLOCK_HEADING && is_sign(m, n, s, contained)) {
		paragraph_add(m, to, s);
		return;
	}

	struct block *b = block_add(m->arena, to, kind);

	if (kind == BLOCK_HTML && s.from == s.to)
		s = html_stretch(m, n, s);
	b->at = source_span(m->text.src, s.from, s.to - s.from);
	if (kind == BLOCK_CODE || kind == BLOCK_HTML)
		b->literal = copied(m, cmark_node_get_literal(n));
	if (kind == BLOCK_CODE && s.from < s.to &&
	    strchr("`~", m->text.src->text.p[s.from])) {
		b->kind = BLOCK_FENCE;
		b->info = copied(m, cmark_node_get_fence_info(n));
		mark_fence(m, s);
	}
	if (kind == BLOCK_LINE)
		mark_add(m, s.from, s.to - s.from);
	if (kind == BLOCK_HEADING)
		read_heading(m, b, n, s);
	if (kind == BLOCK_PARAGRAPH)
		inline_add(m, b, n, s);
}

/* The `-`, `1.` or `1)` of an item. */
static void
mark_item(struct markdown *m, cmark_node *n)
{
	struct stretch s = stretch_of(m, n);
	struct str text = str_skip(m->text.src->text, s.from);

	if (cmark_node_get_type(n) == CMARK_NODE_ITEM)
		mark_add(m, s.from, str_digits(text) + 1);
}

/* The leaves below n, without the structure between: it is too deep. */
static void
read_leaves(struct markdown *m, struct blocks *to, cmark_node *top, int quotes)
{
	cmark_node *n = cmark_node_first_child(top);

	while (n) {
		cmark_node *next =
		    is_container(n) ? cmark_node_first_child(n) : NULL;

		quotes += cmark_node_get_type(n) == CMARK_NODE_BLOCK_QUOTE;
		mark_item(m, n);
		if (!is_container(n))
			read_leaf(m, to, n, quotes, true);
		while (!next && n != top) {
			quotes -= is_container(n) && kind_of(n) == BLOCK_QUOTE;
			next = cmark_node_next(n);
			if (!next)
				n = cmark_node_parent(n);
		}
		if (n == top)
			return;
		n = next;
	}
}

static void
read_blocks(struct markdown *m, struct blocks *to, cmark_node *parent,
    int depth, int quotes)
{
	size_t count = 0;

	for (cmark_node *n = cmark_node_first_child(parent); n;
	     n = cmark_node_next(n))
		count++;
	if (count)
		blocks_reserve(m, to, count);
	for (cmark_node *n = cmark_node_first_child(parent); n;
	     n = cmark_node_next(n)) {
		if (!is_container(n)) {
			read_leaf(m, to, n, quotes, depth > 1);
			continue;
		}

		struct stretch s = stretch_of(m, n);
		struct block *b = block_add(m->arena, to, kind_of(n));
		int inner = quotes + (b->kind == BLOCK_QUOTE);

		b->at = source_span(m->text.src, s.from, s.to - s.from);
		if (b->kind == BLOCK_LIST) {
			b->ordered =
			    cmark_node_get_list_type(n) == CMARK_ORDERED_LIST;
			b->start = cmark_node_get_list_start(n);
		}
		mark_item(m, n);
		if (cmark_node_get_type(parent) == CMARK_NODE_LIST &&
		    cmark_node_get_list_delim(parent) == CMARK_PAREN_DELIM)
			b->label = str_printf(m->arena, "%d)",
			    cmark_node_get_list_start(parent) + (int)to->n - 1);
		if (depth == DEPTH_MAX)
			read_leaves(m, &b->kids, n, inner);
		else
			read_blocks(m, &b->kids, n, depth + 1, inner);
	}
}

static struct blocks
read_text(struct markdown *m)
{
	struct str s = signs_hidden(m, span_text(m->text), false);
	cmark_node *root = tree_parse(s, CMARK_OPT_SOURCEPOS);
	struct blocks out = { 0 };

	m->first_line = source_place(m->text).line;
	read_blocks(m, &out, root, 1, 0);
	cmark_node_free(root);
	return out;
}

struct blocks
markup_markdown(struct arena *a, struct span text, struct marks *marks)
{
	return read_text(
	    &(struct markdown){ .arena = a, .text = text, .marks = marks });
}

struct blocks
markup_template(struct arena *a, struct span text, struct marks *marks)
{
	return read_text(&(struct markdown){
	    .arena = a, .text = text, .template = true, .marks = marks });
}

struct block
markup_inline(struct arena *a, struct span line)
{
	struct markdown m = { .arena = a, .text = line, .first_line = 1 };
	struct block b = { .kind = BLOCK_PARAGRAPH, .at = line };

	inline_parse(
	    &m, &b, (struct stretch){ line.off, line.off + line.len, 0 });
	return b;
}
