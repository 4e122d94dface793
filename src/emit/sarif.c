/* SPDX-License-Identifier: MIT */
/*
 * SARIF 2.1.0, for code scanning: the rules that spoke, and what they said.
 * A school's regulation is a taxonomy, its clauses are the taxa: so the
 * standard says "clause 5.1".
 */
#include <string.h>

#include "base/arena.h"
#include "emit/emit_int.h"

struct sarif_kept {
	/* The messages that occur, each once, as `rules` has them: a result
	 * names its rule by number. */
	LIST(const struct message *) kinds;
	json_t *rules, *results, *taxonomies;
	/* The regulation of the school that is printed; NULL: not cited yet. */
	json_t *regulation;
	struct str prefix; /* of that school */
};

/* An object with one text, as SARIF wants every sentence. */
static json_t *
sarif_text(const struct emitter *p, struct str s)
{
	json_t *o = json_object();

	json_object_set_new(o, "text", json_text(p, s));
	return o;
}

/* --- the regulation ----------------------------------------------------- */

/* The taxonomy of the school, made at its first clause. */
static void
regulation_begin(struct emitter *p)
{
	struct sarif_kept *k = p->kept;
	struct str prefix = p->batch->prefix;

	if (k->regulation && str_eq(k->prefix, prefix))
		return;
	k->prefix = str_copy(p->keep, prefix);
	k->regulation = json_object();
	json_object_set_new(k->regulation, "name",
	    json_text(
		p, str_printf(p->a, STR_FMT "regulation.md", STR_ARG(prefix))));
	json_object_set_new(k->regulation, "taxa", json_array());
	json_array_append_new(k->taxonomies, k->regulation);
}

/* The clause is one of its taxa, with the school's own text. */
static void
add_taxon(const struct emitter *p, const struct diag *g)
{
	const struct sarif_kept *k = p->kept;
	json_t *taxa = json_object_get(k->regulation, "taxa");
	json_t *id = json_text(p, g->clause), *taxon;
	size_t i;

	json_array_foreach(taxa, i, taxon)
	{
		if (json_equal(json_object_get(taxon, "id"), id)) {
			json_decref(id);
			return;
		}
	}
	taxon = json_object();
	json_object_set_new(taxon, "id", id);
	if (g->clause_text.n)
		json_object_set_new(
		    taxon, "shortDescription", sarif_text(p, g->clause_text));
	json_array_append_new(taxa, taxon);
}

/* The regulation that was cited last, by its number among all. */
static json_t *
regulation_reference(const struct emitter *p)
{
	const struct sarif_kept *k = p->kept;
	json_t *o = json_object();

	json_object_set(o, "name", json_object_get(k->regulation, "name"));
	add_number(o, "index", json_array_size(k->taxonomies) - 1);
	return o;
}

static json_t *
clause_reference(const struct emitter *p, const struct diag *g)
{
	json_t *o = json_object();

	json_object_set_new(o, "id", json_text(p, g->clause));
	json_object_set_new(o, "toolComponent", regulation_reference(p));
	return o;
}

/* --- rules -------------------------------------------------------------- */

static json_t *
sarif_rule(const struct emitter *p, const struct diag *g)
{
	static const struct arg dots = { .text = STR_INIT("…") };
	const struct message *m = g->message;
	enum lang lang = p->batch->lang;
	json_t *o = json_object(), *level = json_object();
	struct arg args[DIAG_ARGS];

	for (size_t i = 0; i < DIAG_ARGS; i++)
		args[i] = dots;
	json_object_set_new(o, "id", json_string(m->code));
	json_object_set_new(o, "name", json_string(m->name));
	json_object_set_new(o, "shortDescription",
	    sarif_text(p, msg_text(p->a, &m->text, lang, args, DIAG_ARGS)));
	if (words_in(&m->help, lang)[0])
		json_object_set_new(o, "help",
		    sarif_text(
			p, msg_text(p->a, &m->help, lang, args, DIAG_ARGS)));
	json_object_set_new(
	    level, "level", json_string(level_names[m->severity]));
	json_object_set_new(o, "defaultConfiguration", level);
	if (g->clause.n) {
		json_t *relation = json_object();

		json_object_set_new(relation, "target", clause_reference(p, g));
		json_object_set_new(
		    relation, "kinds", list_of_one(json_string("relevant")));
		json_object_set_new(o, "relationships", list_of_one(relation));
	}
	return o;
}

/* The number of the finding's rule; a new one is described. */
static size_t
kind_of(struct emitter *p, const struct diag *g)
{
	struct sarif_kept *k = p->kept;

	for (size_t i = 0; i < k->kinds.n; i++) {
		if (k->kinds.at[i] == g->message)
			return i;
	}
	*LIST_ADD(p->keep, &k->kinds) = g->message;
	json_array_append_new(k->rules, sarif_rule(p, g));
	return k->kinds.n - 1;
}

/* --- results ------------------------------------------------------------ */

/* A path as a URI, where it is absolute, else as a reference: all but the
 * plainest bytes in per cent. */
static struct str
uri(const struct emitter *p, struct str path)
{
	static const char plain[] = "abcdefghijklmnopqrstuvwxyz"
				    "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
				    "0123456789-._~/";
	struct strbuf b;

	buf_init(&b, p->a);
	if (str_starts(path, STR("/")))
		buf_add(&b, STR("file://"));
	for (size_t i = 0; i < path.n; i++) {
		if (memchr(plain, path.p[i], sizeof(plain) - 1))
			buf_byte(&b, path.p[i]);
		else
			buf_printf(&b, "%%%02X", (unsigned char)path.p[i]);
	}
	return buf_str(&b);
}

