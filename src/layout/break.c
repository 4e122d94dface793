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
#define SHRINK      700  /* spaces, at least: thousandths of a drawn one */
#define LINE_COST   10   /* what any line costs before it is squared */
#define NO_SPACES   5000 /* as which a line that can't be stretched counts */
#define LOOSEST     10000
#define LOOSE_ITEM  1700 /* spaces of a list's line, at most */
#define SHORT_ITEM  100  /* what one costs that ends short instead */
#define VAIN_HYPHEN 1000 /* or ends short, and within a word */
#define HYPHEN      ((int64_t)30000)
#define HYPHENS     ((int64_t)60000)   /* two lines in a row */
#define LADDER      ((int64_t)4000000) /* more than two */
#define HYPHEN_END  ((int64_t)30000)   /* the last line is part of a word */
#define SHORT_END   ((int64_t)90000)
#define STUMP       ((int64_t)400000) /* or some letters of one */
#define NEVER       INT64_MAX

struct way {
	int64_t cost; /* of the lines up to here, or NEVER */
	size_t from;  /* where the last of them begins */
	int hyphens;  /* of the last lines, one below the other */
};

/* What a way must keep to: tried in this order until there is one.  Lines
 * that are half empty are seldom wanted and cost time; ties and joins break
 * only where nothing else fits. */
struct rigour {
	mpt least; /* a line holds this of its length, thousandths */
	bool anywhere;
};
static const struct rigour rigours[] = { { 500, false }, { 0, false },
	{ 0, true } };

/* A paragraph is longer than any page: more than 2^31 thousandths. */
struct sum {
	int64_t width, spaces;
};

struct breaking {
	const struct text *t;
	const struct frame *f;
	mpt hyphen[FACE_MAX];
	struct sum *sums; /* [k]: of all parts before k */
	struct way *best; /* [k]: a line begins at part k */
	struct rigour rigour;
};

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
	return b->rigour.anywhere ||
	       (p->after != AFTER_NONE && p->after != AFTER_TIE);
}

static int64_t
cube(int64_t thousandths)
{
	return thousandths * thousandths / 1000 * thousandths / 1000 / 10;
}

/* How bad is a ragged line?  By the part of it that stays empty. */
static int64_t
ragged_badness(const struct line *l, mpt limit)
{
	mpt left = limit > l->width ? limit - l->width : 0;

	return cube((int64_t)left * 2000 / limit);
}

/* What the spaces become in a line that is drawn out: thousandths. */
static int64_t
line_ratio(const struct line *l, mpt limit)
{
	int64_t ratio = NO_SPACES;

	if (l->spaces)
		ratio =
		    (int64_t)(limit - l->width + l->spaces) * 1000 / l->spaces;
	return ratio < LOOSEST ? ratio : LOOSEST;
}

/* The word that would have to follow on the line, had it gone on. */
static int64_t
next_width(const struct text *t, size_t end)
{
	int64_t width = 0;

	for (size_t i = end; i < t->parts.n; i++) {
		const struct part *p = &t->parts.at[i];

		width += p->width;
		if (p->after == AFTER_SPACE || p->after == AFTER_LINE)
			break;
		width += p->space;
	}
	return width;
}

/* A line of a list may end short before what is too long for it, and behind
 * the end of a sentence. */
static bool
may_end_short(const struct breaking *b, const struct line *l, mpt limit)
{
	const struct part *last = &b->t->parts.at[l->end - 1];
	uint32_t cp = last->glyphs.at[last->glyphs.n - 1].cp;

	if (!b->f->depth || last->after == AFTER_HYPHEN)
		return false;
	return cp == '.' || cp == ';' ||
	       l->width + last->space + next_width(b->t, l->end) > limit;
}

/* And a line of a justified paragraph?  By what its spaces become. */
static int64_t
justified_badness(const struct breaking *b, const struct line *l, mpt limit)
{
	const struct part *last = &b->t->parts.at[l->end - 1];
	int64_t ratio = line_ratio(l, limit);

	if (ratio > LOOSE_ITEM && may_end_short(b, l, limit))
		return SHORT_ITEM + ragged_badness(l, limit) / 2;
	/* It will not be drawn out: a hyphen gains nothing. */
	if (ratio > LOOSE_ITEM && b->f->depth && last->after == AFTER_HYPHEN)
		return VAIN_HYPHEN;
	return ratio >= 1000 ? cube(ratio - 1000)
			     : cube((1000 - ratio) * 1000 / (1000 - SHRINK));
}

