/* SPDX-License-Identifier: MIT */
#include "base/arena.h"
#include "reader/reader_int.h"

static void mark_blocks(struct blocks *blocks);

/* Runs of a record must reach the page. */
static void
mark_block(struct block *b)
{
	for (size_t i = 0; i < b->runs.n; i++)
		b->runs.at[i].record = true;
	mark_blocks(&b->kids);
}

static void
mark_blocks(struct blocks *blocks)
{
	for (size_t i = 0; i < blocks->n; i++)
		mark_block(&blocks->at[i]);
}

void
prose_add(struct reading *r, struct prose *p, const struct block *block)
{
	struct block *b = LIST_ADD(r->a, &p->blocks);

	*b = *block;
	mark_block(b);
	habit_lines(r, block);
	if (!p->at.src)
		p->at = b->at;
	p->at.len = b->at.off + b->at.len - p->at.off;
	p->lang = r->lang;
}

void
prose_add_items(struct reading *r, struct prose *p, const struct block *list,
    size_t from, size_t to)
{
	struct block part = *list;

	if (from == to)
		return;
	part.start = list->start + (int)from;
	part.kids = (struct blocks){ 0 };
	for (size_t i = from; i < to; i++)
		*LIST_ADD(r->a, &part.kids) = list->kids.at[i];
	part.at = part.kids.at[0].at;
	part.at.len = LIST_LAST(&part.kids)->at.off +
		      LIST_LAST(&part.kids)->at.len - part.at.off;
	prose_add(r, p, &part);
}

struct prose
prose_read(struct reading *r, struct span text, bool fences_allowed)
{
	struct prose p = { .at = text, .lang = r->lang };
	struct marks marks = { 0 };
	size_t first = r->d->list.n;

	p.blocks = markup_markdown(r->a, text, &marks);
	markup_prose_check(r->a, text, &p.blocks, &marks, fences_allowed, r->d);
	mark_blocks(&p.blocks);
	for (size_t i = 0; i < p.blocks.n; i++)
		habit_lines(r, &p.blocks.at[i]);
	habit_settle(r, first);
	return p;
}

struct str
line_at(struct span at)
{
	return str_trim(source_line(at.src, source_place(at).line));
}
