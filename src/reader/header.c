/* SPDX-License-Identifier: MIT */
#include "base/arena.h"
#include "reader/reader_int.h"

/* --- remarks ------------------------------------------------------------ */

/* `Name: remark` in each of the forms that YAML gives it. */
struct remark {
	struct text name, remark;
};
struct remarks {
	LIST_OF(struct remark);
};

static void
add_remark(struct reading *r, struct text t, struct remarks *out)
{
	struct remark *m = LIST_ADD(r->a, out);
	struct str rest, name = str_cut(t.s, ':', &rest);

	m->name = text_part(t, 0, name.n);
	if (name.n < t.s.n)
		m->remark = text_part(t, name.n + 1, rest.n);
}

static bool
add_remarks_of(struct reading *r, const struct node *map, struct remarks *out)
{
	bool ok = true;

	for (size_t i = 0; i < map->pairs.n; i++) {
		const struct pair *p = &map->pairs.at[i];
		struct remark *m = LIST_ADD(r->a, out);

		m->name = (struct text){ p->key, p->key_at };
		ok &= load_text(r, p->value, &m->remark);
	}
	return ok;
}

static bool
load_remarks(struct reading *r, const struct node *value, struct remarks *out)
{
	bool ok = true;

	*out = (struct remarks){ 0 };
	if (value->kind == NODE_MAP)
		return add_remarks_of(r, value, out);
	if (value->kind == NODE_SCALAR) {
		/* Names alone may stand in one line. */
		struct texts parts;

		ok = str_find(value->text, STR(":")) == SIZE_MAX
			 ? load_parts(r, value, &parts)
			 : load_texts(r, value, &parts);
		for (size_t i = 0; i < parts.n; i++)
			add_remark(r, parts.at[i], out);
		return ok;
	}
	for (size_t i = 0; i < value->items.n; i++) {
		const struct node *n = value->items.at[i];
		struct text t;

		if (n->kind == NODE_MAP)
			ok &= add_remarks_of(r, n, out);
		else if (load_element(r, n, &t))
			add_remark(r, t, out);
		else
			ok = false;
	}
	return ok;
}

/* --- attendance --------------------------------------------------------- */

static bool
load_excuse(struct reading *r, struct text remark, struct absence *out)
{
	struct str rest, first = str_cut(remark.s, ',', &rest);
	struct text word = text_part(remark, 0, first.n);
	const struct word *w;

	if (!remark.s.n)
		return true;
	w = known_word(r, IN_EXCUSES, word);
	if (!w) {
		diag_add(r->d, &no_excuse, word.at,
		    ARGS(arg_str(word.s),
			arg_words(words_allowed(r->a, IN_EXCUSES))));
		out->reason = remark;
		return false;
	}
	out->excuse = (enum excuse)w->value;
	out->reason = text_part(remark, remark.s.n - rest.n, rest.n);
	return true;
}

/* A remark in brackets: Асанов Р.Б. (себептүү). */
static void
unbracket(struct remark *m)
{
	struct str rest, name = str_cut(m->name.s, '(', &rest);

	if (m->remark.s.n || !name.n || !str_ends(rest, STR(")")))
		return;
	m->remark = text_part(m->name, name.n + 1, rest.n - 1);
	m->name = text_part(m->name, 0, name.n);
}

bool
read_absent(struct reading *r, const struct node *value, void *member)
{
	struct session *s = member;
	struct remarks all;
	bool ok = load_remarks(r, value, &all);

	for (size_t i = 0; i < all.n; i++) {
		struct absence *b = LIST_ADD(r->a, &s->absent);

		unbracket(&all.at[i]);
		b->who.written = all.at[i].name;
		ok &= load_excuse(r, all.at[i].remark, b);
	}
	return ok;
}

/* `Name: 2`, and as people say it: `2-маселеден`, `№ 2`. */
static bool
load_coming(struct reading *r, const struct remark *m, struct coming *out)
{
	struct str s = number_text(m->remark.s);

	*out = (struct coming){ .who.written = m->name };
	if (str_number(str_head(s, str_digits(s)), &out->item.v) &&
	    out->item.v) {
		out->item.at = m->remark.at;
		return true;
	}
	diag_add(r->d, &item_number_wanted,
	    m->remark.at.src ? m->remark.at : m->name.at,
	    ARGS(arg_str(m->name.s)));
	return false;
}

bool
read_late(struct reading *r, const struct node *value, void *member)
{
	struct session *s = member;
	struct remarks all;
	bool ok = load_remarks(r, value, &all);

	for (size_t i = 0; i < all.n; i++) {
		unbracket(&all.at[i]);
		ok &= load_coming(r, &all.at[i], LIST_ADD(r->a, &s->late));
	}
	return ok;
}

