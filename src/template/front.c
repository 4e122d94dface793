/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "base/arena.h"
#include "markup/markup.h"
#include "template/template_int.h"

/* A closed word, with a note where letters were lost; NULL: it is none. */
static const struct word *
closed_word(enum place_of_word in, const struct node *v, struct diags *d)
{
	struct str right;
	const struct word *w = word_find(in, v->text, &right);

	if (right.n)
		diag_read_as(d, v->at, v->text, right);
	return w;
}

static bool
read_orientation(
    struct sheet_change *out, const struct node *v, struct diags *d)
{
	const struct word *w = closed_word(IN_ORIENTATIONS, v, d);

	if (w)
		out->orientation = (enum orientation)w->value;
	return w;
}

static bool
read_margins(struct sheet_change *out, const struct node *v, struct diags *d)
{
	struct str sides[4] = { v->text };
	size_t n = v->kind == NODE_LIST ? v->items.n : 1;

	(void)d;
	for (size_t i = 0; v->kind == NODE_LIST && i < n && i < 4; i++)
		sides[i] = v->items.at[i]->text;
	return sheet_margins(out, sides, n);
}

static bool
read_size(struct sheet_change *out, const struct node *v, struct diags *d)
{
	(void)d;
	return sheet_size(out, v->text);
}

static bool
read_leading(struct sheet_change *out, const struct node *v, struct diags *d)
{
	(void)d;
	return sheet_leading(out, v->text);
}

static bool
read_row_height(struct sheet_change *out, const struct node *v, struct diags *d)
{
	(void)d;
	return sheet_row(out, v->text);
}

static bool
read_answer(enum answer *out, const struct node *v, struct diags *d)
{
	const struct word *w = closed_word(IN_YES_NO, v, d);

	if (w)
		*out = w->value ? ANSWER_YES : ANSWER_NO;
	return w;
}

static bool
read_hyphenate(struct sheet_change *out, const struct node *v, struct diags *d)
{
	return read_answer(&out->hyphenate, v, d);
}

static bool
read_numbers(struct sheet_change *out, const struct node *v, struct diags *d)
{
	return read_answer(&out->page_numbers, v, d);
}

static bool
read_hash(struct sheet_change *out, const struct node *v, struct diags *d)
{
	return read_answer(&out->footed, v, d);
}

#define YES_NO WORDS("yes or no", "да или нет", "ооба же жок")

/* A setting, what reads its value (false where it can't be that), and what it
 * takes: the rest of a remedy. */
static const struct front_row {
	const char *key; /* its word's name in words/keys.def */
	bool (*read)(
	    struct sheet_change *out, const struct node *v, struct diags *d);
	struct words takes;
} settings[] = {
	{ "orientation", read_orientation, TEXT("portrait or landscape") },
	{ "margins", read_margins,
	    TEXT("four numbers in millimetres, each at most 100, in this "
		 "order: top right bottom left, as in 20 15 20 30") },
	{ "size", read_size,
	    TEXT("a number of points from 6 to 36, as in 14") },
	{ "leading", read_leading,
	    TEXT(
		"a number from 0.8 to 3, as in 1.15, or per cent, as in 115") },
	{ "row-height", read_row_height,
	    TEXT("a number of millimetres up to 50, as in 12") },
	{ "hyphenate", read_hyphenate, YES_NO },
	{ "page-numbers", read_numbers, YES_NO },
	{ "hash", read_hash, YES_NO },
};
#define NSETTINGS (sizeof(settings) / sizeof(*settings))

/* The index of the setting that a key names, with a note where letters were
 * lost; NSETTINGS where it names none. */
static size_t
setting_find(const struct pair *p, struct diags *d)
{
	struct str right;
	const struct word *w = word_find(IN_TEMPLATE, p->key, &right);
	size_t k = 0;

	if (right.n)
		diag_read_as(d, p->key_at, p->key, right);
	while (k < NSETTINGS && (!w || strcmp(settings[k].key, w->name) != 0))
		k++;
	return k;
}

static void
unknown(const struct pair *p, struct arena *a, struct diags *d)
{
	struct str near;

	word_near(a, IN_TEMPLATE, p->key, reach_of(p->key), &near);

	struct diag *g = diag_add(d, &template_unknown_setting, p->key_at,
	    ARGS(arg_str(p->key), arg_words(words_allowed(a, IN_TEMPLATE))));

	if (!str_eq(near, p->key)) /* else known, but a second time */
		g->fix = near;
}

bool
front_read(struct sheet_change *out, struct arena *a, struct span header,
    struct diags *d)
{
	struct node *map;
	bool seen[NSETTINGS] = { false };
	bool ok = markup_yaml(&map, a, header, d);

	if (!map)
		return false;
	for (size_t i = 0; i < map->pairs.n; i++) {
		const struct pair *p = &map->pairs.at[i];
		const struct node *v = p->value;
		size_t k = setting_find(p, d);

		if (k == NSETTINGS || seen[k]) {
			unknown(p, a, d);
			ok = false;
			continue;
		}
		seen[k] = true;
		if (settings[k].read(out, v, d))
			continue;
		diag_add(d, &template_bad_setting,
		    v->at.src ? v->at : p->key_at,
		    ARGS(arg_str(p->key), arg_str(v->text),
			arg_words(&settings[k].takes)));
		ok = false;
	}
	if (map->kind == NODE_MAP)
		return ok;
	diag_add(d, &template_unknown_setting, map->at,
	    ARGS(arg_str(str_trim(span_text(map->at))),
		arg_words(words_allowed(a, IN_TEMPLATE))));
	return false;
}
