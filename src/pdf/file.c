/* SPDX-License-Identifier: MIT */
/* The door to libharu: objects, streams and pages in, the file's bytes out. */

#include <assert.h>
#include <hpdf.h>
#include <hpdf_doc.h>
#include <hpdf_objects.h>
#include <hpdf_pages.h>
#include <hpdf_streams.h>
#include <string.h>

#include "pdf/pdf_int.h"

/* Pages under one node of the page tree: an array holds up to 8191. */
#define PAGES_NODE 8000

/* zlib takes 256 KiB for each stream.  Some mallocs give as much back to the
 * system each time and fetch it again, page by page, until they have once been
 * given back a larger piece. */
#define PIECE (1024 * 1024)

struct file {
	struct arena *arena;
	HPDF_Doc haru; /* NULL: libharu could not begin */
	size_t npages;
	HPDF_Page *page;
	struct object *page_object;
	struct object catalog, root, info, trailer;
};

/* Where the file's own hash goes, once the rest of it is known. */
static const char id_blank[] = "/ID[<00000000000000000000000000000000>"
			       "<00000000000000000000000000000000>]";

/* libharu calls it before it closes the dictionary. */
static HPDF_STATUS
write_body(HPDF_Dict dict, HPDF_Stream stream)
{
	const struct object *o = dict->attr;

	return HPDF_Stream_Write(
	    stream, (const HPDF_BYTE *)o->body.p, (HPDF_UINT)o->body.n);
}

static void
bind_body(struct object *o, HPDF_Dict dict)
{
	assert(!dict->write_fn && !dict->attr);
	dict->write_fn = write_body;
	dict->attr = o;
	o->dict = dict;
	o->id = dict->header.obj_id & 0x007FFFFF;
}

struct file *
file_open(struct arena *a, const struct pdf *p)
{
	struct file *f = ARENA_NEW(a, struct file);

	f->arena = a;
	f->npages = p->pages->list.n;
	f->page = ARENA_ARRAY(a, HPDF_Page, f->npages + 1);
	f->page_object = ARENA_ARRAY(a, struct object, f->npages + 1);
	f->haru = HPDF_New(NULL, NULL);
	if (!f->haru)
		return f;
	HPDF_FreeMem(f->haru->mmgr, HPDF_GetMem(f->haru->mmgr, PIECE));
	HPDF_SetCompressionMode(f->haru, HPDF_COMP_ALL);
	f->haru->pdf_version = CONFORMANCE_1A(p) ? HPDF_VER_14 : HPDF_VER_17;
	f->trailer.body = str_from(id_blank);
	bind_body(&f->trailer, f->haru->trailer);
	bind_body(&f->catalog, f->haru->catalog);
	bind_body(&f->root, f->haru->root_pages);
	bind_body(&f->info, f->haru->info);
	HPDF_Dict_RemoveElement(f->haru->info, "Producer");
	if (f->npages > PAGES_NODE)
		HPDF_SetPagesConfiguration(f->haru, PAGES_NODE);
	for (size_t i = 0; i < f->npages; i++) {
		HPDF_Page page = HPDF_AddPage(f->haru);

		if (!page)
			break;
		/* All pages inherit these from the root of their tree. */
		HPDF_Dict_RemoveElement(page, "MediaBox");
		HPDF_Dict_RemoveElement(page, "Resources");
		HPDF_Dict_AddNumber(page, "StructParents", (HPDF_INT32)i);
		HPDF_Dict_AddName(page, "Tabs", "S");
		f->page[i] = page;
		f->page_object[i].id = page->header.obj_id & 0x007FFFFF;
	}
	return f;
}

void
file_close(struct file *f)
{
	if (f->haru)
		HPDF_Free(f->haru);
}

static bool
file_is_sound(const struct file *f)
{
	return f->haru && f->haru->error.error_no == HPDF_OK;
}

struct object *
object_new(struct file *f)
{
	struct object *o = ARENA_NEW(f->arena, struct object);

	if (!file_is_sound(f))
		return o;

	HPDF_Dict dict = HPDF_Dict_New(f->haru->mmgr);

	if (dict && HPDF_Xref_Add(f->haru->xref, dict) == HPDF_OK)
		bind_body(o, dict);
	return o;
}

struct object *
object_add(struct file *f, struct str body)
{
	struct object *o = object_new(f);

	o->body = body;
	return o;
}

