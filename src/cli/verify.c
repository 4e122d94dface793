/* SPDX-License-Identifier: MIT */
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "cli/cli.h"
#include "reader/reader.h"
#include "seal/seal.h"

/* Do the records still say what a paper says that was printed from them? */

#define FILE_MAX ((off_t)64 * 1024 * 1024) /* bytes; ours have thousands */

static const struct words no_operand =
    TEXT("verify what? kengesh verify FILE.pdf, or the hash at the foot of a "
	 "page");
static const struct words bad_operand =
    TEXT("%1: neither a file nor a hash such as 1-abcd-efgh-jkmn");
static const struct words not_read = TEXT("cannot read %1: %2");
static const struct words verified =
    TEXT("%1: the records say what was printed: %2 (%3)");
static const struct words changed =
    TEXT("%1: the records no longer say what was printed: %2 (%3, now %4)");
static const struct words of_item = TEXT("item %1: %2");
static const struct words of_paper = TEXT("%2");
static const struct words whole_item = TEXT("something in it");
static const struct words not_told =
    TEXT("the language, or something that the file does not tell apart");
static const struct words gone =
    TEXT("%1: the records no longer give this paper (%2)");
static const struct words foreign =
    TEXT("%1: not a paper of kengesh, or one without a hash");
static const struct words unknown =
    TEXT("%1: no paper of these records has this hash: it is mistyped, or they "
	 "have changed");
static const struct words faulty =
    TEXT("%1: there are errors in the records; `kengesh check` lists them");

/* One school whose papers may be meant. */
struct shelf {
	const struct target *target;
	const struct school *school;
	bool faulty; /* not all of its records could be read */
};

struct verifying {
	const struct options *o;
	enum lang lang;
	LIST(struct shelf) shelves;
	struct arena scratch; /* one operand: reset after each */
	enum outcome worst;
};

/* A paper that may be the one, and what its records say now. */
struct match {
	const struct shelf *shelf;
	struct paper paper;
	const struct value *values;
	struct str hash;
};

static void
print(const struct verifying *v, const struct words *w, const struct arg *args,
    size_t nargs)
{
	struct str text = msg_text(v->o->run, w, v->lang, args, nargs);

	print_line(text);
}

static void
note(struct verifying *v, enum outcome outcome)
{
	if (outcome > v->worst)
		v->worst = outcome;
}

/* --- which paper -------------------------------------------------------- */

/* How much of what a file says of itself this paper has: 0, it is another. */
static int
likeness(const struct paper *p, const struct imprint *m)
{
	struct str year = p->year ? p->year->folder : STR("-");
	int number = p->session ? session_number(p->session) : 0;

	if (p->kind != m->kind || !str_eq(year, m->year))
		return 0;
	if (!p->session)
		return 1;
	return (number == m->number) + (date_cmp(p->date, m->date) == 0);
}

/* An extract is made when it is asked for: of these items, of that session. */
static void
extract_add(struct papers *out, struct arena *a, const struct school *s,
    const struct imprint *m)
{
	struct papers minutes;
	struct imprint of = *m;
	const struct paper *best = NULL;

	of.kind = PAPER_MINUTES;
	view_papers(&minutes, a, s, m->date);
	for (size_t i = 0; i < minutes.n; i++) {
		const struct paper *p = &minutes.at[i];

		if (likeness(p, &of) > (best ? likeness(best, &of) : 0))
			best = p;
	}
	for (size_t i = 0; i < m->items.n; i++) {
		int n = m->items.at[i];

		if (!best || n < 1 || (size_t)n > best->session->items.n)
			return;
	}
	if (best)
		view_extract(out, a, s, best->year, best->session, &m->items);
}

