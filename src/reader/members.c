/* SPDX-License-Identifier: MIT */
#include "base/arena.h"
#include "reader/reader_int.h"

/* As many parts between commas as make one name: a name may hold a comma. */
static size_t
join_name(const struct texts *parts, size_t from, const struct wordings *names,
    struct text *out)
{
	const struct text *first = &parts->at[from];
	size_t most = from + NAME_PARTS;

	for (size_t to = most < parts->n ? most : parts->n; to > from; to--) {
		if (text_joined(out, first, &parts->at[to - 1]) &&
		    wordings_hold(names, out->s))
			return to - from;
	}
	*out = *first;
	return 0;
}

/* The name of council.yaml that is nearest to what was written, or empty. */
static struct str
nearest_name(struct reading *r, const struct wordings *names, struct str s)
{
	struct str a = text_folded(r->a, s), best = STR("");
	size_t most = reach_of(s);

	for (size_t i = 0; i < names->n; i++) {
		for (enum lang lang = 0; lang < LANG_MAX; lang++) {
			struct str name = names->at[i].in[lang].s;
			size_t far =
			    text_distance(a, text_folded(r->a, name), most);

			if (!name.n || far > most || (best.n && far == most))
				continue;
			best = name;
			most = far;
		}
	}
	return best;
}

static struct str
names_joined(struct reading *r, const struct wordings *names)
{
	struct strbuf b;

	buf_init(&b, r->a);
	for (size_t i = 0; i < names->n; i++) {
		if (i)
			buf_add(&b, STR("; "));
		buf_add(&b, wording_text(&names->at[i], LANG_KY));
	}
	return buf_str(&b);
}

/*
 * Names of unions or groups are those of council.yaml.  Where it has none at
 * all, the regulation's clauses 2.1 and 3.1 ask for them.
 */
static void
check_names(
    struct reading *r, struct texts *parts, const struct wordings *names)
{
	struct texts out = { 0 };

	for (size_t i = 0; i < parts->n;) {
		struct text *t = LIST_ADD(r->a, &out);
		size_t used = join_name(parts, i, names, t);

		if (!used && names->n) {
			struct str right = nearest_name(r, names, t->s);

			diag_add(r->d, &unknown_union, t->at,
			    ARGS(
				arg_str(t->s), arg_str(names_joined(r, names))))
			    ->fix = right;
			/* Read on as if it stood there. */
			t->s = right.n ? right : t->s;
		}
		i += used ? used : 1;
	}
	*parts = out;
}

static bool
overlap(const struct member *a, const struct member *b)
{
	struct date d =
	    date_cmp(a->from.d, b->from.d) > 0 ? a->from.d : b->from.d;

	return date_is_set(a->from.d) && date_is_set(b->from.d) &&
	       member_on(a, d) && member_on(b, d);
}

/* One person may stand twice, but only for one stretch after another: else
 * nobody could say whose post counts. */
static bool
is_twice(struct reading *r, const struct member *m)
{
	struct str name = wording_text(&m->person.name, LANG_KY);

	for (size_t i = 0; i < r->year->members.n; i++) {
		const struct member *o = r->year->members.at[i];

		if (!overlap(m, o) ||
		    !text_same(name, wording_text(&o->person.name, LANG_KY)))
			continue;
		diag_add(r->d, &member_twice, m->at, ARGS(arg_str(name)))
		    ->related = o->at;
		return true;
	}
	return false;
}

static void
read_member(struct reading *r, const struct node *n)
{
	struct year *y = r->year;
	struct member *m = ARENA_NEW(r->a, struct member);

	m->at = n->at;
	load_map(r, &member_fields, n, m, n->at);
	range_check(r, &m->from, &m->to);
	people_check_name(r, &m->person);
	check_names(r, &m->unions, &y->council.unions);
	check_names(r, &m->groups, &y->council.groups);
	if (m->acting.on && m->office == OFFICE_NONE)
		diag_add(r->d, &acting_of_nothing, m->acting.at, NO_ARGS);
	if (wording_is_set(&m->person.name) && !is_twice(r, m))
		*LIST_ADD(r->a, &y->members) = m;
}

void
members_read(struct reading *r)
{
	struct year *y = r->year;
	const struct source *s = file_read(r, "members.yaml");
	struct node *tree = file_tree(r, s);

	y->members_source = s;
	if (s->state == SOURCE_ABSENT)
		diag_add(
		    r->d, &missing_file, start_of(s), ARGS(arg_str(s->path)));
	y->members_readable = tree_is_list(r, tree);
	r->since = (struct date){ 0 }; /* people join in any year */
	for (size_t i = 0; y->members_readable && i < tree->items.n; i++)
		read_member(r, tree->items.at[i]);
	y->members_readable = y->members_readable && !facts_are_lost(r, s);
	r->since = year_begin(y);
	r->people = people_new(r, y);
}
