/* SPDX-License-Identifier: MIT */
#include <stddef.h>

#include "reader/reader_int.h"

/*
 * The keys of each kind of file.  A row: the canonical key (its words stand in
 * words/table.c), the member it fills, whether it must be there, and its help.
 * The kind follows from the member's type.
 *
 * A new key: member in record.h, row here, word in words/table.c, entry in
 * kengesh-records(5).
 */

/* clang-format off */
#define KIND_OF(T, member) \
	_Generic(((T *)0)->member, \
	    struct text: KIND_TEXT, struct texts: KIND_TEXTS, \
	    struct number: KIND_NUMBER, struct numbers: KIND_NUMBERS, \
	    struct flag: KIND_FLAG, struct clock: KIND_TIME, \
	    struct when: KIND_DATE, struct whens: KIND_DATES, \
	    struct term: KIND_TERM, \
	    struct wording: KIND_WORDING, struct wordings: KIND_WORDINGS, \
	    struct ref: KIND_PERSON, struct refs: KIND_PEOPLE)

#define FIELD(T, key, member, need, help) \
	{ key, KIND_OF(T, member), need, offsetof(T, member), SIZE_MAX, \
	    IN_MAX, NULL, help },
/* One closed word; `place` is the span beside the member. */
#define CHOICE(T, key, member, place, words, need, help) \
	{ key, KIND_CHOICE, need, offsetof(T, member), place, \
	    words, NULL, help },
#define CHOICES(T, key, member, place, words, need, help) \
	{ key, KIND_CHOICES, need, offsetof(T, member), place, \
	    words, NULL, help },
/* Texts that commas part too. */
#define PARTS(T, key, member, need, help) \
	{ key, KIND_PARTS, need, offsetof(T, member), SIZE_MAX, \
	    IN_MAX, NULL, help },
/* Read by a function of own.c. */
#define OWN(T, key, member, read, need, help) \
	{ key, KIND_OWN, need, offsetof(T, member), SIZE_MAX, \
	    IN_MAX, read, help },
/* The same, and the function takes the whole struct. */
#define WHOLE(T, key, read, need, help) \
	{ key, KIND_OWN, need, 0, SIZE_MAX, IN_MAX, read, help },
#define END { 0 }
#define AT(T, member) offsetof(T, member)
#define NOWHERE SIZE_MAX
#define MUST true
#define MAY false

static const struct field council_rows[] = {
	FIELD(struct council, "school", school, MUST,
	    TEXT("the school's name, printed as it stands"))
	FIELD(struct council, "city", city, MAY,
	    TEXT("where sessions are held"))
	WHOLE(struct council, "council", read_council, MUST,
	    TEXT("name and genitive of the council"))
	WHOLE(struct council, "pedagogical-council", read_pedagogical, MAY,
	    TEXT("name, genitive and dative of the body that hears the report"))
	FIELD(struct council, "unions", unions, MAY,
	    TEXT("names of the methodical unions"))
	FIELD(struct council, "groups", groups, MAY,
	    TEXT("names of the creative groups"))
	FIELD(struct council, "collectives", collectives, MAY,
	    TEXT("words that may be responsible besides people: mentors, heads of unions"))
	WHOLE(struct council, "director", read_director, MAY,
	    TEXT("name and post of the director"))
	CHOICE(struct council, "language", language, NOWHERE, IN_LANGUAGES, MAY,
	    TEXT("language of the papers: ky or ru"))
	FIELD(struct council, "decision-word", decision_word, MAY,
	    TEXT("heading of decisions in the papers"))
	CHOICE(struct council, "name-style", name_style, NOWHERE, IN_NAME_STYLES, MAY,
	    TEXT("surname or initials first"))
	WHOLE(struct council, "paper", read_paper, MAY,
	    TEXT("the paper and its type"))
	WHOLE(struct council, "quorum", read_quorum, MAY,
	    TEXT("1/2, 2/3, a number of members, or none"))
	FIELD(struct council, "minutes-days", minutes_days, MAY,
	    TEXT("days in which minutes are to be written"))
	FIELD(struct council, "print-reasons", print_reasons, MAY,
	    TEXT("whether minutes print the reasons of absence"))
	END
};

static const struct field body_rows[] = {
	FIELD(struct body_words, "name", name, MUST,
	    TEXT("the name, in the nominative"))
	FIELD(struct body_words, "genitive", genitive, MAY,
	    TEXT("its genitive; Kyrgyz ones are made by rule"))
	FIELD(struct body_words, "dative", dative, MAY,
	    TEXT("its dative; Kyrgyz ones are made by rule"))
	END
};

