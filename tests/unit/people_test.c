/* SPDX-License-Identifier: MIT */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/arena.h"
#include "reader/reader_int.h"

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

static struct arena a;
static struct diags d;
static struct source *source;
static struct school school;
static struct year year;
static struct session session;
static struct reading r;

static struct text
text_of(const char *s)
{
	return (struct text){ str_from(s), source_span(source, 0, 1) };
}

static void
add_member(const char *name, struct date from, struct date to)
{
	struct member *m = ARENA_NEW(&a, struct member);

	m->person.name.in[LANG_KY] = text_of(name);
	people_name(&r, &m->person);
	m->from.d = from;
	m->to.d = to;
	m->at = source_span(source, 0, 1);
	*LIST_ADD(&a, &year.members) = m;
}

static int
open_year(void **state)
{
	const struct date begin = { 2025, 8, 25 }, january = { 2026, 1, 12 };
	const struct date december = { 2025, 12, 31 }, never = { 0 };
	struct guest *g;

	(void)state;
	arena_init(&a);
	diags_init(&d, &a);
	source = source_from(&a, STR("members.yaml"), STR("x"));
	r = (struct reading){ .a = &a };
	school = (struct school){ 0 };
	year = (struct year){ .members_readable = true };
	session = (struct session){ 0 };
	year.council.director.name.in[LANG_KY] =
	    text_of("Сыдыкова Мээрим Төрөкуловна");
	people_name(&r, &year.council.director);
	year.council.director_given = true;
	LIST_ADD(&a, &year.council.unions)->in[LANG_KY] =
	    text_of("тарых, география");
	LIST_ADD(&a, &year.council.collectives)->in[LANG_KY] =
	    text_of("УБ жетекчилери");
	add_member("Бакыт кызы Бүбүсайра", begin, never);
	add_member("Асанова Айгүл Бекболотовна", begin, december);
	add_member("Асанова Гүлнара Сапаровна", begin, never);
	add_member("Турдубаева Айнагүл Көчкөнбаевна", january, never);
	/* The same person again, after a change of post. */
	add_member("Төлөгөнова Гүлмира Өмүрбековна", begin, never);
	add_member("Төлөгөнова Гүлмира Өмүрбековна", january, never);
	g = ARENA_NEW(&a, struct guest);
	g->person.name.in[LANG_KY] = text_of("Бекова Г.С.");
	people_name(&r, &g->person);
	*LIST_ADD(&a, &session.invited) = g;
	r = (struct reading){ .a = &a,
		.d = &d,
		.lexicon = lexicon_new(&a),
		.school = &school,
		.year = &year,
		.folder = STR(""),
		.on = { 2026, 2, 25 } };
	r.people = people_new(&r, &year);
	return 0;
}

static int
close_year(void **state)
{
	(void)state;
	arena_done(&a);
	return 0;
}

static struct ref
found(const char *written)
{
	struct ref ref = { .written = text_of(written) };

	people_find(&r, &ref, &session);
	return ref;
}

static void
a_surname_is_enough(void **state)
{
	(void)state;
	assert_ptr_equal(found("Бакыт кызы").member, year.members.at[0]);
	assert_ptr_equal(found("Төлөгөнова Г.").member, year.members.at[4]);
	assert_int_equal(d.list.n, 0);
}

static void
guests_and_the_director_come_after_members(void **state)
{
	(void)state;
	assert_int_equal(found("Бекова").who, WHO_INVITED);
	assert_int_equal(found("Сыдыкова М.Т.").who, WHO_DIRECTOR);
	assert_int_equal(d.list.n, 0);
}

static void
dates_decide_who_is_meant(void **state)
{
	(void)state;
	/* The other Асанова left in December. */
	assert_ptr_equal(found("Асанова").member, year.members.at[2]);
	assert_int_equal(d.list.n, 0);
	r.on = (struct date){ 2025, 9, 5 };
	assert_int_equal(found("Асанова").who, WHO_UNKNOWN);
	assert_ptr_equal(d.list.at[0].message, &ambiguous_person);
	assert_ptr_equal(found("Асанова Г.").member, year.members.at[2]);
	assert_int_equal(found("Турдубаева").who, WHO_UNKNOWN);
	assert_ptr_equal(d.list.at[1].message, &not_a_member_then);
}

