/* SPDX-License-Identifier: MIT */
/* The school's wording of a paper: what a template gives, and its faults. */
#include "templates.h"

/* --- filling ------------------------------------------------------------ */

static void
test_tags(void **state)
{
	(void)state;
	gives("{{school}} {{ number }}", "P(№ 195 7)");
	gives("{{#items}}{{number}}{{^last}}, {{/last}}{{/items}}", "P(1, 2)");
	gives("{{?start}}саат {{start}}{{/start}}", "P(саат 15:00)");
	gives("x{{?place}}, {{place}}{{/place}}", "P(x)");
	gives("{{^place}}жок{{/place}}", "P(жок)");
	gives("{{#present}}{{number}}{{?first}}!{{/first}} {{/present}}",
	    "P(1! 2)");
	gives("а…{{place}}. б?{{place}}.", "P(а… б?)");
	gives("**{{school}}** x", "P(*№ 195* x)");
	gives("#\n\n## #\n\n* 5", "P(#) H2(#) P(* 5)");
}

static void
test_names(void **state)
{
	(void)state;
	gives("{{present.count}}: {{present}}",
	    "P(2: Жээнбеков Ү.К., Чоюбекова С.Ө.)");
	gives("{{?present.many}}а{{/present.many}}"
	      "{{^secretaries.many}}б{{/secretaries.many}}",
	    "P(аб)");
	/* The element's own name, and the outer one around it. */
	gives("{{#items}}{{number}}-{{school}};{{/items}}{{number}}",
	    "P(1-№ 195;2-№ 195;7)");
	/* What an element lacks is not taken from around it. */
	gives("{{#items}}{{reporters}}.{{/items}}", "P(Жээнбеков Ү.К.)");
}

static void
test_block_tags(void **state)
{
	(void)state;
	gives("а\n{{?start}}\nб\n{{/start}}\nв", "P(а) P(б) P(в)");
	gives("а\n\n{{^start}}\n\nб\n\n{{/start}}\n\nв", "P(а) P(в)");
	gives("   {{?start}}\nб\n   {{/start}}", "P(б)");
	gives("      {{?start}}\nб\n\n      {{/start}}\nв", "P(б) P(в)");
	gives("1. а\n\n       {{?start}}\n   б\n       {{/start}}",
	    "L(I(P(а) P(б)))");
	gives("| a | b |\n|---|---|\n{{#items}}\n| {{number}} | {{title}} |\n"
	      "{{/items}}\n\nx",
	    "T(R(C(P(a)) C(P(b))) R(C(P(1)) C(P(Катчы))) "
	    "R(C(P(2)) C(P(План!)))) P(x)");
	gives("{{?start}}\n| a |\n|---|\n| b |\n{{/start}}",
	    "T(R(C(P(a))) R(C(P(b))))");
	gives(
	    "``` signatures\n{{#present}}\nМүчө | {{name}}\n{{/present}}\n```",
	    "signatures(R(C(P(Мүчө)) C(P(Жээнбеков Ү.К.))) "
	    "R(C(P(Мүчө)) C(P(Чоюбекова С.Ө.))))");
}

static void
test_prose(void **state)
{
	(void)state;
	gives("{{#items}}\n{{heard}}\n{{/items}}",
	    "P(Бир.) P(Эки.) L(I(P(а)) I(P(б)))");
	gives("{{#items}}\n**{{number}}.** {{heard}} x\n{{/items}}",
	    "P(*1**.* Бир.) P(Эки.) P(x) P(*2**.*) L(I(P(а)) I(P(б))) P(x)");
	gives("- {{opening}}", "L(I(P(Ачылыш.)))");
	gives("| {{opening}} |\n|---|\n| {{opening}} |",
	    "T(R(C(P(Ачылыш.))) R(C(P(Ачылыш.))))");
	gives("{{opening}} x", "P(Ачылыш. x)");
}

static void
test_stops_and_empty(void **state)
{
	(void)state;
	gives("{{chair}}. {{school}}.", "P(Төлөгөнова Г.Ө. № 195.)");
	gives("{{#items}}{{title}}. {{/items}}", "P(Катчы. План!)");
	gives("{{place}}\n\nx\n\n{{place}}.", "P(x)");
	gives("Орду: {{place}}", "P(Орду:)");
	gives("- {{place}}\n- x", "L(I(P(x)))");
	gives("| a |\n|---|\n| {{place}} |\n| x |", "T(R(C(P(a))) R(C(P(x))))");
	gives("``` centre\n{{place}}\nx\n```", "centre(P(x))");
	gives("``` centre\n{{place}}\n```", "");
	gives("``` centre\n\\_\\_\\_ {{place}}\n```", "centre(P(___))");
	gives("а {{place}} б", "P(а б)");
	gives("{{place}}\\\nб", "P(б)");
}

