/* SPDX-License-Identifier: MIT */
#ifndef RULES_RULES_INT_H
#define RULES_RULES_INT_H

/*
 * For the checks in this folder: what they may look at, how a rule speaks,
 * and the questions that several of them ask.
 */

#include "base/arena.h"
#include "rules/rules.h"
#include "words/words.h"

/* A rule at work.  Everything it may know is here; it reads no clock. */
struct check {
	struct arena *a;
	const struct school *school;
	const struct year *year; /* NULL while a rule on the school works */
	const struct rule *rule;
	const struct requirement *asked; /* what the school changed, or NULL */
	struct str record;               /* that is judged */
	struct date today;
	struct diags *d;
	bool *used; /* by number of the year's waiver: it covered something */
};

/* The rows of the rule book, in its order. */
#define RULE(code, ...) ROW_##code,
enum row {
#include "rules/rules.def"
	ROW_MAX
};
#undef RULE
const struct rule *rule_row(enum row row);

/* What a rule explains, as its row lists it (causes.c): an end is ROW_MAX. */
enum reach {
	REACH_YEAR,  /* every finding of that rule in the same year */
	REACH_FILE,  /* in the same file */
	REACH_DAYS,  /* about some of the same days */
	REACH_THING, /* about the same thing */
	REACH_PLACE  /* at the same place */
};
struct cause {
	enum row row;
	enum reach reach;
};

/* A check takes the struct that its row names in the column `on`. */
#define RULE(code, clause, severity, on, concern, function, ...) \
	void check_##function(const struct on *, struct check *);
#include "rules/rules.def"
#undef RULE

/*
 * Says this rule's sentence at a place; a check can say no other.  %1 names
 * the thing that is wrong: a waiver may name it too.  The finding stays until
 * the next one: set its fix and related place now.
 */
struct diag *found(
    struct check *c, struct span at, const struct arg *args, size_t nargs);
/* The same for what is not due yet, or less grave than the rule's own level. */
struct diag *found_as(struct check *c, enum severity severity, struct span at,
    const struct arg *args, size_t nargs);

/* What the last finding is about, for causes.c. */
void about_days(struct diag *g, struct date from, struct date to);
void about_thing(struct diag *g, const void *thing);

/* Makes this rule the one that speaks; false where the school put it out. */
bool rule_take_up(
    struct check *c, const struct regulation *r, const struct rule *rule);
/* The level of the rule that speaks, where it would be this without the
 * school; the number of its clause, or empty. */
enum severity school_level(const struct check *c, enum severity severity);
struct str rule_clause(const struct check *c);

struct arg arg_date(const struct check *c, struct date d);
struct arg arg_person(const struct check *c, const struct person *p);
/* "not yet", of an election or an approval. */
extern const struct words not_yet;
/* The place of a value, or the head of the file where it is not written. */
struct span span_or(struct span at, const struct source *file);

/* --- time (year.c) ------------------------------------------------------ */

/* Whether the calendar was read and has whole quarters, one behind the other:
 * else nothing is said that rests on it. */
bool calendar_is_known(const struct year *y);
enum { QUARTERS = 4 }; /* of each year */
/* The first day on which the regulation binds anybody in this year. */
struct date duty_begins(const struct check *c);
/* The sessions held up to today, on or after the first day of duty. */
struct sessions {
	LIST_OF(const struct session *);
};
void held_sessions(struct sessions *out, const struct check *c);
/* False where a held session could not be read whole: its facts are unknown. */
bool all_readable(const struct sessions *l);
/* Whether that is known of the first one which only it can tell. */
bool first_is_known(const struct sessions *l);

/* A stretch of the year for which the regulation demands sessions. */
struct period {
	struct date from, to;        /* teaching days */
	struct date until;           /* with the break that counts to it */
	int number;                  /* of the quarter, half, month; or year */
	const struct quarter *first; /* where it is written */
	bool due;                    /* begins on or after the first duty */
	int held, planned;           /* sessions */
};
struct periods {
	LIST_OF(struct period);
	enum per per;
	int minimum; /* sessions that each must have */
};
/* None where the calendar is not known. */
void year_periods(struct periods *out, const struct check *c);
/* Whether a session on this date counts to this period. */
bool period_counts(const struct check *c, const struct periods *l,
    const struct period *p, struct date d);
/* What the earliest session lacks may be in minutes before it, where their
 * numbers tell that some are missing: then it is about the first quarter. */
void about_first(
    struct diag *g, const struct year *y, const struct session *first);

/* What the plan has for this period and nobody recorded, or NULL. */
const struct plan_item *unheld_plan_item(
    const struct year *y, const struct period *p);
