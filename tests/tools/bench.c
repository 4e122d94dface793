/* SPDX-License-Identifier: MIT */
/*
 * Times what the program does, for tests/bench/run:
 *
 *	bench set FILE.md COUNT     one document set COUNT times in this process
 *	bench run COUNT COMMAND...  a command run COUNT times as a process
 *
 * Medians, in milliseconds; the stages of `set` are those of the pipeline.
 */
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "base/arena.h"
#include "doc/doc.h"
#include "layout/layout.h"
#include "markup/markup.h"
#include "pdf/pdf.h"

enum stage { READ, LAYOUT, PDF, TOTAL, STAGES };
static const char *const stage_names[STAGES] = { "markdown", "layout", "pdf",
	"total" };

static double
now(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

static int
by_size(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;

	return (x > y) - (x < y);
}

static double
median(double *at, size_t n)
{
	qsort(at, n, sizeof(*at), by_size);
	return at[n / 2];
}

static long
peak_kib(int who)
{
	struct rusage use;

	getrusage(who, &use);
	return use.ru_maxrss;
}

/* One document from text to bytes; the times of its stages. */
static bool
set_once(double *ms, size_t *pages, size_t *bytes, const struct source *s,
    struct fonts *fonts, struct pdf_writer *writer, struct arena *page)
{
	struct diags d;
	struct pages out;
	struct str pdf;
	struct pdf_options how = { -1 };
	struct document doc = { .title = STR("ПРОТОКОЛ № 2"),
		.organisation = STR("bench"),
		.lang = LANG_KY,
		.date = { 2025, 12, 24 },
		.sheet = sheet_default() };
	double t[STAGES];

	diags_init(&d, page);
	t[0] = now();
	doc.blocks = markup_markdown(page, source_span(s, 0, s->text.n), NULL);
	t[1] = now();
	if (!layout_document(&out, page, &doc, fonts, NULL, &d))
		return false;
	t[2] = now();
	if (!pdf_bytes(&pdf, page, writer, &out, &doc, &how))
		return false;
	t[3] = now();
	for (int i = 0; i < TOTAL; i++)
		ms[i] = t[i + 1] - t[i];
	ms[TOTAL] = t[3] - t[0];
	*pages = out.list.n;
	*bytes = pdf.n;
	arena_reset(page);
	return true;
}

static int
bench_set(const char *path, size_t count)
{
	struct arena a, page;
	double *ms[STAGES], one[STAGES], first = 0;
	size_t pages = 0, bytes = 0;

	arena_init(&a);
	arena_init(&page);

	struct source *s = source_read(&a, ".", str_from(path));
	struct fonts *fonts = font_open();
	struct pdf_writer *writer = pdf_open(fonts);

	for (int i = 0; i < STAGES; i++)
		ms[i] = ARENA_ARRAY(&a, double, count);
	for (size_t n = 0; n < count; n++) {
		if (!set_once(one, &pages, &bytes, s, fonts, writer, &page)) {
			fputs("bench: the document was not set\n", stderr);
			return 1;
		}
		if (n == 0)
			first = one[TOTAL];
		for (int i = 0; i < STAGES; i++)
			ms[i][n] = one[i];
	}
	printf("%zu pages, %zu bytes, %zu bytes a page, first %.2f ms;", pages,
	    bytes, bytes / (pages ? pages : 1), first);
	for (int i = 0; i < STAGES; i++)
		printf(" %s %.2f", stage_names[i], median(ms[i], count));
	printf(" ms; peak %ld KiB\n", peak_kib(RUSAGE_SELF));
	pdf_close(writer);
	font_close(fonts);
	arena_done(&page);
	arena_done(&a);
	return 0;
}

/* Runs a command with its output thrown away; its exit status. */
static int
run_once(char **command)
{
	int status;
	pid_t pid = fork();

	if (pid == 0) {
		int null = open("/dev/null", O_WRONLY);

		dup2(null, STDOUT_FILENO);
		dup2(null, STDERR_FILENO);
		execvp(command[0], command);
		_exit(127);
	}
	waitpid(pid, &status, 0);
	return WIFEXITED(status) ? WEXITSTATUS(status) : 128;
}

static int
bench_run(size_t count, char **command)
{
	double *ms = calloc(count, sizeof(*ms));
	int status = 0;

	for (size_t i = 0; ms && i < count; i++) {
		double t = now();

		status = run_once(command);
		ms[i] = now() - t;
	}
	if (!ms || status > 1)
		return 1;
	printf("%.1f ms; peak %ld KiB\n", median(ms, count),
	    peak_kib(RUSAGE_CHILDREN));
	free(ms);
	return 0;
}

int
main(int argc, char **argv)
{
	if (argc == 4 && strcmp(argv[1], "set") == 0)
		return bench_set(argv[2], (size_t)atoi(argv[3]));
	if (argc > 3 && strcmp(argv[1], "run") == 0)
		return bench_run((size_t)atoi(argv[2]), argv + 3);
	fputs(
	    "usage: bench set FILE.md COUNT | run COUNT COMMAND...\n", stderr);
	return 2;
}
