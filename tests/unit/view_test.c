/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "test.h"
#include "view/view.h"

#define NB "\u00a0"

/* --- values ------------------------------------------------------------- */

/* A school of two, one session of one item: written down by hand. */
struct sample {
	struct source source;
	struct school school;
	struct year year;
	struct member chair, other;
	struct session session;
	struct decision *decision;
};

static struct wording
kyrgyz(const char *s)
{
	struct wording w = { 0 };

	w.in[LANG_KY].s = str_from(s);
	return w;
}

static void
write_prose(struct prose *p, const char *s)
{
	struct block *b = block_add(&a, &p->blocks, BLOCK_PARAGRAPH);

	run_add(&a, &b->runs, str_from(s), 0);
}

static void
write_session(struct sample *s)
{
	struct item *item = LIST_ADD(&a, &s->session.items);
	struct ref *reporter = LIST_ADD(&a, &item->reporters);

	s->session.readable = true;
	s->session.source = &s->source;
	s->session.file_number = 1;
	s->session.file_date = (struct date){ 2025, 9, 5 };
	s->session.lang = LANG_KY;
	item->number = 1;
	item->title.s = STR("№ 1 маселе жөнүндө");
	*reporter = (struct ref){ .who = WHO_MEMBER,
		.person = &s->other.person,
		.member = &s->other };
	item->votes = (struct votes){ .for_ = 2, .for_given = true };
	s->decision = LIST_ADD(&a, &item->decisions);
	s->decision->number = 1;
	s->decision->due.kind = TERM_DAY;
	s->decision->due.last = (struct date){ 2025, 9, 19 };
	write_prose(&s->decision->text, "Тизме түзүлсүн.");
}

static struct sample *
sample_new(void)
{
	struct sample *s = ARENA_NEW(&a, struct sample);

	s->year.first = 2025;
	s->year.folder = STR("2025-2026");
	s->year.council.name = kyrgyz("илимий-методикалык кеңеш");
	s->year.council.language = LANG_KY;
	s->year.regulation = &s->school.regulation;
	s->chair.person.name = kyrgyz("Төлөгөнова Гүлмира Өмүрбековна");
	s->chair.role = ROLE_CHAIR;
	s->chair.role_word.s = STR("төрайым");
	s->other.person.name = kyrgyz("Бакыт кызы Бүбүсайра");
	*LIST_ADD(&a, &s->year.members) = &s->chair;
	*LIST_ADD(&a, &s->year.members) = &s->other;
	write_session(s);
	*LIST_ADD(&a, &s->year.sessions) = &s->session;
	*LIST_ADD(&a, &s->school.years) = &s->year;
	return s;
}

/* The value at a dotted path; a number is an element of a list, from 0. */
static const struct value *
at(const struct value *v, const char *path)
{
	struct str rest = str_from(path);

	while (v && rest.n) {
		struct str part = str_cut(rest, '.', &rest);
		int i;

		if (!str_number(part, &i))
			v = value_member(v, part);
		else
			v = (size_t)i < v->items.n ? v->items.at[i] : NULL;
	}
	return v;
}

static void
assert_value(const struct value *v, const char *path, const char *text)
{
	const struct value *found = at(v, path);

	assert_non_null(found);
	assert_true(found->there);
	assert_string_equal(str_cstr(&a, found->text), text);
}

/* As of a day behind the due date of its task. */
static const struct value *
values_of(const struct sample *s, enum paper_kind kind)
{
	struct papers papers;

	view_papers(&papers, &a, &s->school, (struct date){ 2025, 9, 20 });
	for (size_t i = 0; i < papers.n; i++) {
		if (papers.at[i].kind == kind)
			return view_paper(&a, &papers.at[i]);
	}
	return NULL;
}

static void
minutes_say_what_was_written(void **state)
{
	const struct value *v = values_of(sample_new(), PAPER_MINUTES);

	(void)state;
	assert_value(v, "number", "1");
	assert_value(v, "date.until", "2025-жылдын" NB "5-сентябрына чейин");
	assert_value(v, "chair", "Төлөгөнова" NB "Г.Ө.");
	assert_value(v, "chair.word", "Төрайым");
	assert_false(at(v, "presided")->there);
	assert_value(
	    v, "council.genitive.capitals", "ИЛИМИЙ-МЕТОДИКАЛЫК КЕҢЕШТИН");
	assert_value(
	    v, "present", "Бакыт" NB "кызы" NB "Б., Төлөгөнова" NB "Г.Ө.");
	assert_value(v, "present.count", "2");
	assert_value(v, "absent.count", "0");
	assert_false(at(v, "absent")->there);
	assert_false(at(v, "quorum")->there);
	assert_value(v, "items.0.title", "№" NB "1 маселе жөнүндө");
	assert_value(v, "items.0.reporters", "Бакыт" NB "кызы" NB "Б.");
	assert_value(v, "items.0.votes.for", "2");
	assert_false(at(v, "items.0.votes.against")->there);
	assert_false(at(v, "items.0.withdrawn")->there);
	assert_value(v, "items.0.decisions.0.number", "1.1.");
	assert_value(v, "items.0.decisions.0.due.until",
	    "2025-жылдын" NB "19-сентябрына чейин");
	assert_value(v, "decision-word", "ЧЕЧИМ");
}

