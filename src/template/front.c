/* SPDX-License-Identifier: MIT */
#include "base/arena.h"
#include "markup/markup.h"
#include "template/template_int.h"

/* A length up to 999 with one decimal, in tenths; a comma or a point. */
static bool
tenths(struct str s, int *out)
{
	struct str whole = s, part = STR("");
	size_t dot = str_find(s, STR("."));

	if (dot == SIZE_MAX)
		dot = str_find(s, STR(","));
	if (dot != SIZE_MAX) {
		whole = str_head(s, dot);
		part = str_skip(s, dot + 1);
	}

	int n, decimal = 0;

	if (!str_number(whole, &n) || n > 999)
		return false;
	if (dot != SIZE_MAX && (part.n != 1 || !str_number(part, &decimal)))
		return false;
	*out = n * 10 + decimal;
	return true;
}

static bool
margin(struct str s, mpt *out)
{
	int mm;

	if (!tenths(s, &mm) || mm > 1000)
		return false;
	*out = (mpt)((int64_t)mm * MM(1000) / 10000);
	return true;
}

static bool
read_margins(struct front *out, const struct node *v)
{
	struct str rest = str_trim(v->text);

	out->margins_given = true;
	if (v->kind == NODE_LIST) {
		if (v->items.n != 4)
			return false;
		for (size_t i = 0; i < 4; i++) {
			if (!margin(v->items.at[i]->text, &out->margins[i]))
				return false;
		}
		return true;
	}
	for (size_t i = 0; i < 4; i++) {
		struct str side = str_cut(rest, ' ', &rest);

		rest = str_trim(rest);
		if (!margin(side, &out->margins[i]))
			return false;
	}
	return !rest.n;
}

static bool
read_orientation(struct front *out, const struct node *v)
{
	out->landscape = str_eq(v->text, STR("landscape"));
	return out->landscape || str_eq(v->text, STR("portrait"));
}

static bool
read_size(struct front *out, const struct node *v)
{
	int n;

	if (!tenths(v->text, &n) || n < 80 || n > 200)
		return false;
	out->size = n * PT(1) / 10;
	return true;
}

static bool
read_leading(struct front *out, const struct node *v)
{
	return str_number(v->text, &out->leading) && out->leading >= 90 &&
	       out->leading <= 200;
}

static bool
read_row_height(struct front *out, const struct node *v)
{
	return margin(v->text, &out->row) && out->row <= MM(50);
}

static bool
read_flag(bool *given, bool *out, const struct node *v)
{
	*given = true;
	*out = str_eq(v->text, STR("yes"));
	return *out || str_eq(v->text, STR("no"));
}

static bool
read_hyphenate(struct front *out, const struct node *v)
{
	return read_flag(&out->hyphenate_given, &out->hyphenate, v);
}

static bool
read_numbers(struct front *out, const struct node *v)
{
	return read_flag(&out->numbers_given, &out->numbers, v);
}

static bool
read_hash(struct front *out, const struct node *v)
{
	return read_flag(&out->hash_given, &out->hash, v);
}

/* A setting, and what reads its value; false where it can't be that. */
static const struct setting {
	struct str key;
	bool (*read)(struct front *out, const struct node *v);
} settings[] = {
	{ STR_INIT("orientation"), read_orientation },
	{ STR_INIT("margins"), read_margins },
	{ STR_INIT("size"), read_size },
	{ STR_INIT("leading"), read_leading },
	{ STR_INIT("row-height"), read_row_height },
	{ STR_INIT("hyphenate"), read_hyphenate },
	{ STR_INIT("page-numbers"), read_numbers },
	{ STR_INIT("hash"), read_hash },
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
front_read(
    struct front *out, struct arena *a, struct span header, struct diags *d)
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
			    ARGS(arg_str(p->key), arg_str(v->text)));
	}
	if (map->kind != NODE_MAP)
		diag_add(d, &template_unknown_setting, map->at,
		    ARGS(arg_str(str_trim(span_text(map->at)))));
}
