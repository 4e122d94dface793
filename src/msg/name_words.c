/* SPDX-License-Identifier: MIT */
#include "base/utf8.h"
#include "msg/msg_int.h"

#define COUNT(a) (sizeof(a) / sizeof((a)[0]))

/* No particle is longer, apostrophes and all. */
#define PARTICLE_BYTES 14

/* --- letters ------------------------------------------------------------ */

uint32_t
name_folded(uint32_t cp)
{
	cp = utf8_lower(cp);
	return cp == U'ё' ? U'е' : cp;
}

bool
is_apostrophe(uint32_t cp)
{
	return cp == '\'' || cp == '`' || cp == 0x2018 || cp == 0x2019 ||
	       cp == 0x2bb || cp == 0x2bc;
}

static bool
parts_words(uint32_t cp)
{
	return cp == ' ' || cp == 0xa0 || cp == 0x202f || cp == '\t' ||
	       cp == '\n' || cp == '.';
}

/* The next letter of a word, folded, past apostrophes; 0 at its end. */
static uint32_t
next_letter(struct str s, size_t *i)
{
	while (*i < s.n) {
		uint32_t cp = name_folded(utf8_next(s, i));

		if (!is_apostrophe(cp))
			return cp;
	}
	return 0;
}

struct str
name_letters(char *room, size_t size, struct str word)
{
	size_t i = 0, n = 0;
	uint32_t cp;

	while (n + 4 <= size && (cp = next_letter(word, &i)) != 0)
		n += utf8_encode(room + n, cp);
	return (struct str){ room, n };
}

bool
name_begins(struct str part, struct str word, bool *whole)
{
	size_t i = 0, k = 0;
	uint32_t cp;

	while ((cp = next_letter(part, &i)) != 0) {
		if (cp != next_letter(word, &k))
			return false;
	}
	*whole = next_letter(word, &k) == 0;
	return true;
}

bool
name_is_word(struct str s, struct str word)
{
	bool whole;

	return name_begins(word, s, &whole) && whole;
}

/* --- words -------------------------------------------------------------- */

/*
 * "Son of", "daughter of" and "of the kin of", as the languages around write
 * them, small and apart.  A single letter is one only with its full stop:
 * Бакыт к. Айнура.
 */
static const struct {
	struct str word;
	enum particle particle;
} particles[] = {
	{ STR_INIT("уулу"), PARTICLE_SON },
	{ STR_INIT("оглы"), PARTICLE_SON },
	{ STR_INIT("оглу"), PARTICLE_SON },
	{ STR_INIT("огли"), PARTICLE_SON },
	{ STR_INIT("оғлы"), PARTICLE_SON },
	{ STR_INIT("оғли"), PARTICLE_SON },
	{ STR_INIT("угли"), PARTICLE_SON },
	{ STR_INIT("углы"), PARTICLE_SON },
	{ STR_INIT("ўғли"), PARTICLE_SON },
	{ STR_INIT("ўгли"), PARTICLE_SON },
	{ STR_INIT("улы"), PARTICLE_SON },
	{ STR_INIT("ұлы"), PARTICLE_SON },
	{ STR_INIT("uulu"), PARTICLE_SON },
	{ STR_INIT("oglu"), PARTICLE_SON },
	{ STR_INIT("oğlu"), PARTICLE_SON },
	{ STR_INIT("ogly"), PARTICLE_SON },
	{ STR_INIT("ogli"), PARTICLE_SON },
	{ STR_INIT("uly"), PARTICLE_SON },
	{ STR_INIT("ulı"), PARTICLE_SON },
	{ STR_INIT("кызы"), PARTICLE_DAUGHTER },
	{ STR_INIT("қызы"), PARTICLE_DAUGHTER },
	{ STR_INIT("гызы"), PARTICLE_DAUGHTER },
	{ STR_INIT("кизи"), PARTICLE_DAUGHTER },
	{ STR_INIT("қизи"), PARTICLE_DAUGHTER },
	{ STR_INIT("kyzy"), PARTICLE_DAUGHTER },
	{ STR_INIT("qyzy"), PARTICLE_DAUGHTER },
	{ STR_INIT("qızı"), PARTICLE_DAUGHTER },
	{ STR_INIT("kızı"), PARTICLE_DAUGHTER },
	{ STR_INIT("gyzy"), PARTICLE_DAUGHTER },
	{ STR_INIT("qizi"), PARTICLE_DAUGHTER },
	{ STR_INIT("kizi"), PARTICLE_DAUGHTER },
	{ STR_INIT("теги"), PARTICLE_KIN },
	{ STR_INIT("тегин"), PARTICLE_KIN },
};
/* The same in one letter, with its full stop. */
static const struct {
	struct str letter;
	enum particle particle;
} letters[] = {
	{ STR_INIT("у"), PARTICLE_SON },
	{ STR_INIT("о"), PARTICLE_SON },
	{ STR_INIT("ў"), PARTICLE_SON },
	{ STR_INIT("u"), PARTICLE_SON },
	{ STR_INIT("o"), PARTICLE_SON },
	{ STR_INIT("к"), PARTICLE_DAUGHTER },
	{ STR_INIT("қ"), PARTICLE_DAUGHTER },
	{ STR_INIT("k"), PARTICLE_DAUGHTER },
	{ STR_INIT("q"), PARTICLE_DAUGHTER },
};

