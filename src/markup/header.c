/* SPDX-License-Identifier: MIT */
#include "base/utf8.h"
#include "markup/markup_int.h"

/*
 * The two parts of a Markdown file.  Word and phones turn three hyphens into a
 * dash, other programs fence a header by other signs: what was meant for a
 * fence and is none is an error, and the header is taken as it was meant.
 */

/* Nothing is seen of it. */
static bool
is_unseen(uint32_t cp)
{
	return cp == ' ' || cp == '\t' || cp == 0xa0 || cp == 0xad ||
	       (cp >= 0x200b && cp <= 0x200f) || cp == 0x2060 || cp == 0xfeff;
}

/* For how many strokes of a fence a sign stands; 0: for none. */
static size_t
strokes_of(uint32_t cp)
{
	switch (cp) {
	case '-':
	case '*':
	case '_':
	case '+':
	case '=':
	case '~':
	case '.':
		return 1;
	case U'…':
		return 3;
	default:
		return utf8_is_dash(cp) ? 2 : 0;
	}
}

static bool
is_empty(struct str line)
{
	for (size_t i = 0; i < line.n;) {
		if (!is_unseen(utf8_next(line, &i)))
			return false;
	}
	return true;
}

/* A line of three hyphens, spaces behind it free. */
static bool
is_fence(struct str line)
{
	return str_starts(line, STR("---")) &&
	       str_trim(str_skip(line, 3)).n == 0;
}

bool
markup_fence_like(struct str line)
{
	size_t n = 0;

	for (size_t i = 0; i < line.n;) {
		uint32_t cp = utf8_next(line, &i);
		size_t strokes = strokes_of(cp);

		/* `-\--`: some editors put a backslash before a hyphen. */
		if (!strokes && cp != '\\' && !is_unseen(cp))
			return false;
		n += strokes;
	}
	return n > 1;
}

/* A key with its value, or what goes on below one. */
static bool
is_of_header(struct str line)
{
	return line.n &&
	       (str_find(line, STR(":")) != SIZE_MAX || line.p[0] == ' ' ||
		   line.p[0] == '\t' || line.p[0] == '-') &&
	       line.p[0] != '#' && !markup_fence_like(line);
}

size_t
markup_header_end(const struct source *s, size_t line)
{
	while (line <= s->nlines && is_of_header(source_line(s, line)))
		line++;
	return line - 1;
}

struct span
markup_lines(const struct source *s, size_t first, size_t last)
{
	size_t from = s->line_at[first - 1];
	struct str end = source_line(s, last);

	return source_span(s, from, (size_t)(end.p - s->text.p) + end.n - from);
}

static void
report_fence(const struct source *s, size_t line, struct diags *d)
{
	diag_add(d, &bad_fence, markup_lines(s, line, line), NO_ARGS)->fix =
	    STR("---");
}

/* The fence with which the file begins is in its first line, and right. */
static bool
check_opening(const struct source *s, size_t line, struct diags *d)
{
	if (line > 1)
		diag_add(d, &header_late, markup_lines(s, 1, line), NO_ARGS)
		    ->fix = STR("---");
	if (!is_fence(source_line(s, line)))
		report_fence(s, line, d);
	return line == 1 && is_fence(source_line(s, line));
}

/* The line that closes a header opened in line `open`, or 0.  A rule below a
 * heading is the text's. */
static size_t
closing_line(const struct source *s, size_t open)
{
	bool in_text = false, opened = is_fence(source_line(s, open));

	for (size_t line = open + 1; line <= s->nlines; line++) {
		struct str l = source_line(s, line);

		in_text |= str_starts(l, STR("##"));
		if (in_text && !opened)
			return 0;
		if (is_fence(l) || (!in_text && markup_fence_like(l)))
			return line;
	}
	return 0;
}

static void
report_open(const struct source *s, size_t open, struct diags *d)
{
	size_t last = markup_header_end(s, open + 1);
	struct diag *g =
	    diag_add(d, &header_open, markup_lines(s, open, last), NO_ARGS);

	if (last > open)
		g->fix = str_printf(d->arena, "---\n" STR_FMT "\n---",
		    STR_ARG(span_text(markup_lines(s, open + 1, last))));
}

bool
markup_parts(struct parts *out, const struct source *s, struct diags *d)
{
	size_t open = 1, close;
	bool sound;

	*out = (struct parts){ .body = source_span(s, 0, s->text.n) };
	while (open < s->nlines && is_empty(source_line(s, open)))
		open++;
	if (!markup_fence_like(source_line(s, open)))
		return true;
	sound = check_opening(s, open, d);
	close = closing_line(s, open);
	if (!close) {
		out->body = (struct span){ 0 };
		/* A line of stars alone may be no header at all. */
		if (is_fence(source_line(s, open)) ||
		    markup_header_end(s, open + 1) > open)
			report_open(s, open, d);
		return false;
	}
	if (!is_fence(source_line(s, close))) {
		report_fence(s, close, d);
		sound = false;
	}

	size_t from = s->line_at[open], to = s->line_at[close - 1];
	size_t body = close < s->nlines ? s->line_at[close] : s->text.n;

	out->header = source_span(s, from, to - from);
	out->body = source_span(s, body, s->text.n - body);
	return sound;
}
