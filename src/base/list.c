/* SPDX-License-Identifier: MIT */
#include "base/list.h"

#include <string.h>

#include "base/arena.h"

void *
list_room(struct arena *a, void *at, size_t n, size_t *cap, size_t size)
{
	if (n < *cap)
		return at;
	*cap = *cap ? 2 * *cap : 8;

	void *bigger = arena_alloc(a, *cap, size, alignof(max_align_t));

	return n ? memcpy(bigger, at, n * size) : bigger;
}
