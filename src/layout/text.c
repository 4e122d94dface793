/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "base/utf8.h"
#include "layout/layout_int.h"

#define NBSP        0xa0
#define SOFT_HYPHEN 0xad
#define EN_DASH     0x2013
#define EM_DASH     0x2014

#define WORD_BREAKS ((size_t)32) /* in one word; further ones are not used */
#define SHORTEST    ((size_t)5)  /* letters of a word that is divided */
#define LEAST_END   ((size_t)3)  /* letters of it on the next line */

/* What is known while runs are read. */
struct shaping {
	struct setter *s;
	struct text *t;
	const struct frame *f;
	enum face face;
	struct str run;
	bool goes_on; /* the next run's text begins with a letter */
	bool raised;  /* it is the mark of a note */
};

static bool
is_blank(uint32_t cp)
{
	return cp == ' ' || cp == '\t' || cp == '\n';
}

static enum after
after_last(const struct text *t)
{
	return t->parts.n ? LIST_LAST(&t->parts)->after : AFTER_LINE;
}

mpt
raised_size(mpt size)
{
	return size * 2 / 3;
}

static mpt
glyphs_width(const struct shaping *r, struct glyphs g)
{
	return font_width(r->s->fonts, r->face, g,
	    r->raised ? raised_size(r->f->size) : r->f->size);
}

static struct part *
part_add(struct shaping *r, struct glyphs g)
{
	struct text *t = r->t;
	struct part *p = LIST_ADD(r->s->a, &t->parts);
	const struct glyph *last = &g.at[g.n - 1];

	p->glyphs = g;
	p->width = glyphs_width(r, g);
	p->kern = (mpt)((int64_t)(last->advance - last->natural) * r->f->size /
			font_units(r->s->fonts, r->face));
	p->face = r->face;
	p->raised = r->raised;
	p->span = (uint32_t)t->spans.n - 1;
	r->s->ledger.at[LIST_LAST(&t->spans)->entry].parts++;
	return p;
}

/* --- letters the font lacks --------------------------------------------- */

struct span
run_place(const struct setter *s, const struct run *run)
{
	struct span at = run->at;

	for (size_t i = 0; i < s->ledger.n && !run->at.src; i++) {
		const struct run *before = s->ledger.at[i].run;

		if (before == run)
			break;
		if (before->at.src)
			at = before->at;
	}
	if (!at.src)
		at = source_span(
		    source_absent(s->d->arena, s->doc->title), 0, 0);
	return at;
}

static void
report_letter(struct shaping *r, size_t at, size_t len, uint32_t cp)
{
	const struct run *run = LIST_LAST(&r->s->ledger)->run;
	struct span place = run_place(r->s, run);

	/* The letter itself, where the run is as it was written. */
	if (run->at.src && place.len == run->s.n) {
		place.off += (uint32_t)at;
		place.len = (uint32_t)len;
	}
	/* The finding outlives the page's arena. */
	struct arena *a = r->s->d->arena;
	struct str letter = str_copy(a, (struct str){ run->s.p + at, len });
	struct str code = str_printf(a, "U+%04X", (unsigned)cp);

	diag_add(
	    r->s->d, &no_letter, place, ARGS(arg_str(letter), arg_str(code)));
	r->s->ok = false;
}

/* Reports each letter of the word that the face lacks, once a run; also one
 * that it can only draw in parts, which would not copy out as it was written.
 */
static void
check_letters(struct shaping *r, struct str word, struct glyphs g)
{
	size_t word_at = (size_t)(word.p - r->run.p);
	bool missing = false;

	for (size_t i = 0; i < g.n && !missing; i++)
		missing = !g.at[i].id || !g.at[i].cp;
	if (!missing)
		return;
	for (size_t i = 0, k = 0; i < word.n && k < g.n; k++) {
		size_t at = i;
		uint32_t cp = utf8_next(word, &i);
		struct str letter = { word.p + at, i - at };

		while (k < g.n && g.at[k].cp != cp)
			k++;
		if (k == g.n ||
		    (g.at[k].id && (k + 1 == g.n || g.at[k + 1].cp)))
			continue;
		if (str_find(r->run, letter) == word_at + at)
			report_letter(r, word_at + at, letter.n, cp);
	}
}

/* --- where a word may end a line ---------------------------------------- */

/* Behind a hyphen between letters and a dash or stroke not between figures. */
static bool
breaks_behind(uint32_t cp, uint32_t before, uint32_t next)
{
	if (cp == '-' || cp == 0x2010)
		return utf8_is_letter(before) && utf8_is_letter(next);
	if (cp == EN_DASH || cp == EM_DASH || cp == '/')
		return !utf8_is_digit(before) && !utf8_is_digit(next) &&
		       before && next && next != '/';
	return false;
}

/* The byte where the character that ends before byte `end` begins. */
static size_t
char_before(struct str s, size_t end)
{
	do
		end--;
	while (end && ((unsigned char)s.p[end] & 0xc0) == 0x80);
	return end;
}

