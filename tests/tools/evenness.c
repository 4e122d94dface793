/* SPDX-License-Identifier: MIT */

/*
 * Prints how even justified text comes out, set with and without hyphenation,
 * and filled greedily for comparison; spaces of full lines, in spaces as the
 * font draws them:
 *
 *	evenness FILE    of paragraphs, one a line; status 1 where they are
 *			 worse than the bars
 *	evenness FOLDER  of a school: all its papers as they are printed, then
 *			 the paragraphs of their sections alone
 */

#include <stdio.h>
#include <stdlib.h>

#include "base/file.h"
#include "base/source.h"
#include "desk/desk.h"
#include "reader/reader.h"

struct bars {
	int64_t mean, worst; /* thousandths of a natural space */
};
static const struct bars bars[] = {
	{ 2030, 4190 }, /* plain */
	{ 1500, 2600 }, /* hyphenated */
};

struct figures {
	int64_t n, mean, worst;
};

struct documents {
	LIST_OF(struct document);
};

static void
paragraph_add(struct document *doc, struct arena *a, struct str text)
{
	struct block *b = block_add(a, &doc->blocks, BLOCK_PARAGRAPH);

	run_add(a, &b->runs, text, 0)->record = true;
}

static void
read_paragraphs(struct document *doc, struct arena *a, struct str text)
{
	while (text.n) {
		struct str line = str_trim(str_cut(text, '\n', &text));

		if (line.n)
			paragraph_add(doc, a, line);
	}
}

/* What stands above the first section, names and dates, is not drawn out to
 * the margin. */
static void
read_sections(struct document *to, struct arena *a, const struct blocks *blocks)
{
	bool section = false;

	for (size_t i = 0; i < blocks->n; i++) {
		const struct block *b = &blocks->at[i];

		section |= b->kind == BLOCK_HEADING && b->level > 1;
		if (section && b->kind == BLOCK_PARAGRAPH)
			paragraph_add(to, a, runs_text(a, &b->runs));
	}
}

/* The papers whole, and the paragraphs of all of them as one document. */
static void
read_papers(struct document *doc, struct documents *whole, struct arena *a,
    const char *folder)
{
	static const struct date day = { 2026, 9, 15 };
	struct papers papers;
	struct desk desk;
	struct opened s;

	desk_open(&desk, a, lexicon_new(a), day);
	desk_read(&s, &desk, a, folder, NULL, NULL, 0);
	view_papers(&papers, a, s.school, day);
	for (size_t i = 0; i < papers.n; i++) {
		const struct paper *paper = &papers.at[i];
		struct document one;

		if (paper->on_demand || !desk_fill(&one, a, &s, paper,
					    view_paper(a, paper), &s.found))
			continue;
		doc->lang = paper->lang;
		read_sections(doc, a, &one.blocks);
		*LIST_ADD(a, whole) = one;
	}
	desk_close(&desk);
}

/* The whole root of a number below 2^62. */
static int64_t
root(int64_t v)
{
	int64_t r = 0;

	for (int64_t bit = (int64_t)1 << 30; bit; bit >>= 1)
		if ((r + bit) * (r + bit) <= v)
			r += bit;
	return r;
}

static struct figures
print_figures(const char *name, const struct layout_figures *f)
{
	int64_t sum = 0, squares = 0, loose = 0;
	int64_t nlines = (int64_t)f->lines.n;
	struct figures out = { .n = (int64_t)f->stretch.n };

	for (size_t i = 0; i < f->stretch.n; i++) {
		int64_t v = f->stretch.at[i];

		sum += v;
		out.worst = v > out.worst ? v : out.worst;
	}
	for (size_t i = 0; i < f->lines.n; i++)
		loose += f->lines.at[i] > 1500;
	if (!out.n)
		return out;
	out.mean = sum / out.n;
	for (size_t i = 0; i < f->stretch.n; i++) {
		int64_t v = f->stretch.at[i] - out.mean;

		squares += v * v;
	}
	printf("%-19s spaces %lld mean %.2f deviation %.2f worst %.2f "
	       "lines over 1.5: %lld %%\n",
	    name, (long long)out.n, (double)out.mean / 1000,
	    (double)root(squares / out.n) / 1000, (double)out.worst / 1000,
	    (long long)(loose * 100 / nlines));
	return out;
}

/* --- greedy ------------------------------------------------------------- */

/* A line under way. */
struct filling {
	struct fonts *fonts;
	struct arena *a;
	const struct document *doc;
	struct layout_figures *figures;
	mpt room, used, space;
	int nspaces;
};