struct object *
stream_add(struct file *f, struct str entries, struct str bytes)
{
	struct object *o = ARENA_NEW(f->arena, struct object);

	o->body = entries;
	if (!file_is_sound(f))
		return o;

	HPDF_Dict dict = HPDF_DictStream_New(f->haru->mmgr, f->haru->xref);

	if (!dict)
		return o;
	bind_body(o, dict);
	if (bytes.n)
		HPDF_Stream_Write(dict->stream, (const HPDF_BYTE *)bytes.p,
		    (HPDF_UINT)bytes.n);
	return o;
}

static struct str
stream_bytes(struct arena *a, HPDF_Stream stream)
{
	char *bytes = ARENA_ARRAY(a, char, HPDF_Stream_Size(stream));
	size_t n = 0;

	for (HPDF_UINT i = 0; i < HPDF_MemStream_GetBufCount(stream); i++) {
		HPDF_UINT part = 0;
		const HPDF_BYTE *p = HPDF_MemStream_GetBufPtr(stream, i, &part);

		memcpy(bytes + n, p, part);
		n += part;
	}
	return (struct str){ bytes, n };
}

struct str
file_deflated(struct file *f, struct arena *a, struct str bytes)
{
	struct str out = STR("");

	if (!file_is_sound(f))
		return out;

	HPDF_Stream plain = HPDF_MemStream_New(f->haru->mmgr, 4096);
	HPDF_Stream packed = HPDF_MemStream_New(f->haru->mmgr, 4096);

	if (plain && packed &&
	    HPDF_Stream_Write(plain, (const HPDF_BYTE *)bytes.p,
		(HPDF_UINT)bytes.n) == HPDF_OK &&
	    HPDF_Stream_WriteToStream(plain, packed,
		HPDF_STREAM_FILTER_FLATE_DECODE, NULL) == HPDF_OK)
		out = stream_bytes(a, packed);
	HPDF_Stream_Free(plain);
	HPDF_Stream_Free(packed);
	return out;
}

struct object *
file_page(struct file *f, size_t page)
{
	return &f->page_object[page];
}

void
file_page_content(struct file *f, size_t page, struct str bytes)
{
	if (!f->page[page])
		return;

	HPDF_PageAttr attr = f->page[page]->attr;

	HPDF_Stream_Write(
	    attr->stream, (const HPDF_BYTE *)bytes.p, (HPDF_UINT)bytes.n);
}

void
file_page_annotation(struct file *f, size_t page, struct object *o)
{
	HPDF_Page dict = f->page[page];

	if (!dict || !o->dict)
		return;

	HPDF_Array list = HPDF_Dict_GetItem(dict, "Annots", HPDF_OCLASS_ARRAY);

	if (!list) {
		list = HPDF_Array_New(dict->mmgr);
		if (HPDF_Dict_Add(dict, "Annots", list) != HPDF_OK)
			return;
	}
	HPDF_Array_Add(list, o->dict);
}

void
file_pages(struct file *f, struct str inherited)
{
	f->root.body = inherited;
}

void
file_catalog(struct file *f, struct str entries)
{
	f->catalog.body = entries;
}

void
file_info(struct file *f, struct str entries)
{
	f->info.body = entries;
}

/* The file says in its ID what it holds: the hash of all its other bytes. */
static void
put_id(char *bytes, size_t n)
{
	static const char hex[] = "0123456789abcdef";
	size_t at = n - sizeof(id_blank) + 1;

	while (memcmp(bytes + at, id_blank, sizeof(id_blank) - 1) != 0)
		at--;

	uint64_t half[2] = {
		str_hash((struct str){ bytes, n }),
		str_hash((struct str){ bytes + n / 2, n - n / 2 }),
	};

	at += strlen("/ID[<");
	for (int i = 0; i < 32; i++) {
		char c = hex[half[i / 16] >> (60 - 4 * (i % 16)) & 15];

		bytes[at + i] = c;
		bytes[at + i + strlen("00000000000000000000000000000000><")] =
		    c;
	}
}

bool
file_save(struct str *out, struct file *f)
{
	if (!file_is_sound(f) || HPDF_SaveToStream(f->haru) != HPDF_OK)
		return false;

	*out = stream_bytes(f->arena, f->haru->stream);
	put_id((char *)out->p, out->n);
	return true;
}
