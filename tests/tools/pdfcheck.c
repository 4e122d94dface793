/* SPDX-License-Identifier: MIT */
/*
 * pdfcheck FILE.pdf...: whether papers are tagged as PDF/A-2a and PDF/UA-1
 * want it.  qpdf takes the files apart; what it prints is looked through here.
 * Prints "FILE: ok", or a line a fault and ends with 1.
 */

#include "pdfobjects.h"

/* Which element may stand in which (ISO 32000-1, 14.8.4). */
static const struct {
	const char *role, *kids;
	bool content; /* marked sequences may stand in it */
} roles[] = {
	{ "/Document", "/H1/H2/H3/P/L/Table/BlockQuote/Sect/Form/Figure/",
	    false },
	{ "/Sect", "/H1/H2/H3/P/L/Table/BlockQuote/Sect/Form/Figure/", false },
	{ "/BlockQuote", "/P/L/Table/BlockQuote/", false },
	{ "/H1", "/Span/Link/Reference/Note/", true },
	{ "/H2", "/Span/Link/Reference/Note/", true },
	{ "/H3", "/Span/Link/Reference/Note/", true },
	{ "/P", "/Span/Link/Reference/Note/Form/Figure/", true },
	{ "/L", "/LI/", false },
	{ "/LI", "/Lbl/LBody/", false },
	{ "/Lbl", "/Span/Link/Reference/Note/", true },
	{ "/LBody",
	    "/P/L/Table/BlockQuote/Span/Link/Reference/Note/Form/Figure/",
	    true },
	{ "/Table", "/TR/", false },
	{ "/TR", "/TH/TD/", false },
	{ "/TH", "/P/Span/Link/Reference/Note/", true },
	{ "/TD", "/P/L/BlockQuote/Span/Link/Reference/Note/Form/Figure/",
	    true },
	{ "/Span", "/Link/", true },
	{ "/Link", "/Span/", true },
	{ "/Form", "/", true },
	{ "/Figure", "/Span/P/", true },
	{ "/Reference", "/", true },
	{ "/Note", "/", true },
};

/* ---- fonts: codes that copy out */

static bool *
copied_codes(struct check *c, json_t *font)
{
	bool *known = ARENA_ARRAY(&c->arena, bool, 65536);
	struct str map = stream(c, json_object_get(font, "/ToUnicode"));

	for (const char *p = str_cstr(&c->arena, map); *p;) {
		unsigned code, cp;

		if (sscanf(p, "<%4x><%4x", &code, &cp) == 2) {
			if (cp == 0 || cp == 0xFEFF || cp == 0xFFFE)
				fault(c, "code %u copies out as U+%04X", code,
				    cp);
			else
				known[code] = true;
		}
		p += strcspn(p, "\n");
		p += *p == '\n';
	}
	return known;
}

static bool *
font_check(struct check *c, json_t *font)
{
	json_t *kids = item(c, font, "/DescendantFonts");
	json_t *kid = value(c, json_array_get(kids, 0));
	json_t *descriptor = item(c, kid, "/FontDescriptor");

	if (strcmp(text(c, font, "/Subtype"), "/Type0") != 0)
		fault(c, "a font that is no Type0");
	if (!stream(c, json_object_get(descriptor, "/FontFile2")).n)
		fault(c, "a font that is not embedded");
	return copied_codes(c, font);
}

/* ---- content */

struct scan {
	struct check *c;
	const char *page;
	json_t *fonts;
	bool *known;       /* codes of the font in use */
	int depth, inside; /* open sequences; the outermost that counts, or 0 */
	/* since the last operator: */
	struct strbuf codes;
	char name[64]; /* the last name */
	bool artifact; /* it is one of the names */
	long mcid;     /* behind the name MCID, or -1 */
};

static void
check_codes(struct scan *s)
{
	struct str codes = buf_str(&s->codes);

	for (size_t i = 0; i + 1 < codes.n; i += 2) {
		unsigned code = (unsigned)(unsigned char)codes.p[i] << 8 |
				(unsigned char)codes.p[i + 1];

		if (!s->known || !s->known[code])
			fault(s->c, "page %s: code %u does not copy out",
			    s->page, code);
	}
}

