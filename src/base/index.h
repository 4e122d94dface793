/* SPDX-License-Identifier: MIT */
#ifndef BASE_INDEX_H
#define BASE_INDEX_H

/*
 * An index says at once what is known of a text: however many there are, to
 * look for one costs the same.  It keeps views: the texts must stay.
 *
 *	struct index seen = { 0 };
 *	if (*index_at(&seen, a, name) == 0) ...
 */

#include <stddef.h>

#include "base/str.h"

struct arena;

struct index {
	struct index_slot *slots;
	size_t n, cap; /* cap: 0 or a power of two */
};

/* The number kept beside a text, 0 where it is new; the place is good until the
 * next call. */
size_t *index_at(struct index *x, struct arena *a, struct str text);

#endif
