/* SPDX-License-Identifier: MIT */
#include <string.h>
#include <yaml.h>

#include "markup/markup_int.h"
#include "test.h"

static struct diags d;

static struct node *
read_yaml(struct str text)
{
	struct source *s = source_from(&a, STR("x.yaml"), text);

	diags_init(&d, &a);

	struct node *n;
	bool ok = markup_yaml(&n, &a, source_span(s, 0, text.n), &d);

	assert_true(ok == (d.count[SEV_ERROR] == 0));
	assert_true(n || !ok);
	return n;
}

static void
add_shape(struct strbuf *b, const struct node *n)
{
	/* Every value points at what was written. */
	assert_non_null(n->at.src);
	assert_true(n->at.off + n->at.len <= n->at.src->text.n);
	if (n->kind == NODE_SCALAR) {
		if (!n->quoted)
			assert_true(str_eq(n->text, span_text(n->at)));
		buf_add(b, n->text);
		return;
	}
	buf_byte(b, n->kind == NODE_MAP ? '{' : '[');
	for (size_t i = 0; i < n->pairs.n; i++) {
		if (i)
			buf_byte(b, '|');
		buf_add(b, n->pairs.at[i].key);
		buf_byte(b, '=');
		add_shape(b, n->pairs.at[i].value);
	}
	for (size_t i = 0; i < n->items.n; i++) {
		if (i)
			buf_byte(b, '|');
		add_shape(b, n->items.at[i]);
	}
	buf_byte(b, n->kind == NODE_MAP ? '}' : ']');
}

/* What people type; the findings, LINE:CODE; the tree, or "" for none. */
static const struct {
	const char *typed, *findings, *shape;
} slips[] = {
	{ "", "", "{}" },
	{ "# эскертме\n", "", "{}" },
	{ "а: 1\nб: [в, г]\n", "", "{а=1|б=[в|г]}" },
	{ "а:\n- б\n- в: г\n  д: е\nж: з", "", "{а=[б|{в=г|д=е}]|ж=з}" },
	{ "а:\n  - - б\n    - в\n", "", "{а=[[б|в]]}" },
	{ "а: no\nб: 012\nв: ~\n", "", "{а=no|б=012|в=~}" },
	{ "а: 15:00\nб: http://x.kg\n", "", "{а=15:00|б=http://x.kg}" },
	{ "а: \"б: в\"\n", "", "{а=б: в}" },
	{ "а: |\n  б: в: г\n  # д\nе: ж\n", "", "{а=б: в: г\n# д\n|е=ж}" },
	{ "а: [б,\n  в]\nг: д\n", "", "{а=[б|в]|г=д}" },
	{ "а: 1  # эскертме\n", "", "{а=1}" },
	/* conventions 4.9, row by row */
	{ "тема: Отчёт: итоги\nб: в\n", "1:K008", "{тема=Отчёт: итоги|б=в}" },
	{ "тема: «Отчёт: итоги»\n", "1:K008", "{тема=«Отчёт: итоги»}" },
	{ "дата:2025-09-15\nб: в\n", "1:K009", "{дата=2025-09-15|б=в}" },
	{ "а: б\n  в: г\n", "2:K019", "{а=б|в=г}" },
	{ "а:\n\t- б\n\t- в\n", "2:K013 3:K013", "{а=[б|в]}" },
	{ "а: @school\n", "1:K014", "{а=@school}" },
	{ "а: `план`\n", "1:K014", "{а=`план`}" },
	{ "а: **Отчёт**\n", "1:K014", "{а=**Отчёт**}" },
	{ "а: *Важно*\n", "1:K014", "{а=*Важно*}" },
	{ "а: &совет\n", "1:K014", "{а=&совет}" },
	{ "а: !важно\n", "1:K014", "{а=!важно}" },
	{ "а: >5 человек\nб: в\n", "1:K014", "{а=>5 человек|б=в}" },
	{ "% план\nа: б\n", "1:K014", "{а=б}" },
	{ "а: [проект\nб: в\n", "1:K015", "{а=[проект|б=в}" },
	{ "а: \"Отчёт\nб: в\n", "1:K015", "{а=Отчёт|б=в}" },
	{ "а: 'Ата Мекен' сабагы\n", "1:K017", "{а='Ата Мекен' сабагы}" },
	{ "а: \"Асан\" уулу\n", "1:K017", "{а=\"Асан\" уулу}" },
	{ "а: \"C:\\школа\"\n", "1:K018", "{а=C:\\школа}" },
	{ "а:\n  - б\n - в\n", "3:K019", "{а=[б|в]}" },
	{ "а:\n-Асанова\n-Бекова\n", "2:K023 3:K023", "{а=[Асанова|Бекова]}" },
	{ "а: маани #5 протокол\n", "1:K024", "{а=маани}" },
	{ "а: {за 9}\n", "1:K025", "" },
	{ "а:\xc2\xa0маани\n", "1:K026", "{а=маани}" },
	{ "а: \xc2\xa0маани\n", "1:K026", "{а=маани}" },
	{ "а: бир\nсөз\nдагы\nб: в\n", "2:K016", "{а=бир|б=в}" },
	/* what records do not have */
	{ "а: &x 1\nб: *x\n", "1:K027", "" },
	{ "а: !!int 1\n", "1:K027", "" },
	{ "<<: {а: б}\n", "1:K027", "" },
	{ "а: 1\n---\nб: 2\n", "2:K028", "" },
	{ "сөз\n", "1:K016", "{}" },
	{ "а: {б: в: г}\n", "1:K030", "" },
};

