/* SPDX-License-Identifier: MIT */
/* Values of a PDF (ISO 32000-1, 7.3), read and held against each other. */

#include <string.h>

#include "pdf/reading.h"

#define DEPTH_MAX  32
#define DIGITS_MAX 12  /* before the point: millionths fit into 64 bits */
#define KEYS_MAX   500 /* of a dictionary: they are held against each other */

static bool
is_space(char c)
{
	return memchr(" \t\r\n\f", c, 6) != NULL; /* NUL is one of them */
}

/* Where a name, a number or a word ends. */
bool
value_ends(char c)
{
	return is_space(c) || memchr("()<>[]{}/%", c, 10);
}

static bool
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static int
hex_value(char c)
{
	static const char digits[] = "0123456789abcdef";
	char small = c >= 'A' && c <= 'F' ? (char)(c - 'A' + 'a') : c;
	const char *at = small ? strchr(digits, small) : NULL;

	return at ? (int)(at - digits) : -1;
}

/* --- the cursor --------------------------------------------------------- */

static bool
is_at(const struct pdf_cursor *c, char ch)
{
	return c->at < c->bytes.n && c->bytes.p[c->at] == ch;
}

void
cursor_space(struct pdf_cursor *c)
{
	while (c->at < c->bytes.n && is_space(c->bytes.p[c->at]))
		c->at++;
}

/* Up to what ends a word. */
static struct str
cursor_token(struct pdf_cursor *c)
{
	size_t from = c->at;

	while (c->at < c->bytes.n && !value_ends(c->bytes.p[c->at]))
		c->at++;
	return str_head(str_skip(c->bytes, from), c->at - from);
}

bool
cursor_word(struct pdf_cursor *c, const char *word)
{
	cursor_space(c);
	return str_eq(cursor_token(c), str_from(word));
}

bool
cursor_number(struct pdf_cursor *c, size_t *out)
{
	cursor_space(c);

	struct str s = cursor_token(c);

	*out = 0;
	for (size_t i = 0; i < s.n; i++)
		*out = *out * 10 + (size_t)(s.p[i] - '0');
	return s.n && s.n <= DIGITS_MAX && str_digits(s) == s.n;
}

/* --- one kind after the other ------------------------------------------- */

static bool
number_read(struct pdf_value *out, struct str s)
{
	bool negative = s.n && s.p[0] == '-', any = false;
	int64_t unit = NUMBER_ONE;
	size_t i = s.n && (s.p[0] == '-' || s.p[0] == '+'), begin = i;

	out->kind = PDF_NUMBER;
	for (; i < s.n && is_digit(s.p[i]); i++, any = true) {
		if (i - begin == DIGITS_MAX)
			return false;
		out->number = out->number * 10 + (s.p[i] - '0') * NUMBER_ONE;
	}
	if (i < s.n && s.p[i] == '.') {
		for (i++; i < s.n && is_digit(s.p[i]); i++, any = true) {
			unit /= 10;
			out->number += (s.p[i] - '0') * unit;
		}
	}
	if (negative)
		out->number = -out->number;
	return any && i == s.n;
}

/* "12 0 R": a number that two more words follow. */
static void
reference_read(struct pdf_value *v, const struct pdf_cursor *at, size_t *behind)
{
	struct pdf_cursor c = *at;
	size_t generation;

	if (v->number < 0 || v->number % NUMBER_ONE != 0)
		return;
	if (!cursor_number(&c, &generation) || !cursor_word(&c, "R"))
		return;
	v->kind = PDF_REFERENCE;
	v->number /= NUMBER_ONE;
	v->generation = generation;
	*behind = c.at;
}

static bool
name_read(struct pdf_value *out, struct pdf_cursor *c)
{
	struct strbuf b;
	struct str s;

	c->at++;
	s = cursor_token(c);
	buf_init(&b, c->arena);
	for (size_t i = 0; i < s.n; i++) {
		if (s.p[i] != '#') {
			buf_byte(&b, s.p[i]);
			continue;
		}
		if (i + 2 >= s.n || hex_value(s.p[i + 1]) < 0 ||
		    hex_value(s.p[i + 2]) < 0)
			return false;
		buf_byte(&b,
		    (char)(hex_value(s.p[i + 1]) << 4 | hex_value(s.p[i + 2])));
		i += 2;
	}
	out->kind = PDF_NAME;
	out->text = buf_str(&b);
	return true;
}

static bool
hex_read(struct pdf_value *out, struct pdf_cursor *c)
{
	int half = -1;
	struct strbuf b;

	buf_init(&b, c->arena);
	for (c->at++; c->at < c->bytes.n && !is_at(c, '>'); c->at++) {
		int v = hex_value(c->bytes.p[c->at]);

		if (v < 0 && !is_space(c->bytes.p[c->at]))
			return false;
		if (v >= 0 && half >= 0)
			buf_byte(&b, (char)(half << 4 | v));
		if (v >= 0)
			half = half < 0 ? v : -1;
	}
	if (half >= 0)
		buf_byte(&b, (char)(half << 4));
	out->kind = PDF_STRING;
	out->text = buf_str(&b);
	return c->at++ < c->bytes.n;
}

