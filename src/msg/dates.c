/* SPDX-License-Identifier: MIT */
#include "base/arena.h"
#include "base/utf8.h"
#include "msg/grammar.h"
#include "words/fold.h"

enum month_form {
	KY_PLAIN, /* also bare, in stamps */
	KY_OWN,   /* the day of the month: 5-сентябры */
	KY_ON,
	KY_FROM,
	KY_TO,
	KY_OF,
	RU_PLAIN,
	RU_OF,
	EN_PLAIN,
	MONTH_FORMS
};

/* Every form that a paper prints or a person writes, one month a paragraph. */
static const char *const months[12][MONTH_FORMS] = {
	{ "январь", "январы", "январында", "январынан", "январына",
	    "январындагы", "январь", "января", "January" },
	{ "февраль", "февралы", "февралында", "февралынан", "февралына",
	    "февралындагы", "февраль", "февраля", "February" },
	{ "март", "марты", "мартында", "мартынан", "мартына", "мартындагы",
	    "март", "марта", "March" },
	{ "апрель", "апрели", "апрелинде", "апрелинен", "апрелине",
	    "апрелиндеги", "апрель", "апреля", "April" },
	{ "май", "майы", "майында", "майынан", "майына", "майындагы", "май",
	    "мая", "May" },
	{ "июнь", "июну", "июнунда", "июнунан", "июнуна", "июнундагы", "июнь",
	    "июня", "June" },
	{ "июль", "июлу", "июлунда", "июлунан", "июлуна", "июлундагы", "июль",
	    "июля", "July" },
	{ "август", "августу", "августунда", "августунан", "августуна",
	    "августундагы", "август", "августа", "August" },
	{ "сентябрь", "сентябры", "сентябрында", "сентябрынан", "сентябрына",
	    "сентябрындагы", "сентябрь", "сентября", "September" },
	{ "октябрь", "октябры", "октябрында", "октябрынан", "октябрына",
	    "октябрындагы", "октябрь", "октября", "October" },
	{ "ноябрь", "ноябры", "ноябрында", "ноябрынан", "ноябрына",
	    "ноябрындагы", "ноябрь", "ноября", "November" },
	{ "декабрь", "декабры", "декабрында", "декабрынан", "декабрына",
	    "декабрындагы", "декабрь", "декабря", "December" },
};

/*
 * Y year, M month in words, N month in two figures, d day, D day in two
 * figures, each behind a %; ~ is a no-break space.
 */
static const struct date_pattern {
	const char *text;
	enum month_form month;
} patterns[LANG_MAX][DATE_ISO + 1] = {
	[LANG_EN] = {
		[DATE_LONG] = { "%d~%M %Y", EN_PLAIN },
		[DATE_UNTIL] = { "by~%d~%M %Y", EN_PLAIN },
		[DATE_OF] = { "of~%d~%M %Y", EN_PLAIN },
		[DATE_FIGURES] = { "%D.%N.%Y", EN_PLAIN },
		[DATE_STAMP] = { "%d~%M %Y", EN_PLAIN },
		[DATE_ISO] = { "%Y-%N-%D", EN_PLAIN },
	},
	[LANG_RU] = {
		[DATE_LONG] = { "%d~%M %Y~года", RU_OF },
		[DATE_UNTIL] = { "до~%d~%M %Y~года", RU_OF },
		[DATE_OF] = { "от~%d~%M %Y~года", RU_OF },
		[DATE_FIGURES] = { "%D.%N.%Y", RU_OF },
		[DATE_STAMP] = { "«%D»~%M %Y~г.", RU_OF },
		[DATE_ISO] = { "%Y-%N-%D", RU_OF },
	},
	[LANG_KY] = {
		[DATE_LONG] = { "%Y-жылдын~%d-%M", KY_OWN },
		[DATE_UNTIL] = { "%Y-жылдын~%d-%M чейин", KY_TO },
		[DATE_OF] = { "%Y-жылдын~%d-%M", KY_OF },
		[DATE_FIGURES] = { "%D.%N.%Y", KY_PLAIN },
		[DATE_STAMP] = { "%Y-ж.~«%D»~%M", KY_PLAIN },
		[DATE_ISO] = { "%Y-%N-%D", KY_PLAIN },
	},
};

