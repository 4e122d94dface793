/* SPDX-License-Identifier: MIT */
#ifndef MSG_GRAMMAR_H
#define MSG_GRAMMAR_H

/*
 * What papers need of Kyrgyz and Russian: dates in words, Kyrgyz case endings,
 * short names, the order of the Kyrgyz alphabet, figures.  English is there
 * for messages.  Pure functions: text in, text (in the arena) out.
 */

#include <stdbool.h>

#include "base/date.h"
#include "base/str.h"
#include "msg/msg.h"
#include "words/meaning.h"

struct arena;

/*
 * The forms of a date that papers print.  Day and month never part, nor does
 * the word of the year from what it belongs to.
 */
enum date_form {
	DATE_LONG, /* 2025-жылдын 5-сентябры; 5 сентября 2025 года */
	DATE_UNTIL, /* 2025-жылдын 19-сентябрына чейин; до 19 сентября 2025 года
		     */
	DATE_OF, /* 2012-жылдын 23-июлундагы; от 23 июля 2012 года */
	DATE_FIGURES, /* 05.09.2025 */
	DATE_STAMP, /* 2022-ж. «09» ноябрь; «09» ноября 2022 г. */
	DATE_ISO, /* 2025-09-05 */
};

/* Empty where it is no date. */
struct str date_text(
    struct arena *a, struct date d, enum date_form form, enum lang lang);

/*
 * Reads a date in any form that a paper prints, in any of the languages, and
 * ISO.  False where it is none; *out may then still hold an impossible date
 * (31.02.2025), so that a message can say so (out->year != 0).
 */
bool date_parse(struct date *out, struct str s);

/*
 * The date that somebody meant who wrote it in a form which date_parse() does
 * not read: 11/09/2026, 2026.09.11, 11.09.26, 11-сентябрь.  A day without a
 * year is the first one of that name from `since` on.  False where nothing is
 * meant, or its year is not known because `since` is not set.
 */
bool date_meant(struct date *out, struct str s, struct date since);

/* Months that somebody wrote as a term: октябрь – ноябрь; в апреле. */
struct months {
	int first, last;           /* 1 to 12 */
	int first_year, last_year; /* 0: not written */
};
/* False where anything else is there. */
bool months_parse(struct months *out, struct str s);

/* "5-сентябры" without a year does not parse; a time is HH:MM, HH.MM or HH-MM.
 */
bool time_parse(int *hour, int *minute, struct str s);
/* The time that was meant in another form: саат 15, 15 ч 30 мин. */
bool time_meant(int *hour, int *minute, struct str s);

/* Cases of a Kyrgyz noun that bears no possessive (orthography tables). */
enum kase {
	CASE_GENITIVE,
	CASE_DATIVE,
	CASE_ACCUSATIVE,
	CASE_LOCATIVE,
	CASE_ABLATIVE
};

/* The last word of the phrase takes the ending: кеңеш -> кеңештин. */
struct str kyrgyz_case(struct arena *a, struct str phrase, enum kase c);

struct str text_capitals(struct arena *a, struct str s);
struct str text_capitalised(struct arena *a, struct str s); /* first letter */

/*
 * Whether s names a person and says nothing else: a surname first, with its
 * уулу or кызы, and at most two names or initials behind it, or initials before
 * it; the particle of a patronymic (уулу, кызы, оглы, қизи) belongs to it.
 * Words of posts and bodies, whatever their capitals, are no names, nor are
 * abbreviations; a surname that does not stand first is none either.
 */
bool name_is_personal(struct str s);

/*
 * Whether it is so beyond doubt: by its initials, a patronymic, a particle or
 * the ending of the surname.  Нур Телеком may be a person; of Ким Е. and
 * Сыдыкова Мээрим there is no doubt.
 */
bool name_is_certain(struct str s);

/*
 * What of s names a person: Ниязов Т.К. of "глава управы Ниязов Т.К.", what
 * stands before a bracket, a comma or a dash; a part of s, or empty.
 */
struct str name_within(struct str s);

/* A name whose surname stands last, with it first: Гүлмира Төлөгөнова ->
 * Төлөгөнова Гүлмира; empty where that makes no name. */
struct str name_turned(struct arena *a, struct str s);

/*
 * Сардарбекова Айгүл Кубатовна -> Сардарбекова А.К. with a no-break space;
 * уулу and кызы behind a surname belong to it: Үсөнбек уулу Нурлан -> Үсөнбек
 * уулу Н.; behind a patronymic they are not printed: Мамедов Вагиф Али оглы ->
 * Мамедов В.А.; Анна-Мария -> А.-М.  What is not name_is_personal() is given
 * back as it is.
 */
struct str name_short(struct arena *a, struct str full, enum name_style style);

/* As one types it: no-break spaces as plain ones. */
struct str name_plain(struct arena *a, struct str s);

/*
 * Whether `written` may stand for `full` ("surname given patronymic"): the
 * surname whole, with its уулу or кызы in any spelling (у., к.), given name and
 * patronymic by prefix; dots and spaces free, initials before or behind; ё=е;
 * case ignored.
 */
bool name_matches(struct str written, struct str full);

/* Whether two names have the same words in the same order, as name_matches()
 * compares them. */
bool name_same(struct str a, struct str b);

/* By the 36 letters of the Kyrgyz alphabet; case, hyphens ignored; space first.
 */
int kyrgyz_cmp(struct str a, struct str b);

/* tenths of a per cent: 944 -> "94,4 %" with a no-break space. */
struct str percent_text(struct arena *a, int tenths);
/* num/den in tenths of a per cent, half away from zero; den 0 gives 0. */
int percent_tenths(int64_t num, int64_t den);

/* 1250 thousandths with 1 decimal: 1,3; with 2: 1,25; at most 3 decimals. */
struct str decimal_text(struct arena *a, int64_t thousandths, int decimals);

struct str year_text(struct arena *a, int first_year); /* 2025–2026 */

#endif
