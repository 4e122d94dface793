/* SPDX-License-Identifier: MIT */
/* What is said of a file that was held against its paper. */
#include "cli/verify.h"

/* What is said of a file whose hash is that of a paper. */
static const struct words of_proof[] = {
	[PROVEN_SAME] =
	    TEXT("%1: byte for byte the paper that the records give: %2 (%3)"),
	[PROVEN_FORGED] =
	    TEXT("%1: forged: the file was changed after it was made: %2 (%3)"),
	[PROVEN_FORM] = TEXT("%1: only the label was compared: not proof: made "
			     "by another version of kengesh: %2 (%3)"),
	[PROVEN_CHANGED] = TEXT(
	    "%1: only the label was compared: not proof: the template, the "
	    "sheet or what is recorded later has changed since, or the file "
	    "has: %2 (%3)"),
	[PROVEN_NOT_SET] = TEXT("%1: only the label was compared: not proof: "
				"the paper cannot be set again, `kengesh "
				"build` says why: %2 (%3)"),
};
/* PROVEN_ADDED: what follows the paper in the file. */
static const struct words of_added[] = {
	[PDF_ADDED_UNSIGNED] =
	    TEXT("%1: changed: what follows the paper in the file is no "
		 "signature: %2 (%3)"),
	[PDF_ADDED_CHANGES] =
	    TEXT("%1: forged: an update after the paper changes it: %2 (%3)"),
	[PDF_ADDED_PICTURE] =
	    TEXT("%1: a signature is drawn outside of the fields for it and "
		 "may cover what was printed: %2 (%3)"),
};
static const struct words of_signatures = TEXT(
    "electronic signatures: %1; whether they are valid, a PDF reader says");
static const struct words of_template = TEXT("the school's own template: %1");
static const struct words of_pages = TEXT("pages that were changed: %1");

/* A line below what was said. */
static void
print_detail(const struct options *o, enum lang lang, const struct words *w,
    struct str what)
{
	struct str text = msg_text(o->run, w, lang, ARGS(arg_str(what)));

	print_line(str_printf(o->run, "  " STR_FMT, STR_ARG(text)));
}

static void
print_pages(const struct options *o, enum lang lang,
    const struct pdf_page_numbers *pages)
{
	struct strbuf b;

	buf_init(&b, o->run);
	for (size_t i = 0; i < pages->n; i++)
		buf_printf(&b, i ? ", %d" : "%d", pages->at[i]);
	if (pages->n)
		print_detail(o, lang, &of_pages, buf_str(&b));
}

void
proof_print(const struct options *o, enum lang lang, const char *path,
    const struct match *m, const struct proof *proof)
{
	const struct words *w = proof->proven == PROVEN_ADDED
				    ? &of_added[proof->added]
				    : &of_proof[proof->proven];

	struct str text = msg_text(o->run, w, lang,
	    ARGS(arg_str(str_from(path)), arg_str(m->paper.title),
		arg_str(m->hash)));

	if (o->quiet && proof->proven == PROVEN_SAME)
		return;
	print_line(text);
	if (proof->proven == PROVEN_SAME && proof->signatures)
		print_detail(o, lang, &of_signatures,
		    str_printf(o->run, "%zu", proof->signatures));
	print_pages(o, lang, &proof->pages);
	for (size_t i = 0; i < proof->templates.n; i++)
		print_detail(o, lang, &of_template, proof->templates.at[i]);
}
