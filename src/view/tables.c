/* SPDX-License-Identifier: MIT */
#include "view/view_int.h"

static const struct words word_total = WORDS("Total", "Итого", "Бардыгы");

/* A table that is computed: its columns, then its rows as texts. */
struct column {
	struct words head;
	enum align align;
};
struct table {
	struct making *m;
	struct blocks *blocks;
	const struct column *columns;
	size_t n;
};

static void
add_row(struct table *t, const struct str *cells, bool head, unsigned style)
{
	struct arena *a = t->m->arena;
	struct block *table = LIST_LAST(t->blocks);
	struct block *row = block_add(a, &table->kids, BLOCK_ROW);

	row->head = head;
	row->total = style & STYLE_BOLD;
	for (size_t i = 0; i < t->n; i++) {
		struct block *cell = block_add(a, &row->kids, BLOCK_CELL);

		cell->span = 1;
		cell->align = t->columns[i].align;
		if (cells[i].n == 0)
			continue;

		struct block *text = block_add(a, &cell->kids, BLOCK_PARAGRAPH);

		run_add(a, &text->runs, cells[i], style);
	}
}

static struct table
table_new(struct making *m, const struct column *columns, size_t n)
{
	struct table t = { m, ARENA_NEW(m->arena, struct blocks), columns, n };
	struct str *heads = ARENA_ARRAY(m->arena, struct str, n);

	block_add(m->arena, t.blocks, BLOCK_TABLE)->columns = (int)n;
	for (size_t i = 0; i < n; i++)
		heads[i] = str_from(words_in(&columns[i].head, m->lang));
	add_row(&t, heads, true, 0);
	return t;
}

static struct str
figure(struct making *m, int64_t n)
{
	return str_printf(m->arena, "%lld", (long long)n);
}

static struct str
share(struct making *m, int64_t part, int64_t whole)
{
	if (whole == 0)
		return STR("");
	return percent_text(m->arena, percent_tenths(part, whole));
}

/* --- sessions ----------------------------------------------------------- */

static struct str
session_quarter(struct making *m, const struct year *y, struct date d)
{
	bool in_break;
	int quarter = year_quarter(y, d, &in_break);

	if (quarter < 0)
		return STR("");
	return figure(m, y->calendar.quarters.at[quarter].number.v);
}

static int64_t
items_dealt_with(const struct session *s)
{
	int64_t n = 0;

	for (size_t i = 0; i < s->items.n; i++)
		n += !s->items.at[i].is_withdrawn;
	return n;
}

static void
add_session(struct table *t, const struct year *y, const struct session *s)
{
	struct making *m = t->m;
	struct date d = session_date(s);
	struct str cells[6] = {
		figure(m, session_number(s)),
		date_text(m->arena, d, DATE_FIGURES, m->lang),
		session_quarter(m, y, d),
	};

	if (s->readable) {
		struct attendance k = session_attendance(y, s);

		cells[3] = figure(m, items_dealt_with(s));
		cells[4] = str_printf(m->arena, "%d/%d", k.present, k.members);
		cells[5] = share(m, k.present, k.members);
	}
	add_row(t, cells, false, 0);
}

static const struct blocks *
sessions_table(struct making *m, const struct tally *tally)
{
	static const struct column columns[] = {
		{ WORDS("No.", "№", "№"), ALIGN_RIGHT },
		{ WORDS("Date", "Дата", "Күнү"), ALIGN_LEFT },
		{ WORDS("Quarter", "Четверть", "Чейрек"), ALIGN_RIGHT },
		{ WORDS("Items", "Вопросы", "Маселелер"), ALIGN_RIGHT },
		{ WORDS("Present", "Присутствовали", "Катышкандар"),
		    ALIGN_RIGHT },
		{ WORDS("Attendance", "Явка", "Катышуу"), ALIGN_RIGHT },
	};
	struct table t = table_new(m, columns, 6);
	const struct str total[6] = {
		[1] = str_from(words_in(&word_total, m->lang)),
		[3] = figure(m, tally->items),
		[4] =
		    str_printf(m->arena, "%d/%d", tally->present, tally->seats),
		[5] = share(m, tally->present, tally->seats),
	};

	for (size_t i = 0; i < tally->sessions.n; i++)
		add_session(&t, tally->year, tally->sessions.at[i]);
	add_row(&t, total, false, STYLE_BOLD);
	return t.blocks;
}

/* --- tasks -------------------------------------------------------------- */

static const struct blocks *
tasks_table(struct making *m, const struct tally *tally)
{
	static const struct column columns[] = {
		{ WORDS("Tasks", "Поручения", "Тапшырмалар"), ALIGN_LEFT },
		{ WORDS("Number", "Количество", "Саны"), ALIGN_RIGHT },
		{ WORDS("Share", "Доля", "Үлүшү"), ALIGN_RIGHT },
	};
	struct table t = table_new(m, columns, 3);
	const struct str total[] = { str_from(words_in(&word_total, m->lang)),
		figure(m, tally->all_tasks),
		share(m, tally->all_tasks, tally->all_tasks) };

	for (size_t i = 0; i < TASK_STATES; i++) {
		struct task_count k = task_count(tally, i);
		const struct str cells[] = { str_from(
						 words_in(k.name, m->lang)),
			figure(m, k.n), share(m, k.n, tally->all_tasks) };

		add_row(&t, cells, false, 0);
	}
	add_row(&t, total, false, STYLE_BOLD);
	return t.blocks;
}

