/* SPDX-License-Identifier: MIT */
#ifndef MSG_MSG_H
#define MSG_MSG_H

/*
 * A message is a fixed sentence in the three languages, with %1 to %9 where
 * its arguments go, and a remedy.  Each layer keeps its own messages in
 * messages.def beside its code; the languages stand side by side in one row,
 * so none can be missing.  A layer's <layer>_int.h declares them:
 *
 *	#define MESSAGE(id, ...) extern const struct message id;
 *	#include "markup/messages.def"
 *	#undef MESSAGE
 *
 * and its messages.c defines them with MESSAGE_ROW and lists them.
 *
 * MESSAGE(id, code, name, severity, en, ru, ky, help_en, help_ru, help_ky):
 * `id` is the C name, `code` K and three digits (never reused), `name`
 * kebab-case, the remedy "" where the sentence says it already.  A row is
 * MESSAGE_LOSES instead where facts of the file may be lost with it.
 */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/str.h"
#include "words/lang.h"

struct arena;

enum severity { SEV_NOTE, SEV_WARNING, SEV_ERROR, SEV_MAX };

/* What a finding of this kind is about: which papers an error holds back. */
enum concern {
	CONCERNS_RECORD,   /* what a record says: each paper that rests on it */
	CONCERNS_DUTY,     /* what the year owes, or a setting: none */
	CONCERNS_SIGNATURE /* what was signed: those of the same session */
};

struct message {
	const char *code; /* "K010" */
	const char *name; /* "unknown-key" */
	enum severity severity;
	struct words text, help;
	enum concern concern;
	bool loses_facts; /* what else the file says may not be known */
};

#define MESSAGE_WITH( \
    concern, loses, code, name, severity, en, ru, ky, hen, hru, hky) \
	{ \
		code, name, severity, WORDS(en, ru, ky), WORDS(hen, hru, hky), \
		    concern, loses \
	}
#define MESSAGE_ROW(...) MESSAGE_WITH(CONCERNS_RECORD, false, __VA_ARGS__)

/* An argument: a text, or words that are printed in the reader's language. */
struct arg {
	struct str text;
	const struct words *words; /* NULL: text */
};

struct arg arg_str(struct str s);
struct arg arg_words(const struct words *w);
struct arg arg_number(struct arena *a, int64_t n);

/* The sentence of `w` in `lang`, with its arguments in their places. */
struct str msg_text(struct arena *a, const struct words *w, enum lang lang,
    const struct arg *args, size_t nargs);

extern const struct words severity_words[SEV_MAX]; /* ката, эскертүү, ... */

#endif
