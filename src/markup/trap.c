/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "markup/markup_int.h"

/*
 * What people type into YAML and libyaml misreads in silence, or refuses with
 * a sentence that helps nobody, is found here first, line by line.  What can
 * be meant in one way only is repaired in the copy that libyaml gets, so that
 * one slip hides no other.
 */

enum below { BELOW_TEXT, BELOW_KEY, BELOW_ENTRY };

static bool
is_ascii_letter(unsigned char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* "key:value": letters and hyphens, a colon, and no space behind it. */
static size_t
tight_colon(const struct trap *t, size_t i, size_t end)
{
	bool letter = false;
	size_t j = i;

	for (; j < end && t->s.p[j] != ':'; j++) {
		unsigned char c = (unsigned char)t->s.p[j];

		letter |= c >= 0x80 || is_ascii_letter(c);
		if (c < 0x80 && !is_ascii_letter(c) && c != '-' && c != '_' &&
		    (c < '0' || c > '9'))
			return SIZE_MAX;
	}
	if (!letter || j + 1 >= end || t->s.p[j + 1] == '/')
		return SIZE_MAX;
	return j;
}

/* Moves the line to begin in column `want`, and says so. */
static size_t
move_line(struct trap *t, size_t i, size_t col, size_t want)
{
	struct str spaces = str_printf(t->d->arena, "%*s", (int)want, "");
	struct diag *g = trap_add(t, &wrong_indent, i, trap_line_end(t, i) - i,
	    ARGS(arg_number(t->d->arena, (int64_t)col + 1),
		arg_number(t->d->arena, (int64_t)want + 1)));

	g->fix = trap_fixed(t, t->line, i - t->line, spaces);
	trap_replace(t, t->line, i - t->line, spaces);
	return want;
}

/* The column of the next line that belongs to no line above it here, or `most`
 * where that is less: then many lines stand apart, and not the first slipped.
 */
static size_t
column_below(const struct trap *t, size_t most)
{
	for (size_t i = t->next; i < t->s.n;) {
		size_t end = trap_line_end(t, i), k = i;

		while (k < end && t->s.p[k] == ' ')
			k++;
		if (k < end && t->s.p[k] != '#' && k - i <= most)
			return k - i;
		i = end + 1;
	}
	return most;
}

/*
 * Finds the collection to which an entry in this column belongs, or begins
 * one.  A list may begin in the column of the key that holds it.  Gives the
 * column, corrected where it fits nothing.
 */
static size_t
settle(struct trap *t, size_t i, size_t col, bool list)
{
	struct indent shut = { SIZE_MAX, false };

	while (t->levels.n) {
		struct indent top = *LIST_LAST(&t->levels);
		bool behind = top.col > col;

		if (top.col == col && top.list && !list && t->levels.n > 1 &&
		    t->levels.at[t->levels.n - 2].col == col)
			behind = true; /* a list in the column of its key */
		if (!behind)
			break;
		shut = top;
		t->levels.n--;
	}

	struct indent *top = t->levels.n ? LIST_LAST(&t->levels) : NULL;

	if (!top && shut.col == SIZE_MAX && col > column_below(t, col))
		col = move_line(t, i, col, column_below(t, col));

	bool sibling = top && top->col == col && top->list == list;
	bool child = !top || (shut.col == SIZE_MAX && t->waiting &&
				 (top->col < col || (list && !top->list)));

	if (sibling)
		return col;
	if (!child) {
		struct indent home = *top;

		if (shut.col != SIZE_MAX && shut.list == list)
			home = shut;
		if (home.list != list)
			return col; /* libyaml will say what is wrong */
		if (home.col != col)
			col = move_line(t, i, col, home.col);
		if (home.col == top->col)
			return col;
	}
	*LIST_ADD(t->d->arena, &t->levels) = (struct indent){ col, list };
	return col;
}

/* `-Асанова`: two such lines would fold into one text. */
static bool
is_tight_dash(const struct trap *t, size_t i, size_t end)
{
	char c = i + 1 < end ? t->s.p[i + 1] : ' ';

	return t->s.p[i] == '-' && c != '-' && !is_blank(c) &&
	       (c < '0' || c > '9');
}

/* The spaces before a line: the first byte behind them, and its column. */
static size_t
indentation(struct trap *t, size_t end, size_t *col)
{
	const struct message *wrong = NULL;
	size_t i = t->line, n = 0;

	for (;;) {
		if (i < end && t->s.p[i] == ' ') {
			i++, n++;
		} else if (i < end && t->s.p[i] == '\t') {
			wrong = &tab_indent;
			i++, n += 2;
		} else if (is_nbsp(t, i)) {
			wrong = &hard_space;
			i += 2, n++;
		} else {
			break;
		}
	}
	*col = n;
	if (!wrong || i >= end)
		return i;

	struct str spaces = str_printf(t->d->arena, "%*s", (int)n, "");

	trap_add(t, wrong, t->line, i - t->line, NO_ARGS)->fix =
	    trap_fixed(t, t->line, i - t->line, spaces);
	trap_replace(t, t->line, i - t->line, spaces);
	return i;
}

/* A line below a plain value and deeper than what holds it; true: done. */
static bool
is_continuation(struct trap *t, size_t i, size_t end, size_t *col)
{
	if (!t->plain || *col <= t->holder)
		return false;
	if (!is_tight_dash(t, i, end) && !trap_opens_entry(t, i, end) &&
	    trap_key_end(t, i, end) != SIZE_MAX) {
		*col = move_line(t, i, *col, t->holder);
		return false;
	}
	trap_add(t, &folded, i, end - i, NO_ARGS);
	return true;
}

/* What the line below begins: a key, an element of a list, or neither; and in
 * which column, of this one's bytes. */
static enum below
line_below(const struct trap *t, size_t *col)
{
	size_t i = t->next, end = i < t->s.n ? trap_line_end(t, i) : i;

	while (i < end && t->s.p[i] == ' ')
		i++;
	*col = i - t->next;
	if (i >= end || t->s.p[i] == '#')
		return BELOW_TEXT;
	if (trap_opens_entry(t, i, end))
		return BELOW_ENTRY;
	return trap_key_end(t, i, end) != SIZE_MAX ? BELOW_KEY : BELOW_TEXT;
}

/* `key value`, and more keys below: the colon is put behind the first word.
 * Behind it, or SIZE_MAX where there is none. */
static size_t
mend_key(struct trap *t, size_t i, size_t end)
{
	struct str s = str_head(str_skip(t->s, i), end - i), rest;
	struct str word = str_cut(s, ' ', &rest);
	size_t n = markup_bullet(str_trim(rest));

	if (word.n == s.n || strchr("[{\"'|>", s.p[0]))
		return SIZE_MAX;
	n += (size_t)(str_trim(rest).p - s.p) - word.n;
	trap_add(t, &no_key, i, s.n, NO_ARGS)->fix =
	    trap_fixed(t, i + word.n, n, STR(": "));
	trap_replace(t, i + word.n, n, STR(": "));
	return i + word.n + n;
}

/* Whether a line without a key is the first of some lines with keys: behind a
 * dash, or below a key that has no value yet. */
static bool
keys_follow(const struct trap *t, size_t col, size_t dash)
{
	size_t below;

	if (line_below(t, &below) != BELOW_KEY)
		return false;
	if (dash != SIZE_MAX)
		return below > dash;
	return t->waiting && t->levels.n && below == col &&
	       col > LIST_LAST(&t->levels)->col;
}

/* The same of a list, which has lost the first of its dashes. */
static bool
entries_follow(const struct trap *t, size_t i, size_t col)
{
	size_t below;

	return t->waiting && t->levels.n && i < t->s.n &&
	       line_below(t, &below) == BELOW_ENTRY && below == col &&
	       col > LIST_LAST(&t->levels)->col;
}

/*
 * What stands behind the dashes of a line: a key with its value, or a text.
 * False where it is neither; of several such lines only the first is reported.
 */
static bool
is_entry(struct trap *t, size_t i, size_t end, size_t col, size_t dash)
{
	size_t colon = trap_key_end(t, i, end);
	bool in_list = dash != SIZE_MAX;
	bool keyed = colon == SIZE_MAX && keys_follow(t, col, dash);
	size_t tight = !in_list || keyed ? tight_colon(t, i, end) : SIZE_MAX;

	if (keyed && tight == SIZE_MAX)
		colon = mend_key(t, i, end);
	if (keyed && colon != SIZE_MAX) {
		col = settle(t, i, col, false);
		trap_value(t, colon, end, col);
		return true;
	}
	if (tight < colon) {
		colon = tight;
		col = settle(t, i, col, false);
		trap_add(t, &colon_space, i, colon + 1 - i, NO_ARGS)->fix =
		    trap_fixed(t, colon + 1, 0, STR(" "));
		trap_replace(t, colon + 1, 0, STR(" "));
		trap_value(t, colon + 1, end, col);
		return true;
	}
	if (colon == SIZE_MAX) {
		if (in_list || t->waiting || strchr("[{\"'|>", t->s.p[i])) {
			trap_value(t, i, end, in_list ? dash : col);
			return true;
		}
		if (!t->keyless) {
			struct str c = str_head(str_skip(t->s, i), 1);

			if (strchr("%@`&*!", c.p[0]))
				trap_add(t, &special_start, i, end - i,
				    ARGS(arg_str(c)));
			else
				trap_add(t, &no_key, i, end - i, NO_ARGS);
		}
		trap_replace(t, i, end - i, STR(""));
		return false;
	}
	col = settle(t, i, col, false);
	t->waiting = true;
	if (is_nbsp(t, colon + 1)) {
		trap_add(t, &hard_space, colon + 1, 2, NO_ARGS)->fix =
		    trap_fixed(t, colon + 1, 2, STR(" "));
		trap_replace(t, colon + 1, 2, STR(" "));
		colon += 2;
	}
	trap_value(t, colon + 1, end, col);
	return true;
}

/* `• text`: a hyphen stands for the bullet from then on.  Behind it, or i. */
static size_t
mend_bullet(struct trap *t, size_t i, size_t end, size_t *col, size_t *dash)
{
	struct str line = str_head(str_skip(t->s, i), end - i);
	size_t n = line.n && line.p[0] != '-' ? markup_bullet(line) : 0;

	if (!n || strchr("*+", line.p[0]))
		return i;
	*col = settle(t, i, *col, true);
	*dash = (*col)++;
	t->waiting = true;
	trap_add(
	    t, &yaml_bullet, i, n, ARGS(arg_str(str_trim(str_head(line, n)))))
	    ->fix = trap_fixed(t, i, n, STR("- "));
	trap_replace(t, i, n, STR("- "));
	++*col;
	return i + n;
}

static void
check_line(struct trap *t)
{
	size_t end = trap_line_end(t, t->line), col;
	size_t i = indentation(t, end, &col), dash = SIZE_MAX;

	if (i >= end || t->s.p[i] == '#')
		return;
	if (col == 0 && (str_starts(str_skip(t->s, i), STR("---")) ||
			    str_starts(str_skip(t->s, i), STR("...")))) {
		t->levels.n = 0;
		t->plain = false;
		return;
	}
	if (is_continuation(t, i, end, &col))
		return;
	t->plain = false;
	i = mend_bullet(t, i, end, &col, &dash);
	if (dash == SIZE_MAX && !trap_opens_entry(t, i, end) &&
	    trap_key_end(t, i, end) == SIZE_MAX && entries_follow(t, i, col)) {
		trap_add(t, &no_key, i, end - i, NO_ARGS)->fix =
		    trap_fixed(t, i, 0, STR("- "));
		trap_replace(t, i, 0, STR("- "));
		dash = settle(t, i, col, true);
		col = dash + 2;
	}
	while (i < end && (trap_opens_entry(t, i, end) ||
			      (dash == SIZE_MAX && is_tight_dash(t, i, end)))) {
		col = settle(t, i, col, true);
		dash = col++;
		t->waiting = true;
		if (!trap_opens_entry(t, i, end)) {
			trap_add(t, &dash_space, i, end - i, NO_ARGS)->fix =
			    trap_fixed(t, i + 1, 0, STR(" "));
			trap_replace(t, i + 1, 0, STR(" "));
			col++;
		}
		for (i++; i < end && is_blank(t->s.p[i]); i++)
			col++;
	}
	t->keyless =
	    i < end && t->s.p[i] != '#' && !is_entry(t, i, end, col, dash);
}

bool
trap_clean(
    struct clean *out, struct arena *a, struct span text, struct diags *d)
{
	struct trap t = { .d = d, .text = text, .out = out };

	t.s = span_text(text);
	t.budget = 4 * t.s.n;
	buf_init(&t.clean, a);
	for (; t.line < t.s.n; t.line = t.next) {
		t.next = trap_line_end(&t, t.line) + 1;
		check_line(&t);
	}
	*out = (struct clean){ t.s, text.off,
		{ out->repairs.at, out->repairs.n, out->repairs.cap } };
	if (!out->repairs.n)
		return !t.faulty;
	buf_add(&t.clean, str_skip(t.s, t.copied));
	out->text = buf_str(&t.clean);
	return !t.faulty;
}
