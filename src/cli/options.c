/* SPDX-License-Identifier: MIT */
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/harmless.h"
#include "base/os.h"
#include "cli/cli.h"
#include "emit/emit.h"
#include "msg/grammar.h"

/*
 * To add a command: a row here, its function in a file of its name, its entry
 * in kengesh.1.
 */
const struct command commands[] = {
	{ "check", "[PATH...]",
	    TEXT("check the records against the regulation"), check_run },
	{ "build", "[KIND...]", TEXT("check, then typeset the papers as PDF"),
	    build_run },
	{ "verify", "FILE.pdf|HASH...",
	    TEXT("say whether a PDF is the paper that the records give"),
	    verify_run },
	{ "status", "[YEAR...]",
	    TEXT("each clause, what proves it, what must happen next"),
	    status_run },
	{ "due", "[YEAR...]",
	    TEXT("what becomes due, and when; --ics: as a calendar"), due_run },
	{ "rule", "[CODE]", TEXT("list what is checked, or explain one code"),
	    rule_run },
	{ "help", "", TEXT("print this help"), help_run },
	{ "version", "", TEXT("print the version"), version_run },
	{ 0 },
};

static bool
lang_from(enum lang *out, const char *code)
{
	for (int i = 0; i < LANG_MAX; i++) {
		if (strncmp(code, lang_codes[i], 2) == 0) {
			*out = (enum lang)i;
			return true;
		}
	}
	return false;
}

static bool
set_folder(struct options *o, const char *argument)
{
	*LIST_ADD(o->run, &o->folders) = argument;
	return *argument;
}

static bool
set_out(struct options *o, const char *argument)
{
	o->out = argument;
	return *argument;
}

static bool
set_lang(struct options *o, const char *argument)
{
	o->lang_given = strlen(argument) == 2 && lang_from(&o->lang, argument);
	return o->lang_given;
}

static bool
set_colour(struct options *o, const char *argument)
{
	static const char *const whens[] = { "auto", "always", "never" };

	for (int i = 0; i < 3; i++) {
		if (strcmp(argument, whens[i]) == 0) {
			o->colour = (enum colour)i;
			return true;
		}
	}
	return false;
}

static bool
set_quiet(struct options *o, const char *argument)
{
	(void)argument;
	return o->quiet = true;
}

static bool
set_draft(struct options *o, const char *argument)
{
	(void)argument;
	return o->draft = true;
}

static bool
set_ics(struct options *o, const char *argument)
{
	(void)argument;
	return o->ics = true;
}

/* A date, in whatever bytes: an argument need not be text. */
static bool
date_read(struct date *out, const struct options *o, const char *argument)
{
	return date_parse(out, harmless(o->run, str_from(argument))) &&
	       date_is_valid(*out);
}

static bool
set_today(struct options *o, const char *argument)
{
	return date_read(&o->today, o, argument);
}

/* Keeps them in order, each once, as the extract prints them. */
static void
item_add(struct options *o, int n)
{
	size_t i = 0;

	while (i < o->items.n && o->items.at[i] < n)
		i++;
	if (i < o->items.n && o->items.at[i] == n)
		return;
	(void)LIST_ADD(o->run, &o->items);
	for (size_t k = o->items.n - 1; k > i; k--)
		o->items.at[k] = o->items.at[k - 1];
	o->items.at[i] = n;
}

static bool
set_items(struct options *o, const char *argument)
{
	struct str rest = str_from(argument);
	int n;

	do {
		if (!str_number(str_trim(str_cut(rest, ',', &rest)), &n) || !n)
			return false;
		item_add(o, n);
	} while (rest.n);
	return true;
}

static bool
set_session(struct options *o, const char *argument)
{
	if (str_number(str_from(argument), &o->session_number))
		return o->session_number > 0;
	return date_read(&o->session_date, o, argument);
}

