/* SPDX-License-Identifier: MIT */
#include "base/arena.h"
#include "base/utf8.h"
#include "template/template_int.h"

/* A line being put together. */
struct composing {
	struct filling *f;
	struct filled *line;
	struct runs *to; /* line->runs, or line->tail behind prose */
	struct blocks prose;
	bool has_prose, beside; /* there is a text; there is anything else */
	bool joint;             /* what comes next stands right behind a tag */
};

bool
line_has_word(const struct runs *runs)
{
	for (size_t i = 0; i < runs->n; i++) {
		struct str s = runs->at[i].s;

		for (size_t at = 0; at < s.n;) {
			uint32_t cp = utf8_next(s, &at);

			if (cp == '_' || utf8_is_letter(cp) ||
			    utf8_is_digit(cp))
				return true;
		}
	}
	return false;
}

static struct run *
last_run(struct composing *s)
{
	return s->to->n ? LIST_LAST(s->to) : NULL;
}

/* Nothing yet, or a space or a break: what follows needs no other space. */
static bool
at_gap(struct composing *s)
{
	const struct run *r = last_run(s);

	return !r || r->kind != RUN_TEXT || str_ends(r->s, STR(" "));
}

/* ends in . ! ? or … */
static bool
at_stop(struct composing *s)
{
	static const struct str stops[] = {
		STR_INIT("."),
		STR_INIT("!"),
		STR_INIT("?"),
		STR_INIT("…"),
	};
	const struct run *r = last_run(s);

	for (size_t i = 0; r && i < sizeof(stops) / sizeof(*stops); i++) {
		if (str_ends(r->s, stops[i]))
			return true;
	}
	return false;
}

static void
put_run(struct composing *s, const struct run *run)
{
	if (run->kind == RUN_TEXT && !run->s.n)
		return;
	*LIST_ADD(s->f->a, s->to) = *run;
}

/*
 * The template's own words.  A value that came out empty leaves no second
 * space, no second break and no second full stop behind.
 */
static void
put_words(struct composing *s, const struct run *words)
{
	struct run run = *words;

	if (run.kind != RUN_TEXT) {
		if (last_run(s) && last_run(s)->kind == RUN_TEXT)
			put_run(s, &run);
		s->joint = false;
		return;
	}
	if (s->joint && str_starts(run.s, STR(".")) &&
	    (at_stop(s) || (s->to == &s->line->tail && !last_run(s))))
		run = run_skip(run, 1);
	while (str_starts(run.s, STR(" ")) && at_gap(s))
		run = run_skip(run, 1);
	s->beside = s->beside || str_trim(run.s).n;
	s->joint = false;
	put_run(s, &run);
}

static void
put_text(struct composing *s, const struct piece *p, const struct value *v)
{
	struct run run = p->run;

	run.s = v->text;
	run.at = v->at.src ? v->at : p->tag.at;
	run.record = v->at.src;
	s->beside = s->beside || v->text.n;
	put_run(s, &run);
}

/* What an element of a list prints: its text, else its name. */
static const struct value *
element_value(const struct value *v)
{
	const struct value *name;

	if (v->text.n)
		return v;
	name = value_member(v, STR("name"));
	return name ? name : value_member(v, STR("text"));
}

static void
put_list(struct composing *s, const struct piece *p, const struct value *list)
{
	struct run comma = p->run;
	bool first = true;

	comma.s = STR(", ");
	comma.at = p->tag.at;
	for (size_t i = 0; i < list->items.n; i++) {
		const struct value *v = element_value(list->items.at[i]);

		if (!v || !v->text.n)
			continue;
		if (!first)
			put_run(s, &comma);
		put_text(s, p, v);
		first = false;
	}
}

/*
 * Prose beside other words: its first paragraph runs in, its other blocks
 * follow, and what the template has behind it comes after them.
 */
static void
put_prose(struct composing *s, const struct value *v)
{
	struct blocks blocks = prose_blocks(s->f, v);
	size_t from = 0;

	s->has_prose = true;
	s->prose = blocks;
	if (blocks.n && blocks.at[0].kind == BLOCK_PARAGRAPH) {
		const struct runs *runs = &blocks.at[0].runs;

		for (size_t i = 0; i < runs->n; i++)
			put_run(s, &runs->at[i]);
		from = 1;
	}
	for (size_t i = from; i < blocks.n; i++)
		*LIST_ADD(s->f->a, &s->line->after) = blocks.at[i];
	if (s->line->after.n)
		s->to = &s->line->tail;
}

static void
put_value(struct composing *s, const struct piece *p)
{
	const struct value *v = fill_value(s->f, &p->tag);

	s->joint = true;
	if (!v || !v->there)
		return;
	if (v->kind == VALUE_PROSE || v->kind == VALUE_LIVE)
		put_prose(s, v);
	else if (v->kind == VALUE_LIST)
		put_list(s, p, v);
	else
		put_text(s, p, v);
}

static void
put_pieces(struct composing *s, const struct pieces *pieces)
{
	for (size_t i = 0; i < pieces->n; i++) {
		const struct piece *p = &pieces->at[i];

		if (p->kind == PIECE_RUN)
			put_words(s, &p->run);
		else if (p->kind == PIECE_TAG)
			put_value(s, p);
		for (size_t turn = 0;
		     p->kind == PIECE_SECTION && fill_enter(s->f, p, turn);
		     turn++) {
			s->joint = true;
			put_pieces(s, &p->kids);
			fill_leave(s->f, p);
		}
		s->joint = s->joint || p->kind == PIECE_SECTION;
	}
}

/* A line ends in no space and no break. */
static void
trim(struct runs *runs)
{
	while (runs->n) {
		struct run *r = LIST_LAST(runs);
		size_t n = r->s.n;

		while (r->kind == RUN_TEXT && n && r->s.p[n - 1] == ' ')
			n--;
		if (r->kind == RUN_TEXT && n) {
			if (r->at.src && r->at.len == r->s.n)
				r->at.len = (uint32_t)n;
			r->s.n = n;
			return;
		}
		runs->n--;
	}
}

struct filled
line_fill(struct filling *f, const struct pieces *pieces)
{
	struct filled line = { 0 };
	struct composing s = { .f = f, .line = &line, .to = &line.runs };

	put_pieces(&s, pieces);
	if (s.has_prose && !s.beside)
		return (struct filled){ .alone = true, .after = s.prose };
	trim(&line.runs);
	trim(&line.tail);
	return line;
}
