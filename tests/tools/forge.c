/* SPDX-License-Identifier: MIT */
/*
 * forge KIND PAPER.pdf OUT.pdf: appends to a paper an update that poses as an
 * electronic signature, and changes what KIND says.  The signature itself is
 * zeros: it has the form of one, and kengesh does not judge more than that.
 * `forge` alone lists the kinds, a line each.
 */
#include <stdio.h>
#include <string.h>

#include "base/file.h"
#include "pdf/pdf.h"
#include "pdf/reading.h"

enum { NEW_MAX = 8, HOLE = 4096 };

/* An object of the paper that an update may bring anew. */
enum target {
	NONE,
	FIELD,
	OTHER_FIELD,
	PAGE,
	CONTENT,
	PAGES,
	FONT,
	INFO,
	ROOT
};

enum flags {
	UNSIGNED = 1,       /* no signature comes with it */
	SHORT = 2,          /* it does not cover the file to its end */
	UNLISTED = 4,       /* an object that the table does not name */
	ELSEWHERE = 8,      /* the table sends readers into a stream */
	NEW_FIELD = 16,     /* the signature has a field of its own */
	SEEN = 32,          /* which is drawn on the page */
	SPARE = 64,         /* an object that nothing refers to */
	DOCUMENT = 128,     /* a stream with the text of another document */
	BLANKS = 256,       /* behind the end of the file */
	GAP = 512,          /* blanks within its last lines */
	PACKED = 1024,      /* the field lies in a stream of objects */
	TWICE = 2048,       /* which lists it twice */
	MISCOUNT = 4096,    /* which says that it has more */
	TABLE_TWICE = 8192, /* the table has the number of the signature */
};

/*
 * A key of an object and its new value.  In it & stands for what is inside the
 * old one, % for the fields of the form, @ for a stream that draws over the
 * page, # for the field of NEW_FIELD.
 */
static const struct kind {
	const char *name;
	enum target target;
	const char *key, *value;
	unsigned flags;
} kinds[] = {
	{ "signed", NONE, NULL, NULL, 0 },
	{ "signed-unseen", FIELD, "Rect", "[0 0 0 0]", 0 },
	{ "signed-in-new-field", ROOT, "AcroForm",
	    "<</Fields[% # 0 R]/SigFlags 3>>", NEW_FIELD },
	{ "signed-with-date", INFO, "ModDate", "(D:20270101120000Z)", 0 },
	{ "signed-with-proofs", ROOT, "DSS", "<<>>", 0 },
	{ "unsigned", INFO, "ModDate", "(D:20270101120000Z)", UNSIGNED },
	{ "unsigned-content", CONTENT, NULL, NULL, UNSIGNED },
	{ "covers-less", NONE, NULL, NULL, SHORT },
	{ "unlisted-object", NONE, NULL, NULL, UNLISTED },
	{ "table-elsewhere", NONE, NULL, NULL, ELSEWHERE },
	{ "seen-in-new-field", ROOT, "AcroForm",
	    "<</Fields[% # 0 R]/SigFlags 3>>", NEW_FIELD | SEEN },
	{ "field-moved", FIELD, "Rect", "[50 50 500 700]", 0 },
	{ "field-renamed", FIELD, "T", "(other)", 0 },
	{ "field-acts", FIELD, "A", "<</S/URI/URI(https://example.org)>>", 0 },
	{ "field-key-twice", FIELD, "AP", "<</N @ 0 R/N @ 0 R>>", 0 },
	{ "empty-field-drawn", OTHER_FIELD, "AP", "<</N @ 0 R>>", 0 },
	{ "field-gone", ROOT, "AcroForm", "<</Fields[]/SigFlags 3>>", 0 },
	{ "form-of-another-kind", ROOT, "AcroForm", "<<& /XFA[]>>", 0 },
	{ "content", CONTENT, NULL, NULL, 0 },
	{ "page-content", PAGE, "Contents", "@ 0 R", 0 },
	{ "page-annotated", PAGE, "Annots", "[& @ 0 R]", 0 },
	{ "page-bare", PAGE, "Annots", "[]", 0 },
	{ "page-turned", PAGE, "Rotate", "180", 0 },
	{ "page-gone", PAGES, "Kids", "[]", 0 },
	{ "font", FONT, "BaseFont", "/Other", 0 },
	{ "keywords", INFO, "Keywords", "(other)", 0 },
	{ "title", INFO, "Title", "(other)", 0 },
	{ "catalogue-acts", ROOT, "OpenAction", "<</S/Named/N/Print>>", 0 },
	{ "catalogue-pages", ROOT, "Pages", "@ 0 R", 0 },
	{ "signed-packed", NONE, NULL, NULL, PACKED },
	{ "packed-twice", NONE, NULL, NULL, PACKED | TWICE },
	{ "packed-miscounted", NONE, NULL, NULL, PACKED | MISCOUNT },
	{ "table-numbered-twice", NONE, NULL, NULL, PACKED | TABLE_TWICE },
	{ "spare-object", NONE, NULL, NULL, SPARE },
	{ "spare-document", NONE, NULL, NULL, SPARE | DOCUMENT },
	{ "document-as-look", ROOT, "AcroForm",
	    "<</Fields[% # 0 R]/SigFlags 3>>", NEW_FIELD | DOCUMENT },
	{ "blanks-behind", NONE, NULL, NULL, BLANKS },
	{ "blanks-within-end", NONE, NULL, NULL, GAP },
};

