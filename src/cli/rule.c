/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "cli/cli.h"
#include "desk/desk.h"
#include "layout/layout.h"
#include "markup/markup.h"
#include "reader/reader.h"
#include "rules/rules.h"
#include "seal/seal.h"
#include "template/template.h"

static const struct message *const *const catalogues[] = { diag_messages,
	markup_messages, reader_messages, rules_messages, seal_messages,
	template_messages, layout_messages };

static const struct words no_rule =
    TEXT("unknown code %1; `kengesh rule` lists all");
static const struct words clause_head = TEXT("Clause %1 of the regulation");
static const struct words proof_head = TEXT("What proves it");
static const struct words when_head = TEXT("When");
static const struct words mistake_head = TEXT("Wrong");
static const struct words cure_head = TEXT("Right");
static const struct words help_head = TEXT("What to do");
static const struct words is_off = TEXT("off");
static const struct words level_changed =
    TEXT("The school's regulation has set another level: %1.");

enum { INDENT = 2 };

/* Where rules are explained. */
struct lecture {
	const struct options *o;
	enum lang lang;
	const struct regulation *regulation; /* the school's, or NULL */
};

/* A sentence whose places for arguments are dots. */
static struct str
sentence(const struct lecture *l, const struct words *w)
{
	static const struct arg dots = { .text = STR_INIT("…") };
	struct arg args[DIAG_ARGS];

	for (size_t i = 0; i < DIAG_ARGS; i++)
		args[i] = dots;
	return msg_text(l->o->run, w, l->lang, args, DIAG_ARGS);
}

static void
print_listed(const struct lecture *l, const struct message *m)
{
	struct str text = sentence(l, &m->text);

	print_line(str_printf(l->o->run, "%s  %s  %s: " STR_FMT, m->code,
	    words_in(&severity_words[m->severity], l->lang), m->name,
	    STR_ARG(text)));
}

static void
print_indented(struct str s)
{
	print_spaces(INDENT);
	print_wrapped(s, INDENT);
}

/* A head and what stands below it; an empty text has neither. */
static void
print_part(const struct lecture *l, const struct words *head, struct str text)
{
	if (!text.n)
		return;
	print_end();
	print_line(str_from(words_in(head, l->lang)));
	print_indented(text);
}

static void
print_excerpt(
    const struct lecture *l, const struct words *head, const char *lines)
{
	struct str rest = str_from(lines);

	print_end();
	print_line(str_from(words_in(head, l->lang)));
	while (rest.n) {
		struct str line = str_cut(rest, '\n', &rest);

		print_spaces(INDENT);
		print_line(line);
	}
}

static void
print_clause(const struct lecture *l, const struct rule_terms *terms)
{
	if (!terms->number.n)
		return;

	struct str head = msg_text(
	    l->o->run, &clause_head, l->lang, ARGS(arg_str(terms->number)));

	print_end();
	print_line(head);
	if (terms->clause && terms->clause->text.n)
		print_indented(terms->clause->text);
}

static void
print_head(
    const struct lecture *l, const struct message *m, const struct words *level)
{
	print_line(str_printf(l->o->run, "%s  %s  %s", m->code,
	    words_in(level, l->lang), m->name));
	print_indented(sentence(l, &m->text));
}

static const struct words *
level_words(const struct rule_terms *terms)
{
	return terms->off ? &is_off : &severity_words[terms->severity];
}

/* What stands above it is said of the level that the rule has by itself. */
static void
print_level(const struct lecture *l, const struct rule *r,
    const struct rule_terms *terms)
{
	if (!terms->off && terms->severity == r->message.severity)
		return;
	print_indented(msg_text(l->o->run, &level_changed, l->lang,
	    ARGS(arg_words(level_words(terms)))));
}