static void
a_slip_gets_the_name_meant(void **state)
{
	(void)state;
	assert_int_equal(found("Тологонава Г.Ө.").who, WHO_UNKNOWN);
	assert_ptr_equal(d.list.at[0].message, &unknown_person);
	assert_true(d.list.at[0].fix.n > 0);
	assert_int_equal(found("Иванов").who, WHO_UNKNOWN);
	assert_int_equal(d.list.at[1].fix.n, 0);
}

/* "Бакыт кызы, тарых, география, УБ жетекчилери": the union has a comma. */
static void
responsible_may_be_many(void **state)
{
	struct str line = STR("Бакыт кызы, тарых, география, УБ жетекчилери");
	struct source *s = source_from(&a, STR("01.md"), line);
	struct refs refs = { 0 };
	size_t from = 0;

	(void)state;
	while (from < line.n) {
		struct str rest,
		    part = str_cut(str_skip(line, from), ',', &rest);
		struct text whole = { line, source_span(s, 0, line.n) };

		LIST_ADD(&a, &refs)->written = text_part(whole, from, part.n);
		from += part.n + 1;
	}
	assert_int_equal(refs.n, 4);
	people_find_responsible(&r, &refs, &session);
	assert_int_equal(d.list.n, 0);
	assert_int_equal(refs.n, 3);
	assert_int_equal(refs.at[0].who, WHO_MEMBER);
	assert_int_equal(refs.at[1].who, WHO_COLLECTIVE);
	assert_true(str_eq(refs.at[1].written.s, STR("тарых, география")));
	assert_int_equal(refs.at[2].who, WHO_COLLECTIVE);
}

/* What is suggested may take the place of what was written: it loses none of
 * its words. */
static void
suggestions_keep_every_word(void **state)
{
	static const struct {
		const char *written, *fix;
	} rows[] = {
		{ "Турдубаев", "Турдубаева А.К." },
		{ "Турдубаев А.К.", "Турдубаева А.К." },
		{ "Турдубаев Айнагул", "Турдубаева А.К." },
		{ "Турдубаев Айнагүл Көчкөнбаевна", "Турдубаева А.К." },
		{ "Турдубаев (завуч)", "" },
		{ "завуч Турдубаев", "" },
		{ "Турдубаев, себептүү", "" },
		{ "Турдубаев менен Бекова", "" },
		{ "Турдубаев жана башкалар", "" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct ref ref = { .written = text_of(rows[i].written) };
		size_t n = d.list.n;

		people_find(&r, &ref, &session);
		assert_int_equal(d.list.n, n + 1);
		assert_true(str_eq(d.list.at[n].fix, str_from(rows[i].fix)));
	}
}

static void
two_names_are_two_people(void **state)
{
	static const char *const rows[][3] = {
		/* what was written, whom it names; nobody knows Ким */
		{ "Турдубаева жана Бекова", "Турдубаева", "Бекова" },
		{ "Бекова и Сыдыкова М.Т.", "Бекова", "Сыдыкова М.Т." },
		{ "Бекова and Ким", "Бекова", "Ким" },
	};
	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct ref one = { .written = text_of(rows[i][0]) };
		struct ref two = { 0 };
		size_t n = d.list.n;

		people_find_pair(&r, &one, &two, &session);
		assert_true(str_eq(one.written.s, str_from(rows[i][1])));
		assert_true(str_eq(two.written.s, str_from(rows[i][2])));
		assert_int_equal(d.list.n, n + (i == 2));
	}

	struct ref nobody = { .written = text_of("Ким жана Пак") };
	struct ref one = { .written = text_of("Бекова Г.С.") };
	struct ref two = { 0 };
	size_t n = d.list.n;

	people_find_pair(&r, &nobody, &two, &session);
	assert_int_equal(d.list.n, n + 1);
	people_find_pair(&r, &one, &two, &session);
	assert_int_equal(d.list.n, n + 1);
	assert_null(two.written.s.p);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(
		    suggestions_keep_every_word, open_year, close_year),
		cmocka_unit_test_setup_teardown(
		    two_names_are_two_people, open_year, close_year),
		cmocka_unit_test_setup_teardown(
		    a_surname_is_enough, open_year, close_year),
		cmocka_unit_test_setup_teardown(
		    guests_and_the_director_come_after_members, open_year,
		    close_year),
		cmocka_unit_test_setup_teardown(
		    dates_decide_who_is_meant, open_year, close_year),
		cmocka_unit_test_setup_teardown(
		    a_slip_gets_the_name_meant, open_year, close_year),
		cmocka_unit_test_setup_teardown(
		    responsible_may_be_many, open_year, close_year),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
