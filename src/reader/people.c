/* SPDX-License-Identifier: MIT */
#include "base/arena.h"
#include "base/utf8.h"
#include "reader/reader_int.h"

/*
 * The same few people are named over and over: whom a written name may mean
 * is found out once a year, and then only their dates are looked at.
 */
struct memo {
	struct str written;
	struct {
		LIST_OF(const struct member *);
	} hits;
	struct memo *next;
};

#define BUCKETS 128

struct people {
	const struct year *year;
	struct memo *buckets[BUCKETS];
};

/* Whom a name meant; `member` where it is one. */
struct hit {
	enum who who;
	const struct person *person;
	const struct member *member;
};
struct hits {
	LIST_OF(struct hit);
};

struct people *
people_new(struct reading *r, const struct year *y)
{
	struct people *p = ARENA_NEW(r->a, struct people);

	p->year = y;
	return p;
}

void
people_name(struct reading *r, struct person *p)
{
	for (enum lang lang = 0; lang < LANG_MAX; lang++) {
		struct str name = p->name.in[lang].s;

		p->called[lang] = name_within(name);
		if (!p->called[lang].n)
			p->called[lang] = name_turned(r->a, name);
		/* The letter has its finding (K502), and only that. */
		p->called[lang] = name_letters_mended(r->a, p->called[lang]);
	}
}

bool
people_check_name(struct reading *r, struct person *p)
{
	bool ok = true;

	for (enum lang lang = 0; lang < LANG_MAX; lang++) {
		struct text *t = &p->name.in[lang];

		t->s = name_plain(r->a, t->s);
	}
	people_name(r, p);
	for (enum lang lang = 0; lang < LANG_MAX; lang++) {
		struct text *t = &p->name.in[lang];

		if (t->s.n && !wording_is_set(&p->short_name) &&
		    !name_is_personal(t->s)) {
			struct diag *g = diag_add(
			    r->d, &not_a_name, t->at, ARGS(arg_str(t->s)));

			/* Without its post it would be half of what stands. */
			if (name_keeps_words(r->a, t->s, p->called[lang]))
				g->fix = p->called[lang];
			ok = false;
		}
		/* Whatever the name is, the records call its bearer by it. */
		if (!p->called[lang].n)
			p->called[lang] = t->s;
	}
	return ok;
}

static bool
is_meant(struct str written, const struct person *p)
{
	for (enum lang lang = 0; lang < LANG_MAX; lang++) {
		struct str full = p->name.in[lang].s;
		struct str brief = p->short_name.in[lang].s;

		if (name_matches(written, p->called[lang]))
			return true;
		/* A body, or a name with more beside it, as it was written. */
		if (!str_eq(p->called[lang], full) && text_same(written, full))
			return true;
		if (brief.n && text_same(written, brief))
			return true;
	}
	return false;
}

static const struct memo *
memo_of(struct reading *r, struct str written)
{
	struct memo **at = &r->people->buckets[str_hash(written) % BUCKETS];

	for (struct memo *m = *at; m; m = m->next) {
		if (str_eq(m->written, written))
			return m;
	}

	const struct year *y = r->people->year;
	struct memo *m = ARENA_NEW(r->a, struct memo);

	m->written = written;
	for (size_t i = 0; i < y->members.n; i++) {
		if (is_meant(written, &y->members.at[i]->person))
			*LIST_ADD(r->a, &m->hits) = y->members.at[i];
	}
	m->next = *at;
	return *at = m;
}

/* A name written out whole means its bearer, whoever else begins like it. */
static bool
is_whole(struct str written, const struct person *p)
{
	for (enum lang lang = 0; lang < LANG_MAX; lang++) {
		if (name_same(written, p->name.in[lang].s))
			return true;
	}
	return false;
}

static void
add_hit(struct reading *r, struct hits *out, struct str written, struct hit h)
{
	for (size_t i = 0; i < out->n; i++) {
		/* One person may stand in the list twice, with other dates. */
		if (str_eq(wording_text(&out->at[i].person->name, LANG_KY),
			wording_text(&h.person->name, LANG_KY)))
			return;
		if (is_whole(written, out->at[i].person))
			return;
	}
	if (is_whole(written, h.person))
		out->n = 0;
	*LIST_ADD(r->a, out) = h;
}

/* Members of that date first, then guests, then the director. */
static struct hits
hits_of(struct reading *r, struct str written, const struct session *s)
{
	struct hits out = { 0 };
	const struct memo *m = memo_of(r, written);
	const struct council *c = &r->year->council;

	for (size_t i = 0; i < m->hits.n; i++) {
		const struct member *one = m->hits.at[i];

		if (!date_is_set(r->on) || member_on(one, r->on))
			add_hit(r, &out, written,
			    (struct hit){ WHO_MEMBER, &one->person, one });
	}
	for (size_t i = 0; !out.n && s && i < s->invited.n; i++) {
		const struct person *p = &s->invited.at[i]->person;

		if (is_meant(written, p))
			add_hit(r, &out, written,
			    (struct hit){ WHO_INVITED, p, NULL });
	}
	if (!out.n && c->director_given && is_meant(written, &c->director))
		add_hit(r, &out, written,
		    (struct hit){ WHO_DIRECTOR, &c->director, NULL });
	return out;
}

