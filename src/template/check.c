/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "base/arena.h"
#include "template/template_int.h"

/*
 * Every name of a template against the table of names.  What a name means is
 * settled here, with the repetition that it belongs to, and not asked again
 * when the template is filled in: a value that is missing in one element never
 * turns into the one of the same name around it.
 */

struct checking {
	struct arena *a;
	struct diags *d;
	const char *scopes[TEMPLATE_DEPTH + 1]; /* names of scopes; 0 paper */
	size_t n;
	bool in_line; /* in a heading or a fence */
	bool faulty;  /* an error was added */
};

/* What every repetition adds to its element's names. */
static const struct turn_name {
	struct str name;
	enum tag_meaning meaning;
	enum value_kind kind;
} turn_names[] = {
	{ STR_INIT("number"), MEANS_NUMBER, VALUE_NUMBER },
	{ STR_INIT("first"), MEANS_FIRST, VALUE_FLAG },
	{ STR_INIT("last"), MEANS_LAST, VALUE_FLAG },
};
#define NTURN_NAMES (sizeof(turn_names) / sizeof(*turn_names))

/* A form, and the kind of value it gives. */
static const struct known_form {
	struct str name;
	enum value_kind gives;
} forms[] = {
	{ STR_INIT("long"), VALUE_TEXT },
	{ STR_INIT("until"), VALUE_TEXT },
	{ STR_INIT("of"), VALUE_TEXT },
	{ STR_INIT("figures"), VALUE_TEXT },
	{ STR_INIT("stamp"), VALUE_TEXT },
	{ STR_INIT("short"), VALUE_TEXT },
	{ STR_INIT("full"), VALUE_TEXT },
	{ STR_INIT("post"), VALUE_TEXT },
	{ STR_INIT("word"), VALUE_TEXT },
	{ STR_INIT("count"), VALUE_NUMBER },
	{ STR_INIT("many"), VALUE_FLAG },
	{ STR_INIT("genitive"), VALUE_BODY },
	{ STR_INIT("dative"), VALUE_BODY },
	{ STR_INIT("capitals"), VALUE_TEXT },
	{ STR_INIT("capitalised"), VALUE_TEXT },
};
#define NFORMS (sizeof(forms) / sizeof(*forms))

/* What a name of the table, or a form of it, is. */
struct meaning {
	enum value_kind kind;
	const char *of;
	bool form; /* already a form: it has at most capital letters */
};

static bool
has_form(const struct meaning *m, struct str form)
{
	return view_form_known(m->kind, form) &&
	       (!m->form || str_starts(form, STR("capital")));
}

/* --- suggestions -------------------------------------------------------- */

struct names {
	LIST_OF(struct str);
};

static void
add_scope(struct checking *c, struct names *out, const char *scope)
{
	for (const struct view_name *v = view_names; v->name; v++) {
		if (!strcmp(v->scope, scope))
			*LIST_ADD(c->a, out) = str_from(v->name);
	}
}

static struct str
nearest_name(struct checking *c, struct str name)
{
	struct names all = { 0 };

	for (size_t i = c->n; i-- > 1;)
		add_scope(c, &all, c->scopes[i]);
	for (const char *const *s = view_scopes(c->scopes[0]); *s; s++)
		add_scope(c, &all, *s);
	*LIST_ADD(c->a, &all) = STR("");
	return tag_nearest(c->d, name, all.at);
}

static struct str
nearest_form(struct checking *c, const struct meaning *m, struct str form)
{
	struct names all = { 0 };

	if (m->kind == VALUE_GROUP && m->of)
		add_scope(c, &all, m->of);
	for (size_t i = 0; i < NFORMS; i++) {
		if (has_form(m, forms[i].name))
			*LIST_ADD(c->a, &all) = forms[i].name;
	}
	*LIST_ADD(c->a, &all) = STR("");
	return tag_nearest(c->d, form, all.at);
}

static struct diag *
fault(struct checking *c, const struct message *m, struct span at,
    const struct arg *args, size_t nargs)
{
	c->faulty = true;
	return diag_add(c->d, m, at, args, nargs);
}

/* --- names -------------------------------------------------------------- */

static bool
find_turn_name(
    struct template_tag *t, struct meaning *m, struct str name, size_t scope)
{
	for (size_t i = 0; i < NTURN_NAMES; i++) {
		if (!str_eq(name, turn_names[i].name))
			continue;
		t->meaning = turn_names[i].meaning;
		t->scope = scope;
		*m = (struct meaning){ turn_names[i].kind, NULL, false };
		return true;
	}
	return false;
}

/* The first name of a tag: the innermost repetition that knows it. */
static bool
find_name(struct checking *c, struct template_tag *t, struct meaning *m,
    struct str name)
{
	for (size_t i = c->n; i-- > 0;) {
		const struct view_name *v = view_name_find(c->scopes[i], name);

		if (v) {
			t->scope = i;
			*m = (struct meaning){ v->kind, v->of, false };
			return true;
		}
		if (i && find_turn_name(t, m, name, i))
			return true;
	}
	return false;
}

