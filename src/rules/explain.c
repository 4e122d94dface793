/* SPDX-License-Identifier: MIT */
/* The rules explained, and what a school has made of them. */
#include "rules/rules_int.h"

/* Each at the place of its rule; the compiler tells of a second one. */
#define EXPLAIN(code, proof_, when_, mistake_, cure_) \
	[ROW_##code] = { \
		.proof = proof_, \
		.when = when_, \
		.mistake = mistake_, \
		.cure = cure_, \
	},
static const struct explanation explanations[ROW_MAX] = {
#include "rules/explain_records.def"
#include "rules/explain_regulation.def"
};
#undef EXPLAIN

const struct explanation *
rule_explanation(const struct rule *r)
{
	return &explanations[r - rules];
}

struct rule_terms
rule_terms(const struct regulation *school, const struct rule *r)
{
	struct check c = { 0 };
	struct rule_terms terms = { .off = !rule_take_up(&c, school, r) };

	terms.severity = terms.off ? r->message.severity
				   : school_level(&c, r->message.severity);
	terms.number = rule_clause(&c);
	if (school && terms.number.n)
		terms.clause = regulation_clause(school, terms.number);
	return terms;
}
