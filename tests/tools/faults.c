/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
/*
 * Runs kengesh again and again, each time with one fault more to the end:
 *	faults FAULT[=N] STEP COMMAND...
 * in a school, for each STEP-th call that can have the fault (tools/faulty.h),
 * or for the N-th alone.  The papers of out/ are there from an earlier run:
 *old. A run without a fault says what is right.  With one, kengesh says and
 *writes the same; or it ends with status 3 and a sentence, and each paper is
 *whole: the old one or the right one.
 */
#include <ftw.h>
#include <sys/mman.h>
#include <sys/wait.h>

#include "base/arena.h"
#include "base/list.h"
#include "base/str.h"
#include "faulty.h"

/* The program itself. */
int kengesh_main(int argc, char **argv);
#define main kengesh_main
#include "../../src/cli/main.c"
#undef main

enum { SECONDS = 60 }; /* no run takes so long */

/* The sanitizers look at what is done, not at what is left at the end. */
const char *__asan_default_options(void);
const char *
__asan_default_options(void)
{
	return "detect_leaks=0";
}

/* --- files -------------------------------------------------------------- */

struct kept_file {
	struct str path, bytes;
};
struct kept {
	LIST_OF(struct kept_file);
};

static struct str
bytes_of(struct arena *a, int fd)
{
	struct stat st;
	char *p;

	if (fstat(fd, &st) < 0)
		abort();
	p = ARENA_ARRAY(a, char, (size_t)st.st_size + 1);
	if (pread(fd, p, (size_t)st.st_size, 0) != st.st_size)
		abort();
	return (struct str){ p, (size_t)st.st_size };
}

/* nftw() has no argument for these. */
static struct arena *kept_arena;
static struct kept *kept_now;

static int
kept_add(const char *path, const struct stat *st, int type, struct FTW *at)
{
	int fd;

	(void)st, (void)at;
	if (type != FTW_F)
		return 0;
	fd = open(path, O_RDONLY);
	*LIST_ADD(kept_arena, kept_now) = (struct kept_file){
		str_copy(kept_arena, str_from(path)),
		bytes_of(kept_arena, fd),
	};
	close(fd);
	return 0;
}

/* All files below out/. */
static struct kept
kept_read(struct arena *a)
{
	struct kept s = { 0 };

	kept_arena = a;
	kept_now = &s;
	nftw("out", kept_add, 8, FTW_PHYS);
	return s;
}

static const struct kept_file *
kept_find(const struct kept *s, struct str path)
{
	for (size_t i = 0; i < s->n; i++) {
		if (str_eq(s->at[i].path, path))
			return &s->at[i];
	}
	return NULL;
}

static bool
kept_has(const struct kept *s, const struct kept_file *f)
{
	const struct kept_file *g = kept_find(s, f->path);

	return g && str_eq(g->bytes, f->bytes);
}

static bool
kept_equal(const struct kept *a, const struct kept *b)
{
	for (size_t i = 0; i < a->n; i++) {
		if (!kept_has(b, &a->at[i]))
			return false;
	}
	return a->n == b->n;
}

static int
kept_remove(const char *path, const struct stat *st, int type, struct FTW *at)
{
	(void)st, (void)type, (void)at;
	return remove(path);
}

/* Makes out/ what it was. */
static void
kept_restore(const struct kept *s)
{
	nftw("out", kept_remove, 8, FTW_PHYS | FTW_DEPTH);
	for (size_t i = 0; i < s->n; i++) {
		const struct kept_file *f = &s->at[i];
		char path[PATH_MAX];

		snprintf(path, sizeof(path), STR_FMT, STR_ARG(f->path));
		for (char *p = path; (p = strchr(p, '/')); *p++ = '/') {
			*p = '\0';
			mkdir(path, 0777);
		}

		FILE *out = fopen(path, "w");

		if (!out ||
		    fwrite(f->bytes.p, 1, f->bytes.n, out) != f->bytes.n)
			abort();
		fclose(out);
	}
}

/* --- one run ------------------------------------------------------------ */

struct attempt {
	int status; /* as waitpid() says it */
	struct str out, err;
	struct kept papers;
};

struct sweep {
	struct arena arena, scratch;
	char **command;
	int ncommand;
	int out, err; /* files that take what is printed */
	struct kept old;
	struct attempt right;
	long failed, runs;
};

