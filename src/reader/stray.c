/* SPDX-License-Identifier: MIT */
#include <errno.h>

#include "base/arena.h"
#include "base/file.h"
#include "reader/reader_int.h"

/*
 * What lies in a school and is not read.  A year in a folder of another name,
 * or in one below, is no year at all, and what it holds would be missed by
 * nobody: so folders that are not read are looked into.  That stays cheap:
 * links are not followed, and no school needs more than this.
 */
enum {
	DEPTH = 3,    /* folders within each other */
	ENTRIES = 500 /* of all such folders of a school */
};

/* Names of files, or "" behind the last. */
static const struct str in_school[] = { STR_INIT("council.yaml"),
	STR_INIT("regulation.md"), STR_INIT("") };
static const struct str in_year[] = { STR_INIT("calendar.yaml"),
	STR_INIT("members.yaml"), STR_INIT("plan.yaml"), STR_INIT("report.md"),
	STR_INIT("waivers.yaml"), STR_INIT("council.yaml"),
	STR_INIT("regulation.md"), STR_INIT("") };
/* Those that no other folder has. */
static const struct str of_year[] = { STR_INIT("calendar.yaml"),
	STR_INIT("members.yaml"), STR_INIT("plan.yaml"), STR_INIT("") };

static bool
is_in(struct str name, const struct str *known)
{
	while (known->n && !str_eq(*known, name))
		known++;
	return known->n > 0;
}

static struct span
place_of(struct reading *r, struct str path)
{
	return source_span(source_absent(r->a, path), 0, 0);
}

static struct str
below(struct reading *r, struct str folder, struct str name)
{
	return str_printf(r->a, STR_FMT "%s" STR_FMT, STR_ARG(folder),
	    folder.n ? "/" : "", STR_ARG(name));
}

/* Whether a folder, or a link to one, has this name; false where it cannot be
 * told, too: then errno is not 0. */
static bool
is_taken(struct reading *r, struct str path)
{
	return overlay_is_folder(r->overlay, r->a, r->root, path);
}

/* --- names that are wrong ----------------------------------------------- */

static void
report_misnamed(struct reading *r, struct str path, struct str name,
    const struct message *m, struct str right)
{
	diag_add(r->d, m, place_of(r, path), ARGS(arg_str(name)))->fix = right;
}

/* A file that is a record by all but some letters of its name; where the
 * record is there too, it is a copy, and nothing is lost. */
static void
report_record(struct reading *r, const struct names *names, struct str path,
    struct str name, struct str right)
{
	struct span at = place_of(r, path);

	for (size_t i = 0; i < names->n; i++) {
		if (str_eq(names->at[i], right)) {
			report_misnamed(r, path, name, &unknown_file, right);
			return;
		}
	}
	diag_add(r->d, &misnamed_record, at, ARGS(arg_str(name)))->fix = right;
	if (r->year)
		*LIST_ADD(r->a, &r->year->misnamed) = at.src;
	else
		*LIST_ADD(r->a, &r->school->misnamed) = at.src;
}

/* The record that a file was to be: the nearest by its letters, or the one
 * that was written behind by who copied it, plan (1).yaml; or "". */
static struct str
nearest(struct str name, const struct str *known)
{
	size_t most = 3;
	struct str best = STR("");

	for (; known->n; known++) {
		size_t far = text_distance(name, *known, most);
		size_t dot = str_find(*known, STR("."));

		if (str_ends(name, *known) ||
		    (str_starts(name, str_head(*known, dot)) &&
			str_ends(name, str_skip(*known, dot))))
			return *known;
		if (far <= most && !(best.n && far == most)) {
			best = *known;
			most = far;
		}
	}
	return best;
}

/* Text beside the sessions of a year may be a session under any name. */
static void
report_unread_text(struct reading *r, struct str path, struct str name)
{
	struct source *s = source_absent(r->a, path);

	diag_add(r->d, &unread_text, session_lost(r, s, STR("")),
	    ARGS(arg_str(name)));
}

static void
report_unknown(struct reading *r, const struct names *names, struct str path,
    struct str name, const struct str *known)
{
	struct str right = nearest(name, known);

	if (r->year && str_ends(name, STR(".md")) &&
	    !str_eq(right, STR("report.md")))
		report_unread_text(r, path, name);
	else if (right.n)
		report_record(r, names, path, name, right);
	else
		report_misnamed(r, path, name, &unknown_file, right);
}

/* --- years and sessions in other folders -------------------------------- */

/* The first of the two years in which a school year has this day. */
static int
school_year(struct date d)
{
	return d.month < 8 ? d.year - 1 : d.year;
}

static void
report_year(struct reading *r, struct str path, struct str name, int first)
{
	bool is_below = str_find(path, STR("/")) != SIZE_MAX;
	struct str right = str_printf(r->a, "%d-%d", first, first + 1);

	r->year_lost = true;
	/* No name is proposed that another folder has. */
	report_misnamed(r, path, name, is_below ? &year_below : &misnamed_year,
	    first && !is_taken(r, right) ? right : STR(""));
}

/* A session in another folder than its year's; `right` is its name. */
static void
report_session(struct reading *r, struct str path, struct str right)
{
	struct str beside = str_printf(r->a, STR_FMT "attachments/" STR_FMT,
	    STR_ARG(r->folder), STR_ARG(right));
	const struct message *m = &session_below;
	struct span at;
	struct date date;
	int number;

	if (r->year && year_names(r->year, path))
		return;
	session_name(right, &number, &date);
	/* A copy may be there for whoever asks for it. */
	if (r->year && str_eq(path, beside) &&
	    session_is_there(r->year, number, date)) {
		m = &session_as_attachment;
		at = place_of(r, path);
	} else {
		at = session_lost(r, source_absent(r->a, path), right);
	}
	diag_add(r->d, m, at, ARGS(arg_str(right)))->fix =
	    str_printf(r->a, "%d-%d/" STR_FMT, school_year(date),
		school_year(date) + 1, STR_ARG(right));
}

