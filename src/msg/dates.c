/* SPDX-License-Identifier: MIT */
#include "base/arena.h"
#include "msg/grammar.h"
#include "msg/msg_int.h"
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
	RU_IN,
	RU_BY,
	EN_PLAIN,
	MONTH_FORMS
};

/* Every form that a paper prints or a person writes, one month a paragraph. */
static const char *const months[12][MONTH_FORMS] = {
	{ "январь", "январы", "январында", "январынан", "январына",
	    "январындагы", "январь", "января", "январе", "январю", "January" },
	{ "февраль", "февралы", "февралында", "февралынан", "февралына",
	    "февралындагы", "февраль", "февраля", "феврале", "февралю",
	    "February" },
	{ "март", "марты", "мартында", "мартынан", "мартына", "мартындагы",
	    "март", "марта", "марте", "марту", "March" },
	{ "апрель", "апрели", "апрелинде", "апрелинен", "апрелине",
	    "апрелиндеги", "апрель", "апреля", "апреле", "апрелю", "April" },
	{ "май", "майы", "майында", "майынан", "майына", "майындагы", "май",
	    "мая", "мае", "маю", "May" },
	{ "июнь", "июну", "июнунда", "июнунан", "июнуна", "июнундагы", "июнь",
	    "июня", "июне", "июню", "June" },
	{ "июль", "июлу", "июлунда", "июлунан", "июлуна", "июлундагы", "июль",
	    "июля", "июле", "июлю", "July" },
	{ "август", "августу", "августунда", "августунан", "августуна",
	    "августундагы", "август", "августа", "августе", "августу",
	    "August" },
	{ "сентябрь", "сентябры", "сентябрында", "сентябрынан", "сентябрына",
	    "сентябрындагы", "сентябрь", "сентября", "сентябре", "сентябрю",
	    "September" },
	{ "октябрь", "октябры", "октябрында", "октябрынан", "октябрына",
	    "октябрындагы", "октябрь", "октября", "октябре", "октябрю",
	    "October" },
	{ "ноябрь", "ноябры", "ноябрында", "ноябрынан", "ноябрына",
	    "ноябрындагы", "ноябрь", "ноября", "ноябре", "ноябрю", "November" },
	{ "декабрь", "декабры", "декабрында", "декабрынан", "декабрына",
	    "декабрындагы", "декабрь", "декабря", "декабре", "декабрю",
	    "December" },
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

/* --- months as people write them ----------------------------------------- */

/* Kyrgyz case endings, as people put them behind figures and bare months. */
static const char *const endings[] = { "га", "ге", "го", "гө", "ка", "ке", "ко",
	"кө", "да", "де", "до", "дө", "та", "те", "то", "тө", "дан", "ден",
	"дон", "дөн", "тан", "тен", "тон", "төн", "дагы", "деги", "догу",
	"дөгү", "тагы", "теги", "тогу", "төгү" };

bool
date_is_ending(struct str word)
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
	       date_is_ending(str_skip(word, stem));
}

int
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

int
month_shortened(struct str word)
{
	static const char *const short_forms[12] = { "янв", "фев|февр", "мар",
		"апр", "май", "июн", "июл", "авг", "сен|сент", "окт",
		"ноя|нояб", "дек" };

	for (int m = 0; m < 12; m++) {
		struct str rest = str_from(short_forms[m]);

		while (rest.n) {
			if (text_same(word, str_cut(rest, '|', &rest)))
				return m + 1;
		}
	}
	return 0;
}
