/* SPDX-License-Identifier: MIT */
#ifndef VIEW_VIEW_INT_H
#define VIEW_VIEW_INT_H

/*
 * How values are made.  A group comes with every name of its scope in it, each
 * of its kind and empty; then each is filled in under its name.  A name that
 * is not in the table is a fault of ours and ends the program.
 */

#include "base/arena.h"
#include "view/view.h"

/* The scope of the names that every paper has. */
#define SCOPE_PAPER "paper"

/* What all values of one paper are made with. */
struct making {
	struct arena *arena;
	const struct paper *paper;
	const struct council *council;
	enum lang lang;
};

/* The rows of a scope, which stand together, and their count. */
const struct view_name *view_scope(size_t *n, const char *scope);

/* values.c: a group, and one value of each kind put into it. */
struct value *group_new(struct making *m, const char *scope);
/* The element is a group too; its number in the list is template's business. */
struct value *list_add(struct making *m, struct value *g, const char *name);
struct value *group_in(struct making *m, struct value *g, const char *name);
void put_text(
    struct making *m, struct value *g, const char *name, struct str s);
void put_written(
    struct making *m, struct value *g, const char *name, const struct text *t);
void put_wording(struct making *m, struct value *g, const char *name,
    const struct wording *w);
void put_number(struct making *m, struct value *g, const char *name, int64_t n);
void put_flag(struct making *m, struct value *g, const char *name, bool on);
void put_date(struct making *m, struct value *g, const char *name,
    struct date d, struct span at);
void put_prose(
    struct making *m, struct value *g, const char *name, const struct prose *p);
void put_blocks(struct making *m, struct value *g, const char *name,
    const struct blocks *blocks);

/* bodies and people: people.c. */
void put_body(struct making *m, struct value *g, const char *name,
    const struct wording *body, const struct wording *genitive,
    const struct wording *dative);
void put_person(struct making *m, struct value *g, const char *name,
    const struct person *p, struct span at);
/* The word for who chairs, as a form of the person. */
void put_chair(struct making *m, struct value *g, const struct member *chair,
    const struct person *presided);
void put_ref(
    struct making *m, struct value *g, const char *name, const struct ref *r);
void put_refs(struct making *m, struct value *g, const char *name,
    const struct refs *refs);
struct str ref_name(struct making *m, const struct ref *r);

/* The names of every paper. */
void put_paper(struct making *m, struct value *g);
/* Who considered, who approved. */
void put_stamp(
    struct making *m, struct value *g, const char *name, const struct stamp *s);

/* One a kind of paper. */
void view_minutes(struct making *m, struct value *g);
void view_plan(struct making *m, struct value *g);
void view_report(struct making *m, struct value *g);
void view_regulation(struct making *m, struct value *g);

#endif
