/* SPDX-License-Identifier: MIT */
#ifndef BASE_SHA256_H
#define BASE_SHA256_H

/* SHA-256 (FIPS 180-4): nobody can write another text of the same hash. */

#include <stdint.h>

#include "base/str.h"

#define SHA256_BYTES 32

void sha256(uint8_t out[SHA256_BYTES], struct str s);

#endif
