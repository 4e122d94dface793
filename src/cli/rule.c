/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "cli/cli.h"
#include "layout/layout.h"
#include "markup/markup.h"
#include "reader/reader.h"
#include "rules/rules.h"
#include "seal/seal.h"
#include "template/template.h"

static const struct message *const *const catalogues[] = { markup_messages,
	reader_messages, rules_messages, seal_messages, template_messages,
	layout_messages };

static const struct words no_rule =
    WORDS("unknown code %1; `kengesh rule` lists all",
	"неизвестный код %1; все перечислит `kengesh rule`",
	"белгисиз код %1; баарын `kengesh rule` көрсөтөт");
static const struct words clause_of_rule = WORDS(
    "clause %1 of the regulation", "пункт %1 положения", "жобонун %1-пункту");

/* A sentence whose places for arguments are dots. */
static struct str
sentence(const struct options *o, const struct words *w)
{
	static const struct arg dots = { .text = STR_INIT("…") };
	struct arg args[DIAG_ARGS];

	for (size_t i = 0; i < DIAG_ARGS; i++)
		args[i] = dots;
	return msg_text(o->run, w, o->lang, args, DIAG_ARGS);
}

static void
print_line(const struct options *o, const struct message *m)
{
	struct str text = sentence(o, &m->text);

	printf("%s  %s  %s: " STR_FMT "\n", m->code,
	    severity_words[m->severity].in[o->lang], m->name, STR_ARG(text));
}

static void
print_whole(const struct options *o, const struct message *m)
{
	const struct rule *r = rule_find(str_from(m->code));
	struct str help = sentence(o, &m->help);

	print_line(o, m);
	if (r && *r->clause) {
		struct str clause = msg_text(o->run, &clause_of_rule, o->lang,
		    ARGS(arg_str(str_from(r->clause))));

		printf("  " STR_FMT "\n", STR_ARG(clause));
	}
	if (help.n)
		printf("  " STR_FMT "\n", STR_ARG(help));
}

/* Prints every message, or the one of this code or name; how many those are. */
static size_t
print_messages(const struct options *o, const char *wanted)
{
	size_t n = 0;

	for (size_t c = 0; c < sizeof(catalogues) / sizeof(*catalogues); c++) {
		for (size_t i = 0; catalogues[c][i]; i++) {
			const struct message *m = catalogues[c][i];

			if (!wanted) {
				print_line(o, m);
			} else if (strcmp(wanted, m->code) == 0 ||
				   strcmp(wanted, m->name) == 0) {
				print_whole(o, m);
				n++;
			}
		}
	}
	return n;
}

enum outcome
rule_run(const struct options *o)
{
	if (!o->operands.n)
		print_messages(o, NULL);
	for (size_t i = 0; i < o->operands.n; i++) {
		if (print_messages(o, o->operands.at[i]))
			continue;
		say(o, o->lang, &no_rule,
		    ARGS(arg_str(str_from(o->operands.at[i]))));
		return OUTCOME_USAGE;
	}
	return OUTCOME_CLEAN;
}
