/* SPDX-License-Identifier: MIT */
#include "emit/emit.h"

#include <assert.h>
#include <stdlib.h>

#include "base/arena.h"
#include "base/memory.h"
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

const char *
emit_format(size_t i)
{
	return i < NFORMATS ? formats[i].name : NULL;
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
	json_set_alloc_funcs(memory_take, free);
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
