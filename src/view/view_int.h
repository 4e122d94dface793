/* SPDX-License-Identifier: MIT */
#ifndef VIEW_VIEW_INT_H
#define VIEW_VIEW_INT_H

/*
 * How values are made.  A group comes with every name of its scope in it, each
 * of its kind and empty; then each is filled in under its name.  A name that
 * is not in the table, or of another kind, is a fault of ours and ends the
 * program.  Groups and lists count as there once view_close has seen them.
 */

#include "base/arena.h"
#include "view/view.h"
#include "words/words.h"

/* A paper has the names of at most three scopes, and a NULL. */
#define SCOPES_MAX 4

/* What all values of one paper are made with. */
struct making {
	struct arena *arena;
	const struct paper *paper;
	const struct council *council;
	enum lang lang;
};

/* --- values.c ----------------------------------------------------------- */

/* The rows of a scope, which stand together. */
const struct view_name *view_scope(size_t *n, const char *scope);

/* Adds the names of a scope to a group. */
void group_fill(struct making *m, struct value *group, const char *scope);
/* The value of this name and kind in a group. */
struct value *value_in(struct value *g, const char *name, enum value_kind kind);
/* A new element of the list of this name in a group. */
struct value *list_add(struct making *m, struct value *g, const char *name);
/* The same for an element that stands in another list already. */
void list_share(
    struct making *m, struct value *g, const char *name, struct value *element);

void put_text(struct making *m, struct value *g, const char *name, struct str s,
    struct span at);
void put_written(
    struct making *m, struct value *g, const char *name, const struct text *t);
void put_words(
    struct making *m, struct value *g, const char *name, const struct words *w);
void put_wording(struct making *m, struct value *g, const char *name,
    const struct wording *w);
void put_number(struct making *m, struct value *g, const char *name, int64_t n);
void put_flag(struct value *g, const char *name, bool on);
void put_date(struct making *m, struct value *g, const char *name,
    struct date d, struct span at);
void put_prose(
    struct making *m, struct value *g, const char *name, const struct prose *p);
void put_live(
    struct making *m, struct value *g, const char *name, const struct prose *p);
void put_blocks(struct value *g, const char *name, const struct blocks *blocks);
void put_lines(struct making *m, struct value *g, const char *name,
    const struct texts *lines);
void put_form(struct making *m, struct value *v, const char *form, struct str s,
    struct span at);

/* Gives groups and lists what follows from their members and elements. */
void view_close(struct making *m, struct value *group);

/* Where the text stands that wording_text gives. */
struct span wording_at(const struct wording *w, enum lang lang);

/* --- spaces.c ----------------------------------------------------------- */

/* With no-break spaces where № and number, surname and initials meet. */
struct str spaces_kept(struct arena *a, struct str s);
struct blocks blocks_kept(struct arena *a, const struct blocks *blocks);

/* --- people.c ----------------------------------------------------------- */

void put_person(struct making *m, struct value *g, const char *name,
    const struct person *p, struct span at);
void put_ref(
    struct making *m, struct value *g, const char *name, const struct ref *r);
void put_refs(struct making *m, struct value *g, const char *name,
    const struct refs *refs);
void put_guest(struct making *m, struct value *g, const struct guest *guest);
void put_members(struct making *m, struct value *g, const char *name,
    const struct member_list *members);
/* Who is responsible, as one text. */
struct str refs_text(struct making *m, const struct refs *refs);
/* The chair of a date, or else of any. */
const struct member *chair_on(const struct year *y, struct date d);
/* `presided` is who signs; where he is not the chair the word says so. */
void put_chair(struct making *m, struct value *g, const struct member *chair,
    const struct person *presided);
/* Who is not among the elected is acting. */
void put_secretaries(struct making *m, struct value *g, const struct refs *refs,
    const struct refs *elected);
void put_body(struct making *m, struct value *g, const char *name,
    const struct wording *body, const struct wording *genitive,
    const struct wording *dative);
/* The council's genitive: its paper's title is made with it. */
struct str council_genitive(
    struct arena *a, const struct council *c, enum lang lang);