static const struct field director_rows[] = {
	FIELD(struct person, "name", name, MUST,
	    TEXT("full name, surname first"))
	FIELD(struct person, "short", short_name, MAY,
	    TEXT("short name, where the usual one is wrong"))
	FIELD(struct person, "post", post, MAY,
	    TEXT("the post, as printed"))
	END
};

static const struct field paper_rows[] = {
	CHOICE(struct council, "orientation", paper.orientation, NOWHERE,
	    IN_ORIENTATIONS, MAY, TEXT("whether the paper stands or lies"))
	WHOLE(struct council, "margins", read_margins, MAY,
	    TEXT("four numbers in millimetres: top right bottom left"))
	WHOLE(struct council, "size", read_size, MAY,
	    TEXT("size of the type in points"))
	WHOLE(struct council, "leading", read_leading, MAY,
	    TEXT("space between lines: 1.15 or 115"))
	WHOLE(struct council, "hyphenate", read_hyphenate, MAY,
	    TEXT("whether words are hyphenated"))
	END
};

static const struct field calendar_rows[] = {
	WHOLE(struct calendar, "quarters", read_quarters, MUST,
	    TEXT("the quarters, each with number, from and to"))
	WHOLE(struct calendar, "holidays", read_holidays, MAY,
	    TEXT("days off: dates, or from and to"))
	FIELD(struct calendar, "report-deadline", report_deadline, MAY,
	    TEXT("last day for the report; 31 August if not given"))
	CHOICE(struct calendar, "break-counts", break_counts, NOWHERE, IN_BREAK, MAY,
	    TEXT("whether a session in a break counts to the quarter before it"))
	FIELD(struct calendar, "august-is-q1", august_is_q1, MAY,
	    TEXT("whether a session in August counts to the first quarter"))
	END
};

static const struct field quarter_rows[] = {
	FIELD(struct quarter, "number", number, MAY,
	    TEXT("its number, from 1"))
	FIELD(struct quarter, "from", from, MUST,
	    TEXT("first day"))
	FIELD(struct quarter, "to", to, MUST,
	    TEXT("last day"))
	END
};

static const struct field member_rows[] = {
	FIELD(struct member, "name", person.name, MUST,
	    TEXT("full name, surname first"))
	FIELD(struct member, "short", person.short_name, MAY,
	    TEXT("short name, where the usual one is wrong"))
	FIELD(struct member, "post", person.post, MAY,
	    TEXT("the post, as printed"))
	CHOICE(struct member, "office", office, AT(struct member, office_at), IN_OFFICES, MAY,
	    TEXT("office that clause 4.1 asks for"))
	FIELD(struct member, "acting", acting, MAY,
	    TEXT("whether acting in that office"))
	CHOICES(struct member, "category", categories, NOWHERE, IN_CATEGORIES, MAY,
	    TEXT("why in the council: clause 3.1"))
	PARTS(struct member, "union", unions, MAY,
	    TEXT("methodical unions of which this is the head"))
	PARTS(struct member, "group", groups, MAY,
	    TEXT("creative groups that are represented"))
	WHOLE(struct member, "role", read_role, MAY,
	    TEXT("role in the council; the word is printed as written"))
	FIELD(struct member, "from", from, MUST,
	    TEXT("first day in the council"))
	FIELD(struct member, "to", to, MAY,
	    TEXT("last day in the council"))
	FIELD(struct member, "order", order, MAY,
	    TEXT("the director's order"))
	END
};

static const struct field plan_rows[] = {
	FIELD(struct plan, "theme", theme, MAY,
	    TEXT("methodical theme of the year"))
	FIELD(struct plan, "goal", goal, MAY,
	    TEXT("goal"))
	FIELD(struct plan, "tasks", tasks, MAY,
	    TEXT("tasks"))
	OWN(struct plan, "approved", approved, read_stamp, MAY,
	    TEXT("the director's stamp: post, name, date, order"))
	WHOLE(struct plan, "items", read_plan_items, MUST,
	    TEXT("what is planned"))
	END
};

