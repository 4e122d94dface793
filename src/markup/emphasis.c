/* SPDX-License-Identifier: MIT */
#include "base/utf8.h"
#include "markup/markup_int.h"

/*
 * Bold and italic, stricter than CommonMark's: ** and * mark where they stand
 * at the edges of words with letters between, so that 2*45*3 and a foot's
 * mark * stay what they are.  Each run of stars is a run of the block until
 * its end is known; then pairs become styles and all others text.
 */

/* A character beside the stars; the ends of the text are blanks. */
static uint32_t
before(struct span at)
{
	struct str s = at.src->text;
	size_t i = at.off;

	if (!i)
		return ' ';
	do
		i--;
	while (i && ((unsigned char)s.p[i] & 0xc0) == 0x80);
	return utf8_next(s, &i);
}

static uint32_t
behind(struct span at)
{
	size_t i = (size_t)at.off + at.len;

	return i < at.src->text.n ? utf8_next(at.src->text, &i) : ' ';
}

static bool
is_space(uint32_t cp)
{
	return cp <= ' ' || cp == 0xa0;
}

/* One of these signs, which are few. */
static bool
is_one_of(uint32_t cp, const uint32_t *signs)
{
	while (*signs && *signs != cp)
		signs++;
	return *signs != 0;
}

/* What may stand beside marked words: a blank or what parts a sentence.  A
 * slash does not: a star in an address or between units is a sign. */
static bool
is_outside(uint32_t cp)
{
	return is_space(cp) ||
	       is_one_of(cp, U"()[]{}\\«»„“”\"'‘’‹›—–-.,:;!?…|*");
}

/* What marked words may not begin with: *.md names files. */
static bool
may_begin(uint32_t cp)
{
	return !is_space(cp) && !is_one_of(cp, U".,:;!?…)]}»/=+%<>&");
}

static bool
same_link(const struct run *a, const struct run *b)
{
	return a->url.n ? a->url.p == b->url.p : !b->url.n;
}

void
emphasis_text(struct emphasis *e, struct str s)
{
	for (size_t i = 0; i < s.n;) {
		uint32_t cp = utf8_next(s, &i);

		/* A template's tag will be words. */
		e->letters += cp == '{' || utf8_is_letter(cp);
		e->figures += utf8_is_digit(cp);
	}
}

/* Takes the nearest open stars of that width, where they mark something. */
static bool
close(struct emphasis *e, size_t n, const struct run *r)
{
	size_t open = e->top[n - 1];

	if (!open)
		return false;

	struct star *s = &e->stars.at[open - 1];
	bool something =
	    e->letters > s->letters || (n == 2 && e->figures > s->figures);

	if (!something || !same_link(&e->runs->at[s->run], r))
		return false;
	s->opens = true;
	/* What was opened within stays text. */
	for (size_t k = 0; k < 2; k++) {
		while (e->top[k] >= open)
			e->top[k] = e->stars.at[e->top[k] - 1].below;
	}
	return true;
}

static void
star_add(
    struct emphasis *e, struct span at, struct str url, bool opens, bool closes)
{
	struct run *r = run_add(e->m->arena, e->runs, span_text(at), 0);
	struct star *s = LIST_ADD(e->m->arena, &e->stars);
	size_t *top = &e->top[at.len - 1];

	r->at = at;
	r->url = url;
	*s = (struct star){ .run = e->runs->n - 1,
		.letters = e->letters,
		.figures = e->figures };
	if (closes && close(e, at.len, r)) {
		s->closes = true;
	} else if (opens) {
		s->below = *top;
		*top = e->stars.n;
	}
}

void
emphasis_stars(
    struct emphasis *e, struct span at, struct str stars, struct str url)
{
	uint32_t left = before(at), right = behind(at);
	bool few = at.len > 0 && at.len <= 3;
	bool opens = few && is_outside(left) && may_begin(right);
	bool closes = few && !is_space(left) && is_outside(right);

	if (!opens && !closes) {
		struct run *r = run_add(e->m->arena, e->runs, stars, 0);

		r->at = at;
		r->url = url;
		e->split = true;
		return;
	}
	if (at.len == 3) { /* bold and italic: what was opened last, first */
		struct span first = at;

		first.len = closes && e->top[0] > e->top[1] ? 1 : 2;
		star_add(e, first, url, opens, closes);
		at.off += first.len;
		at.len -= first.len;
	}
	star_add(e, at, url, opens, closes);
}

/* Styles what stands between pairs, whose stars are marks and go. */
static void
style_pairs(struct emphasis *e)
{
	struct runs *runs = e->runs;
	unsigned open[2] = { 0 }; /* * and ** */
	size_t kept = 0, k = 0;

	for (size_t i = 0; i < runs->n; i++) {
		struct run r = runs->at[i];
		bool star = k < e->stars.n && e->stars.at[k].run == i;
		const struct star *s = star ? &e->stars.at[k++] : NULL;

		if (s && (s->opens || s->closes)) {
			open[r.at.len - 1] += s->opens ? 1 : -1u;
			mark_add(e->m, r.at.off, r.at.len);
			continue;
		}
		r.style =
		    (open[0] ? STYLE_ITALIC : 0) | (open[1] ? STYLE_BOLD : 0);
		runs->at[kept++] = r;
	}
	runs->n = kept;
}

/* Whether nothing but an escape stands between two runs of a kind. */
static bool
joins(const struct run *a, const struct run *b)
{
	size_t end = (size_t)a->at.off + a->at.len;

	return a->kind == RUN_TEXT && b->kind == RUN_TEXT &&
	       a->style == b->style && same_link(a, b) &&
	       (b->at.off == end ||
		   (b->at.off == end + 1 && a->at.src->text.p[end] == '\\'));
}

static struct run
joined(struct emphasis *e, const struct run *r, size_t n)
{
	struct run out = r[0];
	struct strbuf b;

	if (n == 1)
		return out;
	buf_init(&b, e->m->arena);
	for (size_t i = 0; i < n; i++)
		buf_add(&b, r[i].s);
	out.at.len = r[n - 1].at.off + r[n - 1].at.len - r[0].at.off;
	out.s = str_eq(buf_str(&b), span_text(out.at)) ? span_text(out.at)
						       : buf_str(&b);
	return out;
}

void
emphasis_settle(struct emphasis *e)
{
	struct runs *runs = e->runs;
	size_t kept = 0;

	if (!e->stars.n && !e->split)
		return;
	style_pairs(e);
	for (size_t i = 0, n; i < runs->n; i += n) {
		n = 1;
		while (i + n < runs->n &&
		       joins(&runs->at[i + n - 1], &runs->at[i + n]))
			n++;
		runs->at[kept++] = joined(e, &runs->at[i], n);
	}
	runs->n = kept;
}
