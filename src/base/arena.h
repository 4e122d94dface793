/* SPDX-License-Identifier: MIT */
#ifndef BASE_ARENA_H
#define BASE_ARENA_H

/*
 * An arena hands out memory and takes it all back at once.
 *
 * The program has two: `run`, for what lives until exit (sources, records,
 * findings, templates, fonts), and `page`, for what lives while one document
 * is made.  Nothing taken from an arena is ever freed by itself.  Memory is
 * zeroed.  There is no failure to check: when memory runs out the program
 * says so and ends with status 3.
 */

#include <stdalign.h>
#include <stddef.h>

struct arena {
	struct arena_block *last;
	struct arena_block *spare; /* empty ones, kept by a reset */
	size_t held;               /* bytes of the blocks in use */
};

void arena_init(struct arena *a);
void *arena_alloc(struct arena *a, size_t count, size_t size, size_t align);
/* Makes an allocation of n bytes `more` longer: in its place if it was the last
 * one, else as a copy elsewhere. */
void *arena_grow(struct arena *a, void *p, size_t n, size_t more);
void arena_reset(struct arena *a); /* forget everything, keep the room */
void arena_done(struct arena *a);  /* give everything back */

/* Ends the program where a library had no memory: its door calls this.  Files
 * are as they were, or whole: nothing is taken while one is written. */
_Noreturn void arena_exhausted(void);
/* What it says then, in the user's language: a sentence that lasts. */
void arena_last_words(const char *sentence);

#define ARENA_NEW(a, T)      ((T *)arena_alloc(a, 1, sizeof(T), alignof(T)))
#define ARENA_ARRAY(a, T, n) ((T *)arena_alloc(a, n, sizeof(T), alignof(T)))

#endif
