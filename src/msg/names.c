/* SPDX-License-Identifier: MIT */
#include "base/arena.h"
#include "base/utf8.h"
#include "msg/grammar.h"
#include "msg/msg_int.h"

/* What is typed as an initial stays: Дж.  Of a name it is the first letter;
 * o‘ and g‘ are one letter. */
static void
add_initial(struct strbuf *b, const struct name_word *w)
{
	size_t first = 0, second;
	uint32_t cp = utf8_next(w->s, &first);

	second = first;
	if (w->part == PART_INITIAL)
		buf_add(b, w->s);
	else if ((cp == 'O' || cp == 'G') && first < w->s.n &&
		 is_apostrophe(utf8_next(w->s, &second)))
		buf_add(b, str_head(w->s, second));
	else
		buf_add(b, str_head(w->s, first));
	buf_byte(b, '.');
}

static void
add_initials(struct strbuf *b, const struct name *name)
{
	for (size_t i = name->nsurname; i < name->n; i++) {
		if (name->word[i].part == PART_PARTICLE)
			continue;
		if (name->word[i].joined)
			buf_byte(b, '-');
		add_initial(b, &name->word[i]);
	}
}

static void
add_surname(struct strbuf *b, const struct name *name)
{
	for (size_t i = 0; i < name->nsurname; i++) {
		if (i > 0)
			buf_add(b, STR("\u00a0"));
		buf_add(b, name->word[i].s);
		if (name->word[i].stopped)
			buf_byte(b, '.');
	}
}

struct str
name_short(struct arena *a, struct str full, enum name_style style)
{
	struct name name;
	struct strbuf b;

	if (!name_cut(&name, full) || !name_holds(&name))
		return full;
	buf_init(&b, a);
	if (style == NAME_INITIALS_FIRST && name.n > name.nsurname) {
		add_initials(&b, &name);
		buf_add(&b, STR("\u00a0"));
	}
	add_surname(&b, &name);
	if (style == NAME_SURNAME_FIRST && name.n > name.nsurname) {
		buf_add(&b, STR("\u00a0"));
		add_initials(&b, &name);
	}
	return buf_str(&b);
}

struct str
name_plain(struct arena *a, struct str s)
{
	struct strbuf b;

	buf_init(&b, a);
	for (size_t i = 0; i < s.n;) {
		uint32_t cp = utf8_next(s, &i);

		utf8_add(&b, cp == 0xa0 || cp == 0x202f ? ' ' : cp);
	}
	return buf_str(&b);
}

/* --- comparing ---------------------------------------------------------- */

static bool
is_same(const struct name_word *a, const struct name_word *b)
{
	bool whole;

	if (a->part == PART_PARTICLE && b->part == PART_PARTICLE)
		return a->particle == b->particle;
	return name_begins(a->s, b->s, &whole) && whole;
}

/* ГӨ for Гүлмира Өмүрбековна: how many names these letters begin, or 0. */
static size_t
bare_initials(struct str letters, const struct name_word *names, size_t n)
{
	size_t i = 0, count = 0;

	for (; i < letters.n; count++) {
		size_t k = 0;

		if (count == n || names[count].s.n == 0)
			return 0;

		uint32_t cp = utf8_next(letters, &i);

		if (!utf8_is_upper(cp) ||
		    name_folded(cp) !=
			name_folded(utf8_next(names[count].s, &k)))
			return 0;
	}
	return count;
}

/* Whether the written words begin the given name and patronymic, in order; of
 * two names with a hyphen the first will do. */
static bool
given_match(
    const struct name_word *written, size_t nwritten, const struct name *full)
{
	size_t at = full->nsurname;

	for (size_t i = 0; i < nwritten; i++) {
		size_t n = 0;
		bool whole;

		for (; at < full->n; at++) {
			const struct name_word *w = &full->word[at];

			if (is_same(&written[i], w) ||
			    name_begins(written[i].s, w->s, &whole))
				n = 1;
			else
				n = bare_initials(
				    written[i].s, w, full->n - at);
			if (n > 0 || !w->joined)
				break;
		}
		if (n == 0)
			return false;
		at += n;
	}
	return true;
}

static bool
surname_matches(
    const struct name_word *written, const struct name *full, size_t nwords)
{
	for (size_t i = 0; i < nwords; i++) {
		if (!is_same(&written[i], &full->word[i]))
			return false;
	}
	return true;
}

bool
name_matches(struct str written, struct str full)
{
	struct name w, f;

	if (!name_cut(&w, written) || !name_cut(&f, full) || w.n < f.nsurname)
		return false;

	size_t ngiven = w.n - f.nsurname;

	return (surname_matches(w.word, &f, f.nsurname) &&
		   given_match(w.word + f.nsurname, ngiven, &f)) ||
	       (surname_matches(w.word + ngiven, &f, f.nsurname) &&
		   given_match(w.word, ngiven, &f));
}

bool
name_same(struct str a, struct str b)
{
	struct name x, y;

	if (!name_cut(&x, a) || !name_cut(&y, b) || x.n != y.n)
		return false;
	for (size_t i = 0; i < x.n; i++) {
		if (!is_same(&x.word[i], &y.word[i]))
			return false;
	}
	return true;
}
