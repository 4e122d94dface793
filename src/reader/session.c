/* SPDX-License-Identifier: MIT */
#include "base/arena.h"
#include "reader/reader_int.h"

bool
session_name(struct str name, int *number, struct date *date)
{
	struct str stem = str_head(name, name.n < 3 ? 0 : name.n - 3);

	if (name.n != 16 || !str_ends(name, STR(".md")) || name.p[2] != '-' ||
	    !str_number(str_head(stem, 2), number))
		return false;
	/* date_parse takes many forms; of that length only ISO has hyphens. */
	stem = str_skip(stem, 3);
	return stem.p[4] == '-' && stem.p[7] == '-' && date_parse(date, stem);
}

/* --- people ------------------------------------------------------------- */

static void
find_in_votes(struct reading *r, struct votes *v, const struct session *s)
{
	people_find_all(r, &v->for_names, s);
	people_find_all(r, &v->against_names, s);
	people_find_all(r, &v->abstained_names, s);
}

static void
find_in_items(struct reading *r, struct session *s)
{
	for (size_t i = 0; i < s->items.n; i++) {
		struct item *it = &s->items.at[i];

		people_find_all(r, &it->reporters, s);
		find_in_votes(r, &it->votes, s);
		for (size_t j = 0; j < it->decisions.n; j++) {
			struct decision *t = &it->decisions.at[j];

			people_find_responsible(r, &t->responsible, s);
			people_find_all(r, &t->elected, s);
			find_in_votes(r, &t->votes, s);
		}
	}
}

/* Two who were absent for one reason may share a line. */
static void
find_absent(struct reading *r, struct session *s)
{
	size_t n = s->absent.n;

	for (size_t i = 0; i < n; i++) {
		struct absence other = s->absent.at[i];

		other.who = (struct ref){ 0 };
		people_find_pair(r, &s->absent.at[i].who, &other.who, s);
		if (other.who.written.at.src)
			*LIST_ADD(r->a, &s->absent) = other;
	}
}

static void
find_people(struct reading *r, struct session *s)
{
	people_find(r, &s->chair, s);
	people_find_all(r, &s->secretaries, s);
	people_find_all(r, &s->present, s);
	find_absent(r, s);
	for (size_t i = 0; i < s->late.n; i++)
		people_find(r, &s->late.at[i].who, s);
	for (size_t i = 0; i < s->left.n; i++)
		people_find(r, &s->left.at[i].who, s);
	find_in_items(r, s);
}

/* --- attendance --------------------------------------------------------- */

/* Each name of a list but the first of a person. */
static void
check_twice(struct reading *r, const struct refs *l)
{
	struct index named = { 0 }; /* the first of a person, from 1 */

	for (size_t i = 0; i < l->n; i++) {
		const struct ref *ref = &l->at[i];
		struct str who = { (const char *)&ref->person,
			sizeof(ref->person) };
		size_t *first;

		if (!ref->person)
			continue;
		first = index_at(&named, r->a, who);
		if (*first)
			diag_add(r->d, &named_twice, ref->written.at,
			    ARGS(arg_str(ref->written.s)))
			    ->related = l->at[*first - 1].written.at;
		else
			*first = i + 1;
	}
}

static void
check_voters(struct reading *r, const struct votes *v)
{
	const struct refs *lists[] = { &v->for_names, &v->against_names,
		&v->abstained_names };
	struct refs all = { 0 };

	for (size_t i = 0; i < sizeof(lists) / sizeof(lists[0]); i++) {
		for (size_t j = 0; j < lists[i]->n; j++)
			*LIST_ADD(r->a, &all) = lists[i]->at[j];
	}
	check_twice(r, &all);
}

static void
check_people(struct reading *r, const struct session *s)
{
	struct refs absent = { 0 }, late = { 0 }, left = { 0 };

	for (size_t i = 0; i < s->absent.n; i++) {
		const struct ref *who = &s->absent.at[i].who;

		/* A guest who did not come is no guest. */
		if (who->who == WHO_INVITED || who->who == WHO_DIRECTOR)
			diag_add(r->d, &absent_stranger, who->written.at,
			    ARGS(arg_str(who->written.s)));
		*LIST_ADD(r->a, &absent) = *who;
	}
	for (size_t i = 0; i < s->late.n; i++)
		*LIST_ADD(r->a, &late) = s->late.at[i].who;
	for (size_t i = 0; i < s->left.n; i++)
		*LIST_ADD(r->a, &left) = s->left.at[i].who;
	check_twice(r, &absent);
	check_twice(r, &late);
	check_twice(r, &left);
	check_twice(r, &s->present);
	for (size_t i = 0; i < s->items.n; i++) {
		const struct item *it = &s->items.at[i];

		check_voters(r, &it->votes);
		for (size_t k = 0; k < it->decisions.n; k++)
			check_voters(r, &it->decisions.at[k].votes);
	}
}

