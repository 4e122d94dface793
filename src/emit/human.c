/* SPDX-License-Identifier: MIT */
/* For people: the line, a caret below what is meant, the clause, the remedy. */
#include "base/utf8.h"
#include "emit/emit_int.h"

enum { EXCERPT = 100 }; /* columns of a line that are shown */

static const struct words clause_word = TEXT("clause");
static const struct words see_word = TEXT("see");
static const struct words fix_word = TEXT("write");
static const struct words help_word = TEXT("help");

static const char *
paint(const struct emitter *p, const char *colour)
{
	return p->o.colour ? colour : "";
}

/* --- the excerpt -------------------------------------------------------- */

/* A stretch of a line in columns of the terminal: a tab is one. */
struct cut {
	size_t from, to;  /* bytes of the line */
	int before;       /* columns between `from` and the caret */
	int width;        /* columns that the caret underlines */
	bool left, right; /* something was cut off there */
};

static int
columns_of(struct str s, size_t from, size_t to)
{
	int n = 0;

	for (size_t i = from; i < to && i < s.n;) {
		uint32_t cp = utf8_next(s, &i);

		n += cp == '\t' ? 1 : utf8_columns(cp);
	}
	return n;
}

/* The byte that lies n columns behind `from`, or the line's end. */
static size_t
advance(struct str s, size_t from, int n)
{
	size_t i = from;

	while (i < s.n) {
		size_t next = i;
		uint32_t cp = utf8_next(s, &next);
		int w = cp == '\t' ? 1 : utf8_columns(cp);

		if (w > n)
			break;
		n -= w;
		i = next;
	}
	return i;
}

/* The byte that lies n columns before `to`, or the line's start. */
static size_t
retreat(struct str s, size_t to, int n)
{
	size_t i = to;

	while (i) {
		size_t last = i - 1, next;

		while (last && ((unsigned char)s.p[last] & 0xC0) == 0x80)
			last--;
		next = last;

		uint32_t cp = utf8_next(s, &next);
		int w = cp == '\t' ? 1 : utf8_columns(cp);

		if (w > n)
			break;
		n -= w;
		i = last;
	}
	return i;
}

/* What is shown of a line whose bytes begin to end are meant.  Only these are
 * looked at: a line may hold a whole file, and be shown a thousand times. */
static struct cut
cut_around(struct str line, size_t begin, size_t end)
{
	struct cut c = { 0 };

	/* A long line shows a third of the excerpt before the caret. */
	if (advance(line, 0, EXCERPT) < line.n &&
	    advance(line, 0, EXCERPT / 3) < begin) {
		c.left = true;
		c.from = retreat(line, begin, EXCERPT / 3);
	}
	c.to = advance(line, c.from, EXCERPT);
	c.right = c.to < line.n;
	if (end > c.to)
		end = c.to;
	c.before = columns_of(line, c.from, begin) + c.left;
	c.width = columns_of(line, begin, end);
	if (c.width < 1)
		c.width = 1;
	return c;
}

static void
print_gutter(const struct emitter *p, int width, size_t line)
{
	const char *blue = paint(p, "\033[1;34m"), *off = paint(p, "\033[0m");

	if (line)
		fprintf(p->out, "%s%*zu |%s", blue, width, line, off);
	else
		fprintf(p->out, "%s%*s |%s", blue, width, "", off);
}

static void
print_excerpt(const struct emitter *p, struct span at, int width)
{
	struct place place = source_place(at);
	struct str line = source_line(at.src, place.line);
	size_t begin = (size_t)(at.src->text.p + at.off - line.p);
	size_t end = begin + at.len < line.n ? begin + at.len : line.n;
	struct cut c = cut_around(line, begin, end);
	struct str shown = str_head(str_skip(line, c.from), c.to - c.from);
	struct strbuf b;

	buf_init(&b, p->a);
	for (size_t i = 0; i < shown.n; i++)
		buf_byte(&b, shown.p[i] == '\t' ? ' ' : shown.p[i]);
	shown = harmless_line(p->a, buf_str(&b));

	print_gutter(p, width, 0);
	fputc('\n', p->out);
	print_gutter(p, width, place.line);
	fprintf(p->out, " %s" STR_FMT "%s\n", c.left ? "…" : "", STR_ARG(shown),
	    c.right ? "…" : "");
	print_gutter(p, width, 0);
	fprintf(p->out, " %*s%s", c.before, "", paint(p, "\033[1;32m"));
	for (int i = 0; i < c.width; i++)
		fputc('^', p->out);
	fprintf(p->out, "%s\n", paint(p, "\033[0m"));
}

