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
decimal_text(struct arena *a, int64_t thousandths, int decimals)
{
	static const int parts[] = { 1000, 100, 10, 1 };
	int part = parts[decimals], one = 1000 / part;
	int64_t v = (thousandths + part / 2) / part;

	if (!decimals)
		return str_printf(a, "%lld", (long long)v);
	return str_printf(a, "%lld,%0*lld", (long long)(v / one), decimals,
	    (long long)(v % one));
}

struct str
year_text(struct arena *a, int first_year)
{
	return str_printf(a, "%d–%d", first_year, first_year + 1);
}
