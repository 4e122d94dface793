/* SPDX-License-Identifier: MIT */
#include "cli/verify.h"

#include <errno.h>
#include <string.h>

#include "base/file.h"
#include "base/harmless.h"

/* Is a file the paper that the records give, and do they still say the same? */

#define FILE_MAX ((size_t)64 * 1024 * 1024) /* bytes; ours have thousands */

static const struct words no_operand =
    TEXT("verify what? kengesh verify FILE.pdf, or the hash at the foot of a "
	 "page");
static const struct words bad_operand =
    TEXT("%1: neither a file nor a hash such as 2-abcd-efgh-jkmn");
static const struct words not_read = TEXT("cannot read %1: %2");
static const struct words is_hash_of =
    TEXT("%1: this is the hash of %2; what stands on a page it does not prove");
static const struct words older = TEXT("%1: older hash: not comparable");
static const struct words draft =
    TEXT("%1: this is a draft, not a paper: there is nothing to verify");
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

struct verifying {
	const struct options *o;
	struct desk
	    desk; /* whose papers are no drafts, whatever is asked for */
	enum lang lang;
	LIST(struct shelf) shelves;
	struct arena scratch; /* one operand: reset after each */
	enum outcome worst;
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

/* --- files -------------------------------------------------------------- */

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

/* Why it may not have been found. */
static void
say_faulty(struct verifying *v)
{
	for (size_t i = 0; i < v->shelves.n; i++) {
		const struct shelf *s = &v->shelves.at[i];

		if (!s->opened.unread && !s->opened.unfit)
			continue;
		say(v->o, v->lang, &faulty,
		    ARGS(arg_str(str_printf(v->o->run, STR_FMT "council.yaml",
			STR_ARG(s->target->prefix)))));
		note(v, OUTCOME_FINDINGS);
	}
}

/* Says why a file is no paper; true where it is one. */
static bool
is_paper(struct verifying *v, const char *path, enum imprint_state state)
{
	static const struct words *const said[] = {
		[IMPRINT_NONE] = &foreign,
		[IMPRINT_DRAFT] = &draft,
		[IMPRINT_OLDER] = &older,
	};

	if (state == IMPRINT_READ)
		return true;
	print(v, said[state], ARGS(arg_str(str_from(path))));
	note(v, OUTCOME_FINDINGS);
	return false;
}

/* The first school whose paper has the hash, else the first that has such a
 * paper; false: none has. */
static bool
find_match(
    struct match *out, struct verifying *v, const struct imprint *printed)
{
	bool found = false;

	for (size_t i = 0; i < v->shelves.n; i++) {
		struct match m;

		if (!match_find(&m, &v->scratch, &v->shelves.at[i], printed))
			continue;
		if (!found || str_eq(m.hash, printed->hash))
			*out = m;
		found = true;
		if (str_eq(m.hash, printed->hash))
			break;
	}
	return found;
}

static void
verify_bytes(struct verifying *v, const char *path, struct str bytes)
{
	struct imprint printed;
	struct match m;
	struct proof proof;

	if (!is_paper(v, path, imprint_find(&printed, &v->scratch, bytes)))
		return;

	bool found = find_match(&m, v, &printed);

	if (found && str_eq(m.hash, printed.hash)) {
		proof_find(&proof, &v->scratch, &m, &printed, bytes);
		proof_print(v->o, v->lang, path, &m, &proof);
		if (proof.proven != PROVEN_SAME)
			note(v, OUTCOME_FINDINGS);
		if (say_refused(
			v->o, v->lang, m.shelf->target->prefix, &proof.found))
			note(v, OUTCOME_SYSTEM);
		return;
	}
	note(v, OUTCOME_FINDINGS);
	if (found)
		print_changed(v, path, &m, &printed);
	else
		print(v, &gone,
		    ARGS(arg_str(str_from(path)), arg_str(printed.hash)));
	say_faulty(v);
}

static void
verify_file(struct verifying *v, const char *path)
{
	struct str bytes;
	int error;

	if (file_bytes(&bytes, &v->scratch, path, FILE_MAX, &error)) {
		verify_bytes(v, path, bytes);
		return;
	}

	/* What is no file and has no dot was meant as a hash. */
	bool is_name = error != ENOENT || strpbrk(path, "./");

	say(v->o, v->lang, is_name ? &not_read : &bad_operand,
	    ARGS(arg_str(str_from(path)), arg_str(str_from(strerror(error)))));
	note(v, is_name ? OUTCOME_SYSTEM : OUTCOME_USAGE);
}

/* --- hashes ------------------------------------------------------------- */

static void
verify_hash(struct verifying *v, const char *typed, struct str hash)
{
	for (size_t i = 0; i < v->shelves.n; i++) {
		struct match m;

		if (!match_hash(
			&m, &v->scratch, &v->shelves.at[i], hash, v->o->today))
			continue;
		if (!v->o->quiet)
			print(v, &is_hash_of,
			    ARGS(arg_str(str_from(typed)),
				arg_str(m.paper.title)));
		return;
	}
	print(v, &unknown, ARGS(arg_str(str_from(typed))));
	note(v, OUTCOME_FINDINGS);
	say_faulty(v);
}

static void
verify_word(struct verifying *v, const char *word)
{
	struct str hash;

	switch (seal_hash_read(
	    &hash, &v->scratch, harmless(&v->scratch, str_from(word)))) {
	case SEAL_HASH:
		verify_hash(v, word, hash);
		break;
	case SEAL_OLDER_HASH:
		print(v, &older, ARGS(arg_str(str_from(word))));
		note(v, OUTCOME_FINDINGS);
		break;
	case SEAL_NO_HASH:
		verify_file(v, word);
		break;
	}
}

/* --- the command -------------------------------------------------------- */

static void
shelf_add(struct verifying *v, const struct target *t)
{
	struct shelf *shelf = LIST_ADD(v->o->run, &v->shelves);

	shelf->target = t;
	desk_open_school(&shelf->opened, &v->desk, v->o->run, t->root.p, NULL);
	if (v->shelves.n == 1 && !v->o->lang_given)
		v->lang = shelf->opened.school->council.language;
	if (say_refused(v->o, v->lang, t->prefix, &shelf->opened.found))
		note(v, OUTCOME_SYSTEM);
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

	enum outcome found = targets_of_folders(&targets, o);

	if (found != OUTCOME_CLEAN)
		return found;
	desk_open(&v.desk, o->run, o->words, o->today);
	for (size_t i = 0; i < targets.n; i++)
		shelf_add(&v, &targets.at[i]);
	arena_init(&v.scratch);
	for (size_t i = 0; i < o->operands.n; i++) {
		verify_word(&v, o->operands.at[i]);
		arena_reset(&v.scratch);
	}
	arena_done(&v.scratch);
	desk_close(&v.desk);
	return v.worst;
}
