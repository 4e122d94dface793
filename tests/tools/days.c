/* SPDX-License-Identifier: MIT */
/*
 * Judges a complete year on each of its days by what had been written by then:
 * days FOLDER KINDS [--show], in a copy of the school.  The rows `born` and
 * `day` of KINDS say what that was, and what is found.
 */
#include <glob.h>
#include <unistd.h>

#include "kinds.h"

struct files {
	LIST_OF(const struct source *);
};

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
	struct work w;

	begin_work(&w, argc, argv);

	int days = try_days(&w);

	printf(
	    "days of the year: %d, judged as expected: %d\n", days, w.passed);
	return end_work(&w);
}
