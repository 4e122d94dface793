/* SPDX-License-Identifier: MIT */
#include "base/harmless.h"

#include "base/arena.h"
#include "base/utf8.h"

enum { REPLACEMENT = 0xFFFD };

bool
harmful(uint32_t cp)
{
	return cp < 0x20 || (cp >= 0x7F && cp < 0xA0) || cp == 0x061C ||
	       (cp >= 0x200E && cp <= 0x200F) ||
	       (cp >= 0x2028 && cp <= 0x202E) || (cp >= 0x2066 && cp <= 0x2069);
}

static bool
is_clean(struct str s)
{
	if (utf8_fault(s) != SIZE_MAX)
		return false;
	for (size_t i = 0; i < s.n;) {
		if (harmful(utf8_next(s, &i)))
			return false;
	}
	return true;
}

struct str
harmless(struct arena *a, struct str s)
{
	struct strbuf b;
	size_t bad = utf8_fault(s);

	if (is_clean(s))
		return s;
	buf_init(&b, a);
	for (size_t i = 0; i < s.n;) {
		if (i == bad) {
			utf8_add(&b, REPLACEMENT);
			s = str_skip(s, i + 1);
			i = 0;
			bad = utf8_fault(s);
			continue;
		}

		uint32_t cp = utf8_next(s, &i);

		utf8_add(&b, harmful(cp) ? REPLACEMENT : cp);
	}
	return buf_str(&b);
}

/* Where no word has begun yet; runners skip each of them before a command. */
static bool
is_space(uint32_t cp)
{
	return cp == ' ' || cp == 0xA0 || cp == 0x1680 ||
	       (cp >= 0x2000 && cp <= 0x200A) || cp == 0x202F || cp == 0x205F ||
	       cp == 0x3000;
}

static bool
is_ascii_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* Whether a command may begin here.  Colons are one at the beginning of a word
 * only; of more than two none is left to begin a line that is folded there. */
static bool
is_command(struct str rest, uint32_t before)
{
	if (str_starts(rest, STR("::")))
		return is_space(before) || before == ':';
	if (str_starts(rest, STR("##[")))
		return rest.n > 3 && is_ascii_letter(rest.p[3]);
	return str_starts(rest, STR("##vso["));
}

struct str
harmless_line(struct arena *a, struct str s)
{
	struct strbuf b;
	uint32_t before = ' ';

	s = harmless(a, s);
	if (str_find(s, STR("::")) == SIZE_MAX &&
	    str_find(s, STR("##")) == SIZE_MAX)
		return s;
	buf_init(&b, a);
	for (size_t i = 0; i < s.n;) {
		bool command = is_command(str_skip(s, i), before);

		before = utf8_next(s, &i);
		utf8_add(&b, command ? REPLACEMENT : before);
	}
	return buf_str(&b);
}
