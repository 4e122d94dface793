/* SPDX-License-Identifier: MIT */
/*
 * The updates of a file (ISO 32000-1, 7.5.6): each is objects, a table of where
 * they lie, and the place of the table before it.  Readers follow the tables
 * and see nothing else; here each byte of an update must belong to an object
 * that its table names, so that there is nothing else to see.
 */
#include <stdlib.h>
#include <string.h>

#include "pdf/pdf.h"
#include "pdf/reading.h"

#define VALUES_MAX 2000000 /* in all objects of a file */

/* --- from the last table back to the paper's ---------------------------- */

/* The place that the last "startxref" within the first `end` bytes gives. */
static bool
last_table(const struct pdf_reading *r, size_t end, size_t *out)
{
	static const struct str word = STR_INIT("startxref");
	struct pdf_cursor c = cursor_at(r, 0);

	for (size_t i = end; i-- > 0 && end - i < 2000;) {
		if (!str_starts(str_skip(c.bytes, i), word))
			continue;
		c.at = i + word.n;
		return cursor_number(&c, out);
	}
	return false;
}

/* At most one line end behind the last %%EOF; behind the others also one that
 * the next update begins with. */
static bool
ends_fit(const struct pdf_reading *r)
{
	for (size_t i = 0; i < r->nsections; i++) {
		const struct xref_section *s = &r->section[i];
		bool last = i + 1 == r->nsections;
		size_t at = s->end;

		at += line_end_bytes(str_skip(r->f->bytes, at));
		if (!last)
			at += line_end_bytes(str_skip(r->f->bytes, at));
		if (at != s->end_space || (last && at != r->f->bytes.n))
			return false;
	}
	return true;
}

/* The tables, the paper's first; each begins behind the one before it. */
static bool
sections_read(struct pdf_reading *r)
{
	struct xref_section *s = r->section;
	size_t at, own, n = 1;

	if (!last_table(r, r->f->paper, &own) ||
	    !last_table(r, r->f->bytes.n, &at))
		return false;
	while (at != own) {
		if (n == REVISIONS_MAX || at < r->f->paper ||
		    !section_read(r, &s[n], at) ||
		    !value_size(dict_find(&s[n].trailer, "Prev"), &at) ||
		    at >= s[n].at)
			return false;
		n++;
	}
	if (!section_read(r, &s[0], own) || s[0].end > r->f->paper)
		return false;
	r->nsections = n;
	for (size_t i = 1, k = n - 1; i < k; i++, k--) {
		struct xref_section swapped = s[i];

		s[i] = s[k];
		s[k] = swapped;
	}
	for (size_t i = 1; i < n; i++) {
		if (s[i].at < s[i - 1].end_space)
			return false;
	}
	return ends_fit(r);
}

/* --- what an update puts in --------------------------------------------- */

static bool
object_put(struct pdf_reading *r, size_t revision, struct pdf_object *o)
{
	struct revision *to = &r->f->revisions.at[revision];

	if (o->number >= r->f->size ||
	    (r->f->now[o->number] &&
		r->f->now[o->number]->revision == revision))
		return false;
	o->revision = revision;
	r->f->now[o->number] = o;
	*LIST_ADD(r->f->arena, &to->objects) = o;
	return true;
}

static int
by_place(const void *pa, const void *pb)
{
	const struct xref_entry *a = pa, *b = pb;

	if (a->kind != b->kind)
		return (int)a->kind - (int)b->kind;
	if (a->at != b->at)
		return a->at < b->at ? -1 : 1;
	return (a->place > b->place) - (a->place < b->place);
}

/* Plain objects, which must lie one behind the other from `begin` to the table;
 * the table may name itself. */
static bool
plain_read(struct pdf_reading *r, size_t revision, size_t begin)
{
	struct xref_section *s = &r->section[revision];
	struct pdf_cursor c = cursor_at(r, begin);

	for (size_t i = 0; i < s->entries.n; i++) {
		const struct xref_entry *e = &s->entries.at[i];

		if (e->number < r->f->size)
			r->place_of[e->number] =
			    e->kind == ROW_PLAIN ? e->at : 0;
	}
	for (size_t i = 0; i < s->entries.n; i++) {
		const struct xref_entry *e = &s->entries.at[i];
		struct pdf_object *o;

		if (e->kind != ROW_PLAIN)
			continue;
		if (e->at == s->at) {
			if (!s->is_stream || e->number != s->number)
				return false;
			continue;
		}
		cursor_space(&c);
		o = ARENA_NEW(r->f->arena, struct pdf_object);
		if (c.at != e->at || !object_read(o, r, e->at) ||
		    o->number != e->number || o->generation != e->place ||
		    !object_put(r, revision, o))
			return false;
		c.at += o->written.n;
	}
	cursor_space(&c);
	return c.at == s->at;
}

