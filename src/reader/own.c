/* SPDX-License-Identifier: MIT */
#include "base/arena.h"
#include "reader/reader_int.h"

/* --- council.yaml ------------------------------------------------------- */

static void
load_body(struct reading *r, const struct node *value, struct body_words *out)
{
	if (value->kind == NODE_MAP)
		load_map(r, &body_fields, value, out, value->at);
	else if (load_text(r, value, &out->name.in[LANG_KY]) &&
		 !out->name.in[LANG_KY].s.n)
		load_missing(r, &body_fields, 0, value->at);
}

void
read_council(struct reading *r, const struct node *value, void *member)
{
	struct council *c = member;
	struct body_words w = { 0 };

	load_body(r, value, &w);
	c->name = w.name;
	c->genitive = w.genitive;
}

void
read_pedagogical(struct reading *r, const struct node *value, void *member)
{
	struct council *c = member;
	struct body_words w = { 0 };

	load_body(r, value, &w);
	c->pedagogical = w.name;
	c->pedagogical_genitive = w.genitive;
	c->pedagogical_dative = w.dative;
}

void
read_director(struct reading *r, const struct node *value, void *member)
{
	struct council *c = member;

	c->director = (struct person){ 0 };
	c->director_given = true;
	if (value->kind == NODE_MAP)
		load_map(r, &director_fields, value, &c->director, value->at);
	else
		load_text(r, value, &c->director.name.in[LANG_KY]);
	people_check_name(r, &c->director);
}

void
read_paper(struct reading *r, const struct node *value, void *member)
{
	load_some(r, &paper_fields, value, member);
}

void
read_margins(struct reading *r, const struct node *value, void *member)
{
	struct council *c = member;
	struct texts written = load_texts(r, value);
	LIST(struct str) sides = { 0 };

	for (size_t i = 0; i < written.n; i++)
		*LIST_ADD(r->a, &sides) = written.at[i].s;
	if (!sheet_margins(&c->paper, sides.at, sides.n))
		diag_add(r->d, &bad_margins, value->at, NO_ARGS);
}

void
read_size(struct reading *r, const struct node *value, void *member)
{
	struct council *c = member;
	struct text t;

	if (load_text(r, value, &t) && !sheet_size(&c->paper, t.s))
		diag_add(r->d, &bad_size, t.at, ARGS(arg_str(t.s)));
}

void
read_leading(struct reading *r, const struct node *value, void *member)
{
	struct council *c = member;
	struct text t;

	if (load_text(r, value, &t) && !sheet_leading(&c->paper, t.s))
		diag_add(r->d, &bad_leading, t.at, ARGS(arg_str(t.s)));
}

void
read_hyphenate(struct reading *r, const struct node *value, void *member)
{
	struct council *c = member;
	const struct word *w;
	struct text t;

	if (!load_text(r, value, &t))
		return;
	w = load_word(r, IN_YES_NO, t);
	if (w)
		c->paper.hyphenate = w->value ? ANSWER_YES : ANSWER_NO;
}

/* 1/2, 2/3, a number of members, or none. */
void
read_quorum(struct reading *r, const struct node *value, void *member)
{
	struct council *c = member;
	struct text t;
	struct str den;
	int n, m;

	if (!load_text(r, value, &t) || !t.s.n)
		return;
	c->quorum.at = t.at;

	struct str num = str_cut(t.s, '/', &den);

	if (den.n && str_number(str_trim(num), &n) &&
	    str_number(str_trim(den), &m) && n > 0 && n <= m) {
		c->quorum.kind = QUORUM_SHARE;
		c->quorum.num = n;
		c->quorum.den = m;
	} else if (str_number(t.s, &n) && n > 0) {
		c->quorum.kind = QUORUM_NUMBER;
		c->quorum.num = n;
	} else if (known_word(r, IN_QUORUM, t)) {
		c->quorum.kind = QUORUM_NONE;
	} else {
		diag_add(r->d, &bad_quorum, t.at, ARGS(arg_str(t.s)));
	}
}

/* --- members.yaml, plan.yaml, regulation.md ----------------------------- */

void
read_role(struct reading *r, const struct node *value, void *member)
{
	struct member *m = member;
	const struct word *w;

	if (!load_text(r, value, &m->role_word) || !m->role_word.s.n)
		return;
	w = load_word(r, IN_ROLES, m->role_word);
	if (w)
		m->role = (enum role)w->value;
}

void
read_stamp(struct reading *r, const struct node *value, void *member)
{
	struct stamp *s = member;

	s->at = value->at;
	load_some(r, &stamp_fields, value, s);
}

/* The numbers of a rule are the rule's business: kept as they are. */
static void
add_requirement_value(
    struct reading *r, const struct pair *p, struct requirement *q)
{
	struct requirement_value *v = LIST_ADD(r->a, &q->values);

	v->key = (struct text){ p->key, p->key_at };
	if (p->value->kind == NODE_LIST)
		v->list = load_parts(r, p->value);
	else
		load_text(r, p->value, &v->value);
}

static void
load_requirement(
    struct reading *r, const struct node *value, struct requirement *q)
{
	uint64_t done = 0;
	struct str right;
	struct text t;

	if (value->kind != NODE_MAP) {
		/* `rule: off` alone is its level. */
		const struct word *w = load_text(r, value, &t) && t.s.n
					   ? load_word(r, IN_LEVELS, t)
					   : NULL;

		if (w)
			q->level = (enum level)w->value;
		return;
	}
	for (size_t i = 0; i < value->pairs.n; i++) {
		const struct pair *p = &value->pairs.at[i];

		if (lexicon_find(r->lexicon, IN_REQUIREMENT, p->key, &right))
			load_pair(r, &requirement_fields, p, q, &done);
		else
			add_requirement_value(r, p, q);
	}
}

void
read_requires(struct reading *r, const struct node *value, void *member)
{
	struct regulation *g = member;

	if (value->kind != NODE_MAP) {
		if (!node_is_empty(value))
			diag_add(r->d, &map_wanted, value->at, NO_ARGS);
		return;
	}
	for (size_t i = 0; i < value->pairs.n; i++) {
		const struct pair *p = &value->pairs.at[i];

		for (size_t j = 0; j < g->requires.n; j++) {
			if (str_eq(g->requires.at[j].rule.s, p->key))
				diag_add(r->d, &duplicate_key, p->key_at,
				    ARGS(arg_str(p->key)));
		}

		struct requirement *q = LIST_ADD(r->a, &g->requires);

		q->rule = (struct text){ p->key, p->key_at };
		q->at = p->value->at;
		load_requirement(r, p->value, q);
	}
}

void
read_functions(struct reading *r, const struct node *value, void *member)
{
	struct numbers *out = member;
	struct texts parts = load_parts(r, value);
	struct number n;

	*out = (struct numbers){ 0 };
	for (size_t i = 0; i < parts.n; i++) {
		if (load_number(r, parts.at[i], &n))
			*LIST_ADD(r->a, out) = n;
	}
}
