/* SPDX-License-Identifier: MIT */
#include "base/arena.h"
#include "reader/reader_int.h"

#define QUARTERS 4 /* of each school year */

bool
node_is_list(struct reading *r, const struct node *value)
{
	if (value->kind == NODE_LIST)
		return true;
	if (!node_is_empty(value))
		diag_add(r->d, &list_wanted, value->at, NO_ARGS);
	return false;
}

/* A date of another year is a slip, and whatever rests on it would be wrong. */
static bool
is_in_year(struct reading *r, const struct when *w, struct date last)
{
	if (!date_is_set(w->d) || (date_cmp(w->d, year_begin(r->year)) >= 0 &&
				      date_cmp(w->d, last) <= 0))
		return true;
	diag_add(r->d, &date_of_other_year, w->at,
	    ARGS(arg_str(span_text(w->at)), arg_str(r->year->folder)));
	return false;
}

/* --- quarters ----------------------------------------------------------- */

/* A year has four: each finds its place from the back. */
static void
sort_quarters(struct calendar *c)
{
	for (size_t i = 1; i < c->quarters.n; i++) {
		struct quarter q = c->quarters.at[i];
		size_t j = i;

		for (; j > 0 &&
		       date_cmp(c->quarters.at[j - 1].from.d, q.from.d) > 0;
		     j--)
			c->quarters.at[j] = c->quarters.at[j - 1];
		c->quarters.at[j] = q;
	}
}

/* Quarters are numbered in the order of their dates, written or not. */
static bool
number_quarters(struct reading *r, struct calendar *c)
{
	bool ok = true;

	for (size_t i = 0; i < c->quarters.n; i++) {
		struct number *n = &c->quarters.at[i].number;
		int right = (int)i + 1;

		if (n->at.src && n->v != right) {
			ok = false;
			diag_add(r->d, &quarter_number, n->at,
			    ARGS(arg_number(r->a, n->v),
				arg_number(r->a, right)))
			    ->fix = arg_number(r->a, right).text;
		}
		n->v = right;
	}
	return ok;
}

static bool
quarter_is_sound(struct reading *r, const struct quarter *q)
{
	struct date last = year_end(r->year);

	if (!range_check(r, &q->from, &q->to))
		return false;
	/* One slip in the year makes one finding, if it is in both. */
	return is_in_year(r, &q->from, last) && is_in_year(r, &q->to, last);
}

bool
read_quarters(struct reading *r, const struct node *value, void *member)
{
	struct calendar *c = member;
	bool ok = true, sound = true, dated = true;

	c->readable = false; /* until all quarters are known to be right */
	if (!node_is_list(r, value))
		return node_is_empty(value);
	for (size_t i = 0; i < value->items.n; i++) {
		const struct node *n = value->items.at[i];
		struct quarter *q = LIST_ADD(r->a, &c->quarters);

		ok &= load_map(r, &quarter_fields, n, q, n->at);
		sound &= quarter_is_sound(r, q);
		dated &= date_is_set(q->from.d) && date_is_set(q->to.d);
	}
	sort_quarters(c);
	if (c->quarters.n != QUARTERS && !facts_are_lost(r, value->at.src)) {
		diag_add(r->d, &quarters_not_four, value->at,
		    ARGS(arg_number(r->a, (int64_t)c->quarters.n)));
		ok = false;
	} else if (sound && dated) {
		ok &= number_quarters(r, c);
	}
	c->readable = sound && c->quarters.n == QUARTERS;
	return ok && sound;
}

/* --- holidays ----------------------------------------------------------- */

static bool
add_holiday(struct reading *r, struct holiday h, struct calendar *c)
{
	struct date last = { (int16_t)(r->year->first + 1), 8, 31 };

	if (!range_check(r, &h.from, &h.to) || !is_in_year(r, &h.from, last) ||
	    !is_in_year(r, &h.to, last))
		return false;
	*LIST_ADD(r->a, &c->holidays) = h;
	return true;
}

/* A day, or two with a dash between: 01.01.2026 – 07.01.2026. */
static bool
add_days(struct reading *r, struct text t, struct calendar *c)
{
	struct holiday h;

	return load_days(r, t, &h.from, &h.to) && add_holiday(r, h, c);
}

/* `day: name`, or `day: last day`. */
static bool
add_named_days(
    struct reading *r, struct text days, struct text name, struct calendar *c)
{
	struct holiday h;
	struct date d;

	if (!date_parse(&d, name.s))
		return add_days(r, days, c);
	return load_date(r, days, &h.from) && load_date(r, name, &h.to) &&
	       add_holiday(r, h, c);
}

static bool
add_entry(struct reading *r, const struct node *n, struct calendar *c)
{
	struct quarter q = { 0 }; /* has the same keys */
	struct text t;
	struct str rest;

	if (n->kind != NODE_MAP) {
		if (!load_element(r, n, &t))
			return false;

		size_t colon = str_cut(t.s, ':', &rest).n;

		return add_named_days(r, text_part(t, 0, colon),
		    text_part(t, colon + 1, rest.n), c);
	}
	if (n->pairs.n == 1) {
		const struct pair *p = &n->pairs.at[0];

		return load_text(r, p->value, &t) &&
		       add_named_days(
			   r, (struct text){ p->key, p->key_at }, t, c);
	}

	bool ok = load_map(r, &quarter_fields, n, &q, n->at);

	return add_holiday(r, (struct holiday){ q.from, q.to }, c) && ok;
}

/* Days, days with their name behind a colon, or from and to. */
bool
read_holidays(struct reading *r, const struct node *value, void *member)
{
	bool ok = true;

	if (!node_is_list(r, value))
		return node_is_empty(value);
	for (size_t i = 0; i < value->items.n; i++)
		ok &= add_entry(r, value->items.at[i], member);
	return ok;
}

/* --- the file ----------------------------------------------------------- */

/* The report is on the whole year: one that is due in the first half of it has
 * its date from the year before.  The deadline then is the usual one. */
static void
check_deadline(struct reading *r, struct calendar *out, struct date usual)
{
	struct when *w = &out->report_deadline;
	struct date turn = { usual.year, 1, 1 }, last = { usual.year, 12, 31 };
	struct date meant = w->d;

	meant.year = usual.year;
	if (is_in_year(r, w, last)) {
		if (!date_is_set(w->d) || date_cmp(w->d, turn) >= 0)
			return;
		diag_add(r->d, &deadline_of_other_year, w->at,
		    ARGS(arg_str(span_text(w->at)), arg_str(r->year->folder)))
		    ->fix = date_is_valid(meant)
				? str_printf(r->a, "%d-%02d-%02d", meant.year,
				      meant.month, meant.day)
				: STR("");
	}
	w->d = usual;
}

void
calendar_read(struct reading *r, struct calendar *out)
{
	const struct source *s = file_read(r, "calendar.yaml");
	struct node *tree = file_tree(r, s);
	struct date usual = { (int16_t)(r->year->first + 1), 8, 31 };

	out->source = s;
	out->report_deadline.d = usual;
	if (s->state == SOURCE_ABSENT)
		diag_add(
		    r->d, &missing_file, start_of(s), ARGS(arg_str(s->path)));
	if (tree) {
		load_map(r, &calendar_fields, tree, out, start_of(s));
		check_deadline(r, out, usual);
	}
	out->broken = facts_are_lost(r, s);
}
