/* SPDX-License-Identifier: MIT */
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "desk/desk.h"
#include "sweep.h"
#include "test.h"

/*
 * Silence means right: what a person does to a line of a complete year leaves
 * the papers as they were, or is printed as it was typed where that is what was
 * meant, or is said at that line.  slips.def has what people do.
 *
 * SLIPS=1 takes every line of both years, else every 20th is taken.
 */

/* Kinds of lines. */
enum {
	SECTION = 1,
	TITLE = 2,
	ITEM_FACT = 4,
	DECISION_FACT = 8,
	SPEECH = 16,
	DECISION = 32,
	HEARD = 64,
	PROSE = 128, /* of the report and the regulation */
	ENTRY = 256,
	KEY = 512,
	FACT = ITEM_FACT | DECISION_FACT,
	TEXT_LINE = HEARD | PROSE | DECISION | SPEECH
};
#undef TEXT
#define TEXT TEXT_LINE

enum how { HEAD, PART, LAST, WORD, JOIN };
enum follows { SAID, NEAR, PRINTED };

struct slip {
	const char *name;
	unsigned where;
	enum how how;
	const char *from, *to;
	enum follows follows;
};
#define SLIP(...) { __VA_ARGS__ },
static const struct slip slips[] = {
#include "slips.def"
};
#undef SLIP
#define NSLIPS (sizeof(slips) / sizeof(*slips))

static const char *const schools[] = { "examples/ky", "examples/ru" };

struct counts {
	size_t tried, accepted, said, silent;
};

/* A school before any slip. */
struct before {
	struct desk desk;
	const char *root;
	struct str printed;
	struct diags found;
};

/* --- lines -----------------------------------------------------------------
 */

static bool
is_section(const struct lexicon *x, struct str line, const char *name)
{
	struct str right;
	const struct word *w =
	    lexicon_find(x, IN_SECTIONS, str_skip(line, 4), &right);

	return w && strcmp(w->name, name) == 0;
}

/* What of a file was passed before a line. */
struct passed {
	const struct lexicon *words;
	bool session, yaml, header;
	unsigned section; /* the kind of its lines */
	bool facts;       /* of an item may come */
	bool fence;       /* in a chart's block */
};

static unsigned
kind_of_yaml(struct str line)
{
	struct str s = str_trim(line);

	if (str_starts(s, STR("- ")))
		return ENTRY;
	return s.n && s.p[0] != '#' && str_find(s, STR(":")) != SIZE_MAX ? KEY
									 : 0;
}

static unsigned
kind_of_text(const struct passed *p, struct str line)
{
	struct str s = str_trim(line);

	if (!s.n || strchr("|`>#", s.p[0]))
		return 0;
	if (!p->session)
		return str_starts(s, STR("- ")) ? 0 : PROSE;
	if (str_starts(s, STR("- ")))
		return p->facts ? ITEM_FACT
		       : p->section == DECISION && str_find(s, STR(": ")) < 80
			   ? DECISION_FACT
		       : p->section == SPEECH && str_find(s, STR(": ")) < 80
			   ? SPEECH
			   : 0;
	if (p->section == DECISION)
		return str_digits(s) ? DECISION : 0;
	return p->section == HEARD ? HEARD : 0;
}

static unsigned
kind_of(struct passed *p, struct str line)
{
	if (p->yaml)
		return kind_of_yaml(line);
	if (str_starts(line, STR("---"))) {
		p->header = !p->header;
		return 0;
	}
	if (p->header)
		return kind_of_yaml(line);
	if (str_starts(line, STR("```")))
		p->fence = !p->fence;
	if (p->fence)
		return 0;
	if (str_starts(line, STR("## "))) {
		p->facts = true;
		p->section = 0;
		return p->session ? TITLE : 0;
	}
	if (str_starts(line, STR("### "))) {
		p->facts = false;
		p->section = is_section(p->words, line, "heard")     ? HEARD
			     : is_section(p->words, line, "spoke")   ? SPEECH
			     : is_section(p->words, line, "decided") ? DECISION
								     : 0;
		return p->session ? SECTION : 0;
	}
	return kind_of_text(p, line);
}

/* --- slips -----------------------------------------------------------------
 */

static void
add_filled(struct strbuf *b, const char *to, struct str rest)
{
	for (; *to; to++) {
		if (*to == '%')
			buf_add(b, rest);
		else if (*to == '^' && to[1] != '1')
			buf_add(b, utf8_uppered(&a, rest));
		else
			buf_byte(b, *to);
	}
}

