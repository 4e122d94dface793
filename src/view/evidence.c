/* SPDX-License-Identifier: MIT */
/* What proves that a clause was kept, in words: label, who, how many, where. */
#include "view/view_int.h"

static const struct words minutes_ref =
    WORDS("minutes No.\u00a0%1", "протокол №\u00a0%1", "№\u00a0%1 протокол");
static const struct words item_ref =
    WORDS("item\u00a0%1", "вопрос\u00a0%1", "%1-маселе");
static const struct words decision_ref =
    WORDS("decision\u00a0%1", "решение\u00a0%1", "%1-чечим");
const struct words view_no_minutes =
    WORDS("no minutes yet", "протокола ещё нет", "протоколу азырынча жок");
static const struct words period_label =
    WORDS("%2\u00a0%1", "%1\u00a0%2", "%1-%2");

/* Texts with something between them, and empty ones left out. */
struct chain {
	struct strbuf text;
	const char *between;
};

static void
chain_add(struct chain *c, struct str s)
{
	if (c->text.n && s.n)
		buf_add(&c->text, str_from(c->between));
	buf_add(&c->text, s);
	c->between = ", ";
}

static void
chain_number(
    struct chain *c, const struct words *w, struct arg number, enum lang lang)
{
	chain_add(c, msg_text(c->text.arena, w, lang, &number, 1));
}

static void
add_session(struct chain *c, const struct evidence *e, enum lang lang)
{
	struct arena *a = c->text.arena;

	if (session_number(e->session) && session_has_minutes(e->session))
		chain_number(c, &minutes_ref,
		    arg_number(a, session_number(e->session)), lang);
	if (e->item)
		chain_number(
		    c, &item_ref, arg_number(a, e->item->number), lang);
	if (e->decision)
		chain_number(
		    c, &decision_ref, arg_number(a, e->decision->number), lang);
	chain_add(
	    c, date_text(a, session_date(e->session), DATE_FIGURES, lang));
	if (!session_has_minutes(e->session))
		chain_add(c, str_from(words_in(&view_no_minutes, lang)));
}

static void
add_person(struct chain *c, const struct council *o, const struct person *p,
    enum lang lang)
{
	chain_add(c, person_short(c->text.arena, p, o->name_style, lang));
	chain_add(c, wording_text(&p->post, lang));
}

static void
add_label(struct chain *c, const struct evidence *e, enum lang lang)
{
	struct arena *a = c->text.arena;

	if (e->per)
		chain_add(
		    c, msg_text(a, &period_label, lang,
			   ARGS(arg_number(a, e->period), arg_words(e->per))));
	if (e->label)
		chain_add(c, str_from(words_in(e->label, lang)));
	c->between = ": ";
}

struct str
view_evidence(struct arena *a, const struct council *o,
    const struct evidence *e, enum lang lang)
{
	struct chain c = { .between = "" };

	buf_init(&c.text, a);
	add_label(&c, e, lang);
	if (e->counted)
		chain_add(&c, e->of ? str_printf(a, "%d/%d", e->n, e->of)
				    : str_printf(a, "%d", e->n));
	if (e->person)
		add_person(&c, o, e->person, lang);
	if (e->session)
		add_session(&c, e, lang);
	if (date_is_set(e->date))
		chain_add(&c, date_text(a, e->date, DATE_FIGURES, lang));
	if (e->protocol.n)
		chain_number(&c, &minutes_ref, arg_str(e->protocol), lang);
	return buf_str(&c.text);
}
