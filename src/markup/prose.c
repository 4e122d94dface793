/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "base/utf8.h"
#include "markup/markup_int.h"

/* What goes for the Markdown of records, but not for that of templates. */

#define SUB_INDENT 4 /* is enough below any number */

struct inspection {
	struct diags *d;
	bool fences;  /* are allowed */
	int depth;    /* of quotes, lists and items */
	bool element; /* the block begins an element of a list */
};

static const struct words html_words = TEXT("HTML");
static const struct words code_words = TEXT("program code in backticks");
static const struct words image_words = TEXT("an image");
static const struct words fence_words = TEXT("a block between ``` lines");

/* --- lines of a paragraph ------------------------------------------------ */

/* `+ text` and `* text`, bullets elsewhere; before a figure they are signs. */
static bool
is_other_bullet(struct str s)
{
	if (!str_starts(s, STR("* ")) && !str_starts(s, STR("+ ")))
		return false;
	for (size_t i = 2; i < s.n;) {
		uint32_t cp = utf8_next(s, &i);

		if (utf8_is_digit(cp))
			return false;
		if (utf8_is_letter(cp))
			return true;
	}
	return false;
}

/* `#Title` as it was meant: the signs, a space, the title. */
static struct str
heading_fix(struct arena *a, struct str s)
{
	size_t n = 0;

	while (n < s.n && s.p[n] == '#')
		n++;
	return str_printf(a, STR_FMT " " STR_FMT, (int)n, s.p,
	    STR_ARG(str_trim(str_skip(s, n))));
}

/* Shows the line as a bullet, and with its sign. */
static void
refuse_bullet(struct diags *d, struct span at)
{
	struct str s = span_text(at);

	diag_add(d, &other_bullet, at, ARGS(arg_str(str_head(s, 1))))->fix =
	    str_printf(d->arena, "-" STR_FMT "\n\\" STR_FMT,
		STR_ARG(str_skip(s, 1)), STR_ARG(s));
}

static void
check_line(struct inspection *c, struct span at, bool first)
{
	struct str s = span_text(at);

	/* In a list or a quotation a first # is a sign of the text. */
	if (str_starts(s, STR("#")) &&
	    !(first && c->depth && !str_starts(s, STR("##"))))
		diag_add(c->d, &swallowed, at, NO_ARGS)->fix =
		    heading_fix(c->d->arena, s);
	else if (is_other_bullet(s))
		refuse_bullet(c->d, at);
	else if (!first && str_starts(s, STR("- ")))
		diag_add(c->d, &swallowed, at, NO_ARGS)->fix = s;
	else if (!first && markup_list_sign(s))
		diag_add(c->d, &no_list, at, NO_ARGS)->fix =
		    markup_listed(c->d->arena, s);
	dialect_check(c->d, at, first && c->element);
}

/* The first line of a text that is not read yet, without the signs of
 * quotations before it; an empty one has length 0. */
static struct span
next_line(struct span text, struct str *rest, bool first)
{
	struct str line = str_trim(str_cut(*rest, '\n', rest));

	while (!first && str_starts(line, STR(">")))
		line = str_trim(str_skip(line, 1));
	return source_span(
	    text.src, (size_t)(line.p - text.src->text.p), line.n);
}

/* Of the lines of a table that failed, the first is enough. */
static void
check_lines(struct inspection *c, struct span text)
{
	struct str rest = span_text(text);
	bool first = true, barred = false;

	if (pasted_check(c->d, text))
		return;
	for (; rest.n; first = false) {
		struct span at = next_line(text, &rest, first);
		bool bar = str_starts(span_text(at), STR("|"));

		if (at.len && !bar)
			check_line(c, at, first);
		else if (bar && !barred)
			diag_add(c->d, &no_table, at, NO_ARGS);
		barred |= bar;
	}
}

static bool
check_bullets(
    const struct blocks *tree, const struct source *src, struct diags *d)
{
	bool sound = true;

	for (size_t i = 0; i < tree->n; i++) {
		const struct block *b = &tree->at[i];
		struct str rest = span_text(b->at);
		bool first = true;

		for (; b->kind == BLOCK_PARAGRAPH && rest.n; first = false) {
			struct span at = next_line(b->at, &rest, first);

			at.src = src;
			if (!is_other_bullet(span_text(at)))
				continue;
			refuse_bullet(d, at);
			sound = false;
		}
		if (b->kind != BLOCK_TABLE)
			sound = check_bullets(&b->kids, src, d) && sound;
	}
	return sound;
}

/* --- blocks -------------------------------------------------------------- */

static void
refuse(struct inspection *c, struct span at, const struct words *what)
{
	diag_add(c->d, &not_allowed, at, ARGS(arg_words(what)));
}

/* Code, HTML and images inside a paragraph. */
static void
check_inlines(struct inspection *c, const struct blocks *kids)
{
	for (size_t i = 0; i < kids->n; i++) {
		const struct block *k = &kids->at[i];

		refuse(c, k->at,
		    k->kind == BLOCK_CODE    ? &code_words
		    : k->kind == BLOCK_IMAGE ? &image_words
					     : &html_words);
	}
}

/* Bytes of the line before an element's number. */
static size_t
indent_of(const struct block *item)
{
	struct str line = source_line(item->at.src, source_row(item->at));

	return (size_t)(span_text(item->at).p - line.p);
}

/*
 * An element that stands further right than the first of its list was to stand
 * below the one before it: one or two spaces are too few for that, and it
 * counts as an element, a decision, of its own.  Whether one does.
 */