static const struct field plan_item_rows[] = {
	FIELD(struct plan_item, "number", number, MAY,
	    TEXT("its number; counted if not given"))
	FIELD(struct plan_item, "activity", activity, MUST,
	    TEXT("what is to be done"))
	FIELD(struct plan_item, "date", date, MAY,
	    TEXT("on which days, in which months, or a standing term"))
	FIELD(struct plan_item, "from", from, MAY,
	    TEXT("or from which day"))
	FIELD(struct plan_item, "to", to, MAY,
	    TEXT("to which day"))
	FIELD(struct plan_item, "responsible", responsible, MAY,
	    TEXT("who is responsible"))
	FIELD(struct plan_item, "result", result, MAY,
	    TEXT("expected result"))
	OWN(struct plan_item, "functions", functions, read_functions, MAY,
	    TEXT("functions of clause 2.3, by number"))
	FIELD(struct plan_item, "session", session, MAY,
	    TEXT("whether this is a session of the council"))
	CHOICES(struct plan_item, "duty", duties, AT(struct plan_item, duties_at), IN_DUTIES, MAY,
	    TEXT("duty of the regulation that this serves"))
	FIELD(struct plan_item, "topics", topics, MAY,
	    TEXT("agenda of the session"))
	FIELD(struct plan_item, "added", added, MAY,
	    TEXT("the decision that added it: 2.1.3"))
	FIELD(struct plan_item, "done", done, MAY,
	    TEXT("when it was done"))
	FIELD(struct plan_item, "note", note, MAY,
	    TEXT("a note"))
	END
};

static const struct field stamp_rows[] = {
	FIELD(struct stamp, "body", body, MAY,
	    TEXT("the body that considered it"))
	FIELD(struct stamp, "post", post, MAY,
	    TEXT("the post of who approved it"))
	FIELD(struct stamp, "name", name, MAY,
	    TEXT("the name of who approved it"))
	FIELD(struct stamp, "date", date, MAY,
	    TEXT("on which day"))
	FIELD(struct stamp, "protocol", protocol, MAY,
	    TEXT("number of the minutes"))
	FIELD(struct stamp, "order", order, MAY,
	    TEXT("number of the order"))
	END
};

static const struct field session_rows[] = {
	FIELD(struct session, "start", start, MAY,
	    TEXT("when it began"))
	FIELD(struct session, "end", end, MAY,
	    TEXT("when it ended"))
	FIELD(struct session, "place", place, MAY,
	    TEXT("where, if not where usual"))
	WHOLE(struct session, "absent", read_absent, MAY,
	    TEXT("who was absent, with excuse and reason"))
	WHOLE(struct session, "late", read_late, MAY,
	    TEXT("who came late, with the first item present"))
	WHOLE(struct session, "left", read_left, MAY,
	    TEXT("who left early, with the last item present"))
	WHOLE(struct session, "invited", read_invited, MAY,
	    TEXT("guests: name, post"))
	FIELD(struct session, "plan", plan, MAY,
	    TEXT("number of the plan's item"))
	CHOICE(struct session, "form", form, NOWHERE, IN_FORMS, MAY,
	    TEXT("full or short minutes"))
	CHOICE(struct session, "status", status, AT(struct session, status_at), IN_STATUSES, MAY,
	    TEXT("held, planned, draft or cancelled"))
	FIELD(struct session, "signed", signed_hash, MAY,
	    TEXT("the hash that the signed paper bears"))
	FIELD(struct session, "protocol", protocol, MAY,
	    TEXT("number of the minutes, to be checked against the file's name"))
	FIELD(struct session, "date", date, MAY,
	    TEXT("the date, to be checked against the file's name"))
	FIELD(struct session, "chair", chair, MAY,
	    TEXT("who presided, if not the chair"))
	FIELD(struct session, "secretary", secretaries, MAY,
	    TEXT("who wrote the minutes, if not the elected secretary"))
	WHOLE(struct session, "present", read_present, MAY,
	    TEXT("who was present, to be checked"))
	CHOICE(struct session, "language", lang, NOWHERE, IN_LANGUAGES, MAY,
	    TEXT("language of this file's text"))
	END
};

static const struct field report_rows[] = {
	FIELD(struct report, "date", date, MUST,
	    TEXT("when the pedagogical council heard it"))
	FIELD(struct report, "protocol", protocol, MAY,
	    TEXT("number of the pedagogical council's minutes"))
	FIELD(struct report, "reporter", reporters, MAY,
	    TEXT("who reported"))
	CHOICE(struct report, "language", body.lang, NOWHERE, IN_LANGUAGES, MAY,
	    TEXT("language of this file's text"))
	END
};

