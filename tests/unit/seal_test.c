/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "base/sha256.h"
#include "seal/seal.h"
#include "test.h"

/* --- SHA-256 ------------------------------------------------------------ */

static void
assert_sha256(struct str s, const char *hex)
{
	uint8_t hash[SHA256_BYTES];
	struct strbuf b;

	sha256(hash, s);
	buf_init(&b, &a);
	for (size_t i = 0; i < SHA256_BYTES; i++)
		buf_printf(&b, "%02x", hash[i]);
	assert_true(str_eq(buf_str(&b), str_from(hex)));
}

/* Of FIPS 180-4, and around the end of a block. */
static void
sha256_is_that_of_the_standard(void **state)
{
	struct strbuf b;

	(void)state;
	assert_sha256(STR(""),
	    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
	assert_sha256(STR("abc"),
	    "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
	buf_init(&b, &a);
	for (int i = 0; i < 55; i++)
		buf_byte(&b, 'a');
	assert_sha256(buf_str(&b),
	    "9f4390f8d30c2dd92ec9f095b65e2b9ae9b0a925a5258e241c9f1e910f734318");
	buf_byte(&b, 'a');
	assert_sha256(buf_str(&b),
	    "b35439a4ac6f0948b6d6f9e3c6af0f5f590ce20f1bde7090ef7970686ec6738a");
	while (b.n < 1000000)
		buf_byte(&b, 'a');
	assert_sha256(buf_str(&b),
	    "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

/* --- a paper by hand ---------------------------------------------------- */

static struct value *
value_new(enum value_kind kind, const char *of, const char *text)
{
	struct value *v = ARENA_NEW(&a, struct value);

	v->kind = kind;
	v->of = of;
	v->there = true;
	v->text = str_from(text);
	return v;
}

static struct value *
add(struct value *g, const char *name, struct value *v)
{
	*LIST_ADD(&a, &g->members) = (struct member_value){ name, v };
	return v;
}

static struct value *
add_text(struct value *g, const char *name, const char *text)
{
	return add(g, name, value_new(VALUE_TEXT, NULL, text));
}

static struct value *
element(struct value *list)
{
	struct value *v = value_new(VALUE_GROUP, list->of, "");

	*LIST_ADD(&a, &list->items) = v;
	return v;
}

static void
add_prose(struct value *g, const char *name, const char *text)
{
	struct value *v = add(g, name, value_new(VALUE_PROSE, NULL, ""));
	struct blocks *blocks = ARENA_NEW(&a, struct blocks);
	struct block *p = block_add(&a, blocks, BLOCK_PARAGRAPH);

	run_add(&a, &p->runs, str_from(text), 0);
	v->prose = blocks;
}

struct made {
	struct paper paper;
	struct year year;
	struct session session;
	struct value *values, *items, *place;
};

static struct value *
item_add(struct made *m, const char *number, const char *heard)
{
	struct value *item = element(m->items);

	add(item, "number", value_new(VALUE_NUMBER, NULL, number));
	add_text(item, "title", "Иш планы жөнүндө");
	add_prose(item, "heard", heard);
	return item;
}

static void
make(struct made *m)
{
	struct value *date, *chair;

	*m = (struct made){ .year.folder = STR("2025-2026") };
	m->session.file_number = 3;
	m->paper = (struct paper){
		.kind = PAPER_MINUTES,
		.lang = LANG_KY,
		.year = &m->year,
		.session = &m->session,
		.date = { 2026, 2, 25 },
	};
	m->values = value_new(VALUE_GROUP, "minutes", "");
	add(m->values, "number", value_new(VALUE_NUMBER, NULL, "3"));
	date = add(m->values, "date",
	    value_new(VALUE_DATE, NULL, "2026-жылдын 25-февралы"));
	add_text(date, "figures", "25.02.2026");
	chair = add(m->values, "chair",
	    value_new(VALUE_PERSON, NULL, "Төлөгөнова\u00a0Г.Ө."));
	add_text(chair, "word", "Төрайым");
	add_text(chair, "post", "директор");
	m->place = add_text(m->values, "place", "12-кабинет");
	add_text(m->values, "short", "");
	m->items = add(m->values, "items", value_new(VALUE_LIST, "item", ""));
	item_add(m, "1", "Долбоор менен тааныштырды.");
}

static const char *
hash_of(const struct made *m)
{
	return str_cstr(&a, seal_hash(&a, &m->paper, m->values));
}

static struct str
imprint_of(const struct made *m)
{
	return imprint_text(&a, &m->paper, m->values,
	    seal_hash(&a, &m->paper, m->values), STR("0123456789abcdef"),
	    false);
}

/* As it stands in a file. */
static struct str
file_of(struct str keywords)
{
	return str_printf(&a,
	    "%%PDF-1.7 <dc:creator>kengesh-paper </dc:creator>"
	    "<pdf:Keywords>" STR_FMT "</pdf:Keywords>",
	    STR_ARG(keywords));
}

static enum imprint_state
state_of(struct str keywords)
{
	struct imprint got;

	return imprint_find(&got, &a, file_of(keywords));
}

/* --- hashes ------------------------------------------------------------- */

/*
 * Papers are signed that bear such a hash.  Where this fails, each of theirs
 * has become another: either the change was not meant, or the hash needs a new
 * version.
 */
static void
the_hash_is_what_it_was(void **state)
{
	struct made m;

	(void)state;
	make(&m);
	assert_string_equal(hash_of(&m), "2-ut86-24xd-p9ju");
}

static void
what_is_printed_changes_it(void **state)
{
	struct made m;
	const char *before;

	(void)state;
	make(&m);
	before = hash_of(&m);
	m.place->text = STR("13-кабинет");
	assert_string_not_equal(hash_of(&m), before);
	make(&m);
	m.paper.lang = LANG_RU;
	assert_string_not_equal(hash_of(&m), before);
	make(&m);
	item_add(&m, "2", "Угулду.");
	assert_string_not_equal(hash_of(&m), before);
}

/* Where one value ends and the next begins counts. */
static void
text_moved_to_another_value_changes_it(void **state)
{
	struct made m, n;

	(void)state;
	make(&m);
	make(&n);
	m.place->text = STR("12-кабинет{");
	add_text(m.values, "city", "Бишкек");
	add_text(n.values, "city", "{Бишкек");
	assert_string_not_equal(hash_of(&m), hash_of(&n));
}

static void
other_spaces_and_wordings_do_not(void **state)
{
	struct made m;
	const char *before;

	(void)state;
	make(&m);
	before = hash_of(&m);
	m.values->members.at[1].value->text = STR("25-февраль, 2026-жыл");
	m.values->members.at[2].value->text = STR(" Төлөгөнова \n Г.Ө.");
	assert_string_equal(hash_of(&m), before);
	add_text(m.values->members.at[2].value, "full", "Төлөгөнова Гүлмира");
	add_text(m.values, "protocol", "3");
	add(m.values, "director", value_new(VALUE_PERSON, NULL, "Сыдыкова"));
	assert_string_equal(hash_of(&m), before);
}

static void
a_hash_is_read_as_people_type_it(void **state)
{
	static const struct {
		const char *typed;
		enum seal_typed is;
	} rows[] = {
		{ "2-abcd-efgh-jkmn", SEAL_HASH },
		{ "2ABCDEFGHJKMN", SEAL_HASH },
		{ "2 abcd efgh jkmn", SEAL_HASH },
		{ "1-abcd-efgh-jkmn", SEAL_OLDER_HASH },
		{ "0-abcd-efgh-jkmn", SEAL_NO_HASH },
		{ "3-abcd-efgh-jkmn", SEAL_NO_HASH },
		{ "1-abcd-efgh-jkm", SEAL_NO_HASH },
		{ "2-abcd-efgh-jkm", SEAL_NO_HASH },
		{ "2-abcd-efgh-jkmnn", SEAL_NO_HASH },
		{ "2-abcd-efgh-jkml", SEAL_NO_HASH }, /* l is not used */
		{ "2-abcd-efgh-jkm\xff", SEAL_NO_HASH },
		{ "", SEAL_NO_HASH },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct str out = STR("");

		assert_int_equal(
		    seal_hash_read(&out, &a, str_from(rows[i].typed)),
		    rows[i].is);
		if (rows[i].is == SEAL_HASH)
			assert_true(str_eq(out, STR("2-abcd-efgh-jkmn")));
	}
}

/* --- what a file says of itself ----------------------------------------- */

static void
an_imprint_comes_back_from_the_bytes(void **state)
{
	struct made m;
	struct imprint got;
	struct seal_parts now, changed;
	struct str text;

	(void)state;
	make(&m);
	m.paper.items = (struct item_numbers){ 0 };
	*LIST_ADD(&a, &m.paper.items) = 2;
	*LIST_ADD(&a, &m.paper.items) = 5;
	text = str_printf(&a, STR_FMT "%s", STR_ARG(file_of(imprint_of(&m))),
	    "<pdf:Keywords>kengesh-paper 2-2222-2222-2222</pdf:Keywords>");
	assert_int_equal(imprint_find(&got, &a, text), IMPRINT_READ);
	assert_int_equal(got.form, SEAL_FORM);
	assert_true(str_eq(got.print, STR("0123456789abcdef")));
	assert_string_equal(str_cstr(&a, got.hash), hash_of(&m));
	assert_int_equal(got.kind, PAPER_MINUTES);
	assert_true(str_eq(got.year, STR("2025-2026")));
	assert_int_equal(got.number, 3);
	assert_int_equal(date_cmp(got.date, m.paper.date), 0);
	assert_int_equal(got.items.n, 2);
	assert_int_equal(got.items.at[1], 5);
	seal_parts(&now, &a, m.values, got.depth);
	seal_changed(&changed, &a, &got.parts, &now);
	assert_int_equal(changed.n, 0);
}

static void
what_changed_is_told(void **state)
{
	struct made m;
	struct seal_parts before, now, changed;

	(void)state;
	make(&m);
	item_add(&m, "2", "Угулду.");
	seal_parts(&before, &a, m.values, SEAL_FACTS);
	make(&m);
	m.place->text = STR("13-кабинет");
	seal_parts(&now, &a, m.values, SEAL_FACTS);
	seal_changed(&changed, &a, &before, &now);
	assert_int_equal(changed.n, 3);
	assert_string_equal(changed.at[0].name->name, "place");
	assert_int_equal(changed.at[0].item.n, 0);
	assert_string_equal(changed.at[1].name->name, "title");
	assert_true(str_eq(changed.at[1].item, STR("2")));
	assert_string_equal(changed.at[2].name->name, "heard");
}

/* However long the minutes are, and each value can still be found. */
static void
the_keywords_stay_short(void **state)
{
	struct made m;

	(void)state;
	make(&m);
	for (int i = 2; i < 400; i++) {
		struct str text;

		item_add(&m, str_printf(&a, "%d", i).p, "Угулду.");
		if (i % 37)
			continue;
		text = imprint_of(&m);
		assert_true(text.n <= 1500);
		assert_int_equal(state_of(text), IMPRINT_READ);
	}
}

/* Cut anywhere, or with any byte another, it is read or refused. */
static void
damage_does_no_harm(void **state)
{
	struct made m;
	struct imprint got;
	struct str text;

	(void)state;
	make(&m);
	text = file_of(imprint_of(&m));
	for (size_t i = 0; i < text.n; i++) {
		char *bytes = (char *)str_copy(&a, text).p;

		imprint_find(&got, &a, str_head(text, i));
		bytes[i] = (char)(bytes[i] ^ 0x93);
		imprint_find(&got, &a, (struct str){ bytes, text.n });
		bytes[i] = ' ';
		imprint_find(&got, &a, (struct str){ bytes, text.n });
	}
	assert_int_equal(state_of(STR("kengesh-paper ")), IMPRINT_NONE);
	assert_int_equal(imprint_find(&got, &a, STR("")), IMPRINT_NONE);

	/* Its year, were it no text. */
	char *year = (char *)text.p + str_find(text, STR(" 2025-2026 ")) + 1;

	assert_int_equal(imprint_find(&got, &a, text), IMPRINT_READ);
	*year = '\xf0';
	assert_int_equal(imprint_find(&got, &a, text), IMPRINT_NONE);
}

/* Keywords that stand elsewhere, of a draft, or of an older hash. */
static void
what_is_no_paper_is_told(void **state)
{
	struct made m;
	struct imprint got;
	struct str text, draft;

	(void)state;
	make(&m);
	text = imprint_of(&m);
	draft = imprint_text(&a, &m.paper, m.values,
	    seal_hash(&a, &m.paper, m.values), STR("0123456789abcdef"), true);
	assert_int_equal(state_of(text), IMPRINT_READ);
	assert_int_equal(state_of(draft), IMPRINT_DRAFT);
	assert_int_equal(
	    state_of(STR("kengesh-paper 1-abcd-efgh-jkmn minutes")),
	    IMPRINT_OLDER);
	assert_int_equal(
	    imprint_find(&got, &a, str_skip(file_of(text), 1)), IMPRINT_NONE);
	assert_int_equal(
	    imprint_find(
		&got, &a, str_printf(&a, "%%PDF-1.7 " STR_FMT, STR_ARG(text))),
	    IMPRINT_NONE);
}

/* The regulation may have no date. */
static void
a_paper_without_a_date_is_found(void **state)
{
	struct made m;
	struct imprint got;

	(void)state;
	make(&m);
	m.paper.date = (struct date){ 0 };
	assert_int_equal(
	    imprint_find(&got, &a, file_of(imprint_of(&m))), IMPRINT_READ);
	assert_false(date_is_set(got.date));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(sha256_is_that_of_the_standard),
		cmocka_unit_test(the_hash_is_what_it_was),
		cmocka_unit_test(what_is_printed_changes_it),
		cmocka_unit_test(text_moved_to_another_value_changes_it),
		cmocka_unit_test(other_spaces_and_wordings_do_not),
		cmocka_unit_test(a_hash_is_read_as_people_type_it),
		cmocka_unit_test(an_imprint_comes_back_from_the_bytes),
		cmocka_unit_test(what_changed_is_told),
		cmocka_unit_test(the_keywords_stay_short),
		cmocka_unit_test(damage_does_no_harm),
		cmocka_unit_test(what_is_no_paper_is_told),
		cmocka_unit_test(a_paper_without_a_date_is_found),
	};

	return cmocka_run_group_tests(tests, open_arena, close_arena);
}