static json_t *
sarif_region(const struct emitter *p, struct span at)
{
	struct place begin = source_place(at), end = source_end(at);
	json_t *o = json_object();

	add_number(o, "startLine", begin.line);
	add_number(o, "startColumn", begin.col);
	add_number(o, "endLine", end.line);
	add_number(o, "endColumn", end.col);
	if (at.len)
		json_object_set_new(o, "snippet", sarif_text(p, span_text(at)));
	return o;
}

static json_t *
sarif_location(const struct emitter *p, struct span at)
{
	struct str path = diag_path(p, at);
	json_t *o = json_object(), *physical = json_object();
	json_t *artifact = json_object();

	json_object_set_new(artifact, "uri", json_text(p, uri(p, path)));
	if (!str_starts(path, STR("/")))
		json_object_set_new(
		    artifact, "uriBaseId", json_string("SRCROOT"));
	json_object_set_new(physical, "artifactLocation", artifact);
	json_object_set_new(physical, "region", sarif_region(p, at));
	json_object_set_new(o, "physicalLocation", physical);
	return o;
}

/* An empty list says that it was not accepted: no list would say nothing. */
static json_t *
sarif_suppressions(const struct emitter *p, const struct diag *g)
{
	json_t *o;

	if (!g->waived.n)
		return json_array();
	o = json_object();
	json_object_set_new(o, "kind", json_string("external"));
	json_object_set_new(o, "status", json_string("accepted"));
	json_object_set_new(o, "justification", json_text(p, g->waived));
	return list_of_one(o);
}

static json_t *
sarif_result(struct emitter *p, const struct diag *g)
{
	json_t *o = json_object(), *prints = json_object();

	json_object_set_new(o, "ruleId", json_string(g->message->code));
	add_number(o, "ruleIndex", kind_of(p, g));
	json_object_set_new(o, "level", json_string(level_names[g->severity]));
	json_object_set_new(o, "message", sarif_text(p, diag_text(p, g)));
	json_object_set_new(
	    o, "locations", list_of_one(sarif_location(p, g->at)));
	if (g->related.src)
		json_object_set_new(o, "relatedLocations",
		    list_of_one(sarif_location(p, g->related)));
	if (g->clause.n)
		json_object_set_new(
		    o, "taxa", list_of_one(clause_reference(p, g)));
	json_object_set_new(
	    prints, "kengeshFinding/v1", json_text(p, fingerprint(p, g)));
	json_object_set_new(o, "partialFingerprints", prints);
	json_object_set_new(o, "suppressions", sarif_suppressions(p, g));
	return o;
}

/* --- the document ------------------------------------------------------- */

void
sarif_begin(struct emitter *p)
{
	struct sarif_kept *k = ARENA_NEW(p->keep, struct sarif_kept);

	k->rules = json_array();
	k->results = json_array();
	k->taxonomies = json_array();
	p->kept = k;
}

void
sarif_findings(struct emitter *p, const struct diags *d)
{
	struct sarif_kept *k = p->kept;

	for (size_t i = 0; i < d->list.n; i++) {
		const struct diag *g = &d->list.at[i];

		if (g->clause.n) {
			regulation_begin(p);
			add_taxon(p, g);
		}
		json_array_append_new(k->results, sarif_result(p, g));
	}
}

static json_t *
sarif_tool(const struct emitter *p)
{
	const struct sarif_kept *k = p->kept;
	json_t *tool = json_object(), *driver = json_object();

	json_object_set_new(driver, "name", json_string("kengesh"));
	json_object_set_new(driver, "semanticVersion", json_string(VERSION));
	json_object_set_new(driver, "rules", k->rules);
	json_object_set_new(tool, "driver", driver);
	return tool;
}

/* Paths are relative to the folder that the program was called in. */
static json_t *
sarif_bases(const struct emitter *p)
{
	json_t *bases = json_object(), *root = json_object();

	json_object_set_new(root, "description",
	    sarif_text(p, STR("the folder in which kengesh was called")));
	json_object_set_new(bases, "SRCROOT", root);
	return bases;
}

static json_t *
sarif_invocation(const struct emitter *p)
{
	enum { SYSTEM = 3 }; /* EXIT STATUS of kengesh(1) */
	json_t *o = json_object();

	json_object_set_new(
	    o, "executionSuccessful", json_boolean(p->status < SYSTEM));
	add_number(o, "exitCode", (size_t)p->status);
	return o;
}

void
sarif_end(struct emitter *p)
{
	const struct sarif_kept *k = p->kept;
	json_t *o = json_object(), *run = json_object();

	json_object_set_new(run, "tool", sarif_tool(p));
	json_object_set_new(run, "taxonomies", k->taxonomies);
	json_object_set_new(
	    run, "columnKind", json_string("unicodeCodePoints"));
	json_object_set_new(run, "originalUriBaseIds", sarif_bases(p));
	json_object_set_new(
	    run, "invocations", list_of_one(sarif_invocation(p)));
	json_object_set_new(run, "results", k->results);
	json_object_set_new(o, "$schema",
	    json_string("https://json.schemastore.org/sarif-2.1.0.json"));
	json_object_set_new(o, "version", json_string("2.1.0"));
	json_object_set_new(o, "runs", list_of_one(run));
	print_json(p, o);
}