static void
open_sequence(struct scan *s)
{
	s->depth++;
	if (s->mcid >= 0) {
		struct str key =
		    str_printf(&s->c->arena, "%s %ld", s->page, s->mcid);

		if (json_object_get(s->c->seen, key.p))
			fault(s->c, "MCID %s comes twice", key.p);
		json_object_set_new(s->c->seen, key.p, json_true());
	}
	if (s->inside && (s->artifact || s->mcid >= 0))
		fault(s->c, "page %s: sequences one in another", s->page);
	else if (s->artifact || s->mcid >= 0)
		s->inside = s->depth;
}

static void
operator(struct scan *s, struct str op)
{
	static const char draws[] = " Tj TJ ' \" f F f* S s B B* b b* Do sh ";
	struct str padded =
	    str_printf(&s->c->arena, " " STR_FMT " ", STR_ARG(op));

	if (str_eq(op, STR("BDC")) || str_eq(op, STR("BMC"))) {
		open_sequence(s);
	} else if (str_eq(op, STR("EMC"))) {
		if (s->depth == s->inside)
			s->inside = 0;
		if (--s->depth < 0)
			fault(s->c, "page %s: EMC too many", s->page);
	} else if (str_eq(op, STR("Tf"))) {
		json_t *f = item(s->c, s->fonts, s->name);

		s->known = f ? font_check(s->c, f) : NULL;
	} else if (strstr(draws, padded.p)) {
		if (!s->inside)
			fault(s->c, "page %s: " STR_FMT " is in no sequence",
			    s->page, STR_ARG(op));
		check_codes(s);
	}
	s->mcid = -1;
	s->codes.n = 0;
	s->artifact = false;
}

/* A literal string behind its parenthesis; gives where it ends. */
static size_t
scan_string(struct scan *s, struct str t, size_t i)
{
	for (int depth = 1; i < t.n; i++) {
		char ch = t.p[i];

		if (ch == '\\' && i + 1 < t.n) {
			ch = t.p[++i];
			ch = ch == 'r' ? '\r' : ch == 'n' ? '\n' : ch;
		} else if (ch == '(') {
			depth++;
		} else if (ch == ')' && --depth == 0) {
			return i + 1;
		}
		buf_byte(&s->codes, ch);
	}
	return i;
}

static void
scan_word(struct scan *s, struct str word)
{
	const char *w = str_cstr(&s->c->arena, word);

	if (w[0] == '/') {
		snprintf(s->name, sizeof(s->name), "%s", w);
		s->artifact |= strcmp(w, "/Artifact") == 0;
	} else if (!strchr("+-.0123456789", w[0])) {
		operator(s, word);
	} else if (strcmp(s->name, "/MCID") == 0) {
		s->mcid = strtol(w, NULL, 10);
	}
}

static void
scan_content(struct scan *s, struct str t)
{
	static const char ends[] = " \t\r\n()<>[]/";

	for (size_t i = 0; i < t.n;) {
		size_t n = 1;

		if (t.p[i] == '(') {
			i = scan_string(s, t, i + 1);
			continue;
		}
		if (t.p[i] != '/' && strchr(ends, t.p[i])) {
			i++;
			continue;
		}
		while (i + n < t.n && !strchr(ends, t.p[i + n]))
			n++;
		scan_word(s, str_head(str_skip(t, i), n));
		i += n;
	}
	if (s->depth)
		fault(s->c, "page %s: a sequence stays open", s->page);
}

/* ---- structure */

static const char *
attribute(struct check *c, json_t *element, const char *key)
{
	json_t *all = list(c, element, "/A");
	const char *found = "";

	for (size_t i = 0; i < json_array_size(all) && !*found; i++)
		found = text(c, value(c, json_array_get(all, i)), key);
	json_decref(all);
	return found;
}

static int
row_columns(struct check *c, json_t *row)
{
	json_t *cells = list(c, row, "/K");
	int n = 0;

	for (size_t i = 0; i < json_array_size(cells); i++) {
		json_t *cell = value(c, json_array_get(cells, i));
		json_t *a = item(c, cell, "/A");
		json_int_t span =
		    json_integer_value(json_object_get(a, "/ColSpan"));

		n += span ? (int)span : 1;
	}
	json_decref(cells);
	return n;
}

