/* SPDX-License-Identifier: MIT */
#include "base/arena.h"
#include "reader/reader_int.h"

/* A longer text before a colon is no key, in bytes. */
#define KEY_MAX 80

struct prose_line
line_of(struct reading *r, const struct block *paragraph)
{
	struct prose_line l = { .text = runs_text(r->a, &paragraph->runs),
		.at = paragraph->at };

	if (paragraph->runs.n == 1)
		l.at = paragraph->runs.at[0].at;
	l.exact = str_eq(l.text, span_text(l.at));
	return l;
}

struct text
line_part(const struct prose_line *l, size_t off, size_t len)
{
	struct text t = { str_trim(str_head(str_skip(l->text, off), len)),
		l->at };

	if (l->exact) {
		t.at.off += (uint32_t)(t.s.p - l->text.p);
		t.at.len = (uint32_t)t.s.n;
	}
	return t;
}

/* The paragraph with which a bullet begins, or NULL. */
static const struct block *
opening_of(const struct block *bullet)
{
	if (!bullet->kids.n || bullet->kids.at[0].kind != BLOCK_PARAGRAPH)
		return NULL;
	return &bullet->kids.at[0];
}

/* Whether a bullet begins with one of these keys and a colon, or nearly so. */
static bool
is_fact(struct reading *r, const struct fields *f, const struct block *bullet)
{
	const struct block *p = opening_of(bullet);
	struct str rest, key, right;

	if (!p)
		return false;

	struct prose_line l = line_of(r, p);

	key = str_trim(str_cut(l.text, ':', &rest));
	if (key.n == l.text.n || key.n > KEY_MAX || !key.n)
		return false;
	return lexicon_find(r->lexicon, f->in, key, &right) ||
	       word_near(r->a, f->in, key, slips_in(key), &right);
}

size_t
facts_begin(struct reading *r, const struct fields *f, const struct block *list)
{
	size_t i = 0;

	if (list->kind != BLOCK_LIST || list->ordered)
		return list->kids.n;
	while (i < list->kids.n && !is_fact(r, f, &list->kids.at[i]))
		i++;
	return i;
}

static bool
load_fact(struct reading *r, const struct fields *f, const struct block *bullet,
    void *to, uint64_t *done)
{
	const struct block *p = opening_of(bullet);

	if (!p) {
		diag_add(r->d, &not_a_fact, bullet->at,
		    ARGS(arg_words(words_allowed(r->a, f->in))));
		return false;
	}

	struct prose_line l = line_of(r, p);
	struct str rest, key = str_cut(l.text, ':', &rest);
	bool one_line = bullet->kids.n == 1;

	for (size_t i = 0; i < p->runs.n; i++)
		one_line &= p->runs.at[i].kind == RUN_TEXT;
	if (!one_line)
		diag_add(r->d, &fact_of_lines, p->at, NO_ARGS);
	if (key.n == l.text.n) {
		diag_add(r->d, &not_a_fact, p->at,
		    ARGS(arg_words(words_allowed(r->a, f->in))));
		return false;
	}

	struct text k = line_part(&l, 0, key.n);
	struct text v = line_part(&l, key.n + 1, rest.n);
	struct node n = { .kind = NODE_SCALAR, .text = v.s, .at = v.at };
	struct pair pair = { k.s, k.at, &n };

	return load_pair(r, f, &pair, to, done) && one_line;
}

bool
facts_load(struct reading *r, const struct fields *f, const struct block *list,
    size_t first, void *to, uint64_t *done)
{
	bool ok = true;

	for (size_t i = first; i < list->kids.n; i++)
		ok &= load_fact(r, f, &list->kids.at[i], to, done);
	return ok;
}

void
facts_missed(struct reading *r, const struct fields *f,
    const struct block *paragraph, size_t from)
{
	struct str rest = span_text(paragraph->at);
	struct span at = { 0 };
	struct strbuf fix;

	if (paragraph->kind != BLOCK_PARAGRAPH)
		return;
	buf_init(&fix, r->a);
	for (size_t i = 0; rest.n; i++) {
		struct str line = str_trim(str_cut(rest, '\n', &rest)), tail;
		struct str key = str_trim(str_cut(line, ':', &tail)), right;

		if (i < from || key.n == line.n || !key.n || key.n > KEY_MAX ||
		    !lexicon_find(r->lexicon, f->in, key, &right))
			continue;
		if (!at.src)
			at = source_span(paragraph->at.src,
			    (size_t)(line.p - paragraph->at.src->text.p),
			    line.n);
		buf_printf(
		    &fix, "%s- " STR_FMT, fix.n ? "\n" : "", STR_ARG(line));
	}
	if (at.src)
		diag_add(r->d, &fact_unbulleted, at, NO_ARGS)->fix =
		    buf_str(&fix);
}
