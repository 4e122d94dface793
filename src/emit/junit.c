/* SPDX-License-Identifier: MIT */
/*
 * JUnit's XML: a suite for each record, a test for each rule that judged it,
 * and for what else was found in it.  Everything stands in the element's text
 * too, since GitLab reads nothing else.
 */
#include "base/arena.h"
#include "base/utf8.h"
#include "emit/emit_int.h"

struct counts {
	size_t tests, failures, errors, skipped;
};

struct junit_kept {
	struct strbuf suites; /* the totals stand above them */
	struct counts all;
};

/* --- XML ---------------------------------------------------------------- */

/* XML 1.0 has no other control characters, and not the last two of a plane. */
static bool
is_xml(uint32_t cp)
{
	return cp == '\t' || cp == '\n' || cp == '\r' ||
	       (cp >= 0x20 && (cp & 0xFFFE) != 0xFFFE);
}

/* For text and for attributes. */
static void
add_xml(struct strbuf *b, struct str s)
{
	for (size_t i = 0; i < s.n;) {
		uint32_t cp = utf8_next(s, &i);

		if (cp == '&')
			buf_add(b, STR("&amp;"));
		else if (cp == '<')
			buf_add(b, STR("&lt;"));
		else if (cp == '>')
			buf_add(b, STR("&gt;"));
		else if (cp == '"')
			buf_add(b, STR("&quot;"));
		else if (is_xml(cp))
			utf8_add(b, cp);
	}
}

static void
add_attribute(struct strbuf *b, const char *name, struct str s)
{
	buf_printf(b, " %s=\"", name);
	add_xml(b, harmless_line(b->arena, s));
	buf_byte(b, '"');
}

static void
add_counts(struct strbuf *b, const struct counts *n)
{
	buf_printf(b,
	    " tests=\"%zu\" failures=\"%zu\" errors=\"%zu\""
	    " skipped=\"%zu\" time=\"0\"",
	    n->tests, n->failures, n->errors, n->skipped);
}

/* --- one test ----------------------------------------------------------- */

/* What a finding is about: what its rule judged, else its file. */
static struct str
record_of(const struct diag *g)
{
	return g->record.n ? g->record : g->at.src->path;
}

/* From the mildest. */
enum verdict { PASSED, TOLD, SKIPPED, FAILED, BROKEN };

static enum verdict
verdict_of(const struct emitter *p, const struct diag *g)
{
	if (g->waived.n)
		return SKIPPED;
	if (g->at.src->state == SOURCE_SYSTEM)
		return BROKEN;
	return g->severity >= p->o.fail_on ? FAILED : TOLD;
}

/* The findings of one message in one record. */
struct test {
	enum verdict verdict;
	const struct diag *first; /* of the worst verdict */
	struct strbuf text;       /* all of them, a line each, and the remedy */
};

static void
test_make(struct test *t, const struct emitter *p, const struct diags *d,
    const struct judged *of)
{
	*t = (struct test){ .verdict = PASSED };
	buf_init(&t->text, p->a);
	for (size_t i = 0; i < d->list.n; i++) {
		const struct diag *g = &d->list.at[i];

		if (g->message != of->message ||
		    !str_eq(record_of(g), of->record))
			continue;

		struct str text = harmless_line(p->a, diag_text(p, g));
		struct str help = harmless_line(p->a, diag_help(p, g));
		struct str path = harmless_line(p->a, diag_path(p, g->at));
		struct place at = source_place(g->at);

		if (verdict_of(p, g) > t->verdict) {
			t->verdict = verdict_of(p, g);
			t->first = g;
		}
		buf_printf(&t->text,
		    STR_FMT ":%zu:%zu: %s %s: " STR_FMT "\n" STR_FMT "%s",
		    STR_ARG(path), at.line, at.col, level_names[g->severity],
		    g->message->code, STR_ARG(text), STR_ARG(help),
		    help.n ? "\n" : "");
	}
}

/* What stands inside the test's element. */
static void
add_verdict(struct strbuf *b, const struct emitter *p, const struct test *t)
{
	static const char *const elements[] = { [TOLD] = "system-out",
		[SKIPPED] = "skipped",
		[FAILED] = "failure",
		[BROKEN] = "error" };
	const struct diag *g = t->first;

	buf_printf(b, "      <%s", elements[t->verdict]);
	if (t->verdict >= FAILED)
		add_attribute(b, "type", str_from(level_names[g->severity]));
	if (t->verdict >= FAILED)
		add_attribute(b, "message", diag_text(p, g));
	if (t->verdict == SKIPPED)
		add_attribute(b, "message", g->waived);
	buf_byte(b, '>');
	add_xml(b, buf_str(&t->text));
	buf_printf(b, "</%s>\n", elements[t->verdict]);
}

