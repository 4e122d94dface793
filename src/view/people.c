/* SPDX-License-Identifier: MIT */
#include "view/view_int.h"

static const struct words word_presided =
    WORDS("Presided", "Председательствующий", "Төрагалык кылган");
static const struct words word_chair = WORDS("Chair", "Председатель", "Төрага");
/* A woman who chairs, where the records say so; Russian has one word. */
static const struct words word_chairwoman =
    WORDS("Chair", "Председатель", "Төрайым");

static const struct span nowhere = { .src = NULL };

static void
person_is(
    struct making *m, struct value *v, const struct person *p, struct span at)
{
	v->text = spaces_kept(m->arena,
	    person_short(m->arena, p, m->council->name_style, m->lang));
	v->there = v->text.n > 0;
	v->at = at;
	put_form(m, v, "short", v->text, at);
	put_form(m, v, "full", wording_text(&p->name, m->lang), at);
	put_form(m, v, "post", wording_text(&p->post, m->lang), at);
}

void
put_person(struct making *m, struct value *g, const char *name,
    const struct person *p, struct span at)
{
	person_is(m, value_in(g, name, VALUE_PERSON), p, at);
}

/* Whether it is one of the words that the school gave for several people. */
static bool
is_several(const struct council *c, struct str word)
{
	for (size_t i = 0; i < c->collectives.n; i++) {
		const struct wording *w = &c->collectives.at[i];

		for (int lang = 0; lang < LANG_MAX; lang++) {
			if (w->in[lang].s.n && text_same(w->in[lang].s, word))
				return true;
		}
	}
	return false;
}

/* Unions, groups and whom nobody knows are printed as they were written. */
void
put_ref(
    struct making *m, struct value *g, const char *name, const struct ref *r)
{
	struct value *v = value_in(g, name, VALUE_PERSON);

	if (r->person) {
		person_is(m, v, r->person, r->written.at);
		return;
	}
	v->text = r->written.s;
	v->there = v->text.n > 0;
	v->at = r->written.at;
	v->several = is_several(m->council, r->written.s);
	put_form(m, v, "short", v->text, v->at);
	put_form(m, v, "full", v->text, v->at);
}

void
put_refs(struct making *m, struct value *g, const char *name,
    const struct refs *refs)
{
	for (size_t i = 0; i < refs->n; i++)
		put_ref(m, list_add(m, g, name), "name", &refs->at[i]);
}

/* As typed, also where it is a name that could be cut; unless the record says
 * what to print. */
void
put_guest(struct making *m, struct value *g, const struct guest *guest)
{
	struct value *v = value_in(g, "name", VALUE_PERSON);
	const struct person *p = &guest->person;
	struct str typed = wording_text(
	    wording_is_set(&p->short_name) ? &p->short_name : &p->name,
	    m->lang);

	person_is(m, v, p, guest->written.at);
	v->text = spaces_kept(m->arena, typed);
	put_text(
	    m, g, "post", wording_text(&p->post, m->lang), guest->written.at);
}

void
put_members(struct making *m, struct value *g, const char *name,
    const struct member_list *members)
{
	for (size_t i = 0; i < members->n; i++) {
		const struct person *p = &members->at[i]->person;

		put_person(m, list_add(m, g, name), "name", p,
		    wording_at(&p->name, m->lang));
	}
}

struct str
refs_text(struct making *m, const struct refs *refs)
{
	struct strbuf b;

	buf_init(&b, m->arena);
	for (size_t i = 0; i < refs->n; i++) {
		const struct ref *r = &refs->at[i];

		if (i > 0)
			buf_add(&b, STR(", "));
		buf_add(&b, r->person ? person_short(m->arena, r->person,
					    m->council->name_style, m->lang)
				      : r->written.s);
	}
	return buf_str(&b);
}

const struct member *
chair_on(const struct year *y, struct date d)
{
	const struct member *chair = year_chair(y, d);

	for (size_t i = 0; i < y->members.n && !chair; i++) {
		if (y->members.at[i]->role == ROLE_CHAIR)
			chair = y->members.at[i];
	}
	return chair;
}

void
put_chair(struct making *m, struct value *g, const struct member *chair,
    const struct person *presided)
{
	const struct words *word = &word_chair;

	if (!presided)
		return;
	if (!chair || presided != &chair->person)
		word = &word_presided;
	else if (text_same(chair->role_word.s, STR("төрайым")))
		word = &word_chairwoman;
	put_person(
	    m, g, "chair", presided, wording_at(&presided->name, m->lang));
	put_form(m, value_in(g, "chair", VALUE_PERSON), "word",
	    str_from(words_in(word, m->lang)), nowhere);
}

