/* SPDX-License-Identifier: MIT */
#ifndef PDF_INT_H
#define PDF_INT_H

/*
 * One file being written.  Its objects are text in PDF's own syntax, made
 * here and carried by libharu, which gives them numbers, compresses, and
 * writes the file around them.  An object has its number at once and its body
 * any time before the file is saved, so objects may refer to each other
 * freely.  Where libharu refuses, numbers are 0 and haru_save says so.
 */

#include "pdf/pdf.h"

struct object {
	uint32_t id;
	struct str body; /* entries of the dictionary, without << and >> */
	struct _HPDF_Dict_Rec *dict; /* libharu's */
};

/* A drawn glyph that stands for a code point.  Its code in the file is its
 * place in the list, so that glyphs which two code points share (space and
 * no-break space) copy out as what was written. */
struct letter {
	uint32_t cp;
	uint16_t glyph;
	uint16_t width; /* thousandths of the em, as the file says it */
	uint16_t next;  /* the next letter of its chain, or 0 */
};

#define LETTER_CHAINS 256

/* A face as the document uses it: .notdef, then letters in the order of their
 * first use. */
struct face_used {
	enum face face;
	int units;                     /* to the em */
	LIST(struct letter) letters;   /* none: the face is not in use */
	uint16_t chain[LETTER_CHAINS]; /* by cp: the first letter, or 0 */
};

/* An element of the structure: what it holds, in the order of reading. */
struct element {
	struct object *object;
	struct strbuf kids; /* text of its K array */
	uint32_t page;      /* object number of its first page, or 0 */
	bool placed;        /* stands in its parent's K */
	uint32_t child;   /* its first child that is not placed, or TAG_NONE */
	uint32_t sibling; /* the next child of its parent, or TAG_NONE */
	size_t box_page;  /* TAG_FIGURE: its extent on one page */
	bool box_split;   /* it lies on more than one */
	mpt box[4];
};

struct pdf_writer {
	struct arena own;
	struct fonts *fonts;
	struct libdeflate_compressor *deflate;
};

struct pdf {
	struct arena *arena;
	struct pdf_writer *writer;
	const struct pages *pages;
	const struct document *doc;
	struct fonts *fonts;
	const struct pdf_options *options;
	struct haru *haru;
	struct face_used faces[FACE_MAX];
	struct element *elements; /* by tag */
	struct strbuf *parents;   /* by page: the elements of its sequences */
	int *sequences;           /* by page: how many there are */
	LIST(uint32_t) annotated; /* the elements of annotations, in order */
	struct strbuf content;    /* of the page at hand */
	struct strbuf fields;     /* references to the signature fields */
	size_t nfields;
	struct object *blank; /* the look of an empty field */
};

/* syntax.c: how PDF writes things down */
void put_mpt(struct strbuf *b, mpt v);
void put_int(struct strbuf *b, int64_t v);
void put_byte(struct strbuf *b, unsigned char c);
void put_rect(struct strbuf *b, const char *key, const mpt box[4]);
/* A text string; what is longer than files may hold ends with an ellipsis. */
void put_string(struct strbuf *b, const char *key, struct str s);
void put_xml(struct strbuf *b, struct str s);
void put_uri(struct strbuf *b, struct str address);
void put_id(struct strbuf *b, uint32_t id); /* a reference to this object */
void put_reference(struct strbuf *b, const char *key, const struct object *o);
/* A line of a ToUnicode map. */
void put_unicode(struct strbuf *b, uint16_t code, uint32_t cp);

/* haru.c: the door to libharu */
struct haru *haru_open(struct arena *a, const struct pdf *p);
void haru_close(struct haru *h);
struct object *object_new(struct haru *h);
struct object *object_add(struct haru *h, struct str body);
struct object *stream_add(struct haru *h, struct str entries, struct str bytes);
void haru_page_content(struct haru *h, size_t page, struct str deflated);
void haru_page_size(struct haru *h, size_t page, mpt width, mpt height);
void haru_page_resources(struct haru *h, size_t page, struct object *o);
void haru_page_annotation(struct haru *h, size_t page, struct object *o);
struct object *haru_page(struct haru *h, size_t page);
void haru_pages(struct haru *h, struct str inherited); /* by all pages */
void haru_catalog(struct haru *h, struct str entries);
void haru_info(struct haru *h, struct str entries);
bool haru_save(struct str *out, struct haru *h, struct pdf *p);

/* compact.c */
struct written {
	struct str text; /* from its number to the next one's */
	bool packs;
};
/* A file with the objects that pack in streams; n is how many there are, with
 * number 0, which is none. */
struct str compact(struct pdf *p, struct str header,
    const struct written *objects, size_t n, struct str trailer);

/* writer.c */
struct str deflated(struct pdf_writer *w, struct arena *a, struct str bytes);

/* fontdict.c */
struct face_used *face_use(struct pdf *p, enum face face);
uint16_t face_code(struct pdf *p, struct face_used *f, const struct glyph *g);
/* The fonts in use, as entries of the resources; false: no subset. */
bool faces_write(struct strbuf *resources, struct pdf *p);

/* structure.c */
extern const char *const tag_names[TAG_MAX];
extern const char *const language_tags[LANG_MAX]; /* metadata.c */
void structure_open(struct pdf *p);
/* The number of a new marked sequence of this tag on this page. */
int structure_sequence(struct pdf *p, uint32_t tag, size_t page);
void structure_box(
    struct pdf *p, uint32_t tag, size_t page, const struct mark *m);
/* The key of an annotation, for its StructParent. */
size_t structure_annotation(
    struct pdf *p, uint32_t tag, size_t page, const struct object *o);
struct object *structure_write(struct pdf *p);

/* content.c, fields.c, outline.c, metadata.c */
void content_write(struct pdf *p, size_t page);
void field_add(struct pdf *p, size_t page, const struct mark *m);
void link_add(struct pdf *p, size_t page, const struct mark *m);
struct object *outline_write(struct pdf *p); /* NULL: no bookmarks */
void metadata_write(struct strbuf *catalog, struct pdf *p);

#endif
