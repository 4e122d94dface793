/* SPDX-License-Identifier: MIT */
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "cli/cli.h"
#include "emit/emit.h"
#include "msg/grammar.h"

/*
 * To add a command: a row here, its function in a file of its name, its entry
 * in kengesh.1.
 */
const struct command commands[] = {
	{ "check", "[PATH...]",
	    WORDS("check the records against the regulation",
		"проверить записи по положению",
		"жазууларды жобо боюнча текшерүү"),
	    check_run },
	{ "build", "[KIND...]",
	    WORDS("check, then set the papers as PDF",
		"проверить записи и выпустить документы в PDF",
		"текшерип, документтерди PDF кылып чыгаруу"),
	    build_run },
	{ "verify", "FILE.pdf|HASH...",
	    WORDS("say whether the records still say what was printed",
		"сверить записи с напечатанным документом",
		"жазууларды басылган документ менен салыштыруу"),
	    verify_run },
	{ "status", "[YEAR...]",
	    WORDS("each clause, what proves it, what must happen next",
		"каждый пункт, чем подтверждён и что предстоит",
		"ар бир пункт, анын далили жана эмне кылуу керек"),
	    status_run },
	{ "due", "[YEAR...]",
	    WORDS("what becomes due, and when; --ics: as a calendar",
		"что и когда предстоит; --ics: как календарь",
		"эмне иш, качан аткарылышы керек; --ics: календарь түрүндө"),
	    due_run },
	{ "rule", "[CODE]",
	    WORDS("list what is checked, or explain one code",
		"перечислить проверки или объяснить код",
		"текшерүүлөрдүн тизмеси же бир коддун түшүндүрмөсү"),
	    rule_run },
	{ "help", "",
	    WORDS("print this help", "показать эту справку",
		"ушул маалымдаманы көрсөтүү"),
	    help_run },
	{ "version", "",
	    WORDS("print the version", "показать версию", "версиясын көрсөтүү"),
	    version_run },
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

static bool
set_today(struct options *o, const char *argument)
{
	return date_parse(&o->today, str_from(argument)) &&
	       date_is_valid(o->today);
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
	return date_parse(&o->session_date, str_from(argument)) &&
	       date_is_valid(o->session_date);
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
	const char *summary = getenv("GITHUB_STEP_SUMMARY");

	output_add(o, "github", NULL, false);
	if (summary && *summary)
		output_add(o, "markdown", summary, true);
}

static bool
set_format(struct options *o, const char *argument)
{
	const char *action = getenv("GITHUB_ACTIONS");
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
	    WORDS("the school's folder, or one below it; may be repeated",
		"папка школы или любая внутри неё; можно повторять",
		"мектептин папкасы же анын ичиндегиси; кайталаса болот"),
	    set_folder },
	{ "--out", "-o", "DIR",
	    WORDS("where build puts the papers; the file of due --ics",
		"куда build кладёт документы; файл для due --ics",
		"build документтерди кайда салат; due --ics файлы"),
	    set_out },
	{ "--items", NULL, "N,N",
	    WORDS("the items of build extract", "вопросы для build extract",
		"build extract үчүн маселелер"),
	    set_items },
	{ "--session", NULL, "SESSION",
	    WORDS("build only papers of this session: a number or a date",
		"build – документы только этого заседания: номер или дата",
		"build ушул отурумдун гана документтерин чыгарат: номери же "
		"күнү"),
	    set_session },
	{ "--ics", NULL, NULL,
	    WORDS("due as a calendar (iCalendar)",
		"due в виде календаря (iCalendar)",
		"due календарь түрүндө (iCalendar)"),
	    set_ics },
	{ "--today", NULL, "DATE",
	    WORDS("take this day as today", "считать этот день сегодняшним",
		"ушул күндү бүгүнкү күн деп эсептөө"),
	    set_today },
	{ "--lang", NULL, "LANG",
	    WORDS("language of messages: ky, ru or en",
		"язык сообщений: ky, ru или en",
		"билдирүүлөрдүн тили: ky, ru же en"),
	    set_lang },
	{ "--format", NULL, "FORMAT[=FILE]",
	    WORDS("form of the findings; may be repeated",
		"вид замечаний; можно повторять",
		"билдирүүлөрдүн түрү; кайталаса болот"),
	    set_format },
	{ "--fail-on", NULL, "LEVEL",
	    WORDS("lowest level that gives status 1: error, warning, note, "
		  "never",
		"с какого уровня программа завершается с кодом 1: error, "
		"warning, note, never",
		"программа кайсы деңгээлден баштап 1 коду менен аяктайт: "
		"error, warning, note, never"),
	    set_fail_on },
	{ "--strict", NULL, NULL,
	    WORDS("the same as --fail-on warning",
		"то же, что --fail-on "
		"warning",
		"--fail-on warning менен бирдей"),
	    set_strict },
	{ "--draft", NULL, NULL,
	    WORDS("set papers with errors too, marked as drafts",
		"выпускать и с ошибками, с пометкой «ПРОЕКТ»",
		"катасы барларын да «ДОЛБООР» деген белги менен чыгаруу"),
	    set_draft },
	{ "--color", NULL, "WHEN",
	    WORDS("auto, always or never", "auto, always или never",
		"auto, always же never"),
	    set_colour },
	{ "--quiet", "-q", NULL,
	    WORDS("say nothing of papers that went well",
		"не сообщать об удавшихся документах",
		"ийгиликтүү чыккан документтер тууралуу айтпоо"),
	    set_quiet },
	{ "--help", "-h", NULL,
	    WORDS(
		"print the help", "показать справку", "маалымдаманы көрсөтүү"),
	    set_help },
	{ "--version", NULL, NULL,
	    WORDS("print the version", "показать версию", "версиясын көрсөтүү"),
	    set_version },
	{ 0 },
};

