/* SPDX-License-Identifier: MIT */
/* One screen on a school year: each clause with its verdict and what proves
 * it, the quarters, the plan, the tasks, and what must happen next. */
#include "cli/cli.h"
#include "desk/desk.h"
#include "view/view.h"

enum {
	NUMBER = 6,   /* columns of a clause's number */
	VERDICT = 18, /* of its verdict */
	TEXT = 2 + NUMBER + VERDICT,
	STEPS = 7,   /* how many are listed; kengesh due has them all */
	FINDINGS = 3 /* of a clause; kengesh check has them all */
};

static const struct words head = TEXT("School year %1, as of %2");
static const struct words quarters_head = TEXT("Sessions");
static const struct words quarter_line = TEXT("quarter %1");
static const struct words no_quarter = TEXT("in no quarter");
static const struct words plan_line = TEXT("Plan");
static const struct words plan_figures =
    TEXT("items %1, done %2, open %3, of these past their day %4");
static const struct words tasks_line = TEXT("Tasks");
static const struct words task_figures =
    TEXT("%1; done in time %2, late %3; open %4, overdue %5, dropped %6");
static const struct words next_head = TEXT("What must happen next");
static const struct words nothing_next = TEXT("nothing");
static const struct words more_steps = TEXT("and %1 more: kengesh due");
static const struct words more_findings = TEXT("and %1 more: kengesh check");
static const struct words other_findings =
    TEXT("Beside the clauses: errors %1, warnings %2: kengesh check");
static const struct words waived_by = TEXT("waived: %1");
static const struct words until = TEXT("by %1: %2");

static const char *const colours[VERDICT_MAX] = {
	[VERDICT_KEPT] = "\033[32m",
	[VERDICT_NOT_DUE] = "",
	[VERDICT_DUE_SOON] = "\033[33m",
	[VERDICT_BROKEN] = "\033[1;31m",
	[VERDICT_WAIVED] = "\033[36m",
	[VERDICT_UNPROVABLE] = "\033[33m",
};

struct screen {
	struct arena *a;
	enum lang lang;
	bool colour;
	struct str prefix; /* before paths */
};

static struct str
figures(const struct screen *w, struct date d)
{
	return date_text(w->a, d, DATE_FIGURES, w->lang);
}

static void
coloured(const struct screen *w, const char *colour, struct str s)
{
	bool on = w->colour && *colour;

	print_raw(str_from(on ? colour : ""));
	print_text(s);
	print_raw(str_from(on ? "\033[0m" : ""));
}

/* --- clauses ------------------------------------------------------------ */

/* What stands behind a verdict, a line each; `column` is where the first one
 * begins. */
struct paragraph {
	size_t column;
};

static void
line(struct paragraph *p, struct str s)
{
	print_spaces(TEXT - p->column);
	p->column = 0;
	print_wrapped(s, TEXT);
}

static void
print_evidence(const struct screen *w, struct paragraph *p,
    const struct clauses *l, const struct clause_state *k)
{
	struct strbuf b;

	buf_init(&b, w->a);
	for (size_t i = 0; i < k->evidence.n; i++) {
		if (i)
			buf_add(&b, STR("; "));
		buf_add(&b, view_evidence(w->a, &l->year->council,
				&k->evidence.at[i], w->lang));
	}
	if (b.n)
		line(p, buf_str(&b));
}

static void
print_finding(const struct screen *w, struct paragraph *p, const struct diag *g)
{
	struct place at = source_place(g->at);
	struct str text =
	    msg_text(w->a, &g->message->text, w->lang, g->args, g->nargs);

	line(p, str_printf(w->a, "%s %s: " STR_FMT " (" STR_FMT STR_FMT ":%zu)",
		    words_in(&severity_words[g->severity], w->lang),
		    g->message->code, STR_ARG(text), STR_ARG(w->prefix),
		    STR_ARG(g->at.src->path), at.line));
}

static void
print_findings(
    const struct screen *w, struct paragraph *p, const struct clause_state *k)
{
	size_t n = 0;

	for (size_t i = 0; i < k->findings.n; i++) {
		const struct diag *g = k->findings.at[i];

		if (g->waived.n || g->severity == SEV_NOTE)
			continue;
		if (n++ < FINDINGS)
			print_finding(w, p, g);
	}
	if (n > FINDINGS)
		line(p, msg_text(w->a, &more_findings, w->lang,
			    ARGS(arg_number(w->a, (int64_t)n - FINDINGS))));
}

