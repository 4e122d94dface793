/* SPDX-License-Identifier: MIT */
#include "base/index.h"

#include "base/arena.h"

enum { FIRST_SLOTS = 16 };

struct index_slot {
	struct str text;
	size_t value;
	bool used;
};

/* Where a text is, or would be put: from its hash on, the first place that is
 * its own or free. */
static struct index_slot *
slot_of(struct index_slot *slots, size_t cap, struct str text)
{
	uint64_t hash = str_hash(text);

	for (size_t i = (size_t)(hash ^ hash >> 32);; i++) {
		struct index_slot *s = &slots[i & (cap - 1)];

		if (!s->used || str_eq(s->text, text))
			return s;
	}
}

static void
index_grow(struct index *x, struct arena *a)
{
	size_t cap = x->cap ? 2 * x->cap : FIRST_SLOTS;
	struct index_slot *slots = ARENA_ARRAY(a, struct index_slot, cap);

	for (size_t i = 0; i < x->cap; i++) {
		if (x->slots[i].used)
			*slot_of(slots, cap, x->slots[i].text) = x->slots[i];
	}
	x->slots = slots;
	x->cap = cap;
}

size_t *
index_at(struct index *x, struct arena *a, struct str text)
{
	struct index_slot *s;

	/* A quarter stays free: runs of taken places stay short. */
	if (4 * (x->n + 1) > 3 * x->cap)
		index_grow(x, a);
	s = slot_of(x->slots, x->cap, text);
	if (!s->used) {
		*s = (struct index_slot){ .text = text, .used = true };
		x->n++;
	}
	return &s->value;
}