static _Noreturn void
run_program(const struct sweep *w)
{
	alarm(SECONDS);
	if (dup2(w->out, STDOUT_FILENO) < 0 || dup2(w->err, STDERR_FILENO) < 0)
		abort();
	stdout = faulty_stdout();
	faulty.armed = faulty.at >= 0;
	exit(kengesh_main(w->ncommand, w->command));
}

/* Runs the program; the fault is in its at-th call, nowhere where that is 0. */
static struct attempt
attempt(struct sweep *w, struct arena *a, long at)
{
	struct attempt r;
	pid_t child;

	if (ftruncate(w->out, 0) < 0 || ftruncate(w->err, 0) < 0 ||
	    lseek(w->out, 0, SEEK_SET) < 0 || lseek(w->err, 0, SEEK_SET) < 0)
		abort();
	*faulty.seen = (struct fault_seen){ 0 };
	faulty.at = at;
	child = fork();
	if (child == 0)
		run_program(w);
	if (child < 0 || waitpid(child, &r.status, 0) != child)
		abort();
	r.out = bytes_of(a, w->out);
	r.err = bytes_of(a, w->err);
	r.papers = kept_read(a);
	return r;
}

static bool
ended_with(const struct attempt *r, int status)
{
	return WIFEXITED(r->status) && WEXITSTATUS(r->status) == status;
}

static bool
is_right(const struct sweep *w, const struct attempt *r)
{
	return r->status == w->right.status && str_eq(r->out, w->right.out) &&
	       str_eq(r->err, w->right.err) &&
	       kept_equal(&r->papers, &w->right.papers);
}

/* --- the verdict -------------------------------------------------------- */

/* Whether each paper is whole and none is gone; NULL, or what is wrong. */
static const char *
papers_fault(const struct sweep *w, const struct attempt *r, bool killed)
{
	for (size_t i = 0; i < r->papers.n; i++) {
		const struct kept_file *f = &r->papers.at[i];

		if (str_find(f->path, STR("/.kengesh-")) != SIZE_MAX) {
			if (!killed)
				return "a file on the way was left";
		} else if (!kept_has(&w->old, f) &&
			   !kept_has(&w->right.papers, f)) {
			return "a paper is neither the old nor the right one";
		}
	}
	for (size_t i = 0; i < w->old.n; i++) {
		if (!kept_find(&r->papers, w->old.at[i].path))
			return "a paper is gone";
	}
	return NULL;
}

/* The last part of the path of what was refused. */
static struct str
refused_name(void)
{
	const char *slash = strrchr(faulty.seen->path, '/');

	return str_from(slash ? slash + 1 : faulty.seen->path);
}

/* What is said where the system refused names the file; folders on the way and
 * files that have no name of their own stand for what lies in them. */
static bool
is_named(const struct attempt *r)
{
	struct str name = refused_name();

	if (str_find(r->out, name) != SIZE_MAX ||
	    str_find(r->err, name) != SIZE_MAX)
		return true;
	return !str_ends(name, STR(".md")) && !str_ends(name, STR(".yaml")) &&
	       !str_ends(name, STR(".pdf")) && r->out.n + r->err.n;
}

/* Memory: nothing more is said than one sentence. */
static bool
is_one_sentence(const struct sweep *w, const struct attempt *r)
{
	struct str rest = str_skip(
	    r->err, str_starts(r->err, w->right.err) ? w->right.err.n : 0);

	return str_starts(rest, STR("kengesh: ")) &&
	       str_find(rest, STR("\n")) == rest.n - 1 &&
	       str_starts(w->right.out, r->out);
}

static const char *
refusal_fault(const struct sweep *w, const struct attempt *r)
{
	if (!WIFEXITED(r->status))
		return "it crashed";
	if (!ended_with(r, 3))
		return ended_with(r, WEXITSTATUS(w->right.status))
			   ? "something else was said or written"
			   : "the status is neither the right one nor 3";
	if (fault_rows[faulty.row].bit == MEMORY && !is_one_sentence(w, r))
		return "it is not one sentence";
	if (fault_rows[faulty.row].bit != MEMORY && !is_named(r))
		return "the file is not named";
	return papers_fault(w, r, false);
}

/* A run that was killed, and the next one. */
static const char *
kill_fault(struct sweep *w, const struct attempt *r)
{
	const char *fault = papers_fault(w, r, true);
	struct attempt next;

	if (fault)
		return fault;
	next = attempt(w, &w->scratch, -1);
	return is_right(w, &next) ? NULL : "the next run does not mend it";
}

