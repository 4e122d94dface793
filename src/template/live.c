/* SPDX-License-Identifier: MIT */
#include "base/arena.h"
#include "base/utf8.h"
#include "template/template_int.h"

/*
 * Prose on its way into a document.  That of a record is copied; that of
 * report.md is live: its runs hold {{name}}, with the report's names in any of
 * the three languages, and its tables count.
 */

struct copying {
	struct filling *f;
	bool live;
	const struct figures *figures; /* inside a table of a live prose */
	size_t row, col;
};

/* Runs on their way; `joint`: a value came last, a full stop may be one too
 * many. */
struct target {
	struct runs *runs;
	bool joint;
};

static void copy_blocks(
    struct copying *c, struct blocks *out, const struct blocks *blocks);

static bool
is_block_value(const struct value *v)
{
	return v->kind == VALUE_PROSE || v->kind == VALUE_LIVE;
}

/* What stands between the braces of a text that is a tag alone, or nothing. */
static struct str
sole_word(struct str s)
{
	struct str t = str_trim(s);
	size_t end;

	if (!str_starts(t, STR("{{")))
		return STR("");
	end = str_find(t, STR("}}"));
	return end + 2 == t.n ? str_trim(str_head(str_skip(t, 2), end - 2))
			      : STR("");
}

static void
run_put(struct copying *c, struct target *to, struct run run)
{
	struct str end = to->runs->n ? LIST_LAST(to->runs)->s : STR("");

	if (to->joint && str_starts(run.s, STR(".")) && str_ends(end, STR(".")))
		run = run_skip(run, 1);
	to->joint = false;
	if (run.kind == RUN_TEXT && !run.s.n)
		return;
	run.record = run.at.src;
	*LIST_ADD(c->f->a, to->runs) = run;
}

static void
put_part(struct copying *c, struct target *to, const struct run *run,
    size_t from, size_t n)
{
	struct run part = *run;

	if (!n)
		return;
	part.s = str_head(str_skip(run->s, from), n);
	if (run->at.src && run->at.len == run->s.n)
		part.at = source_span(run->at.src, run->at.off + from, n);
	run_put(c, to, part);
}

static void
complain(
    struct copying *c, const struct message *m, struct span at, struct str what)
{
	fill_fault(c->f, m, at, ARGS(arg_str(what)));
}

static void
unknown_word(struct copying *c, struct str word, struct span at)
{
	struct str right = STR("");

	if (may_suggest(c->f->d))
		word_near(
		    c->f->a, IN_REPORT_NAMES, word, reach_of(word), &right);
	fill_fault(c->f, &report_unknown, at, ARGS(arg_str(word)))->fix = right;
}

/* The text that a word of report.md gives here; false, with a finding, where
 * it gives none. */
static bool
word_text(struct copying *c, struct str *out, struct str word, struct span at)
{
	const struct known *known = live_known(c->f, word);
	enum figure_kind figure = figure_of(known);
	const struct value *v = live_value(c->f, word);

	if (known->right.n)
		diag_read_as(c->f->d, at, word, known->right);

	if (figure && c->figures) {
		*out =
		    figures_text(c->f, c->figures, c->row, c->col, figure, at);
		return out->n;
	}
	if (figure)
		complain(c, &report_figure_outside, at, word);
	else if (!known->word)
		unknown_word(c, word, at);
	else if (v && is_block_value(v))
		complain(c, &report_block, at, word);
	else if (v)
		*out = v->text;
	return v && !figure;
}

/* Letters glued to a figure: {{tasks-done}}у. */
static void
check_suffix(struct copying *c, struct cursor *at, size_t tag, size_t end)
{
	const struct run *run = at->run;
	struct str rest = str_skip(run->s, end);
	size_t n = 0;

	for (size_t i = 0; i < rest.n;) {
		if (!utf8_is_letter(utf8_next(rest, &i)))
			break;
		n = i;
	}
	if (n)
		complain(c, &report_suffix, tag_span(at, tag, end - tag + n),
		    str_head(str_skip(run->s, tag), end - tag + n));
}

/* One tag, at byte `from` of the run; the byte behind it. */
static size_t
put_tag(
    struct copying *c, struct target *to, struct cursor *cursor, size_t from)
{
	const struct run *run = cursor->run;
	struct str s = str_skip(run->s, from);
	size_t end = str_find(s, STR("}}"));
	size_t n = end == SIZE_MAX ? s.n : end + 2;
	struct span at = tag_span(cursor, from, n);
	struct str word = end == SIZE_MAX
			      ? STR("")
			      : str_trim(str_head(str_skip(s, 2), end - 2));
	struct run value = *run;

	if (!word.n) {
		complain(c, &template_bad_tag, at, str_head(s, n));
		return from + n;
	}
	if (str_find(STR("#?^/"), str_head(word, 1)) != SIZE_MAX) {
		complain(c, &report_section, at, str_head(s, n));
		return from + n;
	}
	value.s = STR("");
	value.at = at;
	if (word_text(c, &value.s, word, at)) {
		check_suffix(c, cursor, from, from + n);
		run_put(c, to, value);
		to->joint = true;
	}
	return from + n;
}

