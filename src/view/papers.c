/* SPDX-License-Identifier: MIT */
#include "view/view_int.h"

const struct words paper_words[PAPER_MAX] = {
	[PAPER_MINUTES] = WORDS("minutes", "протокол", "протокол"),
	[PAPER_EXTRACT] = WORDS("extract", "выписка", "протоколдон көчүрмө"),
	[PAPER_AGENDA] = WORDS("agenda", "повестка дня", "күн тартиби"),
	[PAPER_ATTENDANCE] =
	    WORDS("attendance", "лист регистрации", "каттоо барагы"),
	[PAPER_PLAN] = WORDS("plan", "план", "план"),
	[PAPER_REPORT] = WORDS("report", "отчёт", "отчет"),
	[PAPER_DECISIONS] =
	    WORDS("decisions", "контрольный лист", "көзөмөл барагы"),
	[PAPER_REGULATION] = WORDS("regulation", "положение", "жобо"),
	[PAPER_CERTIFICATE] = WORDS("certificate", "справка", "маалымкат"),
	[PAPER_YEARBOOK] =
	    WORDS("yearbook", "годовой сборник", "жылдык жыйнак"),
};

/* %1 the council in the genitive, %2 the number, the date or the school year.
 */
static const struct words titles[PAPER_MAX] = {
	[PAPER_MINUTES] = WORDS("Minutes No. %2 of the session of the %1",
	    "Протокол №\u00a0%2 заседания %1",
	    "%1 отурумунун №\u00a0%2 протоколу"),
	[PAPER_EXTRACT] =
	    WORDS("Extract from the minutes No. %2 of the session of the %1",
		"Выписка из протокола №\u00a0%2 заседания %1",
		"%1 отурумунун №\u00a0%2 протоколунан көчүрмө"),
	[PAPER_AGENDA] = WORDS("Agenda of the session of the %1, %2",
	    "Повестка дня заседания %1, %2", "%1 отурумунун күн тартиби, %2"),
	[PAPER_ATTENDANCE] = WORDS("Attendance of the session of the %1, %2",
	    "Лист регистрации участников заседания %1, %2",
	    "%1 отурумуна катышуучуларды каттоо барагы, %2"),
	[PAPER_PLAN] =
	    WORDS("Plan of the %1 for %2", "План работы %1 на %2 учебный год",
		"%1 %2-окуу жылына карата иш планы"),
	[PAPER_REPORT] = WORDS("Report on the work of the %1 in %2",
	    "Отчёт о деятельности %1 за %2 учебный год",
	    "%1 %2-окуу жылындагы ишмердүүлүгү тууралуу отчет"),
	[PAPER_DECISIONS] = WORDS("Fulfilment of the decisions of the %1 in %2",
	    "Контроль исполнения решений %1 за %2 учебный год",
	    "%1 %2-окуу жылындагы чечимдеринин аткарылышын көзөмөлдөө "
	    "барагы"),
	[PAPER_REGULATION] =
	    WORDS("Regulation of the %1", "Положение %1", "%1 жобосу"),
	[PAPER_CERTIFICATE] = WORDS("How the %1 kept its regulation in %2",
	    "Справка о соответствии деятельности %1 положению за %2 учебный "
	    "год",
	    "%1 %2-окуу жылындагы ишинин жобого ылайыктыгы тууралуу "
	    "маалымкат"),
	[PAPER_YEARBOOK] =
	    WORDS("Papers of the %1 in %2", "Документы %1 за %2 учебный год",
		"%1 %2-окуу жылындагы документтери"),
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

/* --- papers ------------------------------------------------------------- */

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
	for (size_t i = 0; y && i < y->misnamed.n; i++)
		source_add(a, p, y->misnamed.at[i]);
	if (y) {
		source_add(a, p, y->council.own);
		source_add(a, p, y->members_source);
	}
	return p;
}

/* --- one a kind --------------------------------------------------------- */

/* "minutes-01-2025-09-05": named like the record, behind the kind. */
static struct str
session_file(struct arena *a, const struct paper *p, const struct year *y)
{
	return str_printf(a, STR_FMT "/%s-%02d-" STR_FMT, STR_ARG(y->folder),
	    paper_names[p->kind], session_number(p->session),
	    STR_ARG(date_text(a, p->date, DATE_ISO, p->lang)));
}

static bool
is_of_minutes(const struct paper *p)
{
	return p->kind == PAPER_MINUTES || p->kind == PAPER_EXTRACT;
}

/* A paper of minutes has their number in its title, any other the date. */
static struct str
session_mark(struct arena *a, const struct paper *p)
{
	if (is_of_minutes(p))
		return str_printf(a, "%d", session_number(p->session));
	return date_text(a, p->date, DATE_LONG, p->lang);
}

