/* SPDX-License-Identifier: MIT */
/*
 * Makes a school grow, for tests/growth:
 *
 *	grow KINDS            the names of the kinds of input, one a line
 *	grow KINDS NAME       the size n at which a kind is measured
 *	grow KINDS NAME N     lays it over the school in the working folder,
 *with n things of its kind, and prints the command to run
 *
 * tests/growth.kinds says how kinds are written.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/arena.h"
#include "base/date.h"
#include "base/source.h"
#include "base/str.h"

struct growing {
	struct arena arena;
	int n;
	FILE *file;
	struct str
	    each; /* the path of the files that are one a thing, or empty */
	struct strbuf text;  /* of such a file */
	struct strbuf group; /* lines that are repeated together */
};

static _Noreturn void
fail(const char *what, struct str line)
{
	fprintf(stderr, "grow: %s: " STR_FMT "\n", what, STR_ARG(line));
	exit(2);
}

/* --- text --------------------------------------------------------------- */

/* What a sign behind % stands for in the i-th thing. */
static void
put_sign(struct strbuf *b, char sign, int i)
{
	static const struct str letters[] = { STR_INIT("ба"), STR_INIT("ви"),
		STR_INIT("гу"), STR_INIT("до"), STR_INIT("жа"), STR_INIT("зи"),
		STR_INIT("ку"), STR_INIT("ло"), STR_INIT("ма"),
		STR_INIT("ни") };
	struct date d = date_plus((struct date){ 2025, 9, 1 }, i);

	switch (sign) {
	case 'd':
		buf_printf(b, "%d", i);
		break;
	case 's':
		buf_printf(b, "%02d", i);
		break;
	case 'y':
		buf_printf(b, "%d-%d", 1940 + i, 1941 + i);
		break;
	case 't':
		buf_printf(b, "%02d", 10 + i);
		break;
	case 'n': /* a surname for each number */
		buf_add(b, STR("Ас"));
		for (; i; i /= 10)
			buf_add(b, letters[i % 10]);
		buf_add(b, STR("аев"));
		break;
	case 'D':
		buf_printf(b, "%04d-%02d-%02d", d.year, d.month, d.day);
		break;
	default:
		buf_byte(b, '%');
		buf_byte(b, sign);
	}
}

/* A text as the i-th thing has it; what stands in {* *} comes n times. */
static void
put(struct strbuf *b, struct str s, int i, int n)
{
	while (s.n) {
		size_t end;

		if (str_starts(s, STR("{*")) &&
		    (end = str_find(s, STR("*}"))) != SIZE_MAX) {
			struct str inner = str_skip(str_head(s, end), 2);

			for (int k = 1; k <= n; k++)
				put(b, inner, k, n);
			s = str_skip(s, end + 2);
		} else if (s.p[0] == '%' && s.n > 1) {
			put_sign(b, s.p[1], i);
			s = str_skip(s, 2);
		} else {
			buf_byte(b, s.p[0]);
			s = str_skip(s, 1);
		}
	}
}

static const char *
made(struct growing *g, struct str s, int i)
{
	struct strbuf b;

	buf_init(&b, &g->arena);
	put(&b, s, i, g->n);
	buf_byte(&b, '\0');
	return b.p;
}

/* --- files -------------------------------------------------------------- */

static FILE *
file_open(const char *path, const char *mode)
{
	char *folder = strdup(path);
	FILE *f;

	for (char *slash = folder; (slash = strchr(slash + 1, '/'));) {
		*slash = '\0';
		mkdir(folder, 0777);
		*slash = '/';
	}
	free(folder);
	f = fopen(path, mode);
	if (!f)
		fail("cannot write", str_from(path));
	return f;
}

static void
end_group(struct growing *g)
{
	for (int i = 1; g->group.n && i <= g->n; i++)
		fputs(made(g, buf_str(&g->group), i), g->file);
	g->group.n = 0;
}

static void
end_file(struct growing *g)
{
	if (g->file) {
		end_group(g);
		fclose(g->file);
		g->file = NULL;
	}
	for (int i = 1; g->each.n && i <= g->n; i++) {
		FILE *f = file_open(made(g, g->each, i), "wb");

		fputs(made(g, buf_str(&g->text), i), f);
		fclose(f);
	}
	g->each.n = 0;
	g->text.n = 0;
}

/* --- a kind ------------------------------------------------------------- */

static void
take_text(struct growing *g, struct str line)
{
	struct str rest = str_skip(line, 1);

	if (line.p[0] == '*') {
		buf_add(&g->group, rest);
		buf_byte(&g->group, '\n');
	} else if (g->each.n) {
		buf_add(&g->text, rest);
		buf_byte(&g->text, '\n');
	} else if (g->file) {
		end_group(g);
		fprintf(g->file, "%s\n", made(g, rest, 0));
	} else {
		fail("no file is open", line);
	}
}

/* The program itself, for what it makes: its papers. */
static void
run(struct growing *g, struct str arguments)
{
	const char *command = cstr_printf(&g->arena,
	    "\"$PROGRAM\" " STR_FMT " > /dev/null 2>&1", STR_ARG(arguments));

	if (system(command) == -1)
		fail("cannot run", arguments);
}

static void
take_line(struct growing *g, struct str line)
{
	if (!line.n || line.p[0] == '#')
		return;
	if (line.p[0] == '|' || line.p[0] == '*') {
		take_text(g, line);
		return;
	}
	end_file(g);
	if (str_starts(line, STR("each ")))
		g->each = str_skip(line, 5);
	else if (str_starts(line, STR("add ")))
		g->file = file_open(made(g, str_skip(line, 4), 0), "ab");
	else if (str_starts(line, STR("new ")))
		g->file = file_open(made(g, str_skip(line, 4), 0), "wb");
	else if (str_starts(line, STR("run ")))
		run(g, str_skip(line, 4));
	else
		fail("no such line", line);
}

/* "== NAME N: COMMAND" */
static bool
is_kind(struct str line, struct str *name, int *n, struct str *command)
{
	if (!str_starts(line, STR("== ")))
		return false;

	struct str head = str_cut(str_skip(line, 3), ':', command);
	struct str number;

	*name = str_cut(head, ' ', &number);
	*command = str_trim(*command);
	if (!str_number(number, n))
		fail("no size", line);
	return true;
}

int
main(int argc, char **argv)
{
	struct growing g = { .n = argc > 3 ? atoi(argv[3]) : 0 };
	struct str rest, name, command;
	bool mine = false, found = false;
	int n;

	arena_init(&g.arena);
	buf_init(&g.text, &g.arena);
	buf_init(&g.group, &g.arena);
	if (argc < 2)
		fail("usage", STR("grow KINDS [NAME [N]]"));
	/* The folder is the school's, where a path leads out of it. */
	rest = source_read(&g.arena, "/", str_from(argv[1]))->text;
	while (rest.n) {
		struct str line = str_cut(rest, '\n', &rest);

		if (!is_kind(line, &name, &n, &command)) {
			if (mine && argc > 3)
				take_line(&g, line);
			continue;
		}
		mine = argc > 2 && str_eq(name, str_from(argv[2]));
		found |= mine;
		if (argc == 2)
			printf(STR_FMT "\n", STR_ARG(name));
		else if (mine && argc == 3)
			printf("%d\n", n);
		else if (mine)
			printf("%s\n", made(&g, command, 0));
	}
	end_file(&g);
	arena_done(&g.arena);
	return argc == 2 || found ? 0 : 2;
}