static void
names_and_numbers_are_kept_together(void **state)
{
	static const struct {
		const char *written, *text;
	} rows[] = {
		{ "Катчы болуп Чоюбекова С.Ө. шайлансын.",
		    "Катчы болуп Чоюбекова" NB "С.Ө. шайлансын." },
		{ "Үсөнбек уулу Н. жана С. Ө. Чоюбекова",
		    "Үсөнбек уулу" NB "Н. жана С." NB "Ө." NB "Чоюбекова" },
		{ "(Бакыт кызы Б.), № 1, № 2 протокол",
		    "(Бакыт кызы" NB "Б.), №" NB "1, №" NB "2 протокол" },
		{ "Чоюбекова С.Ө. Жээнбеков Ү.К.",
		    "Чоюбекова" NB "С.Ө. Жээнбеков" NB "Ү.К." },
		{ "протокол. А. Асанов", "протокол. А." NB "Асанов" },
		{ "Бул 5-А. класс №", "Бул 5-А. класс №" },
		{ " А. ", " А. " },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct sample *s = sample_new();
		struct blocks *blocks = &s->decision->text.blocks;
		const struct value *v;

		blocks->at[0].runs.at[0].s = str_from(rows[i].written);
		v = at(values_of(s, PAPER_MINUTES), "items.0.decisions.0.text");
		assert_string_equal(
		    str_cstr(&a, blocks_text(&a, v->prose)), rows[i].text);
		assert_string_equal(
		    str_cstr(&a, blocks_text(&a, blocks)), rows[i].written);
	}
}

static void
somebody_else_presides_by_his_own_word(void **state)
{
	struct sample *s = sample_new();
	const struct value *v;

	(void)state;
	s->session.chair = (struct ref){ .written.s = STR("Бакыт кызы"),
		.who = WHO_MEMBER,
		.person = &s->other.person,
		.member = &s->other };
	v = values_of(s, PAPER_MINUTES);
	assert_value(v, "chair", "Бакыт" NB "кызы" NB "Б.");
	assert_value(v, "chair.word", "Төрагалык кылган");
	assert_true(at(v, "presided")->there);
}

static void
one_word_may_be_several_people(void **state)
{
	struct sample *s = sample_new();
	struct ref *r = LIST_ADD(&a, &s->decision->responsible);
	const char *many = "items.0.decisions.0.responsible.many";

	(void)state;
	*r = (struct ref){ .who = WHO_COLLECTIVE };
	r->written.s = STR("насаатчылар");
	assert_false(at(values_of(s, PAPER_MINUTES), many)->there);
	*LIST_ADD(&a, &s->year.council.collectives) = kyrgyz("насаатчылар");
	assert_true(at(values_of(s, PAPER_MINUTES), many)->there);
}

static void
a_reason_of_absence_is_private(void **state)
{
	struct sample *s = sample_new();
	struct absence *absence = LIST_ADD(&a, &s->session.absent);

	(void)state;
	absence->who = (struct ref){ .who = WHO_MEMBER,
		.person = &s->other.person,
		.member = &s->other };
	absence->excuse = EXCUSE_GOOD;
	absence->reason.s = STR("курста");
	assert_value(
	    values_of(s, PAPER_MINUTES), "absent.0.reason", "себептүү");
	s->year.council.print_reasons.on = true;
	assert_value(
	    values_of(s, PAPER_MINUTES), "absent.0.reason", "себептүү: курста");
}

static void
an_unreadable_session_gives_no_minutes(void **state)
{
	struct sample *s = sample_new();

	(void)state;
	s->session.readable = false;
	assert_null(values_of(s, PAPER_MINUTES));
}

