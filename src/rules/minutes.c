/* SPDX-License-Identifier: MIT */
/* Clause 5.3: what is kept of a session is its minutes. */
#include "rules/rules_int.h"

/* Minutes have an agenda. */
void
check_session_empty(const struct session *s, struct check *c)
{
	if (s->status == STATUS_HELD && !s->items.n)
		found(c, source_span(s->source, 0, 0),
		    ARGS(arg_date(c, session_date(s))));
}
