/* SPDX-License-Identifier: MIT */
/*
 * Puts the excerpts of `kengesh rule` to check: excerpts FOLDER PLACES
 * [--show], in copy of a school.  PLACES says where in its files they belong;
 * tests/excerpts.places describes the form.  The wrong excerpt of a rule gives
 * a finding of this rule, the right one gives none, and both can be read: there
 * is no other finding of structure (K0) in a file that they stand in.
 */
#include <errno.h>
#include <glob.h>
#include <sys/stat.h>
#include <unistd.h>

#include "kinds.h"

struct kept {
	const char *path;
	struct str text;
};
struct desk {
	struct work work;
	LIST(struct kept) files; /* as they are without any excerpt */
};
enum { PATH_SIZE = 256, PATTERNS = 5 };

/* One excerpt in its places. */
struct trial {
	struct desk *desk;
	struct str code, excerpt;
	struct date today;
	LIST(struct str) touched; /* paths */
	size_t used;              /* places that took it in */
};

static const char *const files_of_school[PATTERNS] = { "*.yaml", "*.md",
	"[0-9]*-[0-9]*/*.yaml", "[0-9]*-[0-9]*/*.md",
	"[0-9]*-[0-9]*/attachments/*" };

/* Calls f with the path of each file that is there now. */
static void
each_file(
    void (*f)(struct desk *, const char *), struct desk *s, const char *pattern)
{
	glob_t g;

	if (glob(pattern, 0, NULL, &g))
		return;
	for (size_t i = 0; i < g.gl_pathc; i++)
		f(s, g.gl_pathv[i]);
	globfree(&g);
}

static void
keep_file(struct desk *s, const char *path)
{
	struct arena *a = &s->work.keep;

	*LIST_ADD(a, &s->files) = (struct kept){ str_cstr(a, str_from(path)),
		read_file(a, path)->text };
}

static void
remove_file(struct desk *s, const char *path)
{
	(void)s;
	unlink(path);
}

static void
remove_folder(struct desk *s, const char *path)
{
	(void)s;
	rmdir(path); /* where it is empty */
}

static void
make_folder(const char *path)
{
	char folder[PATH_SIZE];

	snprintf(folder, sizeof(folder), "%s", path);
	if (!strrchr(folder, '/'))
		return;
	*strrchr(folder, '/') = '\0';
	if (mkdir(folder, 0777) && errno != EEXIST)
		stop("cannot make", folder);
}

static void
restore(struct desk *s)
{
	for (size_t i = 0; i < PATTERNS; i++)
		each_file(remove_file, s, files_of_school[i]);
	each_file(remove_folder, s, "[0-9]*-[0-9]*");
	for (size_t i = 0; i < s->files.n; i++) {
		make_folder(s->files.at[i].path);
		write_file(s->files.at[i].path, s->files.at[i].text);
	}
}

/* --- the excerpt -------------------------------------------------------- */

/* The name of a file at the head of a line, or an empty one. */
static struct str
file_named(struct str line)
{
	struct str name = line;

	for (size_t i = 0; i < line.n; i++) {
		if (strchr(" ,:", line.p[i])) {
			name = str_head(line, i);
			break;
		}
	}
	return str_ends(name, STR(".yaml")) || str_ends(name, STR(".md"))
		   ? name
		   : STR("");
}

/* Whether an excerpt's `name` of a file means the one at this path. */
static bool
is_named(struct str path, struct str name)
{
	return name.n && str_ends(path, name) &&
	       (path.n == name.n || path.p[path.n - name.n - 1] == '/');
}