static void
check_hours(struct reading *r, const struct session *s)
{
	if (s->start.at.src && s->end.at.src && s->end.hour >= 0 &&
	    s->end.hour * 60 + s->end.minute <
		s->start.hour * 60 + s->start.minute)
		diag_add(r->d, &end_before_start, s->end.at, NO_ARGS)->related =
		    s->start.at;
}

/* --- the file ----------------------------------------------------------- */

static bool
year_has(const struct year *y, struct date d)
{
	return date_cmp(year_begin(y), d) <= 0 && date_cmp(d, year_end(y)) <= 0;
}

struct session *
session_read(struct reading *r, struct str name)
{
	struct session *s = ARENA_NEW(r->a, struct session);
	struct node *header;
	struct parts parts;
	size_t first = r->d->list.n;

	session_name(name, &s->file_number, &s->file_date);
	r->since = year_begin(r->year);
	s->source = file_read(r, str_cstr(r->a, name));
	s->lang = r->year->council.language;
	if (!file_parts(r, s->source, &session_fields, &header, &parts))
		return s;
	s->readable = true;
	if (header)
		load_some(r, &session_fields, header, s);
	r->lang = s->lang;
	r->on = r->since = session_date(s);

	struct marks marks = { 0 };
	struct blocks tree = markup_markdown(r->a, parts.body, &marks);

	markup_prose_check(r->a, parts.body, &tree, &marks, false, r->d);
	body_read(r, s, &tree);
	habit_settle(r, first);
	find_people(r, s);
	check_people(r, s);
	check_hours(r, s);
	s->broken = facts_are_lost(r, s->source);
	/* Of a day that lies elsewhere nobody knows what came after it. */
	if (!year_has(r->year, session_date(s)))
		*LIST_ADD(r->a, &r->year->lost) = s->source;
	return s;
}

/* --- the sessions of a year --------------------------------------------- */

/* By date, then number, then path: whether one stands behind another. */
static bool
is_behind(const struct session *a, const struct session *b)
{
	int c = date_cmp(session_date(a), session_date(b));

	if (!c)
		c = session_number(a) - session_number(b);
	return c ? c > 0 : str_cmp(a->source->path, b->source->path) > 0;
}

void
session_add(struct reading *r, struct year *y, struct session *s)
{
	size_t i;

	LIST_ADD(r->a, &y->sessions);
	for (i = y->sessions.n - 1; i > 0; i--) {
		if (!is_behind(y->sessions.at[i - 1], s))
			break;
		y->sessions.at[i] = y->sessions.at[i - 1];
	}
	y->sessions.at[i] = s;
}

/* The year that has this day, or NULL. */
static struct year *
year_on(const struct school *school, struct date d)
{
	for (size_t i = 0; i < school->years.n; i++) {
		struct year *y = school->years.at[i];

		if (year_has(y, d))
			return y;
	}
	return NULL;
}

bool
session_is_there(const struct year *y, int number, struct date date)
{
	for (size_t i = 0; i < y->sessions.n; i++) {
		const struct session *s = y->sessions.at[i];

		if (s->file_number == number &&
		    date_cmp(s->file_date, date) == 0)
			return true;
	}
	return false;
}

struct span
session_lost(struct reading *r, struct source *source, struct str right)
{
	struct session *s = ARENA_NEW(r->a, struct session);
	struct year *y = r->year;
	bool known = session_name(right, &s->file_number, &s->file_date);

	s->source = source;
	if (known)
		y = year_on(r->school, s->file_date);
	/* Its name may have a slip in the year too: it is one of those beside
	 * it, nobody knows which. */
	if (r->year && r->year != y)
		*LIST_ADD(r->a, &r->year->lost) = source;
	if (!y)
		return start_of(source);
	/* A copy beside the session itself is no other session. */
	if (known && !session_is_there(y, s->file_number, s->file_date)) {
		s->lang = y->council.language;
		session_add(r, y, s);
	} else {
		*LIST_ADD(r->a, &y->lost) = source;
	}
	return start_of(source);
}
