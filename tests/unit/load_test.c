/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "reader/reader_int.h"
#include "test.h"

/*
 * Whatever is written behind a key, what reads it returns false exactly where
 * it added an error.
 */

static const struct fields *const tables[] = { &council_fields, &body_fields,
	&director_fields, &paper_fields, &calendar_fields, &quarter_fields,
	&member_fields, &plan_fields, &plan_item_fields, &stamp_fields,
	&session_fields, &item_fields, &decision_fields, &report_fields,
	&regulation_fields, &requirement_fields, &waiver_fields };

static const char *const values[] = {
	"",
	" x",
	" ооба",
	" 5",
	" 2.1.2",
	" 2025-09-05",
	" 2025-02-30",
	" 05.09.2025, 06.09.2025",
	" 14:30",
	" 1/2",
	" 7/2",
	" 20 15 20 30",
	" 20 15 20",
	" Бекова Г.С., Асанова А.Б.",
	" Бекова: курста",
	" for 5, against 2, for 1",
	" макул 5, каршы 0",
	" «x»: y",
	" landscape",
	" [2025-09-05, x]",
	" []",
	" [{name: x}, y]",
	" {ky: x, ru: y}",
	" {ky: x, zz: y}",
	" {name: x, post: y}",
	" {x: y}",
	" {K101: off, K101: x}",
	"\n  - x\n  -\n  - y: z",
	"\n  - from: 2025-09-05\n    to: 2025-09-01",
};

/* Room for what any of the tables fills. */
union record {
	struct council council;
	struct calendar calendar;
	struct member member;
	struct plan plan;
	struct plan_item plan_item;
	struct session session;
	struct item item;
	struct decision decision;
	struct report report;
	struct regulation regulation;
	struct waiver waiver;
	struct requirement requirement;
};

static struct year year;

static void
tells(const struct fields *f, const char *key, const char *value)
{
	union record record;
	struct diags d;
	struct reading r = { .a = &a, .d = &d, .year = &year };
	struct str text = str_printf(&a, "%s:%s\n", key, value);
	struct source *s = source_from(&a, STR("x.yaml"), text);
	struct node *tree;

	diags_init(&d, &a);
	memset(&record, 0, sizeof(record));
	r.lexicon = lexicon_new(&a);
	if (!markup_yaml(&tree, &a, source_span(s, 0, text.n), &d))
		return;

	bool ok = load_some(&r, f, tree, &record);

	if (ok != (d.count[SEV_ERROR] == 0))
		fail_msg("%s, %s:%s", f->file, key, value);
}

static void
loading_tells(void **state)
{
	(void)state;
	year = (struct year){ .first = 2025, .folder = STR("2025-2026") };
	for (size_t t = 0; t < sizeof(tables) / sizeof(*tables); t++) {
		for (const struct field *f = tables[t]->at; f->key; f++) {
			for (size_t v = 0; v < sizeof(values) / sizeof(*values);
			     v++) {
				tells(tables[t], f->key, values[v]);
				arena_reset(&a);
			}
		}
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = { TEST(loading_tells) };

	return cmocka_run_group_tests(tests, NULL, NULL);
}
