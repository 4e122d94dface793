/* SPDX-License-Identifier: MIT */
/*
 * Proves `check` against every single change of a complete year: mutate KINDS
 * [--show], in a copy of the school.  Each row of KINDS tells how a mutation
 * is made and which findings it must give, at which places, no less and no
 * more; tests/mutations.kinds describes the form.  Then the year is judged on
 * each of its days by what had been written by then.
 */
#include <glob.h>
#include <regex.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

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
struct files {
	LIST_OF(const struct source *);
};
struct work {
	struct arena keep, once; /* until the end; for one mutation */
	const struct lexicon *words;
	LIST(struct kind) kinds;
	LIST(struct site) taken;
	struct date today;
	bool show;
	int passed, failed, silent;
};

static void
stop(const char *what, const char *about)
{
	fprintf(stderr, "mutate: %s: %s\n", what, about);
	exit(2);
}

/* --- files -------------------------------------------------------------- */

static void
write_file(const char *path, struct str text)
{
	FILE *f = fopen(path, "wb");

	if (!f || fwrite(text.p, 1, text.n, f) != text.n || fclose(f))
		stop("cannot write", path);
}

static const struct source *
read_file(struct arena *a, const char *path)
{
	const struct source *s =
	    source_read(a, ".", str_copy(a, str_from(path)));

	if (s->state != SOURCE_READ)
		stop("cannot read", path);
	return s;
}

/* A file ends with an empty line, which is none. */
static size_t
line_count(const struct source *s)
{
	return source_line(s, s->nlines).n ? s->nlines : s->nlines - 1;
}

/* The number of the first line with this pattern, from `from` on up or down;
 * 0: there is none. */
static size_t
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

static struct kind
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

static void
read_kinds(struct work *w, const char *path)
{
	const struct source *s = read_file(&w->keep, path);

	for (size_t i = 1; i <= line_count(s); i++) {
		struct str row = source_line(s, i);

		if (str_trim(row).n && row.p[0] != '#')
			*LIST_ADD(&w->keep, &w->kinds) =
			    read_kind(&w->keep, row);
	}
}

/* --- what check says ---------------------------------------------------- */

static int
by_text(const void *a, const void *b)
{
	return str_cmp(*(const struct str *)a, *(const struct str *)b);
}

static void
sort_found(struct found *l)
{
	if (l->n)
		qsort(l->at, l->n, sizeof(*l->at), by_text);
}

static struct found
judge(struct work *w, struct date today)
{
	struct found out = { 0 };
	struct diags d;

	diags_init(&d, &w->once);
	rules_check(
	    reader_school(&w->once, w->words, ".", NULL, 0, &d), today, &d);
	for (size_t i = 0; i < d.list.n; i++) {
		const struct diag *g = &d.list.at[i];

		if (!g->waived.n)
			*LIST_ADD(&w->once, &out) = str_printf(&w->once,
			    "%s " STR_FMT ":%zu", g->message->code,
			    STR_ARG(g->at.src->path), source_place(g->at).line);
	}
	out.errors = d.count[SEV_ERROR];
	sort_found(&out);
	return out;
}

/* --- what must be said -------------------------------------------------- */

/* The place of one expected finding: "FILE:LINE". */
static struct str
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

static struct found
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
static bool
is_free(const struct found *want, struct str code)
{
	for (size_t i = 0; i < want->n; i++) {
		if (str_ends(want->at[i], STR(" *")) &&
		    str_starts(want->at[i], str_head(code, 5)))
			return true;
	}
	return false;
}

static bool
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

/* --- mutations ---------------------------------------------------------- */

static size_t
count_of(struct str line, char c)
{
	size_t n = 0;

	while (n < line.n && line.p[n] == c)
		n++;
	return n;
}

/* The first line behind the section or the entry that begins at `line`. */
static size_t
block_end(const struct source *s, size_t line)
{
	struct str head = source_line(s, line);
	size_t level = count_of(head, '#'), indent = count_of(head, ' ');

	for (line++; line <= line_count(s); line++) {
		struct str l = source_line(s, line);
		size_t other = count_of(l, '#');

		if (level ? other && other <= level
			  : str_trim(l).n && count_of(l, ' ') <= indent)
			break;
	}
	return line;
}

/* The line with its first group, or all that matched, replaced. */
static void
add_replaced(
    struct work *w, struct strbuf *b, const struct site *at, struct str with)
{
	struct str line = source_line(at->file, at->line);
	regmatch_t m[2] = { { -1, -1 }, { -1, -1 } };

	regexec(&at->kind->line, str_cstr(&w->once, line), 2, m, 0);

	const regmatch_t *part = m[1].rm_so >= 0 ? &m[1] : &m[0];

	buf_add(b, str_head(line, (size_t)part->rm_so));
	buf_add(b, with);
	buf_add(b, str_skip(line, (size_t)part->rm_eo));
	buf_byte(b, '\n');
}

