/* SPDX-License-Identifier: MIT */
/*
 * Signatures never stand alone: with them come the closing remarks right above
 * (when a session ended, what is annexed) and the last item, row or lines of
 * what these follow: the last decision.
 */
#include "layout/layout_int.h"

enum { REMARK_LINES = 2, LEAST_LINES = 2 };

static bool
opens_in_bold(const struct block *b)
{
	return b->runs.n && b->runs.at[0].style & STYLE_BOLD;
}

static bool
ends_in_colon(const struct block *b)
{
	return b->runs.n && str_ends(LIST_LAST(&b->runs)->s, STR(":"));
}

/* How many of the blocks before `end` are one closing remark: a short
 * paragraph, or a list that one without emphasis introduces. */
static size_t
remark(const struct matter *in, const size_t *starts, size_t end)
{
	const struct block *last = in->kids[end - 1].block;
	size_t n = last->kind == BLOCK_LIST && end > 1 ? 2 : 1;
	const struct block *first = in->kids[end - n].block;

	if (first->kind != BLOCK_PARAGRAPH || opens_in_bold(first))
		return 0;
	if (n == 2)
		return ends_in_colon(first) ? n : 0;
	return starts[end] - starts[end - 1] <= REMARK_LINES ? n : 0;
}

/* Whether an outermost item of a list that stands in `parent` begins here. */
static bool
begins_item(const struct setter *s, const struct box *b, uint32_t parent)
{
	uint32_t tag = b->marks.n ? b->marks.at[0].tag : TAG_NONE;
	const struct tag *tags = s->out->tags.at;

	if (tag == TAG_NONE || tags[tag].kind != TAG_LBL)
		return false;
	return tags[tags[tags[tag].parent].parent].parent == parent;
}

/* Where the last item, row or lines of a block begin. */
static size_t
last_part(const struct boxes *boxes, const struct setter *s,
    const struct block *b, size_t from, size_t to, uint32_t parent)
{
	size_t i = to;

	if (b->kind == BLOCK_TABLE)
		return to > from ? to - 1 : to;
	if (b->kind == BLOCK_LIST) {
		while (i > from && !begins_item(s, &boxes->at[i - 1], parent))
			i--;
		return i > from ? i - 1 : from;
	}
	return to - from > LEAST_LINES ? to - LEAST_LINES : from;
}

static mpt
height_of(const struct boxes *boxes, size_t from, size_t to)
{
	int64_t height = 0;

	for (size_t i = from; i < to; i++)
		height += boxes->at[i].before + boxes->at[i].height;
	return (mpt)(height < PT(4000) ? height : PT(4000));
}

void
keep_closing(struct boxes *boxes, const struct setter *s,
    const struct matter *in, const size_t *starts, size_t signatures,
    uint32_t parent)
{
	size_t end = signatures, n, to = starts[signatures], from;

	while (end && (n = remark(in, starts, end)) > 0)
		end -= n;
	from = starts[end];
	if (end)
		from = last_part(boxes, s, in->kids[end - 1].block,
		    starts[end - 1], starts[end], parent);
	/* An item that fills a page cannot come along: some lines of what
	 * stands right above can. */
	if (height_of(boxes, from, boxes->n) > body_height(s) / 2)
		from = to > LEAST_LINES ? to - LEAST_LINES : 0;
	for (size_t i = from; i < to; i++)
		boxes->at[i].keep = true;
}