static const char *
fault_of(struct sweep *w, const struct attempt *r)
{
	enum fault bit = fault_rows[faulty.row].bit;

	if (bit == KILLED && WIFSIGNALED(r->status) &&
	    WTERMSIG(r->status) == SIGKILL)
		return kill_fault(w, r);
	if (is_right(w, r))
		return NULL;
	if (bit == INTERRUPTED || bit == SHORT)
		return "it is not gone on with";
	return refusal_fault(w, r);
}

/* --- what is said of it ------------------------------------------------- */

/* The objects and functions that had called, from the inmost. */
static void
print_stack(void)
{
	const struct fault_seen *s = faulty.seen;

	for (int i = 0; i < s->depth; i++) {
		Dl_info in;

		if (dladdr(s->stack[i], &in) && in.dli_fname)
			printf("    %s %s +0x%lx\n", in.dli_fname,
			    in.dli_sname ? in.dli_sname : "",
			    (unsigned long)((char *)s->stack[i] -
					    (char *)in.dli_fbase));
	}
}

static void
print_fault(const struct attempt *r, const char *what, long at, long calls)
{
	const struct fault_seen *s = faulty.seen;

	printf("FAILED %s %ld of %ld: %s %s: %s (status %d, signal %d)\n",
	    fault_rows[faulty.row].name, at, calls, s->call ? s->call : "",
	    s->path, what, WIFEXITED(r->status) ? WEXITSTATUS(r->status) : -1,
	    WIFSIGNALED(r->status) ? WTERMSIG(r->status) : 0);
	if (r->err.n)
		printf("    " STR_FMT, STR_ARG(r->err));
	if (getenv("FAULTS_STACK"))
		print_stack();
}

static void
try_call(struct sweep *w, long at, long calls)
{
	struct attempt r = attempt(w, &w->scratch, at);
	struct fault_seen seen = *faulty.seen;
	const char *what = fault_of(w, &r);

	w->runs++;
	if (what) {
		*faulty.seen = seen;
		print_fault(&r, what, at, calls);
		w->failed++;
	}
	if (!kept_equal(&w->old, &r.papers) || what)
		kept_restore(&w->old);
	arena_reset(&w->scratch);
}

/* --- the command line --------------------------------------------------- */

/* FAULT or FAULT=N. */
static bool
fault_read(const char *word, long *only)
{
	size_t n = strcspn(word, "=");

	*only = word[n] ? atol(word + n + 1) : 0;
	for (size_t i = 0; i < FAULTS; i++) {
		faulty.row = i;
		if (strlen(fault_rows[i].name) == n &&
		    strncmp(fault_rows[i].name, word, n) == 0)
			return true;
	}
	return false;
}

static void
sweep_open(struct sweep *w, int argc, char **argv)
{
	arena_init(&w->arena);
	arena_init(&w->scratch);
	w->command = argv;
	w->ncommand = argc;
	w->out = memfd_create("out", 0);
	w->err = memfd_create("err", 0);
	faulty.seen = mmap(NULL, sizeof(*faulty.seen), PROT_READ | PROT_WRITE,
	    MAP_SHARED | MAP_ANONYMOUS, -1, 0);
	if (w->out < 0 || w->err < 0 || faulty.seen == MAP_FAILED)
		abort();
	/* Its first call takes memory. */
	backtrace(faulty.seen->stack, 1);
	w->old = kept_read(&w->arena);
	w->right = attempt(w, &w->arena, 0);
	kept_restore(&w->old);
}

int
main(int argc, char **argv)
{
	struct sweep w = { 0 };
	long only, step, calls;

	if (argc < 4 || !fault_read(argv[1], &only) ||
	    (step = atol(argv[2])) < 1) {
		fputs("usage: faults FAULT[=N] STEP COMMAND...\n", stderr);
		return 2;
	}
#ifdef __SANITIZE_ADDRESS__
	if (fault_rows[faulty.row].bit == MEMORY) {
		puts("memory: the sanitizers have an allocator of their own");
		return 0;
	}
#endif
	setvbuf(stdout, NULL, _IOLBF, 0);
	sweep_open(&w, argc - 3, argv + 3);
	calls = faulty.seen->calls;
	for (long at = only ? only : 1; at <= (only ? only : calls); at += step)
		try_call(&w, at, calls);
	printf("%s: %ld calls, %ld runs, %ld failed\n",
	    fault_rows[faulty.row].name, calls, w.runs, w.failed);
	return w.failed || !w.runs;
}
