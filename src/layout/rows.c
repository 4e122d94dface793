/* SPDX-License-Identifier: MIT */
#include "layout/layout_int.h"

/* Rows of two cells that are no table: edges, stamps, signatures.  Each is one
 * box, left before right, as one reads it. */

/* Signatures: a hand needs 57 by 12 mm, and 40 at least; names have one left
 * edge, the same on upright and lying paper. */
#define SIGN_NAME  MM(112) /* from the left margin to the names */
#define SIGN_RULE  MM(57)  /* the line that is signed on */
#define SIGN_LEAST MM(40)
#define SIGN_PITCH MM(12)
#define SIGN_FIELD MM(9) /* height of what is signed in */
#define SIGN_GAP   PT(6) /* beside the line */

static struct frame
plain(const struct frame *f)
{
	struct frame g = *f;

	g.indent = 0;
	g.justify = g.hyphenate = false;
	g.align = ALIGN_LEFT;
	return g;
}

/* Cell i of a row, or an empty one. */
static const struct matter *
cell_of(const struct matter *row, size_t i)
{
	static const struct block nothing = { .kind = BLOCK_CELL };
	static const struct matter none = { .block = &nothing };

	return i < row->n ? &row->kids[i] : &none;
}

/* One box of both; two columns of lines where no page would hold it. */
static void
pair_add(struct boxes *to, struct setter *s, struct boxes *left,
    struct boxes *right, bool keep)
{
	struct box b = { .keep = keep };

	b.height = box_stack(&b, s, left, 0);
	b.height = larger(b.height, box_stack(&b, s, right, 0));
	if (b.height <= body_height(s)) {
		*LIST_ADD(s->a, to) = b;
		return;
	}
	boxes_beside(left, s, right);
	for (size_t i = 0; i < left->n; i++)
		*LIST_ADD(s->a, to) = left->at[i];
}

/* --- left and right edge ------------------------------------------------ */

/* The left cell yields where both do not fit, unless only it is short. */
static void
share_width(struct frame *left, struct frame *right, mpt l, mpt r, mpt gap)
{
	mpt width = left->width, half = (width - gap) / 2;

	if (l + r + gap <= width || r <= half)
		right->width = r;
	else if (l <= half)
		right->width = width - gap - l;
	else
		right->width = half;
	left->width = width - gap - right->width;
	right->x = left->x + width - right->width;
}

void
set_columns(struct boxes *to, struct setter *s, struct matter *m,
    const struct frame *f, uint32_t parent)
{
	size_t first = to->n;

	for (size_t i = 0; i < m->n; i++) {
		const struct matter *row = &m->kids[i];
		struct frame left = plain(f), right = plain(f);
		struct boxes l = { 0 }, r = { 0 };
		mpt lw = cell_extent(s, cell_of(row, 0), &left).natural;
		mpt rw = cell_extent(s, cell_of(row, 1), &right).natural;

		share_width(&left, &right, lw, rw, f->size);
		right.align = ALIGN_RIGHT;
		set_blocks(&l, s, cell_of(row, 0), &left, parent);
		set_blocks(&r, s, cell_of(row, 1), &right, parent);
		pair_add(to, s, &l, &r, i + 1 < m->n);
	}
	if (to->n == first)
		return;
	to->at[first].before += f->size / 3;
	LIST_LAST(to)->height += f->size / 3;
}

void
set_stamps(struct boxes *to, struct setter *s, struct matter *m,
    const struct frame *f, uint32_t parent)
{
	for (size_t i = 0; i < m->n; i++) {
		const struct matter *row = &m->kids[i];
		struct frame left = plain(f), right = plain(f);
		struct boxes l = { 0 }, r = { 0 };

		left.width = right.width = f->width * 9 / 20;
		right.x = f->x + f->width - right.width;
		set_blocks(&l, s, cell_of(row, 0), &left, parent);
		set_blocks(&r, s, cell_of(row, 1), &right, parent);
		pair_add(to, s, &l, &r, i + 1 < m->n);
	}
	if (to->n)
		LIST_LAST(to)->height += line_height(s, f);
}

/* --- signatures --------------------------------------------------------- */

/* What a field is for: role and name. */
static uint32_t
form_add(struct setter *s, const struct matter *row, uint32_t parent)
{
	uint32_t tag = tag_add(s, TAG_FORM, parent);
	struct str role = blocks_text(s->a, &cell_of(row, 0)->block->kids);
	struct str name = blocks_text(s->a, &cell_of(row, 1)->block->kids);

	s->out->tags.at[tag].alt = str_printf(s->a, STR_FMT "%s" STR_FMT,
	    STR_ARG(role), role.n && name.n ? ": " : "", STR_ARG(name));
	return tag;
}

