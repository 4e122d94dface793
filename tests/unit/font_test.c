/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "base/utf8.h"
#include "room.h"

static void
every_face_draws_the_kyrgyz_letters(void **state)
{
	static const uint32_t letters[] = { 0x4a2, 0x4a3, 0x4e8, 0x4e9, 0x4ae,
		0x4af, 0x2116, 0xab, 0xbb, 0x2013, 0x2014 };
	struct room *r = *state;

	for (int face = 0; face < FACE_MAX; face++)
		for (size_t i = 0; i < sizeof(letters) / sizeof(*letters); i++)
			assert_true(
			    font_has(r->fonts, (enum face)face, letters[i]));
	/* The trial of check takes these for granted, and asks one face of the
	 * others. */
	for (uint32_t cp = 0x400; cp < 0x460; cp++)
		assert_true(font_has(r->fonts, FACE_REGULAR, cp));
	for (uint32_t cp = 0; cp < 0x3000; cp++)
		if (font_has(r->fonts, FACE_REGULAR, cp))
			for (int face = 1; face < FACE_MAX; face++)
				assert_true(
				    font_has(r->fonts, (enum face)face, cp));
	assert_false(font_has(r->fonts, FACE_REGULAR, 0x4e00));
}

static int
kern(struct room *r, struct str s)
{
	struct glyphs g = font_shape(r->fonts, &r->a, FACE_REGULAR, s);

	return g.at[0].advance - g.at[0].natural;
}

static void
kyrgyz_letters_kern_like_their_russian_shapes(void **state)
{
	struct room *r = *state;

	assert_int_not_equal(kern(r, STR("УА")), 0);
	assert_int_equal(kern(r, STR("ҮА")), kern(r, STR("УА")));
	assert_int_equal(kern(r, STR("Гө")), kern(r, STR("Го")));
	assert_int_equal(kern(r, STR("Тү")), kern(r, STR("Ту")));
}

/* The Russian shape and the mark would be one letter, without its mark. */
static void
a_mark_stays_on_a_kyrgyz_letter(void **state)
{
	static const uint32_t marks[] = { 0x304, 0x306, 0x308, 0x30b };
	struct room *r = *state;

	for (size_t i = 0; i < sizeof(marks) / sizeof(*marks); i++) {
		struct strbuf b;
		struct glyphs g;

		buf_init(&b, &r->a);
		utf8_add(&b, 0x4af);
		utf8_add(&b, marks[i]);
		g = font_shape(r->fonts, &r->a, FACE_REGULAR, buf_str(&b));
		assert_int_equal(g.n, 2);
		assert_int_equal(g.at[0].cp, 0x4af);
		assert_int_equal(g.at[1].cp, marks[i]);
	}
}

static void
glyphs_keep_the_letters_of_the_text(void **state)
{
	static const uint32_t cps[] = { 0x430, 0x301, 0x4ae, 0x4a3 };
	struct room *r = *state;
	struct glyphs g =
	    font_shape(r->fonts, &r->a, FACE_BOLD, STR("а\u0301Үң"));

	assert_int_equal(g.n, 4);
	for (size_t i = 0; i < g.n; i++) {
		assert_int_equal(g.at[i].cp, cps[i]);
		assert_int_not_equal(g.at[i].id, 0);
	}
	assert_int_equal(g.at[1].advance, 0);
}

static void
a_word_out_of_the_cache_is_the_same(void **state)
{
	struct room *r = *state;
	struct glyphs a =
	    font_shape(r->fonts, &r->a, FACE_ITALIC, STR("кеңеш"));
	struct glyphs b =
	    font_shape(r->fonts, &r->a, FACE_ITALIC, STR("кеңеш"));
	struct glyphs c = font_shape(r->fonts, &r->a, FACE_BOLD, STR("кеңеш"));

	assert_int_equal(a.n, b.n);
	assert_memory_equal(a.at, b.at, a.n * sizeof(*a.at));
	assert_memory_not_equal(a.at, c.at, a.n * sizeof(*a.at));
}

/* More words than the cache holds: it is emptied, and nothing else happens. */
static void
a_full_cache_starts_again(void **state)
{
	struct room *r = *state;

	for (int i = 0; i < 20000; i++) {
		struct str s = str_printf(&r->a, "%d", i);
		struct glyphs g = font_shape(r->fonts, &r->a, FACE_REGULAR, s);

		assert_int_equal(g.n, s.n);
		assert_int_equal(g.at[0].cp, s.p[0]);
	}
}

static void
the_same_glyphs_give_the_same_subset(void **state)
{
	struct room *r = *state;
	struct glyphs g =
	    font_shape(r->fonts, &r->a, FACE_REGULAR, STR("Кеңеш"));
	uint16_t ids[6] = { 0 }, first[6], second[6];
	struct str a, b;

	for (size_t i = 0; i < g.n; i++)
		ids[i + 1] = g.at[i].id;
	assert_true(font_subset(
	    &a, first, r->fonts, &r->a, FACE_REGULAR, ids, g.n + 1));
	assert_true(font_subset(
	    &b, second, r->fonts, &r->a, FACE_REGULAR, ids, g.n + 1));
	assert_true(str_eq(a, b));
	assert_memory_equal(first, second, sizeof(first));
	assert_int_equal(first[0], 0);
	assert_true(first[1] > 0 && first[1] <= 5);
	assert_true(a.n < 8000);
}

static void
metrics_are_those_of_the_face(void **state)
{
	struct room *r = *state;
	const struct font_metrics *m = font_metrics(r->fonts, FACE_BOLD_ITALIC);

	assert_string_equal(m->name, "LiberationSerif-BoldItalic");
	assert_true(m->bold && m->italic && m->italic_angle < 0);
	assert_in_range(m->line, 1140, 1160);
	assert_true(m->ascent > 0 && m->descent < 0 && m->cap_height > 600);
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_face_draws_the_kyrgyz_letters),
		cmocka_unit_test(kyrgyz_letters_kern_like_their_russian_shapes),
		cmocka_unit_test(a_mark_stays_on_a_kyrgyz_letter),
		cmocka_unit_test(glyphs_keep_the_letters_of_the_text),
		cmocka_unit_test(a_word_out_of_the_cache_is_the_same),
		cmocka_unit_test(a_full_cache_starts_again),
		cmocka_unit_test(the_same_glyphs_give_the_same_subset),
		cmocka_unit_test(metrics_are_those_of_the_face),
	};

	return cmocka_run_group_tests(tests, open_room, close_room);
}
