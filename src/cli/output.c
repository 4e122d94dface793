/* SPDX-License-Identifier: MIT */
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/harmless.h"
#include "base/os.h"
#include "cli/cli.h"
#include "desk/desk.h"
#include "emit/emit.h"

static const struct words leads_away = TEXT(
    "cannot write %1: a folder on the way is a link; to follow it, name it "
    "with -o");
static const struct words cannot_write = TEXT("cannot write %1: %2");

void
say(const struct options *o, enum lang lang, const struct words *w,
    const struct arg *args, size_t nargs)
{
	struct str text = msg_text(o->run, w, lang, args, nargs);

	/* fprintf takes 8 KiB of the stack for what has no buffer. */
	text = harmless_line(o->run, text);
	fputs(cstr_printf(o->run, "kengesh: " STR_FMT "\n", STR_ARG(text)),
	    stderr);
}

void
say_unwritten(
    const struct options *o, enum lang lang, const char *path, int error)
{
	say(o, lang, error == ELOOP ? &leads_away : &cannot_write,
	    ARGS(arg_str(str_from(path)), arg_str(str_from(strerror(error)))));
}

enum outcome
outcome_of(const struct diags *d, enum severity fail_on)
{
	for (size_t i = 0; i < d->list.n; i++) {
		if (d->list.at[i].at.src->state == SOURCE_SYSTEM)
			return OUTCOME_SYSTEM;
	}
	for (int s = (int)fail_on; s < SEV_MAX; s++) {
		if (d->count[s])
			return OUTCOME_FINDINGS;
	}
	return OUTCOME_CLEAN;
}

/* Says how many errors there are of one kind, if any. */
static void
say_errors(
    const struct options *o, enum lang lang, const struct words *w, size_t n)
{
	if (n)
		say(o, lang, w, ARGS(arg_number(o->run, (int64_t)n)));
}

bool
say_refused(const struct options *o, enum lang lang, struct str prefix,
    const struct diags *d)
{
	static const struct words refused = TEXT("%1: %2");
	bool any = false;

	for (size_t i = 0; i < d->list.n; i++) {
		const struct diag *g = &d->list.at[i];

		if (g->at.src->state != SOURCE_SYSTEM)
			continue;
		any = true;
		say(o, lang, &refused,
		    ARGS(arg_str(str_printf(o->run, STR_FMT STR_FMT,
			     STR_ARG(prefix), STR_ARG(g->at.src->path))),
			arg_str(msg_text(o->run, &g->message->text, lang,
			    g->args, g->nargs))));
	}
	return any;
}

static const struct words spoiled =
    TEXT("some records could not be read whole: errors %1; see kengesh check");
static const struct words unfit =
    TEXT("some papers cannot be set, or are not as they were signed: errors "
	 "%1; see kengesh check");

enum outcome
say_spoiled(const struct options *o, enum lang lang, struct str prefix,
    const struct diags *d)
{
	say_refused(o, lang, prefix, d);
	say_errors(o, lang, &spoiled, d->count[SEV_ERROR]);
	return outcome_of(d, SEV_ERROR);
}

enum outcome
say_faults(const struct options *o, enum lang lang, struct str prefix,
    const struct opened *s)
{
	bool sound = !s->unread && !s->unfit;

	say_refused(o, lang, prefix, &s->found);
	say_errors(o, lang, &spoiled, s->unread);
	say_errors(o, lang, &unfit, s->unfit);
	return outcome_of(&s->found, sound ? SEV_MAX : SEV_ERROR);
}

enum lang
lang_of(const struct options *o, const struct school *s)
{
	return o->lang_given ? o->lang : s->council.language;
}

static bool
is_set(const char *name)
{
	const char *v = os_variable(name);

	return v && *v;
}

bool
output_colours(const struct options *o, FILE *stream)
{
	const char *term = os_variable("TERM");

	if (o->colour != COLOUR_AUTO)
		return o->colour == COLOUR_ALWAYS;
	if (is_set("NO_COLOR"))
		return false;
	if (is_set("FORCE_COLOR") || is_set("CLICOLOR_FORCE"))
		return true;
	return os_is_terminal(stream) && term && strcmp(term, "dumb") != 0;
}

/* A stream of this process or a device, whose name must not be replaced. */
static bool
is_of_the_system(const char *path)
{
	struct str s = str_from(path);

	return str_starts(s, STR("/dev/")) || str_starts(s, STR("/proc/"));
}

