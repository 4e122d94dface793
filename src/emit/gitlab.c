/* SPDX-License-Identifier: MIT */
/* GitLab's code quality report: one array, empty where all is well. */

#include "emit/emit_int.h"

static const char *const level_severities[SEV_MAX] = {
	[SEV_NOTE] = "info",
	[SEV_WARNING] = "minor",
	[SEV_ERROR] = "major",
};

static json_t *
gitlab_location(const struct printer *p, const struct diag *g)
{
	json_t *location = json_object(), *lines = json_object();

	json_object_set_new(
	    lines, "begin", json_integer((json_int_t)source_place(g->at).line));
	json_object_set_new(
	    location, "path", json_text(p, diag_path(p, g->at)));
	json_object_set_new(location, "lines", lines);
	return location;
}

void
emit_gitlab(struct printer *p, const struct diags *d)
{
	json_t *list = json_array();

	for (size_t i = 0; i < d->list.n; i++) {
		const struct diag *g = &d->list.at[i];
		struct str text = diag_text(p, g);
		json_t *o = json_object();

		if (g->waived.n) {
			json_decref(o);
			continue;
		}
		/* The code is repeated, because GitLab hides the name. */
		json_object_set_new(
		    o, "check_name", json_string(g->message->code));
		json_object_set_new(o, "description",
		    json_text(p, str_printf(p->a, "%s: " STR_FMT,
				     g->message->code, STR_ARG(text))));
		json_object_set_new(
		    o, "severity", json_string(level_severities[g->severity]));
		json_object_set_new(
		    o, "fingerprint", json_text(p, fingerprint(p, d, i)));
		json_object_set_new(o, "location", gitlab_location(p, g));
		json_array_append_new(list, o);
	}
	json_dumpf(list, p->out, JSON_INDENT(2));
	fputc('\n', p->out);
	json_decref(list);
}