/* The line as it becomes, with the text before it as `b`; false: not this one.
 */
static bool
slip_line(struct strbuf *b, const struct slip *k, struct str line)
{
	struct str s = str_trim(line), from = str_from(k->from);
	size_t indent = (size_t)(s.p - line.p), at, end;

	switch (k->how) {
	case HEAD:
		if (!str_starts(s, from))
			return false;
		if (*k->to != ' ' && *k->to != '\t')
			buf_add(b, str_head(line, indent));
		add_filled(b, k->to, str_skip(s, from.n));
		return true;
	case PART:
		at = str_find(s, from);
		if (at == SIZE_MAX)
			return false;
		buf_add(b, str_head(line, indent + at));
		add_filled(b, k->to, STR(""));
		buf_add(b, str_skip(s, at + from.n));
		return true;
	case LAST:
		for (at = s.n; at > 0; at--)
			if (str_starts(str_skip(s, at - 1), from))
				break;
		if (!at)
			return false;
		buf_add(b, str_head(line, indent + at - 1));
		add_filled(b, k->to, STR(""));
		buf_add(b, str_skip(s, at - 1 + from.n));
		return true;
	case WORD:
		at = str_find(s, STR(" "));
		if (at == SIZE_MAX || at + 1 >= s.n)
			return false;
		end = str_find(str_skip(s, at + 1), STR(" "));
		if (end == SIZE_MAX || !end)
			return false;
		buf_add(b, str_head(line, indent + at + 1));
		add_filled(b, k->to, str_head(str_skip(s, at + 1), end));
		buf_add(b, str_skip(s, at + 1 + end));
		return true;
	default:
		if (!str_starts(s, from) || !b->n || b->p[b->n - 1] != '\n' ||
		    b->n < 2 || b->p[b->n - 2] == '\n')
			return false;
		b->n--;
		add_filled(b, k->to, STR(""));
		buf_add(b, str_skip(s, from.n));
		return true;
	}
}

/* --- a school --------------------------------------------------------------
 */

static struct str
get_text(const char *school, struct str name)
{
	struct source *s = source_read(&a, school, name);

	assert_int_equal(s->state, SOURCE_READ);
	return s->text;
}

/* The text of all papers. */
static struct str
papers_text(struct arena *run, struct opened *s)
{
	struct papers papers;
	struct document doc;
	struct strbuf b;

	buf_init(&b, run);
	view_papers(&papers, run, s->school, s->desk->today);
	for (size_t i = 0; i < papers.n; i++) {
		struct paper *p = &papers.at[i];

		if (desk_fill(&doc, run, s, p, view_paper(run, p), &s->found))
			add_text(&b, &doc.blocks);
	}
	return buf_str(&b);
}

static void
forget_old(struct diags *d, const struct diags *old)
{
	for (size_t i = 0; i < d->list.n; i++) {
		struct diag *g = &d->list.at[i];

		for (size_t k = 0; k < old->list.n && g->at.src; k++) {
			const struct diag *o = &old->list.at[k];

			if (g->message == o->message && o->at.src &&
			    str_eq(g->at.src->path, o->at.src->path) &&
			    str_eq(span_text(g->at), span_text(o->at)))
				g->at.src = NULL;
		}
	}
}

/* A line as it was typed, and where. */
struct typed {
	struct str path, text;
	size_t line, last;
};

/* One slip in one line: what came of it. */
static void
try_slip(struct before *b, const struct slip *k, const struct typed *typed,
    struct str bytes, struct counts *c)
{
	struct overlay_text text = { typed->path, bytes };
	const struct overlay over = { &text, 1, 1 };
	const char *path = str_cstr(&a, typed->path);
	struct arena run;
	struct opened s;
	struct str printed;

	c->tried++;
	arena_init(&run);
	desk_open_school(&s, &b->desk, &run, b->root, &over);
	forget_old(&s.found, &b->found);
	if (is_said(&s.found, path, typed->line,
		typed->last + (k->follows == NEAR))) {
		c->said++;
		arena_done(&run);
		return;
	}
	printed = papers_text(&run, &s);
	if (str_eq(printed, b->printed) ||
	    (k->follows == PRINTED &&
		str_find(printed, str_trim(typed->text)) != SIZE_MAX)) {
		c->accepted++;
	} else {
		c->silent++;
		print_error("%s/%s:%zu, silent: %s: " STR_FMT "\n", b->root,
		    path, typed->line, k->name, STR_ARG(typed->text));
	}
	arena_done(&run);
}

