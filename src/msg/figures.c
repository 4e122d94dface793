/* SPDX-License-Identifier: MIT */
#include "base/arena.h"
#include "msg/grammar.h"

struct str
percent_text(struct arena *a, int tenths)
{
	int size = tenths < 0 ? -tenths : tenths;

	return str_printf(
	    a, "%s%d,%d\u00a0%%", tenths < 0 ? "-" : "", size / 10, size % 10);
}

int
percent_tenths(int64_t num, int64_t den)
{
	if (den == 0)
		return 0;
	if (den < 0) {
		num = -num;
		den = -den;
	}

	int64_t half = num < 0 ? -den : den;

	return (int)((2000 * num + half) / (2 * den));
}

struct str
year_text(struct arena *a, int first_year)
{
	return str_printf(a, "%d–%d", first_year, first_year + 1);
}
