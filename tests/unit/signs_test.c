/* SPDX-License-Identifier: MIT */
#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "desk/desk.h"
#include "reader/reader.h"
#include "sweep.h"
#include "test.h"

/*
 * Silence means right: every sign in every position is in the text of the
 * paper, or a finding stands at its line.
 */

static const char *const signs[] = { "!", "\"", "#", "$", "%", "&", "'", "(",
	")", "*", "+", ",", "-", ".", "/", ":", ";", "<", "=", ">", "?", "@",
	"[", "\\", "]", "^", "_", "`", "{", "|", "}", "~", "**", "__", "[]",
	"<>", "«", "»", "–", "—", "“", "”", "„", "№", "§", "…", "•", "‹", "›",
	"’", "°" };
#define NSIGNS (sizeof(signs) / sizeof(*signs))

/* % is the sign, N a number that no other text has. */
static const char *const texts[] = {
	"%вечер N",
	"ве%чер N",
	"вечер N%",
	"% вечер N",
	"вечер % N",
	"вечер N %",
	"%N",
	"N%17",
	"N% вечер",
	"% N",
	"%вечер N%",
	"вечер %N и день% тут",
	"%%вечер%% N",
	"вечер (%N%)",
	"%%% N",
	"\\%вечер N",
	"вечер\\% N\\%",
};
#define NTEXTS (sizeof(texts) / sizeof(*texts))

#define SESSION "2025-2026/01-2025-09-05.md"

/* Where a text may stand: a line, or the middle of one. */
struct spot {
	const char *before, *behind;
};
static const struct spot spots[] = {
	{ "## ", "" },
	{ "\n", "" },
	{ "\nтекст\n", "" },
	{ "\n- ", "" },
	{ "\n1. ", "" },
	{ "\n1) ", "" },
	{ "\n> а ", "" },
	{ "\n> ", "" },
	{ "\n|а|б|\n|-|-|\n|1|", " |" },
	{ "\n|а|б|\n|-|-|\n|", " |1|" },
	{ "\n**текст:** ", "" },
	{ "\n[а](https://a.kg/b) ", " *текст*" },
	{ "\n### Решили\n\n1. ", "" },
};
#define NSPOTS (sizeof(spots) / sizeof(*spots))

/* The same of a template. */
static const struct spot template_spots[] = {
	{ "# ", "" },
	{ "", "" },
	{ "текст\n", "" },
	{ "- ", "" },
	{ "1. ", "" },
	{ "1) ", "" },
	{ "> а ", "" },
	{ "> ", "" },
	{ "|а|б|\n|-|-|\n|1|", " |" },
	{ "|а|б|\n|-|-|\n|", " |1|" },
	{ "**текст:** ", "" },
	{ "``` right\n", "\n```" },
	{ "``` columns\n", " | а\n```" },
};
#define NTEMPLATE_SPOTS (sizeof(template_spots) / sizeof(*template_spots))

/* Where signs mark, and what is read then. */
struct meaning {
	bool template; /* elsewhere it is an error */
	const char *sign, *form, *read;
};
static const struct meaning meanings[] = {
	{ false, "*", "%вечер N%", "вечер N" },
	{ false, "*", "вечер %N и день% тут", "вечер N и день тут" },
	{ false, "*", "%%вечер%% N", "вечер N" },
	{ false, "**", "%вечер N%", "вечер N" },
	{ false, "**", "вечер %N и день% тут", "вечер N и день тут" },
	{ false, ">", "%вечер N", "вечер N" },
	{ false, ">", "%вечер N%", "вечер N>" },
	{ false, "**", "вечер (%N%)", "вечер (N)" },
	{ false, ">", "% вечер N", "вечер N" },
	{ false, ">", "%%вечер%% N", "вечер>> N" },
	{ false, "-", "% вечер N", "– вечер N" },
	{ false, "-", "% N", "– N" },
	{ true, "#", "% вечер N", "вечер N" },
	{ true, "#", "% N", "N" },
	{ true, "#", "%%% N", "N" },
};