/* --- what stands below it ----------------------------------------------- */

static void
print_note(const struct emitter *p, int width, const struct words *word,
    struct str text)
{
	const char *blue = paint(p, "\033[1;34m"), *off = paint(p, "\033[0m");

	text = harmless_line(p->a, text);
	fprintf(p->out, "%s%*s =%s %s: " STR_FMT "\n", blue, width, "", off,
	    words_in(word, p->batch->lang), STR_ARG(text));
}

static void
print_clause(const struct emitter *p, int width, const struct diag *g)
{
	const char *blue = paint(p, "\033[1;34m"), *off = paint(p, "\033[0m");
	struct str number = harmless_line(p->a, g->clause);
	struct str text = harmless_line(p->a, g->clause_text);

	fprintf(p->out, "%s%*s =%s %s " STR_FMT, blue, width, "", off,
	    words_in(&clause_word, p->batch->lang), STR_ARG(number));
	if (text.n)
		fprintf(p->out, ": «" STR_FMT "»", STR_ARG(text));
	fputc('\n', p->out);
}

/* The corrected line or lines, unless the remedy ends with them already; that
 * they stand in a list of all that is allowed helps nobody. */
static void
print_fix(const struct emitter *p, int width, struct str fix, struct str help)
{
	if (str_ends(help, str_printf(p->a, ": " STR_FMT, STR_ARG(fix))))
		return;
	while (fix.n) {
		struct str line = str_cut(fix, '\n', &fix);

		print_note(p, width, &fix_word, line);
	}
}

/* The excerpt's gutter is as wide as the line's number. */
static int
gutter_width(const struct diag *g)
{
	int width = 1;

	for (size_t n = source_place(g->at).line; n >= 10; n /= 10)
		width++;
	return width;
}

static void
print_finding(const struct emitter *p, const struct diag *g)
{
	struct str help = diag_help(p, g);
	int width = gutter_width(g);

	print_head(p, g);
	/* What is missing altogether has no line to show. */
	if (g->at.src->text.n && (g->at.off || g->at.len))
		print_excerpt(p, g->at, width);
	if (g->clause.n)
		print_clause(p, width, g);
	if (g->related.src) {
		struct place at = source_place(g->related);
		struct str path = diag_path(p, g->related);

		print_note(p, width, &see_word,
		    str_printf(p->a, STR_FMT ":%zu:%zu", STR_ARG(path), at.line,
			at.col));
	}
	print_fix(p, width, g->fix, help);
	if (help.n)
		print_note(p, width, &help_word, help);
}

/* --- the last line ------------------------------------------------------ */

/* One and many: Russian and Kyrgyz put the number behind a colon. */
static const struct words count_words[] = {
	TEXT_IN("count", "error"),
	TEXT_IN("count", "warning"),
	TEXT_IN("count", "note"),
	TEXT_IN("count", "waived"),
};

static void
print_summary(const struct emitter *p, const struct diags *d)
{
	size_t counts[] = { d->count[SEV_ERROR], d->count[SEV_WARNING],
		d->count[SEV_NOTE], d->list.n };
	const size_t kinds = sizeof(counts) / sizeof(*counts);
	const char *comma = "";

	for (size_t i = 0; i + 1 < kinds; i++)
		counts[kinds - 1] -= counts[i];
	for (size_t i = 0; i < kinds; i++) {
		const char *word = words_in(&count_words[i], p->batch->lang);
		bool waived = i == kinds - 1;

		if (!counts[i])
			continue;
		if (p->batch->lang == LANG_EN)
			fprintf(p->out, "%s%zu %s%s", comma, counts[i], word,
			    counts[i] > 1 && !waived ? "s" : "");
		else
			fprintf(p->out, "%s%s: %zu", comma, word, counts[i]);
		comma = ", ";
	}
	fputs(".\n", p->out);
}

void
emit_human(struct emitter *p, const struct diags *d)
{
	for (size_t i = 0; i < d->list.n; i++)
		print_finding(p, &d->list.at[i]);
	if (d->list.n)
		print_summary(p, d);
}
