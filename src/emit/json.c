/* SPDX-License-Identifier: MIT */
/* All fields of each finding, for programs: one object, or one a line. */
#include <inttypes.h>
#include <jansson.h>

#include "base/utf8.h"
#include "emit/emit_int.h"

enum { FORMAT_VERSION = 1 }; /* grows when a field changes its meaning */

const char *const level_names[SEV_MAX] = {
	[SEV_NOTE] = "note",
	[SEV_WARNING] = "warning",
	[SEV_ERROR] = "error",
};

json_t *
json_text(const struct printer *p, struct str s)
{
	/* The library escapes what must be; only a path may not be UTF-8. */
	if (utf8_fault(s) != SIZE_MAX)
		s = harmless(p->a, s);
	return json_stringn(s.p ? s.p : "", s.n);
}

static void
add_text(json_t *to, const struct printer *p, const char *key, struct str s)
{
	if (s.n)
		json_object_set_new(to, key, json_text(p, s));
}

void
add_number(json_t *to, const char *key, size_t n)
{
	json_object_set_new(to, key, json_integer((json_int_t)n));
}

static void
add_place(json_t *to, const struct printer *p, struct span at)
{
	struct place begin = source_place(at), end = source_end(at);

	json_object_set_new(to, "path", json_text(p, diag_path(p, at)));
	add_number(to, "line", begin.line);
	add_number(to, "col", begin.col);
	add_number(to, "end_line", end.line);
	add_number(to, "end_col", end.col);
}

/* How many findings before the i-th are like it but for their place. */
static size_t
same_before(const struct diags *d, size_t i)
{
	const struct diag *g = &d->list.at[i];
	size_t n = 0;

	/* They are sorted by file: only its own findings can be alike. */
	for (size_t k = i; k-- && d->list.at[k].at.src == g->at.src;) {
		const struct diag *o = &d->list.at[k];
		bool same = o->message == g->message && o->nargs == g->nargs;

		for (size_t j = 0; same && j < g->nargs; j++)
			same = o->args[j].words == g->args[j].words &&
			       str_eq(o->args[j].text, g->args[j].text);
		n += same;
	}
	return n;
}

/* Code, file and English sentence, with a number for those that agree in all
 * three: so lines may move, and readers change their language. */
struct str
fingerprint(const struct printer *p, const struct diags *d, size_t i)
{
	const struct diag *g = &d->list.at[i];
	struct str text =
	    msg_text(p->a, &g->message->text, LANG_EN, g->args, g->nargs);
	struct str all = str_printf(p->a, "%s\n" STR_FMT "\n" STR_FMT "\n%zu",
	    g->message->code, STR_ARG(g->at.src->path), STR_ARG(text),
	    same_before(d, i));

	return str_printf(p->a, "%016" PRIx64, str_hash(all));
}

static json_t *
json_finding(const struct printer *p, const struct diags *d, size_t i)
{
	const struct diag *g = &d->list.at[i];
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
		json_t *place = json_object(), *list = json_array();

		add_place(place, p, g->related);
		json_array_append_new(list, place);
		json_object_set_new(o, "related", list);
	}
	json_object_set_new(
	    o, "fingerprint", json_text(p, fingerprint(p, d, i)));
	add_text(o, p, "waived", g->waived);
	return o;
}

static json_t *
json_summary(const struct diags *d)
{
	json_t *o = json_object();
	size_t waived = d->list.n;

	for (int s = SEV_MAX; s-- > 0;) {
		add_number(o, level_names[s], d->count[s]);
		waived -= d->count[s];
	}
	add_number(o, "waived", waived);
	return o;
}

void
emit_json(struct printer *p, const struct diags *d)
{
	json_t *o = json_object(), *tool = json_object();
	json_t *findings = json_array();

	json_object_set_new(o, "version", json_integer(FORMAT_VERSION));
	json_object_set_new(tool, "name", json_string("kengesh"));
	json_object_set_new(tool, "version", json_string(VERSION));
	json_object_set_new(o, "tool", tool);
	json_object_set_new(o, "summary", json_summary(d));
	for (size_t i = 0; i < d->list.n; i++)
		json_array_append_new(findings, json_finding(p, d, i));
	json_object_set_new(o, "findings", findings);
	json_dumpf(o, p->out, JSON_INDENT(2));
	fputc('\n', p->out);
	json_decref(o);
}

void
emit_jsonl(struct printer *p, const struct diags *d)
{
	for (size_t i = 0; i < d->list.n; i++) {
		json_t *o = json_finding(p, d, i);

		json_dumpf(o, p->out, JSON_COMPACT);
		fputc('\n', p->out);
		json_decref(o);
	}
}
