/* SPDX-License-Identifier: MIT */
#ifndef VIEW_VIEW_H
#define VIEW_VIEW_H

/*
 * Records as named values that a template may print.  Which names there are,
 * in which scope, of which kind, is one table (names.c): template checks a
 * template against it, the manual is checked against it, and no value is made
 * under a name that is not in it.
 */

#include <stdbool.h>

#include "diag/diag.h"
#include "doc/doc.h"
#include "record/record.h"
#include "rules/rules.h"

enum value_kind {
	VALUE_TEXT,   /* there if not empty */
	VALUE_NUMBER, /* there if given, 0 too */
	VALUE_FLAG,   /* there if set */
	VALUE_DATE,   /* forms long, until, of, figures, stamp */
	VALUE_PERSON, /* forms short, full, post, word */
	VALUE_BODY,   /* name of a body: forms genitive, dative, capitals (all
		       * letters), capitalised (the first); the cases have
		       * these two forms too */
	VALUE_PROSE,  /* blocks; there if not empty */
	VALUE_LIVE,   /* prose whose runs hold tags of their own: the report */
	VALUE_LIST,   /* there if it has elements; forms count, many */
	VALUE_GROUP,  /* members; there if any is */
};

struct value {
	enum value_kind kind;
	const char *of; /* LIST, GROUP: the scope of its elements or members */
	bool there;
	struct str text; /* what its own name prints */
	struct span at;  /* where that was written, if it was */
	bool several; /* PERSON: one word for several people: насаатчылар */
	const struct blocks *prose;
	LIST(struct member_value) members; /* forms, and members of a group */
	LIST(struct value *) items;
};
struct member_value {
	const char *name;
	struct value *value;
};

/* One row of the table of names. */
struct view_name {
	const char *scope; /* of a paper or an element: "minutes", "item" */
	const char *name;  /* canonical, as templates write it */
	enum value_kind kind;
	const char *of; /* LIST, GROUP: the scope of its elements or members */
	struct words help;
};
extern const struct view_name view_names[]; /* ends with a NULL name */

/* A paper has the names of several scopes, its own and those that it shares
 * with others: found under its own name.  NULL-ended; NULL: it is no paper. */
const char *const *view_scopes(const char *paper);
const struct view_name *view_name_find(const char *scope, struct str name);
/* Whether a value of this kind has this form; capitals of a case are
 * "genitive.capitals". */
bool view_form_known(enum value_kind kind, struct str form);
/* A member or form of a value, or NULL. */
const struct value *value_member(const struct value *v, struct str name);

enum paper_kind {
	PAPER_MINUTES,
	PAPER_EXTRACT,
	PAPER_AGENDA,
	PAPER_ATTENDANCE,
	PAPER_PLAN,
	PAPER_REPORT,
	PAPER_DECISIONS,
	PAPER_REGULATION,
	PAPER_CERTIFICATE,
	PAPER_YEARBOOK,
	PAPER_MAX
};
extern const struct words paper_words[PAPER_MAX];
extern const char *const paper_names[PAPER_MAX]; /* "minutes", ... */

struct item_numbers {
	LIST_OF(int);
};

/* A paper within a yearbook. */
struct part {
	struct str title;
	struct str hash; /* of its values */
	const struct blocks *blocks;
	size_t page; /* on which it begins, from 1 */
};

/* One paper that the records allow. */
struct paper {
	enum paper_kind kind;
	enum lang lang;
	const struct school *school;
	const struct year *year;             /* NULL: the school's regulation */
	const struct session *session;       /* minutes to attendance */
	const struct regulation *regulation; /* PAPER_REGULATION */
	struct item_numbers items; /* PAPER_EXTRACT: which, in order */
	LIST(struct part) parts;   /* PAPER_YEARBOOK: its maker adds them */
	bool on_demand;            /* only where its kind is asked for */
	struct str file; /* below the output folder, without lang and .pdf:
			  * "2025-2026/minutes-01-2025-09-05" */
	struct str title;
	struct date date;  /* of the record, but of `decisions` and
			    * `certificate` the as-of */
	struct date until; /* PAPER_PLAN: it shows what was done by this day;
			    * unset: all that is recorded */
	LIST(const struct source *) sources; /* an error in one holds it back */
};
struct papers {
	LIST_OF(struct paper);
};

/*
 * Every paper of the school that its records allow, in a fixed order, but
 * extracts.  `today` is the as-of of `decisions` and of
 * `certificate`: no other paper knows it.
 */
void view_papers(struct papers *out, struct arena *a, const struct school *s,
    struct date today);
/* The papers that there would be, were their own record not unreadable: they
 * have a file's name and sources, and no values. */
void view_unread(struct papers *out, struct arena *a, const struct school *s);
/* The extract of these items, which the session has. */
void view_extract(struct papers *out, struct arena *a, const struct school *s,
    const struct year *y, const struct session *session,
    const struct item_numbers *items);

/* The values of a paper: a VALUE_GROUP whose scope is the paper's name. */
const struct value *view_paper(struct arena *a, const struct paper *p);

/* What stands in place of the number of a draft's minutes. */
extern const struct words view_no_minutes;
/* "plan approved: minutes No. 1, item 2, 05.09.2025" */
struct str view_evidence(struct arena *a, const struct council *o,
    const struct evidence *e, enum lang lang);

/* What of a year is done by a day, as its papers count it. */
struct progress {
	int plan, plan_done, plan_late; /* late: not done, and its day is over
					 */
	int tasks[TASK_STATES], all_tasks;
};
struct progress view_progress(
    struct arena *a, const struct year *y, struct date today);

/* The sheet as council.yaml asks for it. */
struct sheet view_sheet(const struct council *c);

#endif
