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
/* What a regulation asked before it was changed. */
struct asked {
	struct regulation *of;
	struct requirement *at;
	size_t n, cap;
};
struct causes {
	struct arena *a;
	struct school *school;
	struct diags read; /* what the reader said */
	struct date today;
	LIST(struct asked) asked;
	size_t *waivers; /* how many each year has by itself */
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
	/* They look at what the school asks of rules: that is changed here. */
	if (change != WAIVED && row >= ROW_K113 && row <= ROW_K115)
		return true;
	return (change == PUT_OFF || change == WAIVED) &&
	       (row == ROW_K161 || row == ROW_K162);
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
asked_add(struct causes *c, struct regulation *r)
{
	for (size_t i = 0; i < c->asked.n; i++) {
		if (c->asked.at[i].of == r)
			return;
	}
	*LIST_ADD(c->a, &c->asked) =
	    (struct asked){ r, r->requires.at, r->requires.n, r->requires.cap };
}

/* The level stands before all else that the regulation asks of the rule. */
static inline void
put(struct causes *c, const struct rule *r, enum level level)
{
	for (size_t i = 0; i < c->asked.n; i++) {
		struct regulation *g = c->asked.at[i].of;
		const struct requirement *old = requirement_find(g, r);
		size_t n = g->requires.n;
		struct requirement *all =
		    ARENA_ARRAY(c->a, struct requirement, n + 1);

		if (old)
			all[0] = *old;
		all[0].rule.s = str_from(r->message.code);
		all[0].rule.at = source_span(g->source, 0, 0);
		all[0].level = level;
		for (size_t k = 0; k < n; k++)
		all[k + 1] = g->requires.at[k];
		g->requires.at = all;
		g->requires.n = g->requires.cap = n + 1;
	}
}

static inline void
put_back(struct causes *c)
{
	for (size_t i = 0; i < c->asked.n; i++) {
		const struct asked *old = &c->asked.at[i];

		old->of->requires.at = old->at;
		old->of->requires.n = old->n;
		old->of->requires.cap = old->cap;
	}
}

/* A waiver for each file in which the rule found something. */
static inline void
waive_all(struct causes *c, struct year *y, const struct rule *r,
    const struct diags *d)
{
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

/* Whether a rule was changed as was asked: it says nothing, or what it says is
 * waived, or a note. */
static inline bool
is_changed(const struct diags *d, const struct rule *r, enum change change)
{
	for (size_t i = 0; i < d->list.n; i++) {
		const struct diag *g = &d->list.at[i];

		if (g->message != &r->message)
			continue;
		if (change == PUT_OFF ||
		    (change == PUT_NOTE && g->severity != SEV_NOTE) ||
		    (change == WAIVED && r->on != ON_SCHOOL && !g->waived.n))
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

	bool changed = !r || is_changed(&d, r, change);

	c->judged++;
	if (same_seen(&want.all, &got.all) && !got.hidden && changed)
		return;
	c->hidden++;
	printf("FAILED %s %s: %s\n", r ? r->message.code : "all silent ones",
	    names[change],
	    !changed     ? "it speaks as before"
	    : got.hidden ? "a fault hides behind a lesser one"
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
	const struct school *s = c->school;

	for (enum change k = 0; k < CHANGES; k++) {
		if (k != WAIVED) {
			put(c, r, levels[k]);
			compare(c, d, r, k);
			put_back(c);
			continue;
		}
		for (size_t i = 0; i < s->years.n; i++)
			waive_all(c, s->years.at[i], r, d);
		compare(c, d, r, k);
		for (size_t i = 0; i < s->years.n; i++)
			s->years.at[i]->waivers.n = c->waivers[i];
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
	c->school = reader_school(c->a, w->words, ".", NULL, NULL, 0, &c->read);
	c->asked.at = NULL;
	c->asked.n = c->asked.cap = 0;
	asked_add(c, &c->school->regulation);
	c->waivers = ARENA_ARRAY(c->a, size_t, c->school->years.n);
	for (size_t i = 0; i < c->school->years.n; i++) {
		struct year *y = c->school->years.at[i];

		if (y->regulation)
			asked_add(c, y->regulation);
		c->waivers[i] = y->waivers.n;
	}
	judge_again(out, c);
}

/* `d` is what all saw in it. */
static inline void
try_causes(struct causes *c, const struct diags *d)
{
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
	put_back(c);
}

#endif
