/* SPDX-License-Identifier: MIT */
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/arena.h"
#include "base/file.h"
#include "base/utf8.h"
#include "reader/reader_int.h"

/* --- finding the school ------------------------------------------------- */

static bool
is_top(const char *path)
{
	struct stat here, above;
	struct arena a;
	bool top;

	arena_init(&a);
	top = stat(path, &here) < 0 ||
	      stat(str_printf(&a, "%s/..", path).p, &above) < 0 ||
	      (here.st_dev == above.st_dev && here.st_ino == above.st_ino);
	arena_done(&a);
	return top;
}

struct str
reader_root(struct arena *a, const char *from)
{
	struct str path = str_copy(a, str_from(from));
	struct stat st;

	for (;;) {
		if (stat(str_printf(a, "%s/council.yaml", path.p).p, &st) == 0)
			return path;
		if (is_top(path.p))
			return STR("");
		path = str_eq(path, STR("."))
			   ? str_copy(a, STR(".."))
			   : str_printf(a, STR_FMT "/..", STR_ARG(path));
	}
}

/* --- names -------------------------------------------------------------- */

/* "2025-2026": 2025; 0 where a name is not of this form. */
static int
year_of(struct str name)
{
	int first, second;

	if (name.n != 9 || name.p[4] != '-' ||
	    !str_number(str_head(name, 4), &first) ||
	    !str_number(str_skip(name, 5), &second))
		return 0;
	return second == first + 1 && first >= 1900 && first < 2199 ? first : 0;
}

static bool
is_record(struct str name)
{
	return str_ends(name, STR(".yaml")) || str_ends(name, STR(".yml")) ||
	       str_ends(name, STR(".md"));
}

/* Names of files, or "" behind the last. */
static const struct str in_school[] = { STR_INIT("council.yaml"),
	STR_INIT("regulation.md"), STR_INIT("") };
static const struct str in_year[] = { STR_INIT("calendar.yaml"),
	STR_INIT("members.yaml"), STR_INIT("plan.yaml"), STR_INIT("report.md"),
	STR_INIT("waivers.yaml"), STR_INIT("council.yaml"),
	STR_INIT("regulation.md"), STR_INIT("") };

/*
 * The name as it should end: editors add .txt, call Markdown .markdown, or
 * write endings in capitals.
 */
static struct str
name_mended(struct arena *a, struct str name)
{
	static const struct {
		struct str wrong, right;
	} endings[] = {
		{ STR_INIT(".md.txt"), STR_INIT(".md") },
		{ STR_INIT(".yaml.txt"), STR_INIT(".yaml") },
		{ STR_INIT(".yml.txt"), STR_INIT(".yaml") },
		{ STR_INIT(".markdown"), STR_INIT(".md") },
		{ STR_INIT(".mdown"), STR_INIT(".md") },
		{ STR_INIT(".mkd"), STR_INIT(".md") },
		{ STR_INIT(".txt"), STR_INIT(".md") },
		{ STR_INIT(".yml"), STR_INIT(".yaml") },
	};
	struct str low = utf8_lowered(a, name);

	for (size_t i = 0; i < sizeof(endings) / sizeof(endings[0]); i++) {
		if (str_ends(low, endings[i].wrong))
			return str_printf(a, STR_FMT STR_FMT,
			    STR_ARG(str_head(low, low.n - endings[i].wrong.n)),
			    STR_ARG(endings[i].right));
	}
	return low;
}

static bool
is_in(struct str name, const struct str *known)
{
	while (known->n && !str_eq(*known, name))
		known++;
	return known->n > 0;
}

/* Dot files, README and what is no record may lie where it likes. */
static bool
is_free(struct str name)
{
	return name.p[0] == '.' || str_starts(name, STR("README")) ||
	       !is_record(name);
}

static struct span
place_of(struct reading *r, struct str name)
{
	struct str path = str_printf(
	    r->a, STR_FMT STR_FMT, STR_ARG(r->folder), STR_ARG(name));

	return source_span(source_absent(r->a, path), 0, 0);
}

static void
report_misnamed(struct reading *r, struct str name, struct str right)
{
	diag_add(r->d, &unknown_file, place_of(r, name), ARGS(arg_str(name)))
	    ->fix = right;
}

