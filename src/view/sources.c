/* SPDX-License-Identifier: MIT */
/*
 * What a paper rests on: the files whose facts it prints, and those that may
 * hold such facts and can't be read.
 */
#include "view/view_int.h"

void
source_add(struct arena *a, struct paper *p, const struct source *s)
{
	for (size_t i = 0; i < p->sources.n; i++) {
		if (p->sources.at[i] == s)
			return;
	}
	if (s)
		*LIST_ADD(a, &p->sources) = s;
}

/* Whether it may have decided something that was not read. */
static bool
is_hidden(const struct session *s)
{
	return !s->readable || (s->broken && s->status != STATUS_PLANNED &&
				   s->status != STATUS_CANCELLED);
}

static void
add_lost(struct arena *a, struct paper *p, const struct year *y)
{
	for (size_t i = 0; i < y->lost.n; i++)
		source_add(a, p, y->lost.at[i]);
}

void
sources_hidden(struct arena *a, struct paper *p, const struct year *y)
{
	for (size_t i = 0; i < y->sessions.n; i++) {
		if (is_hidden(y->sessions.at[i]))
			source_add(a, p, y->sessions.at[i]->source);
	}
	add_lost(a, p, y);
}

void
sources_sessions(struct arena *a, struct paper *p, const struct year *y)
{
	for (size_t i = 0; i < y->sessions.n; i++)
		source_add(a, p, y->sessions.at[i]->source);
	add_lost(a, p, y);
}

static bool
holds_election(const struct session *s, const struct refs *elected)
{
	for (size_t i = 0; i < s->items.n; i++) {
		const struct item *item = &s->items.at[i];

		for (size_t k = 0; k < item->decisions.n; k++) {
			if (&item->decisions.at[k].elected == elected)
				return true;
		}
	}
	return false;
}

/* The index of the session that elected these, or of the first. */
static size_t
electing(const struct year *y, const struct refs *elected)
{
	for (size_t i = 0; i < y->sessions.n; i++) {
		if (holds_election(y->sessions.at[i], elected))
			return i;
	}
	return 0;
}

void
sources_election(struct arena *a, struct paper *p, const struct year *y,
    const struct session *s)
{
	const struct refs *elected = year_elected(y, s);

	for (size_t i = 0; i < y->sessions.n; i++) {
		if (holds_election(y->sessions.at[i], elected))
			source_add(a, p, y->sessions.at[i]->source);
	}
}

/* From the session that elected, if one has, to this one, any that is hidden
 * may have elected another. */
void
sources_hidden_election(struct arena *a, struct paper *p, const struct year *y,
    const struct session *s)
{
	size_t i = electing(y, year_elected(y, s));

	for (; i < y->sessions.n && y->sessions.at[i] != s; i++) {
		if (is_hidden(y->sessions.at[i]))
			source_add(a, p, y->sessions.at[i]->source);
	}
	add_lost(a, p, y);
}

void
sources_regulation(struct arena *a, struct paper *p, const struct year *y)
{
	if (y->regulation)
		source_add(a, p, y->regulation->source);
	/* In the school's own folder there is no other record. */
	for (size_t i = 0; i < p->school->misnamed.n; i++)
		source_add(a, p, p->school->misnamed.at[i]);
}

void
sources_annexes(struct arena *a, struct paper *p, const struct session *s)
{
	for (size_t i = 0; i < s->items.n; i++) {
		const struct item *item = &s->items.at[i];

		for (size_t k = 0; k < item->attachments.n; k++)
			source_add(a, p, item->attachments.at[k].source);
	}
}
