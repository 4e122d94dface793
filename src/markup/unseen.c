/* SPDX-License-Identifier: MIT */
/*
 * Characters that nobody sees: what turns the direction of writing, so that a
 * line reads otherwise than it is; what has no width, or only where a line
 * ends, so that a word is not the word that it seems.
 */
#include "base/utf8.h"
#include "markup/markup_int.h"

static const struct unseen {
	uint32_t first, last;
	const struct message *message;
} unseen[] = {
	{ 0x00AD, 0x00AD, &unseen_letter }, /* the soft hyphen */
	{ 0x061C, 0x061C, &turned_text }, { 0x180E, 0x180E, &unseen_letter },
	{ 0x200B, 0x200D, &unseen_letter }, /* no width; joiners */
	{ 0x200E, 0x200F, &turned_text },
	{ 0x2028, 0x2029, &unseen_letter }, /* ends of lines and paragraphs */
	{ 0x202A, 0x202E, &turned_text }, { 0x2060, 0x2064, &unseen_letter },
	{ 0x2066, 0x2069, &turned_text },
	{ 0xFEFF, 0xFEFF, &unseen_letter }, /* but at a file's start */
	{ 0xE0001, 0xE007F,
	    &unseen_letter }, /* tags: letters without a shape */
};

/* What it says of the character at byte i, or NULL.  Nearly all bytes begin
 * none of them. */
static const struct message *
unseen_at(struct str s, size_t i)
{
	unsigned char lead = (unsigned char)s.p[i];
	uint32_t cp;

	if (lead != 0xC2 && lead != 0xD8 && lead < 0xE1)
		return NULL;
	cp = utf8_next(s, &i);
	for (size_t k = 0; k < sizeof(unseen) / sizeof(*unseen); k++) {
		if (cp >= unseen[k].first && cp <= unseen[k].last)
			return unseen[k].message;
	}
	return NULL;
}

/* A line without them. */
static struct str
seen_of(struct arena *a, struct str line)
{
	struct strbuf b;

	buf_init(&b, a);
	for (size_t i = 0; i < line.n;) {
		size_t from = i;

		utf8_next(line, &i);
		if (!unseen_at(line, from))
			buf_add(&b, (struct str){ line.p + from, i - from });
	}
	return buf_str(&b);
}

/* The first that turns the writing says most of a line, else the first. */
static void
check_line(const struct source *s, struct str line, struct diags *d)
{
	const struct message *message = NULL;
	size_t at = 0, behind;

	for (size_t i = 0; i < line.n && message != &turned_text; i++) {
		const struct message *m = unseen_at(line, i);

		if (m && (!message || m == &turned_text)) {
			message = m;
			at = i;
		}
	}
	if (!message)
		return;
	behind = at;

	struct str code =
	    str_printf(d->arena, "U+%04X", (unsigned)utf8_next(line, &behind));
	struct span place =
	    source_span(s, (size_t)(line.p - s->text.p) + at, behind - at);

	diag_add(d, message, place, ARGS(arg_str(code)))->fix =
	    seen_of(d->arena, line);
}

void
unseen_check(const struct source *s, struct diags *d)
{
	for (size_t row = 1; row <= s->nlines; row++)
		check_line(s, source_line(s, row), d);
}