/* The file's text with this one change. */
static struct str
mutated(struct work *w, const struct site *at, struct str change)
{
	size_t end = at->line + 1;
	struct strbuf b;

	buf_init(&b, &w->once);
	if (str_eq(change, STR("--")))
		end = block_end(at->file, at->line);
	for (size_t i = 1; i <= line_count(at->file); i++) {
		struct str line = source_line(at->file, i);

		if (i == at->line && change.p[0] == '=') {
			add_replaced(w, &b, at, str_skip(change, 1));
			continue;
		}
		if (i >= at->line && i < end && change.p[0] == '-')
			continue;
		buf_printf(&b, STR_FMT "\n", STR_ARG(line));
		if (i == at->line && change.p[0] == '&')
			buf_printf(&b, STR_FMT "\n", STR_ARG(line));
	}
	return buf_str(&b);
}

static void
print_found(const char *title, const struct found *l)
{
	printf("  %s:", title);
	for (size_t i = 0; i < l->n; i++)
		printf(" " STR_FMT, STR_ARG(l->at[i]));
	printf("%s\n", l->n ? "" : " nothing");
}

/* Changes the school, judges it, puts it right again. */
static void
try_site(struct work *w, const struct site *at)
{
	struct str change = at->kind->column[3];
	struct str line = at->line ? source_line(at->file, at->line) : STR("");
	const char *path = str_cstr(&w->once, at->file->path);
	const char *other = str_cstr(&w->once, str_skip(change, 1));

	if (str_eq(change, STR("rm")))
		unlink(path);
	else if (change.p[0] == '>')
		rename(path, other);
	else
		write_file(path, mutated(w, at, change));

	struct found got = judge(w, w->today);
	struct found want = expected(w, at);
	bool good = same(&want, &got);

	if (change.p[0] == '>')
		rename(other, path);
	write_file(path, at->file->text);
	w->passed += good;
	w->failed += !good;
	w->silent += !want.n;
	if (!good || w->show) {
		printf("%s" STR_FMT ": %s:%zu: " STR_FMT "\n",
		    good ? "" : "FAILED ", STR_ARG(at->kind->column[0]), path,
		    at->line, STR_ARG(line));
		print_found("expected", &want);
		print_found("found", &got);
	}
	arena_reset(&w->once);
}

/* Whether an earlier row of this name has this place. */
static bool
is_taken(const struct work *w, const struct site *at)
{
	for (size_t i = 0; i < w->taken.n; i++) {
		const struct site *o = &w->taken.at[i];

		if (o->line == at->line &&
		    str_eq(o->file->path, at->file->path) &&
		    str_eq(o->kind->column[0], at->kind->column[0]))
			return true;
	}
	return false;
}

/* Whether the row applies to line i of this file; line 0 is the whole. */
static bool
is_meant(struct work *w, const struct site *at, const struct kind *k)
{
	if (!at->line)
		return true;
	if (k->only && at->line != (size_t)k->only)
		return false;

	struct str line = source_line(at->file, at->line);

	return !regexec(&k->line, str_cstr(&w->keep, line), 0, NULL, 0);
}

static void
try_file(struct work *w, const struct kind *k, const char *path)
{
	struct site at = { k, read_file(&w->keep, path), 0 };
	bool whole = !k->column[2].n;
	size_t last = whole ? 0 : line_count(at.file);

	for (size_t i = whole ? 0 : 1; i <= last; i++) {
		at.line = i;
		if (!is_meant(w, &at, k) || is_taken(w, &at))
			continue;
		*LIST_ADD(&w->keep, &w->taken) = at;
		try_site(w, &at);
	}
}

static void
try_kind(struct work *w, const struct kind *k)
{
	int before = w->passed + w->failed;
	glob_t g;

	if (!glob(str_cstr(&w->keep, k->column[1]), 0, NULL, &g)) {
		for (size_t i = 0; i < g.gl_pathc; i++)
			try_file(w, k, g.gl_pathv[i]);
		globfree(&g);
	}
	if (w->passed + w->failed > before)
		return;
	printf("FAILED a row without a place: " STR_FMT " :: " STR_FMT "\n",
	    STR_ARG(k->column[0]), STR_ARG(k->column[2]));
	w->failed++;
}

/* --- every day of the year ---------------------------------------------- */

/* The day on which a line of the year was written, or no date: a mark of what
 * was done, or what a row `born` says. */
static struct date
line_born(struct work *w, const struct source *s, struct str line)
{
	const char *text = str_cstr(&w->once, line);
	struct date d = { 0 };
	struct str value;

	for (size_t i = 0; i < w->kinds.n; i++) {
		const struct kind *k = &w->kinds.at[i];

		if (str_eq(k->column[0], STR("born")) &&
		    str_eq(k->column[1], s->path) &&
		    !regexec(&k->line, text, 0, NULL, 0) &&
		    date_parse(&d, k->column[3]))
			return d;
	}
	str_cut(line, ':', &value);
	if (str_find(line, STR("аткарылды: ")) != SIZE_MAX)
		date_parse(&d, str_trim(value));
	return d;
}