static bool
set_fail_on(struct options *o, const char *argument)
{
	static const char *const levels[] = { [SEV_NOTE] = "note",
		[SEV_WARNING] = "warning",
		[SEV_ERROR] = "error",
		[SEV_MAX] = "never" };

	for (int i = 0; i <= SEV_MAX; i++) {
		if (strcmp(argument, levels[i]) == 0) {
			o->fail_on = (enum severity)i;
			return true;
		}
	}
	return false;
}

static bool
set_strict(struct options *o, const char *argument)
{
	(void)argument;
	o->fail_on = SEV_WARNING;
	return true;
}

static void
output_add(struct options *o, const char *format, const char *path, bool append)
{
	for (size_t i = 0; i < o->outputs.n; i++) {
		const struct output *x = &o->outputs.at[i];

		if (append && x->append && str_eq(x->format, str_from(format)))
			return;
	}
	*LIST_ADD(o->run, &o->outputs) =
	    (struct output){ str_from(format), path, append };
}

/* Annotations, and a table in the summary of the step. */
static void
github_add(struct options *o)
{
	const char *summary = os_variable("GITHUB_STEP_SUMMARY");

	output_add(o, "github", NULL, false);
	if (summary && *summary)
		output_add(o, "markdown", summary, true);
}

static bool
set_format(struct options *o, const char *argument)
{
	const char *action = os_variable("GITHUB_ACTIONS");
	struct str path;
	struct str format = str_cut(str_from(argument), '=', &path);

	if (strcmp(argument, "auto") == 0) {
		output_add(o, "human", NULL, false);
		if (action && strcmp(action, "true") == 0)
			github_add(o);
		return true;
	}
	if (strcmp(argument, "github") == 0) {
		github_add(o);
		return true;
	}
	if (!emit_known(format) || (!path.n && strchr(argument, '=')))
		return false;
	output_add(o, str_cstr(o->run, format), path.n ? path.p : NULL, false);
	return true;
}

static bool
set_help(struct options *o, const char *argument)
{
	(void)argument;
	for (o->command = commands; o->command->run != help_run; o->command++)
		;
	return true;
}

static bool
set_version(struct options *o, const char *argument)
{
	(void)argument;
	for (o->command = commands; o->command->run != version_run;
	     o->command++)
		;
	return true;
}

/* To add an option: a setter, a row here, its entry in kengesh.1. */
const struct option_row option_rows[] = {
	{ "--folder", "-C", "DIR",
	    TEXT("the school's folder, or one below it; may be repeated"),
	    set_folder },
	{ "--out", "-o", "DIR",
	    TEXT("where build puts the papers; the file of due --ics"),
	    set_out },
	{ "--items", NULL, "N,N", TEXT("the items of build extract"),
	    set_items },
	{ "--session", NULL, "SESSION",
	    TEXT("build only papers of this session: a number or a date"),
	    set_session },
	{ "--ics", NULL, NULL, TEXT("due as a calendar (iCalendar)"), set_ics },
	{ "--today", NULL, "DATE", TEXT("take this day as today"), set_today },
	{ "--lang", NULL, "LANG", TEXT("language of messages: ky, ru or en"),
	    set_lang },
	{ "--format", NULL, "FORMAT[=FILE]",
	    TEXT("form of the findings; may be repeated"), set_format },
	{ "--fail-on", NULL, "LEVEL",
	    TEXT("lowest level that gives status 1: error, warning, note, "
		 "never"),
	    set_fail_on },
	{ "--strict", NULL, NULL, TEXT("the same as --fail-on warning"),
	    set_strict },
	{ "--draft", NULL, NULL,
	    TEXT("typeset papers with errors too, marked as drafts"),
	    set_draft },
	{ "--color", NULL, "WHEN", TEXT("auto, always or never"), set_colour },
	{ "--quiet", "-q", NULL,
	    TEXT("do not list papers produced without problems"), set_quiet },
	{ "--help", "-h", NULL, TEXT("print the help"), set_help },
	{ "--version", NULL, NULL, TEXT("print the version"), set_version },
	{ 0 },
};

static const struct words unknown_option =
    TEXT("unknown option %1; see `kengesh help`");
