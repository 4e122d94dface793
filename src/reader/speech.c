/* SPDX-License-Identifier: MIT */
#include "base/arena.h"
#include "base/utf8.h"
#include "reader/reader_int.h"

/* More words than these before a colon are a sentence, in bytes. */
#define SPEAKER_MAX 160

/* --- who spoke ---------------------------------------------------------- */

/* The byte of the colon behind a speaker, or SIZE_MAX; 15:00 has none. */
static size_t
speaker_end(struct str s)
{
	for (size_t i = 0; i < s.n && i < SPEAKER_MAX; i++) {
		if (s.p[i] != ':')
			continue;
		if (!i || !str_digits(str_skip(s, i - 1)) ||
		    !str_digits(str_skip(s, i + 1)))
			return i;
	}
	return SIZE_MAX;
}

static bool
is_capitalised(struct str s)
{
	size_t i = 0;

	return s.n && utf8_is_upper(utf8_next(s, &i));
}

/* "Вопрос (Ким)", "Вопрос Ким", "Ким (вопрос)": the word and the name. */
static bool
part_asker(
    struct reading *r, struct str s, struct str *name, const struct word **w)
{
	struct str rest, right;
	struct str head = str_trim(str_cut(s, '(', &rest));
	struct str inside = str_trim(
	    str_ends(rest, STR(")")) ? str_head(rest, rest.n - 1) : STR(""));

	if (!inside.n) {
		head = str_cut(s, ' ', &inside);
		inside = str_trim(inside);
	}
	*w = lexicon_find(r->lexicon, IN_SPEECH, head, &right);
	*name = inside;
	if (!*w) {
		*w = lexicon_find(r->lexicon, IN_SPEECH, inside, &right);
		*name = head;
	}
	return *w && name->n;
}

/* The name of who asks is no part of the word: it is read as it was meant. */
static bool
load_asker(struct reading *r, struct body *b, const struct prose_line *l,
    size_t end, struct speech *out)
{
	struct str name, said = str_trim(str_skip(l->text, end + 1));
	struct text typed = line_part(l, 0, end);
	const struct word *w;
	struct ref ref = { 0 };

	if (!part_asker(r, typed.s, &name, &w))
		return false;
	ref.written = line_part(l, (size_t)(name.p - l->text.p), name.n);
	if (!people_know(r, &ref, b->session))
		return false;
	diag_add(r->d, &asker_in_brackets, typed.at, ARGS(arg_str(typed.s)))
	    ->fix = str_printf(r->a, "- " STR_FMT ": " STR_FMT ": " STR_FMT,
	    STR_ARG(name), STR_ARG(word_first(w, r->lang)), STR_ARG(said));
	out->who = ref;
	return true;
}

/* Whether a line names who speaks before this byte. */
static bool
names_speaker(struct reading *r, struct body *b, struct str s, size_t end)
{
	struct str rest, right,
	    name = habit_unmarked(str_cut(str_head(s, end), ',', &rest));
	struct ref ref = { .written = { .s = name } };

	return lexicon_find(r->lexicon, IN_SPEECH, name, &right) ||
	       (is_capitalised(name) && people_know(r, &ref, b->session));
}

/* Lines of a text that were to be bullets: of Word's, or of none. */
static void
check_bulletless(struct reading *r, struct body *b,
    const struct block *paragraph, bool in_bullet)
{
	struct str rest = span_text(paragraph->at);

	for (bool first = in_bullet; rest.n; first = false) {
		struct span at = habit_line(paragraph->at, &rest);
		struct str s = span_text(at);
		struct str said = str_skip(s, markup_bullet(s));
		size_t end = speaker_end(said);

		if (first || end == SIZE_MAX ||
		    !(said.n < s.n || names_speaker(r, b, said, end)))
			continue;
		diag_add(r->d, &speech_unbulleted, at, NO_ARGS)->fix =
		    str_printf(r->a, "- " STR_FMT, STR_ARG(said));
	}
}

