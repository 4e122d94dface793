/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "base/arena.h"
#include "base/utf8.h"
#include "reader/reader_int.h"

/* What is typed into the sentence of a decision and is more than a sentence:
 * its facts, and the next decision. */

/* Keys that a dash may follow in a sentence, where a colon should. */
static const char *const dashed[] = { "responsible", "due", "done", "extended",
	"elected" };

#define WORDS_MAX 3  /* of a key */
#define KEY_MAX   80 /* bytes */

/* One fact in a line. */
struct written {
	size_t off, value; /* where its key, its value begins */
	struct str key;
};

static bool
may_have_dash(const struct word *w)
{
	for (size_t i = 0; i < sizeof(dashed) / sizeof(*dashed); i++) {
		if (strcmp(dashed[i], w->name) == 0)
			return true;
	}
	return false;
}

/* How many bytes part a key from its value at i: a colon, or a dash between
 * spaces; 0: none. */
static size_t
separator(struct str s, size_t i)
{
	static const struct str dashes[] = { STR_INIT(" – "), STR_INIT(" — "),
		STR_INIT(" - ") };

	if (s.p[i] == ':')
		return !str_digits(str_skip(s, i + 1));
	for (size_t k = 0; k < sizeof(dashes) / sizeof(*dashes); k++) {
		if (str_starts(str_skip(s, i), dashes[k]))
			return dashes[k].n;
	}
	return 0;
}

/* Whether a sentence or a part of one may begin at i. */
static bool
begins_part(struct str s, size_t i)
{
	while (i && (s.p[i - 1] == ' ' || s.p[i - 1] == '*'))
		i--;
	return !i || strchr(".,;(", s.p[i - 1]);
}

/* The key that ends at `end`, in the longest form. */
static bool
key_before(struct reading *r, struct str s, size_t from, size_t end, bool dash,
    struct written *out)
{
	size_t i = end, words = 0;
	bool found = false;

	while (i > from && words < WORDS_MAX && end - i < KEY_MAX) {
		i--;
		if (i > from && !strchr(" (*", s.p[i - 1]))
			continue;

		struct str right,
		    key = habit_unmarked(str_head(str_skip(s, i), end - i));
		const struct word *w =
		    lexicon_find(r->lexicon, IN_DECISION, key, &right);

		words++;
		if (!key.n || !w ||
		    (dash && !(may_have_dash(w) && begins_part(s, i))))
			continue;
		out->off = (size_t)(key.p - s.p);
		out->key = key;
		found = true;
	}
	return found;
}

static bool
next_fact(struct reading *r, struct str s, size_t from, struct written *out)
{
	for (size_t i = from; i < s.n; i++) {
		size_t n = separator(s, i);

		if (n && key_before(r, s, from, i, n > 1, out)) {
			out->value = i + n;
			return true;
		}
	}
	return false;
}

/* Without the signs with which a part of a sentence ends; the full stop of
 * initials and of short words stays. */
static struct str
part_trimmed(struct str s)
{
	for (;;) {
		s = habit_unmarked(s);
		if (s.n && strchr(",;()", s.p[s.n - 1]) &&
		    !(s.p[s.n - 1] == ')' && memchr(s.p, '(', s.n)))
			s.n--;
		else if (s.n > 1 && s.p[s.n - 1] == '.' &&
			 strchr("0123456789)", s.p[s.n - 2]))
			s.n--;
		else
			return s;
	}
}

struct str
habit_facts(struct reading *r, struct str line, const char *indent)
{
	struct written w, next;
	struct strbuf b;
	bool more = next_fact(r, line, 0, &w);

	buf_init(&b, r->a);
	while (more) {
		more = next_fact(r, line, w.value, &next);

		size_t end = more ? next.off : line.n;
		struct str value = part_trimmed(
		    str_head(str_skip(line, w.value), end - w.value));

		buf_printf(&b, "%s%s- " STR_FMT ": " STR_FMT, b.n ? "\n" : "",
		    indent, STR_ARG(utf8_lowered(r->a, w.key)), STR_ARG(value));
		w = next;
	}
	return buf_str(&b);
}

/* A fact at the start of a line is none of a sentence. */
static void
check_facts(struct reading *r, struct span line)
{
	struct str s = span_text(line);
	struct written w;

	if (!next_fact(r, s, 0, &w) || !habit_unmarked(str_head(s, w.off)).n ||
	    markup_list_sign(s) == w.off)
		return;

	struct str facts = habit_facts(r, str_skip(s, w.off), "   ");
	struct str head = part_trimmed(str_head(s, w.off));
	struct str whole = line_at(line);
	struct diag *g = diag_add(r->d, &fact_in_sentence,
	    source_span(line.src, line.off + w.off, s.n - w.off),
	    ARGS(arg_str(w.key)));

	g->fix = facts;
	if (head.n)
		g->fix = str_printf(r->a, STR_FMT STR_FMT "%s\n" STR_FMT,
		    (int)(s.p - whole.p), whole.p, STR_ARG(head),
		    strchr(".;!?:", head.p[head.n - 1]) ? "" : ".",
		    STR_ARG(facts));
}

