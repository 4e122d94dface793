/* SPDX-License-Identifier: MIT */
/* How a rule speaks: at which level, in whose words, at which place. */
#include <assert.h>

#include "rules/rules_int.h"

bool
rule_take_up(
    struct check *c, const struct regulation *r, const struct rule *rule)
{
	c->rule = rule;
	c->asked = requirement_find(r, c->rule);
	return !c->asked || c->asked->level != LEVEL_OFF;
}

const struct words not_yet = TEXT("not yet");

struct arg
arg_date(const struct check *c, struct date d)
{
	return arg_str(date_text(c->a, d, DATE_FIGURES, LANG_KY));
}

struct arg
arg_person(const struct check *c, const struct person *p)
{
	const struct council *o =
	    c->year ? &c->year->council : &c->school->council;

	return arg_str(person_short(c->a, p, o->name_style, o->language));
}

struct span
span_or(struct span at, const struct source *file)
{
	return at.src ? at : source_span(file, 0, 0);
}

enum severity
school_level(const struct check *c, enum severity severity)
{
	static const enum severity severities[] = {
		[LEVEL_NOTE] = SEV_NOTE,
		[LEVEL_WARNING] = SEV_WARNING,
		[LEVEL_ERROR] = SEV_ERROR,
	};

	if (!c->asked || c->asked->level == LEVEL_GIVEN)
		return severity;

	enum severity asked = severities[c->asked->level];

	/* What is less grave than the rule, because it is not due yet, stays
	 * so where the school makes the rule stricter. */
	if (severity < c->rule->message.severity && asked > severity)
		return severity;
	return asked;
}

struct str
rule_clause(const struct check *c)
{
	if (c->asked && c->asked->clause.s.n)
		return c->asked->clause.s;
	return str_from(c->rule->clause);
}

/* The clause that the rule rests on, in the words of the school's own text. */
static void
add_clause(struct diag *g, const struct check *c)
{
	const struct regulation *r =
	    c->year ? c->year->regulation : &c->school->regulation;
	struct str number = rule_clause(c);

	if (!number.n)
		return;

	const struct clause *clause = r ? regulation_clause(r, number) : NULL;

	g->clause = clause ? clause->number : number;
	if (clause)
		g->clause_text = clause->text;
}

struct diag *
found_as(struct check *c, enum severity severity, struct span at,
    const struct arg *args, size_t nargs)
{
	const struct message *m = &c->rule->message;
	struct diag *g = diag_add(c->d, m, at, args, nargs);

	diag_relevel(c->d, g, school_level(c, severity));
	g->record = c->record;
	g->lighter = severity < m->severity;
	add_clause(g, c);
	return g;
}

struct diag *
found(struct check *c, struct span at, const struct arg *args, size_t nargs)
{
	return found_as(c, c->rule->message.severity, at, args, nargs);
}

void
about_days(struct diag *g, struct date from, struct date to)
{
	g->about.from = from;
	g->about.to = to;
}

void
about_thing(struct diag *g, const void *thing)
{
	size_t n = sizeof(g->about.things) / sizeof(g->about.things[0]);
	size_t i = 0;

	while (i < n && g->about.things[i])
		i++;
	assert(i < n);
	g->about.things[i] = thing;
}