/* The plan's rows go by quarter; what goes over several stands last. */
static void
a_plan_is_grouped_by_quarter(void **state)
{
	static const struct {
		struct date from, to;
	} quarters[] = {
		{ { 2025, 9, 1 }, { 2025, 11, 4 } },
		{ { 2025, 11, 10 }, { 2025, 12, 30 } },
	},
	  rows[] = {
		  { { 2025, 9, 8 }, { 2025, 12, 1 } },
		  { { 2025, 12, 8 }, { 2025, 12, 12 } },
		  { { 2025, 8, 28 }, { 0 } },
		  { { 2025, 11, 6 }, { 0 } },
	  };
	struct sample *s = sample_new();
	const struct value *v;

	(void)state;
	for (int i = 0; i < 2; i++) {
		struct quarter *q = LIST_ADD(&a, &s->year.calendar.quarters);

		q->number.v = i + 1;
		q->from.d = quarters[i].from;
		q->to.d = quarters[i].to;
	}
	s->year.plan.readable = true;
	for (int i = 0; i < 4; i++) {
		struct plan_item *item = LIST_ADD(&a, &s->year.plan.items);

		item->number.v = i + 1;
		item->from.d = rows[i].from;
		item->to.d = rows[i].to;
	}
	v = values_of(s, PAPER_PLAN);
	assert_value(v, "groups.0.name", "Окуу жылы башталганга чейин");
	assert_value(v, "groups.0.items.0.when", "28.08.2025");
	assert_value(v, "groups.1.name", "1-чейрек");
	assert_value(v, "groups.1.items.0.number", "4");
	assert_value(v, "groups.2.name", "2-чейрек");
	assert_value(v, "groups.2.items.0.when", "08–12.12.2025");
	assert_value(v, "groups.3.name", "Жыл бою");
	assert_value(v, "groups.3.items.0.when", "08.09–01.12.2025");
	assert_value(v, "groups.count", "4");
}

static void
a_report_counts_as_of_its_own_date(void **state)
{
	struct sample *s = sample_new();
	const struct value *v;

	(void)state;
	s->year.report.readable = true;
	s->year.report.date.d = (struct date){ 2025, 9, 19 };
	v = values_of(s, PAPER_REPORT);
	assert_value(v, "sessions", "1");
	assert_value(v, "attendance", "100,0" NB "%");
	assert_value(v, "tasks", "1");
	assert_value(v, "tasks-open", "1");
	assert_value(v, "tasks-overdue", "0");
	assert_false(at(v, "overdue-table")->there);

	s->year.report.date.d = (struct date){ 2025, 9, 20 };
	v = values_of(s, PAPER_REPORT);
	assert_value(v, "tasks-open", "0");
	assert_value(v, "tasks-overdue", "1");
	assert_string_equal(
	    str_cstr(&a, blocks_text(&a, at(v, "overdue-table")->prose)),
	    "№ Тапшырма Жооптуулар Мөөнөтү "
	    "1.1.1 Тизме түзүлсүн. 19.09.2025");

	s->decision->done.d = (struct date){ 2025, 9, 20 };
	v = values_of(s, PAPER_REPORT);
	assert_value(v, "tasks-late", "1");

	s->year.report.date.d = (struct date){ 2025, 9, 1 };
	v = values_of(s, PAPER_REPORT);
	assert_value(v, "sessions", "0");
	assert_false(at(v, "attendance")->there);
}

static void
papers_share_the_names_of_a_session(void **state)
{
	(void)state;
	assert_non_null(view_name_find("agenda", STR("items")));
	assert_null(view_name_find("agenda", STR("present")));
	assert_ptr_equal(view_name_find("extract", STR("present")),
	    view_name_find("minutes", STR("present")));
	assert_ptr_equal(view_name_find("decisions", STR("tasks-late")),
	    view_name_find("report", STR("tasks-late")));
	assert_null(view_scopes("item"));
}

static void
an_extract_keeps_the_numbers_of_its_items(void **state)
{
	struct sample *s = sample_new();
	struct item *item = LIST_ADD(&a, &s->session.items);
	struct item_numbers two = { 0 };
	struct papers papers = { 0 };
	const struct value *v;

	(void)state;
	item->number = 2;
	(void)LIST_ADD(&a, &s->session.items.at[0].attachments);
	LIST_ADD(&a, &item->attachments)->title.s = STR("Тизме");
	*LIST_ADD(&a, &two) = 2;
	view_extract(&papers, &a, &s->school, &s->year, &s->session, &two);
	assert_string_equal(str_cstr(&a, papers.at[0].file),
	    "2025-2026/extract-01-2025-09-05-items-2");
	v = view_paper(&a, &papers.at[0]);
	assert_value(v, "items.count", "1");
	assert_value(v, "items.0.number", "2");
	assert_value(v, "attachments.0.number", "2");
}

