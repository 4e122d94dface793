/* SPDX-License-Identifier: MIT */
#include "base/sha256.h"

#include <string.h>

#define BLOCK 64 /* bytes */

/* The first 32 bits of the fractions of the cube roots of the first primes. */
static const uint32_t k[64] = { 0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5,
	0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5, 0xd807aa98, 0x12835b01,
	0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
	0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa,
	0x5cb0a9dc, 0x76f988da, 0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7,
	0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967, 0x27b70a85, 0x2e1b2138,
	0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
	0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624,
	0xf40e3585, 0x106aa070, 0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5,
	0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3, 0x748f82ee, 0x78a5636f,
	0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7,
	0xc67178f2 };

static uint32_t
turned(uint32_t x, int n)
{
	return x >> n | x << (32 - n);
}

static void
spread(uint32_t w[64], const uint8_t *block)
{
	for (int i = 0; i < 16; i++)
		w[i] = (uint32_t)block[4 * i] << 24 |
		       (uint32_t)block[4 * i + 1] << 16 |
		       (uint32_t)block[4 * i + 2] << 8 | block[4 * i + 3];
	for (int i = 16; i < 64; i++) {
		uint32_t a = w[i - 15], b = w[i - 2];

		w[i] = w[i - 16] + (turned(a, 7) ^ turned(a, 18) ^ a >> 3) +
		       w[i - 7] + (turned(b, 17) ^ turned(b, 19) ^ b >> 10);
	}
}

static void
block_add(uint32_t state[8], const uint8_t *block)
{
	uint32_t w[64];
	uint32_t a = state[0], b = state[1], c = state[2], d = state[3];
	uint32_t e = state[4], f = state[5], g = state[6], h = state[7];

	spread(w, block);
	for (int i = 0; i < 64; i++) {
		uint32_t big1 = turned(e, 6) ^ turned(e, 11) ^ turned(e, 25);
		uint32_t choice = (e & f) ^ (~e & g);
		uint32_t t1 = h + big1 + choice + k[i] + w[i];
		uint32_t big0 = turned(a, 2) ^ turned(a, 13) ^ turned(a, 22);
		uint32_t majority = (a & b) ^ (a & c) ^ (b & c);

		h = g, g = f, f = e, e = d + t1;
		d = c, c = b, b = a, a = t1 + big0 + majority;
	}
	state[0] += a, state[1] += b, state[2] += c, state[3] += d;
	state[4] += e, state[5] += f, state[6] += g, state[7] += h;
}

void
sha256(uint8_t out[SHA256_BYTES], struct str s)
{
	uint32_t state[8] = { 0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a,
		0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19 };
	uint8_t last[2 * BLOCK] = { 0 };
	uint64_t bits = (uint64_t)s.n * 8;
	size_t rest = s.n % BLOCK, end = rest < BLOCK - 8 ? BLOCK : 2 * BLOCK;

	for (size_t i = 0; i + BLOCK <= s.n; i += BLOCK)
		block_add(state, (const uint8_t *)s.p + i);
	/* The rest, a bit, and at the end of the block the length in bits. */
	if (rest)
		memcpy(last, s.p + s.n - rest, rest);
	last[rest] = 0x80;
	for (size_t i = 0; i < 8; i++)
		last[end - 1 - i] = (uint8_t)(bits >> 8 * i);
	for (size_t i = 0; i < end; i += BLOCK)
		block_add(state, last + i);
	for (size_t i = 0; i < SHA256_BYTES; i++)
		out[i] = (uint8_t)(state[i / 4] >> (24 - 8 * (i % 4)));
}
