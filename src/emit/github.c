/* SPDX-License-Identifier: MIT */
/*
 * Workflow commands: GitHub sets each as an annotation beside the line.  It
 * keeps ten of a level and step; the last of ours says how many more there
 * are.
 */
#include "emit/emit_int.h"

enum { SHOWN = 9 }; /* of each level */

static const char *const level_commands[SEV_MAX] = {
	[SEV_NOTE] = "notice",
	[SEV_WARNING] = "warning",
	[SEV_ERROR] = "error",
};

static const struct words more_words =
    WORDS("%1 more; `kengesh check` shows all",
	"и ещё: %1; все покажет `kengesh check`",
	"дагы: %1; баарын `kengesh check` көрсөтөт");

/* What would end a message, or, in a property, the property. */
static struct str
escaped(const struct printer *p, struct str s, const char *special)
{
	struct strbuf b;

	buf_init(&b, p->a);
	for (size_t i = 0; i < s.n; i++) {
		unsigned char c = (unsigned char)s.p[i];
		bool found = c == '%' || c == '\r' || c == '\n';

		for (const char *x = special; *x && !found; x++)
			found = c == (unsigned char)*x;
		if (found)
			buf_printf(&b, "%%%02X", c);
		else
			buf_byte(&b, (char)c);
	}
	return buf_str(&b);
}

static void
print_command(const struct printer *p, const struct diag *g)
{
	struct place begin = source_place(g->at), end = source_end(g->at);
	struct str path = escaped(p, diag_path(p, g->at), ":,");
	struct str text = escaped(p, harmless(p->a, diag_text(p, g)), "");
	struct str help = escaped(p, harmless(p->a, diag_help(p, g)), "");

	fprintf(p->out, "::%s file=" STR_FMT ",line=%zu,endLine=%zu",
	    level_commands[g->severity], STR_ARG(path), begin.line, end.line);
	/* Columns belong to one line. */
	if (begin.line == end.line)
		fprintf(p->out, ",col=%zu,endColumn=%zu", begin.col, end.col);
	fprintf(p->out, ",title=%s::" STR_FMT, g->message->code, STR_ARG(text));
	if (help.n)
		fprintf(p->out, "%%0A" STR_FMT, STR_ARG(help));
	fputc('\n', p->out);
}

void
emit_github(struct printer *p, const struct diags *d)
{
	size_t seen[SEV_MAX] = { 0 };

	for (size_t i = 0; i < d->list.n; i++) {
		const struct diag *g = &d->list.at[i];

		if (!g->waived.n && seen[g->severity]++ < SHOWN)
			print_command(p, g);
	}
	for (int s = 0; s < SEV_MAX; s++) {
		if (seen[s] <= SHOWN)
			continue;

		struct str more = msg_text(p->a, &more_words, p->o->lang,
		    ARGS(arg_number(p->a, (int64_t)(seen[s] - SHOWN))));

		fprintf(p->out, "::%s::" STR_FMT "\n", level_commands[s],
		    STR_ARG(more));
	}
}
