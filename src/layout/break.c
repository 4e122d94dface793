/* SPDX-License-Identifier: MIT */
#include <assert.h>
#include <string.h>

#include "layout/layout_int.h"

/*
 * Total fit: for each place where a line may end, the least bad way to have
 * set the paragraph up to there, after Knuth and Plass.
 *
 * What a line costs is the square of its badness, so that one gaping line is
 * worse than several loose ones.  The numbers were tuned on Kyrgyz minutes
 * (tests/bench/paragraphs-ky.txt).
 */
#define SHRINK     700  /* spaces, at least: thousandths of a drawn one */
#define LINE_COST  10   /* what any line costs before it is squared */
#define NO_SPACES  5000 /* as which a line that can't be stretched counts */
#define LOOSEST    10000
#define HYPHEN     ((int64_t)30000)
#define HYPHENS    ((int64_t)60000) /* two lines in a row */
#define HYPHEN_END ((int64_t)90000) /* the last line is part of a word */
#define SHORT_END  ((int64_t)60000)
#define NEVER      INT64_MAX

struct way {
	int64_t cost; /* of the lines up to here, or NEVER */
	size_t from;  /* where the last of them begins */
};

struct breaking {
	const struct text *t;
	const struct frame *f;
	mpt hyphen[FACE_MAX];
	struct way *best; /* [k]: a line begins at part k */
	bool anywhere;    /* ties and joins break too: nothing else fits */
};

mpt
hyphen_width(const struct setter *s, enum face face, mpt size)
{
	struct glyphs g = font_shape(s->fonts, s->a, face, STR("-"));

	return font_width(s->fonts, face, g, size);
}

/* How long the line that begins with part `first` may be. */
static mpt
line_limit(const struct frame *f, size_t first)
{
	mpt limit = f->width - (first ? 0 : f->indent);

	return limit > f->size ? limit : f->size;
}

static bool
may_end(const struct breaking *b, const struct part *p)
{
	return b->anywhere || (p->after != AFTER_NONE && p->after != AFTER_TIE);
}

static int64_t
cube(int64_t thousandths)
{
	return thousandths * thousandths / 1000 * thousandths / 1000 / 10;
}

/* How bad is a line of a justified paragraph?  By what its spaces become. */
static int64_t
justified_badness(const struct line *l, mpt limit)
{
	int64_t ratio = NO_SPACES;

	if (l->spaces)
		ratio =
		    (int64_t)(limit - l->width + l->spaces) * 1000 / l->spaces;
	if (ratio > LOOSEST)
		ratio = LOOSEST;
	return ratio >= 1000 ? cube(ratio - 1000)
			     : cube((1000 - ratio) * 1000 / (1000 - SHRINK));
}

/* And of a ragged one?  By the part of it that stays empty. */
static int64_t
ragged_badness(const struct line *l, mpt limit)
{
	mpt left = limit > l->width ? limit - l->width : 0;

	return cube((int64_t)left * 2000 / limit);
}

static int64_t
line_cost(const struct breaking *b, const struct line *l, mpt limit)
{
	const struct part *end = &b->t->parts.at[l->end - 1];
	bool hyphen = end->after == AFTER_HYPHEN;
	bool follows =
	    l->first && b->t->parts.at[l->first - 1].after == AFTER_HYPHEN;
	int64_t bad = LINE_COST, extra = 0;

	if (l->last) {
		extra += follows ? HYPHEN_END : 0;
		if (l->first && b->f->justify && l->width < limit / 6)
			extra += SHORT_END;
		if (l->width > limit && b->f->justify)
			bad += justified_badness(l, limit);
	} else {
		bad += b->f->justify ? justified_badness(l, limit)
				     : ragged_badness(l, limit);
		extra += hyphen ? HYPHEN : 0;
		extra += hyphen && follows ? HYPHENS : 0;
	}
	return bad * bad + extra;
}

/* Finds the best line that ends with part `end` - 1. */
static void
end_line(struct breaking *b, size_t end)
{
	const struct part *parts = b->t->parts.at, *last = &parts[end - 1];
	struct way *best = &b->best[end];
	struct line l = { .end = end, .last = last->after == AFTER_LINE };

	best->cost = NEVER;
	if (!may_end(b, last))
		return;
	if (last->after == AFTER_HYPHEN)
		l.width = b->hyphen[last->face] - last->kern;
	for (size_t k = end; k-- > 0;) {
		const struct part *p = &parts[k];
		mpt limit = line_limit(b->f, k);
		mpt shrink;

		if (k + 1 < end) {
			if (p->after == AFTER_LINE)
				break;
			l.width += p->space;
			l.spaces += p->space;
		}
		l.width += p->width;
		l.first = k;
		shrink = b->f->justify
			     ? (mpt)((int64_t)l.spaces * (1000 - SHRINK) / 1000)
			     : 0;
		/* A part alone is a line in any case, so that there is a way.
		 */
		if (l.width - shrink > limit && k + 1 < end)
			break;
		if (b->best[k].cost == NEVER)
			continue;

		int64_t cost = b->best[k].cost + line_cost(b, &l, limit);

		if (cost < best->cost)
			*best = (struct way){ cost, k };
	}
}

static bool
find_ways(struct breaking *b)
{
	size_t n = b->t->parts.n;

	for (size_t end = 1; end <= n; end++)
		end_line(b, end);
	return b->best[n].cost != NEVER;
}

/* --- parts that no line holds ------------------------------------------- */

