/* SPDX-License-Identifier: MIT */
#include <assert.h>
#include <string.h>

#include "base/utf8.h"
#include "seal/seal_int.h"

/*
 * Values as the text that is hashed: a line `name:text` each, elements and
 * members between { and }, spaces alike.  A change of what is written here is
 * a change of every hash: it needs a new version in hash.c (seal_test.c holds
 * the text of a paper and its hash).
 */

/* Values that no paper prints (or only this one), those that only say once more
 * what another says, and what is recorded once a paper is printed. */
static const struct {
	const char *scope, *name;
	const char *paper; /* that prints it; NULL: none */
} left_out[] = {
	{ "paper", "pedagogical-council", "report" },
	{ "paper", "director", NULL },
	{ "session", "protocol", NULL },
	{ "session", "presided", NULL },
	{ "session", "attachments", NULL },
	{ "minutes", "short", NULL },
	{ "secretary", "acting", NULL },
	{ "quorum", "needed", NULL },
	{ "part", "page", NULL }, /* its hash says what is in it */
	{ "part", "body", NULL },
	{ "plan-item", "topics-list", NULL },
	{ "plan-item", "done", NULL },
	{ "plan-item", "note", NULL },
};

/* A sheet to sign at the door says little of the session: all of it is here. */
static const char *const of_attendance[] = { "school", "council", "date",
	"start", "place", "members", "invited" };

bool
canon_leaves_out(const char *paper, const char *of, const char *name)
{
	/* Its own values, not those of its members and guests. */
	if (strcmp(paper, "attendance") == 0 && strcmp(of, paper) == 0) {
		size_t n = sizeof(of_attendance) / sizeof(*of_attendance);

		while (n && strcmp(name, of_attendance[n - 1]) != 0)
			n--;
		return n == 0;
	}
	for (size_t i = 0; i < sizeof(left_out) / sizeof(*left_out); i++) {
		if (strcmp(name, left_out[i].name) != 0)
			continue;

		const struct view_name *row =
		    view_name_find(of, str_from(name));

		assert(row);
		if (strcmp(row->scope, left_out[i].scope) == 0)
			return !left_out[i].paper ||
			       strcmp(paper, left_out[i].paper) != 0;
	}
	return false;
}

/* Text with one plain space wherever any were: line ends, no-break spaces. */
static void
text_add(struct strbuf *b, struct str s)
{
	bool space = false, begun = false;

	for (size_t i = 0; i < s.n;) {
		size_t from = i;
		uint32_t cp = utf8_next(s, &i);

		if (cp == ' ' || cp == '\t' || cp == '\n' || cp == 0xa0 ||
		    cp == 0x202f) {
			space = begun;
			continue;
		}
		if (space)
			buf_byte(b, ' ');
		buf_add(b, str_head(str_skip(s, from), i - from));
		space = false;
		begun = true;
	}
	buf_byte(b, '\n');
}

static void
line_add(struct strbuf *b, const char *name, struct str text)
{
	buf_printf(b, "%s:", name);
	text_add(b, text);
}

static void
blocks_add(struct strbuf *b, const struct blocks *blocks)
{
	static const char letters[] = {
		[BLOCK_PARAGRAPH] = 'p',
		[BLOCK_HEADING] = 'h',
		[BLOCK_LIST] = 'l',
		[BLOCK_ITEM] = 'i',
		[BLOCK_QUOTE] = 'q',
		[BLOCK_TABLE] = 't',
		[BLOCK_ROW] = 'r',
		[BLOCK_CELL] = 'c',
	};

	for (size_t i = 0; i < blocks->n; i++) {
		const struct block *k = &blocks->at[i];
		char letter = k->kind < sizeof(letters) ? letters[k->kind] : 0;

		buf_printf(
		    b, "%c%s:", letter ? letter : 'x', k->ordered ? "1" : "");
		text_add(b, runs_text(b->arena, &k->runs));
		if (!k->kids.n)
			continue;
		buf_add(b, STR("{\n"));
		blocks_add(b, &k->kids);
		buf_add(b, STR("}\n"));
	}
}

static void
group_add(struct strbuf *b, const char *paper, const struct value *group)
{
	buf_add(b, STR("{\n"));
	for (size_t i = 0; i < group->members.n; i++)
		canon_add(b, paper, group->of, group->members.at[i].name,
		    group->members.at[i].value);
	buf_add(b, STR("}\n"));
}

/* The forms that say more than the value itself; a date's own text is words of
 * ours, its figures are not. */
static void
forms_add(struct strbuf *b, const char *paper, const char *name,
    const struct value *v)
{
	static const struct {
		const char *name;
		const char *paper; /* the only one that prints it; or NULL */
	} forms[] = {
		{ "word", NULL },
		{ "genitive", NULL },
		{ "dative", NULL },
		{ "full", "attendance" },
		{ "post", "attendance" },
	};

	for (size_t i = 0; i < sizeof(forms) / sizeof(*forms); i++) {
		const struct value *form =
		    value_member(v, str_from(forms[i].name));

		if (!form || !form->text.n ||
		    (forms[i].paper && strcmp(paper, forms[i].paper) != 0))
			continue;
		buf_printf(b, "%s.", name);
		line_add(b, forms[i].name, form->text);
	}
}

void
canon_add(struct strbuf *b, const char *paper, const char *of, const char *name,
    const struct value *v)
{
	if (!v->there || canon_leaves_out(paper, of, name))
		return;
	switch (v->kind) {
	case VALUE_TEXT:
	case VALUE_NUMBER:
		line_add(b, name, v->text);
		break;
	case VALUE_PERSON:
	case VALUE_BODY:
		line_add(b, name, v->text);
		forms_add(b, paper, name, v);
		break;
	case VALUE_FLAG:
		line_add(b, name, STR("yes"));
		break;
	case VALUE_DATE:
		line_add(b, name, value_member(v, STR("figures"))->text);
		break;
	case VALUE_PROSE:
	case VALUE_LIVE:
		line_add(b, name, STR(""));
		blocks_add(b, v->prose);
		break;
	case VALUE_LIST:
		line_add(b, name, STR(""));
		for (size_t i = 0; i < v->items.n; i++)
			group_add(b, paper, v->items.at[i]);
		break;
	case VALUE_GROUP:
		line_add(b, name, STR(""));
		group_add(b, paper, v);
		break;
	}
}

struct span
canon_place(const struct value *v)
{
	struct span at = v->at;

	for (size_t i = 0; i < v->items.n && !at.src; i++)
		at = canon_place(v->items.at[i]);
	for (size_t i = 0; i < v->members.n && !at.src; i++)
		at = canon_place(v->members.at[i].value);
	return at;
}
