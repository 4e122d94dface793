/* SPDX-License-Identifier: MIT */
#include "markup/markup_int.h"

/* A link has several runs where some of its letters are bold. */
static bool
check_runs(const struct runs *runs, const struct source *src, struct diags *d)
{
	bool sound = true;

	for (size_t i = 0; i < runs->n; i++) {
		const struct run *r = &runs->at[i];
		struct span at = { src, r->at.off, r->at.len };

		if (!r->url.n || url_opens(r->url))
			continue;
		sound = false;
		if (!i || r[-1].url.p != r->url.p)
			diag_add(d, &link_scheme, at, ARGS(arg_str(r->url)));
	}
	return sound;
}

bool
links_check(
    const struct blocks *tree, const struct source *src, struct diags *d)
{
	bool sound = true;

	for (size_t i = 0; i < tree->n; i++) {
		const struct block *b = &tree->at[i];

		sound = check_runs(&b->runs, src, d) && sound;
		sound = links_check(&b->kids, src, d) && sound;
	}
	return sound;
}