static void
check_table(struct check *c, json_t *table, const char *ref)
{
	json_t *rows = list(c, table, "/K");
	int first = 0;

	for (size_t i = 0; i < json_array_size(rows); i++) {
		int n = row_columns(c, value(c, json_array_get(rows, i)));

		if (i && n != first)
			fault(c, "table %s: row %zu has %d columns, not %d",
			    ref, i + 1, n, first);
		else
			first = n;
	}
	json_decref(rows);
}

static void
check_role(struct check *c, json_t *element, const char *ref)
{
	const char *role = text(c, element, "/S");

	if (strcmp(role, "/TH") == 0 && !*attribute(c, element, "/Scope"))
		fault(c, "%s: TH without Scope", ref);
	if (strcmp(role, "/Note") == 0 && !*text(c, element, "/ID"))
		fault(c, "a note without a name");
	if (strcmp(role, "/Figure") == 0 && !*text(c, element, "/Alt"))
		fault(c, "%s: Figure without Alt", ref);
	if (strcmp(role, "/Table") == 0)
		check_table(c, element, ref);
	if (role[0] == '/' && role[1] == 'H' &&
	    isdigit((unsigned char)role[2])) {
		int level = role[2] - '0';

		if (level > c->heading + 1)
			fault(c, "%s: heading %s comes after H%d", ref,
			    role + 1, c->heading);
		c->heading = level;
	}
}

static void
own(struct check *c, const char *key, const char *ref)
{
	if (json_object_get(c->owners, key))
		fault(c, "%s stands twice in the structure", key);
	json_object_set_new(c->owners, key, json_string(ref));
}

static void walk(
    struct check *c, const char *ref, const char *parent, const char *allowed);

/* One kid of an element: a marked sequence, an annotation or an element. */
static void
walk_kid(
    struct check *c, json_t *element, const char *ref, json_t *kid, size_t role)
{
	json_t *dict = value(c, kid);
	const char *type = text(c, dict, "/Type");
	json_t *number = json_is_integer(kid) ? kid : item(c, dict, "/MCID");

	if (strcmp(type, "/OBJR") == 0) {
		own(c, json_string_value(json_object_get(dict, "/Obj")), ref);
	} else if (number) {
		json_t *page = json_object_get(dict, "/Pg");

		if (!page)
			page = json_object_get(element, "/Pg");

		struct str key = str_printf(&c->arena, "%s %d",
		    page ? json_string_value(page) : "?",
		    (int)json_integer_value(number));

		own(c, key.p, ref);
		if (!roles[role].content)
			fault(c, "%s: text right in %s", ref, roles[role].role);
	} else if (json_is_string(kid)) {
		walk(c, json_string_value(kid), ref, roles[role].kids);
	} else {
		fault(c, "%s: a kid of no kind", ref);
	}
}

static void
walk(struct check *c, const char *ref, const char *parent, const char *allowed)
{
	struct str key = str_printf(&c->arena, "obj:%s", ref);
	json_t *element =
	    json_object_get(json_object_get(c->objects, key.p), "value");
	const char *role = text(c, element, "/S");
	const char *up = json_string_value(json_object_get(element, "/P"));
	size_t n = sizeof(roles) / sizeof(*roles), i = 0;

	while (i < n && strcmp(roles[i].role, role) != 0)
		i++;
	if (!up || strcmp(up, parent) != 0)
		fault(c, "%s: its parent is not %s", ref, parent);
	if (!strstr(allowed, str_printf(&c->arena, "%s/", role).p) || i == n) {
		fault(c, "%s: %s does not belong there", ref, role);
		return;
	}
	check_role(c, element, ref);

	json_t *kids = list(c, element, "/K");

	for (size_t k = 0; k < json_array_size(kids); k++)
		walk_kid(c, element, ref, json_array_get(kids, k), i);
	json_decref(kids);
}

/* The value of a key in a number tree. */
static json_t *
tree_find(struct check *c, json_t *node, json_int_t key)
{
	json_t *nums = item(c, node, "/Nums");
	json_t *kids = item(c, node, "/Kids");
	json_t *found = NULL;

	for (size_t i = 0; i + 1 < json_array_size(nums) && !found; i += 2) {
		if (json_integer_value(json_array_get(nums, i)) == key)
			found = json_array_get(nums, i + 1);
	}
	for (size_t i = 0; i < json_array_size(kids) && !found; i++)
		found = tree_find(c, value(c, json_array_get(kids, i)), key);
	return found;
}

