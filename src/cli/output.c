/* SPDX-License-Identifier: MIT */
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "cli/cli.h"
#include "emit/emit.h"

static const struct words cannot_write = WORDS("cannot write %1: %2",
    "не удалось записать %1: %2", "%1 файлына жазуу мүмкүн болгон жок: %2");

static bool
is_set(const char *name)
{
	const char *v = getenv(name);

	return v && *v;
}

bool
output_colours(const struct options *o, FILE *stream)
{
	const char *term = getenv("TERM");

	if (o->colour != COLOUR_AUTO)
		return o->colour == COLOUR_ALWAYS;
	if (is_set("NO_COLOR"))
		return false;
	if (is_set("FORCE_COLOR") || is_set("CLICOLOR_FORCE"))
		return true;
	return isatty(fileno(stream)) && term && strcmp(term, "dumb") != 0;
}

static bool
write_failed(const struct options *o, const char *path, int error)
{
	say(o, o->lang, &cannot_write,
	    ARGS(arg_str(str_from(path)), arg_str(str_from(strerror(error)))));
	return false;
}

static bool
write_one(const struct options *o, const struct output *to, FILE *stream,
    const struct diags *d, const struct emit_options *how)
{
	if (!to->path) {
		/* main looks at stdout once more, when all is said. */
		return emit_write(stream, o->run, to->format, d, how);
	}

	FILE *f = fopen(to->path, "w");
	bool ok;

	if (!f)
		return write_failed(o, to->path, errno);
	ok = emit_write(f, o->run, to->format, d, how);
	if (fclose(f) == EOF || !ok)
		return write_failed(o, to->path, errno);
	return true;
}

bool
output_findings(const struct options *o, FILE *stream, const struct diags *d,
    enum lang lang, struct str prefix)
{
	static const struct output plain = { STR_INIT("human"), NULL };
	struct emit_options how = { lang, false, prefix };
	bool ok = true;

	how.colour = output_colours(o, stream);
	if (!o->outputs.n)
		return write_one(o, &plain, stream, d, &how);
	for (size_t i = 0; i < o->outputs.n; i++) {
		const struct output *to = &o->outputs.at[i];

		how.colour = !to->path && output_colours(o, stream);
		ok = write_one(o, to, stream, d, &how) && ok;
	}
	return ok;
}
