/* SPDX-License-Identifier: MIT */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/arena.h"
#include "doc/chart.h"
#include "markup/markup.h"
#include "template/template.h"

/*
 * Templates of a few lines against values made by hand: what they are filled
 * in to, written one block a line, and what is found wrong with them.
 */

/* --- values ------------------------------------------------------------- */

static struct arena arena;

static int
set_up(void **state)
{
	(void)state;
	arena_init(&arena);
	return 0;
}

static int
tear_down(void **state)
{
	(void)state;
	arena_done(&arena);
	return 0;
}

static struct value *
value_new(enum value_kind kind)
{
	struct value *v = ARENA_NEW(&arena, struct value);

	v->kind = kind;
	return v;
}

static void
member_add(struct value *g, const char *name, struct value *v)
{
	*LIST_ADD(&arena, &g->members) = (struct member_value){ name, v };
	g->there = true;
}

static void
text_add(struct value *g, const char *name, const char *text)
{
	struct value *v = value_new(VALUE_TEXT);

	v->text = str_from(text);
	v->there = *text;
	member_add(g, name, v);
}

static void
prose_add(
    struct value *g, const char *name, const char *text, enum value_kind kind)
{
	struct source *s =
	    source_from(&arena, STR("record.md"), str_from(text));
	struct blocks *b = ARENA_NEW(&arena, struct blocks);
	struct value *v = value_new(kind);

	*b = markup_markdown(&arena, source_span(s, 0, s->text.n));
	v->prose = b;
	v->there = b->n;
	member_add(g, name, v);
}

static struct value *
list_add(struct value *g, const char *name)
{
	struct value *v = value_new(VALUE_LIST);

	member_add(g, name, v);
	return v;
}

static struct value *
element_add(struct value *list)
{
	struct value *v = value_new(VALUE_GROUP);

	*LIST_ADD(&arena, &list->items) = v;
	list->there = v->there = true;
	return v;
}

static void
names_add(struct value *g, const char *name, const char *one, const char *two)
{
	struct value *list = list_add(g, name);

	if (one)
		text_add(element_add(list), "name", one);
	if (two)
		text_add(element_add(list), "name", two);
}

/* A session of two items, the second without a reporter. */
static struct value *
minutes_new(void)
{
	struct value *g = value_new(VALUE_GROUP);
	struct value *items = list_add(g, "items"), *item, *decisions;

	text_add(g, "school", "№ 195");
	text_add(g, "number", "7");
	text_add(g, "place", "");
	text_add(g, "start", "15:00");
	text_add(g, "chair", "Төлөгөнова Г.Ө.");
	names_add(g, "present", "Жээнбеков Ү.К.", "Чоюбекова С.Ө.");
	names_add(g, "absent", NULL, NULL);
	names_add(g, "secretaries", "Чоюбекова С.Ө.", NULL);
	prose_add(g, "opening", "Ачылыш.", VALUE_PROSE);

	item = element_add(items);
	text_add(item, "title", "Катчы");
	text_add(item, "number", "1");
	names_add(item, "reporters", "Жээнбеков Ү.К.", NULL);
	prose_add(item, "heard", "Бир.\n\nЭки.", VALUE_PROSE);
	decisions = list_add(item, "decisions");
	text_add(element_add(decisions), "number", "1.1.");
	prose_add(decisions->items.at[0], "text", "Шайлансын.", VALUE_PROSE);

	item = element_add(items);
	text_add(item, "title", "План!");
	text_add(item, "number", "2");
	names_add(item, "reporters", NULL, NULL);
	prose_add(item, "heard", "- а\n- б", VALUE_PROSE);
	decisions = list_add(item, "decisions");
	text_add(element_add(decisions), "number", "2.1.");
	prose_add(decisions->items.at[0], "text", "Бекитилсин:\n\n- бири",
	    VALUE_PROSE);
	text_add(element_add(decisions), "number", "2.2.");
	prose_add(decisions->items.at[1], "text", "Эске алынсын", VALUE_PROSE);
	return g;
}