/* Whether a stream has `n` objects, and no other stream goes on with them. */
static bool
pack_open(struct str *bytes, size_t *first, struct pdf_reading *r,
    struct pdf_object *pack, size_t n)
{
	size_t said;

	pack->is_pack = true;
	return pack->is_stream &&
	       value_is_name(dict_find(&pack->value, "Type"), "ObjStm") &&
	       !dict_find(&pack->value, "Extends") &&
	       value_size(dict_find(&pack->value, "N"), &said) && said == n &&
	       value_size(dict_find(&pack->value, "First"), first) &&
	       stream_bytes(bytes, r, pack);
}

/* The objects of one stream of them, `n` entries in the order of their places:
 * all numbers and places stand at its begin, the objects one behind the other.
 */
static bool
pack_read(struct pdf_reading *r, size_t revision, const struct xref_entry *e,
    size_t n)
{
	struct pdf_object *pack = e->at < r->f->size ? r->f->now[e->at] : NULL;
	struct pdf_cursor head = { .arena = r->f->arena };
	struct pdf_cursor c;
	size_t first, number, at;

	if (!pack || pack->revision != revision ||
	    !pack_open(&head.bytes, &first, r, pack, n))
		return false;
	c = (struct pdf_cursor){ head.arena, head.bytes, first, r->values };
	for (size_t place = 0; place < n; place++) {
		struct pdf_object *o = ARENA_NEW(head.arena, struct pdf_object);

		if (e[place].place != place || !cursor_number(&head, &number) ||
		    !cursor_number(&head, &at) || number != e[place].number)
			return false;
		o->number = e[place].number;
		cursor_space(&c);
		if (c.at != first + at || !value_read(&o->value, &c) ||
		    !object_put(r, revision, o))
			return false;
	}
	r->values = c.values;
	cursor_space(&head);
	cursor_space(&c);
	return head.at == first && c.at == c.bytes.n;
}

static bool
packs_read(struct pdf_reading *r, size_t revision)
{
	const struct xref_section *s = &r->section[revision];

	for (size_t i = 0; i < s->entries.n;) {
		const struct xref_entry *e = &s->entries.at[i];
		size_t n = 1;

		while (i + n < s->entries.n && e[n].kind == e->kind &&
		       e[n].at == e->at)
			n++;
		if (e->kind == ROW_PACKED && !pack_read(r, revision, e, n))
			return false;
		i += e->kind == ROW_PACKED ? n : 1;
	}
	return true;
}

/* Whether an update has nothing but the objects read from it, each number once.
 */
static bool
is_all_read(const struct pdf_reading *r, size_t revision, size_t begin)
{
	const struct xref_section *s = &r->section[revision];
	const struct revision *update = &r->f->revisions.at[revision];
	size_t plain = s->is_stream;

	for (size_t i = 0; i < update->objects.n; i++) {
		plain += update->objects.at[i]->written.n > 0;
		if (s->is_stream && update->objects.at[i]->number == s->number)
			return false;
	}
	return (!s->is_stream || s->number >= r->f->own) &&
	       update_words_fit(
		   str_head(str_skip(r->f->bytes, begin), s->end - begin),
		   plain, !s->is_stream);
}

static bool
revision_read(struct pdf_reading *r, size_t i)
{
	struct xref_section *s = &r->section[i];
	struct revision *to = LIST_ADD(r->f->arena, &r->f->revisions);
	size_t begin;

	to->end = s->end;
	to->end_space = s->end_space;
	if (!s->entries.n)
		return false;
	qsort(s->entries.at, s->entries.n, sizeof(*s->entries.at), by_place);
	/* Before the paper's first object stands what says that it is a PDF. */
	begin = i ? r->section[i - 1].end_space : s->entries.at[0].at;
	return plain_read(r, i, begin) && packs_read(r, i) &&
	       (i == 0 || is_all_read(r, i, begin));
}

/* --- the file ----------------------------------------------------------- */