/* Before a session there is its agenda, after it the minutes. */
static void
a_session_gives_papers_by_its_status(void **state)
{
	static const struct {
		enum status status;
		enum paper_kind kind;
		bool there;
	} rows[] = {
		{ STATUS_HELD, PAPER_MINUTES, true },
		{ STATUS_HELD, PAPER_AGENDA, false },
		{ STATUS_HELD, PAPER_DECISIONS, true },
		{ STATUS_PLANNED, PAPER_MINUTES, false },
		{ STATUS_PLANNED, PAPER_AGENDA, true },
		{ STATUS_PLANNED, PAPER_ATTENDANCE, true },
		{ STATUS_PLANNED, PAPER_DECISIONS, false },
		{ STATUS_DRAFT, PAPER_ATTENDANCE, true },
		{ STATUS_DRAFT, PAPER_AGENDA, false },
		{ STATUS_CANCELLED, PAPER_ATTENDANCE, false },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct sample *s = sample_new();

		s->session.status = rows[i].status;
		assert_int_equal(
		    values_of(s, rows[i].kind) != NULL, rows[i].there);
	}
}

static void
the_sheet_of_a_held_session_is_made_on_demand(void **state)
{
	struct sample *s = sample_new();
	struct papers papers;

	(void)state;
	view_papers(&papers, &a, &s->school, (struct date){ 2025, 9, 20 });
	for (size_t i = 0; i < papers.n; i++)
		if (papers.at[i].kind == PAPER_ATTENDANCE)
			assert_true(papers.at[i].on_demand);
	s->session.status = STATUS_PLANNED;
	view_papers(&papers, &a, &s->school, (struct date){ 2025, 9, 20 });
	for (size_t i = 0; i < papers.n; i++)
		if (papers.at[i].kind == PAPER_ATTENDANCE)
			assert_false(papers.at[i].on_demand);
}

/* The sheet is as of 20 September, one day behind the first due date. */
static void
a_task_is_followed_up_as_of_today(void **state)
{
	struct sample *s = sample_new();
	struct decision *d = s->decision;

	(void)state;
	assert_value(values_of(s, PAPER_DECISIONS), "sessions.0.protocol", "1");
	assert_value(values_of(s, PAPER_DECISIONS), "sessions.0.tasks.0.number",
	    "1.1.1");
	assert_value(values_of(s, PAPER_DECISIONS), "sessions.0.tasks.0.state",
	    "мөөнөтү өткөн");

	LIST_ADD(&a, &d->extended)->d = (struct date){ 2025, 10, 1 };
	assert_value(values_of(s, PAPER_DECISIONS), "sessions.0.tasks.0.state",
	    "аткарылууда");
	assert_value(values_of(s, PAPER_DECISIONS),
	    "sessions.0.tasks.0.extended.figures", "01.10.2025");
	assert_value(values_of(s, PAPER_DECISIONS),
	    "sessions.0.tasks.0.due.figures", "19.09.2025");

	d->done.d = (struct date){ 2025, 9, 21 };
	assert_value(values_of(s, PAPER_DECISIONS), "sessions.0.tasks.0.state",
	    "аткарылууда");
	assert_false(
	    at(values_of(s, PAPER_DECISIONS), "sessions.0.tasks.0.done")
		->there);
	d->done.d = (struct date){ 2025, 9, 20 };
	assert_value(values_of(s, PAPER_DECISIONS), "sessions.0.tasks.0.state",
	    "аткарылды");
	assert_value(values_of(s, PAPER_DECISIONS), "tasks-in-time", "1");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(minutes_say_what_was_written),
		cmocka_unit_test(names_and_numbers_are_kept_together),
		cmocka_unit_test(somebody_else_presides_by_his_own_word),
		cmocka_unit_test(one_word_may_be_several_people),
		cmocka_unit_test(a_reason_of_absence_is_private),
		cmocka_unit_test(an_unreadable_session_gives_no_minutes),
		cmocka_unit_test(a_plan_is_grouped_by_quarter),
		cmocka_unit_test(a_report_counts_as_of_its_own_date),
		cmocka_unit_test(papers_share_the_names_of_a_session),
		cmocka_unit_test(an_extract_keeps_the_numbers_of_its_items),
		cmocka_unit_test(a_session_gives_papers_by_its_status),
		cmocka_unit_test(the_sheet_of_a_held_session_is_made_on_demand),
		cmocka_unit_test(a_task_is_followed_up_as_of_today),
	};

	return cmocka_run_group_tests(tests, open_arena, close_arena);
}
