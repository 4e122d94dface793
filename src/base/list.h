/* SPDX-License-Identifier: MIT */
#ifndef BASE_LIST_H
#define BASE_LIST_H

/*
 * A growing array in an arena: LIST(struct vote) votes;
 *
 * Elements move when the list grows: keep no pointer into a growing list.
 * Two LISTs of one type are two types in C: a list that functions pass around
 * is a named struct, struct things { LIST_OF(struct thing); }.
 */

#include <stddef.h>

struct arena;

#define LIST_OF(T) \
	T *at; \
	size_t n, cap
#define LIST(T) \
	struct { \
		LIST_OF(T); \
	}

/* Adds one zeroed element and gives a pointer to it. */
#define LIST_ADD(a, l) \
	((l)->at = list_room(a, (l)->at, (l)->n, &(l)->cap, sizeof(*(l)->at)), \
	    &(l)->at[(l)->n++])

/* The last element of a list that is not empty. */
#define LIST_LAST(l) (&(l)->at[(l)->n - 1])

void *list_room(struct arena *a, void *at, size_t n, size_t *cap, size_t size);

#endif