/* A file that is a record by all but the ending or the capitals of its name;
 * where the record is there too, it is a copy, and nothing is lost. */
static void
report_record(struct reading *r, const struct names *names, struct str name,
    struct str right)
{
	struct span at = place_of(r, name);

	for (size_t i = 0; i < names->n; i++) {
		if (str_eq(names->at[i], right)) {
			report_misnamed(r, name, right);
			return;
		}
	}
	diag_add(r->d, &misnamed_record, at, ARGS(arg_str(name)))->fix = right;
	if (r->year)
		*LIST_ADD(r->a, &r->year->misnamed) = at.src;
	else
		*LIST_ADD(r->a, &r->school->misnamed) = at.src;
}

static void
report_unknown(struct reading *r, struct str name, const struct str *known)
{
	size_t most = 3;
	struct str best = STR("");

	for (; known->n; known++) {
		size_t far = text_distance(name, *known, most);

		if (far <= most && !(best.n && far == most)) {
			best = *known;
			most = far;
		}
	}
	report_misnamed(r, name, best);
}

/* --- misnamed sessions -------------------------------------------------- */

/* The numbers of a name, in order: 1-05.09.2025.md has 1, 5, 9, 2025. */
static size_t
numbers_of(struct str name, int *out, size_t most)
{
	size_t n = 0;

	for (size_t i = 0; i < name.n && n < most;) {
		size_t len = str_digits(str_skip(name, i));

		if (!len)
			i++;
		else if (str_number(str_head(str_skip(name, i), len), &out[n]))
			n++, i += len;
		else
			return 0;
	}
	return n;
}

/* The name that a misnamed session should have, or empty. */
static struct str
session_name_meant(struct reading *r, struct str name)
{
	int v[5];
	size_t n = numbers_of(name, v, 5);
	bool year_first = n == 4 && v[1] > 31;
	struct date d;

	if (n != 4 || v[0] > 99 || v[1] > 9999 || v[3] > 9999)
		return STR("");
	d.year = (int16_t)(year_first ? v[1] : v[3]);
	d.month = (int8_t)(v[2] > 12 ? 0 : v[2]);
	d.day = (int8_t)(year_first ? v[3] % 100 : v[1] % 100);
	if (!date_is_valid(d))
		return STR("");
	return str_printf(
	    r->a, "%02d-%04d-%02d-%02d.md", v[0], d.year, d.month, d.day);
}

/* Markdown with a digit in front. */
static bool
looks_like_session(struct str name)
{
	return str_ends(name, STR(".md")) && str_digits(name) > 0;
}

/* --- a year ------------------------------------------------------------- */

static int
by_date(const void *pa, const void *pb)
{
	const struct session *const *a = pa, *const *b = pb;
	int c = date_cmp(session_date(*a), session_date(*b));

	if (c)
		return c;
	c = session_number(*a) - session_number(*b);
	return c ? c : str_cmp((*a)->source->path, (*b)->source->path);
}

/* What it says is lost to all that rests on sessions. */
static void
report_lost(struct reading *r, struct str name, struct str right)
{
	struct span at = place_of(r, name);

	diag_add(r->d, &misnamed_session, at, ARGS(arg_str(name)))->fix = right;
	*LIST_ADD(r->a, &r->year->lost) = at.src;
}

/* A file of the year's folder that is no session. */
static void
check_year_entry(struct reading *r, const struct names *names, struct str name)
{
	struct str mended = name_mended(r->a, name);
	struct date date;
	int number;

	if (is_in(name, in_year))
		return;
	if (session_name(mended, &number, &date))
		report_lost(r, name, mended);
	else if (looks_like_session(name))
		report_lost(r, name, session_name_meant(r, name));
	else if (is_in(mended, in_year))
		report_record(r, names, name, mended);
	else if (!is_free(name))
		report_unknown(r, name, in_year);
}

static void
read_sessions(struct reading *r, const struct names *names)
{
	struct year *y = r->year;

	for (size_t i = 0; i < names->n; i++) {
		struct str name = names->at[i];
		struct date date;
		int number;

		if (session_name(name, &number, &date))
			*LIST_ADD(r->a, &y->sessions) = session_read(r, name);
		else
			check_year_entry(r, names, name);
	}
	if (y->sessions.n)
		qsort(y->sessions.at, y->sessions.n, sizeof(*y->sessions.at),
		    by_date);
}