/* The line to sign on, and the field above it. */
static void
draw_field(
    struct box *box, struct setter *s, mpt x, mpt y, mpt width, uint32_t tag)
{
	*LIST_ADD(s->a, &box->marks) = (struct mark){
		.kind = MARK_FIELD,
		.x = x,
		.y = y,
		.width = width,
		.height = SIGN_FIELD,
		.text = s->out->tags.at[tag].alt,
		.tag = tag,
	};
	*LIST_ADD(s->a, &box->marks) =
	    rule_mark(x, y - PT(0.5), width, PT(0.5));
}

/* A field can't be on two pages. */
static void
signer_refuse(struct setter *s)
{
	const struct run *run = LIST_LAST(&s->ledger)->run;

	diag_add(s->d, &signer_too_long, run_place(s, run), NO_ARGS);
	s->ok = false;
}

/* Where the rows of signatures have their parts. */
struct signing {
	struct frame role, name;
	mpt x, width; /* of the line */
};

/* One signer: role and name stand on the line of the rule, with their last
 * lines where they have several. */
static void
set_signer(struct boxes *to, struct setter *s, const struct matter *row,
    const struct signing *at, uint32_t parent)
{
	struct boxes l = { 0 }, r = { 0 };
	struct box *box = LIST_ADD(s->a, to);
	uint32_t tag = tag_add(s, TAG_P, parent), form;
	mpt line = line_height(s, &at->role), left, right;

	set_content(&l, s, cell_of(row, 0), &at->role, tag);
	form = form_add(s, row, tag);
	set_content(&r, s, cell_of(row, 1), &at->name, tag);
	left = (mpt)l.n * line;
	right = (mpt)r.n * line;
	/* What lies above the line is no mere space: a hand needs it. */
	box->height = SIGN_PITCH - line + larger(line, larger(left, right));
	box_stack(box, s, &l, left - box->height);
	draw_field(box, s, at->x, line / 4 - box->height, at->width, form);
	box_stack(box, s, &r, right - box->height);
	if (box->height > body_height(s))
		signer_refuse(s);
}

/* A long name moves the names' edge to the left; the line yields to it and to
 * a long role, then both are set on several lines. */
static struct signing
signing_share(const struct frame *f, mpt role, mpt name)
{
	struct signing at = { .role = plain(f), .name = plain(f) };
	mpt room;

	at.name.width =
	    larger(f->width - SIGN_NAME, smaller(name, f->width * 2 / 5));
	at.name.x = f->x + f->width - at.name.width;
	room = f->width - at.name.width - SIGN_GAP;
	at.width = larger(SIGN_LEAST, room - SIGN_GAP - role);
	at.width = smaller(at.width, smaller(SIGN_RULE, room * 2 / 3));
	at.x = f->x + room - at.width;
	at.role.width = room - at.width - SIGN_GAP;
	return at;
}

static struct signing
signing_place(struct setter *s, const struct matter *m, const struct frame *f)
{
	struct frame cell = plain(f);
	mpt role = 0, name = 0;

	for (size_t i = 0; i < m->n; i++) {
		const struct matter *row = &m->kids[i];

		role = larger(
		    role, cell_extent(s, cell_of(row, 0), &cell).natural);
		name = larger(
		    name, cell_extent(s, cell_of(row, 1), &cell).natural);
	}
	return signing_share(f, role, name);
}

/* An em a letter: lines are not full, but few letters are as wide. */
size_t
signer_room(struct fonts *fonts, const struct sheet *sheet)
{
	struct setter s = { .sheet = sheet, .fonts = fonts };
	struct frame f = sheet_frame(sheet);
	struct signing at = signing_share(&f, f.width, f.width);
	mpt width = smaller(at.role.width, at.name.width);
	mpt line = line_height(&s, &f);
	mpt lines = (body_height(&s) - SIGN_PITCH) / line + 1;

	return width > 0 && lines > 0 ? (size_t)(width / f.size * lines) : 0;
}

void
set_signatures(struct boxes *to, struct setter *s, struct matter *m,
    const struct frame *f, uint32_t parent)
{
	struct signing at = signing_place(s, m, f);
	size_t first = to->n;

	for (size_t i = 0; i < m->n; i++)
		set_signer(to, s, &m->kids[i], &at, parent);
	if (to->n == first)
		return;
	to->at[first].before += line_height(s, f) / 2;
	for (size_t i = first; i + 1 < to->n; i++)
		to->at[i].keep = true;
	LIST_LAST(to)->height += line_height(s, f) / 2;
}
