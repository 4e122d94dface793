/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "base/arena.h"
#include "reader/reader_int.h"

static bool
section_is(const struct body *b, const char *name)
{
	return b->section && strcmp(b->section->name, name) == 0;
}

/* --- headings ----------------------------------------------------------- */

/* How many bytes a typed number takes: `2.`, `2)`, `2.1.`; 0: there is none.
 * A date (10.04.2026) and the number of a clause (5.4-) are none. */
static size_t
typed_number(struct str s)
{
	size_t n = str_digits(s), more;

	if (!n || n >= s.n || (s.p[n] != '.' && s.p[n] != ')'))
		return 0;
	n++;
	while ((more = str_digits(str_skip(s, n))) && n + more < s.n &&
	       s.p[n + more] == '.')
		n += more + 1;
	return more || n == s.n ? 0 : n;
}

/* The value of a Roman number below 40, or 0. */
static int
roman(struct str s)
{
	int value = 0, last = 0;

	for (size_t i = s.n; i > 0; i--) {
		char c = s.p[i - 1];
		int n = c == 'I' ? 1 : c == 'V' ? 5 : c == 'X' ? 10 : 0;

		if (!n)
			return 0;
		value += n < last ? -n : n;
		last = n;
	}
	return value;
}

/* The same of `I.`, of `Вопрос 2.` and `2-маселе.`; *number is the number. */
static size_t
worded_number(struct reading *r, struct str s, int *number)
{
	size_t end = 0;
	struct str word = STR(""), figures, right;

	while (end < s.n && !strchr(".:)", s.p[end]))
		end++;
	if (end == s.n || end + 1 == s.n || s.p[end + 1] != ' ')
		return 0;

	struct str head = str_head(s, end);
	size_t digits = str_digits(head);

	*number = roman(head);
	if (*number)
		return end + 1;
	for (size_t i = 0; i < head.n && !digits && !word.n; i++) {
		if (str_digits(str_skip(head, i)))
			word = str_head(head, i);
	}
	figures = digits ? str_head(head, digits) : str_skip(head, word.n);
	if (digits)
		word = str_skip(head, digits);
	else if (str_ends(str_trim(word), STR("№")))
		word = str_head(str_trim(word), str_trim(word).n - 3);

	const struct word *w =
	    lexicon_find(r->lexicon, IN_PRINTED, word, &right);

	return w && w->value == PRINTED_ITEM && str_number(figures, number)
		   ? end + 1
		   : 0;
}

/* Drops a typed `N.` that is right; a wrong one is a finding. */
static void
load_title(struct reading *r, struct item *it, const struct prose_line *l)
{
	size_t n = typed_number(l->text);
	struct str number = str_head(l->text, n ? n - 1 : 0);
	int typed = 0;

	if (n)
		str_number(number, &typed);
	else
		n = worded_number(r, l->text, &typed);
	number = str_head(l->text, n ? n - 1 : 0);
	it->title = line_part(l, n, l->text.n - n);
	if (n && typed != it->number)
		diag_add(r->d, &item_number_wrong, line_part(l, 0, n - 1).at,
		    ARGS(arg_str(number), arg_number(r->a, it->number)))
		    ->fix = str_printf(
		    r->a, "## %d. " STR_FMT, it->number, STR_ARG(it->title.s));
}

static void
end_item(struct reading *r, struct body *b)
{
	if (b->item)
		decisions_end(r, b);
}

static void
add_item(struct reading *r, struct body *b, const struct block *heading)
{
	end_item(r, b);
	/* What was taken for an item, and then came to nothing, was none. */
	if (b->item && !b->item->title.at.src && !b->item->decisions.n)
		b->session->items.n--;
	b->item = LIST_ADD(r->a, &b->session->items);
	b->item->number = (int)b->session->items.n;
	b->item->at = heading->at;
	b->section = NULL;
	b->sections = 0;
	b->broken = false;
}

/* Whether a word is one of these, parted by |. */
static bool
is_spelled(const char *spellings, struct str word)
{
	struct str rest = str_from(spellings);

	while (rest.n) {
		if (text_same(str_cut(rest, '|', &rest), word))
			return true;
	}
	return false;
}