static void
test_lists(void **state)
{
	(void)state;
	gives("{{#items}}\n1. {{title}}\n{{/items}}",
	    "L(I1.(P(Катчы)) I2.(P(План!)))");
	gives("{{#present}}\n\n1. {{name}}\n\n{{/present}}",
	    "L(I1.(P(Жээнбеков Ү.К.)) I2.(P(Чоюбекова С.Ө.)))");
	gives("{{#items}}\n{{#decisions}}\n1. {{text}}.\n{{/decisions}}\n"
	      "{{/items}}",
	    "L(I1.1.(P(Шайлансын.)) I2.1.(P(Бекитилсин:) L(I(P(бири)))) "
	    "I2.2.(P(Эске алынсын.)))");
	/* Not side by side, and not of one repetition. */
	gives("{{#items}}\n{{title}}\n\n- a\n{{/items}}\n- b",
	    "P(Катчы) L(I(P(a))) P(План!) L(I(P(a))) L(I(P(b)))");
}

static void
test_spanning_row(void **state)
{
	(void)state;
	gives("| a | b |\n|---|---|\n{{#items}}\n| **{{title}}** |\n"
	      "{{#decisions}}\n| {{number}} | {{text}} |\n{{/decisions}}\n"
	      "{{/items}}",
	    "T(R(C(P(a)) C(P(b))) R(C2(P(*Катчы*))) "
	    "R(C(P(1.1.)) C(P(Шайлансын.))) R(C2(P(*План!*))) "
	    "R(C(P(2.1.)) C(P(Бекитилсин:) L(I(P(бири))))) "
	    "R(C(P(2.2.)) C(P(Эске алынсын))))");
}

static void
test_fences(void **state)
{
	(void)state;
	gives("``` centre\n**{{school}}**\nx\n```", "centre(P(*№ 195*) P(x))");
	gives("``` right\nx\n```", "right(P(x))");
	gives("``` columns\n{{school}} | {{place}}\n```",
	    "columns(R(C(P(№ 195)) C()))");
	gives("``` stamps\nа\n{{?start}}\n{{start}}\n{{/start}}\n|\nб\n```",
	    "stamps(R(C(P(а) P(15:00)) C(P(б))))");
	gives("``` pagebreak\n```", "pagebreak()");
	gives("x\n\n---\n\n# a\n\n## b", "P(x) ---() H1(a) H2(b)");
}

static void
test_front_matter(void **state)
{
	struct made m;

	(void)state;
	m = make("minutes",
	    "---\norientation: landscape\nmargins: 10 11 12 13.5\nsize: 12\n"
	    "leading: 100\nrow-height: 9.5\nhyphenate: no\npage-numbers: "
	    "no\n---\nx\n",
	    minutes_new());
	assert_int_equal(m.d.list.n, 0);
	assert_int_equal(m.doc.sheet.width, MM(297));
	assert_int_equal(m.doc.sheet.height, MM(210));
	assert_int_equal(m.doc.sheet.right, MM(11));
	assert_int_equal(m.doc.sheet.left, MM(13.5));
	assert_int_equal(m.doc.sheet.size, PT(12));
	assert_int_equal(m.doc.sheet.leading, 100);
	assert_int_equal(m.doc.sheet.row, MM(9.5));
	assert_false(m.doc.sheet.hyphenate);
	assert_false(m.doc.sheet.page_numbers);
	finds("---\nmargin: 1 2 3 4\n---\nx\n", "K933 2:1 margins");
	finds("---\nsize: 40\n---\nx\n", "K934 2:7");
	finds("---\nrow-height: 51\n---\nx\n", "K934 2:13");
	finds("---\nmargins: [10, 11, 12]\n---\nx\n", "K934 2:10");
	finds("---\nsize: 12\nsize: 12\n---\nx\n", "K933 3:1");
}

/* What comes from a record says so, and where it was written. */
static void
test_places(void **state)
{
	struct made m;
	const struct run *run;

	(void)state;
	m = make("minutes", "x {{opening}}\n", minutes_new());
	run = m.doc.blocks.at[0].runs.at;
	assert_false(run[0].record);
	assert_string_equal(run[0].at.src->path.p, "t.md");
	assert_true(run[1].record);
	assert_string_equal(run[1].at.src->path.p, "record.md");
}

/* --- faults ------------------------------------------------------------- */

static void
test_bad_tags(void **state)
{
	(void)state;
	finds("x {{school}\n", "K920 1:3");
	finds("{{\n", "K920 1:1");
	finds("x {{a_b}} y\n", "K920 1:3");
	finds("x }} y\n", "K920 1:3");
	finds("{{> part}}\n", "K920 1:1");
	finds("№&nbsp;{{number}} {{sch ool}}\n", "K920 1:19");
}

