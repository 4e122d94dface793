/* SPDX-License-Identifier: MIT */
/* All fields of each finding, for programs: one object, or one a line. */
#include <jansson.h>
#include <stdlib.h>

#include "base/arena.h"
#include "base/utf8.h"
#include "emit/emit_int.h"

enum { FORMAT_VERSION = 1 }; /* grows when a field changes its meaning */

const char *const level_names[SEV_MAX] = {
	[SEV_NOTE] = "note",
	[SEV_WARNING] = "warning",
	[SEV_ERROR] = "error",
};

json_t *
json_text(const struct emitter *p, struct str s)
{
	/* The library escapes what must be; only a path may not be UTF-8. */
	if (utf8_fault(s) != SIZE_MAX)
		s = harmless(p->a, s);
	return json_stringn(s.p ? s.p : "", s.n);
}

static void
add_text(json_t *to, const struct emitter *p, const char *key, struct str s)
{
	if (s.n)
		json_object_set_new(to, key, json_text(p, s));
}

void
add_number(json_t *to, const char *key, size_t n)
{
	json_object_set_new(to, key, json_integer((json_int_t)n));
}

json_t *
list_of_one(json_t *o)
{
	json_t *list = json_array();

	json_array_append_new(list, o);
	return list;
}

/* The library leaves signs as they are that a terminal would obey: within
 * strings, which they can only be in, they are escaped. */
static void
print_dump(const struct emitter *p, const json_t *o, size_t flags)
{
	char *dump = json_dumps(o, flags);
	struct str s = str_from(dump ? dump : "");
	size_t done = 0;

	if (!dump)
		arena_exhausted();
	for (size_t i = 0; i < s.n;) {
		size_t at = i;
		uint32_t cp = utf8_next(s, &i);

		/* Runners look for ##[error] in the midst of lines, too. */
		if (!str_starts(str_skip(s, at), STR("##[")) &&
		    !str_starts(str_skip(s, at), STR("##vso[")) &&
		    (cp < 0x7F || !harmful(cp)))
			continue;
		fwrite(s.p + done, 1, at - done, p->out);
		fprintf(p->out, "\\u%04x", cp);
		done = i;
	}
	fwrite(s.p + done, 1, s.n - done, p->out);
	fputc('\n', p->out);
	free(dump);
}

void
print_json(const struct emitter *p, json_t *o)
{
	print_dump(p, o, JSON_INDENT(2));
	json_decref(o);
}

static void
add_place(json_t *to, const struct emitter *p, struct span at)
{
	struct place begin = source_place(at), end = source_end(at);

	json_object_set_new(to, "path", json_text(p, diag_path(p, at)));
	add_number(to, "line", begin.line);
	add_number(to, "col", begin.col);
	add_number(to, "end_line", end.line);
	add_number(to, "end_col", end.col);
}

static json_t *
json_finding(struct emitter *p, const struct diag *g)
{
	json_t *o = json_object();

	json_object_set_new(o, "code", json_string(g->message->code));
	json_object_set_new(o, "name", json_string(g->message->name));
	json_object_set_new(o, "level", json_string(level_names[g->severity]));
	add_place(o, p, g->at);
	json_object_set_new(o, "message", json_text(p, diag_text(p, g)));
	add_text(o, p, "help", diag_help(p, g));
	add_text(o, p, "fix", g->fix);
	add_text(o, p, "article", g->clause);
	add_text(o, p, "article_text", g->clause_text);
	if (g->related.src) {
		json_t *place = json_object();

		add_place(place, p, g->related);
		json_object_set_new(o, "related", list_of_one(place));
	}
	json_object_set_new(o, "fingerprint", json_text(p, fingerprint(p, g)));
	add_text(o, p, "waived", g->waived);
	return o;
}

void
emit_jsonl(struct emitter *p, const struct diags *d)
{
	for (size_t i = 0; i < d->list.n; i++) {
		json_t *o = json_finding(p, &d->list.at[i]);

		print_dump(p, o, JSON_COMPACT);
		json_decref(o);
	}
}

/* --- the document ------------------------------------------------------- */

struct json_kept {
	json_t *findings;
	size_t count[SEV_MAX]; /* not waived ones */
	size_t waived;
};

void
json_begin(struct emitter *p)
{
	struct json_kept *k = ARENA_NEW(p->keep, struct json_kept);

	k->findings = json_array();
	p->kept = k;
}

void
json_findings(struct emitter *p, const struct diags *d)
{
	struct json_kept *k = p->kept;

	for (size_t i = 0; i < d->list.n; i++) {
		const struct diag *g = &d->list.at[i];

		json_array_append_new(k->findings, json_finding(p, g));
		if (g->waived.n)
			k->waived++;
		else
			k->count[g->severity]++;
	}
}

void
json_end(struct emitter *p)
{
	struct json_kept *k = p->kept;
	json_t *o = json_object(), *tool = json_object();
	json_t *summary = json_object();

	for (int s = SEV_MAX; s-- > 0;)
		add_number(summary, level_names[s], k->count[s]);
	add_number(summary, "waived", k->waived);
	json_object_set_new(tool, "name", json_string("kengesh"));
	json_object_set_new(tool, "version", json_string(VERSION));
	json_object_set_new(o, "version", json_integer(FORMAT_VERSION));
	json_object_set_new(o, "tool", tool);
	json_object_set_new(o, "summary", summary);
	json_object_set_new(o, "findings", k->findings);
	print_json(p, o);
}