/* ---- pages */

static void
check_annotation(struct check *c, json_t *tree, json_t *ref)
{
	json_t *a = value(c, ref);
	const char *name = json_string_value(ref);
	const char *owner =
	    json_string_value(json_object_get(c->owners, name ? name : ""));
	const char *up = json_string_value(tree_find(
	    c, tree, json_integer_value(item(c, a, "/StructParent"))));
	bool widget = strcmp(text(c, a, "/Subtype"), "/Widget") == 0;
	bool field = false;

	if (!owner || !up || strcmp(owner, up) != 0)
		fault(c, "annotation %s is not in the structure", name);
	for (size_t i = 0; i < json_array_size(c->fields); i++)
		field |= json_equal(json_array_get(c->fields, i), ref);
	if (widget && !field)
		fault(c, "widget %s is no field of the form", name);
	if (widget && (!item(c, a, "/AP") || !*text(c, a, "/TU")))
		fault(c, "widget %s has no AP or TU", name);
	if (!widget && !*text(c, a, "/Contents"))
		fault(c, "annotation %s has no Contents", name);
	if (json_integer_value(item(c, a, "/F")) != 4)
		fault(c, "annotation %s is not printed", name);
}

static void
check_page(struct check *c, json_t *tree, const char *ref)
{
	struct str name = str_printf(&c->arena, "obj:%s", ref);
	json_t *page =
	    json_object_get(json_object_get(c->objects, name.p), "value");
	json_t *resources = NULL;
	struct scan s = { .c = c, .page = ref, .mcid = -1 };
	json_t *parents =
	    value(c, tree_find(c, tree,
			 json_integer_value(item(c, page, "/StructParents"))));
	size_t n = json_object_size(c->seen);

	for (json_t *at = page; at && !resources; at = item(c, at, "/Parent"))
		resources = item(c, at, "/Resources");
	/* Readers take them from above; PDF/A-2, 6.2.2, does not. */
	if (!item(c, page, "/Resources"))
		fault(c, "page %s does not name its resources", ref);
	s.fonts = item(c, resources, "/Font");
	buf_init(&s.codes, &c->arena);
	scan_content(&s, stream(c, json_object_get(page, "/Contents")));
	if (strcmp(text(c, page, "/Tabs"), "/S") != 0)
		fault(c, "page %s: Tabs is not S", ref);
	if (json_array_size(parents) != json_object_size(c->seen) - n)
		fault(c, "page %s: %zu sequences, %zu in the parent tree", ref,
		    json_object_size(c->seen) - n, json_array_size(parents));
	for (size_t i = 0; i < json_array_size(parents); i++) {
		struct str key = str_printf(&c->arena, "%s %zu", ref, i);

		if (!json_equal(json_object_get(c->owners, key.p),
			json_array_get(parents, i)))
			fault(
			    c, "page %s: MCID %zu has another parent", ref, i);
	}

	json_t *annots = list(c, page, "/Annots");

	for (size_t i = 0; i < json_array_size(annots); i++)
		check_annotation(c, tree, json_array_get(annots, i));
	json_decref(annots);
}

/* ---- the whole */

/* The text of an XMP element, or its attribute, without escapes. */
static struct str
xmp_text(struct arena *a, struct str xmp, const char *open, const char *close)
{
	static const struct {
		struct str from;
		char to;
	} escapes[] = {
		{ STR_INIT("&lt;"), '<' },
		{ STR_INIT("&gt;"), '>' },
		{ STR_INIT("&amp;"), '&' },
	};
	size_t at = str_find(xmp, str_from(open));
	struct strbuf b;

	buf_init(&b, a);
	if (at == SIZE_MAX)
		return STR("");

	struct str t = str_skip(xmp, at + strlen(open));

	for (t = str_head(t, str_find(t, str_from(close))); t.n;) {
		size_t i = 0;

		while (i < 3 && !str_starts(t, escapes[i].from))
			i++;
		buf_byte(&b, i < 3 ? escapes[i].to : t.p[0]);
		t = str_skip(t, i < 3 ? escapes[i].from.n : 1);
	}
	return buf_str(&b);
}