/* The lines that the excerpt has of a file; false: it has others. */
static bool
lines_of(struct trial *t, struct str path, struct str *lines)
{
	struct str rest = t->excerpt;
	bool named = false, ours = true;
	struct strbuf b;

	buf_init(&b, &t->desk->work.once);
	while (rest.n) {
		struct str line = str_cut(rest, '\n', &rest);
		struct str name = file_named(line);

		if (name.n)
			ours = is_named(path, name);
		named |= name.n && ours;
		if (!name.n && ours)
			buf_printf(&b, STR_FMT "\n", STR_ARG(line));
	}
	*lines = buf_str(&b);
	return named || (lines->n && !file_named(t->excerpt).n);
}

/* TEXT of a row: \n parts lines, a backslash keeps blanks at its head. */
static struct str
row_text(struct trial *t, struct str text, struct str lines)
{
	struct strbuf b;

	buf_init(&b, &t->desk->work.once);
	if (str_eq(text, STR("-")))
		return STR("");
	while (text.n) {
		struct str step = str_head(text, 1);

		if (str_starts(text, STR("\\n"))) {
			step = str_head(text, 2);
			buf_byte(&b, '\n');
		} else if (str_eq(step, STR("@"))) {
			buf_add(&b, str_head(lines, lines.n - 1));
		} else if (!str_eq(step, STR("\\"))) {
			buf_add(&b, step);
		}
		text = str_skip(text, step.n);
	}
	buf_byte(&b, '\n');
	return buf_str(&b);
}

/* --- its places --------------------------------------------------------- */

/* What a file begins as: itself, or the session of its number or its day. */
static struct str
file_begun(struct desk *s, struct str path)
{
	size_t slash = str_find(path, STR("/"));
	struct str name = str_skip(path, slash == SIZE_MAX ? 0 : slash + 1);
	struct str begun = STR("");

	for (size_t i = 0; i < s->files.n; i++) {
		struct str other = str_from(s->files.at[i].path);
		size_t at = str_find(other, STR("/"));

		if (str_eq(other, path))
			return s->files.at[i].text;
		other = str_skip(other, at == SIZE_MAX ? other.n : at + 1);
		if (name.p[0] != '0' || !str_starts(other, STR("0")))
			continue;
		if (!begun.n || str_starts(other, str_head(name, 3)) ||
		    str_eq(str_skip(other, 3), str_skip(name, 3)))
			begun = s->files.at[i].text;
	}
	return begun;
}

static void
replace_lines(
    struct trial *t, const struct kind *k, const char *path, struct str with)
{
	struct arena *a = &t->desk->work.once;
	const struct source *s = read_file(a, path);
	struct str to = k->column[3];
	bool all = str_eq(to, STR("all")), begun = false, ended = false;
	struct strbuf b;

	buf_init(&b, a);
	for (size_t i = 1; i <= line_count(s); i++) {
		struct str line = source_line(s, i);
		bool like = !regexec(&k->line, str_cstr(a, line), 0, NULL, 0);

		if (like && (all || !begun)) {
			buf_add(&b, with);
			begun = true;
			ended = all || str_eq(to, STR("-"));
			if (!str_eq(to, STR("+")))
				continue;
			ended = true;
		} else if (begun && !ended && !str_eq(to, STR("END"))) {
			ended = line_matching(a, s, str_cstr(a, to), i, 1) == i;
		}
		if (!begun || ended)
			buf_printf(&b, STR_FMT "\n", STR_ARG(line));
	}
	if (!begun || (!ended && !str_eq(to, STR("END"))))
		stop(path, str_cstr(a, k->column[2]));
	write_file(path, buf_str(&b));
}

static void
put_in_file(struct trial *t, const struct kind *k, const char *path)
{
	struct arena *a = &t->desk->work.once;
	struct str name = str_copy(a, str_from(path)), lines = STR("");
	bool takes = str_find(k->column[4], STR("@")) != SIZE_MAX;

	if (takes && !lines_of(t, name, &lines))
		return;
	if (access(path, F_OK)) {
		make_folder(path);
		write_file(path, file_begun(t->desk, name));
	}

	struct str with = row_text(t, k->column[4], lines);

	if (k->column[2].n)
		replace_lines(t, k, path, with);
	else
		write_file(path, with);
	t->used += takes;
	if (takes)
		*LIST_ADD(a, &t->touched) = name;
}

