/* SPDX-License-Identifier: MIT */
#include "doc/sheet.h"

struct sheet
sheet_default(void)
{
	return (struct sheet){
		.width = MM(210),
		.height = MM(297),
		.top = MM(20),
		.right = MM(15),
		.bottom = MM(20),
		.left = MM(30),
		.size = PT(14),
		.leading = 115,
		.indent = MM(12.5),
		.hyphenate = true,
		.page_numbers = true,
	};
}

/* --- given over default ------------------------------------------------- */

static void
turn(struct sheet *s, enum orientation to)
{
	mpt longer = larger(s->width, s->height);
	mpt shorter = smaller(s->width, s->height);

	if (to == ORIENTATION_GIVEN)
		return;
	s->width = to == ORIENTATION_LANDSCAPE ? longer : shorter;
	s->height = to == ORIENTATION_LANDSCAPE ? shorter : longer;
}

static bool
answered(enum answer given, bool else_)
{
	return given == ANSWER_NONE ? else_ : given == ANSWER_YES;
}

void
sheet_apply(struct sheet *s, const struct sheet_change *c)
{
	turn(s, c->orientation);
	if (c->margins_given) {
		s->top = c->margins[0];
		s->right = c->margins[1];
		s->bottom = c->margins[2];
		s->left = c->margins[3];
	}
	s->size = c->size ? c->size : s->size;
	s->leading = c->leading ? c->leading : s->leading;
	s->row = c->row ? c->row : s->row;
	s->hyphenate = answered(c->hyphenate, s->hyphenate);
	s->page_numbers = answered(c->page_numbers, s->page_numbers);
	s->footed = answered(c->footed, s->footed);
}

/* --- numbers ------------------------------------------------------------ */

#define WHOLE_MAX 999 /* no setting is larger */

/* A number from `least` to `most`, both whole, in thousandths. */
static bool
decimal(int *out, struct str s, int least, int most)
{
	size_t whole = str_digits(s);
	struct str part = str_skip(s, whole);
	int n, v = 0;

	if (!str_number(str_head(s, whole), &n) || n > WHOLE_MAX)
		return false;
	if (part.n) {
		if (part.p[0] != '.' && part.p[0] != ',')
			return false;
		part = str_skip(part, 1);
		if (part.n > 3 || !str_number(part, &v))
			return false;
		for (size_t i = part.n; i < 3; i++)
			v *= 10;
	}
	*out = n * 1000 + v;
	return *out >= least * 1000 && *out <= most * 1000;
}

static bool
millimetres(mpt *out, struct str s, int most)
{
	int v;

	if (!decimal(&v, s, 0, most))
		return false;
	*out = (mpt)((int64_t)v * 720 / 254);
	return true;
}

/* Four in one text: spaces part them, with or without a comma before; where no
 * space stands, commas, which else may be a number's own. */
static bool
sides_cut(struct str out[4], struct str s)
{
	struct str rest = str_trim(s);
	bool spaced = str_find(rest, STR(" ")) != SIZE_MAX;

	for (size_t i = 0; i < 4; i++) {
		out[i] = str_cut(rest, spaced ? ' ' : ',', &rest);
		rest = str_trim(rest);
		if (spaced && str_ends(out[i], STR(",")))
			out[i].n--;
	}
	return !rest.n;
}

bool
sheet_margins(struct sheet_change *out, const struct str *s, size_t n)
{
	struct str sides[4];
	mpt margins[4];

	if (n != 4 && (n != 1 || !sides_cut(sides, *s)))
		return false;
	for (size_t i = 0; i < 4; i++) {
		if (!millimetres(&margins[i], n == 4 ? s[i] : sides[i], 100))
			return false;
	}
	for (size_t i = 0; i < 4; i++)
		out->margins[i] = margins[i];
	out->margins_given = true;
	return true;
}

bool
sheet_size(struct sheet_change *out, struct str s)
{
	int v;

	if (!decimal(&v, s, 6, 36))
		return false;
	out->size = v * PT(1) / 1000;
	return true;
}

bool
sheet_leading(struct sheet_change *out, struct str s)
{
	int v;

	if (decimal(&v, s, 80, 300))
		out->leading = v / 1000;
	else if (decimal(&v, s, 0, 3) && v >= 800)
		out->leading = v / 10;
	else
		return false;
	return true;
}

bool
sheet_row(struct sheet_change *out, struct str s)
{
	return millimetres(&out->row, s, 50);
}
