/* SPDX-License-Identifier: MIT */
#include <assert.h>
#include <string.h>

#include "base/arena.h"
#include "reader/reader_int.h"

#define DATE_PART_MAX 96 /* bytes: no form of a date is longer */

static const struct words time_sample =
    TEXT("the hour and the minutes as in 15:00");

static bool
load_time(struct reading *r, struct text t, struct clock *out)
{
	struct str right = { 0 };
	int hour, minute;

	out->at = t.at;
	if (time_parse(&out->hour, &out->minute, t.s))
		return true;
	out->hour = -1;
	if (time_meant(&hour, &minute, t.s))
		right = str_printf(r->a, "%02d:%02d", hour, minute);
	diag_add(r->d, &bad_time, t.at,
	    ARGS(arg_str(t.s),
		right.n ? arg_str(right) : arg_words(&time_sample)))
	    ->fix = right;
	return false;
}

static bool
load_wording(struct reading *r, const struct node *value, struct wording *out)
{
	uint64_t done = 0;
	bool ok = true;

	*out = (struct wording){ 0 };
	if (value->kind != NODE_MAP)
		return load_text(r, value, &out->in[LANG_KY]);
	for (size_t i = 0; i < value->pairs.n; i++) {
		const struct pair *p = &value->pairs.at[i];
		const struct word *w = known_word(
		    r, IN_WORDING, (struct text){ p->key, p->key_at });

		if (!w) {
			diag_add(r->d, &unknown_key, p->key_at,
			    ARGS(arg_str(p->key),
				arg_words(words_allowed(r->a, IN_WORDING))));
			ok = false;
			continue;
		}
		if (done >> w->value & 1) {
			diag_add(r->d, &duplicate_key, p->key_at,
			    ARGS(arg_str(p->key)));
			ok = false;
		}
		done |= UINT64_C(1) << w->value;
		ok &= load_text(r, p->value, &out->in[w->value]);
	}
	return ok;
}

static bool
load_wordings(struct reading *r, const struct node *value, struct wordings *out)
{
	bool ok = true;

	*out = (struct wordings){ 0 };
	if (value->kind != NODE_LIST)
		return node_is_empty(value) ||
		       load_wording(r, value, LIST_ADD(r->a, out));
	for (size_t i = 0; i < value->items.n; i++) {
		const struct node *n = value->items.at[i];

		if (node_is_empty(n))
			ok = load_refused(r, &empty_element, n);
		else
			ok &= load_wording(r, n, LIST_ADD(r->a, out));
	}
	return ok;
}

static bool
load_people(struct reading *r, const struct node *value, struct refs *out)
{
	struct texts parts;
	bool ok = load_parts(r, value, &parts);

	*out = (struct refs){ 0 };
	for (size_t i = 0; i < parts.n; i++)
		LIST_ADD(r->a, out)->written = parts.at[i];
	return ok;
}

/* Sets an enum or its bits; both are as wide as unsigned. */
static bool
load_choice(struct reading *r, const struct field *f, const struct node *value,
    void *to)
{
	struct texts parts;
	bool ok = load_parts(r, value, &parts);
	unsigned all = 0;

	if (f->kind == KIND_CHOICE && parts.n > 1) {
		ok = load_refused(r, &one_word_wanted, value);
		parts.n = 1;
	}
	for (size_t i = 0; i < parts.n; i++) {
		const struct word *w;

		ok &= load_word(r, f->words, parts.at[i], &w);
		if (w)
			all |= (unsigned)w->value;
		else if (f->kind == KIND_CHOICE)
			return ok;
	}
	if (!parts.n)
		return ok;
	memcpy((char *)to + f->offset, &all, sizeof(all));
	if (f->place != SIZE_MAX)
		memcpy((char *)to + f->place, &value->at, sizeof(value->at));
	return ok;
}

