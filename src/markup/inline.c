/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "base/utf8.h"
#include "markup/markup_int.h"

/*
 * Inline text as runs.  cmark's columns of inlines are wrong on the later
 * lines of a paragraph (before 0.31.2), so a cursor walks through the source
 * and finds each literal from where the last one ended.
 */
struct cursor {
	struct markdown *m;
	const char *p; /* the source's text */
	size_t i, to;
	int quotes;
	struct emphasis emphasis;
	struct str url;  /* of the link that is open */
	int images;      /* open ones */
	struct runs alt; /* the text of the outermost image */
	size_t image;    /* where it begins */
};

/* How far a literal is looked for: markup between two is shorter. */
#define LOOK_MAX 256

static bool
is_punct(char c)
{
	return c && strchr("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~", c);
}

/* Behind an entity such as &lt; at byte i, or i. */
static size_t
entity_end(const struct cursor *c, size_t i)
{
	size_t j = i + 1;

	while (j < c->to && j < i + 34 && c->p[j] != ';' && c->p[j] != ' ' &&
	       c->p[j] != '\n' && c->p[j] != '&')
		j++;
	return j < c->to && c->p[j] == ';' && j > i + 1 ? j + 1 : i;
}

/*
 * Lays a literal along the source from byte i: backslashes and entities of the
 * source are resolved in it.  Gives where it ends; *fit is how many bytes of
 * it were found.  `found`: this is the place, and its backslashes are marks.
 */
static size_t
lay(const struct cursor *c, struct str lit, size_t i, size_t *fit, bool found)
{
	size_t k = 0;

	while (k < lit.n && i < c->to) {
		size_t end;

		if (c->p[i] == '\\' && i + 1 < c->to && is_punct(c->p[i + 1]) &&
		    c->p[i + 1] == lit.p[k]) {
			if (found)
				mark_add(c->m, i, 1);
			i += 2, k++;
		} else if (c->p[i] == '&' && (end = entity_end(c, i)) > i &&
			   !str_starts(str_skip(lit, k),
			       (struct str){ c->p + i, end - i })) {
			utf8_next(lit, &k);
			/* In a record the ledger reports its name. */
			if (found && c->m->template)
				mark_add(c->m, i, end - i);
			i = end;
		} else if (c->p[i] == lit.p[k]) {
			i++, k++;
		} else {
			break;
		}
	}
	*fit = k;
	return i;
}

/* Finds a literal at or behind the cursor and moves behind it. */
static struct span
find(struct cursor *c, struct str lit)
{
	size_t probe = lit.n < 16 ? lit.n : 16;
	size_t fit = 0, stop = c->i + LOOK_MAX;

	for (size_t i = c->i; i < c->to && i < stop; i++) {
		lay(c, str_head(lit, probe), i, &fit, false);
		if (fit < probe)
			continue;

		size_t end = lay(c, lit, i, &fit, true);

		/* An escape at its start is not part of what it says. */
		if (c->p[i] == '\\' && i + 1 < c->to && is_punct(lit.p[0]) &&
		    c->p[i + 1] == lit.p[0] && lit.n == end - i - 1)
			i++;
		c->i = end;
		marks_drop(c->m, i, end);
		return source_span(c->m->text.src, i, end - i);
	}
	return source_span(c->m->text.src, c->i, 0);
}

/* Takes the sign that must stand at the cursor as a mark. */
static void
take_mark(struct cursor *c, const char *signs)
{
	if (c->i < c->to && strchr(signs, c->p[c->i]))
		mark_add(c->m, c->i++, 1);
}

/* The end of the (...) or [...] that begins at i. */
static size_t
target_end(const struct cursor *c, size_t i)
{
	char open = c->p[i], close = open == '(' ? ')' : ']';
	int depth = 0;

	for (; i < c->to; i++) {
		if (c->p[i] == '\\')
			i++;
		else if (c->p[i] == open)
			depth++;
		else if (c->p[i] == close && --depth == 0)
			break;
	}
	return i < c->to ? i : c->to;
}

/* Behind the ](...) or ][...] that ends a link or an image, of which the
 * brackets and the backslashes are marks. */
