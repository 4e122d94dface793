/* SPDX-License-Identifier: MIT */
#include "doc/chart.h"
#include "view/view_int.h"

/* What a report counts, drawn. */

static const struct blocks *
chart_blocks(struct making *m, const struct chart *c)
{
	struct blocks *out = ARENA_NEW(m->arena, struct blocks);

	block_add(m->arena, out, BLOCK_CHART)->chart = c;
	return out;
}

static const struct blocks *
no_blocks(struct making *m)
{
	return ARENA_NEW(m->arena, struct blocks);
}

static struct chart *
chart_new(struct making *m, enum chart_kind kind, const struct words *title)
{
	struct chart *c = ARENA_NEW(m->arena, struct chart);

	c->kind = kind;
	c->title = str_from(words_in(title, m->lang));
	return c;
}

static void
series_add(struct making *m, struct chart *c, const struct words *name)
{
	LIST_ADD(m->arena, &c->series)->name =
	    str_from(words_in(name, m->lang));
}

static void
figure_add(
    struct making *m, struct chart *c, size_t series, int64_t v, struct str s)
{
	*LIST_ADD(m->arena, &c->series.at[series].figures) =
	    (struct chart_figure){ v, s };
}

static void
count_add(struct making *m, struct chart *c, size_t series, int n)
{
	figure_add(
	    m, c, series, (int64_t)n * 1000, str_printf(m->arena, "%d", n));
}

static struct str
session_label(struct making *m, const struct session *s)
{
	if (session_number(s) <= 0)
		return STR("");
	return str_printf(m->arena, "№\u00a0%d", session_number(s));
}

const struct blocks *
attendance_chart(struct making *m, const struct tally *t)
{
	static const struct words title =
	    WORDS("Attendance", "Явка", "Катышуу");
	struct chart *c = chart_new(m, CHART_BARS, &title);

	series_add(m, c, &title);
	c->percent = true;
	for (size_t i = 0; i < t->sessions.n; i++) {
		const struct session *s = t->sessions.at[i];
		struct str name = session_label(m, s);
		struct attendance n = session_attendance(t->year, s);

		if (!s->readable || !n.members)
			continue;

		int tenths = percent_tenths(n.present, n.members);

		figure_add(m, c, 0, (int64_t)tenths * 100,
		    percent_text(m->arena, tenths));
		*LIST_ADD(m->arena, &c->labels) = str_printf(m->arena,
		    STR_FMT "%s" STR_FMT, STR_ARG(name), name.n ? ", " : "",
		    STR_ARG(date_text(
			m->arena, session_date(s), DATE_FIGURES, m->lang)));
	}
	if (!c->labels.n)
		return no_blocks(m);
	c->alt = chart_text(m->arena, c, m->lang);
	return chart_blocks(m, c);
}

const struct blocks *
tasks_chart(struct making *m, const struct tally *t)
{
	static const struct words title =
	    WORDS("Tasks", "Поручения", "Тапшырмалар");
	struct chart *c = chart_new(m, CHART_BARS, &title);

	if (!t->all_tasks)
		return no_blocks(m);
	series_add(m, c, &title);
	for (size_t i = 0; i < TASK_STATES; i++) {
		struct task_count k = task_count(t, i);

		*LIST_ADD(m->arena, &c->labels) =
		    str_from(words_in(k.name, m->lang));
		count_add(m, c, 0, k.n);
	}
	c->alt = chart_text(m->arena, c, m->lang);
	return chart_blocks(m, c);
}

const struct blocks *
plan_chart(struct making *m, const struct tally *t)
{
	static const struct words title =
	    WORDS("Plan of the year", "План на год", "Жылдык план");
	static const struct words names[] = {
		WORDS("done", "выполнено", "аткарылды"),
		WORDS("open", "осталось", "калды"),
	};
	struct chart *c = chart_new(m, CHART_BARS, &title);

	series_add(m, c, &names[0]);
	series_add(m, c, &names[1]);
	for (size_t group = 0; group < plan_groups(t->year); group++) {
		int rows, done;

		plan_count(&rows, &done, t, group);
		if (!rows)
			continue;
		*LIST_ADD(m->arena, &c->labels) = plan_group_name(m, group);
		count_add(m, c, 0, done);
		count_add(m, c, 1, rows - done);
	}
	if (!c->labels.n)
		return no_blocks(m);
	c->alt = chart_text(m->arena, c, m->lang);
	return chart_blocks(m, c);
}

/* --- the year as a line ------------------------------------------------- */

/* From September to August. */
static const struct words months[] = {
	WORDS("Sep", "сен.", "сен."),
	WORDS("Oct", "окт.", "окт."),
	WORDS("Nov", "ноя.", "ноя."),
	WORDS("Dec", "дек.", "дек."),
	WORDS("Jan", "янв.", "янв."),
	WORDS("Feb", "фев.", "фев."),
	WORDS("Mar", "мар.", "мар."),
	WORDS("Apr", "апр.", "апр."),
	WORDS("May", "май", "май"),
	WORDS("Jun", "июн.", "июн."),
	WORDS("Jul", "июл.", "июл."),
	WORDS("Aug", "авг.", "авг."),
};

