/* SPDX-License-Identifier: MIT */
#ifndef MSG_MSG_H
#define MSG_MSG_H

/*
 * A message is a fixed sentence with %1 to %9 where its arguments go, and a
 * remedy.  The English of it stands in the code, where it is written; the
 * Russian and the Kyrgyz are found by it in ru.po and ky.po, which `make po`
 * keeps in step and `make lint` checks: whoever translates needs no C.
 *
 * Each layer keeps its messages in messages.def beside its code.  A layer's
 * <layer>_int.h declares them:
 *
 *	#define MESSAGE(id, ...) extern const struct message id;
 *	#include "markup/messages.def"
 *	#undef MESSAGE
 *
 * and its messages.c defines them with MESSAGE_ROW and lists them.
 *
 * MESSAGE(id, code, name, severity, TEXT(sentence), TEXT(remedy)): `id` is the
 *C name, `code` K and three digits (never reused), `name` kebab-case, the
 *remedy NO_TEXT where the sentence says it already.  A row is MESSAGE_LOSES
 *instead where facts of the file may be lost with it.
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

/*
 * A sentence in English; what else it is in, the catalogues say.  The same
 * English that must be said in two ways is told apart by a context.  Neither
 * holds a comma, so that both may stand in the arguments of a macro.
 */
#define TEXT(en) \
	{ \
		{ \
			[LANG_EN] = en \
		} \
	}
#define TEXT_CONTEXT         "\004"
#define TEXT_IN(context, en) TEXT(context TEXT_CONTEXT en)
#define NO_TEXT              TEXT("")

struct message {
	const char *code; /* "K010" */
	const char *name; /* "unknown-key" */
	enum severity severity;
	struct words text, help;
	enum concern concern;
	bool loses_facts; /* what else the file says may not be known */
};

#define MESSAGE_WITH(concern, loses, code, name, severity, text, help) \
	{ \
		code, name, severity, text, help, concern, loses \
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

/* Words in a language: as they stand there, else as the catalogue has them,
 * else in English. */
const char *words_in(const struct words *w, enum lang lang);

/* The sentence of `w` in `lang`, with its arguments in their places. */
struct str msg_text(struct arena *a, const struct words *w, enum lang lang,
    const struct arg *args, size_t nargs);

extern const struct words severity_words[SEV_MAX]; /* ката, эскертүү, ... */

#endif
