/* SPDX-License-Identifier: MIT */
#include "base/arena.h"
#include "base/utf8.h"
#include "reader/reader_int.h"

/* What stands between a word and its number or names, also in print or bold. */
static const struct str between[] = { STR_INIT(":"), STR_INIT("–"),
	STR_INIT("—"), STR_INIT("-"), STR_INIT(" "), STR_INIT("\u00a0"),
	STR_INIT("«"), STR_INIT("»"), STR_INIT("\""), STR_INIT("*"),
	STR_INIT("_") };

/* How many bytes of these s begins with, or ends with. */
static size_t
between_at(struct str s, bool (*has)(struct str, struct str))
{
	for (size_t i = 0; i < sizeof(between) / sizeof(between[0]); i++) {
		if (has(s, between[i]))
			return between[i].n;
	}
	return 0;
}

static struct text
stripped(struct text t)
{
	size_t n;

	while ((n = between_at(t.s, str_starts)))
		t = text_part(t, n, t.s.n - n);
	while ((n = between_at(t.s, str_ends)))
		t = text_part(t, 0, t.s.n - n);
	return t;
}

/*
 * Where the number or the names begin: at a digit, behind a colon or a dash,
 * else behind a first word that is one of ours; the length of s where nothing
 * follows.
 */
static size_t
word_end(struct reading *r, struct str s)
{
	struct str rest, first = str_cut(s, ' ', &rest), right;

	for (size_t i = 0; i < s.n; i++) {
		rest = str_skip(s, i);
		if (str_digits(rest) || s.p[i] == ':' ||
		    str_starts(rest, STR("–")) || str_starts(rest, STR("—")) ||
		    str_starts(rest, STR(" - ")))
			return i;
	}
	if (lexicon_find(r->lexicon, IN_VOTES, s, &right))
		return s.n;
	return lexicon_find(r->lexicon, IN_VOTES, first, &right) ? first.n
								 : s.n;
}

struct column {
	int *count;
	bool *given;
	struct refs *names;
};

/* A number, or no, which is none: `against – no`. */
static bool
read_count(struct reading *r, struct text t, int *out)
{
	const struct word *w = known_word(r, IN_YES_NO, t);

	if (!w || w->value)
		return str_number(t.s, out);
	*out = 0;
	return true;
}

static struct column
column_of(struct votes *v, int word)
{
	if (word == VOTE_FOR)
		return (
		    struct column){ &v->for_, &v->for_given, &v->for_names };
	if (word == VOTE_AGAINST)
		return (struct column){ &v->against, &v->against_given,
			&v->against_names };
	return (struct column){ &v->abstained, &v->abstained_given,
		&v->abstained_names };
}

/* A row of votes under way. */
struct ballot {
	struct reading *r;
	struct votes *out;
	struct column names; /* whose names go on */
	bool faulty;         /* an error was added */
};

static void
add_name(struct ballot *b, struct column c, struct text name)
{
	if (!name.s.n)
		return;
	LIST_ADD(b->r->a, c.names)->written = name;
	*c.count = (int)c.names->n;
}

static void
refuse(struct ballot *b, const struct message *m, struct span at, struct str s)
{
	diag_add(b->r->d, m, at, ARGS(arg_str(s)));
	b->faulty = true;
}

/* Whose votes they are, and how many or who; false where it is no vote. */
static bool
read_column(struct ballot *b, struct text part, const struct word *w,
    struct text word, struct text value)
{
	struct column c = column_of(b->out, w->value);

	if (*c.given) {
		refuse(b, &vote_twice, part.at, word.s);
		return true;
	}
	*c.given = true;
	if (read_count(b->r, value, c.count))
		return true;
	if (!value.s.n || str_digits(value.s)) {
		refuse(b, &bad_vote, part.at, part.s);
		return false;
	}
	b->names = c;
	add_name(b, c, value);
	return true;
}

/* One part between commas; false where it is no vote. */
static bool
read_part(struct ballot *b, struct text part)
{
	size_t digits = str_digits(part.s); /* `5 for` */
	size_t end = digits ? digits : word_end(b->r, part.s);
	struct text word = stripped(text_part(part, 0, end));
	struct text value = stripped(text_part(part, end, part.s.n - end));
	const struct word *w;

	if (digits) {
		struct text number = word;

		word = value;
		value = number;
	}
	w = known_word(b->r, IN_VOTES, word);

	/* A name behind a name: `каршы: Бекова, Асанова`. */
	if (!w && !value.s.n && b->names.count) {
		add_name(b, b->names, part);
		return true;
	}
	/* The figures of a half: `for 5,5`. */
	if (!word.s.n) {
		refuse(b, &bad_vote, part.at, part.s);
		return false;
	}
	if (!w)
		b->faulty |= !load_word(b->r, IN_VOTES, word, &w);
	b->names = (struct column){ 0 };
	if (!w)
		return false;
	if (w->value != VOTE_UNANIMOUS)
		return read_column(b, part, w, word, value);
	b->out->unanimous = true;
	return true;
}

bool
votes_read(struct reading *r, struct text written, struct votes *out)
{
	struct ballot b = { .r = r, .out = out };
	size_t from = 0;
	bool ok = true;

	if (!written.s.n)
		return true;
	if (!out->at.src)
		out->at = written.at;
	while (ok && from < written.s.n) {
		size_t end = from;

		while (end < written.s.n && written.s.p[end] != ',' &&
		       written.s.p[end] != ';' && written.s.p[end] != '\n')
			end++;

		struct text part = text_part(written, from, end - from);

		while (
		    part.s.n && part.s.p[part.s.n - 1] == '.' && !b.names.count)
			part = text_part(part, 0, part.s.n - 1);
		if (part.s.n)
			ok = read_part(&b, part);
		from = end + 1;
	}
	/* Half a count would only make more findings. */
	if (!ok)
		*out = (struct votes){ 0 };
	return !b.faulty;
}
