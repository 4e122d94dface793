/* SPDX-License-Identifier: MIT */
#include <string.h>
#include <yaml.h>

#include "markup/markup_int.h"

/* A collection that is not closed yet, and the key that waits in it. */
struct open {
	struct node *node;
	struct str key;
	struct span key_at;
	bool has_key;
	bool flow;
};

struct loader {
	struct arena *arena;
	struct diags *d;
	struct span text;
	struct clean clean;
	yaml_parser_t parser;
	/* libyaml counts characters: a cursor that knows both. */
	size_t chars, bytes;
	struct open open[DEPTH_MAX];
	size_t depth;
	struct node *root;
};

/* The byte of the clean text at libyaml's character `index`. */
static size_t
byte_at(struct loader *l, size_t index)
{
	struct str s = l->clean.text;

	while (l->chars < index && l->bytes < s.n) {
		do
			l->bytes++;
		while (l->bytes < s.n && (s.p[l->bytes] & 0xc0) == 0x80);
		l->chars++;
	}
	while (l->chars > index) {
		do
			l->bytes--;
		while ((s.p[l->bytes] & 0xc0) == 0x80);
		l->chars--;
	}
	return l->bytes;
}

static struct span
span_of(struct loader *l, size_t from, size_t to)
{
	size_t a = clean_source(&l->clean, from);
	size_t b = clean_source(&l->clean, to);

	return source_span(l->text.src, a, b > a ? b - a : 0);
}

static struct span
event_span(struct loader *l, const yaml_event_t *e)
{
	size_t from = byte_at(l, e->start_mark.index);
	size_t to = byte_at(l, e->end_mark.index);
	struct str s = l->clean.text;

	/* A block scalar ends at the line below it. */
	while (to > from && strchr(" \n", s.p[to - 1]))
		to--;
	return span_of(l, from, to);
}

/* --- libyaml's sentences ------------------------------------------------- */

enum mark { AT_PROBLEM, AT_CONTEXT };
enum { SAID_COLON, SAID_DASH, SAID_KEY }; /* rows that are named */

/*
 * What libyaml says, part of it; where the mistake is; our message; words for
 * its argument, else the character at that place.  The first row that fits
 * counts.
 */
static const struct said {
	const char *problem;
	enum mark mark;
	const struct message *message;
	struct words words;
} said[] = {
	[SAID_COLON] = { "mapping values are not allowed", AT_PROBLEM,
	    &bad_yaml, TEXT("a colon where no key can be") },
	[SAID_DASH] = { "block sequence entries are not allowed", AT_PROBLEM,
	    &bad_yaml, TEXT("a dash where no list can begin") },
	[SAID_KEY] = { "did not find expected key", AT_PROBLEM, &bad_yaml,
	    TEXT("a key was expected") },
	{ "did not find expected '-' indicator", AT_PROBLEM, &bad_yaml,
	    TEXT("a dash of the list was expected") },
	{ "did not find expected <document start>", AT_PROBLEM, &bad_yaml,
	    TEXT("the text goes on after its end") },
	{ "cannot start any token", AT_PROBLEM, &special_start, { { 0 } } },
	{ "alphabetic or numeric character", AT_CONTEXT, &special_start,
	    { { 0 } } },
	{ "expected whitespace or line break", AT_CONTEXT, &special_start,
	    { { 0 } } },
	{ "comment or line break", AT_CONTEXT, &special_start, { { 0 } } },
	{ "directive", AT_CONTEXT, &special_start, { { 0 } } },
	{ "tag", AT_CONTEXT, &special_start, { { 0 } } },
	{ "expected ',' or", AT_CONTEXT, &never_closed, { { 0 } } },
	{ "unexpected end of stream", AT_CONTEXT, &never_closed, { { 0 } } },
	{ "unexpected document indicator", AT_CONTEXT, &never_closed,
	    { { 0 } } },
	{ "unknown escape character", AT_PROBLEM, &backslash, { { 0 } } },
	{ "hexdecimal number", AT_PROBLEM, &backslash, { { 0 } } },
	{ "could not find expected ':'", AT_CONTEXT, &no_key, { { 0 } } },
	{ "control characters are not allowed", AT_PROBLEM, &bad_yaml,
	    TEXT("a control character") },
};

const char *
yaml_sentence(size_t i)
{
	return i < sizeof(said) / sizeof(said[0]) ? said[i].problem : NULL;
}

static const struct said *
said_find(const char *problem)
{
	for (size_t i = 0; i < sizeof(said) / sizeof(said[0]); i++) {
		if (strstr(problem, said[i].problem))
			return &said[i];
	}
	return NULL;
}

