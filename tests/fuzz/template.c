/* SPDX-License-Identifier: MIT */
/* Any bytes as a school's own template, from its tags to the bytes of a PDF:
 * the first byte says of which kind of paper, the others are the template. */
#include "school.h"

static struct records records; /* read once */

int
LLVMFuzzerInitialize(int *argc, char ***argv)
{
	(void)argc, (void)argv;
	school_prepare(whole_school);
	records_read(&records, "README", STR(""));
	arena_init(&a); /* what was read stays */
	return 0;
}

/* The first paper of a kind; of one that is made of others or on demand, the
 * minutes. */
static const struct paper *
paper_of(size_t kind)
{
	for (size_t i = 0; i < records.papers.n; i++) {
		const struct paper *p = &records.papers.at[i];

		if (p->kind == kind && kind != PAPER_YEARBOOK)
			return p;
	}
	return paper_of(PAPER_MINUTES);
}

static void
paper_fill(const struct paper *paper, struct template *t)
{
	struct opened *s = &records.opened;

	s->own[paper->kind][paper->lang] = t;
	s->own_known[paper->kind][paper->lang] = true;
	paper_make(&records, paper, false);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	const struct paper *paper;
	struct template *t;
	struct source *s;
	struct diags d;

	if (!n)
		return 0;
	diags_init(&d, &a);
	paper = paper_of(data[0] % PAPER_MAX);
	s = source_of_bytes(&a, STR("template.md"),
	    (struct str){ (const char *)data + 1, n - 1 });
	t = template_read(&a, s, paper_names[paper->kind], &d);
	if (told(t != NULL, &d))
		paper_fill(paper, t);
	findings_must_be_sound(&d, n);
	arena_reset(&a);
	return 0;
}
