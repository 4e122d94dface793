/* SPDX-License-Identifier: MIT */
/* Objects, and the tables that say where they lie (ISO 32000-1, 7.5.4, 7.5.8).
 */
#include <string.h>

#include "pdf/reading.h"

/* "startxref", a number and "%%EOF" on lines of their own; readers look for
 * them in the last 1024 bytes. */
#define END_MAX      40
#define INFLATED_MAX ((size_t)32 << 20)

struct pdf_cursor
cursor_at(const struct pdf_reading *r, size_t at)
{
	return (struct pdf_cursor){ r->f->arena, r->f->bytes, at, r->values };
}

/* --- objects ------------------------------------------------------------ */

/* A length that is an object of its own, which libharu writes. */
static bool
length_read(struct pdf_reading *r, const struct pdf_value *v, size_t *out)
{
	size_t number, generation;

	if (!v || v->kind != PDF_REFERENCE)
		return value_size(v, out);
	if (v->number >= r->f->size || !r->place_of[v->number])
		return false;

	struct pdf_cursor c = cursor_at(r, r->place_of[v->number]);

	return cursor_number(&c, &number) && number == (size_t)v->number &&
	       cursor_number(&c, &generation) && cursor_word(&c, "obj") &&
	       cursor_number(&c, out) && cursor_word(&c, "endobj");
}

/* Behind its dictionary; false: it is no stream, or ends elsewhere than it
 * says. */
static bool
stream_read(struct pdf_reading *r, struct pdf_object *o, struct pdf_cursor *c)
{
	size_t n;

	if (c->at < c->bytes.n && c->bytes.p[c->at] == '\r')
		c->at++;
	if (c->at >= c->bytes.n || c->bytes.p[c->at] != '\n')
		return false;
	c->at++;
	if (!length_read(r, dict_find(&o->value, "Length"), &n) ||
	    n > c->bytes.n - c->at)
		return false;
	o->is_stream = true;
	o->stream = str_head(str_skip(c->bytes, c->at), n);
	c->at += n;
	return cursor_word(c, "endstream") && cursor_word(c, "endobj");
}

bool
object_read(struct pdf_object *out, struct pdf_reading *r, size_t at)
{
	struct pdf_cursor c = cursor_at(r, at), behind;
	size_t number, generation;
	bool ok;

	*out = (struct pdf_object){ .number = 0 };
	if (at >= c.bytes.n || str_digits(str_skip(c.bytes, at)) == 0 ||
	    !cursor_number(&c, &number) || number >= OBJECTS_MAX ||
	    !cursor_number(&c, &generation) || !cursor_word(&c, "obj") ||
	    !value_read(&out->value, &c))
		return false;
	out->number = (uint32_t)number;
	out->generation = generation;
	behind = c;
	ok = cursor_word(&behind, "endobj");
	if (!ok) {
		ok = cursor_word(&c, "stream") && stream_read(r, out, &c);
		behind.at = c.at;
	}
	r->values = c.values;
	out->written = str_head(str_skip(c.bytes, at), behind.at - at);
	return ok;
}

bool
stream_bytes(struct str *out, struct pdf_reading *r, const struct pdf_object *o)
{
	const struct pdf_value *filter = dict_find(&o->value, "Filter");

	*out = o->stream;
	if (filter && filter->kind == PDF_ARRAY && filter->kids.n == 1)
		filter = &filter->kids.at[0];
	if (!filter)
		return true;
	return value_is_name(filter, "FlateDecode") &&
	       inflated(out, r->f->arena, o->stream, INFLATED_MAX);
}

/* --- tables ------------------------------------------------------------- */

static bool
entry_add(
    struct pdf_reading *r, struct xref_section *s, const struct xref_entry *e)
{
	/* An object that goes leaves a hole in what others refer to. */
	if (e->number >= OBJECTS_MAX || s->entries.n >= OBJECTS_MAX ||
	    (e->kind == ROW_FREE && e->number))
		return false;
	if (e->number)
		*LIST_ADD(r->f->arena, &s->entries) = *e;
	return true;
}

/* "PLACE GENERATION n", a line of a plain table. */
static bool
line_read(struct xref_entry *e, struct pdf_cursor *c)
{
	if (!cursor_number(c, &e->at) || !cursor_number(c, &e->place))
		return false;

	struct pdf_cursor ahead = *c;

	if (cursor_word(&ahead, "n")) {
		e->kind = ROW_PLAIN;
		*c = ahead;
		return true;
	}
	e->kind = ROW_FREE;
	return cursor_word(c, "f");
}

/* Behind "xref": for each run of numbers the first, how many, their lines. */
static bool
lines_read(struct pdf_reading *r, struct xref_section *s, struct pdf_cursor *c)
{
	struct pdf_cursor ahead = *c;

	while (!cursor_word(&ahead, "trailer")) {
		size_t first, n;

		if (!cursor_number(c, &first) || !cursor_number(c, &n) ||
		    first >= OBJECTS_MAX)
			return false;
		for (size_t i = 0; i < n; i++) {
			struct xref_entry e = { .number =
						    (uint32_t)(first + i) };

			if (!line_read(&e, c) || !entry_add(r, s, &e))
				return false;
		}
		ahead = *c;
	}
	*c = ahead;
	return value_read(&s->trailer, c);
}