/* The word typed over the decisions is the word printed, unless the school has
 * one for all: then it is said where that one means another. */
static void
keep_word(
    struct reading *r, struct item *it, const struct word *w, struct text typed)
{
	struct str set = r->year->council.decision_word.s, rest, right;
	struct str first = str_cut(typed.s, ' ', &rest);

	if (typed.s.n && typed.s.p[typed.s.n - 1] == ':')
		typed = text_part(typed, 0, typed.s.n - 1);
	if (!is_spelled(w->spellings[r->lang], typed.s))
		return;
	it->decided_word = typed;
	/* The first is the heading's name, whatever is printed. */
	if (set.n && !text_same(word_first(w, r->lang), typed.s) &&
	    !text_same(set, typed.s) &&
	    word_find(IN_DECISION_WORDS, set, &right) !=
		word_find(IN_DECISION_WORDS, first, &right))
		diag_add(r->d, &other_decision_word, typed.at,
		    ARGS(arg_str(typed.s), arg_str(set)));
}

static void
open_section(struct reading *r, struct body *b, const struct word *w,
    struct text t, struct span heading)
{
	b->section = w;
	b->facts_may_come = false;
	if (!w)
		return;

	/* The five headings begin with different letters. */
	uint32_t bit = UINT32_C(1) << (w->name[0] - 'a');

	/* A lost `##` repeats all headings: it is said once. */
	if (b->sections & bit && !b->broken)
		diag_add(r->d, &repeated_heading, t.at, ARGS(arg_str(t.s)));
	b->broken |= (b->sections & bit) != 0;
	b->sections |= bit;
	if (section_is(b, "spoke"))
		b->item->spoke_at = heading;
	if (section_is(b, "decided"))
		keep_word(r, b->item, w, t);
}

/* `## Решили`: a section with one # too few; it is read as meant. */
static bool
add_section_as_item(struct reading *r, struct body *b,
    const struct block *heading, const struct prose_line *l)
{
	struct text t = line_part(l, 0, l->text.n);
	struct typed_heading h;

	if (!b->item || heading->level != 2 ||
	    !habit_heading(r, line_at(heading->at), &h) || h.rest.n)
		return false;
	diag_add(r->d, &section_as_item, heading->at, ARGS(arg_str(t.s)))->fix =
	    str_printf(r->a, "### " STR_FMT, STR_ARG(h.typed));
	open_section(r, b, h.word, t, heading->at);
	return true;
}

static void
begin_item(struct reading *r, struct body *b, const struct block *heading)
{
	struct prose_line l = line_of(r, heading);

	if (habit_is_agenda(r, l.text)) {
		diag_add(r->d, &agenda_typed, heading->at, NO_ARGS);
		end_item(r, b);
		b->item = NULL;
		b->section = NULL;
		return;
	}
	if (add_section_as_item(r, b, heading, &l))
		return;
	add_item(r, b, heading);
	load_title(r, b->item, &l);
	if (!b->item->title.s.n)
		diag_add(r->d, &empty_title, heading->at, NO_ARGS);
	b->facts_may_come = true;
}

/* The word of a `###`; where it is unknown, the nearest. */
static const struct word *
section_word(struct reading *r, struct text t)
{
	struct str right;
	const struct word *w;

	while (t.s.n && t.s.p[t.s.n - 1] == ':')
		t = text_part(t, 0, t.s.n - 1);
	w = known_word(r, IN_SECTIONS, t);
	if (w)
		return w;
	w = word_near(r->a, IN_SECTIONS, t.s, reach_of(t.s), &right);
	diag_add(r->d, &unknown_heading, t.at,
	    ARGS(arg_str(t.s), arg_words(words_allowed(r->a, IN_SECTIONS))))
	    ->fix =
	    w ? str_printf(r->a, "### " STR_FMT, STR_ARG(right)) : STR("");
	return w;
}

