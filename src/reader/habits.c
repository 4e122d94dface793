/* SPDX-License-Identifier: MIT */
#include "base/arena.h"
#include "base/utf8.h"
#include "reader/reader_int.h"

/* What Word and habit make of the structure of minutes: each is understood
 * where it stands, and answered with the line as it is to be typed. */

#define KEY_MAX    80 /* bytes; a longer text before a colon is no heading */
#define LINE_SHORT 60 /* signs; a line that fills the page has more */

struct span
habit_line(struct span text, struct str *rest)
{
	struct str line = str_trim(str_cut(*rest, '\n', rest));

	return source_span(
	    text.src, (size_t)(line.p - text.src->text.p), line.n);
}

struct str
habit_unmarked(struct str s)
{
	s = str_trim(s);
	while (s.n && (s.p[0] == '*' || s.p[0] == '_'))
		s = str_trim(str_skip(s, 1));
	while (s.n && (s.p[s.n - 1] == '*' || s.p[s.n - 1] == '_'))
		s = str_trim(str_head(s, s.n - 1));
	return s;
}

/* --- headings ------------------------------------------------------------ */

static bool
is_capitals(struct str s)
{
	size_t letters = 0;

	for (size_t i = 0; i < s.n;) {
		uint32_t cp = utf8_next(s, &i);

		if (!utf8_is_letter(cp))
			continue;
		if (!utf8_is_upper(cp))
			return false;
		letters++;
	}
	return letters > 1;
}

/* What stands behind a word with a colon: the votes, or a text. */
static bool
may_follow(const struct word *w, struct str word, struct str rest)
{
	bool figures = false;

	for (size_t i = 0; i < rest.n; i++)
		figures |= str_digits(str_skip(rest, i)) > 0;
	return is_capitals(word) || (w->name[0] == 'v' && figures);
}

bool
habit_heading(struct reading *r, struct str line, struct typed_heading *out)
{
	struct str s = str_skip(line, markup_list_sign(line)), rest, right;

	bool bold = str_starts(s, STR("**")) || str_starts(s, STR("#"));

	while (str_starts(s, STR("#")))
		s = str_trim(str_skip(s, 1));

	struct str word = habit_unmarked(str_cut(s, ':', &rest));
	bool colon = rest.p != s.p + s.n || str_ends(s, STR(":"));

	rest = habit_unmarked(rest);
	if (!word.n || word.n > KEY_MAX)
		return false;
	out->word = lexicon_find(r->lexicon, IN_SECTIONS, word, &right);
	if (!out->word)
		return false;
	out->typed = word;
	out->rest = rest;
	return rest.n ? may_follow(out->word, word, rest)
		      : colon || bold || is_capitals(word);
}

void
habit_heading_say(
    struct reading *r, struct span line, const struct typed_heading *h)
{
	struct diag *g =
	    diag_add(r->d, &heading_as_text, line, ARGS(arg_str(h->typed)));

	g->fix = h->rest.n
		     ? str_printf(r->a, "### " STR_FMT "\n\n" STR_FMT,
			   STR_ARG(h->typed), STR_ARG(h->rest))
		     : str_printf(r->a, "### " STR_FMT, STR_ARG(h->typed));
}

void
habit_headings_missed(
    struct reading *r, const struct block *block, bool outermost)
{
	struct str rest = span_text(block->at);
	bool first = outermost;

	if (block->kind != BLOCK_PARAGRAPH) {
		if (block->kind == BLOCK_LIST || block->kind == BLOCK_ITEM)
			for (size_t i = 0; i < block->kids.n; i++)
				habit_headings_missed(
				    r, &block->kids.at[i], false);
		return;
	}
	for (; rest.n; first = false) {
		struct span at = habit_line(block->at, &rest);
		struct typed_heading h;

		if (!first && habit_heading(r, span_text(at), &h) &&
		    (!h.rest.n || is_capitals(h.typed)))
			habit_heading_say(r, at, &h);
	}
}

bool
habit_is_agenda(struct reading *r, struct str line)
{
	struct str rest, right;
	struct str word = habit_unmarked(str_cut(line, ':', &rest));
	const struct word *w =
	    lexicon_find(r->lexicon, IN_PRINTED, word, &right);

	return w && w->value == PRINTED_AGENDA && !habit_unmarked(rest).n;
}

/* --- a protocol as it is printed ----------------------------------------- */

