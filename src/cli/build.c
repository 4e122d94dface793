/* SPDX-License-Identifier: MIT */
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "cli/cli.h"
#include "font/font.h"
#include "layout/layout.h"
#include "pdf/pdf.h"
#include "reader/reader.h"
#include "rules/rules.h"
#include "seal/seal.h"
#include "template/template.h"
#include "view/view.h"

static const struct words unknown_kind =
    WORDS("unknown kind of paper %1; there are: %2",
	"неизвестный вид бумаги %1; есть: %2",
	"кагаздын белгисиз түрү %1; булар бар: %2");
static const struct words one_folder = WORDS(
    "-o takes the papers of one school; leave it out to put each school's "
    "into its own out/",
    "-o принимает бумаги одной школы; без него бумаги каждой школы лягут в "
    "её папку out/",
    "-o бир мектептин кагаздары үчүн; ансыз ар бир мектептики өзүнүн out/ "
    "папкасына түшөт");
static const struct words items_of_what =
    WORDS("--items is for an extract: kengesh build extract --items 1,3",
	"--items – для выписки: kengesh build extract --items 1,3",
	"--items көчүрмө үчүн: kengesh build extract --items 1,3");
static const struct words held_back =
    WORDS("%1 is held back: there are errors in %2",
	"%1: не выпущено, есть ошибки в %2",
	"%1 чыгарылган жок: %2 файлында каталар бар");
static const struct words not_set = WORDS(
    "%1 is held back: it cannot be set without loss, see the errors above",
    "%1: не выпущено, без потерь не сверстать, см. ошибки выше",
    "%1 чыгарылган жок: жоготуусуз терүү мүмкүн эмес, жогорудагы каталарды "
    "караңыз");
static const struct words not_written = WORDS("cannot write %1: %2",
    "не удалось записать %1: %2", "%1 файлына жазуу мүмкүн болгон жок: %2");
static const struct words no_papers =
    WORDS("%1: the records allow no such paper yet",
	"%1: по записям такой бумаги пока нет",
	"%1: жазуулар боюнча мындай кагаз азырынча жок");
static const struct words made = WORDS(
    "papers: %1, pages: %2", "бумаг: %1, страниц: %2", "кагаз: %1, барак: %2");

/* What serves all papers of a call. */
struct press {
	const struct options *o;
	struct channels *channels;
	enum wish {
		WISH_NONE,
		WISH_ALL,  /* with all others */
		WISH_NAMED /* by its kind */
	} wishes[PAPER_MAX];
	struct fonts *fonts;
	struct arena page; /* one document: reset after each */
	/* The built-in templates, read once each. */
	struct template *builtin[PAPER_MAX][LANG_MAX];
	size_t papers, pages;
	enum lang lang; /* of the last school */
	enum outcome worst;
};

/* One school at the press; `lang` is that of what is said of it. */
struct job {
	struct press *press;
	const struct target *target;
	struct arena *arena;
	const struct school *school;
	const struct diags *found; /* in its records */
	enum lang lang;
	/* The school's own templates; known: looked for, and read or faulty. */
	struct template *own[PAPER_MAX][LANG_MAX];
	bool own_known[PAPER_MAX][LANG_MAX];
	bool own_faulty[PAPER_MAX][LANG_MAX];
};

static void
note(struct press *p, enum outcome outcome)
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
kind_read(struct press *p, struct str word)
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
kinds_read(struct press *p)
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

/*
 * A duty of the year (K1) holds nothing back: a quarter without a session must
 * not stop the minutes of another.  What is wrong with a signature (K95) holds
 * back the papers of that session alone.
 */
static bool
holds_back(const struct diag *g, const struct paper *paper)
{
	struct str code = str_from(g->message->code);

	if (g->severity != SEV_ERROR || g->waived.n || code.p[1] == '1')
		return false;
	return !str_starts(code, STR("K95")) ||
	       (paper->session && paper->session->source == g->at.src);
}

/* The record that holds a paper back: one with an error in it. */
static const struct source *
spoiled(const struct diags *d, const struct paper *paper)
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

/* Says what was found while a paper was made; true where that was no error. */
static bool
said(struct job *j, struct diags *d)
{
	diags_sort(d);
	output_findings(j->press->channels, d, j->lang, j->target->prefix);
	return !d->count[SEV_ERROR];
}

/* The school's own template for a paper, the built-in one, or NULL: faulty. */
static struct template *
template_of(struct job *j, const struct paper *paper)
{
	struct press *p = j->press;
	enum paper_kind kind = paper->kind;
	enum lang lang = paper->lang;
	const char *code = lang == LANG_RU ? "ru" : "ky";
	struct diags d;

	if (!j->own_known[kind][lang]) {
		struct str path = str_printf(
		    j->arena, "templates/%s/%s.md", code, paper_names[kind]);
		struct source *s =
		    source_read(j->arena, j->target->root.p, path);

		j->own_known[kind][lang] = true;
		if (s->state != SOURCE_ABSENT) {
			diags_init(&d, j->arena);
			j->own[kind][lang] =
			    template_read(j->arena, s, paper_names[kind], &d);
			j->own_faulty[kind][lang] = !said(j, &d);
		}
	}
	if (j->own_faulty[kind][lang])
		return NULL;
	if (j->own[kind][lang])
		return j->own[kind][lang];
	if (!p->builtin[kind][lang]) {
		struct source *s = source_from(p->o->run,
		    str_printf(p->o->run, "templates/%s/%s.md", code,
			paper_names[kind]),
		    template_builtin(paper_names[kind], lang));

		diags_init(&d, p->o->run);
		p->builtin[kind][lang] =
		    template_read(p->o->run, s, paper_names[kind], &d);
		said(j, &d);
	}
	return p->builtin[kind][lang];
}

