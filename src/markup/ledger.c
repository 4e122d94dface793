/* SPDX-License-Identifier: MIT */
#include "base/utf8.h"
#include "markup/markup_int.h"

/*
 * Nothing vanishes at the door: the signs of a text, in order, are those of
 * its tree and the marks that made it one.  Whatever Markdown drops in silence
 * is found so, link definitions first of all, without a list of what it may
 * drop.
 */

struct sign {
	uint32_t cp;
	uint32_t off; /* in the source's text */
};
struct signs {
	LIST_OF(struct sign);
};

/* How many signs are looked through to find where both agree again, how many
 * must agree then, and after how many places there is no point in going on. */
enum { LOOK = 4096, AGREE = 8, PLACES = 50 };

static void
add(struct signs *to, struct arena *a, struct str s, uint32_t off)
{
	for (size_t i = 0; i < s.n;) {
		uint32_t at = (uint32_t)i;
		uint32_t cp = utf8_next(s, &i);

		if (cp > ' ' && cp != 0xa0)
			*LIST_ADD(a, to) = (struct sign){ cp, off + at };
	}
}

/* The text without its marks. */
static void
add_source(struct signs *to, struct arena *a, struct span text,
    const struct marks *marks)
{
	bool *used = ARENA_ARRAY(a, bool, text.len + 1);
	struct str s = span_text(text);

	for (size_t i = 0; i < marks->n; i++) {
		size_t from = marks->at[i].off - text.off;

		for (size_t k = 0; k < marks->at[i].len; k++)
			used[from + k] = true;
	}
	for (size_t i = 0; i < s.n;) {
		size_t from = i;

		while (i < s.n && !used[i])
			i++;
		add(to, a, str_head(str_skip(s, from), i - from),
		    (uint32_t)(text.off + from));
		while (i < s.n && used[i])
			i++;
	}
}

/* Whether the address of a link stands in parentheses behind this run, its
 * last: not in a definition elsewhere, and not as the text itself. */
static bool
has_address(const struct run *r)
{
	struct str rest =
	    str_skip(r->at.src->text, (size_t)r->at.off + r->at.len);

	while (str_starts(rest, STR("*")))
		rest = str_skip(rest, 1);
	return str_starts(rest, STR("]("));
}

static void add_blocks(
    struct signs *to, struct arena *a, const struct blocks *blocks);

/* Runs, and between them the code, HTML and images that stand there; the
 * address of a link is written behind its text. */
static void
add_inlines(struct signs *to, struct arena *a, const struct block *b)
{
	const struct blocks *kids = &b->kids;
	size_t k = 0;

	for (size_t i = 0; i < b->runs.n; i++) {
		const struct run *r = &b->runs.at[i];
		bool goes_on =
		    i + 1 < b->runs.n && b->runs.at[i + 1].url.p == r->url.p;

		for (; k < kids->n && kids->at[k].at.off < r->at.off; k++)
			add_blocks(
			    to, a, &(struct blocks){ &kids->at[k], 1, 1 });
		add(to, a, r->s, 0);
		if (r->url.n && !goes_on && has_address(r))
			add(to, a, r->url, 0);
	}
	for (; k < kids->n; k++)
		add_blocks(to, a, &(struct blocks){ &kids->at[k], 1, 1 });
}

static void
add_blocks(struct signs *to, struct arena *a, const struct blocks *blocks)
{
	for (size_t i = 0; i < blocks->n; i++) {
		const struct block *b = &blocks->at[i];

		add(to, a, b->info, 0);
		if (b->kind == BLOCK_IMAGE)
			add_inlines(to, a, b);
		add(to, a, b->literal, 0);
		if (b->kind != BLOCK_IMAGE)
			add_inlines(to, a, b);
	}
}

static bool
agree(const struct signs *a, size_t i, const struct signs *b, size_t j)
{
	for (size_t k = 0; k < AGREE; k++) {
		if (i + k == a->n && j + k == b->n)
			return true;
		if (i + k >= a->n || j + k >= b->n ||
		    a->at[i + k].cp != b->at[j + k].cp)
			return false;
	}
	return true;
}

/* `[word]: address` at the start of a line; its length up to the colon. */
static size_t
definition(struct str line)
{
	size_t end = str_find(line, STR("]:"));

	return str_starts(line, STR("[")) && end != SIZE_MAX ? end + 2 : 0;
}

/* Reports a link definition whose line holds the lost sign at `off`; gives
 * where the line ends, or 0 where it holds none. */
static size_t
lost_definition(const struct source *src, uint32_t off, struct diags *d)
{
	size_t line = source_place(source_span(src, off, 0)).line;
	struct str s = str_trim(source_line(src, line));
	size_t at = (size_t)(s.p - src->text.p), n = definition(s);

	if (!n)
		return 0;
	diag_add(d, &link_definition, source_span(src, at, s.n),
	    ARGS(arg_str(str_head(s, n))))
	    ->fix = str_printf(d->arena, "\\" STR_FMT, STR_ARG(s));
	return at + s.n;
}

/* Reports signs of the source that the tree does not have. */
static void
lost(const struct source *src, const struct signs *s, size_t from, size_t to,
    struct diags *d)
{
	while (from < to) {
		size_t end = lost_definition(src, s->at[from].off, d);

		if (!end)
			break;
		while (from < to && s->at[from].off < end)
			from++;
	}
	if (from == to)
		return;

	size_t first = s->at[from].off, stop = s->at[to - 1].off;

	utf8_next(src->text, &stop);

	struct span at = source_span(src, first, stop - first);
	struct str rest;

	diag_add(d, &lost_text, at,
	    ARGS(arg_str(str_cut(span_text(at), '\n', &rest))));
}

/* How many signs of the source are lost at i, j, until both agree again: none
 * where the tree has `*added` more.  A sign may stand for what was lost. */
static size_t
lost_at(const struct signs *s, size_t i, const struct signs *t, size_t j,
    size_t *added)
{
	*added = 0;
	for (size_t k = 1; k < LOOK && i + k < s->n; k++) {
		if (agree(s, i + k, t, j))
			return k;
		if (j + k <= t->n && agree(s, i, t, j + k)) {
			*added = k;
			return 0;
		}
		if (j < t->n && agree(s, i + k, t, j + 1)) {
			*added = 1;
			return k;
		}
	}
	return j < t->n && s->n - i > LOOK ? LOOK : s->n - i;
}

bool
ledger_check(struct arena *a, struct span text, const struct blocks *tree,
    const struct marks *marks, const struct source *src, struct diags *d)
{
	struct signs s = { 0 }, t = { 0 };
	size_t i = 0, j = 0;
	bool sound = true;

	add_source(&s, a, text, marks);
	add_blocks(&t, a, tree);
	for (int places = 0; places < PLACES && i < s.n; places++) {
		while (i < s.n && j < t.n && s.at[i].cp == t.at[j].cp)
			i++, j++;
		if (i == s.n)
			break;

		size_t added, n = lost_at(&s, i, &t, j, &added);

		if (n)
			lost(src, &s, i, i + n, d);
		sound = sound && !n;
		i += n;
		j += added;
	}
	return sound;
}