/* What a session's file has in its place. */
static struct str
skeleton(struct reading *r)
{
	static const char *const lines[][2] = {
		{ "heard", "\n...\n\n" },
		{ "spoke", "\n- ...: ...\n\n" },
		{ "decided", "\n1. ..." },
	};
	struct strbuf b;

	buf_init(&b, r->a);
	buf_add(&b, STR("## ...\n\n"));
	for (size_t i = 0; i < sizeof(lines) / sizeof(*lines); i++) {
		const struct words *w =
		    word_spellings(r->a, IN_SECTIONS, lines[i][0]);

		struct str name = str_from(words_in(w, r->lang));
		size_t first = 0;

		buf_add(&b, STR("### "));
		utf8_add(&b, utf8_upper(utf8_next(name, &first)));
		buf_printf(&b, STR_FMT "%s", STR_ARG(str_skip(name, first)),
		    lines[i][1]);
	}
	return buf_str(&b);
}

bool
habit_protocol(struct reading *r, struct span body)
{
	struct span first = { 0 };
	unsigned seen = 0;

	for (struct str rest = span_text(body); rest.n;) {
		struct span at = habit_line(body, &rest);
		struct typed_heading h;

		if (str_starts(span_text(at), STR("##")))
			return false;
		if (!habit_heading(r, span_text(at), &h))
			continue;
		seen |= 1U << (h.word->name[0] - 'a');
		if (!first.src)
			first = at;
	}
	/* More than one kind: a power of two has no bit but its first. */
	if (!(seen & (seen - 1)))
		return false;
	diag_add(r->d, &protocol_pasted, first, NO_ARGS)->fix = skeleton(r);
	return true;
}

/* --- lines that Enter ended ----------------------------------------------- */

/* Whether a line ends where no page ends it: the next word had room. */
static bool
is_ended(struct str line, struct str next)
{
	struct str rest, word = str_cut(next, ' ', &rest);

	return utf8_count(line) + 1 + utf8_count(word) < LINE_SHORT &&
	       utf8_count(next) < LINE_SHORT;
}

static struct str
as_list(struct reading *r, struct span text)
{
	struct strbuf b;

	buf_init(&b, r->a);
	for (struct str rest = span_text(text); rest.n;) {
		struct str line = span_text(habit_line(text, &rest));
		bool leads = !b.n && str_ends(line, STR(":"));

		buf_printf(&b, "%s%s" STR_FMT "%s", b.n ? "\n" : "",
		    leads ? "" : "- ", STR_ARG(line), leads ? "\n" : "");
	}
	return buf_str(&b);
}

void
habit_lines(struct reading *r, const struct block *block)
{
	struct str rest = span_text(block->at), last = STR("");

	if (block->kind == BLOCK_LIST || block->kind == BLOCK_ITEM ||
	    block->kind == BLOCK_QUOTE) {
		for (size_t i = 0; i < block->kids.n; i++)
			habit_lines(r, &block->kids.at[i]);
	}
	if (block->kind != BLOCK_PARAGRAPH)
		return;
	while (rest.n) {
		struct str line = span_text(habit_line(block->at, &rest));

		if (last.n && line.n && is_ended(last, line)) {
			diag_add(r->d, &joined_lines, block->at, NO_ARGS)->fix =
			    as_list(r, block->at);
			return;
		}
		last = line;
	}
}

/* --- what is said already ------------------------------------------------- */

static bool
is_idle(const struct diags *d, size_t first, const struct diag *hint)
{
	bool weak = hint->message == &joined_lines;

	if (!weak && !markup_is_hint(hint))
		return false;
	for (size_t i = first; i < d->list.n; i++) {
		const struct diag *g = &d->list.at[i];
		bool says = g->severity == SEV_ERROR ||
			    g->message == &fact_unbulleted ||
			    g->message == &decisions_unnumbered ||
			    (weak && markup_is_hint(g));

		if (g != hint && says && g->at.src == hint->at.src &&
		    source_row(g->at) <= source_end(hint->at).line &&
		    source_row(hint->at) <= source_end(g->at).line)
			return true;
	}
	return false;
}

void
habit_settle(struct reading *r, size_t first)
{
	size_t n = r->d->list.n - first;
	bool *idle;

	if (!n)
		return;
	idle = ARENA_ARRAY(r->a, bool, n);
	for (size_t i = 0; i < n; i++)
		idle[i] = is_idle(r->d, first, &r->d->list.at[first + i]);
	diags_explain(r->d, first, idle);
}
