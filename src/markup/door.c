/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "base/utf8.h"
#include "markup/markup_int.h"

/* The number of the line in which byte `off` of a file lies. */
static struct arg
line_number(struct diags *d, struct str raw, size_t off)
{
	int64_t line = 1;

	for (size_t i = 0; i < off && i < raw.n; i++)
		line += raw.p[i] == '\n';
	return arg_number(d->arena, line);
}

/*
 * What a file that is not UTF-8 may be.  Small letters are far more common
 * than capitals: Windows-1251 has а-п at E0-EF and р-я at F0-FF; KOI8-R has
 * its small letters at C0-DF; UTF-16 has a zero in most characters, or a byte
 * order mark.
 */
static const char *
encoding_guess(struct str raw)
{
	size_t low = 0, high = 0, zero = 0;

	if (str_starts(raw, STR("\xff\xfe")) ||
	    str_starts(raw, STR("\xfe\xff")))
		return "UTF-16";
	for (size_t i = 0; i < raw.n; i++) {
		unsigned char c = (unsigned char)raw.p[i];

		low += c >= 0xc0 && c < 0xe0;
		high += c >= 0xe0;
		zero += c == 0;
	}
	if (zero > raw.n / 8)
		return "UTF-16";
	return low > high ? "KOI8-R" : "Windows-1251";
}

/* The program whose document it is, by its first bytes, or NULL. */
static const char *
program_of(const struct source *s)
{
	static const struct {
		struct str start;
		const char *program;
	} documents[] = {
		{ STR_INIT("PK\x03\x04"), "Word, Excel, LibreOffice" },
		{ STR_INIT("\xd0\xcf\x11\xe0"), "Word, Excel" },
		{ STR_INIT("{\\rtf"), "RTF" },
		{ STR_INIT("%PDF-"), "PDF" },
		{ STR_INIT("\x89PNG"), "PNG" },
		{ STR_INIT("\xff\xd8\xff"), "JPEG" },
	};
	struct str raw = s->state == SOURCE_READ ? s->text : s->raw;

	for (size_t i = 0; i < sizeof(documents) / sizeof(*documents); i++) {
		if (str_starts(raw, documents[i].start))
			return documents[i].program;
	}
	return NULL;
}

static bool
conflict_free(const struct source *s, struct diags *d)
{
	static const char *const marks[] = { "<<<<<<<", "=======", ">>>>>>>" };
	bool seen[3] = { false };
	bool bad = false;

	for (size_t line = 1; line <= s->nlines; line++) {
		struct str l = source_line(s, line);

		/* A lone ======= may underline a heading: it counts between
		 * the two others only. */
		for (size_t i = 0; i < 3; i++) {
			struct str m = str_from(marks[i]);
			bool alone = l.n == m.n || (l.n > 7 && l.p[7] == ' ');

			if (seen[i] || !str_starts(l, m) || !alone ||
			    (i == 1 && (!seen[0] || l.n > 7)))
				continue;
			seen[i] = bad = true;
			diag_add(d, &conflict_marker,
			    source_span(s, s->line_at[line - 1], m.n),
			    ARGS(arg_str(m)));
		}
	}
	return !bad;
}

bool
markup_source_check(const struct source *s, struct diags *d)
{
	struct span at = source_span(s, 0, 0);
	const char *program = program_of(s);

	if (program) {
		diag_add(d, &not_text, at, ARGS(arg_str(str_from(program))));
		return false;
	}
	switch (s->state) {
	case SOURCE_READ:
		unseen_check(s, d);
		return conflict_free(s, d);
	case SOURCE_ABSENT:
		return false;
	case SOURCE_SYSTEM:
		diag_add(d, &unreadable, at,
		    ARGS(arg_str(str_from(strerror(s->error)))));
		return false;
	case SOURCE_OUTSIDE:
		diag_add(d, &leads_out, at, NO_ARGS);
		return false;
	case SOURCE_NO_FILE:
		diag_add(d, &no_file, at, NO_ARGS);
		return false;
	case SOURCE_TOO_BIG:
		diag_add(d, &too_big, at, NO_ARGS);
		return false;
	case SOURCE_TOO_MUCH:
		diag_add(d, &too_much, at, NO_ARGS);
		return false;
	case SOURCE_NOT_UTF8:
		diag_add(d, &not_utf8, at,
		    ARGS(line_number(d, s->raw, s->fault),
			arg_str(str_from(encoding_guess(s->raw)))));
		return false;
	case SOURCE_CONTROL:
		diag_add(d, &control_character, at,
		    ARGS(line_number(d, s->raw, s->fault),
			arg_str(str_printf(d->arena, "U+%04X",
			    utf8_next(s->raw, &(size_t){ s->fault })))));
		return false;
	case SOURCE_OVERMARKED:
		diag_add(
		    d, &overmarked, at, ARGS(line_number(d, s->raw, s->fault)));
		return false;
	}
	return false;
}
