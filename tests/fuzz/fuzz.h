/* SPDX-License-Identifier: MIT */
#ifndef TESTS_FUZZ_FUZZ_H
#define TESTS_FUZZ_FUZZ_H

/*
 * What the harnesses have in common.  Each is a program in which libFuzzer
 * tries one input after another: what is dear is opened once, what is of one
 * input lies in an arena that is emptied after it.  What must be true of any
 * input is asserted; an assertion that fails is found as a crash is.
 */

#undef NDEBUG
#include <assert.h>

#include "base/arena.h"
#include "base/utf8.h"
#include "diag/diag.h"

int LLVMFuzzerInitialize(int *argc, char ***argv);
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n);

static struct arena a; /* of one input */

/* The law of all functions that take findings: false exactly when an error was
 * added, here to a list that was empty. */
static inline bool
told(bool ok, const struct diags *d)
{
	assert(ok == !d->count[SEV_ERROR]);
	return ok;
}

#endif
