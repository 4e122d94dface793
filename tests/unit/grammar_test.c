/* SPDX-License-Identifier: MIT */
#include <stdlib.h>

#include "msg/grammar.h"
#include "test.h"
#include "words/fold.h"

#define COUNT(rows) (sizeof(rows) / sizeof(rows[0]))
#define NB          "\u00a0"

static void
assert_text(struct str s, const char *expected)
{
	assert_string_equal(str_cstr(&a, s), expected);
}

static void
dates_print(void **state)
{
	static const struct {
		struct date date;
		enum date_form form;
		enum lang lang;
		const char *text;
	} rows[] = {
		{ { 2025, 9, 5 }, DATE_LONG, LANG_KY,
		    "2025-жылдын" NB "5-сентябры" },
		{ { 2026, 4, 1 }, DATE_LONG, LANG_KY,
		    "2026-жылдын" NB "1-апрели" },
		{ { 2026, 6, 30 }, DATE_LONG, LANG_KY,
		    "2026-жылдын" NB "30-июну" },
		{ { 2025, 9, 19 }, DATE_UNTIL, LANG_KY,
		    "2025-жылдын" NB "19-сентябрына чейин" },
		{ { 2012, 7, 23 }, DATE_OF, LANG_KY,
		    "2012-жылдын" NB "23-июлундагы" },
		{ { 2022, 11, 9 }, DATE_STAMP, LANG_KY,
		    "2022-ж." NB "«09»" NB "ноябрь" },
		{ { 2025, 9, 5 }, DATE_FIGURES, LANG_KY, "05.09.2025" },
		{ { 2025, 9, 5 }, DATE_ISO, LANG_KY, "2025-09-05" },
		{ { 2025, 9, 5 }, DATE_LONG, LANG_RU,
		    "5" NB "сентября 2025" NB "года" },
		{ { 2025, 9, 19 }, DATE_UNTIL, LANG_RU,
		    "до" NB "19" NB "сентября 2025" NB "года" },
		{ { 2022, 11, 9 }, DATE_STAMP, LANG_RU,
		    "«09»" NB "ноября 2022" NB "г." },
		{ { 2025, 13, 5 }, DATE_LONG, LANG_KY, "" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++)
		assert_text(
		    date_text(&a, rows[i].date, rows[i].form, rows[i].lang),
		    rows[i].text);
}

static void
every_printed_date_parses_back(void **state)
{
	(void)state;
	for (struct date d = { 2024, 1, 1 }; d.year < 2026;
	     d = date_plus(d, 1)) {
		for (int form = 0; form <= DATE_ISO; form++) {
			for (int lang = 0; lang < LANG_MAX; lang++) {
				struct date back;

				assert_true(date_parse(
				    &back, date_text(&a, d, form, lang)));
				assert_int_equal(date_cmp(d, back), 0);
			}
		}
	}
}

static void
dates_parse_as_people_write_them(void **state)
{
	static const char *const rows[] = {
		"2025-09-05",
		"05.09.2025",
		"5.9.2025",
		"05.09.2025 г.",
		"2025-жылдын 5-сентябры",
		"2025-ЖЫЛДЫН 5-СЕНТЯБРЫ",
		"2025-жылдын 5-сентябрына чейин",
		"2025-жылдын 5-сентябрында",
		"2025-ж. «05» сентябрь",
		"2025-ж «05» сентябрь",
		"2025-ж., 5-сентябрь",
		"5-сентябрь 2025-жыл",
		"2025-жылы 5-сентябрда",
		"2025-жылдын 5-сентябрынан",
		"2025-09-05ке чейин",
		"05.09.2025-ж.",
		"5 сентября 2025",
		"до 5 сентября 2025 г.",
		"от 05 сентября 2025 года",
		"September 5, 2025",
		" 2025-09-05 ",
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct date d;

		assert_true(date_parse(&d, str_from(rows[i])));
		assert_int_equal(date_cmp(d, (struct date){ 2025, 9, 5 }), 0);
	}
}

static void
what_is_no_date_does_not_parse(void **state)
{
	static const struct {
		const char *text;
		int year; /* of the impossible date that it names, or 0 */
	} rows[] = {
		{ "", 0 },
		{ "5-сентябры", 0 },
		{ "05.09.25", 0 },
		{ "08–12.12.2025", 0 },
		{ "08-12.12.2025", 0 },
		{ "2025-09", 0 },
		{ "2025.09-05", 0 },
		{ "2025-жылдын 5-сентобру", 0 },
		{ "сентябрда", 0 },
		{ "2025-жылы 5-сентябрдак", 0 },
		{ "5 сентября 2025 года, пятница", 0 },
		{ "31.02.2025", 2025 },
		{ "2025-13-01", 2025 },
		{ "2025-жылдын 31-сентябры", 2025 },
		{ "99999999999.09.2025", 0 },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct date d;

		assert_false(date_parse(&d, str_from(rows[i].text)));
		assert_int_equal(d.year, rows[i].year);
	}
}

static const struct date in_august = { 2026, 8, 1 };

/* Forms that are not read, and what they mean in the year 2026-2027. */
static void
other_forms_are_meant(void **state)
{
	static const struct {
		const char *text;
		struct date d; /* year 0: nothing, or nothing certain */
	} rows[] = {
		{ "11/09/2026", { 2026, 9, 11 } },
		{ "11-09-2026", { 2026, 9, 11 } },
		{ "2026.09.11", { 2026, 9, 11 } },
		{ "2026/9/11", { 2026, 9, 11 } },
		{ "09/25/2026", { 2026, 9, 25 } },
		{ "11.09.26", { 2026, 9, 11 } },
		{ "11.09.26-ж.", { 2026, 9, 11 } },
		{ "26-09-11", { 2026, 9, 11 } },
		{ "11-сентябрь", { 2026, 9, 11 } },
		{ "11-сентябрга чейин", { 2026, 9, 11 } },
		{ "до 11 сент.", { 2026, 9, 11 } },
		{ "11 сент. 2026 г.", { 2026, 9, 11 } },
		{ "11.02", { 2027, 2, 11 } },
		{ "11 февраля", { 2027, 2, 11 } },
		{ "29 февраля", { 0 } },
		{ "31/02/2027", { 0 } },
		{ "сентябрь", { 0 } },
		{ "11", { 0 } },
		{ "11/09/2026/1", { 0 } },
		{ "жакында", { 0 } },
		{ "", { 0 } },
	};
	struct date d;

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		bool meant = date_meant(&d, str_from(rows[i].text), in_august);

		assert_int_equal(meant, rows[i].d.year != 0);
		assert_int_equal(date_cmp(d, rows[i].d), 0);
	}
	/* Nobody knows the year: */
	assert_false(date_meant(&d, STR("11 сентября"), (struct date){ 0 }));
	assert_true(date_meant(&d, STR("11.09.19"), (struct date){ 0 }));
	assert_int_equal(d.year, 2019);
}