/* Only those of the files are there which the excerpt lists. */
static void
put_listed(struct trial *t, const struct kind *k)
{
	struct arena *a = &t->desk->work.once;
	struct str rest = t->excerpt;

	each_file(remove_file, t->desk, str_cstr(a, k->column[1]));
	while (rest.n) {
		struct str name = file_named(str_cut(rest, '\n', &rest));
		struct str text = file_begun(t->desk, name);
		const char *path = str_cstr(a, name);

		if (!name.n || !text.n)
			continue;
		if (name.p[0] == '0') {
			path = str_cstr(a, str_printf(a, "2025-2026/%s", path));
			text = file_begun(t->desk, str_from(path));
		}
		make_folder(path);
		write_file(path, text);
	}
	t->used++;
}

static void
put_row(struct trial *t, const struct kind *k)
{
	const char *pattern = str_cstr(&t->desk->work.once, k->column[1]);
	glob_t g;

	if (str_eq(k->column[1], STR("day"))) {
		if (!date_parse(&t->today, k->column[4]))
			stop("no date", pattern);
	} else if (str_eq(k->column[3], STR("ls"))) {
		put_listed(t, k);
	} else if (glob(pattern, GLOB_NOCHECK, NULL, &g)) {
		stop("no such file", pattern);
	} else {
		for (size_t i = 0; i < g.gl_pathc; i++)
			put_in_file(t, k, g.gl_pathv[i]);
		globfree(&g);
	}
}

/* --- what check says ---------------------------------------------------- */

static bool
is_touched(const struct trial *t, struct str found)
{
	for (size_t i = 0; i < t->touched.n; i++) {
		if (str_find(found, t->touched.at[i]) != SIZE_MAX)
			return true;
	}
	return false;
}

/* Puts it in, and counts it: `wrong` says what it must give. */
static void
try_excerpt(struct desk *s, struct str code, const char *excerpt, bool wrong)
{
	struct trial t = { s, code, str_from(excerpt), { 2026, 9, 15 }, { 0 },
		0 };
	bool found = false, readable = true;

	for (size_t i = 0; i < s->work.kinds.n; i++) {
		if (str_eq(s->work.kinds.at[i].column[0], code))
			put_row(&t, &s->work.kinds.at[i]);
	}

	struct found got = judge(&s->work, t.today);

	for (size_t i = 0; i < got.n; i++) {
		bool its = str_starts(got.at[i], code);

		found |= its;
		readable &= its || !str_starts(got.at[i], STR("K0")) ||
			    !is_touched(&t, got.at[i]);
	}

	bool good = t.used && readable && found == wrong;

	s->work.passed += good;
	s->work.failed += !good;
	if (!good || s->work.show) {
		printf("%s" STR_FMT ": the %s excerpt%s\n%s\n",
		    good ? "" : "FAILED ", STR_ARG(code),
		    wrong ? "wrong" : "right", t.used ? "" : " has no place",
		    excerpt);
		print_found("found", &got);
	}
	restore(s);
	arena_reset(&s->work.once);
}

int
main(int argc, char **argv)
{
	static struct desk s;

	begin_work(&s.work, argc, argv);
	for (size_t i = 0; i < PATTERNS; i++)
		each_file(keep_file, &s, files_of_school[i]);
	for (size_t i = 0; i < nrules; i++) {
		const struct explanation *x = rule_explanation(&rules[i]);
		struct str code = str_from(rules[i].message.code);

		if (!x->mistake) {
			printf("FAILED " STR_FMT ": it is not explained\n",
			    STR_ARG(code));
			s.work.failed++;
			continue;
		}
		try_excerpt(&s, code, x->mistake, true);
		try_excerpt(&s, code, x->cure, false);
	}
	return end_work(&s.work);
}
