/* SPDX-License-Identifier: MIT */
#ifndef LAYOUT_LAYOUT_INT_H
#define LAYOUT_LAYOUT_INT_H

/*
 * Four steps: runs become parts, stretches of glyphs with what may happen
 * behind each (text.c); parts become lines (break.c, hyphen.c); blocks become
 * boxes, which lie below one another, each with its marks (boxes.c;
 * paragraph.c, blocks.c, rows.c, table.c and columns.c, chart.c); boxes become
 * pages (paginate.c).
 */

#include "doc/chart.h"
#include "layout/layout.h"

#define MESSAGE(id, code, name, severity, ...) extern const struct message id;
#include "layout/messages.def"
#undef MESSAGE

/* --- text --------------------------------------------------------------- */

enum after {
	AFTER_NONE,   /* the word goes on: no break */
	AFTER_SPACE,  /* a space that a line may end at */
	AFTER_TIE,    /* a space that no line ends at */
	AFTER_HYPHEN, /* a line may end here, with a hyphen drawn */
	AFTER_BREAK,  /* a line may end here, with nothing drawn */
	AFTER_LINE,   /* a line ends here */
};

struct part {
	struct glyphs glyphs;
	mpt width;
	mpt kern;  /* of its last glyph with the next: gone at a line's end */
	mpt space; /* width of the space behind it, or 0 */
	uint32_t blank; /* the letter of that space, or 0 */
	enum after after;
	enum face face;
	bool raised;   /* small, above the line: the mark of a note */
	uint32_t span; /* index into text.spans */
};

/* On paper no one follows a link: its address stands at the foot of the page,
 * numbered through the paper. */
struct note {
	int number;
	struct str address;
};

/* What a run is to the page: its place in the ledger and in the structure. */
struct text_span {
	uint32_t entry;
	uint32_t tag; /* given when the text is set */
	struct str url;
	const struct note *note; /* whose mark it is, or NULL */
};

struct text {
	LIST(struct part) parts;
	LIST(struct text_span) spans;
	mpt size;
	bool colon; /* its last letter is one: it introduces what follows */
};

/* Every run in the order met; each part of it must be drawn. */
struct ledger_entry {
	const struct run *run;
	size_t parts, drawn;
};

/* What is set: a block, and its text once that is made.  To know how wide a
 * table's columns must be, texts are made before there is a place for them. */
struct matter {
	const struct block *block; /* NULL: the whole document */
	struct text *text;
	struct matter *kids; /* in the order of the block's own */
	size_t n;
};

struct setter {
	struct arena *a;
	const struct document *doc;
	const struct sheet *sheet; /* of the part at hand */
	enum lang lang;            /* of the part at hand */
	struct fonts *fonts;
	struct pages *out;
	struct layout_figures *figures;
	struct diags *d;
	bool ok;
	/* One glyph each: they are drawn more often than any word. */
	struct glyphs space[FACE_MAX], hyphen[FACE_MAX];
	LIST(struct ledger_entry) ledger;
	int nnotes;
};

/* How text is set in a place. */
struct frame {
	mpt x, width;
	mpt indent; /* of a paragraph's first line */
	mpt size;
	int leading;    /* per cent */
	unsigned style; /* bits added to each run's */
	enum align align;
	bool justify, hyphenate;
	bool balance; /* lines of like length, the last too */
	int depth;    /* of lists */
};

/* Where a run was written; one that was not, where the text before it was. */
struct span run_place(const struct setter *s, const struct run *run);

struct text *text_make(
    struct setter *s, const struct runs *runs, const struct frame *f);
/* The text of a block's own runs, made the first time it is asked for. */
struct text *text_of(struct setter *s, struct matter *m, const struct frame *f);
mpt raised_size(mpt size);              /* of the type of a note's mark */
mpt text_natural(const struct text *t); /* of its longest line, unbroken */
/* Of the longest part that no line may end in; with hyphens, or without. */
mpt text_least(const struct text *t);
mpt text_least_hyphenated(const struct text *t);

/* --- lines -------------------------------------------------------------- */

struct line {
	size_t first, end; /* parts */
	mpt width;         /* with spaces as drawn */
	mpt spaces;        /* what of it they are */
	size_t nspaces;
	bool last;      /* of its paragraph, or before a hard break */
	bool justified; /* drawn out to the margin */
};
struct lines {
	LIST_OF(struct line);
};

/* The least bad lines; the first is narrower by f->indent.  Parts that no line
 * can hold are divided in the text itself. */
void text_break(
    struct lines *out, struct setter *s, struct text *t, const struct frame *f);

/* --- boxes -------------------------------------------------------------- */

struct box {
	mpt before; /* space above, none at the top of a page */
	mpt height;
	bool keep;                 /* no page ends behind it */
	bool hyphen;               /* its line ends within a word */
	bool page_break;           /* a page begins with it */
	const struct sheet *sheet; /* with page_break: from here on, or NULL */
	int bookmark;              /* level, or 0 */
	struct str title;
	/* Marks, y from the box's top, downwards negative. */
	LIST(struct mark) marks;
	LIST(struct mark) caps;   /* only at the top of a page */
	LIST(struct box) foot;    /* notes to it: lines at the page's foot */
	const struct boxes *head; /* rows repeated where a page begins here */
};
struct boxes {
	LIST_OF(struct box);
};

#define FOOT_GAP PT(12) /* between text and notes, a rule in the middle */

struct frame sheet_frame(const struct sheet *sheet); /* of its text */
mpt body_height(const struct setter *s);
uint32_t tag_add(struct setter *s, enum tag_kind kind, uint32_t parent);
struct mark rule_mark(mpt x, mpt y, mpt width, mpt height);

