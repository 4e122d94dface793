/* SPDX-License-Identifier: MIT */
#include "base/arena.h"
#include "base/utf8.h"
#include "reader/reader_int.h"

/*
 * What the names of files and folders say: which are right, and what was meant
 * by others.
 */

/* --- numbers in a name -------------------------------------------------- */

#define NUMBERS 5

struct numbers_in {
	int v[NUMBERS];
	size_t digits[NUMBERS];
	size_t n; /* NUMBERS: as many, or more */
};

/* In order: 1-05.09.2025.md has 1, 5, 9, 2025.  One that is too long to be a
 * number leaves none. */
static void
numbers_find(struct numbers_in *out, struct str name)
{
	*out = (struct numbers_in){ 0 };
	for (size_t i = 0; i < name.n && out->n < NUMBERS;) {
		size_t len = str_digits(str_skip(name, i));

		if (!len) {
			i++;
			continue;
		}
		if (!str_number(
			str_head(str_skip(name, i), len), &out->v[out->n])) {
			out->n = 0;
			return;
		}
		out->digits[out->n++] = len;
		i += len;
	}
}

static bool
has_letters(struct str name)
{
	for (size_t i = 0; i < name.n;) {
		if (utf8_is_letter(utf8_next(name, &i)))
			return true;
	}
	return false;
}

/* --- school years ------------------------------------------------------- */

static bool
is_year(int v)
{
	return v >= 1900 && v < 2199;
}

int
year_named(struct str name)
{
	int first, second;

	if (name.n != 9 || name.p[4] != '-' ||
	    !str_number(str_head(name, 4), &first) ||
	    !str_number(str_skip(name, 5), &second))
		return 0;
	return second == first + 1 && is_year(first) ? first : 0;
}

/* Whether it speaks of a year: окуу жылы, учебный год. */
static bool
says_year(struct arena *a, struct str name)
{
	struct str low = utf8_lowered(a, name);

	return str_find(low, STR("жыл")) != SIZE_MAX ||
	       str_find(low, STR("год")) != SIZE_MAX ||
	       str_find(low, STR("year")) != SIZE_MAX;
}

/* Of the two numbers with which a name begins: 2025-2026, 2025-26, 25-26. */
static int
first_of_two(const struct numbers_in *k)
{
	int a = k->v[0], b = k->v[1];

	if (k->digits[0] == 2 && k->digits[1] == 2)
		return b == (a + 1) % 100 ? 2000 + a : 0;
	if (k->digits[0] != 4 || !is_year(a))
		return 0;
	/* A slip too, but not 2020-2025. */
	if (k->digits[1] == 4)
		return is_year(b) && b >= a - 1 && b <= a + 2 ? a : 0;
	/* 2025-09 is a month, 2011-12-05 a day. */
	if (k->digits[1] == 2 && k->n == 2)
		return b == (a + 1) % 100 || b > 12 ? a : 0;
	return 0;
}

int
year_meant(struct arena *a, struct str name)
{
	struct numbers_in k;
	int first = 0;

	numbers_find(&k, name);
	if (!k.n || (has_letters(name) && !says_year(a, name)))
		return 0;
	if (k.digits[0] == 8 && k.v[0] % 10000 == k.v[0] / 10000 + 1)
		first = k.v[0] / 10000;
	else if (k.n > 1)
		first = first_of_two(&k);
	else if (k.digits[0] == 4)
		first = k.v[0];
	return is_year(first) ? first : 0;
}

/* --- files -------------------------------------------------------------- */

struct str
name_mended(struct arena *a, struct str name)
{
	static const struct {
		struct str wrong, right;
	} endings[] = {
		{ STR_INIT(".md.txt"), STR_INIT(".md") },
		{ STR_INIT(".yaml.txt"), STR_INIT(".yaml") },
		{ STR_INIT(".yml.txt"), STR_INIT(".yaml") },
		{ STR_INIT(".markdown"), STR_INIT(".md") },
		{ STR_INIT(".mdown"), STR_INIT(".md") },
		{ STR_INIT(".mkd"), STR_INIT(".md") },
		{ STR_INIT(".txt"), STR_INIT(".md") },
		{ STR_INIT(".yml"), STR_INIT(".yaml") },
	};
	struct str low = utf8_lowered(a, name);

	for (size_t i = 0; i < sizeof(endings) / sizeof(endings[0]); i++) {
		if (str_ends(low, endings[i].wrong))
			return str_printf(a, STR_FMT STR_FMT,
			    STR_ARG(str_head(low, low.n - endings[i].wrong.n)),
			    STR_ARG(endings[i].right));
	}
	return low;
}

bool
name_is_free(struct str name)
{
	return name.p[0] == '.' || str_starts(name, STR("~$")) ||
	       str_starts(name, STR("README")) ||
	       !(str_ends(name, STR(".yaml")) || str_ends(name, STR(".yml")) ||
		   str_ends(name, STR(".md")));
}

bool
name_is_of_file(struct str name)
{
	size_t dot = name.n;

	while (dot && name.p[dot - 1] != '.')
		dot--;

	struct str ending = str_skip(name, dot);

	return dot > 1 && ending.n > 1 && ending.n < 6 && !str_digits(ending) &&
	       str_find(ending, STR(" ")) == SIZE_MAX;
}

/* --- sessions ----------------------------------------------------------- */

bool
name_like_session(struct str name)
{
	return str_ends(name, STR(".md")) && str_digits(name) > 0;
}

struct str
session_name_meant(struct arena *a, struct str name)
{
	struct str mended = name_mended(a, name);
	struct numbers_in k;
	struct date d;
	int number;

	if (session_name(mended, &number, &d))
		return mended;
	numbers_find(&k, name);

	bool year_first = k.n == 4 && k.v[1] > 31;

	if (k.n != 4 || k.v[0] > 99 || k.v[1] > 9999 || k.v[3] > 9999 ||
	    !name_like_session(name))
		return STR("");
	d.year = (int16_t)(year_first ? k.v[1] : k.v[3]);
	d.month = (int8_t)(k.v[2] > 12 ? 0 : k.v[2]);
	d.day = (int8_t)(year_first ? k.v[3] % 100 : k.v[1] % 100);
	if (!date_is_valid(d))
		return STR("");
	return str_printf(
	    a, "%02d-%04d-%02d-%02d.md", k.v[0], d.year, d.month, d.day);
}

struct str
session_of_document(struct arena *a, struct str name)
{
	static const struct str endings[] = { STR_INIT(".docx"),
		STR_INIT(".doc"), STR_INIT(".odt"), STR_INIT(".rtf"),
		STR_INIT(".pdf"), STR_INIT(".md~"), STR_INIT(".md.bak"),
		STR_INIT(".md.old"), STR_INIT(".md.orig") };
	struct str low = utf8_lowered(a, name);

	for (size_t i = 0; i < sizeof(endings) / sizeof(*endings); i++) {
		if (str_ends(low, endings[i]))
			return session_name_meant(a,
			    str_printf(a, STR_FMT ".md",
				STR_ARG(str_head(low, low.n - endings[i].n))));
	}
	return STR("");
}