static struct paper *
add_session(struct papers *out, struct arena *a, enum paper_kind kind,
    const struct school *school, const struct year *y, const struct session *s)
{
	struct paper *p = paper_add(out, a, kind, school, y);

	p->session = s;
	p->lang = language(&y->council, s->lang);
	p->date = session_date(s);
	p->file = session_file(a, p, y);
	p->title = paper_title(a, p, &y->council, session_mark(a, p));
	source_add(a, p, s->source);
	if (s->secretaries.n == 0)
		sources_hidden_election(a, p, y, s);
	if (!is_of_minutes(p))
		return p;
	sources_annexes(a, p, s);
	if (s->secretaries.n == 0)
		sources_election(a, p, y, s);
	return p;
}

/*
 * Before a session its agenda and the sheet to sign at the door; after it the
 * minutes, and the sheet only where somebody asks for it.
 */
static void
add_sessions(struct papers *out, struct arena *a, const struct school *school,
    const struct year *y)
{
	for (size_t i = 0; i < y->sessions.n; i++) {
		const struct session *s = y->sessions.at[i];
		bool planned = s->status == STATUS_PLANNED;

		if (!s->readable || s->status == STATUS_CANCELLED)
			continue;
		if (session_has_minutes(s))
			add_session(out, a, PAPER_MINUTES, school, y, s);
		if (planned)
			add_session(out, a, PAPER_AGENDA, school, y, s);
		add_session(out, a, PAPER_ATTENDANCE, school, y, s)->on_demand =
		    !planned;
	}
}

void
view_extract(struct papers *out, struct arena *a, const struct school *s,
    const struct year *y, const struct session *session,
    const struct item_numbers *items)
{
	struct paper *p = add_session(out, a, PAPER_EXTRACT, s, y, session);
	struct strbuf b;

	p->items = *items;
	buf_init(&b, a);
	buf_add(&b, p->file);
	buf_add(&b, STR("-items"));
	for (size_t i = 0; i < items->n; i++)
		buf_printf(&b, "-%d", items->at[i]);
	p->file = buf_str(&b);
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
	sources_hidden(a, p, y);
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
	source_add(a, p, y->waivers_source);
	sources_regulation(a, p, y);
	sources_sessions(a, p, y);
}

static bool
has_task(const struct session *s)
{
	for (size_t i = 0; i < s->items.n; i++) {
		const struct item *item = &s->items.at[i];

		for (size_t k = 0; k < item->decisions.n; k++) {
			if (!item->is_withdrawn &&
			    decision_is_task(&item->decisions.at[k]))
				return true;
		}
	}
	return false;
}

/* Where no session has given a task by that day, there is nothing to control.
 */
static void
add_decisions(struct papers *out, struct arena *a, const struct school *school,
    const struct year *y, struct date today)
{
	struct paper *p = NULL;

	for (size_t i = 0; i < y->sessions.n && !p; i++) {
		const struct session *s = y->sessions.at[i];

		if (session_has_minutes_by(s, today) && has_task(s))
			p = paper_add(out, a, PAPER_DECISIONS, school, y);
	}
	if (!p)
		return;
	p->lang = language(&y->council, LANG_EN);
	p->date = today;
	p->file = str_printf(a, STR_FMT "/decisions", STR_ARG(y->folder));
	p->title = paper_title(a, p, &y->council, year_text(a, y->first));
	for (size_t i = 0; i < y->sessions.n; i++) {
		if (session_has_minutes_by(y->sessions.at[i], today))
			source_add(a, p, y->sessions.at[i]->source);
	}
	sources_hidden(a, p, y);
}

/* It judges the whole year by a day, so only who asks for it gets it. */
static void
add_certificate(struct papers *out, struct arena *a,
    const struct school *school, const struct year *y, struct date today)
{
	if (date_cmp(today, year_begin(y)) < 0)
		return;

	struct paper *p = paper_add(out, a, PAPER_CERTIFICATE, school, y);

	p->on_demand = true;
	p->lang = language(&y->council, LANG_EN);
	p->date = today;
	p->file = str_printf(a, STR_FMT "/certificate", STR_ARG(y->folder));
	p->title = paper_title(a, p, &y->council, year_text(a, y->first));
	source_add(a, p, y->calendar.source);
	source_add(a, p, y->plan.source);
	source_add(a, p, y->report.source);
	source_add(a, p, y->waivers_source);
	sources_regulation(a, p, y);
	sources_sessions(a, p, y);
}

