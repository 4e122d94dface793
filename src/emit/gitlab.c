/* SPDX-License-Identifier: MIT */
/* GitLab's code quality report: one array, empty where all is well. */

#include "emit/emit_int.h"

static const char *const level_severities[SEV_MAX] = {
	[SEV_NOTE] = "info",
	[SEV_WARNING] = "minor",
	[SEV_ERROR] = "major",
};

static json_t *
gitlab_location(const struct emitter *p, const struct diag *g)
{
	json_t *location = json_object(), *lines = json_object();

	json_object_set_new(
	    lines, "begin", json_integer((json_int_t)source_place(g->at).line));
	json_object_set_new(
	    location, "path", json_text(p, diag_path(p, g->at)));
	json_object_set_new(location, "lines", lines);
	return location;
}

static json_t *
gitlab_issue(struct emitter *p, const struct diag *g)
{
	struct str text = diag_text(p, g);
	/* The code is repeated, because GitLab hides the name. */
	struct str description =
	    str_printf(p->a, "%s: " STR_FMT, g->message->code, STR_ARG(text));
	json_t *o = json_object();

	json_object_set_new(o, "check_name", json_string(g->message->code));
	json_object_set_new(o, "description", json_text(p, description));
	json_object_set_new(
	    o, "severity", json_string(level_severities[g->severity]));
	json_object_set_new(o, "fingerprint", json_text(p, fingerprint(p, g)));
	json_object_set_new(o, "location", gitlab_location(p, g));
	return o;
}

void
gitlab_begin(struct emitter *p)
{
	p->kept = json_array();
}

void
gitlab_findings(struct emitter *p, const struct diags *d)
{
	for (size_t i = 0; i < d->list.n; i++) {
		const struct diag *g = &d->list.at[i];

		if (!g->waived.n)
			json_array_append_new(p->kept, gitlab_issue(p, g));
	}
}

void
gitlab_end(struct emitter *p)
{
	print_json(p, p->kept);
}
