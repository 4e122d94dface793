/* SPDX-License-Identifier: MIT */
/* Days, stretches of days, and the terms of plans and decisions. */
#include <string.h>

#include "base/arena.h"
#include "reader/reader_int.h"

#define RANGE_MAX 192 /* bytes: no two dates are longer */

static const struct words date_sample =
    TEXT("the day as in 2025-09-05 or 05.09.2025");

/* Days that were written, whether or not their form is read. */
struct days {
	struct date from, to;
	bool range; /* two were written */
	bool exact; /* in forms that are read */
};

static struct str
iso(struct reading *r, struct date d)
{
	return date_text(r->a, d, DATE_ISO, LANG_EN);
}

/* As it should be written. */
static struct str
days_text(struct reading *r, const struct days *d)
{
	struct str from = iso(r, d->from);

	if (!d->range)
		return from;
	return str_printf(
	    r->a, STR_FMT " – " STR_FMT, STR_ARG(from), STR_ARG(iso(r, d->to)));
}

static bool
date_is_meant(struct reading *r, struct str s, struct date *out, bool *exact)
{
	if (date_parse(out, s))
		return true;
	*exact = false;
	return date_meant(out, s, r->since);
}

/* "04" or "26.01" before the dash of 04–10.09.2025, 26.01–06.02.2026. */
static bool
first_of_range(struct str s, struct date last, struct date *out)
{
	struct str rest, day = str_cut(s, '.', &rest);
	int d, m = last.month;

	if (day.n > 2 || rest.n > 2 || !str_number(day, &d) ||
	    (rest.n && !str_number(rest, &m)))
		return false;
	*out = (struct date){ last.year, (int8_t)m, (int8_t)d };
	return date_is_valid(*out);
}

/* How many bytes of a dash s begins with. */
static size_t
dash_at(struct str s)
{
	static const struct str dashes[] = { STR_INIT("–"), STR_INIT("—"),
		STR_INIT("-"), STR_INIT(" по ") };

	for (size_t i = 0; i < sizeof(dashes) / sizeof(dashes[0]); i++) {
		if (str_starts(s, dashes[i]))
			return dashes[i].n;
	}
	return 0;
}

/* Two days with a dash between; ISO dates have hyphens too. */
static bool
range_is_meant(struct reading *r, struct str s, bool exact, struct days *out)
{
	for (size_t i = 0; i < s.n && s.n <= RANGE_MAX; i++) {
		size_t n = dash_at(str_skip(s, i));
		struct str from = str_trim(str_head(s, i));

		*out = (struct days){ .range = true, .exact = true };
		if (n &&
		    date_is_meant(r, str_trim(str_skip(s, i + n)), &out->to,
			&out->exact) &&
		    (first_of_range(from, out->to, &out->from) ||
			date_is_meant(r, from, &out->from, &out->exact)) &&
		    (out->exact || !exact))
			return true;
	}
	return false;
}

static bool
days_are_meant(struct reading *r, struct str s, struct days *out)
{
	*out = (struct days){ .exact = true };
	if (date_parse(&out->from, s)) {
		out->to = out->from;
		return true;
	}
	if (range_is_meant(r, s, true, out))
		return true;
	*out = (struct days){ 0 };
	if (date_meant(&out->from, s, r->since)) {
		out->to = out->from;
		return true;
	}
	return range_is_meant(r, s, false, out);
}

/* The error of a text that is no date, with what was meant where that is
 * known. */
static bool
refuse_date(struct reading *r, struct text t, const struct days *meant)
{
	struct str right = meant ? days_text(r, meant) : STR("");

	diag_add(r->d, &bad_date, t.at,
	    ARGS(
		arg_str(t.s), meant ? arg_str(right) : arg_words(&date_sample)))
	    ->fix = right;
	return false;
}

static bool
is_impossible(struct str s)
{
	struct date d;

	return !date_parse(&d, s) && d.year;
}

static bool
refuse_day(struct reading *r, struct text t)
{
	diag_add(r->d, &no_such_day, t.at, ARGS(arg_str(t.s)));
	return false;
}

bool
load_date(struct reading *r, struct text t, struct when *out)
{
	struct days days;
	bool meant;

	*out = (struct when){ .at = t.at };
	if (date_parse(&out->d, t.s))
		return true;
	out->d = (struct date){ 0 };
	if (is_impossible(t.s))
		return refuse_day(r, t);
	meant = days_are_meant(r, t.s, &days) && !days.range;
	return refuse_date(r, t, meant ? &days : NULL);
}

bool
load_days(struct reading *r, struct text t, struct when *from, struct when *to)
{
	struct days days;

	*from = *to = (struct when){ .at = t.at };
	if (is_impossible(t.s))
		return refuse_day(r, t);
	if (!days_are_meant(r, t.s, &days))
		return refuse_date(r, t, NULL);
	if (!days.exact)
		return refuse_date(r, t, &days);
	from->d = days.from;
	to->d = days.to;
	return true;
}

bool
range_check(struct reading *r, const struct when *from, const struct when *to)
{
	if (!date_is_set(from->d) || !date_is_set(to->d) ||
	    date_cmp(to->d, from->d) >= 0)
		return true;
	diag_add(r->d, &range_backwards, to->at, NO_ARGS)->related = from->at;
	return false;
}

/* --- terms -------------------------------------------------------------- */

/* The first day of a month: of the year that is written, else of the first one
 * that does not end before `since`. */
