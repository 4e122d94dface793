/* SPDX-License-Identifier: MIT */
#include <signal.h>
#include <stdio.h>

#include "cli/cli.h"
#include "reader/reader.h"

int
main(int argc, char **argv)
{
	struct arena run;

	arena_init(&run);
	/* A file that may grow no further is told of as a full disk is. */
	signal(SIGXFSZ, SIG_IGN);

	struct options o = { .run = &run, .words = lexicon_new(&run) };
	enum outcome outcome = OUTCOME_USAGE;

	if (options_read(&o, argc, argv))
		outcome = o.command->run(&o);
	/* What could not be printed was not said: a full disk is no success. */
	if (fflush(stdout) == EOF || ferror(stdout)) {
		perror("kengesh: stdout");
		outcome = OUTCOME_SYSTEM;
	}
	arena_done(&run);
	return (int)outcome;
}
