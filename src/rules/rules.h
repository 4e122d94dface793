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

struct cause;

struct rule {
	struct message message; /* code, name, level, sentence, remedy */
	const char *clause;     /* "5.1", or "" where it rests on none */
	enum rule_on on;
	const struct cause *explains; /* what need not be said beside it */
};
extern const struct rule rules[];
extern const size_t nrules;

/*
 * Judges everything that was read, as of `today`; applies the regulation's
 * levels and the waivers.  A running year is judged by what is due already, a
 * finished one, whose last quarter is over, by everything.
 */
void rules_check(const struct school *s, struct date today, struct diags *d);

/* A rule by its code or name, or NULL. */
const struct rule *rule_find(struct str code_or_name);
/* The rule whose message this is, or NULL: it is another layer's. */
const struct rule *rule_of(const struct message *m);

/* --- a rule, explained (explain.c) -------------------------------------- */

/* For who asks about one rule: the rows of explain_regulation.def and
 * explain_records.def. */
struct explanation {
	struct words proof; /* what in the records shows that it is kept */
	struct words when;  /* from what day on, and how grave it is then */
	/* Excerpts of records, lines parted by \n, as a teacher writes them. */
	const char *mistake, *cure;
};
const struct explanation *rule_explanation(const struct rule *r);

/* What a school's regulation makes of a rule. */
struct rule_terms {
	bool off;
	enum severity severity;
	struct str number;           /* of its clause, or empty */
	const struct clause *clause; /* in the text, or NULL */
};
struct rule_terms rule_terms(
    const struct regulation *school, const struct rule *r);

extern const struct message *const rules_messages[]; /* ends with NULL */

/* --- a year, clause by clause ------------------------------------------- */

enum verdict {
	VERDICT_KEPT,
	VERDICT_NOT_DUE,
	VERDICT_DUE_SOON, /* within DAYS_SOON days, or a warning says so */
	VERDICT_BROKEN,   /* a finding says so */
	VERDICT_WAIVED,
	VERDICT_UNPROVABLE, /* nothing speaks against it, and nothing for it */
	VERDICT_MAX
};
extern const struct words verdict_words[VERDICT_MAX];

/* So many days before the last one a duty is soon due: a verdict says so, and
 * the note on a period without a session turns into a warning. */
enum { DAYS_SOON = 14 };

/* What in the records shows that a duty was fulfilled. */
struct evidence {
	const struct words *label;     /* what it shows, or NULL */
	const struct words *per;       /* "quarter", or NULL: of no period; */
	int period;                    /* the number of that period */
	const struct session *session; /* or NULL; in it, or NULL: */
	const struct item *item;
	const struct decision *decision;
	const struct person *person; /* or NULL */
	struct date date;            /* where it is in no session */
	struct str protocol;         /* of the pedagogical council, or empty */
	bool counted;
	int n, of; /* counted: n, and of how many, or 0 */
};

/*
 * What must happen yet.  Where nothing happens, this rule finds something of
 * this level on the day behind `by`, or found it already.
 */
struct step {
	const struct rule *rule;
	enum severity becomes;
	struct date by;
	struct str clause; /* or empty */
	struct span at;    /* where it is written, or is to be written */
	struct words text;
	struct arg args[2];
	size_t nargs;
};

/* One clause that asks for something. */
struct clause_state {
	struct str number;
	const struct clause *clause; /* in the school's text, or NULL */
	enum verdict verdict;
	LIST(struct evidence) evidence;
	LIST(const struct diag *) findings; /* waived ones too */
	LIST(const struct waiver *) waivers;
	const struct step *next; /* the first one, or NULL */
};

struct clauses {
	const struct year *year;
	struct date today;
	LIST(struct clause_state) list; /* by the clauses' numbers */
	LIST(struct step) steps;        /* by their days */
	size_t others[SEV_MAX];         /* findings beside these clauses */
};

/* The year as rules_check() judges it today, with what proves it. */
void rules_clauses(struct clauses *out, struct arena *a, const struct school *s,
    const struct year *y, struct date today);

#endif