bool
read_left(struct reading *r, const struct node *value, void *member)
{
	struct session *s = member;
	struct remarks all;
	bool ok = load_remarks(r, value, &all);

	for (size_t i = 0; i < all.n; i++) {
		unbracket(&all.at[i]);
		ok &= load_coming(r, &all.at[i], LIST_ADD(r->a, &s->left));
	}
	return ok;
}

/* --- guests ------------------------------------------------------------- */

/* Whether a post is rather a second person: two words or more, all of names. */
static bool
is_name(struct str post)
{
	struct str rest, s = str_trim(str_cut(post, ',', &rest));

	return str_find(s, STR(" ")) != SIZE_MAX && name_is_personal(s);
}

static void
keep_guest(struct reading *r, struct guest *g, struct session *s)
{
	struct person *p = &g->person;

	people_name(r, p);
	p->as_typed = !name_is_certain(wording_text(&p->name, LANG_KY));
	*LIST_ADD(r->a, &s->invited) = g;
}

/* `Name, post` or `Name: post`. */
static bool
add_guest(struct reading *r, const struct remark *m, struct session *s)
{
	struct guest *g = ARENA_NEW(r->a, struct guest);
	struct text name = m->name, post = m->remark;
	bool ok = true;

	g->written = m->name;
	if (!post.s.n) {
		struct str rest, head = str_cut(name.s, ',', &rest);

		if (rest.n)
			post = text_part(name, head.n + 1, rest.n);
		name = text_part(name, 0, head.n);
		ok = !is_name(post.s);
		if (!ok)
			diag_add(r->d, &guests_in_one_line, post.at,
			    ARGS(arg_str(post.s)));
	}
	g->person.name.in[LANG_KY] = name;
	g->person.post.in[LANG_KY] = post;
	keep_guest(r, g, s);
	return ok;
}

/* `{name: …, post: …}`, with the keys of the director. */
static bool
is_person(struct reading *r, const struct node *n)
{
	struct str right;

	for (size_t i = 0; n->kind == NODE_MAP && i < n->pairs.n; i++) {
		if (lexicon_find(
			r->lexicon, IN_DIRECTOR, n->pairs.at[i].key, &right))
			return true;
	}
	return false;
}

static bool
add_guests(struct reading *r, const struct node *value, struct session *s)
{
	struct remarks all = { 0 };
	bool ok;

	if (is_person(r, value)) {
		struct guest *g = ARENA_NEW(r->a, struct guest);

		ok =
		    load_map(r, &director_fields, value, &g->person, value->at);
		g->written = g->person.name.in[LANG_KY];
		keep_guest(r, g, s);
		return ok;
	}
	/* In one line, the comma parts the post from the name. */
	ok = value->kind == NODE_MAP
		 ? load_remarks(r, value, &all)
		 : load_element(r, value, &LIST_ADD(r->a, &all)->name);
	for (size_t i = 0; i < all.n; i++)
		ok &= add_guest(r, &all.at[i], s);
	return ok;
}

bool
read_invited(struct reading *r, const struct node *value, void *member)
{
	bool ok = true;

	if (value->kind != NODE_LIST)
		return add_guests(r, value, member);
	for (size_t i = 0; i < value->items.n; i++)
		ok &= add_guests(r, value->items.at[i], member);
	return ok;
}

bool
read_present(struct reading *r, const struct node *value, void *member)
{
	struct session *s = member;
	struct texts parts;
	bool ok = load_parts(r, value, &parts);
	int count;

	if (parts.n == 1 && str_number(parts.at[0].s, &count)) {
		diag_add(r->d, &present_counted, value->at,
		    ARGS(arg_str(parts.at[0].s)));
		return false;
	}
	s->present_at = value->at;
	for (size_t i = 0; i < parts.n; i++)
		LIST_ADD(r->a, &s->present)->written = parts.at[i];
	return ok;
}

/* --- facts of a body ---------------------------------------------------- */

/*
 * A reason, a date, or yes: all say that it is so; only no says that it is not.
 * The text is empty where there is only a yes.
 */
static bool
load_reason(
    struct reading *r, const struct node *value, struct text *out, bool *is_so)
{
	const struct word *w;

	*is_so = false;
	if (!load_text(r, value, out))
		return false;
	w = known_word(r, IN_YES_NO, *out);
	if (w && !w->value)
		*out = (struct text){ 0 };
	if (w)
		out->s = STR("");
	*is_so = !w || w->value;
	return true;
}

bool
read_dropped(struct reading *r, const struct node *value, void *member)
{
	struct decision *t = member;
	bool is_so;

	return load_reason(r, value, &t->dropped, &is_so);
}

bool
read_withdrawn(struct reading *r, const struct node *value, void *member)
{
	struct item *it = member;

	return load_reason(r, value, &it->withdrawn, &it->is_withdrawn);
}

bool
read_votes_fact(struct reading *r, const struct node *value, void *member)
{
	struct text t;

	return load_text(r, value, &t) && votes_read(r, t, member);
}