/* Where libyaml's complaint belongs: a byte of the clean text. */
static size_t
complaint_at(struct loader *l, const struct said *row)
{
	const yaml_parser_t *p = &l->parser;

	if (p->error == YAML_READER_ERROR)
		return p->problem_offset;
	if (row && row->mark == AT_CONTEXT && p->context)
		return byte_at(l, p->context_mark.index);
	return byte_at(l, p->problem_mark.index);
}

static void
complain(struct loader *l)
{
	if (l->parser.error == YAML_MEMORY_ERROR)
		arena_exhausted();

	const char *problem = l->parser.problem ? l->parser.problem : "";
	const struct said *row = said_find(problem);
	struct str s = l->clean.text;

	/* {а: б: в} is closed: it has a colon too many. */
	if (row && row->message == &never_closed &&
	    str_starts(str_skip(s, byte_at(l, l->parser.problem_mark.index)),
		STR(":")))
		row = &said[SAID_COLON];

	size_t at = complaint_at(l, row);

	/* At the end of the text: the last character is what can be shown. */
	while (at > 0 &&
	       (at >= s.n || s.p[at] == '\n' || (s.p[at] & 0xc0) == 0x80))
		at--;

	size_t n = at < s.n;

	while (at + n < s.n && (s.p[at + n] & 0xc0) == 0x80)
		n++;

	struct arg arg = arg_str(str_copy(l->arena, str_from(problem)));

	if (row && row->words.in[0])
		arg = arg_words(&row->words);
	else if (row)
		arg = arg_str(str_head(str_skip(s, at), n));
	diag_add(l->d, row ? row->message : &bad_yaml, span_of(l, at, at + n),
	    ARGS(arg));
}

/* --- events -------------------------------------------------------------- */

/* Whether an event is a reference, or has an anchor or a tag. */
static bool
has_reference(const yaml_event_t *e)
{
	switch (e->type) {
	case YAML_ALIAS_EVENT:
		return true;
	case YAML_SCALAR_EVENT:
		return e->data.scalar.anchor || e->data.scalar.tag;
	case YAML_SEQUENCE_START_EVENT:
		return e->data.sequence_start.anchor ||
		       e->data.sequence_start.tag;
	case YAML_MAPPING_START_EVENT:
		return e->data.mapping_start.anchor ||
		       e->data.mapping_start.tag;
	default:
		return false;
	}
}

/* Puts a value where it belongs: below its key, in its list, or at the top. */
static void
place(struct loader *l, struct node *n)
{
	struct open *o = l->depth ? &l->open[l->depth - 1] : NULL;

	if (!o) {
		l->root = n;
	} else if (o->node->kind == NODE_LIST) {
		*LIST_ADD(l->arena, &o->node->items) = n;
	} else {
		*LIST_ADD(l->arena, &o->node->pairs) =
		    (struct pair){ o->key, o->key_at, n };
		o->has_key = false;
	}
}

/* {за 9}: libyaml makes a key of it, with nothing as its value. */
static bool
is_key_alone(const struct loader *l, struct span key)
{
	struct str s = l->text.src->text;
	size_t i = key.off + key.len;

	while (i < s.n && strchr(" \n", s.p[i]))
		i++;
	return i >= s.n || s.p[i] != ':';
}

/* Whether one more has its place in what is open; else a finding. */
static bool
has_room(struct loader *l, const yaml_event_t *e)
{
	const struct open *o = l->depth ? &l->open[l->depth - 1] : NULL;

	if (!o || (o->node->items.n < ELEMENTS_MAX &&
		      o->node->pairs.n < ELEMENTS_MAX))
		return true;
	diag_add(l->d, &too_long, event_span(l, e), NO_ARGS);
	return false;
}

static bool
add_scalar(struct loader *l, const yaml_event_t *e)
{
	struct open *o = l->depth ? &l->open[l->depth - 1] : NULL;
	struct span at = event_span(l, e);
	struct str text = { (const char *)e->data.scalar.value,
		e->data.scalar.length };
	bool is_key = o && o->node->kind == NODE_MAP && !o->has_key;

	text = str_eq(text, span_text(at)) ? span_text(at)
					   : str_copy(l->arena, text);
	if (is_key && str_eq(text, STR("<<"))) {
		diag_add(l->d, &reference, at, ARGS(arg_str(text)));
		return false;
	}
	if (is_key) {
		if (o->flow && is_key_alone(l, at)) {
			diag_add(l->d, &key_alone, at, ARGS(arg_str(text)));
			return false;
		}
		o->key = text;
		o->key_at = at;
		o->has_key = true;
		return true;
	}

	struct node *n = ARENA_NEW(l->arena, struct node);

	*n = (struct node){ .kind = NODE_SCALAR,
		.text = text,
		.quoted = e->data.scalar.style != YAML_PLAIN_SCALAR_STYLE,
		.at = at };
	/* What only our repair put in quotes was typed without. */
	if (n->quoted && at.len && !strchr("\"'|>", span_text(at).p[0]))
		n->quoted = false;
	place(l, n);
	return true;
}

