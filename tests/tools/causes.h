/* SPDX-License-Identifier: MIT */
#ifndef TOOLS_CAUSES_H
#define TOOLS_CAUSES_H

/*
 * No fault hides behind one that does not count.  The school as it stands is
 * judged again with each rule that saw something put off, waived and at each
 * level, and with all others put off at once.  Each time the other rules must
 * see what they saw before, and what is explained must be no graver than the
 * gravest finding that counts.
 */

#include "kinds.h"
#include "rules/rules_int.h"

enum change { PUT_OFF, PUT_NOTE, PUT_WARNING, PUT_ERROR, WAIVED, CHANGES };

/* All that rules saw, said or explained, a text each. */
struct seen {
	struct found all;
	bool hidden; /* something explained is graver than all that counts */
};
struct causes {
	struct arena *a;
	struct school *school;
	struct diags read; /* what the reader said */
	struct date today;
	int judged, hidden;
};

/* --- judging ------------------------------------------------------------ */

/* Whether the finding is left out where one rule was changed, or, r NULL, all
 * that saw nothing: its own, and those on waivers where there are new ones. */
static inline bool
is_own(const struct diag *g, const struct rule *r, enum change change)
{
	enum row row = (enum row)(rule_of(g->message) - rules);

	if (r && g->message == &r->message)
		return true;
	/* A rule that is off rests on no clause: it may be out of the text. */
	if (change == PUT_OFF)
		return row == ROW_K113;
	return change == WAIVED && (row == ROW_K161 || row == ROW_K162);
}

static inline void
seen_add(struct causes *c, struct seen *out, const struct diag *g,
    const struct rule *r, enum change change)
{
	struct strbuf b;

	if (!rule_of(g->message) || is_own(g, r, change))
		return;
	buf_init(&b, c->a);
	buf_printf(&b, "%s %d " STR_FMT ":%u", g->message->code,
	    (int)g->severity, STR_ARG(g->at.src->path), g->at.off);
	for (size_t i = 0; i < g->nargs; i++)
		buf_printf(&b, " " STR_FMT, STR_ARG(g->args[i].text));
	*LIST_ADD(c->a, &out->all) = buf_str(&b);
}

/* Which level the gravest finding of these has that counts; -1: none does. */
static inline int
gravest(const struct diag *at, size_t n)
{
	int level = -1;

	for (size_t i = 0; i < n; i++) {
		if (!at[i].waived.n && rule_of(at[i].message) &&
		    (int)at[i].severity > level)
			level = (int)at[i].severity;
	}
	return level;
}

static inline void
judge_again(struct diags *out, struct causes *c)
{
	diags_init(out, c->a);
	for (size_t i = 0; i < c->read.list.n; i++)
		diag_copy(out, &c->read.list.at[i]);
	rules_check(c->school, c->today, out);
}

/* What was seen, without what rule r, changed so, saw itself. */
static inline struct seen
seen_of(struct causes *c, const struct diags *d, const struct rule *r,
    enum change change)
{
	struct seen out = { 0 };

	for (size_t i = 0; i < d->list.n; i++)
		seen_add(c, &out, &d->list.at[i], r, change);
	for (size_t i = 0; i < d->explained.n; i++)
		seen_add(c, &out, &d->explained.at[i], r, change);
	sort_found(&out.all);
	out.hidden = gravest(d->explained.at, d->explained.n) >
		     gravest(d->list.at, d->list.n);
	return out;
}

/* --- changing ----------------------------------------------------------- */

static inline void
put(struct causes *c, const struct rule *r, enum level level)
{
	struct requirement *q = LIST_ADD(c->a, &c->school->regulation.requires);

	q->rule.s = str_from(r->message.code);
	q->rule.at = source_span(c->school->regulation.source, 0, 0);
	q->level = level;
}