/* All of a year in one file: what is wrong with a part holds it back, and so
 * does a part that can't be read. */
static void
add_yearbook(struct papers *out, struct arena *a, const struct school *school,
    const struct year *y, size_t first)
{
	struct paper *p = paper_add(out, a, PAPER_YEARBOOK, school, y);

	p->on_demand = true;
	p->lang = language(&y->council, LANG_EN);
	p->date = report_date(y);
	p->file = str_printf(a, STR_FMT "/yearbook", STR_ARG(y->folder));
	p->title = paper_title(a, p, &y->council, year_text(a, y->first));
	source_add(a, p, y->plan.source);
	source_add(a, p, y->report.source);
	sources_hidden(a, p, y);
	sources_regulation(a, p, y);
	for (size_t i = first; i + 1 < out->n; i++) {
		const struct paper *part = &out->at[i];

		for (size_t k = 0; !part->on_demand && k < part->sources.n; k++)
			source_add(a, p, part->sources.at[k]);
	}
}

/* The school's regulation, or the edition of a year. */
static void
add_regulation(struct papers *out, struct arena *a, const struct school *school,
    const struct year *y, const struct regulation *r)
{
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

static bool
has_edition(const struct school *school, const struct year *y)
{
	return y->regulation && y->regulation != &school->regulation;
}

static void
add_year(struct papers *out, struct arena *a, const struct school *school,
    const struct year *y, struct date today)
{
	size_t first = out->n;

	add_sessions(out, a, school, y);
	if (y->plan.readable)
		add_plan(out, a, school, y);
	if (y->report.readable)
		add_report(out, a, school, y);
	add_decisions(out, a, school, y, today);
	add_certificate(out, a, school, y, today);
	if (has_edition(school, y) && y->regulation->readable &&
	    y->regulation->source->state == SOURCE_READ)
		add_regulation(out, a, school, y, y->regulation);
	add_yearbook(out, a, school, y, first);
}

void
view_papers(struct papers *out, struct arena *a, const struct school *s,
    struct date today)
{
	const struct regulation *r = &s->regulation;

	*out = (struct papers){ 0 };
	if (r->readable && r->source->state == SOURCE_READ)
		add_regulation(out, a, s, NULL, r);
	for (size_t i = 0; i < s->years.n; i++)
		add_year(out, a, s, s->years.at[i], today);
}

/* --- papers of what can't be read --------------------------------------- */

static bool
is_unread(const struct source *s, bool readable)
{
	return !readable && s->state != SOURCE_ABSENT;
}

static void
add_unread(struct papers *out, struct arena *a, const struct school *school,
    const struct year *y)
{
	for (size_t i = 0; i < y->sessions.n; i++) {
		const struct session *s = y->sessions.at[i];

		/* What has no number yet has not been held. */
		if (is_unread(s->source, s->readable))
			add_session(out, a,
			    session_number(s) ? PAPER_MINUTES : PAPER_AGENDA,
			    school, y, s);
	}
	if (is_unread(y->plan.source, y->plan.readable))
		add_plan(out, a, school, y);
	if (is_unread(y->report.source, y->report.readable))
		add_report(out, a, school, y);
	if (has_edition(school, y) &&
	    is_unread(y->regulation->source, y->regulation->readable))
		add_regulation(out, a, school, y, y->regulation);
}

void
view_unread(struct papers *out, struct arena *a, const struct school *s)
{
	*out = (struct papers){ 0 };
	if (is_unread(s->regulation.source, s->regulation.readable))
		add_regulation(out, a, s, NULL, &s->regulation);
	for (size_t i = 0; i < s->years.n; i++)
		add_unread(out, a, s, s->years.at[i]);
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
		[PAPER_EXTRACT] = put_minutes,
		[PAPER_AGENDA] = put_session,
		[PAPER_ATTENDANCE] = put_session,
		[PAPER_PLAN] = put_plan,
		[PAPER_REPORT] = put_report,
		[PAPER_DECISIONS] = put_decisions,
		[PAPER_REGULATION] = put_regulation,
		[PAPER_CERTIFICATE] = put_certificate,
		[PAPER_YEARBOOK] = put_yearbook,
	};
	struct making m = { a, p,
		p->year ? &p->year->council : &p->school->council, p->lang };
	const char *const *scopes = view_scopes(paper_names[p->kind]);
	struct value *g = ARENA_NEW(a, struct value);

	g->kind = VALUE_GROUP;
	g->of = paper_names[p->kind];
	for (size_t i = 0; scopes[i]; i++)
		group_fill(&m, g, scopes[i]);
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

	sheet_apply(&s, &c->paper);
	return s;
}
