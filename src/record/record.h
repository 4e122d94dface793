/* SPDX-License-Identifier: MIT */
#ifndef RECORD_RECORD_H
#define RECORD_RECORD_H

/*
 * The records as they were written: plain structs.  Made by reader, judged by
 * rules, shown by view; const from then on.  What is not written has no source
 * in its span (and is empty, or 0).  The questions at the end compute what is
 * never typed: who is present, the quarter of a date, a task's state.
 */

#include <stdbool.h>

#include "base/date.h"
#include "doc/doc.h"
#include "msg/grammar.h"
#include "words/meaning.h"

struct text {
	struct str s;
	struct span at;
};
struct texts {
	LIST_OF(struct text);
};
struct number {
	int v;
	struct span at;
};
struct numbers {
	LIST_OF(struct number);
};
struct flag {
	bool on;
	struct span at;
};
struct when { /* a date that was written somewhere */
	struct date d;
	struct span at;
};
struct whens {
	LIST_OF(struct when);
};
/* Until when something is to be done, or when. */
enum term_kind {
	TERM_NONE,
	TERM_DAY,
	TERM_DAYS,    /* from one day to another */
	TERM_MONTHS,  /* one, or from one to another: whole, as typed */
	TERM_QUARTER, /* a quarter: as typed */
	TERM_STANDING /* жыл бою, по графику: as typed */
};
struct term {
	enum term_kind kind;
	struct date first, last; /* year 0 where a standing term has none */
	struct text typed;       /* as written; its place is the term's */
	struct span at;
};
struct clock {
	int hour, minute; /* hour -1: it could not be read */
	struct span at;
};
/* A text that may be given in both languages; alone it serves for both. */
struct wording {
	struct text in[LANG_MAX]; /* LANG_EN unused */
};
struct wordings {
	LIST_OF(struct wording);
};
struct prose {
	struct blocks blocks;
	struct span at;
	enum lang lang;
};

/* --- people ------------------------------------------------------------- */

struct person {
	struct wording name;       /* surname first */
	struct wording short_name; /* given in `short`; else name_short() */
	struct wording post;       /* as printed */
	/* What of the name names the person, surname first; or empty. */
	struct str called[LANG_MAX];
	/* Printed as typed everywhere: a guest who may be a body. */
	bool as_typed;
};

struct member {
	struct person person;
	enum office office;
	struct span office_at;
	struct flag acting;          /* of the office: м.а. */
	unsigned categories;         /* bits of enum category */
	struct texts unions, groups; /* names, as in council.yaml */
	enum role role;
	struct text role_word; /* as written: төрага, төрайым */
	struct when from, to;  /* of belonging to the council; to: last day */
	struct text order;     /* the director's order */
	struct span at;        /* of the whole entry */
};

/* Somebody named in a record, and who that is. */
enum who {
	WHO_UNKNOWN,
	WHO_MEMBER,
	WHO_INVITED,
	WHO_DIRECTOR,
	WHO_COLLECTIVE /* a union, a group, a word of `collectives` */
};
struct ref {
	struct text written;
	enum who who;
	const struct person *person; /* NULL for WHO_COLLECTIVE, WHO_UNKNOWN */
	const struct member *member; /* WHO_MEMBER */
};
struct refs {
	LIST_OF(struct ref);
};

/* --- council.yaml, regulation.md ---------------------------------------- */

struct council {
	const struct source *source; /* the school's */
	const struct source *own;    /* the year's own, or NULL */
	bool broken;                 /* some of its facts may be lost */
	struct wording school, city;
	struct wording name, genitive; /* of the council */
	struct wording pedagogical, pedagogical_genitive, pedagogical_dative;
	struct wordings unions, groups, collectives;
	struct person director;
	bool director_given;
	enum lang language; /* of the papers; LANG_KY by default */
	struct text decision_word; /* чечим or токтом, as written; or empty */
	enum name_style name_style;
	struct sheet_change paper;
	struct {
		enum quorum_kind kind;
		int num, den; /* QUORUM_SHARE: at least num/den; NUMBER: num */
		struct span at;
	} quorum;
	struct number minutes_days; /* v is 5 by default */
	struct flag print_reasons;
};