static mpt
word_width(const struct filling *f, struct str s)
{
	struct glyphs g = font_shape(f->fonts, f->a, FACE_REGULAR, s);

	return font_width(f->fonts, FACE_REGULAR, g, f->doc->sheet.size);
}

static void
line_end(struct filling *f)
{
	mpt spaces = f->space * f->nspaces;
	int ratio =
	    spaces
		? (int)((int64_t)(f->room - f->used + spaces) * 1000 / spaces)
		: 0;

	if (spaces)
		*LIST_ADD(f->a, &f->figures->lines) = ratio;
	for (int i = 0; i < f->nspaces; i++)
		*LIST_ADD(f->a, &f->figures->stretch) = ratio;
	f->room =
	    f->doc->sheet.width - f->doc->sheet.left - f->doc->sheet.right;
	f->used = 0;
	f->nspaces = 0;
}

/* How much of the word, with a hyphen, the line still holds: bytes or 0. */
static size_t
word_part(const struct filling *f, struct str word, mpt room)
{
	size_t at[32], best = 0;
	size_t n = f->doc->sheet.hyphenate
		       ? layout_hyphens(at, 32, word, f->doc->lang)
		       : 0;

	for (size_t i = 0; i < n; i++)
		if (word_width(f, str_head(word, at[i])) +
			word_width(f, STR("-")) <=
		    room)
			best = at[i];
	return best;
}

static void
word_fill(struct filling *f, struct str word)
{
	mpt width = word_width(f, word);
	mpt gap = f->used ? f->space : 0;

	if (f->used && f->used + gap + width > f->room) {
		size_t part = word_part(f, word, f->room - f->used - gap);

		if (part) {
			f->used += gap + word_width(f, STR("-")) +
				   word_width(f, str_head(word, part));
			f->nspaces++;
			width = word_width(f, str_skip(word, part));
		}
		line_end(f);
		gap = 0;
	}
	f->used += gap + width;
	f->nspaces += gap != 0;
}

/* As many words a line as it holds, as most programs do. */
static void
fill_greedily(struct layout_figures *out, struct arena *a,
    const struct document *doc, struct fonts *fonts)
{
	struct filling f = { fonts, a, doc, out, 0, 0, 0, 0 };

	f.space = word_width(&f, STR(" "));
	for (size_t i = 0; i < doc->blocks.n; i++) {
		struct str rest = doc->blocks.at[i].runs.at[0].s;

		f.room = doc->sheet.width - doc->sheet.left - doc->sheet.right -
			 doc->sheet.indent;
		f.used = 0;
		f.nspaces = 0;
		while (rest.n)
			word_fill(&f, str_cut(rest, ' ', &rest));
	}
}

static bool
print_papers(struct arena *a, struct documents *papers, struct fonts *fonts,
    bool hyphenate)
{
	struct layout_figures figures = { 0 };
	struct pages pages;
	struct diags d;

	diags_init(&d, a);
	for (size_t i = 0; i < papers->n; i++) {
		papers->at[i].sheet.hyphenate = hyphenate;
		if (!layout_document(
			&pages, a, &papers->at[i], fonts, &figures, &d))
			return false;
	}
	return print_figures(
		   hyphenate ? "printed, hyphenated" : "printed, plain",
		   &figures)
		   .n > 0;
}

int
main(int argc, char **argv)
{
	struct arena a;
	struct diags d;
	struct fonts *fonts = font_open();
	struct document doc = { .lang = LANG_KY, .sheet = sheet_default() };
	struct documents papers = { 0 };
	int status = 0;

	if (argc != 2)
		return 2;

	bool school = file_is_folder(argv[1]);

	arena_init(&a);
	diags_init(&d, &a);
	if (school)
		read_papers(&doc, &papers, &a, argv[1]);
	else
		read_paragraphs(
		    &doc, &a, source_read(&a, ".", str_from(argv[1]))->text);
	for (int hyphenate = 0; hyphenate < 2; hyphenate++) {
		struct layout_figures figures = { 0 }, greedy = { 0 };
		struct figures f;
		struct pages pages;

		if (school && !print_papers(&a, &papers, fonts, hyphenate))
			return 1;
		doc.sheet.hyphenate = hyphenate;
		if (!layout_document(&pages, &a, &doc, fonts, &figures, &d))
			return 1;
		f = print_figures(hyphenate ? "hyphenated" : "plain", &figures);
		fill_greedily(&greedy, &a, &doc, fonts);
		print_figures(
		    hyphenate ? "hyphenated, greedy" : "plain, greedy",
		    &greedy);
		if (!f.n || (!school && (f.mean > bars[hyphenate].mean ||
					    f.worst > bars[hyphenate].worst)))
			status = 1;
	}
	arena_done(&a);
	font_close(fonts);
	return status;
}