bool
people_know(struct reading *r, struct ref *ref, const struct session *s)
{
	struct hits h = hits_of(r, ref->written.s, s);

	if (h.n != 1)
		return false;
	ref->who = h.at[0].who;
	ref->person = h.at[0].person;
	ref->member = h.at[0].member;
	return true;
}

/* As it may be typed: a suggestion is copied into the records. */
static struct str
short_of(struct reading *r, const struct person *p)
{
	const struct council *c = &r->year->council;

	return name_plain(
	    r->a, person_short(r->a, p, c->name_style, c->language));
}

static struct str
first_word(struct str s)
{
	struct str rest;

	return str_cut(str_trim(s), ' ', &rest);
}

/* The member of that date whose surname is nearest to a written word. */
static struct str
nearest(struct reading *r, struct str written)
{
	const struct year *y = r->people->year;
	const struct person *best = NULL;
	struct str a = text_folded(r->a, first_word(name_plain(r->a, written)));
	size_t most = reach_of(a);

	for (size_t i = 0; i < y->members.n; i++) {
		const struct member *m = y->members.at[i];
		struct str b = text_folded(
		    r->a, first_word(wording_text(&m->person.name, LANG_KY)));
		size_t far = text_distance(a, b, most);

		if (far > most || (best && far == most) ||
		    (date_is_set(r->on) && !member_on(m, r->on)))
			continue;
		best = &m->person;
		most = far;
	}
	if (!best || !name_keeps_words(r->a, name_plain(r->a, written),
			 wording_text(&best->name, LANG_KY)))
		return STR("");
	return short_of(r, best);
}

static void
report_many(struct reading *r, const struct ref *ref, const struct hits *h)
{
	struct strbuf b;

	buf_init(&b, r->a);
	for (size_t i = 0; i < h->n; i++) {
		if (i)
			buf_add(&b, STR(", "));
		buf_add(&b, wording_text(&h->at[i].person->name, LANG_KY));
	}
	diag_add(r->d, &ambiguous_person, ref->written.at,
	    ARGS(arg_str(ref->written.s), arg_str(buf_str(&b))));
}

/* Whether the same name has this finding in the same file: one slip in the list
 * of members would else be said wherever that member is named. */
static bool
is_said(const struct reading *r, const struct ref *ref)
{
	for (size_t i = r->d->list.n; i > 0; i--) {
		const struct diag *g = &r->d->list.at[i - 1];

		if (g->at.src != ref->written.at.src)
			return false;
		if ((g->message == &unknown_person ||
			g->message == &unknown_speaker ||
			g->message == &unknown_responsible) &&
		    str_eq(g->args[0].text, ref->written.s))
			return true;
	}
	return false;
}

static const struct words latin_letter = TEXT("a Latin letter");
static const struct words strange_letter = TEXT("a letter of another alphabet");

/* The finding of a name that would be known but for letters of another
 * alphabet; false where that is not why. */
static bool
report_letters(
    struct reading *r, const struct ref *ref, const struct session *s)
{
	static const uint32_t ys[] = { U'ү', U'у' };
	enum look_alike kind = LOOK_LATIN;
	struct str letter = { 0 }, name = { 0 };
	bool known = false;

	for (size_t i = 0; i < sizeof(ys) / sizeof(ys[0]) && !known; i++) {
		name =
		    letters_mended(r->a, ref->written.s, ys[i], &kind, &letter);

		struct ref meant = { .written = { name, ref->written.at } };

		known = letter.n && people_know(r, &meant, s);
	}
	if (!known)
		return false;
	diag_add(r->d, &name_of_two_alphabets, ref->written.at,
	    ARGS(arg_str(ref->written.s),
		arg_words(
		    kind == LOOK_CYRILLIC ? &strange_letter : &latin_letter),
		arg_str(letter), arg_str(name)))
	    ->fix = name;
	return true;
}

static void
report_none(struct reading *r, const struct ref *ref, const struct session *s,
    const struct message *none)
{
	const struct memo *m = memo_of(r, ref->written.s);

	if (m->hits.n) {
		diag_add(r->d, &not_a_member_then, ref->written.at,
		    ARGS(arg_str(ref->written.s),
			arg_str(date_text(r->a, r->on, DATE_FIGURES, LANG_KY))))
		    ->related = m->hits.at[0]->at;
		return;
	}
	if (is_said(r, ref) || report_letters(r, ref, s))
		return;
	diag_add(r->d, none, ref->written.at, ARGS(arg_str(ref->written.s)))
	    ->fix = nearest(r, ref->written.s);
}

