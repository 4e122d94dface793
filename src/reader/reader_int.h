/* SPDX-License-Identifier: MIT */
#ifndef READER_READER_INT_H
#define READER_READER_INT_H

/*
 * What the files of this folder share.  Each file is read by the same steps:
 * the door and the trees (markup), the header or the whole of it by a table of
 * fields, the body by the grammar of sessions; then people are looked for.
 */

#include "base/index.h"
#include "markup/markup.h"
#include "reader/fields.h"
#include "reader/reader.h"
#include "words/words.h"

#define MESSAGE(id, ...) extern const struct message id;
#define MESSAGE_LOSES    MESSAGE
#include "reader/messages.def"
#undef MESSAGE_LOSES
#undef MESSAGE

/* --- what one reading carries ------------------------------------------- */

#define NAME_PARTS 8 /* a name of a union has no more commas */

struct people;

/* A file that sessions of the year named, as it was read at first. */
struct annex {
	const struct source *source;
	struct prose body;
	bool set;
	const struct session *last; /* that named it */
};
struct annexes {
	struct index named; /* places in the list, from 1, by path */
	LIST(struct annex) list;
};

struct reading {
	struct arena *a;
	struct diags *d;
	const struct lexicon *lexicon;
	const char *root;
	const struct overlay *overlay; /* over its files, or NULL */
	struct school *school;
	struct year *year;      /* NULL while the school's own files are read */
	struct str folder;      /* "2025-2026/", or empty: before each path */
	enum lang lang;         /* of the prose being read */
	struct people *people;  /* NULL until members are read */
	struct annexes annexes; /* of the year */
	struct date on;         /* the date for which people are looked for */
	/* The first day that a date without its year may be; year 0: nobody
	 * knows. */
	struct date since;
	bool year_lost; /* of one that is not read something was said */
	size_t looks;   /* entries of folders that are not read (stray.c) */
	bool torn;      /* the tree has faults: what is missing may be there */
};

/* Whether a finding of this file says that something in it was not read as it
 * was meant: then what seems to be missing may be there. */
bool facts_are_lost(const struct reading *r, const struct source *s);

/* --- people.c ----------------------------------------------------------- */

/* Everybody of a year, ready to be looked for. */
struct people *people_new(struct reading *r, const struct year *y);
/* Makes a person whose name was read ready to be looked for. */
void people_name(struct reading *r, struct person *p);
/* The same for one whose papers print initials: a member, the director.  An
 * error where the name is none, unless `short` says what to print. */
bool people_check_name(struct reading *r, struct person *p);
/* Looks for one person; a finding where nobody or several are meant. */
void people_find(struct reading *r, struct ref *ref, const struct session *s);
/* The same where two may be written as one, А жана Б: the second is set only
 * then. */
void people_find_pair(struct reading *r, struct ref *first, struct ref *second,
    const struct session *s);
void people_find_speakers(struct reading *r, struct ref *first,
    struct ref *second, const struct session *s);
void people_find_all(
    struct reading *r, struct refs *refs, const struct session *s);
/* Unions, groups and collectives too. */
void people_find_responsible(
    struct reading *r, struct refs *refs, const struct session *s);
/* Without a finding: whether one of the year, or several together, are meant.
 */
bool people_are_responsible(struct reading *r, struct str written);
/* Whether one of these names is meant. */
bool wordings_hold(const struct wordings *names, struct str written);
/* Without a finding: whether somebody is meant. */
bool people_know(struct reading *r, struct ref *ref, const struct session *s);

/* --- written.c ---------------------------------------------------------- */

/* The two names of А жана Б; false where there is no such word between. */
bool name_cut_and(
    const struct text *both, struct text *first, struct text *second);
/* The name with the letters that were meant, a Latin y as `y`; *first: the
 * first letter that was not, of this *kind, or empty. */
struct str letters_mended(struct arena *a, struct str s, uint32_t y,
    enum look_alike *kind, struct str *first);
/* A name whose letters are of two alphabets as it was meant; others as they
 * are. */
struct str name_letters_mended(struct arena *a, struct str name);
/* Whether nothing is lost where this person's name takes the place of what was
 * written: each word is an initial, or like one of the name. */
bool name_keeps_words(struct arena *a, struct str written, struct str full);

/* --- facts.c ------------------------------------------------------------ */

/* A line of prose with its place: the text of a paragraph. */
struct prose_line {
	struct str text;
	struct span at;
	bool exact; /* the text is the source's, byte for byte */
};
struct prose_line line_of(struct reading *r, const struct block *paragraph);
struct text line_part(const struct prose_line *l, size_t off, size_t len);

/* The index of the first bullet that is a fact or nearly one, or n. */
size_t facts_begin(
    struct reading *r, const struct fields *f, const struct block *list);
/* Loads the bullets from `first` on; false where it added an error. */
bool facts_load(struct reading *r, const struct fields *f,
    const struct block *list, size_t first, void *to, uint64_t *done);
/* Says which lines of a paragraph, from one on, were to be facts; and which
 * elements of a numbered list. */
void facts_missed(struct reading *r, const struct fields *f,
    const struct block *block, size_t from);

/* --- votes.c, body.c, decisions.c, speech.c, prose.c -------------------- */

/* False where it added an error. */
bool votes_read(struct reading *r, struct text written, struct votes *out);

