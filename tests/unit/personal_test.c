/* SPDX-License-Identifier: MIT */
/* What is a person's name and may be cut to initials, and what is not. */
#include "msg/grammar.h"
#include "test.h"

#define NB       "\u00a0"
#define COUNT(a) (sizeof(a) / sizeof((a)[0]))

static const struct {
	const char *typed;
	const char *printed; /* NULL: as typed, and no name */
	const char *within;  /* what of it names a person; NULL: nobody */
} rows[] = {
	/* Kyrgyz and Russian names of three parts. */
	{ "Төлөгөнова Гүлмира Өмүрбековна", "Төлөгөнова" NB "Г.Ө.", "" },
	{ "Жээнбеков Үсөн Кеңешбекович", "Жээнбеков" NB "Ү.К.", "" },
	{ "Осмонов Совет Жумабекович", "Осмонов" NB "С.Ж.", "" },
	{ "Толстой Лев Николаевич", "Толстой" NB "Л.Н.", "" },
	{ "Капитанова Ева Яковлевна", "Капитанова" NB "Е.Я.", "" },
	{ "Школьников Яков Ильич", "Школьников" NB "Я.И.", "" },
	{ "Мугалимов Марат Асанович", "Мугалимов" NB "М.А.", "" },
	{ "Абрамович Роман Аркадьевич", "Абрамович" NB "Р.А.", "" },
	{ "Өкмөтбекова Кыргызгүл Айтматовна", "Өкмөтбекова" NB "К.А.", "" },
	{ "Ковалёва Ирина Сергеевна", "Ковалёва" NB "И.С.", "" },
	{ "КИМ Елена Александровна", "КИМ" NB "Е.А.", "" },
	{ "ОСМОНОВА АЙНУРА АСАНОВНА", "ОСМОНОВА" NB "А.А.", "" },
	{ "Ким" NB "Елена" NB "Александровна", "Ким" NB "Е.А.", "" },
	/* Of two parts, or of one. */
	{ "Ким Елена", "Ким" NB "Е.", "" },
	{ "Пак Ева", "Пак" NB "Е.", "" },
	{ "Сыдыкова", "Сыдыкова", "" },
	/* With initials. */
	{ "Сыдыкова М.Т.", "Сыдыкова" NB "М.Т.", "" },
	{ "Сыдыкова М. Т.", "Сыдыкова" NB "М.Т.", "" },
	{ "Сыдыкова М Т", "Сыдыкова" NB "М.Т.", "" },
	{ "М.Т. Сыдыкова", "Сыдыкова" NB "М.Т.", "" },
	{ "М.Т.Сыдыкова", "Сыдыкова" NB "М.Т.", "" },
	{ "Сыдыкова Мээрим Т.", "Сыдыкова" NB "М.Т.", "" },
	{ "Сыдыков Дж.К.", "Сыдыков" NB "Дж.К.", "" },
	{ "КИМ Е.А.", "КИМ" NB "Е.А.", "" },
	/* Double names. */
	{ "Петрова-Ким Анна Сергеевна", "Петрова-Ким" NB "А.С.", "" },
	{ "Иванова Анна-Мария Сергеевна", "Иванова" NB "А.-М.С.", "" },
	{ "Иванова А.-М.С.", "Иванова" NB "А.-М.С.", "" },
	{ "Иванова А.-М. С.", "Иванова" NB "А.-М.С.", "" },
	{ "А.-М.С. Иванова", "Иванова" NB "А.-М.С.", "" },
	{ "Садыков Нур-Ислам", "Садыков" NB "Н.-И.", "" },
	/* Particles of Kyrgyz surnames and of patronymics. */
	{ "Үсөнбек уулу Нурлан", "Үсөнбек" NB "уулу" NB "Н.", "" },
	{ "Бакыт кызы Бүбүсайра", "Бакыт" NB "кызы" NB "Б.", "" },
	{ "Бакыт кызы", "Бакыт" NB "кызы", "" },
	{ "Үсөнбек у. Нурлан", "Үсөнбек" NB "у." NB "Н.", "" },
	{ "Бакыт к. Б.", "Бакыт" NB "к." NB "Б.", "" },
	{ "Нурлан теги Бакыт", "Нурлан" NB "теги" NB "Б.", "" },
	{ "БАКЫТ КЫЗЫ АЙНУРА", "БАКЫТ" NB "КЫЗЫ" NB "А.", "" },
	{ "Бакытов Нурлан Асан уулу", "Бакытов" NB "Н.А.", "" },
	{ "Асанова Айнура Бакыт кызы", "Асанова" NB "А.Б.", "" },
	/* Azeri and Turkish. */
	{ "Мамедов Вагиф Али оглы", "Мамедов" NB "В.А.", "" },
	{ "Мамедов В.А. оглы", "Мамедов" NB "В.А.", "" },
	{ "Мамедов В.А.о.", "Мамедов" NB "В.А.", "" },
	{ "Алиева Севиль Гусейн гызы", "Алиева" NB "С.Г.", "" },
	{ "Məmmədov Vaqif Əli oğlu", "Məmmədov" NB "V.Ə.", "" },
	{ "Əliyeva Sevil Hüseyn qızı", "Əliyeva" NB "S.H.", "" },
	{ "Yılmaz Mehmet Ali", "Yılmaz" NB "M.A.", "" },
	{ "Öztürk İbrahim", "Öztürk" NB "İ.", "" },
	/* Uzbek. */
	{ "Юлдашев Шавкат Собир ўғли", "Юлдашев" NB "Ш.С.", "" },
	{ "Юлдашева Нодира Комил қизи", "Юлдашева" NB "Н.К.", "" },
	{ "Юлдашев Шавкат Собир угли", "Юлдашев" NB "Ш.С.", "" },
	{ "Юлдашева Нодира Комил кизи", "Юлдашева" NB "Н.К.", "" },
	{ "Yo‘ldoshev O‘tkir Sobir o‘g‘li", "Yo‘ldoshev" NB "O‘.S.", "" },
	{ "Yo'ldosheva Nodira Komil qizi", "Yo'ldosheva" NB "N.K.", "" },
	/* Kazakh. */
	{ "Әбенов Нұрлан Серікұлы", "Әбенов" NB "Н.С.", "" },
	{ "Әбенов Нұрлан Серік ұлы", "Әбенов" NB "Н.С.", "" },
	{ "Әбенова Әсел Серік қызы", "Әбенова" NB "Ә.С.", "" },

	/* Bodies. */
	{ "Районный отдел образования", NULL, NULL },
	{ "Районный Отдел Образования", NULL, NULL },
	{ "Ата-энелер комитети", NULL, NULL },
	{ "Ата-энелер Комитети", NULL, NULL },
	{ "Билим Берүү Башкармалыгы", NULL, NULL },
	{ "Айыл өкмөтү", NULL, NULL },
	{ "Айыл Өкмөтү", NULL, NULL },
	{ "Педагогический Совет", NULL, NULL },
	{ "Школа № 5", NULL, NULL },
	{ "ОсОО Нурлан", NULL, NULL },
	{ "Шаардык БББ", NULL, NULL },
	{ "РОО Нарын", NULL, NULL },
	{ "5-класстын окуучулары", NULL, NULL },
	{ "«Урок завтра»", NULL, NULL },
	{ "Директор", NULL, NULL },
	{ "", NULL, NULL },
	{ " . ", NULL, NULL },
	/* A post, a bracket, a dash beside a name. */
	{ "глава управы Ниязов Т.К.", NULL, "Ниязов Т.К." },
	{ "Райондук билим берүү бөлүмүнүн башчысы Эсеналиев К.", NULL,
	    "Эсеналиев К." },
	{ "зав. библиотекой Сыдыкова Р.А.", NULL, "Сыдыкова Р.А." },
	{ "зав.Сыдыкова Р.А.", NULL, "Сыдыкова Р.А." },
	{ "Завуч Сыдыкова Роза Асановна", NULL, "Сыдыкова Роза Асановна" },
	{ "Директор Сыдыкова Р.А.", NULL, "Сыдыкова Р.А." },
	{ "Капитан Осмонов Б.Ж.", NULL, "Осмонов Б.Ж." },
	{ "мугалим Бакыт кызы Айнура", NULL, "Бакыт кызы Айнура" },
	{ "Осмонов Б. Ж. (совместитель)", NULL, "Осмонов Б. Ж." },
	{ "Осмонова А.А. (директор школы № 5)", NULL, "Осмонова А.А." },
	{ "Осмонова А.А. - директор школы № 5", NULL, "Осмонова А.А." },
	{ "Осмонова А.А.- директор", NULL, "Осмонова А.А." },
	{ "Осмонова А.А. – директор", NULL, "Осмонова А.А." },
	{ "Осмонова А.А., директор", NULL, "Осмонова А.А." },
	/* Another order, too many parts, small letters, no initials. */
	{ "Гүлмира Өмүрбековна Төлөгөнова", NULL, NULL },
	{ "Гүлмира Өмүрбековна", NULL, NULL },
	{ "Гүлмира Төлөгөнова", NULL, NULL },
	{ "Сыдыкова М.Т.К.", NULL, NULL },
	{ "Гарсия Лопес Мария Хосе", NULL, NULL },
	{ "сыдыкова м.т.", NULL, NULL },
	{ "Сыдыкова МТ", NULL, NULL },
	{ "Төлөгөнова Гүл. Өмүр.", NULL, NULL },
	{ "Асанова, Бекова", NULL, NULL },
	{ "А Б В Г Д Е Ж З И К", NULL, NULL },
};

