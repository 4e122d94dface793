/* SPDX-License-Identifier: MIT */
#include "layout/layout_int.h"

#define EDGE MM(10) /* from the paper's edge to the page's number */

#define FOOT_SIZE PT(8)
#define FOOT_EDGE MM(8) /* from the paper's edge to the footer's baseline */

/* What stands across a draft, in the paper's language. */
static const struct words draft = WORDS("DRAFT", "ПРОЕКТ", "ДОЛБООР");

/* --- around the text ---------------------------------------------------- */

static void
add_number(struct page *to, struct setter *s, size_t number)
{
	const struct sheet *p = s->sheet;
	struct str text = str_printf(s->a, "%zu", number);
	struct glyphs g = font_shape(s->fonts, s->a, FACE_REGULAR, text);
	mpt size = p->size - PT(2);
	mpt width = font_width(s->fonts, FACE_REGULAR, g, size);
	const struct font_metrics *m = font_metrics(s->fonts, FACE_REGULAR);

	*LIST_ADD(s->a, &to->marks) = (struct mark){
		.kind = MARK_TEXT,
		.x = p->left + (p->width - p->left - p->right - width) / 2,
		.y = p->height - EDGE - m->cap_height * (size / 1000),
		.width = width,
		.size = size,
		.face = FACE_REGULAR,
		.glyphs = g,
		.tag = TAG_NONE,
	};
}

/* Below the text, at its left edge; a narrow margin brings it nearer to the
 * paper's edge, never into the text. */
static void
add_footer(struct page *to, struct setter *s)
{
	const struct sheet *p = s->sheet;
	struct glyphs g =
	    font_shape(s->fonts, s->a, FACE_REGULAR, s->doc->footer);

	*LIST_ADD(s->a, &to->marks) = (struct mark){
		.kind = MARK_TEXT,
		.x = p->left,
		.y = smaller(p->bottom / 2, FOOT_EDGE),
		.width = font_width(s->fonts, FACE_REGULAR, g, FOOT_SIZE),
		.size = FOOT_SIZE,
		.face = FACE_REGULAR,
		.glyphs = g,
		.tag = TAG_NONE,
	};
}

/* Along the diagonal, its middle in the middle of the page. */
static void
add_draft(struct page *to, struct setter *s)
{
	const struct sheet *p = s->sheet;
	struct str text = str_from(words_in(&draft, s->doc->lang));
	struct glyphs g = font_shape(s->fonts, s->a, FACE_BOLD, text);
	mpt size = PT(100);
	mpt width = font_width(s->fonts, FACE_BOLD, g, size);
	/* Half the width, times the cosine of 45 degrees. */
	mpt half = (mpt)((int64_t)width * 707 / 2000);

	*LIST_ADD(s->a, &to->marks) = (struct mark){
		.kind = MARK_GHOST,
		.x = p->width / 2 - half,
		.y = p->height / 2 - half,
		.width = width,
		.size = size,
		.face = FACE_BOLD,
		.glyphs = g,
		.tag = TAG_NONE,
	};
}

/* --- boxes to pages ----------------------------------------------------- */

static void
add_marks(struct page *to, struct setter *s, const struct mark *marks, size_t n,
    mpt y)
{
	for (size_t i = 0; i < n; i++) {
		struct mark *m = LIST_ADD(s->a, &to->marks);

		*m = marks[i];
		m->y += y;
	}
}

static void
note_bookmark(struct setter *s, const struct box *b, mpt y)
{
	if (!b->bookmark)
		return;
	*LIST_ADD(s->a, &s->out->bookmarks) = (struct bookmark){
		.title = b->title,
		.level = b->bookmark,
		.page = s->out->list.n - 1,
		.y = y,
	};
}

/* --- notes at the foot -------------------------------------------------- */

#define FOOT_RULE MM(50)

/* The notes of the boxes [from, to) end where the text may. */
static void
add_notes(struct page *p, struct setter *s, const struct boxes *boxes,
    size_t from, size_t to)
{
	mpt y = s->sheet->bottom;
	bool some = false;

	for (size_t i = from; i < to; i++) {
		y += foot_height(&boxes->at[i], some);
		some |= boxes->at[i].foot.n > 0;
	}
	if (!some)
		return;

	const struct mark rule =
	    rule_mark(s->sheet->left, y - FOOT_GAP / 2, FOOT_RULE, PT(0.5));

	add_marks(p, s, &rule, 1, 0);
	y -= FOOT_GAP;
	for (size_t i = from; i < to; i++) {
		for (size_t k = 0; k < boxes->at[i].foot.n; k++) {
			const struct box *b = &boxes->at[i].foot.at[k];

			add_marks(p, s, b->marks.at, b->marks.n, y);
			y -= b->height;
		}
	}
}