/* `none` is what to say where nobody is meant. */
static void
find_or_say(struct reading *r, struct ref *ref, const struct session *s,
    const struct message *none)
{
	/* A line may name 100,000 people whom nobody knows. */
	if (!ref->written.at.src || diag_full(r->d, ref->written.at.src) ||
	    people_know(r, ref, s))
		return;

	struct hits h = hits_of(r, ref->written.s, s);

	if (h.n)
		report_many(r, ref, &h);
	/* Without the list nobody can be known, and that is said already. */
	else if (r->year->members_readable)
		report_none(r, ref, s, none);
}

/* Two who are written as one, if somebody knows one of them at least. */
static bool
is_couple(struct reading *r, const struct ref *both, struct ref *first,
    struct ref *second, const struct session *s)
{
	struct ref whole = *both;
	struct text one, two;

	if (!both->written.at.src ||
	    !name_cut_and(&both->written, &one, &two) ||
	    people_know(r, &whole, s))
		return false;
	*first = (struct ref){ .written = one };
	*second = (struct ref){ .written = two };

	bool known = people_know(r, first, s);

	return people_know(r, second, s) || known;
}

/* The same where two may be written as one; the second is set only then. */
static void
people_find_two(struct reading *r, struct ref *first, struct ref *second,
    const struct session *s, const struct message *none)
{
	struct ref one, two;

	if (!diag_full(r->d, first->written.at.src) &&
	    is_couple(r, first, &one, &two, s)) {
		*first = one;
		*second = two;
		find_or_say(r, second, s, none);
	}
	find_or_say(r, first, s, none);
}

void
people_find(struct reading *r, struct ref *ref, const struct session *s)
{
	find_or_say(r, ref, s, &unknown_person);
}

void
people_find_pair(struct reading *r, struct ref *first, struct ref *second,
    const struct session *s)
{
	people_find_two(r, first, second, s, &unknown_person);
}

void
people_find_speakers(struct reading *r, struct ref *first, struct ref *second,
    const struct session *s)
{
	people_find_two(r, first, second, s, &unknown_speaker);
}

void
people_find_all(struct reading *r, struct refs *refs, const struct session *s)
{
	struct refs out = { 0 };

	for (size_t i = 0; i < refs->n; i++) {
		struct ref one = refs->at[i], two = { 0 };

		people_find_two(r, &one, &two, s, &unknown_person);
		*LIST_ADD(r->a, &out) = one;
		if (two.written.at.src)
			*LIST_ADD(r->a, &out) = two;
	}
	*refs = out;
}

bool
wordings_hold(const struct wordings *names, struct str written)
{
	for (size_t i = 0; i < names->n; i++) {
		for (enum lang lang = 0; lang < LANG_MAX; lang++) {
			struct str name = names->at[i].in[lang].s;

			if (name.n && text_same(written, name))
				return true;
		}
	}
	return false;
}

static bool
is_collective(struct reading *r, struct str written)
{
	const struct council *c = &r->year->council;

	return wordings_hold(&c->collectives, written) ||
	       wordings_hold(&c->unions, written) ||
	       wordings_hold(&c->groups, written);
}

bool
people_are_responsible(struct reading *r, struct str written)
{
	struct ref ref = { .written = { .s = written } };

	return r->people &&
	       (people_know(r, &ref, NULL) || is_collective(r, written));
}

/* A name of a union may itself hold a comma: as many parts as make one. */
static size_t
join_collective(
    struct reading *r, const struct refs *refs, size_t from, struct text *out)
{
	const struct text *first = &refs->at[from].written;
	size_t most = from + NAME_PARTS;

	for (size_t to = most < refs->n ? most : refs->n; to > from; to--) {
		struct text whole;

		if (!text_joined(&whole, first, &refs->at[to - 1].written) ||
		    !is_collective(r, whole.s))
			continue;
		*out = whole;
		return to - from;
	}
	return 0;
}

/* Whether council.yaml may name more than could be read. */
static bool
names_are_lost(const struct reading *r)
{
	const struct council *c = &r->year->council;

	return c->broken && (!c->collectives.n || !c->unions.n);
}

void
people_find_responsible(
    struct reading *r, struct refs *refs, const struct session *s)
{
	struct refs out = { 0 };

	for (size_t i = 0; i < refs->n;) {
		struct ref *ref = LIST_ADD(r->a, &out);
		size_t used;

		*ref = refs->at[i];
		if (diag_full(r->d, ref->written.at.src) ||
		    people_know(r, ref, s)) {
			i++;
			continue;
		}
		used = join_collective(r, refs, i, &ref->written);
		if (used) {
			ref->who = WHO_COLLECTIVE;
			i += used;
		} else {
			struct ref second = { 0 };

			/* Without its council.yaml a union is not known. */
			if (!names_are_lost(r))
				people_find_two(
				    r, ref, &second, s, &unknown_responsible);
			if (second.written.at.src)
				*LIST_ADD(r->a, &out) = second;
			i++;
		}
	}
	*refs = out;
}
