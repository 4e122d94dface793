/* SPDX-License-Identifier: MIT */
/*
 * Whether what was appended to a paper is signatures and nothing else.  What
 * signing touches is written down here key by key; whatever else differs from
 * the paper is a change of it.  Whether a signature is somebody's, and whether
 * it holds, is for those to say who have the certificates.
 */
#include <string.h>

#include "pdf/pdf.h"
#include "pdf/reading.h"

#define FIELDS_MAX 1000 /* they are held against each other */
#define HIDDEN     2    /* a flag of an annotation: neither seen nor printed */

/* Keys that may come, go or change, by what has them. */
static const char *const of_catalog[] = { "AcroForm", "DSS", "Perms",
	"Extensions", NULL };
static const char *const of_form[] = { "Fields", "SigFlags", "DA", "DR", NULL };
static const char *const of_page[] = { "Annots", NULL };
static const char *const of_info[] = { "ModDate", NULL };
static const char *const of_field[] = { "V", "AP", "AS", "M", "F", "MK", "DA",
	"Lock", "Rect", NULL };
/* All keys that a field of the signer's own may have. */
static const char *const of_new_field[] = { "Type", "Subtype", "FT", "T", "TU",
	"V", "AP", "AS", "M", "F", "Ff", "MK", "DA", "DR", "Lock", "SV", "BS",
	"Border", "P", "Rect", NULL };

struct checking {
	const struct pdf_file *f;
	const struct pdf_value *fields; /* of the form, after all updates */
	uint32_t catalog;
	size_t *signed_in; /* by revision: signatures */
	size_t signatures;
};

static bool
is_listed(const char *const *list, struct str key)
{
	while (*list && !str_eq(str_from(*list), key))
		list++;
	return *list != NULL;
}

/* Whether no other keys than those listed differ. */
static bool
same_but(const struct pdf_value *was, const struct pdf_value *now,
    const char *const *list)
{
	const struct pdf_value *sides[2] = { was, now };

	if (!was || !now || was->kind != PDF_DICT || now->kind != PDF_DICT)
		return false;
	for (int side = 0; side < 2; side++) {
		const struct pdf_value *v = sides[side];

		for (size_t i = 0; i + 1 < v->kids.n; i += 2) {
			struct str key = v->kids.at[i].text;

			if (!is_listed(list, key) &&
			    !value_same(&v->kids.at[i + 1],
				dict_key(sides[1 - side], key)))
				return false;
		}
	}
	return true;
}

/* Whether a list of references has this one. */
static bool
has_reference(const struct pdf_value *list, int64_t number)
{
	for (size_t i = 0; list && i < list->kids.n; i++) {
		if (list->kids.at[i].kind == PDF_REFERENCE &&
		    list->kids.at[i].number == number)
			return true;
	}
	return false;
}

static bool
has_all(const struct pdf_value *list, const struct pdf_value *of)
{
	for (size_t i = 0; of && i < of->kids.n; i++) {
		if (!has_reference(list, of->kids.at[i].number))
			return false;
	}
	return true;
}

/* --- one signature ------------------------------------------------------ */

/* The four numbers of ByteRange: from where on how many bytes, twice. */
static bool
range_read(size_t out[4], const struct pdf_value *v)
{
	if (!v || v->kind != PDF_ARRAY || v->kids.n != 4)
		return false;
	for (int i = 0; i < 4; i++) {
		if (!value_size(&v->kids.at[i], &out[i]))
			return false;
	}
	return true;
}

/* Whether these bytes are a string of hexadecimal digits, all of it. */
static bool
is_hex_string(struct str s)
{
	if (s.n < 2 || s.p[0] != '<' || s.p[s.n - 1] != '>')
		return false;
	for (size_t i = 1; i + 1 < s.n; i++) {
		if (!s.p[i] || !strchr("0123456789abcdefABCDEF", s.p[i]))
			return false;
	}
	return true;
}

/* Whether a signature covers all of the file up to the end of the update that
 * brought it, but itself. */
static bool
covers(const struct pdf_file *f, const struct pdf_object *o)
{
	const struct revision *r = &f->revisions.at[o->revision];
	size_t range[4], from = (size_t)(o->written.p - f->bytes.p);

	if (!o->written.n ||
	    !range_read(range, dict_find(&o->value, "ByteRange")))
		return false;
	return range[0] == 0 && range[1] > from && range[2] > range[1] &&
	       range[2] < from + o->written.n &&
	       is_hex_string(str_head(
		   str_skip(f->bytes, range[1]), range[2] - range[1])) &&
	       range[3] <= f->bytes.n - range[2] &&
	       range[2] + range[3] >= r->end &&
	       range[2] + range[3] <= r->end_space;
}

