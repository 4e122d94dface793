/* SPDX-License-Identifier: MIT */
/*
 * Compares the text of papers with the text of their PDFs:
 *
 *	papertext SCHOOL FOLDER DAY
 *
 * DAY is what build was given as --today; the extract is that of items 1 and 2
 * of the last session.  FOLDER/FILE.LANG.txt is what `pdfinfo -struct-text`
 * printed of a paper: its letters and signs, in order, must be those of the
 * document that was set.  One line a paper; status 1 where one differs.
 */
#include <stdio.h>

#include "base/arena.h"
#include "base/utf8.h"
#include "desk/desk.h"
#include "reader/reader.h"

/* All but spaces and soft hyphens, which a page may leave out. */
static void
add_signs(struct strbuf *b, struct str s)
{
	for (size_t i = 0; i < s.n;) {
		size_t from = i;
		uint32_t cp = utf8_next(s, &i);

		if (cp > ' ' && cp != 0xa0 && cp != 0xad)
			buf_add(b, (struct str){ s.p + from, i - from });
	}
}

/* What a paper says, and what stands at the foot of its pages. */
struct printed {
	struct strbuf text, notes;
	int nnotes;
	int depth; /* of lists; those of a cell begin anew */
};

/* A paper can't be clicked: the address of a link, which ends with run `last`,
 * is a note, unless the text says it. */
static void
add_address(struct printed *to, const struct runs *runs, size_t last)
{
	struct str url = runs->at[last].url;
	struct strbuf said;

	if (!url.n ||
	    (last + 1 < runs->n && str_eq(url, runs->at[last + 1].url)))
		return;
	buf_init(&said, to->text.arena);
	for (size_t i = last + 1; i-- && str_eq(url, runs->at[i].url);)
		buf_add(&said, runs->at[i].s);
	if (str_starts(url, STR("https://")))
		url = str_skip(url, STR("https://").n);
	if (str_find(buf_str(&said), url) != SIZE_MAX)
		return;
	buf_printf(&to->notes, "%d", ++to->nnotes);
	add_signs(&to->notes, url);
}

static void add_blocks(struct printed *to, const struct blocks *blocks);

/* The item n of a list, behind the label that the page gives it. */
static void
add_item(struct printed *to, const struct block *list, size_t n)
{
	struct blocks one = { &list->kids.at[n], 1, 1 };

	if (!one.at->label.n && list->ordered)
		buf_printf(&to->text, "%d.", list->start + (int)n);
	else if (!one.at->label.n)
		add_signs(&to->text, to->depth % 2 ? STR("•") : STR("–"));
	to->depth++;
	add_blocks(to, &one);
	to->depth--;
}

static void
add_blocks(struct printed *to, const struct blocks *blocks)
{
	for (size_t i = 0; i < blocks->n; i++) {
		const struct block *k = &blocks->at[i];
		int depth = to->depth;

		add_signs(&to->text, k->label);
		for (size_t r = 0; r < k->runs.n; r++) {
			add_signs(&to->text, k->runs.at[r].s);
			add_address(to, &k->runs, r);
		}
		if (k->kind == BLOCK_CELL)
			to->depth = 0;
		for (size_t n = 0; k->kind == BLOCK_LIST && n < k->kids.n; n++)
			add_item(to, k, n);
		if (k->kind != BLOCK_LIST)
			add_blocks(to, &k->kids);
		to->depth = depth;
	}
}

static size_t
indent_of(struct str line)
{
	size_t n = 0;

	while (n < line.n && line.p[n] == ' ')
		n++;
	return n;
}

/*
 * The signs of what stands in quotes, a line each, as pdfinfo prints it.  A
 * figure repeats words of the table above it, of which its alternative text is
 * read, and the mark of a note is no word.
 */
