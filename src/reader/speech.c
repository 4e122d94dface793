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
		if (!str_digits(str_skip(s, i + 1)))
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

/* Finds out who speaks; false where the bullet names nobody. */
static bool
load_speaker(struct reading *r, struct body *b, const struct prose_line *l,
    size_t end, struct speech *out)
{
	struct str rest, name = str_cut(str_head(l->text, end), ',', &rest);
	struct ref ref = { .written = line_part(l, 0, name.n) };
	const struct word *w = known_word(r, IN_SPEECH, ref.written);

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
	people_find_speaker(r, &ref, b->session);
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
	if (block->kind != BLOCK_LIST || block->ordered) {
		prose_add(r, &LIST_ADD(r->a, &b->item->spoke)->said, block);
		return;
	}
	for (size_t i = 0; i < block->kids.n; i++)
		add_bullet(r, b, &block->kids.at[i]);
}

/* --- attachments -------------------------------------------------------- */

static bool
leads_outside(struct str path)
{
	return str_starts(path, STR("/")) || str_starts(path, STR("../")) ||
	       str_find(path, STR("/../")) != SIZE_MAX;
}

/* A file beside the session; Markdown below attachments/ is set in print. */
static void
load_file(struct reading *r, struct attachment *at)
{
	struct str path = at->path.s;

	if (str_find(path, STR("://")) != SIZE_MAX)
		return;
	if (leads_outside(path)) {
		diag_add(r->d, &attachment_outside, at->path.at,
		    ARGS(arg_str(path)));
		return;
	}

	enum source_state state = overlay_look(r->overlay, r->a, r->root,
	    str_printf(
		r->a, STR_FMT STR_FMT, STR_ARG(r->folder), STR_ARG(path)));
	bool is_annex =
	    str_starts(path, STR("attachments/")) && str_ends(path, STR(".md"));

	if (state == SOURCE_ABSENT) {
		diag_add(r->d, &attachment_missing, at->path.at,
		    ARGS(arg_str(path)));
		return;
	}
	if (state == SOURCE_READ && !is_annex)
		return;
	at->source = file_read(r, str_cstr(r->a, path));
	if (!markup_source_check(at->source, r->d))
		return;
	at->set = true;
	at->body = prose_read(
	    r, source_span(at->source, 0, at->source->text.n), false);
}

static void
add_attachment(struct reading *r, struct body *b, const struct block *paragraph)
{
	struct attachment *at = LIST_ADD(r->a, &b->item->attachments);
	struct prose_line l = line_of(r, paragraph);

	at->at = paragraph->at;
	at->title = line_part(&l, 0, l.text.n);
	for (size_t i = 0; i < paragraph->runs.n; i++) {
		const struct run *run = &paragraph->runs.at[i];

		if (!run->url.n)
			continue;
		/* A link in bold and plain letters has several runs. */
		if (at->path.at.src && !str_eq(at->path.s, run->url))
			diag_add(r->d, &several_links, run->at,
			    ARGS(arg_str(run->url)));
		if (at->path.at.src)
			continue;
		at->path = (struct text){ run->url, run->at };
		load_file(r, at);
	}
}

void
attachments_add(struct reading *r, struct body *b, const struct block *block)
{
	if (block->kind == BLOCK_PARAGRAPH) {
		diag_add(r->d, &attachment_not_bullet, block->at, NO_ARGS)
		    ->fix =
		    str_printf(r->a, "- " STR_FMT, STR_ARG(line_at(block->at)));
		add_attachment(r, b, block);
		return;
	}
	if (block->kind != BLOCK_LIST) {
		diag_add(r->d, &attachment_not_bullet, block->at, NO_ARGS);
		return;
	}
	for (size_t i = 0; i < block->kids.n; i++) {
		const struct block *bullet = &block->kids.at[i];

		if (bullet->kids.n == 1 &&
		    bullet->kids.at[0].kind == BLOCK_PARAGRAPH)
			add_attachment(r, b, &bullet->kids.at[0]);
		else
			diag_add(
			    r->d, &attachment_not_bullet, bullet->at, NO_ARGS);
	}
}
