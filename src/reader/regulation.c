/* SPDX-License-Identifier: MIT */
#include "base/arena.h"
#include "reader/reader_int.h"

static size_t
spaces_at(struct str s, size_t i)
{
	size_t n = 0;

	while (i + n < s.n && s.p[i + n] == ' ')
		n++;
	return n;
}

/*
 * Whether a clause begins with this line: "5.1", "1.1 .", "**5.2**  "; a date
 * (09.11.2022) is none.  *number is "5.1", *text begins behind it.
 */
static bool
clause_begins(
    struct reading *r, struct str line, struct str *number, size_t *text)
{
	size_t i = 0, a, b, first;

	while (i < line.n && (line.p[i] == ' ' || line.p[i] == '*'))
		i++;
	first = i;
	a = str_digits(str_skip(line, i));
	if (a < 1 || a > 2)
		return false;
	i += a;
	i += spaces_at(line, i);
	if (i >= line.n || line.p[i] != '.')
		return false;
	i++;
	i += spaces_at(line, i);
	b = str_digits(str_skip(line, i));
	if (b < 1 || b > 2)
		return false;
	*number = str_printf(r->a, STR_FMT "." STR_FMT,
	    STR_ARG(str_head(str_skip(line, first), a)),
	    STR_ARG(str_head(str_skip(line, i), b)));
	i += b;
	i += spaces_at(line, i);
	if (i < line.n && line.p[i] == '.' && str_digits(str_skip(line, i + 1)))
		return false;
	while (i < line.n &&
	       (line.p[i] == '.' || line.p[i] == ' ' || line.p[i] == '*'))
		i++;
	*text = i;
	return true;
}

/* The text behind a bullet, or an empty str where the line has none. */
static struct str
bullet_text(struct str line)
{
	static const struct str marks[] = { STR_INIT("•"), STR_INIT("- "),
		STR_INIT("* "), STR_INIT("– ") };

	for (size_t i = 0; i < sizeof(marks) / sizeof(marks[0]); i++) {
		if (str_starts(line, marks[i]))
			return str_trim(str_skip(line, marks[i].n));
	}
	return STR("");
}

/* What goes from line to line. */
struct walk {
	struct regulation *out;
	struct strbuf text; /* of the clause that began last */
	bool open;          /* a clause goes on */
	bool in_bullet;     /* a function of clause 2.3 goes on */
};

static void
end_clause(struct walk *w)
{
	if (w->open)
		LIST_LAST(&w->out->clauses)->text = buf_str(&w->text);
	w->open = false;
	w->in_bullet = false;
}

static void
add_words(struct walk *w, struct str s)
{
	if (w->text.n && s.n)
		buf_byte(&w->text, ' ');
	buf_add(&w->text, s);
}

/* Clause 2.3 lists the functions of the council. */
static void
add_function(struct reading *r, struct walk *w, struct str line, struct span at)
{
	struct texts *all = &w->out->functions;
	struct str s = bullet_text(line);

	if (!str_eq(LIST_LAST(&w->out->clauses)->number, STR("2.3")))
		return;
	if (s.n) {
		*LIST_ADD(r->a, all) = (struct text){ s, at };
		w->in_bullet = true;
	} else if (w->in_bullet && line.n) {
		struct text *t = LIST_LAST(all);

		t->s = str_printf(
		    r->a, STR_FMT " " STR_FMT, STR_ARG(t->s), STR_ARG(line));
	} else {
		w->in_bullet = false;
	}
}

static void
begin_clause(struct reading *r, struct walk *w, struct str number,
    struct str text, struct span at)
{
	for (size_t i = 0; i < w->out->clauses.n; i++) {
		if (!str_eq(w->out->clauses.at[i].number, number))
			continue;
		diag_add(r->d, &clause_twice, at, ARGS(arg_str(number)))
		    ->related = w->out->clauses.at[i].at;
		break;
	}
	end_clause(w);

	struct clause *c = LIST_ADD(r->a, &w->out->clauses);

	c->number = number;
	c->at = at;
	buf_init(&w->text, r->a);
	add_words(w, str_trim(text));
	w->open = true;
}

static void
read_clauses(struct reading *r, struct regulation *out, struct span body)
{
	struct walk w = { .out = out };
	struct str rest = span_text(body);
	size_t off = body.off;

	while (rest.n) {
		struct str line = str_cut(rest, '\n', &rest), number;
		struct str trimmed = str_trim(line);
		struct span at = source_span(
		    body.src, off + (size_t)(trimmed.p - line.p), trimmed.n);
		size_t text;

		off += line.n + 1;
		if (clause_begins(r, line, &number, &text)) {
			begin_clause(r, &w, number, str_skip(line, text), at);
		} else if (trimmed.n && trimmed.p[0] == '#') {
			end_clause(&w);
		} else if (w.open) {
			add_words(&w, bullet_text(trimmed).n
					  ? bullet_text(trimmed)
					  : trimmed);
			add_function(r, &w, trimmed, at);
		}
	}
	end_clause(&w);
}

void
regulation_read(struct reading *r, struct regulation *out)
{
	struct node *header;
	struct parts parts;

	out->source = file_read(r, "regulation.md");
	out->body.lang = r->school->council.language;
	if (!file_parts(r, out->source, &regulation_fields, &header, &parts))
		return;
	out->readable = true;
	if (header)
		load_map(r, &regulation_fields, header, out, parts.header);
	out->broken = facts_are_lost(r, out->source);
	r->lang = out->body.lang;
	out->body = prose_read(r, parts.body, false);
	read_clauses(r, out, parts.body);
}
