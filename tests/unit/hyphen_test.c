/* SPDX-License-Identifier: MIT */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "layout/layout.h"

/*
 * Words with every place where they may be divided.  A hyphen of the word's
 * own is written =.
 */

/* The rule book's examples (orthography of 2008, paragraphs 78 to 86). */
static const char *const rule_book[] = {
	"ки-теп",
	"бо-ек",
	"то-ют",
	"ай-тыл-ган-дар",
	"кел-ген-дер",
	"тоо-лор-до",
	"бе-ки-нүү-чү",
	"ба-таль-он",
	"кон-суль-та-ция",
	"разъ-езд",
	"подъ-езд",
	"так-кан",
	"ка-нат-туу",
	"чап-па",
	"кас-са",
	"юби-лей",
	"ака-ция",
	"хим-фак",
	"мам-бас",
	"маа-лы-мат",
	"мээ-рим",
	"су-луу-лук",
	"кыз-мат-таш-тык",
	"ба-ла-луу-лар-да",
	"жол",
	"ар",
	"эл",
	"тан",
	"таан",
	"суук",
	"тоо",
	"ээр",
	"тарс",
	"акт",
	"ага",
	"ата",
	"атак",
	"аалам",
	"аары",
	"араа",
	"эне",
	"эшик",
	"ээле",
	"элек",
	"өмүр",
	"өтүк",
	"ысык",
	"оона",
	"уула",
	"унаа",
	"ишен",
	"имер",
	"БУУ",
	"КУУ",
	"УАК",
	"окуя",
};

static const char *const kyrgyz[] = {
	"Кыр-гыз-стан",
	"Кыр-гыз-стан-дын",
	"Па-ки-стан",
	"курс-тан",
	"класс-тан",
	"жы-йын-тык",
	"УБ",
	"МЕКТЕП",
	"2025",
	"ҮҢӨ",
	"эл=жур-ту",
	"или-мий=ме-то-ди-ка-лык",
	"school",
};

static const char *const russian[] = {
	"рай-он",
	"май-ор",
	"семья",
	"компью-тер",
	"объ-яв-ле-ние",
	"учи-тель",
	"подъ-ем",
	"за-се-да-ние",
	"про-то-кол",
	"учеб-но=вос-пи-та-тель-ный",
	"Уз-бе-ки-стан",
};

/* The word with the marks that layout_hyphens gives it must be as written. */
static void
check_word(const char *divided, enum lang lang)
{
	char word[128], got[256];
	size_t at[32], n, len = 0, k = 0, end = 0;

	for (const char *p = divided; *p; p++)
		if (*p != '-')
			word[len++] = *p == '=' ? '-' : *p;
	n = layout_hyphens(at, 32, (struct str){ word, len }, lang);
	for (size_t i = 0; i < len; i++) {
		bool own = i && word[i - 1] == '-';

		if (k < n && at[k] == i) {
			k++;
			if (own)
				got[end - 1] = '=';
			else
				got[end++] = '-';
		}
		got[end++] = word[i];
	}
	got[end] = 0;
	assert_string_equal(got, divided);
}

#define CHECK_ALL(words, lang) \
	for (size_t i = 0; i < sizeof(words) / sizeof(*(words)); i++) \
	check_word((words)[i], lang)

static void
the_rule_book_is_followed(void **state)
{
	(void)state;
	CHECK_ALL(rule_book, LANG_KY);
}

static void
countries_acronyms_and_hyphens(void **state)
{
	(void)state;
	CHECK_ALL(kyrgyz, LANG_KY);
}

static void
russian_words_keep_their_short_i(void **state)
{
	(void)state;
	CHECK_ALL(russian, LANG_RU);
}

static void
a_narrow_buffer_is_not_overrun(void **state)
{
	size_t at[2];

	(void)state;
	assert_int_equal(layout_hyphens(at, 2, STR("айтылгандар"), LANG_KY), 2);
	assert_int_equal(layout_hyphens(at, 0, STR("айтылгандар"), LANG_KY), 0);
	assert_int_equal(layout_hyphens(at, 2, STR(""), LANG_KY), 0);
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_rule_book_is_followed),
		cmocka_unit_test(countries_acronyms_and_hyphens),
		cmocka_unit_test(russian_words_keep_their_short_i),
		cmocka_unit_test(a_narrow_buffer_is_not_overrun),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
