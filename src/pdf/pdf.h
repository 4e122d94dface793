/* SPDX-License-Identifier: MIT */
#ifndef PDF_PDF_H
#define PDF_PDF_H

/*
 * From pages to the bytes of a PDF: PDF/A-2a and PDF/UA-1, tagged, with empty
 * signature fields.  The only place that knows libharu.  The same pages give
 * the same bytes.  Writing files is base's business (file.h).
 */

#include <stdbool.h>

#include "base/list.h"
#include "doc/doc.h"
#include "font/font.h"
#include "layout/layout.h"

struct pdf_options {
	int64_t epoch; /* SOURCE_DATE_EPOCH, or -1: noon UTC of doc->date */
};

/* What serves all files of a call: a compressor, and faces that are ready to be
 * embedded.  The caller owns it; the fonts must outlive it. */
struct pdf_writer;
struct pdf_writer *pdf_open(struct fonts *fonts);
void pdf_close(struct pdf_writer *w);

/* Where this stands in a document's keywords, its file says there what its
 * other bytes are: a hash of no worth against malice. */
#define PDF_PRINT "----------------"

/*
 * Writes the file into memory, in `a`.  False where libharu refused, which
 * only a want of memory or a fault of ours can cause.
 */
bool pdf_bytes(struct str *out, struct arena *a, struct pdf_writer *w,
    const struct pages *pages, const struct document *doc,
    const struct pdf_options *o);

/* The moment that a file of ours says it was made at, as pdf_options.epoch. */
int64_t pdf_moment(struct str file);

/* What follows a paper in a file that begins with its bytes. */
enum pdf_added {
	PDF_ADDED_SIGNATURES, /* signatures and nothing else, or nothing */
	PDF_ADDED_UNSIGNED,   /* something that is no signature */
	PDF_ADDED_CHANGES,    /* an update that changes the paper */
	PDF_ADDED_PICTURE,    /* a signature that is drawn outside of the
			       * paper's fields: what it covers is not seen */
};

/*
 * Judges the bytes behind the first `paper` ones, which must be a paper that
 * pdf_bytes() made, and counts its signatures.  It says that they are there and
 * cover the file; not whose they are, nor whether they hold.
 */
enum pdf_added pdf_added(
    size_t *signatures, struct arena *a, struct str file, size_t paper);

/* The pages of a paper, from 1, whose content does not stand in a file as it
 * was written.  A file packed anew has none of them. */
struct pdf_page_numbers {
	LIST_OF(int);
};
void pdf_pages_gone(struct pdf_page_numbers *out, struct arena *a,
    struct str paper, struct str file);

#endif
