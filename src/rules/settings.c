/* SPDX-License-Identifier: MIT */
/*
 * What regulation.md may set of a rule, below `requires`: which key belongs
 * to which rule, and the closed words in the three languages.
 */
#include "rules/rules_int.h"
#include "words/fold.h"

#define CHOICES(rows) \
	{ \
		rows, sizeof(rows) / sizeof(*(rows)) \
	}

static const struct choice per_words[] = {
	{ PER_MONTH, WORDS("month", "месяц", "ай") },
	{ PER_QUARTER, WORDS("quarter", "четверть", "чейрек") },
	{ PER_HALF, WORDS("half-year", "полугодие", "жарым жылдык") },
	{ PER_YEAR, WORDS("year", "год", "жыл") },
};
static const struct choice office_words[] = {
	{ OFFICE_NONE, WORDS("not given", "не указана", "көрсөтүлгөн эмес") },
	{ OFFICE_DIRECTOR, WORDS("director", "директор", "директор") },
	{ OFFICE_DEPUTY_EDUCATION,
	    WORDS("deputy-education",
		"заместитель по учебно-воспитательной работе",
		"окуу-тарбия иштери боюнча орун басар") },
	{ OFFICE_DEPUTY_METHODICAL,
	    WORDS("deputy-methodical", "заместитель по методической работе",
		"усулдук иштер боюнча орун басар") },
	{ OFFICE_OTHER, WORDS("other", "другая", "башка") },
};
/* By the bit's number, as the bits of enum category. */
static const struct choice category_words[] = {
	{ 0, WORDS("management", "руководство", "башкаруу") },
	{ 1, WORDS("union-head", "руководитель объединения",
		 "бирикменин жетекчиси") },
	{ 2, WORDS("group-representative", "представитель группы",
		 "топтун өкүлү") },
};
static const struct choice election_words[] = {
	{ ELECTION_ELECTED, WORDS("elected", "избирается", "шайланат") },
	{ ELECTION_APPOINTED, WORDS("appointed", "назначается", "дайындалат") },
};

const struct choices per_choices = CHOICES(per_words);
const struct choices office_choices = CHOICES(office_words);
const struct choices category_choices = CHOICES(category_words);
const struct choices election_choices = CHOICES(election_words);

/* Each key of a rule; no choices: a whole number. */
static const struct setting_row {
	enum row rule;
	struct words key;
	const struct choices *choices;
} settings[SETTING_MAX] = {
	[SETTING_MINIMUM] = { ROW_K101, WORDS("minimum", "минимум", "минимум"),
	    NULL },
	[SETTING_PER] = { ROW_K101, WORDS("per", "за", "мезгил"),
	    &per_choices },
	[SETTING_OFFICES] = { ROW_K102,
	    WORDS("offices", "должности", "кызматтар"), &office_choices },
	[SETTING_CATEGORIES] = { ROW_K123,
	    WORDS("categories", "категории", "категориялар"),
	    &category_choices },
	[SETTING_DAYS] = { ROW_K125, WORDS("days", "дни", "күндөр"), NULL },
	[SETTING_HOW] = { ROW_K103, WORDS("how", "как", "кантип"),
	    &election_choices },
};

static bool
is_word(struct str written, const struct words *w)
{
	for (int lang = 0; lang < LANG_MAX; lang++) {
		if (text_same(written, str_from(words_in(w, lang))))
			return true;
	}
	return false;
}

static const struct choice *
choice_find(const struct choices *l, struct str written)
{
	for (size_t i = 0; i < l->n; i++) {
		if (is_word(written, &l->at[i].words))
			return &l->at[i];
	}
	return NULL;
}

const struct words *
choice_words(const struct choices *l, int v)
{
	size_t i = 0;

	while (i + 1 < l->n && l->at[i].v != v)
		i++;
	return &l->at[i].words;
}

