/* SPDX-License-Identifier: MIT */
/* Which paper of a school a printed one is. */
#include "cli/verify.h"

/* How much of what a file says of itself this paper has: 0, it is another. */
static int
likeness(const struct paper *p, const struct imprint *m)
{
	struct str year = p->year ? p->year->folder : STR("-");
	int number = p->session ? session_number(p->session) : 0;

	if (p->kind != m->kind || !str_eq(year, m->year))
		return 0;
	if (!p->session)
		return 1;
	return (number == m->number) + (date_cmp(p->date, m->date) == 0);
}

/* An extract is made when it is asked for: of these items, of that session. */
static void
extract_add(struct papers *out, struct arena *a, const struct school *s,
    const struct imprint *m)
{
	struct papers minutes;
	struct imprint of = *m;
	const struct paper *best = NULL;

	of.kind = PAPER_MINUTES;
	view_papers(&minutes, a, s, m->date);
	for (size_t i = 0; i < minutes.n; i++) {
		const struct paper *p = &minutes.at[i];

		if (likeness(p, &of) > (best ? likeness(best, &of) : 0))
			best = p;
	}
	for (size_t i = 0; i < m->items.n; i++) {
		int n = m->items.at[i];

		if (!best || n < 1 || (size_t)n > best->session->items.n)
			return;
	}
	if (best)
		view_extract(out, a, s, best->year, best->session, &m->items);
}

/* The paper as its hash is made: a yearbook with what is in it. */
static void
values_find(struct match *m, struct arena *a)
{
	struct paper paper = m->paper;

	if (paper.kind == PAPER_YEARBOOK)
		desk_list_parts(&paper, a, &m->papers);
	m->values = view_paper(a, &paper);
	m->hash = seal_hash(a, &paper, m->values);
}

bool
match_find(struct match *out, struct arena *a, const struct shelf *shelf,
    const struct imprint *printed)
{
	int best = 0;

	*out = (struct match){ .shelf = shelf };
	/* A control sheet was made as of its own date. */
	if (printed->kind == PAPER_EXTRACT)
		extract_add(&out->papers, a, shelf->opened.school, printed);
	else
		view_papers(
		    &out->papers, a, shelf->opened.school, printed->date);
	for (size_t i = 0; i < out->papers.n; i++) {
		int like = likeness(&out->papers.at[i], printed);

		if (like > best) {
			best = like;
			out->paper = out->papers.at[i];
		}
	}
	if (best)
		values_find(out, a);
	return best > 0;
}

bool
match_hash(struct match *out, struct arena *a, const struct shelf *shelf,
    struct str hash, struct date today)
{
	*out = (struct match){ .shelf = shelf };
	view_papers(&out->papers, a, shelf->opened.school, today);
	for (size_t i = 0; i < out->papers.n; i++) {
		out->paper = out->papers.at[i];
		values_find(out, a);
		if (str_eq(out->hash, hash))
			return true;
	}
	return false;
}
