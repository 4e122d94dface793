/* SPDX-License-Identifier: MIT */
/* What can be clicked: empty signature fields, and links. */

#include "pdf/pdf_int.h"

static void
annotation_add(
    struct pdf *p, size_t page, const struct mark *m, struct strbuf *b)
{
	const mpt box[4] = { m->x, m->y, m->x + m->width, m->y + m->height };
	struct object *o = object_new(p->haru);

	put_rect(b, "Rect", box);
	put_reference(b, "P", haru_page(p->haru, page));
	/* F 4: printed with the page. */
	buf_printf(b, "/F 4/StructParent %zu",
	    structure_annotation(p, m->tag, page, o));
	o->body = buf_str(b);
	haru_page_annotation(p->haru, page, o);
	if (m->kind == MARK_FIELD)
		buf_printf(&p->fields, "%u 0 R ", o->id);
}

void
field_add(struct pdf *p, size_t page, const struct mark *m)
{
	struct strbuf b;

	/* The standards want a field to have a look, though there is nothing
	 * to be seen until somebody signs. */
	if (!p->blank)
		p->blank = stream_add(p->haru,
		    STR("/Type/XObject/Subtype/Form/BBox[0 0 1 1]"
			"/Resources<<>>"),
		    STR(""));
	buf_init(&b, p->arena);
	buf_printf(&b, "/Type/Annot/Subtype/Widget/FT/Sig/T(signature-%zu)",
	    ++p->nfields);
	if (m->text.n)
		put_string(&b, "TU", m->text);
	buf_printf(&b, "/AP<</N %u 0 R>>", p->blank->id);
	annotation_add(p, page, m, &b);
}

void
link_add(struct pdf *p, size_t page, const struct mark *m)
{
	struct strbuf b;

	buf_init(&b, p->arena);
	buf_add(&b, STR("/Type/Annot/Subtype/Link/Border[0 0 0]"));
	put_string(&b, "Contents", m->text);
	buf_add(&b, STR("/A<</S/URI"));
	put_uri(&b, m->text);
	buf_add(&b, STR(">>"));
	annotation_add(p, page, m, &b);
}
