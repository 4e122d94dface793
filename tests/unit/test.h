/* SPDX-License-Identifier: MIT */
#ifndef TESTS_UNIT_TEST_H
#define TESTS_UNIT_TEST_H

/*
 * What most test programs begin with: cmocka and the headers that it wants
 * before it, and an arena that is opened and closed around all tests of a
 * program, or with TEST() around each.
 */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/arena.h"

static struct arena a;

static int
open_arena(void **state)
{
	(void)state;
	arena_init(&a);
	return 0;
}

static int
close_arena(void **state)
{
	(void)state;
	arena_done(&a);
	return 0;
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, open_arena, close_arena)

#endif
