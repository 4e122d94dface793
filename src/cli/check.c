/* SPDX-License-Identifier: MIT */
#include "cli/cli.h"
#include "desk/desk.h"
#include "reader/reader.h"

static bool
holds(struct str folder, struct str path)
{
	return str_starts(path, folder) &&
	       (path.n == folder.n || path.p[folder.n] == '/');
}

/* Says which of the paths that were asked for were never read. */
static void
check_paths(struct opened *s, const struct target *t)
{
	struct diags *d = &s->found;

	for (size_t i = 0; i < t->within.n; i++) {
		struct str part = t->within.at[i];
		bool known = desk_reads(s, part);

		for (size_t k = 0; k < d->list.n && !known; k++)
			known = holds(part, d->list.at[k].at.src->path) ||
				holds(d->list.at[k].at.src->path, part);
		if (!known)
			reader_check_path(s->school, part, d);
	}
}

/* Reads one school, judges it, says what was found. */
static enum outcome
check_one(const struct options *o, struct desk *desk, struct channels *out,
    const struct target *t, struct arena *a)
{
	struct opened s;
	struct diags d;

	desk_open_school(&s, desk, a, t->root.p, NULL);
	desk_try(&s);
	check_paths(&s, t);
	diags_sort(&s.found);
	diags_filter(&d, &s.found, t->within.at, t->within.n);
	output_findings(out, &d, lang_of(o, s.school), t->prefix);
	return outcome_of(&d, o->fail_on);
}

enum outcome
check_run(const struct options *o)
{
	struct targets targets;
	struct desk desk;
	struct arena a;
	enum outcome worst = OUTCOME_CLEAN;

	enum outcome found = o->operands.n ? targets_of_paths(&targets, o,
						 o->operands.at, o->operands.n)
					   : targets_of_folders(&targets, o);

	if (found != OUTCOME_CLEAN)
		return found;

	struct channels *out = output_begin(o, stdout);

	if (!out)
		return OUTCOME_SYSTEM;
	desk_open(&desk, o->run, o->words, o->today);
	arena_init(&a);
	for (size_t i = 0; i < targets.n; i++) {
		enum outcome r = check_one(o, &desk, out, &targets.at[i], &a);

		if (r > worst)
			worst = r;
		arena_reset(&a);
	}
	arena_done(&a);
	desk_close(&desk);
	return output_end(out, worst) ? worst : OUTCOME_SYSTEM;
}