struct update {
	struct arena arena;
	struct pdf_file paper;
	const struct kind *kind;
	struct strbuf out;
	struct {
		size_t number, at;
	} object[NEW_MAX];
	size_t n;
	size_t stream, field, signature; /* numbers of new objects */
	size_t hole, hole_end;           /* the signature's own string */
};

static void
put_value(struct strbuf *b, const struct pdf_value *v)
{
	switch (v->kind) {
	case PDF_WORD:
		buf_add(b, v->text);
		break;
	case PDF_NUMBER:
		buf_printf(b, "%.3f", (double)v->number / NUMBER_ONE);
		break;
	case PDF_NAME:
		buf_printf(b, "/" STR_FMT, STR_ARG(v->text));
		break;
	case PDF_STRING:
		buf_byte(b, '<');
		for (size_t i = 0; i < v->text.n; i++)
			buf_printf(b, "%02x", (unsigned char)v->text.p[i]);
		buf_byte(b, '>');
		break;
	case PDF_REFERENCE:
		buf_printf(b, "%d 0 R", (int)v->number);
		break;
	case PDF_ARRAY:
	case PDF_DICT:
		buf_add(b, v->kind == PDF_DICT ? STR("<<") : STR("["));
		for (size_t i = 0; i < v->kids.n; i++) {
			put_value(b, &v->kids.at[i]);
			buf_byte(b, ' ');
		}
		buf_add(b, v->kind == PDF_DICT ? STR(">>") : STR("]"));
		break;
	}
}

static const struct pdf_value *
member(const struct update *u, const struct pdf_value *v, const char *key)
{
	return value_first(&u->paper, dict_find(v, key));
}

/* The number of an object of the paper. */
static size_t
target_number(const struct update *u, enum target target)
{
	const struct pdf_value *root = member(u, &u->paper.trailer, "Root");
	const struct pdf_value *pages = member(u, root, "Pages");
	const struct pdf_value *kids = member(u, pages, "Kids");
	/* The last page, which has the fields. */
	const struct pdf_value *page = &kids->kids.at[kids->kids.n - 1];
	const struct pdf_value *dict = value_first(&u->paper, page);
	const struct pdf_value *fields =
	    member(u, member(u, root, "AcroForm"), "Fields");
	const struct pdf_value *fonts =
	    member(u, member(u, dict, "Resources"), "Font");

	switch (target) {
	case FIELD:
		return (size_t)fields->kids.at[0].number;
	case OTHER_FIELD:
		return (size_t)fields->kids.at[1].number;
	case PAGE:
		return (size_t)page->number;
	case CONTENT:
		return (size_t)dict_find(dict, "Contents")->number;
	case PAGES:
		return (size_t)dict_find(root, "Pages")->number;
	case FONT:
		return (size_t)fonts->kids.at[1].number;
	case INFO:
		return (size_t)dict_find(&u->paper.trailer, "Info")->number;
	case ROOT:
		return (size_t)dict_find(&u->paper.trailer, "Root")->number;
	case NONE:
		break;
	}
	return 0;
}

static void
put_inside(struct strbuf *b, const struct pdf_value *v)
{
	for (size_t i = 0; v && i < v->kids.n; i++) {
		put_value(b, &v->kids.at[i]);
		buf_byte(b, ' ');
	}
}

static struct str
expanded(struct update *u, const char *value, const struct pdf_value *old)
{
	const struct pdf_value *root = member(u, &u->paper.trailer, "Root");
	struct strbuf b;

	buf_init(&b, &u->arena);
	for (; *value; value++) {
		switch (*value) {
		case '&':
			put_inside(&b, old);
			break;
		case '%':
			put_inside(&b,
			    member(u, member(u, root, "AcroForm"), "Fields"));
			break;
		case '@':
			buf_printf(&b, "%zu", u->stream);
			break;
		case '#':
			buf_printf(&b, "%zu", u->field);
			break;
		default:
			buf_byte(&b, *value);
		}
	}
	return buf_str(&b);
}

