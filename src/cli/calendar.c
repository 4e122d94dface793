/* SPDX-License-Identifier: MIT */
/*
 * What becomes due as iCalendar (RFC 5545): an event of a whole day for each
 * step.  Its UID is made of what the step is about, never of its day: a
 * calendar that reads the file again moves the event.
 */
#include "base/harmless.h"
#include "base/index.h"
#include "base/utf8.h"
#include "cli/cli.h"

enum { LINE = 75 }; /* octets, without the line end (3.1) */

/* Behind the colons at byte i, of which there are two at most: a line that
 * begins with them could be a command of a workflow. */
static size_t
with_colons(struct str s, size_t i)
{
	size_t n = i;

	while (n < s.n && n < i + 2 && s.p[n] == ':')
		n++;
	return n == i + 2 ? n : i;
}

/* A line of the file, folded where it is too long, never inside a character.
 */
static void
put_property(struct strbuf *b, struct str name, struct str value)
{
	size_t room = LINE - name.n - 1;

	buf_add(b, name);
	buf_byte(b, ':');
	for (size_t i = 0; i < value.n;) {
		size_t next = i;

		utf8_next(value, &next);
		if (with_colons(value, next) - i > room) {
			buf_add(b, STR("\r\n "));
			room = LINE - 1;
		}
		buf_add(b, (struct str){ value.p + i, next - i });
		room -= next - i;
		i = next;
	}
	buf_add(b, STR("\r\n"));
}

/* TEXT (3.3.11): backslash, semicolon, comma and line ends are escaped, and no
 * other control character is text. */
static struct str
escaped(struct arena *a, struct str s)
{
	struct strbuf b;

	buf_init(&b, a);
	while (s.n) {
		bool ends = str_find(s, STR("\n")) != SIZE_MAX;
		struct str line = harmless_line(a, str_cut(s, '\n', &s));

		for (size_t i = 0; i < line.n; i++) {
			char c = line.p[i];

			if (c == '\\' || c == ';' || c == ',')
				buf_byte(&b, '\\');
			buf_byte(&b, c);
		}
		buf_add(&b, ends ? STR("\\n") : STR(""));
	}
	return buf_str(&b);
}

static void
put_text(struct strbuf *b, struct str name, struct str value)
{
	put_property(b, name, escaped(b->arena, value));
}

static struct str
day(struct arena *a, struct date d)
{
	return str_printf(a, "%04d%02d%02d", d.year, d.month, d.day);
}

void
calendar_begin(struct strbuf *b, struct str name, enum lang lang)
{
	static const char *const codes[LANG_MAX] = { "EN", "RU", "KY" };

	put_property(b, STR("BEGIN"), STR("VCALENDAR"));
	put_property(b, STR("VERSION"), STR("2.0"));
	put_property(b, STR("PRODID"),
	    str_printf(b->arena, "-//kengesh//due//%s", codes[lang]));
	put_property(b, STR("CALSCALE"), STR("GREGORIAN"));
	put_text(b, STR("X-WR-CALNAME"), name);
}

void
calendar_end(struct strbuf *b)
{
	put_property(b, STR("END"), STR("VCALENDAR"));
}

/* What the step is about: whose, which year, rule, level and record, and what
 * there. */
static struct str
subject(struct arena *a, const struct school *s, const struct clauses *l,
    const struct step *t)
{
	struct str school = wording_text(&s->council.school, LANG_KY);
	struct str what = t->nargs ? t->args[0].text : STR("");

	return str_printf(a,
	    STR_FMT "\n" STR_FMT "\n%s %d\n" STR_FMT "\n" STR_FMT,
	    STR_ARG(school), STR_ARG(l->year->folder), t->rule->message.code,
	    (int)t->becomes, STR_ARG(t->at.src->path), STR_ARG(what));
}

static const struct words described = TEXT("%1; %2; after this day: %3 %4");
static const struct words no_clause = TEXT("no clause");
static const struct words clause_of = TEXT("clause %1");

static struct str
description(struct arena *a, const struct step *t, enum lang lang)
{
	struct str clause = msg_text(a, t->clause.n ? &clause_of : &no_clause,
	    lang, ARGS(arg_str(t->clause)));
	struct str place = str_printf(a, STR_FMT ":%zu",
	    STR_ARG(t->at.src->path), source_place(t->at).line);

	return msg_text(a, &described, lang,
	    ARGS(arg_str(clause), arg_str(place),
		arg_words(&severity_words[t->becomes]),
		arg_str(str_from(t->rule->message.code))));
}

void
calendar_steps(struct strbuf *b, const struct school *s,
    const struct clauses *l, enum lang lang)
{
	struct arena *a = b->arena;
	struct index met = { 0 }; /* how often, of each subject */

	for (size_t i = 0; i < l->steps.n; i++) {
		const struct step *t = &l->steps.at[i];
		struct str about = subject(a, s, l, t);
		size_t *alike = index_at(&met, a, about);

		put_property(b, STR("BEGIN"), STR("VEVENT"));
		put_property(b, STR("UID"),
		    str_printf(a, "%016llx-%zu@kengesh",
			(unsigned long long)str_hash(about), (*alike)++));
		put_property(b, STR("DTSTAMP"),
		    str_printf(
			a, STR_FMT "T000000Z", STR_ARG(day(a, l->today))));
		put_property(b, STR("DTSTART;VALUE=DATE"), day(a, t->by));
		put_text(b, STR("SUMMARY"),
		    msg_text(a, &t->text, lang, t->args, t->nargs));
		put_text(b, STR("DESCRIPTION"), description(a, t, lang));
		put_property(b, STR("TRANSP"), STR("TRANSPARENT"));
		put_property(b, STR("END"), STR("VEVENT"));
	}
}
