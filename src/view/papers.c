/* SPDX-License-Identifier: MIT */
#include "view/view_int.h"

const struct words paper_words[PAPER_MAX] = {
	[PAPER_MINUTES] = WORDS("minutes", "протокол", "протокол"),
	[PAPER_PLAN] = WORDS("plan", "план", "план"),
	[PAPER_REPORT] = WORDS("report", "отчёт", "отчет"),
	[PAPER_REGULATION] = WORDS("regulation", "положение", "жобо"),
};

/* %1 the council in the genitive, %2 the number or the school year. */
static const struct words titles[PAPER_MAX] = {
	[PAPER_MINUTES] = WORDS("Minutes No. %2 of the session of the %1",
	    "Протокол №\u00a0%2 заседания %1",
	    "%1 отурумунун №\u00a0%2 протоколу"),
	[PAPER_PLAN] =
	    WORDS("Plan of the %1 for %2", "План работы %1 на %2 учебный год",
		"%1 %2-окуу жылына карата иш планы"),
	[PAPER_REPORT] = WORDS("Report on the work of the %1 in %2",
	    "Отчёт о работе %1 за %2 учебный год",
	    "%1 %2-окуу жылындагы ишмердүүлүгү тууралуу отчет"),
	[PAPER_REGULATION] =
	    WORDS("Regulation of the %1", "Положение %1", "%1 жобосу"),
};

static struct str
paper_title(struct arena *a, const struct paper *p, const struct council *c,
    struct str number)
{
	const struct arg args[] = {
		arg_str(council_genitive(a, c, p->lang)),
		arg_str(number),
	};

	return text_capitalised(
	    a, msg_text(a, &titles[p->kind], p->lang, args, 2));
}

/* --- what a paper rests on ---------------------------------------------- */

static void
source_add(struct arena *a, struct paper *p, const struct source *s)
{
	for (size_t i = 0; i < p->sources.n; i++) {
		if (p->sources.at[i] == s)
			return;
	}
	if (s)
		*LIST_ADD(a, &p->sources) = s;
}

/* The language of what was written, else that of the council's papers. */
static enum lang
language(const struct council *c, enum lang written)
{
	if (written != LANG_EN)
		return written;
	return c->language == LANG_EN ? LANG_KY : c->language;
}

/* A paper of a year rests on the school, the council and its members. */
static struct paper *
paper_add(struct papers *out, struct arena *a, enum paper_kind kind,
    const struct school *s, const struct year *y)
{
	struct paper *p = LIST_ADD(a, out);

	p->kind = kind;
	p->school = s;
	p->year = y;
	source_add(a, p, s->council.source);
	if (y) {
		source_add(a, p, y->council.source);
		source_add(a, p, y->members_source);
	}
	return p;
}

static bool
holds_election(const struct session *s, const struct refs *elected)
{
	for (size_t i = 0; i < s->items.n; i++) {
		const struct item *item = &s->items.at[i];

		for (size_t k = 0; k < item->decisions.n; k++) {
			if (&item->decisions.at[k].elected == elected)
				return true;
		}
	}
	return false;
}

/* Minutes name the secretary, whom an earlier session elected. */
static void
add_election(struct arena *a, struct paper *p, const struct year *y,
    const struct session *s)
{
	const struct refs *elected = year_elected(y, s);

	for (size_t i = 0; i < y->sessions.n; i++) {
		if (holds_election(y->sessions.at[i], elected))
			source_add(a, p, y->sessions.at[i]->source);
	}
}

static void
add_annexes(struct arena *a, struct paper *p, const struct session *s)
{
	for (size_t i = 0; i < s->items.n; i++) {
		const struct item *item = &s->items.at[i];

		for (size_t k = 0; k < item->attachments.n; k++) {
			if (item->attachments.at[k].set)
				source_add(
				    a, p, item->attachments.at[k].source);
		}
	}
}

/* --- one a kind --------------------------------------------------------- */

static void
add_minutes(struct papers *out, struct arena *a, const struct school *school,
    const struct year *y, const struct session *s)
{
	struct paper *p = paper_add(out, a, PAPER_MINUTES, school, y);
	int number = session_number(s);

	p->session = s;
	p->lang = language(&y->council, s->lang);
	p->date = session_date(s);
	p->file =
	    str_printf(a, STR_FMT "/minutes-%02d-" STR_FMT, STR_ARG(y->folder),
		number, STR_ARG(date_text(a, p->date, DATE_ISO, p->lang)));
	p->title = paper_title(a, p, &y->council, str_printf(a, "%d", number));
	source_add(a, p, s->source);
	add_annexes(a, p, s);
	if (s->secretaries.n == 0)
		add_election(a, p, y, s);
}

/* The day of the session that approved it, else of the director's stamp, else
 * the first of the school year. */
static struct date
plan_date(const struct year *y)
{
	const struct session *s = plan_session(y);

	if (s)
		return session_date(s);
	if (date_is_set(y->plan.approved.date.d))
		return y->plan.approved.date.d;
	if (y->calendar.quarters.n)
		return y->calendar.quarters.at[0].from.d;
	return (struct date){ (int16_t)y->first, 9, 1 };
}

