/* SPDX-License-Identifier: MIT */

#include "layout/layout_int.h"
#include "test.h"

/* What a chart measures, and that all it draws lies where it should. */

/* One series of n figures, in thousandths. */
static struct chart *
chart_of(enum chart_kind kind, const int64_t *v, size_t n)
{
	struct chart *c = ARENA_NEW(&a, struct chart);

	c->kind = kind;
	LIST_ADD(&a, &c->series)->name = STR("Саны");
	for (size_t i = 0; i < n; i++) {
		*LIST_ADD(&a, &c->labels) = str_printf(&a, "%zu-мектеп", i);
		*LIST_ADD(&a, &c->series.at[0].figures) =
		    (struct chart_figure){ v[i],
			    str_printf(&a, "%lld", (long long)v[i]) };
	}
	c->alt = chart_text(&a, c, LANG_KY);
	return c;
}

#define FIGURES(...) \
	(const int64_t[]){ __VA_ARGS__ }, \
	    sizeof((const int64_t[]){ __VA_ARGS__ }) / sizeof(int64_t)

static void
measures(const struct chart *c, int64_t low, int64_t high, int64_t step)
{
	struct scale s = chart_scale(c);

	assert_int_equal(s.low, low);
	assert_int_equal(s.high, high);
	assert_int_equal(s.step, step);
}

static void
test_bars_begin_at_nought(void **state)
{
	struct chart *c = chart_of(CHART_BARS, FIGURES(98000, 99100));

	(void)state;
	measures(c, 0, 99100, 0);
	c->percent = true;
	measures(c, 0, 100000, 0);
	c->series.at[0].figures.at[0].v = 120000; /* of a plan, 120 % */
	measures(c, 0, 120000, 0);
	measures(chart_of(CHART_BARS, FIGURES(0, 0)), 0, 1, 0);
}

static void
test_lines_have_round_steps(void **state)
{
	(void)state;
	measures(
	    chart_of(CHART_LINES, FIGURES(51200, 55100)), 51000, 56000, 1000);
	measures(chart_of(CHART_LINES, FIGURES(0, 12000)), 0, 15000, 5000);
	measures(
	    chart_of(CHART_LINES, FIGURES(46100, 99700)), 0, 100000, 50000);
	measures(chart_of(CHART_LINES, FIGURES(5000, 5000)), 0, 6000, 2000);
	measures(chart_of(CHART_LINES, FIGURES(0, 0)), 0, 1, 1);
}

static void
test_lengths(void **state)
{
	const struct scale s = { .low = 50000, .high = 100000 };
	const struct scale huge = { .high = INT64_C(999999999999000) };

	(void)state;
	assert_int_equal(scale_length(&s, 50000, PT(100)), 0);
	assert_int_equal(scale_length(&s, 75000, PT(100)), PT(50));
	assert_int_equal(scale_length(&s, 100000, PT(100)), PT(100));
	assert_in_range(
	    scale_length(&huge, huge.high, PT(400)), PT(399), PT(400));
}

/* --- on a page ---------------------------------------------------------- */

static struct pages
set(const struct chart *c, struct diags *d)
{
	struct document doc = { .lang = LANG_KY, .sheet = sheet_default() };
	struct fonts *fonts = font_open();
	struct pages pages = { 0 };

	diags_init(d, &a);
	block_add(&a, &doc.blocks, BLOCK_CHART)->chart = c;
	layout_document(&pages, &a, &doc, fonts, NULL, d);
	font_close(fonts);
	return pages;
}

/* All marks are content of the one Figure, and none is beyond the margins. */
static void
assert_sound(const struct pages *p)
{
	struct sheet s = sheet_default();

	assert_int_equal(p->list.n, 1);
	for (size_t i = 0; i < p->list.at[0].marks.n; i++) {
		const struct mark *m = &p->list.at[0].marks.at[i];

		assert_int_not_equal(m->tag, TAG_NONE);
		assert_int_equal(p->tags.at[m->tag].kind, TAG_FIGURE);
		assert_true(p->tags.at[m->tag].alt.n > 0);
		assert_true(m->x >= s.left - PT(1));
		assert_true(m->x + m->width <= s.width - s.right + PT(2));
		assert_true(m->y <= s.height - s.top);
		assert_true(m->y >= s.bottom);
	}
}

