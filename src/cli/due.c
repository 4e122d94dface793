/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "cli/cli.h"
#include "desk/desk.h"

enum { DAY = 12, CLAUSE = 6, LEVEL = 16, TEXT = DAY + CLAUSE + LEVEL };

static const struct words over = TEXT("overdue");
static const struct words not_written =
    TEXT("the calendar is not written: not all records could be read");
static const struct words nothing = TEXT("%1: nothing is due");

static void
print_step(const struct clauses *l, const struct step *s, struct arena *a,
    struct str prefix, enum lang lang)
{
	bool late = date_cmp(s->by, l->today) < 0;
	const struct words *level = late ? &over : &severity_words[s->becomes];
	struct place at = source_place(s->at);

	print_padded(date_text(a, s->by, DATE_FIGURES, lang), DAY);
	print_padded(s->clause, CLAUSE);
	print_padded(str_from(words_in(level, lang)), LEVEL);
	print_wrapped(msg_text(a, &s->text, lang, s->args, s->nargs), TEXT);
	print_spaces(TEXT);
	print_line(str_printf(a, STR_FMT STR_FMT ":%zu:%zu (%s)",
	    STR_ARG(prefix), STR_ARG(s->at.src->path), at.line, at.col,
	    s->rule->message.code));
}

static void
print_list(
    const struct clauses *l, struct arena *a, struct str prefix, enum lang lang)
{
	for (size_t i = 0; i < l->steps.n; i++)
		print_step(l, &l->steps.at[i], a, prefix, lang);
}

/* One school: its steps in print, or into the calendar. */
static enum outcome
due_one(const struct options *o, struct desk *desk, const struct target *t,
    struct arena *a, struct strbuf *calendar)
{
	struct opened opened;
	struct years years;
	size_t n = 0;

	desk_open_school(&opened, desk, a, t->root.p, NULL);
	desk_try(&opened);

	const struct school *s = opened.school;
	enum lang lang = lang_of(o, s);
	enum outcome asked = years_asked(&years, a, o, t, s, lang);

	if (asked != OUTCOME_CLEAN)
		return say_refused(o, lang, t->prefix, &opened.found)
			   ? OUTCOME_SYSTEM
			   : asked;
	for (size_t i = 0; i < years.n; i++) {
		struct clauses l;

		rules_clauses(&l, a, s, years.at[i], o->today);
		n += l.steps.n;
		if (!o->ics)
			print_list(&l, a, t->prefix, lang);
		else if (l.steps.n && !calendar->n)
			calendar_begin(calendar,
			    wording_text(&s->council.name, lang), lang);
		if (o->ics)
			calendar_steps(calendar, s, &l, lang);
	}

	enum outcome faults = say_faults(o, lang, t->prefix, &opened);

	if (!n && !o->quiet && faults != OUTCOME_SYSTEM)
		say(o, lang, &nothing,
		    ARGS(arg_str(str_printf(
			a, STR_FMT "council.yaml", STR_ARG(t->prefix)))));
	return faults;
}

static enum outcome
write_calendar(const struct options *o, struct str bytes)
{
	int error;

	if (!o->out || strcmp(o->out, "-") == 0) {
		print_raw(bytes);
		return OUTCOME_CLEAN; /* main looks at stdout */
	}
	if (output_put(o, o->out, bytes, &error))
		return OUTCOME_CLEAN;
	say_unwritten(o, o->lang, o->out, error);
	return OUTCOME_SYSTEM;
}

enum outcome
due_run(const struct options *o)
{
	enum outcome worst = OUTCOME_CLEAN;
	struct targets targets;
	struct strbuf calendar;
	struct desk desk;
	struct arena a;

	enum outcome found = targets_of_folders(&targets, o);

	if (found != OUTCOME_CLEAN)
		return found;
	buf_init(&calendar, o->run);
	desk_open(&desk, o->run, o->words, o->today);
	arena_init(&a);
	for (size_t i = 0; i < targets.n; i++) {
		enum outcome r =
		    due_one(o, &desk, &targets.at[i], &a, &calendar);

		worst = r > worst ? r : worst;
		arena_reset(&a);
	}
	arena_done(&a);
	desk_close(&desk);
	/* A calendar is not replaced by a worse one, and one without an event
	 * is none (RFC 5545, 3.6). */
	if (o->ics && worst == OUTCOME_SYSTEM) {
		say(o, o->lang, &not_written, NO_ARGS);
	} else if (o->ics && calendar.n) {
		calendar_end(&calendar);
		enum outcome r = write_calendar(o, buf_str(&calendar));

		worst = r > worst ? r : worst;
	}
	return worst;
}