static void
object_put(struct update *u, size_t number, struct str body)
{
	u->object[u->n].number = number;
	u->object[u->n++].at = u->out.n;
	buf_printf(&u->out, "%zu 0 obj\n", number);
	buf_add(&u->out, body);
	buf_add(&u->out, STR("\nendobj\n"));
}

/* The dictionary of an object with the change of this kind, and with its
 * signature where it is the field. */
static struct str
changed(struct update *u, size_t number)
{
	const struct kind *k = u->kind;
	const struct pdf_value *old = &u->paper.first[number]->value;
	bool aimed = k->key && target_number(u, k->target) == number;
	bool is_signed = number == target_number(u, FIELD) &&
			 !(k->flags & (UNSIGNED | NEW_FIELD));
	struct strbuf b;

	buf_init(&b, &u->arena);
	buf_add(&b, STR("<<"));
	for (size_t i = 0; i < old->kids.n; i += 2) {
		if (aimed && str_eq(old->kids.at[i].text, str_from(k->key)))
			continue;
		put_value(&b, &old->kids.at[i]);
		buf_byte(&b, ' ');
		put_value(&b, &old->kids.at[i + 1]);
	}
	if (aimed)
		buf_printf(&b, "/%s " STR_FMT, k->key,
		    STR_ARG(expanded(u, k->value, dict_find(old, k->key))));
	if (is_signed)
		buf_printf(&b, "/V %zu 0 R", u->signature);
	buf_add(&b, STR(">>"));
	return buf_str(&b);
}

static void
put_signature(struct update *u)
{
	struct strbuf b;

	buf_init(&b, &u->arena);
	buf_add(&b, STR("<</Type/Sig/Filter/Adobe.PPKLite/SubFilter"
			"/adbe.pkcs7.detached/ByteRange"
			"[0000000000 0000000000 0000000000 0000000000]"
			"/Contents"));
	u->hole = u->out.n + b.n +
		  str_printf(&u->arena, "%zu 0 obj\n", u->signature).n;
	buf_byte(&b, '<');
	for (int i = 0; i < HOLE; i++)
		buf_byte(&b, '0');
	buf_add(&b, STR(">"));
	u->hole_end = u->hole + HOLE + 2;
	buf_add(&b, STR(">>"));
	object_put(u, u->signature, buf_str(&b));
}

/* A stream of objects that has this one. */
static void
put_pack(struct update *u, size_t number)
{
	bool twice = u->kind->flags & TWICE;
	struct str body = changed(u, number);
	struct str index =
	    twice ? str_printf(&u->arena, "%zu 0 %zu 0 ", number, number)
		  : str_printf(&u->arena, "%zu 0 ", number);

	object_put(u, u->signature + 1,
	    str_printf(&u->arena,
		"<</Type/ObjStm/N %d/First %zu/Length %zu>>stream\n" STR_FMT
		    STR_FMT "\nendstream",
		u->kind->flags & MISCOUNT ? 7 : 1 + twice, index.n,
		index.n + body.n, STR_ARG(index), STR_ARG(body)));
}

static void
put_objects(struct update *u)
{
	const struct kind *k = u->kind;
	size_t field = target_number(u, FIELD);
	size_t target = target_number(u, k->target);
	struct str drawn = k->flags & DOCUMENT
			       ? STR("<</Length 59>>stream\n"
				     "900 0 obj <</Type/Catalog>> endobj\n"
				     "trailer<</Root 900 0 R>>\nendstream")
			       : STR("<</Length 24>>stream\n"
				     "0 g 50 50 500 700 re f  \nendstream");

	if (k->flags & (UNLISTED | ELSEWHERE | SPARE | NEW_FIELD) ||
	    (k->value && strchr(k->value, '@')))
		object_put(u, u->stream, drawn);
	if (k->flags & UNLISTED)
		u->n--;
	if (k->flags & ELSEWHERE)
		u->object[u->n - 1].at += 3;
	if (k->target == CONTENT)
		object_put(u, target, drawn);
	else if (k->key && target != field)
		object_put(u, target, changed(u, target));
	if (k->flags & UNSIGNED)
		return;
	if (k->flags & NEW_FIELD)
		object_put(u, u->field,
		    str_printf(&u->arena,
			"<</Type/Annot/Subtype/Widget/FT/Sig/T(new)/F 4"
			"/Rect[%s]/V %zu 0 R/AP<</N %zu 0 R>>>>",
			k->flags & SEEN ? "50 50 500 700" : "0 0 0 0",
			u->signature, u->stream));
	else if (k->flags & PACKED)
		put_pack(u, field);
	else
		object_put(u, field, changed(u, field));
	put_signature(u);
}

