/* SPDX-License-Identifier: MIT */
#include <string.h>

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

/* Whether a value is a date of a decision, or numbers alone of an item. */
static bool
is_figures(const struct fields *f, struct str s)
{
	static const char signs[] = "0123456789., ";
	bool date = f->in == IN_DECISION, any = false;

	for (size_t i = 0; i < s.n; i++) {
		any |= s.p[i] >= '0' && s.p[i] <= '9';
		if (!date && !strchr(signs, s.p[i]))
			return false;
	}
	return any && s.n < KEY_MAX;
}

/*
 * "баяндамачы Абдылдаева": a key without its colon.  False where what follows
 * is no person, no date and no duty: then the word is the first of a sentence.
 */
static bool
split_key(struct reading *r, const struct fields *f, struct str line,
    struct str *key, struct str *value)
{
	for (size_t i = 0; i < line.n && i < KEY_MAX; i++) {
		struct str rest, right, name;

		*key = str_head(line, i);
		*value = str_trim(str_skip(line, i));
		*value = str_skip(*value, markup_bullet(*value));
		name = str_trim(str_cut(*value, ',', &rest));
		if (line.p[i] == ' ' &&
		    lexicon_find(r->lexicon, f->in, *key, &right) &&
		    (is_figures(f, *value) || people_are_responsible(r, name) ||
			lexicon_find(r->lexicon, IN_DUTIES, *value, &right)))
			return true;
	}
	return false;
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
	if (key.n == l.text.n)
		return split_key(r, f, l.text, &key, &rest);
	if (key.n > KEY_MAX || !key.n)
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

static struct str
fact_line(struct reading *r, struct str key, struct str value)
{
	return str_printf(
	    r->a, "- " STR_FMT ": " STR_FMT, STR_ARG(key), STR_ARG(value));
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
	bool sound = bullet->kids.n == 1;

	for (size_t i = 0; i < p->runs.n; i++)
		sound &= p->runs.at[i].kind == RUN_TEXT;
	if (!sound)
		diag_add(r->d, &fact_of_lines, p->at, NO_ARGS);
	if (key.n == l.text.n) {
		bool meant = split_key(r, f, l.text, &key, &rest);
		struct diag *g = diag_add(r->d, &not_a_fact, p->at,
		    ARGS(arg_words(words_allowed(r->a, f->in))));

		if (!meant)
			return false;
		g->fix = fact_line(r, key, rest);
		sound = false;
	}

	struct text k = line_part(&l, 0, key.n);
	struct text v = line_part(&l, (size_t)(rest.p - l.text.p), rest.n);
	struct node n = { .kind = NODE_SCALAR, .text = v.s, .at = v.at };
	struct pair pair = { k.s, k.at, &n };

	return load_pair(r, f, &pair, to, done) && sound;
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

/* A line of a paragraph, with a bullet of Word's or none, as the bullets of the
 * facts that it was to be; empty: of none. */
static struct str
fact_of(struct reading *r, const struct fields *f, struct str line)
{
	struct str s = habit_unmarked(str_skip(line, markup_bullet(line)));
	struct str tail, right, key = habit_unmarked(str_cut(s, ':', &tail));

	if (key.n == s.n || !key.n || key.n > KEY_MAX)
		return split_key(r, f, s, &key, &tail) ? fact_line(r, key, tail)
						       : STR("");
	if (!lexicon_find(r->lexicon, f->in, key, &right))
		return STR("");
	if (f->in == IN_DECISION)
		right = habit_facts(r, s, "");
	return f->in == IN_DECISION && right.n
		   ? right
		   : fact_line(r, key, habit_unmarked(tail));
}

void
facts_missed(struct reading *r, const struct fields *f,
    const struct block *block, size_t from)
{
	struct str rest = span_text(block->at);
	struct span at = { 0 };
	struct strbuf fix;

	if (block->kind == BLOCK_LIST && block->ordered) {
		for (size_t i = 0; i < block->kids.n; i++) {
			const struct block *p = opening_of(&block->kids.at[i]);

			if (p)
				facts_missed(r, f, p, 0);
		}
	}
	if (block->kind != BLOCK_PARAGRAPH)
		return;
	buf_init(&fix, r->a);
	for (size_t i = 0; rest.n; i++) {
		struct str line = str_trim(str_cut(rest, '\n', &rest));
		struct str fact = fact_of(r, f, line);

		if (i < from || !fact.n)
			continue;
		if (!at.src)
			at = source_span(block->at.src,
			    (size_t)(line.p - block->at.src->text.p), line.n);
		buf_printf(
		    &fix, "%s" STR_FMT, fix.n ? "\n" : "", STR_ARG(fact));
	}
	if (at.src)
		diag_add(r->d, &fact_unbulleted, at, NO_ARGS)->fix =
		    buf_str(&fix);
}
