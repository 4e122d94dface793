/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "base/utf8.h"
#include "markup/markup_int.h"

/* Signs of lists that are none in Markdown: what Word puts before an element,
 * and numbers as they are typed by hand. */

/* A blank or a letter of the text may follow. */
static const struct str bullets[] = { STR_INIT("•"), STR_INIT("·"),
	STR_INIT("●"), STR_INIT("○"), STR_INIT("◦"), STR_INIT("‣"),
	STR_INIT("∙"), STR_INIT("►"), STR_INIT("▶"), STR_INIT("➢"),
	STR_INIT("▪"), STR_INIT("■"), STR_INIT("□"), STR_INIT("◆"),
	STR_INIT("✓"), STR_INIT("✔"),
	/* Of Symbol and Wingdings, as Word gives them away. */
	STR_INIT("\xef\x82\xb7"), STR_INIT("\xef\x82\xa7"),
	STR_INIT("\xef\x83\x98"), STR_INIT("\xef\x83\xbc") };
/* A blank must follow. */
static const struct str dashes[] = { STR_INIT("–"), STR_INIT("—"),
	STR_INIT("―"), STR_INIT("−"), STR_INIT("‒") };

#define COUNT(a) (sizeof(a) / sizeof(*(a)))

/* Blanks, also those that do not break, from byte i on. */
static size_t
skip_spaces(struct str s, size_t i)
{
	for (;;) {
		if (i < s.n && is_blank(s.p[i]))
			i++;
		else if (str_starts(str_skip(s, i), STR(NBSP)))
			i += sizeof(NBSP) - 1;
		else
			return i;
	}
}

static bool
is_letter_at(struct str s, size_t i)
{
	return i < s.n && utf8_is_letter(utf8_next(s, &i));
}

static size_t
one_of(struct str s, const struct str *signs, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		if (str_starts(s, signs[i]))
			return signs[i].n;
	}
	return 0;
}

size_t
markup_bullet(struct str line)
{
	size_t n = one_of(line, bullets, COUNT(bullets)), end;

	if (n)
		return skip_spaces(line, n);
	n = one_of(line, dashes, COUNT(dashes));
	if (!n && line.n && strchr("-*+", line.p[0]))
		n = 1;
	if (!n && line.n > 1 && line.p[0] == 'o' && line.p[1] == '\t')
		n = 1;
	end = skip_spaces(line, n);
	if (!n || end == line.n)
		return 0;
	/* `-Text`: the space was forgotten. */
	return end > n || (line.p[0] == '-' && is_letter_at(line, 1)) ? end : 0;
}

/* `1.` `1)` `1.1` `1.1.` and a space, or a letter behind a lone number. */
static size_t
figures(struct str s)
{
	size_t i = 0, digits = 0, dots = 0;

	for (; i < s.n && strchr("0123456789.)", s.p[i]); i++) {
		if (s.p[i] == '.' || s.p[i] == ')')
			dots++, digits = 0;
		else if (++digits > 2)
			return 0; /* a year, or a day with its month */
	}
	if (!dots || i < 2 || i == s.n || strchr(".)", s.p[0]))
		return 0;
	if (s.p[i] == ' ' || s.p[i] == '\t')
		return dots > 1 || strchr(".)", s.p[i - 1]) ? i : 0;
	return dots > 1 || (!digits && is_letter_at(s, i)) ? i : 0;
}

/* `а)` and `IV.`, and a blank. */
static size_t
letters(struct str s)
{
	size_t i = 0;

	while (i < s.n && i < 4 && strchr("IVX", s.p[i]))
		i++;
	if (!i && s.n && is_letter_at(s, 0)) {
		utf8_next(s, &i);
		if (i < s.n && s.p[i] != ')')
			return 0;
	}
	if (!i || i >= s.n || !strchr(".)", s.p[i]))
		return 0;
	i++;
	return skip_spaces(s, i) > i ? i : 0;
}

size_t
markup_number(struct str line)
{
	size_t n = figures(line);

	if (!n)
		n = letters(line);
	return n ? skip_spaces(line, n) : 0;
}

size_t
markup_list_sign(struct str line)
{
	size_t n = markup_bullet(line);

	return n ? n : markup_number(line);
}

struct str
markup_listed(struct arena *a, struct str line)
{
	size_t n = markup_bullet(line), digits = str_digits(line);

	if (n)
		return str_printf(a, "- " STR_FMT, STR_ARG(str_skip(line, n)));
	n = markup_number(line);
	if (!digits)
		return str_printf(a, "- " STR_FMT, STR_ARG(str_skip(line, n)));
	return str_printf(a, STR_FMT ". " STR_FMT, (int)digits, line.p,
	    STR_ARG(str_skip(line, n)));
}