/* A text that was typed: what is to be read of it, what else may be, and its
 * line. */
struct typed {
	struct str text, meant;
	size_t line;
};
struct typing {
	struct strbuf body;
	size_t line;
	bool template;
	LIST(struct typed) texts;
};

static const char *const files[][2] = {
	{ "council.yaml",
	    "school: «Школа № 1»\ncity: г. Каракол\nlanguage: ru\n"
	    "council:\n  name: методический совет\n"
	    "  genitive: методического совета\n"
	    "director:\n  name: Белова Нина Сергеевна\n  post: директор\n" },
	{ "2025-2026/members.yaml",
	    "- name: Белова Нина Сергеевна\n  post: завуч\n"
	    "  office: deputy-education\n  category: management\n"
	    "  role: председатель\n  from: 2025-08-25\n" },
};

/* A school's folder, in $TMPDIR, which the runner clears. */
static const char *
school_folder(void)
{
	const char *tmp = getenv("TMPDIR");
	struct str path =
	    str_printf(&a, "%s/kengesh-signs-XXXXXX", tmp ? tmp : "/tmp");
	char *p = ARENA_ARRAY(&a, char, path.n + 1);

	memcpy(p, path.p, path.n);
	assert_non_null(mkdtemp(p));
	return p;
}

static void
put(const char *folder, const char *name, struct str text)
{
	int error;

	assert_int_equal(
	    file_put(&a, folder, name, text, &error), FILE_WRITTEN);
}

static void
type(struct typing *t, struct str s)
{
	buf_add(&t->body, s);
	for (size_t i = 0; i < s.n; i++)
		t->line += s.p[i] == '\n';
}

/* Backslashes before ASCII punctuation are marks. */
static struct str
as_read(struct str s)
{
	struct strbuf b;

	buf_init(&b, &a);
	for (size_t i = 0; i < s.n; i++) {
		if (s.p[i] == '\\' && i + 1 < s.n &&
		    (unsigned char)s.p[i + 1] < 0x80 && ispunct(s.p[i + 1]))
			i++;
		buf_byte(&b, s.p[i]);
	}
	return buf_str(&b);
}

static struct str
filled(const char *form, const char *sign, size_t number)
{
	struct strbuf b;

	buf_init(&b, &a);
	for (; *form; form++) {
		if (*form == '%')
			buf_add(&b, str_from(sign));
		else if (*form == 'N')
			buf_printf(&b, "%zu", number);
		else
			buf_byte(&b, *form);
	}
	return buf_str(&b);
}

/* What a text may be read as, where its signs mark. */
static struct str
meant(const struct typing *t, const char *form, const char *sign, size_t number)
{
	for (size_t i = 0; i < sizeof(meanings) / sizeof(*meanings); i++) {
		const struct meaning *m = &meanings[i];

		if (!strcmp(m->form, form) && !strcmp(m->sign, sign) &&
		    (!m->template || t->template))
			return filled(m->read, sign, number);
	}
	return as_read(filled(form, sign, number));
}

static void
type_text(struct typing *t, const char *form, const char *sign)
{
	size_t number = 10000 + t->texts.n;
	struct str s = filled(form, sign, number);
	struct typed *typed = LIST_ADD(&a, &t->texts);

	typed->line = t->line;
	typed->text = as_read(s);
	typed->meant = meant(t, form, sign, number);
	type(t, s);
}

static void
type_spot(struct typing *t, const struct spot *spot, const char *form,
    const char *sign)
{
	type(t, str_from(spot->before));
	type_text(t, form, sign);
	type(t, str_from(spot->behind));
	type(t, STR("\n"));
}

static void
type_nothing(struct typing *t)
{
	t->line = 1;
	t->texts.n = 0;
	buf_init(&t->body, &a);
}