/* Takes away PNG's prediction: none, or the row above. */
static bool
rows_unfiltered(struct str *s, struct arena *a, size_t row)
{
	size_t n = s->n / (row + 1);
	unsigned char *to = ARENA_ARRAY(a, unsigned char, n *row + 1);

	for (size_t i = 0; i < n; i++) {
		const char *from = s->p + i * (row + 1);

		if (*from != 0 && *from != 2)
			return false;
		for (size_t k = 0; k < row; k++) {
			bool above = *from == 2 && i;

			to[i * row + k] =
			    (unsigned char)(from[1 + k] +
					    (above ? to[(i - 1) * row + k]
						   : 0));
		}
	}
	*s = (struct str){ (char *)to, n * row };
	return true;
}

static size_t
bytes_number(const char **p, size_t n)
{
	size_t v = 0;

	while (n-- > 0)
		v = v << 8 | (unsigned char)*(*p)++;
	return v;
}

/* How a table's rows are laid out: kind, place, place in a stream. */
struct xref_layout {
	size_t width[3], row; /* bytes */
};

static bool
layout_read(struct xref_layout *out, const struct pdf_value *w)
{
	*out = (struct xref_layout){ .row = 0 };
	if (!w || w->kids.n != 3)
		return false;
	for (int i = 0; i < 3; i++) {
		if (!value_size(&w->kids.at[i], &out->width[i]) ||
		    out->width[i] > 7)
			return false;
		out->row += out->width[i];
	}
	return out->row > 0;
}

static bool
row_read(struct pdf_reading *r, struct xref_section *s,
    const struct xref_layout *l, size_t number, const char *p)
{
	size_t kind = l->width[0] ? bytes_number(&p, l->width[0]) : ROW_PLAIN;
	struct xref_entry e = { .number = (uint32_t)number };

	if (kind > ROW_PACKED)
		return false;
	e.kind = (int)kind;
	e.at = bytes_number(&p, l->width[1]);
	e.place = bytes_number(&p, l->width[2]);
	return entry_add(r, s, &e);
}

static bool
rows_read(struct pdf_reading *r, struct xref_section *s,
    const struct xref_layout *l, struct str rows, const struct pdf_value *index)
{
	for (size_t i = 0; i + 1 < index->kids.n; i += 2) {
		size_t first, n;

		if (!value_size(&index->kids.at[i], &first) ||
		    !value_size(&index->kids.at[i + 1], &n) ||
		    n > rows.n / l->row || first >= OBJECTS_MAX)
			return false;
		for (size_t k = 0; k < n; k++, rows = str_skip(rows, l->row)) {
			if (!row_read(r, s, l, first + k, rows.p))
				return false;
		}
	}
	return index->kids.n % 2 == 0;
}

/* Which numbers a table is for; all, where it does not say. */
static void
index_of(struct pdf_value *out, struct arena *a, const struct pdf_value *table)
{
	const struct pdf_value *index = dict_find(table, "Index");
	const struct pdf_value *size = dict_find(table, "Size");

	*out = index ? *index : (struct pdf_value){ .kind = PDF_ARRAY };
	if (index || !size)
		return;
	LIST_ADD(a, &out->kids)->kind = PDF_NUMBER;
	*LIST_ADD(a, &out->kids) = *size;
}

/* A table that is a stream. */
static bool
table_read(struct pdf_reading *r, struct xref_section *s, struct pdf_cursor *c)
{
	struct arena *a = r->f->arena;
	struct pdf_object o;
	struct pdf_value index;
	struct xref_layout l;
	size_t predictor = 1, columns = 1;
	struct str rows;

	if (!object_read(&o, r, c->at) || !o.is_stream ||
	    !value_is_name(dict_find(&o.value, "Type"), "XRef") ||
	    !layout_read(&l, dict_find(&o.value, "W")) ||
	    !stream_bytes(&rows, r, &o))
		return false;
	c->at += o.written.n;
	s->trailer = o.value;
	s->is_stream = true;
	s->number = o.number;

	const struct pdf_value *parms = dict_find(&o.value, "DecodeParms");

	value_size(dict_find(parms, "Predictor"), &predictor);
	value_size(dict_find(parms, "Columns"), &columns);
	if (predictor > 1 &&
	    (columns != l.row || !rows_unfiltered(&rows, a, l.row)))
		return false;
	index_of(&index, a, &o.value);
	return rows_read(r, s, &l, rows, &index);
}

size_t
line_end_bytes(struct str s)
{
	if (str_starts(s, STR("\r\n")))
		return 2;
	return s.n && (s.p[0] == '\r' || s.p[0] == '\n');
}

/* "startxref", the place of the table, "%%EOF". */
static bool
end_read(struct xref_section *s, struct pdf_cursor *c)
{
	size_t said, from;

	cursor_space(c);
	from = c->at;
	if (!cursor_word(c, "startxref") || !cursor_number(c, &said) ||
	    said != s->at)
		return false;
	cursor_space(c);
	if (!str_starts(str_skip(c->bytes, c->at), STR("%%EOF")))
		return false;
	s->end = c->at += strlen("%%EOF");
	if (s->end - from > END_MAX)
		return false;
	cursor_space(c);
	s->end_space = c->at;
	return true;
}

bool
section_read(struct pdf_reading *r, struct xref_section *s, size_t at)
{
	struct pdf_cursor c = cursor_at(r, at);
	bool plain = at < c.bytes.n && c.bytes.p[at] == 'x';

	*s = (struct xref_section){ .at = at };
	if (plain ? !cursor_word(&c, "xref") || !lines_read(r, s, &c)
		  : !table_read(r, s, &c))
		return false;
	return !dict_find(&s->trailer, "XRefStm") && end_read(s, &c);
}
