/* SPDX-License-Identifier: MIT */
/*
 * Workflow commands: GitHub sets each as an annotation beside the line.  It
 * keeps ten of a level and step; the last of ours says how many more there
 * are.
 */
#include "base/arena.h"
#include "emit/emit_int.h"

enum { SHOWN = 9 }; /* of each level */

static const char *const level_commands[SEV_MAX] = {
	[SEV_NOTE] = "notice",
	[SEV_WARNING] = "warning",
	[SEV_ERROR] = "error",
};

struct github_kept {
	size_t seen[SEV_MAX]; /* not waived ones */
	enum lang lang;       /* of the last school */
};

/* What would end a message, or, in a property, the property. */
static struct str
escaped(const struct emitter *p, struct str s, const char *special)
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
print_command(const struct emitter *p, const struct diag *g)
{
	struct place begin = source_place(g->at), end = source_end(g->at);
	struct str path = escaped(p, diag_path(p, g->at), ":,");
	struct str text = escaped(p, harmless_line(p->a, diag_text(p, g)), "");
	struct str help = escaped(p, harmless_line(p->a, diag_help(p, g)), "");

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
github_begin(struct emitter *p)
{
	p->kept = ARENA_NEW(p->keep, struct github_kept);
}

void
github_findings(struct emitter *p, const struct diags *d)
{
	struct github_kept *k = p->kept;

	k->lang = p->batch->lang;
	for (size_t i = 0; i < d->list.n; i++) {
		const struct diag *g = &d->list.at[i];

		if (!g->waived.n && k->seen[g->severity]++ < SHOWN)
			print_command(p, g);
	}
}

void
github_end(struct emitter *p)
{
	const struct github_kept *k = p->kept;

	for (int s = SEV_MAX; s-- > 0;) {
		if (k->seen[s] <= SHOWN)
			continue;

		struct str more = more_text(p->a, k->lang, k->seen[s] - SHOWN);

		fprintf(p->out, "::%s::" STR_FMT "\n", level_commands[s],
		    STR_ARG(more));
	}
}
