/* SPDX-License-Identifier: MIT */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/arena.h"
#include "record/record.h"

static struct arena a;
static struct year year;
static struct source *source;

static struct date
day(int year_, int month, int day_)
{
	return (struct date){ (int16_t)year_, (int8_t)month, (int8_t)day_ };
}

static void
add_quarter(struct date from, struct date to)
{
	struct quarter *q = LIST_ADD(&a, &year.calendar.quarters);

	q->from.d = from;
	q->to.d = to;
}

static struct member *
add_member(const char *name, struct date from)
{
	struct member *m = ARENA_NEW(&a, struct member);

	m->person.name.in[LANG_KY].s = str_from(name);
	m->from.d = from;
	*LIST_ADD(&a, &year.members) = m;
	return m;
}

static struct session *
add_session(int number, struct date d)
{
	struct session *s = ARENA_NEW(&a, struct session);

	s->file_number = number;
	s->file_date = d;
	s->readable = true;
	s->source = source;
	*LIST_ADD(&a, &year.sessions) = s;
	return s;
}

static struct plan_item *
add_planned(int number, struct date d)
{
	struct plan_item *it = LIST_ADD(&a, &year.plan.items);

	it->number.v = number;
	it->date = (struct term){ .kind = TERM_DAY, .first = d, .last = d };
	it->session.on = true;
	return it;
}

static int
open_year(void **state)
{
	(void)state;
	arena_init(&a);
	source = source_from(&a, STR("x.md"), STR("x"));
	year = (struct year){ .first = 2025 };
	add_quarter(day(2025, 9, 1), day(2025, 11, 4));
	add_quarter(day(2025, 11, 10), day(2025, 12, 30));
	add_quarter(day(2026, 1, 12), day(2026, 3, 1));
	add_quarter(day(2026, 3, 9), day(2026, 5, 29));
	return 0;
}

static int
close_year(void **state)
{
	(void)state;
	arena_done(&a);
	return 0;
}

static void
assert_quarter(struct date d, int quarter, bool in_break)
{
	bool is_break;

	assert_int_equal(year_quarter(&year, d, &is_break), quarter);
	assert_int_equal(is_break, in_break);
}

static void
a_break_counts_to_the_quarter_before(void **state)
{
	(void)state;
	assert_quarter(day(2025, 9, 1), 0, false);
	assert_quarter(day(2025, 11, 4), 0, false);
	assert_quarter(day(2025, 11, 7), 0, true);
	assert_quarter(day(2025, 8, 29), -1, false);
	assert_quarter(day(2026, 5, 30), -1, false);
	year.calendar.break_counts = BREAK_NONE;
	year.calendar.august_is_q1.on = true;
	assert_quarter(day(2025, 11, 7), -1, true);
	assert_quarter(day(2025, 8, 29), 0, false);
	assert_quarter(day(2025, 7, 31), -1, false);
}

static void
attendance_follows_the_dates_and_the_items(void **state)
{
	struct member *chair = add_member("Төлөгөнова Г", day(2025, 8, 25));
	struct member *late = add_member("Өскөнбаев Э", day(2025, 8, 25));
	struct member *absent = add_member("Чоюбекова С", day(2025, 8, 25));
	struct session *s = add_session(1, day(2025, 9, 5));
	struct member_list l;

	(void)state;
	add_member("Асанова А", day(2026, 1, 12));
	chair->role = ROLE_CHAIR;
	LIST_ADD(&a, &s->absent)->who.member = absent;
	*LIST_ADD(&a, &s->late) =
	    (struct coming){ .who.member = late, .item.v = 2 };
	session_members(&l, &a, &year, s);
	assert_int_equal(l.n, 3);
	/* Ө stands behind о in the Kyrgyz alphabet, before т. */
	assert_ptr_equal(l.at[0], late);
	session_present(&l, &a, &year, s);
	assert_int_equal(l.n, 2);
	assert_int_equal(session_present_at(&year, s, 1), 1);
	assert_int_equal(session_present_at(&year, s, 2), 2);
	*LIST_ADD(&a, &s->left) =
	    (struct coming){ .who.member = chair, .item.v = 2 };
	assert_int_equal(session_present_at(&year, s, 3), 1);
	assert_ptr_equal(session_chair(&year, s), &chair->person);
}

