/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "seal/seal_int.h"

/*
 * The keywords of a paper's file, parted by spaces:
 *
 *	kengesh-paper HASH form:N print:BYTES KIND YEAR NUMBER DATE ITEMS DEPTH
 *	NAME:HASH ...
 *
 * such as "kengesh-paper 2-abcd-efgh-jkmn form:1 print:0123456789abcdef minutes
 * 2025-2026 1 2025-09-05 - 2 date:a2b place:c3d 1.title:e4f": what finds the
 * paper again, what made it, and its values.  Those of a draft begin with
 * "kengesh-draft".
 */

#define MARK_PAPER "kengesh-paper "
#define MARK_DRAFT "kengesh-draft "
#define LENGTH_MAX 1500 /* else the values are told apart less finely */

/* Where keywords stand in the file's XMP, which is plain text.  No text of the
 * records can pose as them: what is text there has no <. */
#define PLACE "<pdf:Keywords>"

/* --- parts -------------------------------------------------------------- */

static void
part_add(struct seal_parts *out, struct arena *a, const struct value *group,
    const char *paper, size_t member, struct str item)
{
	const char *name = group->members.at[member].name;
	const struct value *v = group->members.at[member].value;
	struct strbuf b;

	buf_init(&b, a);
	canon_add(&b, paper, group->of, name, v);
	if (!b.n)
		return;
	*LIST_ADD(a, out) = (struct seal_part){
		.name = view_name_find(group->of, str_from(name)),
		.item = item,
		.hash = digits_of(a, buf_str(&b), PART_DIGITS),
		.at = canon_place(v),
		.several = v->items.n > 1,
	};
}

static void
item_add(struct seal_parts *out, struct arena *a, const char *paper,
    const struct value *item, enum seal_depth depth)
{
	struct str number = value_member(item, STR("number"))->text;
	struct span at = canon_place(item);
	struct seal_parts facts = { 0 };
	struct strbuf b;

	for (size_t i = 0; i < item->members.n; i++) {
		if (strcmp(item->members.at[i].name, "number") != 0)
			part_add(&facts, a, item, paper, i, number);
	}
	/* A vote has no place of its own. */
	for (size_t i = 0; i < facts.n && depth == SEAL_FACTS; i++) {
		if (!facts.at[i].at.src)
			facts.at[i].at = at;
		*LIST_ADD(a, out) = facts.at[i];
	}
	if (depth == SEAL_FACTS)
		return;
	buf_init(&b, a);
	for (size_t i = 0; i < facts.n; i++)
		buf_printf(&b, "%s:" STR_FMT "\n", facts.at[i].name->name,
		    STR_ARG(facts.at[i].hash));
	*LIST_ADD(a, out) = (struct seal_part){
		.item = number,
		.hash = digits_of(a, buf_str(&b), PART_DIGITS),
		.at = at,
	};
}

void
seal_parts(struct seal_parts *out, struct arena *a, const struct value *values,
    enum seal_depth depth)
{
	*out = (struct seal_parts){ 0 };
	for (size_t i = 0; i < values->members.n; i++) {
		const struct value *v = values->members.at[i].value;

		if (depth == SEAL_PAPER || v->kind != VALUE_LIST ||
		    strcmp(v->of, "item") != 0 ||
		    canon_leaves_out(
			values->of, values->of, values->members.at[i].name)) {
			part_add(out, a, values, values->of, i, STR(""));
			continue;
		}
		for (size_t k = 0; k < v->items.n; k++)
			item_add(out, a, values->of, v->items.at[k], depth);
	}
}

static const struct seal_part *
part_find(const struct seal_parts *parts, const struct seal_part *like)
{
	for (size_t i = 0; i < parts->n; i++) {
		const struct seal_part *p = &parts->at[i];

		if (p->name == like->name && str_eq(p->item, like->item))
			return p;
	}
	return NULL;
}

void
seal_changed(struct seal_parts *out, struct arena *a,
    const struct seal_parts *before, const struct seal_parts *now)
{
	*out = (struct seal_parts){ 0 };
	for (size_t i = 0; i < now->n; i++) {
		const struct seal_part *was = part_find(before, &now->at[i]);

		if (!was || !str_eq(was->hash, now->at[i].hash))
			*LIST_ADD(a, out) = now->at[i];
	}
	for (size_t i = 0; i < before->n; i++) {
		if (!part_find(now, &before->at[i]))
			*LIST_ADD(a, out) = before->at[i];
	}
}

/* --- writing ------------------------------------------------------------ */

static void
items_add(struct strbuf *b, const struct item_numbers *items)
{
	if (!items->n)
		buf_byte(b, '-');
	for (size_t i = 0; i < items->n; i++)
		buf_printf(b, "%s%d", i ? "," : "", items->at[i]);
}

static void
parts_add(struct strbuf *b, const struct seal_parts *parts)
{
	for (size_t i = 0; i < parts->n; i++) {
		const struct seal_part *p = &parts->at[i];

		buf_printf(b, " " STR_FMT "%s%s:" STR_FMT, STR_ARG(p->item),
		    p->item.n && p->name ? "." : "",
		    p->name ? p->name->name : "", STR_ARG(p->hash));
	}
}

/* Everything but the values. */
static struct str
head_of(struct arena *a, const struct paper *p, struct str hash,
    struct str print, bool draft)
{
	struct str date = date_text(a, p->date, DATE_ISO, p->lang);
	struct strbuf b;