static struct value *
report_new(const char *body)
{
	struct value *g = value_new(VALUE_GROUP);

	text_add(g, "tasks-done", "29");
	text_add(g, "chair", "Төлөгөнова Г.Ө.");
	prose_add(g, "year-line", "| a |\n|---|\n| 1 |", VALUE_PROSE);
	prose_add(g, "body", body, VALUE_LIVE);
	return g;
}

/* --- what comes out ----------------------------------------------------- */

static const char *const kind_names[] = {
	[BLOCK_PARAGRAPH] = "P",
	[BLOCK_HEADING] = "H",
	[BLOCK_LIST] = "L",
	[BLOCK_ITEM] = "I",
	[BLOCK_QUOTE] = "Q",
	[BLOCK_TABLE] = "T",
	[BLOCK_ROW] = "R",
	[BLOCK_CELL] = "C",
	[BLOCK_LINE] = "---",
	[BLOCK_CENTRE] = "centre",
	[BLOCK_RIGHT] = "right",
	[BLOCK_COLUMNS] = "columns",
	[BLOCK_STAMPS] = "stamps",
	[BLOCK_SIGNATURES] = "signatures",
	[BLOCK_PAGEBREAK] = "pagebreak",
	[BLOCK_CHART] = "chart",
};

/* A block is its kind and (what is in it); runs that are bold stand in stars,
 * those of a record in angle brackets. */
static void
show(struct strbuf *b, const struct blocks *blocks)
{
	for (size_t i = 0; i < blocks->n; i++) {
		const struct block *k = &blocks->at[i];

		if (i)
			buf_byte(b, ' ');
		buf_add(b, str_from(kind_names[k->kind]));
		if (k->kind == BLOCK_HEADING)
			buf_printf(b, "%d", k->level);
		if (k->kind == BLOCK_ITEM)
			buf_add(b, k->label);
		if (k->kind == BLOCK_CELL && k->span > 1)
			buf_printf(b, "%d", k->span);
		buf_byte(b, '(');
		if (k->kind == BLOCK_CHART)
			buf_add(b, k->chart->alt);
		for (size_t r = 0; r < k->runs.n; r++) {
			const struct run *run = &k->runs.at[r];
			const char *mark = run->style & STYLE_BOLD ? "*" : "";

			if (run->kind == RUN_TEXT)
				buf_printf(b, "%s" STR_FMT "%s", mark,
				    STR_ARG(run->s), mark);
			else
				buf_byte(b, run->kind == RUN_BREAK ? '/' : ' ');
		}
		show(b, &k->kids);
		buf_byte(b, ')');
	}
}

struct made {
	struct document doc;
	struct diags d;
	bool ok;
};

static struct made
make(const char *paper, const char *text, const struct value *values)
{
	struct made m = { 0 };
	struct source *s = source_from(&arena, STR("t.md"), str_from(text));
	struct template *t;

	diags_init(&m.d, &arena);
	m.doc.sheet = sheet_default();
	t = template_read(&arena, s, paper, &m.d);
	assert_true(!t == (m.d.count[SEV_ERROR] > 0));
	m.ok = t && template_fill(&m.doc, &arena, t, values, &m.d);
	assert_true(m.ok == (m.d.count[SEV_ERROR] == 0));
	return m;
}

static void
assert_shown(const struct made *m, const char *expected)
{
	struct strbuf b;

	buf_init(&b, &arena);
	show(&b, &m->doc.blocks);
	assert_string_equal(str_cstr(&arena, buf_str(&b)), expected);
}

static void
gives(const char *text, const char *expected)
{
	struct made m = make("minutes", text, minutes_new());

	assert_int_equal(m.d.list.n, 0);
	assert_shown(&m, expected);
}