/* Two texts of one size on lines less than a line apart part sideways. */
static void
assert_apart(const struct pages *p)
{
	const struct mark *marks = p->list.at[0].marks.at;
	size_t n = p->list.at[0].marks.n;

	for (size_t i = 0; i < n; i++) {
		for (size_t k = i + 1; k < n; k++) {
			const struct mark *one = &marks[i], *other = &marks[k];

			if (one->kind != MARK_TEXT ||
			    other->kind != MARK_TEXT ||
			    one->y - other->y > PT(9) ||
			    other->y - one->y > PT(9))
				continue;
			assert_true(one->x + one->width <= other->x + PT(3) ||
				    other->x + other->width <= one->x + PT(3));
		}
	}
}

static void
test_each_number_of_bars(void **state)
{
	int64_t v[24];
	struct diags d;

	(void)state;
	for (size_t n = 1; n <= 24; n++) {
		for (int kind = CHART_BARS; kind <= CHART_LINES; kind++) {
			struct pages p;

			for (size_t i = 0; i < n; i++)
				v[i] = (int64_t)(i * 7 % 13) * 1000;
			p = set(chart_of((enum chart_kind)kind, v, n), &d);
			if (d.list.n) {
				assert_true(kind == CHART_LINES && n > 12);
				continue;
			}
			assert_sound(&p);
			assert_apart(&p);
		}
	}
}

static void
test_two_lines(void **state)
{
	struct diags d;

	(void)state;
	for (int64_t v = 0; v <= 20; v++) {
		struct chart *c = chart_of(
		    CHART_LINES, FIGURES(v * 1000, v * 1000, 20000 - v * 1000));
		struct chart *other =
		    chart_of(CHART_LINES, FIGURES(10000, 0, v * 1000));
		struct pages p;

		*LIST_ADD(&a, &c->series) = other->series.at[0];
		p = set(c, &d);
		assert_int_equal(d.list.n, 0);
		assert_sound(&p);
		assert_apart(&p);
	}
}

/* Where the first bars begin. */
static bool
bars_lie(const struct pages *p)
{
	mpt x = 0;

	for (size_t i = 0; i < p->list.at[0].marks.n; i++) {
		const struct mark *m = &p->list.at[0].marks.at[i];

		if (m->kind != MARK_RULE || !m->grey)
			continue;
		if (x)
			return m->x == x;
		x = m->x;
	}
	return false;
}

static void
test_long_labels(void **state)
{
	struct chart *c = chart_of(CHART_BARS, FIGURES(1000, 0, 2000));
	struct diags d;
	struct pages p;
	struct strbuf b;

	(void)state;
	p = set(c, &d);
	assert_false(bars_lie(&p));
	c->labels.at[1] =
	    STR("Табигый илимдердин жана математиканын бириктирилген усулдук "
		"бирикмеси, анын ичинде башталгыч класстар");
	p = set(c, &d);
	assert_int_equal(d.list.n, 0);
	assert_sound(&p);
	assert_apart(&p);
	assert_true(bars_lie(&p));

	buf_init(&b, &a);
	for (int i = 0; i < 400; i++)
		buf_add(&b, STR("бирикмелер "));
	c->labels.at[1] = buf_str(&b);
	p = set(c, &d);
	assert_int_equal(d.list.n, 1);
	assert_string_equal(d.list.at[0].message->code, "K906");

	/* A figure with no room for bars beside it. */
	c = chart_of(CHART_BARS, FIGURES(1000));
	c->series.at[0].figures.at[0].text =
	    str_head(buf_str(&b), sizeof("бирикмелер ") * 9);
	set(c, &d);
	assert_int_equal(d.list.n, 1);
	assert_string_equal(d.list.at[0].message->code, "K906");
}

static void
test_words(void **state)
{
	struct chart *c = chart_of(CHART_BARS, FIGURES(1, 2));

	(void)state;
	assert_string_equal(str_cstr(&a, c->alt),
	    "Диаграмма: Саны: 0-мектеп – 1, 1-мектеп – 2");
	c->title = STR("Кадрлар");
	assert_string_equal(str_cstr(&a, chart_text(&a, c, LANG_RU)),
	    "Диаграмма: Кадрлар; 0-мектеп – 1, 1-мектеп – 2");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(test_bars_begin_at_nought),
		TEST(test_lines_have_round_steps),
		TEST(test_lengths),
		TEST(test_each_number_of_bars),
		TEST(test_two_lines),
		TEST(test_long_labels),
		TEST(test_words),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
