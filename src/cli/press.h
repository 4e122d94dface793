/* SPDX-License-Identifier: MIT */
#ifndef CLI_PRESS_H
#define CLI_PRESS_H

/*
 * Papers in the making: from the values of a record, through a template, to
 * pages.  build writes what comes out, check only looks whether it would.
 */

#include "cli/cli.h"
#include "font/font.h"
#include "layout/layout.h"
#include "pdf/pdf.h"
#include "template/template.h"
#include "view/view.h"

/* What serves all papers of a call. */
struct press {
	const struct options *o;
	struct fonts *fonts;
	struct pdf_writer *writer;
	/* The built-in templates, read once each. */
	struct template *builtin[PAPER_MAX][LANG_MAX];
};

/* One school at the press; all is in its arena. */
struct job {
	struct press *press;
	struct arena *arena;
	const char *root;
	const struct school *school;
	/* Its own templates; known: looked for, and read or faulty. */
	struct template *own[PAPER_MAX][LANG_MAX];
	bool own_known[PAPER_MAX][LANG_MAX];
	bool own_faulty[PAPER_MAX][LANG_MAX];
};

void press_open(struct press *p, const struct options *o);
void press_close(struct press *p);

/* The record that holds a paper back: one with an error in it, or NULL. */
const struct source *press_spoiled(
    const struct diags *d, const struct paper *paper);

/* Where a school's own template lies in it. */
struct str press_template_path(
    struct arena *a, enum paper_kind kind, enum lang lang);
/* The school's own template, else the built-in one; NULL: its own is faulty,
 * which is said once. */
const struct template *press_template(
    struct job *j, enum paper_kind kind, enum lang lang, struct diags *d);

/* The sheet of a paper, before its template changes it. */
struct sheet press_sheet(const struct job *j, const struct paper *paper);

/* Whether a path is an own template that was read, or a folder of such. */
bool press_reads(const struct job *j, struct str path);

/* A paper's blocks, and from them its pages; false: an error was found. */
bool press_fill(struct document *out, struct arena *page, struct job *j,
    const struct paper *paper, const struct value *values, struct diags *d);
bool press_set(struct pages *out, struct arena *page, struct job *j,
    const struct document *doc, struct diags *d);

/* A paper as a file. */
struct paper_file {
	struct str bytes;
	size_t pages;
};
/*
 * From records to a file, in one arena: the way of every paper, whether it is
 * to be built or held against one that was.  `papers` are all of its school;
 * `epoch` as in pdf_options.  OUTCOME_FINDINGS: some of it would not be
 * printed, and `d` says what; OUTCOME_SYSTEM: libharu refused.
 */
enum outcome press_paper(struct paper_file *out, struct arena *page,
    struct job *j, const struct papers *papers, const struct paper *asked,
    int64_t epoch, struct diags *d);

/* Adds the parts of a yearbook to it, with the pages on which they begin. */
bool press_bind(struct paper *book, struct arena *page, struct job *j,
    const struct papers *papers, struct diags *d);

/* Adds what would be found if the school's papers were set now. */
void press_try(struct job *j, struct diags *d);

#endif
