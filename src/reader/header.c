/* SPDX-License-Identifier: MIT */
#include "base/arena.h"
#include "reader/reader_int.h"

static void
load_excuse(struct reading *r, struct text remark, struct absence *out)
{
	struct str rest, first = str_cut(remark.s, ',', &rest), right;
	struct text word = text_part(remark, 0, first.n);
	const struct word *w;

	if (!remark.s.n)
		return;
	w = lexicon_find(r->lexicon, IN_EXCUSES, word.s, &right);
	if (!w) {
		diag_add(r->d, &no_excuse, word.at,
		    ARGS(arg_str(word.s),
			arg_words(words_allowed(r->a, IN_EXCUSES))));
		out->reason = remark;
		return;
	}
	if (right.n)
		load_word(r, IN_EXCUSES, word);
	out->excuse = (enum excuse)w->value;
	out->reason = text_part(remark, remark.s.n - rest.n, rest.n);
}

void
read_absent(struct reading *r, const struct node *value, void *member)
{
	struct session *s = member;
	struct remarks all = load_remarks(r, value);

	for (size_t i = 0; i < all.n; i++) {
		struct absence *b = LIST_ADD(r->a, &s->absent);

		b->who.written = all.at[i].name;
		load_excuse(r, all.at[i].remark, b);
	}
}

/* `Name: 2`, and as people say it: `2-маселеден`. */
static struct coming
load_coming(struct reading *r, const struct remark *m)
{
	struct coming c = { .who.written = m->name };
	size_t digits = 0;

	while (digits < m->remark.s.n && m->remark.s.p[digits] >= '0' &&
	       m->remark.s.p[digits] <= '9')
		digits++;
	if (str_number(str_head(m->remark.s, digits), &c.item.v) && c.item.v)
		c.item.at = m->remark.at;
	else
		diag_add(r->d, &item_number_wanted,
		    m->remark.at.src ? m->remark.at : m->name.at,
		    ARGS(arg_str(m->name.s)));
	return c;
}

void
read_late(struct reading *r, const struct node *value, void *member)
{
	struct session *s = member;
	struct remarks all = load_remarks(r, value);

	for (size_t i = 0; i < all.n; i++)
		*LIST_ADD(r->a, &s->late) = load_coming(r, &all.at[i]);
}

void
read_left(struct reading *r, const struct node *value, void *member)
{
	struct session *s = member;
	struct remarks all = load_remarks(r, value);

	for (size_t i = 0; i < all.n; i++)
		*LIST_ADD(r->a, &s->left) = load_coming(r, &all.at[i]);
}

static void
add_guest(struct reading *r, const struct remark *m, struct session *s)
{
	struct guest *g = ARENA_NEW(r->a, struct guest);
	struct text name = m->name, post = m->remark;

	g->written = m->name;
	if (!post.s.n) {
		struct str rest, head = str_cut(name.s, ',', &rest);

		if (rest.n)
			post = text_part(name, head.n + 1, rest.n);
		name = text_part(name, 0, head.n);
	}
	g->person.name.in[LANG_KY] = name;
	g->person.post.in[LANG_KY] = post;
	*LIST_ADD(r->a, &s->invited) = g;
}

void
read_invited(struct reading *r, const struct node *value, void *member)
{
	struct session *s = member;
	struct remarks all = { 0 };

	/* In one line, the comma parts the post from the name. */
	if (value->kind != NODE_SCALAR)
		all = load_remarks(r, value);
	else if (!node_is_empty(value))
		load_text(r, value, &LIST_ADD(r->a, &all)->name);
	for (size_t i = 0; i < all.n; i++)
		add_guest(r, &all.at[i], s);
}

void
read_present(struct reading *r, const struct node *value, void *member)
{
	struct session *s = member;
	struct texts parts = load_parts(r, value);

	s->present_at = value->at;
	for (size_t i = 0; i < parts.n; i++)
		LIST_ADD(r->a, &s->present)->written = parts.at[i];
}

/* The reason, or the word alone. */
void
read_withdrawn(struct reading *r, const struct node *value, void *member)
{
	struct item *it = member;
	struct str right;

	it->is_withdrawn = true;
	if (!load_text(r, value, &it->withdrawn))
		return;

	const struct word *w =
	    lexicon_find(r->lexicon, IN_YES_NO, it->withdrawn.s, &right);

	if (w) {
		it->is_withdrawn = w->value;
		it->withdrawn.s = STR("");
	}
}

void
read_votes_fact(struct reading *r, const struct node *value, void *member)
{
	struct text t;

	if (load_text(r, value, &t))
		votes_read(r, t, member);
}
