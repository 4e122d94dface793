/* SPDX-License-Identifier: MIT */
/*
 * What only the making of a paper tells, found by check too: templates of the
 * school's own, tags and tables of report.md, letters that the font lacks,
 * tables too wide.  To set every paper would cost more than all the rest of
 * check; so most are cleared by a look at the bytes of their sources.
 */
#include <unistd.h>

#include "base/utf8.h"
#include "cli/press.h"

enum {
	WIDE = 8,    /* bars in a line: a table that may be too wide */
	LONG = 4000, /* bytes of a line: a role or name may be too long */
};

/* A source that was looked at; of a year's papers most have some in common. */
struct look {
	const struct source *source;
	bool suspect;
};
struct trial {
	struct job *job;
	struct diags *d;
	LIST(struct look) looks;
};

/* --- suspicion ---------------------------------------------------------- */

static bool
has_letter(struct press *p, uint32_t cp)
{
	if (cp >= PRESS_LETTERS)
		return font_has(p->fonts, FACE_REGULAR, cp);
	if (!p->letters[cp])
		p->letters[cp] =
		    font_has(p->fonts, FACE_REGULAR, cp) ? 'y' : 'n';
	return p->letters[cp] == 'y';
}

/* Whether a letter from Ѐ to џ begins at this byte: each face has them all. */
static bool
is_plain(struct str s, size_t i)
{
	unsigned char lead = (unsigned char)s.p[i];

	return lead == 0xD0 ||
	       (lead == 0xD1 && (unsigned char)s.p[i + 1] < 0xA0);
}

/* Marks, and signs with a stroke: the font has them, but does not draw each
 * with each letter. */
static bool
is_composed(uint32_t cp)
{
	return (cp > 0x301 && cp < 0x370) || (cp >= 0x2190 && cp < 0x2300);
}

static bool
is_suspect(struct press *p, struct str s)
{
	size_t bars = 0, begin = 0;

	for (size_t i = 0; i < s.n;) {
		unsigned char c = (unsigned char)s.p[i];

		if (c >= 0x80) {
			if (is_plain(s, i)) {
				i += 2;
				continue;
			}

			uint32_t cp = utf8_next(s, &i);

			if (is_composed(cp) || !has_letter(p, cp))
				return true;
			continue;
		}
		i++;
		if (c == '|' && ++bars > WIDE)
			return true;
		if (c != '\n')
			continue;
		if (i - begin > LONG)
			return true;
		bars = 0;
		begin = i;
	}
	return s.n - begin > LONG;
}

static bool
source_is_suspect(struct trial *t, const struct source *s)
{
	for (size_t i = 0; i < t->looks.n; i++) {
		if (t->looks.at[i].source == s)
			return t->looks.at[i].suspect;
	}

	bool suspect = is_suspect(t->job->press, s->text);

	*LIST_ADD(t->d->arena, &t->looks) = (struct look){ s, suspect };
	return suspect;
}

static bool
paper_is_suspect(struct trial *t, const struct paper *paper)
{
	if (t->job->own[paper->kind][paper->lang])
		return true;
	for (size_t i = 0; i < paper->sources.n; i++) {
		const struct source *s = paper->sources.at[i];

		/* A chart may have more bars than a page holds. */
		if (source_is_suspect(t, s) ||
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
	struct arena *a = t->d->arena;
	struct document doc;
	struct pages pages;
	struct diags d;

	if (!suspect && paper->kind != PAPER_REPORT)
		return;
	diags_init(&d, a);
	if (press_fill(&doc, a, t->job, paper, view_paper(a, paper), &d) &&
	    suspect)
		press_set(&pages, a, t->job, &doc, &d);
	add_new(t->d, &d, !t->job->own[paper->kind][paper->lang]);
}

static void
try_templates(struct trial *t)
{
	struct job *j = t->job;
	struct str folder = str_printf(j->arena, "%s/templates", j->root);

	/* Most schools have none: one question for all papers. */
	if (access(folder.p, F_OK) < 0)
		return;
	for (int k = 0; k < PAPER_MAX; k++) {
		press_template(j, (enum paper_kind)k, LANG_KY, t->d);
		press_template(j, (enum paper_kind)k, LANG_RU, t->d);
	}
}

void
press_try(struct job *j, struct diags *d)
{
	/* What is found here holds back no other paper. */
	const struct diags found = *d;
	struct trial t = { .job = j, .d = d };
	struct papers papers;

	try_templates(&t);
	view_papers(&papers, j->arena, j->school, j->press->o->today);
	for (size_t i = 0; i < papers.n; i++) {
		/* A paper that is held back is not made by build either. */
		if (!press_spoiled(&found, &papers.at[i]))
			try_paper(&t, &papers.at[i]);
	}
}
