/* SPDX-License-Identifier: MIT */
/*
 * What sessions name under `attachments`.  Files beside the year's records; an
 * annex, Markdown below attachments/, is set in print.  Each is read once,
 * however many sessions of the year name it.
 */
#include "base/arena.h"
#include "reader/reader_int.h"

static bool
leads_outside(struct str path)
{
	return str_starts(path, STR("/")) || str_starts(path, STR("../")) ||
	       str_find(path, STR("/../")) != SIZE_MAX;
}

/* A path without the parts that lead nowhere: one file has one name. */
static struct str
plain_path(struct arena *a, struct str path)
{
	struct strbuf b;

	buf_init(&b, a);
	while (path.n) {
		struct str part = str_cut(path, '/', &path);

		if (!part.n || str_eq(part, STR(".")))
			continue;
		if (b.n)
			buf_byte(&b, '/');
		buf_add(&b, part);
	}
	return buf_str(&b);
}

/* Looks for a file and reads it where it is an annex. */
static void
read_file(struct reading *r, struct attachment *at, struct str path)
{
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

/* Of a file that was named before, what was read of it then.  In one session
 * that is a slip: it would be printed again. */
static void
load_file(struct reading *r, const struct session *s, struct attachment *at)
{
	struct str path = at->path.s;

	if (str_find(path, STR("://")) != SIZE_MAX)
		return;
	if (leads_outside(path)) {
		diag_add(r->d, &attachment_outside, at->path.at,
		    ARGS(arg_str(path)));
		return;
	}
	path = plain_path(r->a, path);

	size_t *known = index_at(&r->annexes.named, r->a, path);

	if (!*known) {
		struct annex *annex = LIST_ADD(r->a, &r->annexes.list);

		*known = r->annexes.list.n;
		read_file(r, at, path);
		*annex = (struct annex){ at->source, at->body, at->set, s };
		return;
	}

	struct annex *annex = &r->annexes.list.at[*known - 1];

	if (annex->last == s) {
		diag_add(
		    r->d, &attached_twice, at->path.at, ARGS(arg_str(path)));
		return;
	}
	annex->last = s;
	at->source = annex->source;
	at->body = annex->body;
	at->set = annex->set;
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
		load_file(r, b->session, at);
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
