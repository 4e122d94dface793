/* SPDX-License-Identifier: MIT */
#include "view/view_int.h"

void
put_regulation(struct making *m, struct value *g)
{
	const struct regulation *r = m->paper->regulation;

	put_written(m, g, "title", &r->title);
	put_date(m, g, "in-force", r->in_force.d, r->in_force.at);
	put_stamp(m, g, "considered", &r->considered);
	put_stamp(m, g, "approved", &r->approved);
	put_prose(m, g, "body", &r->body);
}
