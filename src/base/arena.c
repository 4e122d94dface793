/* SPDX-License-Identifier: MIT */
#include "base/arena.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* With ARENA_CHECK every allocation is a block, so that ASan sees each one. */
#ifdef ARENA_CHECK
#define BLOCK_SIZE ((size_t)0)
#else
#define BLOCK_SIZE ((size_t)64 * 1024)
#endif

struct arena_block {
	struct arena_block *prev;
	size_t used, size;
	alignas(max_align_t) char mem[];
};

static _Noreturn void
out_of_memory(void)
{
	fputs("kengesh: out of memory\n", stderr);
	exit(3);
}

static struct arena_block *
block_new(struct arena_block *prev, size_t need)
{
	size_t size = need > BLOCK_SIZE ? need : BLOCK_SIZE;
	struct arena_block *b = malloc(sizeof(*b) + size);

	if (!b)
		out_of_memory();
	b->prev = prev;
	b->used = 0;
	b->size = size;
	return b;
}

void
arena_init(struct arena *a)
{
	a->last = NULL;
}

void *
arena_alloc(struct arena *a, size_t count, size_t size, size_t align)
{
	if (size && count > SIZE_MAX / 2 / size)
		out_of_memory();

	size_t need = count * size;
	size_t at = a->last ? (a->last->used + align - 1) & ~(align - 1) : 0;

	if (!a->last || at > a->last->size || need > a->last->size - at) {
		a->last = block_new(a->last, need);
		at = 0;
	}
	a->last->used = at + need;
	return memset(a->last->mem + at, 0, need);
}

static void
drop_last(struct arena *a)
{
	struct arena_block *prev = a->last->prev;

	free(a->last);
	a->last = prev;
}

void
arena_reset(struct arena *a)
{
	/* The first block stays, unless ASan is to see a late use. */
	while (a->last && (a->last->prev || BLOCK_SIZE == 0))
		drop_last(a);
	if (a->last)
		a->last->used = 0;
}

void
arena_done(struct arena *a)
{
	while (a->last)
		drop_last(a);
}
