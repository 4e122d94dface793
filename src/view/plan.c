/* SPDX-License-Identifier: MIT */
#include "view/view_int.h"

static const struct words word_quarter =
    WORDS("Quarter %1", "%1 четверть", "%1-чейрек");
static const struct words word_before = WORDS("Before the school year",
    "До начала учебного года", "Окуу жылы башталганга чейин");
static const struct words word_after = WORDS("After the school year",
    "После окончания учебного года", "Окуу жылы аяктагандан кийин");
static const struct words word_all_year =
    WORDS("Throughout the year", "В течение года", "Жыл бою");

const struct session *
plan_session(const struct year *y)
{
	for (size_t i = 0; i < y->sessions.n; i++) {
		const struct session *s = y->sessions.at[i];

		if (session_has_minutes(s) &&
		    session_duty(s, DUTY_APPROVE_PLAN))
			return s;
	}
	return NULL;
}

/* 05.09.2025; 08–12.12.2025; 26.01–06.02.2026; whole where years differ. */
struct str
dates_text(struct arena *a, struct date from, struct date to)
{
	if (!date_is_set(to) || date_cmp(from, to) == 0)
		return date_text(a, from, DATE_FIGURES, LANG_KY);
	if (!date_is_set(from))
		return date_text(a, to, DATE_FIGURES, LANG_KY);

	struct str end = date_text(a, to, DATE_FIGURES, LANG_KY);

	if (from.year != to.year)
		return str_printf(a, STR_FMT "–" STR_FMT,
		    STR_ARG(date_text(a, from, DATE_FIGURES, LANG_KY)),
		    STR_ARG(end));
	if (from.month != to.month)
		return str_printf(a, "%02d.%02d–" STR_FMT, from.day, from.month,
		    STR_ARG(end));
	return str_printf(a, "%02d–" STR_FMT, from.day, STR_ARG(end));
}

struct str
term_text(struct arena *a, const struct term *t)
{
	return t->typed.s.n ? t->typed.s : dates_text(a, t->first, t->last);
}

/* --- groups ------------------------------------------------------------- */

struct str
quarter_name(struct making *m, const struct quarter *q)
{
	const struct arg number = arg_number(m->arena, q->number.v);

	return msg_text(m->arena, &word_quarter, m->lang, &number, 1);
}

struct str
plan_group_name(struct making *m, size_t group)
{
	const struct year *y = m->paper->year;
	size_t n = y->calendar.quarters.n;
	const struct words *w = &word_all_year;

	if (group >= 1 && group <= n)
		return quarter_name(m, &y->calendar.quarters.at[group - 1]);
	if (group == 0)
		w = &word_before;
	else if (group == n + 1)
		w = &word_after;
	return str_from(words_in(w, m->lang));
}

/* --- the paper ---------------------------------------------------------- */

static struct str
functions_text(struct making *m, const struct plan_item *item)
{
	struct strbuf b;

	buf_init(&b, m->arena);
	for (size_t i = 0; i < item->functions.n; i++)
		buf_printf(&b, i ? ", %d" : "%d", item->functions.at[i].v);
	return buf_str(&b);
}

/* What is recorded as the year goes on; a paper of an earlier day has none of
 * it. */
static void
put_fulfilment(struct making *m, struct value *v, const struct plan_item *item)
{
	struct date done = plan_item_done(m->paper->year, item);
	struct date until = m->paper->until;

	if (date_is_set(until) &&
	    (!date_is_set(done) || date_cmp(done, until) > 0))
		return;
	put_date(m, v, "done", done, item->done.at);
	put_written(m, v, "note", &item->note);
}

static void
put_when(struct making *m, struct value *v, const struct plan_item *item)
{
	struct span at = item->from.at.src ? item->from.at : item->to.at;

	if (item->date.kind)
		put_text(m, v, "when", term_text(m->arena, &item->date),
		    item->date.at);
	else
		put_text(m, v, "when",
		    dates_text(m->arena, item->from.d, item->to.d), at);
}

/* The topics as a numbered list, for a cell or a paragraph of its own. */
static void
put_topics(struct making *m, struct value *v, const struct texts *topics)
{
	struct blocks *blocks = ARENA_NEW(m->arena, struct blocks);
	struct block *list;

	put_lines(m, v, "topics", topics);
	if (!topics->n)
		return;
	list = block_add(m->arena, blocks, BLOCK_LIST);
	list->ordered = true;
	list->start = 1;
	list->at = topics->at[0].at;
	for (size_t i = 0; i < topics->n; i++) {
		const struct text *t = &topics->at[i];
		struct block *item =
		    block_add(m->arena, &list->kids, BLOCK_ITEM);
		struct block *line =
		    block_add(m->arena, &item->kids, BLOCK_PARAGRAPH);

		item->at = line->at = t->at;
		run_add(m->arena, &line->runs, spaces_kept(m->arena, t->s), 0)
		    ->at = t->at;
	}
	put_blocks(v, "topics-list", blocks);
}

static void
put_row(struct making *m, struct value *group, const struct plan_item *item)
{
	struct value *v = list_add(m, group, "items");

	put_number(m, v, "number", item->number.v);
	put_written(m, v, "activity", &item->activity);
	put_topics(m, v, &item->topics);
	put_when(m, v, item);
	put_refs(m, v, "responsible", &item->responsible);
	put_written(m, v, "result", &item->result);
	put_text(m, v, "functions", functions_text(m, item), item->at);
	put_written(m, v, "added", &item->added);
	put_fulfilment(m, v, item);
}

static void
put_groups(struct making *m, struct value *g)
{
	const struct year *y = m->paper->year;
	struct plan_order order;
	size_t before = SIZE_MAX;
	struct value *v = NULL;

	plan_in_order(&order, m->arena, y);
	for (size_t i = 0; i < order.n; i++) {
		size_t group = plan_group(y, order.at[i]);

		if (group != before) {
			v = list_add(m, g, "groups");
			put_text(m, v, "name", plan_group_name(m, group),
			    (struct span){ .src = NULL });
			before = group;
		}
		put_row(m, v, order.at[i]);
	}
}

void
put_plan(struct making *m, struct value *g)
{
	const struct year *y = m->paper->year;
	const struct session *s = plan_session(y);
	const struct member *chair = chair_on(y, m->paper->date);

	put_chair(m, g, chair, chair ? &chair->person : NULL);
	put_written(m, g, "theme", &y->plan.theme);
	put_written(m, g, "goal", &y->plan.goal);
	put_lines(m, g, "tasks", &y->plan.tasks);
	if (s) {
		struct value *v = value_in(g, "considered", VALUE_GROUP);

		put_date(m, v, "date", session_date(s), s->date.at);
		if (session_number(s) > 0)
			put_text(m, v, "protocol",
			    str_printf(m->arena, "%d", session_number(s)),
			    s->protocol.at);
	}
	put_stamp(m, g, "approved", &y->plan.approved);
	put_groups(m, g);
}
