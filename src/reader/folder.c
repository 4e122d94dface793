/* SPDX-License-Identifier: MIT */
#include <errno.h>
#include <string.h>

#include "base/arena.h"
#include "base/file.h"
#include "base/os.h"
#include "reader/reader_int.h"

/* --- finding the school ------------------------------------------------- */

/* Whether a folder has a council.yaml; *error: it cannot be told. */
static bool
has_council(struct arena *a, struct str path, int *error)
{
	struct os_about about;

	if (os_look_at(
		&about, cstr_printf(a, STR_FMT "/council.yaml", STR_ARG(path))))
		return true;
	if (!os_is_missing(errno))
		*error = errno;
	return false;
}

/* Whether a council.yaml here is that of a school year: the school's own lies
 * in the folder above. */
static bool
is_of_year(struct arena *a, struct str path, int *error)
{
	const char *full = os_resolve(a, path.p);

	if (!full)
		*error = errno;
	return full && year_meant(a, str_from(strrchr(full, '/') + 1)) &&
	       has_council(
		   a, str_printf(a, STR_FMT "/..", STR_ARG(path)), error);
}

/* The folder above, of a path that may be ".". */
static struct str
above(struct arena *a, struct str path)
{
	return str_eq(path, STR("."))
		   ? str_copy(a, STR(".."))
		   : str_printf(a, STR_FMT "/..", STR_ARG(path));
}

struct str
reader_root(struct arena *a, const char *from, int *error)
{
	struct str path = str_copy(a, str_from(from));

	*error = 0;
	while (!has_council(a, path, error) || is_of_year(a, path, error)) {
		if (*error)
			return path;
		if (os_is_top(path.p)) {
			*error = errno;
			return errno ? path : STR("");
		}
		path = above(a, path);
	}
	return path;
}

struct str
reader_root_misnamed(struct arena *a, const char *from)
{
	struct str path = str_copy(a, str_from(from));

	for (;; path = above(a, path)) {
		struct names names = { 0 };
		int error;

		file_names(&names, a, path.p, STR(""), &error);
		for (size_t i = 0; i < names.n; i++) {
			if (str_eq(name_mended(a, names.at[i]),
				STR("council.yaml")))
				return str_printf(a, STR_FMT "/" STR_FMT,
				    STR_ARG(path), STR_ARG(names.at[i]));
		}
		if (os_is_top(path.p))
			return STR("");
	}
}

static struct span
place_of(struct reading *r, struct str name)
{
	return source_span(source_absent(r->a, name), 0, 0);
}

/* --- a year ------------------------------------------------------------- */

static void
read_sessions(struct reading *r, const struct names *names)
{
	for (size_t i = 0; i < names->n; i++) {
		struct str name = names->at[i];
		struct date date;
		int number;

		if (session_name(name, &number, &date))
			session_add(r, r->year, session_read(r, name));
	}
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
	if (!overlay_names(&names, r->overlay, r->a, r->root, name, &error)) {
		folder_refused(r, name, error);
		r->year_lost = true;
		return;
	}
	*LIST_ADD(r->a, &r->school->years) = y;
	y->first = year_named(name);
	y->folder = name;
	y->council = r->school->council;
	y->regulation = &r->school->regulation;
	r->year = y;
	r->annexes = (struct annexes){ 0 };
	r->folder = str_printf(r->a, STR_FMT "/", STR_ARG(name));
	council_read(r, &y->council, "council.yaml");
	read_edition(r, &names);
	r->since = year_begin(y);
	calendar_read(r, &y->calendar);
	members_read(r);
	plan_read(r, &y->plan);
	read_sessions(r, &names);
	r->since = year_begin(y);
	plan_check_references(r);
	stray_in_year(r, &names);
	report_read(r, &y->report);
	waivers_read(r);
	r->since = (struct date){ 0 };
	r->year = NULL;
	r->folder = STR("");
}

/* --- a school ----------------------------------------------------------- */

/* A place of its own: papers that print council.yaml do not need a year. */
static void
report_no_year(struct reading *r)
{
	diag_add(r->d, &no_year, place_of(r, STR("council.yaml")), NO_ARGS);
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
    const char *root, const struct overlay *overlay, const struct str *years,
    size_t nyears, struct diags *d)
{
	struct school *school = ARENA_NEW(run, struct school);
	struct reading r = { .a = run,
		.d = d,
		.lexicon = lexicon,
		.root = root,
		.overlay = overlay,
		.school = school,
		.folder = STR("") };
	struct names names;
	int error;

	council_read(&r, &school->council, "council.yaml");
	regulation_read(&r, &school->regulation);
	if (!overlay_names(&names, overlay, run, root, STR(""), &error)) {
		folder_refused(&r, STR("."), error);
		return school;
	}
	for (size_t i = 0; i < names.n; i++) {
		if (year_named(names.at[i]) &&
		    is_wanted(names.at[i], years, nyears))
			read_year(&r, names.at[i]);
	}
	stray_in_school(&r, &names);
	if (!school->years.n && !nyears && !r.year_lost)
		report_no_year(&r);
	return school;
}
