/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "markup/markup_int.h"

/* What is read of a line under inspection, and how it is put right. */

bool
is_blank(char c)
{
	return c == ' ' || c == '\t';
}

bool
is_nbsp(const struct trap *t, size_t i)
{
	return str_starts(str_skip(t->s, i), STR(NBSP));
}

size_t
trap_line_end(const struct trap *t, size_t i)
{
	const char *lf =
	    i < t->s.n ? memchr(t->s.p + i, '\n', t->s.n - i) : NULL;

	return lf ? (size_t)(lf - t->s.p) : t->s.n;
}

bool
trap_opens_entry(const struct trap *t, size_t i, size_t end)
{
	return t->s.p[i] == '-' && (i + 1 == end || is_blank(t->s.p[i + 1]));
}

struct diag *
trap_add(struct trap *t, const struct message *m, size_t at, size_t len,
    const struct arg *args, size_t nargs)
{
	t->faulty = t->faulty || m->severity == SEV_ERROR;
	return diag_add(t->d, m,
	    source_span(t->text.src, t->text.off + at, len), args, nargs);
}

void
trap_replace(struct trap *t, size_t at, size_t len, struct str with)
{
	if (at < t->copied)
		return;
	buf_add(&t->clean, str_head(str_skip(t->s, t->copied), at - t->copied));
	*LIST_ADD(t->clean.arena, &t->out->repairs) =
	    (struct repair){ t->clean.n, with.n, t->text.off + at, len };
	buf_add(&t->clean, with);
	t->copied = at + len;
}

struct str
trap_fixed(const struct trap *t, size_t at, size_t len, struct str with)
{
	size_t end = trap_line_end(t, at + len);
	struct strbuf b;

	buf_init(&b, t->d->arena);
	buf_add(&b, str_head(str_skip(t->s, t->line), at - t->line));
	buf_add(&b, with);
	buf_add(&b, str_head(str_skip(t->s, at + len), end - at - len));
	return buf_str(&b);
}

/* Behind the quoted text that begins at i, or SIZE_MAX where it stays open. */
static size_t
quote_end(const struct trap *t, size_t i, size_t end)
{
	char quote = t->s.p[i];

	for (size_t j = i + 1; j < end; j++) {
		if (quote == '"' && t->s.p[j] == '\\')
			j++;
		else if (t->s.p[j] == quote && quote == '\'' && j + 1 < end &&
			 t->s.p[j + 1] == quote)
			j++;
		else if (t->s.p[j] == quote)
			return j + 1;
	}
	return SIZE_MAX;
}

static bool
ends_key(const struct trap *t, size_t i, size_t end)
{
	return i < end && t->s.p[i] == ':' &&
	       (i + 1 == end || is_blank(t->s.p[i + 1]) || is_nbsp(t, i + 1));
}

size_t
trap_key_end(const struct trap *t, size_t i, size_t end)
{
	if (i < end && (t->s.p[i] == '"' || t->s.p[i] == '\'')) {
		size_t j = quote_end(t, i, end);

		while (j < end && is_blank(t->s.p[j]))
			j++;
		return j < end && ends_key(t, j, end) ? j : SIZE_MAX;
	}
	if (i < end && strchr("[{|>#", t->s.p[i]))
		return SIZE_MAX;
	for (size_t j = i; j < end; j++) {
		if (ends_key(t, j, end))
			return j;
		if (t->s.p[j] == '#' && j > i && is_blank(t->s.p[j - 1]))
			break;
	}
	return SIZE_MAX;
}

size_t
clean_source(const struct clean *c, size_t at)
{
	size_t lo = 0, hi = c->repairs.n;

	/* The last repair that begins at or before `at`. */
	while (lo < hi) {
		size_t mid = lo + (hi - lo) / 2;

		if (c->repairs.at[mid].clean <= at)
			lo = mid + 1;
		else
			hi = mid;
	}
	if (!lo)
		return c->off + at;

	const struct repair *r = &c->repairs.at[lo - 1];

	if (at >= r->clean + r->clean_len)
		return r->src + r->src_len + (at - r->clean - r->clean_len);
	return at == r->clean ? r->src : r->src + r->src_len;
}
