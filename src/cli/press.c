/* SPDX-License-Identifier: MIT */
#include "cli/press.h"

void
press_open(struct press *p, const struct options *o)
{
	*p = (struct press){ .o = o, .fonts = font_open() };
	p->writer = pdf_open(p->fonts);
}

void
press_close(struct press *p)
{
	pdf_close(p->writer);
	font_close(p->fonts);
}

/* A duty of the year holds nothing back: a quarter without a session must not
 * stop the minutes of another. */
static bool
holds_back(const struct diag *g, const struct paper *paper)
{
	if (g->severity != SEV_ERROR || g->waived.n)
		return false;
	switch (g->message->concern) {
	case CONCERNS_DUTY:
		return false;
	case CONCERNS_SIGNATURE:
		return paper->session && paper->session->source == g->at.src;
	case CONCERNS_RECORD:
		break;
	}
	return true;
}

const struct source *
press_spoiled(const struct diags *d, const struct paper *paper)
{
	for (size_t i = 0; i < d->list.n; i++) {
		const struct diag *g = &d->list.at[i];

		if (!holds_back(g, paper))
			continue;
		for (size_t k = 0; k < paper->sources.n; k++) {
			if (paper->sources.at[k] == g->at.src)
				return g->at.src;
		}
	}
	return NULL;
}

/* --- templates ---------------------------------------------------------- */

struct str
press_template_path(struct arena *a, enum paper_kind kind, enum lang lang)
{
	return str_printf(
	    a, "templates/%s/%s.md", lang_codes[lang], paper_names[kind]);
}

static void
read_own(struct job *j, enum paper_kind kind, enum lang lang, struct diags *d)
{
	struct str path = press_template_path(j->arena, kind, lang);
	struct source *s = source_read(j->arena, j->root, path);

	j->own_known[kind][lang] = true;
	if (s->state == SOURCE_ABSENT)
		return;
	j->own[kind][lang] = template_read(j->arena, s, paper_names[kind], d);
	j->own_faulty[kind][lang] = !j->own[kind][lang];
}

static void
read_builtin(
    struct press *p, enum paper_kind kind, enum lang lang, struct diags *d)
{
	struct arena *run = p->o->run;
	struct source *s =
	    source_from(run, press_template_path(run, kind, lang),
		template_builtin(paper_names[kind], lang));

	p->builtin[kind][lang] = template_read(run, s, paper_names[kind], d);
}

const struct template *
press_template(
    struct job *j, enum paper_kind kind, enum lang lang, struct diags *d)
{
	struct press *p = j->press;

	if (!j->own_known[kind][lang])
		read_own(j, kind, lang, d);
	if (j->own_faulty[kind][lang])
		return NULL;
	if (j->own[kind][lang])
		return j->own[kind][lang];
	if (!p->builtin[kind][lang])
		read_builtin(p, kind, lang, d);
	return p->builtin[kind][lang];
}

bool
press_reads(const struct job *j, struct str path)
{
	for (int k = 0; k < PAPER_MAX; k++) {
		for (enum lang l = 0; l < LANG_MAX; l++) {
			struct str one = press_template_path(
			    j->arena, (enum paper_kind)k, l);

			if ((j->own[k][l] || j->own_faulty[k][l]) &&
			    str_starts(one, path) &&
			    (one.n == path.n || one.p[path.n] == '/'))
				return true;
		}
	}
	return false;
}

/* --- pages -------------------------------------------------------------- */

struct sheet
press_sheet(const struct job *j, const struct paper *paper)
{
	return view_sheet(
	    paper->year ? &paper->year->council : &j->school->council);
}

bool
press_fill(struct document *out, struct arena *page, struct job *j,
    const struct paper *paper, const struct value *values, struct diags *d)
{
	const struct template *t =
	    press_template(j, paper->kind, paper->lang, d);

	*out = (struct document){
		.title = paper->title,
		.organisation =
		    wording_text(&j->school->council.school, paper->lang),
		.lang = paper->lang,
		.date = paper->date,
		.sheet = press_sheet(j, paper),
	};
	out->sheet.draft = j->press->o->draft;
	return t && template_fill(out, page, t, values, d);
}

bool
press_set(struct pages *out, struct arena *page, struct job *j,
    const struct document *doc, struct diags *d)
{
	return layout_document(out, page, doc, j->press->fonts, NULL, d);
}