/* The paper of this school that is most like the printed one. */
static bool
match_find(struct match *out, struct arena *a, const struct shelf *shelf,
    const struct imprint *m)
{
	struct papers papers = { 0 };
	int best = 0;

	/* A control sheet was made as of its own date. */
	if (m->kind == PAPER_EXTRACT)
		extract_add(&papers, a, shelf->school, m);
	else
		view_papers(&papers, a, shelf->school, m->date);
	for (size_t i = 0; i < papers.n; i++) {
		int like = likeness(&papers.at[i], m);

		if (like > best) {
			best = like;
			out->paper = papers.at[i];
		}
	}
	if (!best)
		return false;
	if (out->paper.kind == PAPER_YEARBOOK)
		yearbook_list(&out->paper, a, &papers);
	out->shelf = shelf;
	out->values = view_paper(a, &out->paper);
	out->hash = seal_hash(a, &out->paper, out->values);
	return true;
}

/* --- files -------------------------------------------------------------- */

/* The size of an open file; false, with errno: it is no paper. */
static bool
size_read(size_t *out, int fd)
{
	struct stat st;

	if (fstat(fd, &st) < 0)
		return false;
	if (!S_ISREG(st.st_mode)) {
		errno = S_ISDIR(st.st_mode) ? EISDIR : EINVAL;
		return false;
	}
	if (st.st_size > FILE_MAX) {
		errno = EFBIG;
		return false;
	}
	*out = (size_t)st.st_size;
	return true;
}

static bool
bytes_read(struct str *out, struct arena *a, int fd)
{
	size_t size, n = 0;
	ssize_t got = 1;
	char *bytes;

	if (!size_read(&size, fd))
		return false;
	bytes = ARENA_ARRAY(a, char, size + 1);
	while (n < size && got > 0) {
		got = read(fd, bytes + n, size - n);
		n += got > 0 ? (size_t)got : 0;
	}
	*out = (struct str){ bytes, n };
	return got >= 0;
}

/* The whole file; or an errno. */
static int
file_read(struct str *out, struct arena *a, const char *path)
{
	/* A pipe without a writer must not hold us up. */
	int fd = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC);
	int error = 0;

	if (fd < 0)
		return errno;
	if (!bytes_read(out, a, fd))
		error = errno;
	close(fd);
	return error;
}

static void
print_part(const struct verifying *v, const struct match *m,
    const struct seal_part *part)
{
	const struct words *name = part->name ? &part->name->help : &whole_item;
	struct str text =
	    msg_text(v->o->run, part->item.n ? &of_item : &of_paper, v->lang,
		ARGS(arg_str(part->item), arg_words(name)));
	struct strbuf b;

	buf_init(&b, v->o->run);
	buf_printf(&b, "  " STR_FMT, STR_ARG(text));
	if (part->at.src)
		buf_printf(&b, " (" STR_FMT STR_FMT,
		    STR_ARG(m->shelf->target->prefix),
		    STR_ARG(part->at.src->path));
	/* Which of several is another is not known. */
	if (part->at.src && !part->several)
		buf_printf(&b, ":%zu", source_place(part->at).line);
	if (part->at.src)
		buf_byte(&b, ')');
	print_line(buf_str(&b));
}

static void
print_changed(struct verifying *v, const char *path, const struct match *m,
    const struct imprint *printed)
{
	struct seal_parts now, parts;

	print(v, &changed,
	    ARGS(arg_str(str_from(path)), arg_str(m->paper.title),
		arg_str(printed->hash), arg_str(m->hash)));
	seal_parts(&now, &v->scratch, m->values, printed->depth);
	seal_changed(&parts, &v->scratch, &printed->parts, &now);
	for (size_t i = 0; i < parts.n; i++)
		print_part(v, m, &parts.at[i]);
	if (!parts.n)
		print_line(str_printf(
		    v->o->run, "  %s", words_in(&not_told, v->lang)));
}

static void
say_faulty(const struct verifying *v)
{
	for (size_t i = 0; i < v->shelves.n; i++) {
		const struct shelf *s = &v->shelves.at[i];

		if (s->faulty)
			say(v->o, v->lang, &faulty,
			    ARGS(arg_str(
				str_printf(v->o->run, STR_FMT "council.yaml",
				    STR_ARG(s->target->prefix)))));
	}
}

