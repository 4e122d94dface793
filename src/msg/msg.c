/* SPDX-License-Identifier: MIT */
#include "msg/msg.h"

#include <assert.h>

#include "base/arena.h"

const struct words severity_words[SEV_MAX] = {
	[SEV_NOTE] = TEXT("note"),
	[SEV_WARNING] = TEXT("warning"),
	[SEV_ERROR] = TEXT("error"),
};

struct arg
arg_str(struct str s)
{
	return (struct arg){ .text = s };
}

struct arg
arg_words(const struct words *w)
{
	return (struct arg){ .words = w };
}

struct arg
arg_number(struct arena *a, int64_t n)
{
	return arg_str(str_printf(a, "%lld", (long long)n));
}

static struct str
arg_text(const struct arg *arg, enum lang lang)
{
	return arg->words ? str_from(words_in(arg->words, lang)) : arg->text;
}

struct str
msg_text(struct arena *a, const struct words *w, enum lang lang,
    const struct arg *args, size_t nargs)
{
	struct strbuf b;

	buf_init(&b, a);
	for (const char *s = words_in(w, lang); *s; s++) {
		if (s[0] != '%' || s[1] < '1' || s[1] > '9') {
			buf_byte(&b, *s);
			continue;
		}
		assert((size_t)(s[1] - '1') < nargs);
		buf_add(&b, arg_text(&args[s[1] - '1'], lang));
		s++;
	}
	return buf_str(&b);
}