static void
add_overdue(struct table *t, const struct tally *tally, const struct session *s,
    const struct item *item)
{
	struct making *m = t->m;

	for (size_t i = 0; i < item->decisions.n; i++) {
		const struct decision *d = &item->decisions.at[i];

		if (!decision_is_task(d) ||
		    decision_state(d, tally->as_of) != TASK_OVERDUE)
			continue;

		const struct str cells[] = { decision_id(m->arena, s, item, d),
			blocks_text(m->arena, &d->text.blocks),
			refs_text(m, &d->responsible),
			date_text(
			    m->arena, decision_due(d), DATE_FIGURES, m->lang) };

		add_row(t, cells, false, 0);
	}
}

/* Empty blocks where nothing is overdue: then nothing is printed. */
static const struct blocks *
overdue_table(struct making *m, const struct tally *tally)
{
	static const struct column columns[] = {
		{ WORDS("No.", "№", "№"), ALIGN_LEFT },
		{ WORDS("Task", "Поручение", "Тапшырма"), ALIGN_LEFT },
		{ WORDS("Responsible", "Ответственные", "Жооптуулар"),
		    ALIGN_LEFT },
		{ WORDS("Due", "Срок", "Мөөнөтү"), ALIGN_LEFT },
	};
	struct table t = table_new(m, columns, 4);

	for (size_t i = 0; i < tally->sessions.n; i++) {
		const struct session *s = tally->sessions.at[i];

		for (size_t k = 0; k < s->items.n; k++) {
			if (!s->items.at[k].is_withdrawn)
				add_overdue(&t, tally, s, &s->items.at[k]);
		}
	}
	if (tally->tasks[TASK_OVERDUE] == 0)
		return ARENA_NEW(m->arena, struct blocks);
	return t.blocks;
}

/* --- plan and functions ------------------------------------------------- */

static void
add_plan_row(
    struct table *t, struct str name, int rows, int done, unsigned style)
{
	const struct str cells[] = { name, figure(t->m, rows),
		figure(t->m, done), figure(t->m, rows - done),
		share(t->m, done, rows) };

	add_row(t, cells, false, style);
}

static const struct blocks *
plan_table(struct making *m, const struct tally *tally)
{
	static const struct column columns[] = {
		{ WORDS("Quarter", "Четверть", "Чейрек"), ALIGN_LEFT },
		{ WORDS("Planned", "Запланировано", "Пландалды"), ALIGN_RIGHT },
		{ WORDS("Done", "Выполнено", "Аткарылды"), ALIGN_RIGHT },
		{ WORDS("Open", "Осталось", "Калды"), ALIGN_RIGHT },
		{ WORDS("Share", "Доля", "Үлүшү"), ALIGN_RIGHT },
	};
	const struct plan *plan = &tally->year->plan;
	struct table t = table_new(m, columns, 5);

	for (size_t group = 0; group < plan_groups(tally->year); group++) {
		int rows, done;

		plan_count(&rows, &done, tally, group);
		if (rows)
			add_plan_row(
			    &t, plan_group_name(m, group), rows, done, 0);
	}
	add_plan_row(&t, str_from(words_in(&word_total, m->lang)),
	    (int)plan->items.n, tally->plan_done, STYLE_BOLD);
	return t.blocks;
}

/* In the regulation they are bullets, which end in marks. */
static struct str
without_mark(struct str s)
{
	while (s.n && (s.p[s.n - 1] == ';' || s.p[s.n - 1] == ',' ||
			  s.p[s.n - 1] == '.'))
		s.n--;
	return s;
}

static const struct blocks *
functions_table(struct making *m, const struct tally *tally)
{
	static const struct column columns[] = {
		{ WORDS("No.", "№", "№"), ALIGN_RIGHT },
		{ WORDS("Function", "Функция", "Функция"), ALIGN_LEFT },
		{ WORDS("Planned", "Запланировано", "Пландалды"), ALIGN_RIGHT },
		{ WORDS("Done", "Выполнено", "Аткарылды"), ALIGN_RIGHT },
		{ WORDS("Items", "Вопросы", "Маселелер"), ALIGN_RIGHT },
	};
	struct table t = table_new(m, columns, 5);

	for (size_t i = 0; i < tally->nfunctions; i++) {
		const struct function_use *use = &tally->functions[i];
		const struct str cells[] = { figure(m, (int64_t)i + 1),
			without_mark(
			    tally->year->regulation->functions.at[i].s),
			figure(m, use->planned), figure(m, use->done),
			figure(m, use->items) };

		add_row(&t, cells, false, 0);
	}
	if (tally->nfunctions == 0)
		return ARENA_NEW(m->arena, struct blocks);
	return t.blocks;
}

void
put_tables(struct making *m, struct value *g, const struct tally *t)
{
	static const struct {
		const char *name;
		const struct blocks *(*made)(
		    struct making *m, const struct tally *t);
	} tables[] = {
		{ "sessions-table", sessions_table },
		{ "tasks-table", tasks_table },
		{ "overdue-table", overdue_table },
		{ "plan-table", plan_table },
		{ "functions-table", functions_table },
		{ "attendance-chart", attendance_chart },
		{ "tasks-chart", tasks_chart },
		{ "plan-chart", plan_chart },
		{ "year-line", year_line },
	};

	for (size_t i = 0; i < sizeof(tables) / sizeof(tables[0]); i++)
		put_blocks(g, tables[i].name, tables[i].made(m, t));
}
