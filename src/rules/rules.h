/* SPDX-License-Identifier: MIT */
#ifndef RULES_RULES_H
#define RULES_RULES_H

/*
 * The rule set.  Every rule is one row of rules.def, one function named after
 * it, one folder of cases and one explanation.  A check looks and says what it
 * found; it changes nothing.  A school's regulation.md may change a rule's
 * clause, level and numbers.
 */

#include "diag/diag.h"
#include "record/record.h"

enum rule_on { ON_SCHOOL, ON_YEAR, ON_SESSION };

struct rule {
	struct message message; /* code, name, level, sentence, remedy */
	const char *clause;     /* "5.1", or "" where it rests on none */
	enum rule_on on;
};
extern const struct rule rules[];
extern const size_t nrules;

/*
 * Judges everything that was read, as of `today`; applies the regulation's
 * levels and the waivers.  A running year is judged by what is due, a finished
 * one by everything (design 3).
 */
void rules_check(const struct school *s, struct date today, struct diags *d);

/* A rule by its code or name, or NULL. */
const struct rule *rule_find(struct str code_or_name);

extern const struct message *const rules_messages[]; /* ends with NULL */

#endif
