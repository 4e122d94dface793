/* SPDX-License-Identifier: MIT */
/* Files of others, links and what a killed run left: base/file.h, inside.h. */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/file.h"
#include "base/inside.h"
#include "base/source.h"
#include "test.h"

/* Two folders of this test's own, side by side: a school, and what is not. */
static const char *
folder(void)
{
	const char *tmp = getenv("TMPDIR");
	char *p = ARENA_ARRAY(&a, char, 4096);
	int error;

	snprintf(p, 4096, "%s/kengesh-file-XXXXXX", tmp ? tmp : "/tmp");
	assert_non_null(mkdtemp(p));
	assert_int_equal(
	    file_put(&a, p, "school/year/own.md", STR("own"), &error),
	    FILE_WRITTEN);
	assert_int_equal(
	    file_put(&a, p, "other/secret.md", STR("secret"), &error),
	    FILE_WRITTEN);
	assert_int_equal(chdir(p), 0);
	return "school";
}

static bool
holds(const char *path, const char *text)
{
	const struct source *s = source_read(&a, ".", str_from(path));

	return str_eq(s->text, str_from(text));
}

static void
make_link(const char *target, const char *path)
{
	assert_int_equal(symlink(target, path), 0);
}

/* Each path below the school, and what becomes of reading it. */
static void
links_of_records(void **state)
{
	static const struct {
		const char *path;
		enum source_state state;
	} rows[] = {
		{ "year/own.md", SOURCE_READ },
		{ "year/near.md", SOURCE_READ },
		{ "year/far.md", SOURCE_READ },
		{ "same-year/own.md", SOURCE_READ },
		{ "year/out.md", SOURCE_OUTSIDE },
		{ "year/absolute.md", SOURCE_OUTSIDE },
		{ "year/by-two.md", SOURCE_OUTSIDE },
		{ "other/secret.md", SOURCE_OUTSIDE },
		{ "year/namesake.md", SOURCE_OUTSIDE },
		{ "../other/secret.md", SOURCE_OUTSIDE },
		{ "year/../../other/secret.md", SOURCE_OUTSIDE },
		{ "year/git.md", SOURCE_OUTSIDE },
		{ "year/hidden.md", SOURCE_OUTSIDE },
		{ "year/.own.md", SOURCE_READ },
		{ "year/nowhere.md", SOURCE_SYSTEM },
		{ "year/round.md", SOURCE_SYSTEM },
		{ "year/none.md", SOURCE_ABSENT },
		{ "year/pipe.md", SOURCE_NO_FILE },
		{ "year/null.md", SOURCE_OUTSIDE },
	};
	const char *school = folder();
	char here[4096];
	int error;

	(void)state;
	assert_non_null(getcwd(here, sizeof(here)));
	make_link("own.md", "school/year/near.md");
	make_link("../year/near.md", "school/year/far.md");
	make_link("year", "school/same-year");
	make_link("../../other/secret.md", "school/year/out.md");
	make_link(str_printf(&a, "%s/other/secret.md", here).p,
	    "school/year/absolute.md");
	make_link("out.md", "school/year/by-two.md");
	make_link("../other", "school/other");
	assert_int_equal(
	    file_put(&a, ".", "school-2/a.md", STR("a"), &error), FILE_WRITTEN);
	make_link("../../school-2/a.md", "school/year/namesake.md");
	make_link("../.git/config", "school/year/git.md");
	make_link(".own.md", "school/year/hidden.md");
	make_link("gone", "school/year/nowhere.md");
	make_link("round.md", "school/year/round.md");
	make_link("/dev/null", "school/year/null.md");
	assert_int_equal(
	    file_put(&a, school, ".git/config", STR("own"), &error),
	    FILE_WRITTEN);
	assert_int_equal(
	    file_put(&a, school, "year/.own.md", STR("own"), &error),
	    FILE_WRITTEN);
	assert_int_equal(mkfifo("school/year/pipe.md", 0666), 0);
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		struct str path = str_from(rows[i].path);
		struct source *s = source_read(&a, school, path);

		if (s->state != rows[i].state)
			fail_msg("%s: %d", rows[i].path, (int)s->state);
		assert_int_equal(source_look(&a, school, path), rows[i].state);
		assert_true(str_eq(
		    s->text, s->state == SOURCE_READ ? STR("own") : STR("")));
		assert_int_equal(s->raw.n, s->text.n);
	}
}

/* The school's folder may be a link; one of its years may not lead out. */
static void
links_of_folders(void **state)
{
	const char *school = folder();
	struct names names;
	int error;

	(void)state;
	make_link("school", "link");
	make_link("../other", "school/2025-2026");
	assert_int_equal(
	    source_read(&a, "link", STR("year/own.md"))->state, SOURCE_READ);
	assert_true(file_names(&names, &a, "link", STR("year"), &error));
	assert_int_equal(names.n, 1);
	assert_false(file_names(&names, &a, school, STR("2025-2026"), &error));
	assert_int_equal(error, EXDEV);
	assert_int_equal(names.n, 0);
}

