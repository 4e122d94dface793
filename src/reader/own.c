/* SPDX-License-Identifier: MIT */
#include "base/arena.h"
#include "reader/reader_int.h"

/* --- council.yaml ------------------------------------------------------- */

/* "name scientific council": a key of the body without its colon is no name. */
static bool
lacks_colon(struct reading *r, const struct node *value)
{
	struct str rest, right, key = str_cut(value->text, ' ', &rest);

	if (value->kind != NODE_SCALAR || value->quoted || !rest.n ||
	    !lexicon_find(r->lexicon, IN_BODY, key, &right))
		return false;
	rest = str_trim(rest);
	diag_add(r->d, &map_wanted, value->at, NO_ARGS)->fix =
	    str_printf(r->a, STR_FMT ": " STR_FMT, STR_ARG(key),
		STR_ARG(str_skip(rest, markup_bullet(rest))));
	return true;
}

static bool
load_body(struct reading *r, const struct node *value, struct body_words *out)
{
	struct text *name = &out->name.in[LANG_KY];

	if (value->kind == NODE_MAP)
		return load_map(r, &body_fields, value, out, value->at);
	if (lacks_colon(r, value))
		return false;
	return load_text(r, value, name) &&
	       (name->s.n || load_missing(r, &body_fields, 0, value->at));
}

bool
read_council(struct reading *r, const struct node *value, void *member)
{
	struct council *c = member;
	struct body_words w = { 0 };
	bool ok = load_body(r, value, &w);

	c->name = w.name;
	c->genitive = w.genitive;
	return ok;
}

bool
read_pedagogical(struct reading *r, const struct node *value, void *member)
{
	struct council *c = member;
	struct body_words w = { 0 };
	bool ok = load_body(r, value, &w);

	c->pedagogical = w.name;
	c->pedagogical_genitive = w.genitive;
	c->pedagogical_dative = w.dative;
	return ok;
}

bool
read_director(struct reading *r, const struct node *value, void *member)
{
	struct council *c = member;
	struct person *p = &c->director;
	bool ok;

	*p = (struct person){ 0 };
	c->director_given = true;
	ok = value->kind == NODE_MAP
		 ? load_map(r, &director_fields, value, p, value->at)
		 : load_text(r, value, &p->name.in[LANG_KY]);
	return people_check_name(r, p) && ok;
}

bool
read_paper(struct reading *r, const struct node *value, void *member)
{
	return load_some(r, &paper_fields, value, member);
}

static bool
refuse(struct reading *r, const struct message *m, struct text t)
{
	diag_add(r->d, m, t.at, ARGS(arg_str(t.s)));
	return false;
}

bool
read_margins(struct reading *r, const struct node *value, void *member)
{
	struct council *c = member;
	struct texts written;
	LIST(struct str) sides = { 0 };
	bool ok = load_texts(r, value, &written);

	for (size_t i = 0; i < written.n; i++)
		*LIST_ADD(r->a, &sides) = written.at[i].s;
	if (sheet_margins(&c->paper, sides.at, sides.n))
		return ok;
	diag_add(r->d, &bad_margins, value->at, NO_ARGS);
	return false;
}

bool
read_size(struct reading *r, const struct node *value, void *member)
{
	struct council *c = member;
	struct text t;

	if (!load_text(r, value, &t))
		return false;
	return sheet_size(&c->paper, t.s) || refuse(r, &bad_size, t);
}

bool
read_leading(struct reading *r, const struct node *value, void *member)
{
	struct council *c = member;
	struct text t;

	if (!load_text(r, value, &t))
		return false;
	return sheet_leading(&c->paper, t.s) || refuse(r, &bad_leading, t);
}

bool
read_hyphenate(struct reading *r, const struct node *value, void *member)
{
	struct council *c = member;
	const struct word *w;
	struct text t;
	bool ok;

	if (!load_text(r, value, &t))
		return false;
	ok = load_word(r, IN_YES_NO, t, &w);
	if (w)
		c->paper.hyphenate = w->value ? ANSWER_YES : ANSWER_NO;
	return ok;
}

