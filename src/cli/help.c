/* SPDX-License-Identifier: MIT */
#include "cli/cli.h"

static const struct words usage = TEXT("Usage: kengesh COMMAND [OPTIONS] ...");
static const struct words commands_head = TEXT("Commands:");
static const struct words options_head = TEXT("Options:");
static const struct words examples_head = TEXT("Examples:");

static void
print_row(const char *left, const struct words *help, enum lang lang)
{
	print_spaces(2);
	print_padded(str_from(left), 27);
	print_line(str_from(words_in(help, lang)));
}

enum outcome
help_run(const struct options *o)
{
	char left[64];

	print_line(str_from(words_in(&usage, o->lang)));
	print_end();
	print_line(str_from(words_in(&commands_head, o->lang)));
	for (const struct command *c = commands; c->name; c++) {
		snprintf(left, sizeof(left), "%s %s", c->name, c->operands);
		print_row(left, &c->help, o->lang);
	}
	print_end();
	print_line(str_from(words_in(&options_head, o->lang)));
	for (const struct option_row *r = option_rows; r->name; r++) {
		snprintf(left, sizeof(left), "%s%s%s%s%s",
		    r->letter ? r->letter : "", r->letter ? ", " : "", r->name,
		    r->argument ? " " : "", r->argument ? r->argument : "");
		print_row(left, &r->help, o->lang);
	}
	print_end();
	print_line(str_from(words_in(&examples_head, o->lang)));
	print_line(STR("  kengesh check"));
	print_line(STR("  kengesh build minutes -o out"));
	return OUTCOME_CLEAN;
}

enum outcome
version_run(const struct options *o)
{
	(void)o;
	print_line(STR("kengesh " VERSION));
	return OUTCOME_CLEAN;
}
