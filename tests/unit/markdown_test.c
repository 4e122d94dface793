/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "markup/markup.h"
#include "test.h"

static struct diags d;

/* A letter a kind, in the order of enum block_kind. */
static const char letters[] = "PHLIQTRC-FXMG";

static void
add_runs(struct strbuf *b, const struct runs *runs)
{
	for (size_t i = 0; i < runs->n; i++) {
		const struct run *r = &runs->at[i];

		assert_true(r->at.off + r->at.len <= r->at.src->text.n);
		if (r->kind != RUN_TEXT) {
			buf_byte(b, r->kind == RUN_BREAK ? '/' : '~');
			continue;
		}
		/* Tight: where nothing was resolved, offsets agree. */
		if (r->at.len == r->s.n)
			assert_true(str_eq(r->s, span_text(r->at)));
		if (i && runs->at[i - 1].kind == RUN_TEXT)
			buf_byte(b, '|');
		if (r->style & STYLE_BOLD)
			buf_byte(b, '*');
		if (r->style & STYLE_ITALIC)
			buf_byte(b, '_');
		buf_add(b, r->s);
		if (r->url.n)
			buf_printf(b, "@" STR_FMT, STR_ARG(r->url));
	}
}

static void
add_shape(struct strbuf *b, const struct blocks *blocks)
{
	for (size_t i = 0; i < blocks->n; i++) {
		const struct block *k = &blocks->at[i];

		assert_true(k->at.off + k->at.len <= k->at.src->text.n);
		buf_byte(b, letters[k->kind]);
		buf_byte(b, '(');
		buf_add(b, k->label);
		add_runs(b, &k->runs);
		add_shape(b, &k->kids);
		buf_byte(b, ')');
	}
}

static struct blocks
read_marked(struct str text, struct marks *marks)
{
	struct source *s = source_from(&a, STR("x.md"), text);
	struct span all = source_span(s, 0, text.n);
	struct blocks tree = markup_markdown(&a, all, marks);

	diags_init(&d, &a);

	markup_prose_check(&a, all, &tree, marks, false, &d);
	diags_sort(&d);
	return tree;
}

static struct blocks
read_markdown(struct str text)
{
	return read_marked(text, &(struct marks){ 0 });
}

#define HEAD "|а|б|\n|-|-|\n"

