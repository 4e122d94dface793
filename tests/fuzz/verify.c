/* SPDX-License-Identifier: MIT */
/*
 * Any bytes before verify, in a school with papers.  The first byte says what
 * the others are: a whole file; what stands in a paper in the place of its own
 * bytes, behind two bytes that say where; what follows the paper in its file;
 * or a file that is held against it page by page.
 *
 * What can follow a paper names places in it: the one of tests/fuzz/paper.pdf
 * stays as it was when the inputs were collected, whatever papers look like by
 * now.
 */
#include <string.h>

#include "base/file.h"
#include "school.h"

static struct records records; /* read once */
static struct str paper;       /* minutes, as they are set now */
static struct str old_paper;

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
	int error;

	(void)argc, (void)argv;
	school_prepare(whole_school);
	records_read(&records, "README", STR(""));
	paper = minutes_file();
	assert(file_bytes(
	    &old_paper, &a, "tests/fuzz/paper.pdf", 1 << 20, &error));
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
try_changed(struct str bytes)
{
	struct str file = str_copy(&a, paper);
	char *p = (char *)file.p;
	size_t at;

	if (bytes.n < 2)
		return;
	at = (unsigned char)bytes.p[0] * 256u + (unsigned char)bytes.p[1];
	for (size_t i = 2; i < bytes.n && at < file.n; i++, at++)
		p[at] = bytes.p[i];
	try_file(file);
}

/* What a reader of PDF passes over. */
static bool
is_blank(struct str s)
{
	for (size_t i = 0; i < s.n; i++) {
		if (!memchr(" \t\n\f\r", s.p[i], 6))
			return false;
	}
	return true;
}

static void
try_added(struct str more)
{
	size_t signatures = 0;
	struct strbuf b;

	buf_init(&b, &a);
	buf_add(&b, old_paper);
	buf_add(&b, more);

	enum pdf_added added =
	    pdf_added(&signatures, &a, buf_str(&b), old_paper.n);

	assert(added <= PDF_ADDED_PICTURE);
	/* Nothing to see was added, or it is signed. */
	if (added == PDF_ADDED_SIGNATURES)
		assert((signatures == 0) == is_blank(more));
	else
		assert(more.n);
}

static void
try_pages(struct str file)
{
	struct pdf_page_numbers gone = { 0 };

	pdf_pages_gone(&gone, &a, old_paper, file);
	for (size_t i = 0; i < gone.n; i++)
		assert(gone.at[i] > 0);
	gone = (struct pdf_page_numbers){ 0 };
	pdf_pages_gone(&gone, &a, file, old_paper);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	static void (*const tries[])(
	    struct str) = { try_file, try_changed, try_added, try_pages };
	struct str rest = { (const char *)data + 1, n - 1 };

	if (!n)
		return 0;
	tries[data[0] % 4](rest);
	arena_reset(&a);
	return 0;
}
