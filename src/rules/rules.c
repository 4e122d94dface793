/* SPDX-License-Identifier: MIT */
#include "rules/rules.h"

#include "rules/rules_int.h"

/* The column `on` as a value; as a type it stands in rules_int.h. */
#define ON_school  ON_SCHOOL
#define ON_year    ON_YEAR
#define ON_session ON_SESSION

#define RULE(code_, clause_, sev, on_, function, name, en, ru, ky, ...) \
	{ \
		.message = MESSAGE_ROW( \
		    #code_, name, SEV_##sev, en, ru, ky, __VA_ARGS__), \
		.clause = clause_, \
		.on = ON_##on_, \
	},
const struct rule rules[] = {
#include "rules/rules.def"
};
#undef RULE

const size_t nrules = sizeof(rules) / sizeof(*rules);

/* The function of each rule, in the same order. */
struct judge {
	void (*school)(const struct school *, struct check *);
	void (*year)(const struct year *, struct check *);
	void (*session)(const struct session *, struct check *);
};
#define RULE(code, clause, sev, on, function, ...) { .on = check_##function },
static const struct judge judges[] = {
#include "rules/rules.def"
};
#undef RULE

#define RULE(code, ...) ROW_##code,
enum row {
#include "rules/rules.def"
	ROW_MAX
};
#undef RULE

#define RULE(code, ...) &rules[ROW_##code].message,
const struct message *const rules_messages[] = {
#include "rules/rules.def"
	NULL,
};
#undef RULE

/* --- how a rule speaks -------------------------------------------------- */

const struct words not_yet = WORDS("not yet", "ещё нет", "азырынча жок");

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

	g->severity = school_level(c, severity);
	g->record = c->record;
	g->lighter = severity < m->severity;
	c->d->count[m->severity]--;
	c->d->count[g->severity]++;
	add_clause(g, c);
	return g;
}

struct diag *
found(struct check *c, struct span at, const struct arg *args, size_t nargs)
{
	return found_as(c, c->rule->message.severity, at, args, nargs);
}

/* --- the order of judging ----------------------------------------------- */

bool
rule_take_up(
    struct check *c, const struct regulation *r, const struct rule *rule)
{
	c->rule = rule;
	c->asked = requirement_find(r, c->rule);
	return !c->asked || c->asked->level != LEVEL_OFF;
}

/* The rule looks at this record next. */
static void
look_at(struct check *c, struct str record)
{
	c->record = record;
	*LIST_ADD(c->a, &c->d->judged) =
	    (struct judged){ &c->rule->message, record };
}

/* Covers with waivers what was found from number `first` on. */
static void
waive(struct check *c, size_t first)
{
	for (size_t i = first; i < c->d->list.n; i++) {
		struct diag *g = &c->d->list.at[i];
		const struct waiver *w = waiver_find(c, g);

		if (!w)
			continue;
		g->waived = w->reason.s.n ? w->reason.s : w->rule.s;
		c->d->count[g->severity]--;
	}
}

static void
judge_sessions(struct check *c, const struct judge *j)
{
	for (size_t i = 0; i < c->year->sessions.n; i++) {
		const struct session *s = c->year->sessions.at[i];

		/* An unreadable session counts by its file name, but nothing
		 * is said about facts that nobody could read. */
		if (!s->readable)
			continue;
		look_at(c, s->source->path);
		j->session(s, c);
	}
}

static void
judge_year(struct check *c, const struct year *y)
{
	c->year = y;
	c->used = ARENA_ARRAY(c->a, bool, y->waivers.n);
	for (size_t i = 0; i < nrules; i++) {
		size_t first = c->d->list.n;

		if (rules[i].on == ON_SCHOOL ||
		    !rule_take_up(c, y->regulation, &rules[i]))
			continue;
		if (rules[i].on == ON_YEAR) {
			look_at(c, y->folder);
			judges[i].year(y, c);
		} else {
			judge_sessions(c, &judges[i]);
		}
		if (y->waivers.n)
			waive(c, first);
	}
}

void
rules_check(const struct school *s, struct date today, struct diags *d)
{
	struct check c = { .a = d->arena, .school = s, .today = today, .d = d };

	for (size_t i = 0; i < nrules; i++) {
		if (rules[i].on != ON_SCHOOL ||
		    !rule_take_up(&c, &s->regulation, &rules[i]))
			continue;
		look_at(&c, s->council.source->path);
		judges[i].school(s, &c);
	}
	for (size_t i = 0; i < s->years.n; i++)
		judge_year(&c, s->years.at[i]);
}