static void
check_metadata(struct check *c, json_t *root, json_t *trailer)
{
	struct str xmp = stream(c, json_object_get(root, "/Metadata"));
	const char *title = text(c, item(c, trailer, "/Info"), "/Title");
	static const char *const wanted[] = {
		"<pdfaid:part>2</pdfaid:part>",
		"<pdfaid:conformance>A</pdfaid:conformance>",
		"<pdfuaid:part>1</pdfuaid:part>",
	};

	for (size_t i = 0; i < sizeof(wanted) / sizeof(*wanted); i++) {
		if (str_find(xmp, str_from(wanted[i])) == SIZE_MAX)
			fault(c, "metadata without %s", wanted[i]);
	}

	struct str said = xmp_text(
	    &c->arena, xmp, "<rdf:li xml:lang=\"x-default\">", "</rdf:li>");

	if (strncmp(title, "u:", 2) != 0 || !said.n ||
	    !str_eq(said, str_from(title + 2)))
		fault(c, "the titles differ: %s", title);
	if (!json_is_true(item(c, item(c, root, "/MarkInfo"), "/Marked")))
		fault(c, "not marked as tagged");
	if (strlen(text(c, root, "/Lang")) < 4)
		fault(c, "no language");
	if (!json_is_true(item(
		c, item(c, root, "/ViewerPreferences"), "/DisplayDocTitle")))
		fault(c, "the title is not shown");

	json_t *intent =
	    value(c, json_array_get(item(c, root, "/OutputIntents"), 0));

	if (!stream(c, json_object_get(intent, "/DestOutputProfile")).n)
		fault(c, "no output intent");
	if (!json_object_get(trailer, "/ID"))
		fault(c, "no ID");
	if (json_object_get(trailer, "/Encrypt"))
		fault(c, "encrypted");
}

/* Scripts, and annotations that stand on no page, anywhere in the file. */
static void
check_scripts(struct check *c)
{
	char *all = json_dumps(c->objects, JSON_COMPACT);

	if (!all || strstr(all, "\"/JS\"") || strstr(all, "\"/JavaScript\""))
		fault(c, "a script");
	free(all);
}

static void
check_file(struct check *c, json_t *json)
{
	json_t *trailer =
	    json_object_get(json_object_get(c->objects, "trailer"), "value");
	json_t *root = item(c, trailer, "/Root");
	json_t *top = item(c, root, "/StructTreeRoot");
	json_t *pages = json_object_get(json, "pages");
	json_t *kids = list(c, top, "/K");
	const char *top_ref =
	    json_string_value(json_object_get(root, "/StructTreeRoot"));
	const char *key;
	json_t *owner;

	c->fields = item(c, item(c, root, "/AcroForm"), "/Fields");
	if (!top_ref || json_array_size(kids) != 1)
		fault(c, "the structure has no single top");
	else
		walk(c, json_string_value(json_array_get(kids, 0)), top_ref,
		    "/Document/");
	json_decref(kids);
	for (size_t i = 0; i < json_array_size(pages); i++)
		check_page(c, item(c, top, "/ParentTree"),
		    json_string_value(
			json_object_get(json_array_get(pages, i), "object")));
	json_object_foreach(c->owners, key, owner)
	{
		/* "5 0 R 3" is a sequence, "9 0 R" an annotation. */
		if (key[strlen(key) - 1] != 'R' &&
		    !json_object_get(c->seen, key))
			fault(c, "%s stands in %s but on no page", key,
			    json_string_value(owner));
	}
	check_metadata(c, root, trailer);
	check_scripts(c);
}

int
main(int argc, char **argv)
{
	int bad = 0;

	for (int i = 1; i < argc; i++) {
		struct check c = { .file = argv[i] };
		json_t *json = taken_apart(argv[i]);

		arena_init(&c.arena);
		c.owners = json_object();
		c.seen = json_object();
		c.objects = json_array_get(json_object_get(json, "qpdf"), 1);
		if (c.objects)
			check_file(&c, json);
		else
			fault(&c, "qpdf cannot read it");
		if (!c.faults)
			printf("%s: ok\n", argv[i]);
		bad |= c.faults > 0;
		json_decref(c.owners);
		json_decref(c.seen);
		json_decref(json);
		arena_done(&c.arena);
	}
	return bad;
}
