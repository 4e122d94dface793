/* SPDX-License-Identifier: MIT */
#include "base/utf8.h"
#include "msg/grammar.h"
#include "msg/msg_int.h"

#define COUNT(a) (sizeof(a) / sizeof((a)[0]))

/* --- judging ------------------------------------------------------------ */

/* Letters, the first a capital; other capitals only where all are, or behind
 * a hyphen or an apostrophe: ОсОО is no name. */
static bool
is_name(struct str s)
{
	size_t i = 0, small = 0, inner = 0;
	bool edge = true;

	for (size_t n = 0; i < s.n; n++) {
		uint32_t cp = utf8_next(s, &i);
		bool mark = cp == '-' || cp == 0x2010 || cp == 0x2011 ||
			    is_apostrophe(cp);

		if (n == 0 ? !utf8_is_upper(cp) : !mark && !utf8_is_letter(cp))
			return false;
		inner += !edge && utf8_is_upper(cp);
		small += !mark && !utf8_is_upper(cp);
		edge = mark;
	}
	return inner == 0 || small == 0;
}

/* Each name of a school is held to all of them: of most, one byte tells. */
static bool
begin_alike(struct str a, struct str b)
{
	return a.n > 1 && a.p[1] == b.p[1];
}

/*
 * Words that begin so are of posts and of bodies, whatever their capitals:
 * Завуч, Районный Отдел.  No surname of the country begins like one of them.
 */
static const struct str body_stems[] = { STR_INIT("автономн"),
	STR_INIT("администраци"), STR_INIT("академ"), STR_INIT("ассоциаци"),
	STR_INIT("ата-эне"), STR_INIT("башкармалык"), STR_INIT("башкармалыг"),
	STR_INIT("библиотек"), STR_INIT("бирикме"), STR_INIT("борборд"),
	STR_INIT("воспитател"), STR_INIT("гимнази"), STR_INIT("государствен"),
	STR_INIT("департамент"), STR_INIT("директор"), STR_INIT("заведующ"),
	STR_INIT("завуч"), STR_INIT("заместител"), STR_INIT("издательств"),
	STR_INIT("инспектор"), STR_INIT("институт"), STR_INIT("китепкана"),
	STR_INIT("колледж"), STR_INIT("комитет"), STR_INIT("кыргызстан"),
	STR_INIT("логопед"), STR_INIT("методик"), STR_INIT("методист"),
	STR_INIT("методическ"), STR_INIT("министерств"), STR_INIT("министрли"),
	STR_INIT("начальник"), STR_INIT("областн"), STR_INIT("областтык"),
	STR_INIT("образовани"), STR_INIT("общественн"), STR_INIT("объединени"),
	STR_INIT("организаци"), STR_INIT("орунбасар"), STR_INIT("педагог"),
	STR_INIT("педсовет"), STR_INIT("попечител"), STR_INIT("предприяти"),
	STR_INIT("представител"), STR_INIT("председател"),
	STR_INIT("преподавател"), STR_INIT("профессор"), STR_INIT("профсоюз"),
	STR_INIT("психолог"), STR_INIT("районд"), STR_INIT("районн"),
	STR_INIT("родительск"), STR_INIT("руководител"), STR_INIT("специалист"),
	STR_INIT("уполномочен"), STR_INIT("управлени"), STR_INIT("университет"),
	STR_INIT("учительск"), STR_INIT("шаардык"), STR_INIT("эксперт"),
	STR_INIT("юнисеф") };