static struct decision *
add_decision(struct session *s)
{
	struct item *it =
	    s->items.n ? LIST_LAST(&s->items) : LIST_ADD(&a, &s->items);

	return LIST_ADD(&a, &it->decisions);
}

static void
elect(struct session *s, const char *name)
{
	struct decision *t = add_decision(s);

	LIST_ADD(&a, &t->elected)->written.s = str_from(name);
}

static void
a_draft_took_place_and_has_no_minutes(void **state)
{
	struct session *s = add_session(1, day(2025, 9, 5));

	(void)state;
	/* Without an agenda it is neither. */
	assert_false(session_took_place(s));
	LIST_ADD(&a, &s->items);
	assert_true(session_took_place(s));
	assert_true(session_has_minutes(s));
	assert_true(session_took_place_by(s, day(2025, 9, 5)));
	assert_false(session_took_place_by(s, day(2025, 9, 4)));
	s->status = STATUS_DRAFT;
	assert_true(session_took_place(s));
	assert_false(session_has_minutes(s));
	s->status = STATUS_PLANNED;
	assert_false(session_took_place(s));
	s->status = STATUS_CANCELLED;
	assert_false(session_took_place(s));
	/* Of what could not be read the file's name tells. */
	*s = (struct session){ .file_number = 1 };
	assert_true(session_took_place(s));
	s->file_number = 0;
	assert_false(session_took_place(s));
}

static void
a_quorum_is_reached_with_exactly_enough(void **state)
{
	struct session *s = add_session(1, day(2025, 9, 5));

	(void)state;
	for (int i = 0; i < 5; i++)
		add_member("Асанова А", day(2025, 8, 25));
	LIST_ADD(&a, &s->absent)->who.member = year.members.at[0];
	assert_int_equal(session_attendance(&year, s).needed, 0);
	assert_int_equal(session_attendance(&year, s).members, 5);
	assert_int_equal(session_attendance(&year, s).present, 4);
	assert_true(session_attendance(&year, s).quorate);
	year.council.quorum.kind = QUORUM_SHARE;
	year.council.quorum.num = 2;
	year.council.quorum.den = 3;
	/* 10/3, rounded up. */
	assert_int_equal(session_attendance(&year, s).needed, 4);
	assert_true(session_attendance(&year, s).quorate);
	year.council.quorum.num = 9;
	year.council.quorum.den = 10;
	assert_int_equal(session_attendance(&year, s).needed, 5);
	assert_false(session_attendance(&year, s).quorate);
	year.council.quorum.kind = QUORUM_NUMBER;
	year.council.quorum.num = 4;
	assert_true(session_attendance(&year, s).quorate);
	year.council.quorum.num = 5;
	assert_false(session_attendance(&year, s).quorate);
}

static void
a_year_is_finished_before_it_is_over(void **state)
{
	(void)state;
	year.calendar.report_deadline.d = day(2026, 8, 31);
	assert_false(year_is_finished(&year, day(2026, 5, 29)));
	assert_true(year_is_finished(&year, day(2026, 5, 30)));
	assert_false(year_is_over(&year, day(2026, 8, 31)));
	assert_true(year_is_over(&year, day(2026, 9, 1)));
	year.calendar.report_deadline.d = day(2026, 6, 30);
	assert_false(year_is_over(&year, day(2026, 7, 31)));
	assert_true(year_is_over(&year, day(2026, 8, 1)));
	/* Without quarters the year ends with July. */
	year.calendar.quarters.n = 0;
	assert_false(year_is_finished(&year, day(2026, 7, 31)));
	assert_true(year_is_finished(&year, day(2026, 8, 1)));
}

