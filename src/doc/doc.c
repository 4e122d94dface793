/* SPDX-License-Identifier: MIT */
#include "doc/doc.h"

#include <string.h>

#include "base/arena.h"

static void
add_runs(struct strbuf *b, const struct runs *runs)
{
	for (size_t i = 0; i < runs->n; i++) {
		const struct run *r = &runs->at[i];

		if (r->kind == RUN_TEXT)
			buf_add(b, r->s);
		else
			buf_byte(b, ' ');
	}
}

struct str
runs_text(struct arena *a, const struct runs *runs)
{
	struct strbuf b;

	/* Most paragraphs of a record are one run: no copy is needed. */
	if (runs->n == 1 && runs->at[0].kind == RUN_TEXT)
		return runs->at[0].s;
	buf_init(&b, a);
	add_runs(&b, runs);
	return buf_str(&b);
}

static void
add_blocks(struct strbuf *b, const struct blocks *blocks)
{
	for (size_t i = 0; i < blocks->n; i++) {
		const struct block *k = &blocks->at[i];

		if (b->n && k->runs.n)
			buf_byte(b, ' ');
		add_runs(b, &k->runs);
		add_blocks(b, &k->kids);
	}
}

struct str
blocks_text(struct arena *a, const struct blocks *blocks)
{
	struct strbuf b;

	buf_init(&b, a);
	add_blocks(&b, blocks);
	return buf_str(&b);
}

struct block *
block_add(struct arena *a, struct blocks *to, enum block_kind kind)
{
	struct block *b = LIST_ADD(a, to);

	b->kind = kind;
	b->span = 1;
	return b;
}

struct run *
run_add(struct arena *a, struct runs *to, struct str s, unsigned style)
{
	struct run *r = LIST_ADD(a, to);

	r->s = s;
	r->style = style;
	return r;
}

struct run
run_skip(struct run run, size_t n)
{
	if (run.at.src && run.at.len == run.s.n)
		run.at =
		    source_span(run.at.src, run.at.off + n, run.at.len - n);
	run.s = str_skip(run.s, n);
	return run;
}

/* Whether these are the letters of an ASCII word, in any case. */
static bool
is_word(struct str s, struct str word)
{
	size_t i = 0;

	while (i < s.n && i < word.n && (s.p[i] | 0x20) == word.p[i])
		i++;
	return i == s.n && i == word.n;
}

bool
url_opens(struct str url)
{
	static const struct str schemes[] = { STR_INIT("http"),
		STR_INIT("https"), STR_INIT("mailto") };
	size_t n = 0;

	/* \\host\share and //host are places of a network. */
	if (str_starts(url, STR("\\")) || str_starts(url, STR("//")))
		return false;
	while (n < url.n && !strchr(":/?#", url.p[n]))
		n++;
	if (n == url.n || url.p[n] != ':')
		return true;
	for (size_t i = 0; i < sizeof(schemes) / sizeof(*schemes); i++) {
		if (is_word(str_head(url, n), schemes[i]))
			return true;
	}
	return false;
}
