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
#define BLOCK_SIZE ((size_t)256 * 1024)
#endif

/* With ARENA_POISON it sees them within blocks, for less time: what is not
 * handed out must not be touched, nor what lies between two allocations. */
#ifdef ARENA_POISON
void __asan_poison_memory_region(const volatile void *p, size_t n);
void __asan_unpoison_memory_region(const volatile void *p, size_t n);
#define FORBID(p, n) __asan_poison_memory_region(p, n)
#define ALLOW(p, n)  __asan_unpoison_memory_region(p, n)
enum { GAP = 16, LEAST_ALIGN = 8 }; /* ASan counts by eights */
#else
#define FORBID(p, n) ((void)(p), (void)(n))
#define ALLOW(p, n)  ((void)(p), (void)(n))
enum { GAP = 0, LEAST_ALIGN = 1 };
#endif

struct arena_block {
	struct arena_block *prev;
	size_t used, size;
	size_t soiled; /* bytes that an earlier use may have left; then zeros */
	alignas(max_align_t) char mem[];
};

/* Ready before it is needed: then there is no memory to make it. */
static const char *last_words =
    "out of memory: close other programs and try again";

void
arena_last_words(const char *sentence)
{
	last_words = sentence;
}

_Noreturn void
arena_exhausted(void)
{
	fputs("kengesh: ", stderr);
	fputs(last_words, stderr);
	fputs("\n", stderr);
	exit(3);
}

/* Puts a block behind the last: a spare one if that is large enough. */
static void
block_add(struct arena *a, size_t need)
{
	size_t size = need > BLOCK_SIZE ? need : BLOCK_SIZE;
	struct arena_block *b = a->spare;

	if (b && size == BLOCK_SIZE) {
		a->spare = b->prev;
	} else {
		b = calloc(1, sizeof(*b) + size);
		if (!b)
			arena_exhausted();
		b->size = size;
		FORBID(b->mem, size);
	}
	b->prev = a->last;
	b->used = 0;
	a->held += b->size;
	a->last = b;
}

void
arena_init(struct arena *a)
{
	*a = (struct arena){ 0 };
}

/* The next `need` bytes of the last block, zeroed. */
static void *
take(struct arena_block *b, size_t at, size_t need)
{
	b->used = at + need;
	ALLOW(b->mem + at, need);
	if (at < b->soiled)
		memset(b->mem + at, 0,
		    need < b->soiled - at ? need : b->soiled - at);
	return b->mem + at;
}

void *
arena_alloc(struct arena *a, size_t count, size_t size, size_t align)
{
	if (size && count > SIZE_MAX / 2 / size)
		arena_exhausted();

	if (align < LEAST_ALIGN)
		align = LEAST_ALIGN;

	size_t need = count * size;
	size_t at =
	    a->last ? (a->last->used + GAP + align - 1) & ~(align - 1) : 0;

	if (!a->last || at > a->last->size || need > a->last->size - at) {
		block_add(a, need);
		at = 0;
	}
	return take(a->last, at, need);
}

void *
arena_grow(struct arena *a, void *p, size_t n, size_t more)
{
	struct arena_block *b = a->last;

	if (more > SIZE_MAX / 2 - n)
		arena_exhausted();
	if (n && (char *)p + n == b->mem + b->used &&
	    more <= b->size - b->used) {
		take(b, b->used, more);
		return p;
	}

	void *bigger = arena_alloc(a, 1, n + more, alignof(max_align_t));

	return n ? memcpy(bigger, p, n) : bigger;
}

static void
drop(struct arena_block **list)
{
	struct arena_block *b = *list;

	*list = b->prev;
	ALLOW(b->mem, b->size);
	free(b);
}

void
arena_reset(struct arena *a)
{
	/*
	 * Blocks of the common size are kept: the next of a thousand schools
	 * needs as many, and pages new from the system are dear.  Large ones
	 * go, and under ARENA_CHECK all, so that ASan sees a late use.
	 */
	a->held = 0;
	while (a->last) {
		struct arena_block *b = a->last;

		if (!BLOCK_SIZE || b->size > BLOCK_SIZE) {
			drop(&a->last);
			continue;
		}
		if (b->used > b->soiled)
			b->soiled = b->used;
		FORBID(b->mem, b->size);
		a->last = b->prev;
		b->prev = a->spare;
		a->spare = b;
	}
}

void
arena_done(struct arena *a)
{
	while (a->last)
		drop(&a->last);
	while (a->spare)
		drop(&a->spare);
}