static struct date
month_begin(int month, int year, struct date since)
{
	struct date d = { (int16_t)(year ? year : since.year), (int8_t)month,
		1 };

	if (!year && date_cmp(date_month_end(d), since) < 0)
		d.year++;
	return d;
}

static void
set_months(struct reading *r, const struct months *m, struct term *out)
{
	struct date first = month_begin(m->first, m->first_year, r->since);
	struct date last = month_begin(m->last, m->last_year, first);

	/* One year behind two months is that of the last. */
	if (m->last_year && !m->first_year) {
		first.year = last.year;
		if (date_cmp(first, last) > 0)
			first.year--;
	}
	out->kind = TERM_MONTHS;
	out->first = first;
	out->last = date_month_end(last);
}

/* The number of a quarter, in figures or as the Romans write it, or 0. */
static int
quarter_figure(struct str word)
{
	static const char *const numbers[][2] = { { "1", "I" }, { "2", "II" },
		{ "3", "III" }, { "4", "IV" } };

	for (size_t i = 0; i < sizeof(numbers) / sizeof(numbers[0]); i++) {
		if (str_eq(word, str_from(numbers[i][0])) ||
		    str_eq(word, str_from(numbers[i][1])))
			return (int)i + 1;
	}
	return 0;
}

/* Whether a word is one of these, or begins with one. */
static bool
is_among(struct str word, const struct str *words, size_t n, bool begins)
{
	for (size_t i = 0; i < n; i++) {
		struct str w = begins ? str_head(word, words[i].n) : word;

		if (text_same(w, words[i]))
			return true;
	}
	return false;
}

/* The quarter that is named, or 0: 1-чейрек, II четверть, в 3-й четверти. */
static int
quarter_parse(struct str s)
{
	static const struct str stems[] = { STR_INIT("чейрек"),
		STR_INIT("четверт"), STR_INIT("quarter") };
	static const struct str fillers[] = { STR_INIT("в"), STR_INIT("й"),
		STR_INIT("я"), STR_INIT("ичинде") };
	bool named = false;
	int number = 0;

	while (s.n) {
		size_t n = 0;

		while (n < s.n && s.p[n] != ' ' && s.p[n] != '-')
			n++;

		struct str word = str_head(s, n);
		int q = quarter_figure(word);

		s = str_skip(s, n + (n < s.n));
		if (q && !number)
			number = q;
		else if (!named && is_among(word, stems, 3, true))
			named = true;
		else if (q || (n && !is_among(word, fillers, 4, false)))
			return 0;
	}
	return named ? number : 0;
}

/* Without a calendar nobody knows its days. */
static void
set_quarter(const struct reading *r, int number, struct term *out)
{
	const struct calendar *c = &r->year->calendar;

	out->kind = TERM_STANDING;
	for (size_t i = 0; i < c->quarters.n; i++) {
		const struct quarter *q = &c->quarters.at[i];

		if (q->number.v != number)
			continue;
		out->kind = TERM_QUARTER;
		out->first = q->from.d;
		out->last = q->to.d;
	}
}

/* The last day of a standing term, or none. */
static struct date
standing_end(const struct reading *r, enum standing meaning)
{
	const struct year *y = r->year;
	bool in_break;
	int q = year_quarter(y, r->since, &in_break);

	if (meaning == STANDING_YEAR_END)
		return year_last_day(y);
	/* In a plan it may be any quarter's. */
	if (meaning == STANDING_QUARTER_END && q >= 0 &&
	    date_cmp(r->since, year_begin(y)) > 0)
		return y->calendar.quarters.at[q].to.d;
	return (struct date){ 0 };
}

static bool
set_days(struct reading *r, struct text t, struct term *out)
{
	struct when from, to;

	if (!load_days(r, t, &from, &to) || !range_check(r, &from, &to))
		return false;
	out->first = from.d;
	out->last = to.d;
	out->kind = date_cmp(from.d, to.d) == 0 ? TERM_DAY : TERM_DAYS;
	return true;
}

static bool
refuse_term(struct reading *r, struct text t)
{
	struct str right;

	word_near(r->a, IN_TERMS, t.s, reach_of(t.s), &right);
	/* Its figures must not be lost: 5-чейрек, V чейрек are not each. */
	for (size_t i = 0; i < t.s.n; i++) {
		if (str_digits(str_skip(t.s, i)) || memchr("IVX", t.s.p[i], 3))
			right = (struct str){ 0 };
	}
	diag_add(r->d, &bad_term, t.at,
	    ARGS(arg_str(t.s), arg_words(words_allowed(r->a, IN_TERMS))))
	    ->fix = right;
	return false;
}

bool
load_term(struct reading *r, struct text t, struct term *out)
{
	const struct word *w;
	struct months months;
	struct days days;

	*out = (struct term){ .at = t.at };
	if (is_impossible(t.s) || days_are_meant(r, t.s, &days))
		return set_days(r, t, out);
	if (months_parse(&months, t.s)) {
		set_months(r, &months, out);
	} else if (quarter_parse(t.s)) {
		set_quarter(r, quarter_parse(t.s), out);
	} else {
		w = known_word(r, IN_TERMS, t);
		if (!w)
			return refuse_term(r, t);
		out->kind = TERM_STANDING;
		out->last = standing_end(r, (enum standing)w->value);
	}
	out->typed = t;
	return true;
}
