/* SPDX-License-Identifier: MIT */
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <unistd.h>

#include "cli/cli.h"
#include "reader/reader.h"

/*
 * Takes the numbers of the standard streams that are closed, so that no file
 * gets one of them, and with it what was meant for the stream.  Nothing can be
 * written to what is opened here: output that nobody takes is still an error.
 */
static bool
hold_streams(void)
{
	for (int fd = STDIN_FILENO; fd <= STDERR_FILENO; fd++) {
		if (fcntl(fd, F_GETFD) < 0 && open("/dev/null", O_RDONLY) != fd)
			return false;
	}
	return true;
}

int
main(int argc, char **argv)
{
	struct arena run;

	if (!hold_streams())
		return OUTCOME_SYSTEM;
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
