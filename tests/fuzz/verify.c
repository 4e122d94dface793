/* SPDX-License-Identifier: MIT */
/*
 * Any bytes before verify, in a school with papers.  The first byte says what
 * the others are: a whole file; what follows a paper in its file; or a file
 * that is held against a paper page by page.
 */
#include "school.h"

static struct records records; /* read once */
static struct str paper;       /* as a file */

/* The first minutes as a file. */
static struct str
minutes_file(void)
{
	const struct paper *p = records.papers.at;
	struct paper_file file;
	struct diags d;

	diags_init(&d, &a);
	while (p->kind != PAPER_MINUTES)
		p++;
	assert(desk_paper(&file, &a, &records.opened, &records.papers, p, -1,
		   &d) == DESK_SET);
	return file.bytes;
}

int
LLVMFuzzerInitialize(int *argc, char ***argv)
{
	(void)argc, (void)argv;
	school_prepare(whole_school);
	records_read(&records, "README", STR(""));
	paper = minutes_file();
	arena_init(&a); /* what was read stays */
	return 0;
}

/* The way of the command; what it would print is not made. */
static void
try_file(struct str file)
{
	struct shelf shelf = { &target, records.opened };
	struct imprint printed;
	struct match m;
	struct proof proof;

	pdf_moment(file);
	if (imprint_find(&printed, &a, file) != IMPRINT_READ)
		return;
	assert(printed.kind < PAPER_MAX && printed.depth <= SEAL_FACTS);
	if (!match_find(&m, &a, &shelf, &printed))
		return;
	if (str_eq(m.hash, printed.hash)) {
		proof_find(&proof, &a, &m, &printed, file);
		return;
	}

	struct seal_parts now, parts;

	seal_parts(&now, &a, m.values, printed.depth);
	seal_changed(&parts, &a, &printed.parts, &now);
	for (size_t i = 0; i < parts.n; i++)
		span_must_be_sound(parts.at[i].at);
}

static void
try_added(struct str more)
{
	size_t signatures = 0;
	struct strbuf b;

	buf_init(&b, &a);
	buf_add(&b, paper);
	buf_add(&b, more);

	enum pdf_added added = pdf_added(&signatures, &a, buf_str(&b), paper.n);

	assert(added <= PDF_ADDED_PICTURE);
	/* Whoever adds something has signed it. */
	assert(!more.n || added != PDF_ADDED_SIGNATURES || signatures);
	assert(more.n || (added == PDF_ADDED_SIGNATURES && !signatures));
}

static void
try_pages(struct str file)
{
	struct pdf_page_numbers gone = { 0 };

	pdf_pages_gone(&gone, &a, paper, file);
	for (size_t i = 0; i < gone.n; i++)
		assert(gone.at[i] > 0);
	gone = (struct pdf_page_numbers){ 0 };
	pdf_pages_gone(&gone, &a, file, paper);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	static void (*const tries[])(
	    struct str) = { try_file, try_added, try_pages };
	struct str rest = { (const char *)data + 1, n - 1 };

	if (!n)
		return 0;
	tries[data[0] % 3](rest);
	arena_reset(&a);
	return 0;
}
