/* SPDX-License-Identifier: MIT */
#include "base/arena.h"
#include "reader/reader_int.h"

/*
 * A header without its fences is Markdown like any other: its facts would be
 * printed as prose and count for nothing.  So a line of the opening, which is
 * all before the first agenda item, section or clause, that is a key of the
 * file's header and its value is a header that was lost.
 */

#define KEY_MAX 80 /* bytes; a longer text before a colon is no key */

/* What may stand before a key that was typed into a text: signs of lists,
 * bold, quotes. */
static size_t
signs_before(struct str line)
{
	static const struct str signs[] = { STR_INIT(" "), STR_INIT("\t"),
		STR_INIT("-"), STR_INIT("*"), STR_INIT("+"), STR_INIT("_"),
		STR_INIT(">"), STR_INIT("\""), STR_INIT("•"), STR_INIT("·"),
		STR_INIT("–"), STR_INIT("—"), STR_INIT("«"),
		STR_INIT("\xc2\xa0"), STR_INIT("\xe2\x80\x8b") };
	const size_t kinds = sizeof(signs) / sizeof(*signs);
	size_t n = 0, k = 0;

	while (k < kinds) {
		bool is_next = str_starts(str_skip(line, n), signs[k]);

		n += is_next ? signs[k].n : 0;
		k = is_next ? 0 : k + 1;
	}
	return n;
}

/* What stands before a colon, or before a dash where a line has none: so some
 * write a key and its value.  *rest is what follows. */
static struct str
cut_value(struct str text, struct str *rest)
{
	static const struct str dashes[] = { STR_INIT(" - "), STR_INIT(" – "),
		STR_INIT(" — ") };

	if (str_find(text, STR(":")) < str_find(text, STR(" ")))
		return str_cut(text, ':', rest);
	for (size_t i = 0; i < sizeof(dashes) / sizeof(dashes[0]); i++) {
		size_t at = str_find(text, dashes[i]);

		if (at != SIZE_MAX && at < str_find(text, STR(":"))) {
			*rest = str_skip(text, at + dashes[i].n);
			return str_head(text, at);
		}
	}
	return str_cut(text, ':', rest);
}

/* The key of this kind of header with which a line begins, or empty. */
static struct str
key_of(struct reading *r, const struct fields *f, struct str line)
{
	struct str text = str_skip(line, signs_before(line)), rest, right;
	struct str key = str_trim(cut_value(text, &rest));

	while (key.n && (key.p[key.n - 1] == '*' || key.p[key.n - 1] == '_' ||
			    key.p[key.n - 1] == '"'))
		key.n--;
	if (key.n == text.n || !key.n || key.n > KEY_MAX ||
	    !lexicon_find(r->lexicon, f->in, key, &right))
		return STR("");
	return key;
}

/* "1.1": the number of a clause. */
static bool
is_clause(struct str line)
{
	size_t n = str_digits(line);

	return n && n < line.n && line.p[n] == '.' &&
	       str_digits(str_skip(line, n + 1));
}

/* The line behind the opening; a title, #, may stand in it. */
static size_t
opening_end(const struct source *s, size_t line)
{
	size_t titles = 0;

	for (; line <= s->nlines; line++) {
		struct str text = source_line(s, line);

		titles += str_starts(text, STR("# "));
		if (str_starts(text, STR("##")) || is_clause(text) ||
		    titles > 1)
			break;
	}
	return line;
}

/* What is typed in front of a value in bold or quotes. */
static struct str
value_of(struct str s)
{
	s = str_trim(s);
	while (s.n && (s.p[0] == '*' || s.p[0] == '_'))
		s = str_trim(str_skip(s, 1));
	return s;
}

/* These lines as a header: between fences, keys without bullets. */
static struct str
fenced(struct reading *r, const struct fields *f, const struct source *s,
    size_t line, size_t last)
{
	struct strbuf b;

	buf_init(&b, r->a);
	buf_add(&b, STR("---\n"));
	for (; line <= last; line++) {
		struct str text = source_line(s, line), rest;
		struct str key = key_of(r, f, text);

		cut_value(text, &rest);
		rest = value_of(rest);
		if (key.n && text.p[0] != ' ' && text.p[0] != '\t')
			buf_printf(&b, STR_FMT ":%s" STR_FMT "\n", STR_ARG(key),
			    rest.n ? " " : "", STR_ARG(rest));
		else if (str_trim(text).n)
			buf_printf(&b, STR_FMT "\n", STR_ARG(text));
	}
	buf_add(&b, STR("---"));
	return buf_str(&b);
}

/* The last line of a header that begins here; a list below a key may stand
 * behind an empty line. */