/* Cuts a part between letters into parts that a line holds. */
static void
part_cut(struct text *out, struct setter *s, const struct part *p,
    const struct text *t, mpt limit)
{
	size_t from = 0;
	struct part piece = *p;

	while (from < p->glyphs.n) {
		struct glyphs g = { p->glyphs.at + from, 0 };
		mpt width = 0, wider = 0;

		while (from + g.n < p->glyphs.n) {
			struct glyphs more = { g.at, g.n + 1 };

			wider = font_width(s->fonts, p->face, more, t->size);
			if (g.n && wider > limit && g.at[g.n].cp)
				break;
			width = wider;
			g.n++;
		}
		from += g.n;
		piece.glyphs = g;
		piece.width = width;
		piece.after = AFTER_BREAK;
		piece.space = 0;
		piece.blank = 0;
		*LIST_ADD(s->a, &out->parts) = piece;
		s->ledger.at[t->spans.at[p->span].entry].parts++;
	}
	s->ledger.at[t->spans.at[p->span].entry].parts--;

	struct part *last = LIST_LAST(&out->parts);

	last->after = p->after;
	last->space = p->space;
	last->blank = p->blank;
}

/* Leaves no part wider than a line, its hyphen with it. */
static void
cut_wide_parts(struct setter *s, struct text *t, const struct breaking *b)
{
	struct text out = *t;
	mpt indent = b->f->indent > 0 ? b->f->indent : 0;
	bool wide = false;

	for (size_t i = 0; i < t->parts.n; i++) {
		const struct part *p = &t->parts.at[i];

		wide = wide ||
		       p->width + b->hyphen[p->face] > b->f->width - indent;
	}
	if (!wide)
		return;
	memset(&out.parts, 0, sizeof(out.parts));
	for (size_t i = 0; i < t->parts.n; i++) {
		const struct part *p = &t->parts.at[i];
		mpt limit = b->f->width - indent - b->hyphen[p->face];

		if (p->width > limit)
			part_cut(&out, s, p, t, limit);
		else
			*LIST_ADD(s->a, &out.parts) = *p;
	}
	*t = out;
}

/* --- the lines ---------------------------------------------------------- */

static struct line
line_measured(const struct breaking *b, size_t first, size_t end)
{
	const struct part *parts = b->t->parts.at, *last = &parts[end - 1];
	struct line l = { .first = first, .end = end };

	for (size_t i = first; i < end; i++) {
		l.width += parts[i].width;
		if (i + 1 < end && parts[i].space) {
			l.width += parts[i].space;
			l.spaces += parts[i].space;
			l.nspaces++;
		}
	}
	if (last->after == AFTER_HYPHEN)
		l.width += b->hyphen[last->face] - last->kern;
	l.last = last->after == AFTER_LINE;
	return l;
}

/* Each space of a full line counts, so that a line of few weighs less. */
static void
note_figures(struct setter *s, const struct line *l, mpt limit)
{
	if (!s->figures || l->last || !l->spaces)
		return;

	int64_t set = limit - l->width + l->spaces;

	for (size_t i = 0; i < l->nspaces; i++)
		*LIST_ADD(s->a, &s->figures->stretch) =
		    (int)(set * 1000 / l->spaces);
}

void
text_break(
    struct lines *out, struct setter *s, struct text *t, const struct frame *f)
{
	struct breaking b = { .t = t, .f = f };

	memset(out, 0, sizeof(*out));
	if (!t->parts.n)
		return;
	for (int face = 0; face < FACE_MAX; face++)
		b.hyphen[face] = hyphen_width(s, (enum face)face, f->size);
	cut_wide_parts(s, t, &b);
	b.best = ARENA_ARRAY(s->a, struct way, t->parts.n + 1);
	if (!find_ways(&b)) {
		b.anywhere = true;

		bool found = find_ways(&b);

		assert(found);
	}

	size_t n = 0;

	for (size_t k = t->parts.n; k > 0; k = b.best[k].from)
		n++;
	out->at = ARENA_ARRAY(s->a, struct line, n);
	out->n = out->cap = n;
	for (size_t k = t->parts.n; k > 0; k = b.best[k].from)
		out->at[--n] = line_measured(&b, b.best[k].from, k);
	for (size_t i = 0; i < out->n && f->justify; i++)
		note_figures(s, &out->at[i], line_limit(f, out->at[i].first));
}

/* --- widths without lines ----------------------------------------------- */

mpt
text_natural(const struct text *t)
{
	mpt widest = 0, width = 0;

	for (size_t i = 0; i < t->parts.n; i++) {
		const struct part *p = &t->parts.at[i];

		width += p->width;
		widest = width > widest ? width : widest;
		width = p->after == AFTER_LINE ? 0 : width + p->space;
	}
	return widest;
}

/* The widest stretch of parts that end, but for the last, in one of these. */
static mpt
widest_stretch(const struct text *t, enum after through, enum after also)
{
	mpt widest = 0, width = 0;

	for (size_t i = 0; i < t->parts.n; i++) {
		const struct part *p = &t->parts.at[i];
		bool on = p->after == AFTER_NONE || p->after == through ||
			  p->after == also;

		width += p->width;
		widest = width > widest ? width : widest;
		width = on ? width + p->space : 0;
	}
	return widest;
}

mpt
text_least(const struct text *t)
{
	return widest_stretch(t, AFTER_TIE, AFTER_HYPHEN);
}

mpt
text_least_hyphenated(const struct text *t)
{
	/* A third of an em is what a hyphen takes. */
	return widest_stretch(t, AFTER_TIE, AFTER_TIE) + t->size / 3;
}