/* Text; its tree; its findings, LINE:CODE. */
static const struct {
	const char *typed, *shape, *findings;
} texts[] = {
	{ "", "", "" },
	{ "## Баш **сөз** ##\n\nБир\nэки", "H(Баш |*сөз| ##)P(Бир~эки)", "" },
	{ "а\\*б  \nв\\\nг", "P(а*б/в\\~г)", "" },
	{ "**а *б***\n*в* г", "P(*а |*_б~_в| г)", "" },
	{ "[а **б**](x.md) в", "P(а @x.md|*б@x.md| в)", "" },
	{ "<http://x.kg> а", "P(http://x.kg@http://x.kg| а)", "" },
	{ "1. а\n2. б\n   - в", "L(I(P(а))I(P(б)L(I(P(в)))))", "" },
	{ "> а\n> *б*\nв", "Q(P(а~_б~в))", "" },
	{ "а\n\n---\n\nб", "P(а)-()P(б)", "" },
	/* signs are text */
	{ "2*45*3 3*4*5 5 * 3", "P(2*45*3 3*4*5 5 * 3)", "" },
	{ "«__» ______ 20__ г. _а_ __б__", "P(«__» ______ 20__ г. _а_ __б__)",
	    "" },
	{ "**а**б б**а** ***в*** ****г****", "P(*а**б б**а| |*_в| ****г****)",
	    "" },
	{ "*5* **5** (**«а», 5%**) *\\**", "P(*5* |*5| (|*«а», 5%|) ***)", "" },
	{ "**а *б** в* **г*", "P(*а *б| в* **г*)", "" },
	{ "*[а*](б) *[*а*](б)", "P(*|а*@б| *|_а@б)", "" },
	{ "**ЖОБО**нун \\**а* *\\*а*", "P(**ЖОБО**нун *|_а| |_*а)", "" },
	{ "* 5 а", "P(* 5 а)", "" },
	{ "+ 5 %\n+ 6 %", "P(+ 5 %~+ 6 %)", "2:K034" },
	{ "1. * б\n\n+ а", "L(I(P(* б)))P(+ а)", "1:K216 3:K216" },
	{ "\\* б\n\n*б\n\n+\n\n* * *\n\n***", "P(* б)P(*б)P(+)P(* * *)P(***)",
	    "" },
	{ "> 80 %", "P(> 80 %)", "" },
	{ "1. > 80\n2. > б\n\n>= в", "L(I(P(> 80))I(Q(P(б))))P(>= в)", "" },
	{ "> а\n> 80\n>\n> 90\nв\n> 70", "Q(P(а~80)P(90~в~70))", "" },
	{ "> а\n- б\n\n> 80", "Q(P(а))L(I(P(б)))P(> 80)", "" },
	{ "> > «а»\n\n>\n\n> > 5", "Q(Q(P(«а»)))P(>)P(> > 5)", "" },
	{ "1. # 5 а #\n2. #5 а\n   ## б", "L(I(P(# 5 а #))I(P(#5 а)P(## б)))",
	    "3:K033" },
	{ "> а\n> # 5", "Q(P(а)P(# 5))", "" },
	{ "## а #\n\n# # 5\n\n#", "H(а #)H(# 5)H()", "" },
	{ "а\\\n\nв\\г \\\\ \\# \\» \\", "P(а\\)P(в\\г \\ # \\» \\)", "" },
	{ "1) а\n2) б", "L(I(1)P(а))I(2)P(б)))", "" },
	{ "01. а", "L(I(P(а)))", "1:K038" },
	{ "а|б\\\n-|-\nв|\\\\|*г*",
	    "T(R(C(P(а))C(P(б\\)))R(C(P(в))C(P(\\))C(P(_г))))", "3:K035" },
	{ "[a_b](x_y*z.md) <http://x_y.kg>",
	    "P(a_b@x_y*z.md| |http://x_y.kg@http://x_y.kg)", "" },
	{ "`а*б_в` <b c='*_'>", "P( X()M())", "1:K021 1:K021" },
	{ "а [](б) в []()", "P(а | в )", "1:K037" },
	{ "#а\n-", "H(#а)", "1:K032" },
	{ "а|б\n`в\n- ", "H(а|б~`в)", "1:K032" },
	{ "а:\n2) > 5", "P(а:~2) > 5)", "2:K034" },
	{ "а &lt; б &#53; &", "P(а < б 5 &)", "1:K037" },
	/* tables */
	{ HEAD "|1|2|", "T(R(C(P(а))C(P(б)))R(C(P(1))C(P(2))))", "" },
	{ "а | б\n--|:-\n1 | 2", "T(R(C(P(а))C(P(б)))R(C(P(1))C(P(2))))", "" },
	{ HEAD "|1|\n||2|", "T(R(C(P(а))C(P(б)))R(C(P(1)))R(C()C(P(2))))", "" },
	{ HEAD "|1\\|2|**3**|", "T(R(C(P(а))C(P(б)))R(C(P(1|2))C(P(*3))))",
	    "" },
	{ HEAD "|1|2|\n3\\|4", "T(R(C(P(а))C(P(б)))R(C(P(1))C(P(2))))P(3|4)",
	    "" },
	{ HEAD "|- 1|# 2|", "T(R(C(P(а))C(P(б)))R(C(P(- 1))C(P(# 2))))", "" },
	{ "в\n" HEAD "|1|2|\nг\nд",
	    "P(в)T(R(C(P(а))C(P(б)))R(C(P(1))C(P(2))))P(г~д)", "" },
	{ "> |а|б|\n> |-|-|\n> в\n> г", "Q(T(R(C(P(а))C(P(б))))P(в~г))", "" },
	{ "> |а|\n> |-|\n> в\n> |г|\n> |-|",
	    "Q(T(R(C(P(а))))P(в)T(R(C(P(г)))))", "" },
	{ "- |а|б|\n  |-|-|\n  |1|2|",
	    "L(I(T(R(C(P(а))C(P(б)))R(C(P(1))C(P(2))))))", "" },
	{ HEAD "|1|2|3|", "T(R(C(P(а))C(P(б)))R(C(P(1))C(P(2))C(P(3))))",
	    "3:K035" },
	{ "|а|б|\n|-|-|-|", "P(|а|б|~|-|-|-|)", "1:K036" },
	{ "а\n|б", "P(а~|б)", "2:K036" },
	/* what records do not have */
	{ "Баш\n===", "H(Баш)", "1:K032" },
	{ "    а", "X()", "1:K031" },
	{ "```\nа\n```", "F()", "1:K021" },
	{ "<div>", "M()", "1:K021" },
	{ "а <b>б</b>", "P(а |бM()M())", "1:K021 1:K021" },
	{ "а `б` в", "P(а | вX())", "1:K021" },
	{ "![а](б.png)", "P(G(а))", "1:K021" },
	/* swallowed lines */
	{ "а\n    - б", "P(а~- б)", "2:K033" },
	{ "а\n#б", "P(а~#б)", "2:K033" },
	{ "а\n• б\n– в\n1.1. г\n2. д", "P(а~• б~– в~1.1. г~2. д)",
	    "2:K034 3:K034 4:K034 5:K034" },
	{ "2025\n2025. а", "P(2025~2025. а)", "" },
	/* the ledger */
	{ "[а]: б", "", "1:K039" },
	{ "[а]: б\n[в]: г\n\nд", "P(д)", "1:K039 2:K039" },
	{ "а &nbsp; б", "P(а \xc2\xa0 б)", "1:K037" },
	{ "[а](б \"в\")", "P(а@б)", "1:K037" },
	{ "1. а\n1. б\n1. в", "L(I(P(а))I(P(б))I(P(в)))", "2:K038" },
	{ "3. а\n4. б", "L(I(P(а))I(P(б)))", "" },
};