/* The same, or a pipe, or a folder, which is told of. */
static bool
is_written_through(const char *path)
{
	struct os_about about;

	return is_of_the_system(path) ||
	       (os_look_at(&about, path) && about.kind != OS_IS_FILE);
}

static bool
write_through(const char *path, struct str bytes, int *error)
{
	FILE *f = os_stream(path);
	bool ok = f && fwrite(bytes.p, 1, bytes.n, f) == bytes.n;

	*error = errno;
	if (f && fclose(f) == EOF && ok) {
		*error = errno;
		ok = false;
	}
	return ok;
}

bool
output_put(
    const struct options *o, const char *path, struct str bytes, int *error)
{
	const char *slash = strrchr(path, '/');
	const char *base = ".", *name = path;

	if (is_of_the_system(path))
		return write_through(path, bytes, error);
	if (slash) {
		base = str_cstr(
		    o->run, (struct str){ path, (size_t)(slash - path) + 1 });
		name = slash + 1;
	}
	return file_put(o->run, base, name, bytes, error) != FILE_FAILED;
}

/* What was written so far of a file that comes whole or not at all. */
struct kept {
	char *p;
	size_t n;
};

/* One format on its stream. */
struct channel {
	const struct output *to;
	FILE *stream;
	struct kept *kept; /* of a file; p is NULL where it is written to */
	struct emitter *emitter;
};
struct channels {
	const struct options *o;
	LIST(struct channel) list;
};

static bool
is_file(const struct output *to)
{
	return to->path && strcmp(to->path, "-") != 0;
}

/* The stream of a file: itself, or memory where it is put in the end. */
static FILE *
file_stream(const struct options *o, const struct output *to, struct kept *kept)
{
	const char *slash = strrchr(to->path, '/');
	struct str folder = { to->path,
		slash ? (size_t)(slash - to->path) + 1 : 0 };

	if (to->append)
		return os_append(to->path);
	if (is_written_through(to->path))
		return os_stream(to->path);
	/* A folder that is missing was mistyped. */
	if (slash && !file_is_folder(str_cstr(o->run, folder))) {
		errno = errno ? errno : ENOENT;
		return NULL;
	}
	return os_memory(&kept->p, &kept->n);
}

static bool
channel_add(struct channels *c, const struct output *to, FILE *stream)
{
	const struct options *o = c->o;
	struct channel x = { .to = to, .stream = to->path ? stdout : stream };
	struct emit_options how = { .fail_on = o->fail_on };

	if (is_file(to)) {
		x.kept = ARENA_NEW(o->run, struct kept);
		x.stream = file_stream(o, to, x.kept);
	}
	if (!x.stream) {
		say_unwritten(o, o->lang, to->path, errno);
		return false;
	}
	how.colour = !is_file(to) && output_colours(o, x.stream);
	x.emitter = emit_begin(x.stream, o->run, to->format, &how);
	*LIST_ADD(o->run, &c->list) = x;
	return true;
}

struct channels *
output_begin(const struct options *o, FILE *stream)
{
	static const struct output plain = { .format = STR_INIT("human") };
	struct channels *c = ARENA_NEW(o->run, struct channels);
	bool ok = true;

	c->o = o;
	if (!o->outputs.n)
		return channel_add(c, &plain, stream) ? c : NULL;
	for (size_t i = 0; i < o->outputs.n; i++)
		ok = channel_add(c, &o->outputs.at[i], stream) && ok;
	return ok ? c : NULL;
}

void
output_findings(struct channels *c, const struct diags *d, enum lang lang,
    struct str prefix)
{
	const struct emit_batch batch = { lang, prefix };

	for (size_t i = 0; i < c->list.n; i++)
		emit_findings(c->list.at[i].emitter, d, &batch);
}

bool
output_end(struct channels *c, enum outcome outcome)
{
	bool all = true;

	for (size_t i = 0; i < c->list.n; i++) {
		const struct channel *x = &c->list.at[i];
		bool ok = emit_end(x->emitter, (int)outcome);
		int error = errno;

		/* main looks at stdout once more, when all is said. */
		if (is_file(x->to) && fclose(x->stream) == EOF && ok) {
			error = errno;
			ok = false;
		}
		if (x->kept && x->kept->p) {
			struct str bytes = { x->kept->p, x->kept->n };

			ok = ok && output_put(c->o, x->to->path, bytes, &error);
			free(x->kept->p);
		}
		if (!ok && is_file(x->to))
			say_unwritten(c->o, c->o->lang, x->to->path, error);
		all = ok && all;
	}
	return all;
}
