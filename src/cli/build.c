/* SPDX-License-Identifier: MIT */
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "cli/cli.h"
#include "desk/desk.h"

static const struct words unknown_kind =
    TEXT("unknown kind of paper: %1; there are: %2");
static const struct words one_folder =
    TEXT("-o takes the papers of one school; leave it out to put each school's "
	 "into its own out/");
static const struct words items_of_what =
    TEXT("--items is for an extract: kengesh build extract --items 1,3");
static const struct words held_back =
    TEXT("%1 is held back: there are errors in %2");
static const struct words not_set =
    TEXT("%1 is held back: some of its text would not be printed, see the "
	 "errors above");
static const struct words no_papers =
    TEXT("%1: the records allow no paper yet");
static const struct words no_such_paper =
    TEXT("%1: the records allow no such paper yet: %2");
static const struct words made = TEXT("papers: %1, pages: %2");

/* One call, for all schools. */
struct build {
	const struct options *o;
	struct channels *channels;
	enum wish {
		WISH_NONE,
		WISH_ALL,  /* with all others */
		WISH_NAMED /* by its kind */
	} wishes[PAPER_MAX];
	struct desk desk;
	struct arena page; /* one document: reset after each */
	size_t papers, pages;
	enum lang lang; /* of the last school */
	enum outcome worst;
};

/* One school; `lang` is that of what is said of it. */
struct order {
	struct build *build;
	const struct target *target;
	const struct papers *papers;
	enum lang lang;
	struct opened opened;
};

static void
note(struct build *p, enum outcome outcome)
{
	if (outcome > p->worst)
		p->worst = outcome;
}

static struct str
kind_names(struct arena *a)
{
	struct strbuf b;

	buf_init(&b, a);
	for (int k = 0; k < PAPER_MAX; k++)
		buf_printf(&b, "%s, ", paper_names[k]);
	buf_add(&b, STR("all"));
	return buf_str(&b);
}

static bool
kind_read(struct build *p, struct str word)
{
	bool all = str_eq(word, STR("all")), known = all;

	for (int k = 0; k < PAPER_MAX; k++) {
		bool named = str_eq(word, str_from(paper_names[k]));
		enum wish wish = named ? WISH_NAMED : WISH_ALL;

		if ((named || all) && p->wishes[k] < wish)
			p->wishes[k] = wish;
		known |= named;
	}
	return known;
}

static bool
kinds_read(struct build *p)
{
	const struct options *o = p->o;

	for (size_t i = 0; i < o->operands.n; i++) {
		struct str word = str_from(o->operands.at[i]);

		if (kind_read(p, word))
			continue;
		say(o, o->lang, &unknown_kind,
		    ARGS(arg_str(word), arg_str(kind_names(o->run))));
		return false;
	}
	if (!o->operands.n)
		kind_read(p, STR("all"));
	if (!o->items.n || p->wishes[PAPER_EXTRACT] == WISH_NAMED)
		return true;
	say(o, o->lang, &items_of_what, NO_ARGS);
	return false;
}

/* Says what was found while a paper was made; true where that was no error. */
static bool
said(struct order *j, struct diags *d)
{
	diags_sort(d);
	output_findings(j->build->channels, d, j->lang, j->target->prefix);
	note(j->build, outcome_of(d, SEV_MAX));
	return !d->count[SEV_ERROR];
}

/* Where a paper goes: what was named, and what is made below it. */
struct place_of_paper {
	const char *base, *below;
	const char *shown; /* both, as the user sees them */
};

/* A draft never goes under the name of what will be signed. */
static struct place_of_paper
place_of(const struct order *j, const struct paper *paper)
{
	const struct options *o = j->build->o;
	struct arena *a = j->opened.arena;
	struct str root = j->target->prefix;
	struct place_of_paper p = { .base =
					o->out ? o->out : j->target->root.p };

	p.below = cstr_printf(a, "%s" STR_FMT ".%s%s.pdf", o->out ? "" : "out/",
	    STR_ARG(paper->file), lang_codes[paper->lang],
	    o->draft ? ".draft" : "");
	p.shown = o->out ? cstr_printf(a, "%s/%s", o->out, p.below)
			 : cstr_printf(a, STR_FMT "%s", STR_ARG(root), p.below);
	return p;
}

static void
paper_put(struct order *j, const struct place_of_paper *to, struct str bytes,
    size_t pages)
{
	struct build *p = j->build;
	int error;

	if (file_put(&p->page, to->base, to->below, bytes, &error) ==
	    FILE_FAILED) {
		say_unwritten(p->o, j->lang, to->shown, error);
		note(p, OUTCOME_SYSTEM);
		return;
	}
	p->papers++;
	p->pages += pages;
	if (!p->o->quiet)
		print_line(str_from(to->shown));
}

static bool
set_paper(
    struct order *j, const struct paper *paper, const struct place_of_paper *to)
{
	struct build *p = j->build;
	struct paper_file printed;
	struct diags d;

	diags_init(&d, &p->page);

	enum desk_result result = desk_paper(
	    &printed, &p->page, &j->opened, j->papers, paper, p->o->epoch, &d);