static bool
check_indents(struct inspection *c, const struct block *list)
{
	for (size_t i = 1; i < list->kids.n; i++) {
		const struct block *item = &list->kids.at[i];

		if (indent_of(item) <= indent_of(&list->kids.at[0]))
			continue;
		diag_add(c->d, &shallow_indent, item->at, NO_ARGS)->fix =
		    str_printf(c->d->arena, "%*s" STR_FMT,
			(int)indent_of(&list->kids.at[0]) + SUB_INDENT, "",
			STR_ARG(str_trim(
			    source_line(item->at.src, source_row(item->at)))));
		return true;
	}
	return false;
}

/* cmark counts on from the first number, whatever was typed behind it, and
 * without zeros before it. */
static void
check_numbers(struct inspection *c, const struct block *list)
{
	if (check_indents(c, list))
		return;
	for (size_t i = 0; i < list->kids.n; i++) {
		struct span at = list->kids.at[i].at;
		struct str s = span_text(at);
		size_t n = str_digits(s);
		struct arg printed =
		    arg_number(c->d->arena, list->start + (int)i);

		if (str_eq(str_head(s, n), printed.text))
			continue;
		at.len = (uint32_t)n;

		diag_add(c->d, &list_number, at,
		    ARGS(arg_str(str_head(s, n)), printed))
		    ->fix = printed.text;
		return;
	}
}

static void
check_row(struct inspection *c, const struct block *row, int columns)
{
	if (row->kids.n <= (size_t)columns)
		return;

	struct span at = row->kids.at[columns].at;
	struct span last = LIST_LAST(&row->kids)->at;

	at.len = last.off + last.len - at.off;
	diag_add(c->d, &extra_cells, at,
	    ARGS(arg_number(c->d->arena, (int64_t)row->kids.n),
		arg_number(c->d->arena, columns)));
}

static void
check_table(struct inspection *c, const struct block *table)
{
	for (size_t i = 0; i < table->kids.n; i++) {
		const struct block *row = &table->kids.at[i];

		check_row(c, row, table->columns);
		for (size_t k = 0; k < row->kids.n; k++) {
			const struct blocks *text = &row->kids.at[k].kids;

			for (size_t j = 0; j < text->n; j++) {
				dialect_check(c->d, text->at[j].at, false);
				check_inlines(c, &text->at[j].kids);
			}
		}
	}
}

static void
check_code(struct inspection *c, struct span at)
{
	struct str rest, line = str_cut(span_text(at), '\n', &rest);

	diag_add(c->d, &indented_code, at, NO_ARGS)->fix = str_trim(line);
}

static void
check_blocks(struct inspection *c, const struct blocks *blocks)
{
	bool in_item = c->element;

	for (size_t i = 0; i < blocks->n; i++) {
		const struct block *b = &blocks->at[i];

		switch (b->kind) {
		case BLOCK_PARAGRAPH:
			c->element = in_item && i == 0;
			check_lines(c, b->at);
			check_inlines(c, &b->kids);
			break;
		case BLOCK_HEADING:
			if (b->setext)
				diag_add(c->d, &setext_heading, b->at, NO_ARGS);
			dialect_check(c->d, b->at, false);
			check_inlines(c, &b->kids);
			break;
		case BLOCK_CODE:
			check_code(c, b->at);
			break;
		case BLOCK_HTML:
			refuse(c, b->at, &html_words);
			break;
		case BLOCK_FENCE:
			if (!c->fences)
				refuse(c, b->at, &fence_words);
			break;
		case BLOCK_TABLE:
			check_table(c, b);
			break;
		default:
			if (b->kind == BLOCK_LIST && b->ordered)
				check_numbers(c, b);
			if (++c->depth == DEPTH_MAX)
				diag_add(c->d, &too_deep, b->at, NO_ARGS);
			c->element = b->kind == BLOCK_ITEM;
			check_blocks(c, &b->kids);
			c->depth--;
			break;
		}
	}
}

bool
markup_is_hint(const struct diag *g)
{
	return g->message == &no_list || g->message == &list_number;
}

void
markup_prose_check(struct arena *a, struct span text, const struct blocks *tree,
    const struct marks *marks, bool fences_allowed, struct diags *d)
{
	struct inspection c = { .d = d, .fences = fences_allowed };

	check_blocks(&c, tree);
	links_check(tree, text.src, d);
	ledger_check(a, text, tree, marks, text.src, d);
}

static bool
is_level(const struct block *b)
{
	return b->kind == BLOCK_LIST || b->kind == BLOCK_ITEM ||
	       b->kind == BLOCK_QUOTE;
}

/* Says once where a branch of the tree is cut off. */
static bool
check_depth(const struct blocks *tree, int depth, const struct source *src,
    struct diags *d)
{
	bool sound = true;

	for (size_t i = 0; i < tree->n && sound; i++) {
		const struct block *b = &tree->at[i];
		struct span at = b->at;

		if (!is_level(b))
			continue;
		if (depth < DEPTH_MAX) {
			sound = check_depth(&b->kids, depth + 1, src, d);
			continue;
		}
		at.src = src;
		diag_add(d, &too_deep, at, NO_ARGS);
		sound = false;
	}
	return sound;
}

bool
markup_template_check(struct arena *a, struct span text,
    const struct blocks *tree, const struct marks *marks,
    const struct source *src, struct diags *d)
{
	bool bullets = check_bullets(tree, src, d);
	bool shallow = check_depth(tree, 1, src, d);
	bool links = links_check(tree, src, d);

	return ledger_check(a, text, tree, marks, src, d) && bullets &&
	       shallow && links;
}