/* What the sessions in or after the last quarter did for the year's end. */
struct year_end {
	const struct session *last; /* of them; NULL: there is none */
	const struct session *results, *directions;
	const struct item *results_item, *directions_item;
	bool known; /* all of them could be read */
};
struct year_end year_end_sessions(const struct check *c);
/* Where to write what is missing of it. */
struct span year_end_place(const struct check *c, const struct year_end *e);
/* Which of both are not there. */
const struct words *year_end_missing(bool results, bool directions);
/* The plan's item for the report, or NULL. */
const struct plan_item *planned_report(const struct year *y);
/* Whether the school's secretary is appointed instead of elected. */
bool secretary_is_appointed(const struct check *c);
/* Whom a session's first election chose; n is 0 where there is none. */
struct refs session_elected(const struct session *s);
/* Whether somebody is in the council for this bit of enum category. */
bool member_is_of(const struct member *m, unsigned category);

/* --- what a school may set of a rule (settings.c) ----------------------- */

/* What the school asks, or `otherwise`; of a list, its bits. */
int setting_number(
    const struct requirement *asked, enum setting which, int otherwise);
int setting_choice(
    const struct requirement *asked, enum setting which, int otherwise);
unsigned setting_bits(
    const struct requirement *asked, enum setting which, unsigned otherwise);
/* The first words of a set of bits, with commas between. */
const struct words *bits_words(
    struct arena *a, enum place_of_word in, unsigned bits);

/* --- finding a rule (book.c) -------------------------------------------- */

/* What the school's regulation asks of this rule, or NULL. */
const struct requirement *requirement_find(
    const struct regulation *r, const struct rule *rule);
/* Whether this is the rule's code or name. */
bool rule_is_named(const struct rule *r, struct str word);
/* The rule whose name or code is nearest, or NULL. */
const struct rule *rule_nearest(struct arena *a, struct str word);

/* --- unions and groups (unions.c) --------------------------------------- */

/* Whether council.yaml could be read: every school has a name. */
bool council_is_known(const struct school *s);
struct str wording_name(const struct check *c, const struct wording *w);
/* Where it stands in council.yaml, in whichever language. */
struct span wording_place(const struct wording *w, const struct source *file);
/* Whether a written name is that of a union or group, in either language. */
bool is_named(struct arena *a, const struct wording *w, struct str written);
bool belongs_to(
    struct arena *a, const struct member *m, const struct wording *w);
/* Whether a member is of a union or group that council.yaml has not: then, as
 * the reader has said, its head may stand under another name. */
bool someone_is_unregistered(const struct check *c);

/* --- letters (letters.c) ------------------------------------------------ */

/* The next word at or behind byte *i of a file, without digits; *i moves
 * behind it.  Keys and section headings are the reader's, and are left out
 * only by word_is_key(), since few words are worth that question. */
bool word_next(struct span *out, const struct source *s, size_t *i);
bool word_is_key(struct span word);

/* What a wrong letter was, and what is meant. */
struct mend {
	uint32_t wrong, right; /* the first such letter */
	struct str word;       /* put right */
	struct str letters;    /* all wrong ones */
};
/* Each gives false where the word has no such fault. */
bool mend_lookalike(struct mend *out, struct arena *a, struct str word);
bool mend_mixed(struct mend *out, struct arena *a, struct str word);
bool mend_legacy(struct mend *out, struct arena *a, struct str word);
bool mend_lost(struct mend *out, struct arena *a, struct span word);

/* --- clause by clause (clauses.c, evidence.c, steps.c) ------------------ */

/* How far the records prove that a duty was fulfilled. */
enum proof {
	PROOF_WHOLE,
	PROOF_MISSING, /* it is over, and they don't */
	PROOF_PENDING, /* the day has not come */
	PROOF_UNKNOWN  /* what would prove it could not be read */
};
/*
 * Adds what shows that the rule that speaks was kept; `findings` is how often
 * it was not.  Whole for a rule that forbids: it is kept until something is
 * found.
 */
enum proof evidence_add(
    struct clause_state *to, struct check *c, size_t findings);
/* Whether something must be in the records for the rule to be kept. */
bool rule_asks(const struct rule *r);
/* Whether the rule grows graver as its day comes. */
bool rule_is_timely(const struct rule *r);
void steps_add(struct clauses *to, struct check *c);

/* --- causes (causes.c) -------------------------------------------------- */

/* Where the findings of each rule begin in the list, of one year. */
struct ranges {
	size_t begin[ROW_MAX + 1];
};
/* Takes out of the list what other findings of the year explain. */
void causes_apply(struct diags *d, const struct ranges *r, struct arena *a);
/* Whether what the rule that speaks found here was explained; is waived, and
 * still will be on this day. */
bool is_explained(const struct check *c, struct span at);
bool is_waived(const struct check *c, struct span at, struct date day);

/* --- waivers (waivers.c) ------------------------------------------------ */

/* The waiver of this year that covers a finding today, or NULL. */
const struct waiver *waiver_find(const struct check *c, const struct diag *g);

#endif
