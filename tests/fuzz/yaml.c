/* SPDX-License-Identifier: MIT */
/* Any bytes as a file of YAML: the door, the traps, libyaml, the tree. */
#include "findings.h"

static void
node_must_be_sound(const struct node *node, int depth)
{
	assert(depth <= 64 && node->at.src);
	span_must_be_sound(node->at);
	assert(utf8_fault(node->text) == SIZE_MAX);
	for (size_t i = 0; i < node->pairs.n; i++) {
		const struct pair *pair = &node->pairs.at[i];

		span_must_be_sound(pair->key_at);
		assert(utf8_fault(pair->key) == SIZE_MAX);
		node_must_be_sound(pair->value, depth + 1);
	}
	for (size_t i = 0; i < node->items.n; i++)
		node_must_be_sound(node->items.at[i], depth + 1);
}

int
LLVMFuzzerInitialize(int *argc, char ***argv)
{
	(void)argc, (void)argv;
	arena_init(&a);
	return 0;
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	struct source *s = source_of_bytes(
	    &a, STR("input"), (struct str){ (const char *)data, n });
	struct node *tree;
	struct diags d;

	diags_init(&d, &a);
	if (source_is_usable(s)) {
		bool ok =
		    markup_yaml(&tree, &a, source_span(s, 0, s->text.n), &d);

		assert(told(ok, &d) <= (tree != NULL));
		if (tree)
			node_must_be_sound(tree, 0);
	}
	findings_must_be_sound(&d, n);
	arena_reset(&a);
	return 0;
}
