/* SPDX-License-Identifier: MIT */
#include "record/record.h"

#include <stdlib.h>

#include "base/arena.h"

/* --- wordings and people ------------------------------------------------ */

struct str
wording_text(const struct wording *w, enum lang lang)
{
	if (w->in[lang].s.n)
		return w->in[lang].s;
	return w->in[w->in[LANG_KY].s.n ? LANG_KY : LANG_RU].s;
}

bool
wording_is_set(const struct wording *w)
{
	return w->in[LANG_KY].s.n || w->in[LANG_RU].s.n;
}

struct str
person_short(struct arena *a, const struct person *p, enum name_style style,
    enum lang lang)
{
	if (wording_is_set(&p->short_name))
		return wording_text(&p->short_name, lang);
	if (p->as_typed)
		return wording_text(&p->name, lang);
	return name_short(a, wording_text(&p->name, lang), style);
}

bool
member_on(const struct member *m, struct date d)
{
	return (!date_is_set(m->from.d) || date_cmp(m->from.d, d) <= 0) &&
	       (!date_is_set(m->to.d) || date_cmp(d, m->to.d) <= 0);
}

const struct member *
year_chair(const struct year *y, struct date d)
{
	for (size_t i = 0; i < y->members.n; i++) {
		const struct member *m = y->members.at[i];

		if (m->role == ROLE_CHAIR && member_on(m, d))
			return m;
	}
	return NULL;
}

/* --- sessions ----------------------------------------------------------- */

struct date
session_date(const struct session *s)
{
	return date_is_set(s->date.d) ? s->date.d : s->file_date;
}

int
session_number(const struct session *s)
{
	return s->protocol.v ? s->protocol.v : s->file_number;
}

bool
session_took_place(const struct session *s)
{
	if (!s->readable)
		return s->file_number > 0;
	return (s->status == STATUS_HELD || s->status == STATUS_DRAFT) &&
	       s->items.n;
}

bool
session_took_place_by(const struct session *s, struct date day)
{
	return session_took_place(s) && date_cmp(session_date(s), day) <= 0;
}

bool
session_has_minutes(const struct session *s)
{
	return session_took_place(s) && s->status == STATUS_HELD;
}

bool
session_has_minutes_by(const struct session *s, struct date day)
{
	return session_has_minutes(s) && date_cmp(session_date(s), day) <= 0;
}

const struct item *
session_duty(const struct session *s, enum duty duty)
{
	for (size_t i = 0; i < s->items.n; i++) {
		if (s->items.at[i].duties & duty &&
		    !s->items.at[i].is_withdrawn)
			return &s->items.at[i];
	}
	return NULL;
}

const struct person *
session_chair(const struct year *y, const struct session *s)
{
	const struct member *m;

	if (s->chair.written.s.n)
		return s->chair.person;
	m = year_chair(y, session_date(s));
	return m ? &m->person : NULL;
}

/* The last election among a session's decisions, or NULL. */
static const struct refs *
elected_in(const struct session *s)
{
	const struct refs *last = NULL;

	for (size_t i = 0; i < s->items.n; i++) {
		const struct item *it = &s->items.at[i];

		for (size_t j = 0; j < it->decisions.n; j++) {
			if (it->decisions.at[j].elected.n)
				last = &it->decisions.at[j].elected;
		}
	}
	return last;
}

const struct refs *
year_elected(const struct year *y, const struct session *s)
{
	static const struct refs nobody;
	const struct refs *last = &nobody;

	for (size_t i = 0; i < y->sessions.n; i++) {
		const struct session *one = y->sessions.at[i];
		const struct refs *here = elected_in(one);

		/* What is only planned has elected nobody yet, but its own
		 * papers show whom it is to elect. */
		if (here && (one == s || session_took_place(one)))
			last = here;
		if (one == s)
			break;
	}
	return last;
}

void
session_secretaries(struct refs *out, struct arena *a, const struct year *y,
    const struct session *s)
{
	const struct refs *from =
	    s->secretaries.n ? &s->secretaries : year_elected(y, s);

	*out = (struct refs){ 0 };
	for (size_t i = 0; i < from->n; i++)
		*LIST_ADD(a, out) = from->at[i];
}

/* --- attendance --------------------------------------------------------- */

static int
by_name(const void *pa, const void *pb)
{
	const struct member *const *a = pa, *const *b = pb;

	return kyrgyz_cmp(wording_text(&(*a)->person.name, LANG_KY),
	    wording_text(&(*b)->person.name, LANG_KY));
}

static bool
is_absent(const struct session *s, const struct member *m)
{
	for (size_t i = 0; i < s->absent.n; i++) {
		if (s->absent.at[i].who.member == m)
			return true;
	}
	return false;
}

