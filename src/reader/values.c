/* SPDX-License-Identifier: MIT */
#include "base/arena.h"
#include "reader/reader_int.h"

/* Values that tables and own readers are made of: texts, dates, numbers, words.
 */

bool
node_is_empty(const struct node *n)
{
	return n->kind == NODE_SCALAR && !str_trim(n->text).n;
}

struct text
text_part(struct text t, size_t off, size_t len)
{
	struct str s = str_head(str_skip(t.s, off), len);
	struct str trimmed = str_trim(s);

	/* Quoted text may not be byte for byte what the source has. */
	if (t.at.src && t.at.len == t.s.n) {
		t.at.off += (uint32_t)(trimmed.p - t.s.p);
		t.at.len = (uint32_t)trimmed.n;
	}
	t.s = trimmed;
	return t;
}

bool
text_joined(struct text *out, const struct text *first, const struct text *last)
{
	*out = *first;
	if (first == last)
		return true;
	if (last->at.src != first->at.src)
		return false;
	out->at.len = last->at.off + last->at.len - first->at.off;
	out->s = span_text(out->at);
	return true;
}

/* The value of a scalar with its place, without quotes. */
static struct text
scalar_text(const struct node *n)
{
	struct text t = { n->text, n->at };

	if (n->quoted && n->at.len == n->text.n + 2) {
		t.at.off++;
		t.at.len -= 2;
	}
	return text_part(t, 0, t.s.n);
}

bool
load_refused(struct reading *r, const struct message *m, const struct node *n)
{
	diag_add(r->d, m, n->at, NO_ARGS);
	return false;
}

bool
load_text(struct reading *r, const struct node *value, struct text *out)
{
	if (value->kind != NODE_SCALAR)
		return load_refused(r, &text_wanted, value);
	*out = scalar_text(value);
	return true;
}

bool
load_element(struct reading *r, const struct node *element, struct text *out)
{
	if (!load_text(r, element, out))
		return false;
	if (!out->s.n)
		diag_add(r->d, &empty_element, element->at, NO_ARGS);
	return out->s.n > 0;
}

#define PARTS_MAX ((size_t)1000) /* between the commas of one text */

/* Whether a text has more parts than is read; then with a finding. */
static bool
parts_are_many(struct reading *r, const struct texts *parts, struct text whole)
{
	if (parts->n < PARTS_MAX)
		return false;
	diag_add(r->d, &too_many_parts, whole.at,
	    ARGS(arg_number(r->a, (int64_t)PARTS_MAX)));
	return true;
}

/* Adds what stands between the commas of one text. */
static bool
add_parts(struct reading *r, struct text t, struct texts *out)
{
	size_t from = 0;

	while (from <= t.s.n) {
		struct str rest;
		struct str part = str_cut(str_skip(t.s, from), ',', &rest);
		struct text one = text_part(t, from, part.n);

		if (parts_are_many(r, out, t))
			return false;
		if (one.s.n)
			*LIST_ADD(r->a, out) = one;
		from += part.n + 1;
	}
	return true;
}

bool
load_texts(struct reading *r, const struct node *value, struct texts *out)
{
	struct text t;
	bool ok = true;

	*out = (struct texts){ 0 };
	if (value->kind == NODE_MAP)
		return load_refused(r, &list_wanted, value);
	if (value->kind == NODE_SCALAR) {
		if (!node_is_empty(value))
			*LIST_ADD(r->a, out) = scalar_text(value);
		return true;
	}
	for (size_t i = 0; i < value->items.n; i++) {
		if (load_element(r, value->items.at[i], &t))
			*LIST_ADD(r->a, out) = t;
		else
			ok = false;
	}
	return ok;
}

bool
load_parts(struct reading *r, const struct node *value, struct texts *out)
{
	struct texts whole;
	bool ok = load_texts(r, value, &whole);

	*out = (struct texts){ 0 };
	for (size_t i = 0; i < whole.n; i++)
		ok &= add_parts(r, whole.at[i], out);
	return ok;
}

struct str
number_text(struct str s)
{
	return str_starts(s, STR("№")) ? str_trim(str_skip(s, STR("№").n)) : s;
}

bool
load_number(struct reading *r, struct text t, struct number *out)
{
	out->at = t.at;
	if (str_number(number_text(t.s), &out->v))
		return true;
	diag_add(r->d, &bad_number, t.at, ARGS(arg_str(t.s)));
	return false;
}

const struct word *
known_word(struct reading *r, enum place_of_word in, struct text t)
{
	struct str right;
	const struct word *w = lexicon_find(r->lexicon, in, t.s, &right);

	if (right.n)
		diag_read_as(r->d, t.at, t.s, right);
	return w;
}

bool
load_word(struct reading *r, enum place_of_word in, struct text t,
    const struct word **out)
{
	struct str right;

	*out = known_word(r, in, t);
	if (*out)
		return true;
	*out = word_near(r->a, in, t.s, reach_of(t.s), &right);
	diag_add(r->d, &unknown_word, t.at,
	    ARGS(arg_str(t.s), arg_words(words_allowed(r->a, in))))
	    ->fix = right;
	return false;
}
