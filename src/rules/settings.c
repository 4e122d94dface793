/* SPDX-License-Identifier: MIT */
/* What regulation.md may set of a rule, below `requires`. */
#include "rules/rules_int.h"

/* Which rule it is of, and the closed words that it takes; none: a number. */
static const struct setting_row {
	enum row rule;
	enum place_of_word in;
} settings[SETTING_MAX] = {
	[SETTING_MINIMUM] = { ROW_K101, IN_MAX },
	[SETTING_PER] = { ROW_K101, IN_PERIODS },
	[SETTING_OFFICES] = { ROW_K102, IN_OFFICES },
	[SETTING_CATEGORIES] = { ROW_K123, IN_CATEGORIES },
	[SETTING_DAYS] = { ROW_K125, IN_MAX },
	[SETTING_HOW] = { ROW_K103, IN_ELECTIONS },
};

/* The word that was written, or NULL; what is wrong in it is said once, by
 * check_setting_known(). */
static const struct word *
word_of(enum place_of_word in, struct str written)
{
	struct str right;

	return word_find(in, written, &right);
}

/* Categories are bits, offices are counted. */
static unsigned
bit_of(enum place_of_word in, const struct word *w)
{
	return in == IN_CATEGORIES ? (unsigned)w->value : 1U << w->value;
}

/* A word's first spelling in each language, behind those before it. */
static void
join(struct words *to, struct arena *a, const struct word *w)
{
	for (enum lang lang = 0; lang < LANG_MAX; lang++)
		to->in[lang] = str_cstr(a, str_printf(a, "%s%s" STR_FMT,
					       to->in[lang] ? to->in[lang] : "",
					       to->in[lang] ? ", " : "",
					       STR_ARG(word_first(w, lang))));
}

const struct words *
bits_words(struct arena *a, enum place_of_word in, unsigned bits)
{
	struct words *out = ARENA_NEW(a, struct words);

	for (const struct word *w = word_table; w->name; w++) {
		if (w->in >> in & 1 && bits & bit_of(in, w))
			join(out, a, w);
	}
	return out;
}

static const struct requirement_value *
value_find(const struct requirement *q, enum setting which)
{
	for (size_t i = 0; q && i < q->values.n; i++) {
		const struct word *w =
		    word_of(IN_SETTINGS, q->values.at[i].key.s);

		if (w && w->value == (int)which)
			return &q->values.at[i];
	}
	return NULL;
}

int
setting_number(
    const struct requirement *asked, enum setting which, int otherwise)
{
	const struct requirement_value *v = value_find(asked, which);
	int n;

	return v && str_number(v->value.s, &n) ? n : otherwise;
}

int
setting_choice(
    const struct requirement *asked, enum setting which, int otherwise)
{
	const struct requirement_value *v = value_find(asked, which);
	const struct word *w =
	    v ? word_of(settings[which].in, v->value.s) : NULL;

	return w ? w->value : otherwise;
}

unsigned
setting_bits(
    const struct requirement *asked, enum setting which, unsigned otherwise)
{
	const struct requirement_value *v = value_find(asked, which);
	struct texts alone = {
		v ? &(struct text){ v->value.s, v->value.at } : NULL, 1, 1
	};
	const struct texts *l = v && v->list.n ? &v->list : &alone;
	unsigned bits = 0;

	for (size_t i = 0; v && i < l->n; i++) {
		enum place_of_word in = settings[which].in;
		const struct word *w = word_of(in, l->at[i].s);

		bits |= w ? bit_of(in, w) : 0;
	}
	return bits ? bits : otherwise;
}

/* --- requires, judged --------------------------------------------------- */

/* The keys that any rule has, and those of this one. */
static const struct words *
allowed_keys(struct arena *a, const struct rule *r)
{
	struct words *out = ARENA_NEW(a, struct words);

	for (const struct word *w = word_table; w->name; w++) {
		if (w->in >> IN_REQUIREMENT & 1 ||
		    (w->in >> IN_SETTINGS & 1 &&
			rule_row(settings[w->value].rule) == r))
			join(out, a, w);
	}
	return out;
}

/* A word that is read, with a note where letters were lost in it; the nearest
 * one is the fix of what is none. */
static const struct word *
known_word(struct check *c, enum place_of_word in, const struct text *t)
{
	struct str right;
	const struct word *w = word_find(in, t->s, &right);

	if (right.n)
		diag_read_as(c->d, t->at, t->s, right);
	return w;
}

