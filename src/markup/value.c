/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "markup/markup_int.h"

/* The values of the lines that trap.c looks at. */

static struct str
part(const struct trap *t, size_t from, size_t to)
{
	return str_head(str_skip(t->s, from), to - from);
}

/* In quotes as a person would put them: "", else '' with its own doubled. */
static struct str
quoted(struct trap *t, struct str v)
{
	struct strbuf b;

	buf_init(&b, t->d->arena);
	if (!memchr(v.p, '"', v.n) && !memchr(v.p, '\\', v.n)) {
		buf_printf(&b, "\"" STR_FMT "\"", STR_ARG(v));
		return buf_str(&b);
	}
	buf_byte(&b, '\'');
	for (size_t i = 0; i < v.n; i++) {
		if (v.p[i] == '\'')
			buf_byte(&b, '\'');
		buf_byte(&b, v.p[i]);
	}
	buf_byte(&b, '\'');
	return buf_str(&b);
}

/* Says what is wrong with a value and gives libyaml another in its place. */
static void
requote(struct trap *t, const struct message *m, size_t from, size_t to,
    struct str what, struct str with)
{
	trap_add(t, m, from, to - from, ARGS(arg_str(what)))->fix =
	    trap_fixed(t, from, to - from, with);
	trap_replace(t, from, to - from, with);
}

/* Where the value of a line ends: before its comment and last spaces. */
static size_t
value_end(const struct trap *t, size_t i, size_t end, size_t *comment)
{
	*comment = SIZE_MAX;
	for (size_t j = i + 1; j < end; j++) {
		if (t->s.p[j] != '#' || !is_blank(t->s.p[j - 1]))
			continue;
		*comment = j;
		end = j;
	}
	while (end > i && is_blank(t->s.p[end - 1]))
		end--;
	return end;
}

/* Two spaces, #, a space: nobody writes text so. */
static bool
is_meant(const struct trap *t, size_t comment, size_t end)
{
	return is_blank(t->s.p[comment - 2]) &&
	       (comment + 1 == end || is_blank(t->s.p[comment + 1]));
}

static void
plain_value(struct trap *t, size_t i, size_t end, size_t col)
{
	size_t comment, stop = value_end(t, i, end, &comment);

	if (comment != SIZE_MAX && !is_meant(t, comment, end)) {
		struct str whole = str_trim(part(t, i, end));

		trap_add(t, &lost_comment, comment, end - comment,
		    ARGS(arg_str(part(t, comment, end))))
		    ->fix = trap_fixed(t, i, end - i, quoted(t, whole));
	}
	if (trap_key_end(t, i, stop) != SIZE_MAX) {
		struct str with = quoted(t, part(t, i, stop));

		trap_add(t, &colon_in_value, i, stop - i, NO_ARGS)->fix =
		    trap_fixed(t, i, stop - i, with);
		trap_replace(t, i, stop - i, with);
		return;
	}
	t->plain = true;
	t->holder = col;
}

/* A name such as libyaml takes for an anchor, a reference or a tag. */
static bool
is_yaml_name(const struct trap *t, size_t i, size_t end)
{
	size_t j = i + 1;

	for (; j < end && !is_blank(t->s.p[j]); j++) {
		char c = t->s.p[j];

		if ((c < 'a' || c > 'z') && (c < 'A' || c > 'Z') &&
		    (c < '0' || c > '9') && !strchr("-_!", c))
			return false;
	}
	return j > i + 1;
}

/* A character with which no plain text begins. */
static bool
is_special(const struct trap *t, size_t i, size_t end)
{
	char c = t->s.p[i];

	if (strchr("&*!", c))
		return !is_yaml_name(t, i, end);
	if (strchr("-?", c))
		return i + 1 == end || is_blank(t->s.p[i + 1]);
	return strchr("@`%,]}|>", c) != NULL;
}

static void
special_value(struct trap *t, size_t i, size_t end)
{
	size_t comment, stop = value_end(t, i, end, &comment);

	requote(t, &special_start, i, stop, part(t, i, i + 1),
	    quoted(t, part(t, i, stop)));
}

/* `|` and `>`: the lines below that are deeper are text, whatever they hold. */
static void
block_value(struct trap *t, size_t i, size_t end, size_t col)
{
	size_t j = i + 1;

	while (j < end && j < i + 3 && strchr("+-0123456789", t->s.p[j]))
		j++;
	while (j < end && is_blank(t->s.p[j]))
		j++;
	if (j < end && t->s.p[j] != '#') {
		special_value(t, i, end);
		return;
	}
	while (t->next < t->s.n) {
		size_t stop = trap_line_end(t, t->next), k = t->next;

		while (k < stop && t->s.p[k] == ' ')
			k++;
		if (k < stop && k - t->next <= col)
			break;
		t->next = stop + 1;
	}
}

