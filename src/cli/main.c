/* SPDX-License-Identifier: MIT */
#include <stdio.h>

#include "base/os.h"
#include "cli/cli.h"
#include "reader/reader.h"

static const struct words no_memory =
    TEXT("out of memory: close other programs and try again");

/*
 * What is deepest, quotations and lists within each other as far as the markup
 * goes, takes a quarter of this; arguments and environment, which lie there
 * too, at most half.  A check that sanitizers watch takes more.
 */
#ifdef ARENA_CHECK
enum { STACK_LEAST = 1024 }; /* KiB */
#else
enum { STACK_LEAST = 256 };
#endif

static const struct words small_stack =
    TEXT("the stack is limited to %1 KiB; %2 are needed: ulimit -s %2");

static bool
stack_suffices(const struct options *o)
{
	uint64_t size = os_stack() / 1024;

	if (size >= STACK_LEAST)
		return true;
	say(o, o->lang, &small_stack,
	    ARGS(arg_number(o->run, (int64_t)size),
		arg_number(o->run, STACK_LEAST)));
	return false;
}

int
main(int argc, char **argv)
{
	struct arena run;

	if (!os_begin())
		return OUTCOME_SYSTEM;
	arena_init(&run);

	struct options o = { .run = &run, .words = lexicon_new(&run) };
	enum outcome outcome = OUTCOME_USAGE;

	if (options_read(&o, argc, argv)) {
		arena_last_words(words_in(&no_memory, o.lang));
		outcome =
		    stack_suffices(&o) ? o.command->run(&o) : OUTCOME_SYSTEM;
	}
	/* What could not be printed was not said: a full disk is no success. */
	if (fflush(stdout) == EOF || ferror(stdout)) {
		perror("kengesh: stdout");
		outcome = OUTCOME_SYSTEM;
	}
	arena_done(&run);
	return (int)outcome;
}
