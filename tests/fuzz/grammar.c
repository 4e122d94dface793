/* SPDX-License-Identifier: MIT */
/* Any text as what papers and records have of language: dates, times, names,
 * votes, cases, the order of letters, folding, distances.  The first byte says
 * what is tried. */
#include "msg/grammar.h"

#include "base/date.h"
#include "base/harmless.h"
#include "fuzz.h"
#include "layout/layout.h"
#include "reader/reader_int.h"
#include "seal/seal.h"

static const struct lexicon *lexicon;

/* What a piece of text is when it comes to its last byte of an answer. */
static void
text_must_be_sound(struct str s)
{
	assert(utf8_fault(s) == SIZE_MAX);
}

/* The two sides of the first line end: many things are of two texts. */
static struct str
cut(struct str s, struct str *rest)
{
	return str_cut(s, '\n', rest);
}

static int
sign(int n)
{
	return (n > 0) - (n < 0);
}

/* --- dates -------------------------------------------------------------- */

static void
try_date(struct str s)
{
	struct date d, again;

	if (!date_parse(&d, s))
		return;
	assert(date_is_valid(d));
	for (int form = 0; form <= DATE_ISO; form++) {
		for (int lang = 0; lang < LANG_MAX; lang++) {
			struct str text = date_text(
			    &a, d, (enum date_form)form, (enum lang)lang);

			text_must_be_sound(text);
			assert(date_parse(&again, text));
			assert(date_cmp(d, again) == 0);
		}
	}
	assert(date_cmp(date_plus(date_plus(d, 400), -400), d) == 0 ||
	       !date_is_valid(date_plus(d, 400)));
	assert(date_weekday(d) >= 1 && date_weekday(d) <= 7);
}

static void
try_time(struct str s)
{
	int hour, minute, number;

	if (time_parse(&hour, &minute, s))
		assert(hour >= 0 && hour <= 24 && minute >= 0 && minute < 60);
	if (str_number(s, &number))
		assert(number >= 0 && s.n <= 9);
}

/* --- names -------------------------------------------------------------- */

static void
try_name(struct str s)
{
	struct str brief = name_short(&a, s, NAME_SURNAME_FIRST);
	struct str other = name_short(&a, s, NAME_INITIALS_FIRST);
	struct str within = name_within(s);
	bool personal = name_is_personal(s);

	text_must_be_sound(brief);
	text_must_be_sound(other);
	text_must_be_sound(name_turned(&a, s));
	text_must_be_sound(name_plain(&a, s));
	assert(
	    !within.n || (within.p >= s.p && within.p + within.n <= s.p + s.n));
	assert(personal || !name_is_certain(s));
	assert(personal || (str_eq(brief, s) && str_eq(other, s)));
}

static void
try_names(struct str s)
{
	struct str rest, first = cut(s, &rest);

	assert(name_same(first, rest) == name_same(rest, first));
	name_matches(first, rest);
	name_matches(rest, first);
}

/* --- letters ------------------------------------------------------------ */

static void
try_order(struct str s)
{
	struct str rest, first = cut(s, &rest);

	assert(kyrgyz_cmp(s, s) == 0);
	assert(sign(kyrgyz_cmp(first, rest)) == -sign(kyrgyz_cmp(rest, first)));
}

static void
try_case(struct str s)
{
	for (int c = CASE_GENITIVE; c <= CASE_ABLATIVE; c++)
		text_must_be_sound(kyrgyz_case(&a, s, (enum kase)c));
	text_must_be_sound(text_capitals(&a, s));
	text_must_be_sound(text_capitalised(&a, s));
}

static void
try_fold(struct str s)
{
	struct str once = text_folded(&a, s);
	struct str letters = text_folded_letters(&a, s);
	struct folded both = text_fold(&a, s);

	text_must_be_sound(once);
	assert(str_eq(once, text_folded(&a, once)));
	assert(str_eq(letters, text_folded_letters(&a, letters)));
	assert(both.form.n <= 2 * s.n && both.key.n <= 2 * s.n);
	assert(text_same(s, s) || s.n > FOLD_MAX);
}