static void
begin_section(struct reading *r, struct body *b, const struct block *heading)
{
	struct prose_line l = line_of(r, heading);
	struct text t = line_part(&l, 0, l.text.n);

	/* Reading goes on as if the item's own heading stood there. */
	if (!b->item) {
		diag_add(
		    r->d, &heading_outside, heading->at, ARGS(arg_str(t.s)));
		add_item(r, b, heading);
		b->broken = true;
	}
	open_section(r, b, section_word(r, t), t, heading->at);
}

/* --- blocks ------------------------------------------------------------- */

/* False where it added an error. */
static bool
votes_of(struct reading *r, struct votes *out, const struct block *block)
{
	struct text t = { span_text(block->at), block->at };

	if (block->kind == BLOCK_PARAGRAPH)
		return votes_read(r, t, out);
	if (block->kind != BLOCK_LIST && block->kind != BLOCK_ITEM) {
		diag_add(r->d, &bad_vote, block->at,
		    ARGS(arg_str(line_at(block->at))));
		return false;
	}
	for (size_t i = 0; i < block->kids.n; i++) {
		if (!votes_of(r, out, &block->kids.at[i]))
			return false;
	}
	return true;
}

static void
votes_add(struct reading *r, struct body *b, const struct block *block)
{
	if (!b->broken && !votes_of(r, &b->item->votes, block))
		b->broken = b->item->votes_unread = true;
}

/* Text above the first item; the agenda is none. */
static void
add_opening(struct reading *r, struct body *b, const struct block *block)
{
	struct str rest = span_text(block->at);
	struct span line = habit_line(block->at, &rest);

	if (block->kind == BLOCK_PARAGRAPH &&
	    habit_is_agenda(r, span_text(line)))
		diag_add(r->d, &agenda_typed, line, NO_ARGS);
	habit_headings_missed(r, block, false);
	prose_add(r, &b->session->opening, block);
}

static void
add_content(struct reading *r, struct body *b, const struct block *block)
{
	bool first = b->facts_may_come;

	b->facts_may_come = false;
	bool behind = b->facts_came && !b->section;

	b->facts_came = false;
	if (first && facts_begin(r, &item_fields, block) < block->kids.n &&
	    block->kind == BLOCK_LIST) {
		uint64_t done = 0;

		facts_load(r, &item_fields, block, 0, b->item, &done);
		b->facts_came = true;
		return;
	}
	if (first || behind)
		facts_missed(r, &item_fields, block, 0);
	habit_headings_missed(r, block, true);
	if (section_is(b, "spoke"))
		speech_add(r, b, block);
	else if (section_is(b, "decided"))
		decisions_add(r, b, block);
	else if (section_is(b, "votes"))
		votes_add(r, b, block);
	else if (section_is(b, "attachments"))
		attachments_add(r, b, block);
	else
		prose_add(r, &b->item->heard, block);
}

/* A block that begins with the heading of a section typed as a text: what is
 * behind it in the block is read as below it. */
static bool
add_typed_heading(struct reading *r, struct body *b, const struct block *block)
{
	struct str rest = span_text(block->at);
	struct span line = habit_line(block->at, &rest);
	struct typed_heading h;
	size_t off;

	if ((block->kind != BLOCK_PARAGRAPH && block->kind != BLOCK_LIST) ||
	    !habit_heading(r, span_text(line), &h))
		return false;
	habit_heading_say(r, line, &h);
	off = (size_t)((h.rest.n ? h.rest.p : rest.p) - block->at.src->text.p);
	open_section(r, b, h.word, (struct text){ h.typed, line }, block->at);
	if (!h.rest.n && !rest.n)
		return true;

	struct blocks below = markup_markdown(r->a,
	    source_span(
		block->at.src, off, block->at.off + block->at.len - off),
	    NULL);

	for (size_t i = 0; i < below.n; i++)
		add_content(r, b, &below.at[i]);
	return true;
}

static void
add_block(struct reading *r, struct body *b, const struct block *block)
{
	if (!b->item)
		add_opening(r, b, block);
	else if (!add_typed_heading(r, b, block))
		add_content(r, b, block);
}