/* A form, or a member of a group, behind a dot. */
static bool
find_form(struct meaning *m, struct str form)
{
	if (m->kind == VALUE_GROUP) {
		const struct view_name *v =
		    m->of ? view_name_find(m->of, form) : NULL;

		if (v)
			*m = (struct meaning){ v->kind, v->of, false };
		return v;
	}
	if (!has_form(m, form))
		return false;
	for (size_t i = 0; i < NFORMS; i++) {
		if (str_eq(form, forms[i].name)) {
			*m = (struct meaning){ forms[i].gives, NULL, true };
			return true;
		}
	}
	return false;
}

static bool
resolve(struct checking *c, struct template_tag *t, struct meaning *m)
{
	struct str rest, done, step = tag_step(t->path, &rest);

	if (!find_name(c, t, m, step)) {
		fault(c, &template_unknown_name, t->at, ARGS(arg_str(step)))
		    ->fix = nearest_name(c, step);
		return false;
	}
	done = step;
	while (rest.n) {
		step = tag_step(rest, &rest);
		if (!find_form(m, step)) {
			fault(c, &template_unknown_form, t->at,
			    ARGS(arg_str(done), arg_str(step)))
			    ->fix = nearest_form(c, m, step);
			return false;
		}
		done.n += step.n + 1;
	}
	t->gives = m->kind;
	return true;
}

/* --- tags --------------------------------------------------------------- */

static bool
is_prose(enum value_kind kind)
{
	return kind == VALUE_PROSE || kind == VALUE_LIVE;
}

static void
complain(
    struct checking *c, const struct message *m, const struct template_tag *t)
{
	fault(c, m, t->at, ARGS(arg_str(t->path)));
}

/*
 * A list is printed by its own name if its elements have one: those that are
 * words, people, and groups with a name or a text.
 */
static bool
prints(const struct meaning *m)
{
	if (m->kind == VALUE_FLAG || m->kind == VALUE_GROUP)
		return false;
	return m->kind != VALUE_LIST || !m->of ||
	       view_name_find(m->of, STR("name")) ||
	       view_name_find(m->of, STR("text"));
}

static void
check_print(struct checking *c, struct template_tag *t)
{
	struct meaning m;

	if (!resolve(c, t, &m))
		return;
	if (is_prose(m.kind) && c->in_line)
		complain(c, &template_prose_in_line, t);
	if (!prints(&m))
		complain(c, &template_not_printable, t);
}

static void check_pieces(struct checking *c, struct pieces *pieces);

static void
check_section(struct checking *c, struct piece *p)
{
	struct meaning m;
	size_t n = c->n;

	if (resolve(c, &p->tag, &m) && p->tag.kind == TAG_EACH) {
		if (m.kind != VALUE_LIST)
			complain(c, &template_not_a_list, &p->tag);
		else if (n > TEMPLATE_DEPTH)
			fault(c, &template_too_deep, p->tag.at,
			    ARGS(arg_number(c->a, TEMPLATE_DEPTH)));
		else
			c->scopes[c->n++] = m.of ? m.of : "";
	}
	check_pieces(c, &p->kids);
	c->n = n;
}

static bool
is_fence(enum block_kind kind)
{
	return kind >= BLOCK_CENTRE;
}

static bool
same_question(const struct piece *a, const struct piece *b)
{
	return a->kind == PIECE_SECTION && b->kind == PIECE_SECTION &&
	       str_eq(a->tag.path, b->tag.path) && a->tag.kind == TAG_IF &&
	       b->tag.kind == TAG_UNLESS;
}

/*
 * How many texts of several paragraphs a line may come to hold; {{?x}} and the
 * {{^x}} behind it never both.  *second is one too many.
 */
static int
count_prose(const struct pieces *pieces, const struct template_tag **second)
{
	int sum = 0, before = 0;

	for (size_t i = 0; i < pieces->n; i++) {
		const struct piece *p = &pieces->at[i];
		int n = 0;

		if (p->kind == PIECE_TAG)
			n = is_prose(p->tag.gives);
		else if (p->kind == PIECE_SECTION)
			n = count_prose(&p->kids, second);
		if (n && p->kind == PIECE_SECTION && p->tag.kind == TAG_EACH)
			n++;
		if (i && same_question(&pieces->at[i - 1], p))
			n = n > before ? n - before : 0;
		before = n;
		sum += n;
		if (sum > 1 && !*second)
			*second = &p->tag;
	}
	return sum;
}

static void
check_block(struct checking *c, struct piece *p)
{
	bool in_line = c->in_line;
	const struct template_tag *second = NULL;

	c->in_line = in_line || p->block->kind == BLOCK_HEADING ||
		     is_fence(p->block->kind);
	check_pieces(c, &p->kids);
	if (p->block->kind == BLOCK_PARAGRAPH && !c->in_line &&
	    count_prose(&p->kids, &second) > 1)
		complain(c, &template_prose_twice, second);
	c->in_line = in_line;
}

static void
check_pieces(struct checking *c, struct pieces *pieces)
{
	for (size_t i = 0; i < pieces->n; i++) {
		struct piece *p = &pieces->at[i];

		if (p->kind == PIECE_TAG)
			check_print(c, &p->tag);
		else if (p->kind == PIECE_SECTION)
			check_section(c, p);
		else if (p->kind == PIECE_BLOCK)
			check_block(c, p);
	}
}

bool
check_names(
    struct template *t, struct arena *a, const char *paper, struct diags *d)
{
	struct checking c = { .a = a, .d = d, .n = 1 };

	c.scopes[0] = paper;
	check_pieces(&c, &t->pieces);
	return !c.faulty;
}
