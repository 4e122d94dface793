/* SPDX-License-Identifier: MIT */

#include "doc/chart.h"
#include "test.h"
#include "view/view.h"

/* The charts that a report computes, by what they say in words. */

#define NB "\xC2\xA0"

struct sample {
	struct school school;
	struct year year;
	struct member chair, other;
	struct session session;
};

/* One session with one task, one quarter, one row of the plan. */
static struct sample *
sample_new(void)
{
	struct sample *s = ARENA_NEW(&a, struct sample);
	struct quarter *q = LIST_ADD(&a, &s->year.calendar.quarters);
	struct item *item = LIST_ADD(&a, &s->session.items);
	struct decision *d = LIST_ADD(&a, &item->decisions);
	struct plan_item *row = LIST_ADD(&a, &s->year.plan.items);

	s->year.first = 2025;
	s->year.folder = STR("2025-2026");
	s->year.council.language = LANG_KY;
	s->year.regulation = &s->school.regulation;
	s->year.report.readable = true;
	s->year.report.date.d = (struct date){ 2026, 5, 28 };
	q->number.v = 1;
	q->from.d = (struct date){ 2025, 9, 1 };
	q->to.d = (struct date){ 2025, 11, 4 };
	s->chair.person.name.in[LANG_KY].s = STR("Төлөгөнова Гүлмира");
	s->other.person.name.in[LANG_KY].s = STR("Бакыт кызы Бүбүсайра");
	*LIST_ADD(&a, &s->year.members) = &s->chair;
	*LIST_ADD(&a, &s->year.members) = &s->other;
	s->session.readable = true;
	s->session.file_number = 1;
	s->session.file_date = (struct date){ 2025, 9, 5 };
	LIST_ADD(&a, &s->session.absent)->who.member = &s->other;
	item->number = d->number = 1;
	d->due.kind = TERM_DAY;
	d->due.last = (struct date){ 2025, 9, 19 };
	d->done.d = (struct date){ 2025, 9, 18 };
	row->date.kind = TERM_DAY;
	row->date.first = row->date.last = (struct date){ 2025, 10, 1 };
	*LIST_ADD(&a, &s->year.sessions) = &s->session;
	*LIST_ADD(&a, &s->school.years) = &s->year;
	return s;
}

static const struct blocks *
blocks_of(const struct sample *s, const char *name)
{
	const struct paper paper = {
		.kind = PAPER_REPORT,
		.lang = LANG_KY,
		.school = &s->school,
		.year = &s->year,
		.date = s->year.report.date.d,
	};

	return value_member(view_paper(&a, &paper), str_from(name))->prose;
}

static const struct chart *
chart_in(const struct sample *s, const char *name)
{
	const struct blocks *b = blocks_of(s, name);

	assert_int_equal(b->n, 1);
	assert_int_equal(b->at[0].kind, BLOCK_CHART);
	return b->at[0].chart;
}

static void
assert_says(const struct sample *s, const char *name, const char *words)
{
	assert_string_equal(str_cstr(&a, chart_in(s, name)->alt), words);
}

static void
test_charts(void **state)
{
	const struct sample *s = sample_new();

	(void)state;
	assert_says(s, "attendance-chart",
	    "Диаграмма: Катышуу; №" NB "1, 05.09.2025 – 50,0" NB "%");
	assert_true(chart_in(s, "attendance-chart")->percent);
	assert_says(s, "tasks-chart",
	    "Диаграмма: Тапшырмалар; мөөнөтүндө аткарылды – 1, кечигүү менен "
	    "аткарылды – 0, аткарылууда – 0, мөөнөтү өткөн – 0, күчүн "
	    "жоготту – 0");
	assert_says(s, "plan-chart",
	    "Диаграмма: Жылдык план; аткарылды: 1-чейрек – 0; калды: 1-чейрек "
	    "– 1");
	assert_says(s, "year-line",
	    "Диаграмма: 2025–2026-окуу жылы; 1-чейрек – 01.09–04.11.2025; "
	    "отурум №" NB "1 – 05.09.2025; тапшырманын мөөнөтү – 19.09.2025");
}

/* Days count from 1 September; what lies beyond is drawn at the ends. */
static void
test_days(void **state)
{
	struct sample *s = sample_new();
	const struct chart *c = chart_in(s, "year-line");

	(void)state;
	assert_int_equal(c->days, 365);
	assert_int_equal(c->months.n, 12);
	assert_int_equal(c->months.at[11].to, 365);
	assert_int_equal(c->quarters.at[0].from, 0);
	assert_int_equal(c->quarters.at[0].to, 65);
	assert_int_equal(c->sessions.at[0].day, 4);
	assert_int_equal(c->ticks.n, 1);
	assert_int_equal(c->ticks.at[0], 18);

	s->session.file_date = (struct date){ 2025, 8, 25 };
	s->session.items.at[0].decisions.at[0].due.last =
	    (struct date){ 2027, 1, 1 };
	c = chart_in(s, "year-line");
	assert_int_equal(c->sessions.at[0].day, 0);
	assert_int_equal(c->ticks.at[0], 364);
	s->year.first = 2027;
	assert_int_equal(chart_in(s, "year-line")->days, 366);
}

static void
test_nothing_to_draw(void **state)
{
	struct sample *s = sample_new();

	(void)state;
	s->year.sessions.n = 0;
	s->year.plan.items.n = 0;
	s->year.calendar.quarters.n = 0;
	assert_int_equal(blocks_of(s, "attendance-chart")->n, 0);
	assert_int_equal(blocks_of(s, "tasks-chart")->n, 0);
	assert_int_equal(blocks_of(s, "plan-chart")->n, 0);
	assert_int_equal(blocks_of(s, "year-line")->n, 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(test_charts),
		TEST(test_days),
		TEST(test_nothing_to_draw),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