/* How many numbers there are: no object may have another. */
static bool
size_read(struct pdf_reading *r)
{
	size_t own, size;
	const struct xref_section *last = &r->section[r->nsections - 1];

	if (!value_size(dict_find(&r->section[0].trailer, "Size"), &own) ||
	    !value_size(dict_find(&last->trailer, "Size"), &size) ||
	    size < own || size > OBJECTS_MAX)
		return false;
	r->f->own = (uint32_t)own;
	r->f->size = (uint32_t)size;
	r->f->now = ARENA_ARRAY(r->f->arena, struct pdf_object *, size);
	r->place_of = ARENA_ARRAY(r->f->arena, size_t, size);
	return true;
}

/* The catalogue and what the file says of itself stay what they were. */
static bool
trailers_agree(const struct pdf_reading *r)
{
	const struct pdf_value *first = &r->section[0].trailer;

	for (size_t i = 1; i < r->nsections; i++) {
		const struct pdf_value *t = &r->section[i].trailer;

		if (dict_find(t, "Encrypt") ||
		    !value_same(
			dict_find(t, "Root"), dict_find(first, "Root")) ||
		    !value_same(dict_find(t, "Info"), dict_find(first, "Info")))
			return false;
	}
	return true;
}

bool
pdf_file_read(
    struct pdf_file *out, struct arena *a, struct str bytes, size_t paper)
{
	struct pdf_reading *r = ARENA_NEW(a, struct pdf_reading);

	*out = (struct pdf_file){ .arena = a, .bytes = bytes, .paper = paper };
	r->f = out;
	r->values = VALUES_MAX;
	if (!sections_read(r) || !size_read(r) || !trailers_agree(r) ||
	    !revision_read(r, 0))
		return false;
	out->trailer = r->section[0].trailer;
	out->first = ARENA_ARRAY(a, struct pdf_object *, out->size);
	memcpy(out->first, out->now, out->size * sizeof(*out->now));
	for (size_t i = 1; i < r->nsections; i++) {
		if (!revision_read(r, i))
			return false;
	}
	return true;
}

static const struct pdf_object *
object_in(const struct pdf_file *f, struct pdf_object **objects,
    const struct pdf_value *v)
{
	const struct pdf_object *o =
	    v && v->kind == PDF_REFERENCE && v->number < f->size
		? objects[v->number]
		: NULL;

	return o && o->generation == v->generation ? o : NULL;
}

static const struct pdf_value *
value_in(const struct pdf_file *f, struct pdf_object **objects,
    const struct pdf_value *v)
{
	const struct pdf_object *o = object_in(f, objects, v);

	return v && v->kind != PDF_REFERENCE ? v : o ? &o->value : NULL;
}

const struct pdf_object *
object_now(const struct pdf_file *f, const struct pdf_value *v)
{
	return object_in(f, f->now, v);
}

const struct pdf_value *
value_now(const struct pdf_file *f, const struct pdf_value *v)
{
	return value_in(f, f->now, v);
}

const struct pdf_value *
value_first(const struct pdf_file *f, const struct pdf_value *v)
{
	return value_in(f, f->first, v);
}

/* The kids of a node of the tree of pages. */
static void
pages_add(struct pdf_page_objects *out, const struct pdf_file *f,
    const struct pdf_value *node, int depth)
{
	const struct pdf_value *kids = value_first(f, dict_find(node, "Kids"));

	for (size_t i = 0; kids && i < kids->kids.n && depth; i++) {
		const struct pdf_value *kid = &kids->kids.at[i];
		const struct pdf_value *page = value_first(f, kid);

		if (dict_find(page, "Kids"))
			pages_add(out, f, page, depth - 1);
		else
			*LIST_ADD(f->arena, out) = (uint32_t)kid->number;
	}
}

void
pdf_pages_list(struct pdf_page_objects *out, const struct pdf_file *f)
{
	const struct pdf_value *root =
	    value_first(f, dict_find(&f->trailer, "Root"));

	*out = (struct pdf_page_objects){ 0 };
	pages_add(out, f, value_first(f, dict_find(root, "Pages")), 8);
}

void
pdf_pages_gone(struct pdf_page_numbers *out, struct arena *a, struct str paper,
    struct str file)
{
	struct pdf_file f;
	struct pdf_page_objects pages;

	*out = (struct pdf_page_numbers){ 0 };
	if (!pdf_file_read(&f, a, paper, paper.n))
		return;
	pdf_pages_list(&pages, &f);
	for (size_t i = 0; i < pages.n; i++) {
		const struct pdf_value *content =
		    dict_find(&f.first[pages.at[i]]->value, "Contents");

		if (str_find(file, f.first[content->number]->stream) ==
		    SIZE_MAX)
			*LIST_ADD(a, out) = (int)i + 1;
	}
}
