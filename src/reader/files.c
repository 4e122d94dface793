/* SPDX-License-Identifier: MIT */
#include <errno.h>
#include <string.h>

#include "base/arena.h"
#include "reader/reader_int.h"

/* --- the door ----------------------------------------------------------- */

/* Bytes of memory that the records of a school may take before one more file is
 * read: thirty years take fewer. */
#define SCHOOL_BYTES ((size_t)80 * 1024 * 1024)

struct source *
file_read(struct reading *r, const char *name)
{
	struct str path =
	    str_printf(r->a, STR_FMT "%s", STR_ARG(r->folder), name);
	struct source *s;

	if (r->a->held > SCHOOL_BYTES &&
	    overlay_look(r->overlay, r->a, r->root, path) != SOURCE_ABSENT) {
		s = source_absent(r->a, path);
		s->state = SOURCE_TOO_MUCH;
	} else {
		s = overlay_read(r->overlay, r->a, r->root, path);
	}
	if (s->state != SOURCE_ABSENT)
		*LIST_ADD(r->a, &r->school->sources) = s;
	return s;
}

struct source *
file_refused(struct reading *r, struct str path, int error)
{
	struct source *s = source_absent(r->a, path);

	s->state = SOURCE_SYSTEM;
	s->error = error;
	*LIST_ADD(r->a, &r->school->sources) = s;
	markup_source_check(s, r->d);
	return s;
}

void
folder_refused(struct reading *r, struct str path, int error)
{
	struct source *s = source_absent(r->a, path);

	s->error = error;
	s->state = error == EXDEV ? SOURCE_OUTSIDE : SOURCE_SYSTEM;
	if (error == EXDEV) {
		markup_source_check(s, r->d);
		return;
	}
	diag_add(r->d, &folder_unreadable, start_of(s),
	    ARGS(arg_str(path), arg_str(str_from(strerror(error)))));
}

/* A tree with faults is made as it was meant, as far as that can be told. */
static struct node *
tree_of(struct reading *r, struct span text)
{
	struct node *tree;

	r->torn = !markup_yaml(&tree, r->a, text, r->d);
	return tree;
}

bool
file_parts(struct reading *r, const struct source *s, const struct fields *keys,
    struct node **header, struct parts *out)
{
	*header = NULL;
	r->torn = false;
	if (s->state == SOURCE_ABSENT || !markup_source_check(s, r->d))
		return false;
	markup_parts(out, s, r->d);
	if (!out->body.src || !opening_check(r, s, keys, out))
		return false;
	if (!out->header.src)
		return true;
	*header = tree_of(r, out->header);
	return *header != NULL;
}

struct node *
file_tree(struct reading *r, const struct source *s)
{
	if (s->state == SOURCE_ABSENT || !markup_source_check(s, r->d))
		return NULL;
	return tree_of(r, source_span(s, 0, s->text.n));
}

struct span
start_of(const struct source *s)
{
	return source_span(s, 0, 0);
}

bool
tree_is_list(struct reading *r, const struct node *tree)
{
	if (!tree)
		return false;
	if (tree->kind == NODE_LIST)
		return true;
	if (tree->pairs.n)
		diag_add(r->d, &list_wanted, tree->at, NO_ARGS);
	return tree->pairs.n == 0 && tree->kind == NODE_MAP;
}

/* --- council.yaml ------------------------------------------------------- */

void
council_read(struct reading *r, struct council *c, const char *name)
{
	const struct source *s = file_read(r, name);
	struct node *tree;

	/* A year without changes of its own has the school's. */
	if (r->year && s->state == SOURCE_ABSENT)
		return;
	tree = file_tree(r, s);
	if (r->year)
		c->own = s;
	if (r->year && tree)
		load_some(r, &council_fields, tree, c);
	if (!r->year) {
		*c = (struct council){
			.source = s, .language = LANG_KY, .minutes_days.v = 5
		};
		if (tree)
			load_map(r, &council_fields, tree, c, start_of(s));
	}
	c->broken |= facts_are_lost(r, s);
}

/* --- report.md ---------------------------------------------------------- */

void
report_read(struct reading *r, struct report *out)
{
	struct node *header;
	struct parts parts;

	out->source = file_read(r, "report.md");
	out->body.lang = r->year->council.language;
	if (!file_parts(r, out->source, &report_fields, &header, &parts))
		return;
	out->readable = true;
	if (header)
		load_map(r, &report_fields, header, out, parts.header);
	else
		load_missing(r, &report_fields, 0, start_of(out->source));
	r->lang = out->body.lang;
	out->body = prose_read(r, parts.body, true);
	r->on = out->date.d;
	people_find_all(r, &out->reporters, NULL);
}

/* --- waivers.yaml ------------------------------------------------------- */

void
waivers_read(struct reading *r)
{
	struct year *y = r->year;
	struct node *tree;

	y->waivers_source = file_read(r, "waivers.yaml");
	tree = file_tree(r, y->waivers_source);
	if (!tree_is_list(r, tree))
		return;
	for (size_t i = 0; i < tree->items.n; i++) {
		const struct node *n = tree->items.at[i];
		struct waiver *w = LIST_ADD(r->a, &y->waivers);

		w->at = n->at;
		load_map(r, &waiver_fields, n, w, n->at);
	}
}
