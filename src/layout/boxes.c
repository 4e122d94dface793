/* SPDX-License-Identifier: MIT */
#include "layout/layout_int.h"

/* What all that is set is put into, and how boxes are measured and joined. */

struct frame
sheet_frame(const struct sheet *sheet)
{
	return (struct frame){
		.x = sheet->left,
		.width = sheet->width - sheet->left - sheet->right,
		.indent = sheet->indent,
		.size = sheet->size,
		.leading = sheet->leading,
		.align = ALIGN_LEFT,
		.justify = true,
		.hyphenate = sheet->hyphenate,
	};
}

mpt
body_height(const struct setter *s)
{
	return s->sheet->height - s->sheet->top - s->sheet->bottom;
}

uint32_t
tag_add(struct setter *s, enum tag_kind kind, uint32_t parent)
{
	struct tag *t = LIST_ADD(s->a, &s->out->tags);

	t->kind = kind;
	t->parent = parent;
	t->span = 1;
	return (uint32_t)s->out->tags.n - 1;
}

struct mark
rule_mark(mpt x, mpt y, mpt width, mpt height)
{
	return (struct mark){
		.kind = MARK_RULE,
		.x = x,
		.y = y,
		.width = width,
		.height = height,
		.tag = TAG_NONE,
	};
}

int64_t
boxes_height(const struct boxes *b)
{
	int64_t height = 0;

	for (size_t i = 0; i < b->n; i++)
		height += b->at[i].height + (i ? b->at[i].before : 0);
	return height;
}

mpt
head_height(const struct boxes *head)
{
	return head ? (mpt)boxes_height(head) : 0;
}

mpt
foot_height(const struct box *b, bool some)
{
	mpt height = b->foot.n && !some ? FOOT_GAP : 0;

	for (size_t i = 0; i < b->foot.n; i++)
		height += b->foot.at[i].height;
	return height;
}

void
foot_add(struct box *to, struct setter *s, const struct box *from)
{
	for (size_t i = 0; i < from->foot.n; i++)
		*LIST_ADD(s->a, &to->foot) = from->foot.at[i];
}

/* A box beside another: what either keeps or repeats, both do. */
static void
box_merge(struct box *to, struct setter *s, const struct box *from)
{
	for (size_t i = 0; i < from->marks.n; i++)
		*LIST_ADD(s->a, &to->marks) = from->marks.at[i];
	for (size_t i = 0; i < from->caps.n; i++)
		*LIST_ADD(s->a, &to->caps) = from->caps.at[i];
	foot_add(to, s, from);
	to->keep = to->keep || from->keep;
	to->hyphen = to->hyphen || from->hyphen;
	if (!to->head)
		to->head = from->head;
	if (from->before > to->before)
		to->before = from->before;
	if (from->height > to->height)
		to->height = from->height;
}

void
boxes_beside(struct boxes *to, struct setter *s, struct boxes *from)
{
	for (size_t i = 0; i < from->n; i++) {
		if (i < to->n)
			box_merge(&to->at[i], s, &from->at[i]);
		else
			*LIST_ADD(s->a, to) = from->at[i];
	}
}

mpt
box_stack(struct box *to, struct setter *s, const struct boxes *from, mpt y)
{
	mpt height = 0;

	for (size_t i = 0; i < from->n; i++) {
		const struct box *b = &from->at[i];

		foot_add(to, s, b);
		height += i ? b->before : 0;
		for (size_t k = 0; k < b->marks.n; k++) {
			struct mark *m = LIST_ADD(s->a, &to->marks);

			*m = b->marks.at[k];
			m->y += y - height;
		}
		height += b->height;
	}
	return height;
}