/* What a school changed of a rule: requires {rule: {clause, level, numbers}} */
struct requirement_value {
	struct text key, value;
	struct texts list; /* where the value is a list */
};
struct requirement {
	struct text rule; /* its name or code, as written */
	struct text clause;
	enum level level;
	LIST(struct requirement_value) values; /* a rule's own settings */
	struct span at;
};

struct stamp {
	struct text body;       /* considered: which body; */
	struct text post, name; /* approved: who */
	struct when date;
	struct text protocol, order;
	struct span at;
};

struct clause {
	struct str number; /* "5.1": spaces and the last dot gone */
	struct str text;   /* behind the number, lines joined by spaces */
	struct span at;
};

struct regulation {
	const struct source *source; /* SOURCE_ABSENT where there is none */
	bool readable;
	bool broken; /* read, but some facts of its header may be lost */
	struct text title;
	struct when in_force;
	struct stamp considered, approved;
	LIST(struct requirement) requires;
	struct prose body;
	LIST(struct clause) clauses;
	struct texts
	    functions; /* the bullets of clause 2.3, as many as it has */
};

/* --- a school year ------------------------------------------------------ */

struct quarter {
	struct number number;
	struct when from, to;
};
struct holiday {
	struct when from, to; /* the same for one day */
};
struct calendar {
	const struct source *source;
	bool readable;
	bool broken; /* read, but some of its facts may be lost */
	LIST(struct quarter) quarters; /* in the order of their dates */
	LIST(struct holiday) holidays;
	struct when report_deadline; /* 31 August by default, without a place */
	enum break_counts break_counts;
	struct flag august_is_q1;
};

struct plan_item {
	struct number number; /* counted where not written */
	struct text activity;
	struct term date;
	struct when from, to;
	struct refs responsible;
	struct text result;
	struct numbers functions; /* of clause 2.3, as written */
	struct flag session;      /* this item is a session */
	unsigned duties;
	struct span duties_at;
	struct texts topics;
	struct text added; /* by which decision: 2.1.3 */
	struct when done;
	struct text note;
	struct span at;
};
struct plan {
	const struct source *source;
	bool readable;
	bool broken; /* read, but some of its facts may be lost */
	struct text theme, goal;
	struct texts tasks;
	struct stamp approved;
	LIST(struct plan_item) items;
};

struct waiver {
	struct text rule, record, reason;
	struct text by;
	struct when date, until;
	struct span at;
};

/* --- sessions ----------------------------------------------------------- */

struct absence {
	struct ref who;
	enum excuse excuse;
	struct text reason;
};
struct coming { /* late or left: the first or last item present */
	struct ref who;
	struct number item;
};
struct guest {
	struct person person;
	struct text written;
};

struct votes {
	struct span at; /* no source: none written */
	bool unanimous;
	int for_, against, abstained;
	bool for_given, against_given, abstained_given;
	struct refs for_names, against_names, abstained_names; /* where named */
};

struct decision {
	int number; /* within its item, from 1 */
	struct prose text;
	struct refs responsible;
	struct term due;
	struct when done;
	struct refs elected; /* this decision elects the secretary (5.4) */
	struct whens extended;
	struct text dropped; /* reason or date, as written */
	struct texts refers; /* "2.1.2" */
	struct votes votes;
	bool broken; /* some of its facts could not be read */
	struct span at;
};

struct speech {
	struct ref who;  /* written empty: a bullet without a speaker */
	struct ref with; /* of two who are named together */
	bool question, answer;
	struct text post; /* behind a comma */
	struct prose said;
};

struct attachment {
	struct text title;
	struct text path; /* of a link; relative to the year's folder */
	bool set; /* a link to attachments/x.md: printed on a new page */
	struct prose body;
	struct span at;
	const struct source *source; /* of an annex, also where it is not set:
				      * it could not be read */
};

