/* SPDX-License-Identifier: MIT */
/* The yearbook: other papers, whole, behind a list of contents. */
#include "view/view_int.h"

void
put_yearbook(struct making *m, struct value *g)
{
	for (size_t i = 0; i < m->paper->parts.n; i++) {
		const struct part *part = &m->paper->parts.at[i];
		struct value *v = list_add(m, g, "parts");

		put_text(m, v, "title", spaces_kept(m->arena, part->title),
		    (struct span){ .src = NULL });
		put_text(
		    m, v, "hash", part->hash, (struct span){ .src = NULL });
		put_number(m, v, "page", (int64_t)part->page);
		if (part->blocks)
			put_blocks(v, "body", part->blocks);
	}
}
