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
		    !rule_of(g->message))
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

		/* More are not shown. */
		size_t most = l.n + FINDINGS_MAX + 1;

		for (size_t i = 0; l.n < most && word_next(&word, s, &i);) {
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

enum { HALF = 1024 }; /* bytes: no name is longer */

/* Whether the word stands in the Russian half of {ky: ..., ru: ...}. */
static bool
is_russian_half(struct span word)
{
	struct str before = str_head(word.src->text, word.off);
	size_t from = before.n, least = from > HALF ? from - HALF : 0;

	while (from > least && !memchr(",{\n", before.p[from - 1], 3))
		from--;
	return str_starts(str_trim(str_skip(before, from)), STR("ru:"));
}

/* Whether a word is one of this name, with an ending or without. */
static bool
name_has(const struct person *p, struct str word)
{
	for (enum lang lang = 0; lang < LANG_MAX; lang++) {
		struct str rest = p->name.in[lang].s;

		while (rest.n) {
			struct str part = str_cut(rest, ' ', &rest);

			if (part.n && str_starts(word, part))
				return true;
		}
	}
	return false;
}

/* Whether a word stands in the name of somebody of this year: people are called
 * as their papers say, Кенешов beside Кеңешов. */
static bool
is_of_name(const struct year *y, struct str word)
{
	size_t i = 0;

	if (!utf8_is_upper(utf8_next(word, &i)))
		return false;
	for (size_t m = 0; m < y->members.n; m++) {
		if (name_has(&y->members.at[m]->person, word))
			return true;
	}
	for (size_t s = 0; s < y->sessions.n; s++) {
		const struct session *one = y->sessions.at[s];

		for (size_t g = 0; g < one->invited.n; g++) {
			if (name_has(&one->invited.at[g]->person, word))
				return true;
		}
	}
	return name_has(&y->council.director, word);
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

		if (is_russian_half(l.at[i].at) ||
		    is_of_name(y, span_text(l.at[i].at)))
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

/* --- cases -------------------------------------------------------------- */

/* Whether what is written for a name serves where the name does: in Russian, or
 * as the name is, without a language. */
static bool
serves_russian(const struct wording *name, const struct wording *written)
{
	return written->in[LANG_RU].s.n ||
	       (!name->in[LANG_RU].s.n && wording_is_set(written));
}

/* A Kyrgyz case is made by rule, a Russian one is data. */
void
check_russian_cases(const struct school *s, struct check *c)
{
	static const struct words genitive = TEXT("genitive");
	static const struct words dative = TEXT("dative");
	const struct council *o = &s->council;
	const struct {
		const struct wording *name, *written;
		const struct words *kase;
	} needed[] = {
		{ &o->name, &o->genitive, &genitive },
		{ &o->pedagogical, &o->pedagogical_genitive, &genitive },
		{ &o->pedagogical, &o->pedagogical_dative, &dative },
	};

	if (o->language != LANG_RU || o->broken)
		return;
	for (size_t i = 0; i < sizeof(needed) / sizeof(*needed); i++) {
		const struct wording *name = needed[i].name;
		enum lang lang = name->in[LANG_RU].s.n ? LANG_RU : LANG_KY;

		if (wording_is_set(name) &&
		    !serves_russian(name, needed[i].written))
			found(c, span_or(name->in[lang].at, o->source),
			    ARGS(arg_words(needed[i].kase)));
	}
}

/* --- quotes and dashes -------------------------------------------------- */

enum {
	QUOTE_STRAIGHT = '"',
	QUOTE_OPENS = 0x00AB,  /* « */
	QUOTE_CLOSES = 0x00BB, /* » */
	QUOTE_LOW = 0x201E,    /* „ */
	QUOTE_HIGH = 0x201C,   /* “ */
	QUOTE_RIGHT = 0x201D,  /* ” */
};

static const struct words quotes_word = TEXT("quotes");
static const struct words dash_word = TEXT("a dash");

/* A stretch of text in which signs are looked for.  Inside «…» others are
 * allowed, and «…» may span several stretches. */
struct stretch {
	struct check *c;
	struct str s;
	struct span at;
	size_t off; /* of s in the span, or SIZE_MAX: it is not written so */
	int depth;  /* of «…» */
};

/* What is wrong from byte `from` on, and what it should be. */
static void
found_sign(const struct stretch *t, size_t from, size_t n,
    const struct words *what, struct str right)
{
	struct str wrong = str_head(str_skip(t->s, from), n);
	struct span at = t->at;

	if (t->off != SIZE_MAX)
		at = source_span(at.src, at.off + t->off + from, n);
	found(t->c, at, ARGS(arg_str(wrong), arg_words(what), arg_str(right)))
	    ->fix = right;
}

static bool
is_odd_quote(uint32_t cp)
{
	return cp == QUOTE_STRAIGHT || cp == QUOTE_LOW || cp == QUOTE_HIGH ||
	       cp == QUOTE_RIGHT;
}

/* Where the quotes that open before byte i close, or SIZE_MAX where others come
 * first: no sign is passed twice. */
static size_t
closing_quote(struct str s, size_t i)
{
	while (i < s.n) {
		size_t at = i;
		uint32_t cp = utf8_next(s, &i);

		if (cp == QUOTE_OPENS || cp == QUOTE_CLOSES || cp == QUOTE_LOW)
			break;
		if (is_odd_quote(cp))
			return at;
	}
	return SIZE_MAX;
}

/* The sign at byte `from`, or the whole quotation that it opens; gives the byte
 * behind it. */
static size_t
check_quote(const struct stretch *t, size_t from)
{
	size_t inner = from;

	utf8_next(t->s, &inner);

	bool opens = (!from || strchr(" (-/", t->s.p[from - 1])) &&
		     inner < t->s.n && t->s.p[inner] != ' ';

	size_t close = opens ? closing_quote(t->s, inner) : SIZE_MAX;

	if (close == SIZE_MAX) {
		found_sign(t, from, inner - from, &quotes_word,
		    opens ? STR("«") : STR("»"));
		return inner;
	}

	struct str said = str_head(str_skip(t->s, inner), close - inner);

	utf8_next(t->s, &close);
	found_sign(t, from, close - from, &quotes_word,
	    str_printf(t->c->a, "«" STR_FMT "»", STR_ARG(said)));
	return close;
}

/* A hyphen between spaces is a dash; at the beginning of a text it would be the
 * mark of a list. */
static bool
is_dash(struct str s, size_t i, size_t *end)
{
	*end = i;
	while (*end < s.n && s.p[*end] == '-')
		(*end)++;
	return i > 1 && s.p[i - 1] == ' ' && *end > i && *end < s.n &&
	       s.p[*end] == ' ';
}

static void
check_stretch(struct stretch *t)
{
	t->off = str_find(span_text(t->at), t->s);
	for (size_t i = 0, from = 0; i < t->s.n; from = i) {
		uint32_t cp = utf8_next(t->s, &i);
		size_t end;

		t->depth += cp == QUOTE_OPENS;
		t->depth -= cp == QUOTE_CLOSES && t->depth;
		/* 5" are inches. */
		if (is_odd_quote(cp) && !t->depth &&
		    !(from && t->s.p[from - 1] >= '0' &&
			t->s.p[from - 1] <= '9'))
			i = check_quote(t, from);
		else if (cp == '-' && is_dash(t->s, from, &end))
			found_sign(t, from, end - from, &dash_word, STR("–"));
	}
}

static void
check_text(struct check *c, const struct text *text)
{
	struct stretch t = { .c = c, .s = text->s, .at = text->at };

	if (t.at.src)
		check_stretch(&t);
}

static void
check_blocks(struct check *c, const struct blocks *l)
{
	for (size_t i = 0; i < l->n; i++) {
		const struct block *b = &l->at[i];
		struct stretch t = { .c = c };

		for (size_t k = 0; k < b->runs.n; k++) {
			t.s = b->runs.at[k].s;
			t.at = b->runs.at[k].at;
			if (t.at.src)
				check_stretch(&t);
		}
		check_blocks(c, &b->kids);
	}
}

static void
check_session_signs(struct check *c, const struct session *s)
{
	check_blocks(c, &s->opening.blocks);
	for (size_t i = 0; i < s->items.n; i++) {
		const struct item *it = &s->items.at[i];

		check_text(c, &it->title);
		check_blocks(c, &it->heard.blocks);
		for (size_t k = 0; k < it->spoke.n; k++)
			check_blocks(c, &it->spoke.at[k].said.blocks);
		check_blocks(c, &it->before_decisions.blocks);
		for (size_t k = 0; k < it->decisions.n; k++)
			check_blocks(c, &it->decisions.at[k].text.blocks);
	}
}

static void
check_plan_signs(struct check *c, const struct plan *plan)
{
	check_text(c, &plan->theme);
	check_text(c, &plan->goal);
	for (size_t i = 0; i < plan->tasks.n; i++)
		check_text(c, &plan->tasks.at[i]);
	for (size_t i = 0; i < plan->items.n; i++) {
		const struct plan_item *it = &plan->items.at[i];

		check_text(c, &it->activity);
		check_text(c, &it->result);
		check_text(c, &it->note);
		for (size_t k = 0; k < it->topics.n; k++)
			check_text(c, &it->topics.at[k]);
	}
}

/* Quotes are «…», and a dash is no hyphen: what typewriters lacked. */
void
check_quotes_and_dashes(const struct year *y, struct check *c)
{
	/* A list that became a text has hyphens which were none. */
	if (!y->plan.broken)
		check_plan_signs(c, &y->plan);
	for (size_t i = 0; i < y->sessions.n; i++)
		check_session_signs(c, y->sessions.at[i]);
	check_blocks(c, &y->report.body.blocks);
}