static int64_t
line_cost(const struct breaking *b, const struct line *l, mpt limit)
{
	const struct part *end = &b->t->parts.at[l->end - 1];
	bool hyphen = end->after == AFTER_HYPHEN;
	bool follows =
	    l->first && b->t->parts.at[l->first - 1].after == AFTER_HYPHEN;
	int64_t bad = LINE_COST, extra = 0;

	if (b->f->balance) {
		bad += ragged_badness(l, limit);
		extra += end->after == AFTER_BREAK ? HYPHENS : 0;
	} else if (l->last) {
		bool is_short =
		    l->first && b->f->justify && l->width < limit / 6;

		extra += follows ? HYPHEN_END : 0;
		extra += is_short ? SHORT_END : 0;
		extra += follows && l->width < limit / 12 ? STUMP : 0;
		if (l->width > limit && b->f->justify)
			bad += justified_badness(b, l, limit);
	} else {
		bad += b->f->justify ? justified_badness(b, l, limit)
				     : ragged_badness(l, limit);
		extra += hyphen ? HYPHEN : 0;
		extra += hyphen && follows ? HYPHENS : 0;
		extra += hyphen && b->best[l->first].hyphens > 1 ? LADDER : 0;
	}
	return bad * bad + extra;
}

/* Far beyond any paper: sums of such widths still are whole numbers. */
#define WIDEST PT(4000)

static mpt
capped(int64_t width)
{
	return width < WIDEST ? (mpt)width : WIDEST;
}

/* The line of parts [k, end); the widths of what lies before are subtracted. */
static struct line
line_between(const struct breaking *b, size_t k, size_t end)
{
	const struct part *last = &b->t->parts.at[end - 1];
	const struct sum *from = &b->sums[k], *to = &b->sums[end];
	struct line l = {
		.first = k,
		.end = end,
		.width = capped(to->width - from->width - last->space),
		.spaces = capped(to->spaces - from->spaces - last->space),
		.last = last->after == AFTER_LINE,
	};

	if (last->after == AFTER_HYPHEN)
		l.width += b->hyphen[last->face] - last->kern;
	return l;
}

static bool
fits(const struct breaking *b, const struct line *l)
{
	mpt limit = line_limit(b->f, l->first);

	if (b->f->justify)
		limit += l->spaces / 1000 * (1000 - SHRINK);
	return l->width <= limit;
}

/*
 * Finds the best line that ends with part `end` - 1.  *first is where the
 * longest line that fits begins: it only moves on.  A part alone is a line in
 * any case, so that there is a way.
 */
static void
end_line(struct breaking *b, size_t *first, size_t end)
{
	const struct part *parts = b->t->parts.at;
	struct way *best = &b->best[end];
	bool hyphen = parts[end - 1].after == AFTER_HYPHEN;

	best->cost = NEVER;
	if (end > 1 && parts[end - 2].after == AFTER_LINE)
		*first = end - 1;
	if (!may_end(b, &parts[end - 1]))
		return;
	for (size_t k = *first; k < end; k++) {
		/* The longest one that fits must be found in any case. */
		if (b->best[k].cost >= best->cost && k > *first)
			continue;

		struct line l = line_between(b, k, end);
		mpt limit = line_limit(b->f, k);

		if (!fits(b, &l) && k + 1 < end) {
			/* Without its hyphen a longer line may yet fit. */
			if (hyphen)
				l.width -= b->hyphen[parts[end - 1].face] -
					   parts[end - 1].kern;
			*first += k == *first && (!hyphen || !fits(b, &l));
			continue;
		}
		if (!l.last && l.width < limit / 1000 * b->rigour.least)
			break;
		if (b->best[k].cost >= best->cost)
			continue;

		int64_t cost = b->best[k].cost + line_cost(b, &l, limit);

		if (cost < best->cost)
			*best = (struct way){ cost, k,
				hyphen ? b->best[k].hyphens + 1 : 0 };
	}
}

static void
sums_make(struct breaking *b, struct arena *a)
{
	size_t n = b->t->parts.n;

	b->sums = ARENA_ARRAY(a, struct sum, n + 1);
	for (size_t i = 0; i < n; i++) {
		const struct part *p = &b->t->parts.at[i];

		b->sums[i + 1].width = b->sums[i].width + p->width + p->space;
		b->sums[i + 1].spaces = b->sums[i].spaces + p->space;
	}
}

static void
find_ways(struct breaking *b)
{
	/* Balanced lines may be short, and those of lists. */
	size_t n = b->t->parts.n, i = b->f->balance || b->f->depth;

	do {
		size_t first = 0;

		b->rigour = rigours[i];
		for (size_t end = 1; end <= n; end++)
			end_line(b, &first, end);
	} while (b->best[n].cost == NEVER &&
		 ++i < sizeof(rigours) / sizeof(*rigours));
	assert(b->best[n].cost != NEVER);
}

/* --- parts that no line holds ------------------------------------------- */

static bool
is_dash(uint32_t cp)
{
	return cp == '-' || cp == 0x2010 || cp == 0x2013 || cp == 0x2014 ||
	       cp == '/';
}

/* How many glyphs from `from` on a line holds, at least one: up to the last
 * dash where there is one, and marks stay with their letter. */
