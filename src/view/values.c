/* SPDX-License-Identifier: MIT */
#include <assert.h>
#include <string.h>

#include "view/view_int.h"

const struct value *
value_member(const struct value *v, struct str name)
{
	for (size_t i = 0; i < v->members.n; i++) {
		if (str_eq(str_from(v->members.at[i].name), name))
			return v->members.at[i].value;
	}
	return NULL;
}

static void
member_add(
    struct making *m, struct value *v, const char *name, struct value *member)
{
	struct member_value *mv = LIST_ADD(m->arena, &v->members);

	mv->name = name;
	mv->value = member;
}

void
group_fill(struct making *m, struct value *group, const char *scope)
{
	size_t n;
	const struct view_name *row = view_scope(&n, scope);
	struct value *values = ARENA_ARRAY(m->arena, struct value, n);

	assert(n > 0);
	for (size_t i = 0; i < n; i++) {
		values[i].kind = row[i].kind;
		member_add(m, group, row[i].name, &values[i]);
		if (row[i].kind == VALUE_GROUP)
			group_fill(m, &values[i], row[i].of);
		values[i].of = row[i].of;
	}
}

struct value *
value_in(struct value *g, const char *name, enum value_kind kind)
{
	struct value *v = NULL;

	for (size_t i = 0; i < g->members.n && !v; i++) {
		if (strcmp(g->members.at[i].name, name) == 0)
			v = g->members.at[i].value;
	}
	assert(v && v->kind == kind);
	return v;
}

void
list_share(
    struct making *m, struct value *g, const char *name, struct value *element)
{
	*LIST_ADD(m->arena, &value_in(g, name, VALUE_LIST)->items) = element;
}

struct value *
list_add(struct making *m, struct value *g, const char *name)
{
	const char *scope = value_in(g, name, VALUE_LIST)->of;
	struct value *element = ARENA_NEW(m->arena, struct value);

	element->kind = VALUE_GROUP;
	element->of = scope;
	group_fill(m, element, scope);
	list_share(m, g, name, element);
	return element;
}

static void
text_is(struct making *m, struct value *v, struct str s, struct span at)
{
	v->text = spaces_kept(m->arena, s);
	v->there = s.n > 0;
	v->at = at;
}

void
put_text(struct making *m, struct value *g, const char *name, struct str s,
    struct span at)
{
	text_is(m, value_in(g, name, VALUE_TEXT), s, at);
}

void
put_written(
    struct making *m, struct value *g, const char *name, const struct text *t)
{
	put_text(m, g, name, t->s, t->at);
}

void
put_words(
    struct making *m, struct value *g, const char *name, const struct words *w)
{
	put_text(m, g, name, str_from(words_in(w, m->lang)),
	    (struct span){ .src = NULL });
}

struct span
wording_at(const struct wording *w, enum lang lang)
{
	enum lang other = lang == LANG_KY ? LANG_RU : LANG_KY;

	return w->in[w->in[lang].s.n ? lang : other].at;
}

void
put_wording(struct making *m, struct value *g, const char *name,
    const struct wording *w)
{
	put_text(m, g, name, wording_text(w, m->lang), wording_at(w, m->lang));
}

void
put_number(struct making *m, struct value *g, const char *name, int64_t n)
{
	struct value *v = value_in(g, name, VALUE_NUMBER);

	v->text = str_printf(m->arena, "%lld", (long long)n);
	v->there = true;
}

void
put_flag(struct value *g, const char *name, bool on)
{
	value_in(g, name, VALUE_FLAG)->there = on;
}

void
put_form(struct making *m, struct value *v, const char *form, struct str s,
    struct span at)
{
	struct value *f = ARENA_NEW(m->arena, struct value);

	assert(view_form_known(v->kind, str_from(form)));
	f->kind = VALUE_TEXT;
	text_is(m, f, s, at);
	member_add(m, v, form, f);
}

void
put_date(struct making *m, struct value *g, const char *name, struct date d,
    struct span at)
{
	static const struct {
		const char *name;
		enum date_form form;
	} forms[] = {
		{ "long", DATE_LONG },
		{ "until", DATE_UNTIL },
		{ "of", DATE_OF },
		{ "figures", DATE_FIGURES },
		{ "stamp", DATE_STAMP },
	};
	struct value *v = value_in(g, name, VALUE_DATE);

	if (!date_is_valid(d))
		return;
	for (size_t i = 0; i < sizeof(forms) / sizeof(forms[0]); i++)
		put_form(m, v, forms[i].name,
		    date_text(m->arena, d, forms[i].form, m->lang), at);
	text_is(m, v, v->members.at[0].value->text, at);
}

static void
prose_is(struct value *v, const struct blocks *blocks)
{
	v->prose = blocks;
	v->there = blocks->n > 0;
	if (v->there)
		v->at = blocks->at[0].at;
}

static void
prose_kept(struct making *m, struct value *v, const struct prose *p)
{
	struct blocks *kept = ARENA_NEW(m->arena, struct blocks);

	*kept = blocks_kept(m->arena, &p->blocks);
	prose_is(v, kept);
}

void
put_prose(
    struct making *m, struct value *g, const char *name, const struct prose *p)
{
	prose_kept(m, value_in(g, name, VALUE_PROSE), p);
}

void
put_live(
    struct making *m, struct value *g, const char *name, const struct prose *p)
{
	prose_kept(m, value_in(g, name, VALUE_LIVE), p);
}

void
put_blocks(struct value *g, const char *name, const struct blocks *blocks)
{
	prose_is(value_in(g, name, VALUE_PROSE), blocks);
}

void
put_lines(struct making *m, struct value *g, const char *name,
    const struct texts *lines)
{
	for (size_t i = 0; i < lines->n; i++)
		put_written(m, list_add(m, g, name), "text", &lines->at[i]);
}

/* --- closing ------------------------------------------------------------ */

/* The name that a list prints of each element. */
static const struct value *
first_name(const struct value *element)
{
	return element->members.at[0].value;
}

/* A list prints the first name of its elements, joined. */
static struct str
joined(struct making *m, const struct value *list)
{
	struct strbuf b;

	buf_init(&b, m->arena);
	for (size_t i = 0; i < list->items.n; i++) {
		const struct value *v = first_name(list->items.at[i]);

		if (v->kind != VALUE_PERSON && v->kind != VALUE_TEXT)
			break;
		if (i > 0)
			buf_add(&b, STR(", "));
		buf_add(&b, v->text);
	}
	return buf_str(&b);
}

static void
close_list(struct making *m, struct value *list)
{
	struct value *count = ARENA_NEW(m->arena, struct value);
	struct value *many = ARENA_NEW(m->arena, struct value);

	many->kind = VALUE_FLAG;
	many->there = list->items.n > 1;
	for (size_t i = 0; i < list->items.n; i++) {
		view_close(m, list->items.at[i]);
		many->there |= first_name(list->items.at[i])->several;
	}
	list->there = list->items.n > 0;
	list->text = joined(m, list);
	count->kind = VALUE_NUMBER;
	count->there = true;
	count->text = str_printf(m->arena, "%zu", list->items.n);
	member_add(m, list, "count", count);
	member_add(m, list, "many", many);
}

void
view_close(struct making *m, struct value *group)
{
	for (size_t i = 0; i < group->members.n; i++) {
		struct value *v = group->members.at[i].value;

		if (v->kind == VALUE_GROUP)
			view_close(m, v);
		else if (v->kind == VALUE_LIST)
			close_list(m, v);
		group->there |= v->there;
	}
}
