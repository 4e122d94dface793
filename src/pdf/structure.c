/* SPDX-License-Identifier: MIT */
/*
 * The tree that tells a reader aloud what the marks are.  Kids stand in the
 * order of reading: a tag takes its place in its parent when the first mark
 * of it or below it comes, after those of its elder siblings that have none.
 */

#include <assert.h>

#include "pdf/pdf_int.h"

const char *const tag_names[TAG_MAX] = {
	[TAG_DOCUMENT] = "Document",
	[TAG_H1] = "H1",
	[TAG_H2] = "H2",
	[TAG_H3] = "H3",
	[TAG_P] = "P",
	[TAG_L] = "L",
	[TAG_LI] = "LI",
	[TAG_LBL] = "Lbl",
	[TAG_LBODY] = "LBody",
	[TAG_TABLE] = "Table",
	[TAG_TR] = "TR",
	[TAG_TH] = "TH",
	[TAG_TD] = "TD",
	[TAG_QUOTE] = "BlockQuote",
	[TAG_FORM] = "Form",
	[TAG_LINK] = "Link",
	[TAG_SPAN] = "Span",
	[TAG_REFERENCE] = "Reference",
	[TAG_NOTE] = "Note",
	[TAG_SECT] = "Sect",
	[TAG_FIGURE] = "Figure",
};

/* Keys under one leaf of the parent tree. */
#define TREE_LEAF 500

void
structure_open(struct pdf *p)
{
	size_t n = p->pages->tags.n;

	p->elements = ARENA_ARRAY(p->arena, struct element, n + 1);
	p->parents = ARENA_ARRAY(p->arena, struct strbuf, p->pages->list.n + 1);
	p->sequences = ARENA_ARRAY(p->arena, int, p->pages->list.n + 1);
	for (size_t i = 0; i < p->pages->list.n; i++)
		buf_init(&p->parents[i], p->arena);
	for (size_t i = 0; i < n; i++) {
		struct element *e = &p->elements[i];

		e->object = object_new(p->haru);
		e->child = e->sibling = TAG_NONE;
		buf_init(&e->kids, p->arena);
	}
	/* From the last to the first, so that each list of children ascends. */
	for (size_t i = n; i-- > 1;) {
		struct element *e = &p->elements[i];
		uint32_t parent = p->pages->tags.at[i].parent;

		assert(parent < i);
		e->sibling = p->elements[parent].child;
		p->elements[parent].child = (uint32_t)i;
	}
	if (n)
		p->elements[0].placed = true;
}

static void
put_kid(struct element *e, const struct object *o)
{
	if (e->kids.n)
		buf_byte(&e->kids, ' ');
	put_id(&e->kids, o->id);
}

/* Puts the children of a tag into it, up to this one. */
static void
place_children(struct pdf *p, uint32_t tag, uint32_t last)
{
	struct element *e = &p->elements[tag];

	while (e->child != TAG_NONE && e->child <= last) {
		struct element *kid = &p->elements[e->child];

		put_kid(e, kid->object);
		kid->placed = true;
		e->child = kid->sibling;
	}
}

static void
place(struct pdf *p, uint32_t tag)
{
	for (uint32_t t = tag; !p->elements[t].placed;) {
		uint32_t parent = p->pages->tags.at[t].parent;

		place_children(p, parent, t);
		t = parent;
	}
}

int
structure_sequence(struct pdf *p, uint32_t tag, size_t page)
{
	struct element *e = &p->elements[tag];
	struct strbuf *parents = &p->parents[page];
	uint32_t at = haru_page(p->haru, page)->id;
	int number = p->sequences[page]++;

	assert(tag < p->pages->tags.n);
	place(p, tag);
	if (!e->page)
		e->page = at;
	if (e->page == at) {
		if (e->kids.n)
			buf_byte(&e->kids, ' ');
		put_int(&e->kids, number);
	} else {
		buf_printf(
		    &e->kids, "<</Type/MCR/Pg %u 0 R/MCID %d>>", at, number);
	}
	if (number)
		buf_byte(parents, ' ');
	put_id(parents, e->object->id);
	return number;
}

void
structure_box(struct pdf *p, uint32_t tag, size_t page, const struct mark *m)
{
	struct element *e = &p->elements[tag];
	mpt high = m->kind == MARK_TEXT ? m->size : m->height;
	const mpt box[4] = { m->x, m->y + (high < 0 ? high : 0),
		m->x + m->width, m->y + (high > 0 ? high : 0) };

	if (p->pages->tags.at[tag].kind != TAG_FIGURE)
		return;
	if (!e->box[2]) {
		e->box_page = page;
		for (int i = 0; i < 4; i++)
			e->box[i] = box[i];
	}
	e->box_split = e->box_split || page != e->box_page;
	for (int i = 0; i < 2; i++) {
		if (box[i] < e->box[i])
			e->box[i] = box[i];
		if (box[i + 2] > e->box[i + 2])
			e->box[i + 2] = box[i + 2];
	}
}

size_t
structure_annotation(
    struct pdf *p, uint32_t tag, size_t page, const struct object *o)
{
	struct element *e = &p->elements[tag];

	assert(tag < p->pages->tags.n);
	place(p, tag);
	if (!e->page)
		e->page = haru_page(p->haru, page)->id;
	buf_printf(&e->kids, "<</Type/OBJR/Pg %u 0 R/Obj %u 0 R>>",
	    haru_page(p->haru, page)->id, o->id);
	*LIST_ADD(p->arena, &p->annotated) = e->object->id;
	return p->pages->list.n + p->annotated.n - 1;
}

