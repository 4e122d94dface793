/* SPDX-License-Identifier: MIT */
#ifndef CLI_CLI_H
#define CLI_CLI_H

/*
 * The command line: what was asked, and the story of each command.  The only
 * place that reads the clock, the environment and the terminal, and that
 * prints.  kengesh(1) is checked against the tables of options.c.
 */

#include <stdbool.h>
#include <stdio.h>

#include "base/arena.h"
#include "base/date.h"
#include "base/list.h"
#include "diag/diag.h"
#include "view/view.h"

/* The ways to end, as kengesh(1) lists them. */
enum outcome {
	OUTCOME_CLEAN = 0,
	OUTCOME_FINDINGS = 1, /* findings of a level that fails */
	OUTCOME_USAGE = 2,    /* a word of the command line; no school found */
	OUTCOME_SYSTEM = 3,   /* could not read or write */
};

struct options;
struct opened;

/* One command: a row of `commands`. */
struct command {
	const char *name;
	const char *operands; /* "[KIND...]", for the help */
	struct words help;
	enum outcome (*run)(const struct options *o);
};
extern const struct command commands[]; /* ends with a NULL name */

/* Where findings go: --format FORMAT[=FILE]. */
struct output {
	struct str format;
	const char *path; /* NULL: the command's own stream; "-": stdout */
	bool append;      /* the file belongs to others too */
};

enum colour { COLOUR_AUTO, COLOUR_ALWAYS, COLOUR_NEVER };

struct options {
	struct arena *run;
	const struct lexicon *words; /* of records, for every school */
	const struct command *command;
	LIST(const char *) operands;
	LIST(const char *) folders; /* -C; empty: here */
	/* -o: a folder for build, where NULL is out/ in the school's; a file
	 * for due --ics. */
	const char *out;
	enum lang lang;  /* of messages */
	bool lang_given; /* false: the school's own */
	enum colour colour;
	bool quiet, draft;
	bool ics;                  /* due as a calendar */
	struct item_numbers items; /* of the extract, in order, each once */
	/* --session: the number of its minutes, or its date; else neither. */
	int session_number;
	struct date session_date;
	struct date today;
	enum severity fail_on; /* SEV_MAX: never */
	int64_t epoch;         /* SOURCE_DATE_EPOCH, or -1 */
	LIST(struct output) outputs;
};

/* One option: a row of `option_rows`. */
struct option_row {
	const char *name;     /* "--today" */
	const char *letter;   /* "-C", or NULL */
	const char *argument; /* "DATE", or NULL */
	struct words help;
	bool (*set)(struct options *o, const char *argument);
};
extern const struct option_row option_rows[]; /* ends with a NULL name */

/* False: a word was wrong, and that was said on stderr. */
bool options_read(struct options *o, int argc, char **argv);

/* Whether a stream takes colour (--color, NO_COLOR, FORCE_COLOR, TERM, tty). */
bool output_colours(const struct options *o, FILE *stream);

/*
 * The findings of a command, as --format asks: begun once, given those of one
 * school after another, ended once.  `stream` is the command's own.  begin
 * gives NULL, and end false, with a sentence on stderr, where a stream or file
 * could not take them.
 */
struct channels;
struct channels *output_begin(const struct options *o, FILE *stream);
/* Sorted findings; `prefix` is put before each path. */
void output_findings(struct channels *c, const struct diags *d, enum lang lang,
    struct str prefix);
bool output_end(struct channels *c, enum outcome outcome);
/* Puts a file that the command line names (base/file.h); false: an errno. */
bool output_put(
    const struct options *o, const char *path, struct str bytes, int *error);

/* How a command ends that has found this: OUTCOME_SYSTEM where the system
 * refused a file or a folder, whatever level fails. */
enum outcome outcome_of(const struct diags *d, enum severity fail_on);
/* Says on stderr which files and folders the system refused, and why; false:
 * none.  `prefix` is put before each path. */
bool say_refused(const struct options *o, enum lang lang, struct str prefix,
    const struct diags *d);
/* outcome_of() records that a command only reads from, whatever is wrong with
 * them: what could not be read whole is said on stderr. */
enum outcome say_spoiled(const struct options *o, enum lang lang,
    struct str prefix, const struct diags *d);
/* The same of a school, whatever its rules say: its signatures and papers too.
 */
enum outcome say_faults(const struct options *o, enum lang lang,
    struct str prefix, const struct opened *s);

/* One school that a command works on. */
struct target {
	struct str root;         /* its folder, as the program may open it */
	struct str prefix;       /* what is put before paths in print */
	LIST(struct str) within; /* only findings below these; empty: all */
};
struct targets {
	LIST_OF(struct target);
};
/* The schools of -C (without it: of the current folder), whole, or those of
 * these paths, each once, in order.  Not clean, with a sentence, where a path
 * lies in no school, or the system does not tell. */
enum outcome targets_of_folders(struct targets *out, const struct options *o);
enum outcome targets_of_paths(struct targets *out, const struct options *o,
    const char *const *paths, size_t npaths);

/* Whether it is the session that --session names; without it, any is. */
bool choice_session(const struct options *o, const struct session *s);
/* Adds the extract that --items and --session ask for, or says why not. */
enum outcome choice_extract(struct papers *out, struct arena *a,
    const struct school *school, const struct options *o, enum lang lang);

/* The years named as operands, else those that are not over, else the last;
 * with a sentence, where a name is none, or the school has none. */
struct years {
	LIST_OF(const struct year *);
};
enum outcome years_asked(struct years *out, struct arena *a,
    const struct options *o, const struct target *t, const struct school *s,
    enum lang lang);

/*
 * Standard output (print.c).  Whatever stems from records, names, arguments or
 * the system is made harmless (base/harmless.h), whose lines are short enough
 * for a screen of 80 columns.
 */
void print_text(struct str s);
void print_line(struct str s); /* and ends the line */
void print_spaces(size_t n);
void print_end(void); /* of a line */
/* Bytes as they are: of a format that has no harm in it, or of a colour. */
void print_raw(struct str s);
size_t columns_of(struct str s); /* valid UTF-8 */
void print_padded(struct str s, size_t width);
/* From column `indent` on, where it stands; further lines begin there too. */
void print_wrapped(struct str s, size_t indent);
/* At most so many columns, an ellipsis for the rest. */
struct str clipped(struct arena *a, struct str s, size_t width);

/* The language of what is said of a school: --lang, else its own. */
enum lang lang_of(const struct options *o, const struct school *s);
/* Says a sentence on stderr: "kengesh: ...". */
void say(const struct options *o, enum lang lang, const struct words *w,
    const struct arg *args, size_t nargs);
/* Says that a file could not be written; `error` is an errno. */
void say_unwritten(
    const struct options *o, enum lang lang, const char *path, int error);

/* iCalendar (RFC 5545): the steps of a year as events (calendar.c). */
void calendar_begin(struct strbuf *b, struct str name, enum lang lang);
void calendar_steps(struct strbuf *b, const struct school *s,
    const struct clauses *l, enum lang lang);
void calendar_end(struct strbuf *b);

/* The commands. */
enum outcome check_run(const struct options *o);
enum outcome build_run(const struct options *o);
enum outcome verify_run(const struct options *o);
enum outcome due_run(const struct options *o);
enum outcome status_run(const struct options *o);
enum outcome rule_run(const struct options *o);
enum outcome help_run(const struct options *o);
enum outcome version_run(const struct options *o);

#endif