static void
skip_target(struct cursor *c)
{
	size_t i = c->i;

	while (i < c->to && i < c->i + LOOK_MAX && c->p[i] != ']' &&
	       c->p[i] != '>')
		i++;
	if (i >= c->to || (c->p[i] != ']' && c->p[i] != '>'))
		return;
	c->i = i;
	take_mark(c, "]>");
	if (c->p[i] == '>' || c->i >= c->to || !strchr("([", c->p[c->i]))
		return;

	size_t end = target_end(c, c->i);

	take_mark(c, "([");
	take_mark(c, "<");
	for (; c->i < end; c->i++) {
		bool escape = c->p[c->i] == '\\' && is_punct(c->p[c->i + 1]);

		if (escape || (c->p[c->i] == '>' && c->i + 1 == end))
			mark_add(c->m, c->i, 1);
		c->i += escape;
	}
	take_mark(c, ")]");
}

static struct runs *
target(struct cursor *c, struct block *b)
{
	return c->images ? &c->alt : &b->runs;
}

static void
add_piece(struct cursor *c, struct block *b, struct str lit)
{
	struct span at = find(c, lit);
	struct str s = str_eq(span_text(at), lit) ? span_text(at)
						  : str_copy(c->m->arena, lit);
	struct run *r = run_add(c->m->arena, target(c, b), s, 0);

	r->at = at;
	r->url = c->url;
	emphasis_text(&c->emphasis, s);
}

/* Text of cmark's, parted at the stars that may mark. */
static void
add_text(struct cursor *c, struct block *b, struct str text)
{
	while (text.n) {
		size_t n;
		struct str stars = signs_stars(text, &n);
		struct str piece = c->images ? text
				   : n       ? stars
					     : signs_until_star(text);
		struct str lit = signs_shown(c->m->arena, piece);

		if (n && !c->images)
			emphasis_stars(&c->emphasis, find(c, lit), lit, c->url);
		else
			add_piece(c, b, lit);
		text = str_skip(text, piece.n);
	}
}

/* A break stands where the source's line ends; what opens the next line
 * belongs to no text. */
static void
add_break(struct cursor *c, struct block *b, enum run_kind kind)
{
	size_t end = line_end(c->m, c->i, c->to);
	struct run *r = run_add(c->m->arena, target(c, b), STR(""), 0);

	if (kind == RUN_BREAK)
		take_mark(c, "\\");

	r->kind = kind;
	r->url = c->url;
	r->at = source_span(c->m->text.src, end, end < c->to);
	if (end < c->to)
		c->i = line_content(
		    c->m, end + 1, line_end(c->m, end + 1, c->to), c->quotes)
			   .from;
}

/* Code, HTML and images are no runs: they are kids of the paragraph, in
 * order, so that they can be refused at their place. */
static void
add_kid(struct cursor *c, struct block *b, enum block_kind kind, size_t from,
    struct str literal)
{
	struct block *k = block_add(c->m->arena, &b->kids, kind);

	k->at = source_span(c->m->text.src, from, c->i - from);
	k->literal = str_copy(c->m->arena, literal);
	k->runs = c->alt;
	c->alt = (struct runs){ 0 };
}

static void
add_code(struct cursor *c, struct block *b, struct str lit)
{
	size_t from = c->i;

	while (from < c->to && c->p[from] != '`')
		from++;
	c->i = from;
	while (c->i < c->to && c->p[c->i] == '`')
		take_mark(c, "`");
	find(c, lit);
	while (c->i < c->to && c->p[c->i] != '`')
		c->i++;
	while (c->i < c->to && c->p[c->i] == '`')
		take_mark(c, "`");
	if (!c->images)
		add_kid(c, b, BLOCK_CODE, from, lit);
}

static void
enter_image(struct cursor *c)
{
	if (c->images++)
		return;
	c->image = c->i;
	while (c->image < c->to && c->p[c->image] != '!')
		c->image++;
	mark_add(c->m, c->image, 2);
	c->alt = (struct runs){ 0 };
}

static void
leave_image(struct cursor *c, struct block *b, cmark_node *n)
{
	const char *url = cmark_node_get_url(n);

	skip_target(c);
	if (--c->images == 0)
		add_kid(c, b, BLOCK_IMAGE, c->image,
		    signs_shown(c->m->arena, str_from(url ? url : "")));
}

