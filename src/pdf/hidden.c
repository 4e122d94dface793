/* SPDX-License-Identifier: MIT */
/*
 * What an update could hide from those who follow its table: a reader that
 * finds a file damaged gathers whatever in it looks like an object, and one
 * that gives objects numbers anew may stumble on those that nothing refers to.
 */
#include <string.h>

#include "pdf/reading.h"

#define NEW_MAX \
	10000 /* objects of all updates: they are gone through often \
	       */

/* --- words -------------------------------------------------------------- */

static bool
ends_word(struct str s, size_t at)
{
	return at >= s.n || value_ends(s.p[at]);
}

/* How often a word stands in these bytes, behind a digit or what ends a word.
 */
static size_t
word_count(struct str s, struct str word)
{
	size_t count = 0, at = 0;

	for (size_t next; (next = str_find(str_skip(s, at), word)) != SIZE_MAX;
	     at += next + word.n) {
		size_t from = at + next;
		bool begins = !from || value_ends(s.p[from - 1]) ||
			      (s.p[from - 1] >= '0' && s.p[from - 1] <= '9');

		count += begins && ends_word(s, from + word.n);
	}
	return count;
}

bool
update_words_fit(struct str update, size_t objects, size_t trailers)
{
	return word_count(update, STR("obj")) == objects &&
	       word_count(update, STR("trailer")) == trailers &&
	       word_count(update, STR("startxref")) == 1;
}

/* --- references --------------------------------------------------------- */

struct reach {
	const struct pdf_file *f;
	bool *reached; /* by number */
	bool more;     /* since it was last looked at */
};

static void
reach_value(struct reach *r, const struct pdf_value *v)
{
	if (v->kind == PDF_REFERENCE && v->number < r->f->size &&
	    !r->reached[v->number]) {
		r->reached[v->number] = true;
		r->more = true;
	}
	for (size_t i = 0; i < v->kids.n; i++)
		reach_value(r, &v->kids.at[i]);
}

/* One pass over all objects of the updates; true: it reached others. */
static bool
reach_pass(struct reach *r)
{
	r->more = false;
	for (size_t i = 1; i < r->f->revisions.n; i++) {
		const struct revision *update = &r->f->revisions.at[i];

		for (size_t k = 0; k < update->objects.n; k++) {
			const struct pdf_object *o = update->objects.at[k];

			if (o->number < r->f->own || r->reached[o->number])
				reach_value(r, &o->value);
		}
	}
	return r->more;
}

/* What a reader that gathers objects takes for a document, or for more of them.
 */
static bool
is_structure(const struct pdf_object *o)
{
	static const char *const types[] = { "Catalog", "Pages", "Page",
		"ObjStm", "XRef" };
	const struct pdf_value *type = dict_find(&o->value, "Type");

	for (size_t i = 0; i < sizeof(types) / sizeof(*types); i++) {
		if (value_is_name(type, types[i]))
			return true;
	}
	return false;
}

/* poppler leaves the empty looks behind that it put in another's place. */
static bool
is_left_over(const struct pdf_object *o)
{
	return o->is_stream && !o->stream.n;
}

/* Whether a new object is one that an update may bring. */
static bool
object_fits(const struct reach *r, const struct pdf_object *o)
{
	if (o->number < r->f->own || o->is_pack)
		return true;
	return !is_structure(o) && (r->reached[o->number] || is_left_over(o));
}

bool
updates_are_reached(const struct pdf_file *f)
{
	struct reach r = { .f = f };
	size_t n = 0;

	for (size_t i = 1; i < f->revisions.n; i++)
		n += f->revisions.at[i].objects.n;
	if (n > NEW_MAX)
		return false;
	r.reached = ARENA_ARRAY(f->arena, bool, f->size);
	while (reach_pass(&r))
		continue;
	for (size_t i = 1; i < f->revisions.n; i++) {
		const struct revision *update = &f->revisions.at[i];

		for (size_t k = 0; k < update->objects.n; k++) {
			if (!object_fits(&r, update->objects.at[k]))
				return false;
		}
	}
	return true;
}