/* Counts the signature of a field. */
static bool
signature_check(struct checking *k, const struct pdf_value *field)
{
	const struct pdf_object *o = object_now(k->f, dict_find(field, "V"));

	if (!o || o->number < k->f->own || !covers(k->f, o) ||
	    k->signed_in[o->revision])
		return false;
	k->signed_in[o->revision] = o->number;
	k->signatures++;
	return true;
}

/* --- fields ------------------------------------------------------------- */

static bool
is_without_area(const struct pdf_value *field)
{
	const struct pdf_value *r = dict_find(field, "Rect");

	return r && r->kids.n == 4 && r->kids.at[0].kind == PDF_NUMBER &&
	       (value_same(&r->kids.at[0], &r->kids.at[2]) ||
		   value_same(&r->kids.at[1], &r->kids.at[3]));
}

static bool
is_hidden(const struct pdf_value *field)
{
	const struct pdf_value *flags = dict_find(field, "F");

	return flags && flags->kind == PDF_NUMBER && flags->number > 0 &&
	       (flags->number / NUMBER_ONE & HIDDEN);
}

/* A field of the paper: it keeps its place, or its signature is not seen. */
static enum pdf_added
own_field(struct checking *k, const struct pdf_object *was,
    const struct pdf_object *now)
{
	if (value_same(&was->value, &now->value))
		return PDF_ADDED_SIGNATURES;
	if (!same_but(&was->value, &now->value, of_field))
		return PDF_ADDED_CHANGES;
	if (!value_same(dict_find(&was->value, "Rect"),
		dict_find(&now->value, "Rect")) &&
	    !is_without_area(&now->value))
		return PDF_ADDED_PICTURE;
	return signature_check(k, &now->value) ? PDF_ADDED_SIGNATURES
					       : PDF_ADDED_UNSIGNED;
}

/* A field that a signer made: it could be drawn over what the page says. */
static enum pdf_added
new_field(struct checking *k, const struct pdf_object *now)
{
	for (size_t i = 0; i < now->value.kids.n; i += 2) {
		if (now->value.kind != PDF_DICT ||
		    !is_listed(of_new_field, now->value.kids.at[i].text))
			return PDF_ADDED_CHANGES;
	}
	if (!value_is_name(dict_find(&now->value, "FT"), "Sig"))
		return PDF_ADDED_CHANGES;
	if (!is_without_area(&now->value) && !is_hidden(&now->value))
		return PDF_ADDED_PICTURE;
	return signature_check(k, &now->value) ? PDF_ADDED_SIGNATURES
					       : PDF_ADDED_UNSIGNED;
}

static enum pdf_added
fields_check(struct checking *k)
{
	for (size_t i = 0; k->fields && i < k->fields->kids.n; i++) {
		const struct pdf_value *v = &k->fields->kids.at[i];
		const struct pdf_object *now = object_now(k->f, v);
		enum pdf_added added;

		if (!now)
			return PDF_ADDED_CHANGES;
		added = v->number < k->f->own
			    ? own_field(k, k->f->first[v->number], now)
			    : new_field(k, now);
		if (added != PDF_ADDED_SIGNATURES)
			return added;
	}
	return PDF_ADDED_SIGNATURES;
}

/* --- the rest of the paper ---------------------------------------------- */

/* All fields of the paper's form, each once, and otherwise only new objects. */
static bool
fields_agree(const struct checking *k, const struct pdf_value *before)
{
	for (size_t i = 0; k->fields && i < k->fields->kids.n; i++) {
		const struct pdf_value *v = &k->fields->kids.at[i];
		struct pdf_value above = *k->fields;

		above.kids.n = i;
		if (v->kind != PDF_REFERENCE ||
		    has_reference(&above, v->number) ||
		    (v->number < k->f->own &&
			!has_reference(before, v->number)))
			return false;
	}
	return has_all(k->fields, before);
}

static bool
form_check(struct checking *k, const struct pdf_value *was,
    const struct pdf_value *now)
{
	static const struct pdf_value none = { .kind = PDF_DICT };
	const struct pdf_value *before = dict_find(was, "AcroForm");
	const struct pdf_value *after =
	    value_now(k->f, dict_find(now, "AcroForm"));

	if (!before && !after)
		return true;
	k->fields = value_now(k->f, dict_find(after, "Fields"));
	return same_but(before ? before : &none, after, of_form) &&
	       (!k->fields || k->fields->kids.n <= FIELDS_MAX) &&
	       fields_agree(k, dict_find(before, "Fields"));
}

