/* SPDX-License-Identifier: MIT */
/* Bookmarks as a tree.  A bookmark belongs to the nearest one before it whose
 * level is higher. */

#include "pdf/pdf_int.h"

#define NONE SIZE_MAX

struct branch {
	struct object *object;
	size_t parent, before, after, first, last; /* bookmarks, or NONE */
	size_t count;                              /* of all below it */
};

static void
put_link(struct strbuf *b, const char *key, const struct branch *of, size_t i)
{
	if (i != NONE)
		put_reference(b, key, of[i].object);
}

/* Joins bookmark i to its parent, where `last` and its parents are the chain
 * of bookmarks still open; gives the parent. */
static size_t
join(struct branch *of, const struct pages *pages, size_t i)
{
	size_t up = i ? i - 1 : NONE;

	while (up != NONE &&
	       pages->bookmarks.at[up].level >= pages->bookmarks.at[i].level)
		up = of[up].parent;
	of[i].parent = up;
	for (size_t p = up; p != NONE; p = of[p].parent)
		of[p].count++;
	return up;
}

static void
bookmark_write(struct pdf *p, struct branch *of, size_t i, struct object *root)
{
	const struct bookmark *mark = &p->pages->bookmarks.at[i];
	struct strbuf b;

	buf_init(&b, p->arena);
	put_string(&b, "Title", mark->title);
	put_reference(&b, "Parent",
	    of[i].parent == NONE ? root : of[of[i].parent].object);
	put_link(&b, "Prev", of, of[i].before);
	put_link(&b, "Next", of, of[i].after);
	put_link(&b, "First", of, of[i].first);
	put_link(&b, "Last", of, of[i].last);
	if (of[i].count)
		buf_printf(&b, "/Count %zu", of[i].count);
	buf_printf(
	    &b, "/Dest[%u 0 R/XYZ null ", haru_page(p->haru, mark->page)->id);
	put_mpt(&b, mark->y);
	buf_add(&b, STR(" null]"));
	of[i].object->body = buf_str(&b);
}

struct object *
outline_write(struct pdf *p)
{
	size_t n = p->pages->bookmarks.n;
	struct object *root;
	struct strbuf b;

	if (!n)
		return NULL;

	/* One more at the end stands for the root. */
	struct branch *of = ARENA_ARRAY(p->arena, struct branch, n + 1);

	root = object_new(p->haru);
	of[n].first = of[n].last = NONE;
	for (size_t i = 0; i < n; i++) {
		size_t up = join(of, p->pages, i);
		struct branch *parent = &of[up == NONE ? n : up];

		of[i].object = object_new(p->haru);
		of[i].after = of[i].first = of[i].last = NONE;
		of[i].before = parent->last;
		if (parent->last == NONE)
			parent->first = i;
		else
			of[parent->last].after = i;
		parent->last = i;
	}
	for (size_t i = 0; i < n; i++)
		bookmark_write(p, of, i, root);
	buf_init(&b, p->arena);
	put_link(&b, "First", of, of[n].first);
	put_link(&b, "Last", of, of[n].last);
	buf_printf(&b, "/Count %zu", n);
	root->body = buf_str(&b);
	return root;
}