static const struct words wrong_argument =
    TEXT("%1 does not take %2; see `kengesh help`");
static const struct words missing_argument =
    TEXT("%1 needs a value: %2; see `kengesh help`");
static const struct words unknown_command =
    TEXT("unknown command %1; see `kengesh help`");
static const struct words bad_epoch =
    TEXT("SOURCE_DATE_EPOCH is not a count of seconds: %1");

/* The row of a word such as --today, --today=DATE or -C, or NULL. */
static const struct option_row *
option_find(const char *word, const char **value)
{
	size_t n = strcspn(word, "=");

	*value = word[n] ? word + n + 1 : NULL;
	for (const struct option_row *r = option_rows; r->name; r++) {
		if (strlen(r->name) == n && strncmp(word, r->name, n) == 0)
			return r;
		if (r->letter && strcmp(word, r->letter) == 0)
			return r;
	}
	return NULL;
}

/* Takes argv[*i] as an option, and the next word where it has an argument. */
static bool
option_take(struct options *o, int argc, char **argv, int *i)
{
	const char *value;
	const char *word = argv[*i];
	const struct option_row *r = option_find(word, &value);

	if (!r || (value && !r->argument)) {
		say(o, o->lang, &unknown_option, ARGS(arg_str(str_from(word))));
		return false;
	}
	if (r->argument && !value) {
		if (*i + 1 == argc) {
			say(o, o->lang, &missing_argument,
			    ARGS(arg_str(str_from(word)),
				arg_str(str_from(r->argument))));
			return false;
		}
		value = argv[++*i];
	}
	if (r->set(o, value ? value : ""))
		return true;
	say(o, o->lang, &wrong_argument,
	    ARGS(arg_str(str_from(r->name)), arg_str(str_from(value))));
	return false;
}

/* The first word that is no option names the command; the rest are operands. */
static bool
operand_take(struct options *o, const char *word)
{
	if (o->command) {
		*LIST_ADD(o->run, &o->operands) = word;
		return true;
	}
	for (o->command = commands; o->command->name; o->command++) {
		if (strcmp(o->command->name, word) == 0)
			return true;
	}
	say(o, o->lang, &unknown_command, ARGS(arg_str(str_from(word))));
	return false;
}

static bool
read_environment(struct options *o)
{
	const char *lang = os_variable("KENGESH_LANG");
	const char *epoch = os_variable("SOURCE_DATE_EPOCH");
	static const char *const locales[] = { "LC_ALL", "LC_MESSAGES",
		"LANG" };

	/* Of use only until the school's own language is known. */
	for (int i = 0; i < 3; i++) {
		const char *locale = os_variable(locales[i]);

		if (locale && *locale) {
			lang_from(&o->lang, locale);
			break;
		}
	}
	if (lang && *lang)
		o->lang_given = lang_from(&o->lang, lang);
	if (!epoch)
		return true;

	char *end;

	errno = 0;
	o->epoch = strtoll(epoch, &end, 10);
	/* Up to the year 9999: the four figures that a PDF's date has. */
	if (*epoch >= '0' && *epoch <= '9' && !*end && !errno &&
	    o->epoch < 253402300800)
		return true;
	say(o, o->lang, &bad_epoch, ARGS(arg_str(str_from(epoch))));
	return false;
}

bool
options_read(struct options *o, int argc, char **argv)
{
	bool only_operands = false;

	o->lang = LANG_KY;
	o->fail_on = SEV_ERROR;
	o->epoch = -1;
	o->today = os_today();
	if (!read_environment(o))
		return false;
	for (int i = 1; i < argc; i++) {
		const char *word = argv[i];
		bool option = !only_operands && word[0] == '-' && word[1];

		if (option && strcmp(word, "--") == 0)
			only_operands = true;
		else if (option ? !option_take(o, argc, argv, &i)
				: !operand_take(o, word))
			return false;
	}
	if (!o->command)
		set_help(o, "");
	return true;
}
