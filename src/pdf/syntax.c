/* SPDX-License-Identifier: MIT */
#include "base/utf8.h"
#include "pdf/pdf_int.h"

/* Characters of a text string: a file holds up to 32767 bytes in one. */
#define TEXT_MAX 8000

/* Code points beyond 16 bits are two units of UTF-16. */
#define HIGH_HALF(cp) (0xD800 + (((cp)-0x10000) >> 10))
#define LOW_HALF(cp)  (0xDC00 + ((cp)&0x3FF))

/* Digits of v, at least `least` of them, to the end of a buffer. */
static struct str
digits(char *end, uint64_t v, int least)
{
	char *p = end;

	for (; v || least > 0; v /= 10, least--)
		*--p = (char)('0' + v % 10);
	return (struct str){ p, (size_t)(end - p) };
}

void
put_int(struct strbuf *b, int64_t v)
{
	char room[24];

	if (v < 0)
		buf_byte(b, '-');
	buf_add(b, digits(room + sizeof(room), (uint64_t)(v < 0 ? -v : v), 1));
}

/* In points, with up to three decimals and no zeros that say nothing. */
void
put_mpt(struct strbuf *b, mpt v)
{
	char room[24];
	int64_t n = v < 0 ? -(int64_t)v : v;
	int64_t rest = n % 1000;

	if (v < 0)
		buf_byte(b, '-');
	buf_add(
	    b, digits(room + sizeof(room), (uint64_t)(n / 1000), rest == 0));
	if (rest == 0)
		return;

	struct str decimals = digits(room + sizeof(room), (uint64_t)rest, 3);

	while (decimals.p[decimals.n - 1] == '0')
		decimals.n--;
	buf_byte(b, '.');
	buf_add(b, decimals);
}

void
put_rect(struct strbuf *b, const char *key, const mpt box[4])
{
	buf_byte(b, '/');
	buf_add(b, str_from(key));
	for (int i = 0; i < 4; i++) {
		buf_byte(b, i ? ' ' : '[');
		put_mpt(b, box[i]);
	}
	buf_byte(b, ']');
}

static void
put_unit(struct strbuf *b, uint32_t u)
{
	static const char hex[] = "0123456789ABCDEF";

	for (int shift = 12; shift >= 0; shift -= 4)
		buf_byte(b, hex[u >> shift & 15]);
}

/* A byte of a literal string; a reader would take a bare CR for LF. */
void
put_byte(struct strbuf *b, unsigned char c)
{
	if (c == '(' || c == ')' || c == '\\' || c == '\r')
		buf_byte(b, '\\');
	buf_byte(b, c == '\r' ? 'r' : (char)c);
}

static void
put_string_unit(struct strbuf *b, uint32_t u)
{
	put_byte(b, (unsigned char)(u >> 8));
	put_byte(b, (unsigned char)(u & 0xFF));
}

/* UTF-16 as bytes, which are half of what hexadecimal digits would be. */
void
put_string(struct strbuf *b, const char *key, struct str s)
{
	size_t i = 0;

	buf_byte(b, '/');
	buf_add(b, str_from(key));
	buf_byte(b, '(');
	put_string_unit(b, 0xFEFF);
	for (int n = 0; i < s.n && n < TEXT_MAX; n++) {
		uint32_t cp = utf8_next(s, &i);

		if (cp >= 0x10000)
			put_string_unit(b, HIGH_HALF(cp));
		put_string_unit(b, cp >= 0x10000 ? LOW_HALF(cp) : cp);
	}
	if (i < s.n)
		put_string_unit(b, 0x2026);
	buf_byte(b, ')');
}

void
put_xml(struct strbuf *b, struct str s)
{
	static const char *const escape[128] = {
		['&'] = "&amp;",
		['<'] = "&lt;",
		['>'] = "&gt;",
	};

	size_t i = 0, n = 0;

	/* The same limit as the text string that must equal it. */
	for (; i < s.n && n < TEXT_MAX; n++) {
		uint32_t cp = utf8_next(s, &i);

		if (cp < 128 && escape[cp])
			buf_add(b, str_from(escape[cp]));
		else
			utf8_add(b, cp);
	}
	if (i < s.n)
		utf8_add(b, 0x2026);
}

/* Addresses are ASCII: other bytes, and those that PDF reads as its own, go as
 * per cent and two digits. */
void
put_uri(struct strbuf *b, struct str address)
{
	static const char hex[] = "0123456789ABCDEF";

	buf_add(b, STR("/URI("));
	for (size_t i = 0; i < address.n; i++) {
		unsigned char c = (unsigned char)address.p[i];

		if (c > ' ' && c < 0x7F && c != '(' && c != ')' && c != '\\') {
			buf_byte(b, (char)c);
			continue;
		}
		buf_byte(b, '%');
		buf_byte(b, hex[c >> 4]);
		buf_byte(b, hex[c & 15]);
	}
	buf_byte(b, ')');
}

void
put_id(struct strbuf *b, uint32_t id)
{
	put_int(b, id);
	buf_add(b, STR(" 0 R"));
}

void
put_reference(struct strbuf *b, const char *key, const struct object *o)
{
	buf_byte(b, '/');
	buf_add(b, str_from(key));
	buf_byte(b, ' ');
	put_id(b, o->id);
}

void
put_unicode(struct strbuf *b, uint16_t code, uint32_t cp)
{
	buf_byte(b, '<');
	put_unit(b, code);
	buf_add(b, STR("><"));
	if (cp >= 0x10000)
		put_unit(b, HIGH_HALF(cp));
	put_unit(b, cp >= 0x10000 ? LOW_HALF(cp) : cp);
	buf_add(b, STR(">\n"));
}
