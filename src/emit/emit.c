/* SPDX-License-Identifier: MIT */
#include "emit/emit.h"

#include "base/arena.h"
#include "base/utf8.h"
#include "emit/emit_int.h"

/* The formats, by the name that --format takes. */
static const struct format {
	const char *name;
	void (*emit)(struct printer *p, const struct diags *d);
} formats[] = {
	{ "human", emit_human },
	{ "short", emit_short },
	{ "json", emit_json },
	{ "jsonl", emit_jsonl },
	{ "sarif", emit_sarif },
	{ "github", emit_github },
	{ "gitlab", emit_gitlab },
};
enum { NFORMATS = sizeof(formats) / sizeof(*formats) };

static const struct format *
format_find(struct str name)
{
	for (size_t i = 0; i < NFORMATS; i++) {
		if (str_eq(name, str_from(formats[i].name)))
			return &formats[i];
	}
	return NULL;
}

bool
emit_known(struct str format)
{
	return format_find(format) != NULL;
}

bool
emit_write(FILE *out, struct arena *a, struct str format, const struct diags *d,
    const struct emit_options *o)
{
	const struct format *f = format_find(format);
	struct printer p = { out, a, o };

	if (f)
		f->emit(&p, d);
	return f && fflush(out) == 0 && !ferror(out);
}

/* --- what the formats share --------------------------------------------- */

struct str
diag_text(const struct printer *p, const struct diag *g)
{
	return msg_text(p->a, &g->message->text, p->o->lang, g->args, g->nargs);
}

struct str
diag_help(const struct printer *p, const struct diag *g)
{
	return msg_text(p->a, &g->message->help, p->o->lang, g->args, g->nargs);
}

struct str
diag_path(const struct printer *p, struct span at)
{
	struct str prefix = p->o->prefix;

	return harmless(p->a, str_printf(p->a, STR_FMT STR_FMT, STR_ARG(prefix),
				  STR_ARG(at.src->path)));
}

static bool
is_harmful(uint32_t cp)
{
	return cp < 0x20 || (cp >= 0x7F && cp < 0xA0) ||
	       (cp >= 0x200E && cp <= 0x200F) ||
	       (cp >= 0x2028 && cp <= 0x202E) || (cp >= 0x2066 && cp <= 0x2069);
}

struct str
harmless(struct arena *a, struct str s)
{
	struct strbuf b;
	size_t bad = utf8_fault(s);

	buf_init(&b, a);
	for (size_t i = 0; i < s.n;) {
		if (i == bad) {
			utf8_add(&b, 0xFFFD);
			s = str_skip(s, i + 1);
			i = 0;
			bad = utf8_fault(s);
			continue;
		}

		uint32_t cp = utf8_next(s, &i);

		utf8_add(&b, is_harmful(cp) ? 0xFFFD : cp);
	}
	return buf_str(&b);
}
