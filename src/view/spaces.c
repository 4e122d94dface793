/* SPDX-License-Identifier: MIT */
#include "base/utf8.h"
#include "view/view_int.h"

/*
 * Which spaces of what people wrote do not break: № and its number, a number
 * and its %, initials and the surname they belong to (Kyrgyz orthography,
 * paragraph 85).
 */

/* What stands between two spaces, without the brackets around it. */
static struct str
word_at(struct str s, size_t i)
{
	static const struct str open[] = { STR_INIT("«"), STR_INIT("("),
		STR_INIT("„") };
	size_t n = 0;

	while (i + n < s.n && s.p[i + n] != ' ')
		n++;
	s = str_head(str_skip(s, i), n);
	for (size_t k = 0; k < sizeof(open) / sizeof(open[0]); k++) {
		if (str_starts(s, open[k]))
			s = str_skip(s, open[k].n);
	}
	return s;
}

/* Where the word that ends at byte i begins. */
static size_t
word_begin(struct str s, size_t i)
{
	while (i > 0 && s.p[i - 1] != ' ')
		i--;
	return i;
}

/* Г.Ө. and no letter behind it; С alone with its stop, too. */
static bool
is_initials(struct str word)
{
	size_t i = 0, n = 0;

	while (i < word.n) {
		size_t at = i;

		if (!utf8_is_upper(utf8_next(word, &at)) || at == word.n ||
		    word.p[at] != '.')
			break;
		i = at + 1;
		n++;
	}
	return n > 0 && (i == word.n || !utf8_is_letter(utf8_next(word, &i)));
}

/* A word that may be a surname: a capital, and nothing behind its letters. */
static bool
is_surname(struct str word)
{
	size_t i = 0;

	if (str_eq(word, STR("уулу")) || str_eq(word, STR("кызы")))
		return true;
	if (word.n == 0 || !utf8_is_upper(utf8_next(word, &i)))
		return false;
	while (i < word.n) {
		uint32_t cp = utf8_next(word, &i);

		if (!utf8_is_letter(cp) && cp != '-')
			return false;
	}
	return true;
}

static bool
is_percent(struct str s, size_t i)
{
	return i > 0 && s.p[i - 1] >= '0' && s.p[i - 1] <= '9' && i + 1 < s.n &&
	       s.p[i + 1] == '%';
}

/* Whether the space at byte i may not break. */
static bool
is_kept(struct str s, size_t i)
{
	size_t begin = word_begin(s, i);
	struct str last = word_at(s, begin), next = word_at(s, i + 1);
	struct str before =
	    begin ? word_at(s, word_begin(s, begin - 1)) : STR("");

	if (str_eq(last, STR("№")))
		return next.n > 0;
	if (is_percent(s, i))
		return true;
	if (is_initials(next))
		return is_surname(last) || is_initials(last);
	/* Where a surname stands before them, they are not the next one's. */
	return is_initials(last) && !is_surname(before) && next.n > 0 &&
	       utf8_is_upper(utf8_next(next, &(size_t){ 0 }));
}

/*
 * Nearly all spaces can be told from the bytes around them: behind № (its last
 * byte is 0x96) or a stop, before %, or before one letter of one or two bytes
 * with its stop.  Texts are long, and this is asked of each of their spaces.
 */
static bool
may_be_kept(struct str s, size_t i)
{
	unsigned char last = i ? (unsigned char)s.p[i - 1] : 0;

	return last == '.' || last == 0x96 || is_percent(s, i) ||
	       (i + 2 < s.n && s.p[i + 2] == '.') ||
	       (i + 3 < s.n && s.p[i + 3] == '.');
}

struct str
spaces_kept(struct arena *a, struct str s)
{
	struct strbuf b = { .arena = NULL };
	size_t done = 0;

	for (size_t i = 0; i < s.n; i++) {
		if (s.p[i] != ' ' || !may_be_kept(s, i) || !is_kept(s, i))
			continue;
		if (!b.arena)
			buf_init(&b, a);
		buf_add(&b, str_head(str_skip(s, done), i - done));
		buf_add(&b, STR("\u00a0"));
		done = i + 1;
	}
	if (done == 0)
		return s;
	buf_add(&b, str_skip(s, done));
	return buf_str(&b);
}

/* --- trees -------------------------------------------------------------- */

static struct runs
runs_kept(struct arena *a, const struct runs *runs)
{
	struct runs kept = { 0 };

	for (size_t i = 0; i < runs->n; i++) {
		struct run *run = LIST_ADD(a, &kept);

		*run = runs->at[i];
		run->s = spaces_kept(a, run->s);
	}
	return kept;
}

/* A copy: the records stay as they were written. */
struct blocks
blocks_kept(struct arena *a, const struct blocks *blocks)
{
	struct blocks kept = { 0 };

	for (size_t i = 0; i < blocks->n; i++) {
		struct block *block = LIST_ADD(a, &kept);

		*block = blocks->at[i];
		block->runs = runs_kept(a, &blocks->at[i].runs);
		block->kids = blocks_kept(a, &blocks->at[i].kids);
	}
	return kept;
}
