/* SPDX-License-Identifier: MIT */
#include "base/arena.h"
#include "base/utf8.h"
#include "reader/reader_int.h"

static struct decision *
decision_new(struct reading *r, struct body *b, struct span at)
{
	struct decision *t = LIST_ADD(r->a, &b->item->decisions);

	t->number = (int)b->item->decisions.n;
	t->at = at;
	b->done = 0;
	return t;
}

/*
 * How many bytes a typed number of a decision takes: `1.1. `, or `1.1 ` below
 * item 1, since another number (2.5) may begin a sentence.  0: there is none.
 */
static size_t
typed_number(struct str s, int item)
{
	struct str rest, first = str_cut(s, '.', &rest);
	size_t n = str_digits(rest);
	bool dot;
	int v;

	if (!n || !str_number(first, &v))
		return 0;
	dot = n < rest.n && rest.p[n] == '.';
	if (!dot && v != item)
		return 0;
	n += first.n + 1 + dot;
	return n < s.n && s.p[n] == ' ' ? n + 1 : 0;
}

/* Decisions are numbered by us: 1. 2. 3. in the file, 2.1. in print. */
static void
check_number(struct reading *r, const struct item *it,
    const struct block *paragraph, int number)
{
	if (paragraph->kind != BLOCK_PARAGRAPH || !paragraph->runs.n)
		return;

	const struct run *run = &paragraph->runs.at[0];
	size_t n = typed_number(run->s, it->number);

	if (!n)
		return;

	struct span at = run->at;

	at.len = (uint32_t)(n - 1);
	diag_add(r->d, &decision_number_typed, at,
	    ARGS(arg_str(str_trim(str_head(run->s, n)))))
	    ->fix = str_printf(r->a, "%d. " STR_FMT, number,
	    STR_ARG(str_trim(str_skip(
		line_at(at), str_find(line_at(at), str_head(run->s, n)) + n))));
}

/* How many bytes a number takes behind which a space is missing: `2.Text`,
 * `1.2.Text`; 0: there is none. */
static size_t
unspaced_number(struct str s, int next_one)
{
	size_t end = 0, n = str_digits(s), figures;
	int typed;

	/* `2.8-класстарда`: no number has a hyphen behind it. */
	if (n && n < s.n && s.p[n] == '.' &&
	    str_number(str_head(s, n), &typed) && typed == next_one) {
		figures = n + 1 + str_digits(str_skip(s, n + 1));
		if (figures > n + 1 && figures < s.n &&
		    (s.p[figures] == '-' ||
			str_starts(str_skip(s, figures), STR("–"))))
			return n + 1;
	}
	n = 0;

	for (;;) {
		n += str_digits(str_skip(s, n));
		if (n == end || n - end > 2 || n == s.n ||
		    (s.p[n] != '.' && s.p[n] != ')'))
			break;
		end = ++n;
	}

	size_t next = end;

	return end && n == end && end < s.n &&
		       utf8_is_letter(utf8_next(s, &next))
		   ? end
		   : 0;
}

/* Markdown makes no list of `1.Text`: it would run into the line before. */
static void
check_spaces(struct reading *r, const struct block *paragraph, size_t first,
    int next_one)
{
	for (size_t i = first; i < paragraph->runs.n; i++) {
		const struct run *run = &paragraph->runs.at[i];
		size_t n = unspaced_number(run->s, next_one);

		if (!n || run->kind != RUN_TEXT ||
		    (i && run[-1].kind == RUN_TEXT))
			continue;

		struct span at = run->at;
		struct str line = line_at(at);
		size_t in = str_find(line, str_head(run->s, n));

		at.len = (uint32_t)n;
		diag_add(r->d, &decision_number_unspaced, at,
		    ARGS(arg_str(str_head(run->s, n))))
		    ->fix = str_printf(r->a, STR_FMT " " STR_FMT,
		    STR_ARG(str_head(run->s, n)),
		    STR_ARG(str_skip(line, in + n)));
	}
}

/* The bullets below a decision: prose up to the first known key, then facts. */
static void
add_bullets(struct reading *r, struct body *b, const struct block *list)
{
	struct decision *t = LIST_LAST(&b->item->decisions);
	size_t first = facts_begin(r, &decision_fields, list);

	for (size_t i = 0; i < first; i++) {
		const struct blocks *kids = &list->kids.at[i].kids;

		for (size_t k = 0; k < kids->n; k++)
			habit_sentences(r, &kids->at[k], t->number);
	}
	prose_add_items(r, &t->text, list, 0, first);
	if (!facts_load(r, &decision_fields, list, first, t, &b->done))
		t->broken = true;
}

