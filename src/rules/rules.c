/* SPDX-License-Identifier: MIT */
/* The order of judging. */
#include "rules/rules_int.h"

/* The function of each rule, in the same order. */
struct judge {
	void (*school)(const struct school *, struct check *);
	void (*year)(const struct year *, struct check *);
	void (*session)(const struct session *, struct check *);
};
#define RULE(code, clause, sev, on, concern, function, ...) \
	{ .on = check_##function },
static const struct judge judges[] = {
#include "rules/rules.def"
};
#undef RULE

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
		diag_waive(c->d, g, w->reason.s.n ? w->reason.s : w->rule.s);
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
	struct ranges ranges;

	c->year = y;
	c->used = ARENA_ARRAY(c->a, bool, y->waivers.n);
	for (size_t i = 0; i < nrules; i++) {
		size_t first = c->d->list.n;

		ranges.begin[i] = first;
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
	ranges.begin[ROW_MAX] = c->d->list.n;
	causes_apply(c->d, &ranges, c->a);
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