/* These are also how names begin: Мугалимов, Полковникова. */
static const struct str body_words[] = { STR_INIT("айылдык"), STR_INIT("айыл"),
	STR_INIT("башчы"), STR_INIT("башчысы"), STR_INIT("берүү"),
	STR_INIT("борбор"), STR_INIT("борбору"), STR_INIT("бөлүм"),
	STR_INIT("бөлүмү"), STR_INIT("врач"), STR_INIT("газета"),
	STR_INIT("глава"), STR_INIT("городская"), STR_INIT("городского"),
	STR_INIT("городской"), STR_INIT("городское"), STR_INIT("группа"),
	STR_INIT("депутат"), STR_INIT("детский"), STR_INIT("доктор"),
	STR_INIT("доцент"), STR_INIT("жамаат"), STR_INIT("жамааты"),
	STR_INIT("жетекчи"), STR_INIT("жетекчиси"), STR_INIT("зав"),
	STR_INIT("зам"), STR_INIT("капитан"), STR_INIT("катчы"),
	STR_INIT("катчысы"), STR_INIT("класс"), STR_INIT("коллектив"),
	STR_INIT("компания"), STR_INIT("комиссар"), STR_INIT("комиссия"),
	STR_INIT("кыргыз"), STR_INIT("лаборант"), STR_INIT("лейтенант"),
	STR_INIT("лицей"), STR_INIT("лицея"), STR_INIT("майор"),
	STR_INIT("мектеби"), STR_INIT("мектебинин"), STR_INIT("мектеп"),
	STR_INIT("мугалим"), STR_INIT("мугалими"), STR_INIT("мэр"),
	STR_INIT("мэрия"), STR_INIT("отдел"), STR_INIT("отдела"),
	STR_INIT("өкмөтү"), STR_INIT("өкүлү"), STR_INIT("полковник"),
	STR_INIT("проф"), STR_INIT("редакция"), STR_INIT("секретарь"),
	STR_INIT("усулчу"), STR_INIT("усулчусу"), STR_INIT("учитель"),
	STR_INIT("учителя"), STR_INIT("фонд"), STR_INIT("фонду"),
	STR_INIT("центр"), STR_INIT("школа"), STR_INIT("школы"),
	STR_INIT("школьный") };

static bool
is_of_post_or_body(struct str s)
{
	char room[64]; /* more than any of these takes */
	struct str word = name_letters(room, sizeof(room), s);

	for (size_t i = 0; i < COUNT(body_stems); i++) {
		if (begin_alike(word, body_stems[i]) &&
		    str_starts(word, body_stems[i]))
			return true;
	}
	for (size_t i = 0; i < COUNT(body_words); i++) {
		if (begin_alike(word, body_words[i]) &&
		    str_eq(word, body_words[i]))
			return true;
	}
	return false;
}

static bool
ends_like(struct str s, const char *const *endings, size_t n, size_t least)
{
	for (size_t i = 0; i < n && utf8_count(s) >= least; i++) {
		if (str_ends(s, str_from(endings[i])))
			return true;
	}
	return false;
}

static bool
is_patronymic(struct str s)
{
	static const char *const endings[] = { "вич", "вна", "чна" };

	return ends_like(s, endings, COUNT(endings), 5);
}

/* Лев, Яков and Ева are given names, so that short words do not count. */
static bool
is_surname_like(struct str s)
{
	static const char *const endings[] = { "ов", "ев", "ова", "ева", "ский",
		"ская" };

	return ends_like(s, endings, COUNT(endings), 6);
}

static bool
is_capitals(struct str s)
{
	size_t i = 0, n = 0;

	for (; i < s.n; n++) {
		uint32_t cp = utf8_next(s, &i);

		if (utf8_is_letter(cp) && !utf8_is_upper(cp))
			return false;
	}
	return n > 1;
}

/* БББ and РОО are letters of a body.  КИМ Е.А. is a name, and КИМ ЕЛЕНА. */
static bool
is_abbreviation(const struct name *name, size_t i)
{
	const struct name_word *w = &name->word[i], *surname = &name->word[0];

	if (w->part != PART_NAME || !is_capitals(w->s))
		return false;
	if (i > 0)
		return !is_capitals(surname->s);
	for (size_t k = name->nsurname; k < name->n; k++) {
		if (name->word[k].part != PART_NAME ||
		    is_patronymic(name->word[k].s) ||
		    is_capitals(name->word[k].s))
			return false;
	}
	return utf8_count(w->s) < 4;
}

