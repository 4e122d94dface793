/* SPDX-License-Identifier: MIT */

/* Prints how even justified text comes out: evenness FILE of paragraphs parted
 * by blank lines, set four times over with and without hyphenation.  Spaces of
 * full lines, in spaces as the font draws them. */

#include <stdio.h>
#include <stdlib.h>

#include "base/source.h"
#include "layout/layout.h"

static void
read_paragraphs(struct document *doc, struct arena *a, struct str text)
{
	while (text.n) {
		struct str line = str_trim(str_cut(text, '\n', &text));
		struct block *b;

		if (!line.n)
			continue;
		b = block_add(a, &doc->blocks, BLOCK_PARAGRAPH);
		run_add(a, &b->runs, line, 0)->record = true;
	}
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

static void
print_figures(const char *name, const struct layout_figures *f)
{
	int64_t sum = 0, squares = 0, worst = 0, loose = 0;
	int64_t n = (int64_t)f->stretch.n;

	for (size_t i = 0; i < f->stretch.n; i++) {
		int64_t v = f->stretch.at[i];

		sum += v;
		worst = v > worst ? v : worst;
		loose += v > 1500;
	}
	for (size_t i = 0; i < f->stretch.n; i++) {
		int64_t v = f->stretch.at[i] - sum / n;

		squares += v * v;
	}
	printf("%-12s spaces %lld mean %.2f deviation %.2f worst %.2f "
	       "over 1.5: %lld %%\n",
	    name, (long long)n, (double)(sum / n) / 1000,
	    (double)root(squares / n) / 1000, (double)worst / 1000,
	    (long long)(loose * 100 / n));
}

int
main(int argc, char **argv)
{
	struct arena a;
	struct diags d;
	struct fonts *fonts = font_open();
	struct document doc = { .lang = LANG_KY, .sheet = sheet_default() };

	if (argc != 2)
		return 2;
	arena_init(&a);
	diags_init(&d, &a);

	struct source *s = source_read(&a, ".", str_from(argv[1]));

	for (int i = 0; i < 4; i++)
		read_paragraphs(&doc, &a, s->text);
	for (int hyphenate = 0; hyphenate < 2 && s->text.n; hyphenate++) {
		struct layout_figures figures = { 0 };
		struct pages pages;

		doc.sheet.hyphenate = hyphenate;
		if (!layout_document(&pages, &a, &doc, fonts, &figures, &d))
			return 1;
		print_figures(hyphenate ? "hyphenated" : "plain", &figures);
	}
	arena_done(&a);
	font_close(fonts);
	return 0;
}
