/* SPDX-License-Identifier: MIT */
/* One line a finding, as every compiler's, for editors and grep. */
#include "emit/emit_int.h"

const struct words waived_word = TEXT("waived");

/* Bold in the colour of its level. */
static const char *const level_colours[SEV_MAX] = {
	[SEV_NOTE] = "\033[1;36m",
	[SEV_WARNING] = "\033[1;33m",
	[SEV_ERROR] = "\033[1;31m",
};

void
print_head(const struct emitter *p, const struct diag *g)
{
	struct str path = harmless_line(p->a, diag_path(p, g->at));
	struct str text = harmless_line(p->a, diag_text(p, g));
	struct place at = source_place(g->at);
	const char *level =
	    words_in(&severity_words[g->severity], p->batch->lang);
	bool colour = p->o.colour;

	fprintf(p->out, "%s" STR_FMT ":%zu:%zu:%s ", colour ? "\033[1m" : "",
	    STR_ARG(path), at.line, at.col, colour ? "\033[0m" : "");
	fprintf(p->out, "%s%s %s:%s " STR_FMT,
	    colour ? level_colours[g->severity] : "", level, g->message->code,
	    colour ? "\033[0m" : "", STR_ARG(text));
	if (g->waived.n) {
		struct str reason = harmless_line(p->a, g->waived);

		fprintf(p->out, " (%s: " STR_FMT ")",
		    words_in(&waived_word, p->batch->lang), STR_ARG(reason));
	}
	fputc('\n', p->out);
}

void
emit_short(struct emitter *p, const struct diags *d)
{
	for (size_t i = 0; i < d->list.n; i++)
		print_head(p, &d->list.at[i]);
}
