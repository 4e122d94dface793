/* SPDX-License-Identifier: MIT */
/*
 * All that the commands print on standard output, in columns of a screen of 80:
 * beside the sentences of output.c nothing in cli prints (tests/layers), for
 * here it is made harmless.
 */
#include "base/harmless.h"
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
print_raw(struct str s)
{
	fwrite(s.p, 1, s.n, stdout);
}

void
print_spaces(size_t n)
{
	while (n--)
		putchar(' ');
}

void
print_end(void)
{
	putchar('\n');
}

void
print_text(struct str s)
{
	struct arena a;

	arena_init(&a);
	print_raw(harmless_line(&a, s));
	arena_done(&a);
}

void
print_line(struct str s)
{
	print_text(s);
	print_end();
}

void
print_padded(struct str s, size_t width)
{
	struct arena a;
	size_t n;

	arena_init(&a);
	s = harmless_line(&a, s);
	n = columns_of(s);
	print_raw(s);
	print_spaces(n < width ? width - n : 0);
	arena_done(&a);
}

void
print_wrapped(struct str s, size_t indent)
{
	size_t at = indent;
	struct arena a;
	struct str rest;

	arena_init(&a);
	rest = harmless_line(&a, s);
	while (rest.n) {
		struct str word = str_cut(rest, ' ', &rest);
		size_t n = columns_of(word);

		if (at > indent && at + 1 + n > SCREEN) {
			print_end();
			print_spaces(indent);
			at = indent;
		} else if (at > indent) {
			print_spaces(1);
			at++;
		}
		print_raw(word);
		at += n;
	}
	print_end();
	arena_done(&a);
}

struct str
clipped(struct arena *a, struct str s, size_t width)
{
	size_t n = 0, i = 0;

	s = harmless_line(a, s);
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