static void
test_texts(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++) {
		struct blocks tree = read_markdown(str_from(texts[i].typed));
		struct strbuf shape, found;

		buf_init(&shape, &a);
		buf_init(&found, &a);
		add_shape(&shape, &tree);
		for (size_t k = 0; k < d.list.n; k++)
			buf_printf(&found, "%s%zu:%s", k ? " " : "",
			    source_place(d.list.at[k].at).line,
			    d.list.at[k].message->code);
		assert_string_equal(
		    str_cstr(&a, buf_str(&shape)), texts[i].shape);
		assert_string_equal(
		    str_cstr(&a, buf_str(&found)), texts[i].findings);
	}
}

/* cmark's own columns are wrong from a paragraph's second line on. */
static void
test_places(void **state)
{
	(void)state;
	struct blocks tree =
	    read_markdown(STR("а\n\n> **бир** эки\n>   үч *төрт* беш"));
	const struct runs *r = &tree.at[1].kids.at[0].runs;
	struct place p = source_place(LIST_LAST(r)->at);

	assert_int_equal(p.line, 4);
	assert_int_equal(p.col, 14);
	p = source_place(r->at[3].at);
	assert_int_equal(p.line, 4);
	assert_int_equal(p.col, 5);
}

static void
test_align(void **state)
{
	(void)state;
	struct blocks t = read_markdown(STR("|а|б|в|г|\n|-|:-|:-:|-:|"));
	const struct blocks *cells = &t.at[0].kids.at[0].kids;

	assert_int_equal(t.at[0].columns, 4);
	assert_true(t.at[0].kids.at[0].head);
	for (size_t i = 0; i < 4; i++)
		assert_int_equal(cells->at[i].align, i);
}

