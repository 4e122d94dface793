/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "markup/markup_int.h"

/*
 * Pipe tables as GitHub's Markdown has them, over plain cmark, which takes
 * them for paragraphs.  Ours differ in two points (src/README.md): a line
 * without a bar ends the table, and cells beyond the head's stay in the tree,
 * where they can be reported.
 */

struct row {
	LIST(struct stretch) cells;
	size_t bars;
	struct stretch at;
};

/* The cells of a line; a bar behind a backslash is text, and the bars at both
 * ends are free. */
static struct row
row_of(struct markdown *m, struct stretch line)
{
	const char *p = m->text.src->text.p;
	struct row r = { .at = line };
	size_t from = line.from, i = line.from;

	if (i < line.to && p[i] == '|') {
		from = ++i;
		r.bars++;
	}
	for (; i <= line.to; i++) {
		if (i + 1 < line.to && p[i] == '\\') {
			i++;
			continue;
		}
		if (i < line.to && p[i] != '|')
			continue;
		if (i >= line.to && from >= line.to && r.bars)
			break; /* behind the closing bar */
		*LIST_ADD(m->arena, &r.cells) =
		    line_content(m, from, i < line.to ? i : line.to, 0);
		r.bars += i < line.to;
		from = i + 1;
	}
	return r;
}

static bool
has_bar(const struct markdown *m, struct stretch line)
{
	const char *p = m->text.src->text.p;

	for (size_t i = line.from; i < line.to; i++) {
		if (p[i] == '\\')
			i++;
		else if (p[i] == '|')
			return true;
	}
	return false;
}

/* Only hyphens, with a colon at either end. */
static bool
is_rule(const struct markdown *m, struct stretch cell, enum align *align)
{
	const char *p = m->text.src->text.p;
	bool left = cell.from < cell.to && p[cell.from] == ':';
	bool right = cell.from + 1 < cell.to && p[cell.to - 1] == ':';

	cell.from += left;
	cell.to -= right;
	*align = left && right ? ALIGN_CENTRE
		 : left        ? ALIGN_LEFT
		 : right       ? ALIGN_RIGHT
			       : ALIGN_DEFAULT;
	for (size_t i = cell.from; i < cell.to; i++) {
		if (p[i] != '-')
			return false;
	}
	return cell.from < cell.to;
}

/* Whether a line can be the one below the head: |---|:-:| */
static bool
is_delimiter(const struct markdown *m, struct stretch line)
{
	const char *p = m->text.src->text.p;
	bool bar = false, hyphen = false;

	for (size_t i = line.from; i < line.to; i++) {
		if (!strchr("|:- \t", p[i]))
			return false;
		bar |= p[i] == '|';
		hyphen |= p[i] == '-';
	}
	return bar && hyphen;
}

/* A head and its delimiter row of as many cells. */
static bool
is_head(struct markdown *m, const struct row *head, const struct row *rule)
{
	enum align align;

	if (!head->bars || head->cells.n != rule->cells.n)
		return false;
	for (size_t i = 0; i < rule->cells.n; i++) {
		if (!is_rule(m, rule->cells.at[i], &align))
			return false;
	}
	return true;
}

static void
add_cell(
    struct markdown *m, struct block *row, struct stretch s, enum align align)
{
	struct block *cell = block_add(m->arena, &row->kids, BLOCK_CELL);

	cell->at = source_span(m->text.src, s.from, s.to - s.from);
	cell->align = align;
	if (s.from == s.to)
		return;

	struct block *text = block_add(m->arena, &cell->kids, BLOCK_PARAGRAPH);

	text->at = cell->at;
	inline_parse(m, text, s);
}

/* What stands between the cells of a row: its bars. */
static void
mark_bars(struct markdown *m, const struct row *r)
{
	size_t from = r->at.from;

	for (size_t i = 0; i < r->cells.n; i++) {
		mark_add(m, from, r->cells.at[i].from - from);
		from = r->cells.at[i].to;
	}
	mark_add(m, from, r->at.to - from);
}

/* A short row gets empty cells at its end, but one cell alone stays alone. */
static void
add_row(struct markdown *m, struct block *table, const struct row *r,
    const struct row *rule)
{
	struct block *row = block_add(m->arena, &table->kids, BLOCK_ROW);
	struct stretch none = { r->at.to, r->at.to, 0 };
	size_t n = rule->cells.n;

	row->at = source_span(m->text.src, r->at.from, r->at.to - r->at.from);
	row->head = table->kids.n == 1;
	mark_bars(m, r);
	if (r->cells.n > n || r->cells.n == 1)
		n = r->cells.n;
	blocks_reserve(m, &row->kids, n);
	for (size_t i = 0; i < n; i++) {
		enum align align = ALIGN_DEFAULT;

		if (i < rule->cells.n)
			is_rule(m, rule->cells.at[i], &align);
		add_cell(m, row, i < r->cells.n ? r->cells.at[i] : none, align);
	}
}

void
paragraph_add(struct markdown *m, struct blocks *to, struct stretch s)
{
	const char *p = m->text.src->text.p;

	while (s.to > s.from && strchr(" \t\n", p[s.to - 1]))
		s.to--;

	struct block *b = block_add(m->arena, to, BLOCK_PARAGRAPH);

	b->at = source_span(m->text.src, s.from, s.to - s.from);
	inline_parse(m, b, s);
}

/* The line that begins at i: its content, and where the next begins. */
static struct stretch
next_line(struct markdown *m, struct stretch s, size_t *i)
{
	size_t end = line_end(m, *i, s.to);
	struct stretch l =
	    line_content(m, *i, end, *i == s.from ? 0 : s.quotes);

	*i = end + 1;
	return l;
}

/* A table whose head and delimiter row were found; gives where it ends. */
static size_t
add_table(struct markdown *m, struct blocks *to, struct stretch s,
    const struct row *head, const struct row *rule, size_t i)
{
	struct block *t = block_add(m->arena, to, BLOCK_TABLE);
	size_t end = rule->at.to;

	t->columns = (int)rule->cells.n;
	mark_add(m, rule->at.from, rule->at.to - rule->at.from);
	add_row(m, t, head, rule);
	while (i < s.to) {
		size_t next = i;
		struct stretch line = next_line(m, s, &next);

		if (!has_bar(m, line))
			break;

		struct row r = row_of(m, line);

		add_row(m, t, &r, rule);
		end = line.to;
		i = next;
	}
	t->at = source_span(m->text.src, head->at.from, end - head->at.from);
	return i;
}

bool
table_add(struct markdown *m, struct blocks *to, struct stretch s)
{
	struct stretch above = { 0 };
	size_t text = s.from; /* where the text before a table begins */
	bool found = false;

	for (size_t i = s.from, above_at = 0; i < s.to;) {
		size_t line_at = i;
		struct stretch line = next_line(m, s, &i);

		if (above.to && is_delimiter(m, line)) {
			struct row head = row_of(m, above);
			struct row rule = row_of(m, line);

			if (is_head(m, &head, &rule)) {
				if (above_at > text)
					paragraph_add(m, to,
					    (struct stretch){
						text, above_at, s.quotes });
				i = add_table(m, to, s, &head, &rule, i);
				/* Behind a table a text's first line still has
				 * its markers before it. */
				text = line_content(
				    m, i, line_end(m, i, s.to), s.quotes)
					   .from;
				found = true;
				above = (struct stretch){ 0 };
				continue;
			}
		}
		above = line;
		above_at = line_at;
	}
	if (found && text < s.to)
		paragraph_add(m, to, (struct stretch){ text, s.to, s.quotes });
	return found;
}
