/* SPDX-License-Identifier: MIT */
#ifndef TOOLS_GENERATE_PROSE_H
#define TOOLS_GENERATE_PROSE_H

/* Chance, files and prose of the generated schools. */

#include <stdarg.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "generate_words.h"

enum {
	LAST_YEAR = 2025,
	MEMBERS = 40,
	PAGE = 1800, /* letters of a page, about */
};

struct person {
	char surname[128], rest[128]; /* rest: given name and patronymic */
	char brief[160];              /* surname and initials */
	bool woman;
};
struct gen {
	uint64_t state;
	int lang; /* column of the words: 0 Kyrgyz, 1 Russian */
	const char *folder;
	FILE *f;
	struct person people[MEMBERS];
	int members, unions, groups, sessions;
	int present; /* the first ones of `people`, at the session written */
	int year, session;
};

/* --- chance: splitmix64 ------------------------------------------------- */

static int
upto(struct gen *g, int n) /* 0 to n - 1 */
{
	uint64_t z = (g->state += 0x9e3779b97f4a7c15u);

	z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
	z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
	return (int)((z ^ (z >> 31)) % (uint64_t)n);
}

static int
between(struct gen *g, int from, int to)
{
	return from + upto(g, to - from + 1);
}

static bool
chance(struct gen *g, int percent)
{
	return upto(g, 100) < percent;
}

#define PICK(g, table) (table)[upto(g, COUNT(table))][(g)->lang]

/* A key, heading or fixed word in any of the three languages. */
static const char *
key(struct gen *g, enum word w)
{
	return keys[w][upto(g, 3)];
}

/* --- files -------------------------------------------------------------- */

static void
stop(const char *what, const char *about)
{
	fprintf(stderr, "generate: %s: %s\n", what, about);
	exit(2);
}

static void __attribute__((format(printf, 2, 3)))
say(struct gen *g, const char *fmt, ...)
{
	va_list args;

	va_start(args, fmt);
	if (vfprintf(g->f, fmt, args) < 0)
		stop("cannot write below", g->folder);
	va_end(args);
}

static FILE *
begin(struct gen *g, const char *name)
{
	char path[512];
	FILE *before = g->f;

	snprintf(path, sizeof(path), "%s/%s", g->folder, name);
	if (!(g->f = fopen(path, "w")))
		stop("cannot write", path);
	return before;
}

static void
end(struct gen *g, FILE *before)
{
	if (fclose(g->f))
		stop("cannot write below", g->folder);
	g->f = before;
}

static void
make_folder(struct gen *g, const char *name)
{
	char path[512];

	snprintf(path, sizeof(path), "%s/%s", g->folder, name);
	if (mkdir(path, 0777))
		stop("cannot make", path);
}

/* The name of a file of the year. */
static const char *
in_year(struct gen *g, char *room, size_t size, const char *name)
{
	snprintf(room, size, "%d-%d/%.200s", g->year, g->year + 1, name);
	return room;
}

/* --- prose -------------------------------------------------------------- */

/* A word, a figure, or words in a mark; gives the letters that it has. */
static int
word(struct gen *g, bool marks)
{
	const char *s = PICK(g, words);
	int size = (int)strlen(s) / 2;

	switch (marks ? upto(g, 40) : 0) {
	case 1:
		say(g, "**%s**", s);
		break;
	case 2:
		say(g, "*%s %s*", s, s);
		break;
	case 3:
		say(g, "«%s»", s);
		break;
	case 4:
		say(g, "%s – %d,%d %%", s, upto(g, 99), upto(g, 10));
		break;
	case 5:
		say(g, "№ %d", between(g, 1, 195));
		break;
	case 6:
		say(g, "[%s](https://example.org/%d)", s, upto(g, 1000));
		break;
	case 7:
		say(g, "%s (2024–2025)", s);
		break;
	case 8:
		say(g, "***%s***", s);
		break;
	case 9:
		say(g, "%s, 7-«А»,", s);
		break;
	default:
		say(g, "%s", s);
	}
	return size + 1;
}

static int
sentence(struct gen *g, int length)
{
	int size = 0;

	say(g, "%s", PICK(g, starts));
	for (int i = 0; i < length; i++) {
		say(g, " ");
		size += word(g, true);
	}
	say(g, " %s.", PICK(g, ends));
	return size + 20;
}

/* For YAML, whose text has no marks. */
static void
plain_sentence(struct gen *g, int length)
{
	say(g, "%s", PICK(g, starts));
	for (int i = 0; i < length; i++) {
		say(g, " ");
		word(g, false);
	}
	say(g, " %s", PICK(g, ends));
}

static int
paragraph(struct gen *g)
{
	int size = 0;

	for (int i = between(g, 1, 7); i; i--) {
		size += sentence(g, between(g, 1, 16));
		say(g, i > 1 ? " " : "\n\n");
	}
	return size;
}

static int
list(struct gen *g, int depth, int indent)
{
	bool ordered = chance(g, 40);
	int size = 0, count = between(g, 1, depth > 1 ? 3 : 6);

	for (int i = 1; i <= count; i++) {
		say(g, "%*s", indent, "");
		if (ordered)
			say(g, "%d. ", i);
		else
			say(g, "- ");
		size += sentence(g, between(g, 0, 14));
		say(g, "\n");
		if (depth < 3 && chance(g, 30))
			size += list(g, depth + 1, indent + (ordered ? 3 : 2));
	}
	if (depth == 1)
		say(g, "\n");
	return size;
}

static void
cell(struct gen *g, int widest)
{
	say(g, "|");
	for (int n = between(g, 1, widest); n; n--) {
		say(g, " ");
		word(g, false);
	}
	say(g, " ");
}

static int
table(struct gen *g, int columns, int rows, int indent)
{
	int widest = between(g, 1, columns > 4 ? 2 : 12);

	say(g, "%*s", indent, "");
	for (int c = 0; c < columns; c++)
		cell(g, columns > 4 ? 1 : 3);
	say(g, "|\n%*s", indent, "");
	for (int c = 0; c < columns; c++)
		say(g, c && columns > 4 ? "|--:" : "|---");
	say(g, "|\n");
	for (int r = 0; r < rows; r++) {
		say(g, "%*s", indent, "");
		for (int c = 0; c < columns; c++) {
			if (c && columns > 4)
				say(g, "| %d,%d ", upto(g, 999), upto(g, 10));
			else
				cell(g, widest);
		}
		say(g, "|\n");
	}
	say(g, "\n");
	return rows * 60;
}

/* Paragraphs, lists, tables and quotes of about so many letters. */
static void
prose(struct gen *g, int letters)
{
	while (letters > 0) {
		switch (upto(g, 8)) {
		case 0:
			letters -= list(g, 1, 0);
			/* Or a second list would go on with this one. */
			letters -= paragraph(g);
			break;
		case 1:
			letters -= paragraph(g);
			letters -=
			    table(g, between(g, 1, 9), between(g, 1, 25), 0);
			break;
		case 2:
			say(g, "> ");
			letters -= paragraph(g);
			break;
		default:
			letters -= paragraph(g);
		}
	}
}

/* Most texts are short: a page and more is the rarer case. */
static int
some_letters(struct gen *g)
{
	return chance(g, 90) ? between(g, 1, PAGE / 4) : upto(g, 3 * PAGE);
}

#endif