static void
print_rule(const struct lecture *l, const struct rule *r)
{
	const struct explanation *x = rule_explanation(r);
	struct rule_terms terms = rule_terms(l->regulation, r);

	print_head(l, &r->message, level_words(&terms));
	print_clause(l, &terms);
	print_part(l, &proof_head, str_from(words_in(&x->proof, l->lang)));
	print_part(l, &when_head, str_from(words_in(&x->when, l->lang)));
	print_level(l, r, &terms);
	print_excerpt(l, &mistake_head, x->mistake);
	print_excerpt(l, &cure_head, x->cure);
	print_part(l, &help_head, sentence(l, &r->message.help));
}

static void
print_whole(const struct lecture *l, const struct message *m)
{
	const struct rule *r = rule_of(m);

	if (r) {
		print_rule(l, r);
		return;
	}
	print_head(l, m, &severity_words[m->severity]);
	print_part(l, &help_head, sentence(l, &m->help));
}

/* Prints every message, or the one of this code or name; how many those are. */
static size_t
print_messages(const struct lecture *l, const char *wanted)
{
	size_t n = 0;

	for (size_t c = 0; c < sizeof(catalogues) / sizeof(*catalogues); c++) {
		for (size_t i = 0; catalogues[c][i]; i++) {
			const struct message *m = catalogues[c][i];

			if (!wanted) {
				print_listed(l, m);
			} else if (strcmp(wanted, m->code) == 0 ||
				   strcmp(wanted, m->name) == 0) {
				print_whole(l, m);
				n++;
			}
		}
	}
	return n;
}

/* Whether it is there as it was meant, or is not there. */
static bool
is_read(const struct source *s, bool readable)
{
	return s->state == SOURCE_ABSENT ||
	       (s->state == SOURCE_READ && readable);
}

/* The school that the command was called in or given, if any: its language,
 * and its regulation without the years.  How it ends where it says no more: not
 * clean, with a sentence, where a folder was named that is no school's, or
 * these records could not be read. */
static enum outcome
find_school(struct lecture *l, struct desk *desk)
{
	const struct options *o = l->o;
	static const struct str no_year = STR_INIT("");
	int error;
	struct str root = reader_root(o->run, ".", &error);
	struct str prefix = STR("");
	static const struct str read[] = { STR_INIT("council.yaml"),
		STR_INIT("regulation.md") };
	struct diags of_these;
	struct opened s;

	/* What the system does not tell is said there. */
	if (o->folders.n || error) {
		struct targets targets;

		enum outcome found = targets_of_folders(&targets, o);

		if (found != OUTCOME_CLEAN)
			return found;
		root = targets.at[0].root;
		prefix = targets.at[0].prefix;
	}
	if (!root.n)
		return OUTCOME_CLEAN;
	desk_read(&s, desk, o->run, root.p, NULL, &no_year, 1);
	if (!o->lang_given)
		l->lang = s.school->council.language;
	l->regulation = &s.school->regulation;
	if (is_read(s.school->council.source, true) &&
	    is_read(s.school->regulation.source, s.school->regulation.readable))
		return OUTCOME_CLEAN;
	diags_filter(&of_these, &s.found, read, 2);
	return say_spoiled(o, l->lang, prefix, &of_these);
}

static enum outcome
lecture(struct lecture *l)
{
	const struct options *o = l->o;

	if (!o->operands.n)
		print_messages(l, NULL);
	for (size_t i = 0; i < o->operands.n; i++) {
		if (i)
			print_end();
		if (print_messages(l, o->operands.at[i]))
			continue;
		say(o, l->lang, &no_rule,
		    ARGS(arg_str(str_from(o->operands.at[i]))));
		return OUTCOME_USAGE;
	}
	return OUTCOME_CLEAN;
}

enum outcome
rule_run(const struct options *o)
{
	struct lecture l = { .o = o, .lang = o->lang };
	struct desk desk;
	enum outcome found, said = OUTCOME_CLEAN;

	desk_open(&desk, o->run, o->words, o->today);
	found = find_school(&l, &desk);
	if (found != OUTCOME_USAGE)
		said = lecture(&l);
	desk_close(&desk);
	return said == OUTCOME_CLEAN ? found : said;
}
