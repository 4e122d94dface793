/* SPDX-License-Identifier: MIT */
#ifndef PDF_PDF_H
#define PDF_PDF_H

/*
 * From pages to the bytes of a PDF: PDF/A-2a and PDF/UA-1, tagged, with empty
 * signature fields.  The only place that knows libharu.  The same pages give
 * the same bytes.  Writing files is base's business (file.h).
 */

#include <stdbool.h>

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

/*
 * Writes the file into memory, in `a`.  False where libharu refused, which
 * only a want of memory or a fault of ours can cause.
 */
bool pdf_bytes(struct str *out, struct arena *a, struct pdf_writer *w,
    const struct pages *pages, const struct document *doc,
    const struct pdf_options *o);

#endif
