/* SPDX-License-Identifier: MIT */
/* Text in columns of a screen of 80. */
#include "base/utf8.h"
#include "cli/cli.h"

enum { SCREEN = 80 };

size_t
columns_of(struct str s)
{
	size_t n = 0;

	for (size_t i = 0; i < s.n;)
		n += (size_t)utf8_columns(utf8_next(s, &i));
	return n;
}

void
print_padded(struct str s, size_t width)
{
	printf(STR_FMT, STR_ARG(s));
	for (size_t n = columns_of(s); n < width; n++)
		putchar(' ');
}

void
print_wrapped(struct str s, size_t indent)
{
	struct str rest = s;
	size_t at = indent;

	while (rest.n) {
		struct str word = str_cut(rest, ' ', &rest);
		size_t n = columns_of(word);

		if (at > indent && at + 1 + n > SCREEN) {
			printf("\n%*s", (int)indent, "");
			at = indent;
		} else if (at > indent) {
			putchar(' ');
			at++;
		}
		printf(STR_FMT, STR_ARG(word));
		at += n;
	}
	putchar('\n');
}

struct str
clipped(struct arena *a, struct str s, size_t width)
{
	size_t n = 0, i = 0;

	if (columns_of(s) <= width)
		return s;
	while (i < s.n) {
		size_t next = i;

		n += (size_t)utf8_columns(utf8_next(s, &next));
		if (n >= width)
			break;
		i = next;
	}
	return str_printf(a, STR_FMT "…", STR_ARG(str_trim(str_head(s, i))));
}