static void
add_part(struct strbuf *b, char part, struct date d, enum month_form month)
{
	switch (part) {
	case 'Y':
		buf_printf(b, "%04d", d.year);
		break;
	case 'M':
		buf_add(b, str_from(months[d.month - 1][month]));
		break;
	case 'N':
		buf_printf(b, "%02d", d.month);
		break;
	case 'D':
		buf_printf(b, "%02d", d.day);
		break;
	default:
		buf_printf(b, "%d", d.day);
	}
}

struct str
date_text(struct arena *a, struct date d, enum date_form form, enum lang lang)
{
	const struct date_pattern *pattern = &patterns[lang][form];
	struct strbuf b;

	if (!date_is_valid(d))
		return STR("");
	buf_init(&b, a);
	for (const char *s = pattern->text; *s; s++) {
		if (*s == '%')
			add_part(&b, *++s, d, pattern->month);
		else if (*s == '~')
			buf_add(&b, STR("\u00a0"));
		else
			buf_byte(&b, *s);
	}
	return buf_str(&b);
}

/* --- reading ------------------------------------------------------------ */

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

static bool
is_filler(struct str word)
{
	for (size_t i = 0; i < sizeof(fillers) / sizeof(fillers[0]); i++) {
		if (text_same(word, str_from(fillers[i])))
			return true;
	}
	return false;
}

/* Kyrgyz case endings, as people put them behind figures and bare months. */
static const char *const endings[] = { "га", "ге", "го", "гө", "ка", "ке", "ко",
	"кө", "да", "де", "до", "дө", "та", "те", "то", "тө", "дан", "ден",
	"дон", "дөн", "тан", "тен", "тон", "төн", "дагы", "деги", "догу",
	"дөгү", "тагы", "теги", "тогу", "төгү" };

static bool
is_ending(struct str word)
{
	for (size_t i = 0; i < sizeof(endings) / sizeof(endings[0]); i++) {
		if (text_same(word, str_from(endings[i])))
			return true;
	}
	return false;
}

/* Whether a word is this bare month with an ending: апрелде. */
static bool
is_month_with_ending(struct str word, struct str month)
{
	struct str soft = STR("ь");
	size_t stem = month.n - (str_ends(month, soft) ? soft.n : 0);

	return word.n > stem &&
	       text_same(str_head(word, stem), str_head(month, stem)) &&
	       is_ending(str_skip(word, stem));
}

/* 1 to 12, or 0. */
static int
month_number(struct str word)
{
	for (int m = 0; m < 12; m++) {
		for (int f = 0; f < MONTH_FORMS; f++) {
			if (text_same(word, str_from(months[m][f])))
				return m + 1;
		}
		if (is_month_with_ending(word, str_from(months[m][KY_PLAIN])))
			return m + 1;
	}
	return 0;
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

static bool
may_part(uint32_t cp)
{
	static const uint32_t marks[] = { ' ', 0xa0, 0x202f, 0x2009, '\t', '-',
		0x2010, 0x2011, '.', ',', U'«', U'»', U'“', U'”', U'„', '"' };

	for (size_t i = 0; i < sizeof(marks) / sizeof(marks[0]); i++) {
		if (marks[i] == cp)
			return true;
	}
	return false;
}

static bool
token_read(struct token *out, struct str text, bool letters)
{
	if (letters) {
		*out = (struct token){ TOKEN_MONTH, .digits = 0 };
		out->value = month_number(text);
		return out->value != 0;
	}
	*out = (struct token){ TOKEN_NUMBER, .digits = text.n };
	return str_number(text, &out->value);
}

/* The numbers and the month of s in their order; 0: something else is there. */
static size_t
tokens_read(struct token *out, struct str s)
{
	size_t n = 0, gap = 0;

	for (size_t i = 0; i < s.n;) {
		size_t next = i;
		uint32_t cp = utf8_next(s, &next);
		bool letters = utf8_is_letter(cp);

		if (!letters && (cp < '0' || cp > '9')) {
			if (!may_part(cp))
				return 0;
			i = next;
			continue;
		}

		struct str text = stretch(s, i, letters);

		if (!letters || !(is_filler(text) || is_ending(text))) {
			if (n == TOKENS || !token_read(&out[n], text, letters))
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
	if (tokens_read(t, s) != TOKENS)
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

bool
time_parse(int *hour, int *minute, struct str s)
{
	struct str rest, h;

	s = str_trim(s);
	h = str_cut(s, str_find(s, STR(":")) < s.n ? ':' : '.', &rest);
	return h.n <= 2 && rest.n == 2 && str_number(h, hour) &&
	       str_number(rest, minute) && *hour < 24 && *minute < 60;
}
