/* SPDX-License-Identifier: MIT */
/*
 * What sessions name under `attachments`.  Files beside the year's records; an
 * annex, Markdown below attachments/, is set in print.  Each is read once,
 * however many sessions of the year name it.
 */
#include <errno.h>
#include <string.h>

#include "base/arena.h"
#include "base/utf8.h"
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

static struct str
below_year(struct reading *r, struct str path)
{
	return str_printf(
	    r->a, STR_FMT STR_FMT, STR_ARG(r->folder), STR_ARG(path));
}

static enum source_state
look(struct reading *r, struct str path)
{
	return overlay_look(r->overlay, r->a, r->root, below_year(r, path));
}

/* 0 to 15, or -1. */
static int
hex_digit(char c)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	c |= 0x20;
	return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

/* What a link says that an editor or exporter wrote: тизме%201.pdf. */
static struct str
percent_decoded(struct arena *a, struct str s)
{
	struct strbuf b;

	buf_init(&b, a);
	for (size_t i = 0; i < s.n; i++) {
		int high = i + 2 < s.n ? hex_digit(s.p[i + 1]) : -1;
		int low = high >= 0 ? hex_digit(s.p[i + 2]) : -1;

		if (s.p[i] == '%' && low >= 0) {
			buf_byte(&b, (char)(high << 4 | low));
			i += 2;
		} else {
			buf_byte(&b, s.p[i]);
		}
	}
	return utf8_fault(buf_str(&b)) == SIZE_MAX &&
		       !memchr(buf_str(&b).p, 0, b.n)
		   ? buf_str(&b)
		   : s;
}

/* The name on disk that is this one but for how its letters are composed: a
 * memory stick or a zip of macOS has й in two parts. */
static struct str
twin_of(struct reading *r, struct str path)
{
	size_t slash = path.n;
	struct names names;
	int error;

	while (slash && path.p[slash - 1] != '/')
		slash--;

	struct str folder = str_head(path, slash), name = str_skip(path, slash);

	if (!overlay_names(&names, r->overlay, r->a, r->root,
		below_year(r, folder), &error)) {
		if (error != ENOENT && error != ENOTDIR)
			folder_refused(r, below_year(r, folder), error);
		return STR("");
	}
	name = utf8_nfc(r->a, name);
	for (size_t i = 0; i < names.n; i++) {
		struct str n = names.at[i];

		if (utf8_fault(n) == SIZE_MAX &&
		    str_eq(utf8_nfc(r->a, n), name))
			return str_printf(
			    r->a, STR_FMT STR_FMT, STR_ARG(folder), STR_ARG(n));
	}
	return STR("");
}

/* The path as the file has it on disk; one that is not there as it was written.
 * The name as written wins where both are there. */
static struct str
as_on_disk(struct reading *r, const struct text *written, struct str path)
{
	struct str decoded = plain_path(r->a, percent_decoded(r->a, path));
	struct str twin;

	if (look(r, path) != SOURCE_ABSENT || leads_outside(decoded))
		return path;
	if (look(r, decoded) != SOURCE_ABSENT)
		return decoded;
	/* Behind so many findings nobody reads this one. */
	if (diag_full(r->d, written->at.src))
		return path;
	twin = twin_of(r, decoded);
	return twin.n ? twin : path;
}

/* Looks for a file and reads it where it is an annex. */
static void
read_file(struct reading *r, struct attachment *at, struct str path)
{
	enum source_state state = look(r, path);
	int error = errno;
	bool is_annex =
	    str_starts(path, STR("attachments/")) && str_ends(path, STR(".md"));

	if (state == SOURCE_ABSENT) {
		diag_add(r->d, &attachment_missing, at->path.at,
		    ARGS(arg_str(path)));
		return;
	}
	if (state == SOURCE_SYSTEM) {
		at->source = file_refused(r, below_year(r, path), error);
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
	path = as_on_disk(r, &at->path, plain_path(r->a, path));

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
