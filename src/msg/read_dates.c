/* SPDX-License-Identifier: MIT */
/* Dates, times and months as people write them. */
#include "base/utf8.h"
#include "msg/grammar.h"
#include "msg/msg_int.h"
#include "words/fold.h"

/* What a date is made of, once its words are known. */
enum token_kind { TOKEN_NUMBER, TOKEN_MONTH };

struct token {
	enum token_kind kind;
	int value;
	size_t digits;
	struct str gap; /* what stands before it */
};

#define TOKENS 3 /* of a whole date */

/* Words that stand in a date and say nothing more about it. */
static const char *const fillers[] = { "жыл", "жылы", "жылдын", "ж", "г", "год",
	"года", "году", "чейин", "чейинки", "күнү", "до", "от", "к", "с", "по",
	"by", "of", "on" };

/* The same in a term of months. */
static const char *const month_fillers[] = { "ай", "айы", "айлары", "айында",
	"айларында", "айынын", "айларынын", "ичинде", "башы", "башында",
	"ортосу", "ортосунда", "аягы", "аягында", "аягына", "баштап", "жана",
	"месяц", "месяца", "месяце", "в", "во", "к", "ко", "со", "и", "начало",
	"начале", "середина", "середине", "конец", "конце", "конца", "in",
	"and", "until", "end", "month" };

static bool
is_among(struct str word, const char *const *words, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		if (text_same(word, str_from(words[i])))
			return true;
	}
	return false;
}

static bool
is_filler(struct str word)
{
	return is_among(word, fillers, sizeof(fillers) / sizeof(fillers[0])) ||
	       date_is_ending(word);
}

/* The stretch of letters, or of figures, at byte i. */
static struct str
stretch(struct str s, size_t i, bool letters)
{
	size_t end = i;

	while (end < s.n) {
		size_t next = end;
		uint32_t cp = utf8_next(s, &next);

		if (letters ? !utf8_is_letter(cp) : cp < '0' || cp > '9')
			break;
		end = next;
	}
	return str_head(str_skip(s, i), end - i);
}

/* What parts the words of a date; `loose`: also what parts those of a term, or
 * of a date in a form that is not read. */
static bool
may_part(uint32_t cp, bool loose)
{
	static const uint32_t marks[] = { ' ', 0xa0, 0x202f, 0x2009, '\t', '-',
		0x2010, 0x2011, '.', ',', U'«', U'»', U'“', U'”', U'„', '"' };
	static const uint32_t more[] = { '/', '\\', '_', ':', ';', U'–', U'—' };

	for (size_t i = 0; i < sizeof(marks) / sizeof(marks[0]); i++) {
		if (marks[i] == cp)
			return true;
	}
	for (size_t i = 0; loose && i < sizeof(more) / sizeof(more[0]); i++) {
		if (more[i] == cp)
			return true;
	}
	return false;
}

static bool
token_read(struct token *out, struct str text, bool letters, bool loose)
{
	if (letters) {
		*out = (struct token){ TOKEN_MONTH, .digits = 0 };
		out->value = month_number(text);
		if (!out->value && loose)
			out->value = month_shortened(text);
		return out->value != 0;
	}
	*out = (struct token){ TOKEN_NUMBER, .digits = text.n };
	return str_number(text, &out->value);
}

/* The numbers and the month of s in their order; 0: something else is there. */
static size_t
tokens_read(struct token *out, struct str s, bool loose)
{
	size_t n = 0, gap = 0;

	for (size_t i = 0; i < s.n;) {
		size_t next = i;
		uint32_t cp = utf8_next(s, &next);
		bool letters = utf8_is_letter(cp);

		if (!letters && (cp < '0' || cp > '9')) {
			if (!may_part(cp, loose))
				return 0;
			i = next;
			continue;
		}

		struct str text = stretch(s, i, letters);

		if (!letters || !is_filler(text)) {
			if (n == TOKENS ||
			    !token_read(&out[n], text, letters, loose))
				return 0;
			out[n++].gap = str_head(str_skip(s, gap), i - gap);
		}
		i += text.n;
		gap = i;
	}
	return n;
}

/*
 * The orders in which the parts of a date come.  A part is the place of its
 * token; `sep`, where given, must stand between figures, all alike.
 */
static const struct order {
	size_t year, month, day;
	bool in_words;
	const char *sep;
} orders[] = {
	{ 0, 1, 2, false, "-" }, /* 2025-09-05 */
	{ 2, 1, 0, false, "." }, /* 05.09.2025 */
	{ 0, 2, 1, true, NULL }, /* 2025-жылдын 5-сентябры */
	{ 2, 1, 0, true, NULL }, /* 5 сентября 2025 года */
	{ 2, 0, 1, true, NULL }, /* September 5, 2025 */
};

static bool
is_in_order(const struct token *t, const struct order *o)
{
	if (t[o->year].kind != TOKEN_NUMBER || t[o->year].digits != 4 ||
	    t[o->day].kind != TOKEN_NUMBER || t[o->day].digits > 2 ||
	    (t[o->month].kind == TOKEN_MONTH) != o->in_words ||
	    (!o->in_words && t[o->month].digits > 2))
		return false;
	return !o->sep || (str_eq(t[1].gap, str_from(o->sep)) &&
			      str_eq(t[2].gap, str_from(o->sep)));
}

