/* SPDX-License-Identifier: MIT */
/*
 * specimen FOLDER: writes specimen.pdf, a paper in which every kind of block
 * stands.
 */

#include <stdio.h>
#include <string.h>

#include "base/file.h"
#include "doc/chart.h"
#include "pdf/pdf.h"

static const char prose[] =
    "Бардык адамдар өз беделинде жана укуктарында эркин жана тең укуктуу болуп "
    "жаралат. Аларга акыл-эс жана абийир берилген, алар бири-бирине бир "
    "туугандык рухунда мамиле кылууга тийиш: № 1, «үлгү» — 94,4 %.";

static struct block *
words(struct arena *a, struct blocks *to, enum block_kind kind, const char *s)
{
	struct block *b = block_add(a, to, kind);

	run_add(a, &b->runs, str_from(s), 0);
	return b;
}

static void
heading(struct arena *a, struct blocks *to, int level, const char *s)
{
	words(a, to, BLOCK_HEADING, s)->level = level;
}

/* Rows of cells of one paragraph each, parted by |. */
static void
rows(struct arena *a, struct block *table, bool head, const char *const *lines)
{
	for (; *lines; lines++, head = false) {
		struct block *row = block_add(a, &table->kids, BLOCK_ROW);
		struct str rest = str_from(*lines);

		row->head = head;
		for (bool more = true; more;) {
			more = str_find(rest, STR("|")) != SIZE_MAX;

			struct str part = str_trim(str_cut(rest, '|', &rest));
			struct block *cell =
			    block_add(a, &row->kids, BLOCK_CELL);

			cell->span = 1;
			if (part.n)
				words(a, &cell->kids, BLOCK_PARAGRAPH,
				    str_cstr(a, part));
		}
	}
}

static void
tables(struct arena *a, struct blocks *to)
{
	static const char *const plan[] = { "№ | Иш-чара | Мөөнөтү",
		"1 | "
		"Ачык сабактардын графигин түзүү жана бекитүү | 19.09.2025",
		"2 | | 03.10.2025", "I чейрек", NULL };
	static const char *const ends[] = { "Бишкек ш. | 05.09.2025", NULL };
	static const char *const stamps[] = { "Каралды | Бекитилди", NULL };
	struct block *table = block_add(a, to, BLOCK_TABLE);

	table->columns = 3;
	rows(a, table, true, plan);
	LIST_LAST(&table->kids)->kids.at[0].span = 3;
	for (int i = 0; i < 60; i++)
		rows(a, table, false, plan + 1);
	for (size_t i = 0; i < table->kids.n; i++) {
		if (table->kids.at[i].kids.n == 1)
			table->kids.at[i].kids.at[0].span = 3;
	}
	rows(a, block_add(a, to, BLOCK_COLUMNS), false, ends);
	rows(a, block_add(a, to, BLOCK_STAMPS), false, stamps);
}

static void
lists(struct arena *a, struct blocks *to)
{
	for (int ordered = 0; ordered < 2; ordered++) {
		struct block *list = block_add(a, to, BLOCK_LIST);

		list->ordered = ordered;
		list->start = 1;
		for (int i = 0; i < 3; i++) {
			struct block *it =
			    block_add(a, &list->kids, BLOCK_ITEM);

			words(a, &it->kids, BLOCK_PARAGRAPH, prose);
			if (i == 1) {
				struct block *in =
				    block_add(a, &it->kids, BLOCK_LIST);

				words(a,
				    &block_add(a, &in->kids, BLOCK_ITEM)->kids,
				    BLOCK_PARAGRAPH, "жооптуу: бирикмелер");
			}
		}
	}
}

static void
styles(struct arena *a, struct blocks *to)
{
	struct block *b = block_add(a, to, BLOCK_PARAGRAPH);

	for (unsigned style = 0; style < 4; style++)
		run_add(a, &b->runs, STR("Ар кандай арип: а\xCC\x81. "), style);
	run_add(a, &b->runs, STR("шилтеме"), 0)->url =
	    STR("https://example.org/");
	run_add(a, &b->runs, STR(" жана андан кийинки сөз."), 0);
}

