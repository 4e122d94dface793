/* SPDX-License-Identifier: MIT */
#ifndef TESTS_UNIT_TEMPLATES_H
#define TESTS_UNIT_TEMPLATES_H

/*
 * Templates of a few lines against values made by hand: what they are filled
 * in to, written one block a line, and what is found wrong with them.
 */

#include <string.h>

#include "doc/chart.h"
#include "markup/markup.h"
#include "template/template.h"
#include "test.h"

/* --- values ------------------------------------------------------------- */

static struct value *
value_new(enum value_kind kind)
{
	struct value *v = ARENA_NEW(&a, struct value);

	v->kind = kind;
	return v;
}

static void
member_add(struct value *g, const char *name, struct value *v)
{
	*LIST_ADD(&a, &g->members) = (struct member_value){ name, v };
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
	struct source *s = source_from(&a, STR("record.md"), str_from(text));
	struct blocks *b = ARENA_NEW(&a, struct blocks);
	struct value *v = value_new(kind);

	*b = markup_markdown(&a, source_span(s, 0, s->text.n), NULL);
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

	*LIST_ADD(&a, &list->items) = v;
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
	struct source *s = source_from(&a, STR("t.md"), str_from(text));
	struct template *t;

	diags_init(&m.d, &a);
	m.doc.sheet = sheet_default();
	t = template_read(&a, s, paper, &m.d);
	assert_true(!t == (m.d.count[SEV_ERROR] > 0));
	m.ok = t && template_fill(&m.doc, &a, t, values, &m.d);
	assert_true(m.ok == (m.d.count[SEV_ERROR] == 0));
	return m;
}

static void
assert_shown(const struct made *m, const char *expected)
{
	struct strbuf b;

	buf_init(&b, &a);
	show(&b, &m->doc.blocks);
	assert_string_equal(str_cstr(&a, buf_str(&b)), expected);
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

	buf_init(&b, &a);
	diags_sort(&m->d);
	for (size_t i = 0; i < m->d.list.n; i++) {
		const struct diag *g = &m->d.list.at[i];
		struct place at = source_place(g->at);

		buf_printf(&b, "%s%s %zu:%zu", i ? " " : "", g->message->code,
		    at.line, at.col);
		if (g->fix.n)
			buf_printf(&b, " " STR_FMT, STR_ARG(g->fix));
	}
	assert_string_equal(str_cstr(&a, buf_str(&b)), expected);
}

static void
finds(const char *text, const char *expected)
{
	struct made m = make("minutes", text, minutes_new());

	assert_found(&m, expected);
}

#endif
