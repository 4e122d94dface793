/* SPDX-License-Identifier: MIT */
#include "base/arena.h"
#include "base/utf8.h"
#include "msg/grammar.h"

#define NAME_WORDS 8 /* more is no name */

/* A name cut at spaces and dots; the surname is the first `nsurname` words. */
struct name {
	struct str word[NAME_WORDS];
	size_t n, nsurname;
};

static uint32_t
folded(uint32_t cp)
{
	cp = utf8_lower(cp);
	return cp == U'ё' ? U'е' : cp;
}

/* Whether `part` is the beginning of `word`; *whole: all of it. */
static bool
begins(struct str part, struct str word, bool *whole)
{
	size_t i = 0, k = 0;

	while (i < part.n) {
		if (k == word.n ||
		    folded(utf8_next(part, &i)) != folded(utf8_next(word, &k)))
			return false;
	}
	*whole = k == word.n;
	return true;
}

static bool
is_same(struct str a, struct str b)
{
	bool whole;

	return begins(a, b, &whole) && whole;
}

/* "Son of" and "daughter of": they belong to the name before them. */
static bool
is_child_word(struct str word)
{
	return is_same(word, STR("уулу")) || is_same(word, STR("кызы"));
}

static bool
parts_words(uint32_t cp)
{
	return cp == ' ' || cp == 0xa0 || cp == 0x202f || cp == '\t' ||
	       cp == '\n' || cp == '.';
}

/* Initials before the surname come behind it: Г.Ө. Төлөгөнова. */
static void
put_surname_first(struct name *name)
{
	struct name old = *name;
	size_t k = 0;

	while (k < old.n && utf8_count(old.word[k]) == 1)
		k++;
	for (size_t i = 0; i < old.n; i++)
		name->word[i] = old.word[(i + k) % old.n];
}

/* False where there are too many words, or none. */
static bool
name_cut(struct name *out, struct str s)
{
	size_t start = 0;

	*out = (struct name){ .n = 0 };
	for (size_t i = 0; i <= s.n;) {
		size_t at = i;

		if (i < s.n && !parts_words(utf8_next(s, &i)))
			continue;
		if (at > start) {
			if (out->n == NAME_WORDS)
				return false;
			out->word[out->n++] =
			    str_head(str_skip(s, start), at - start);
		}
		if (at == s.n)
			break;
		start = i;
	}
	put_surname_first(out);
	out->nsurname = out->n > 1 && is_child_word(out->word[1]) ? 2 : 1;
	return out->n > 0;
}

static void
add_initials(struct strbuf *b, const struct name *name)
{
	for (size_t i = name->nsurname; i < name->n; i++) {
		size_t at = 0;

		if (is_child_word(name->word[i]))
			continue;
		utf8_add(b, utf8_upper(utf8_next(name->word[i], &at)));
		buf_byte(b, '.');
	}
}

static void
add_surname(struct strbuf *b, const struct name *name)
{
	for (size_t i = 0; i < name->nsurname; i++) {
		if (i > 0)
			buf_add(b, STR("\u00a0"));
		buf_add(b, name->word[i]);
	}
}

struct str
name_short(struct arena *a, struct str full, enum name_style style)
{
	struct name name;
	struct strbuf b;

	if (!name_cut(&name, full))
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

/* ГӨ for Гүлмира Өмүрбековна: how many names these letters begin, or 0. */
static size_t
bare_initials(struct str letters, const struct str *names, size_t n)
{
	size_t i = 0, count = 0;

	for (; i < letters.n; count++) {
		size_t k = 0;

		if (count == n || names[count].n == 0)
			return 0;

		uint32_t cp = utf8_next(letters, &i);

		if (!utf8_is_upper(cp) ||
		    folded(cp) != folded(utf8_next(names[count], &k)))
			return 0;
	}
	return count;
}

/* Whether the written words begin the given name and patronymic, in order. */
static bool
given_match(const struct str *written, size_t nwritten, const struct name *full)
{
	size_t at = full->nsurname;

	for (size_t i = 0; i < nwritten; i++) {
		bool whole;

		if (at < full->n &&
		    begins(written[i], full->word[at], &whole)) {
			at++;
			continue;
		}

		size_t n =
		    bare_initials(written[i], full->word + at, full->n - at);

		if (n == 0)
			return false;
		at += n;
	}
	return true;
}

static bool
surname_matches(
    const struct str *written, const struct name *full, size_t nwords)
{
	for (size_t i = 0; i < nwords; i++) {
		if (!is_same(written[i], full->word[i]))
			return false;
	}
	return true;
}

bool
name_matches(struct str written, struct str full)
{
	struct name w, f;

	if (!name_cut(&w, written) || !name_cut(&f, full))
		return false;
	if (w.n == 1)
		return is_same(w.word[0], f.word[0]);
	if (w.n < f.nsurname)
		return false;

	size_t ngiven = w.n - f.nsurname;

	return (surname_matches(w.word, &f, f.nsurname) &&
		   given_match(w.word + f.nsurname, ngiven, &f)) ||
	       (surname_matches(w.word + ngiven, &f, f.nsurname) &&
		   given_match(w.word, ngiven, &f));
}
