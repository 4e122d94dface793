/* SPDX-License-Identifier: MIT */
#ifndef READER_READER_INT_H
#define READER_READER_INT_H

/*
 * What the files of this folder share.  Each file is read by the same steps:
 * the door and the trees (markup), the header or the whole of it by a table of
 * fields, the body by the grammar of sessions; then people are looked for.
 */

#include "markup/markup.h"
#include "reader/reader.h"

#define MESSAGE(id, ...) extern const struct message id;
#include "reader/messages.def"
#undef MESSAGE

/* --- words.c, words_table.c --------------------------------------------- */

/*
 * Where a word may stand: the keys of a kind of file or part of one, the
 * headings and facts of a session, or one set of closed words.
 */
enum place_of_word {
	IN_COUNCIL,
	IN_BODY,
	IN_DIRECTOR,
	IN_PAPER,
	IN_WORDING,
	IN_CALENDAR,
	IN_QUARTER,
	IN_MEMBER,
	IN_PLAN,
	IN_PLAN_ITEM,
	IN_STAMP,
	IN_SESSION,
	IN_REPORT,
	IN_REGULATION,
	IN_REQUIREMENT,
	IN_WAIVER,
	IN_ITEM,
	IN_DECISION,
	IN_LAST_KEY = IN_DECISION,
	IN_SECTIONS,
	IN_YES_NO,
	IN_LANGUAGES,
	IN_NAME_STYLES,
	IN_QUORUM,
	IN_BREAK,
	IN_OFFICES,
	IN_CATEGORIES,
	IN_ROLES,
	IN_EXCUSES,
	IN_STATUSES,
	IN_FORMS,
	IN_VOTES,
	IN_DUTIES,
	IN_LEVELS,
	IN_SPEECH,
	IN_MAX
};

enum vote_word { VOTE_FOR, VOTE_AGAINST, VOTE_ABSTAINED, VOTE_UNANIMOUS };
enum speech_word { SPEECH_QUESTION, SPEECH_ANSWER };

/* One meaning: its canonical name and all its spellings. */
struct word {
	const char *name;
	uint64_t in;                     /* bits of enum place_of_word */
	int value;                       /* of a closed word: its enumerator */
	const char *spellings[LANG_MAX]; /* parted by |, the best one first */
};
extern const struct word words[]; /* ends with a NULL name */

/* Every spelling, ready to be looked up. */
struct lexicon;
struct lexicon *lexicon_new(struct arena *a);

/*
 * The word that may stand in this place, or NULL.  Case, spaces, hyphens and
 * the dots of ё are free; *right is the proper spelling where letters were
 * lost or mistaken (н for ң, Latin o for о), else empty.
 */
const struct word *lexicon_find(const struct lexicon *x, enum place_of_word in,
    struct str written, struct str *right);

/* The word whose spelling is nearest, at most `most` letters away, or NULL;
 * *right is that spelling. */
const struct word *lexicon_near(const struct lexicon *x, struct arena *a,
    enum place_of_word in, struct str written, size_t most, struct str *right);

/* How many wrong letters may still be a slip: 1, and 2 from six letters. */
size_t slips_in(struct str written);
/* How far a suggestion may be: 1, 2 from four letters, a third of long words.
 */
size_t reach_of(struct str written);

/* The first spellings of all words of a place, in each language. */
const struct words *words_allowed(struct arena *a, enum place_of_word in);

/* The first spellings of a key, in each language. */
struct fields;
const struct words *key_words(
    struct arena *a, const struct fields *f, const char *key);

/* The first spelling of a word in a language. */
struct str word_first(const struct word *w, enum lang lang);

/* Folded as lost and mistaken letters are: what is equal looks equal. */
struct str text_folded(struct arena *a, struct str s);
/* Whether both are the same words in this sense. */
bool text_same(struct arena *a, struct str s, struct str t);
/* Letters to change, drop or add to make one of the other; `most` + 1: more. */
size_t text_distance(struct str a, struct str b, size_t most);

/* --- what one reading carries ------------------------------------------- */

struct people;

struct reading {
	struct arena *a;
	struct diags *d;
	const struct lexicon *lexicon;
	const char *root;
	struct school *school;
	struct year *year;     /* NULL while the school's own files are read */
	struct str folder;     /* "2025-2026/", or empty: before each path */
	enum lang lang;        /* of the prose being read */
	struct people *people; /* NULL until members are read */
	struct date on;        /* the date for which people are looked for */
};

/* --- fields.c, load.c --------------------------------------------------- */

enum field_kind {
	KIND_TEXT,
	KIND_TEXTS,
	KIND_NUMBER,
	KIND_NUMBERS,
	KIND_FLAG,
	KIND_DATE,
	KIND_DATES,
	KIND_TIME,
	KIND_WORDING,
	KIND_WORDINGS,
	KIND_PERSON,
	KIND_PEOPLE,
	KIND_CHOICE,  /* one closed word: an enum */
	KIND_CHOICES, /* several: bits */
	KIND_OWN,     /* read by a function */
};

/* Reads a value into a member; what is wrong with it is a finding. */
typedef void reads(struct reading *r, const struct node *value, void *member);