/* What a folder that is not read holds. */
struct content {
	struct names names;
	bool council;
	bool year; /* files of a school year */
	int first; /* the school year of its earliest session, or 0 */
};

static bool
content_read(struct content *out, struct reading *r, struct str path)
{
	int error;

	*out = (struct content){ 0 };
	/* A year may lie in it, and would be missed by nobody. */
	if (!overlay_names(
		&out->names, r->overlay, r->a, r->root, path, &error)) {
		folder_refused(r, path, error);
		return false;
	}
	for (size_t i = 0; i < out->names.n && r->looks < ENTRIES; i++) {
		struct str name = name_mended(r->a, out->names.at[i]);
		struct date date;
		int number;

		r->looks++;
		out->council |= str_eq(name, STR("council.yaml"));
		out->year |= is_in(name, of_year);
		if (session_name(name, &number, &date) &&
		    (!out->first || school_year(date) < out->first))
			out->first = school_year(date);
	}
	return true;
}

/* The year that a folder was to be; 0 where it was to be none, or nobody
 * knows which. */
static int
year_of(const struct content *c, int meant)
{
	bool agree = !meant || c->first == meant || c->first == meant - 1;

	return c->first && agree ? c->first : meant;
}

/* Whether there may be more in it than is read. */
static bool
is_folder(struct reading *r, struct str path, struct str name)
{
	if (name.p[0] == '.' || name_is_of_file(name))
		return false;
	if (overlay_has_folder(r->overlay, r->a, r->root, path))
		return true;
	if (errno)
		folder_refused(r, path, errno);
	return false;
}

static void
look_into(struct reading *r, struct str path, struct str name, int depth)
{
	int meant = year_meant(r->a, name);
	struct content c;

	if (depth > DEPTH || r->looks >= ENTRIES || !content_read(&c, r, path))
		return;
	if (c.year || (meant && c.first)) {
		report_year(r, path, name, year_of(&c, meant));
		return;
	}
	/* Another school is read when it is asked for. */
	if (c.council)
		return;
	for (size_t i = 0; i < c.names.n && i < ENTRIES; i++) {
		struct str one = c.names.at[i], at = below(r, path, one);
		struct str session = session_name_meant(r->a, one);

		if (session.n)
			report_session(r, at, session);
		else if (is_folder(r, at, one))
			look_into(r, at, one, depth + 1);
	}
}

/* --- what is looked at -------------------------------------------------- */

static void
report_session_name(struct reading *r, struct str path, struct str name)
{
	struct str right = session_name_meant(r->a, name);

	diag_add(r->d, &misnamed_session,
	    session_lost(r, source_absent(r->a, path), right),
	    ARGS(arg_str(name)))
	    ->fix = right;
}

/* A session that is kept in a document of another program, or in the copy that
 * an editor keeps, and nowhere else. */
static void
report_document(struct reading *r, struct str name, struct str right)
{
	struct source *s;
	struct date date;
	int number;

	session_name(right, &number, &date);
	if (session_is_there(r->year, number, date))
		return;
	s = file_read(r, str_cstr(r->a, name));
	if (markup_source_check(s, r->d))
		diag_add(
		    r->d, &misnamed_session, start_of(s), ARGS(arg_str(name)));
	LIST_LAST(&r->d->list)->fix = right;
	session_lost(r, s, right);
}

static void
check_year_entry(struct reading *r, const struct names *names, struct str name)
{
	struct str mended = name_mended(r->a, name);
	struct str document = session_of_document(r->a, name);
	struct str path = str_printf(
	    r->a, STR_FMT STR_FMT, STR_ARG(r->folder), STR_ARG(name));
	struct date date;
	int number;

	if (is_in(name, in_year) || session_name(name, &number, &date))
		return;
	if (session_name(mended, &number, &date) || name_like_session(name))
		report_session_name(r, path, name);
	else if (is_in(mended, in_year))
		report_record(r, names, path, name, mended);
	else if (!name_is_free(name))
		report_unknown(r, names, path, name, in_year);
	else if (document.n)
		report_document(r, name, document);
	else if (is_folder(r, path, name))
		look_into(r, path, name, 1);
}

void
stray_in_year(struct reading *r, const struct names *names)
{
	for (size_t i = 0; i < names->n; i++)
		check_year_entry(r, names, names->at[i]);
}

static void
check_school_entry(
    struct reading *r, const struct names *names, struct str name)
{
	struct str mended = name_mended(r->a, name);
	struct str session = session_name_meant(r->a, name);
	bool is_made =
	    str_eq(name, STR("out")) || str_eq(name, STR("templates"));

	if (is_in(name, in_school) || is_made)
		return;
	if (is_taken(r, name)) {
		int first = year_meant(r->a, name);
		struct content c = { 0 };

		if (first && content_read(&c, r, name))
			first = year_of(&c, first);
		if (first)
			report_year(r, name, name, first);
		else if (is_folder(r, name, name))
			look_into(r, name, name, 1);
	} else if (errno) {
		folder_refused(r, name, errno);
	} else if (is_in(mended, in_school)) {
		report_record(r, names, name, name, mended);
	} else if (session.n) {
		report_session(r, name, session);
	} else if (!name_is_free(name)) {
		report_unknown(r, names, name, name, in_school);
	}
}

void
stray_in_school(struct reading *r, const struct names *names)
{
	for (size_t i = 0; i < names->n; i++) {
		if (!year_named(names->at[i]))
			check_school_entry(r, names, names->at[i]);
	}
}