/* A line that can't be the rest of what an entry in column col left open. */
static bool
begins_entry(const struct trap *t, size_t line, size_t col)
{
	size_t i = line, end = trap_line_end(t, line);

	while (i < end && t->s.p[i] == ' ')
		i++;
	return t->levels.n && i < end && i - line <= col &&
	       (trap_key_end(t, i, end) != SIZE_MAX ||
		   (i + 1 < end && trap_opens_entry(t, i, end)));
}

/* Behind the quote or bracket that closes the one at i, or SIZE_MAX. */
static size_t
closing(struct trap *t, size_t i, size_t col)
{
	char quote = strchr("\"'", t->s.p[i]) ? t->s.p[i] : 0;
	bool alone = quote != 0;
	size_t depth = !alone;

	for (size_t j = i + 1; j < t->s.n && t->budget; j++, t->budget--) {
		char c = t->s.p[j];

		if (c == '\n' && begins_entry(t, j + 1, col))
			return SIZE_MAX;
		if (quote) {
			if (quote == '"' && c == '\\')
				j++;
			else if (c == quote)
				quote = 0;
			if (!quote && alone)
				return j + 1;
		} else if (c == '"' || c == '\'') {
			if (strchr(" [{,:\n", t->s.p[j - 1]))
				quote = c;
		} else if (c == '[' || c == '{') {
			depth++;
		} else if ((c == ']' || c == '}') && --depth == 0) {
			return j + 1;
		}
	}
	return SIZE_MAX;
}

/* The first escape of a text in double quotes that YAML doesn't have. */
static struct str
bad_escape(const struct trap *t, size_t from, size_t to)
{
	for (size_t i = from; i + 1 < to; i++) {
		if (t->s.p[i] != '\\')
			continue;
		i++;
		if (strchr("0abt\tnvfre \"/\\N_LPxuU\n", t->s.p[i]))
			continue;

		size_t n = 1;

		while (i + n < to && (t->s.p[i + n] & 0xc0) == 0x80)
			n++;
		return part(t, i - 1, i + n);
	}
	return STR("");
}

/* A value in quotes or brackets. */
static void
closed_value(struct trap *t, size_t i, size_t end, size_t col)
{
	size_t comment, stop = value_end(t, i, end, &comment);
	size_t close = closing(t, i, col);
	bool text = strchr("\"'", t->s.p[i]) != NULL;

	if (close == SIZE_MAX) {
		if (t->budget)
			requote(t, &never_closed, i, stop, part(t, i, i + 1),
			    quoted(t, part(t, i + text, stop)));
		return;
	}
	if (close > end) {
		t->next = trap_line_end(t, close) + 1;
		return;
	}

	struct str escape =
	    t->s.p[i] == '"' ? bad_escape(t, i, close) : STR("");
	size_t j = close;

	if (escape.n) {
		requote(t, &backslash, i, close, escape,
		    quoted(t, part(t, i + 1, close - 1)));
		return;
	}
	while (j < end && is_blank(t->s.p[j]))
		j++;
	if (j < end && !(t->s.p[j] == '#' && j > close))
		requote(t, &text_behind, i, stop, part(t, close - 1, close),
		    quoted(t, part(t, i, stop)));
}

void
trap_value(struct trap *t, size_t i, size_t end, size_t col)
{
	size_t stop;

	while (i < end && is_blank(t->s.p[i]))
		i++;
	for (stop = i; str_starts(str_skip(t->s, stop), STR(NBSP));)
		stop += STR(NBSP).n;
	if (stop > i) {
		trap_add(t, &hard_space, i, stop - i, NO_ARGS)->fix =
		    trap_fixed(t, i, stop - i, STR(""));
		trap_replace(t, i, stop - i, STR(" "));
		i = stop;
	}
	if (i >= end)
		return;
	if (t->s.p[i] == '#') {
		/* `note: #5` has no value at all. */
		if (i + 1 < end && !is_blank(t->s.p[i + 1]))
			trap_add(t, &lost_comment, i, end - i,
			    ARGS(arg_str(part(t, i, end))))
			    ->fix = trap_fixed(
			    t, i, end - i, quoted(t, part(t, i, end)));
		return;
	}
	t->waiting = false;
	if (strchr("\"'[{", t->s.p[i]))
		closed_value(t, i, end, col);
	else if (strchr("|>", t->s.p[i]))
		block_value(t, i, end, col);
	else if (is_special(t, i, end))
		special_value(t, i, end);
	else if (!strchr("&*!", t->s.p[i]))
		plain_value(t, i, end, col);
}