/* One line of inline text never opens a block. */
static void
test_inline(void **state)
{
	static const struct {
		const char *typed, *shape;
	} lines[] = {
		{ "# а", "# а" },
		{ "- а", "- а" },
		{ "1. *а*", "1. |_а" },
		{ "> а\\*", "> а*" },
		{ "    а", "    а" },
		{ "---", "---" },
		{ "(а) **б**", "(а) |*б" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(lines) / sizeof(lines[0]); i++) {
		struct str s = str_from(lines[i].typed);
		struct source *src = source_from(&a, STR("x.md"), s);
		struct runs r =
		    markup_inline(&a, source_span(src, 0, s.n)).runs;
		struct strbuf shape;

		buf_init(&shape, &a);
		add_runs(&shape, &r);
		assert_string_equal(
		    str_cstr(&a, buf_str(&shape)), lines[i].shape);
	}
}

static void
test_parts(void **state)
{
	static const struct {
		const char *typed, *header, *body;
	} files[] = {
		{ "---\nа: б\n---\nв\n", "а: б\n", "в\n" },
		{ "---\n---\nв", "", "в" },
		{ "---\nа: б\n---", "а: б\n", "" },
		{ "а\n---\nб", NULL, "а\n---\nб" },
		{ "", NULL, "" },
		{ "\n", NULL, "\n" },
		/* As they were meant, with an error. */
		{ "\n\n---\nа: б\n---\nв", "а: б\n", "в" },
		{ "—\nа: б\n***\nв", "а: б\n", "в" },
	};
	struct parts p;

	(void)state;
	for (size_t i = 0; i < sizeof(files) / sizeof(files[0]); i++) {
		struct source *s =
		    source_from(&a, STR("x.md"), str_from(files[i].typed));

		diags_init(&d, &a);
		assert_true(markup_parts(&p, s, &d) == !d.count[SEV_ERROR]);
		assert_true(!p.header.src == !files[i].header);
		if (files[i].header)
			assert_string_equal(
			    str_cstr(&a, span_text(p.header)), files[i].header);
		assert_string_equal(
		    str_cstr(&a, span_text(p.body)), files[i].body);
	}

	struct source *open = source_from(&a, STR("x.md"), STR("---\nа: б\n"));

	assert_false(markup_parts(&p, open, &d));
	assert_null(p.body.src);
	assert_string_equal(LIST_LAST(&d.list)->message->code, "K007");
}

static void
test_fence_like(void **state)
{
	static const char *const fences[] = { "---", "--", " ----", "—", "–",
		"***", "* * *", "-\\--", "…", "\xe2\x80\x8b---" };
	static const char *const others[] = { "", "-", "*", "- -а", "--- а",
		"|---|", "5-6", "\\" };

	(void)state;
	for (size_t i = 0; i < sizeof(fences) / sizeof(fences[0]); i++)
		assert_true(markup_fence_like(str_from(fences[i])));
	for (size_t i = 0; i < sizeof(others) / sizeof(others[0]); i++)
		assert_false(markup_fence_like(str_from(others[i])));
}

/* --- the law of signs ---------------------------------------------------- */

static const char *const typed[] = { "а", "б ", "сөз", " ", "5", "*", "**", "_",
	"+ ", "+", "> ", ">", "# ", "#", "- ", "1. ", "2) ", ".", ")", "(", "[",
	"]", "|", "|-|-|\n", "\\", "`", "~", "\n", "\n\n", "!", ":", "=", "---",
	"***", "\n- ", "\n1. ", "\n> ", "\n|", " | " };
#define NTYPED (sizeof(typed) / sizeof(*typed))

static uint32_t
next_random(uint32_t *seed)
{
	*seed ^= *seed << 13;
	*seed ^= *seed >> 17;
	*seed ^= *seed << 5;
	return *seed;
}

static void
add_signs(struct strbuf *b, struct str s)
{
	for (size_t i = 0; i < s.n; i++) {
		if (s.p[i] != ' ' && s.p[i] != '\n')
			buf_byte(b, s.p[i]);
	}
}

/* The signs of a text without its marks, which are signs that can mark. */
static struct str
without_marks(struct str text, const struct marks *marks)
{
	char *left = ARENA_ARRAY(&a, char, text.n);
	struct strbuf b;

	memcpy(left, text.p, text.n);
	for (size_t i = 0; i < marks->n; i++) {
		for (size_t k = 0; k < marks->at[i].len; k++) {
			char *c = &left[marks->at[i].off + k];

			assert_non_null(
			    strchr("0123456789.)-#|:*[]()<>!`~=\\ \n", *c));
			*c = ' ';
		}
	}
	buf_init(&b, &a);
	add_signs(&b, (struct str){ left, text.n });
	return buf_str(&b);
}

/* Whatever is typed: an error, or its signs but for the marks are those of the
 * tree, in order. */
static void
test_law(void **state)
{
	uint32_t seed = 2463534242;
	int judged = 0;

	(void)state;
	for (int turn = 0; turn < 20000; turn++) {
		struct strbuf text, signs;
		struct marks marks = { 0 };
		struct blocks tree;

		buf_init(&text, &a);
		buf_init(&signs, &a);
		for (uint32_t n = 1 + next_random(&seed) % 14; n; n--)
			buf_add(&text,
			    str_from(typed[next_random(&seed) % NTYPED]));
		tree = read_marked(buf_str(&text), &marks);
		if (d.count[SEV_ERROR] ||
		    str_find(buf_str(&text), STR("](")) != SIZE_MAX)
			continue;
		judged++;
		add_signs(&signs, blocks_text(&a, &tree));
		assert_string_equal(
		    str_cstr(&a, without_marks(buf_str(&text), &marks)),
		    str_cstr(&a, buf_str(&signs)));
	}
	assert_true(judged > 10000);
}

static void
check_hostile(const char *before, const char *pattern, size_t times)
{
	struct strbuf b;

	buf_init(&b, &a);
	buf_add(&b, str_from(before));
	for (size_t i = 0; i < times; i++)
		buf_add(&b, str_from(pattern));
	read_markdown(buf_str(&b));
}

/* Quadratic or recursive code would not come back from these. */
static void
test_hostile(void **state)
{
	(void)state;
	check_hostile("", "[", 100000);
	check_hostile("", ">", 50000);
	check_hostile("", "- ", 50000);
	check_hostile("", "*а **б ", 50000);
	check_hostile("", "![[]()", 50000);
	check_hostile("а ", "<!-- ", 50000);
	check_hostile("а ", "<![CDATA[", 20000);
	check_hostile("", "[а](б", 50000);
	check_hostile("", "а\\\n", 50000);
	check_hostile("", "&lt;", 50000);
	check_hostile("а|б\n-|-\n", "в|г\n", 20000);
	check_hostile("[а]: б\n\n", "[а] ", 50000);
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_texts),
		cmocka_unit_test(test_places),
		cmocka_unit_test(test_align),
		cmocka_unit_test(test_inline),
		cmocka_unit_test(test_parts),
		cmocka_unit_test(test_law),
		cmocka_unit_test(test_fence_like),
		cmocka_unit_test(test_hostile),
	};

	return cmocka_run_group_tests(tests, open_arena, close_arena);
}