static const struct words unknown_option =
    WORDS("unknown option %1; see `kengesh help`",
	"неизвестный параметр: %1; см. `kengesh help`",
	"белгисиз параметр: %1; `kengesh help` караңыз");
static const struct words wrong_argument =
    WORDS("%1 does not take %2; see `kengesh help`",
	"%1: такое значение не подходит: %2; см. `kengesh help`",
	"%1: мындай маани туура келбейт: %2; `kengesh help` караңыз");
static const struct words missing_argument =
    WORDS("%1 needs a value: %2; see `kengesh help`",
	"параметру %1 нужно значение: %2; см. `kengesh help`",
	"%1: мааниси жазылышы керек: %2; `kengesh help` караңыз");
static const struct words unknown_command =
    WORDS("unknown command %1; see `kengesh help`",
	"неизвестная команда: %1; см. `kengesh help`",
	"белгисиз буйрук: %1; `kengesh help` караңыз");
static const struct words bad_epoch =
    WORDS("SOURCE_DATE_EPOCH is not a count of seconds: %1",
	"SOURCE_DATE_EPOCH – не число секунд: %1",
	"SOURCE_DATE_EPOCH секунданын саны эмес: %1");

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

/* The civil date here and now: the only look at the clock. */
static struct date
date_of_clock(void)
{
	time_t now = time(NULL);
	struct tm tm;

	if (!localtime_r(&now, &tm))
		return (struct date){ 1970, 1, 1 };
	return (struct date){ (int16_t)(tm.tm_year + 1900),
		(int8_t)(tm.tm_mon + 1), (int8_t)tm.tm_mday };
}

static bool
read_environment(struct options *o)
{
	const char *lang = getenv("KENGESH_LANG");
	const char *epoch = getenv("SOURCE_DATE_EPOCH");
	static const char *const locales[] = { "LC_ALL", "LC_MESSAGES",
		"LANG" };

	/* Of use only until the school's own language is known. */
	for (int i = 0; i < 3; i++) {
		const char *locale = getenv(locales[i]);

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
	o->today = date_of_clock();
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
