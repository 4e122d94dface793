/* SPDX-License-Identifier: MIT */
#include <errno.h>
#include <string.h>

#include "base/file.h"
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
folder_of(struct arena *a, const char *path)
{
	const char *slash = strrchr(path, '/');

	if (file_is_folder(path))
		return path;
	if (!slash)
		return ".";
	return str_cstr(a,
	    (struct str){ path, slash == path ? 1 : (size_t)(slash - path) });
}

/* `path` as seen from `root`, "" where they are the same folder. */
static struct str
below(struct arena *a, const char *root, const char *path)
{
	const char *top = os_resolve(a, root), *full = os_resolve(a, path);
	struct str rest;

	if (!top || !full)
		return STR("");
	if (!str_starts(str_from(full), str_from(top)))
		return STR("");
	rest = str_skip(str_from(full), strlen(top));
	return str_copy(a, rest.n ? str_skip(rest, 1) : rest);
}

/* A folder at or below the current one as seen from there, whatever way it was
 * written; another as it is. */
static struct str
as_seen_here(struct arena *a, struct str folder)
{
	const char *top = os_resolve(a, "."), *full = os_resolve(a, folder.p);
	size_t n;

	if (!top || !full)
		return folder;
	n = strlen(top);
	if (strncmp(full, top, n) != 0 || (full[n] && full[n] != '/'))
		return folder;
	return full[n] ? str_from(str_cstr(a, str_from(full + n + 1)))
		       : STR(".");
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

static bool
target_add(struct targets *out, const struct options *o, const char *path)
{
	struct os_about about;
	bool is_new;

	if (!os_look_at(&about, path)) {
		say(o, o->lang, &no_path,
		    ARGS(arg_str(str_from(path)),
			arg_str(str_from(strerror(errno)))));
		return false;
	}

	const char *folder = folder_of(o->run, path);
	struct str root = reader_root(o->run, folder);

	if (!root.n) {
		say_no_school(o, path, reader_root_misnamed(o->run, folder));
		return false;
	}

	struct target *t =
	    target_of(out, o, as_seen_here(o->run, root), &is_new);
	struct str within = below(o->run, root.p, path);

	/* Asked for the whole school once, the whole is meant. */
	if (!within.n)
		t->within.n = 0;
	else if (is_new || t->within.n)
		*LIST_ADD(o->run, &t->within) = within;
	return true;
}

bool
targets_of_paths(struct targets *out, const struct options *o,
    const char *const *paths, size_t npaths)
{
	*out = (struct targets){ 0 };
	for (size_t i = 0; i < npaths; i++) {
		if (!target_add(out, o, paths[i]))
			return false;
	}
	return true;
}

bool
targets_of_folders(struct targets *out, const struct options *o)
{
	static const char *const here[] = { "." };
	bool ok = o->folders.n
		      ? targets_of_paths(out, o, o->folders.at, o->folders.n)
		      : targets_of_paths(out, o, here, 1);

	/* A folder below a school names the school, not a part of it. */
	for (size_t i = 0; i < out->n; i++)
		out->at[i].within.n = 0;
	return ok;
}