static void
take_leaf(struct cursor *c, struct block *b, cmark_node *n)
{
	const char *s = cmark_node_get_literal(n);
	struct str raw = str_from(s ? s : "");
	struct str lit = signs_shown(c->m->arena, raw);

	switch (cmark_node_get_type(n)) {
	case CMARK_NODE_TEXT:
		add_text(c, b, raw);
		break;
	case CMARK_NODE_SOFTBREAK:
		add_break(c, b, RUN_SOFT_BREAK);
		break;
	case CMARK_NODE_LINEBREAK:
		add_break(c, b, RUN_BREAK);
		break;
	case CMARK_NODE_CODE:
		add_code(c, b, lit);
		break;
	case CMARK_NODE_HTML_INLINE:
		if (!c->images)
			add_kid(c, b, BLOCK_HTML, find(c, lit).off, lit);
		break;
	default: /* emphasis is ours: cmark sees no stars */
		break;
	}
}

/* Of a link without text nothing is printed: its signs are no marks. */
static void
take_link(struct cursor *c, cmark_node *n, bool enter)
{
	if (!cmark_node_first_child(n))
		return;
	if (enter) {
		take_mark(c, "[<");
		c->url = signs_shown(c->m->arena,
		    str_copy(c->m->arena, str_from(cmark_node_get_url(n))));
	} else {
		c->url = STR("");
		skip_target(c);
	}
}

static void
take_event(struct cursor *c, struct block *b, cmark_node *n, bool enter)
{
	switch (cmark_node_get_type(n)) {
	case CMARK_NODE_LINK:
		take_link(c, n, enter);
		break;
	case CMARK_NODE_IMAGE:
		if (enter)
			enter_image(c);
		else
			leave_image(c, b, n);
		break;
	default:
		take_leaf(c, b, n);
		break;
	}
}

/* Drops the bracket of ours with which the first text begins. */
static void
drop_bracket(struct arena *a, cmark_node *parent)
{
	cmark_node *n = cmark_node_first_child(parent);
	const char *s = n ? cmark_node_get_literal(n) : NULL;

	/* A copy: the text is cmark's own, which it frees. */
	if (s && s[0] == '(')
		cmark_node_set_literal(n, str_cstr(a, str_from(s + 1)));
}

void
inline_add(
    struct markdown *m, struct block *b, cmark_node *parent, struct stretch s)
{
	struct cursor c = { .m = m,
		.p = m->text.src->text.p,
		.i = s.from,
		.to = s.to,
		.quotes = s.quotes,
		.emphasis = { .m = m, .runs = &b->runs } };
	cmark_iter *it = cmark_iter_new(parent);
	cmark_event_type event;

	while ((event = cmark_iter_next(it)) != CMARK_EVENT_DONE) {
		cmark_node *n = cmark_iter_get_node(it);

		if (n != parent)
			take_event(&c, b, n, event == CMARK_EVENT_ENTER);
	}
	cmark_iter_free(it);
	emphasis_settle(&c.emphasis);
}

/* Text in which nothing can be markup: the whole of most table cells. */
static bool
is_plain(struct str s)
{
	for (size_t i = 0; i < s.n; i++) {
		if (strchr("\\`*_[]<>&!\n", s.p[i]))
			return false;
	}
	return true;
}

void
inline_parse(struct markdown *m, struct block *b, struct stretch s)
{
	struct span at = source_span(m->text.src, s.from, s.to - s.from);
	struct strbuf text;

	if (s.from == s.to)
		return;
	if (is_plain(span_text(at))) {
		b->runs.at = ARENA_NEW(m->arena, struct run);
		b->runs.cap = 1;
		run_add(m->arena, &b->runs, span_text(at), 0)->at = at;
		return;
	}
	/* Behind an escaped bracket nothing can open a block. */
	buf_init(&text, m->arena);
	buf_add(&text, STR("\\("));
	for (size_t i = s.from; i < s.to;) {
		size_t end = line_end(m, i, s.to);
		struct stretch l = i == s.from
				       ? (struct stretch){ i, end, 0 }
				       : line_content(m, i, end, s.quotes);

		if (i > s.from)
			buf_byte(&text, '\n');
		/* Two spaces at its end break a line. */
		buf_add(&text,
		    (struct str){ m->text.src->text.p + l.from, end - l.from });
		i = end + 1;
	}

	struct str whole = signs_hidden(m, buf_str(&text), true);
	cmark_node *root = tree_parse(whole, CMARK_OPT_DEFAULT);

	drop_bracket(m->arena, cmark_node_first_child(root));
	inline_add(m, b, cmark_node_first_child(root), s);
	cmark_node_free(root);
}
