/* SPDX-License-Identifier: MIT */
#ifndef TESTS_FUZZ_FINDINGS_H
#define TESTS_FUZZ_FINDINGS_H

/* What must be true of places and of findings, however wild the input. */

#include <stdio.h>

#include "emit/emit.h"
#include "fuzz.h"
#include "markup/markup.h"

/* A place is a stretch of whole characters of its source. */
static inline void
span_must_be_sound(struct span at)
{
	struct str text;

	if (!at.src)
		return;
	text = at.src->text;
	assert(at.off <= text.n && at.len <= text.n - at.off);
	assert(at.off == text.n || (text.p[at.off] & 0xc0) != 0x80);
	assert(at.off + at.len == text.n ||
	       (text.p[at.off + at.len] & 0xc0) != 0x80);
}

/* Sorts the findings and says them, in one of the formats and languages. */
static inline void
findings_must_be_sound(struct diags *d, size_t pick)
{
	static FILE *nowhere;
	struct emit_batch batch = { (enum lang)(pick % LANG_MAX), STR("a/b/") };
	struct emit_options how = { .colour = pick % 2, .fail_on = SEV_ERROR };
	size_t formats = 0;
	struct emitter *e;
	struct arena keep;

	if (!nowhere)
		nowhere = fopen("/dev/null", "w");
	while (emit_format(formats))
		formats++;
	diags_sort(d);
	for (size_t i = 0; i < d->list.n; i++) {
		span_must_be_sound(d->list.at[i].at);
		span_must_be_sound(d->list.at[i].related);
		assert(utf8_fault(d->list.at[i].fix) == SIZE_MAX);
	}
	arena_init(&keep);
	e = emit_begin(
	    nowhere, &keep, str_from(emit_format(pick % formats)), &how);
	emit_findings(e, d, &batch);
	assert(emit_end(e, 1));
	arena_done(&keep);
}

/* Whether a file can be used: not without an error where it can't, but with one
 * of signs that no one sees where it can. */
static inline bool
source_is_usable(const struct source *s)
{
	struct diags d;
	bool usable;

	diags_init(&d, &a);
	usable = markup_source_check(s, &d);
	assert(usable || d.count[SEV_ERROR]);
	findings_must_be_sound(&d, s->text.n);
	return usable;
}

#endif
