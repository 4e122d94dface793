/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "base/utf8.h"
#include "layout/layout.h"
#include "room.h"

/* Paragraphs on a narrow page, with | where a line ends. */

/* The page as it copies out: | between lines, ~ for a drawn soft hyphen. */
static struct str
page_text(struct arena *a, const struct page *p)
{
	struct strbuf b;
	mpt y = 0;

	buf_init(&b, a);
	for (size_t i = 0; i < p->marks.n; i++) {
		const struct mark *m = &p->marks.at[i];

		if (m->kind != MARK_TEXT)
			continue;
		if (y && m->y != y)
			buf_byte(&b, '|');
		y = m->y;
		for (size_t k = 0; k < m->glyphs.n; k++) {
			if (m->glyphs.at[k].cp == 0xad)
				buf_byte(&b, '~');
			else
				utf8_add(&b, m->glyphs.at[k].cp);
		}
	}
	return buf_str(&b);
}

static void
check_lines(void **state, mpt width, const char *text, const char *lines)
{
	struct room *r = *state;
	struct document doc = { .lang = LANG_KY, .sheet = sheet_default() };
	struct pages pages;
	struct diags d;
	struct block *b;

	doc.sheet.width = doc.sheet.left + doc.sheet.right + width;
	doc.sheet.indent = 0;
	diags_init(&d, &r->a);
	b = block_add(&r->a, &doc.blocks, BLOCK_PARAGRAPH);
	run_add(&r->a, &b->runs, str_from(text), 0)->record = true;
	assert_true(layout_document(&pages, &r->a, &doc, r->fonts, NULL, &d));
	assert_string_equal(
	    str_cstr(&r->a, page_text(&r->a, &pages.list.at[0])), lines);
}

static void
words_part_at_spaces_and_syllables(void **state)
{
	check_lines(state, PT(100), "сабак жана үй иши", "сабак жана үй |иши");
	check_lines(
	    state, PT(100), "бул сунуштарыбыз жок", "бул сунуштары~|быз жок");
}

static void
a_dash_stays_with_the_word_before(void **state)
{
	check_lines(state, PT(64), "Устат – шакирт", "Устат – |шакирт");
	check_lines(state, PT(50), "окуу–тарбия", "окуу–|тарбия");
}

static void
a_fixed_space_holds(void **state)
{
	check_lines(state, PT(80), "мына №\u00a05 бар", "мына №\u00a05 |бар");
	check_lines(state, PT(48), "мына №\u00a05 бар", "мына |№\u00a05 бар");
}

static void
hyphens_of_the_word_and_soft_ones_divide(void **state)
{
	check_lines(state, PT(50), "окуу-тарбия", "окуу-|тарбия");
	check_lines(state, PT(50), "аб\u00adвгдежз", "аб~|вгдежз");
	check_lines(state, PT(69), "2025–2026-ж. 5-сентябрь",
	    "2025–|2026-ж. |5-сентябрь");
}

static void
names_and_acronyms_are_not_divided(void **state)
{
	check_lines(
	    state, PT(110), "деди бизге Турдубаева", "деди бизге |Турдубаева");
	check_lines(
	    state, PT(78), "Турдубаева А. К. деди", "Турдубаева |А. К. деди");
	check_lines(state, PT(90), "деди МЕКТЕПТИН", "деди |МЕКТЕПТИН");
}

/* Nothing runs off the paper: in the last resort a word is cut. */
static void
a_word_that_no_line_holds_is_cut(void **state)
{
	check_lines(state, PT(60), "АБВГДЕЖЗИКЛМНО", "АБВГДЕ|ЖЗИКЛ|МНО");
	check_lines(state, PT(60), "аааа\u00a0бббб\u00a0вввв",
	    "аааа\u00a0бббб\u00a0|вввв");
	/* Its hyphen needs room too. */
	check_lines(state, PT(60), "АБВГДЕ\u00adЖЗ", "АБВГДЕ~|ЖЗ");
	check_lines(state, PT(55), "АБВГДЕ\u00adЖЗ", "АБВГД|ЕЖЗ");
}

/* The lines of one block of this kind, | between them. */
static void
check_block(void **state, enum block_kind kind, mpt width, const char *text,
    const char *lines)
{
	struct room *r = *state;
	struct document doc = { .lang = LANG_KY, .sheet = sheet_default() };
	struct pages pages;
	struct diags d;
	struct block *b;

	doc.sheet.width = doc.sheet.left + doc.sheet.right + width;
	diags_init(&d, &r->a);
	b = block_add(&r->a, &doc.blocks, kind);
	b->level = 1;
	if (kind == BLOCK_LIST)
		b = block_add(&r->a,
		    &block_add(&r->a, &b->kids, BLOCK_ITEM)->kids,
		    BLOCK_PARAGRAPH);
	run_add(&r->a, &b->runs, str_from(text), 0)->record = true;
	assert_true(layout_document(&pages, &r->a, &doc, r->fonts, NULL, &d));
	assert_string_equal(
	    str_cstr(&r->a, page_text(&r->a, &pages.list.at[0])), lines);
}

