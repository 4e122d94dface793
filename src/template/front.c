/* SPDX-License-Identifier: MIT */
#include "base/arena.h"
#include "markup/markup.h"
#include "template/template_int.h"

static bool
read_orientation(struct sheet_change *out, const struct node *v)
{
	if (str_eq(v->text, STR("landscape")))
		out->orientation = ORIENTATION_LANDSCAPE;
	else if (str_eq(v->text, STR("portrait")))
		out->orientation = ORIENTATION_PORTRAIT;
	else
		return false;
	return true;
}

static bool
read_margins(struct sheet_change *out, const struct node *v)
{
	struct str sides[4] = { v->text };
	size_t n = v->kind == NODE_LIST ? v->items.n : 1;

	for (size_t i = 0; v->kind == NODE_LIST && i < n && i < 4; i++)
		sides[i] = v->items.at[i]->text;
	return sheet_margins(out, sides, n);
}

static bool
read_size(struct sheet_change *out, const struct node *v)
{
	return sheet_size(out, v->text);
}

static bool
read_leading(struct sheet_change *out, const struct node *v)
{
	return sheet_leading(out, v->text);
}

static bool
read_row_height(struct sheet_change *out, const struct node *v)
{
	return sheet_row(out, v->text);
}

static bool
read_answer(enum answer *out, const struct node *v)
{
	if (str_eq(v->text, STR("yes")))
		*out = ANSWER_YES;
	else if (str_eq(v->text, STR("no")))
		*out = ANSWER_NO;
	else
		return false;
	return true;
}

static bool
read_hyphenate(struct sheet_change *out, const struct node *v)
{
	return read_answer(&out->hyphenate, v);
}

static bool
read_numbers(struct sheet_change *out, const struct node *v)
{
	return read_answer(&out->page_numbers, v);
}

static bool
read_hash(struct sheet_change *out, const struct node *v)
{
	return read_answer(&out->footed, v);
}

#define YES_NO WORDS("yes or no", "yes или no", "yes же no")

/* A setting, what reads its value (false where it can't be that), and what it
 * takes: the rest of a remedy. */
static const struct setting {
	struct str key;
	bool (*read)(struct sheet_change *out, const struct node *v);
	struct words takes;
} settings[] = {
	{ STR_INIT("orientation"), read_orientation,
	    WORDS("portrait or landscape", "portrait или landscape",
		"portrait же landscape") },
	{ STR_INIT("margins"), read_margins,
	    WORDS("four numbers in millimetres, each at most 100, in this "
		  "order: top right bottom left, as in 20 15 20 30",
		"четыре числа миллиметров, каждое не больше 100, в таком "
		"порядке: верх право низ лево, например 20 15 20 30",
		"миллиметр менен төрт сан, ар бири 100дөн ашпайт, тартиби: "
		"үстү оңу асты солу, мисалы 20 15 20 30") },
	{ STR_INIT("size"), read_size,
	    WORDS("a number of points from 6 to 36, as in 14",
		"число пунктов от 6 до 36, например 14",
		"6дан 36га чейинки сан, мисалы 14") },
	{ STR_INIT("leading"), read_leading,
	    WORDS("a number from 0.8 to 3, as in 1.15, or per cent, as in 115",
		"число от 0.8 до 3, например 1.15, или проценты, например 115",
		"0.8ден 3кө чейинки сан, мисалы 1.15, же пайызы, мисалы "
		"115") },
	{ STR_INIT("row-height"), read_row_height,
	    WORDS("a number of millimetres up to 50, as in 12",
		"число миллиметров до 50, например 12",
		"50 миллиметрге чейинки сан, мисалы 12") },
	{ STR_INIT("hyphenate"), read_hyphenate, YES_NO },
	{ STR_INIT("page-numbers"), read_numbers, YES_NO },
	{ STR_INIT("hash"), read_hash, YES_NO },
};
#define NSETTINGS (sizeof(settings) / sizeof(*settings))

static void
unknown(const struct pair *p, struct diags *d)
{
	struct str words[NSETTINGS + 1] = { 0 };

	for (size_t i = 0; i < NSETTINGS; i++)
		words[i] = settings[i].key;

	struct diag *g = diag_add(
	    d, &template_unknown_setting, p->key_at, ARGS(arg_str(p->key)));

	g->fix = tag_nearest(d, p->key, words);
	if (str_eq(g->fix, p->key))
		g->fix = STR(""); /* known, but a second time */
}

void
front_read(struct sheet_change *out, struct arena *a, struct span header,
    struct diags *d)
{
	const struct node *map = markup_yaml(a, header, d);
	bool seen[NSETTINGS] = { false };

	if (!map)
		return;
	for (size_t i = 0; i < map->pairs.n; i++) {
		const struct pair *p = &map->pairs.at[i];
		const struct node *v = p->value;
		size_t k = 0;

		while (k < NSETTINGS && !str_eq(p->key, settings[k].key))
			k++;
		if (k == NSETTINGS || seen[k]) {
			unknown(p, d);
			continue;
		}
		seen[k] = true;
		if (!settings[k].read(out, v))
			diag_add(d, &template_bad_setting,
			    v->at.src ? v->at : p->key_at,
			    ARGS(arg_str(p->key), arg_str(v->text),
				arg_words(&settings[k].takes)));
	}
	if (map->kind != NODE_MAP)
		diag_add(d, &template_unknown_setting, map->at,
		    ARGS(arg_str(str_trim(span_text(map->at)))));
}