static void
assert_text(struct str s, const char *text)
{
	assert_string_equal(str_cstr(&a, s), text);
}

static void
only_names_are_cut(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct str typed = str_from(rows[i].typed);

		print_message("%s\n", rows[i].typed);
		assert_int_equal(
		    name_is_personal(typed), rows[i].printed != NULL);
		assert_text(name_short(&a, typed, NAME_SURNAME_FIRST),
		    rows[i].printed ? rows[i].printed : rows[i].typed);
	}
}

static void
initials_may_stand_first(void **state)
{
	static const struct {
		const char *typed, *printed;
	} turned[] = {
		{ "Мамедов Вагиф Али оглы", "В.А." NB "Мамедов" },
		{ "Иванова Анна-Мария Сергеевна", "А.-М.С." NB "Иванова" },
		{ "Бакыт к. Айнура", "А." NB "Бакыт" NB "к." },
		{ "Ата-энелер комитети", "Ата-энелер комитети" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(turned); i++)
		assert_text(name_short(&a, str_from(turned[i].typed),
				NAME_INITIALS_FIRST),
		    turned[i].printed);
}

static void
the_name_is_found_beside_a_post(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		const char *within = rows[i].within ? rows[i].within : "";

		print_message("%s\n", rows[i].typed);
		if (rows[i].printed)
			within = rows[i].typed;
		assert_text(name_within(str_from(rows[i].typed)), within);
	}
}