/* A page keeps its annotations; what comes to them are fields. */
static bool
page_check(const struct checking *k, const struct pdf_object *was,
    const struct pdf_object *now)
{
	const struct pdf_value *annots =
	    value_now(k->f, dict_find(&now->value, "Annots"));
	const struct pdf_value *before = dict_find(&was->value, "Annots");

	if (!same_but(&was->value, &now->value, of_page) ||
	    !has_all(annots, before))
		return false;
	for (size_t i = 0; annots && i < annots->kids.n; i++) {
		const struct pdf_value *v = &annots->kids.at[i];

		if (v->kind != PDF_REFERENCE ||
		    (!has_reference(before, v->number) &&
			!has_reference(k->fields, v->number)))
			return false;
	}
	return true;
}

static bool
is_page(const struct pdf_page_objects *pages, uint32_t number)
{
	for (size_t i = 0; i < pages->n; i++) {
		if (pages->at[i] == number)
			return true;
	}
	return false;
}

/* Whether it is the look of an empty field.  poppler, which signs one, puts
 * another of no content in its place. */
static bool
is_blank(const struct checking *k, uint32_t number)
{
	const struct pdf_value *root = &k->f->first[k->catalog]->value;
	const struct pdf_value *fields =
	    dict_find(dict_find(root, "AcroForm"), "Fields");

	for (size_t i = 0; fields && i < fields->kids.n; i++) {
		const struct pdf_value *look =
		    dict_find(value_first(k->f, &fields->kids.at[i]), "AP");
		const struct pdf_value *normal = dict_find(look, "N");

		if (normal && normal->number == number)
			return true;
	}
	return false;
}

/* One object of the paper that an update brought anew. */
static bool
object_check(const struct checking *k, const struct pdf_page_objects *pages,
    uint32_t number)
{
	const struct pdf_object *was = k->f->first[number];
	const struct pdf_object *now = k->f->now[number];
	const struct pdf_value *info = dict_find(&k->f->trailer, "Info");

	if (!was || was->is_stream != now->is_stream)
		return false;
	if (is_blank(k, number))
		return now->stream.n == 0;
	if (was->generation != now->generation)
		return false;
	if (number == k->catalog)
		return same_but(&was->value, &now->value, of_catalog);
	if (number == info->number)
		return same_but(&was->value, &now->value, of_info);
	if (is_page(pages, number))
		return page_check(k, was, now);
	if (has_reference(k->fields, number))
		return true; /* fields_check looks at them */
	return value_same(&was->value, &now->value) &&
	       str_eq(was->stream, now->stream);
}

/* An update that is no signature may only bring what later proves one. */
static bool
is_proof(const struct checking *k, const struct revision *r)
{
	for (size_t i = 0; i < r->objects.n; i++) {
		if (r->objects.at[i]->number < k->f->own &&
		    r->objects.at[i]->number != k->catalog)
			return false;
	}
	return dict_find(&k->f->now[k->catalog]->value, "DSS") != NULL;
}

static enum pdf_added
updates_check(struct checking *k)
{
	const struct pdf_file *f = k->f;
	struct pdf_page_objects pages;
	enum pdf_added added;

	if (!form_check(
		k, &f->first[k->catalog]->value, &f->now[k->catalog]->value))
		return PDF_ADDED_CHANGES;
	pdf_pages_list(&pages, f);
	for (size_t i = 1; i < f->revisions.n; i++) {
		const struct revision *r = &f->revisions.at[i];

		for (size_t o = 0; o < r->objects.n; o++) {
			if (r->objects.at[o]->number < f->own &&
			    !object_check(k, &pages, r->objects.at[o]->number))
				return PDF_ADDED_CHANGES;
		}
	}
	if (!updates_are_reached(f))
		return PDF_ADDED_CHANGES;
	added = fields_check(k);
	for (size_t i = 1; added == PDF_ADDED_SIGNATURES && i < f->revisions.n;
	     i++) {
		if (!k->signed_in[i] &&
		    (!k->signatures || !is_proof(k, &f->revisions.at[i])))
			return PDF_ADDED_UNSIGNED;
	}
	return added;
}

enum pdf_added
pdf_added(size_t *signatures, struct arena *a, struct str file, size_t paper)
{
	struct pdf_file f;
	struct checking k = { .f = &f };
	const struct pdf_value *root;
	struct str rest;
	enum pdf_added added;

	*signatures = 0;
	rest = str_skip(file, paper);
	if (line_end_bytes(rest) == rest.n)
		return PDF_ADDED_SIGNATURES;
	if (!pdf_file_read(&f, a, file, paper))
		return PDF_ADDED_UNSIGNED;
	root = dict_find(&f.trailer, "Root");
	k.catalog = (uint32_t)root->number;
	k.signed_in = ARENA_ARRAY(a, size_t, f.revisions.n);
	added = updates_check(&k);
	*signatures = k.signatures;
	return added;
}
