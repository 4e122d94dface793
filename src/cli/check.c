/* SPDX-License-Identifier: MIT */
#include "cli/press.h"
#include "reader/reader.h"
#include "rules/rules.h"
#include "seal/seal.h"

static bool
holds(struct str folder, struct str path)
{
	return str_starts(path, folder) &&
	       (path.n == folder.n || path.p[folder.n] == '/');
}

/* Says which of the paths that were asked for were never read. */
static void
check_paths(struct job *j, const struct target *t, struct diags *d)
{
	for (size_t i = 0; i < t->within.n; i++) {
		struct str part = t->within.at[i];
		bool known = press_reads(j, part);

		for (size_t k = 0; k < d->list.n && !known; k++)
			known = holds(part, d->list.at[k].at.src->path) ||
				holds(d->list.at[k].at.src->path, part);
		if (!known)
			reader_check_path(j->school, part, d);
	}
}

/* Reads one school, judges it, says what was found. */
static enum outcome
check_one(struct press *p, struct channels *out, const struct target *t,
    struct arena *a)
{
	const struct options *o = p->o;
	struct diags all, d;

	diags_init(&all, a);

	struct school *s = reader_school(a, o->words, t->root.p, NULL, 0, &all);

	seal_check(s, &all);
	rules_check(s, o->today, &all);

	struct job j = { p, a, t->root.p, s, .own = { { 0 } } };

	press_try(&j, &all);
	check_paths(&j, t, &all);
	diags_sort(&all);
	diags_filter(&d, &all, t->within.at, t->within.n);

	enum lang lang = lang_of(o, s);

	output_findings(out, &d, lang, t->prefix);
	return outcome_of(&d, o->fail_on);
}

enum outcome
check_run(const struct options *o)
{
	struct targets targets;
	struct press p;
	struct arena a;
	enum outcome worst = OUTCOME_CLEAN;

	if (o->operands.n
		? !targets_of_paths(&targets, o, o->operands.at, o->operands.n)
		: !targets_of_folders(&targets, o))
		return OUTCOME_USAGE;

	struct channels *out = output_begin(o, stdout);

	if (!out)
		return OUTCOME_SYSTEM;
	press_open(&p, o);
	arena_init(&a);
	for (size_t i = 0; i < targets.n; i++) {
		enum outcome r = check_one(&p, out, &targets.at[i], &a);

		if (r > worst)
			worst = r;
		arena_reset(&a);
	}
	arena_done(&a);
	press_close(&p);
	return output_end(out, worst) ? worst : OUTCOME_SYSTEM;
}
