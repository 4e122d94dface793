/* SPDX-License-Identifier: MIT */
/*
 * Proves `check` against every single change of a complete year: mutate FOLDER
 * KINDS [--show], in a copy of the school.  Each row of KINDS tells how a
 * mutation is made and which findings it must give, at which places, no less
 * and no more; tests/mutations.kinds describes the form.
 */
#include <glob.h>
#include <unistd.h>

#include "causes.h"

struct trial {
	struct work work;
	LIST(struct site) taken;
	struct date today;
	int silent; /* mutations that must give nothing */
	struct causes causes;
};

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
    struct trial *t, struct strbuf *b, const struct site *at, struct str with)
{
	struct str line = source_line(at->file, at->line);
	regmatch_t m[2] = { { -1, -1 }, { -1, -1 } };

	regexec(&at->kind->line, str_cstr(&t->work.once, line), 2, m, 0);

	const regmatch_t *part = m[1].rm_so >= 0 ? &m[1] : &m[0];

	buf_add(b, str_head(line, (size_t)part->rm_so));
	buf_add(b, with);
	buf_add(b, str_skip(line, (size_t)part->rm_eo));
	buf_byte(b, '\n');
}

/* The file's text with this one change. */
static struct str
mutated(struct trial *t, const struct site *at, struct str change)
{
	size_t end = at->line + 1;
	struct strbuf b;

	buf_init(&b, &t->work.once);
	if (str_eq(change, STR("--")))
		end = block_end(at->file, at->line);
	for (size_t i = 1; i <= line_count(at->file); i++) {
		struct str line = source_line(at->file, i);

		if (i == at->line && change.p[0] == '=') {
			add_replaced(t, &b, at, str_skip(change, 1));
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

/* Changes the school, judges it, puts it right again. */
static void
try_site(struct trial *t, const struct site *at)
{
	struct str change = at->kind->column[3];
	struct str line = at->line ? source_line(at->file, at->line) : STR("");
	const char *path = str_cstr(&t->work.once, at->file->path);
	const char *other = str_cstr(&t->work.once, str_skip(change, 1));

	if (str_eq(change, STR("rm")))
		unlink(path);
	else if (change.p[0] == '>')
		rename(path, other);
	else
		write_file(path, mutated(t, at, change));

	struct diags d;

	begin_causes(&d, &t->causes, &t->work, t->today);

	struct found got = found_of(&t->work, &d);
	struct found want = expected(&t->work, at);
	bool good = same(&want, &got);

	try_causes(&t->causes, &d);

	if (change.p[0] == '>')
		rename(other, path);
	write_file(path, at->file->text);
	t->work.passed += good;
	t->work.failed += !good;
	t->silent += !want.n;
	if (!good || t->work.show) {
		printf("%s" STR_FMT ": %s:%zu: " STR_FMT "\n",
		    good ? "" : "FAILED ", STR_ARG(at->kind->column[0]), path,
		    at->line, STR_ARG(line));
		print_found("expected", &want);
		print_found("found", &got);
	}
	arena_reset(&t->work.once);
}

/* Whether an earlier row of this name has this place. */
static bool
is_taken(const struct trial *t, const struct site *at)
{
	for (size_t i = 0; i < t->taken.n; i++) {
		const struct site *o = &t->taken.at[i];

		if (o->line == at->line &&
		    str_eq(o->file->path, at->file->path) &&
		    str_eq(o->kind->column[0], at->kind->column[0]))
			return true;
	}
	return false;
}

/* Whether the row applies to line i of this file; line 0 is the whole. */
static bool
is_meant(struct trial *t, const struct site *at, const struct kind *k)
{
	if (!at->line)
		return true;
	if (k->only && at->line != (size_t)k->only)
		return false;

	struct str line = source_line(at->file, at->line);

	return !regexec(&k->line, str_cstr(&t->work.keep, line), 0, NULL, 0);
}

static void
try_file(struct trial *t, const struct kind *k, const char *path)
{
	struct site at = { k, read_file(&t->work.keep, path), 0 };
	bool whole = !k->column[2].n;
	size_t last = whole ? 0 : line_count(at.file);

	for (size_t i = whole ? 0 : 1; i <= last; i++) {
		at.line = i;
		if (!is_meant(t, &at, k) || is_taken(t, &at))
			continue;
		*LIST_ADD(&t->work.keep, &t->taken) = at;
		try_site(t, &at);
	}
}

static void
try_kind(struct trial *t, const struct kind *k)
{
	int before = t->work.passed + t->work.failed;
	glob_t g;

	if (!glob(str_cstr(&t->work.keep, k->column[1]), 0, NULL, &g)) {
		for (size_t i = 0; i < g.gl_pathc; i++)
			try_file(t, k, g.gl_pathv[i]);
		globfree(&g);
	}
	if (t->work.passed + t->work.failed > before)
		return;
	printf("FAILED a row without a place: " STR_FMT " :: " STR_FMT "\n",
	    STR_ARG(k->column[0]), STR_ARG(k->column[2]));
	t->work.failed++;
}

int
main(int argc, char **argv)
{
	struct trial t = { .today = { 2026, 9, 15 } };
	const struct work *w = &t.work;

	begin_work(&t.work, argc, argv);
	for (size_t i = 0; i < w->kinds.n; i++) {
		struct str name = w->kinds.at[i].column[0];

		if (!str_eq(name, STR("born")) && !str_eq(name, STR("day")))
			try_kind(&t, &w->kinds.at[i]);
	}

	int mutations = w->passed + w->failed;

	printf("mutations: %d, of facts: %d, of prose alone: %d; "
	       "judged as expected: %d\n",
	    mutations, mutations - t.silent, t.silent, w->passed);
	printf("rules off, waived and at each level: %d judgements; "
	       "where a fault would pass: %d\n",
	    t.causes.judged, t.causes.hidden);
	t.work.passed += t.causes.judged - t.causes.hidden;
	t.work.failed += t.causes.hidden;
	return end_work(&t.work);
}