static size_t
count_held(const struct setter *s, const struct part *p, size_t from, mpt size,
    mpt limit)
{
	const struct glyph *g = p->glyphs.at;
	size_t n = 0, dash = 0;
	int64_t most = (int64_t)limit * font_units(s->fonts, p->face) / size;

	for (size_t i = from; i < p->glyphs.n; i++) {
		most -= g[i].advance;
		if (most < 0 && n && g[i].cp && !g[i].dx && !g[i].dy)
			return dash ? dash : n;
		n++;
		if (is_dash(g[i].cp))
			dash = n;
	}
	return n;
}

/* Cuts a part between letters into parts that a line holds. */
static void
part_cut(struct text *out, struct setter *s, const struct part *p,
    const struct text *t, mpt limit)
{
	size_t from = 0;
	struct part piece = *p;

	while (from < p->glyphs.n) {
		struct glyphs g = { p->glyphs.at + from,
			count_held(s, p, from, t->size, limit) };
		mpt width = font_width(s->fonts, p->face, g, t->size);

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

/* How wide a part may be, its hyphen with it. */
static mpt
part_limit(const struct breaking *b, const struct part *p)
{
	mpt indent = b->f->indent > 0 ? b->f->indent : 0;
	mpt hyphen = p->after == AFTER_HYPHEN ? b->hyphen[p->face] : 0;

	return b->f->width - indent - hyphen;
}

/* Leaves no part wider than a line. */
static void
cut_wide_parts(struct setter *s, struct text *t, const struct breaking *b)
{
	struct text out = *t;
	bool wide = false;

	for (size_t i = 0; i < t->parts.n; i++) {
		const struct part *p = &t->parts.at[i];

		wide = wide || p->width > part_limit(b, p);
	}
	if (!wide)
		return;
	memset(&out.parts, 0, sizeof(out.parts));
	for (size_t i = 0; i < t->parts.n; i++) {
		const struct part *p = &t->parts.at[i];
		mpt limit = part_limit(b, p);

		if (p->width > limit)
			part_cut(&out, s, p, t, limit - t->size / 3);
		else
			*LIST_ADD(s->a, &out.parts) = *p;
	}
	*t = out;
}

/* --- the lines ---------------------------------------------------------- */

static void
spaces_count(struct line *l, const struct text *t)
{
	for (size_t i = l->first; i + 1 < l->end; i++)
		l->nspaces += t->parts.at[i].blank != 0;
}

/* Each space of a full line counts, so that a line of few weighs less. */
static void
note_figures(struct setter *s, const struct line *l, int ratio)
{
	if (!s->figures)
		return;
	*LIST_ADD(s->a, &s->figures->lines) = ratio;
	for (size_t i = 0; i < l->nspaces; i++)
		*LIST_ADD(s->a, &s->figures->stretch) = ratio;
}

/* Whether the line is drawn out to the margin.  In the narrow lines of a list,
 * many of them short facts, one that would gape ends short instead. */
static void
line_justify(struct line *l, struct setter *s, const struct frame *f)
{
	mpt limit = line_limit(f, l->first);
	int64_t ratio = line_ratio(l, limit);

	if (!f->justify || !l->spaces || (l->last && l->width <= limit))
		return;
	l->justified = !f->depth || ratio <= LOOSE_ITEM;
	if (l->justified && !l->last)
		note_figures(s, l, (int)ratio);
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
		b.hyphen[face] = font_width(
		    s->fonts, (enum face)face, s->hyphen[face], f->size);
	cut_wide_parts(s, t, &b);
	b.best = ARENA_ARRAY(s->a, struct way, t->parts.n + 1);
	sums_make(&b, s->a);
	find_ways(&b);

	size_t n = 0;

	for (size_t k = t->parts.n; k > 0; k = b.best[k].from)
		n++;
	out->at = ARENA_ARRAY(s->a, struct line, n);
	out->n = out->cap = n;
	for (size_t k = t->parts.n; k > 0; k = b.best[k].from)
		out->at[--n] = line_between(&b, b.best[k].from, k);
	for (size_t i = 0; i < out->n; i++) {
		spaces_count(&out->at[i], t);
		line_justify(&out->at[i], s, f);
	}
}

/* --- widths without lines ----------------------------------------------- */

mpt
text_natural(const struct text *t)
{
	int64_t widest = 0, width = 0;

	for (size_t i = 0; i < t->parts.n; i++) {
		const struct part *p = &t->parts.at[i];

		width += p->width;
		widest = width > widest ? width : widest;
		width = p->after == AFTER_LINE ? 0 : width + p->space;
	}
	return capped(widest);
}

/* The widest stretch of parts that end, but for the last, in one of these. */
static mpt
widest_stretch(const struct text *t, enum after through, enum after also)
{
	int64_t widest = 0, width = 0;

	for (size_t i = 0; i < t->parts.n; i++) {
		const struct part *p = &t->parts.at[i];
		bool on = p->after == AFTER_NONE || p->after == through ||
			  p->after == also;

		width += p->width;
		widest = width > widest ? width : widest;
		width = on ? width + p->space : 0;
	}
	return capped(widest);
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