static void
months_are_read(void **state)
{
	static const struct {
		const char *text;
		struct months m; /* 0: none */
	} rows[] = {
		{ "апрель", { 4, 4, 0, 0 } },
		{ "Апрель айында", { 4, 4, 0, 0 } },
		{ "апрелде", { 4, 4, 0, 0 } },
		{ "в апреле", { 4, 4, 0, 0 } },
		{ "к маю", { 5, 5, 0, 0 } },
		{ "октябрь – ноябрь", { 10, 11, 0, 0 } },
		{ "октябрь-ноябрь айлары", { 10, 11, 0, 0 } },
		{ "сент., окт.", { 9, 10, 0, 0 } },
		{ "October and November", { 10, 11, 0, 0 } },
		{ "май 2027", { 5, 5, 2027, 0 } },
		{ "2027-жылдын майы", { 5, 5, 2027, 0 } },
		{ "сентябрь 2026 – май 2027", { 9, 5, 2026, 2027 } },
		{ "декабрь – январь 2027 г.", { 12, 1, 0, 2027 } },
		{ "15 мая", { 0 } },
		{ "май 27", { 0 } },
		{ "майский", { 0 } },
		{ "2027", { 0 } },
		{ "", { 0 } },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct months m, right = rows[i].m;
		bool read = months_parse(&m, str_from(rows[i].text));

		assert_int_equal(read, right.first != 0);
		if (!read)
			continue;
		assert_int_equal(m.first, right.first);
		assert_int_equal(m.last, right.last);
		assert_int_equal(m.first_year, right.first_year);
		assert_int_equal(m.last_year, right.last_year);
	}
}