static struct chart *
chart_new(struct arena *a, enum chart_kind kind)
{
	struct chart *c = ARENA_NEW(a, struct chart);

	c->kind = kind;
	for (int i = 0; i < 3; i++) {
		*LIST_ADD(a, &c->labels) = str_printf(a, "%d-чейрек", i + 1);
		for (size_t k = 0; k < 2; k++) {
			if (k == c->series.n)
				LIST_ADD(a, &c->series)->name =
				    k ? STR("Сапат") : STR("Жетишүү");
			*LIST_ADD(a, &c->series.at[k].figures) =
			    (struct chart_figure){ (i * 40 + (int)k) * 1000,
				    str_printf(a, "%d", i * 40 + (int)k) };
		}
	}
	c->alt = chart_text(a, c, LANG_KY);
	return c;
}

static struct chart *
year_new(struct arena *a)
{
	struct chart *c = ARENA_NEW(a, struct chart);

	c->kind = CHART_YEAR;
	c->alt = STR("Диаграмма: окуу жылы");
	c->days = 60;
	for (int i = 0; i < 2; i++) {
		*LIST_ADD(a, &c->months) =
		    (struct chart_stretch){ i * 30, i * 30 + 30, STR("сен.") };
		*LIST_ADD(a, &c->quarters) = (struct chart_stretch){ i * 30 + 2,
			i * 30 + 28, STR("чейрек") };
		*LIST_ADD(a, &c->sessions) =
		    (struct chart_day){ 20 + i * 2, STR("№ 1"), STR("05.09") };
		*LIST_ADD(a, &c->ticks) = 5 + i;
	}
	c->ticks_name = STR("мөөнөт");
	return c;
}

static void
charts(struct arena *a, struct blocks *to)
{
	block_add(a, to, BLOCK_CHART)->chart = chart_new(a, CHART_BARS);
	block_add(a, to, BLOCK_CHART)->chart = chart_new(a, CHART_LINES);
	block_add(a, to, BLOCK_CHART)->chart = year_new(a);
}

static void
fill(struct document *doc, struct arena *a)
{
	static const char *const signers[] = { "Төрага | Асанова А.А.",
		"Катчы | Чоюбекова С.Ө.", NULL };
	struct blocks *to = &doc->blocks;
	struct block *b;

	doc->title = STR("Үлгү <№ 1> & бардык түрлөр");
	doc->organisation = STR("«Үлгү» мектеби");
	doc->lang = LANG_KY;
	doc->date = (struct date){ 2025, 9, 5 };
	doc->sheet = sheet_default();
	doc->sheet.draft = true;
	words(a, &block_add(a, to, BLOCK_CENTRE)->kids, BLOCK_PARAGRAPH,
	    "«Үлгү» мектеби");
	heading(a, to, 1, "ПРОТОКОЛ № 1");
	words(
	    a, &block_add(a, to, BLOCK_RIGHT)->kids, BLOCK_PARAGRAPH, "Бишкек");
	for (int i = 0; i < 8; i++) {
		heading(a, to, 2, "Күн тартиби");
		words(a, to, BLOCK_PARAGRAPH, prose);
		styles(a, to);
	}
	lists(a, to);
	b = block_add(a, to, BLOCK_QUOTE);
	words(a, &b->kids, BLOCK_PARAGRAPH, prose);
	block_add(a, to, BLOCK_LINE);
	tables(a, to);
	charts(a, to);
	block_add(a, to, BLOCK_PAGEBREAK);
	words(a, to, BLOCK_PARAGRAPH, prose);
	rows(a, block_add(a, to, BLOCK_SIGNATURES), false, signers);
}

static bool
write(const char *folder)
{
	static const char name[] = "specimen.pdf";
	const struct pdf_options options = { -1 };
	struct arena a;
	struct diags d;
	struct document doc = { 0 };
	struct pages pages = { 0 };
	struct fonts *fonts = font_open();
	struct pdf_writer *writer = pdf_open(fonts);
	struct str bytes;
	int error = 0;

	arena_init(&a);
	diags_init(&d, &a);
	fill(&doc, &a);

	bool ok = layout_document(&pages, &a, &doc, fonts, NULL, &d) &&
		  pdf_bytes(&bytes, &a, writer, &pages, &doc, &options) &&
		  file_put(&a, folder, name, bytes, &error) != FILE_FAILED;

	if (!ok)
		fprintf(stderr, "specimen: cannot make %s/%s\n", folder, name);
	pdf_close(writer);
	font_close(fonts);
	arena_done(&a);
	return ok;
}

int
main(int argc, char **argv)
{
	if (argc != 2) {
		fputs("usage: specimen FOLDER\n", stderr);
		return 2;
	}
	return write(argv[1]) ? 0 : 1;
}
