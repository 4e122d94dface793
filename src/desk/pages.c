/* SPDX-License-Identifier: MIT */
#include "desk/desk_int.h"

/* The values of a paper through its template to blocks, and these to pages. */

struct sheet
paper_sheet(const struct opened *s, const struct paper *paper)
{
	return view_sheet(
	    paper->year ? &paper->year->council : &s->school->council);
}

bool
desk_fill(struct document *out, struct arena *page, struct opened *s,
    const struct paper *paper, const struct value *values, struct diags *d)
{
	const struct template *t =
	    desk_template(s, paper->kind, paper->lang, d);

	*out = (struct document){
		.title = paper->title,
		.organisation =
		    wording_text(&s->school->council.school, paper->lang),
		.lang = paper->lang,
		.date = paper->date,
		.sheet = paper_sheet(s, paper),
	};
	out->sheet.draft = s->desk->draft;
	return t && template_fill(out, page, t, values, d);
}

bool
paper_set(struct pages *out, struct arena *page, struct opened *s,
    const struct document *doc, struct diags *d)
{
	return layout_document(out, page, doc, s->desk->fonts, NULL, d);
}