static void
print_verified(
    const struct verifying *v, const char *operand, const struct match *m)
{
	if (!v->o->quiet)
		print(v, &verified,
		    ARGS(arg_str(str_from(operand)), arg_str(m->paper.title),
			arg_str(m->hash)));
}

static void
verify_file(struct verifying *v, const char *path)
{
	struct match first = { .shelf = NULL };
	struct imprint printed;
	struct str bytes;
	int error = file_read(&bytes, &v->scratch, path);

	if (error) {
		/* What is no file and has no dot was meant as a hash. */
		bool is_name = error != ENOENT || strpbrk(path, "./");

		say(v->o, v->lang, is_name ? &not_read : &bad_operand,
		    ARGS(arg_str(str_from(path)),
			arg_str(str_from(strerror(error)))));
		note(v, is_name ? OUTCOME_SYSTEM : OUTCOME_USAGE);
		return;
	}
	if (!imprint_find(&printed, &v->scratch, bytes)) {
		print(v, &foreign, ARGS(arg_str(str_from(path))));
		note(v, OUTCOME_FINDINGS);
		return;
	}
	for (size_t i = 0; i < v->shelves.n; i++) {
		struct match m;

		if (!match_find(&m, &v->scratch, &v->shelves.at[i], &printed))
			continue;
		if (str_eq(m.hash, printed.hash)) {
			print_verified(v, path, &m);
			return;
		}
		if (!first.shelf)
			first = m;
	}
	note(v, OUTCOME_FINDINGS);
	if (first.shelf)
		print_changed(v, path, &first, &printed);
	else
		print(v, &gone,
		    ARGS(arg_str(str_from(path)), arg_str(printed.hash)));
	say_faulty(v);
}

/* --- hashes ------------------------------------------------------------- */

/* A hash names no paper: each is tried, but extracts, which are without end. */
static void
verify_hash(struct verifying *v, const char *typed, struct str hash)
{
	for (size_t i = 0; i < v->shelves.n; i++) {
		const struct shelf *shelf = &v->shelves.at[i];
		struct papers papers;

		view_papers(&papers, &v->scratch, shelf->school, v->o->today);
		for (size_t k = 0; k < papers.n; k++) {
			struct match m = { .shelf = shelf,
				.paper = papers.at[k] };

			m.values = view_paper(&v->scratch, &m.paper);
			m.hash = seal_hash(&v->scratch, &m.paper, m.values);
			if (!str_eq(m.hash, hash))
				continue;
			print_verified(v, typed, &m);
			return;
		}
	}
	print(v, &unknown, ARGS(arg_str(str_from(typed))));
	note(v, OUTCOME_FINDINGS);
	say_faulty(v);
}

/* --- the command -------------------------------------------------------- */

static void
shelf_add(struct verifying *v, const struct target *t)
{
	struct shelf *shelf = LIST_ADD(v->o->run, &v->shelves);
	struct diags d;

	diags_init(&d, v->o->run);
	shelf->target = t;
	shelf->school =
	    reader_school(v->o->run, v->o->words, t->root.p, NULL, 0, &d);
	shelf->faulty = d.count[SEV_ERROR] > 0;
	if (v->shelves.n == 1 && !v->o->lang_given)
		v->lang = shelf->school->council.language;
}

enum outcome
verify_run(const struct options *o)
{
	struct verifying v = { .o = o, .lang = o->lang };
	struct targets targets;

	if (!o->operands.n) {
		say(o, o->lang, &no_operand, NO_ARGS);
		return OUTCOME_USAGE;
	}
	if (!targets_of_folders(&targets, o))
		return OUTCOME_USAGE;
	for (size_t i = 0; i < targets.n; i++)
		shelf_add(&v, &targets.at[i]);
	arena_init(&v.scratch);
	for (size_t i = 0; i < o->operands.n; i++) {
		const char *word = o->operands.at[i];
		struct str hash;

		if (seal_hash_read(&hash, &v.scratch, str_from(word)))
			verify_hash(&v, word, hash);
		else
			verify_file(&v, word);
		arena_reset(&v.scratch);
	}
	arena_done(&v.scratch);
	return v.worst;
}