/* The word without quotes, stops and brackets around its letters. */
static struct str
word_core(struct str word, size_t *off)
{
	size_t from = 0, to = word.n;

	while (from < to) {
		size_t i = from;

		if (utf8_is_letter(utf8_next(word, &i)))
			break;
		from = i;
	}
	while (to > from) {
		size_t i = char_before(word, to), at = i;

		if (utf8_is_letter(utf8_next(word, &i)))
			break;
		to = at;
	}
	*off = from;
	return (struct str){ word.p + from, to - from };
}

/* A word with a capital may be a name, and names are not divided. */
static bool
is_dividable(const struct shaping *r, struct str core)
{
	size_t i = 0;

	return r->f->hyphenate && core.n && utf8_count(core) >= SHORTEST &&
	       !utf8_is_upper(utf8_next(core, &i));
}

/* Whether enough of the word is left behind this byte of it. */
static bool
leaves_enough(struct str core, size_t at)
{
	return utf8_count(str_skip(core, at)) >= LEAST_END;
}

static bool
has_digit(struct str s)
{
	for (size_t i = 0; i < s.n; i++)
		if (s.p[i] >= '0' && s.p[i] <= '9')
			return true;
	return false;
}

/* "окуу/тарбия" may be parted, "п/п" not. */
static bool
is_short_side(struct str word, size_t at)
{
	return utf8_count(str_head(word, at)) <= LEAST_END ||
	       utf8_count(str_skip(word, at)) < LEAST_END;
}

struct word_break {
	size_t at; /* byte of the word */
	enum after after;
};

/* The places in a word, in order. */
static size_t
word_breaks(const struct shaping *r, struct word_break *out, struct str word,
    bool whole)
{
	size_t hyphens[WORD_BREAKS], nhyphens = 0, h = 0, n = 0, off;
	uint32_t last = 0, cp = 0;
	struct str core = word_core(word, &off);

	/* Nor is "12-сентябрына": a figure stays with its word. */
	if (whole && !has_digit(str_head(word, off)) && is_dividable(r, core))
		nhyphens =
		    layout_hyphens(hyphens, WORD_BREAKS, core, r->s->lang);
	for (size_t i = 0; i < word.n && n < WORD_BREAKS;) {
		size_t at = i;
		uint32_t next = utf8_next(word, &i);

		if (h < nhyphens && hyphens[h] + off == at) {
			h++;
			if (cp != '-' && leaves_enough(core, at - off))
				out[n++] =
				    (struct word_break){ at, AFTER_HYPHEN };
		}
		if (breaks_behind(cp, last, next) && n < WORD_BREAKS &&
		    !(cp == '/' && is_short_side(word, at)))
			out[n++] = (struct word_break){ at, AFTER_BREAK };
		last = cp;
		cp = next;
	}
	return n;
}

/* --- words -------------------------------------------------------------- */

/* Cuts the shaped word at its breaks. */
static void
word_cut(struct shaping *r, struct str word, struct glyphs g,
    const struct word_break *breaks, size_t n)
{
	size_t from = 0, byte = 0, k = 0;

	for (size_t i = 0; i < g.n; i++) {
		bool here = k < n && byte >= breaks[k].at && g.at[i].cp;

		if (here && i > from) {
			struct glyphs piece = { g.at + from, i - from };

			part_add(r, piece)->after = breaks[k].after;
			from = i;
		}
		k += here;
		if (g.at[i].cp && byte < word.n)
			utf8_next(word, &byte);
	}
	part_add(r, (struct glyphs){ g.at + from, g.n - from });
}

/* Whether the text so far ends in the middle of a word. */
static bool
ends_in_letter(const struct text *t)
{
	if (after_last(t) != AFTER_NONE)
		return false;

	struct glyphs g = LIST_LAST(&t->parts)->glyphs;

	return utf8_is_letter(g.at[g.n - 1].cp);
}

/* A dash never begins a line: the space before it is no place to break. */
static void
tie_dash(struct shaping *r, struct str word)
{
	size_t i = 0;
	uint32_t cp = utf8_next(word, &i);

	if ((cp == EN_DASH || cp == EM_DASH) && after_last(r->t) == AFTER_SPACE)
		LIST_LAST(&r->t->parts)->after = AFTER_TIE;
}

static void
word_add(struct shaping *r, struct str word, uint32_t follows)
{
	struct word_break breaks[WORD_BREAKS];
	bool whole = !ends_in_letter(r->t) && !(follows == 0 && r->goes_on);
	struct glyphs g = font_shape(r->s->fonts, r->s->a, r->face, word);

	if (!g.n)
		return;
	if (after_last(r->t) != AFTER_NONE)
		tie_dash(r, word);
	check_letters(r, word, g);
	word_cut(r, word, g, breaks, word_breaks(r, breaks, word, whole));
	r->t->colon = word.p[word.n - 1] == ':';
}

/* The space behind the last part; false where there is no part to put it
 * behind. */
static bool
space_add(struct shaping *r, enum after after, uint32_t cp)
{
	if (after_last(r->t) != AFTER_NONE)
		return false;

	struct part *p = LIST_LAST(&r->t->parts);

	p->after = after;
	p->blank = cp;
	p->space = glyphs_width(r, r->s->space[r->face]);
	return true;
}