static void
print_clause(const struct screen *w, const struct clauses *l,
    const struct clause_state *k)
{
	struct str word =
	    str_from(words_in(&verdict_words[k->verdict], w->lang));
	struct paragraph p = { 2 + NUMBER + columns_of(word) };

	print_spaces(2);
	print_padded(k->number, NUMBER);
	coloured(w, colours[k->verdict], word);
	print_evidence(w, &p, l, k);
	print_findings(w, &p, k);
	for (size_t i = 0; i < k->waivers.n; i++)
		line(&p, msg_text(w->a, &waived_by, w->lang,
			     ARGS(arg_str(k->waivers.at[i]->reason.s))));
	if (k->next)
		line(&p, msg_text(w->a, &until, w->lang,
			     ARGS(arg_str(figures(w, k->next->by)),
				 arg_str(msg_text(w->a, &k->next->text, w->lang,
				     k->next->args, k->next->nargs)))));
	if (p.column)
		print_end();
}

/* How many clauses have each verdict. */
static void
print_sum(const struct screen *w, const struct clauses *l)
{
	const char *between = "";

	for (int v = 0; v < VERDICT_MAX; v++) {
		int n = 0;

		for (size_t i = 0; i < l->list.n; i++)
			n += (int)l->list.at[i].verdict == v;
		if (!n)
			continue;
		print_text(str_from(between));
		coloured(w, colours[v],
		    str_printf(w->a, "%s: %d",
			words_in(&verdict_words[v], w->lang), n));
		between = ", ";
	}
	print_end();
	print_end();
}

/* --- the year ----------------------------------------------------------- */

/* The sessions that count to a quarter; -1: to none. */
static struct str
sessions_of(const struct screen *w, const struct clauses *l, int quarter)
{
	const struct year *y = l->year;
	struct strbuf b;
	bool in_break;

	buf_init(&b, w->a);
	for (size_t i = 0; i < y->sessions.n; i++) {
		const struct session *s = y->sessions.at[i];
		struct date d = session_date(s);

		if (!session_took_place_by(s, l->today) ||
		    year_quarter(y, d, &in_break) != quarter)
			continue;
		if (b.n)
			buf_add(&b, STR("; "));
		if (session_number(s))
			buf_printf(&b, "№ %d, ", session_number(s));
		buf_add(&b, figures(w, d));
		if (!session_has_minutes(s))
			buf_printf(
			    &b, ", %s", words_in(&view_no_minutes, w->lang));
	}
	return buf_str(&b);
}

static void
print_quarters(const struct screen *w, const struct clauses *l)
{
	const struct calendar *k = &l->year->calendar;

	print_end();
	print_line(str_from(words_in(&quarters_head, w->lang)));
	for (size_t i = 0; i < k->quarters.n; i++) {
		const struct quarter *q = &k->quarters.at[i];
		struct str held = sessions_of(w, l, (int)i);
		struct str name = msg_text(w->a, &quarter_line, w->lang,
		    ARGS(arg_number(w->a, q->number.v)));

		print_spaces(2);
		print_padded(name, 12);
		print_line(str_printf(w->a, STR_FMT "–" STR_FMT "  " STR_FMT,
		    STR_ARG(figures(w, q->from.d)),
		    STR_ARG(figures(w, q->to.d)),
		    STR_ARG(held.n ? held : STR("–"))));
	}

	struct str rest = sessions_of(w, l, -1);

	if (rest.n)
		print_line(str_printf(w->a, "  %s: " STR_FMT,
		    words_in(&no_quarter, w->lang), STR_ARG(rest)));
}

static void
print_row(const struct screen *w, const struct words *name,
    const struct words *text, const struct arg *args, size_t nargs)
{
	print_padded(str_from(words_in(name, w->lang)), 11);
	print_wrapped(msg_text(w->a, text, w->lang, args, nargs), 11);
}

static void
print_progress(const struct screen *w, const struct clauses *l)
{
	struct progress p = view_progress(w->a, l->year, l->today);

	print_end();
	print_row(w, &plan_line, &plan_figures,
	    ARGS(arg_number(w->a, p.plan), arg_number(w->a, p.plan_done),
		arg_number(w->a, p.plan - p.plan_done),
		arg_number(w->a, p.plan_late)));
	print_row(w, &tasks_line, &task_figures,
	    ARGS(arg_number(w->a, p.all_tasks),
		arg_number(w->a, p.tasks[TASK_DONE]),
		arg_number(w->a, p.tasks[TASK_LATE]),
		arg_number(w->a, p.tasks[TASK_OPEN]),
		arg_number(w->a, p.tasks[TASK_OVERDUE]),
		arg_number(w->a, p.tasks[TASK_DROPPED])));
}