static const struct field regulation_rows[] = {
	FIELD(struct regulation, "title", title, MAY,
	    TEXT("its title"))
	FIELD(struct regulation, "in-force", in_force, MAY,
	    TEXT("first day of its duties"))
	OWN(struct regulation, "considered", considered, read_stamp, MAY,
	    TEXT("by which body, when"))
	OWN(struct regulation, "approved", approved, read_stamp, MAY,
	    TEXT("by whom, when"))
	WHOLE(struct regulation, "requires", read_requires, MAY,
	    TEXT("what this school changes of the rules"))
	CHOICE(struct regulation, "language", body.lang, NOWHERE, IN_LANGUAGES, MAY,
	    TEXT("language of this file's text"))
	END
};

static const struct field requirement_rows[] = {
	FIELD(struct requirement, "clause", clause, MAY,
	    TEXT("number of the clause"))
	CHOICE(struct requirement, "level", level, NOWHERE, IN_LEVELS, MAY,
	    TEXT("error, warning, note or off"))
	END
};

static const struct field waiver_rows[] = {
	FIELD(struct waiver, "rule", rule, MUST,
	    TEXT("code or name of the rule"))
	FIELD(struct waiver, "record", record, MAY,
	    TEXT("the record that it is about"))
	FIELD(struct waiver, "reason", reason, MUST,
	    TEXT("why it is accepted"))
	FIELD(struct waiver, "by", by, MAY,
	    TEXT("who accepted it"))
	FIELD(struct waiver, "date", date, MAY,
	    TEXT("when"))
	FIELD(struct waiver, "until", until, MAY,
	    TEXT("last day of its effect"))
	END
};

static const struct field item_rows[] = {
	FIELD(struct item, "reporter", reporters, MAY,
	    TEXT("who reports"))
	CHOICES(struct item, "duty", duties, AT(struct item, duties_at), IN_DUTIES, MAY,
	    TEXT("duty of the regulation that this item serves"))
	FIELD(struct item, "plan", plan, MAY,
	    TEXT("number of the plan's item"))
	OWN(struct item, "functions", functions, read_functions, MAY,
	    TEXT("functions of clause 2.3, by number"))
	WHOLE(struct item, "withdrawn", read_withdrawn, MAY,
	    TEXT("why it was taken off the agenda"))
	END
};

static const struct field decision_rows[] = {
	FIELD(struct decision, "responsible", responsible, MAY,
	    TEXT("who is responsible"))
	FIELD(struct decision, "due", due, MAY,
	    TEXT("until when"))
	FIELD(struct decision, "done", done, MAY,
	    TEXT("when it was done"))
	FIELD(struct decision, "elected", elected, MAY,
	    TEXT("who is elected secretary: clause 5.4"))
	FIELD(struct decision, "extended", extended, MAY,
	    TEXT("the new date; may be repeated"))
	WHOLE(struct decision, "dropped", read_dropped, MAY,
	    TEXT("that it is dropped, and why"))
	PARTS(struct decision, "refers", refers, MAY,
	    TEXT("the earlier decision that it is about: 2.1.2"))
	OWN(struct decision, "votes", votes, read_votes_fact, MAY,
	    TEXT("the votes on this decision"))
	END
};

const struct fields
    council_fields = { "council", IN_COUNCIL, council_rows },
    body_fields = { "council", IN_BODY, body_rows },
    director_fields = { "council", IN_DIRECTOR, director_rows },
    paper_fields = { "council", IN_PAPER, paper_rows },
    calendar_fields = { "calendar", IN_CALENDAR, calendar_rows },
    quarter_fields = { "calendar", IN_QUARTER, quarter_rows },
    member_fields = { "members", IN_MEMBER, member_rows },
    plan_fields = { "plan", IN_PLAN, plan_rows },
    plan_item_fields = { "plan", IN_PLAN_ITEM, plan_item_rows },
    stamp_fields = { "stamp", IN_STAMP, stamp_rows },
    session_fields = { "session", IN_SESSION, session_rows },
    report_fields = { "report", IN_REPORT, report_rows },
    regulation_fields = { "regulation", IN_REGULATION, regulation_rows },
    requirement_fields = { "regulation", IN_REQUIREMENT, requirement_rows },
    waiver_fields = { "waivers", IN_WAIVER, waiver_rows },
    item_fields = { "session", IN_ITEM, item_rows },
    decision_fields = { "session", IN_DECISION, decision_rows };
/* clang-format on */
