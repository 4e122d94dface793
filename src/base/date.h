/* SPDX-License-Identifier: MIT */
#ifndef BASE_DATE_H
#define BASE_DATE_H

/* Civil dates of the Gregorian calendar: no clock, no zone.  Year 0 is none. */

#include <stdbool.h>
#include <stdint.h>

struct date {
	int16_t year;
	int8_t month, day; /* from 1 */
};

bool date_is_valid(struct date d); /* a day of years 1900 to 2199 */
bool date_is_set(struct date d);
int date_cmp(struct date a, struct date b);
int32_t date_days(struct date d); /* since 1 January 1970 */
struct date date_plus(struct date d, int days);
struct date date_month_end(struct date d); /* the last day of its month */
int date_weekday(struct date d);           /* 1 Monday to 7 Sunday */

#endif