/* One key of a kind of file. */
struct field {
	const char *key;
	enum field_kind kind;
	bool required;
	size_t offset;            /* of the member */
	size_t place;             /* of the span beside a choice, or SIZE_MAX */
	enum place_of_word words; /* KIND_CHOICE, KIND_CHOICES */
	reads *read;              /* KIND_OWN */
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
 * findings at `at`.  Which keys were written comes back as bits, one a row.
 */
uint64_t load_map(struct reading *r, const struct fields *f,
    const struct node *map, void *to, struct span at);
/* The same without asking for required keys: overrides. */
uint64_t load_some(struct reading *r, const struct fields *f,
    const struct node *map, void *to);
/* The word of a key; one that is unknown is a finding, and the nearest comes
 * back so that reading goes on as if it stood there. */
const struct word *load_key(
    struct reading *r, const struct fields *f, struct text key);
/* One key and its value. */
void load_pair(struct reading *r, const struct fields *f,
    const struct pair *pair, void *to, uint64_t *done);
/* Reports the required keys that are not in `done`. */
void load_missing(
    struct reading *r, const struct fields *f, uint64_t done, struct span at);

/* A scalar's text, or a finding that text is wanted here. */
bool load_text(struct reading *r, const struct node *value, struct text *out);
/* The elements: of a list, or a scalar parted by commas. */
struct texts load_parts(struct reading *r, const struct node *value);
bool load_date(struct reading *r, struct text t, struct when *out);
bool load_number(struct reading *r, struct text t, struct number *out);
/* A closed word, or NULL and a finding. */
const struct word *load_word(
    struct reading *r, enum place_of_word in, struct text t);
/* Whether the node is text that is empty: nothing was written. */
bool node_is_empty(const struct node *n);
struct text text_part(struct text t, size_t off, size_t len); /* trimmed */

/* `Name: remark` in each of the forms that YAML gives it. */
struct remark {
	struct text name, remark;
};
struct remarks {
	LIST_OF(struct remark);
};
struct remarks load_remarks(struct reading *r, const struct node *value);

/* --- own.c: the members that a table alone can't read ------------------- */

/* The forms of a body's name. */
struct body_words {
	struct wording name, genitive, dative;
};

reads read_council, read_pedagogical, read_director, read_paper, read_margins,
    read_size, read_leading, read_quorum, read_quarters, read_holidays,
    read_role, read_plan_items, read_stamp, read_requires, read_absent,
    read_late, read_left, read_invited, read_present, read_functions,
    read_withdrawn, read_votes_fact;

/* --- people.c ----------------------------------------------------------- */

/* Everybody of a year, ready to be looked for. */
struct people *people_new(struct reading *r, const struct year *y);
/* Looks for one person; a finding where nobody or several are meant. */
void people_find(struct reading *r, struct ref *ref, const struct session *s);
void people_find_speaker(
    struct reading *r, struct ref *ref, const struct session *s);
void people_find_all(
    struct reading *r, struct refs *refs, const struct session *s);
/* Unions, groups and collectives too. */
void people_find_responsible(
    struct reading *r, struct refs *refs, const struct session *s);
/* Without a finding: whether somebody is meant. */
bool people_know(struct reading *r, struct ref *ref, const struct session *s);

/* --- facts.c ------------------------------------------------------------ */

/* A line of prose with its place: the text of a paragraph. */
struct line {
	struct str text;
	struct span at;
	bool exact; /* the text is the source's, byte for byte */
};
struct line line_of(struct reading *r, const struct block *paragraph);
struct text line_part(const struct line *l, size_t off, size_t len);

/* The index of the first bullet that is a fact or nearly one, or n. */
size_t facts_begin(
    struct reading *r, const struct fields *f, const struct block *list);
/* Loads the bullets from `first` on. */
void facts_load(struct reading *r, const struct fields *f,
    const struct block *list, size_t first, void *to, uint64_t *done);

/* --- votes.c, body.c, decisions.c, speech.c, prose.c -------------------- */

void votes_read(struct reading *r, struct text written, struct votes *out);

/* The body of a session, from its first block to its last. */
struct body {
	struct session *session;
	struct item *item; /* NULL before the first `##` */
	const struct word *section;
	uint32_t sections;   /* bits of those that came, by first letter */
	bool facts_may_come; /* only the `##` came yet */
	uint64_t done;       /* facts of the last decision */
};
void body_read(struct reading *r, struct session *s, const struct blocks *tree);
void decisions_add(
    struct reading *r, struct body *b, const struct block *block);
void decisions_end(struct reading *r, struct body *b);
void speech_add(struct reading *r, struct body *b, const struct block *block);
void attachments_add(
    struct reading *r, struct body *b, const struct block *block);

/* Adds a block to prose; its runs count as a record's from then on. */
void prose_add(struct reading *r, struct prose *p, const struct block *block);
/* A list's items from `from` up to `to`, as a list of their own. */
void prose_add_items(struct reading *r, struct prose *p,
    const struct block *list, size_t from, size_t to);
/* A stretch of Markdown, whole. */
struct prose prose_read(
    struct reading *r, struct span text, bool fences_allowed);
/* The source line where a span begins, without its indent. */
struct str line_at(struct span at);

/* --- files.c, session.c, regulation.c ----------------------------------- */

struct source *file_read(struct reading *r, const char *name);
/* The header's tree (NULL where there is none) and the body; false where the
 * file can't be used. */
bool file_parts(struct reading *r, const struct source *s, struct node **header,
    struct parts *out);
void council_read(struct reading *r, struct council *c, const char *name);
void calendar_read(struct reading *r, struct calendar *out);
void members_read(struct reading *r);
void plan_read(struct reading *r, struct plan *out);
void report_read(struct reading *r, struct report *out);
void waivers_read(struct reading *r);
void regulation_read(struct reading *r, struct regulation *out);

/* "01-2025-09-05.md"; false where the name is of another form. */
bool session_name(struct str name, int *number, struct date *date);
struct session *session_read(struct reading *r, struct str name);

#endif
