/* SPDX-License-Identifier: MIT */
/*
 * Accepted deviations.  A waiver names a rule and a record, as in `plan.yaml
 * quarter 3`: a file, and words of which one is the %1 of the finding.  What
 * it covers stays in the list, but is not counted.
 */
#include "base/utf8.h"
#include "rules/rules_int.h"

/* Whether `name` is this file's path or the end of it. */
static bool
is_file(const struct source *file, struct str name)
{
	struct str path = file ? file->path : STR("");

	if (!str_ends(path, name))
		return false;
	return path.n == name.n || path.p[path.n - name.n - 1] == '/';
}

static bool
names_words(struct arena *a, struct str words, struct str subject)
{
	struct str wanted = text_folded_letters(a, subject);
	struct str rest = words;

	if (str_find(text_folded_letters(a, words), wanted) != SIZE_MAX &&
	    utf8_count(subject) > 3)
		return true;
	/* Short ones, numbers above all, as whole words: 1 is not in 11. */
	while (rest.n) {
		struct str word = str_cut(rest, ' ', &rest);

		if (str_eq(text_folded_letters(a, word), wanted))
			return true;
	}
	return false;
}

static bool
covers(struct arena *a, const struct waiver *w, const struct diag *g)
{
	struct str words;
	struct str file = str_cut(str_trim(w->record.s), ' ', &words);

	words = str_trim(words);
	if (!is_file(g->at.src, file) && !is_file(g->related.src, file))
		return false;
	return !words.n || (g->nargs && !g->args[0].words &&
			       names_words(a, words, g->args[0].text));
}

static bool
is_over(const struct check *c, const struct waiver *w)
{
	return date_is_set(w->until.d) && date_cmp(w->until.d, c->today) < 0;
}

static bool
is_turned(const struct waiver *w)
{
	return date_is_set(w->date.d) && date_is_set(w->until.d) &&
	       date_cmp(w->until.d, w->date.d) < 0;
}

const struct waiver *
waiver_find(const struct check *c, const struct diag *g)
{
	for (size_t i = 0; c->year && i < c->year->waivers.n; i++) {
		const struct waiver *w = &c->year->waivers.at[i];

		if (!rule_is_named(c->rule, w->rule.s) || !covers(c->a, w, g))
			continue;
		c->used[i] = true;
		if (!is_over(c, w) && !is_turned(w))
			return w;
	}
	return NULL;
}

/* A waiver is of a rule. */
void
check_waiver_rule(const struct year *y, struct check *c)
{
	for (size_t i = 0; i < y->waivers.n; i++) {
		const struct text *word = &y->waivers.at[i].rule;

		if (!word->at.src || rule_find(word->s))
			continue;

		const struct rule *near = rule_nearest(c->a, word->s);
		struct str name =
		    str_from(near ? near->message.code
				  : rule_row(ROW_K101)->message.code);

		struct diag *g =
		    found(c, word->at, ARGS(arg_str(word->s), arg_str(name)));

		g->fix = name;
		about_thing(g, &y->waivers.at[i]);
	}
}

/* It ends after it began. */
void
check_waiver_dates(const struct year *y, struct check *c)
{
	for (size_t i = 0; i < y->waivers.n; i++) {
		const struct waiver *w = &y->waivers.at[i];

		if (is_turned(w))
			about_thing(found(c, w->until.at,
					ARGS(arg_str(w->rule.s),
					    arg_date(c, w->until.d),
					    arg_date(c, w->date.d))),
			    w);
	}
}

/* It covers nothing behind its last day. */
void
check_waiver_expired(const struct year *y, struct check *c)
{
	for (size_t i = 0; i < y->waivers.n; i++) {
		const struct waiver *w = &y->waivers.at[i];

		if (c->used[i] && is_over(c, w))
			about_thing(found(c, w->until.at,
					ARGS(arg_str(w->rule.s),
					    arg_date(c, w->until.d))),
			    w);
	}
}

/* It covers something: nothing is kept for its own sake. */
void
check_waiver_unused(const struct year *y, struct check *c)
{
	for (size_t i = 0; i < y->waivers.n; i++) {
		const struct waiver *w = &y->waivers.at[i];

		/* A waiver without a rule was not read whole. */
		if (w->rule.at.src && !c->used[i])
			about_thing(
			    found(c, span_or(w->rule.at, y->waivers_source),
				ARGS(arg_str(w->rule.s))),
			    w);
	}
}