void put_stamp(
    struct making *m, struct value *g, const char *name, const struct stamp *s);

/* --- sources.c ---------------------------------------------------------- */

/* Adds to what a paper rests on: each file once, NULL never. */
void source_add(struct arena *a, struct paper *p, const struct source *s);
/* Every session of the year, and what was not read as one by its name. */
void sources_sessions(struct arena *a, struct paper *p, const struct year *y);
/* Of these only what may have decided something that was not read. */
void sources_hidden(struct arena *a, struct paper *p, const struct year *y);
/* The session that elected who is secretary at this one. */
void sources_election(struct arena *a, struct paper *p, const struct year *y,
    const struct session *s);
/* What may hold such an election, and was not read. */
void sources_hidden_election(struct arena *a, struct paper *p,
    const struct year *y, const struct session *s);
/* The edition in force. */
void sources_regulation(struct arena *a, struct paper *p, const struct year *y);
/* The files that are printed behind the minutes, also those not read. */
void sources_annexes(struct arena *a, struct paper *p, const struct session *s);

/* --- one a kind of paper ------------------------------------------------ */

void put_minutes(struct making *m, struct value *g); /* and the extract */
void put_session(struct making *m, struct value *g);
void put_plan(struct making *m, struct value *g);
void put_report(struct making *m, struct value *g);
void put_decisions(struct making *m, struct value *g);
void put_regulation(struct making *m, struct value *g);
void put_certificate(struct making *m, struct value *g);
void put_yearbook(struct making *m, struct value *g);

/* --- plan.c ------------------------------------------------------------- */

/* The session whose minutes have the plan's approval, or NULL. */
const struct session *plan_session(const struct year *y);
/* A group of the plan as papers call it. */
struct str plan_group_name(struct making *m, size_t group);
struct str quarter_name(struct making *m, const struct quarter *q);
struct str dates_text(struct arena *a, struct date from, struct date to);
/* Days in figures; months and standing terms as typed. */
struct str term_text(struct arena *a, const struct term *t);
/* `due` where it is one day, `term` where it is anything else. */
void put_due(struct making *m, struct value *g, const struct term *t);

/* --- tally.c, tables.c, charts.c ---------------------------------------- */

/* How often a function of clause 2.3 stands in the plan, how many of these
 * rows were done, and how many items of sessions served it. */
struct function_use {
	int planned, done, items;
};

/* What a report counts, as of its own date. */
struct tally {
	const struct year *year;
	struct date as_of;
	struct member_list members; /* on the day of the last session */
	LIST(const struct session *) sessions; /* held */
	int present, seats;                    /* of all sessions together */
	int items, decisions;
	int tasks[TASK_STATES], all_tasks, extended;
	int plan_done;
	struct function_use *functions; /* by their numbers */
	size_t nfunctions;
};
void tally_count(struct tally *out, struct arena *a, const struct year *y,
    struct date as_of);
/* The chair of the tally's day, and the secretary elected last. */
void put_officers(struct making *m, struct value *g, const struct tally *t);
bool tally_plan_done(const struct tally *t, const struct plan_item *item);
/* Rows of a group of the plan, and those done. */
void plan_count(int *rows, int *done, const struct tally *t, size_t group);

/* The tasks by state: the names that report and control sheet share. */
void put_tasks(struct making *m, struct value *g, const struct tally *t);
/* The state of one task; and how many are in each, in a report's order. */
extern const struct words task_words[TASK_STATES];
struct task_count {
	const struct words *name;
	int n;
};
struct task_count task_count(const struct tally *t, size_t row);
/* Rows of a group of the plan, and those done. */
void plan_count(int *rows, int *done, const struct tally *t, size_t group);

/* Charts, without blocks where there is nothing to draw (charts.c). */
const struct blocks *attendance_chart(struct making *m, const struct tally *t);
const struct blocks *tasks_chart(struct making *m, const struct tally *t);
const struct blocks *plan_chart(struct making *m, const struct tally *t);
const struct blocks *year_line(struct making *m, const struct tally *t);

/* The blocks that a report may print. */
void put_tables(struct making *m, struct value *g, const struct tally *t);

#endif
