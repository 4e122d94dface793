/* SPDX-License-Identifier: MIT */
#include <assert.h>
#include <string.h>

#include "base/arena.h"
#include "reader/reader_int.h"

#define DATE_PART_MAX 96 /* bytes: no form of a date is longer */

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

static void
wrong_kind(struct reading *r, const struct message *m, const struct node *n)
{
	diag_add(r->d, m, n->at, NO_ARGS);
}

bool
load_text(struct reading *r, const struct node *value, struct text *out)
{
	if (value->kind != NODE_SCALAR) {
		wrong_kind(r, &text_wanted, value);
		return false;
	}
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
static void
add_parts(struct reading *r, struct text t, struct texts *out)
{
	size_t from = 0;

	while (from <= t.s.n && !parts_are_many(r, out, t)) {
		struct str rest;
		struct str part = str_cut(str_skip(t.s, from), ',', &rest);
		struct text one = text_part(t, from, part.n);

		if (one.s.n)
			*LIST_ADD(r->a, out) = one;
		from += part.n + 1;
	}
}

struct texts
load_texts(struct reading *r, const struct node *value)
{
	struct texts out = { 0 };
	struct text t;

	if (value->kind == NODE_MAP) {
		wrong_kind(r, &list_wanted, value);
		return out;
	}
	if (value->kind == NODE_SCALAR) {
		if (!node_is_empty(value))
			*LIST_ADD(r->a, &out) = scalar_text(value);
		return out;
	}
	for (size_t i = 0; i < value->items.n; i++) {
		if (load_element(r, value->items.at[i], &t))
			*LIST_ADD(r->a, &out) = t;
	}
	return out;
}

struct texts
load_parts(struct reading *r, const struct node *value)
{
	struct texts whole = load_texts(r, value), out = { 0 };

	for (size_t i = 0; i < whole.n; i++)
		add_parts(r, whole.at[i], &out);
	return out;
}

bool
load_date(struct reading *r, struct text t, struct when *out)
{
	*out = (struct when){ .at = t.at };
	if (date_parse(&out->d, t.s))
		return true;
	diag_add(r->d, out->d.year ? &no_such_day : &bad_date, t.at,
	    ARGS(arg_str(t.s)));
	out->d = (struct date){ 0 };
	return false;
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

const struct word *
load_word(struct reading *r, enum place_of_word in, struct text t)
{
	struct str right;
	const struct word *w = known_word(r, in, t);

	if (w)
		return w;
	w = word_near(r->a, in, t.s, reach_of(t.s), &right);
	diag_add(r->d, &unknown_word, t.at,
	    ARGS(arg_str(t.s), arg_words(words_allowed(r->a, in))))
	    ->fix = right;
	return w;
}

static void
load_time(struct reading *r, struct text t, struct clock *out)
{
	out->at = t.at;
	if (time_parse(&out->hour, &out->minute, t.s))
		return;
	out->hour = -1;
	diag_add(r->d, &bad_time, t.at, ARGS(arg_str(t.s)));
}

static void
load_wording(struct reading *r, const struct node *value, struct wording *out)
{
	uint64_t done = 0;

	*out = (struct wording){ 0 };
	if (value->kind != NODE_MAP) {
		load_text(r, value, &out->in[LANG_KY]);
		return;
	}
	for (size_t i = 0; i < value->pairs.n; i++) {
		const struct pair *p = &value->pairs.at[i];
		const struct word *w = known_word(
		    r, IN_WORDING, (struct text){ p->key, p->key_at });

		if (!w) {
			diag_add(r->d, &unknown_key, p->key_at,
			    ARGS(arg_str(p->key),
				arg_words(words_allowed(r->a, IN_WORDING))));
			continue;
		}
		if (done >> w->value & 1)
			diag_add(r->d, &duplicate_key, p->key_at,
			    ARGS(arg_str(p->key)));
		done |= UINT64_C(1) << w->value;
		load_text(r, p->value, &out->in[w->value]);
	}
}

static void
load_wordings(struct reading *r, const struct node *value, struct wordings *out)
{
	*out = (struct wordings){ 0 };
	if (value->kind == NODE_LIST) {
		for (size_t i = 0; i < value->items.n; i++) {
			const struct node *n = value->items.at[i];

			if (node_is_empty(n))
				diag_add(r->d, &empty_element, n->at, NO_ARGS);
			else
				load_wording(r, n, LIST_ADD(r->a, out));
		}
	} else if (!node_is_empty(value)) {
		load_wording(r, value, LIST_ADD(r->a, out));
	}
}

static void
load_people(struct reading *r, const struct node *value, struct refs *out)
{
	struct texts parts;

	*out = (struct refs){ 0 };
	parts = load_parts(r, value);
	for (size_t i = 0; i < parts.n; i++)
		LIST_ADD(r->a, out)->written = parts.at[i];
}

/* Sets an enum or its bits; both are as wide as unsigned. */
static void
load_choice(struct reading *r, const struct field *f, const struct node *value,
    void *to)
{
	struct texts parts = load_parts(r, value);
	unsigned all = 0;

	if (f->kind == KIND_CHOICE && parts.n > 1) {
		diag_add(r->d, &one_word_wanted, value->at, NO_ARGS);
		parts.n = 1;
	}
	for (size_t i = 0; i < parts.n; i++) {
		const struct word *w = load_word(r, f->words, parts.at[i]);

		if (w)
			all |= (unsigned)w->value;
		else if (f->kind == KIND_CHOICE)
			return;
	}
	if (!parts.n)
		return;
	memcpy((char *)to + f->offset, &all, sizeof(all));
	if (f->place != SIZE_MAX)
		memcpy((char *)to + f->place, &value->at, sizeof(value->at));
}

static void
load_flag(struct reading *r, struct text t, struct flag *out)
{
	const struct word *w = load_word(r, IN_YES_NO, t);

	if (w)
		*out = (struct flag){ w->value, t.at };
}

/* The length of the date with which t begins: up to the last comma before which
 * stands one, for dates may hold commas; else up to the first. */
static size_t
date_length(struct str s)
{
	struct str rest;
	size_t len = s.n;
	struct date d;

	/* Only the first few parts can be of one date. */
	if (len > DATE_PART_MAX) {
		len = DATE_PART_MAX;
		while (len && s.p[len] != ',')
			len--;
	}
	while (s.p[0] != ',' && !date_parse(&d, str_trim(str_head(s, len)))) {
		while (len && s.p[len - 1] != ',')
			len--;
		if (!len)
			return str_cut(s, ',', &rest).n;
		len--;
	}
	return s.p[0] == ',' ? 0 : len;
}

static void
load_dates(struct reading *r, const struct node *value, struct whens *out)
{
	struct texts all = load_texts(r, value);
	struct when w;

	for (size_t i = 0; i < all.n; i++) {
		struct text t = all.at[i];

		while (t.s.n) {
			size_t len = date_length(t.s);
			struct text part = text_part(t, 0, len);

			if (part.s.n && load_date(r, part, &w))
				*LIST_ADD(r->a, out) = w;
			t = text_part(t, len + 1, t.s.n);
		}
	}
}

static void
load_numbers(struct reading *r, const struct node *value, struct numbers *out)
{
	struct texts parts = load_parts(r, value);

	for (size_t i = 0; i < parts.n; i++)
		load_number(r, parts.at[i], LIST_ADD(r->a, out));
}

/* Kinds whose value is one text. */
static void
load_scalar(struct reading *r, const struct field *f, const struct node *value,
    void *member)
{
	struct text t;

	if (!load_text(r, value, &t))
		return;
	if (f->kind == KIND_TEXT)
		*(struct text *)member = t;
	else if (f->kind == KIND_NUMBER)
		load_number(r, t, member);
	else if (f->kind == KIND_FLAG)
		load_flag(r, t, member);
	else if (f->kind == KIND_DATE)
		load_date(r, t, member);
	else if (f->kind == KIND_TIME)
		load_time(r, t, member);
	else
		*(struct ref *)member = (struct ref){ .written = t };
}

static void
load_value(struct reading *r, const struct field *f, const struct node *value,
    void *to)
{
	void *member = (char *)to + f->offset;

	switch (f->kind) {
	case KIND_TEXT:
	case KIND_NUMBER:
	case KIND_FLAG:
	case KIND_DATE:
	case KIND_TIME:
	case KIND_PERSON:
		load_scalar(r, f, value, member);
		break;
	case KIND_TEXTS:
		*(struct texts *)member = load_texts(r, value);
		break;
	case KIND_PARTS:
		*(struct texts *)member = load_parts(r, value);
		break;
	case KIND_NUMBERS:
		load_numbers(r, value, member);
		break;
	case KIND_DATES:
		load_dates(r, value, member);
		break;
	case KIND_WORDING:
		load_wording(r, value, member);
		break;
	case KIND_WORDINGS:
		load_wordings(r, value, member);
		break;
	case KIND_PEOPLE:
		load_people(r, value, member);
		break;
	case KIND_CHOICE:
	case KIND_CHOICES:
		load_choice(r, f, value, to);
		break;
	case KIND_OWN:
		f->read(r, value, member);
		break;
	}
}

/* --- maps --------------------------------------------------------------- */

/* A kind of file has some twenty keys: looking through them is quick. */
static size_t
row_of(const struct fields *f, const struct word *w)
{
	size_t i = 0;

	while (f->at[i].key && strcmp(f->at[i].key, w->name) != 0)
		i++;
	assert(f->at[i].key); /* every word of a place has its row */
	return i;
}

/* Whether the line of this place has a finding already. */
static bool
line_is_known(const struct reading *r, struct span at)
{
	for (size_t i = r->d->list.n; i > 0; i--) {
		struct span other = r->d->list.at[i - 1].at;

		if (other.src != at.src)
			return false;
		if (source_row(other) == source_row(at))
			return true;
	}
	return false;
}

/* The word of a key; one that is unknown is a finding, and the nearest comes
 * back so that reading goes on as if it stood there. */
static const struct word *
load_key(struct reading *r, const struct fields *f, struct text key)
{
	struct str right;
	const struct word *w = known_word(r, f->in, key);

	if (w || diag_full(r->d, key.at.src))
		return w;
	w = word_near(r->a, f->in, key.s, reach_of(key.s), &right);
	/* A line that stands askew has its finding. */
	if (line_is_known(r, key.at))
		return w;
	diag_add(r->d, &unknown_key, key.at,
	    ARGS(arg_str(key.s), arg_words(words_allowed(r->a, f->in))))
	    ->fix = right;
	return w;
}

/* Among the bits of what was loaded, beside those of the rows. */
#define DOUBLED (UINT64_C(1) << 63)

void
load_pair(struct reading *r, const struct fields *f, const struct pair *pair,
    void *to, uint64_t *done)
{
	const struct word *w =
	    load_key(r, f, (struct text){ pair->key, pair->key_at });

	if (!w)
		return;

	size_t row = row_of(f, w);
	uint64_t bit = UINT64_C(1) << row;

	/* An extension may come again and again.  Where two entries have run
	 * together, all keys come twice: that is said once. */
	if ((*done & bit) && f->at[row].kind != KIND_DATES) {
		if (!(*done & DOUBLED))
			diag_add(r->d, &duplicate_key, pair->key_at,
			    ARGS(arg_str(pair->key)));
		*done |= DOUBLED;
		return;
	}
	*done |= bit;

	bool is_fact = f->in == IN_ITEM || f->in == IN_DECISION;

	/* A header may keep keys to be filled; a fact was meant. */
	if (is_fact && node_is_empty(pair->value))
		diag_add(
		    r->d, &empty_value, pair->key_at, ARGS(arg_str(pair->key)));
	if (!node_is_empty(pair->value) ||
	    (is_fact && f->at[row].kind == KIND_OWN))
		load_value(r, &f->at[row], pair->value, to);
	else if (f->at[row].required)
		*done &= ~bit;
}

uint64_t
load_some(
    struct reading *r, const struct fields *f, const struct node *map, void *to)
{
	uint64_t done = 0;

	if (map->kind != NODE_MAP) {
		if (!node_is_empty(map))
			wrong_kind(r, &map_wanted, map);
		return 0;
	}
	for (size_t i = 0; i < map->pairs.n; i++)
		load_pair(r, f, &map->pairs.at[i], to, &done);
	return done;
}

bool
facts_are_lost(const struct reading *r, const struct source *s)
{
	for (size_t i = r->d->list.n; i > 0; i--) {
		const struct diag *g = &r->d->list.at[i - 1];

		if (g->at.src == s && g->message->loses_facts)
			return true;
	}
	return false;
}

void
load_missing(
    struct reading *r, const struct fields *f, uint64_t done, struct span at)
{
	for (size_t i = 0; f->at[i].key; i++) {
		if (f->at[i].required && !(done >> i & 1) && !r->torn &&
		    !facts_are_lost(r, at.src))
			diag_add(r->d, &missing_key, at,
			    ARGS(arg_words(
				word_spellings(r->a, f->in, f->at[i].key))));
	}
}

uint64_t
load_map(struct reading *r, const struct fields *f, const struct node *map,
    void *to, struct span at)
{
	uint64_t done = load_some(r, f, map, to);

	if (map->kind == NODE_MAP || node_is_empty(map))
		load_missing(r, f, done, at);
	return done;
}
