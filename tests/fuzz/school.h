/* SPDX-License-Identifier: MIT */
#ifndef TESTS_FUZZ_SCHOOL_H
#define TESTS_FUZZ_SCHOOL_H

/* A school in memory, with an input as one of its files, and its papers.  Its
 * other files are those of tests/base: harnesses run from the top of the
 * sources. */

#include "cli/verify.h"
#include "desk/desk.h"
#include "findings.h"

static struct arena run;  /* until the end: the files, words, templates */
static struct arena page; /* of one paper */
static struct desk desk;
static struct overlay files; /* of the school: nothing lies on disk */

static const struct target target = { .root = STR_INIT("no/such/folder") };

static inline void
school_add(const char *path)
{
	struct source *s = source_read(&run, "tests/base", str_from(path));

	assert(s->state == SOURCE_READ);
	*LIST_ADD(&run, &files) =
	    (struct overlay_text){ str_from(path), s->text };
}

/* A school of these files; the last is NULL. */
static inline void
school_prepare(const char *const *paths)
{
	static const struct date today = { 2026, 9, 15 };

	arena_init(&a);
	arena_init(&run);
	arena_init(&page);
	for (; *paths; paths++)
		school_add(*paths);
	desk_open(&desk, &run, lexicon_new(&run), today);
}

/* The least that has a year, a session and all that they need. */
static const char *const small_school[] = {
	"council.yaml",
	"regulation.md",
	"2025-2026/members.yaml",
	"2025-2026/calendar.yaml",
	"2025-2026/01-2025-09-05.md",
	NULL,
};

static const char *const whole_school[] = {
	"council.yaml",
	"regulation.md",
	"2025-2026/members.yaml",
	"2025-2026/calendar.yaml",
	"2025-2026/plan.yaml",
	"2025-2026/report.md",
	"2025-2026/01-2025-09-05.md",
	"2025-2026/02-2025-12-24.md",
	"2025-2026/03-2026-02-25.md",
	"2025-2026/04-2026-05-20.md",
	NULL,
};

struct records {
	struct overlay overlay;
	struct opened opened;
	struct papers papers;
};

/* The school with this text in the place of one of its files, or beside. */
static inline void
records_read(struct records *out, const char *path, struct str bytes)
{
	*out = (struct records){ 0 };
	*LIST_ADD(&a, &out->overlay) =
	    (struct overlay_text){ str_from(path), bytes };
	for (size_t i = 0; i < files.n; i++) {
		if (!str_eq(files.at[i].path, str_from(path)))
			*LIST_ADD(&a, &out->overlay) = files.at[i];
	}
	desk_open_school(&out->opened, &desk, &a, target.root.p, &out->overlay);
	view_papers(&out->papers, &a, out->opened.school, desk.today);
}

/* What was written is the paper, says verify. */
static inline void
paper_must_verify(const struct records *r, struct str file)
{
	struct shelf shelf = { &target, r->opened };
	struct imprint printed;
	struct match m;
	struct proof proof;

	assert(imprint_find(&printed, &page, file) == IMPRINT_READ);
	assert(match_find(&m, &page, &shelf, &printed));
	assert(str_eq(m.hash, printed.hash));
	proof_find(&proof, &page, &m, &printed, file);
	assert(proof.proven == PROVEN_SAME && proof.signatures == 0);
}

/* Whether a template of the school's own is faulty, which is said once. */
static inline bool
template_is_faulty(const struct opened *s)
{
	for (int k = 0; k < PAPER_MAX; k++) {
		for (int l = 0; l < LANG_MAX; l++) {
			if (s->own_faulty[k][l])
				return true;
		}
	}
	return false;
}

/* A paper as build would make it; false: it was not set. */
static inline bool
paper_make(struct records *r, const struct paper *paper, bool verify)
{
	struct paper_file file;
	enum desk_result result;
	struct diags d;

	diags_init(&d, &page);
	result =
	    desk_paper(&file, &page, &r->opened, &r->papers, paper, -1, &d);
	assert(result != DESK_REFUSED);
	told(result == DESK_SET || template_is_faulty(&r->opened), &d);
	if (result == DESK_SET && verify)
		paper_must_verify(r, file.bytes);
	arena_reset(&page);
	return result == DESK_SET;
}

#endif
