/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "base/utf8.h"
#include "markup/markup_int.h"

/*
 * Signs that mean something in the Markdown of other programs and nothing
 * here.  A struck-out word would be printed, and signed, as if it stood.
 */

static const struct words struck = TEXT("struck-out text");
static const struct words struck_way =
    TEXT("delete what no longer stands, with its signs");
static const struct words marked = TEXT("highlighted text");
static const struct words marked_way =
    TEXT("set the words in bold, **so**, or delete the signs");
static const struct words inserted = TEXT("inserted text");
static const struct words inserted_way = TEXT("delete the signs");
static const struct words wiki = TEXT("a link to another page");
static const struct words wiki_way =
    TEXT("write the words alone; a file is linked like this: "
	 "[title](attachments/name.pdf)");
static const struct words footnote = TEXT("a footnote");
static const struct words footnote_way =
    TEXT("write the remark in brackets where it belongs");
static const struct words anchor = TEXT("the name of a heading");
static const struct words anchor_way = TEXT("delete it");
static const struct words task = TEXT("a box to be ticked");
static const struct words task_way =
    TEXT("delete the box; that a decision is carried out is said by its fact "
	 "`done`");
static const struct words callout = TEXT("a note in a frame");
static const struct words container_way = TEXT(
    "write it as a plain paragraph; what must catch the eye in bold: **so**");
static const struct words container = TEXT("a block of a kind of its own");
static const struct words contents = TEXT("a table of contents");

/* Where its sign stands. */
enum stand {
	WITHIN, /* a text, anywhere in it */
	LINE,   /* at the start of a line */
	ELEMENT /* at the start of a list's element */
};
/* What the text of it may be. */
enum hold {
	ANY,     /* no blank at its edges, a letter or a figure in it */
	NAME,    /* of letters, figures and hyphens */
	NOTHING, /* the opening sign is all */
};
struct dialect {
	enum stand stand;
	enum hold hold;
	const char *open, *close;
	const char *in_place; /* of its text %, in the fix; NULL: no fix */
	const struct words *is, *way;
};
static const struct dialect dialects[] = {
	{ WITHIN, ANY, "~~", "~~", "", &struck, &struck_way },
	{ WITHIN, ANY, "==", "==", "**%**", &marked, &marked_way },
	{ WITHIN, ANY, "++", "++", "%", &inserted, &inserted_way },
	{ WITHIN, ANY, "[[", "]]", "%", &wiki, &wiki_way },
	{ WITHIN, NAME, "[^", "]", NULL, &footnote, &footnote_way },
	{ WITHIN, ANY, "^[", "]", "(%)", &footnote, &footnote_way },
	{ WITHIN, NAME, "{#", "}", "", &anchor, &anchor_way },
	{ WITHIN, NAME, "{.", "}", "", &anchor, &anchor_way },
	{ ELEMENT, NOTHING, "[ ]", "", "", &task, &task_way },
	{ ELEMENT, NOTHING, "[x]", "", "", &task, &task_way },
	{ ELEMENT, NOTHING, "[X]", "", "", &task, &task_way },
	{ ELEMENT, NOTHING, "[х]", "", "", &task, &task_way },
	{ ELEMENT, NOTHING, "[Х]", "", "", &task, &task_way },
	{ LINE, NAME, "[!", "]", NULL, &callout, &container_way },
	{ LINE, NOTHING, ":::", "", NULL, &container, &container_way },
	{ LINE, NOTHING, "[TOC]", "", "", &contents, &anchor_way },
};
#define NDIALECTS (sizeof(dialects) / sizeof(*dialects))

static bool
is_name(struct str s)
{
	for (size_t i = 0; i < s.n;) {
		uint32_t cp = utf8_next(s, &i);

		if (cp != '-' && cp != '_' && !utf8_is_letter(cp) &&
		    !utf8_is_digit(cp))
			return false;
	}
	return s.n > 0;
}

static bool
is_text(struct str s)
{
	bool letter = false;

	for (size_t i = 0; i < s.n && !letter;) {
		uint32_t cp = utf8_next(s, &i);

		letter = utf8_is_letter(cp) || utf8_is_digit(cp);
	}
	return letter && str_trim(s).n == s.n;
}

/* How many bytes of a line one of this dialect takes; *held is its text. */
static size_t
length(const struct dialect *k, struct str s, struct str *held)
{
	size_t open = strlen(k->open), n;

	*held = STR("");
	if (!str_starts(s, str_from(k->open)))
		return 0;
	if (k->hold == NOTHING)
		return open < s.n && s.p[open] == '(' ? 0 : open;
	n = str_find(str_skip(s, open), str_from(k->close));
	if (n == SIZE_MAX)
		return 0;
	*held = str_head(str_skip(s, open), n);
	if (k->hold == NAME ? !is_name(*held) : !is_text(*held))
		return 0;
	return open + n + strlen(k->close);
}

/* The line with `with` for some bytes; % in it is what they held. */
static struct str
replaced(struct arena *a, struct str line, size_t at, size_t len,
    const char *with, struct str held)
{
	struct strbuf b;
	struct str rest = str_skip(line, at + len);

	buf_init(&b, a);
	buf_add(&b, str_head(line, at));
	for (; *with; with++) {
		if (*with == '%')
			buf_add(&b, held);
		else
			buf_byte(&b, *with);
	}
	if (b.n && b.p[b.n - 1] == ' ' && rest.n && rest.p[0] == ' ')
		rest = str_skip(rest, 1);
	buf_add(&b, rest);
	return str_trim(buf_str(&b));
}

/* What of this dialect begins at byte i of a line, said; its length. */
static size_t
check_at(struct diags *d, struct span line, size_t i, enum stand most)
{
	for (size_t k = 0; k < NDIALECTS; k++) {
		const struct dialect *x = &dialects[k];
		struct str held, s = str_skip(span_text(line), i);
		size_t n = x->stand <= most ? length(x, s, &held) : 0;

		if (!n)
			continue;

		struct span at = source_span(line.src, line.off + i, n);
		struct str whole = source_line(at.src, source_place(at).line);
		struct diag *g = diag_add(d, &other_dialect, at,
		    ARGS(arg_str(span_text(at)), arg_words(x->is),
			arg_words(x->way)));

		if (x->in_place)
			g->fix = replaced(d->arena, whole,
			    (size_t)(s.p - whole.p), n, x->in_place, held);
		return n;
	}
	return 0;
}

void
dialect_check(struct diags *d, struct span line, bool element)
{
	struct str s = span_text(line);
	enum stand most = element ? ELEMENT : LINE;

	for (size_t i = 0; i < s.n; most = WITHIN) {
		size_t n = 0;

		/* `{{` begins a name of report.md. */
		if (s.p[i] == '\\' || str_starts(str_skip(s, i), STR("{{")))
			n = 2;
		else if (strchr("~=+[^{:", s.p[i]))
			n = check_at(d, line, i, most);
		i += n ? n : 1;
	}
}