static void
try_forms(struct str s)
{
	struct str nfc = utf8_nfc(&a, s), safe = harmless_line(&a, s);

	text_must_be_sound(nfc);
	assert(str_eq(nfc, utf8_nfc(&a, nfc)));
	assert(str_eq(safe, harmless_line(&a, safe)));
	for (size_t i = 0; i < safe.n;)
		assert(!harmful(utf8_next(safe, &i)));
	text_must_be_sound(utf8_lowered(&a, s));
	text_must_be_sound(utf8_uppered(&a, s));
}

static void
try_distance(struct str s)
{
	struct str rest, first = cut(s, &rest);
	size_t most = 5, far = text_distance(first, rest, most);

	assert(far <= most + 1);
	assert(far == text_distance(rest, first, most));
	assert(first.n > FOLD_MAX || text_distance(first, first, most) == 0);
	assert(text_same(first, rest) == text_same(rest, first));
}

static void
try_hyphens(struct str s)
{
	size_t at[64];

	for (int lang = 0; lang < LANG_MAX; lang++) {
		size_t n = layout_hyphens(at, 64, s, (enum lang)lang);

		assert(n <= 64);
		for (size_t i = 0; i < n; i++) {
			assert(at[i] > (i ? at[i - 1] : 0) && at[i] < s.n);
			assert((s.p[at[i]] & 0xc0) != 0x80);
		}
	}
}

/* --- words of records --------------------------------------------------- */

/* What is looked up in the lexicon is what is found word by word. */
static void
try_word(struct str s)
{
	enum place_of_word in =
	    s.n ? (enum place_of_word)((unsigned char)s.p[0] % IN_MAX)
		: IN_COUNCIL;
	struct str by_lexicon = STR(""), by_word = STR("");

	if (s.n && (unsigned char)s.p[0] < 0x80)
		s = str_skip(s, 1);
	assert(lexicon_find(lexicon, in, s, &by_lexicon) ==
	       word_find(in, s, &by_word));
	assert(str_eq(by_lexicon, by_word));
}

static void
try_record(struct str s)
{
	struct diags d;
	struct source *source = source_from(&a, STR("text"), s);
	struct text text = { .s = s, .at = source_span(source, 0, s.n) };
	struct school school = { 0 };
	struct reading r = { .a = &a,
		.d = &d,
		.lexicon = lexicon,
		.root = "/",
		.school = &school,
		.lang = LANG_KY };
	struct votes votes = { 0 };
	struct when when;

	diags_init(&d, &a);
	told(votes_read(&r, text, &votes), &d);
	diags_init(&d, &a);
	told(load_date(&r, text, &when), &d);
}

static void
try_hash(struct str s)
{
	struct str hash, again;

	if (seal_hash_read(&hash, &a, s) != SEAL_HASH)
		return;
	assert(seal_hash_read(&again, &a, hash) == SEAL_HASH);
	assert(str_eq(hash, again));
}

int
LLVMFuzzerInitialize(int *argc, char ***argv)
{
	static struct arena run;

	(void)argc, (void)argv;
	arena_init(&a);
	lexicon = lexicon_new(&run);
	return 0;
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	static void (*const tries[])(struct str) = { try_date, try_time,
		try_name, try_names, try_order, try_case, try_fold, try_forms,
		try_distance, try_hyphens, try_word, try_record, try_hash };
	struct str s;

	if (!n)
		return 0;
	s = str_copy(&a, (struct str){ (const char *)data + 1, n - 1 });
	if (utf8_fault(s) == SIZE_MAX && utf8_overmarked(s) == SIZE_MAX)
		tries[data[0] % (sizeof(tries) / sizeof(tries[0]))](s);
	arena_reset(&a);
	return 0;
}