/* A year's line being made, and its words. */
struct year_drawn {
	struct making *m;
	const struct year *year;
	struct chart *chart;
	bool due[366]; /* by day: a task is */
	struct strbuf alt;
};

static struct date
first_day(const struct year *y, int months_on)
{
	int month = 8 + months_on; /* from 0, January of the first year */

	return (struct date){ (int16_t)(y->first + month / 12),
		(int8_t)(month % 12 + 1), 1 };
}

/* The day of the line; what lies beyond it is drawn at its end. */
static int
day_of(const struct year_drawn *d, struct date date)
{
	int day = date_days(date) - date_days(first_day(d->year, 0));

	if (day < 0)
		return 0;
	return day < d->chart->days ? day : d->chart->days - 1;
}

static void
stretch_add(struct year_drawn *d, const struct quarter *q)
{
	struct arena *a = d->m->arena;
	struct chart_stretch *s = LIST_ADD(a, &d->chart->quarters);

	s->from = day_of(d, q->from.d);
	s->to = day_of(d, q->to.d) + 1;
	s->label = quarter_name(d->m, q);
	buf_printf(&d->alt, "; " STR_FMT " – " STR_FMT, STR_ARG(s->label),
	    STR_ARG(dates_text(a, q->from.d, q->to.d)));
}

static void
session_add(struct year_drawn *d, const struct session *s)
{
	static const struct words word =
	    WORDS("session", "заседание", "отурум");
	struct arena *a = d->m->arena;
	struct chart_day *day = LIST_ADD(a, &d->chart->sessions);
	struct date date = session_date(s);

	day->day = day_of(d, date);
	day->label = session_label(d->m, s);
	day->date = str_printf(a, "%02d.%02d", date.day, date.month);
	buf_printf(&d->alt, "; %s " STR_FMT "%s" STR_FMT,
	    words_in(&word, d->m->lang), STR_ARG(day->label),
	    day->label.n ? " – " : "",
	    STR_ARG(date_text(a, date, DATE_FIGURES, d->m->lang)));
	for (size_t i = 0; i < s->items.n; i++) {
		const struct item *item = &s->items.at[i];

		for (size_t k = 0; k < item->decisions.n; k++) {
			const struct decision *t = &item->decisions.at[k];

			if (!item->is_withdrawn && decision_is_task(t) &&
			    date_is_set(decision_due(t)) && !t->dropped.s.n)
				d->due[day_of(d, decision_due(t))] = true;
		}
	}
}

static void
ticks_add(struct year_drawn *d)
{
	static const struct words word = WORDS(
	    "the day a task is due", "срок поручения", "тапшырманын мөөнөтү");
	struct arena *a = d->m->arena;

	d->chart->ticks_name = str_from(words_in(&word, d->m->lang));
	for (int i = 0; i < d->chart->days; i++) {
		struct date date = date_plus(first_day(d->year, 0), i);

		if (!d->due[i])
			continue;
		if (d->chart->ticks.n)
			buf_add(&d->alt, STR(", "));
		else
			buf_printf(
			    &d->alt, "; %s – ", words_in(&word, d->m->lang));
		buf_add(&d->alt, date_text(a, date, DATE_FIGURES, d->m->lang));
		*LIST_ADD(a, &d->chart->ticks) = i;
	}
}

const struct blocks *
year_line(struct making *m, const struct tally *t)
{
	static const struct words title =
	    WORDS("School year %1", "%1 учебный год", "%1-окуу жылы");
	static const struct words chart =
	    WORDS("Chart", "Диаграмма", "Диаграмма");
	const struct year *y = t->year;
	const struct arg years = arg_str(year_text(m->arena, y->first));
	struct year_drawn d = { .m = m, .year = y };

	if (!y->calendar.quarters.n)
		return no_blocks(m);
	d.chart = chart_new(m, CHART_YEAR, &title);
	d.chart->title = msg_text(m->arena, &title, m->lang, &years, 1);
	buf_init(&d.alt, m->arena);
	buf_printf(&d.alt, "%s: " STR_FMT, words_in(&chart, m->lang),
	    STR_ARG(d.chart->title));
	for (int i = 0; i < 12; i++) {
		int first = date_days(first_day(y, 0));

		*LIST_ADD(m->arena, &d.chart->months) =
		    (struct chart_stretch){ date_days(first_day(y, i)) - first,
			    date_days(first_day(y, i + 1)) - first,
			    str_from(words_in(&months[i], m->lang)) };
	}
	d.chart->days = LIST_LAST(&d.chart->months)->to;
	for (size_t i = 0; i < y->calendar.quarters.n; i++)
		stretch_add(&d, &y->calendar.quarters.at[i]);
	for (size_t i = 0; i < t->sessions.n; i++)
		session_add(&d, t->sessions.at[i]);
	ticks_add(&d);
	d.chart->alt = buf_str(&d.alt);
	return chart_blocks(m, d.chart);
}
