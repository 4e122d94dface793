/* SPDX-License-Identifier: MIT */
#include "view/view_int.h"

const struct words task_words[TASK_STATES] = {
	[TASK_DONE] = WORDS("done", "выполнено", "аткарылды"),
	[TASK_LATE] = WORDS(
	    "done late", "выполнено с опозданием", "кечигүү менен аткарылды"),
	[TASK_OPEN] = WORDS("in progress", "выполняется", "аткарылууда"),
	[TASK_OVERDUE] = WORDS("overdue", "просрочено", "мөөнөтү өткөн"),
	[TASK_DROPPED] = WORDS("dropped", "снято с контроля", "күчүн жоготту"),
};

static const enum task_state counted[TASK_STATES] = {
	TASK_DONE,
	TASK_LATE,
	TASK_OPEN,
	TASK_OVERDUE,
	TASK_DROPPED,
};

struct task_count
task_count(const struct tally *t, size_t row)
{
	static const struct words in_time =
	    WORDS("done in time", "выполнено в срок", "мөөнөтүндө аткарылды");
	enum task_state state = counted[row];

	/* Beside those that were late. */
	return (struct task_count){
		state == TASK_DONE ? &in_time : &task_words[state],
		t->tasks[state],
	};
}

bool
tally_plan_done(const struct tally *t, const struct plan_item *item)
{
	struct date done = plan_item_done(t->year, item);

	return date_is_set(done) && date_cmp(done, t->as_of) <= 0;
}

static struct function_use *
function_find(struct tally *t, int number)
{
	bool known = number >= 1 && (size_t)number <= t->nfunctions;

	return known ? &t->functions[number - 1] : NULL;
}

static void
count_plan(struct tally *t)
{
	const struct plan *plan = &t->year->plan;

	for (size_t i = 0; i < plan->items.n; i++) {
		const struct plan_item *item = &plan->items.at[i];
		bool done = tally_plan_done(t, item);

		t->plan_done += done;
		for (size_t k = 0; k < item->functions.n; k++) {
			struct function_use *use =
			    function_find(t, item->functions.at[k].v);

			if (!use)
				continue;
			use->planned++;
			use->done += done;
		}
	}
}

/* An item serves the functions that it names, else those of its plan's row. */
static void
count_functions(struct tally *t, const struct item *item)
{
	const struct plan_item *row =
	    plan_item_numbered(&t->year->plan, item->plan.v);
	const struct number *at = item->functions.at;
	size_t n = item->functions.n;

	if (n == 0 && row) {
		at = row->functions.at;
		n = row->functions.n;
	}
	for (size_t i = 0; i < n; i++) {
		struct function_use *use = function_find(t, at[i].v);

		if (use)
			use->items++;
	}
}

static void
count_item(struct tally *t, const struct item *item)
{
	if (item->is_withdrawn)
		return;
	t->items++;
	count_functions(t, item);
	for (size_t i = 0; i < item->decisions.n; i++) {
		const struct decision *decision = &item->decisions.at[i];

		t->decisions++;
		if (!decision_is_task(decision))
			continue;
		t->all_tasks++;
		t->tasks[decision_state(decision, t->as_of)]++;
		t->extended += decision->extended.n > 0;
	}
}

static void
count_session(struct tally *t, struct arena *a, const struct session *s)
{
	struct attendance n = session_attendance(t->year, s);

	*LIST_ADD(a, &t->sessions) = s;
	if (!s->readable)
		return;
	t->present += n.present;
	t->seats += n.members;
	for (size_t i = 0; i < s->items.n; i++)
		count_item(t, &s->items.at[i]);
}

void
tally_count(
    struct tally *out, struct arena *a, const struct year *y, struct date as_of)
{
	*out = (struct tally){ .year = y, .as_of = as_of };
	out->nfunctions = (size_t)year_functions(y);
	out->functions = ARENA_ARRAY(a, struct function_use, out->nfunctions);
	for (size_t i = 0; i < y->sessions.n; i++) {
		const struct session *s = y->sessions.at[i];

		if (session_has_minutes(s) &&
		    date_cmp(session_date(s), as_of) <= 0)
			count_session(out, a, s);
	}
	if (out->sessions.n)
		session_members(
		    &out->members, a, y, *LIST_LAST(&out->sessions));
	count_plan(out);
}

static bool
is_past(const struct plan_item *item, struct date day)
{
	struct date last = plan_item_last(item);

	return date_is_set(last) && date_cmp(last, day) < 0;
}

struct progress
view_progress(struct arena *a, const struct year *y, struct date today)
{
	struct progress p = { .plan = (int)y->plan.items.n };
	struct tally t;

	tally_count(&t, a, y, today);
	p.plan_done = t.plan_done;
	for (size_t i = 0; i < y->plan.items.n; i++)
		p.plan_late += !tally_plan_done(&t, &y->plan.items.at[i]) &&
			       is_past(&y->plan.items.at[i], today);
	for (int i = 0; i < TASK_STATES; i++)
		p.tasks[i] = t.tasks[i];
	p.all_tasks = t.all_tasks;
	return p;
}

void
plan_count(int *rows, int *done, const struct tally *tally, size_t group)
{
	const struct plan *plan = &tally->year->plan;

	*rows = *done = 0;
	for (size_t i = 0; i < plan->items.n; i++) {
		const struct plan_item *item = &plan->items.at[i];

		if (plan_group(tally->year, item) != group)
			continue;
		++*rows;
		*done += tally_plan_done(tally, item);
	}
}