/* 1/2, 2/3, a number of members, or none. */
bool
read_quorum(struct reading *r, const struct node *value, void *member)
{
	struct council *c = member;
	struct text t;
	struct str den;
	int n, m;

	if (!load_text(r, value, &t))
		return false;
	if (!t.s.n)
		return true;
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
		return refuse(r, &bad_quorum, t);
	}
	return true;
}

/* --- members.yaml, plan.yaml, regulation.md ----------------------------- */

bool
read_role(struct reading *r, const struct node *value, void *member)
{
	struct member *m = member;
	const struct word *w;
	bool ok;

	if (!load_text(r, value, &m->role_word))
		return false;
	if (!m->role_word.s.n)
		return true;
	ok = load_word(r, IN_ROLES, m->role_word, &w);
	if (w)
		m->role = (enum role)w->value;
	return ok;
}

bool
read_stamp(struct reading *r, const struct node *value, void *member)
{
	struct stamp *s = member;

	s->at = value->at;
	return load_some(r, &stamp_fields, value, s);
}

/* The numbers of a rule are the rule's business: kept as they are. */
static bool
add_requirement_value(
    struct reading *r, const struct pair *p, struct requirement *q)
{
	struct requirement_value *v = LIST_ADD(r->a, &q->values);

	v->key = (struct text){ p->key, p->key_at };
	return p->value->kind == NODE_LIST ? load_parts(r, p->value, &v->list)
					   : load_text(r, p->value, &v->value);
}

/* `rule: off` alone is its level. */
static bool
load_level(struct reading *r, const struct node *value, struct requirement *q)
{
	const struct word *w;
	struct text t;
	bool ok;

	if (!load_text(r, value, &t))
		return false;
	if (!t.s.n)
		return true;
	ok = load_word(r, IN_LEVELS, t, &w);
	if (w)
		q->level = (enum level)w->value;
	return ok;
}

static bool
load_requirement(
    struct reading *r, const struct node *value, struct requirement *q)
{
	uint64_t done = 0;
	struct str right;
	bool ok = true;

	if (value->kind != NODE_MAP)
		return load_level(r, value, q);
	for (size_t i = 0; i < value->pairs.n; i++) {
		const struct pair *p = &value->pairs.at[i];

		if (lexicon_find(r->lexicon, IN_REQUIREMENT, p->key, &right))
			ok &= load_pair(r, &requirement_fields, p, q, &done);
		else
			ok &= add_requirement_value(r, p, q);
	}
	return ok;
}

static bool
is_first(struct reading *r, const struct regulation *g, const struct pair *p)
{
	for (size_t i = 0; i < g->requires.n; i++) {
		if (!str_eq(g->requires.at[i].rule.s, p->key))
			continue;
		diag_add(
		    r->d, &duplicate_key, p->key_at, ARGS(arg_str(p->key)));
		return false;
	}
	return true;
}

bool
read_requires(struct reading *r, const struct node *value, void *member)
{
	struct regulation *g = member;
	bool ok = true;

	if (value->kind != NODE_MAP && !node_is_empty(value)) {
		diag_add(r->d, &map_wanted, value->at, NO_ARGS);
		return false;
	}
	for (size_t i = 0; i < value->pairs.n; i++) {
		const struct pair *p = &value->pairs.at[i];
		struct requirement *q;

		ok &= is_first(r, g, p);
		q = LIST_ADD(r->a, &g->requires);
		q->rule = (struct text){ p->key, p->key_at };
		q->at = p->value->at;
		ok &= load_requirement(r, p->value, q);
	}
	return ok;
}

bool
read_functions(struct reading *r, const struct node *value, void *member)
{
	struct numbers *out = member;
	struct texts parts;
	struct number n;
	bool ok = load_parts(r, value, &parts);

	*out = (struct numbers){ 0 };
	for (size_t i = 0; i < parts.n; i++) {
		if (load_number(r, parts.at[i], &n))
			*LIST_ADD(r->a, out) = n;
		else
			ok = false;
	}
	return ok;
}
