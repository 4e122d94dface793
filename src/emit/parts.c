/* SPDX-License-Identifier: MIT */
#include <inttypes.h>

#include "base/arena.h"
#include "base/utf8.h"
#include "emit/emit_int.h"

/* What all formats say of a finding. */

struct str
diag_text(const struct emitter *p, const struct diag *g)
{
	return msg_text(
	    p->a, &g->message->text, p->batch->lang, g->args, g->nargs);
}

struct str
diag_help(const struct emitter *p, const struct diag *g)
{
	return msg_text(
	    p->a, &g->message->help, p->batch->lang, g->args, g->nargs);
}

struct str
diag_path(const struct emitter *p, struct span at)
{
	struct str prefix = p->batch->prefix;

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

struct str
more_text(struct arena *a, enum lang lang, size_t n)
{
	static const struct words more =
	    WORDS("%1 more; `kengesh check` shows all",
		"и ещё: %1; все покажет `kengesh check`",
		"дагы: %1; баарын `kengesh check` көрсөтөт");

	return msg_text(a, &more, lang, ARGS(arg_number(a, (int64_t)n)));
}

static struct str
hash_text(struct arena *a, struct str s)
{
	return str_printf(a, "%016" PRIx64, str_hash(s));
}

struct str
fingerprint(struct emitter *p, const struct diag *g)
{
	struct str path = diag_path(p, g->at);
	struct str text =
	    msg_text(p->a, &g->message->text, LANG_EN, g->args, g->nargs);
	struct str print = hash_text(
	    p->a, str_printf(p->a, "%s\n" STR_FMT "\n" STR_FMT,
		      g->message->code, STR_ARG(path), STR_ARG(text)));

	while (json_object_get(p->seen, print.p))
		print = hash_text(p->a, print);
	json_object_set_new(p->seen, print.p, json_true());
	return print;
}
