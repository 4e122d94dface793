/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "base/utf8.h"
#include "markup/markup_int.h"

/*
 * Signs are text.  A teacher who types 2*45, «__» ______ 20__, + 5 % or
 * > 80 means these signs, and Markdown means emphasis, a bullet, a quotation.
 * What cmark must not read as a mark reaches it in disguise, as one of the code
 * points that Unicode keeps free for a program's own use and that no file may
 * hold (source.c), and is itself again in all that cmark gives back.  A line's
 * blocks begin before the first sign in disguise: no column of a block moves.
 */

static const char signs[] = "*_+>\\!<";

/* U+FDD0 and what follows it, in UTF-8. */
#define DISGUISE "\xef\xb7"
enum { DISGUISED = 3, FIRST = 0x90 };

/*
 * cmark looks for the end of an image, a comment and the like from each of
 * their beginnings: thousands of open ones take it minutes.  Nobody has so
 * many; beyond this they are text.
 */
#define OPEN_MAX 1000

struct hiding {
	struct markdown *m;
	struct str s;
	struct strbuf out;
	size_t copied; /* bytes of s that are in `out` */
	size_t open;   /* images and HTML begun */
	int quotes;    /* that the lines before are in */
	bool inlines;  /* no quotation begins here */
};

static void
hide(struct hiding *h, size_t i)
{
	const char *sign = strchr(signs, h->s.p[i]);

	if (!h->out.arena)
		buf_init(&h->out, h->m->arena);
	buf_add(&h->out, str_head(str_skip(h->s, h->copied), i - h->copied));
	buf_add(&h->out, STR(DISGUISE));
	buf_byte(&h->out, (char)(FIRST + (sign - signs)));
	h->copied = i + 1;
}

static size_t
skip_blanks(struct str s, size_t i)
{
	while (i < s.n && is_blank(s.p[i]))
		i++;
	return i;
}

/* Behind the `-`, `1.` or `1)` that begins a list's item at i, or i. */
static size_t
item_mark_end(struct str s, size_t i)
{
	size_t end = i + str_digits(str_skip(s, i));

	if (end == i ? end >= s.n || s.p[end] != '-'
		     : end >= s.n || !strchr(".)", s.p[end]))
		return i;
	end++;
	return end == s.n || is_blank(s.p[end]) || s.p[end] == '\n' ? end : i;
}

/* Of > text, > 80 and >= x only the first is a quotation: the first letter or
 * figure behind the sign is a letter. */
static bool
quotes_text(struct str s, size_t i)
{
	while (i < s.n && s.p[i] != '\n' && s.p[i] != '=') {
		uint32_t cp = utf8_next(s, &i);

		if (utf8_is_digit(cp))
			return false;
		if (utf8_is_letter(cp))
			return true;
	}
	return false;
}

/* What a line of a quotation's paragraph begins with, where it has no sign of
 * its own: no mark of another block. */
static bool
runs_on(struct str s, size_t i)
{
	return i < s.n && !strchr("\n#-`~<", s.p[i]) &&
	       item_mark_end(s, i) == i;
}

/* Takes the marks that begin the line at i; a > that is none is hidden. */
static size_t
line_marks(struct hiding *h, size_t i)
{
	int quotes = 0;
	size_t first = i = skip_blanks(h->s, i);

	for (;;) {
		size_t end = item_mark_end(h->s, i);

		if (end == i && i < h->s.n && h->s.p[i] == '>') {
			if (h->inlines || (quotes >= h->quotes &&
					      !quotes_text(h->s, i + 1))) {
				hide(h, i++);
				break;
			}
			mark_add(h->m, h->m->text.off + i, 1);
			h->m->nquotes++;
			quotes++;
			end++;
		}
		if (end == i)
			break;
		i = skip_blanks(h->s, end);
	}
	if (quotes || !runs_on(h->s, first))
		h->quotes = quotes;
	return i;
}

/* Whether the sign at i is text, wherever it stands. */
static bool
is_text(struct hiding *h, size_t i)
{
	char c = h->s.p[i], next = i + 1 < h->s.n ? h->s.p[i + 1] : '\n';

	switch (c) {
	case '*':
	case '_':
	case '+':
		return true;
	case '\\':
		return next == '\n' && !h->m->template;
	case '!':
		return next == '[' && ++h->open > OPEN_MAX;
	case '<':
		return (next == '!' || next == '?') && ++h->open > OPEN_MAX;
	default:
		return false;
	}
}

static struct str
hidden(struct hiding *h)
{
	size_t i = line_marks(h, 0);

	while (i < h->s.n) {
		if (h->s.p[i] == '\n') {
			i = line_marks(h, i + 1);
			continue;
		}
		if (is_text(h, i))
			hide(h, i);
		else if (h->s.p[i] == '\\' && i + 1 < h->s.n &&
			 h->s.p[i + 1] != '\n')
			i++; /* what it takes the meaning of is no mark */
		i++;
	}
	if (!h->copied)
		return h->s;
	buf_add(&h->out, str_skip(h->s, h->copied));
	return buf_str(&h->out);
}

struct str
signs_hidden(struct markdown *m, struct str s, bool inlines)
{
	return hidden(&(struct hiding){ .m = m, .s = s, .inlines = inlines });
}

/* The sign in disguise at byte i, or 0. */
static char
sign_at(struct str s, size_t i)
{
	size_t n = i + DISGUISED <= s.n ? (unsigned char)s.p[i + 2] : 0;

	if (n < FIRST || n >= FIRST + sizeof(signs) - 1 ||
	    !str_starts(str_skip(s, i), STR(DISGUISE)))
		return 0;
	return signs[n - FIRST];
}

struct str
signs_shown(struct arena *a, struct str s)
{
	if (str_find(s, STR(DISGUISE)) == SIZE_MAX)
		return s;

	char *p = ARENA_ARRAY(a, char, s.n);
	size_t n = 0;

	for (size_t i = 0; i < s.n; n++) {
		char sign = sign_at(s, i);

		p[n] = sign ? sign : s.p[i];
		i += sign ? DISGUISED : 1;
	}
	return (struct str){ p, n };
}

struct str
signs_stars(struct str s, size_t *n)
{
	size_t i = 0;

	for (*n = 0; sign_at(s, i) == '*'; ++*n)
		i += DISGUISED;
	return str_head(s, i);
}

struct str
signs_until_star(struct str s)
{
	size_t i = 0;

	while (i < s.n && sign_at(s, i) != '*')
		i++;
	return str_head(s, i);
}

void
marks_drop(struct markdown *m, size_t from, size_t to)
{
	size_t lo = 0, hi = m->marks ? m->nquotes : 0;

	while (lo < hi) {
		size_t mid = lo + (hi - lo) / 2;

		if (m->marks->at[mid].off < from)
			lo = mid + 1;
		else
			hi = mid;
	}
	for (; m->marks && lo < m->nquotes && m->marks->at[lo].off < to; lo++)
		m->marks->at[lo].len = 0;
}

void
mark_add(struct markdown *m, size_t off, size_t len)
{
	if (m->marks)
		*LIST_ADD(m->arena, m->marks) =
		    source_span(m->text.src, off, len);
}