static void
print_steps(const struct screen *w, const struct clauses *l)
{
	print_end();
	print_line(str_from(words_in(&next_head, w->lang)));
	if (!l->steps.n)
		print_line(
		    str_printf(w->a, "  %s", words_in(&nothing_next, w->lang)));
	for (size_t i = 0; i < l->steps.n && i < STEPS; i++) {
		const struct step *s = &l->steps.at[i];
		bool over = date_cmp(s->by, l->today) < 0;
		struct str text =
		    msg_text(w->a, &s->text, w->lang, s->args, s->nargs);

		print_spaces(2);
		coloured(w, over ? "\033[1;31m" : "", figures(w, s->by));
		print_spaces(2);
		print_padded(s->clause, NUMBER);
		print_wrapped(clipped(w->a, text, 100), 2 + 12 + NUMBER);
	}
	if (l->steps.n > STEPS) {
		struct str more = msg_text(w->a, &more_steps, w->lang,
		    ARGS(arg_number(w->a, (int64_t)l->steps.n - STEPS)));

		print_spaces(2);
		print_line(more);
	}
}

static void
print_year(const struct screen *w, const struct clauses *l)
{
	struct str title = msg_text(w->a, &head, w->lang,
	    ARGS(arg_str(year_text(w->a, l->year->first)),
		arg_str(figures(w, l->today))));

	coloured(w, "\033[1m", title);
	print_end();
	print_sum(w, l);
	for (size_t i = 0; i < l->list.n; i++)
		print_clause(w, l, &l->list.at[i]);
	if (l->others[SEV_ERROR] || l->others[SEV_WARNING]) {
		struct str text = msg_text(w->a, &other_findings, w->lang,
		    ARGS(arg_number(w->a, (int64_t)l->others[SEV_ERROR]),
			arg_number(w->a, (int64_t)l->others[SEV_WARNING])));

		print_spaces(2);
		print_wrapped(text, 2);
	}
	print_quarters(w, l);
	print_progress(w, l);
	print_steps(w, l);
}

/* Whether something said of this file is said of the year: it is not of another
 * one's. */
static bool
bears_on(struct str path, const struct school *s, const struct year *y)
{
	struct str rest, top = str_cut(path, '/', &rest);

	if (str_eq(top, y->folder))
		return true;
	for (size_t i = 0; i < s->years.n; i++) {
		if (str_eq(top, s->years.at[i]->folder))
			return false;
	}
	return true;
}

/* Counts what check says of the year that is no rule's: of how it was read, of
 * signatures and papers. */
static void
add_others(struct clauses *l, const struct opened *s)
{
	for (size_t i = 0; i < s->found.list.n; i++) {
		const struct diag *g = &s->found.list.at[i];

		l->others[g->severity] +=
		    !rule_of(g->message) &&
		    bears_on(g->at.src->path, s->school, l->year);
	}
}

/* --- the command -------------------------------------------------------- */

static enum outcome
status_one(const struct options *o, struct desk *desk, const struct target *t,
    struct arena *a, bool first)
{
	struct opened s;
	struct years years;

	desk_open_school(&s, desk, a, t->root.p, NULL);
	desk_try(&s);

	enum lang lang = lang_of(o, s.school);
	struct screen w = { a, lang, output_colours(o, stdout), t->prefix };
	enum outcome asked = years_asked(&years, a, o, t, s.school, lang);

	if (asked != OUTCOME_CLEAN)
		return say_refused(o, lang, t->prefix, &s.found)
			   ? OUTCOME_SYSTEM
			   : asked;
	for (size_t i = 0; i < years.n; i++) {
		struct clauses l;

		rules_clauses(&l, a, s.school, years.at[i], o->today);
		add_others(&l, &s);
		if (i || !first)
			print_end();
		if (t->prefix.n)
			print_line(t->prefix);
		print_year(&w, &l);
	}
	return say_faults(o, lang, t->prefix, &s);
}

enum outcome
status_run(const struct options *o)
{
	struct targets targets;
	struct desk desk;
	struct arena a;
	enum outcome worst = OUTCOME_CLEAN;

	enum outcome found = targets_of_folders(&targets, o);

	if (found != OUTCOME_CLEAN)
		return found;
	desk_open(&desk, o->run, o->words, o->today);
	arena_init(&a);
	for (size_t i = 0; i < targets.n; i++) {
		enum outcome r =
		    status_one(o, &desk, &targets.at[i], &a, i == 0);

		worst = r > worst ? r : worst;
		arena_reset(&a);
	}
	arena_done(&a);
	desk_close(&desk);
	return worst;
}
