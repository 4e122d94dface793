/* SPDX-License-Identifier: MIT */
#include "base/date.h"

static bool
is_leap(int year)
{
	return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

static int
month_days(int year, int month)
{
	static const int days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30,
		31 };

	return month == 2 && is_leap(year) ? 29 : days[month - 1];
}

bool
date_is_set(struct date d)
{
	return d.year != 0;
}

bool
date_is_valid(struct date d)
{
	return d.year >= 1900 && d.year < 2200 && d.month >= 1 &&
	       d.month <= 12 && d.day >= 1 &&
	       d.day <= month_days(d.year, d.month);
}

int
date_cmp(struct date a, struct date b)
{
	int32_t x = a.year * 512 + a.month * 32 + a.day;
	int32_t y = b.year * 512 + b.month * 32 + b.day;

	return (x > y) - (x < y);
}

/* Whole years since 1 March of year 0: leap days come last in such a year. */
int32_t
date_days(struct date d)
{
	int32_t y = d.month > 2 ? d.year : d.year - 1;
	int32_t m = d.month > 2 ? d.month - 3 : d.month + 9;

	return 365 * y + y / 4 - y / 100 + y / 400 + (153 * m + 2) / 5 + d.day -
	       719469;
}

struct date
date_plus(struct date d, int days)
{
	struct date r = d;
	int day = d.day + days; /* of the month; outside it until it fits */

	while (day > month_days(r.year, r.month)) {
		day -= month_days(r.year, r.month);
		if (++r.month > 12) {
			r.month = 1;
			r.year++;
		}
	}
	while (day < 1) {
		if (--r.month < 1) {
			r.month = 12;
			r.year--;
		}
		day += month_days(r.year, r.month);
	}
	r.day = (int8_t)day;
	return r;
}

struct date
date_month_end(struct date d)
{
	d.day = (int8_t)month_days(d.year, d.month);
	return d;
}

int
date_weekday(struct date d)
{
	int32_t w = (date_days(d) + 3) % 7; /* 1 January 1970 was a Thursday */

	return (w < 0 ? w + 7 : w) + 1;
}
