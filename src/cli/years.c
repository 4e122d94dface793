/* SPDX-License-Identifier: MIT */
#include "cli/cli.h"

/* Which school years status and due speak of. */

static const struct words no_year =
    TEXT("%1: the school has no such year; there are: %2");

static const struct words no_years =
    TEXT("%1: no school year was read; see kengesh check");

static struct str
year_names(struct arena *a, const struct school *s)
{
	struct strbuf b;

	buf_init(&b, a);
	for (size_t i = 0; i < s->years.n; i++) {
		if (i)
			buf_add(&b, STR(", "));
		buf_add(&b, s->years.at[i]->folder);
	}
	return b.n ? buf_str(&b) : STR("–");
}

static bool
is_named(const struct options *o, const struct year *y)
{
	for (size_t i = 0; i < o->operands.n; i++) {
		if (str_eq(y->folder, str_from(o->operands.at[i])))
			return true;
	}
	return false;
}

static bool
is_known(const struct school *s, const char *name)
{
	for (size_t i = 0; i < s->years.n; i++) {
		if (str_eq(s->years.at[i]->folder, str_from(name)))
			return true;
	}
	return false;
}

enum outcome
years_asked(struct years *out, struct arena *a, const struct options *o,
    const struct target *t, const struct school *s, enum lang lang)
{
	*out = (struct years){ 0 };
	for (size_t i = 0; i < o->operands.n; i++) {
		if (is_known(s, o->operands.at[i]))
			continue;
		say(o, lang, &no_year,
		    ARGS(arg_str(str_from(o->operands.at[i])),
			arg_str(year_names(a, s))));
		return OUTCOME_USAGE;
	}
	if (!s->years.n) {
		say(o, lang, &no_years,
		    ARGS(arg_str(str_printf(
			a, STR_FMT "council.yaml", STR_ARG(t->prefix)))));
		return OUTCOME_FINDINGS;
	}
	for (size_t i = 0; i < s->years.n; i++) {
		const struct year *y = s->years.at[i];
		bool last = i + 1 == s->years.n && !out->n;

		if (o->operands.n ? is_named(o, y)
				  : last || !year_is_over(y, o->today))
			*LIST_ADD(a, out) = y;
	}
	return OUTCOME_CLEAN;
}
