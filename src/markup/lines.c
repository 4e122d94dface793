/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "markup/markup_int.h"

/* Lines of the source, and room for what is read of them. */

size_t
line_end(const struct markdown *m, size_t i, size_t to)
{
	const char *p = m->text.src->text.p;
	const char *lf = i < to ? memchr(p + i, '\n', to - i) : NULL;

	return lf ? (size_t)(lf - p) : to;
}

struct stretch
line_content(const struct markdown *m, size_t from, size_t to, int quotes)
{
	const char *p = m->text.src->text.p;

	for (; from < to; from++) {
		if (p[from] == '>' && quotes > 0)
			quotes--;
		else if (p[from] != ' ' && p[from] != '\t')
			break;
	}
	while (to > from && (p[to - 1] == ' ' || p[to - 1] == '\t'))
		to--;
	return (struct stretch){ from, to, 0 };
}

void
blocks_reserve(struct markdown *m, struct blocks *b, size_t n)
{
	b->at = ARENA_ARRAY(m->arena, struct block, n);
	b->cap = n;
}
