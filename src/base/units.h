/* SPDX-License-Identifier: MIT */
#ifndef BASE_UNITS_H
#define BASE_UNITS_H

/*
 * Lengths are whole thousandths of a point: the same on every machine.  PT and
 * MM are for constants, where the compiler does the fractions.
 */

#include <stdint.h>

typedef int32_t mpt; /* A4 is 595275 by 841889 */

#define PT(n) ((mpt)((n)*1000))
#define MM(n) ((mpt)((n)*72000.0 / 25.4))

static inline mpt
larger(mpt one, mpt two)
{
	return one > two ? one : two;
}

static inline mpt
smaller(mpt one, mpt two)
{
	return one < two ? one : two;
}

#endif