static void
some_names_may_be_those_of_bodies(void **state)
{
	static const struct {
		const char *typed;
		bool certain;
	} names[] = {
		{ "Нур Телеком", false },
		{ "Ким Елена", false },
		{ "Сыдыкова", true },
		{ "Телеком", false },
		{ "Ата-энелер комитети", false },
		{ "Эсеналиев К. (айыл башчысы)", false },
		{ "Ким Е.", true },
		{ "Ким Елена Александровна", true },
		{ "Сыдыкова Мээрим", true },
		{ "Бакыт кызы Айнура", true },
		{ "Мамедов Вагиф Али оглы", true },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(names); i++)
		assert_int_equal(name_is_certain(str_from(names[i].typed)),
		    names[i].certain);
}

static void
a_surname_that_stands_last_comes_first(void **state)
{
	static const struct {
		const char *typed, *turned;
	} names[] = {
		{ "Гүлмира Өмүрбековна Төлөгөнова",
		    "Төлөгөнова Гүлмира Өмүрбековна" },
		{ "Гүлмира Төлөгөнова", "Төлөгөнова Гүлмира" },
		{ "Гүлмира Өмүрбековна", "" },
		{ "Төлөгөнова Гүлмира Өмүрбековна", "" },
		{ "Районный Отдел Образования", "" },
		{ "Гарсия Лопес Мария Хосе", "" },
		{ "", "" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(names); i++)
		assert_text(
		    name_turned(&a, str_from(names[i].typed)), names[i].turned);
}

static void
names_are_the_same_whatever_their_spaces(void **state)
{
	(void)state;
	assert_true(name_same(
	    STR("Бакыт кызы Айнура"), STR("Бакыт" NB "кызы" NB "Айнура")));
	assert_true(name_same(STR("Семёнова Анна"), STR("семенова  анна")));
	assert_false(name_same(STR("Асанова Айгүл"), STR("Асанова Айгүл Б.")));
	assert_false(name_same(STR("Үсөнов"), STR("Усонов")));
	assert_text(
	    name_plain(&a, STR("Бакыт" NB "кызы" NB "Б.")), "Бакыт кызы Б.");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(only_names_are_cut),
		cmocka_unit_test(initials_may_stand_first),
		cmocka_unit_test(the_name_is_found_beside_a_post),
		cmocka_unit_test(some_names_may_be_those_of_bodies),
		cmocka_unit_test(a_surname_that_stands_last_comes_first),
		cmocka_unit_test(names_are_the_same_whatever_their_spaces),
	};

	return cmocka_run_group_tests(tests, open_arena, close_arena);
}
