/* SPDX-License-Identifier: MIT */
#ifndef BASE_MEMORY_H
#define BASE_MEMORY_H

/*
 * Memory for libraries that ask for their own and look badly, or not at all, at
 * whether they got it.  There is no failure to check here either: where memory
 * runs out, the program ends as it does for an arena.  free() gives it back.
 */

#include <stddef.h>

void *memory_take(size_t n);
void *memory_zeroed(size_t count, size_t size);
void *memory_resize(void *p, size_t n);

/*
 * Around calls of a library that takes no memory of ours and tells nobody that
 * it got none: HarfBuzz goes on with an empty table, in which letters have no
 * width.  But malloc() leaves ENOMEM in errno, and nothing else in it touches
 * that: the second ends the program where memory was missing since the first.
 */
void memory_watch(void);
void memory_judge(void);

#endif
