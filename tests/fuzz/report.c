/* SPDX-License-Identifier: MIT */
/* Any bytes as the report of a year, whose text holds tags, charts and tables
 * of its own, and the paper of it. */
#include "school.h"

int
LLVMFuzzerInitialize(int *argc, char ***argv)
{
	(void)argc, (void)argv;
	school_prepare(small_school);
	return 0;
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	struct records r;

	records_read(
	    &r, "2025-2026/report.md", (struct str){ (const char *)data, n });
	for (size_t i = 0; i < r.papers.n; i++) {
		const struct paper *p = &r.papers.at[i];

		if (p->kind == PAPER_REPORT &&
		    !desk_spoiled(&r.opened.found, p))
			paper_make(&r, p, n % 4 == 0);
	}
	findings_must_be_sound(&r.opened.found, n);
	arena_reset(&a);
	return 0;
}