	if (!said(j, &d) || result == DESK_NOT_SET)
		return false;
	if (result == DESK_REFUSED) {
		note(p, OUTCOME_SYSTEM);
		return false;
	}
	paper_put(j, to, printed.bytes, printed.pages);
	return true;
}

static void
hold_back(struct order *j, const struct paper *paper, const struct source *bad)
{
	struct build *p = j->build;

	say(p->o, j->lang, &held_back,
	    ARGS(arg_str(str_from(place_of(j, paper).shown)),
		arg_str(bad->path)));
	note(p, OUTCOME_FINDINGS);
}

static void
build_paper(struct order *j, const struct paper *paper)
{
	struct build *p = j->build;
	struct place_of_paper to = place_of(j, paper);
	const struct source *bad = desk_spoiled(&j->opened.found, paper);

	if (bad && !p->o->draft) {
		hold_back(j, paper, bad);
		return;
	}
	if (!set_paper(j, paper, &to)) {
		say(p->o, j->lang, &not_set, ARGS(arg_str(str_from(to.shown))));
		note(p, OUTCOME_FINDINGS);
	}
	arena_reset(&p->page);
}

static bool
is_wished(const struct build *p, const struct paper *paper)
{
	enum wish least = paper->on_demand ? WISH_NAMED : WISH_ALL;

	return p->wishes[paper->kind] >= least &&
	       choice_session(p->o, paper->session);
}

/* There is nothing to draft from either; true where it was asked for. */
static bool
hold_unread(struct order *j, const struct paper *paper)
{
	const struct source *bad = desk_spoiled(&j->opened.found, paper);

	if (!bad || !is_wished(j->build, paper))
		return false;
	hold_back(j, paper, bad);
	return true;
}

/* Says which kinds were asked for that this school has no records for; `n` is
 * how many papers of each kind it has. */
static void
say_missing(struct order *j, struct arena *a, const size_t n[PAPER_MAX])
{
	struct build *p = j->build;
	struct str file =
	    str_printf(a, STR_FMT "council.yaml", STR_ARG(j->target->prefix));
	struct strbuf kinds;
	size_t all = 0;

	buf_init(&kinds, a);
	for (int k = 0; k < PAPER_MAX; k++) {
		all += n[k];
		if (p->wishes[k] == WISH_NAMED && !n[k])
			buf_printf(&kinds, "%s%s", kinds.n ? ", " : "",
			    paper_names[k]);
	}
	if (kinds.n)
		say(p->o, j->lang, &no_such_paper,
		    ARGS(arg_str(file), arg_str(buf_str(&kinds))));
	else if (!all)
		say(p->o, j->lang, &no_papers, ARGS(arg_str(file)));
	if (kinds.n || !all)
		note(p, OUTCOME_FINDINGS);
}

static void
build_school(struct build *p, const struct target *t, struct arena *a)
{
	struct papers papers, unread;
	enum outcome chosen = OUTCOME_CLEAN;
	size_t n[PAPER_MAX] = { 0 };
	struct order j = { .build = p, .target = t, .papers = &papers };

	desk_open_school(&j.opened, &p->desk, a, t->root.p, NULL);

	const struct school *s = j.opened.school;

	j.lang = lang_of(p->o, s);
	p->lang = j.lang;
	said(&j, &j.opened.found);
	note(p, outcome_of(&j.opened.found, SEV_ERROR));
	view_papers(&papers, a, s, p->o->today);
	if (p->wishes[PAPER_EXTRACT] == WISH_NAMED)
		chosen = choice_extract(&papers, a, s, p->o, j.lang);
	note(p, chosen);
	view_unread(&unread, a, s);
	for (size_t i = 0; i < unread.n; i++)
		n[unread.at[i].kind] += hold_unread(&j, &unread.at[i]);
	for (size_t i = 0; i < papers.n; i++) {
		if (!is_wished(p, &papers.at[i]))
			continue;
		build_paper(&j, &papers.at[i]);
		n[papers.at[i].kind]++;
	}
	if (chosen == OUTCOME_CLEAN)
		say_missing(&j, a, n);
}

enum outcome
build_run(const struct options *o)
{
	struct build p = { .o = o };
	struct targets targets;
	struct arena a;

	if (!kinds_read(&p))
		return OUTCOME_USAGE;

	enum outcome found = targets_of_folders(&targets, o);

	if (found != OUTCOME_CLEAN)
		return found;
	if (o->out && targets.n > 1) {
		say(o, o->lang, &one_folder, NO_ARGS);
		return OUTCOME_USAGE;
	}
	p.channels = output_begin(o, stderr);
	if (!p.channels)
		return OUTCOME_SYSTEM;
	desk_open(&p.desk, o->run, o->words, o->today);
	p.desk.draft = o->draft;
	arena_init(&p.page);
	arena_init(&a);
	for (size_t i = 0; i < targets.n; i++) {
		build_school(&p, &targets.at[i], &a);
		arena_reset(&a);
	}
	if (!o->quiet)
		say(o, p.lang, &made,
		    ARGS(arg_number(o->run, (int64_t)p.papers),
			arg_number(o->run, (int64_t)p.pages)));
	arena_done(&a);
	arena_done(&p.page);
	desk_close(&p.desk);
	return output_end(p.channels, p.worst) ? p.worst : OUTCOME_SYSTEM;
}