static size_t
last_line(const struct source *s, size_t first)
{
	size_t last = markup_header_end(s, first);

	while (str_ends(str_trim(source_line(s, last)), STR(":")) &&
	       !str_trim(source_line(s, last + 1)).n &&
	       signs_before(source_line(s, last + 2)))
		last = markup_header_end(s, last + 2);
	return last;
}

/* The last of the lines with keys that begin here, whatever parts them from
 * their values. */
static size_t
keys_end(struct reading *r, const struct fields *f, const struct source *s,
    size_t line)
{
	size_t last = last_line(s, line);

	last = last < line ? line : last;
	while (key_of(r, f, source_line(s, last + 1)).n)
		last++;
	return last;
}

/* A header without its first fence, or without both; false. */
static bool
report_unopened(struct reading *r, const struct fields *f,
    const struct source *s, size_t first)
{
	size_t last = keys_end(r, f, s, first), end = last;
	struct str fix = fenced(r, f, s, first, last);

	if (markup_fence_like(source_line(s, last + 1)))
		end++;
	diag_add(r->d, &header_unopened, markup_lines(s, 1, end), NO_ARGS)
	    ->fix = fix;
	return false;
}

static size_t
first_written(const struct source *s)
{
	size_t line = 1;

	while (line < s->nlines && !str_trim(source_line(s, line)).n)
		line++;
	return line;
}

/* A line that somebody put around a header, right or wrong. */
static bool
is_around(struct str line)
{
	return markup_fence_like(line) || str_starts(line, STR("```"));
}

/* The keys of these lines as the file's header, and behind it what stood above
 * them; *end moves behind a fence below. */
static struct str
moved_up(struct reading *r, const struct fields *f, const struct source *s,
    size_t line, size_t *end)
{
	size_t above = line - 1;
	struct str header = fenced(r, f, s, line, *end), text = STR("");

	if (above && is_around(source_line(s, above)))
		above--;
	if (is_around(source_line(s, *end + 1)))
		++*end;
	if (above)
		text = str_trim(span_text(markup_lines(s, 1, above)));
	return str_printf(r->a, STR_FMT "%s" STR_FMT, STR_ARG(header),
	    text.n ? "\n\n" : "", STR_ARG(text));
}

/* A key in the text: below other text, or below a header. */
static bool
report_key(struct reading *r, const struct fields *f, const struct source *s,
    size_t line, struct str key, bool headed)
{
	size_t last = last_line(s, line), end = keys_end(r, f, s, line);
	struct str fix = headed ? STR("") : moved_up(r, f, s, line, &end);

	diag_add(r->d, &header_key_in_text,
	    headed ? markup_lines(s, line, line) : markup_lines(s, 1, end),
	    ARGS(arg_str(key)))
	    ->fix = fix;
	/* Above a fence it would be taken for a heading. */
	return !markup_fence_like(source_line(s, last + 1));
}

/* Whether these are rather the facts of an item whose heading, ##, is lost:
 * that has its own finding. */
static bool
is_fact(struct reading *r, const struct source *s, size_t end, struct str key)
{
	struct str right;

	return str_starts(source_line(s, end), STR("###")) &&
	       lexicon_find(r->lexicon, IN_ITEM, key, &right);
}

/* Whether a value stands behind the key, or a list below it.  "Каралды:" over a
 * stamp that was typed as text has none, nor has it with the next stamp's. */
static bool
has_value(const struct source *s, size_t line)
{
	struct str rest, below = source_line(s, line + 1);

	cut_value(source_line(s, line), &rest);
	rest = value_of(rest);
	if (rest.n)
		return !str_ends(rest, STR(":"));
	if (!str_trim(below).n)
		below = source_line(s, line + 2);
	return signs_before(below) > 0;
}

bool
opening_check(struct reading *r, const struct source *s, const struct fields *f,
    const struct parts *parts)
{
	size_t line = source_row(parts->body), end = opening_end(s, line);
	size_t first = first_written(s), last = markup_header_end(s, first);
	bool headed = parts->header.src != NULL;

	if (f->in == IN_SESSION && habit_protocol(r, parts->body))
		return false;

	for (; line < end; line++) {
		struct str key = key_of(r, f, source_line(s, line));

		if (!key.n || !has_value(s, line) || is_fact(r, s, end, key))
			continue;
		if (!headed && line == first && last >= first)
			return report_unopened(r, f, s, first);
		return report_key(r, f, s, line, key, headed);
	}
	/* Nor does a header of unknown keys alone lack its fence unseen. */
	if (!headed && last >= first &&
	    str_starts(source_line(s, last + 1), STR("---")) &&
	    str_find(source_line(s, first), STR(":")) != SIZE_MAX)
		return report_unopened(r, f, s, first);
	return true;
}
