/* SPDX-License-Identifier: MIT */
#ifndef TESTS_UNIT_ROOM_H
#define TESTS_UNIT_ROOM_H

/* The fonts and an arena, opened once for all tests of a program: each gets
 * them as its state. */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "font/font.h"

struct room {
	struct fonts *fonts;
	struct arena a;
};

static int
open_room(void **state)
{
	static struct room r;

	arena_init(&r.a);
	r.fonts = font_open();
	*state = &r;
	return 0;
}

static int
close_room(void **state)
{
	struct room *r = *state;

	font_close(r->fonts);
	arena_done(&r->a);
	return 0;
}

#endif
