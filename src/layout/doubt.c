/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "layout/layout_int.h"

/*
 * What layout may refuse, told from the bytes of a record before anything is
 * set, and whichever way the paper lies.
 */

/* --- tables ------------------------------------------------------------- */

/* Lists and quotes make a table narrower: each letter before it, by as much as
 * a whole one of them may. */
static int64_t
table_room(const struct sheet *sheet, size_t indent)
{
	mpt side = smaller(sheet->width, sheet->height);

	return side - sheet->left - sheet->right -
	       (int64_t)indent * 2 * sheet->indent;
}

/* Whether a line may be of a table that is too wide. */
static bool
is_wide(const struct sheet *sheet, struct str line)
{
	mpt least = column_least(table_type(sheet));
	int64_t columns = 1;
	size_t indent = 0;

	for (size_t i = 0; i < line.n; i++)
		columns += line.p[i] == '|';
	while (indent < line.n && strchr(" >-+*.)0123456789", line.p[indent]))
		indent++;
	return columns * least > table_room(sheet, indent);
}

static bool
tables_may_be_wide(const struct sheet *sheet, struct str text)
{
	const char *bar;

	while (text.n && (bar = memchr(text.p, '|', text.n))) {
		size_t at = (size_t)(bar - text.p), begin = at;

		while (begin && text.p[begin - 1] != '\n')
			begin--;
		text = str_skip(text, begin);
		if (is_wide(sheet, str_cut(text, '\n', &text)))
			return true;
	}
	return false;
}

/* --- signers ------------------------------------------------------------ */

static bool
signers_may_be_long(
    struct fonts *fonts, const struct sheet *sheet, struct str text)
{
	struct sheet turned = *sheet;

	turned.width = sheet->height;
	turned.height = sheet->width;

	size_t most = signer_room(fonts, sheet);
	size_t other = signer_room(fonts, &turned);

	most = most < other ? most : other;
	while (text.n) {
		if (str_cut(text, '\n', &text).n > most)
			return true;
	}
	return false;
}

bool
layout_doubts(struct fonts *fonts, const struct sheet *sheet, struct str text,
    size_t header)
{
	return !font_draws(fonts, text) || tables_may_be_wide(sheet, text) ||
	       signers_may_be_long(fonts, sheet, str_head(text, header));
}
