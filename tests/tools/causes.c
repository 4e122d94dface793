/* SPDX-License-Identifier: MIT */
/*
 * Holds causes.h to the school in the working folder, as of the day in
 * `--today DAY`: for the schools of the cases, which tests/run lays out.
 */
#include "causes.h"

int
main(int argc, char **argv)
{
	struct date today = { 2026, 9, 15 };
	struct causes c = { 0 };
	struct work w = { 0 };
	struct diags d;

	for (int i = 1; i + 1 < argc; i++) {
		if (strcmp(argv[i], "--today") == 0 &&
		    !date_parse(&today, str_from(argv[i + 1])))
			stop("not a day", argv[i + 1]);
	}
	arena_init(&w.keep);
	arena_init(&w.once);
	w.words = lexicon_new(&w.keep);
	begin_causes(&d, &c, &w, today);
	try_causes(&c, &d);
	arena_done(&w.once);
	arena_done(&w.keep);
	return c.hidden > 0;
}