static void
links_in_the_way_of_papers(void **state)
{
	const char *school = folder();
	int error;

	(void)state;
	/* Under the paper's name: replaced. */
	make_link("../../other/secret.md", "school/year/paper.pdf");
	assert_int_equal(
	    file_put(&a, school, "year/paper.pdf", STR("paper"), &error),
	    FILE_WRITTEN);
	assert_true(holds("school/year/paper.pdf", "paper"));
	/* Even where it leads to the same bytes. */
	make_link("../../other/secret.md", "school/year/same.pdf");
	assert_int_equal(
	    file_put(&a, school, "year/same.pdf", STR("secret"), &error),
	    FILE_WRITTEN);
	/* A folder below what was named: refused; that itself: followed. */
	make_link("../other", "school/out");
	assert_int_equal(
	    file_put(&a, school, "out/secret.md", STR("paper"), &error),
	    FILE_FAILED);
	assert_int_equal(error, ELOOP);
	assert_true(holds("other/secret.md", "secret"));
	assert_int_equal(
	    file_put(&a, "school/out", "paper.pdf", STR("paper"), &error),
	    FILE_WRITTEN);
	assert_true(holds("other/paper.pdf", "paper"));
	/* A link to what is no file: not ours to replace. */
	make_link("/dev/null", "school/year/null.pdf");
	assert_int_equal(
	    file_put(&a, school, "year/null.pdf", STR("paper"), &error),
	    FILE_FAILED);
	assert_int_equal(error, EEXIST);
}

static bool
is_there(const char *path)
{
	struct stat st;

	return lstat(path, &st) == 0;
}

static void
leave(const char *path)
{
	int error;

	assert_int_equal(
	    file_put(&a, ".", path, STR("half"), &error), FILE_WRITTEN);
}

/* A process that is gone. */
static long
gone(void)
{
	pid_t pid = fork();

	if (pid == 0)
		_exit(0);
	assert_int_equal(waitpid(pid, NULL, 0), pid);
	return (long)pid;
}

#define LEFT "school/year/.kengesh-0123456789abcdef.tmp"

static void
leftovers(void **state)
{
	const char *school = folder();
	const char *old, *alive;
	int error;

	(void)state;
	leave(LEFT);
	leave("school/year/.kengesh-0123456789abcde.tmp");
	leave("school/year/x.kengesh-0123456789abcdef.tmp");
	old = str_printf(&a, "school/year/a.pdf.%ld.tmp", gone()).p;
	leave(old);
	alive = str_printf(&a, "school/year/a.pdf.%ld.tmp", (long)getpid()).p;
	leave(alive);
	leave("school/year/a.pdf.old.tmp");
	assert_int_equal(
	    file_put(&a, school, "year/a.pdf", STR("paper"), &error),
	    FILE_WRITTEN);
	assert_false(is_there(LEFT));
	assert_false(is_there(old));
	assert_true(is_there(alive));
	assert_true(is_there("school/year/.kengesh-0123456789abcde.tmp"));
	assert_true(is_there("school/year/x.kengesh-0123456789abcdef.tmp"));
	assert_true(is_there("school/year/a.pdf.old.tmp"));
	/* Also where nothing has to be written. */
	leave(LEFT);
	assert_int_equal(
	    file_put(&a, school, "year/a.pdf", STR("paper"), &error),
	    FILE_UNCHANGED);
	assert_false(is_there(LEFT));
}

/* What another run is writing is locked, and stays. */
static void
of_a_run_under_way(void **state)
{
	const char *school = folder();
	int ready[2], done[2], error;
	char c = 0;
	pid_t pid;

	(void)state;
	leave(LEFT);
	assert_int_equal(pipe(ready), 0);
	assert_int_equal(pipe(done), 0);
	pid = fork();
	if (pid == 0) {
		struct flock whole = { .l_type = F_WRLCK };
		int fd = open(LEFT, O_WRONLY);

		close(done[1]);
		if (fd < 0 || fcntl(fd, F_SETLK, &whole) < 0 ||
		    write(ready[1], &c, 1) != 1)
			_exit(1);
		(void)!read(done[0], &c, 1); /* until the test is over */
		_exit(0);
	}
	assert_int_equal(read(ready[0], &c, 1), 1);
	assert_int_equal(
	    file_put(&a, school, "year/a.pdf", STR("paper"), &error),
	    FILE_WRITTEN);
	assert_true(is_there(LEFT));
	close(done[1]);
	assert_int_equal(waitpid(pid, NULL, 0), pid);
	assert_int_equal(
	    file_put(&a, school, "year/a.pdf", STR("paper"), &error),
	    FILE_UNCHANGED);
	assert_false(is_there(LEFT));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(links_of_records),
		cmocka_unit_test(links_of_folders),
		cmocka_unit_test(links_in_the_way_of_papers),
		cmocka_unit_test(leftovers),
		cmocka_unit_test(of_a_run_under_way),
	};

	return cmocka_run_group_tests(tests, open_arena, close_arena);
}