static void
put_attributes(struct strbuf *b, const struct tag *t, const struct element *e)
{
	switch (t->kind) {
	case TAG_TH:
	case TAG_TD:
		if (t->kind == TAG_TD && t->span <= 1)
			return;
		buf_add(b, STR("/A<</O/Table"));
		if (t->kind == TAG_TH)
			buf_add(b, t->row_head ? STR("/Scope/Row")
					       : STR("/Scope/Column"));
		if (t->span > 1)
			buf_printf(b, "/ColSpan %d", t->span);
		buf_add(b, STR(">>"));
		return;
	case TAG_L:
		buf_printf(b, "/A<</O/List/ListNumbering/%s>>",
		    t->ordered ? "Decimal" : "Disc");
		return;
	case TAG_FIGURE:
		if (!e->box[2] || e->box_split)
			return;
		buf_add(b, STR("/A<</O/Layout"));
		put_rect(b, "BBox", e->box);
		buf_add(b, STR(">>"));
		return;
	default:
		return;
	}
}

/* A note has a name of its own (ISO 14289-1, 7.9); in order they are sorted. */
#define NOTE_ID "note-%08u"

static void
element_write(struct pdf *p, uint32_t tag, uint32_t parent)
{
	const struct tag *t = &p->pages->tags.at[tag];
	struct element *e = &p->elements[tag];
	struct strbuf b;

	place_children(p, tag, TAG_NONE - 1);
	buf_init(&b, p->arena);
	buf_add(&b, STR("/S/"));
	buf_add(&b, str_from(tag_names[t->kind]));
	buf_add(&b, STR("/P "));
	put_id(&b, parent);
	if (e->page) {
		buf_add(&b, STR("/Pg "));
		put_id(&b, e->page);
	}
	put_attributes(&b, t, e);
	if (t->alt.n)
		put_string(&b, "Alt", t->alt);
	if (t->kind == TAG_SECT && t->lang != p->doc->lang)
		buf_printf(&b, "/Lang(%s)", language_tags[t->lang]);
	if (t->kind == TAG_NOTE)
		buf_printf(&b, "/ID(" NOTE_ID ")", tag);
	if (e->kids.n) {
		buf_add(&b, STR("/K["));
		buf_add(&b, buf_str(&e->kids));
		buf_byte(&b, ']');
	}
	e->object->body = buf_str(&b);
}

/* A stretch of the parent tree: pages first, then annotations. */
static void
put_parents(struct strbuf *b, const struct pdf *p, size_t from, size_t to)
{
	buf_add(b, STR("/Nums["));
	for (size_t i = from; i < to; i++) {
		buf_printf(b, "%zu", i);
		if (i < p->pages->list.n) {
			buf_byte(b, '[');
			buf_add(b, buf_str(&p->parents[i]));
			buf_byte(b, ']');
		} else {
			buf_printf(b, " %u 0 R ",
			    p->annotated.at[i - p->pages->list.n]);
		}
	}
	buf_byte(b, ']');
}

static struct object *
parent_tree(struct pdf *p)
{
	size_t n = p->pages->list.n + p->annotated.n;
	struct strbuf b;

	buf_init(&b, p->arena);
	if (n <= TREE_LEAF) {
		put_parents(&b, p, 0, n);
		return object_add(p->haru, buf_str(&b));
	}
	buf_add(&b, STR("/Kids["));
	for (size_t i = 0; i < n; i += TREE_LEAF) {
		size_t to = n - i < TREE_LEAF ? n : i + TREE_LEAF;
		struct strbuf leaf;

		buf_init(&leaf, p->arena);
		buf_printf(&leaf, "/Limits[%zu %zu]", i, to - 1);
		put_parents(&leaf, p, i, to);
		buf_printf(
		    &b, "%u 0 R ", object_add(p->haru, buf_str(&leaf))->id);
	}
	buf_byte(&b, ']');
	return object_add(p->haru, buf_str(&b));
}

/* The names of notes, for those who look for one. */
static void
put_names(struct strbuf *b, const struct pdf *p)
{
	struct strbuf names;

	buf_init(&names, p->arena);
	for (uint32_t i = 0; i < p->pages->tags.n; i++) {
		if (p->pages->tags.at[i].kind == TAG_NOTE)
			buf_printf(&names, "(" NOTE_ID ")%u 0 R", i,
			    p->elements[i].object->id);
	}
	if (names.n)
		buf_printf(b, "/IDTree<</Names[" STR_FMT "]>>",
		    STR_ARG(buf_str(&names)));
}

struct object *
structure_write(struct pdf *p)
{
	struct object *root = object_new(p->haru);
	struct strbuf b;

	for (uint32_t i = 0; i < p->pages->tags.n; i++) {
		uint32_t parent = p->pages->tags.at[i].parent;

		element_write(
		    p, i, i ? p->elements[parent].object->id : root->id);
	}
	buf_init(&b, p->arena);
	buf_add(&b, STR("/Type/StructTreeRoot"));
	if (p->pages->tags.n)
		buf_printf(&b, "/K[%u 0 R]", p->elements[0].object->id);
	put_reference(&b, "ParentTree", parent_tree(p));
	put_names(&b, p);
	buf_printf(
	    &b, "/ParentTreeNextKey %zu", p->pages->list.n + p->annotated.n);
	root->body = buf_str(&b);
	return root;
}