static void
blank_add(struct shaping *r, struct str blank, uint32_t cp)
{
	if (cp == SOFT_HYPHEN) {
		if (after_last(r->t) == AFTER_NONE)
			LIST_LAST(&r->t->parts)->after = AFTER_HYPHEN;
	} else if (cp != NBSP) {
		space_add(r, AFTER_SPACE, ' ');
	} else if (!space_add(r, AFTER_TIE, NBSP)) {
		/* One that nothing stands before is drawn as a letter. */
		part_add(r, font_shape(r->s->fonts, r->s->a, r->face, blank));
	}
}

static void
run_add_words(struct shaping *r)
{
	struct str s = r->run;

	for (size_t i = 0; i < s.n;) {
		size_t from = i, at = i;
		uint32_t cp = 0;

		while (i < s.n) {
			at = i;
			cp = utf8_next(s, &i);
			if (is_blank(cp) || cp == NBSP || cp == SOFT_HYPHEN)
				break;
			at = i;
			cp = 0;
		}
		if (at > from)
			word_add(r, (struct str){ s.p + from, at - from }, cp);
		if (cp)
			blank_add(r, (struct str){ s.p + at, i - at }, cp);
	}
}

/* Whether the text behind run i begins with a letter: a word goes on. */
static bool
run_goes_on(const struct runs *runs, size_t i)
{
	size_t at = 0;

	do
		i++;
	while (i < runs->n && runs->at[i].kind == RUN_TEXT && !runs->at[i].s.n);
	return i < runs->n && runs->at[i].kind == RUN_TEXT &&
	       utf8_is_letter(utf8_next(runs->at[i].s, &at));
}

static void
run_read(struct shaping *r, const struct run *run)
{
	struct ledger_entry *e = LIST_ADD(r->s->a, &r->s->ledger);
	struct text_span *span = LIST_ADD(r->s->a, &r->t->spans);

	e->run = run;
	span->entry = (uint32_t)(r->s->ledger.n - 1);
	span->url = url_opens(run->url) ? run->url : STR("");
	r->run = run->s;
	r->face = (enum face)((run->style | r->f->style) & FACE_BOLD_ITALIC);
	run_add_words(r);
}

/* An address as one types it. */
static struct str
address_bare(struct str url)
{
	static const struct str schemes[] = { STR_INIT("https://"),
		STR_INIT("http://"), STR_INIT("mailto:") };

	for (size_t i = 0; i < sizeof(schemes) / sizeof(*schemes); i++)
		if (str_starts(url, schemes[i]))
			return str_skip(url, schemes[i].n);
	return url;
}

/* Where the runs of a link, those from `first` up to `last`, do not say its
 * address, a note does. */
static void
address_read(
    struct shaping *r, const struct runs *runs, size_t first, size_t last)
{
	struct arena *a = r->s->a;
	struct runs said = { .at = runs->at + first, .n = last - first };
	struct str url = address_bare(runs->at[first].url);
	struct note *note;
	struct run *run;

	if (!url.n || str_find(runs_text(a, &said), url) != SIZE_MAX)
		return;
	note = ARENA_NEW(a, struct note);
	*note = (struct note){ ++r->s->nnotes, url };
	run = ARENA_NEW(a, struct run);
	run->style = runs->at[last - 1].style;
	run->at = runs->at[last - 1].at;
	run->s = str_printf(a, "%d", note->number);
	r->goes_on = false;
	r->raised = true;
	run_read(r, run);
	r->raised = false;
	LIST_LAST(&r->t->spans)->note = note;
}

/* Whether the link of run i, if it is of one, ends with it. */
static bool
ends_link(const struct runs *runs, size_t i)
{
	return runs->at[i].url.n &&
	       (i + 1 == runs->n ||
		   !str_eq(runs->at[i].url, runs->at[i + 1].url));
}

struct text *
text_make(struct setter *s, const struct runs *runs, const struct frame *f)
{
	struct shaping r = {
		.s = s, .t = ARENA_NEW(s->a, struct text), .f = f
	};
	size_t link = 0; /* where the runs of one address begin */

	r.t->size = f->size;
	for (size_t i = 0; i < runs->n; i++) {
		const struct run *run = &runs->at[i];

		if (!i || !str_eq(run->url, run[-1].url))
			link = i;
		r.goes_on = run_goes_on(runs, i);
		if (run->kind == RUN_TEXT)
			run_read(&r, run);
		else if (run->kind == RUN_BREAK && r.t->parts.n &&
			 !space_add(&r, AFTER_LINE, ' '))
			LIST_LAST(&r.t->parts)->after = AFTER_LINE;
		else if (run->kind == RUN_SOFT_BREAK && r.t->parts.n)
			space_add(&r, AFTER_SPACE, ' ');
		if (ends_link(runs, i))
			address_read(&r, runs, link, i + 1);
	}
	if (r.t->parts.n)
		LIST_LAST(&r.t->parts)->after = AFTER_LINE;
	return r.t;
}

struct text *
text_of(struct setter *s, struct matter *m, const struct frame *f)
{
	if (!m->text)
		m->text = text_make(s, &m->block->runs, f);
	return m->text;
}
