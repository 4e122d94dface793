/* SPDX-License-Identifier: MIT */
/* Unions and groups: which council.yaml has, and who belongs to one. */
#include "rules/rules_int.h"
#include "words/fold.h"

/* Whether council.yaml could be read: every school has a name. */
bool
council_is_known(const struct school *s)
{
	return wording_is_set(&s->council.school) && !s->council.broken;
}

struct str
wording_name(const struct check *c, const struct wording *w)
{
	return wording_text(w, c->year->council.language);
}

/* The place of a name in council.yaml, in whichever language it stands. */
struct span
wording_place(const struct wording *w, const struct source *file)
{
	for (int lang = 0; lang < LANG_MAX; lang++) {
		if (w->in[lang].at.src)
			return w->in[lang].at;
	}
	return source_span(file, 0, 0);
}

/* Whether one of these written names is that of a union or group, in either
 * language. */
bool
is_named(struct arena *a, const struct wording *w, struct str written)
{
	struct str word = text_folded_letters(a, written);

	for (int lang = 0; lang < LANG_MAX; lang++) {
		struct str name = text_folded_letters(a, w->in[lang].s);

		if (name.n && str_eq(name, word))
			return true;
	}
	return false;
}

bool
belongs_to(struct arena *a, const struct member *m, const struct wording *w)
{
	for (size_t i = 0; i < m->unions.n; i++) {
		if (is_named(a, w, m->unions.at[i].s))
			return true;
	}
	for (size_t i = 0; i < m->groups.n; i++) {
		if (is_named(a, w, m->groups.at[i].s))
			return true;
	}
	return false;
}

/* Whether council.yaml has a union or group of this name. */
static bool
name_is_registered(const struct check *c, struct str name)
{
	const struct council *o = &c->year->council;
	const struct wordings *lists[] = { &o->unions, &o->groups };

	for (size_t l = 0; l < 2; l++) {
		for (size_t i = 0; i < lists[l]->n; i++) {
			if (is_named(c->a, &lists[l]->at[i], name))
				return true;
		}
	}
	return false;
}

/* The first name of a member's unions and groups that council.yaml has not. */
static const struct text *
unregistered(const struct check *c, const struct member *m)
{
	const struct texts *lists[] = { &m->unions, &m->groups };

	for (size_t l = 0; l < 2; l++) {
		for (size_t i = 0; i < lists[l]->n; i++) {
			if (!name_is_registered(c, lists[l]->at[i].s))
				return &lists[l]->at[i];
		}
	}
	return NULL;
}

/* Then, as the reader has said, a union's head may stand under another name. */
bool
someone_is_unregistered(const struct check *c)
{
	for (size_t i = 0; i < c->year->members.n; i++) {
		if (unregistered(c, c->year->members.at[i]))
			return true;
	}
	return false;
}
