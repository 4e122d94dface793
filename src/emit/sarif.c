/* SPDX-License-Identifier: MIT */
/*
 * SARIF 2.1.0, for code scanning: the rules that spoke, and what they said.
 * The regulation is a taxonomy, its clauses are the taxa: so the standard says
 * "clause 5.1".
 */
#include <string.h>

#include "emit/emit_int.h"

/* An object with one text, as SARIF wants every sentence. */
static json_t *
sarif_text(const struct printer *p, struct str s)
{
	json_t *o = json_object();

	json_object_set_new(o, "text", json_text(p, s));
	return o;
}

/* The messages that occur, each once: a result names its rule by number. */
struct kinds {
	LIST_OF(const struct message *);
};

static size_t
kind_of(struct kinds *l, struct arena *a, const struct message *m)
{
	for (size_t i = 0; i < l->n; i++) {
		if (l->at[i] == m)
			return i;
	}
	*LIST_ADD(a, l) = m;
	return l->n - 1;
}

static json_t *
sarif_rule(const struct printer *p, const struct message *m)
{
	static const struct arg dots = { .text = STR_INIT("…") };
	json_t *o = json_object(), *level = json_object();
	struct arg args[DIAG_ARGS];

	for (size_t i = 0; i < DIAG_ARGS; i++)
		args[i] = dots;
	json_object_set_new(o, "id", json_string(m->code));
	json_object_set_new(o, "name", json_string(m->name));
	json_object_set_new(o, "shortDescription",
	    sarif_text(
		p, msg_text(p->a, &m->text, p->o->lang, args, DIAG_ARGS)));
	if (m->help.in[p->o->lang][0])
		json_object_set_new(o, "help",
		    sarif_text(p,
			msg_text(p->a, &m->help, p->o->lang, args, DIAG_ARGS)));
	json_object_set_new(
	    level, "level", json_string(level_names[m->severity]));
	json_object_set_new(o, "defaultConfiguration", level);
	return o;
}

/* A path as a URI reference: all but the plainest bytes in per cent. */
static struct str
uri(const struct printer *p, struct str path)
{
	static const char plain[] = "abcdefghijklmnopqrstuvwxyz"
				    "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
				    "0123456789-._~/";
	struct strbuf b;

	buf_init(&b, p->a);
	for (size_t i = 0; i < path.n; i++) {
		if (memchr(plain, path.p[i], sizeof(plain) - 1))
			buf_byte(&b, path.p[i]);
		else
			buf_printf(&b, "%%%02X", (unsigned char)path.p[i]);
	}
	return buf_str(&b);
}

static json_t *
sarif_location(const struct printer *p, struct span at)
{
	struct place begin = source_place(at), end = source_end(at);
	json_t *o = json_object(), *physical = json_object();
	json_t *artifact = json_object(), *region = json_object();

	json_object_set_new(
	    artifact, "uri", json_text(p, uri(p, diag_path(p, at))));
	add_number(region, "startLine", begin.line);
	add_number(region, "startColumn", begin.col);
	add_number(region, "endLine", end.line);
	add_number(region, "endColumn", end.col);
	json_object_set_new(physical, "artifactLocation", artifact);
	json_object_set_new(physical, "region", region);
	json_object_set_new(o, "physicalLocation", physical);
	return o;
}

static json_t *
list_of_one(json_t *o)
{
	json_t *list = json_array();

	json_array_append_new(list, o);
	return list;
}

static json_t *
sarif_result(
    const struct printer *p, const struct diags *d, size_t i, size_t kind)
{
	const struct diag *g = &d->list.at[i];
	json_t *o = json_object(), *prints = json_object();

	json_object_set_new(o, "ruleId", json_string(g->message->code));
	add_number(o, "ruleIndex", kind);
	json_object_set_new(o, "level", json_string(level_names[g->severity]));
	json_object_set_new(o, "message", sarif_text(p, diag_text(p, g)));
	json_object_set_new(
	    o, "locations", list_of_one(sarif_location(p, g->at)));
	if (g->related.src)
		json_object_set_new(o, "relatedLocations",
		    list_of_one(sarif_location(p, g->related)));
	if (g->clause.n) {
		json_t *taxon = json_object(), *of = json_object();

		json_object_set_new(taxon, "id", json_text(p, g->clause));
		json_object_set_new(of, "name", json_string("regulation"));
		json_object_set_new(taxon, "toolComponent", of);
		json_object_set_new(o, "taxa", list_of_one(taxon));
	}
	json_object_set_new(
	    prints, "kengeshFinding/v1", json_text(p, fingerprint(p, d, i)));
	json_object_set_new(o, "partialFingerprints", prints);
	if (g->waived.n) {
		json_t *accepted = json_object();

		json_object_set_new(accepted, "kind", json_string("external"));
		json_object_set_new(
		    accepted, "justification", json_text(p, g->waived));
		json_object_set_new(o, "suppressions", list_of_one(accepted));
	}
	return o;
}

/* The clauses that findings quote, each once, with the school's own text. */
static json_t *
sarif_taxonomy(const struct printer *p, const struct diags *d)
{
	json_t *o = json_object(), *taxa = json_array();

	for (size_t i = 0; i < d->list.n; i++) {
		const struct diag *g = &d->list.at[i];
		bool seen = !g->clause.n;

		for (size_t k = 0; k < i && !seen; k++)
			seen = str_eq(d->list.at[k].clause, g->clause);
		if (seen)
			continue;

		json_t *taxon = json_object();

		json_object_set_new(taxon, "id", json_text(p, g->clause));
		if (g->clause_text.n)
			json_object_set_new(taxon, "shortDescription",
			    sarif_text(p, g->clause_text));
		json_array_append_new(taxa, taxon);
	}
	json_object_set_new(o, "name", json_string("regulation"));
	json_object_set_new(o, "taxa", taxa);
	return o;
}

void
emit_sarif(struct printer *p, const struct diags *d)
{
	json_t *o = json_object(), *run = json_object();
	json_t *tool = json_object(), *driver = json_object();
	json_t *rules = json_array(), *results = json_array();
	struct kinds kinds = { 0 };

	for (size_t i = 0; i < d->list.n; i++) {
		size_t kind = kind_of(&kinds, p->a, d->list.at[i].message);

		json_array_append_new(results, sarif_result(p, d, i, kind));
	}
	for (size_t i = 0; i < kinds.n; i++)
		json_array_append_new(rules, sarif_rule(p, kinds.at[i]));
	json_object_set_new(driver, "name", json_string("kengesh"));
	json_object_set_new(driver, "semanticVersion", json_string(VERSION));
	json_object_set_new(driver, "rules", rules);
	json_object_set_new(tool, "driver", driver);
	json_object_set_new(run, "tool", tool);
	json_object_set_new(
	    run, "taxonomies", list_of_one(sarif_taxonomy(p, d)));
	json_object_set_new(
	    run, "columnKind", json_string("unicodeCodePoints"));
	json_object_set_new(run, "results", results);
	json_object_set_new(o, "$schema",
	    json_string("https://json.schemastore.org/sarif-2.1.0.json"));
	json_object_set_new(o, "version", json_string("2.1.0"));
	json_object_set_new(o, "runs", list_of_one(run));
	json_dumpf(o, p->out, JSON_INDENT(2));
	fputc('\n', p->out);
	json_decref(o);
}