static void
copy_runs(struct copying *c, struct runs *out, const struct runs *runs)
{
	struct target to = { .runs = out };

	for (size_t i = 0; i < runs->n; i++) {
		const struct run *run = &runs->at[i];
		struct cursor cursor = { .run = run };
		size_t from = 0;

		if (run->kind != RUN_TEXT || !c->live) {
			run_put(c, &to, *run);
			continue;
		}
		while (from < run->s.n) {
			struct str s = str_skip(run->s, from);
			size_t tag = str_find(s, STR("{{"));
			size_t n = tag == SIZE_MAX ? s.n : tag;

			put_part(c, &to, run, from, n);
			from += n;
			if (tag != SIZE_MAX)
				from = put_tag(c, &to, &cursor, from);
		}
	}
}

/* A computed table alone in a paragraph, or NULL. */
static const struct value *
block_value(struct copying *c, const struct block *b)
{
	if (!c->live || b->kind != BLOCK_PARAGRAPH || b->runs.n != 1)
		return NULL;

	struct str word = sole_word(b->runs.at[0].s);
	const struct value *v = word.n ? live_value(c->f, word) : NULL;

	return v && v->kind == VALUE_PROSE ? v : NULL;
}

static void
copy_table(struct copying *c, struct block *to, const struct block *table)
{
	struct copying inner = *c;

	if (!inner.figures)
		inner.figures = figures_read(c->f, table);
	for (size_t r = 0; r < table->kids.n; r++) {
		const struct block *row = &table->kids.at[r];
		struct block *row_to = LIST_ADD(c->f->a, &to->kids);

		*row_to = *row;
		row_to->kids = (struct blocks){ 0 };
		row_to->total = row->total || figures_sum_up(inner.figures, r);
		for (size_t i = 0; i < row->kids.n; i++) {
			struct block *cell = LIST_ADD(c->f->a, &row_to->kids);
			struct blocks kids = { 0 };

			inner.row = r;
			inner.col = i;
			*cell = row->kids.at[i];
			copy_blocks(&inner, &kids, &row->kids.at[i].kids);
			cell->kids = kids;
		}
	}
}

/* What no document holds keeps its words: its reader has found fault with it,
 * and a draft shows it all the same. */
static bool
is_foreign(enum block_kind kind)
{
	return kind == BLOCK_FENCE || kind == BLOCK_CODE ||
	       kind == BLOCK_HTML || kind == BLOCK_IMAGE;
}

static void
put_chart(struct copying *c, struct blocks *out, const struct block *b)
{
	struct spans lines = fence_lines(c->f->a, b->at.src, b);
	const struct chart_order *order =
	    chart_read(c->f->a, &lines, lines.n ? lines.at[0] : b->at, c->f->d);

	if (order)
		chart_fill(c->f, out, order);
	else
		c->f->faulty = true;
}

static void
copy_block(struct copying *c, struct blocks *out, const struct block *b)
{
	struct block copy = *b;

	if (c->live && b->kind == BLOCK_FENCE &&
	    chart_is_info(str_trim(b->info))) {
		put_chart(c, out, b);
		return;
	}
	copy.runs = (struct runs){ 0 };
	copy.kids = (struct blocks){ 0 };
	if (is_foreign(b->kind)) {
		if (c->live && b->kind == BLOCK_FENCE)
			complain(c, &report_fence, b->at, str_trim(b->info));
		copy.kind = BLOCK_PARAGRAPH;
		run_add(c->f->a, &copy.runs, str_trim(b->literal), 0);
	} else if (c->live && b->kind == BLOCK_TABLE) {
		copy_table(c, &copy, b);
	} else {
		copy_runs(c, &copy.runs, &b->runs);
		for (size_t i = 0; i < copy.runs.n; i++)
			c->f->made += copy.runs.at[i].s.n / PART_BYTES;
		copy_blocks(c, &copy.kids, &b->kids);
	}
	*LIST_ADD(c->f->a, out) = copy;
}

static void
copy_blocks(struct copying *c, struct blocks *out, const struct blocks *blocks)
{
	for (size_t i = 0; i < blocks->n && !fill_is_full(c->f); i++) {
		const struct value *v = block_value(c, &blocks->at[i]);

		c->f->made++;

		if (!v) {
			copy_block(c, out, &blocks->at[i]);
		} else if (v->there) {
			struct copying plain = { .f = c->f };

			copy_blocks(&plain, out, v->prose);
		}
	}
}

struct blocks
prose_blocks(struct filling *f, const struct value *v)
{
	struct copying c = { .f = f, .live = v->kind == VALUE_LIVE };
	struct blocks out = { 0 };

	if (v->prose)
		copy_blocks(&c, &out, v->prose);
	return out;
}