struct item {
	int number; /* from 1 */
	struct text title;
	struct refs reporters;
	unsigned duties;
	struct span duties_at;
	struct number plan; /* the number of the plan's item */
	struct numbers functions;
	struct text withdrawn; /* the reason, or the word alone */
	bool is_withdrawn;
	struct prose heard;
	LIST(struct speech) spoke;
	struct span spoke_at; /* its heading */
	struct text
	    decided_word; /* that heading, in the paper's language; or empty */
	struct prose before_decisions; /* below its heading, above the list */
	LIST(struct decision) decisions;
	struct votes votes;
	bool votes_unread; /* something is written, and could not be read */
	LIST(struct attachment) attachments;
	struct span at; /* of its heading */
};

struct session {
	const struct source *source;
	bool readable;   /* false: only the facts of the file name are known */
	bool broken;     /* read, but some of its facts may be lost */
	int file_number; /* of the file name; 0: none yet */
	struct date file_date;
	/* the header */
	struct number protocol;
	struct when date;
	struct clock start, end;
	struct text place;
	struct ref chair; /* only where it differs or is to be checked */
	struct refs secretaries;
	struct refs present; /* likewise */
	struct span present_at;
	LIST(struct absence) absent;
	LIST(struct coming) late, left;
	LIST(struct guest *) invited;
	struct number plan; /* the number of the plan's item */
	enum form form;
	enum status status;
	struct span status_at;
	struct text signed_hash; /* `signed` */
	enum lang lang;          /* of its prose */
	/* the body */
	struct prose opening;
	LIST(struct item) items;
};

struct report {
	const struct source *source; /* SOURCE_ABSENT where there is none */
	bool readable;
	struct when date;
	struct text protocol;
	struct refs reporters;
	struct prose body; /* runs may hold {{name}} */
};

struct year {
	int first;                     /* 2025 of 2025-2026 */
	struct str folder;             /* "2025-2026" */
	struct council council;        /* with this year's overrides */
	struct regulation *regulation; /* the edition in force */
	struct calendar calendar;
	const struct source *members_source;
	bool members_readable; /* whole: nobody may be missing */
	LIST(struct member *) members;
	struct plan plan;
	LIST(struct session *) sessions; /* by date, then number */
	/* Of no known place among the sessions: not read for their names, or
	 * of a day outside the year. */
	LIST(const struct source *) lost;
	LIST(const struct source *) misnamed; /* other records, likewise */
	struct report report;
	const struct source *waivers_source;
	LIST(struct waiver) waivers;
};

struct school {
	struct council council;
	struct regulation regulation;
	LIST(struct year *) years;            /* in order */
	LIST(const struct source *) misnamed; /* records, not read for that */
	LIST(const struct source *) sources;  /* all that were read, or tried */
};

/* --- questions ---------------------------------------------------------- */

/* The wording in `lang`, or in the other language where there is only that. */
struct str wording_text(const struct wording *w, enum lang lang);
bool wording_is_set(const struct wording *w);

/* As most papers name people: `short`, else name_short() of the name, unless it
 * is printed as typed. */
struct str person_short(struct arena *a, const struct person *p,
    enum name_style style, enum lang lang);

bool member_on(const struct member *m, struct date d);
/* The chair on a date, or NULL. */
const struct member *year_chair(const struct year *y, struct date d);

/* A session's date and number: of its header, else of its file name. */
struct date session_date(const struct session *s);
int session_number(const struct session *s);
/* Whether it took place: by its status held, or a draft, with an agenda; of one
 * that could not be read the number in its file's name tells. */
bool session_took_place(const struct session *s);
/* Whether it took place on that day or before. */
bool session_took_place_by(const struct session *s, struct date day);
/* Whether its minutes are there: of a draft they are not, though it took
 * place. */
bool session_has_minutes(const struct session *s);
bool session_has_minutes_by(const struct session *s, struct date day);
/* Its first item with this duty that was not withdrawn, or NULL. */
const struct item *session_duty(const struct session *s, enum duty duty);
/* Who presided: the header's chair, else the chair of that date; or NULL. */
const struct person *session_chair(
    const struct year *y, const struct session *s);
/* The header's secretaries, else those elected last up to this session. */
void session_secretaries(struct refs *out, struct arena *a,
    const struct year *y, const struct session *s);
/* Whom the last election up to and with this session chose; n 0: nobody. */
const struct refs *year_elected(const struct year *y, const struct session *s);

