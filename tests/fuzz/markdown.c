/* SPDX-License-Identifier: MIT */
/* Any bytes as a file of Markdown with its header, of a record and of a
 * template: the door, the parts, cmark, the tree, the ledger. */
#include "findings.h"

static void
runs_must_be_sound(const struct runs *runs)
{
	for (size_t i = 0; i < runs->n; i++) {
		span_must_be_sound(runs->at[i].at);
		assert(utf8_fault(runs->at[i].s) == SIZE_MAX);
		assert(utf8_fault(runs->at[i].url) == SIZE_MAX);
	}
}

/* What lies in a block lies in its place. */
static void
blocks_must_be_sound(const struct blocks *blocks, int depth)
{
	assert(depth <= 64 + 4);
	for (size_t i = 0; i < blocks->n; i++) {
		const struct block *b = &blocks->at[i];

		span_must_be_sound(b->at);
		assert(utf8_fault(b->literal) == SIZE_MAX);
		runs_must_be_sound(&b->runs);
		blocks_must_be_sound(&b->kids, depth + 1);
	}
}

static void
marks_must_be_sound(const struct marks *marks)
{
	for (size_t i = 0; i < marks->n; i++)
		span_must_be_sound(marks->at[i]);
}

static void
try_record(struct span body, bool fences, struct diags *d)
{
	struct marks marks = { 0 };
	struct blocks tree = markup_markdown(&a, body, &marks);

	blocks_must_be_sound(&tree, 0);
	marks_must_be_sound(&marks);
	markup_prose_check(&a, body, &tree, &marks, fences, d);
}

static void
try_template(struct span body)
{
	struct marks marks = { 0 };
	struct blocks tree = markup_template(&a, body, &marks);
	struct diags d;

	diags_init(&d, &a);
	blocks_must_be_sound(&tree, 0);
	marks_must_be_sound(&marks);
	told(markup_template_check(&a, body, &tree, &marks, body.src, &d), &d);
}

static void
try_line(struct span body)
{
	struct str rest;
	size_t n = str_cut(span_text(body), '\n', &rest).n;
	struct block b = markup_inline(&a, source_span(body.src, body.off, n));

	runs_must_be_sound(&b.runs);
	blocks_must_be_sound(&b.kids, 0);
}

int
LLVMFuzzerInitialize(int *argc, char ***argv)
{
	(void)argc, (void)argv;
	arena_init(&a);
	return 0;
}

/* A header that could be meant in one way only is read on, with an error. */
static bool
try_parts(struct parts *parts, const struct source *s, struct diags *d)
{
	struct node *header;
	struct diags of_header;

	diags_init(&of_header, &a);
	told(markup_parts(parts, s, d), d);
	span_must_be_sound(parts->header);
	span_must_be_sound(parts->body);
	if (parts->header.src)
		told(markup_yaml(&header, &a, parts->header, &of_header),
		    &of_header);
	return parts->body.src;
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	struct source *s = source_of_bytes(
	    &a, STR("input"), (struct str){ (const char *)data, n });
	struct parts parts;
	struct diags d;

	diags_init(&d, &a);
	if (source_is_usable(s) && try_parts(&parts, s, &d)) {
		try_record(parts.body, n % 2, &d);
		try_template(parts.body);
		try_line(parts.body);
	}
	findings_must_be_sound(&d, n);
	arena_reset(&a);
	return 0;
}