static void
report_system(struct reading *r, struct span at, int error)
{
	struct source *s = source_absent(r->a, at.src->path);

	s->error = error;
	s->state = error == EXDEV ? SOURCE_OUTSIDE : SOURCE_SYSTEM;
	if (error == EXDEV) {
		markup_source_check(s, r->d);
		return;
	}
	diag_add(r->d, &folder_unreadable, start_of(s),
	    ARGS(arg_str(at.src->path), arg_str(str_from(strerror(error)))));
}

/* The edition of the regulation in force: the year's own, or the school's. */
static void
read_edition(struct reading *r, const struct names *names)
{
	r->year->regulation = &r->school->regulation;
	for (size_t i = 0; i < names->n; i++) {
		if (!str_eq(names->at[i], STR("regulation.md")))
			continue;
		r->year->regulation = ARENA_NEW(r->a, struct regulation);
		regulation_read(r, r->year->regulation);
	}
}

static void
read_year(struct reading *r, struct str name)
{
	struct year *y = ARENA_NEW(r->a, struct year);
	struct names names;
	int error;

	/* Of a year that cannot be listed nothing is known. */
	if (!file_names(&names, r->a, r->root, name, &error)) {
		report_system(r, place_of(r, name), error);
		return;
	}
	*LIST_ADD(r->a, &r->school->years) = y;
	y->first = year_of(name);
	y->folder = name;
	y->council = r->school->council;
	y->regulation = &r->school->regulation;
	r->year = y;
	r->folder = str_printf(r->a, STR_FMT "/", STR_ARG(name));
	council_read(r, &y->council, "council.yaml");
	read_edition(r, &names);
	calendar_read(r, &y->calendar);
	members_read(r);
	plan_read(r, &y->plan);
	read_sessions(r, &names);
	report_read(r, &y->report);
	waivers_read(r);
	r->year = NULL;
	r->folder = STR("");
}

/* --- a school ----------------------------------------------------------- */

/* A folder that should have been a school year: 2025, 2025-26, 2025_2026. */
static bool
looks_like_year(struct str name)
{
	return str_digits(name) == 4 &&
	       (name.p[0] == '1' || name.p[0] == '2') &&
	       (name.n == 4 || name.p[4] == '-' || name.p[4] == '_');
}

static void
check_entry(struct reading *r, const struct names *names, struct str name)
{
	const char *path =
	    str_printf(r->a, "%s/" STR_FMT, r->root, STR_ARG(name)).p;
	struct str mended = name_mended(r->a, name);
	int first;

	if (looks_like_year(name) && file_is_folder(path))
		diag_add(r->d, &misnamed_year, place_of(r, name),
		    ARGS(arg_str(name)))
		    ->fix = str_number(str_head(name, 4), &first)
				? str_printf(r->a, "%d-%d", first, first + 1)
				: STR("");
	else if (is_in(name, in_school) || file_is_folder(path))
		return;
	else if (is_in(mended, in_school))
		report_record(r, names, name, mended);
	else if (!is_free(name))
		report_unknown(r, name, in_school);
}

static bool
is_wanted(struct str name, const struct str *years, size_t nyears)
{
	for (size_t i = 0; i < nyears; i++) {
		if (str_eq(years[i], name))
			return true;
	}
	return nyears == 0;
}

struct school *
reader_school(struct arena *run, const struct lexicon *lexicon,
    const char *root, const struct str *years, size_t nyears, struct diags *d)
{
	struct school *school = ARENA_NEW(run, struct school);
	struct reading r = { .a = run,
		.d = d,
		.lexicon = lexicon,
		.root = root,
		.school = school,
		.folder = STR("") };
	struct names names;
	int error;

	school->root = str_copy(run, str_from(root));
	council_read(&r, &school->council, "council.yaml");
	regulation_read(&r, &school->regulation);
	if (!file_names(&names, run, root, STR(""), &error)) {
		report_system(&r, place_of(&r, str_from(root)), error);
		return school;
	}
	for (size_t i = 0; i < names.n; i++) {
		if (!year_of(names.at[i]))
			check_entry(&r, &names, names.at[i]);
		else if (is_wanted(names.at[i], years, nyears))
			read_year(&r, names.at[i]);
	}
	return school;
}