/* Where in a line the decision of this number begins, or SIZE_MAX. */
static size_t
next_decision(struct reading *r, struct str s, int number)
{
	struct str mark = str_printf(r->a, " %d", number);

	for (size_t i = 2; i + mark.n + 1 < s.n; i++) {
		size_t end = i + mark.n + 1;

		if (!str_starts(str_skip(s, i), mark) ||
		    !strchr(".)", s.p[end - 1]) || !strchr(".;!?", s.p[i - 1]))
			continue;
		while (end < s.n && s.p[end] == ' ')
			end++;
		if (end == s.n)
			continue;

		uint32_t cp = utf8_next(s, &end);

		/* "1. 2. 2026" is a date. */
		if (utf8_is_upper(cp) ||
		    (utf8_is_digit(cp) && !str_digits(str_skip(s, i - 2))))
			return i + 1;
	}
	return SIZE_MAX;
}

static void
check_decisions(struct reading *r, struct span line, int number)
{
	struct str s = span_text(line);
	size_t i = next_decision(r, s, number + 1);
	struct span at;
	struct strbuf b;

	if (i == SIZE_MAX)
		return;
	at = source_span(line.src, line.off + i, s.n - i);
	buf_init(&b, r->a);
	for (int n = number; i != SIZE_MAX; n++) {
		buf_printf(&b, "%d. " STR_FMT "\n", n,
		    STR_ARG(str_trim(str_head(s, i))));
		s = str_skip(s, i);
		s = str_trim(str_skip(s, str_digits(s) + 1));
		i = next_decision(r, s, n + 2);
		number = n + 1;
	}
	buf_printf(&b, "%d. " STR_FMT, number, STR_ARG(s));
	diag_add(r->d, &decisions_in_line, at, NO_ARGS)->fix = buf_str(&b);
}

void
habit_sentences(struct reading *r, const struct block *paragraph, int number)
{
	struct str rest = span_text(paragraph->at);

	if (paragraph->kind != BLOCK_PARAGRAPH)
		return;
	while (rest.n) {
		struct span line = habit_line(paragraph->at, &rest);

		check_facts(r, line);
		check_decisions(r, line, number);
	}
}

/* --- decisions without numbers -------------------------------------------- */

/* Whether a line begins what follows a line: with a bullet of Word's, or as a
 * sentence behind another. */
static bool
is_sentence_end(struct str line, struct str next)
{
	size_t i = 0;

	if (markup_bullet(line) && markup_bullet(next))
		return true;
	return line.n && next.n && strchr(".;", line.p[line.n - 1]) &&
	       utf8_is_upper(utf8_next(next, &i));
}

/* Whether each line of a paragraph is a sentence. */
static bool
are_sentences(struct span text)
{
	struct str rest = span_text(text), last = STR("");
	size_t lines = 0;

	for (; rest.n; lines++) {
		struct str line = span_text(habit_line(text, &rest));

		if (lines && !is_sentence_end(last, line))
			return false;
		last = line;
	}
	return lines > 1;
}

void
habit_bulleted(struct reading *r, const struct block *paragraph, int number)
{
	struct str rest = span_text(paragraph->at);
	struct span line = habit_line(paragraph->at, &rest);
	struct str s = span_text(line);
	size_t n = markup_list_sign(s);

	if (paragraph->kind == BLOCK_PARAGRAPH && n && !str_digits(s))
		diag_add(r->d, &decisions_unnumbered, line, NO_ARGS)->fix =
		    str_printf(
			r->a, "%d. " STR_FMT, number, STR_ARG(str_skip(s, n)));
}

void
habit_unnumbered(struct reading *r, const struct prose *text)
{
	struct str rest = span_text(text->at);
	struct strbuf b;
	int n = 0;

	for (size_t i = 0; i < text->blocks.n; i++) {
		if (text->blocks.at[i].kind != BLOCK_PARAGRAPH)
			return;
	}
	if (text->blocks.n != 1 || !are_sentences(text->at))
		return;
	buf_init(&b, r->a);
	while (rest.n) {
		struct span line = habit_line(text->at, &rest);

		buf_printf(&b, "%s%d. " STR_FMT, n ? "\n" : "", n + 1,
		    STR_ARG(str_skip(
			span_text(line), markup_bullet(span_text(line)))));
		n++;
	}
	diag_add(r->d, &decisions_unnumbered, text->at, NO_ARGS)->fix =
	    buf_str(&b);
}