static void
test_slips(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(slips) / sizeof(slips[0]); i++) {
		struct node *n = read_yaml(str_from(slips[i].typed));
		struct strbuf found, shape;

		buf_init(&found, &a);
		buf_init(&shape, &a);
		diags_sort(&d);
		for (size_t k = 0; k < d.list.n; k++)
			buf_printf(&found, "%s%zu:%s", k ? " " : "",
			    source_place(d.list.at[k].at).line,
			    d.list.at[k].message->code);
		if (n)
			add_shape(&shape, n);
		assert_string_equal(
		    str_cstr(&a, buf_str(&found)), slips[i].findings);
		assert_string_equal(
		    str_cstr(&a, buf_str(&shape)), slips[i].shape);
	}
}

/* A folded value keeps its words; only a warning says that it goes on. */
static void
test_folded(void **state)
{
	(void)state;
	struct node *n = read_yaml(STR("а: бир\n  эки\n"));

	assert_non_null(n);
	assert_true(str_eq(n->pairs.at[0].value->text, STR("бир эки")));
	assert_int_equal(d.list.n, 1);
	assert_string_equal(d.list.at[0].message->code, "K022");
}

/* The corrected line is what the user should have typed. */
static void
test_fixes(void **state)
{
	static const struct {
		const char *typed, *fix;
	} lines[] = {
		{ "а: б: в", "а: \"б: в\"" },
		{ "  - а: б: \"в\"", "  - а: 'б: \"в\"'" },
		{ "а:б", "а: б" },
		{ "а:\n\t- б", "  - б" },
		{ "а: \"б", "а: \"б\"" },
		{ "а: б #1", "а: \"б #1\"" },
		{ "а:\n-б", "- б" },
		{ "а: \"C:\\ш\"", "а: 'C:\\ш'" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(lines) / sizeof(lines[0]); i++) {
		read_yaml(str_from(lines[i].typed));
		assert_int_equal(d.list.n, 1);
		assert_string_equal(
		    str_cstr(&a, d.list.at[0].fix), lines[i].fix);
	}
}

/* A pattern repeated, and what stands before and behind. */
static void
check_hostile(const char *before, const char *pattern, size_t times)
{
	struct strbuf b;

	buf_init(&b, &a);
	buf_add(&b, str_from(before));
	for (size_t i = 0; i < times; i++)
		buf_add(&b, str_from(pattern));
	read_yaml(buf_str(&b));
}

/* Quadratic or recursive code would not come back from these. */
static void
test_hostile(void **state)
{
	(void)state;
	check_hostile("", "[", 100000);
	check_hostile("", "{а: ", 50000);
	check_hostile("", "- ", 50000);
	check_hostile("", "\"а\n", 100000);
	check_hostile("", "к: \"а\n", 50000);
	check_hostile("", "к: [а\n", 50000);
	check_hostile("", "а:", 100000);
	check_hostile("", "&а ", 100000);
	check_hostile("к: ", "'", 100001);
	check_hostile("к: \"", "\\", 100001);
	check_hostile("", "\t- а\n", 50000);
	check_hostile("к:", "\xc2\xa0", 50000);
	check_hostile("к: ", "#", 100000);
}

/* What libyaml itself complains of in a text; "" where it takes it. */
static const char *
complaint_of(yaml_parser_t *parser, const char *text)
{
	yaml_event_t event;
	bool ended = false;

	yaml_parser_initialize(parser);
	yaml_parser_set_input_string(
	    parser, (const unsigned char *)text, strlen(text));
	while (!ended && yaml_parser_parse(parser, &event)) {
		ended = event.type == YAML_STREAM_END_EVENT;
		yaml_event_delete(&event);
	}
	return ended ? "" : parser->problem;
}

/* Findings rest on libyaml's sentences: another release may word them anew.
 * Each must still be what it says of a text; the first one that it contains
 * counts. */
static void
test_sentences(void **state)
{
	static const struct {
		const char *sentence, *typed;
	} rows[] = {
		{ "mapping values are not allowed", "а: б: в" },
		{ "block sequence entries are not allowed", "а: - б" },
		{ "did not find expected key", "а: б\n- в" },
		{ "did not find expected '-' indicator", "- а\nб: в" },
		{ "did not find expected <document start>", "а\n... б" },
		{ "cannot start any token", "а: @б" },
		{ "alphabetic or numeric character", "а: &ң б" },
		{ "expected whitespace or line break", "а: !x[б" },
		{ "comment or line break", "а: |x\n  б" },
		{ "directive", "%ң\n---\nа" },
		{ "tag", "а: !x!y б" },
		{ "expected ',' or", "а: [б\nв: г" },
		{ "unexpected end of stream", "а: \"б" },
		{ "unexpected document indicator", "а: \"б\n---\nв\"" },
		{ "unknown escape character", "а: \"\\q\"" },
		{ "hexdecimal number", "а: \"\\xzz\"" },
		{ "could not find expected ':'", "а: б\nв" },
		{ "control characters are not allowed", "а:\001б" },
	};
	size_t n = sizeof(rows) / sizeof(rows[0]);

	(void)state;
	for (size_t i = 0; i < n; i++) {
		yaml_parser_t parser;
		const char *said = complaint_of(&parser, rows[i].typed);

		if (!strstr(said, rows[i].sentence))
			fail_msg("libyaml no longer says \"%s\" of: %s\n"
				 "it says \"%s\"; see src/markup/yaml.c",
			    rows[i].sentence, rows[i].typed, said);
		yaml_parser_delete(&parser);
		if (!yaml_sentence(i) ||
		    strcmp(yaml_sentence(i), rows[i].sentence) != 0)
			fail_msg("row %zu of src/markup/yaml.c is not \"%s\"",
			    i, rows[i].sentence);
	}
	if (yaml_sentence(n))
		fail_msg("no text is known of which libyaml says \"%s\"",
		    yaml_sentence(n));
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_slips),
		cmocka_unit_test(test_folded),
		cmocka_unit_test(test_fixes),
		cmocka_unit_test(test_sentences),
		cmocka_unit_test(test_hostile),
	};

	return cmocka_run_group_tests(tests, open_arena, close_arena);
}
