/* SPDX-License-Identifier: MIT */
#ifndef DESK_DESK_H
#define DESK_DESK_H

/*
 * The one way from a folder to findings and papers, for every command: a school
 * is read, held to what was signed, judged, and tried, that is, looked through
 * for what only the setting of a paper tells; a paper is set to memory.  All of
 * a school is in its arena, all of a paper in another.  Nothing is printed and
 * nothing written here.
 */

#include "base/arena.h"
#include "base/overlay.h"
#include "diag/diag.h"
#include "doc/doc.h"
#include "font/font.h"
#include "layout/layout.h"
#include "pdf/pdf.h"
#include "template/template.h"
#include "view/view.h"
#include "words/words.h"

/* What serves all schools of a call. */
struct desk {
	struct arena *run;
	const struct lexicon *words;
	struct date today;
	bool draft; /* papers with errors are set too, and marked */
	struct fonts *fonts;
	struct pdf_writer *writer;
	/* The built-in templates, read once each. */
	struct template *builtin[PAPER_MAX][LANG_MAX];
};

void desk_open(struct desk *desk, struct arena *run,
    const struct lexicon *words, struct date today);
void desk_close(struct desk *desk);

/* --- a school ----------------------------------------------------------- */

/* A school on the desk. */
struct opened {
	struct desk *desk;
	struct arena *arena;
	const char *root;
	const struct overlay *overlay; /* over its files, or NULL */
	const struct school *school;
	struct diags found; /* so far, in the order in which it was found */
	/* Errors that are no rule's: of reading, so that records are not whole;
	 * of what was signed, and of papers that would not be set. */
	size_t unread, unfit;
	/* Its own templates; known: looked for, and read or faulty. */
	struct template *own[PAPER_MAX][LANG_MAX];
	bool own_known[PAPER_MAX][LANG_MAX];
	bool own_faulty[PAPER_MAX][LANG_MAX];
};

/* Reads a school with what is laid over its files, or NULL, of its years only
 * these, or all where there are none; says no more than what could not be read.
 */
void desk_read(struct opened *out, struct desk *desk, struct arena *a,
    const char *root, const struct overlay *overlay, const struct str *years,
    size_t nyears);
/* Reads the whole school, holds it to what was signed, and judges it. */
void desk_open_school(struct opened *out, struct desk *desk, struct arena *a,
    const char *root, const struct overlay *overlay);
/* Adds what would be found if the school's papers were set now. */
void desk_try(struct opened *s);

/* The same school, read once, with templates that nobody asked for yet: then
 * those that a paper asks for are known.  What it reads is in `a`. */
void desk_again(struct opened *out, const struct opened *s, struct arena *a);

/* Whether a path is an own template that was read, or a folder of such. */
bool desk_reads(const struct opened *s, struct str path);

/* --- its papers --------------------------------------------------------- */

/* The record that holds a paper back: one with an error in it, or NULL. */
const struct source *desk_spoiled(
    const struct diags *d, const struct paper *paper);

/* Where a school's own template lies in it. */
struct str desk_template_path(
    struct arena *a, enum paper_kind kind, enum lang lang);

/* A paper as a file. */
struct paper_file {
	struct str bytes;
	size_t pages;
};
enum desk_result {
	DESK_SET,
	DESK_NOT_SET, /* some of it would not be printed: findings say what */
	DESK_REFUSED, /* by libharu */
};
/*
 * From records to a file, in one arena: the way of every paper, whether it is
 * to be built or held against one that was.  `papers` are all of its school;
 * `epoch` as in pdf_options.
 */
enum desk_result desk_paper(struct paper_file *out, struct arena *page,
    struct opened *s, const struct papers *papers, const struct paper *asked,
    int64_t epoch, struct diags *d);

/* A paper's blocks; false: an error was found. */
bool desk_fill(struct document *out, struct arena *page, struct opened *s,
    const struct paper *paper, const struct value *values, struct diags *d);
/* Adds the parts of a yearbook to it, with the pages on which they begin. */
bool desk_bind(struct paper *book, struct arena *page, struct opened *s,
    const struct papers *papers, struct diags *d);
/* Adds to a yearbook the papers that it holds, by title and hash alone. */
void desk_list_parts(
    struct paper *book, struct arena *a, const struct papers *papers);

#endif