/* Words with commas between, in each language. */
static const struct words *
words_joined(struct arena *a, const struct words *const *list, size_t n)
{
	struct words *all = ARENA_NEW(a, struct words);

	for (int lang = 0; lang < LANG_MAX; lang++) {
		struct strbuf b;

		buf_init(&b, a);
		for (size_t i = 0; i < n; i++)
			buf_printf(
			    &b, "%s%s", i ? ", " : "", list[i]->in[lang]);
		all->in[lang] = str_cstr(a, buf_str(&b));
	}
	return all;
}

const struct words *
choices_words(struct arena *a, const struct choices *l, unsigned bits)
{
	const struct words **list = ARENA_ARRAY(a, const struct words *, l->n);
	size_t n = 0;

	for (size_t i = 0; i < l->n; i++) {
		if (bits & 1U << l->at[i].v)
			list[n++] = &l->at[i].words;
	}
	return words_joined(a, list, n);
}

static const struct setting_row *
setting_find(const struct rule *r, struct str key)
{
	for (size_t i = 0; i < SETTING_MAX; i++) {
		if (rule_row(settings[i].rule) == r &&
		    is_word(key, &settings[i].key))
			return &settings[i];
	}
	return NULL;
}

static const struct requirement_value *
value_find(const struct requirement *q, enum setting which)
{
	for (size_t i = 0; q && i < q->values.n; i++) {
		if (is_word(q->values.at[i].key.s, &settings[which].key))
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
	const struct choice *choice =
	    v ? choice_find(settings[which].choices, v->value.s) : NULL;

	return choice ? choice->v : otherwise;
}

unsigned
setting_bits(
    const struct requirement *asked, enum setting which, unsigned otherwise)
{
	const struct requirement_value *v = value_find(asked, which);
	const struct choices *choices = settings[which].choices;
	unsigned bits = 0;

	if (!v)
		return otherwise;
	for (size_t i = 0; i < v->list.n; i++) {
		const struct choice *w = choice_find(choices, v->list.at[i].s);

		if (w)
			bits |= 1U << w->v;
	}
	if (!v->list.n) {
		const struct choice *w = choice_find(choices, v->value.s);

		bits = w ? 1U << w->v : 0;
	}
	return bits ? bits : otherwise;
}

/* --- requires, judged --------------------------------------------------- */

static const struct words clause_key = WORDS("clause", "пункт", "пункт");
static const struct words level_key = WORDS("level", "уровень", "деңгээл");

/* The keys that any rule has, and those of this one. */
static const struct words *
allowed_keys(struct arena *a, const struct rule *r)
{
	const struct words *list[2 + SETTING_MAX] = { &clause_key, &level_key };
	size_t n = 2;

	for (size_t i = 0; i < SETTING_MAX; i++) {
		if (rule_row(settings[i].rule) == r)
			list[n++] = &settings[i].key;
	}
	return words_joined(a, list, n);
}

static void
check_value(
    struct check *c, const struct rule *of, const struct requirement_value *v)
{
	const struct setting_row *s = setting_find(of, v->key.s);
	int n;

	if (!s) {
		found(c, v->key.at,
		    ARGS(arg_str(v->key.s), arg_words(allowed_keys(c->a, of))));
		return;
	}
	if (!s->choices) {
		if (!str_number(v->value.s, &n) || n < 1)
			found(c, span_or(v->value.at, v->key.at.src),
			    ARGS(arg_str(v->value.s), arg_str(STR("1, 2, …"))));
		return;
	}

	struct texts alone = { &(struct text){ v->value.s, v->value.at }, 1,
		1 };
	const struct texts *l = v->list.n ? &v->list : &alone;

	for (size_t i = 0; i < l->n; i++) {
		if (!choice_find(s->choices, l->at[i].s))
			found(c, span_or(l->at[i].at, v->key.at.src),
			    ARGS(arg_str(l->at[i].s),
				arg_words(
				    choices_words(c->a, s->choices, ~0U))));
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
