/* SPDX-License-Identifier: MIT */
/*
 * Letters and wording, in every file of a year that people write.  The
 * regulation is left alone: it is printed as it was approved.
 */
#include <string.h>

#include "base/utf8.h"
#include "rules/rules_int.h"

/* The i-th file of the year, or NULL behind the last. */
static const struct source *
year_file(const struct check *c, size_t i)
{
	const struct year *y = c->year;
	/* The school's own council.yaml is read once, with the first year. */
	const struct source *council = y->council.source;
	bool mine =
	    y == c->school->years.at[0] || council != c->school->council.source;
	const struct source *files[] = { mine ? council : y->members_source,
		y->members_source, y->plan.source, y->report.source };
	const size_t n = sizeof(files) / sizeof(*files);

	if (!mine)
		i++;
	if (i < n)
		return files[i];
	return i - n < y->sessions.n ? y->sessions.at[i - n]->source : NULL;
}

/* Every word of the year's files that one of these finds fault with. */
struct fault {
	struct span at;
	struct mend mend;
};
struct faults {
	LIST_OF(struct fault);
};

static bool
lookalike_fault(struct mend *out, struct arena *a, struct span word)
{
	return mend_lookalike(out, a, span_text(word));
}

static bool
mixed_fault(struct mend *out, struct arena *a, struct span word)
{
	return mend_mixed(out, a, span_text(word));
}

static bool
legacy_fault(struct mend *out, struct arena *a, struct span word)
{
	return mend_legacy(out, a, span_text(word));
}

/* Whether the reader has a finding of this word: then that says more. */
static bool
is_said(const struct check *c, struct span word)
{
	for (size_t i = 0; i < c->d->list.n; i++) {
		const struct diag *g = &c->d->list.at[i];

		if (g->at.src == word.src && g->at.off <= word.off &&
		    g->at.off + g->at.len >= word.off + word.len &&
		    !rule_find(str_from(g->message->code)))
			return true;
	}
	return false;
}

static struct faults
year_faults(
    struct check *c, bool (*fault)(struct mend *, struct arena *, struct span))
{
	struct faults l = { 0 };
	const struct source *s;

	for (size_t f = 0; (s = year_file(c, f)); f++) {
		struct span word;
		struct mend m;

		for (size_t i = 0; word_next(&word, s, &i);) {
			if (fault(&m, c->a, word) && !word_is_key(word) &&
			    !is_said(c, word))
				*LIST_ADD(c->a, &l) = (struct fault){ word, m };
		}
	}
	return l;
}

static struct arg
arg_letter(const struct check *c, uint32_t cp)
{
	struct strbuf b;

	buf_init(&b, c->a);
	utf8_add(&b, cp);
	return arg_str(buf_str(&b));
}

/* ң, ө and ү have their own letters; others only look like them. */
void
check_lookalike_letter(const struct year *y, struct check *c)
{
	struct faults l = year_faults(c, lookalike_fault);

	(void)y;
	for (size_t i = 0; i < l.n; i++) {
		const struct mend *m = &l.at[i].mend;
		struct str code = str_printf(c->a, "U+%04X", m->wrong);

		found(c, l.at[i].at,
		    ARGS(arg_str(span_text(l.at[i].at)),
			arg_letter(c, m->wrong), arg_str(code),
			arg_letter(c, m->right), arg_str(m->word)))
		    ->fix = m->word;
	}
}

/* A word is of one script: a Latin letter in it can't be found by search. */
void
check_mixed_script(const struct year *y, struct check *c)
{
	struct faults l = year_faults(c, mixed_fault);

	(void)y;
	for (size_t i = 0; i < l.n; i++) {
		const struct mend *m = &l.at[i].mend;

		found(c, l.at[i].at,
		    ARGS(arg_str(span_text(l.at[i].at)), arg_str(m->letters),
			arg_str(m->word)))
		    ->fix = m->word;
	}
}

/* Text of an old font shows other letters everywhere else. */
void
check_legacy_letters(const struct year *y, struct check *c)
{
	struct faults l = year_faults(c, legacy_fault);

	(void)y;
	for (size_t i = 0; i < l.n; i++) {
		const struct mend *m = &l.at[i].mend;

		found(c, l.at[i].at,
		    ARGS(arg_str(span_text(l.at[i].at)), arg_str(m->word)))
		    ->fix = m->word;
	}
}

/* Whether something is said of this very word: the reader says how it read a
 * word of records that has lost letters. */
static bool
is_told(const struct check *c, struct span word)
{
	for (size_t i = 0; i < c->d->list.n; i++) {
		const struct diag *g = &c->d->list.at[i];

		if (g->at.src == word.src && g->at.off == word.off &&
		    g->at.len == word.len)
			return true;
	}
	return false;
}

/* Whether the word stands in the Russian half of {ky: ..., ru: ...}. */
static bool
is_russian_half(struct span word)
{
	struct str before = str_head(word.src->text, word.off);
	size_t from = before.n;

	while (from && !memchr(",{\n", before.p[from - 1], 3))
		from--;
	return str_starts(str_trim(str_skip(before, from)), STR("ru:"));
}

/* Words that are hardly ever right without ң, ө, ү: a hint, no more.  Russian
 * writes Kyrgyz names without these letters. */
void
check_kyrgyz_letters(const struct year *y, struct check *c)
{
	struct faults l = { 0 };

	if (y->council.language == LANG_KY)
		l = year_faults(c, mend_lost);
	for (size_t i = 0; i < l.n; i++) {
		const struct mend *m = &l.at[i].mend;

		if (is_told(c, l.at[i].at) || is_russian_half(l.at[i].at))
			continue;
		found(c, l.at[i].at,
		    ARGS(arg_str(span_text(l.at[i].at)), arg_str(m->word)))
		    ->fix = m->word;
	}
}

/* Kyrgyz agendas name what an item is about with one of two words. */
void
check_agenda_title(const struct session *s, struct check *c)
{
	if (s->lang != LANG_KY || s->status == STATUS_CANCELLED)
		return;
	for (size_t i = 0; i < s->items.n; i++) {
		const struct item *it = &s->items.at[i];
		struct str title = str_trim(it->title.s);

		while (title.n && title.p[title.n - 1] == '.')
			title = str_head(title, title.n - 1);
		if (title.n && !str_ends(title, STR("жөнүндө")) &&
		    !str_ends(title, STR("тууралуу")))
			found(c, span_or(it->title.at, s->source),
			    ARGS(arg_number(c->a, it->number)));
	}
}
