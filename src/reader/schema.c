/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "reader/reader_int.h"

/* Every table of fields, in the order of the manual. */
static const struct fields *const tables[] = { &council_fields, &body_fields,
	&director_fields, &paper_fields, &calendar_fields, &quarter_fields,
	&member_fields, &plan_fields, &plan_item_fields, &stamp_fields,
	&session_fields, &item_fields, &decision_fields, &report_fields,
	&regulation_fields, &requirement_fields, &waiver_fields };

/* How manuals name the kinds of value. */
static const char *const kind_names[] = {
	[KIND_TEXT] = "text",
	[KIND_TEXTS] = "texts",
	[KIND_PARTS] = "texts",
	[KIND_NUMBER] = "number",
	[KIND_NUMBERS] = "numbers",
	[KIND_FLAG] = "yes or no",
	[KIND_DATE] = "date",
	[KIND_DATES] = "dates",
	[KIND_TERM] = "term",
	[KIND_TIME] = "time",
	[KIND_WORDING] = "wording",
	[KIND_WORDINGS] = "wordings",
	[KIND_PERSON] = "person",
	[KIND_PEOPLE] = "people",
	[KIND_CHOICE] = "word",
	[KIND_CHOICES] = "words",
	[KIND_OWN] = "own",
};

/* The word of a key, or NULL: a row that was forgotten. */
static const struct word *
word_of(const struct fields *f, const char *key)
{
	for (const struct word *w = word_table; w->name; w++) {
		if (strcmp(w->name, key) == 0 && w->in >> f->in & 1)
			return w;
	}
	return NULL;
}

bool
reader_field(struct field_text *out, size_t i)
{
	for (size_t t = 0; t < sizeof(tables) / sizeof(tables[0]); t++) {
		const struct field *f = tables[t]->at;

		for (; f->key; f++) {
			if (i-- > 0)
				continue;
			*out = (struct field_text){ .file = tables[t]->file,
				.key = f->key,
				.kind = kind_names[f->kind],
				.required = f->required,
				.help = f->help };

			const struct word *w = word_of(tables[t], f->key);

			for (size_t lang = 0; w && lang < LANG_MAX; lang++)
				out->words[lang] = w->spellings[lang];
			return true;
		}
	}
	return false;
}
