/* SPDX-License-Identifier: MIT */
#include "emit/emit.h"

#include <assert.h>
#include <inttypes.h>

#include "base/arena.h"
#include "base/utf8.h"
#include "emit/emit_int.h"

/* The formats, by the name that --format takes. */
static const struct format formats[] = {
	{ "human", NULL, emit_human, NULL },
	{ "short", NULL, emit_short, NULL },
	{ "json", json_begin, json_findings, json_end },
	{ "jsonl", NULL, emit_jsonl, NULL },
	{ "sarif", sarif_begin, sarif_findings, sarif_end },
	{ "github", github_begin, github_findings, github_end },
	{ "gitlab", gitlab_begin, gitlab_findings, gitlab_end },
	{ "junit", junit_begin, junit_findings, junit_end },
	{ "markdown", markdown_begin, markdown_findings, markdown_end },
};
enum { NFORMATS = sizeof(formats) / sizeof(*formats) };

static const struct format *
format_find(struct str name)
{
	for (size_t i = 0; i < NFORMATS; i++) {
		if (str_eq(name, str_from(formats[i].name)))
			return &formats[i];
	}
	return NULL;
}

bool
emit_known(struct str format)
{
	return format_find(format) != NULL;
}

struct emitter *
emit_begin(FILE *out, struct arena *keep, struct str format,
    const struct emit_options *o)
{
	struct emitter *p = ARENA_NEW(keep, struct emitter);

	p->out = out;
	p->format = format_find(format);
	assert(p->format);
	p->keep = keep;
	p->o = *o;
	p->seen = json_object();
	if (p->format->begin)
		p->format->begin(p);
	return p;
}

void
emit_findings(
    struct emitter *p, const struct diags *d, const struct emit_batch *batch)
{
	p->batch = batch;
	p->a = d->arena;
	p->format->findings(p, d);
}

bool
emit_end(struct emitter *p, int status)
{
	p->batch = NULL;
	p->a = p->keep;
	p->status = status;
	if (p->format->end)
		p->format->end(p);
	json_decref(p->seen);
	return fflush(p->out) == 0 && !ferror(p->out);
}

/* --- what the formats share --------------------------------------------- */

struct str
diag_text(const struct emitter *p, const struct diag *g)
{
	return msg_text(
	    p->a, &g->message->text, p->batch->lang, g->args, g->nargs);
}

struct str
diag_help(const struct emitter *p, const struct diag *g)
{
	return msg_text(
	    p->a, &g->message->help, p->batch->lang, g->args, g->nargs);
}

struct str
diag_path(const struct emitter *p, struct span at)
{
	struct str prefix = p->batch->prefix;

	return harmless(p->a, str_printf(p->a, STR_FMT STR_FMT, STR_ARG(prefix),
				  STR_ARG(at.src->path)));
}

static bool
is_harmful(uint32_t cp)
{
	return cp < 0x20 || (cp >= 0x7F && cp < 0xA0) ||
	       (cp >= 0x200E && cp <= 0x200F) ||
	       (cp >= 0x2028 && cp <= 0x202E) || (cp >= 0x2066 && cp <= 0x2069);
}

struct str
harmless(struct arena *a, struct str s)
{
	struct strbuf b;
	size_t bad = utf8_fault(s);

	buf_init(&b, a);
	for (size_t i = 0; i < s.n;) {
		if (i == bad) {
			utf8_add(&b, 0xFFFD);
			s = str_skip(s, i + 1);
			i = 0;
			bad = utf8_fault(s);
			continue;
		}

		uint32_t cp = utf8_next(s, &i);

		utf8_add(&b, is_harmful(cp) ? 0xFFFD : cp);
	}
	return buf_str(&b);
}

struct str
more_text(struct arena *a, enum lang lang, size_t n)
{
	static const struct words more =
	    WORDS("%1 more; `kengesh check` shows all",
		"и ещё: %1; все покажет `kengesh check`",
		"дагы: %1; баарын `kengesh check` көрсөтөт");

	return msg_text(a, &more, lang, ARGS(arg_number(a, (int64_t)n)));
}

static struct str
hash_text(struct arena *a, struct str s)
{
	return str_printf(a, "%016" PRIx64, str_hash(s));
}

struct str
fingerprint(struct emitter *p, const struct diag *g)
{
	struct str path = diag_path(p, g->at);
	struct str text =
	    msg_text(p->a, &g->message->text, LANG_EN, g->args, g->nargs);
	struct str print = hash_text(
	    p->a, str_printf(p->a, "%s\n" STR_FMT "\n" STR_FMT,
		      g->message->code, STR_ARG(path), STR_ARG(text)));

	while (json_object_get(p->seen, print.p))
		print = hash_text(p->a, print);
	json_object_set_new(p->seen, print.p, json_true());
	return print;
}