static bool
load_flag(struct reading *r, struct text t, struct flag *out)
{
	const struct word *w;
	bool ok = load_word(r, IN_YES_NO, t, &w);

	if (w)
		*out = (struct flag){ w->value, t.at };
	return ok;
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

static bool
load_dates(struct reading *r, const struct node *value, struct whens *out)
{
	struct texts all;
	struct when w;
	bool ok = load_texts(r, value, &all);

	for (size_t i = 0; i < all.n; i++) {
		struct text t = all.at[i];

		while (t.s.n) {
			size_t len = date_length(t.s);
			struct text part = text_part(t, 0, len);

			if (part.s.n && load_date(r, part, &w))
				*LIST_ADD(r->a, out) = w;
			else if (part.s.n)
				ok = false;
			t = text_part(t, len + 1, t.s.n);
		}
	}
	return ok;
}

static bool
load_numbers(struct reading *r, const struct node *value, struct numbers *out)
{
	struct texts parts;
	bool ok = load_parts(r, value, &parts);

	for (size_t i = 0; i < parts.n; i++)
		ok &= load_number(r, parts.at[i], LIST_ADD(r->a, out));
	return ok;
}

/* Kinds whose value is one text. */
static bool
load_scalar(struct reading *r, const struct field *f, const struct node *value,
    void *member)
{
	struct text t;

	if (!load_text(r, value, &t))
		return false;
	if (f->kind == KIND_NUMBER)
		return load_number(r, t, member);
	if (f->kind == KIND_FLAG)
		return load_flag(r, t, member);
	if (f->kind == KIND_DATE)
		return load_date(r, t, member);
	if (f->kind == KIND_TERM)
		return load_term(r, t, member);
	if (f->kind == KIND_TIME)
		return load_time(r, t, member);
	if (f->kind == KIND_TEXT)
		*(struct text *)member = t;
	else
		*(struct ref *)member = (struct ref){ .written = t };
	return true;
}

static bool
load_value(struct reading *r, const struct field *f, const struct node *value,
    void *to)
{
	void *member = (char *)to + f->offset;

	switch (f->kind) {
	case KIND_TEXT:
	case KIND_NUMBER:
	case KIND_FLAG:
	case KIND_DATE:
	case KIND_TERM:
	case KIND_TIME:
	case KIND_PERSON:
		return load_scalar(r, f, value, member);
	case KIND_TEXTS:
		return load_texts(r, value, member);
	case KIND_PARTS:
		return load_parts(r, value, member);
	case KIND_NUMBERS:
		return load_numbers(r, value, member);
	case KIND_DATES:
		return load_dates(r, value, member);
	case KIND_WORDING:
		return load_wording(r, value, member);
	case KIND_WORDINGS:
		return load_wordings(r, value, member);
	case KIND_PEOPLE:
		return load_people(r, value, member);
	case KIND_CHOICE:
	case KIND_CHOICES:
		return load_choice(r, f, value, to);
	case KIND_OWN:
		return f->read(r, value, member);
	}
	return true;
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

/* The word of a key, or NULL; one that is unknown is an error, and the nearest
 * comes back so that reading goes on as if it stood there. */
static bool
load_key(struct reading *r, const struct fields *f, struct text key,
    const struct word **out)
{
	struct str right;

	*out = known_word(r, f->in, key);
	if (*out || diag_full(r->d, key.at.src))
		return true;
	*out = word_near(r->a, f->in, key.s, reach_of(key.s), &right);
	/* A line that stands askew has its finding. */
	if (line_is_known(r, key.at))
		return true;
	diag_add(r->d, &unknown_key, key.at,
	    ARGS(arg_str(key.s), arg_words(words_allowed(r->a, f->in))))
	    ->fix = right;
	return false;
}

/* Among the bits of what was loaded, beside those of the rows. */
#define DOUBLED (UINT64_C(1) << 63)

bool
load_pair(struct reading *r, const struct fields *f, const struct pair *pair,
    void *to, uint64_t *done)
{
	const struct word *w;
	bool ok = load_key(r, f, (struct text){ pair->key, pair->key_at }, &w);

	if (!w)
		return ok;

	size_t row = row_of(f, w);
	uint64_t bit = UINT64_C(1) << row;

	/* An extension may come again and again.  Where two entries have run
	 * together, all keys come twice: that is said once. */
	if ((*done & bit) && f->at[row].kind != KIND_DATES) {
		if (*done & DOUBLED)
			return ok;
		diag_add(r->d, &duplicate_key, pair->key_at,
		    ARGS(arg_str(pair->key)));
		*done |= DOUBLED;
		return false;
	}
	*done |= bit;

	bool is_fact = f->in == IN_ITEM || f->in == IN_DECISION;

	/* A header may keep keys to be filled; a fact was meant. */
	if (is_fact && node_is_empty(pair->value)) {
		diag_add(
		    r->d, &empty_value, pair->key_at, ARGS(arg_str(pair->key)));
		ok = false;
	}
	if (!node_is_empty(pair->value) ||
	    (is_fact && f->at[row].kind == KIND_OWN))
		ok &= load_value(r, &f->at[row], pair->value, to);
	else if (f->at[row].required)
		*done &= ~bit;
	return ok;
}

/* What is in a map; *done: which rows of the table. */
static bool
load_pairs(struct reading *r, const struct fields *f, const struct node *map,
    void *to, uint64_t *done)
{
	bool ok = true;

	*done = 0;
	if (map->kind != NODE_MAP)
		return node_is_empty(map) || load_refused(r, &map_wanted, map);
	for (size_t i = 0; i < map->pairs.n; i++)
		ok &= load_pair(r, f, &map->pairs.at[i], to, done);
	return ok;
}

bool
load_some(
    struct reading *r, const struct fields *f, const struct node *map, void *to)
{
	uint64_t done;

	return load_pairs(r, f, map, to, &done);
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

bool
load_missing(
    struct reading *r, const struct fields *f, uint64_t done, struct span at)
{
	bool ok = true;

	for (size_t i = 0; f->at[i].key; i++) {
		if (!f->at[i].required || done >> i & 1 || r->torn ||
		    facts_are_lost(r, at.src))
			continue;
		diag_add(r->d, &missing_key, at,
		    ARGS(arg_words(word_spellings(r->a, f->in, f->at[i].key))));
		ok = false;
	}
	return ok;
}

bool
load_map(struct reading *r, const struct fields *f, const struct node *map,
    void *to, struct span at)
{
	uint64_t done;
	bool ok = load_pairs(r, f, map, to, &done);

	if (map->kind == NODE_MAP || node_is_empty(map))
		ok &= load_missing(r, f, done, at);
	return ok;
}
