/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "view/view_int.h"

/* Which scopes a paper has, and what stands in the table under their names. */

/* The names of each form, by kind; a body's cases have capitals of their own.
 */
static const struct {
	enum value_kind kind;
	const char *form;
} forms[] = {
	{ VALUE_DATE, "long" },
	{ VALUE_DATE, "until" },
	{ VALUE_DATE, "of" },
	{ VALUE_DATE, "figures" },
	{ VALUE_DATE, "stamp" },
	{ VALUE_PERSON, "short" },
	{ VALUE_PERSON, "full" },
	{ VALUE_PERSON, "post" },
	{ VALUE_PERSON, "word" },
	{ VALUE_BODY, "genitive" },
	{ VALUE_BODY, "dative" },
	{ VALUE_BODY, "capitals" },
	{ VALUE_BODY, "capitalised" },
	{ VALUE_BODY, "genitive.capitals" },
	{ VALUE_BODY, "genitive.capitalised" },
	{ VALUE_BODY, "dative.capitals" },
	{ VALUE_BODY, "dative.capitalised" },
	{ VALUE_LIST, "count" },
	{ VALUE_LIST, "many" },
};

const char *const paper_names[PAPER_MAX] = {
	[PAPER_MINUTES] = "minutes",
	[PAPER_EXTRACT] = "extract",
	[PAPER_AGENDA] = "agenda",
	[PAPER_ATTENDANCE] = "attendance",
	[PAPER_PLAN] = "plan",
	[PAPER_REPORT] = "report",
	[PAPER_DECISIONS] = "decisions",
	[PAPER_REGULATION] = "regulation",
	[PAPER_CERTIFICATE] = "certificate",
	[PAPER_YEARBOOK] = "yearbook",
};

/* The scopes whose names a paper has, its own first. */
static const char *const paper_scopes[PAPER_MAX][SCOPES_MAX] = {
	[PAPER_MINUTES] = { "minutes", "session", "paper" },
	[PAPER_EXTRACT] = { "minutes", "session", "paper" },
	[PAPER_AGENDA] = { "session", "paper" },
	[PAPER_ATTENDANCE] = { "session", "paper" },
	[PAPER_PLAN] = { "plan", "paper" },
	[PAPER_REPORT] = { "report", "tasks", "paper" },
	[PAPER_DECISIONS] = { "decisions", "tasks", "paper" },
	[PAPER_REGULATION] = { "regulation", "paper" },
	[PAPER_CERTIFICATE] = { "certificate", "paper" },
	[PAPER_YEARBOOK] = { "yearbook", "paper" },
};

static const struct view_name *
row_find(const char *scope, struct str name)
{
	for (const struct view_name *row = view_names; row->name; row++) {
		if (strcmp(row->scope, scope) == 0 &&
		    str_eq(str_from(row->name), name))
			return row;
	}
	return NULL;
}

const char *const *
view_scopes(const char *paper)
{
	for (int i = 0; i < PAPER_MAX; i++) {
		if (strcmp(paper_names[i], paper) == 0)
			return paper_scopes[i];
	}
	return NULL;
}

const struct view_name *
view_name_find(const char *scope, struct str name)
{
	const char *const *scopes = view_scopes(scope);
	const struct view_name *row = NULL;

	if (!scopes)
		return row_find(scope, name);
	for (size_t i = 0; scopes[i] && !row; i++)
		row = row_find(scopes[i], name);
	return row;
}

bool
view_form_known(enum value_kind kind, struct str form)
{
	for (size_t i = 0; i < sizeof(forms) / sizeof(forms[0]); i++) {
		if (forms[i].kind == kind &&
		    str_eq(str_from(forms[i].form), form))
			return true;
	}
	return false;
}

const struct view_name *
view_scope(size_t *n, const char *scope)
{
	const struct view_name *first = view_names;

	while (first->name && strcmp(first->scope, scope) != 0)
		first++;
	*n = 0;
	while (first[*n].name && strcmp(first[*n].scope, scope) == 0)
		++*n;
	return first;
}