static void
add_decision(struct reading *r, struct body *b, const struct block *item)
{
	struct decision *t = decision_new(r, b, item->at);

	for (size_t i = 0; i < item->kids.n; i++) {
		const struct block *kid = &item->kids.at[i];

		if (i == 0)
			check_number(r, b->item, kid, t->number);
		if (kid->kind == BLOCK_PARAGRAPH)
			check_spaces(r, kid, i == 0, t->number + 1);
		facts_missed(r, &decision_fields, kid, i == 0);
		habit_sentences(r, kid, t->number);
		if (kid->kind == BLOCK_LIST && !kid->ordered)
			add_bullets(r, b, kid);
		else
			prose_add(r, &t->text, kid);
	}
}

/* Text before a list that never came is the only decision. */
static void
promote_text(struct reading *r, struct body *b)
{
	struct prose *before = &b->item->before_decisions;
	struct decision *t;

	if (!before->blocks.n || b->item->decisions.n)
		return;
	habit_unnumbered(r, before);
	t = decision_new(r, b, before->at);
	t->text = *before;
	*before = (struct prose){ 0 };
}

/* A list that goes on behind a text or facts goes on with its numbers. */
static void
check_start(struct reading *r, const struct body *b, const struct block *list)
{
	int next = (int)b->item->decisions.n + 1;
	struct span at = list->at;

	if (list->start == next || b->broken)
		return;
	at.len = (uint32_t)str_printf(r->a, "%d.", list->start).n;
	diag_add(r->d, &decision_list_number, at,
	    ARGS(arg_number(r->a, list->start), arg_number(r->a, next)))
	    ->fix = str_printf(r->a, "%d. " STR_FMT, next,
	    STR_ARG(str_trim(str_skip(line_at(at), at.len))));
}

/* Whether bullets stand before a list that does not begin with 1. */
static bool
began_as_bullets(const struct item *it, const struct block *list)
{
	const struct blocks *before = &it->before_decisions.blocks;

	return list->start > 1 && !it->decisions.n && before->n &&
	       LIST_LAST(before)->kind == BLOCK_LIST;
}

/* Bullets where numbers belong are read as decisions all the same, so that
 * one slip makes one finding. */
static void
take_bullets(struct reading *r, struct body *b)
{
	struct prose before = b->item->before_decisions;

	b->item->before_decisions = (struct prose){ 0 };
	for (size_t i = 0; i < before.blocks.n; i++) {
		const struct block *k = &before.blocks.at[i];

		if (k->kind != BLOCK_LIST) {
			prose_add(r, &b->item->before_decisions, k);
			continue;
		}
		diag_add(r->d, &decisions_as_bullets, k->at, NO_ARGS)->fix =
		    str_printf(r->a, "1. " STR_FMT,
			STR_ARG(str_trim(str_skip(line_at(k->at), 1))));
		for (size_t j = 0; j < k->kids.n; j++)
			add_decision(r, b, &k->kids.at[j]);
	}
}

void
decisions_add(struct reading *r, struct body *b, const struct block *block)
{
	struct item *it = b->item;

	if (block->kind == BLOCK_LIST && block->ordered) {
		if (began_as_bullets(it, block))
			take_bullets(r, b);
		check_start(r, b, block);
		for (size_t i = 0; i < block->kids.n; i++)
			add_decision(r, b, &block->kids.at[i]);
		return;
	}
	check_number(r, it, block, (int)it->decisions.n + 1);
	if (block->kind == BLOCK_PARAGRAPH)
		check_spaces(r, block, 0, (int)it->decisions.n + 1);
	facts_missed(r, &decision_fields, block, 0);
	habit_sentences(r, block, (int)it->decisions.n);
	if (it->decisions.n)
		habit_bulleted(r, block, (int)it->decisions.n + 1);
	if (block->kind == BLOCK_LIST) {
		if (facts_begin(r, &decision_fields, block) < block->kids.n)
			promote_text(r, b);
		if (it->decisions.n) {
			add_bullets(r, b, block);
			return;
		}
	}
	prose_add(r,
	    it->decisions.n ? &LIST_LAST(&it->decisions)->text
			    : &it->before_decisions,
	    block);
}

void
decisions_end(struct reading *r, struct body *b)
{
	const struct blocks *before = &b->item->before_decisions.blocks;

	if (b->item->decisions.n)
		return;
	for (size_t i = 0; i < before->n; i++) {
		if (before->at[i].kind == BLOCK_LIST) {
			take_bullets(r, b);
			return;
		}
	}
	promote_text(r, b);
}
