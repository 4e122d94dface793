/* SPDX-License-Identifier: MIT */
#include "desk/desk_int.h"

/* Which template a paper has: the school's own, or the built-in one. */

struct str
desk_template_path(struct arena *a, enum paper_kind kind, enum lang lang)
{
	return str_printf(
	    a, "templates/%s/%s.md", lang_codes[lang], paper_names[kind]);
}

static void
read_own(
    struct opened *s, enum paper_kind kind, enum lang lang, struct diags *d)
{
	struct str path = desk_template_path(s->arena, kind, lang);
	struct source *source =
	    overlay_read(s->overlay, s->arena, s->root, path);

	s->own_known[kind][lang] = true;
	if (source->state == SOURCE_ABSENT)
		return;
	s->own[kind][lang] =
	    template_read(s->arena, source, paper_names[kind], d);
	s->own_faulty[kind][lang] = !s->own[kind][lang];
}

static void
read_builtin(
    struct desk *desk, enum paper_kind kind, enum lang lang, struct diags *d)
{
	struct arena *run = desk->run;
	struct source *source =
	    source_from(run, desk_template_path(run, kind, lang),
		template_builtin(paper_names[kind], lang));

	desk->builtin[kind][lang] =
	    template_read(run, source, paper_names[kind], d);
}

const struct template *
desk_template(
    struct opened *s, enum paper_kind kind, enum lang lang, struct diags *d)
{
	struct desk *desk = s->desk;

	if (!s->own_known[kind][lang])
		read_own(s, kind, lang, d);
	if (s->own_faulty[kind][lang])
		return NULL;
	if (s->own[kind][lang])
		return s->own[kind][lang];
	if (!desk->builtin[kind][lang])
		read_builtin(desk, kind, lang, d);
	return desk->builtin[kind][lang];
}

bool
desk_reads(const struct opened *s, struct str path)
{
	for (int k = 0; k < PAPER_MAX; k++) {
		for (enum lang l = 0; l < LANG_MAX; l++) {
			struct str one =
			    desk_template_path(s->arena, (enum paper_kind)k, l);

			if ((s->own[k][l] || s->own_faulty[k][l]) &&
			    str_starts(one, path) &&
			    (one.n == path.n || one.p[path.n] == '/'))
				return true;
		}
	}
	return false;
}