static void
test_bad_names(void **state)
{
	(void)state;
	finds("{{scool}}\n", "K921 1:1 school");
	finds("x\n\n{{#items}}\n1. {{titel}}\n{{/items}}\n", "K921 4:4 title");
	finds("{{title}}\n", "K921 1:1");
	finds("{{date.lang}}\n", "K922 1:1 long");
	finds("{{school.many}}\n", "K922 1:1");
	finds("{{council.genitive.dative}}\n", "K922 1:1");
	finds("{{#items}}{{votes.fro}}{{/items}}\n", "K922 1:11 for");
	finds("{{#school}}x{{/school}}\n", "K923 1:1");
	finds("{{full}}\n", "K935 1:1");
	finds("{{items}}\n", "K935 1:1");
}

static void
test_bad_sections(void **state)
{
	(void)state;
	finds("{{#items}}\n1. {{title}}\n", "K924 1:1");
	finds("a {{?start}}x\n", "K924 1:3");
	finds("{{?absent}}x{{/abs}}\n", "K925 1:13 {{/absent}}");
	finds("x{{/start}}\n", "K925 1:2");
	finds("{{?start}}{{#items}}x{{/start}}{{/items}}\n", "K925 1:22");
	finds("**{{?start}}x**{{/start}}\n", "K926 1:16");
	finds("{{?start}}\n- a\n  {{/start}}\n", "K926 3:3");
	finds("- a\n  {{?start}}\n\nb\n\n{{/start}}\n", "K926 6:1");
	finds("a {{?start}} b\n\n{{/start}}\n", "K926 3:1");
	finds("| a | b |\n|---|---|\n{{#items}}\n| {{title}} | x |\n\n"
	      "{{/items}}\n",
	    "K926 6:1");
	finds("> {{?start}}\n> b\n> {{/start}}\n", "K931 1:1 K931 3:1");
}

static void
test_bad_prose(void **state)
{
	(void)state;
	finds("{{opening}} {{opening}}\n", "K927 1:13");
	finds(
	    "{{?start}}{{opening}}{{/start}}{{^start}}{{opening}}{{/start}}\n",
	    "");
	finds("{{#items}}{{heard}}{{/items}}\n", "K927 1:1");
	finds("# {{opening}}\n", "K928 1:3");
	finds("``` centre\n{{opening}}\n```\n", "K928 2:1");
}

static void
test_bad_blocks(void **state)
{
	(void)state;
	finds("<div>\nx\n</div>\n", "K929 1:1");
	finds("a <b>x</b>\n", "K929 1:3 K929 1:7");
	finds("a\n\n    b\n", "K929 3:5");
	finds("a\n---\n", "K929 1:1");
	finds("``` center\nx\n```\n", "K930 1:1 centre");
	finds("``` chart\nsum\n```\n", "K947 2:1");
	finds("``` signatures\nКатчы\n```\n", "K932 2:1");
	finds("``` columns\na | b | c\n```\n", "K932 2:1");
	finds("``` stamps\na\n```\n", "K932 1:1");
	finds("``` pagebreak\na\n```\n", "K932 2:1");
	finds("| a |\n|---|\n| b | c |\n", "K936 3:1");
}

/* --- what is built in --------------------------------------------------- */

static void
test_too_big(void **state)
{
	struct strbuf b;

	(void)state;
	buf_init(&b, &a);
	while (b.n <= (size_t)64 * 1024)
		buf_add(&b, STR("{{#items}}{{/place}}\n\n"));
	buf_byte(&b, '\0');
	finds(b.p, "K938 1:1");
}

static void
test_builtins(void **state)
{
	(void)state;
	for (int lang = LANG_RU; lang <= LANG_KY; lang++) {
		for (int i = 0; i < PAPER_MAX; i++) {
			struct str text =
			    template_builtin(paper_names[i], (enum lang)lang);
			struct diags d;

			diags_init(&d, &a);
			assert_non_null(template_read(&a,
			    source_from(&a, STR("t.md"), text), paper_names[i],
			    &d));
			assert_int_equal(d.list.n, 0);
		}
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(test_tags),
		TEST(test_names),
		TEST(test_block_tags),
		TEST(test_prose),
		TEST(test_stops_and_empty),
		TEST(test_lists),
		TEST(test_spanning_row),
		TEST(test_fences),
		TEST(test_front_matter),
		TEST(test_places),
		TEST(test_bad_tags),
		TEST(test_bad_names),
		TEST(test_bad_sections),
		TEST(test_bad_prose),
		TEST(test_bad_blocks),
		TEST(test_too_big),
		TEST(test_builtins),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
