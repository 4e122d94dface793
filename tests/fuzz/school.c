/* SPDX-License-Identifier: MIT */
/*
 * Any bytes as any file of a school, the whole way: read, judged, tried as
 * check does, and all papers made.  The first byte says which file, the others
 * are the file.
 */
#include "school.h"

static const char *const paths[] = {
	"2025-2026/01-2025-09-05.md",
	"council.yaml",
	"regulation.md",
	"2025-2026/members.yaml",
	"2025-2026/plan.yaml",
	"2025-2026/calendar.yaml",
	"2025-2026/report.md",
	"2025-2026/waivers.yaml",
	"2025-2026/02-2025-12-24.md",
	"templates/ky/minutes.md",
};
enum { PATHS = sizeof(paths) / sizeof(paths[0]) };

int
LLVMFuzzerInitialize(int *argc, char ***argv)
{
	(void)argc, (void)argv;
	school_prepare(whole_school);
	return 0;
}

/* Those that build would make, whatever their making tells. */
static void
papers_choose(struct papers *out, const struct records *r)
{
	for (size_t i = 0; i < r->papers.n; i++) {
		const struct paper *p = &r->papers.at[i];

		if (!desk_spoiled(&r->opened.found, p))
			*LIST_ADD(&a, out) = *p;
	}
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	struct records r;
	struct papers papers = { 0 };

	if (!n)
		return 0;
	records_read(&r, paths[data[0] % PATHS],
	    (struct str){ (const char *)data + 1, n - 1 });
	papers_choose(&papers, &r);
	desk_try(&r.opened);
	/* What cannot be set is an error of check.  One paper is verified. */
	for (size_t i = 0; i < papers.n; i++)
		assert(paper_make(&r, &papers.at[i], i == n % papers.n) ||
		       r.opened.found.count[SEV_ERROR]);
	findings_must_be_sound(&r.opened.found, n);
	arena_reset(&a);
	return 0;
}
