/* SPDX-License-Identifier: MIT */
#include <inttypes.h>

#include "base/arena.h"
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

struct str
more_text(struct arena *a, enum lang lang, size_t n)
{
	static const struct words more =
	    TEXT("%1 more; `kengesh check` shows all");

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

	/* Beside each stands the last that was made of it: of a thousand alike
	 * none goes the whole way again. */
	const char *first = print.p;
	const char *last = json_string_value(json_object_get(p->seen, first));

	if (last)
		print = str_copy(p->a, str_from(last));
	while (json_object_get(p->seen, str_cstr(p->a, print)))
		print = hash_text(p->a, print);
	json_object_set_new(p->seen, print.p, json_string(print.p));
	json_object_set_new(p->seen, first, json_string(print.p));
	return print;
}