/*
 * A paragraph that was to be a heading: markup has said that its `##` lacks
 * the space.  It is taken as meant, so that one slip is one finding.
 */
static bool
is_tight_heading(struct block *out, const struct block *block)
{
	struct str line = span_text(block->at);
	size_t level = 0;

	while (level < line.n && line.p[level] == '#')
		level++;
	if (block->kind != BLOCK_PARAGRAPH || level < 2 || level > 3 ||
	    level == line.n || line.p[level] == ' ' || block->runs.n != 1 ||
	    str_find(line, STR("\n")) != SIZE_MAX)
		return false;

	struct run *run = &block->runs.at[0];

	*out = *block;
	out->kind = BLOCK_HEADING;
	out->level = (int)level;
	run->at.off += (uint32_t)level;
	run->at.len -= (uint32_t)level;
	run->s = str_skip(run->s, level);
	return true;
}

/* Whether the next heading of a body is a `###`. */
static bool
has_sections(const struct blocks *tree, size_t heading)
{
	size_t i = heading + 1;

	while (i < tree->n && tree->at[i].kind != BLOCK_HEADING)
		i++;
	return i < tree->n && tree->at[i].level == 3;
}

static void
add_heading(
    struct reading *r, struct body *b, const struct blocks *tree, size_t i)
{
	const struct block *heading = &tree->at[i];

	/* Above all items it was to be the paper's title, and goes away. */
	if (heading->level == 1)
		diag_add(r->d, &heading_too_high, heading->at, NO_ARGS)->fix =
		    b->item || has_sections(tree, i)
			? str_printf(
			      r->a, "#" STR_FMT, STR_ARG(line_at(heading->at)))
			: STR("");
	else if (heading->level > 3)
		diag_add(r->d, &heading_too_deep, heading->at, NO_ARGS);
	/* A # that has sections was to be an agenda item. */
	if (heading->level == 2 ||
	    (heading->level == 1 && has_sections(tree, i)))
		begin_item(r, b, heading);
	else if (heading->level == 3)
		begin_section(r, b, heading);
}

/* Of what was taken off the agenda the title and the reason are printed. */
static void
check_withdrawn(struct reading *r, const struct item *it)
{
	const struct span written[] = {
		it->heard.blocks.n ? it->heard.at : (struct span){ 0 },
		it->spoke.n ? it->spoke_at : (struct span){ 0 },
		it->decisions.n ? it->decisions.at[0].at : (struct span){ 0 },
		it->votes.at,
	};

	for (size_t i = 0; i < sizeof(written) / sizeof(*written); i++) {
		if (written[i].src)
			diag_add(r->d, &text_in_withdrawn, written[i], NO_ARGS);
	}
}

/* Short minutes have titles and decisions only. */
static void
check_short(struct reading *r, const struct session *s)
{
	for (size_t i = 0; i < s->items.n && s->form == FORM_SHORT; i++) {
		const struct item *it = &s->items.at[i];

		if (it->heard.blocks.n)
			diag_add(
			    r->d, &text_in_short_form, it->heard.at, NO_ARGS);
		if (it->spoke.n)
			diag_add(
			    r->d, &text_in_short_form, it->spoke_at, NO_ARGS);
	}
}

void
body_read(struct reading *r, struct session *s, const struct blocks *tree)
{
	struct body b = { .session = s };

	for (size_t i = 0; i < tree->n; i++) {
		const struct block *block = &tree->at[i];
		struct block meant;

		/* Underlined headings have their finding from markup. */
		if (block->kind == BLOCK_HEADING && !block->setext)
			add_heading(r, &b, tree, i);
		else if (is_tight_heading(&meant, block))
			(meant.level == 2 ? begin_item : begin_section)(
			    r, &b, &meant);
		else
			add_block(r, &b, block);
	}
	end_item(r, &b);
	check_short(r, s);
	for (size_t i = 0; i < s->items.n; i++) {
		if (s->items.at[i].withdrawn.s.n)
			check_withdrawn(r, &s->items.at[i]);
	}
}