static bool
open_node(struct loader *l, const yaml_event_t *e, enum node_kind kind)
{
	struct span at = event_span(l, e);
	struct open *o = l->depth ? &l->open[l->depth - 1] : NULL;

	if (o && o->node->kind == NODE_MAP && !o->has_key) {
		diag_add(l->d, &bad_yaml, at,
		    ARGS(arg_words(&said[SAID_KEY].words)));
		return false;
	}
	if (l->depth == DEPTH_MAX) {
		diag_add(l->d, &too_deep, at, NO_ARGS);
		return false;
	}

	struct node *n = ARENA_NEW(l->arena, struct node);

	n->kind = kind;
	n->at = at;
	place(l, n);
	l->open[l->depth++] = (struct open){ .node = n,
		.flow = kind == NODE_MAP ? e->data.mapping_start.style ==
					       YAML_FLOW_MAPPING_STYLE
					 : false };
	return true;
}

/* A collection reaches to the end of what stands in it. */
static void
close_node(struct loader *l, const yaml_event_t *e)
{
	struct node *n = l->open[--l->depth].node;
	struct span end = event_span(l, e);
	struct span last = n->at;

	if (n->pairs.n)
		last = LIST_LAST(&n->pairs)->value->at;
	else if (n->items.n)
		last = (*LIST_LAST(&n->items))->at;
	if (end.len)
		last = end; /* a bracket */
	if (last.off + last.len > n->at.off + n->at.len)
		n->at.len = last.off + last.len - n->at.off;
}

/* False where the tree can't be used: a finding was added. */
static bool
take_event(struct loader *l, const yaml_event_t *e)
{
	if (has_reference(e)) {
		struct span at = event_span(l, e);
		struct str rest;

		diag_add(l->d, &reference, at,
		    ARGS(arg_str(str_cut(span_text(at), ' ', &rest))));
		return false;
	}
	switch (e->type) {
	case YAML_SCALAR_EVENT:
		return has_room(l, e) && add_scalar(l, e);
	case YAML_SEQUENCE_START_EVENT:
		return has_room(l, e) && open_node(l, e, NODE_LIST);
	case YAML_MAPPING_START_EVENT:
		return has_room(l, e) && open_node(l, e, NODE_MAP);
	case YAML_SEQUENCE_END_EVENT:
	case YAML_MAPPING_END_EVENT:
		close_node(l, e);
		return true;
	case YAML_DOCUMENT_START_EVENT:
		if (!l->root)
			return true;
		diag_add(l->d, &second_document, event_span(l, e), NO_ARGS);
		return false;
	default:
		return true;
	}
}

static bool
load(struct loader *l)
{
	bool ok = true, more = true;

	if (!yaml_parser_initialize(&l->parser))
		arena_exhausted();
	yaml_parser_set_encoding(&l->parser, YAML_UTF8_ENCODING);
	yaml_parser_set_input_string(&l->parser,
	    (const unsigned char *)l->clean.text.p, l->clean.text.n);
	while (ok && more) {
		yaml_event_t e;

		if (!yaml_parser_parse(&l->parser, &e)) {
			complain(l);
			ok = false;
			break;
		}
		more = e.type != YAML_STREAM_END_EVENT;
		ok = take_event(l, &e);
		yaml_event_delete(&e);
	}
	yaml_parser_delete(&l->parser);
	return ok;
}

bool
markup_yaml(
    struct node **out, struct arena *a, struct span text, struct diags *d)
{
	struct loader l = { .arena = a, .d = d, .text = text };
	bool sound = trap_clean(&l.clean, a, text, d);

	*out = NULL;
	if (!load(&l))
		return false;

	bool empty = !l.root || (l.root->kind == NODE_SCALAR &&
				    !l.root->quoted && !l.root->text.n);

	if (empty) {
		l.root = ARENA_NEW(a, struct node);
		l.root->kind = NODE_MAP;
		l.root->at = source_span(text.src, text.off, 0);
	} else if (l.root->kind == NODE_SCALAR) {
		diag_add(d, &no_key, l.root->at, NO_ARGS);
		return false;
	}
	*out = l.root;
	return sound;
}