static size_t
count_lines(struct str s)
{
	size_t n = 0;

	for (size_t i = 0; i < s.n; i++)
		n += s.p[i] == '\n';
	return n;
}

/* All slips in one line. */
static void
try_line(struct before *b, struct str path, struct str text, size_t off,
    unsigned kind, struct counts *counts)
{
	struct str rest, line = str_cut(str_skip(text, off), '\n', &rest);
	size_t row = 1 + count_lines(str_head(text, off));

	for (size_t i = 0; i < NSLIPS; i++) {
		bool joins = slips[i].how == JOIN;
		struct typed typed = { .path = path, .line = row - joins };
		struct strbuf changed;

		if (!(slips[i].where & kind))
			continue;
		buf_init(&changed, &a);
		buf_add(&changed, str_head(text, off));
		if (!slip_line(&changed, &slips[i], line))
			continue;
		typed.text = str_skip(buf_str(&changed), off - joins);
		typed.last = typed.line + count_lines(typed.text);
		buf_byte(&changed, '\n');
		buf_add(&changed, rest);
		try_slip(b, &slips[i], &typed, buf_str(&changed), &counts[i]);
	}
}

static void
try_file(struct before *b, struct str path, size_t step, struct counts *counts)
{
	static size_t n; /* lines of all files */
	struct str text = get_text(b->root, path), rest = text;
	struct passed p = { .words = b->desk.words };

	p.yaml = str_ends(path, STR(".yaml"));
	p.session = str_find(path, STR("/0")) != SIZE_MAX;
	while (rest.n) {
		size_t off = text.n - rest.n;
		unsigned kind = kind_of(&p, str_cut(rest, '\n', &rest));

		if (kind && n++ % step == 0)
			try_line(b, path, text, off, kind, counts);
		if (kind && !(kind & ITEM_FACT))
			p.facts &= (kind & (TITLE | SECTION)) != 0;
	}
}

static void
try_folder(
    struct before *b, const char *folder, size_t step, struct counts *counts)
{
	struct names names;
	int error;

	assert_true(file_names(&names, &a, b->root, str_from(folder), &error));
	for (size_t i = 0; i < names.n; i++) {
		struct str name = names.at[i];

		if (str_ends(name, STR(".md")) || str_ends(name, STR(".yaml")))
			try_file(b,
			    str_printf(&a, "%s" STR_FMT, folder, STR_ARG(name)),
			    step, counts);
	}
}

static void
try_school(const char *school, size_t step, struct counts *counts)
{
	struct before b = { .root = school };
	struct opened s;

	desk_open(&b.desk, &a, lexicon_new(&a), (struct date){ 2026, 9, 1 });
	desk_open_school(&s, &b.desk, &a, b.root, NULL);
	b.found = s.found;
	b.printed = papers_text(&a, &s);
	try_folder(&b, "", step, counts);
	try_folder(&b, "2025-2026/", step, counts);
	desk_close(&b.desk);
}

static void
test_slips(void **state)
{
	const char *every = getenv("SLIPS");
	size_t step = every ? strtoul(every, NULL, 10) : 20;
	struct counts counts[NSLIPS] = { 0 }, all = { 0 };

	(void)state;
	for (size_t i = 0; i < sizeof(schools) / sizeof(*schools); i++)
		try_school(schools[i], step ? step : 1, counts);
	for (size_t i = 0; i < NSLIPS; i++) {
		all.tried += counts[i].tried;
		all.accepted += counts[i].accepted;
		all.said += counts[i].said;
		all.silent += counts[i].silent;
		if (every)
			print_message("%6zu %6zu %6zu %6zu  %s\n",
			    counts[i].tried, counts[i].accepted, counts[i].said,
			    counts[i].silent, slips[i].name);
		if (step == 1)
			assert_true(counts[i].tried > 0);
	}
	print_message("%zu slips: tried %zu, accepted %zu, said %zu, silent "
		      "%zu\n",
	    NSLIPS, all.tried, all.accepted, all.said, all.silent);
	assert_true(NSLIPS >= 60);
	assert_int_equal(all.silent, 0);
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_slips),
	};

	return cmocka_run_group_tests(tests, open_arena, close_arena);
}
