/* SPDX-License-Identifier: MIT */
#include "cli/cli.h"
#include "msg/grammar.h"

/* Which session, and which of its items, --session and --items ask for. */

static const struct words no_session =
    TEXT("no minutes for the extract: no such session was held; there are: %1");
static const struct words not_read =
    TEXT("%1: no extract, there are errors in the minutes");
static const struct words which_items =
    TEXT("%1: name the items of the extract with --items; there are: %2");
static const struct words no_item =
    TEXT("%1: there is no item %3; there are: %2");

bool
choice_session(const struct options *o, const struct session *s)
{
	if (o->session_number)
		return s && session_number(s) == o->session_number;
	if (date_is_set(o->session_date))
		return s && date_cmp(session_date(s), o->session_date) == 0;
	return true;
}

/* The last held session that is asked for, over all years, or NULL. */
static const struct session *
session_find(
    const struct year **year, const struct school *s, const struct options *o)
{
	const struct session *last = NULL;

	for (size_t i = 0; i < s->years.n; i++) {
		const struct year *y = s->years.at[i];

		for (size_t k = 0; k < y->sessions.n; k++) {
			const struct session *one = y->sessions.at[k];

			if (!session_has_minutes(one) ||
			    !choice_session(o, one))
				continue;
			last = one;
			*year = y;
		}
	}
	return last;
}

static struct str
session_names(struct arena *a, const struct school *s)
{
	struct strbuf b;

	buf_init(&b, a);
	for (size_t i = 0; i < s->years.n; i++) {
		const struct year *y = s->years.at[i];

		for (size_t k = 0; k < y->sessions.n; k++) {
			const struct session *one = y->sessions.at[k];

			if (!session_has_minutes(one))
				continue;
			if (b.n)
				buf_add(&b, STR(", "));
			buf_printf(&b, "%d (" STR_FMT ")", session_number(one),
			    STR_ARG(date_text(
				a, session_date(one), DATE_FIGURES, LANG_KY)));
		}
	}
	return b.n ? buf_str(&b) : STR("–");
}

static struct str
item_names(struct arena *a, const struct session *s)
{
	struct strbuf b;

	buf_init(&b, a);
	for (size_t i = 0; i < s->items.n; i++)
		buf_printf(&b, i ? ", %d" : "%d", s->items.at[i].number);
	return b.n ? buf_str(&b) : STR("–");
}

static bool
items_known(const struct session *s, const struct options *o, enum lang lang)
{
	struct arg args[] = { arg_str(s->source->path),
		arg_str(item_names(o->run, s)), arg_str(STR("")) };

	if (!o->items.n) {
		say(o, lang, &which_items, args, 2);
		return false;
	}
	for (size_t i = 0; i < o->items.n; i++) {
		if ((size_t)o->items.at[i] <= s->items.n)
			continue;
		args[2] = arg_number(o->run, o->items.at[i]);
		say(o, lang, &no_item, args, 3);
		return false;
	}
	return true;
}

enum outcome
choice_extract(struct papers *out, struct arena *a, const struct school *school,
    const struct options *o, enum lang lang)
{
	const struct year *y = NULL;
	const struct session *s = session_find(&y, school, o);

	if (!s) {
		say(o, lang, &no_session,
		    ARGS(arg_str(session_names(a, school))));
		return OUTCOME_USAGE;
	}
	if (!s->readable) {
		say(o, lang, &not_read, ARGS(arg_str(s->source->path)));
		return OUTCOME_FINDINGS;
	}
	if (!items_known(s, o, lang))
		return OUTCOME_USAGE;
	view_extract(out, a, school, y, s, &o->items);
	return OUTCOME_CLEAN;
}
