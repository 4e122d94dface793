/* SPDX-License-Identifier: MIT */
#include "base/utf8.h"
#include "markup/markup_int.h"

/*
 * Nothing vanishes at the door: the letters and digits of a text, in order,
 * are those of its tree.  Whatever Markdown drops in silence is found so, link
 * definitions first of all, without a list of what it may drop.
 */

struct letter {
	uint32_t cp;
	uint32_t off; /* in the source's text */
};
struct letters {
	LIST_OF(struct letter);
};

/* How many letters are looked through to find where both agree again, how many
 * must agree then, and after how many places there is no point in going on. */
enum { LOOK = 4096, AGREE = 8, PLACES = 50 };

static bool
counts(uint32_t cp)
{
	if (cp < 0x80)
		return (cp >= '0' && cp <= '9') || (cp >= 'a' && cp <= 'z') ||
		       (cp >= 'A' && cp <= 'Z');
	if (cp >= 0x400 && cp < 0x482) /* Cyrillic */
		return true;
	return utf8_is_letter(cp) || utf8_is_digit(cp);
}

static void
add(struct letters *to, struct arena *a, struct str s, uint32_t off)
{
	for (size_t i = 0; i < s.n;) {
		uint32_t at = (uint32_t)i;
		uint32_t cp = utf8_next(s, &i);

		if (counts(cp))
			*LIST_ADD(a, to) = (struct letter){ cp, off + at };
	}
}

/* Whether the address of a link stands in parentheses behind this run, its
 * last: not in a definition elsewhere, and not as the text itself. */
static bool
has_address(const struct run *r)
{
	struct str rest =
	    str_skip(r->at.src->text, (size_t)r->at.off + r->at.len);

	while (str_starts(rest, STR("*")) || str_starts(rest, STR("_")))
		rest = str_skip(rest, 1);
	return str_starts(rest, STR("]("));
}

static void add_blocks(
    struct letters *to, struct arena *a, const struct blocks *blocks);

/* Runs, and between them the code, HTML and images that stand there; the
 * address of a link is written behind its text. */
static void
add_inlines(struct letters *to, struct arena *a, const struct block *b)
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
add_blocks(struct letters *to, struct arena *a, const struct blocks *blocks)
{
	for (size_t i = 0; i < blocks->n; i++) {
		const struct block *b = &blocks->at[i];
		struct str marker = span_text(b->at);

		if (b->kind == BLOCK_ITEM)
			add(to, a, str_head(marker, str_digits(marker)), 0);
		add(to, a, b->info, 0);
		if (b->kind == BLOCK_IMAGE)
			add_inlines(to, a, b);
		add(to, a, b->literal, 0);
		if (b->kind != BLOCK_IMAGE)
			add_inlines(to, a, b);
	}
}

static bool
agree(const struct letters *a, size_t i, const struct letters *b, size_t j)
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

/* Reports a link definition whose line holds the lost letter at `off`; gives
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

/* Reports letters of the source that the tree does not have. */
static void
lost(const struct source *src, const struct letters *s, size_t from, size_t to,
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

void
ledger_check(struct arena *a, struct span text, const struct blocks *tree,
    struct diags *d)
{
	struct letters s = { 0 }, t = { 0 };
	size_t i = 0, j = 0;

	add(&s, a, span_text(text), text.off);
	add_blocks(&t, a, tree);
	for (int places = 0; places < PLACES && i < s.n; places++) {
		while (i < s.n && j < t.n && s.at[i].cp == t.at[j].cp)
			i++, j++;
		if (i == s.n)
			return;

		size_t k = 1;

		/* Less of the source lost, or of the tree added, whichever is
		 * nearer. */
		while (k < LOOK && i + k < s.n && !agree(&s, i + k, &t, j) &&
		       !(j + k <= t.n && agree(&s, i, &t, j + k)))
			k++;
		if (j + k <= t.n && agree(&s, i, &t, j + k)) {
			j += k;
			continue;
		}
		if (k > s.n - i)
			k = s.n - i;
		if (j == t.n)
			k = s.n - i;
		lost(text.src, &s, i, i + k, d);
		i += k;
	}
}
