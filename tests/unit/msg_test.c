/* SPDX-License-Identifier: MIT */
#include "diag/diag.h"
#include "test.h"

static void
a_sentence_is_found_in_each_language(void **state)
{
	static const struct words found = TEXT("unknown key: %1");

	(void)state;
	assert_string_equal(words_in(&found, LANG_EN), "unknown key: %1");
	assert_string_equal(words_in(&found, LANG_RU), "неизвестный ключ: %1");
	assert_string_equal(words_in(&found, LANG_KY), "белгисиз ачкыч: %1");
}

static void
a_context_tells_the_same_english_apart(void **state)
{
	static const struct words counted = TEXT_IN("count", "error");
	static const struct words alone = TEXT("error");

	(void)state;
	assert_string_equal(words_in(&counted, LANG_EN), "error");
	assert_string_equal(words_in(&counted, LANG_KY), "каталар");
	assert_string_equal(words_in(&alone, LANG_KY), "ката");
}

static void
without_a_translation_it_is_english(void **state)
{
	static const struct words odd = TEXT("no such sentence");
	static const struct words empty = NO_TEXT;

	(void)state;
	assert_string_equal(words_in(&odd, LANG_KY), "no such sentence");
	assert_string_equal(words_in(&empty, LANG_RU), "");
}

static void
words_of_their_own_need_no_catalogue(void **state)
{
	static const struct words own = WORDS("error", "беда", "балээ");

	(void)state;
	assert_string_equal(words_in(&own, LANG_KY), "балээ");
}

static void
arguments_stand_where_the_language_wants_them(void **state)
{
	static const struct words turned =
	    WORDS("%1 of %2", "%2: %1", "%2 – %1");

	(void)state;
	assert_string_equal(
	    str_cstr(&a, msg_text(&a, &turned, LANG_RU,
			     ARGS(arg_str(STR("1")), arg_str(STR("x"))))),
	    "x: 1");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_sentence_is_found_in_each_language),
		cmocka_unit_test(a_context_tells_the_same_english_apart),
		cmocka_unit_test(without_a_translation_it_is_english),
		cmocka_unit_test(words_of_their_own_need_no_catalogue),
		cmocka_unit_test(arguments_stand_where_the_language_wants_them),
	};

	return cmocka_run_group_tests(tests, open_arena, close_arena);
}
