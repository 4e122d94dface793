/* SPDX-License-Identifier: MIT */
#include "layout/layout.h"

#include "base/utf8.h"
#include "layout/layout_int.h"

/* Spaces, marks that only steer, and the soft hyphen, which is seen only where
 * a line ends. */
static bool
is_unseen(uint32_t cp)
{
	return cp == ' ' || cp == '\t' || cp == '\n' || cp == 0xa0 ||
	       cp == 0xad || (cp >= 0x2000 && cp <= 0x200f) || cp == 0x2060 ||
	       cp == 0xfeff;
}

/* Whether anything of it is to be seen. */
static bool
is_visible(struct str s)
{
	for (size_t i = 0; i < s.n;) {
		uint32_t cp = utf8_next(s, &i);

		if (!is_unseen(cp))
			return true;
	}
	return false;
}

/* Finds the run's entry at or behind *at: both are in the order of reading. */
static const struct ledger_entry *
entry_find(const struct setter *s, const struct run *run, size_t *at)
{
	for (size_t i = *at; i < s->ledger.n; i++) {
		if (s->ledger.at[i].run != run)
			continue;
		*at = i + 1;
		return &s->ledger.at[i];
	}
	return NULL;
}

/* Every run of a record must have been drawn, whole. */
static void
check_drawn(struct setter *s, const struct blocks *blocks, size_t *at)
{
	for (size_t i = 0; i < blocks->n; i++) {
		const struct block *b = &blocks->at[i];

		for (size_t k = 0; k < b->runs.n; k++) {
			const struct run *run = &b->runs.at[k];
			const struct ledger_entry *e;

			if (run->kind != RUN_TEXT || !run->record ||
			    !is_visible(run->s))
				continue;
			e = entry_find(s, run, at);
			if (e && e->parts && e->drawn >= e->parts)
				continue;
			diag_add(s->d, &not_drawn, run_place(s, run),
			    ARGS(arg_str(str_copy(s->d->arena, run->s))));
			s->ok = false;
		}
		check_drawn(s, &b->kids, at);
	}
}

static void
matter_add(struct matter *to, struct arena *a, const struct blocks *blocks)
{
	if (!blocks->n)
		return;
	to->kids = ARENA_ARRAY(a, struct matter, blocks->n);
	to->n = blocks->n;
	for (size_t i = 0; i < to->n; i++) {
		to->kids[i].block = &blocks->at[i];
		matter_add(&to->kids[i], a, &blocks->at[i].kids);
	}
}

bool
layout_document(struct pages *out, struct arena *a, const struct document *doc,
    struct fonts *fonts, struct layout_figures *figures, struct diags *d)
{
	struct setter s = { .a = a,
		.doc = doc,
		.sheet = &doc->sheet,
		.lang = doc->lang,
		.fonts = fonts,
		.out = out,
		.figures = figures,
		.d = d,
		.ok = true };
	struct frame f = sheet_frame(&doc->sheet);
	struct matter all = { 0 };
	struct boxes boxes = { 0 };
	size_t at = 0;

	*out = (struct pages){ 0 };
	for (int face = 0; face < FACE_MAX; face++) {
		s.space[face] = font_shape(fonts, a, (enum face)face, STR(" "));
		s.hyphen[face] =
		    font_shape(fonts, a, (enum face)face, STR("-"));
	}
	tag_add(&s, TAG_DOCUMENT, 0);
	matter_add(&all, a, &doc->blocks);
	set_blocks(&boxes, &s, &all, &f, 0);
	/* What was refused is known not to be drawn; a draft prints what can
	 * be printed. */
	if (s.ok && !doc->sheet.draft)
		check_drawn(&s, &doc->blocks, &at);
	paginate(&s, &boxes);
	return s.ok;
}
