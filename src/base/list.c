/* SPDX-License-Identifier: MIT */
#include "base/list.h"

#include <stdint.h>

#include "base/arena.h"

/* Bytes that a list begins with: most have one element, and growing is cheap
 * for those that have many. */
#define FIRST_ROOM ((size_t)64)

void *
list_room(struct arena *a, void *at, size_t n, size_t *cap, size_t size)
{
	size_t more = *cap;

	if (n < *cap)
		return at;
	if (!more)
		more = size < FIRST_ROOM ? FIRST_ROOM / size : 1;
	if (more > SIZE_MAX / 2 / size)
		arena_exhausted();
	*cap += more;
	return arena_grow(a, at, n * size, more * size);
}