/* "Мамытова – колдоду": the colon was to stand where the dash stands. */
static void
check_dash(struct reading *r, struct body *b, const struct prose_line *l)
{
	static const struct str dashes[] = { STR_INIT(" – "), STR_INIT(" — "),
		STR_INIT(" - ") };

	for (size_t i = 0; i < sizeof(dashes) / sizeof(*dashes); i++) {
		size_t end = str_find(l->text, dashes[i]);

		if (end > SPEAKER_MAX || !names_speaker(r, b, l->text, end))
			continue;
		diag_add(r->d, &speaker_dash, line_part(l, 0, end).at,
		    ARGS(arg_str(str_head(l->text, end))))
		    ->fix = str_printf(r->a, "- " STR_FMT ": " STR_FMT,
		    STR_ARG(str_head(l->text, end)),
		    STR_ARG(str_skip(l->text, end + dashes[i].n)));
		return;
	}
}

/* Finds out who speaks; false where the bullet names nobody. */
static bool
load_speaker(struct reading *r, struct body *b, const struct prose_line *l,
    size_t end, struct speech *out)
{
	struct str rest, name = str_cut(str_head(l->text, end), ',', &rest);
	struct ref ref = { .written = line_part(l, 0, name.n) };
	const struct word *w = known_word(r, IN_SPEECH, ref.written);

	if (!w && load_asker(r, b, l, end, out))
		return true;
	if (rest.n)
		out->post = line_part(l, name.n + 1, rest.n);
	if (w) {
		out->question = w->value == SPEECH_QUESTION;
		out->answer = w->value == SPEECH_ANSWER;
		return true;
	}
	if (!is_capitalised(ref.written.s)) {
		out->post = (struct text){ 0 };
		return false;
	}
	people_find_speakers(r, &ref, &out->with, b->session);
	out->who = ref;

	struct ref second = { .written = out->post };

	if (is_capitalised(out->post.s) && people_know(r, &second, b->session))
		diag_add(r->d, &two_speakers, out->post.at,
		    ARGS(arg_str(out->post.s)));
	return true;
}

/* The runs of a paragraph without its first n bytes and the spaces there. */
static struct runs
runs_behind(struct reading *r, const struct runs *runs, size_t n)
{
	struct runs out = { 0 };

	for (size_t i = 0; i < runs->n; i++) {
		struct run run = runs->at[i];
		size_t drop = n < run.s.n ? n : run.s.n;

		if (run.kind != RUN_TEXT && !out.n) {
			/* A break counts as the space that it prints. */
			n -= n > 0;
			continue;
		}
		n -= drop;
		while (!out.n && !n && drop < run.s.n && run.s.p[drop] == ' ')
			drop++;
		if (run.at.len == run.s.n) {
			run.at.off += (uint32_t)drop;
			run.at.len -= (uint32_t)drop;
		}
		run.s = str_skip(run.s, drop);
		if (run.s.n || run.kind != RUN_TEXT)
			*LIST_ADD(r->a, &out) = run;
	}
	return out;
}

static void
add_bullet(struct reading *r, struct body *b, const struct block *bullet)
{
	struct speech *sp = LIST_ADD(r->a, &b->item->spoke);
	size_t i = 0;

	if (bullet->kids.n && bullet->kids.at[0].kind == BLOCK_PARAGRAPH) {
		struct block first = bullet->kids.at[0];
		struct prose_line l = line_of(r, &first);
		size_t end = speaker_end(l.text);

		if (end != SIZE_MAX && load_speaker(r, b, &l, end, sp))
			first.runs = runs_behind(r, &first.runs, end + 1);
		else
			check_dash(r, b, &l);
		check_bulletless(r, b, &first, true);
		if (first.runs.n)
			prose_add(r, &sp->said, &first);
		i = 1;
	}
	for (; i < bullet->kids.n; i++)
		prose_add(r, &sp->said, &bullet->kids.at[i]);
	if (!sp->said.blocks.n)
		diag_add(r->d, &speech_empty, bullet->at, NO_ARGS);
}

void
speech_add(struct reading *r, struct body *b, const struct block *block)
{
	if (block->kind == BLOCK_PARAGRAPH)
		check_bulletless(r, b, block, false);
	for (size_t i = 0; block->ordered && i < block->kids.n; i++) {
		const struct block *item = &block->kids.at[i];

		if (item->kids.n && item->kids.at[0].kind == BLOCK_PARAGRAPH)
			check_bulletless(r, b, &item->kids.at[0], false);
	}
	if (block->kind != BLOCK_LIST || block->ordered) {
		prose_add(r, &LIST_ADD(r->a, &b->item->spoke)->said, block);
		return;
	}
	for (size_t i = 0; i < block->kids.n; i++)
		add_bullet(r, b, &block->kids.at[i]);
}