/* The body of a session, from its first block to its last. */
struct body {
	struct session *session;
	struct item *item; /* NULL before the first `##` */
	const struct word *section;
	uint32_t sections;   /* bits of those that came, by first letter */
	bool facts_may_come; /* only the `##` came yet */
	bool facts_came;     /* the block before was the item's facts */
	bool broken;         /* this item's structure has its finding */
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

/* --- habits.c, sentences.c ---------------------------------------------- */

/* The next line of a text, trimmed. */
struct span habit_line(struct span text, struct str *rest);
/* Without the stars around it that make it bold. */
struct str habit_unmarked(struct str s);

/* The heading of a section, typed as a text: "УГУЛДУ:", "1. **РЕШИЛИ:** …". */
struct typed_heading {
	const struct word *word;
	struct str typed, rest; /* the word; what follows it in its line */
};
bool habit_heading(
    struct reading *r, struct str line, struct typed_heading *out);
void habit_heading_say(
    struct reading *r, struct span line, const struct typed_heading *h);
/* Says which lines of a block are such headings; of the outermost paragraph
 * all but the first. */
void habit_headings_missed(
    struct reading *r, const struct block *block, bool outermost);
/* Whether a line is the heading of the agenda, which papers make themselves. */
bool habit_is_agenda(struct reading *r, struct str line);
/* Whether a body is a protocol as papers print it: then it is said, once. */
bool habit_protocol(struct reading *r, struct span body);
/* Says which paragraphs of a block are short lines that would be joined. */
void habit_lines(struct reading *r, const struct block *block);
/* Takes the hints out, from finding `first` on, that another explains. */
void habit_settle(struct reading *r, size_t first);

/* Says what in a paragraph of decision `number` is no sentence. */
void habit_sentences(
    struct reading *r, const struct block *paragraph, int number);
/* The facts of a decision in a line, as bullets; empty: there are none. */
struct str habit_facts(struct reading *r, struct str line, const char *indent);
/* Says that a text among the decisions begins with a bullet of Word's. */
void habit_bulleted(
    struct reading *r, const struct block *paragraph, int number);
/* Says whether a text that is the only decision looks like several. */
void habit_unnumbered(struct reading *r, const struct prose *text);

/* --- files.c, calendar.c, members.c, plan.c, session.c, regulation.c ----- */

struct source *file_read(struct reading *r, const char *name);
/* Says that the system refused what has this path: an errno. */
struct source *file_refused(struct reading *r, struct str path, int error);
void folder_refused(struct reading *r, struct str path, int error);
/* The header's tree (NULL where there is none) and the body; false where the
 * file can't be used. */
bool file_parts(struct reading *r, const struct source *s,
    const struct fields *keys, struct node **header, struct parts *out);
/* Says where keys of the header stand outside it; false where that spoils the
 * reading of the body (opening.c). */
bool opening_check(struct reading *r, const struct source *s,
    const struct fields *keys, const struct parts *parts);
/* The tree of a whole YAML file, or NULL. */
struct node *file_tree(struct reading *r, const struct source *s);
/* Whether a whole file is a list; an empty file is an empty one. */
bool tree_is_list(struct reading *r, const struct node *tree);
/* A finding about a file as a whole stands at its first character. */
struct span start_of(const struct source *s);
void council_read(struct reading *r, struct council *c, const char *name);
void calendar_read(struct reading *r, struct calendar *out);
void members_read(struct reading *r);
void plan_read(struct reading *r, struct plan *out);
/* Notes where a session names an item by a number that was counted otherwise
 * than the items stand in the file. */
void plan_check_references(struct reading *r);
void report_read(struct reading *r, struct report *out);
void waivers_read(struct reading *r);
void regulation_read(struct reading *r, struct regulation *out);

/* --- filename.c, stray.c ------------------------------------------------ */

/* "2025-2026": 2025; 0 where a folder's name is not of this form. */
int year_named(struct str name);
/* The same of a name that was meant so: 2025–2026, 25-26, окуу жылы 2025. */
int year_meant(struct arena *a, struct str name);
/* The name as it should end: editors add .txt, call Markdown .markdown, or
 * write endings in capitals. */
struct str name_mended(struct arena *a, struct str name);
/* Dot files, lock files, README and what is no record may lie where it likes.
 */
bool name_is_free(struct str name);
/* The name that a session should have which is kept as a document of another
 * program (05-2026-05-26.docx), or empty. */
struct str session_of_document(struct arena *a, struct str name);
/* Whether it ends as names of files do. */
bool name_is_of_file(struct str name);
/* Markdown with a digit in front. */
bool name_like_session(struct str name);
/* The name that a misnamed session should have, or empty. */
struct str session_name_meant(struct arena *a, struct str name);

/* Says what in a year's folder, in the school's, is not read and seems to be a
 * record; after the sessions of the year, of all years, were read. */
struct names;
void stray_in_year(struct reading *r, const struct names *names);
void stray_in_school(struct reading *r, const struct names *names);

/* Whether a session of this year has an attachment that is this file, or lies
 * in this folder (asked.c). */
bool year_names(const struct year *y, struct str path);

/* "01-2025-09-05.md"; false where the name is of another form. */
bool session_name(struct str name, int *number, struct date *date);
struct session *session_read(struct reading *r, struct str name);
/* Adds one in its place: by date, then number. */
void session_add(struct reading *r, struct year *y, struct session *s);
/*
 * A session that is not read, because its file has not this name or lies
 * elsewhere, counts by its name like any that can't be read: rules that would
 * need its facts say nothing.  The place of a finding about it.
 */
struct span session_lost(
    struct reading *r, struct source *source, struct str right);
/* Whether a year has a session whose file has this number and date. */
bool session_is_there(const struct year *y, int number, struct date date);

#endif
