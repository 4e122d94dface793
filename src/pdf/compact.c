/* SPDX-License-Identifier: MIT */
/*
 * A file with its objects in streams.  libharu writes each object and a row of
 * 20 bytes for it as plain text, which is half of a file of tagged tables; from
 * PDF 1.5 on (ISO 32000-1, 7.5.7 and 7.5.8) objects may be deflated together,
 * and the table of them too.
 */

#include "pdf/pdf_int.h"

/* Objects in one stream: a reader unpacks all of them for one. */
#define PACK_MAX 1000

/* Bytes of a row of the table: how an object is stored; where it begins, or
 * the number of the stream that holds it; and its place in that. */
enum { ROW_KIND = 1, ROW_WHERE = 4, ROW_PLACE = 2, ROW = 7 };
enum kind { FREE, PLAIN, PACKED };

struct compact {
	struct pdf *p;
	struct strbuf out;
	unsigned char *rows;  /* by number */
	uint32_t next;        /* the number of the next new object */
	struct strbuf index;  /* of the pack: numbers and places */
	struct strbuf bodies; /* of the pack, one behind the other */
	size_t npacked;       /* objects in it */
};

static unsigned char *
put_number(unsigned char *to, uint64_t v, int bytes)
{
	while (bytes-- > 0)
		*to++ = (unsigned char)(v >> 8 * bytes);
	return to;
}

static void
row_set(struct compact *c, uint32_t number, enum kind kind, size_t where,
    size_t place)
{
	unsigned char *to = c->rows + (size_t)number * ROW;

	to = put_number(to, kind, ROW_KIND);
	to = put_number(to, where, ROW_WHERE);
	put_number(to, place, ROW_PLACE);
}

static void
put_plain(struct compact *c, uint32_t number, struct str written)
{
	row_set(c, number, PLAIN, c->out.n, 0);
	buf_add(&c->out, written);
}

static void
put_stream(
    struct compact *c, uint32_t number, struct str entries, struct str bytes)
{
	struct str packed = deflated(c->p->writer, c->p->arena, bytes);

	row_set(c, number, PLAIN, c->out.n, 0);
	put_int(&c->out, number);
	buf_add(&c->out, STR(" 0 obj\n<<"));
	buf_add(&c->out, entries);
	buf_add(&c->out, STR("/Filter/FlateDecode/Length "));
	put_int(&c->out, (int64_t)packed.n);
	buf_add(&c->out, STR(">>stream\n"));
	buf_add(&c->out, packed);
	buf_add(&c->out, STR("\nendstream\nendobj\n"));
}

static void
pack_close(struct compact *c)
{
	struct str entries = str_printf(c->p->arena,
	    "/Type/ObjStm/N %zu/First %zu", c->npacked, c->index.n);

	buf_add(&c->index, buf_str(&c->bodies));
	put_stream(c, c->next++, entries, buf_str(&c->index));
	c->index.n = c->bodies.n = c->npacked = 0;
}

/* What stands between "obj" and "endobj". */
static struct str
value_of(struct str written)
{
	static const struct str begin = STR_INIT("obj\n"),
				end = STR_INIT("endobj\n");
	struct str s = str_skip(written, str_find(written, begin) + begin.n);

	return str_trim(str_head(s, s.n - end.n));
}

static void
pack_add(struct compact *c, uint32_t number, struct str written)
{
	row_set(c, number, PACKED, c->next, c->npacked++);
	put_int(&c->index, number);
	buf_byte(&c->index, ' ');
	put_int(&c->index, (int64_t)c->bodies.n);
	buf_byte(&c->index, ' ');
	buf_add(&c->bodies, value_of(written));
	buf_byte(&c->bodies, '\n');
	if (c->npacked == PACK_MAX)
		pack_close(c);
}

/* The rows, each as its difference from the one above: most are one place
 * further in the same stream. */
static struct str
rows_filtered(struct compact *c, size_t n)
{
	enum { UP = 2 };
	char *to = ARENA_ARRAY(c->p->arena, char, n *(1 + ROW));
	static const unsigned char none[ROW];

	for (size_t i = 0; i < n; i++) {
		const unsigned char *row = c->rows + i * ROW;
		const unsigned char *above = i ? row - ROW : none;

		to[i * (1 + ROW)] = UP;
		for (int k = 0; k < ROW; k++)
			to[i * (1 + ROW) + 1 + k] = (char)(row[k] - above[k]);
	}
	return (struct str){ to, n * (1 + ROW) };
}

static void
put_table(struct compact *c, struct str trailer)
{
	size_t at = c->out.n, size = c->next + 1;
	struct str entries = str_printf(c->p->arena,
	    "/Type/XRef/Size %zu/W[%d %d %d]/DecodeParms<</Predictor 12"
	    "/Columns %d>>" STR_FMT,
	    size, ROW_KIND, ROW_WHERE, ROW_PLACE, ROW, STR_ARG(trailer));

	row_set(c, c->next, PLAIN, at, 0);
	put_stream(c, c->next, entries, rows_filtered(c, size));
	buf_printf(&c->out, "startxref\n%zu\n%%%%EOF\n", at);
}

struct str
compact(struct pdf *p, struct str header, const struct written *objects,
    size_t n, struct str trailer)
{
	struct compact c = { .p = p, .next = (uint32_t)n };

	buf_init(&c.out, p->arena);
	buf_init(&c.index, p->arena);
	buf_init(&c.bodies, p->arena);
	c.rows =
	    ARENA_ARRAY(p->arena, unsigned char, (n + n / PACK_MAX + 2) * ROW);
	row_set(&c, 0, FREE, 0, UINT16_MAX);
	buf_add(&c.out, header);
	for (uint32_t i = 1; i < n; i++) {
		if (objects[i].packs)
			pack_add(&c, i, objects[i].text);
		else
			put_plain(&c, i, objects[i].text);
	}
	if (c.npacked)
		pack_close(&c);
	put_table(&c, trailer);
	return buf_str(&c.out);
}
