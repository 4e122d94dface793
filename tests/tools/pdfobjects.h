/* SPDX-License-Identifier: MIT */
#ifndef TOOLS_PDFOBJECTS_H
#define TOOLS_PDFOBJECTS_H

/*
 * The objects of a PDF, as qpdf prints them in JSON: what pdfcheck looks
 * through.  References are texts like "5 0 R"; value, item and text follow
 * them.
 */

#include <ctype.h>
#include <jansson.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>

#include "base/arena.h"
#include "base/str.h"

struct check {
	struct arena arena;
	const char *file;
	json_t *objects; /* "obj:5 0 R": { value or stream } */
	json_t *owners;  /* "PAGE MCID", and annotations: their element */
	json_t *seen;    /* "PAGE MCID": in a page's content */
	json_t *fields;  /* references of the form's fields */
	int faults;
	int heading; /* the level of the last one */
};

static inline void
fault(struct check *c, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	printf("%s: ", c->file);
	vprintf(fmt, ap);
	putchar('\n');
	va_end(ap);
	c->faults++;
}

/* The value of an object where v refers to one, else v itself. */
static json_t *
value(struct check *c, json_t *v)
{
	const char *s = json_string_value(v);

	if (!s || !isdigit((unsigned char)s[0]) || !strstr(s, " R"))
		return v;

	struct str key = str_printf(&c->arena, "obj:%s", s);
	json_t *o = json_object_get(c->objects, key.p);
	json_t *stream = json_object_get(o, "stream");

	return stream ? json_object_get(stream, "dict")
		      : json_object_get(o, "value");
}

static json_t *
item(struct check *c, json_t *dict, const char *key)
{
	return value(c, json_object_get(dict, key));
}

static const char *
text(struct check *c, json_t *dict, const char *key)
{
	const char *s = json_string_value(item(c, dict, key));

	return s ? s : "";
}

/* An array as it is, one thing as an array of it, nothing as an empty one. */
static json_t *
list(struct check *c, json_t *dict, const char *key)
{
	json_t *v = item(c, dict, key);

	if (json_is_array(v))
		return json_incref(v);

	json_t *one = json_array();

	if (v)
		json_array_append(one, json_object_get(dict, key));
	return one;
}

static struct str
base64(struct arena *a, const char *s)
{
	static const char alphabet[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
				       "abcdefghijklmnopqrstuvwxyz0123456789+/";
	unsigned bits = 0;
	int have = 0;
	struct strbuf b;

	buf_init(&b, a);
	for (; *s && *s != '='; s++) {
		const char *at = strchr(alphabet, *s);

		if (!at)
			continue;
		bits = bits << 6 | (unsigned)(at - alphabet);
		have += 6;
		if (have >= 8) {
			have -= 8;
			buf_byte(&b, (char)(bits >> have & 0xFF));
		}
	}
	return buf_str(&b);
}

/* The bytes of the stream that v refers to. */
static struct str
stream(struct check *c, json_t *v)
{
	const char *s = json_string_value(v);
	struct str key = str_printf(&c->arena, "obj:%s", s ? s : "");
	json_t *o = json_object_get(c->objects, key.p);
	const char *data = json_string_value(
	    json_object_get(json_object_get(o, "stream"), "data"));

	return data ? base64(&c->arena, data) : STR("");
}

/* qpdf reads the name from the environment, so that no shell reads it. */
static json_t *
taken_apart(const char *file)
{
	json_error_t error;
	json_t *json = NULL;

	setenv("PDFCHECK_FILE", file, 1);

	FILE *in = popen("qpdf --json=2 --json-stream-data=inline "
			 "--decode-level=generalized \"$PDFCHECK_FILE\"",
	    "r");

	if (in) {
		json = json_loadf(in, JSON_ALLOW_NUL, &error);
		int status = pclose(in);

		/* 3: it mended something; that is qpdf --check's to tell. */
		if (!WIFEXITED(status) ||
		    (WEXITSTATUS(status) != 0 && WEXITSTATUS(status) != 3)) {
			json_decref(json);
			json = NULL;
		}
	}
	return json;
}

#endif
