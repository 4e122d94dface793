/* SPDX-License-Identifier: MIT */
/*
 * Prints the program's tables, a row a line, for tests/docs:
 *
 *	tables options|commands|formats|kinds|fields|words|codes|rules|names
 */
#include <stdio.h>
#include <string.h>

#include "cli/cli.h"
#include "emit/emit.h"
#include "layout/layout.h"
#include "markup/markup.h"
#include "reader/reader.h"
#include "rules/rules.h"
#include "seal/seal.h"
#include "template/template.h"
#include "view/view.h"

static void
print_options(void)
{
	for (const struct option_row *r = option_rows; r->name; r++)
		printf("%s %s %s\n", r->letter ? r->letter : "-", r->name,
		    r->argument ? r->argument : "-");
}

static void
print_commands(void)
{
	for (const struct command *c = commands; c->name; c++)
		printf("%s\n", c->name);
}

/* Of findings; behind them the one that cli makes of two. */
static void
print_formats(void)
{
	for (size_t i = 0; emit_format(i); i++)
		printf("%s\n", emit_format(i));
	printf("auto\n");
}

/* Of papers. */
static void
print_kinds(void)
{
	for (size_t i = 0; i < PAPER_MAX; i++)
		printf("%s\n", paper_names[i]);
}

static void
print_fields(void)
{
	struct field_text f;

	for (size_t i = 0; reader_field(&f, i); i++)
		printf("%s %s %s\n", f.file, f.key,
		    f.required ? "required" : "optional");
}

/* Of keys: the Kyrgyz and the Russian one that messages show. */
static void
print_words(void)
{
	struct field_text f;

	for (size_t i = 0; reader_field(&f, i); i++) {
		const char *ky = f.words[LANG_KY], *ru = f.words[LANG_RU];

		if (ky && ru)
			printf("%s %s %.*s; %.*s\n", f.file, f.key,
			    (int)strcspn(ky, "|"), ky, (int)strcspn(ru, "|"),
			    ru);
	}
}

static void
print_codes(void)
{
	const struct message *const *const lists[] = { markup_messages,
		reader_messages, rules_messages, seal_messages,
		template_messages, layout_messages, diag_messages };

	for (size_t l = 0; l < sizeof(lists) / sizeof(*lists); l++) {
		for (size_t i = 0; lists[l][i]; i++)
			printf("%s %s\n", lists[l][i]->code, lists[l][i]->name);
	}
}

static void
print_rules(void)
{
	static const char *const levels[] = { "note", "warning", "error" };

	for (size_t i = 0; i < nrules; i++)
		printf("%s %s %s %s\n", rules[i].message.code,
		    rules[i].message.name, levels[rules[i].message.severity],
		    *rules[i].clause ? rules[i].clause : "-");
}

static void
print_names(void)
{
	for (const struct view_name *n = view_names; n->name; n++)
		printf("%s %s\n", n->scope, n->name);
}

static const struct table {
	const char *name;
	void (*print)(void);
} tables[] = { { "options", print_options }, { "commands", print_commands },
	{ "formats", print_formats }, { "kinds", print_kinds },
	{ "fields", print_fields }, { "words", print_words },
	{ "codes", print_codes }, { "rules", print_rules },
	{ "names", print_names } };

int
main(int argc, char **argv)
{
	for (size_t i = 0; i < sizeof(tables) / sizeof(*tables); i++) {
		if (argc == 2 && strcmp(argv[1], tables[i].name) == 0) {
			tables[i].print();
			return 0;
		}
	}
	fputs("usage: tables "
	      "options|commands|formats|kinds|fields|words|codes|rules|"
	      "names\n",
	    stderr);
	return 2;
}
