/* SPDX-License-Identifier: MIT */
/*
 * What only the making of a paper tells, found by check too: templates of the
 * school's own, tags and tables of report.md, letters that the font lacks,
 * tables too wide.  To set every paper would cost more than all the rest of
 * check; so most are cleared by a look at the bytes of their sources.
 */
#include "base/index.h"
#include "desk/desk_int.h"

/* A source that was looked at; of a year's papers most have some in common. */
struct look {
	const struct source *source;
	bool suspect;
	size_t parts; /* the signs that part its text */
};
struct trial {
	struct opened *s;
	struct index looked; /* places among the looks, from 1, by path */
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

/* Lines, and what stands between bars or commas: a paragraph, a cell or an
 * element of a list has one such sign at least. */
static size_t
parts_of(struct str s)
{
	size_t n = 0;

	for (size_t i = 0; i < s.n; i++)
		n += s.p[i] == '\n' || s.p[i] == '|' || s.p[i] == ',';
	return n;
}

static const struct look *
source_look_at(
    struct trial *t, const struct source *s, const struct sheet *sheet)
{
	size_t *known = index_at(&t->looked, t->s->arena, s->path);

	if (!*known) {
		*LIST_ADD(t->s->arena, &t->looks) = (struct look){ s,
			layout_doubts(
			    t->s->desk->fonts, sheet, s->text, header_size(s)),
			parts_of(s->text) };
		*known = t->looks.n;
	}
	return &t->looks.at[*known - 1];
}

/* What a paper's sources make likely. */
struct doubt {
	bool set;  /* layout may refuse something */
	bool fill; /* it may be too long: one part of a record may be printed in
		    * several places */
};
enum { PLACES = 8 };

static struct doubt
paper_doubt(struct trial *t, const struct paper *paper)
{
	struct sheet sheet = paper_sheet(t->s, paper);
	struct doubt doubt = { .set = t->s->own[paper->kind][paper->lang] };
	size_t parts = 0;

	for (size_t i = 0; i < paper->sources.n; i++) {
		const struct source *s = paper->sources.at[i];
		const struct look *look = source_look_at(t, s, &sheet);

		parts += look->parts;
		/* A chart may have more bars than a page holds. */
		doubt.set = doubt.set || look->suspect ||
			    (paper->kind == PAPER_REPORT &&
				str_find(s->text, STR("```")) != SIZE_MAX);
	}
	doubt.fill = doubt.set || paper->kind == PAPER_REPORT ||
		     parts > TEMPLATE_PARTS_MAX / PLACES;
	return doubt;
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
	struct doubt doubt = paper_doubt(t, paper);
	struct arena *a = t->s->arena;
	struct document doc;
	struct pages pages;
	struct diags d;

	if (!doubt.fill)
		return;
	diags_init(&d, a);
	if (desk_fill(&doc, a, t->s, paper, view_paper(a, paper), &d) &&
	    doubt.set)
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