static void
times_parse(void **state)
{
	int h, m;

	(void)state;
	assert_true(time_parse(&h, &m, STR("15:00")));
	assert_int_equal(h * 60 + m, 900);
	assert_true(time_parse(&h, &m, STR(" 9.05 ")));
	assert_int_equal(h * 60 + m, 545);
	assert_false(time_parse(&h, &m, STR("24:00")));
	assert_false(time_parse(&h, &m, STR("15:60")));
	assert_false(time_parse(&h, &m, STR("15:0")));
	assert_false(time_parse(&h, &m, STR("15")));
	assert_false(time_parse(&h, &m, STR(":00")));
	assert_true(time_parse(&h, &m, STR("14-00")));
	assert_int_equal(h * 60 + m, 840);
	assert_true(time_meant(&h, &m, STR("саат 15:30да")));
	assert_int_equal(h * 60 + m, 930);
	assert_true(time_meant(&h, &m, STR("14 ч")));
	assert_int_equal(h * 60 + m, 840);
	assert_false(time_meant(&h, &m, STR("түштөн кийин")));
	assert_false(time_meant(&h, &m, STR("15.00 – 16.00")));
	assert_false(time_meant(&h, &m, STR("25 00")));
}

static void
kyrgyz_words_take_endings(void **state)
{
	static const struct {
		const char *word;
		enum kase kase;
		const char *text;
	} rows[] = {
		{ "илимий-методикалык кеңеш", CASE_GENITIVE,
		    "илимий-методикалык кеңештин" },
		{ "кеңеш", CASE_DATIVE, "кеңешке" },
		{ "кеңеш", CASE_ACCUSATIVE, "кеңешти" },
		{ "кеңеш", CASE_LOCATIVE, "кеңеште" },
		{ "кеңеш", CASE_ABLATIVE, "кеңештен" },
		{ "педагогикалык кеңешме", CASE_GENITIVE,
		    "педагогикалык кеңешменин" },
		{ "педагогикалык кеңешме", CASE_DATIVE,
		    "педагогикалык кеңешмеге" },
		{ "катчы", CASE_GENITIVE, "катчынын" },
		{ "катчы", CASE_ACCUSATIVE, "катчыны" },
		{ "катчы", CASE_DATIVE, "катчыга" },
		{ "протокол", CASE_GENITIVE, "протоколдун" },
		{ "протокол", CASE_ACCUSATIVE, "протоколду" },
		{ "протокол", CASE_DATIVE, "протоколго" },
		{ "отурум", CASE_LOCATIVE, "отурумда" },
		{ "отурум", CASE_ABLATIVE, "отурумдан" },
		{ "чейрек", CASE_LOCATIVE, "чейректе" },
		{ "Бакытов", CASE_GENITIVE, "Бакытовдун" },
		{ "Өмүрбек", CASE_GENITIVE, "Өмүрбектин" },
		{ "Үсөн", CASE_GENITIVE, "Үсөндүн" },
		{ "Үсөн", CASE_DATIVE, "Үсөнгө" },
		{ "Сардарбекова", CASE_GENITIVE, "Сардарбекованын" },
		{ "Сардарбекова", CASE_DATIVE, "Сардарбековага" },
		{ "сентябрь", CASE_LOCATIVE, "сентябрда" },
		{ "бала", CASE_GENITIVE, "баланын" },
		{ "тоо", CASE_DATIVE, "тоого" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++)
		assert_text(
		    kyrgyz_case(&a, str_from(rows[i].word), rows[i].kase),
		    rows[i].text);
}

static void
names_are_shortened(void **state)
{
	static const struct {
		const char *full;
		enum name_style style;
		const char *text;
	} rows[] = {
		{ "Төлөгөнова Гүлмира Өмүрбековна", NAME_SURNAME_FIRST,
		    "Төлөгөнова" NB "Г.Ө." },
		{ "Төлөгөнова Гүлмира Өмүрбековна", NAME_INITIALS_FIRST,
		    "Г.Ө." NB "Төлөгөнова" },
		{ "Үсөнбек уулу Нурлан", NAME_SURNAME_FIRST,
		    "Үсөнбек" NB "уулу" NB "Н." },
		{ "Үсөнбек уулу Нурлан", NAME_INITIALS_FIRST,
		    "Н." NB "Үсөнбек" NB "уулу" },
		{ "Бакытов Нурлан Асан уулу", NAME_SURNAME_FIRST,
		    "Бакытов" NB "Н.А." },
		{ "Сыдыкова М. Т.", NAME_SURNAME_FIRST, "Сыдыкова" NB "М.Т." },
		{ "М.Т. Сыдыкова", NAME_SURNAME_FIRST, "Сыдыкова" NB "М.Т." },
		{ "Сыдыкова", NAME_SURNAME_FIRST, "Сыдыкова" },
		{ "", NAME_SURNAME_FIRST, "" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++)
		assert_text(
		    name_short(&a, str_from(rows[i].full), rows[i].style),
		    rows[i].text);
}

static void
names_match_as_people_write_them(void **state)
{
	static const struct {
		const char *written, *full;
		bool same;
	} rows[] = {
		{ "Төлөгөнова", "Төлөгөнова Гүлмира Өмүрбековна", true },
		{ "төлөгөнова г.ө.", "Төлөгөнова Гүлмира Өмүрбековна", true },
		{ "Төлөгөнова Г", "Төлөгөнова Гүлмира Өмүрбековна", true },
		{ "Төлөгөнова Г. Ө.", "Төлөгөнова Гүлмира Өмүрбековна", true },
		{ "Төлөгөнова ГӨ", "Төлөгөнова Гүлмира Өмүрбековна", true },
		{ "Төлөгөнова Гүл. Өмүр.", "Төлөгөнова Гүлмира Өмүрбековна",
		    true },
		{ "Г.Ө.Төлөгөнова", "Төлөгөнова Гүлмира Өмүрбековна", true },
		{ "Г. Төлөгөнова", "Төлөгөнова Гүлмира Өмүрбековна", true },
		{ "Гүлмира Өмүрбековна Төлөгөнова",
		    "Төлөгөнова Гүлмира Өмүрбековна", true },
		{ "Төлөгөн", "Төлөгөнова Гүлмира Өмүрбековна", false },
		{ "Гүлмира", "Төлөгөнова Гүлмира Өмүрбековна", false },
		{ "Төлөгөнова Ө.", "Төлөгөнова Гүлмира Өмүрбековна", false },
		{ "Төлөгөнова Г.А.", "Төлөгөнова Гүлмира Өмүрбековна", false },
		{ "Төлөгөнова Г.Ө.К.", "Төлөгөнова Гүлмира Өмүрбековна",
		    false },
		{ "Бакыт кызы", "Бакыт кызы Бүбүсайра", true },
		{ "Бакыт", "Бакыт кызы Бүбүсайра", false },
		{ "Бакыт кызы Б.", "Бакыт кызы Бүбүсайра", true },
		{ "Б. Бакыт кызы", "Бакыт кызы Бүбүсайра", true },
		{ "Бакыт Б.", "Бакыт кызы Бүбүсайра", false },
		{ "Бакыт уулу", "Бакыт кызы Бүбүсайра", false },
		{ "Бакыт" NB "кызы" NB "Б.", "Бакыт кызы Бүбүсайра", true },
		{ "Бакыт кызы", "Бакыт" NB "кызы" NB "Бүбүсайра", true },
		{ "Бакыт к. Бүбүсайра", "Бакыт кызы Бүбүсайра", true },
		{ "Бакыт кызы Б.", "Бакыт к. Бүбүсайра", true },
		{ "Бакыт у. Б.", "Бакыт кызы Бүбүсайра", false },
		{ "Бакыт К.", "Бакыт кызы Бүбүсайра", false },
		{ "Мамедов В.А. оглы", "Мамедов Вагиф Али оглы", true },
		{ "Мамедов В.А.", "Мамедов Вагиф Али оглы", true },
		{ "Мамедов Вагиф Али огли", "Мамедов Вагиф Али оглы", true },
		{ "Мамедов Вагиф Али кызы", "Мамедов Вагиф Али оглы", false },
		{ "Иванова А.-М.С.", "Иванова Анна-Мария Сергеевна", true },
		{ "Иванова А.С.", "Иванова Анна-Мария Сергеевна", true },
		{ "Иванова Анна-Мария", "Иванова Анна-Мария Сергеевна", true },
		{ "Иванова М.С.", "Иванова Анна-Мария Сергеевна", false },
		{ "Otayeva O'. S.", "Otayeva O‘tkir Sobir qizi", true },
		{ "Семенова А.", "Семёнова Анна", true },
		{ "", "Семёнова Анна", false },
		{ " . ", "Семёнова Анна", false },
		{ "а б в г д е ж з и к", "а б в", false },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++)
		assert_int_equal(name_matches(str_from(rows[i].written),
				     str_from(rows[i].full)),
		    rows[i].same);
}

static int
by_alphabet(const void *x, const void *y)
{
	return kyrgyz_cmp(str_from(*(const char *const *)x),
	    str_from(*(const char *const *)y));
}

static void
names_sort_by_the_kyrgyz_alphabet(void **state)
{
	static const char *const sorted[] = { "Бакыт кызы Б.",
		"Дүйшөналиева Ж.Б.", "Жээнбеков Ү.К.", "Мөңкөева Н.Т.",
		"Өскөнбаев Э.С.", "Төлөгөнова Г.Ө.", "Турдубаева А.К.",
		"Үсөнбек уулу Н.", "Чоюбекова С.Ө." };
	const char *names[COUNT(sorted)];

	(void)state;
	for (size_t i = 0; i < COUNT(sorted); i++)
		names[i] = sorted[(i * 4 + 3) % COUNT(sorted)];
	qsort(names, COUNT(names), sizeof(names[0]), by_alphabet);
	for (size_t i = 0; i < COUNT(sorted); i++)
		assert_string_equal(names[i], sorted[i]);

	assert_true(kyrgyz_cmp(STR("бак кызы"), STR("бака")) < 0);
	assert_true(kyrgyz_cmp(STR("ен"), STR("ёж")) < 0);
	assert_true(kyrgyz_cmp(STR("9-класс"), STR("ата")) < 0);
	assert_int_equal(kyrgyz_cmp(STR("Ак-Суу"), STR("аксуу")), 0);
	assert_int_equal(kyrgyz_cmp(STR(""), STR("-")), 0);
}

static void
the_alphabet_has_36_letters_in_their_order(void **state)
{
	static const char *const letters[] = { "а", "б", "в", "г", "д", "е",
		"ё", "ж", "з", "и", "й", "к", "л", "м", "н", "ң", "о", "ө", "п",
		"р", "с", "т", "у", "ү", "ф", "х", "ц", "ч", "ш", "щ", "ъ", "ы",
		"ь", "э", "ю", "я" };

	(void)state;
	assert_int_equal(COUNT(letters), 36);
	for (size_t i = 1; i < COUNT(letters); i++)
		assert_true(kyrgyz_cmp(str_from(letters[i - 1]),
				str_from(letters[i])) < 0);
}

static void
words_are_the_same_without_their_special_letters(void **state)
{
	(void)state;
	assert_true(text_same(STR("Мөөнөтү"), STR("мооноту")));
	assert_true(text_same(STR("иш-чара"), STR("Иш чара")));
	assert_true(text_same(STR("cовет"), STR("совет"))); /* a Latin c */
	assert_false(text_same(STR("чечим"), STR("чечимдер")));
	assert_false(text_same(STR("чечим"), STR("")));
}

static void
figures_print(void **state)
{
	(void)state;
	assert_text(percent_text(&a, percent_tenths(34, 36)), "94,4" NB "%");
	assert_text(percent_text(&a, percent_tenths(21, 64)), "32,8" NB "%");
	assert_text(percent_text(&a, percent_tenths(0, 0)), "0,0" NB "%");
	assert_int_equal(percent_tenths(1, 2000), 1);
	assert_int_equal(percent_tenths(-1, 2000), -1);
	assert_int_equal(percent_tenths(1, 1), 1000);
	assert_text(year_text(&a, 2025), "2025–2026");
	assert_text(text_capitals(&a, STR("кеңештин № 1")), "КЕҢЕШТИН № 1");
	assert_text(text_capitalised(&a, STR("өкүл")), "Өкүл");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(dates_print),
		cmocka_unit_test(every_printed_date_parses_back),
		cmocka_unit_test(dates_parse_as_people_write_them),
		cmocka_unit_test(what_is_no_date_does_not_parse),
		cmocka_unit_test(other_forms_are_meant),
		cmocka_unit_test(months_are_read),
		cmocka_unit_test(times_parse),
		cmocka_unit_test(kyrgyz_words_take_endings),
		cmocka_unit_test(names_are_shortened),
		cmocka_unit_test(names_match_as_people_write_them),
		cmocka_unit_test(names_sort_by_the_kyrgyz_alphabet),
		cmocka_unit_test(the_alphabet_has_36_letters_in_their_order),
		cmocka_unit_test(
		    words_are_the_same_without_their_special_letters),
		cmocka_unit_test(figures_print),
	};

	return cmocka_run_group_tests(tests, open_arena, close_arena);
}
