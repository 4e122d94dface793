/* SPDX-License-Identifier: MIT */
#include "desk/desk.h"

#include "reader/reader.h"
#include "rules/rules.h"
#include "seal/seal.h"

void
desk_open(struct desk *desk, struct arena *run, const struct lexicon *words,
    struct date today)
{
	*desk = (struct desk){ .run = run, .words = words, .today = today };
	desk->fonts = font_open();
	desk->writer = pdf_open(desk->fonts);
}

void
desk_close(struct desk *desk)
{
	pdf_close(desk->writer);
	font_close(desk->fonts);
}

void
desk_read(struct opened *out, struct desk *desk, struct arena *a,
    const char *root, const struct overlay *overlay, const struct str *years,
    size_t nyears)
{
	*out = (struct opened){
		.desk = desk, .arena = a, .root = root, .overlay = overlay
	};
	diags_init(&out->found, a);
	out->school = reader_school(
	    a, desk->words, root, overlay, years, nyears, &out->found);
	out->unread = out->found.count[SEV_ERROR];
}

void
desk_open_school(struct opened *out, struct desk *desk, struct arena *a,
    const char *root, const struct overlay *overlay)
{
	desk_read(out, desk, a, root, overlay, NULL, 0);
	seal_check(out->school, &out->found);
	out->unfit = out->found.count[SEV_ERROR] - out->unread;
	rules_check(out->school, desk->today, &out->found);
}

void
desk_again(struct opened *out, const struct opened *s, struct arena *a)
{
	*out = (struct opened){ .desk = s->desk,
		.arena = a,
		.root = s->root,
		.overlay = s->overlay,
		.school = s->school };
	diags_init(&out->found, a);
}
