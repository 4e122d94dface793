/* SPDX-License-Identifier: MIT */
#include "base/memory.h"

#include <errno.h>
#include <stdlib.h>

#include "base/arena.h"

/* Of nothing some systems give NULL. */
static void *
taken(void *p)
{
	if (!p)
		arena_exhausted();
	return p;
}

void *
memory_take(size_t n)
{
	return taken(malloc(n ? n : 1));
}

void *
memory_zeroed(size_t count, size_t size)
{
	return taken(calloc(count ? count : 1, size ? size : 1));
}

void *
memory_resize(void *p, size_t n)
{
	return taken(realloc(p, n ? n : 1));
}

void
memory_watch(void)
{
	errno = 0;
}

void
memory_judge(void)
{
	if (errno == ENOMEM)
		arena_exhausted();
}