/* The keys of a trailer. */
static struct str
trailer_keys(struct update *u)
{
	size_t previous = 0;
	struct str tail = str_skip(u->paper.bytes, u->paper.paper - 40);

	sscanf(str_cstr(&u->arena,
		   str_skip(tail, str_find(tail, STR("startxref")) + 10)),
	    "%zu", &previous);
	return str_printf(&u->arena,
	    "/Size %zu/Root %zu 0 R/Info %zu 0 R/Prev %zu", u->signature + 3,
	    target_number(u, ROOT), target_number(u, INFO), previous);
}

static void
put_row(struct strbuf *b, char kind, size_t at)
{
	buf_byte(b, kind);
	for (int shift = 24; shift >= 0; shift -= 8)
		buf_byte(b, (char)(at >> shift & 255));
	buf_byte(b, 0);
}

/* A table that is a stream; it names the field in its stream of objects. */
static void
put_table_stream(struct update *u)
{
	size_t number = u->signature + (u->kind->flags & TABLE_TWICE ? 0 : 2);
	struct strbuf rows, index;

	buf_init(&rows, &u->arena);
	buf_init(&index, &u->arena);
	for (size_t i = 0; i < u->n; i++) {
		buf_printf(&index, "%zu 1 ", u->object[i].number);
		put_row(&rows, 1, u->object[i].at);
	}
	buf_printf(&index, "%zu 1 ", target_number(u, FIELD));
	put_row(&rows, 2, u->signature + 1);
	buf_printf(&u->out,
	    "%zu 0 obj\n<</Type/XRef/W[1 4 1]/Index[" STR_FMT "]" STR_FMT
	    "/Length %zu>>stream\n",
	    number, STR_ARG(buf_str(&index)), STR_ARG(trailer_keys(u)), rows.n);
	buf_add(&u->out, buf_str(&rows));
	buf_add(&u->out, STR("\nendstream\nendobj\n"));
}

static void
put_table(struct update *u)
{
	size_t at = u->out.n;

	if (u->kind->flags & PACKED) {
		put_table_stream(u);
	} else {
		buf_add(&u->out, STR("xref\n"));
		for (size_t i = 0; i < u->n; i++)
			buf_printf(&u->out, "%zu 1\n%010zu 00000 n \n",
			    u->object[i].number, u->object[i].at);
		buf_printf(&u->out, "trailer\n<<" STR_FMT ">>\n",
		    STR_ARG(trailer_keys(u)));
	}
	buf_printf(&u->out, "startxref\n%*s%zu\n%%%%EOF\n",
	    u->kind->flags & GAP ? 1100 : 0, "", at);
	if (u->kind->flags & BLANKS)
		buf_printf(&u->out, "%1100s", "");
}

/* The signature covers all but its own string. */
static void
put_range(struct update *u)
{
	size_t from = u->hole - strlen("0000000000 0000000000 0000000000 "
				       "0000000000]/Contents");
	size_t rest = u->out.n - u->hole_end;
	struct str s = str_printf(&u->arena, "%010d %010zu %010zu %010zu", 0,
	    u->hole, u->hole_end, u->kind->flags & SHORT ? rest - 20 : rest);

	memcpy(u->out.p + from, s.p, s.n);
}

static int
forge(const struct kind *k, const char *from, const char *to)
{
	struct update u = { .kind = k };
	struct str bytes;
	int error = 0;
	bool ok;

	arena_init(&u.arena);
	ok = file_bytes(&bytes, &u.arena, from, (size_t)1 << 26, &error) &&
	     pdf_file_read(&u.paper, &u.arena, bytes, bytes.n);
	if (ok) {
		u.stream = u.paper.size;
		u.field = u.stream + 1;
		u.signature = u.field + 1;
		buf_init(&u.out, &u.arena);
		buf_add(&u.out, bytes);
		put_objects(&u);
		put_table(&u);
		if (u.hole)
			put_range(&u);

		FILE *f = fopen(to, "wb");

		ok = f && fwrite(u.out.p, 1, u.out.n, f) == u.out.n;
		ok = f && fclose(f) == 0 && ok;
	}
	arena_done(&u.arena);
	return ok ? 0 : 3;
}

int
main(int argc, char **argv)
{
	for (size_t i = 0; i < sizeof(kinds) / sizeof(*kinds); i++) {
		if (argc == 1)
			puts(kinds[i].name);
		else if (argc == 4 && strcmp(argv[1], kinds[i].name) == 0)
			return forge(&kinds[i], argv[2], argv[3]);
	}
	return argc == 1 ? 0 : 2;
}