/* "CODE LINE:COL fix" of each finding. */
static void
assert_found(struct made *m, const char *expected)
{
	struct strbuf b;

	buf_init(&b, &arena);
	diags_sort(&m->d);
	for (size_t i = 0; i < m->d.list.n; i++) {
		const struct diag *g = &m->d.list.at[i];
		struct place at = source_place(g->at);

		buf_printf(&b, "%s%s %zu:%zu", i ? " " : "", g->message->code,
		    at.line, at.col);
		if (g->fix.n)
			buf_printf(&b, " " STR_FMT, STR_ARG(g->fix));
	}
	assert_string_equal(str_cstr(&arena, buf_str(&b)), expected);
}

static void
finds(const char *text, const char *expected)
{
	struct made m = make("minutes", text, minutes_new());

	assert_found(&m, expected);
}

static void
reports(const char *body, const char *expected, const char *found)
{
	struct made m = make("report", "{{body}}\n", report_new(body));

	assert_shown(&m, expected);
	assert_found(&m, found);
}

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
	gives("**{{school}}** x", "P(*№ 195* x)");
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

/* --- report.md ---------------------------------------------------------- */

static void
test_live_names(void **state)
{
	(void)state;
	reports("Аткарылганы – {{tasks-done}}.\n", "P(Аткарылганы – 29.)", "");
	reports("{{chair}}.\n", "P(Төлөгөнова Г.Ө.)", "");
	reports("{{year-line}}\n", "T(R(C(P(a))) R(C(P(1))))", "");
	reports("x {{year-line}}\n", "P(x )", "K942 1:3");
	reports("{{tasks-done}}у\n", "P(29у)", "K943 1:1");
	reports("{{nobody}}\n", "P()", "K940 1:1");
	reports("{{чечимдерр}}\n", "P()", "K940 1:1 чечимдер");
	reports("``` centre\nx\n```\n", "P(x)", "K946 1:1");
	reports("{{#items}}\n", "P()", "K941 1:1");
	reports("{{sum}}\n", "P()", "K945 1:1");
	reports("{{x\n", "P()", "K920 1:1");
}

static void
test_live_tables(void **state)
{
	(void)state;
	reports("| К | n | % |\n|---|--:|--:|\n| а | 14 | {{share}} |\n"
		"| б | 21 | {{share}} |\n| Бары | {{sum}} | {{share}} |\n",
	    "T(R(C(P(К)) C(P(n)) C(P(%))) "
	    "R(C(P(а)) C(P(14)) C(P(40,0 %))) "
	    "R(C(P(б)) C(P(21)) C(P(60,0 %))) "
	    "R(C(P(Бары)) C(P(35)) C(P(100,0 %))))",
	    "");
	reports("| К | 5 | «4» | 3 | 2 | с | ж |\n|---|--|--|--|--|--|--|\n"
		"| а | 2 | 3 | 4 | 1 | {{quality}} | {{pass}} |\n",
	    "T(R(C(P(К)) C(P(5)) C(P(«4»)) C(P(3)) C(P(2)) C(P(с)) C(P(ж))) "
	    "R(C(P(а)) C(P(2)) C(P(3)) C(P(4)) C(P(1)) C(P(50,0 %)) "
	    "C(P(90,0 %))))",
	    "");
	reports("| a |\n|---|\n| 1,5 |\n| 2 |\n| {{sum}} |\n",
	    "T(R(C(P(a))) R(C(P(1,5))) R(C(P(2))) R(C(P(3,5))))", "");
	reports("| a |\n|---|\n| x |\n| {{sum}} |\n",
	    "T(R(C(P(a))) R(C(P(x))) R(C(P())))", "K944 4:3");
}

/* --- charts ------------------------------------------------------------- */

static const char counted[] =
    "| Т | Саны | % |\n|---|--:|--:|\n"
    "| а | 14 | {{share}} |\n| б | 21.5 | {{share}} |\n"
    "| Жалпы | {{sum}} | |\n";

