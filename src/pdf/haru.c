/* SPDX-License-Identifier: MIT */
/* The door to libharu: objects, streams and pages in, the file's bytes out. */

#include <assert.h>
#include <hpdf.h>
#include <hpdf_doc.h>
#include <hpdf_objects.h>
#include <hpdf_pages.h>
#include <hpdf_streams.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "pdf/pdf_int.h"

/* Pages under one node of the page tree: an array holds up to 8191. */
#define PAGES_NODE 8000

struct haru {
	struct arena *arena;
	HPDF_Doc doc; /* NULL: libharu could not begin */
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

/* libharu keeps flags above an object's number. */
static uint32_t
number(HPDF_Dict dict)
{
	return dict->header.obj_id & 0x007FFFFF;
}

static void
bind_body(struct object *o, HPDF_Dict dict)
{
	assert(!dict->write_fn && !dict->attr);
	dict->write_fn = write_body;
	dict->attr = o;
	o->dict = dict;
	o->id = number(dict);
}

static void *
take(HPDF_UINT n)
{
	return memory_take(n);
}

struct haru *
haru_open(struct arena *a, const struct pdf *p)
{
	struct haru *h = ARENA_NEW(a, struct haru);

	h->arena = a;
	h->npages = p->pages->list.n;
	h->page = ARENA_ARRAY(a, HPDF_Page, h->npages + 1);
	h->page_object = ARENA_ARRAY(a, struct object, h->npages + 1);
	h->doc = HPDF_NewEx(NULL, take, free, 0, NULL);
	if (!h->doc)
		return h;
	h->doc->pdf_version = HPDF_VER_17;
	h->trailer.body = str_from(id_blank);
	bind_body(&h->trailer, h->doc->trailer);
	bind_body(&h->catalog, h->doc->catalog);
	bind_body(&h->root, h->doc->root_pages);
	bind_body(&h->info, h->doc->info);
	HPDF_Dict_RemoveElement(h->doc->info, "Producer");
	if (h->npages > PAGES_NODE)
		HPDF_SetPagesConfiguration(h->doc, PAGES_NODE);
	for (size_t i = 0; i < h->npages; i++) {
		HPDF_Page page = HPDF_AddPage(h->doc);

		if (!page)
			break;
		/* libharu's own; see haru_pages and haru_page_resources. */
		HPDF_Dict_RemoveElement(page, "MediaBox");
		HPDF_Dict_RemoveElement(page, "Resources");
		HPDF_Dict_AddNumber(page, "StructParents", (HPDF_INT32)i);
		HPDF_Dict_AddName(page, "Tabs", "S");
		h->page[i] = page;
		h->page_object[i].id = number(page);
	}
	return h;
}

void
haru_close(struct haru *h)
{
	if (h->doc)
		HPDF_Free(h->doc);
}

static bool
haru_is_sound(const struct haru *h)
{
	return h->doc && h->doc->error.error_no == HPDF_OK;
}

struct object *
object_new(struct haru *h)
{
	struct object *o = ARENA_NEW(h->arena, struct object);

	if (!haru_is_sound(h))
		return o;

	HPDF_Dict dict = HPDF_Dict_New(h->doc->mmgr);

	if (dict && HPDF_Xref_Add(h->doc->xref, dict) == HPDF_OK)
		bind_body(o, dict);
	return o;
}

struct object *
object_add(struct haru *h, struct str body)
{
	struct object *o = object_new(h);

	o->body = body;
	return o;
}

struct object *
stream_add(struct haru *h, struct str entries, struct str bytes)
{
	struct object *o = ARENA_NEW(h->arena, struct object);

	o->body = entries;
	if (!haru_is_sound(h))
		return o;

	HPDF_Dict dict = HPDF_DictStream_New(h->doc->mmgr, h->doc->xref);

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

struct object *
haru_page(struct haru *h, size_t page)
{
	return &h->page_object[page];
}

void
haru_page_content(struct haru *h, size_t page, struct str bytes)
{
	if (!h->page[page])
		return;

	HPDF_PageAttr attr = h->page[page]->attr;
	struct object *o = ARENA_NEW(h->arena, struct object);

	o->body = STR("/Filter/FlateDecode");
	bind_body(o, attr->contents);
	HPDF_Stream_Write(
	    attr->stream, (const HPDF_BYTE *)bytes.p, (HPDF_UINT)bytes.n);
}

void
haru_page_size(struct haru *h, size_t page, mpt width, mpt height)
{
	const mpt sides[4] = { 0, 0, width, height };
	HPDF_Page dict = h->page[page];

	if (!dict)
		return;

	HPDF_Array box = HPDF_Array_New(dict->mmgr);

	if (HPDF_Dict_Add(dict, "MediaBox", box) != HPDF_OK)
		return;
	for (int i = 0; i < 4; i++)
		HPDF_Array_AddReal(box, (HPDF_REAL)sides[i] / 1000);
}

void
haru_page_resources(struct haru *h, size_t page, struct object *o)
{
	if (h->page[page] && o->dict)
		HPDF_Dict_Add(h->page[page], "Resources", o->dict);
}

void
haru_page_annotation(struct haru *h, size_t page, struct object *o)
{
	HPDF_Page dict = h->page[page];

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
haru_pages(struct haru *h, struct str inherited)
{
	h->root.body = inherited;
}

void
haru_catalog(struct haru *h, struct str entries)
{
	h->catalog.body = entries;
}

void
haru_info(struct haru *h, struct str entries)
{
	h->info.body = entries;
}

static uint64_t
word_at(const char *bytes, size_t n)
{
	uint64_t word = 0;

	for (size_t i = 0; i < n; i++)
		word |= (uint64_t)(unsigned char)bytes[i] << 8 * i;
	return word;
}

/* By words of eight bytes: byte by byte it would take a thirtieth of all the
 * time that a paper takes. */
static uint64_t
hash_of(const char *bytes, size_t n)
{
	uint64_t h = n;

	for (; n >= 8; bytes += 8, n -= 8) {
		h = (h ^ word_at(bytes, 8)) * 0x9e3779b97f4a7c15u;
		h ^= h >> 29;
	}
	return (h ^ word_at(bytes, n)) * 0x9e3779b97f4a7c15u;
}

static void
hash_text(char *to, const char *bytes, size_t n)
{
	static const char hex[] = "0123456789abcdef";
	uint64_t h = hash_of(bytes, n);

	for (int i = 0; i < 16; i++)
		to[i] = hex[h >> (60 - 4 * i) & 15];
}

/* The file says in its ID what it holds: hashes of all its other bytes. */
static void
id_put(char *bytes, size_t n)
{
	size_t at = n - sizeof(id_blank) + 1;
	char id[32];

	while (memcmp(bytes + at, id_blank, sizeof(id_blank) - 1) != 0)
		at--;
	hash_text(id, bytes, n / 2);
	hash_text(id + 16, bytes + n / 2, n - n / 2);
	at += strlen("/ID[<");
	memcpy(bytes + at, id, sizeof(id));
	at += strlen("00000000000000000000000000000000><");
	memcpy(bytes + at, id, sizeof(id));
}

/* The same in its keywords, which stand in Info and in XMP. */
static void
print_put(struct str file, struct str keywords)
{
	size_t place = str_find(keywords, STR(PDF_PRINT));
	char print[16];

	if (place == SIZE_MAX)
		return;
	hash_text(print, file.p, file.n);
	for (size_t at; (at = str_find(file, keywords)) != SIZE_MAX;
	     file = str_skip(file, at + keywords.n))
		memcpy((char *)file.p + at + place, print, sizeof(print));
}

/*
 * Whether an object may lie in a stream: not what is one itself, nor the length
 * of one.  Info must: poppler (22.12) takes the number of a stream for a place
 * in the file when it looks whether a long string has left its object.
 */
static bool
packs(HPDF_XrefEntry entry)
{
	const HPDF_Obj_Header *header = entry->obj;
	HPDF_Dict dict = entry->obj;

	return (header->obj_class & HPDF_OCLASS_ANY) == HPDF_OCLASS_DICT &&
	       !dict->stream;
}

static struct str
compacted(struct haru *h, struct pdf *p, struct str file)
{
	HPDF_Xref xref = h->doc->xref;
	size_t n = xref->entries->count, end = xref->addr;
	struct written *objects = ARENA_ARRAY(h->arena, struct written, n);

	for (size_t i = n; i-- > 1;) {
		HPDF_XrefEntry entry = HPDF_Xref_GetEntry(xref, (HPDF_UINT)i);

		objects[i].text = (struct str){ file.p + entry->byte_offset,
			end - entry->byte_offset };
		objects[i].packs = packs(entry);
		end = entry->byte_offset;
	}
	return compact(p, str_head(file, end), objects, n,
	    str_printf(h->arena, "/Root %u 0 R/Info %u 0 R%s", h->catalog.id,
		h->info.id, id_blank));
}

bool
haru_save(struct str *out, struct haru *h, struct pdf *p)
{
	if (!haru_is_sound(h) || HPDF_SaveToStream(h->doc) != HPDF_OK)
		return false;

	struct str file = stream_bytes(h->arena, h->doc->stream);

	print_put(file, p->doc->keywords);
	*out = compacted(h, p, file);
	id_put((char *)out->p, out->n);
	return true;
}
