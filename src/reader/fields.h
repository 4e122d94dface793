/* SPDX-License-Identifier: MIT */
#ifndef READER_FIELDS_H
#define READER_FIELDS_H

/*
 * Which keys each kind of file has (fields.c), and the one loader that fills
 * structs by those tables (load.c, values.c).  All that read or load return
 * false exactly where they added an error.  Private to this folder.
 */

#include "markup/markup.h"
#include "record/record.h"
#include "words/words.h"

struct reading;

enum field_kind {
	KIND_TEXT,
	KIND_TEXTS,
	KIND_PARTS, /* texts; commas part them too */
	KIND_NUMBER,
	KIND_NUMBERS,
	KIND_FLAG,
	KIND_DATE,
	KIND_DATES,
	KIND_TERM,
	KIND_TIME,
	KIND_WORDING,
	KIND_WORDINGS,
	KIND_PERSON,
	KIND_PEOPLE,
	KIND_CHOICE,  /* one closed word: an enum */
	KIND_CHOICES, /* several: bits */
	KIND_OWN,     /* read by a function */
};

/* One key of a kind of file. */
struct field {
	const char *key;
	enum field_kind kind;
	bool required;
	size_t offset;            /* of the member */
	size_t place;             /* of the span beside a choice, or SIZE_MAX */
	enum place_of_word words; /* KIND_CHOICE, KIND_CHOICES */
	/* KIND_OWN: reads the value; what is wrong with it is a finding */
	bool (*read)(struct reading *r, const struct node *value, void *member);
	struct words help;
};

struct fields {
	const char *file; /* as schema and manual name it */
	enum place_of_word in;
	const struct field *at; /* ends with a NULL key */
};
extern const struct fields council_fields, body_fields, director_fields,
    paper_fields, calendar_fields, quarter_fields, member_fields, plan_fields,
    plan_item_fields, stamp_fields, session_fields, report_fields,
    regulation_fields, requirement_fields, waiver_fields, item_fields,
    decision_fields;

/*
 * Sets the members of *to from a map; keys that must be there and are not are
 * findings at `at`.
 */
bool load_map(struct reading *r, const struct fields *f, const struct node *map,
    void *to, struct span at);
/* The same without asking for required keys: overrides. */
bool load_some(struct reading *r, const struct fields *f,
    const struct node *map, void *to);
/* One key and its value; *done: which rows of the table have come, as bits. */
bool load_pair(struct reading *r, const struct fields *f,
    const struct pair *pair, void *to, uint64_t *done);
/* Reports the required keys that are not in `done`. */
bool load_missing(
    struct reading *r, const struct fields *f, uint64_t done, struct span at);

/* Finds fault with a node as a whole; false, always. */
bool load_refused(
    struct reading *r, const struct message *m, const struct node *n);
/* A scalar's text, or a finding that text is wanted here. */
bool load_text(struct reading *r, const struct node *value, struct text *out);
/* The same of a list's element, which is not empty. */
bool load_element(
    struct reading *r, const struct node *element, struct text *out);
/* The texts of a list, or of a scalar alone. */
bool load_texts(struct reading *r, const struct node *value, struct texts *out);
/* The same, and commas part each. */
bool load_parts(struct reading *r, const struct node *value, struct texts *out);
/* A date; the finding of another form of one says how it is written (term.c).
 */
bool load_date(struct reading *r, struct text t, struct when *out);
/* One day, or two with a dash between, also 04–10.09.2025; not whether they
 * come in their order. */
bool load_days(
    struct reading *r, struct text t, struct when *from, struct when *to);
/* A finding where the last day comes before the first. */
bool range_check(
    struct reading *r, const struct when *from, const struct when *to);
/* Days, months or a standing term. */
bool load_term(struct reading *r, struct text t, struct term *out);
/* A number without its sign: № 1. */
struct str number_text(struct str s);
bool load_number(struct reading *r, struct text t, struct number *out);
/* The word of this place that was written, with a note where letters were lost;
 * NULL, without a finding, where it is none. */
const struct word *known_word(
    struct reading *r, enum place_of_word in, struct text t);
/* A closed word; of one that is unknown the nearest, or NULL. */
bool load_word(struct reading *r, enum place_of_word in, struct text t,
    const struct word **out);
/* Whether the node is text that is empty: nothing was written. */
bool node_is_empty(const struct node *n);
struct text text_part(struct text t, size_t off, size_t len); /* trimmed */
/* From the first text to the last; false where they are of two sources. */
bool text_joined(
    struct text *out, const struct text *first, const struct text *last);

/* A list, or a finding; nothing is said of what is empty. */
bool node_is_list(struct reading *r, const struct node *value);

/* --- what a table alone can't read (own.c, calendar.c, plan.c, header.c) - */

/* The forms of a body's name. */
struct body_words {
	struct wording name, genitive, dative;
};

bool read_council(struct reading *r, const struct node *value, void *member);
bool read_pedagogical(
    struct reading *r, const struct node *value, void *member);
bool read_director(struct reading *r, const struct node *value, void *member);
bool read_paper(struct reading *r, const struct node *value, void *member);
bool read_margins(struct reading *r, const struct node *value, void *member);
bool read_size(struct reading *r, const struct node *value, void *member);
bool read_leading(struct reading *r, const struct node *value, void *member);
bool read_hyphenate(struct reading *r, const struct node *value, void *member);
bool read_quorum(struct reading *r, const struct node *value, void *member);
bool read_quarters(struct reading *r, const struct node *value, void *member);
bool read_holidays(struct reading *r, const struct node *value, void *member);
bool read_role(struct reading *r, const struct node *value, void *member);
bool read_plan_items(struct reading *r, const struct node *value, void *member);
bool read_stamp(struct reading *r, const struct node *value, void *member);
bool read_requires(struct reading *r, const struct node *value, void *member);
bool read_functions(struct reading *r, const struct node *value, void *member);

bool read_absent(struct reading *r, const struct node *value, void *member);
bool read_late(struct reading *r, const struct node *value, void *member);
bool read_left(struct reading *r, const struct node *value, void *member);
bool read_invited(struct reading *r, const struct node *value, void *member);
bool read_present(struct reading *r, const struct node *value, void *member);
bool read_dropped(struct reading *r, const struct node *value, void *member);
bool read_withdrawn(struct reading *r, const struct node *value, void *member);
bool read_votes_fact(struct reading *r, const struct node *value, void *member);

#endif
