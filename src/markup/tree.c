/* SPDX-License-Identifier: MIT */
/* cmark's own tree; markdown.c and inline.c make ours of it. */
#include <stdlib.h>

#include "base/memory.h"
#include "markup/markup_int.h"

cmark_node *
tree_parse(struct str s, int options)
{
	static cmark_mem ending = { memory_zeroed, memory_resize, free };
	cmark_parser *parser = cmark_parser_new_with_mem(options, &ending);
	cmark_node *root;

	cmark_parser_feed(parser, s.p, s.n);
	root = cmark_parser_finish(parser);
	cmark_parser_free(parser);
	return root;
}
