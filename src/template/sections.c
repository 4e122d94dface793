/* SPDX-License-Identifier: MIT */
#include "base/arena.h"
#include "template/template_int.h"

/*
 * The children of one parent lie flat, tags among them, and are folded into
 * sections.  A tag without its partner in the same parent is set aside; at the
 * end the ones set aside are matched, so that one mistake gives one finding.
 */

static struct str
tag_text(const struct template_tag *t)
{
	return span_text(t->at);
}

struct open {
	const struct piece *piece;
	const struct open *up; /* around it, in the same parent */
	size_t depth;
};

static bool
same_place(const struct piece *a, const struct piece *b)
{
	return a->run.style == b->run.style && str_eq(a->run.url, b->run.url);
}

static bool
closes(const struct open *o, const struct piece *close)
{
	return o && str_eq(o->piece->tag.path, close->tag.path);
}

static bool
closes_outer(const struct open *o, const struct piece *close)
{
	while (o && !closes(o, close))
		o = o->up;
	return o;
}

struct diag *
parse_fault(struct parse *r, const struct message *m, struct span at,
    const struct arg *args, size_t nargs)
{
	r->faulty = true;
	return diag_add(r->d, m, at, args, nargs);
}

static void
set_aside(struct parse *r, struct strays *to, const struct template_tag *tag,
    const struct template_tag *inside, bool settled)
{
	*LIST_ADD(r->a, to) = (struct stray){ *tag, inside, settled };
}

static void
check_close(struct parse *r, const struct open *o, const struct piece *close)
{
	if (!same_place(o->piece, close))
		parse_fault(r, &template_closed_elsewhere, close->tag.at,
		    ARGS(arg_str(tag_text(&close->tag))))
		    ->related = o->piece->tag.at;
}

static bool
is_opening(const struct piece *p)
{
	return p->kind == PIECE_TAG && p->tag.kind != TAG_PRINT &&
	       p->tag.kind != TAG_CLOSE;
}

/*
 * A closing tag at *i, with `o` open; whether that ends `o`.  One that closes a
 * section further out is left for that.
 */
static bool
fold_close(
    struct parse *r, const struct open *o, const struct piece *close, size_t *i)
{
	if (!closes(o, close) && closes_outer(o, close)) {
		parse_fault(r, &template_closed_wrongly, close->tag.at,
		    ARGS(arg_str(tag_text(&close->tag))))
		    ->related = o->piece->tag.at;
		set_aside(r, &r->opened, &o->piece->tag, NULL, true);
		return true;
	}
	(*i)++;
	if (closes(o, close)) {
		check_close(r, o, close);
		return true;
	}
	set_aside(r, &r->closed, &close->tag, o ? &o->piece->tag : NULL, false);
	return false;
}

/* Folds from *i on until `o` is closed, or all the rest where it is NULL. */
static void
fold(struct parse *r, struct pieces *out, const struct pieces *flat, size_t *i,
    const struct open *o)
{
	while (*i < flat->n) {
		const struct piece *p = &flat->at[*i];

		if (p->kind == PIECE_TAG && p->tag.kind == TAG_CLOSE) {
			if (fold_close(r, o, p, i))
				return;
			continue;
		}

		struct piece *to = LIST_ADD(r->a, out);

		*to = *p;
		(*i)++;
		if (!is_opening(p))
			continue;

		struct open inner = { p, o, o ? o->depth + 1 : 1 };
		struct pieces kids = { 0 };

		if (inner.depth == TEMPLATE_DEPTH)
			parse_fault(r, &template_too_deep, p->tag.at,
			    ARGS(arg_number(r->a, TEMPLATE_DEPTH)));
		to->kind =
		    inner.depth < TEMPLATE_DEPTH ? PIECE_SECTION : PIECE_RUN;
		if (to->kind == PIECE_RUN)
			continue;
		fold(r, &kids, flat, i, &inner);
		LIST_LAST(out)->kids = kids;
	}
	if (o)
		set_aside(r, &r->opened, &o->piece->tag, NULL, false);
}

struct pieces
sections_fold(struct parse *r, const struct pieces *flat)
{
	struct pieces out = { 0 };
	size_t i = 0;

	fold(r, &out, flat, &i, NULL);
	return out;
}

static struct stray *
stray_find(struct strays *in, struct str path)
{
	for (size_t i = 0; i < in->n; i++) {
		if (str_eq(in->at[i].tag.path, path))
			return &in->at[i];
	}
	return NULL;
}

static void
match_close(struct parse *r, struct stray *c)
{
	struct stray *o = stray_find(&r->opened, c->tag.path);
	struct diag *g;

	if (o && o->settled) {
		o->tag.path = STR("");
		return;
	}
	if (o) {
		g = parse_fault(r, &template_closed_elsewhere, c->tag.at,
		    ARGS(arg_str(tag_text(&c->tag))));
		g->related = o->tag.at;
		o->settled = true;
		o->tag.path = STR("");
		return;
	}
	g = parse_fault(r, &template_closed_wrongly, c->tag.at,
	    ARGS(arg_str(tag_text(&c->tag))));
	if (!c->inside)
		return;
	g->related = c->inside->at;
	o = stray_find(&r->opened, c->inside->path);
	if (!o || o->settled)
		return;
	/* A slip of the name: the section that stayed open is the one meant. */
	g->fix = str_printf(r->a, "{{/" STR_FMT "}}", STR_ARG(c->inside->path));
	o->settled = true;
}

void
sections_match(struct parse *r)
{
	for (size_t i = 0; i < r->closed.n; i++)
		match_close(r, &r->closed.at[i]);
	for (size_t i = 0; i < r->opened.n; i++) {
		const struct stray *o = &r->opened.at[i];

		if (!o->settled)
			parse_fault(r, &template_never_closed, o->tag.at,
			    ARGS(arg_str(tag_text(&o->tag))));
	}
}
