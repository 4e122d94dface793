/* SPDX-License-Identifier: MIT */
#include "reader/reader_int.h"
#include "test.h"

static void
names_of_years(void **state)
{
	static const struct {
		const char *name;
		int first;
	} folders[] = {
		{ "2025-2026", 2025 },
		{ "2025–2026", 2025 },
		{ "2025‑2026", 2025 },
		{ "2025−2026", 2025 },
		{ "2025 - 2026", 2025 },
		{ "2025_2026", 2025 },
		{ "20252026", 2025 },
		{ "2025-26", 2025 },
		{ "25-26", 2025 },
		{ "99-00", 2099 },
		{ "2025", 2025 },
		{ "окуу жылы 2025", 2025 },
		{ "2025-2026-окуу жылы", 2025 },
		{ "Учебный год 2025-2026", 2025 },
		{ "2025-2026 (1)", 2025 },
		{ "2025-2027", 2025 },
		{ "2025-2024", 2025 },
		{ "2025-28", 2025 },
		{ "2025-09", 0 }, /* a month */
		{ "2025-09-05", 0 },
		{ "2011-12-05", 0 },
		{ "2020-2025", 0 },
		{ "20252027", 0 },
		{ "25-27", 0 },
		{ "1-2", 0 },
		{ "2025-2026 сүрөттөр", 0 },
		{ "архив", 0 },
		{ "0999-1000", 0 },
		{ "99999999999", 0 },
		{ "", 0 },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(folders) / sizeof(*folders); i++) {
		int first = year_meant(&a, str_from(folders[i].name));

		if (first != folders[i].first)
			fail_msg("%s: %d", folders[i].name, first);
	}
	assert_int_equal(year_named(STR("2025-2026")), 2025);
	assert_int_equal(year_named(STR("2025-2027")), 0);
	assert_int_equal(year_named(STR("2025_2026")), 0);
}

static void
names_of_sessions(void **state)
{
	static const struct {
		const char *name, *right;
	} files[] = {
		{ "05-2026-05-26.md", "05-2026-05-26.md" },
		{ "05-2026-05-26.MD", "05-2026-05-26.md" },
		{ "05-2026-05-26.md.txt", "05-2026-05-26.md" },
		{ "5-26.05.2026.md", "05-2026-05-26.md" },
		{ "5-2026-5-26.md", "05-2026-05-26.md" },
		{ "5-31.06.2026.md", "" }, /* there is no such day */
		{ "5-26.05.md", "" },
		{ "протокол 5.md", "" },
		{ "05-2026-05-26.pdf", "" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(files) / sizeof(*files); i++)
		assert_string_equal(str_cstr(&a, session_name_meant(&a,
						     str_from(files[i].name))),
		    files[i].right);
	assert_string_equal(
	    str_cstr(&a, session_of_document(&a, STR("5-26.05.2026.DOCX"))),
	    "05-2026-05-26.md");
	assert_int_equal(session_of_document(&a, STR("форма.docx")).n, 0);
	assert_int_equal(session_of_document(&a, STR("5-26.05.2026.md")).n, 0);
}

static void
names_that_are_free(void **state)
{
	static const char *const free_names[] = { ".git", "~$plan.yaml",
		"README.md", "README", "скан.pdf", "сүрөттөр" };
	static const char *const records[] = { "plans.yaml", "а.yml", "а.md" };

	(void)state;
	for (size_t i = 0; i < sizeof(free_names) / sizeof(*free_names); i++)
		assert_true(name_is_free(str_from(free_names[i])));
	for (size_t i = 0; i < sizeof(records) / sizeof(*records); i++)
		assert_false(name_is_free(str_from(records[i])));
	assert_true(name_is_of_file(STR("скан.pdf")));
	assert_true(name_is_of_file(STR("a.docx")));
	assert_false(name_is_of_file(STR("сүрөттөр")));
	assert_false(name_is_of_file(STR("05.09.2025")));
	assert_false(name_is_of_file(STR(".git")));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(names_of_years),
		TEST(names_of_sessions),
		TEST(names_that_are_free),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
