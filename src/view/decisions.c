/* SPDX-License-Identifier: MIT */
#include "view/view_int.h"

void
put_tasks(struct making *m, struct value *g, const struct tally *t)
{
	const struct {
		const char *name;
		int n;
	} figures[] = {
		{ "tasks", t->all_tasks },
		{ "tasks-done", t->tasks[TASK_DONE] + t->tasks[TASK_LATE] },
		{ "tasks-in-time", t->tasks[TASK_DONE] },
		{ "tasks-late", t->tasks[TASK_LATE] },
		{ "tasks-open", t->tasks[TASK_OPEN] },
		{ "tasks-overdue", t->tasks[TASK_OVERDUE] },
		{ "tasks-extended", t->extended },
		{ "tasks-dropped", t->tasks[TASK_DROPPED] },
	};

	for (size_t i = 0; i < sizeof(figures) / sizeof(figures[0]); i++)
		put_number(m, g, figures[i].name, figures[i].n);
}

void
put_due(struct making *m, struct value *g, const struct term *t)
{
	if (t->kind == TERM_DAY)
		put_date(m, g, "due", t->last, t->at);
	else if (t->kind)
		put_text(m, g, "term", term_text(m->arena, t), t->at);
}

static const struct words standing_word = WORDS(
    "in progress, standing", "выполняется постоянно", "туруктуу аткарылууда");

/* What was done after the as-of is not done yet. */
static void
put_task(struct making *m, struct value *session, const struct session *s,
    const struct item *item, const struct decision *d)
{
	struct value *v = list_add(m, session, "tasks");
	enum task_state state = decision_state(d, m->paper->date);

	put_text(m, v, "number", decision_id(m->arena, s, item, d), d->at);
	put_prose(m, v, "text", &d->text);
	put_refs(m, v, "responsible", &d->responsible);
	put_due(m, v, &d->due);
	if (d->extended.n)
		put_date(m, v, "extended", LIST_LAST(&d->extended)->d,
		    LIST_LAST(&d->extended)->at);
	put_words(m, v, "state",
	    state == TASK_OPEN && decision_is_standing(d) ? &standing_word
							  : &task_words[state]);
	if (state == TASK_DONE || state == TASK_LATE)
		put_date(m, v, "done", d->done.d, d->done.at);
	if (state == TASK_DROPPED)
		put_written(m, v, "dropped", &d->dropped);
}

/* A session without tasks has nothing to be followed up. */
static void
put_control(struct making *m, struct value *g, const struct session *s)
{
	struct value *v = NULL;

	for (size_t i = 0; i < s->items.n; i++) {
		const struct item *item = &s->items.at[i];

		for (size_t k = 0; k < item->decisions.n; k++) {
			const struct decision *d = &item->decisions.at[k];

			if (item->is_withdrawn || !decision_is_task(d))
				continue;
			if (!v)
				v = list_add(m, g, "sessions");
			put_task(m, v, s, item, d);
		}
	}
	if (!v)
		return;
	if (session_number(s) > 0)
		put_number(m, v, "protocol", session_number(s));
	put_date(m, v, "date", session_date(s), s->date.at);
}

void
put_decisions(struct making *m, struct value *g)
{
	struct tally t;

	tally_count(&t, m->arena, m->paper->year, m->paper->date);
	put_officers(m, g, &t);
	put_date(m, g, "date", m->paper->date, (struct span){ .src = NULL });
	for (size_t i = 0; i < t.sessions.n; i++)
		put_control(m, g, t.sessions.at[i]);
	put_tasks(m, g, &t);
}
