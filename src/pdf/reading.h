/* SPDX-License-Identifier: MIT */
#ifndef PDF_READING_H
#define PDF_READING_H

/*
 * A PDF taken apart, to see what was appended to a paper.  It is read strictly:
 * where two readers could see two things in the bytes, it is not read at all.
 * Everything lies in one arena; texts are views of the file where they can be.
 */

#include <stdbool.h>

#include "base/arena.h"
#include "base/list.h"
#include "base/str.h"

/* value.c: what PDF writes down */
enum pdf_kind {
	PDF_WORD,      /* true, false, null, and operators */
	PDF_NUMBER,    /* in millionths */
	PDF_NAME,      /* without its slash and its # */
	PDF_STRING,    /* its bytes */
	PDF_ARRAY,     /* elements */
	PDF_DICT,      /* keys and values in turn */
	PDF_REFERENCE, /* the number of an object */
};

#define NUMBER_ONE INT64_C(1000000)

struct pdf_value {
	enum pdf_kind kind;
	struct str text;   /* WORD, NAME, STRING */
	int64_t number;    /* NUMBER, REFERENCE */
	size_t generation; /* REFERENCE: how often the number was used before */
	LIST(struct pdf_value) kids;
};

/* Where one is in the bytes; `values` is how many more may be read, so that a
 * file of brackets takes no more room than it is worth. */
struct pdf_cursor {
	struct arena *arena;
	struct str bytes;
	size_t at, values;
};

/* False: there is no value, or one that could be read in two ways. */
bool value_read(struct pdf_value *out, struct pdf_cursor *c);
bool value_ends(char c); /* a name, a number or a word ends before it */
void cursor_space(struct pdf_cursor *c); /* past white space, no comments */
/* Past white space and this word; false: another stands there. */
bool cursor_word(struct pdf_cursor *c, const char *word);
/* Past white space and a whole number. */
bool cursor_number(struct pdf_cursor *c, size_t *out);

/* The value of a key, or NULL. */
const struct pdf_value *dict_find(const struct pdf_value *v, const char *key);
const struct pdf_value *dict_key(const struct pdf_value *v, struct str key);
bool value_same(const struct pdf_value *a, const struct pdf_value *b);
bool value_is_name(const struct pdf_value *v, const char *name);
/* A whole number that is not negative. */
bool value_size(const struct pdf_value *v, size_t *out);

/* revision.c: a file and its updates */
struct pdf_object {
	uint32_t number;
	size_t generation;
	size_t revision;    /* 0: of the paper itself */
	struct str written; /* with its number and "endobj"; empty where it lies
			     * in a stream of objects */
	struct pdf_value value;
	bool is_stream;
	bool is_pack;      /* a stream of objects that the table names */
	struct str stream; /* as it lies in the file, deflated or not */
};

/* What one update put in, and where it ends: behind %%EOF, and behind the white
 * space that follows. */
struct revision {
	size_t end, end_space;
	LIST(const struct pdf_object *) objects;
};

struct pdf_file {
	struct arena *arena;
	struct str bytes;
	size_t paper;              /* bytes of the paper itself */
	uint32_t own;              /* numbers below are of the paper */
	uint32_t size;             /* numbers below are known */
	struct pdf_object **first; /* by number: of the paper; or NULL */
	struct pdf_object **now;   /* by number: after all updates; or NULL */
	struct pdf_value trailer;  /* of the paper */
	LIST(struct revision) revisions; /* the first is the paper */
};

/* A paper of ours (`paper` bytes long) and the updates behind it.  False: what
 * follows is no sequence of updates, or one that readers may see differently.
 */
bool pdf_file_read(
    struct pdf_file *out, struct arena *a, struct str bytes, size_t paper);

/* The object that a reference means after all updates; NULL: none. */
const struct pdf_object *object_now(
    const struct pdf_file *f, const struct pdf_value *v);
/* What a value stands for after all updates; NULL: nothing. */
const struct pdf_value *value_now(
    const struct pdf_file *f, const struct pdf_value *v);
/* The same in the paper itself. */
const struct pdf_value *value_first(
    const struct pdf_file *f, const struct pdf_value *v);
/* The numbers of the paper's pages, in order. */
struct pdf_page_objects {
	LIST_OF(uint32_t);
};
void pdf_pages_list(struct pdf_page_objects *out, const struct pdf_file *f);

/* xref.c, for revision.c: a file while it is read */
#define REVISIONS_MAX 100
#define OBJECTS_MAX   1000000 /* in a file */

/* A row of a table: where an object lies. */
struct xref_entry {
	uint32_t number;
	enum { ROW_FREE, ROW_PLAIN, ROW_PACKED } kind;
	size_t at; /* in the file; or the number of the stream that holds it */
	size_t place; /* in that stream; of a plain object, its generation */
};

/* A table with its trailer. */
struct xref_section {
	size_t at, end, end_space; /* behind its %%EOF */
	struct pdf_value trailer;
	bool is_stream;
	uint32_t number; /* of the stream */
	LIST(struct xref_entry) entries;
};

struct pdf_reading {
	struct pdf_file *f;
	size_t values;    /* that may still be read */
	size_t *place_of; /* by number: in the file, of plain objects; or 0 */
	struct xref_section section[REVISIONS_MAX]; /* the paper's first */
	size_t nsections;
};

struct pdf_cursor cursor_at(const struct pdf_reading *r, size_t at);
bool object_read(struct pdf_object *out, struct pdf_reading *r, size_t at);
/* The bytes of a stream that is deflated or plain. */
bool stream_bytes(
    struct str *out, struct pdf_reading *r, const struct pdf_object *o);
/* How many bytes one line end at the begin has: CR, LF, both; or 0. */
size_t line_end_bytes(struct str s);
/* The table at this place, with what ends an update behind it. */
bool section_read(struct pdf_reading *r, struct xref_section *s, size_t at);

/* hidden.c: what only readers see that do not follow the tables */
/* Whether the bytes of an update have no other objects and trailers than these
 * many, and one "startxref". */
bool update_words_fit(struct str update, size_t objects, size_t trailers);
/* Whether each new object is referred to, at last by one of the paper that an
 * update brought anew, or is an empty stream, and none is a document of its
 * own. */
bool updates_are_reached(const struct pdf_file *f);

/* writer.c */
/* Inflates; false: it is damaged, or has more than `most` bytes. */
bool inflated(struct str *out, struct arena *a, struct str bytes, size_t most);

#endif