/* Гүлмира Өмүрбековна, Гүлмира Төлөгөнова: the surname does not stand first. */
static bool
is_turned(const struct name *name)
{
	struct str first = name->word[0].s;
	struct str second =
	    name->n > name->nsurname ? name->word[name->nsurname].s : STR("");

	return is_patronymic(second) ||
	       (name->nsurname == 1 && is_surname_like(second) &&
		   !is_surname_like(first));
}

bool
name_holds(const struct name *name)
{
	size_t given = 0;

	for (size_t i = 0; i < name->n; i++) {
		const struct name_word *w = &name->word[i];
		bool name_word = w->part == PART_NAME && !w->stopped &&
				 is_name(w->s) && !is_of_post_or_body(w->s) &&
				 !is_abbreviation(name, i);
		bool particle = w->part == PART_PARTICLE &&
				(i + 1 == name->nsurname ||
				    (given > 0 && i + 1 == name->n));
		bool initial = w->part == PART_INITIAL && i > 0;

		if (!name_word && !particle && !initial)
			return false;
		given += i >= name->nsurname && !particle && !w->joined;
	}
	return given <= 2 && !name->word[0].joined && !is_turned(name);
}

bool
name_is_personal(struct str s)
{
	struct name name;

	return name_cut(&name, s) && name_holds(&name);
}

bool
name_is_certain(struct str s)
{
	struct name name;
	bool certain;

	if (!name_cut(&name, s) || !name_holds(&name))
		return false;
	certain = is_surname_like(name.word[0].s);
	for (size_t i = 1; i < name.n; i++)
		certain |= name.word[i].part != PART_NAME ||
			   is_patronymic(name.word[i].s);
	return certain;
}

/* --- finding ------------------------------------------------------------ */

static bool
has_given(struct str s)
{
	struct name name;

	return name_cut(&name, s) && name_holds(&name) &&
	       name.n > name.nsurname;
}

/* Where a bracket, a mark or a dash between spaces begins; else the end. */
static size_t
remark_begins(struct str s)
{
	static const struct str marks[] = { STR_INIT("("), STR_INIT("["),
		STR_INIT(","), STR_INIT(";"), STR_INIT("/"), STR_INIT(" -"),
		STR_INIT("- "), STR_INIT("–"), STR_INIT("—") };
	size_t end = s.n;

	for (size_t i = 0; i < COUNT(marks); i++) {
		size_t at = str_find(str_head(s, end), marks[i]);

		end = at < end ? at : end;
	}
	return end;
}

/* A capitalised word that is no post: what follows is part of its name. */
static bool
is_of_a_name(struct str word)
{
	return name_word_of(word, false).part == PART_NAME && is_name(word) &&
	       !is_of_post_or_body(word);
}

struct str
name_within(struct str s)
{
	struct str head;
	bool inside = false;

	s = str_trim(s);
	if (name_is_personal(s))
		return s;
	head = str_trim(str_head(s, remark_begins(s)));
	for (size_t i = 0, end; i < head.n; i = end) {
		i = name_word_begin(head, i);
		if (!inside && has_given(str_skip(head, i)))
			return str_skip(head, i);
		end = name_word_end(head, i);
		inside = is_of_a_name(str_head(str_skip(head, i), end - i));
	}
	return STR("");
}

struct str
name_turned(struct arena *a, struct str s)
{
	size_t last = 0, end = 0;
	struct str surname, turned;

	s = str_trim(s);
	for (size_t i = 0; i < s.n; i = name_word_begin(s, end)) {
		last = i;
		end = name_word_end(s, i);
	}
	surname = str_skip(s, last);
	if (!last || is_patronymic(surname) || name_is_personal(s))
		return STR("");
	turned = str_printf(a, STR_FMT " " STR_FMT, STR_ARG(surname),
	    STR_ARG(str_trim(str_head(s, last))));
	return name_is_personal(turned) ? turned : STR("");
}
