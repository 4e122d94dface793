/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "markup/markup_int.h"

/* Rows of a sheet, or of a table in Word, come as lines of cells with tabs
 * between them: Markdown makes one paragraph of them. */

#define COLUMNS_MAX ((size_t)64)   /* more are no table that a page holds */
#define CELLS_MAX   ((size_t)4096) /* of a table that is shown */

static size_t
count_tabs(struct str line)
{
	size_t n = 0;

	/* Behind a bullet of Word's a tab stands too. */
	for (size_t i = markup_list_sign(line); i < line.n; i++)
		n += line.p[i] == '\t';
	return n;
}

/* A bar of a cell's text is no bar of the table. */
static void
add_cell(struct strbuf *b, struct str cell)
{
	buf_add(b, STR(" "));
	for (size_t i = 0; i < cell.n; i++) {
		if (cell.p[i] == '|')
			buf_byte(b, '\\');
		buf_byte(b, cell.p[i]);
	}
	buf_add(b, STR(" |"));
}

static void
add_row(struct strbuf *b, struct str line, size_t columns)
{
	struct str rest = line;

	buf_add(b, STR("|"));
	for (size_t i = 0; i < columns; i++)
		add_cell(b, str_trim(str_cut(rest, '\t', &rest)));
}

static struct str
table_of(struct arena *a, struct str text, size_t columns)
{
	struct strbuf b;
	bool head = true;

	buf_init(&b, a);
	for (struct str rest = text; rest.n; head = false) {
		struct str line = str_cut(rest, '\n', &rest);

		if (b.n)
			buf_byte(&b, '\n');
		add_row(&b, line, columns);
		if (!head)
			continue;
		buf_add(&b, STR("\n|"));
		for (size_t i = 0; i < columns; i++)
			buf_add(&b, STR("---|"));
	}
	return buf_str(&b);
}

bool
pasted_check(struct diags *d, struct span text)
{
	size_t rows = 0, lines = 0, columns = 0;

	if (!memchr(span_text(text).p, '\t', span_text(text).n))
		return false;
	for (struct str rest = span_text(text); rest.n;) {
		size_t n = count_tabs(str_trim(str_cut(rest, '\n', &rest)));

		lines++;
		rows += n > 0;
		columns = n + 1 > columns ? n + 1 : columns;
	}
	if (rows < 2 || columns > COLUMNS_MAX)
		return false;

	struct diag *g = diag_add(d, &pasted_table, text, NO_ARGS);

	if (lines * columns <= CELLS_MAX)
		g->fix = table_of(d->arena, span_text(text), columns);
	return true;
}
