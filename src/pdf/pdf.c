/* SPDX-License-Identifier: MIT */
#include "pdf/pdf.h"

#include "pdf/pdf_int.h"

/* All pages draw from the same fonts, and most are of one size.  A page may
 * inherit its size, but names its resources itself (ISO 19005-2, 6.2.2). */
static bool
pages_write(struct pdf *p)
{
	const struct sheet *common = &p->doc->sheet;
	const mpt paper[4] = { 0, 0, common->width, common->height };
	struct strbuf fonts, b;

	for (size_t i = 0; i < p->pages->list.n; i++) {
		const struct sheet *sheet = p->pages->list.at[i].sheet;

		content_write(p, i);
		if (sheet->width != common->width ||
		    sheet->height != common->height)
			haru_page_size(p->haru, i, sheet->width, sheet->height);
	}
	buf_init(&fonts, p->arena);
	if (!faces_write(&fonts, p))
		return false;

	struct str none = STR("");
	struct object *resources = object_add(p->haru, none);

	buf_init(&b, p->arena);
	buf_printf(&b, "/Font<<" STR_FMT ">>", STR_ARG(buf_str(&fonts)));
	resources->body = buf_str(&b);
	for (size_t i = 0; i < p->pages->list.n; i++)
		haru_page_resources(p->haru, i, resources);
	buf_init(&b, p->arena);
	put_rect(&b, "MediaBox", paper);
	haru_pages(p->haru, buf_str(&b));
	return true;
}

static void
catalog_write(struct pdf *p)
{
	struct object *outline = outline_write(p);
	struct strbuf b;

	buf_init(&b, p->arena);
	metadata_write(&b, p);
	put_reference(&b, "StructTreeRoot", structure_write(p));
	if (outline)
		put_reference(&b, "Outlines", outline);
	if (p->nfields)
		buf_printf(&b, "/AcroForm<</Fields[" STR_FMT "]/SigFlags 1>>",
		    STR_ARG(buf_str(&p->fields)));
	haru_catalog(p->haru, buf_str(&b));
}

bool
pdf_bytes(struct str *out, struct arena *a, struct pdf_writer *w,
    const struct pages *pages, const struct document *doc,
    const struct pdf_options *o)
{
	struct pdf p = {
		.arena = a,
		.pages = pages,
		.doc = doc,
		.writer = w,
		.fonts = w->fonts,
		.options = o,
	};
	bool ok;

	buf_init(&p.content, a);
	buf_init(&p.fields, a);
	p.haru = haru_open(a, &p);
	structure_open(&p);
	ok = pages_write(&p);
	if (ok) {
		catalog_write(&p);
		ok = haru_save(out, p.haru, &p);
	}
	haru_close(p.haru);
	return ok;
}