/* A session whose every item has one text in every spot. */
static void
type_session(struct typing *t, const char *sign)
{
	type_nothing(t);
	for (size_t i = 0; i < NTEXTS; i++) {
		for (size_t k = 0; k < NSPOTS; k++)
			type_spot(t, &spots[k], texts[i], sign);
		type(t, STR("\n"));
	}
}

/* Of the texts of a file those that are neither printed nor spoken of. */
static size_t
count_silent(const struct typing *t, const char *path, struct str printed,
    const struct diags *d)
{
	size_t silent = 0;

	for (size_t i = 0; i < t->texts.n; i++) {
		const struct typed *typed = &t->texts.at[i];

		if (str_find(printed, typed->text) != SIZE_MAX ||
		    str_find(printed, typed->meant) != SIZE_MAX ||
		    is_said(d, path, typed->line, typed->line))
			continue;
		silent++;
		print_error("%s:%zu, silent: " STR_FMT "\n", path, typed->line,
		    STR_ARG(typed->text));
	}
	return silent;
}

/* What the paper of the only session says, with plain spaces. */
static struct str
paper_text(struct opened *s)
{
	struct papers papers;
	struct document doc;
	struct strbuf b;
	struct arena *run = s->arena;

	buf_init(&b, run);
	view_papers(&papers, run, s->school, (struct date){ 2026, 9, 1 });
	for (size_t i = 0; i < papers.n; i++) {
		struct paper *p = &papers.at[i];

		if (p->kind == PAPER_MINUTES &&
		    desk_fill(&doc, run, s, p, view_paper(run, p), &s->found))
			add_text(&b, &doc.blocks);
	}
	return buf_str(&b);
}

static size_t
try_session(struct desk *desk, const char *root, const struct typing *t)
{
	struct arena run;
	struct opened s;

	arena_init(&run);
	desk_read(&s, desk, &run, root, NULL, NULL, 0);

	struct str printed = paper_text(&s);
	size_t silent = count_silent(t, SESSION, printed, &s.found);

	arena_done(&run);
	return silent;
}

static void
test_session(void **state)
{
	const char *root = school_folder();
	struct desk desk;
	struct typing t = { 0 };
	size_t silent = 0;

	(void)state;
	desk_open(&desk, &a, lexicon_new(&a), (struct date){ 2026, 9, 1 });
	for (size_t i = 0; i < sizeof(files) / sizeof(*files); i++)
		put(root, files[i][0], str_from(files[i][1]));
	for (size_t i = 0; i < NSIGNS; i++) {
		type_session(&t, signs[i]);
		put(root, SESSION, buf_str(&t.body));
		silent += try_session(&desk, root, &t);
	}
	desk_close(&desk);
	assert_int_equal(silent, 0);
}

/* A faulty template makes no paper: each text has one of its own. */
static size_t
try_template(const struct typing *t)
{
	static const struct value nothing = { .kind = VALUE_GROUP };
	struct source *s = source_from(&a, STR("x.md"), buf_str(&t->body));
	struct document doc = { 0 };
	struct strbuf printed;
	struct diags d;

	diags_init(&d, &a);
	buf_init(&printed, &a);

	struct template *read = template_read(&a, s, "minutes", &d);

	if (read && template_fill(&doc, &a, read, &nothing, &d))
		add_text(&printed, &doc.blocks);
	return count_silent(t, "x.md", buf_str(&printed), &d);
}

static void
test_template(void **state)
{
	struct typing t = { .template = true };
	size_t silent = 0;

	(void)state;
	for (size_t i = 0; i < NSIGNS * NTEXTS * NTEMPLATE_SPOTS; i++) {
		type_nothing(&t);
		type_spot(&t, &template_spots[i % NTEMPLATE_SPOTS],
		    texts[i / NTEMPLATE_SPOTS % NTEXTS],
		    signs[i / NTEMPLATE_SPOTS / NTEXTS]);
		silent += try_template(&t);
	}
	assert_int_equal(silent, 0);
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_session),
		cmocka_unit_test(test_template),
	};

	return cmocka_run_group_tests(tests, open_arena, close_arena);
}
