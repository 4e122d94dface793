/* SPDX-License-Identifier: MIT */
#ifndef TOOLS_KINDS_H
#define TOOLS_KINDS_H

/*
 * The rows of tests/mutations.kinds, which describes their form, and what they
 * say of the school in the working folder: what mutate and days share.
 */

#include <regex.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "msg/grammar.h"
#include "reader/reader.h"
#include "rules/rules.h"

enum { COLUMNS = 5 };

/* A row of the file: name, files, line, change, findings. */
struct kind {
	struct str column[COLUMNS];
	regex_t line;
	int only; /* the number of the only line, or 0 */
};
/* A place where a row applies. */
struct site {
	const struct kind *kind;
	const struct source *file;
	size_t line; /* from 1; 0: the whole file */
};
struct found {
	LIST_OF(struct str); /* "K101 2025-2026/plan.yaml:31" */
	size_t errors;
};
struct work {
	struct arena keep, once; /* until the end; for one mutation */
	const struct lexicon *words;
	LIST(struct kind) kinds;
	bool show;
	int passed, failed;
};

static inline void
stop(const char *what, const char *about)
{
	fprintf(stderr, "tests/mutations: %s: %s\n", what, about);
	exit(2);
}

/* --- files -------------------------------------------------------------- */

static inline void
write_file(const char *path, struct str text)
{
	FILE *f = fopen(path, "wb");

	if (!f || fwrite(text.p, 1, text.n, f) != text.n || fclose(f))
		stop("cannot write", path);
}

static inline const struct source *
read_in(struct arena *a, const char *folder, const char *path)
{
	const struct source *s =
	    source_read(a, folder, str_copy(a, str_from(path)));

	if (s->state != SOURCE_READ)
		stop("cannot read", path);
	return s;
}

/* A file of the school in the working folder. */
static inline const struct source *
read_file(struct arena *a, const char *path)
{
	return read_in(a, ".", path);
}

/* A file ends with an empty line, which is none. */
static inline size_t
line_count(const struct source *s)
{
	return source_line(s, s->nlines).n ? s->nlines : s->nlines - 1;
}

/* The number of the first line with this pattern, from `from` on up or down;
 * 0: there is none. */
static inline size_t
line_matching(struct arena *a, const struct source *s, const char *re,
    size_t from, int by)
{
	size_t hit = 0;
	regex_t r;

	if (regcomp(&r, re, REG_EXTENDED | REG_NOSUB))
		stop("bad pattern", re);
	for (size_t i = from; i >= 1 && i <= s->nlines && !hit; i += by) {
		if (!regexec(&r, str_cstr(a, source_line(s, i)), 0, NULL, 0))
			hit = i;
	}
	regfree(&r);
	return hit;
}

/* --- the rows ----------------------------------------------------------- */

static inline struct kind
read_kind(struct arena *a, struct str row)
{
	struct str rest = row;
	struct kind k = { 0 };

	for (size_t c = 0; c < COLUMNS; c++) {
		size_t end = str_find(rest, STR(" :: "));

		if (end == SIZE_MAX && c + 1 < COLUMNS)
			stop("too few columns", str_cstr(a, row));
		if (end == SIZE_MAX)
			end = rest.n;
		k.column[c] = str_trim(str_head(rest, end));
		rest = str_skip(rest, end < rest.n ? end + 4 : end);
	}
	if (str_eq(k.column[2], STR("*")))
		k.column[2] = STR(""); /* the whole file */
	if (str_number(str_cut(k.column[2], '!', &rest), &k.only))
		k.column[2] = rest;
	if (regcomp(&k.line, str_cstr(a, k.column[2]), REG_EXTENDED))
		stop("bad pattern", str_cstr(a, row));
	return k;
}

static inline void
read_kinds(struct work *w, const char *folder, const char *name)
{
	const struct source *s = read_in(&w->keep, folder, name);

	for (size_t i = 1; i <= line_count(s); i++) {
		struct str row = source_line(s, i);

		if (str_trim(row).n && row.p[0] != '#')
			*LIST_ADD(&w->keep, &w->kinds) =
			    read_kind(&w->keep, row);
	}
}

/* --- what check says ---------------------------------------------------- */

static inline int
by_text(const void *a, const void *b)
{
	return str_cmp(*(const struct str *)a, *(const struct str *)b);
}

static inline void
sort_found(struct found *l)
{
	if (l->n)
		qsort(l->at, l->n, sizeof(*l->at), by_text);
}