/* Where a paper goes; a draft never under the name of what will be signed. */
static const char *
path_of(const struct job *j, const struct paper *paper)
{
	const struct options *o = j->press->o;
	const char *code = paper->lang == LANG_RU ? "ru" : "ky";
	const char *draft = o->draft ? ".draft" : "";

	if (o->out)
		return str_printf(j->arena, "%s/" STR_FMT ".%s%s.pdf", o->out,
		    STR_ARG(paper->file), code, draft)
		    .p;
	return str_printf(j->arena, STR_FMT "out/" STR_FMT ".%s%s.pdf",
	    STR_ARG(j->target->prefix), STR_ARG(paper->file), code, draft)
	    .p;
}

static void
put(struct job *j, const char *path, struct str bytes, size_t pages)
{
	struct press *p = j->press;
	int error;

	if (file_put(path, bytes, &error) == FILE_FAILED) {
		say(p->o, j->lang, &not_written,
		    ARGS(arg_str(str_from(path)),
			arg_str(str_from(strerror(error)))));
		note(p, OUTCOME_SYSTEM);
		return;
	}
	p->papers++;
	p->pages += pages;
	if (!p->o->quiet)
		puts(path);
}

/* From values to a file: the second half of the pipeline, in one arena. */
static bool
set_paper(struct job *j, const struct paper *paper, const struct template *t,
    const char *path)
{
	struct press *p = j->press;
	struct document doc = {
		.title = paper->title,
		.organisation =
		    wording_text(&j->school->council.school, paper->lang),
		.lang = paper->lang,
		.date = paper->date,
		.sheet = view_sheet(
		    paper->year ? &paper->year->council : &j->school->council),
	};
	const struct value *values = view_paper(&p->page, paper);
	struct pdf_options how = { PDF_A2A_UA1, p->o->epoch };
	struct pages pages;
	struct str bytes;
	struct diags d;
	bool ok;

	doc.sheet.draft = p->o->draft;
	doc.keywords = imprint_text(&p->page, paper, values);
	doc.footer =
	    seal_footer(&p->page, paper, seal_hash(&p->page, paper, values));
	diags_init(&d, &p->page);
	ok = template_fill(&doc, &p->page, t, values, &d);
	ok = ok && layout_document(&pages, &p->page, &doc, p->fonts, NULL, &d);
	if (!said(j, &d) || !ok)
		return false;
	if (!pdf_bytes(&bytes, &p->page, &pages, &doc, p->fonts, &how)) {
		note(p, OUTCOME_SYSTEM);
		return false;
	}
	put(j, path, bytes, pages.list.n);
	return true;
}

static void
build_paper(struct job *j, const struct paper *paper)
{
	struct press *p = j->press;
	const char *path = path_of(j, paper);
	const struct source *bad = spoiled(j->found, paper);

	if (bad && !p->o->draft) {
		say(p->o, j->lang, &held_back,
		    ARGS(arg_str(str_from(path)), arg_str(bad->path)));
		note(p, OUTCOME_FINDINGS);
		return;
	}

	struct template *t = template_of(j, paper);

	if (!t || !set_paper(j, paper, t, path)) {
		say(p->o, j->lang, &not_set, ARGS(arg_str(str_from(path))));
		note(p, OUTCOME_FINDINGS);
	}
	arena_reset(&p->page);
}

static bool
is_wished(const struct press *p, const struct paper *paper)
{
	enum wish least = paper->on_demand ? WISH_NAMED : WISH_ALL;

	return p->wishes[paper->kind] >= least &&
	       choice_session(p->o, paper->session);
}

static void
build_school(struct press *p, const struct target *t, struct arena *a)
{
	struct diags d;
	struct papers papers;
	enum outcome chosen = OUTCOME_CLEAN;
	size_t n = 0;

	diags_init(&d, a);

	struct job j = { .press = p, .target = t, .arena = a, .found = &d };

	j.school = reader_school(a, t->root.p, NULL, 0, &d);
	j.lang = p->o->lang_given ? p->o->lang : j.school->council.language;
	p->lang = j.lang;
	seal_check(j.school, &d);
	rules_check(j.school, p->o->today, &d);
	if (!said(&j, &d))
		note(p, OUTCOME_FINDINGS);
	view_papers(&papers, a, j.school, p->o->today);
	if (p->wishes[PAPER_EXTRACT] == WISH_NAMED)
		chosen = choice_extract(&papers, a, j.school, p->o, j.lang);
	note(p, chosen);
	for (size_t i = 0; i < papers.n; i++) {
		if (!is_wished(p, &papers.at[i]))
			continue;
		build_paper(&j, &papers.at[i]);
		n++;
	}
	if (!n && chosen == OUTCOME_CLEAN) {
		say(p->o, j.lang, &no_papers,
		    ARGS(arg_str(str_printf(
			a, STR_FMT "council.yaml", STR_ARG(t->prefix)))));
		note(p, OUTCOME_FINDINGS);
	}
}

enum outcome
build_run(const struct options *o)
{
	struct press p = { .o = o };
	struct targets targets;
	struct arena a;

	if (!kinds_read(&p) || !targets_of_folders(&targets, o))
		return OUTCOME_USAGE;
	if (o->out && targets.n > 1) {
		say(o, o->lang, &one_folder, NO_ARGS);
		return OUTCOME_USAGE;
	}
	p.channels = output_begin(o, stderr);
	if (!p.channels)
		return OUTCOME_SYSTEM;
	p.fonts = font_open();
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
	font_close(p.fonts);
	return output_end(p.channels, p.worst) ? p.worst : OUTCOME_SYSTEM;
}