static void
unknown_word(struct check *c, enum place_of_word in, const struct text *t,
    const struct source *s, const struct words *allowed)
{
	struct str near;
	const struct word *w = word_near(c->a, in, t->s, reach_of(t->s), &near);
	struct diag *g = found(
	    c, span_or(t->at, s), ARGS(arg_str(t->s), arg_words(allowed)));

	if (g && w)
		g->fix = near;
}

static void
check_value(
    struct check *c, const struct rule *of, const struct requirement_value *v)
{
	const struct word *key = known_word(c, IN_SETTINGS, &v->key);
	const struct source *s = v->key.at.src;
	int n;

	if (!key || rule_row(settings[key->value].rule) != of) {
		unknown_word(
		    c, IN_SETTINGS, &v->key, s, allowed_keys(c->a, of));
		return;
	}

	enum place_of_word in = settings[key->value].in;

	if (in == IN_MAX) {
		if (!str_number(v->value.s, &n) || n < 1)
			found(c, span_or(v->value.at, s),
			    ARGS(arg_str(v->value.s), arg_str(STR("1, 2, …"))));
		return;
	}

	const struct texts *l =
	    v->list.n
		? &v->list
		: &(struct texts){ &(struct text){ v->value.s, v->value.at }, 1,
			  1 };

	for (size_t i = 0; i < l->n; i++) {
		if (!known_word(c, in, &l->at[i]))
			unknown_word(
			    c, in, &l->at[i], s, words_allowed(c->a, in));
	}
}

/* The i-th edition of the regulation that was read, each once; or NULL. */
static const struct regulation *
edition(const struct school *s, size_t i)
{
	if (!i)
		return &s->regulation;
	for (size_t k = 0; k < s->years.n; k++) {
		const struct regulation *r = s->years.at[k]->regulation;
		bool seen = !r || r->source == s->regulation.source;

		for (size_t j = 0; j < k && !seen; j++)
			seen = s->years.at[j]->regulation == r;
		if (!seen && !--i)
			return r;
	}
	return NULL;
}

/* A school may give rules of the rule book other numbers, and no others. */
void
check_requirement_known(const struct school *s, struct check *c)
{
	const struct regulation *r;

	for (size_t e = 0; (r = edition(s, e)); e++) {
		for (size_t i = 0; i < r->requires.n; i++) {
			const struct text *word = &r->requires.at[i].rule;

			if (rule_find(word->s))
				continue;

			const struct rule *near = rule_nearest(c->a, word->s);
			struct str name =
			    near ? str_from(near->message.name)
				 : str_from(rule_row(ROW_K101)->message.name);
			struct diag *g = found(
			    c, word->at, ARGS(arg_str(word->s), arg_str(name)));

			g->fix = name;
		}
	}
}

/* A setting has a key that its rule knows, and a value that fits. */
void
check_setting_known(const struct school *s, struct check *c)
{
	const struct regulation *r;

	for (size_t e = 0; (r = edition(s, e)); e++) {
		for (size_t i = 0; i < r->requires.n; i++) {
			const struct requirement *q = &r->requires.at[i];
			const struct rule *of = rule_find(q->rule.s);

			for (size_t k = 0; of && k < q->values.n; k++)
				check_value(c, of, &q->values.at[k]);
		}
	}
}

/* The clause on which a rule rests by itself, or empty: the school has put it
 * out or given it another clause. */
static struct str
own_clause(const struct regulation *r, const struct rule *rule)
{
	const struct requirement *q = requirement_find(r, rule);

	return q && (q->level == LEVEL_OFF || q->clause.s.n)
		   ? STR("")
		   : str_from(rule->clause);
}

static void
check_own_clause(struct check *c, const struct regulation *r, size_t i)
{
	struct str number = own_clause(r, &rules[i]);

	if (!number.n || regulation_clause(r, number))
		return;
	for (size_t k = 0; k < i; k++) {
		if (str_eq(own_clause(r, &rules[k]), number))
			return; /* once is enough */
	}
	found(c,
	    span_or(source_span(r->body.at.src, r->body.at.off, 0), r->source),
	    ARGS(arg_str(number)));
}

/* Each clause that a rule rests on is in the text. */
void
check_clause_known(const struct school *s, struct check *c)
{
	const struct regulation *r;

	for (size_t e = 0; (r = edition(s, e)); e++) {
		for (size_t i = 0; r->readable && i < r->requires.n; i++) {
			const struct text *t = &r->requires.at[i].clause;

			if (t->s.n && !regulation_clause(r, t->s))
				found(c, t->at, ARGS(arg_str(t->s)));
		}
		for (size_t i = 0; r->readable && i < nrules; i++)
			check_own_clause(c, r, i);
	}
}