static bool
refs_hold(const struct refs *refs, const struct person *p)
{
	for (size_t i = 0; i < refs->n; i++) {
		if (refs->at[i].person == p)
			return true;
	}
	return false;
}

void
put_secretaries(struct making *m, struct value *g, const struct refs *refs,
    const struct refs *elected)
{
	for (size_t i = 0; i < refs->n; i++) {
		struct value *v = list_add(m, g, "secretaries");

		put_ref(m, v, "name", &refs->at[i]);
		put_flag(v, "acting", !refs_hold(elected, refs->at[i].person));
	}
}

void
put_officers(struct making *m, struct value *g, const struct tally *t)
{
	const struct member *chair = chair_on(t->year, t->as_of);

	put_chair(m, g, chair, chair ? &chair->person : NULL);
	if (t->sessions.n) {
		const struct session *last = *LIST_LAST(&t->sessions);
		const struct refs *elected = year_elected(t->year, last);
		struct refs appointed;

		/* Where none is elected, who keeps the minutes signs. */
		session_secretaries(&appointed, m->arena, t->year, last);
		put_secretaries(
		    m, g, elected->n ? elected : &appointed, elected);
	}
}

/* --- bodies ------------------------------------------------------------- */

/* Each form of a body, plain, in capitals and with a capital first letter. */
static void
put_body_form(struct making *m, struct value *v, const char *form, struct str s)
{
	static const struct {
		const char *name;
		struct str (*change)(struct arena *a, struct str s);
	} capitals[] = {
		{ "capitals", text_capitals },
		{ "capitalised", text_capitalised },
	};
	struct value *to = v;

	if (form) {
		put_form(m, v, form, s, nowhere);
		to = v->members.at[v->members.n - 1].value;
		to->kind = VALUE_BODY;
	}
	for (size_t i = 0; i < sizeof(capitals) / sizeof(capitals[0]); i++)
		put_form(m, to, capitals[i].name,
		    capitals[i].change(m->arena, s), nowhere);
}

/* A case as the school wrote it; of a Kyrgyz word it can be computed. */
static struct str
body_case(struct arena *a, const struct wording *body,
    const struct wording *written, enum kase kase, enum lang lang)
{
	struct str name = wording_text(body, lang);

	if (written && wording_is_set(written))
		return wording_text(written, lang);
	return lang == LANG_KY && name.n ? kyrgyz_case(a, name, kase) : name;
}

void
put_body(struct making *m, struct value *g, const char *name,
    const struct wording *body, const struct wording *genitive,
    const struct wording *dative)
{
	struct value *v = value_in(g, name, VALUE_BODY);

	v->text = wording_text(body, m->lang);
	v->there = v->text.n > 0;
	v->at = wording_at(body, m->lang);
	put_body_form(m, v, NULL, v->text);
	put_body_form(m, v, "genitive",
	    body_case(m->arena, body, genitive, CASE_GENITIVE, m->lang));
	put_body_form(m, v, "dative",
	    body_case(m->arena, body, dative, CASE_DATIVE, m->lang));
}

struct str
council_genitive(struct arena *a, const struct council *c, enum lang lang)
{
	return body_case(a, &c->name, &c->genitive, CASE_GENITIVE, lang);
}

/* --- stamps ------------------------------------------------------------- */

/* Wordings bring their own №; some people write it into the record as well. */
static void
put_bare(
    struct making *m, struct value *g, const char *name, const struct text *t)
{
	static const struct str sign = STR_INIT("№");
	struct str s = t->s;

	if (str_starts(s, sign))
		s = str_trim(str_skip(s, sign.n));
	put_text(m, g, name, s, t->at);
}

void
put_stamp(
    struct making *m, struct value *g, const char *name, const struct stamp *s)
{
	struct value *v = value_in(g, name, VALUE_GROUP);

	put_written(m, v, "body", &s->body);
	put_written(m, v, "post", &s->post);
	put_text(m, v, "name",
	    name_short(m->arena, s->name.s, m->council->name_style),
	    s->name.at);
	put_date(m, v, "date", s->date.d, s->date.at);
	put_bare(m, v, "protocol", &s->protocol);
	put_bare(m, v, "order", &s->order);
}
