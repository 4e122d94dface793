/* SPDX-License-Identifier: MIT */
#include <assert.h>
#include <string.h>

#include "base/arena.h"
#include "markup/markup.h"
#include "template/template_int.h"

/*
 * A line that is a tag alone must reach us as a node of its own, whatever
 * stands around it.  CommonMark leaves a line <?...?> alone and lets it end a
 * paragraph and a list, where text would run on; so a block tag is written so
 * before cmark sees it.  Below a table's row it becomes a row of one cell.
 * Both are as long as the tag: no place in the file moves.
 */

#define INDENTS ((size_t)16)

/* Ten times the longest that is built in; tags are matched by looking through
 * them all. */
#define SIZE_LIMIT ((size_t)64 * 1024)

struct pass {
	char *text; /* a copy of the file, being changed */
	struct diags *d;
	bool faulty;       /* an error was added */
	struct str fence;  /* the marks that opened a fence, or empty */
	bool table;        /* the line before belongs to a table's body */
	size_t table_open; /* sections opened among the table's rows */
	/* Where the text of the list items begins that are open here. */
	size_t indents[INDENTS];
	size_t nindents;
};

static size_t
indent_of(struct str line)
{
	size_t n = 0;

	while (n < line.n && line.p[n] == ' ')
		n++;
	return n;
}

/* The ``` or ~~~ that a line begins with, or nothing. */
static struct str
fence_marks(struct str line)
{
	struct str s = str_trim(line);
	size_t n = 0;

	if (!s.n || (s.p[0] != '`' && s.p[0] != '~'))
		return STR("");
	while (n < s.n && s.p[n] == s.p[0])
		n++;
	return n < 3 ? STR("") : str_head(s, n);
}

/* |---|:-:| below a table's head. */
static bool
is_delimiter(struct str line)
{
	bool bar = false, dash = false;

	for (size_t i = 0; i < line.n; i++) {
		bar = bar || line.p[i] == '|';
		dash = dash || line.p[i] == '-';
		if (!strchr("|-: \t", line.p[i]))
			return false;
	}
	return bar && dash;
}

/* How far behind the indent an item's text begins; 0: the line is no item. */
static size_t
marker_width(struct str s)
{
	size_t n = 0;

	while (n < s.n && s.p[n] >= '0' && s.p[n] <= '9')
		n++;
	if (n >= s.n || !strchr(n ? ".)" : "-*+", s.p[n]))
		return 0;
	n++;
	if (n >= s.n || s.p[n] != ' ')
		return 0;
	return n + indent_of(str_skip(s, n));
}

static void
follow_items(struct pass *p, struct str line)
{
	size_t indent = indent_of(line);
	size_t width = marker_width(str_skip(line, indent));

	while (p->nindents && p->indents[p->nindents - 1] > indent)
		p->nindents--;
	if (width && p->nindents < INDENTS)
		p->indents[p->nindents++] = indent + width;
}

/*
 * Four spaces would make code of the line: what is too much goes behind it.
 */
static size_t
sound_indent(const struct pass *p, size_t indent)
{
	size_t n = p->nindents;

	while (n && p->indents[n - 1] > indent)
		n--;

	size_t base = n ? p->indents[n - 1] : 0;

	return indent >= base + 4 ? base : indent;
}

static void
rewrite(struct pass *p, size_t off, struct str line, bool row)
{
	struct str tag = str_trim(line);
	size_t indent = sound_indent(p, indent_of(line));
	char *to = p->text + off;

	memset(to, ' ', line.n);
	to += indent;
	memcpy(to, tag.p, tag.n);
	to[0] = row ? '|' : '<';
	to[1] = row ? '{' : '?';
	to[tag.n - 2] = row ? '}' : '?';
	to[tag.n - 1] = row ? '|' : '>';
}

