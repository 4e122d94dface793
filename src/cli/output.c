/* SPDX-License-Identifier: MIT */
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/harmless.h"
#include "cli/cli.h"
#include "emit/emit.h"

static const struct words leads_away = WORDS(
    "cannot write %1: a folder on the way is a link; to follow it, name it "
    "with -o",
    "не удалось записать %1: папка на пути к файлу – ссылка; чтобы писать по "
    "ней, укажите её параметром -o",
    "%1 файлына жазуу мүмкүн болгон жок: жолдогу папка – шилтеме; ошол жакка "
    "жазуу үчүн аны -o менен көрсөтүңүз");
static const struct words cannot_write = WORDS("cannot write %1: %2",
    "не удалось записать %1: %2", "%1 файлына жазуу мүмкүн болгон жок: %2");

void
say(const struct options *o, enum lang lang, const struct words *w,
    const struct arg *args, size_t nargs)
{
	struct str text = msg_text(o->run, w, lang, args, nargs);

	text = harmless_line(o->run, text);
	fprintf(stderr, "kengesh: " STR_FMT "\n", STR_ARG(text));
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

enum outcome
say_spoiled(const struct options *o, enum lang lang, const struct diags *d)
{
	static const struct words spoiled = WORDS(
	    "some records could not be read whole: errors %1; see kengesh "
	    "check",
	    "не все записи прочитаны полностью: ошибок %1; см. kengesh check",
	    "айрым жазуулар толук окулган жок: ката – %1; kengesh check "
	    "караңыз");
	size_t n = d->count[SEV_ERROR];

	if (n)
		say(o, lang, &spoiled, ARGS(arg_number(o->run, (int64_t)n)));
	return outcome_of(d, SEV_ERROR);
}

enum lang
lang_of(const struct options *o, const struct school *s)
{
	return o->lang_given ? o->lang : s->council.language;
}

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

/* One format on its stream. */
struct channel {
	const struct output *to;
	FILE *stream;
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

static FILE *
stream_of(const struct options *o, const struct output *to, FILE *stream)
{
	FILE *f;

	if (!to->path)
		return stream;
	if (!is_file(to))
		return stdout;
	f = fopen(to->path, to->append ? "a" : "w");
	if (!f)
		say_unwritten(o, o->lang, to->path, errno);
	/* So that ftell() tells what stands there; of a pipe it can't. */
	else if (to->append)
		(void)fseek(f, 0, SEEK_END);
	return f;
}

static bool
channel_add(struct channels *c, const struct output *to, FILE *stream)
{
	const struct options *o = c->o;
	FILE *f = stream_of(o, to, stream);
	struct emit_options how = { .fail_on = o->fail_on };

	if (!f)
		return false;
	how.colour = !is_file(to) && output_colours(o, f);
	*LIST_ADD(o->run, &c->list) =
	    (struct channel){ to, f, emit_begin(f, o->run, to->format, &how) };
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
		if (!ok && is_file(x->to))
			say_unwritten(c->o, c->o->lang, x->to->path, error);
		all = ok && all;
	}
	return all;
}