static enum particle
particle_of(struct str s, bool stopped)
{
	size_t at = 0;
	uint32_t first;

	if (s.n > PARTICLE_BYTES)
		return PARTICLE_NONE;
	for (size_t i = 0; stopped && i < COUNT(letters); i++) {
		if (str_eq(s, letters[i].letter))
			return letters[i].particle;
	}
	first = next_letter(s, &at);
	for (size_t i = 0; i < COUNT(particles); i++) {
		at = 0;
		if (utf8_next(particles[i].word, &at) == first &&
		    name_is_word(s, particles[i].word))
			return particles[i].particle;
	}
	return PARTICLE_NONE;
}

/* One capital letter, with its apostrophe; Дж. has two. */
static bool
is_initial(struct str s, bool stopped)
{
	static const struct str pairs[] = { STR_INIT("дж"), STR_INIT("дз"),
		STR_INIT("sh"), STR_INIT("ch"), STR_INIT("kh"), STR_INIT("zh"),
		STR_INIT("dj"), STR_INIT("dz"), STR_INIT("ya"), STR_INIT("yu"),
		STR_INIT("yo") };
	size_t i = 0;

	if (!utf8_is_upper(utf8_next(s, &i)))
		return false;
	if (next_letter(s, &i) == 0)
		return true;
	for (size_t k = 0; stopped && k < COUNT(pairs); k++) {
		if (name_is_word(s, pairs[k]))
			return true;
	}
	return false;
}

struct name_word
name_word_of(struct str s, bool stopped)
{
	struct name_word w = { .s = s, .stopped = stopped };

	if (s.n > 1 && s.p[0] == '-') {
		w.joined = true;
		w.s = s = str_skip(s, 1);
	}
	w.particle = particle_of(s, stopped);
	if (w.particle != PARTICLE_NONE)
		w.part = PART_PARTICLE;
	else if (is_initial(s, stopped))
		w.part = PART_INITIAL;
	else
		w.part = PART_NAME;
	return w;
}

/* --- cutting ------------------------------------------------------------ */

/* Initials before the surname come behind it: Г.Ө. Төлөгөнова. */
static void
put_surname_first(struct name *name)
{
	size_t k = 0;

	while (k < name->n && name->word[k].part == PART_INITIAL)
		k++;
	if (k == 0)
		return;

	struct name old = *name;

	for (size_t i = 0; i < old.n; i++)
		name->word[i] = old.word[(i + k) % old.n];
}

/* Given names with a hyphen are two: Анна-Мария.  Of a surname they are one. */
static bool
part_given(struct name *name)
{
	for (size_t i = name->nsurname; i < name->n; i++) {
		struct name_word *w = &name->word[i];
		struct str rest, head = str_cut(w->s, '-', &rest);
		size_t at = 0;

		if (!head.n || !rest.n || w->part != PART_NAME ||
		    !utf8_is_upper(utf8_next(rest, &at)))
			continue;
		if (name->n == NAME_WORDS)
			return false;
		for (size_t k = name->n++; k > i + 1; k--)
			name->word[k] = name->word[k - 1];

		bool joined = w->joined;

		w[1] = name_word_of(rest, w->stopped);
		w[1].joined = true;
		w[0] = name_word_of(head, false);
		w[0].joined = joined;
	}
	return true;
}

size_t
name_word_begin(struct str s, size_t from)
{
	for (size_t i = from; i < s.n; from = i) {
		if (!parts_words(utf8_next(s, &i)))
			break;
	}
	return from;
}

size_t
name_word_end(struct str s, size_t from)
{
	for (size_t i = from; i < s.n; from = i) {
		if (parts_words(utf8_next(s, &i)))
			break;
	}
	return from;
}

bool
name_cut(struct name *out, struct str s)
{
	size_t end;

	*out = (struct name){ .n = 0 };
	for (size_t i = name_word_begin(s, 0); i < s.n;
	     i = name_word_begin(s, end)) {
		if (out->n == NAME_WORDS)
			return false;
		end = name_word_end(s, i);
		out->word[out->n++] =
		    name_word_of(str_head(str_skip(s, i), end - i),
			end < s.n && s.p[end] == '.');
	}
	put_surname_first(out);
	out->nsurname =
	    out->n > 1 && out->word[1].part == PART_PARTICLE ? 2 : 1;
	return out->n > 0 && part_given(out);
}