/* The day of a session by its file's name, of the report by its header. */
static struct date
file_born(const struct source *s)
{
	size_t session = str_find(s->path, STR("/0"));
	struct date d = { 0 };

	if (session != SIZE_MAX)
		date_parse(&d, str_head(str_skip(s->path, session + 4), 10));
	else if (str_ends(s->path, STR("/report.md")))
		date_parse(&d, str_skip(source_line(s, 2), strlen("күнү: ")));
	return d;
}

/* Writes the file as it was on that day. */
static void
write_as_of(struct work *w, const struct source *s, struct date day)
{
	const char *path = str_cstr(&w->once, s->path);
	struct strbuf b;

	if (date_cmp(file_born(s), day) > 0) {
		unlink(path);
		return;
	}
	buf_init(&b, &w->once);
	for (size_t i = 1; i <= line_count(s); i++) {
		struct str line = source_line(s, i);

		if (date_cmp(line_born(w, s, line), day) <= 0)
			buf_printf(&b, STR_FMT "\n", STR_ARG(line));
	}
	write_file(path, buf_str(&b));
}

/* What the rows `day` say is found on this day. */
static struct found
expected_on(struct work *w, struct date day, const struct source *any)
{
	struct found all = { 0 };

	for (size_t i = 0; i < w->kinds.n; i++) {
		struct site at = { &w->kinds.at[i], any, 0 };
		const struct str *column = at.kind->column;
		struct date from, to;

		if (!str_eq(column[0], STR("day")) ||
		    !date_parse(&from, column[1]) ||
		    !date_parse(&to, column[3]) || date_cmp(day, from) < 0 ||
		    date_cmp(day, to) > 0)
			continue;

		struct found one = expected(w, &at);

		for (size_t k = 0; k < one.n; k++)
			*LIST_ADD(&w->once, &all) = one.at[k];
	}
	sort_found(&all);
	return all;
}

static void
try_day(struct work *w, struct date day, const struct files *files)
{
	for (size_t i = 0; i < files->n; i++)
		write_as_of(w, files->at[i], day);

	struct found got = judge(w, day);
	struct found want = expected_on(w, day, files->at[0]);
	bool good = same(&want, &got) && !got.errors;

	w->passed += good;
	w->failed += !good;
	if (!good || w->show) {
		printf("%s%d-%02d-%02d, errors: %zu\n", good ? "" : "FAILED ",
		    day.year, day.month, day.day, got.errors);
		print_found("expected", &want);
		print_found("found", &got);
	}
	arena_reset(&w->once);
}

/* From 1 August to 31 August of the next year, each day by what there was. */
static int
try_days(struct work *w)
{
	static const char *const patterns[] = { "*.*", "*/*.*" };
	struct date day = { 2025, 8, 1 }, last = { 2026, 8, 31 };
	struct files files = { 0 };
	int n = 0;

	for (size_t p = 0; p < 2; p++) {
		glob_t g;

		if (glob(patterns[p], 0, NULL, &g))
			stop("no such files", patterns[p]);
		for (size_t i = 0; i < g.gl_pathc; i++)
			*LIST_ADD(&w->keep, &files) =
			    read_file(&w->keep, g.gl_pathv[i]);
		globfree(&g);
	}
	for (; date_cmp(day, last) <= 0; day = date_plus(day, 1), n++)
		try_day(w, day, &files);
	return n;
}

int
main(int argc, char **argv)
{
	struct work w = { .today = { 2026, 9, 15 } };

	arena_init(&w.keep);
	arena_init(&w.once);
	if (argc < 2)
		stop("usage", "mutate KINDS [--show]");
	w.show = argc > 2;
	w.words = reader_words(&w.keep);
	read_kinds(&w, argv[1]);
	for (size_t i = 0; i < w.kinds.n; i++) {
		struct str name = w.kinds.at[i].column[0];

		if (!str_eq(name, STR("born")) && !str_eq(name, STR("day")))
			try_kind(&w, &w.kinds.at[i]);
	}

	int mutations = w.passed + w.failed, failed = w.failed;
	int days = try_days(&w);

	printf("mutations: %d, of facts: %d, of prose alone: %d; "
	       "judged as expected: %d\n",
	    mutations, mutations - w.silent, w.silent, mutations - failed);
	printf("days of the year: %d, judged as expected: %d\n", days,
	    days - (w.failed - failed));
	printf("%d passed, %d failed\n", w.passed, w.failed);
	for (size_t i = 0; i < w.kinds.n; i++)
		regfree(&w.kinds.at[i].line);
	arena_done(&w.once);
	arena_done(&w.keep);
	return w.failed > 0;
}