static void
the_last_election_holds(void **state)
{
	struct session *s = add_session(1, day(2025, 9, 5));
	struct session *t = add_session(2, day(2025, 12, 24));
	struct session *u = add_session(0, day(2026, 5, 20));
	struct refs now;

	(void)state;
	assert_int_equal(year_elected(&year, s)->n, 0);
	elect(s, "Бир");
	elect(u, "Эки");
	u->status = STATUS_PLANNED;
	assert_true(
	    str_eq(year_elected(&year, t)->at[0].written.s, STR("Бир")));
	assert_true(
	    str_eq(year_elected(&year, u)->at[0].written.s, STR("Эки")));
	/* Whom the header names is acting for this session. */
	LIST_ADD(&a, &t->secretaries)->written.s = STR("Үч");
	session_secretaries(&now, &a, &year, t);
	assert_true(str_eq(now.at[0].written.s, STR("Үч")));
}

static void
a_task_has_one_state(void **state)
{
	struct decision t = { 0 };
	struct date today = day(2026, 2, 1);

	(void)state;
	assert_false(decision_is_task(&t));
	t.due.kind = TERM_DAY;
	t.due.first = t.due.last = day(2025, 10, 1);
	assert_true(decision_is_task(&t));
	assert_int_equal(decision_state(&t, today), TASK_OVERDUE);
	assert_int_equal(decision_state(&t, day(2025, 10, 1)), TASK_OPEN);
	t.done.d = day(2025, 10, 2);
	assert_int_equal(decision_state(&t, today), TASK_LATE);
	/* What was done later was still open then. */
	assert_int_equal(decision_state(&t, day(2025, 9, 30)), TASK_OPEN);
	LIST_ADD(&a, &t.extended)->d = day(2025, 12, 1);
	assert_int_equal(decision_state(&t, today), TASK_DONE);
	t.dropped.at = source_span(source, 0, 1);
	assert_int_equal(decision_state(&t, today), TASK_DROPPED);
}

static void
decisions_have_names(void **state)
{
	struct session *s = add_session(2, day(2025, 12, 24));

	(void)state;
	add_decision(s);
	add_decision(s);
	assert_ptr_equal(year_decision(&year, STR("2.1.2")),
	    &s->items.at[0].decisions.at[1]);
	assert_null(year_decision(&year, STR("2.1.3")));
	assert_null(year_decision(&year, STR("1.1.1")));
	assert_null(year_decision(&year, STR("2.1")));
	assert_null(year_decision(&year, STR("алда нерсе")));

	const struct item *it = &s->items.at[0];

	s->items.at[0].number = 1;
	s->items.at[0].decisions.at[1].number = 2;
	assert_true(
	    str_eq(decision_id(&a, s, it, &it->decisions.at[1]), STR("2.1.2")));
	assert_true(
	    str_eq(decision_number(&a, it, &it->decisions.at[1]), STR("1.2")));
}

static void
a_session_finds_its_plan(void **state)
{
	struct session *s = add_session(1, day(2025, 9, 5));
	struct session *t = add_session(2, day(2025, 10, 20));
	struct session *u = add_session(3, day(2026, 2, 20));

	(void)state;
	add_planned(1, day(2025, 9, 5));
	add_planned(2, day(2025, 10, 15));
	add_planned(3, day(2026, 2, 25));
	add_planned(4, day(2026, 5, 20));
	assert_int_equal(session_plan_item(&year, s)->number.v, 1);
	assert_int_equal(session_plan_item(&year, t)->number.v, 2);
	assert_int_equal(session_plan_item(&year, u)->number.v, 3);
	u->plan = (struct number){ 4, source_span(source, 0, 1) };
	assert_int_equal(session_plan_item(&year, u)->number.v, 4);
	u->plan.v = 9;
	assert_null(session_plan_item(&year, u));
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, open_year, close_year)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_break_counts_to_the_quarter_before),
		TEST(attendance_follows_the_dates_and_the_items),
		TEST(a_draft_took_place_and_has_no_minutes),
		TEST(a_quorum_is_reached_with_exactly_enough),
		TEST(a_year_is_finished_before_it_is_over),
		TEST(the_last_election_holds),
		TEST(a_task_has_one_state),
		TEST(decisions_have_names),
		TEST(a_session_finds_its_plan),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