/*
 * The spaces between boxes yield where that saves a page: a few lines and the
 * signatures seldom look well on a page of their own.
 */
static const int squeezes[] = { 100, 60, 30 }; /* per cent of each space */

static mpt
space_before(const struct box *b, int squeeze)
{
	return b->before / 100 * squeeze;
}

static void
page_add(struct setter *s, const struct boxes *boxes, size_t from, size_t to,
    int squeeze)
{
	struct page *p = LIST_ADD(s->a, &s->out->list);
	const struct sheet *sheet = s->sheet;
	mpt top = sheet->height - sheet->top, y = top;
	const struct boxes *head = from < to ? boxes->at[from].head : NULL;

	p->sheet = sheet;
	if (from < to && boxes->at[from].page_break)
		*LIST_ADD(s->a, &s->out->breaks) = s->out->list.n - 1;
	if (sheet->draft)
		add_draft(p, s);
	if (sheet->page_numbers && s->out->list.n > 1)
		add_number(p, s, s->out->list.n);
	if (sheet->footed && s->doc->footer.n)
		add_footer(p, s);
	for (size_t i = 0; head && i < head->n; i++) {
		add_marks(p, s, head->at[i].marks.at, head->at[i].marks.n, y);
		y -= head->at[i].height;
	}
	for (size_t i = from; i < to; i++) {
		const struct box *b = &boxes->at[i];

		if (y == top)
			add_marks(p, s, b->caps.at, b->caps.n, y);
		else
			y -= space_before(b, squeeze);
		note_bookmark(s, b, y);
		add_marks(p, s, b->marks.at, b->marks.n, y);
		y -= b->height;
	}
	add_notes(p, s, boxes, from, to);
}

/*
 * Where the page that begins with box `from` ends: before the last box that
 * nothing keeps with the one above it; where all are kept, before the first
 * that does not fit.
 */
static size_t
page_end(
    const struct setter *s, const struct boxes *boxes, size_t from, int squeeze)
{
	mpt room = body_height(s), used = head_height(boxes->at[from].head);
	size_t end = from, whole = from;
	bool notes = false;

	for (size_t i = from; i < boxes->n; i++) {
		const struct box *b = &boxes->at[i];

		if (b->page_break && i > from)
			return i;
		used += (used ? space_before(b, squeeze) : 0) + b->height +
			foot_height(b, notes);
		notes |= b->foot.n > 0;
		if (used > room && i > from) {
			/* No word goes on over the page for a line or two. */
			if (whole > from && end - whole <= 3)
				return whole;
			return end > from ? end : i;
		}
		if (!b->keep)
			end = i + 1;
		if (!b->keep && !b->hyphen)
			whole = i + 1;
	}
	return boxes->n;
}

/* The pages of the boxes [from, to). */
static size_t
count_pages(const struct setter *s, const struct boxes *boxes, size_t from,
    size_t to, int squeeze)
{
	size_t n = 0;

	for (size_t i = from; i < to; n++)
		i = page_end(s, boxes, i, squeeze);
	return n;
}

static int
squeeze_find(
    const struct setter *s, const struct boxes *boxes, size_t from, size_t to)
{
	size_t least = count_pages(s, boxes, from, to, squeezes[0]);
	int squeeze = squeezes[0];

	for (size_t k = 1; k < sizeof(squeezes) / sizeof(*squeezes); k++) {
		size_t n = count_pages(s, boxes, from, to, squeezes[k]);

		if (n < least)
			squeeze = squeezes[k];
		least = n < least ? n : least;
	}
	return squeeze;
}

/* Where the next page break is that somebody asked for, or the end. */
static size_t
stretch_end(const struct boxes *boxes, size_t from)
{
	size_t i = from + 1;

	while (i < boxes->n && !boxes->at[i].page_break)
		i++;
	return i < boxes->n ? i : boxes->n;
}

void
paginate(struct setter *s, const struct boxes *boxes)
{
	s->sheet = &s->doc->sheet;
	if (!boxes->n)
		page_add(s, boxes, 0, 0, squeezes[0]);
	for (size_t from = 0; from < boxes->n;) {
		size_t to = stretch_end(boxes, from);

		if (boxes->at[from].sheet)
			s->sheet = boxes->at[from].sheet;

		int squeeze = squeeze_find(s, boxes, from, to);

		while (from < to) {
			size_t end = page_end(s, boxes, from, squeeze);

			page_add(s, boxes, from, end, squeeze);
			from = end;
		}
	}
}