/* A waiver for each file in which the rule found something. */
static inline void
waive_all(struct causes *c, const struct rule *r, const struct diags *d)
{
	struct year *y = c->school->years.at[0];

	for (size_t i = 0; i < d->list.n + d->explained.n; i++) {
		const struct diag *g = i < d->list.n
					   ? &d->list.at[i]
					   : &d->explained.at[i - d->list.n];

		if (g->message != &r->message)
			continue;

		struct waiver *w = LIST_ADD(c->a, &y->waivers);

		w->rule.s = str_from(r->message.code);
		w->rule.at = source_span(y->waivers_source, 0, 0);
		w->record.s = g->at.src->path;
		w->reason.s = STR("сыноо");
	}
}

/* --- the trial ---------------------------------------------------------- */

static inline bool
same_seen(const struct found *a, const struct found *b)
{
	if (a->n != b->n)
		return false;
	for (size_t i = 0; i < a->n; i++) {
		if (!str_eq(a->at[i], b->at[i]))
			return false;
	}
	return true;
}

/* Judges as the school is changed now, against what was seen before. */
static inline void
compare(struct causes *c, const struct diags *before, const struct rule *r,
    enum change change)
{
	static const char *const names[CHANGES] = { "off", "note", "warning",
		"error", "waived" };
	struct seen want = seen_of(c, before, r, change);
	struct diags d;

	judge_again(&d, c);

	struct seen got = seen_of(c, &d, r, change);

	c->judged++;
	if (same_seen(&want.all, &got.all) && !got.hidden)
		return;
	c->hidden++;
	printf("FAILED %s %s: %s\n", r ? r->message.code : "all silent ones",
	    names[change],
	    got.hidden ? "a fault hides behind a lesser one"
		       : "other rules see something else");
	print_found("before", &want.all);
	print_found("after", &got.all);
}

static inline bool
saw_something(const struct diags *d, const struct rule *r)
{
	for (size_t i = 0; i < d->list.n; i++) {
		if (d->list.at[i].message == &r->message)
			return true;
	}
	for (size_t i = 0; i < d->explained.n; i++) {
		if (d->explained.at[i].message == &r->message)
			return true;
	}
	return false;
}

/* One rule with each change; `d` is what all saw before. */
static inline void
try_rule(struct causes *c, const struct rule *r, const struct diags *d)
{
	static const enum level levels[] = {
		[PUT_OFF] = LEVEL_OFF,
		[PUT_NOTE] = LEVEL_NOTE,
		[PUT_WARNING] = LEVEL_WARNING,
		[PUT_ERROR] = LEVEL_ERROR,
	};
	size_t asked = c->school->regulation.requires.n;
	size_t waivers = c->school->years.at[0]->waivers.n;

	for (enum change k = 0; k < CHANGES; k++) {
		if (k == WAIVED)
			waive_all(c, r, d);
		else
			put(c, r, levels[k]);
		compare(c, d, r, k);
		c->school->regulation.requires.n = asked;
		c->school->years.at[0]->waivers.n = waivers;
	}
}

/* Reads the school in the working folder and judges it. */
static inline void
begin_causes(
    struct diags *out, struct causes *c, struct work *w, struct date today)
{
	c->a = &w->once;
	c->today = today;
	diags_init(&c->read, c->a);
	c->school = reader_school(c->a, w->words, ".", NULL, 0, &c->read);
	judge_again(out, c);
}

/* `d` is what all saw in it. */
static inline void
try_causes(struct causes *c, const struct diags *d)
{
	if (!c->school->years.n)
		return;
	/* To read all letters takes longer than the rest: not again and again.
	 */
	for (size_t i = ROW_K501; i <= ROW_K506; i++) {
		if (!saw_something(d, &rules[i]))
			put(c, &rules[i], LEVEL_OFF);
	}
	for (size_t i = 0; i < nrules; i++) {
		if (saw_something(d, &rules[i]))
			try_rule(c, &rules[i], d);
	}
	/* Rules that saw nothing, off, are not missed. */
	for (size_t i = 0; i < nrules; i++) {
		if (!saw_something(d, &rules[i]))
			put(c, &rules[i], LEVEL_OFF);
	}
	compare(c, d, NULL, PUT_OFF);
}

#endif