/* The path with dots for slashes, without its ending: as classes are named. */
static struct str
class_name(struct arena *a, struct str path)
{
	struct strbuf b;

	if (str_ends(path, STR(".md")))
		path.n -= STR(".md").n;
	else if (str_ends(path, STR(".yaml")))
		path.n -= STR(".yaml").n;
	buf_init(&b, a);
	for (size_t i = 0; i < path.n; i++)
		buf_byte(&b, path.p[i] == '/' ? '.' : path.p[i]);
	return buf_str(&b);
}

static void
add_test(struct strbuf *b, struct counts *n, const struct emitter *p,
    const struct diags *d, const struct judged *of, struct str suite)
{
	struct test t;

	test_make(&t, p, d, of);
	n->tests++;
	n->skipped += t.verdict == SKIPPED;
	n->failures += t.verdict == FAILED;
	n->errors += t.verdict == BROKEN;
	buf_add(b, STR("    <testcase"));
	add_attribute(b, "classname", class_name(p->a, suite));
	add_attribute(b, "name",
	    str_printf(p->a, "%s %s", of->message->code, of->message->name));
	if (t.first) {
		add_attribute(b, "file", diag_path(p, t.first->at));
		buf_printf(b, " line=\"%zu\"", source_place(t.first->at).line);
	}
	if (t.verdict == PASSED) {
		buf_add(b, STR(" time=\"0\"/>\n"));
		return;
	}
	buf_add(b, STR(" time=\"0\">\n"));
	add_verdict(b, p, &t);
	buf_add(b, STR("    </testcase>\n"));
}

/* --- suites ------------------------------------------------------------- */

/* The tests of a school: what was judged, and what was found besides. */
struct tests {
	LIST_OF(struct judged);
};

static bool
is_test(const struct tests *l, const struct judged *t)
{
	for (size_t i = 0; i < l->n; i++) {
		if (l->at[i].message == t->message &&
		    str_eq(l->at[i].record, t->record))
			return true;
	}
	return false;
}

static void
tests_of(struct tests *out, struct arena *a, const struct diags *d)
{
	*out = (struct tests){ 0 };
	for (size_t i = 0; i < d->judged.n; i++)
		*LIST_ADD(a, out) = d->judged.at[i];
	for (size_t i = 0; i < d->list.n; i++) {
		const struct diag *g = &d->list.at[i];
		struct judged t = { g->message, record_of(g) };

		if (!is_test(out, &t))
			*LIST_ADD(a, out) = t;
	}
}

static void
add_suite(struct emitter *p, const struct diags *d, const struct tests *tests,
    struct str record)
{
	struct junit_kept *k = p->kept;
	struct str name =
	    harmless(p->a, str_printf(p->a, STR_FMT STR_FMT,
			       STR_ARG(p->batch->prefix), STR_ARG(record)));
	struct counts n = { 0 };
	struct strbuf b;

	buf_init(&b, p->a);
	for (size_t i = 0; i < tests->n; i++) {
		if (str_eq(tests->at[i].record, record))
			add_test(&b, &n, p, d, &tests->at[i], name);
	}
	buf_add(&k->suites, STR("  <testsuite"));
	add_attribute(&k->suites, "name", name);
	add_counts(&k->suites, &n);
	buf_add(&k->suites, STR(">\n"));
	buf_add(&k->suites, buf_str(&b));
	buf_add(&k->suites, STR("  </testsuite>\n"));
	k->all.tests += n.tests;
	k->all.failures += n.failures;
	k->all.errors += n.errors;
	k->all.skipped += n.skipped;
}

/* --- the document ------------------------------------------------------- */

void
junit_begin(struct emitter *p)
{
	struct junit_kept *k = ARENA_NEW(p->keep, struct junit_kept);

	buf_init(&k->suites, p->keep);
	p->kept = k;
}

void
junit_findings(struct emitter *p, const struct diags *d)
{
	struct tests tests;

	tests_of(&tests, p->a, d);
	for (size_t i = 0; i < tests.n; i++) {
		size_t first = 0;

		while (!str_eq(tests.at[first].record, tests.at[i].record))
			first++;
		if (first == i)
			add_suite(p, d, &tests, tests.at[i].record);
	}
}

void
junit_end(struct emitter *p)
{
	const struct junit_kept *k = p->kept;
	struct strbuf head;

	buf_init(&head, p->a);
	add_counts(&head, &k->all);
	fprintf(p->out,
	    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
	    "<testsuites name=\"kengesh\"" STR_FMT ">\n",
	    STR_ARG(buf_str(&head)));
	fwrite(k->suites.p, 1, k->suites.n, p->out);
	fputs("</testsuites>\n", p->out);
}