static void
add_plan(struct papers *out, struct arena *a, const struct school *school,
    const struct year *y)
{
	struct paper *p = paper_add(out, a, PAPER_PLAN, school, y);
	const struct session *s = plan_session(y);

	p->lang = language(&y->council, LANG_EN);
	p->date = plan_date(y);
	p->file = str_printf(a, STR_FMT "/plan", STR_ARG(y->folder));
	p->title = paper_title(a, p, &y->council, year_text(a, y->first));
	source_add(a, p, y->plan.source);
	source_add(a, p, y->calendar.source);
	if (s)
		source_add(a, p, s->source);
}

/* A report without a date is as of the day when it is due. */
static struct date
report_date(const struct year *y)
{
	if (date_is_set(y->report.date.d))
		return y->report.date.d;
	if (date_is_set(y->calendar.report_deadline.d))
		return y->calendar.report_deadline.d;
	return (struct date){ (int16_t)(y->first + 1), 8, 31 };
}

static void
add_report(struct papers *out, struct arena *a, const struct school *school,
    const struct year *y)
{
	struct paper *p = paper_add(out, a, PAPER_REPORT, school, y);

	p->lang = language(&y->council, y->report.body.lang);
	p->date = report_date(y);
	p->file = str_printf(a, STR_FMT "/report", STR_ARG(y->folder));
	p->title = paper_title(a, p, &y->council, year_text(a, y->first));
	source_add(a, p, y->report.source);
	source_add(a, p, y->calendar.source);
	source_add(a, p, y->plan.source);
	if (y->regulation)
		source_add(a, p, y->regulation->source);
	for (size_t i = 0; i < y->sessions.n; i++)
		source_add(a, p, y->sessions.at[i]->source);
}

/* The school's regulation, or the edition of a year. */
static void
add_regulation(struct papers *out, struct arena *a, const struct school *school,
    const struct year *y, const struct regulation *r)
{
	if (!r->readable || r->source->state != SOURCE_READ)
		return;

	struct paper *p = paper_add(out, a, PAPER_REGULATION, school, y);
	const struct council *c = y ? &y->council : &school->council;

	p->regulation = r;
	p->lang = language(c, r->body.lang);
	p->date = date_is_set(r->approved.date.d) ? r->approved.date.d
						  : r->in_force.d;
	p->file = y ? str_printf(a, STR_FMT "/regulation", STR_ARG(y->folder))
		    : STR("regulation");
	p->title = r->title.s.n ? r->title.s : paper_title(a, p, c, STR(""));
	source_add(a, p, r->source);
}

static void
add_year(struct papers *out, struct arena *a, const struct school *school,
    const struct year *y)
{
	for (size_t i = 0; i < y->sessions.n; i++) {
		const struct session *s = y->sessions.at[i];

		if (s->readable && session_is_held(s))
			add_minutes(out, a, school, y, s);
	}
	if (y->plan.readable)
		add_plan(out, a, school, y);
	if (y->report.readable)
		add_report(out, a, school, y);
	if (y->regulation && y->regulation != &school->regulation)
		add_regulation(out, a, school, y, y->regulation);
}

void
view_papers(struct papers *out, struct arena *a, const struct school *s)
{
	*out = (struct papers){ 0 };
	add_regulation(out, a, s, NULL, &s->regulation);
	for (size_t i = 0; i < s->years.n; i++)
		add_year(out, a, s, s->years.at[i]);
}

/* --- values ------------------------------------------------------------- */

/* The names that every paper has, but chair and secretaries. */
static void
put_paper(struct making *m, struct value *g)
{
	const struct council *c = m->council;

	put_wording(m, g, "school", &c->school);
	put_wording(m, g, "city", &c->city);
	put_body(m, g, "council", &c->name, &c->genitive, NULL);
	put_body(m, g, "pedagogical-council", &c->pedagogical,
	    &c->pedagogical_genitive, &c->pedagogical_dative);
	if (wording_is_set(&c->director.name))
		put_person(m, g, "director", &c->director,
		    wording_at(&c->director.name, m->lang));
	if (m->paper->year)
		put_text(m, g, "year",
		    year_text(m->arena, m->paper->year->first),
		    (struct span){ .src = NULL });
}

const struct value *
view_paper(struct arena *a, const struct paper *p)
{
	static void (*const put[PAPER_MAX])(
	    struct making * m, struct value * g) = {
		[PAPER_MINUTES] = put_minutes,
		[PAPER_PLAN] = put_plan,
		[PAPER_REPORT] = put_report,
		[PAPER_REGULATION] = put_regulation,
	};
	struct making m = { a, p,
		p->year ? &p->year->council : &p->school->council, p->lang };
	struct value *g = ARENA_NEW(a, struct value);

	g->kind = VALUE_GROUP;
	g->of = paper_names[p->kind];
	group_fill(&m, g, SCOPE_PAPER);
	group_fill(&m, g, g->of);
	put_paper(&m, g);
	put[p->kind](&m, g);
	view_close(&m, g);
	return g;
}

/* --- the sheet ---------------------------------------------------------- */

struct sheet
view_sheet(const struct council *c)
{
	struct sheet s = sheet_default();

	if (c->paper.margins_given) {
		s.top = c->paper.margins[0];
		s.right = c->paper.margins[1];
		s.bottom = c->paper.margins[2];
		s.left = c->paper.margins[3];
	}
	if (c->paper.size)
		s.size = c->paper.size;
	if (c->paper.leading)
		s.leading = c->paper.leading;
	if (c->paper.hyphenate.at.src)
		s.hyphenate = c->paper.hyphenate.on;
	return s;
}
