/* SPDX-License-Identifier: MIT */
#include <errno.h>
#include <string.h>

#include "base/os.h"
#include "cli/cli.h"
#include "reader/reader.h"

static const struct words no_school =
    TEXT("%1: no council.yaml here or in any folder above; name the school's "
	 "folder with -C");
static const struct words misnamed =
    TEXT("%1 is not read: rename it council.yaml");
static const struct words no_path = TEXT("%1: %2");

/* The folder of a path: itself, or what stands before its last slash. */
static const char *
folder_of(struct arena *a, const char *path, enum os_kind kind)
{
	const char *slash = strrchr(path, '/');

	if (kind == OS_IS_FOLDER)
		return path;
	if (!slash)
		return ".";
	return str_cstr(a,
	    (struct str){ path, slash == path ? 1 : (size_t)(slash - path) });
}

/* `path` as seen from `root`, "" where they are the same folder; false: errno.
 */
static bool
below(struct str *out, struct arena *a, const char *root, const char *path)
{
	const char *top = os_resolve(a, root);
	const char *full = top ? os_resolve(a, path) : NULL;

	*out = STR("");
	if (!full)
		return false;
	if (str_starts(str_from(full), str_from(top)))
		*out = str_skip(str_from(full), strlen(top));
	if (out->n)
		*out = str_skip(*out, 1);
	return true;
}

/* A folder at or below the current one as seen from there, whatever way it was
 * written; another as it is.  False: errno. */
static bool
as_seen_here(struct str *out, struct arena *a, struct str folder)
{
	const char *top = os_resolve(a, ".");
	const char *full = top ? os_resolve(a, folder.p) : NULL;
	size_t n;

	if (!full)
		return false;
	n = strlen(top);
	if (strncmp(full, top, n) != 0 || (full[n] && full[n] != '/'))
		*out = folder;
	else
		*out = full[n] ? str_from(full + n + 1) : STR(".");
	return true;
}

static struct target *
target_of(
    struct targets *out, const struct options *o, struct str root, bool *is_new)
{
	for (size_t i = 0; i < out->n; i++) {
		*is_new = false;
		if (str_eq(out->at[i].root, root))
			return &out->at[i];
	}

	struct target *t = LIST_ADD(o->run, out);

	*is_new = true;
	t->root = root;
	t->prefix = str_eq(root, STR("."))
			? STR("")
			: str_printf(o->run, STR_FMT "/", STR_ARG(root));
	return t;
}

static void
say_no_school(const struct options *o, const char *path, struct str near)
{
	if (near.n)
		say(o, o->lang, &misnamed, ARGS(arg_str(near)));
	else
		say(o, o->lang, &no_school, ARGS(arg_str(str_from(path))));
}

/* What is not there was mistyped; else the system refused it. */
static enum outcome
say_no_path(const struct options *o, const char *path, int error)
{
	say(o, o->lang, &no_path,
	    ARGS(arg_str(str_from(path)), arg_str(str_from(strerror(error)))));
	return os_is_missing(error) ? OUTCOME_USAGE : OUTCOME_SYSTEM;
}

static enum outcome
find_root(struct str *out, const struct options *o, const char *path,
    enum os_kind kind)
{
	const char *folder = folder_of(o->run, path, kind);
	int error;

	*out = reader_root(o->run, folder, &error);
	if (error)
		return say_no_path(o,
		    cstr_printf(o->run, STR_FMT "/council.yaml", STR_ARG(*out)),
		    error);
	if (out->n)
		return OUTCOME_CLEAN;
	say_no_school(o, path, reader_root_misnamed(o->run, folder));
	return OUTCOME_USAGE;
}

static enum outcome
target_add(struct targets *out, const struct options *o, const char *path)
{
	struct os_about about;
	struct str root, seen, within;
	enum outcome found;
	bool is_new;

	if (!os_look_at(&about, path))
		return say_no_path(o, path, errno);
	found = find_root(&root, o, path, about.kind);
	if (found != OUTCOME_CLEAN)
		return found;
	if (!as_seen_here(&seen, o->run, root) ||
	    !below(&within, o->run, root.p, path))
		return say_no_path(o, path, errno);

	struct target *t = target_of(out, o, seen, &is_new);

	/* Asked for the whole school once, the whole is meant. */
	if (!within.n)
		t->within.n = 0;
	else if (is_new || t->within.n)
		*LIST_ADD(o->run, &t->within) = within;
	return OUTCOME_CLEAN;
}

enum outcome
targets_of_paths(struct targets *out, const struct options *o,
    const char *const *paths, size_t npaths)
{
	*out = (struct targets){ 0 };
	for (size_t i = 0; i < npaths; i++) {
		enum outcome found = target_add(out, o, paths[i]);

		if (found != OUTCOME_CLEAN)
			return found;
	}
	return OUTCOME_CLEAN;
}

enum outcome
targets_of_folders(struct targets *out, const struct options *o)
{
	static const char *const here[] = { "." };
	enum outcome found =
	    o->folders.n ? targets_of_paths(out, o, o->folders.at, o->folders.n)
			 : targets_of_paths(out, o, here, 1);

	/* A folder below a school names the school, not a part of it. */
	for (size_t i = 0; i < out->n; i++)
		out->at[i].within.n = 0;
	return found;
}