static void
lines_of_a_title_are_alike(void **state)
{
	check_block(state, BLOCK_HEADING, MM(165),
	    "ИЛИМИЙ-МЕТОДИКАЛЫК КЕҢЕШТИН ОТУРУМУНУН № 1 ПРОТОКОЛУ",
	    "ИЛИМИЙ-МЕТОДИКАЛЫК КЕҢЕШТИН |"
	    "ОТУРУМУНУН № 1 ПРОТОКОЛУ");
	check_block(state, BLOCK_HEADING, MM(165), "БИР САП", "БИР САП");
}

/* A line of a list that would gape ends short: the last is no lone word. */
static void
lines_of_a_list_may_end_short(void **state)
{
	check_block(state, BLOCK_LIST, MM(160),
	    "Жооптуу: Чоюбекова\u00a0С.Ө. Мөөнөтү:\u00a02025-жылдын\u00a0"
	    "12-сентябрына чейин.",
	    "–Жооптуу: Чоюбекова\u00a0С.Ө. |"
	    "Мөөнөтү:\u00a02025-жылдын\u00a012-сентябрына чейин.");
}

static void
the_address_of_a_link_is_a_note(void **state)
{
	struct room *r = *state;
	struct document doc = { .lang = LANG_KY, .sheet = sheet_default() };
	struct block *b = block_add(&r->a, &doc.blocks, BLOCK_PARAGRAPH);
	struct pages pages;
	struct diags d;

	diags_init(&d, &r->a);
	run_add(&r->a, &b->runs, STR("бул жобо"), 0)->url =
	    STR("https://example.kg/жобо");
	run_add(&r->a, &b->runs, STR(", "), 0);
	run_add(&r->a, &b->runs, STR("кат@example.kg"), 0)->url =
	    STR("mailto:кат@example.kg");
	assert_true(layout_document(&pages, &r->a, &doc, r->fonts, NULL, &d));
	assert_string_equal(
	    str_cstr(&r->a, page_text(&r->a, &pages.list.at[0])),
	    "бул жобо|1|, кат@example.kg|1\u00a0example.kg/жобо");
}

static void
short_pieces_are_not_parted(void **state)
{
	/* Two letters are too few for the next line. */
	check_lines(state, PT(64), "ал кеңешке", "ал ке~|ңешке");
	check_lines(state, PT(80), "бул 5-сентябрда", "бул |5-сентябрда");
	check_lines(state, PT(32), "№ п/п", "№ |п/п");
}

static void
spaces_of_a_full_line_reach_the_margin(void **state)
{
	struct room *r = *state;
	struct document doc = { .lang = LANG_KY, .sheet = sheet_default() };
	struct block *b = block_add(&r->a, &doc.blocks, BLOCK_PARAGRAPH);
	struct pages pages;
	struct diags d;

	diags_init(&d, &r->a);
	run_add(&r->a, &b->runs,
	    STR("Илимий-методикалык кеңештин отуруму чейректин жыйынтыгын "
		"талдоо жана кийинки мезгилге карата багыттарды аныктоо "
		"максатында өткөрүлдү деп айтылды."),
	    0);
	assert_true(layout_document(&pages, &r->a, &doc, r->fonts, NULL, &d));
	for (size_t i = 0; i + 1 < pages.list.at[0].marks.n; i++) {
		const struct mark *m = &pages.list.at[0].marks.at[i];
		mpt end = m->x, right = doc.sheet.width - doc.sheet.right;

		end += font_width(r->fonts, m->face, m->glyphs, m->size);
		for (size_t k = 0; k < m->glyphs.n; k++)
			end += m->glyphs.at[k].cp == ' ' ? m->space : 0;
		/* The space at the end, for copying out, hangs over. */
		if (m->glyphs.at[m->glyphs.n - 1].cp == ' ')
			end -= PT(3.5) + m->space;
		assert_in_range(end, right - 50, right + 50);
	}
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(words_part_at_spaces_and_syllables),
		cmocka_unit_test(a_dash_stays_with_the_word_before),
		cmocka_unit_test(a_fixed_space_holds),
		cmocka_unit_test(hyphens_of_the_word_and_soft_ones_divide),
		cmocka_unit_test(names_and_acronyms_are_not_divided),
		cmocka_unit_test(a_word_that_no_line_holds_is_cut),
		cmocka_unit_test(lines_of_a_title_are_alike),
		cmocka_unit_test(lines_of_a_list_may_end_short),
		cmocka_unit_test(the_address_of_a_link_is_a_note),
		cmocka_unit_test(short_pieces_are_not_parted),
		cmocka_unit_test(spaces_of_a_full_line_reach_the_margin),
	};

	return cmocka_run_group_tests(tests, open_room, close_room);
}
