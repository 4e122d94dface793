/* SPDX-License-Identifier: MIT */
/* report.md: figures in the school's own text, and charts of its tables. */
#include "templates.h"

static struct value *
report_new(const char *body)
{
	struct value *g = value_new(VALUE_GROUP);

	text_add(g, "tasks-done", "29");
	text_add(g, "chair", "Төлөгөнова Г.Ө.");
	prose_add(g, "year-line", "| a |\n|---|\n| 1 |", VALUE_PROSE);
	prose_add(g, "body", body, VALUE_LIVE);
	return g;
}

static void
reports(const char *body, const char *expected, const char *found)
{
	struct made m = make("report", "{{body}}\n", report_new(body));

	assert_shown(&m, expected);
	assert_found(&m, found);
}

/* --- report.md ---------------------------------------------------------- */

static void
test_live_names(void **state)
{
	(void)state;
	reports("Аткарылганы – {{tasks-done}}.\n", "P(Аткарылганы – 29.)", "");
	reports("{{chair}}.\n", "P(Төлөгөнова Г.Ө.)", "");
	reports("{{year-line}}\n", "T(R(C(P(a))) R(C(P(1))))", "");
	reports("x {{year-line}}\n", "P(x )", "K942 1:3");
	reports("{{tasks-done}}у\n", "P(29у)", "K943 1:1");
	reports("{{nobody}}\n", "P()", "K940 1:1");
	reports("{{чечимдерр}}\n", "P()", "K940 1:1 чечимдер");
	reports("``` centre\nx\n```\n", "P(x)", "K946 1:1");
	reports("{{#items}}\n", "P()", "K941 1:1");
	reports("{{sum}}\n", "P()", "K945 1:1");
	reports("{{x\n", "P()", "K920 1:1");
}

static void
test_live_tables(void **state)
{
	(void)state;
	reports("| К | n | % |\n|---|--:|--:|\n| а | 14 | {{share}} |\n"
		"| б | 21 | {{share}} |\n| Бары | {{sum}} | {{share}} |\n",
	    "T(R(C(P(К)) C(P(n)) C(P(%))) "
	    "R(C(P(а)) C(P(14)) C(P(40,0 %))) "
	    "R(C(P(б)) C(P(21)) C(P(60,0 %))) "
	    "R(C(P(Бары)) C(P(35)) C(P(100,0 %))))",
	    "");
	reports("| К | 5 | «4» | 3 | 2 | с | ж |\n|---|--|--|--|--|--|--|\n"
		"| а | 2 | 3 | 4 | 1 | {{quality}} | {{pass}} |\n",
	    "T(R(C(P(К)) C(P(5)) C(P(«4»)) C(P(3)) C(P(2)) C(P(с)) C(P(ж))) "
	    "R(C(P(а)) C(P(2)) C(P(3)) C(P(4)) C(P(1)) C(P(50,0 %)) "
	    "C(P(90,0 %))))",
	    "");
	reports("| a |\n|---|\n| 1,5 |\n| 2 |\n| {{sum}} |\n",
	    "T(R(C(P(a))) R(C(P(1,5))) R(C(P(2))) R(C(P(3,5))))", "");
	reports("| a |\n|---|\n| x |\n| {{sum}} |\n",
	    "T(R(C(P(a))) R(C(P(x))) R(C(P())))", "K944 4:3");
}

/* --- charts ------------------------------------------------------------- */

static const char counted[] =
    "| Т | Саны | % |\n|---|--:|--:|\n"
    "| а | 14 | {{share}} |\n| б | 21.5 | {{share}} |\n"
    "| Жалпы | {{sum}} | |\n";

/* What a chart below that table says in words, or the findings. */
static void
draws(const char *fence, const char *expected)
{
	const char *body =
	    str_printf(&a, "%s\n``` chart\n%s```\n", counted, fence).p;
	struct made m = make("report", "{{body}}\n", report_new(body));
	const struct block *last = LIST_LAST(&m.doc.blocks);

	if (last->kind != BLOCK_CHART) {
		assert_found(&m, expected);
		return;
	}
	assert_int_equal(m.d.list.n, 0);
	assert_string_equal(str_cstr(&a, last->chart->alt), expected);
}

static void
test_charts(void **state)
{
	(void)state;
	draws("of: Саны\n", "Chart: Саны; а – 14, б – 21,5");
	draws(
	    "мамыча: саны\nтүрү: сызыктар\n", "Chart: Саны; а – 14, б – 21,5");
	draws("", "Chart: Саны; а – 14, б – 21,5");
	draws("столбцы: %, Саны\n", "Chart: %: а – 39,4\u00a0%, б – "
				    "60,6\u00a0%; Саны: а – 14, б – 21,5");
	draws("title: Кадрлар\n", "Chart: Кадрлар; а – 14, б – 21,5");
	reports("| Т | Саны |\n|---|--:|\n| а | 1 |\n\n``` диаграмма\n```\n"
		"``` chart\ntype: lines\n```\n",
	    "T(R(C(P(Т)) C(P(Саны))) R(C(P(а)) C(P(1)))) "
	    "chart(Chart: Саны; а – 1) chart(Chart: Саны; а – 1)",
	    "");
	reports("| Т | n |\n|---|--:|\n| а | 1 |\n| Мектепте | {{sum}} |\n\n"
		"``` chart\n```\n",
	    "T(R(C(P(Т)) C(P(n))) R(C(P(а)) C(P(1))) "
	    "R(C(P(Мектепте)) C(P(1)))) chart(Chart: n; а – 1)",
	    "");
	gives("| № | Маселе | Добуш |\n|---|---|---|\n{{#items}}\n"
	      "| {{number}} | {{title}} | 5 |\n{{/items}}\n\n"
	      "``` chart\nof: Добуш\n```\n",
	    "T(R(C(P(№)) C(P(Маселе)) C(P(Добуш))) "
	    "R(C(P(1)) C(P(Катчы)) C(P(5))) "
	    "R(C(P(2)) C(P(План!)) C(P(5)))) "
	    "chart(Chart: Добуш; Катчы – 5, "
	    "План! – 5)");
}

static void
test_bad_charts(void **state)
{
	(void)state;
	draws("typ: bars\n", "K947 8:1 type");
	draws("түр: тилкелер\n", "K947 8:1 түрү");
	draws("type: bar\n", "K947 8:7 bars");
	draws("of: Саны\nof: Саны\n", "K947 9:1");
	draws("of: Саны, , %\n", "K947 8:5");
	draws("of:\n", "K947 8:1");
	draws("of: Сан\n", "K948 8:5 Саны");
	draws("of: Т\n", "K949 3:3 K949 4:3");
	reports("x\n\n``` chart\n```\n", "P(x)", "K939 3:1");
	reports("``` chart\n```\n", "", "K939 1:1");
	finds("x\n\n``` chart\nof: y\n```\n", "K939 3:1");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(test_live_names),
		TEST(test_live_tables),
		TEST(test_charts),
		TEST(test_bad_charts),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
