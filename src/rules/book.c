/* SPDX-License-Identifier: MIT */
/* The rule book: its rows, and the rule that somebody names. */
#include "rules/rules_int.h"
#include "words/fold.h"

/* Columns as values. */
#define ON_school       ON_SCHOOL
#define ON_year         ON_YEAR
#define ON_session      ON_SESSION
#define CONCERNS_record CONCERNS_RECORD
#define CONCERNS_duty   CONCERNS_DUTY

/* The column of what a rule explains, in parentheses, and its entries. */
#define CAUSES(...)    __VA_ARGS__
#define IN_YEAR(code)  { ROW_##code, REACH_YEAR },
#define IN_FILE(code)  { ROW_##code, REACH_FILE },
#define ON_DAYS(code)  { ROW_##code, REACH_DAYS },
#define OF_THING(code) { ROW_##code, REACH_THING },
#define AT_PLACE(code) { ROW_##code, REACH_PLACE },

#define RULE(code_, clause_, sev, on_, concern_, function, name, causes, ...) \
	{ \
		.message = MESSAGE_WITH(CONCERNS_##concern_, false, #code_, \
		    name, SEV_##sev, __VA_ARGS__), \
		.clause = clause_, \
		.on = ON_##on_, \
		.explains = (const struct cause[]){ CAUSES causes{ \
		    ROW_MAX, REACH_YEAR } }, \
	},
const struct rule rules[] = {
#include "rules/rules.def"
};
#undef RULE

const size_t nrules = sizeof(rules) / sizeof(*rules);

#define RULE(code, ...) &rules[ROW_##code].message,
const struct message *const rules_messages[] = {
#include "rules/rules.def"
	NULL,
};
#undef RULE

const struct rule *
rule_row(enum row row)
{
	return &rules[row];
}

const struct rule *
rule_of(const struct message *m)
{
	for (size_t i = 0; i < nrules; i++) {
		if (&rules[i].message == m)
			return &rules[i];
	}
	return NULL;
}

/* On a Kyrgyz keyboard the K of a code comes out as the letter К. */
static bool
is_code(struct str word, const char *code)
{
	struct str cyrillic = STR("К");

	if (str_starts(word, cyrillic))
		return str_eq(str_skip(word, cyrillic.n), str_from(code + 1));
	return str_eq(word, str_from(code));
}

bool
rule_is_named(const struct rule *r, struct str word)
{
	return is_code(word, r->message.code) ||
	       str_eq(word, str_from(r->message.name));
}

const struct rule *
rule_find(struct str word)
{
	for (size_t i = 0; i < nrules; i++) {
		if (rule_is_named(&rules[i], word))
			return &rules[i];
	}
	return NULL;
}

const struct requirement *
requirement_find(const struct regulation *r, const struct rule *rule)
{
	for (size_t i = 0; r && i < r->requires.n; i++) {
		if (rule_is_named(rule, r->requires.at[i].rule.s))
		return &r->requires.at[i];
	}
	return NULL;
}

#define RULE_NAME_MAX ((size_t)64) /* bytes; a longer word is no slip */

const struct rule *
rule_nearest(struct arena *a, struct str word)
{
	const struct rule *best = NULL;
	size_t least = RULE_NAME_MAX;

	if (word.n >= RULE_NAME_MAX)
		return NULL;

	struct str written = text_folded(a, word);

	for (size_t i = 0; i < nrules; i++) {
		struct str name = str_from(rules[i].message.name);
		struct str code = str_from(rules[i].message.code);
		size_t d = text_distance(written, text_folded(a, name), least);
		size_t e = text_distance(written, text_folded(a, code), least);

		d = e < d ? e : d;
		if (d < least) {
			least = d;
			best = &rules[i];
		}
	}
	return best;
}
