/* SPDX-License-Identifier: MIT */
/*
 * A Markdown table of the findings, for the summary of a GitHub step, which
 * takes 1 MiB from all that write to it.
 */
#include <string.h>

#include "base/arena.h"
#include "emit/emit_int.h"

enum {
	ROOM = 1024 * 1024, /* bytes, with what stands in the file already */
	TAIL = 256          /* for the last line */
};

struct markdown_kept {
	size_t room; /* bytes that are left */
	bool begun;
	size_t left_out;
	enum lang lang; /* of the last school */
};

static const struct words head_words[] = {
	TEXT("Level"),
	TEXT("Place"),
	TEXT("Finding"),
};

/* Puts a backslash before all that Markdown could obey; one line. */
static void
add_plain(struct strbuf *b, struct arena *a, struct str s)
{
	s = harmless(a, s);
	for (size_t i = 0; i < s.n; i++) {
		if (s.p[i] && strchr("\\|`*_[]<>&~#", s.p[i]))
			buf_byte(b, '\\');
		buf_byte(b, s.p[i]);
	}
}

static struct str
row_text(const struct emitter *p, const struct diag *g)
{
	struct place at = source_place(g->at);
	struct strbuf b;

	buf_init(&b, p->a);
	buf_printf(&b, "| %s %s | ",
	    words_in(&severity_words[g->severity], p->batch->lang),
	    g->message->code);
	add_plain(&b, p->a, diag_path(p, g->at));
	buf_printf(&b, ":%zu | ", at.line);
	add_plain(&b, p->a, diag_text(p, g));
	if (g->waived.n) {
		buf_printf(
		    &b, " (%s: ", words_in(&waived_word, p->batch->lang));
		add_plain(&b, p->a, g->waived);
		buf_byte(&b, ')');
	}
	buf_add(&b, STR(" |\n"));
	return buf_str(&b);
}

/* Nothing is written any more once something did not fit. */
static void
print(const struct emitter *p, struct str s)
{
	struct markdown_kept *k = p->kept;

	if (k->left_out || s.n > k->room) {
		k->left_out++;
		return;
	}
	k->room -= s.n;
	fwrite(s.p, 1, s.n, p->out);
}

static void
print_head_row(const struct emitter *p)
{
	struct strbuf b;

	buf_init(&b, p->a);
	buf_add(&b, STR("### kengesh\n\n|"));
	for (size_t i = 0; i < sizeof(head_words) / sizeof(*head_words); i++)
		buf_printf(
		    &b, " %s |", words_in(&head_words[i], p->batch->lang));
	buf_add(&b, STR("\n|---|---|---|\n"));
	print(p, buf_str(&b));
}

void
markdown_begin(struct emitter *p)
{
	struct markdown_kept *k = ARENA_NEW(p->keep, struct markdown_kept);
	long written = ftell(p->out); /* -1: no file, nothing stands there */

	k->room = ROOM - TAIL;
	if (written > 0)
		k->room -=
		    (size_t)written < k->room ? (size_t)written : k->room;
	p->kept = k;
}

void
markdown_findings(struct emitter *p, const struct diags *d)
{
	struct markdown_kept *k = p->kept;

	k->lang = p->batch->lang;
	if (d->list.n && !k->begun) {
		print_head_row(p);
		k->begun = true;
	}
	for (size_t i = 0; i < d->list.n; i++)
		print(p, row_text(p, &d->list.at[i]));
}

void
markdown_end(struct emitter *p)
{
	const struct markdown_kept *k = p->kept;

	if (k->left_out) {
		struct str more = more_text(p->a, k->lang, k->left_out);

		fprintf(p->out, "\n" STR_FMT "\n", STR_ARG(more));
	}
}
