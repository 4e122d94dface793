/* SPDX-License-Identifier: MIT */
#include <hb-subset.h>

#include "base/memory.h"
#include "font/font.h"
#include "font/font_int.h"

/* What a PDF's embedded face needs: outlines and widths.  Layout, names, hints
 * and the map of characters are not shown to the subsetter at all: looking
 * through them takes longer than cutting the outlines. */
static const hb_tag_t kept[] = {
	HB_TAG('g', 'l', 'y', 'f'),
	HB_TAG('h', 'e', 'a', 'd'),
	HB_TAG('h', 'h', 'e', 'a'),
	HB_TAG('h', 'm', 't', 'x'),
	HB_TAG('l', 'o', 'c', 'a'),
	HB_TAG('m', 'a', 'x', 'p'),
};

static hb_blob_t *
drawing_table(hb_face_t *face, hb_tag_t tag, void *whole)
{
	(void)face;
	for (size_t i = 0; i < sizeof(kept) / sizeof(*kept); i++) {
		if (tag == kept[i])
			return hb_face_reference_table(whole, tag);
	}
	return NULL;
}

static void
input_fill(hb_subset_input_t *in, const uint16_t *ids, size_t n)
{
	hb_set_t *keep = hb_subset_input_glyph_set(in);

	for (size_t i = 0; i < n; i++)
		hb_set_add(keep, ids[i]);
	hb_subset_input_set_flags(
	    in, HB_SUBSET_FLAGS_NO_HINTING | HB_SUBSET_FLAGS_NOTDEF_OUTLINE);
}

hb_face_t *
drawing_face(hb_face_t *whole)
{
	return hb_face_create_for_tables(drawing_table, whole, NULL);
}

bool
font_subset(struct str *out, uint16_t *new_id, struct fonts *f, struct arena *a,
    enum face face, const uint16_t *ids, size_t n)
{
	hb_subset_plan_t *plan = NULL;
	hb_face_t *small = NULL;
	hb_face_t *drawing = f->faces[face].drawing;
	hb_subset_input_t *in;
	bool ok = false;

	memory_watch();
	in = hb_subset_input_create_or_fail();
	if (!in)
		goto out;
	input_fill(in, ids, n);
	plan = hb_subset_plan_create_or_fail(drawing, in);
	/* A plan that lacks something is not to be executed. */
	memory_judge();
	if (!plan)
		goto out;
	small = hb_subset_plan_execute_or_fail(plan);
	memory_judge();
	if (!small)
		goto out;

	const hb_map_t *map = hb_subset_plan_old_to_new_glyph_mapping(plan);
	hb_blob_t *b = hb_face_reference_blob(small);
	unsigned size;
	const char *bytes = hb_blob_get_data(b, &size);

	*out = str_copy(a, (struct str){ bytes, size });
	hb_blob_destroy(b);
	for (size_t i = 0; i < n; i++)
		new_id[i] = (uint16_t)hb_map_get(map, ids[i]);
	ok = size > 0;
out:
	memory_judge();
	hb_face_destroy(small);
	hb_subset_plan_destroy(plan);
	hb_subset_input_destroy(in);
	return ok;
}