/* What a chart below that table says in words, or the findings. */
static void
draws(const char *fence, const char *expected)
{
	const char *body =
	    str_printf(&arena, "%s\n``` chart\n%s```\n", counted, fence).p;
	struct made m = make("report", "{{body}}\n", report_new(body));
	const struct block *last = LIST_LAST(&m.doc.blocks);

	if (last->kind != BLOCK_CHART) {
		assert_found(&m, expected);
		return;
	}
	assert_int_equal(m.d.list.n, 0);
	assert_string_equal(str_cstr(&arena, last->chart->alt), expected);
}

static void
test_charts(void **state)
{
	(void)state;
	draws("of: Саны\n", "Chart: Саны; а – 14, б – 21,5");
	draws(
	    "мамыча: саны\nтүрү: сызыктар\n", "Chart: Саны; а – 14, б – 21,5");
	draws("", "Chart: Саны; а – 14, б – 21,5");
	draws("столбцы: %, Саны\n", "Chart: %: а – 39,4\u00a0%, б – "
				    "60,6\u00a0%; Саны: а – 14, б – 21,5");
	draws("title: Кадрлар\n", "Chart: Кадрлар; а – 14, б – 21,5");
	reports("| Т | Саны |\n|---|--:|\n| а | 1 |\n\n``` диаграмма\n```\n"
		"``` chart\ntype: lines\n```\n",
	    "T(R(C(P(Т)) C(P(Саны))) R(C(P(а)) C(P(1)))) "
	    "chart(Chart: Саны; а – 1) chart(Chart: Саны; а – 1)",
	    "");
	reports("| Т | n |\n|---|--:|\n| а | 1 |\n| Мектепте | {{sum}} |\n\n"
		"``` chart\n```\n",
	    "T(R(C(P(Т)) C(P(n))) R(C(P(а)) C(P(1))) "
	    "R(C(P(Мектепте)) C(P(1)))) chart(Chart: n; а – 1)",
	    "");
	gives("| № | Маселе | Добуш |\n|---|---|---|\n{{#items}}\n"
	      "| {{number}} | {{title}} | 5 |\n{{/items}}\n\n"
	      "``` chart\nof: Добуш\n```\n",
	    "T(R(C(P(№)) C(P(Маселе)) C(P(Добуш))) "
	    "R(C(P(1)) C(P(Катчы)) C(P(5))) "
	    "R(C(P(2)) C(P(План!)) C(P(5)))) "
	    "chart(Chart: Добуш; Катчы – 5, "
	    "План! – 5)");
}

static void
test_bad_charts(void **state)
{
	(void)state;
	draws("typ: bars\n", "K947 8:1 type");
	draws("түр: тилкелер\n", "K947 8:1 түрү");
	draws("type: bar\n", "K947 8:7 bars");
	draws("of: Саны\nof: Саны\n", "K947 9:1");
	draws("of: Саны, , %\n", "K947 8:5");
	draws("of:\n", "K947 8:1");
	draws("of: Сан\n", "K948 8:5 Саны");
	draws("of: Т\n", "K949 3:3 K949 4:3");
	reports("x\n\n``` chart\n```\n", "P(x)", "K939 3:1");
	reports("``` chart\n```\n", "", "K939 1:1");
	finds("x\n\n``` chart\nof: y\n```\n", "K939 3:1");
}

/* --- what is built in --------------------------------------------------- */

static void
test_too_big(void **state)
{
	struct strbuf b;

	(void)state;
	buf_init(&b, &arena);
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

			diags_init(&d, &arena);
			assert_non_null(template_read(&arena,
			    source_from(&arena, STR("t.md"), text),
			    paper_names[i], &d));
			assert_int_equal(d.list.n, 0);
		}
	}
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, set_up, tear_down)

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
		TEST(test_live_names),
		TEST(test_live_tables),
		TEST(test_too_big),
		TEST(test_charts),
		TEST(test_bad_charts),
		TEST(test_builtins),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