static void
pass_tag(
    struct pass *p, size_t off, struct str line, enum template_tag_kind kind)
{
	bool row = p->table && (kind != TAG_CLOSE || p->table_open);

	if (row)
		p->table_open += kind == TAG_CLOSE ? (size_t)-1 : 1;
	else
		p->table = false;
	rewrite(p, off, line, row);
}

/* A block quote's lines hold > before the tag. */
static bool
quoted_tag(struct str line)
{
	struct str s = str_trim(line);
	struct template_tag tag;

	if (!str_starts(s, STR(">")))
		return false;
	while (s.n && (s.p[0] == '>' || s.p[0] == ' '))
		s = str_skip(s, 1);
	return tag_alone(&tag, s);
}

static void
pass_line(struct pass *p, const struct source *s, size_t off, struct str line)
{
	struct str marks = fence_marks(line);
	struct template_tag tag;

	if (p->fence.n) {
		if (str_starts(marks, p->fence) && marks.n == str_trim(line).n)
			p->fence = STR("");
		return;
	}
	if (marks.n) {
		p->fence = marks;
		p->table = false;
		return;
	}
	if (tag_alone(&tag, line)) {
		pass_tag(p, off, line, tag.kind);
		return;
	}
	if (quoted_tag(line)) {
		diag_add(p->d, &template_tag_in_quote,
		    source_span(s, off, line.n), ARGS(arg_str(str_trim(line))));
		p->faulty = true;
	}
	if (!p->table)
		p->table_open = 0;
	p->table = is_delimiter(line) ||
		   (p->table && str_find(line, STR("|")) != SIZE_MAX);
	if (str_trim(line).n)
		follow_items(p, line);
}

/* The body with its block tags rewritten, each place where it was; false where
 * there was an error. */
static bool
pass(struct span *out, struct arena *a, const struct source *s,
    struct span body, struct diags *d)
{
	struct pass p = { .d = d };
	size_t off = body.off, end = body.off + body.len;

	p.text = ARENA_ARRAY(a, char, s->text.n + 1);
	if (s->text.n)
		memcpy(p.text, s->text.p, s->text.n);
	while (off < end) {
		struct str rest = { s->text.p + off, end - off };
		struct str line = str_cut(rest, '\n', &rest);

		pass_line(&p, s, off, line);
		off += line.n + 1;
	}
	*out = source_span(
	    source_from(a, s->path, (struct str){ p.text, s->text.n }),
	    body.off, body.len);
	return !p.faulty;
}

struct template *
template_read(
    struct arena *a, const struct source *s, const char *paper, struct diags *d)
{
	struct template *t = ARENA_NEW(a, struct template);
	struct parts written;
	struct span body;
	size_t errors = d->count[SEV_ERROR]; /* also of what can be used */
	bool ok;

	t->source = s;
	if (!markup_source_check(s, d))
		return NULL;
	if (s->text.n > SIZE_LIMIT) {
		diag_add(d, &template_too_big, source_span(s, 0, 0),
		    ARGS(arg_number(a, SIZE_LIMIT),
			arg_number(a, (int64_t)s->text.n)));
		return NULL;
	}
	ok = markup_parts(&written, s, d);
	if (!written.body.src)
		return NULL;
	if (written.header.src)
		ok = front_read(&t->sheet, a, written.header, d) && ok;
	ok = pass(&body, a, s, written.body, d) && ok;
	ok = pieces_read(&t->pieces, a, s, body, d) && ok;
	ok = check_names(t, a, paper, d) && ok;
	return ok && d->count[SEV_ERROR] == errors ? t : NULL;
}

struct str
template_builtin(const char *paper, enum lang lang)
{
	const struct builtin *b = template_builtins;

	while (b->lang &&
	       (strcmp(b->kind, paper) || strcmp(b->lang, lang_codes[lang])))
		b++;
	/* Papers are in Kyrgyz or Russian, and each has its templates. */
	assert(b->lang);
	return str_from(b->text);
}