	buf_init(&b, a);
	buf_printf(&b,
	    "%s" STR_FMT " form:%d print:" STR_FMT " %s " STR_FMT " %d " STR_FMT
	    " ",
	    draft ? MARK_DRAFT : MARK_PAPER, STR_ARG(hash), SEAL_FORM,
	    STR_ARG(print), paper_names[p->kind],
	    STR_ARG(p->year ? p->year->folder : STR("-")),
	    p->session ? session_number(p->session) : 0,
	    STR_ARG(date_is_set(p->date) ? date : STR("-")));
	items_add(&b, &p->items);
	return buf_str(&b);
}

static struct str
text_of(struct arena *a, struct str head, const struct value *values,
    enum seal_depth depth)
{
	struct seal_parts parts;
	struct strbuf b;

	buf_init(&b, a);
	buf_printf(&b, STR_FMT " %d", STR_ARG(head), (int)depth);
	seal_parts(&parts, a, values, depth);
	parts_add(&b, &parts);
	return buf_str(&b);
}

struct str
imprint_text(struct arena *a, const struct paper *p, const struct value *values,
    struct str hash, struct str print, bool draft)
{
	struct str head = head_of(a, p, hash, print, draft);
	struct str text = text_of(a, head, values, SEAL_FACTS);

	for (int depth = SEAL_ITEMS; depth >= SEAL_PAPER; depth--) {
		if (text.n <= LENGTH_MAX)
			break;
		text = text_of(a, head, values, (enum seal_depth)depth);
	}
	return text;
}

/* --- reading ------------------------------------------------------------ */

static struct str
word(struct str *rest)
{
	return str_cut(*rest, ' ', rest);
}

static bool
kind_read(enum paper_kind *out, struct str s)
{
	for (int k = 0; k < PAPER_MAX; k++) {
		if (str_eq(s, str_from(paper_names[k]))) {
			*out = (enum paper_kind)k;
			return true;
		}
	}
	return false;
}

static bool
items_read(struct item_numbers *out, struct arena *a, struct str s)
{
	while (s.n && !str_eq(s, STR("-"))) {
		if (!str_number(str_cut(s, ',', &s), LIST_ADD(a, out)))
			return false;
	}
	return true;
}

/* NAME:HASH, ITEM.NAME:HASH or ITEM:HASH. */
static bool
part_read(struct imprint *m, struct arena *a, struct str s)
{
	struct str name = str_cut(s, ':', &s), rest = name;
	const char *scope = paper_names[m->kind];
	struct seal_part part = { .hash = s };
	int number;

	if (!is_digits(s, PART_DIGITS))
		return false;
	if (str_number(str_cut(name, '.', &rest), &number)) {
		part.item = str_cut(name, '.', &name);
		scope = "item";
	}
	part.name = name.n ? view_name_find(scope, name) : NULL;
	*LIST_ADD(a, &m->parts) = part;
	return part.name || part.item.n;
}

/* What stands behind a name: "form:1". */
static bool
named(struct str *out, struct str *rest, struct str name)
{
	*out = word(rest);
	if (!str_starts(*out, name))
		return false;
	*out = str_skip(*out, name.n);
	return true;
}

static bool
date_read(struct date *out, struct str s)
{
	return str_eq(s, STR("-")) || date_parse(out, s);
}

/* Behind the hash. */
static bool
head_read(struct imprint *out, struct arena *a, struct str *s)
{
	struct str form;
	int depth;

	if (!named(&form, s, STR("form:")) || !str_number(form, &out->form) ||
	    !named(&out->print, s, STR("print:")) ||
	    out->print.n != PRINT_DIGITS || !kind_read(&out->kind, word(s)))
		return false;
	out->year = word(s);
	if (!str_number(word(s), &out->number) ||
	    !date_read(&out->date, word(s)) ||
	    !items_read(&out->items, a, word(s)) ||
	    !str_number(word(s), &depth) || depth > SEAL_FACTS)
		return false;
	out->depth = (enum seal_depth)depth;
	return true;
}

static enum imprint_state
imprint_read(struct imprint *out, struct arena *a, struct str s)
{
	struct str hash = word(&s);

	switch (seal_hash_read(&out->hash, a, hash)) {
	case SEAL_NO_HASH:
		return IMPRINT_NONE;
	case SEAL_OLDER_HASH:
		out->hash = hash;
		return IMPRINT_OLDER;
	case SEAL_HASH:
		break;
	}
	if (!head_read(out, a, &s))
		return IMPRINT_NONE;
	while (s.n) {
		if (!part_read(out, a, word(&s)))
			return IMPRINT_NONE;
	}
	return IMPRINT_READ;
}

/* As we write them; other bytes need not even be text. */
static bool
is_ascii(struct str s)
{
	for (size_t i = 0; i < s.n; i++) {
		if ((unsigned char)s.p[i] >= 0x80)
			return false;
	}
	return true;
}

/* What an electronic signature appends to a file comes behind, so the first
 * keywords are those that were printed. */
enum imprint_state
imprint_find(struct imprint *out, struct arena *a, struct str bytes)
{
	static const struct str place = STR_INIT(PLACE),
				paper = STR_INIT(MARK_PAPER),
				draft = STR_INIT(MARK_DRAFT);
	size_t at =
	    str_starts(bytes, STR("%PDF-")) ? str_find(bytes, place) : SIZE_MAX;

	*out = (struct imprint){ 0 };
	if (at == SIZE_MAX)
		return IMPRINT_NONE;

	struct str s =
	    str_head(str_skip(bytes, at + place.n), 2 * LENGTH_MAX + draft.n);
	struct str text = str_copy(a, str_cut(s, '<', &s));

	if (str_starts(text, draft))
		return IMPRINT_DRAFT;
	return str_starts(text, paper) && is_ascii(text)
		   ? imprint_read(out, a, str_skip(text, paper.n))
		   : IMPRINT_NONE;
}