/* Behind a backslash; a line end there is nothing. */
static void
escape_read(struct strbuf *b, struct pdf_cursor *c)
{
	static const char from[] = "nrtbf", to[] = "\n\r\t\b\f";
	char ch = c->bytes.p[c->at++];
	const char *at = memchr(from, ch, 5);
	int octal = ch - '0';

	if (at) {
		buf_byte(b, to[at - from]);
	} else if (ch >= '0' && ch <= '7') {
		for (int i = 0;
		     i < 2 && c->at < c->bytes.n && c->bytes.p[c->at] >= '0' &&
		     c->bytes.p[c->at] <= '7';
		     i++)
			octal = octal * 8 + (c->bytes.p[c->at++] - '0');
		buf_byte(b, (char)octal);
	} else if (ch == '\r') {
		c->at += is_at(c, '\n');
	} else if (ch != '\n') {
		buf_byte(b, ch);
	}
}

static bool
string_read(struct pdf_value *out, struct pdf_cursor *c)
{
	int depth = 1;
	struct strbuf b;

	buf_init(&b, c->arena);
	for (c->at++; c->at < c->bytes.n && depth;) {
		char ch = c->bytes.p[c->at++];

		depth += (ch == '(') - (ch == ')');
		if (ch == '\\' && c->at < c->bytes.n)
			escape_read(&b, c);
		else if (depth)
			buf_byte(&b, ch);
	}
	out->kind = PDF_STRING;
	out->text = buf_str(&b);
	return depth == 0;
}

static bool read_at_depth(
    struct pdf_value *out, struct pdf_cursor *c, int depth);

static bool
array_read(struct pdf_value *out, struct pdf_cursor *c, int depth)
{
	out->kind = PDF_ARRAY;
	for (c->at++, cursor_space(c); !is_at(c, ']'); cursor_space(c)) {
		if (!read_at_depth(
			LIST_ADD(c->arena, &out->kids), c, depth + 1))
			return false;
	}
	c->at++;
	return true;
}

/* A key that comes twice could be read in two ways. */
static bool
dict_read(struct pdf_value *out, struct pdf_cursor *c, int depth)
{
	out->kind = PDF_DICT;
	for (c->at += 2, cursor_space(c); !is_at(c, '>'); cursor_space(c)) {
		struct pdf_value key = { .kind = PDF_NAME }, v = key;

		if (out->kids.n == 2 * KEYS_MAX || !is_at(c, '/') ||
		    !name_read(&key, c) || dict_key(out, key.text) ||
		    !read_at_depth(&v, c, depth + 1))
			return false;
		*LIST_ADD(c->arena, &out->kids) = key;
		*LIST_ADD(c->arena, &out->kids) = v;
	}
	c->at++;
	if (!is_at(c, '>'))
		return false;
	c->at++;
	return true;
}

static bool
word_read(struct pdf_value *out, struct pdf_cursor *c)
{
	struct str s = cursor_token(c);

	if (s.n && number_read(out, s)) {
		reference_read(out, c, &c->at);
		return true;
	}
	*out = (struct pdf_value){ .kind = PDF_WORD, .text = s };
	return str_eq(s, STR("true")) || str_eq(s, STR("false")) ||
	       str_eq(s, STR("null"));
}

static bool
read_at_depth(struct pdf_value *out, struct pdf_cursor *c, int depth)
{
	*out = (struct pdf_value){ .kind = PDF_WORD };
	cursor_space(c);
	if (c->at >= c->bytes.n || depth > DEPTH_MAX || !c->values)
		return false;
	c->values--;
	switch (c->bytes.p[c->at]) {
	case '/':
		return name_read(out, c);
	case '(':
		return string_read(out, c);
	case '[':
		return array_read(out, c, depth);
	case '<':
		if (c->at + 1 < c->bytes.n && c->bytes.p[c->at + 1] == '<')
			return dict_read(out, c, depth);
		return hex_read(out, c);
	default:
		return word_read(out, c);
	}
}

bool
value_read(struct pdf_value *out, struct pdf_cursor *c)
{
	return read_at_depth(out, c, 0);
}

/* --- questions ---------------------------------------------------------- */

const struct pdf_value *
dict_key(const struct pdf_value *v, struct str key)
{
	if (!v || v->kind != PDF_DICT)
		return NULL;
	for (size_t i = 0; i + 1 < v->kids.n; i += 2) {
		if (str_eq(v->kids.at[i].text, key))
			return &v->kids.at[i + 1];
	}
	return NULL;
}

const struct pdf_value *
dict_find(const struct pdf_value *v, const char *key)
{
	return dict_key(v, str_from(key));
}

static bool
dict_same(const struct pdf_value *a, const struct pdf_value *b)
{
	for (size_t i = 0; i + 1 < a->kids.n; i += 2) {
		if (!value_same(
			&a->kids.at[i + 1], dict_key(b, a->kids.at[i].text)))
			return false;
	}
	return true;
}

bool
value_same(const struct pdf_value *a, const struct pdf_value *b)
{
	if (!a || !b || a->kind != b->kind || a->number != b->number ||
	    a->generation != b->generation || !str_eq(a->text, b->text) ||
	    a->kids.n != b->kids.n)
		return false;
	if (a->kind == PDF_DICT)
		return dict_same(a, b);
	for (size_t i = 0; i < a->kids.n; i++) {
		if (!value_same(&a->kids.at[i], &b->kids.at[i]))
			return false;
	}
	return true;
}

bool
value_is_name(const struct pdf_value *v, const char *name)
{
	return v && v->kind == PDF_NAME && str_eq(v->text, str_from(name));
}

bool
value_size(const struct pdf_value *v, size_t *out)
{
	if (!v || v->kind != PDF_NUMBER || v->number < 0 ||
	    v->number % NUMBER_ONE != 0)
		return false;
	*out = (size_t)(v->number / NUMBER_ONE);
	return true;
}