struct member_list {
	LIST_OF(const struct member *);
};
/* The members of that date; those present: not absent (`present` is checked,
 * not used); sorted by the Kyrgyz alphabet. */
void session_members(struct member_list *out, struct arena *a,
    const struct year *y, const struct session *s);
void session_present(struct member_list *out, struct arena *a,
    const struct year *y, const struct session *s);
/* How many members are present when item n (from 1) is voted: late and left. */
int session_present_at(const struct year *y, const struct session *s, int item);

/* What the school's own quorum comes to in a session; needed 0: it has none. */
struct attendance {
	int members, present, needed;
	bool quorate; /* so many as needed, or more, are present */
};
struct attendance session_attendance(
    const struct year *y, const struct session *s);

/* The quarter (index into calendar.quarters) to which a date counts, or -1;
 * *in_break: it lies in the break behind that quarter. */
int year_quarter(const struct year *y, struct date d, bool *in_break);
/* The last day of the last quarter; year 0 where there are none. */
struct date year_last_day(const struct year *y);
struct date year_begin(const struct year *y); /* 1 August */
struct date year_end(const struct year *y);   /* 31 July */
/* Teaching is behind: then everything must be there but the report. */
bool year_is_finished(const struct year *y, struct date day);
/* The report's deadline is behind too: nothing is due any more. */
bool year_is_over(const struct year *y, struct date day);

/* A task has a responsible person or a date; only tasks are followed up. */
bool decision_is_task(const struct decision *t);
/* The last day in force: of the last extension, else of `due`; year 0 where a
 * standing term has none. */
struct date decision_due(const struct decision *t);
/* Whether the term in force is a standing one: жыл бою, постоянно. */
bool decision_is_standing(const struct decision *t);
enum task_state {
	TASK_OPEN,
	TASK_OVERDUE,
	TASK_DONE,
	TASK_LATE,
	TASK_DROPPED,
	TASK_STATES
};
enum task_state decision_state(const struct decision *t, struct date as_of);

/* The number of a decision as it is written: "2.1.3" for minutes No. 2, and
 * "1.3" within them. */
struct str decision_id(struct arena *a, const struct session *s,
    const struct item *it, const struct decision *t);
struct str decision_number(
    struct arena *a, const struct item *it, const struct decision *t);
/* The decision that "2.1.3" names, or NULL: also where that is no number. */
const struct decision *year_decision(const struct year *y, struct str id);

/* The days of an item of the plan; year 0 where it has none.  A standing term
 * has no first day, and ends with the year. */
struct date plan_item_first(const struct plan_item *it);
struct date plan_item_last(const struct plan_item *it);
/* The day by which it counts to a quarter: its first; of months, whose ends are
 * not those of quarters, one in the middle of the first. */
struct date plan_item_day(const struct plan_item *it);

/*
 * The groups in which the plan is printed: what lies before the quarters, each
 * quarter, what lies behind them, what goes over several or has no day.
 */
size_t plan_groups(const struct year *y);
size_t plan_group(const struct year *y, const struct plan_item *it);
struct plan_order {
	LIST_OF(const struct plan_item *);
};
/* The items as printed: by their groups, then by their numbers where any is
 * written, else by their last days. */
void plan_in_order(
    struct plan_order *out, struct arena *a, const struct year *y);
/* The item with this number, or NULL. */
const struct plan_item *plan_item_numbered(const struct plan *p, int number);
/* The plan's item that this session is: header `plan`, else the date, else the
 * one session item left in its quarter; or NULL. */
const struct plan_item *session_plan_item(
    const struct year *y, const struct session *s);
/* The session that belongs to a session item of the plan, or NULL. */
const struct session *plan_item_session(
    const struct year *y, const struct plan_item *it);
/* When a row of the plan was done: as typed, or by the session that it is. */
struct date plan_item_done(const struct year *y, const struct plan_item *item);

/* How many functions the council has: as many as its regulation lists; 0 where
 * that is not known. */
int year_functions(const struct year *y);
/* A clause of the regulation by its number, or NULL. */
const struct clause *regulation_clause(
    const struct regulation *r, struct str number);

#endif
