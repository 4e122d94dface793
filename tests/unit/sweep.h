/* SPDX-License-Identifier: MIT */
#ifndef TESTS_UNIT_SWEEP_H
#define TESTS_UNIT_SWEEP_H

/* What programs share that type something into a school and look whether it is
 * printed or spoken of. */

#include "base/utf8.h"
#include "diag/diag.h"
#include "doc/doc.h"
#include "test.h"

/* Whether a finding stands at one of these lines. */
static bool
is_said(const struct diags *d, const char *path, size_t line, size_t last)
{
	for (size_t i = 0; i < d->list.n; i++) {
		struct span at = d->list.at[i].at;

		if (at.src && str_eq(at.src->path, str_from(path)) &&
		    source_place(at).line <= last &&
		    source_end(at).line >= line)
			return true;
	}
	return false;
}

/* What blocks say, a paragraph a line, with plain spaces. */
static void
add_text(struct strbuf *b, const struct blocks *blocks)
{
	for (size_t i = 0; i < blocks->n; i++) {
		const struct block *k = &blocks->at[i];
		struct str s = runs_text(b->arena, &k->runs);

		for (size_t c = 0; c < s.n;) {
			uint32_t cp = utf8_next(s, &c);

			utf8_add(b, cp == 0xa0 ? ' ' : cp);
		}
		if (k->runs.n)
			buf_byte(b, '\n');
		for (size_t n = 0; n < k->kids.n; n++) {
			const struct block *kid = &k->kids.at[n];

			if (kid->label.n)
				buf_printf(b, STR_FMT " ", STR_ARG(kid->label));
			else if (k->ordered)
				buf_printf(b, "%d. ", k->start + (int)n);
			else if (k->kind == BLOCK_LIST)
				buf_add(b, STR("– "));
			add_text(b, &(struct blocks){ &k->kids.at[n], 1, 1 });
		}
	}
}

#endif
