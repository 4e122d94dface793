/* SPDX-License-Identifier: MIT */
/*
 * What only the making of a paper tells, found by check too: templates of the
 * school's own, tags and tables of report.md, letters that the font lacks,
 * tables too wide.  To set every paper would cost more than all the rest of
 * check; so most are cleared by a look at the bytes of their sources.
 */
#include "desk/desk_int.h"

/* A source that was looked at; of a year's papers most have some in common. */
struct look {
	const struct source *source;
	bool suspect;
};
struct trial {
	struct opened *s;
	LIST(struct look) looks;
};

/* --- suspicion ---------------------------------------------------------- */

/* How many bytes of a source are of people and facts, not of prose. */
static size_t
header_size(const struct source *s)
{
	size_t n;

	if (str_ends(s->path, STR(".yaml")))
		return s->text.n;
	n = str_find(str_skip(s->text, 1), STR("\n---"));
	return n == SIZE_MAX || !str_starts(s->text, STR("---")) ? 0 : n;
}

static bool
source_is_suspect(
    struct trial *t, const struct source *s, const struct sheet *sheet)
{
	for (size_t i = 0; i < t->looks.n; i++) {
		if (t->looks.at[i].source == s)
			return t->looks.at[i].suspect;
	}

	bool suspect =
	    layout_doubts(t->s->desk->fonts, sheet, s->text, header_size(s));

	*LIST_ADD(t->s->arena, &t->looks) = (struct look){ s, suspect };
	return suspect;
}

static bool
paper_is_suspect(struct trial *t, const struct paper *paper)
{
	struct sheet sheet = paper_sheet(t->s, paper);

	if (t->s->own[paper->kind][paper->lang])
		return true;
	for (size_t i = 0; i < paper->sources.n; i++) {
		const struct source *s = paper->sources.at[i];

		/* A chart may have more bars than a page holds. */
		if (source_is_suspect(t, s, &sheet) ||
		    (paper->kind == PAPER_REPORT &&
			str_find(s->text, STR("```")) != SIZE_MAX))
			return true;
	}
	return false;
}

/* --- the trial ---------------------------------------------------------- */

static bool
is_same_place(const struct diag *g, const struct diag *o)
{
	return o->at.src == g->at.src && o->at.off == g->at.off &&
	       o->at.len == g->at.len;
}

/* Whether it is said of the place; of one in a built-in template, which nobody
 * can change, whether it is said of any. */
static bool
is_said(const struct diags *d, const struct diag *g, bool builtin)
{
	bool anywhere =
	    builtin && str_starts(g->at.src->path, STR("templates/"));

	for (size_t i = 0; i < d->list.n; i++) {
		const struct diag *o = &d->list.at[i];

		if (o->message == g->message &&
		    (anywhere || is_same_place(g, o)))
			return true;
	}
	return false;
}

/* What several papers have in common is said once. */
static void
add_new(struct diags *to, const struct diags *d, bool builtin)
{
	for (size_t i = 0; i < d->list.n; i++) {
		if (!is_said(to, &d->list.at[i], builtin))
			diag_copy(to, &d->list.at[i]);
	}
}

static void
try_paper(struct trial *t, const struct paper *paper)
{
	bool suspect = paper_is_suspect(t, paper);
	struct arena *a = t->s->arena;
	struct document doc;
	struct pages pages;
	struct diags d;

	if (!suspect && paper->kind != PAPER_REPORT)
		return;
	diags_init(&d, a);
	if (desk_fill(&doc, a, t->s, paper, view_paper(a, paper), &d) &&
	    suspect)
		paper_set(&pages, a, t->s, &doc, &d);
	add_new(&t->s->found, &d, !t->s->own[paper->kind][paper->lang]);
}

static void
try_templates(struct trial *t)
{
	struct opened *s = t->s;

	/* Most schools have none: one question for all papers. */
	if (overlay_look(s->overlay, s->arena, s->root, STR("templates")) ==
	    SOURCE_ABSENT)
		return;
	for (int k = 0; k < PAPER_MAX; k++) {
		desk_template(s, (enum paper_kind)k, LANG_KY, &t->s->found);
		desk_template(s, (enum paper_kind)k, LANG_RU, &t->s->found);
	}
}

void
desk_try(struct opened *s)
{
	/* What is found here holds back no other paper. */
	const struct diags found = s->found;
	struct trial t = { .s = s };
	struct papers papers;

	try_templates(&t);
	view_papers(&papers, s->arena, s->school, s->desk->today);
	for (size_t i = 0; i < papers.n; i++) {
		/* A paper that is held back is not made by build either. */
		if (!desk_spoiled(&found, &papers.at[i]))
			try_paper(&t, &papers.at[i]);
	}
	s->unfit += s->found.count[SEV_ERROR] - found.count[SEV_ERROR];
}