/* Of many it is more than an mpt holds. */
int64_t boxes_height(const struct boxes *b);
mpt head_height(const struct boxes *head); /* 0 for NULL */
/* How much more room the notes of a box take, on a page that has some so far
 * or none. */
mpt foot_height(const struct box *b, bool some);
/* Adds the notes of one box to another that takes its marks. */
void foot_add(struct box *to, struct setter *s, const struct box *from);
/* Box by box, what lies in `from` is put beside what lies in `to`. */
void boxes_beside(struct boxes *to, struct setter *s, struct boxes *from);
/* Adds the marks of all these boxes to one, from y downwards; how far. */
mpt box_stack(
    struct box *to, struct setter *s, const struct boxes *from, mpt y);

/* --- what is set -------------------------------------------------------- */

mpt line_height(const struct setter *s, const struct frame *f);

/* A paragraph's lines, one box each, in `tag`. */
void set_text(struct boxes *to, struct setter *s, struct text *t,
    const struct frame *f, uint32_t tag);
/* The blocks in it, one below the other. */
void set_blocks(struct boxes *to, struct setter *s, const struct matter *in,
    const struct frame *f, uint32_t parent);
/* The same of an item or cell; one paragraph goes into `tag` itself. */
void set_content(struct boxes *to, struct setter *s, const struct matter *in,
    const struct frame *f, uint32_t tag);

/* How wide the blocks of a cell may and must be. */
struct extent {
	mpt natural, least, least_hyphenated;
	int64_t length; /* of all its lines, unbroken */
};
struct extent cell_extent(
    struct setter *s, const struct matter *cell, const struct frame *f);

void set_columns(struct boxes *to, struct setter *s, struct matter *m,
    const struct frame *f, uint32_t parent);
void set_stamps(struct boxes *to, struct setter *s, struct matter *m,
    const struct frame *f, uint32_t parent);
void set_signatures(struct boxes *to, struct setter *s, struct matter *m,
    const struct frame *f, uint32_t parent);
void set_table(struct boxes *to, struct setter *s, struct matter *m,
    const struct frame *f, uint32_t parent);

/* Block i in it has the boxes from starts[i] on, and `signatures` is one:
 * keeps with it what must come along (closing.c). */
void keep_closing(struct boxes *boxes, const struct setter *s,
    const struct matter *in, const size_t *starts, size_t signatures,
    uint32_t parent);

/* --- tables ------------------------------------------------------------- */

#define CELL_PAD PT(4) /* left and right of what a cell holds */

struct column {
	struct extent extent; /* its cells' and their padding */
	mpt x, width;
	int64_t demand; /* squares of its cells' lengths in points, summed */
	mpt figures;    /* the widest of its cells, where all are figures */
	bool words;     /* some cell is not set to the right */
};

struct table {
	const struct matter *matter;
	struct column *columns;
	size_t n;
	mpt x, width;
	struct frame frame; /* of a cell; x and width are its column's */
	struct boxes *head;
};

mpt table_type(const struct sheet *sheet); /* the size of it */
/* Columns as wide as this are enough, however long their words are. */
mpt column_least(mpt type);
/* Gives the table its columns; false where they are too many for it. */
bool columns_make(struct table *t, struct setter *s);
size_t cell_span(const struct table *t, size_t at, const struct block *cell);
struct frame cell_frame(
    const struct table *t, const struct block *row, const struct block *cell);
/* Figures stand to the right of one another, and all of them in the middle of
 * their column: how far from its edge. */
mpt figures_inset(const struct column *c);

/* --- doubts ------------------------------------------------------------- */

/* How many letters a signer's post or name may have, and surely fits. */
size_t signer_room(struct fonts *fonts, const struct sheet *sheet);

/* --- charts ------------------------------------------------------------- */

#define CHART_RULE PT(0.5) /* thickness of thin lines */

/* A chart under way: its marks lie in one box, y from the box's top. */
struct drawing {
	struct setter *s;
	const struct block *block;
	const struct chart *chart;
	struct box *box;
	struct frame frame; /* of its words */
	uint32_t tag;
	mpt y; /* how far down it is drawn: 0 or negative */
	bool too_big;
};

/* What is measured, from end to end, in thousandths; step 0: no figures. */
struct scale {
	int64_t low, high, step;
};
struct scale chart_scale(const struct chart *c);
/* How far from the low end v lies, where `whole` is all of the scale. */
mpt scale_length(const struct scale *s, int64_t v, mpt whole);

/* Words that are broken into lines and not yet put anywhere. */
struct caption {
	struct boxes lines;
	mpt height;
};
struct extent words_extent(const struct drawing *d, struct str s);
struct caption caption_make(
    const struct drawing *d, struct str s, mpt x, mpt width, enum align align);
void caption_put(const struct drawing *d, const struct caption *c, mpt top);
/* Both at once; how high they are. */
mpt words_put(const struct drawing *d, struct str s, mpt x, mpt top, mpt width,
    enum align align);

/* x, y is the lower left corner; a frame is filled and has a black edge. */
void rect_put(
    const struct drawing *d, mpt x, mpt y, mpt width, mpt height, int grey);
void frame_put(
    const struct drawing *d, mpt x, mpt y, mpt width, mpt height, int grey);
void line_put(const struct drawing *d, mpt x, mpt y, mpt width, mpt height,
    mpt thickness, int grey);

void draw_bars(struct drawing *d);  /* graph.c */
void draw_lines(struct drawing *d); /* graph.c */
void draw_year(struct drawing *d);  /* yearline.c */

void set_chart(struct boxes *to, struct setter *s, struct matter *m,
    const struct frame *f, uint32_t parent);

void paginate(struct setter *s, const struct boxes *boxes);

#endif