static void
add_printed(struct printed *to, struct str text)
{
	static const struct {
		struct str name;
		bool note;
	} apart[] = {
		{ STR_INIT("Figure"), false },
		{ STR_INIT("Reference"), false },
		{ STR_INIT("Note"), true },
	};
	size_t depth = SIZE_MAX; /* the indent of the one we are in */
	bool note = false;

	while (text.n) {
		struct str line = str_cut(text, '\n', &text);
		size_t indent = indent_of(line);

		line = str_trim(line);
		if (indent <= depth)
			depth = SIZE_MAX;
		for (size_t i = 0; i < 3 && depth == SIZE_MAX; i++) {
			if (!str_starts(line, apart[i].name))
				continue;
			depth = indent;
			note = apart[i].note;
		}
		if (line.n < 2 || line.p[0] != '"')
			continue;
		line = str_head(str_skip(line, 1), line.n - 2);
		if (depth == SIZE_MAX)
			add_signs(&to->text, line);
		else if (note)
			add_signs(&to->notes, line);
	}
}

static bool
differ(const char *file, struct str want, struct str got)
{
	size_t i = 0;

	while (i < want.n && i < got.n && want.p[i] == got.p[i])
		i++;
	if (i == want.n && i == got.n && want.n)
		return false;
	while (
	    i && ((unsigned char)want.p[i < want.n ? i : i - 1] & 0xc0) == 0x80)
		i--;
	printf("%s: text differs at byte %zu of %zu:\n  records: " STR_FMT
	       "\n  paper:   " STR_FMT "\n",
	    file, i, want.n, STR_ARG(str_head(str_skip(want, i), 80)),
	    STR_ARG(str_head(str_skip(got, i), 80)));
	return true;
}

static bool
compare(struct opened *s, const struct papers *papers,
    const struct paper *asked, const char *folder)
{
	struct arena *a = s->arena;
	struct paper paper = *asked;
	const char *file = str_printf(a, STR_FMT ".%s.txt", STR_ARG(paper.file),
	    paper.lang == LANG_RU ? "ru" : "ky")
			       .p;
	struct document doc;
	struct printed want = { 0 }, got = { 0 };
	struct diags d;

	diags_init(&d, a);
	if ((paper.kind == PAPER_YEARBOOK &&
		!desk_bind(&paper, a, s, papers, &d)) ||
	    !desk_fill(&doc, a, s, &paper, view_paper(a, &paper), &d)) {
		printf("%s: the template was not filled\n", file);
		return false;
	}
	buf_init(&want.text, a);
	buf_init(&want.notes, a);
	buf_init(&got.text, a);
	buf_init(&got.notes, a);
	add_blocks(&want, &doc.blocks);
	add_printed(&got, source_read(a, folder, str_from(file))->text);
	return !differ(file, buf_str(&want.text), buf_str(&got.text)) &&
	       !(want.nnotes &&
		   differ(file, buf_str(&want.notes), buf_str(&got.notes)));
}

/* What `build all attendance yearbook extract --items 1,2` makes: an extract
 * where the last session has so many items. */
static void
list_papers(struct papers *out, struct arena *a, const struct school *s,
    struct date today)
{
	const struct year *y = *LIST_LAST(&s->years);
	const struct session *last = NULL;
	struct item_numbers items = { 0 };

	view_papers(out, a, s, today);
	for (size_t i = 0; i < y->sessions.n; i++) {
		if (session_has_minutes(y->sessions.at[i]))
			last = y->sessions.at[i];
	}
	for (int i = 1; i <= 2; i++)
		*LIST_ADD(a, &items) = i;
	if (last && last->items.n >= items.n)
		view_extract(out, a, s, y, last, &items);
}

int
main(int argc, char **argv)
{
	struct arena a;
	struct desk desk;
	struct opened s;
	struct papers papers;
	struct date today;
	int passed = 0, failed = 0;

	if (argc != 4 || !date_parse(&today, str_from(argv[3]))) {
		fputs("usage: papertext SCHOOL FOLDER DAY\n", stderr);
		return 2;
	}
	arena_init(&a);

	desk_open(&desk, &a, lexicon_new(&a), today);
	desk_read(&s, &desk, &a, argv[1], NULL, NULL, 0);
	list_papers(&papers, &a, s.school, today);
	for (size_t i = 0; i < papers.n; i++) {
		if (compare(&s, &papers, &papers.at[i], argv[2]))
			passed++;
		else
			failed++;
	}
	printf("%d passed, %d failed\n", passed, failed);
	desk_close(&desk);
	arena_done(&a);
	return failed || !passed;
}