static void
sort_members(struct member_list *l)
{
	if (l->n)
		qsort(l->at, l->n, sizeof(*l->at), by_name);
}

void
session_members(struct member_list *out, struct arena *a, const struct year *y,
    const struct session *s)
{
	*out = (struct member_list){ 0 };
	for (size_t i = 0; i < y->members.n; i++) {
		if (member_on(y->members.at[i], session_date(s)))
			*LIST_ADD(a, out) = y->members.at[i];
	}
	sort_members(out);
}

void
session_present(struct member_list *out, struct arena *a, const struct year *y,
    const struct session *s)
{
	struct member_list all;

	session_members(&all, a, y, s);
	*out = (struct member_list){ 0 };
	for (size_t i = 0; i < all.n; i++) {
		if (!is_absent(s, all.at[i]))
			*LIST_ADD(a, out) = all.at[i];
	}
}

/* Whether somebody had not come yet, or had left, when an item was voted. */
static bool
is_away(const struct session *s, const struct member *m, int item)
{
	for (size_t i = 0; i < s->late.n; i++) {
		if (s->late.at[i].who.member == m &&
		    item < s->late.at[i].item.v)
			return true;
	}
	for (size_t i = 0; i < s->left.n; i++) {
		if (s->left.at[i].who.member == m && s->left.at[i].item.v &&
		    item > s->left.at[i].item.v)
			return true;
	}
	return false;
}

int
session_present_at(const struct year *y, const struct session *s, int item)
{
	int n = 0;

	for (size_t i = 0; i < y->members.n; i++) {
		const struct member *m = y->members.at[i];

		n += member_on(m, session_date(s)) && !is_absent(s, m) &&
		     !is_away(s, m, item);
	}
	return n;
}

struct attendance
session_attendance(const struct year *y, const struct session *s)
{
	const struct council *c = &y->council;
	struct attendance n = { 0 };

	for (size_t i = 0; i < y->members.n; i++) {
		const struct member *m = y->members.at[i];

		if (!member_on(m, session_date(s)))
			continue;
		n.members++;
		n.present += !is_absent(s, m);
	}
	if (c->quorum.kind == QUORUM_NUMBER)
		n.needed = c->quorum.num;
	/* At least num/den of the members: rounded up. */
	if (c->quorum.kind == QUORUM_SHARE && c->quorum.den > 0)
		n.needed = (n.members * c->quorum.num + c->quorum.den - 1) /
			   c->quorum.den;
	n.quorate = n.present >= n.needed;
	return n;
}

/* --- the calendar ------------------------------------------------------- */

int
year_quarter(const struct year *y, struct date d, bool *in_break)
{
	const struct calendar *c = &y->calendar;

	*in_break = false;
	for (size_t i = c->quarters.n; i-- > 0;) {
		const struct quarter *q = &c->quarters.at[i];

		if (date_cmp(d, q->from.d) < 0)
			continue;
		if (date_cmp(d, q->to.d) <= 0)
			return (int)i;
		/* What lies behind the last quarter counts to none. */
		if (i + 1 == c->quarters.n)
			return -1;
		*in_break = true;
		return c->break_counts == BREAK_BEFORE ? (int)i : -1;
	}
	if (c->quarters.n && c->august_is_q1.on &&
	    date_cmp(d, year_begin(y)) >= 0)
		return 0;
	return -1;
}

struct date
year_last_day(const struct year *y)
{
	const struct calendar *c = &y->calendar;

	return c->quarters.n ? LIST_LAST(&c->quarters)->to.d
			     : (struct date){ 0 };
}

struct date
year_begin(const struct year *y)
{
	return (struct date){ (int16_t)y->first, 8, 1 };
}

struct date
year_end(const struct year *y)
{
	return (struct date){ (int16_t)(y->first + 1), 7, 31 };
}

bool
year_is_finished(const struct year *y, struct date day)
{
	struct date last = year_last_day(y);

	if (!date_is_set(last))
		last = year_end(y);
	return date_cmp(day, last) > 0;
}

bool
year_is_over(const struct year *y, struct date day)
{
	return date_cmp(day, year_end(y)) > 0 &&
	       date_cmp(day, y->calendar.report_deadline.d) > 0;
}

/* --- the regulation ----------------------------------------------------- */

const struct clause *
regulation_clause(const struct regulation *r, struct str number)
{
	for (size_t i = 0; i < r->clauses.n; i++) {
		if (str_eq(r->clauses.at[i].number, number))
			return &r->clauses.at[i];
	}
	return NULL;
}

int
year_functions(const struct year *y)
{
	return y->regulation ? (int)y->regulation->functions.n : 0;
}