/* The findings that count, a text each. */
static inline struct found
found_of(struct work *w, const struct diags *d)
{
	struct found out = { .errors = d->count[SEV_ERROR] };

	for (size_t i = 0; i < d->list.n; i++) {
		const struct diag *g = &d->list.at[i];

		if (!g->waived.n)
			*LIST_ADD(&w->once, &out) = str_printf(&w->once,
			    "%s " STR_FMT ":%zu", g->message->code,
			    STR_ARG(g->at.src->path), source_place(g->at).line);
	}
	sort_found(&out);
	return out;
}

static inline struct found
judge(struct work *w, struct date today)
{
	struct diags d;

	diags_init(&d, &w->once);
	rules_check(reader_school(&w->once, w->words, ".", NULL, NULL, 0, &d),
	    today, &d);
	return found_of(w, &d);
}

/* --- what must be said -------------------------------------------------- */

/* The place of one expected finding: "FILE:LINE". */
static inline struct str
place_of(struct work *w, const struct site *at, struct str place)
{
	struct arena *a = &w->once;
	struct str path = at->file->path;
	size_t tilde = str_find(place, STR("~"));
	const char *rest = str_cstr(a, str_skip(place, 1));
	char how = place.p[0];
	size_t line = 1;

	if (how == '.') {
		line = at->line + (size_t)atoi(rest);
	} else if (how == '^' || how == 'v') {
		const struct source *s = read_file(a, str_cstr(a, path));

		line = how == 'v' ? line_matching(a, s, rest, at->line, 1)
				  : line_matching(a, s, rest, at->line - 1, -1);
	} else if (tilde != SIZE_MAX) {
		path = str_head(place, tilde);
		line = line_matching(a, read_file(a, str_cstr(a, path)),
		    str_cstr(a, str_skip(place, tilde + 1)), 1, 1);
	} else {
		path = place;
	}
	return str_printf(a, STR_FMT ":%zu", STR_ARG(path), line);
}

static inline struct found
expected(struct work *w, const struct site *at)
{
	struct str rest = at->kind->column[4];
	struct found out = { 0 };

	if (str_eq(rest, STR("nothing")))
		return out;
	while (rest.n) {
		struct str one = str_trim(str_cut(rest, ',', &rest)), place;
		struct str code = str_cut(one, '@', &place);

		place =
		    str_eq(place, STR("*")) ? place : place_of(w, at, place);
		*LIST_ADD(&w->once, &out) = str_printf(&w->once,
		    STR_FMT " " STR_FMT, STR_ARG(code), STR_ARG(place));
	}
	sort_found(&out);
	return out;
}

/* Whether "K301 *" stands among the expected ones: any number, anywhere. */
static inline bool
is_free(const struct found *want, struct str code)
{
	for (size_t i = 0; i < want->n; i++) {
		if (str_ends(want->at[i], STR(" *")) &&
		    str_starts(want->at[i], str_head(code, 5)))
			return true;
	}
	return false;
}

static inline bool
same(const struct found *want, const struct found *got)
{
	size_t i = 0;

	for (size_t k = 0; k < got->n; k++) {
		if (is_free(want, got->at[k]))
			continue;
		while (i < want->n && str_ends(want->at[i], STR(" *")))
			i++;
		if (i == want->n || !str_eq(want->at[i++], got->at[k]))
			return false;
	}
	while (i < want->n && str_ends(want->at[i], STR(" *")))
		i++;
	return i == want->n && (got->n || !want->n);
}

static inline void
print_found(const char *title, const struct found *l)
{
	printf("  %s:", title);
	for (size_t i = 0; i < l->n; i++)
		printf(" " STR_FMT, STR_ARG(l->at[i]));
	printf("%s\n", l->n ? "" : " nothing");
}

/* The rows of the file argv[2] in the folder argv[1], which is not that of the
 * school; argv[3] stands for --show. */
static inline void
begin_work(struct work *w, int argc, char **argv)
{
	*w = (struct work){ .show = argc > 3 };
	arena_init(&w->keep);
	arena_init(&w->once);
	if (argc < 3)
		stop("usage", "FOLDER FILE [--show]");
	w->words = lexicon_new(&w->keep);
	read_kinds(w, argv[1], argv[2]);
}

/* Gives the status of the program. */
static inline int
end_work(struct work *w)
{
	printf("%d passed, %d failed\n", w->passed, w->failed);
	for (size_t i = 0; i < w->kinds.n; i++)
		regfree(&w->kinds.at[i].line);
	arena_done(&w->once);
	arena_done(&w->keep);
	return w->failed > 0;
}

#endif
