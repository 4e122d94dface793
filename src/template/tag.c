/* SPDX-License-Identifier: MIT */
#include "base/arena.h"
#include "base/utf8.h"
#include "template/template_int.h"

static bool
is_name(struct str s)
{
	size_t i = 0;

	if (!s.n || s.p[0] == '.' || s.p[s.n - 1] == '.')
		return false;
	while (i < s.n) {
		uint32_t cp = utf8_next(s, &i);

		if (!utf8_is_letter(cp) && !utf8_is_digit(cp) && cp != '-' &&
		    cp != '.')
			return false;
	}
	return str_find(s, STR("..")) == SIZE_MAX;
}

static const struct sigil {
	char c;
	enum template_tag_kind kind;
} sigils[] = {
	{ '#', TAG_EACH },
	{ '?', TAG_IF },
	{ '^', TAG_UNLESS },
	{ '/', TAG_CLOSE },
};

size_t
tag_read(struct template_tag *out, struct str s)
{
	size_t end = str_find(s, STR("}}"));

	if (end == SIZE_MAX)
		return 0;

	struct str inner = str_trim(str_head(s, end));

	*out = (struct template_tag){ .kind = TAG_PRINT };
	for (size_t i = 0; i < sizeof(sigils) / sizeof(*sigils); i++) {
		if (!inner.n || inner.p[0] != sigils[i].c)
			continue;
		out->kind = sigils[i].kind;
		inner = str_trim(str_skip(inner, 1));
		break;
	}
	out->path = inner;
	return is_name(inner) ? end + 2 : 0;
}

bool
tag_alone(struct template_tag *out, struct str line)
{
	struct str s = str_trim(line);
	size_t n;

	if (!str_starts(s, STR("{{")))
		return false;
	n = tag_read(out, str_skip(s, 2));
	return n && n + 2 == s.n && out->kind != TAG_PRINT;
}

size_t
tag_brace(struct str s, size_t from)
{
	for (size_t i = from; i + 1 < s.n; i++) {
		if (s.p[i] == s.p[i + 1] && (s.p[i] == '{' || s.p[i] == '}'))
			return i;
	}
	return s.n;
}

/* The first {{ of s from byte `from` on, or its end. */
static size_t
open_brace(struct str s, size_t from)
{
	size_t at = tag_brace(s, from);

	while (at < s.n && s.p[at] == '}')
		at = tag_brace(s, at + 2);
	return at;
}

/*
 * Where a run's text is its source, byte for byte, offsets are the same.  Else
 * (an entity, an escape) the same {{ is looked for: those are never escaped.
 */
struct span
tag_span(struct cursor *c, size_t off, size_t len)
{
	const struct run *r = c->run;

	if (!r->at.src)
		return r->at;
	if (r->at.len == r->s.n)
		return source_span(r->at.src, r->at.off + off, len);

	struct str written = span_text(r->at);
	size_t next;

	while ((next = open_brace(r->s, c->off)) < off) {
		c->off = next + 2;
		c->written = open_brace(written, c->written);
		if (c->written < written.n)
			c->written += 2;
	}

	size_t found = open_brace(written, c->written);

	if (next != off || found == written.n)
		return r->at;
	/* What is no tag may reach beyond the next entity: to the end. */
	if (!str_starts(
		str_skip(written, found), str_head(str_skip(r->s, off), len)))
		len = written.n - found;
	return source_span(r->at.src, r->at.off + found, len);
}

struct str
tag_step(struct str path, struct str *rest)
{
	return str_cut(path, '.', rest);
}

/* --- suggestions -------------------------------------------------------- */

/* Behind so many findings nobody reads suggestions, and they take time. */
#define SUGGESTED_MAX ((size_t)100)

bool
may_suggest(const struct diags *d)
{
	return d->list.n <= SUGGESTED_MAX;
}

struct str
tag_nearest(const struct diags *d, struct str s, const struct str *words)
{
	if (!may_suggest(d))
		return STR("");

	return str_copy(
	    d->arena, text_nearest(d->arena, s, words, utf8_count(s) / 3 + 1));
}