bool
date_parse(struct date *out, struct str s)
{
	struct token t[TOKENS];

	*out = (struct date){ 0 };
	if (tokens_read(t, s, false) != TOKENS)
		return false;
	for (size_t i = 0; i < sizeof(orders) / sizeof(orders[0]); i++) {
		const struct order *o = &orders[i];

		if (!is_in_order(t, o))
			continue;
		*out = (struct date){ (int16_t)t[o->year].value,
			(int8_t)t[o->month].value, (int8_t)t[o->day].value };
		return date_is_valid(*out);
	}
	return false;
}

/* --- what was meant ----------------------------------------------------- */

#define NO_YEAR TOKENS

/* The forms of dates that are not read, the likelier ones first. */
static const struct slip {
	size_t tokens;
	size_t year, month, day; /* places of tokens */
	size_t digits;           /* of the year */
} slips[] = {
	{ 3, 0, 1, 2, 4 },       /* 2026.09.11, 2026/09/11 */
	{ 3, 0, 2, 1, 4 },       /* 2026/11/сентябрь */
	{ 3, 2, 1, 0, 4 },       /* 11/09/2026, 11 сент. 2026 */
	{ 3, 2, 0, 1, 4 },       /* 09/25/2026 */
	{ 3, 2, 1, 0, 2 },       /* 11.09.26 */
	{ 3, 0, 1, 2, 2 },       /* 26-09-11 */
	{ 2, NO_YEAR, 1, 0, 0 }, /* 11-сентябрь, 11.09 */
	{ 2, NO_YEAR, 0, 1, 0 }, /* сентябрь, 11 */
};

/* The date that the tokens are in this form; false: they are none. */
static bool
slip_read(struct date *out, const struct token *t, const struct slip *o,
    struct date since)
{
	int year = since.year;

	if (t[o->day].kind != TOKEN_NUMBER || t[o->day].digits > 2 ||
	    t[o->month].digits > 2)
		return false;
	if (o->year != NO_YEAR) {
		if (t[o->year].kind != TOKEN_NUMBER ||
		    t[o->year].digits != o->digits)
			return false;
		year = t[o->year].value + (o->digits == 2 ? 2000 : 0);
	}
	*out = (struct date){ (int16_t)year, (int8_t)t[o->month].value,
		(int8_t)t[o->day].value };
	if (o->year == NO_YEAR && date_is_set(since) &&
	    date_cmp(*out, since) < 0)
		out->year++;
	return date_is_valid(*out);
}

bool
date_meant(struct date *out, struct str s, struct date since)
{
	struct token t[TOKENS];
	size_t n = tokens_read(t, s, true);
	struct date d;

	*out = (struct date){ 0 };
	for (size_t i = 0; n && i < sizeof(slips) / sizeof(slips[0]); i++) {
		const struct slip *o = &slips[i];

		if (o->tokens != n || !slip_read(&d, t, o, since))
			continue;
		if (!date_is_set(*out))
			*out = d;
		/* Two figures may be of the year or of the day. */
		if (o->digits != 2 || !date_is_set(since))
			break;
		if (d.year == since.year || d.year == since.year + 1) {
			*out = d;
			break;
		}
	}
	return date_is_set(*out);
}

/* --- months ------------------------------------------------------------- */

/* A month; `n` came before it. */
static void
month_take(struct months *m, int month, size_t n)
{
	m->last = month;
	if (!n)
		m->first = month;
}

/* A year belongs to the months around which it stands. */
static bool
month_year_take(struct months *m, struct str text, size_t n)
{
	int v;

	if (text.n != 4 || !str_number(text, &v) ||
	    !date_is_valid((struct date){ (int16_t)v, 1, 1 }))
		return false;
	if (n < 2 && !m->first_year) {
		m->first_year = v;
		return true;
	}
	if (!n || m->last_year)
		return false;
	m->last_year = v;
	return true;
}

static bool
is_month_filler(struct str word)
{
	return is_filler(word) ||
	       is_among(word, month_fillers,
		   sizeof(month_fillers) / sizeof(month_fillers[0]));
}

bool
months_parse(struct months *out, struct str s)
{
	size_t n = 0;

	*out = (struct months){ 0 };
	for (size_t i = 0; i < s.n;) {
		size_t next = i;
		uint32_t cp = utf8_next(s, &next);
		bool letters = utf8_is_letter(cp);

		if (!letters && (cp < '0' || cp > '9')) {
			if (!may_part(cp, true))
				return false;
			i = next;
			continue;
		}

		struct str text = stretch(s, i, letters);
		struct token t = { 0 };

		if (!letters && !month_year_take(out, text, n))
			return false;
		if (letters && token_read(&t, text, true, true))
			month_take(out, t.value, n++);
		else if (letters && !is_month_filler(text))
			return false;
		i += text.n;
	}
	return n != 0;
}

/* --- times -------------------------------------------------------------- */

bool
time_parse(int *hour, int *minute, struct str s)
{
	static const char marks[] = { ':', '.', '-' };
	struct str rest = { 0 }, h = { 0 };

	s = str_trim(s);
	for (size_t i = 0; i < sizeof(marks) && !rest.n; i++)
		h = str_cut(s, marks[i], &rest);
	return h.n <= 2 && rest.n == 2 && str_number(h, hour) &&
	       str_number(rest, minute) && *hour < 24 && *minute < 60;
}

bool
time_meant(int *hour, int *minute, struct str s)
{
	int *const parts[] = { hour, minute };
	size_t n = 0;

	*hour = *minute = 0;
	for (size_t i = 0; i < s.n;) {
		struct str text = stretch(s, i, false);

		if (!text.n) {
			utf8_next(s, &i);
			continue;
		}
		if (n == 2 || text.n > 2 || !str_number(text, parts[n++]))
			return false;
		i += text.n;
	}
	return n && *hour < 24 && *minute < 60;
}
