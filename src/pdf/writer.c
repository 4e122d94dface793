/* SPDX-License-Identifier: MIT */
#include <libdeflate.h>

#include "pdf/pdf_int.h"
#include "pdf/reading.h"

/* Level 1 of 12: level 6 gains six bytes in a hundred of a paper, and makes the
 * whole of it, from text to file, take a third longer. */
#define DEFLATE_LEVEL 1

struct pdf_writer *
pdf_open(struct fonts *fonts)
{
	struct arena own;

	arena_init(&own);

	struct pdf_writer *w = ARENA_NEW(&own, struct pdf_writer);

	w->fonts = fonts;
	w->deflate = libdeflate_alloc_compressor(DEFLATE_LEVEL);
	if (!w->deflate)
		arena_exhausted();
	w->own = own;
	return w;
}

void
pdf_close(struct pdf_writer *w)
{
	struct arena own = w->own;

	libdeflate_free_compressor(w->deflate);
	arena_done(&own);
}

struct str
deflated(struct pdf_writer *w, struct arena *a, struct str bytes)
{
	size_t room = libdeflate_zlib_compress_bound(w->deflate, bytes.n);
	char *out = ARENA_ARRAY(a, char, room);

	return (struct str){ out, libdeflate_zlib_compress(w->deflate, bytes.p,
				      bytes.n, out, room) };
}

bool
inflated(struct str *out, struct arena *a, struct str bytes, size_t most)
{
	struct libdeflate_decompressor *d = libdeflate_alloc_decompressor();
	enum libdeflate_result result = LIBDEFLATE_INSUFFICIENT_SPACE;

	if (!d)
		arena_exhausted();
	for (size_t room = 4 * bytes.n + 1024;
	     result == LIBDEFLATE_INSUFFICIENT_SPACE && room / 2 < most;
	     room *= 2) {
		char *to = ARENA_ARRAY(a, char, room);
		size_t n = 0;

		result = libdeflate_zlib_decompress(
		    d, bytes.p, bytes.n, to, room, &n);
		*out = (struct str){ to, n };
	}
	libdeflate_free_decompressor(d);
	return result == LIBDEFLATE_SUCCESS;
}
