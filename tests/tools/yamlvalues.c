/* SPDX-License-Identifier: MIT */
/*
 * Prints what stands in a YAML file under a key, wherever that key is: a
 * value, or each value of a list, a line each.  Usage: yamlvalues KEY FILE.
 * Status 1 where the file is not YAML.
 */
#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include <yaml.h>

enum { DEPTH = 32 };

/* Where the parser is: whether this collection is a mapping, whether its next
 * scalar is a key, and whether it belongs to the key that is looked for. */
struct level {
	bool mapping, at_key, wanted;
};

static bool
walk(yaml_parser_t *parser, const char *key)
{
	struct level levels[DEPTH] = { { 0 } }, *l = levels;
	bool found = false, more = true;
	yaml_event_t e;

	while (more && yaml_parser_parse(parser, &e)) {
		switch (e.type) {
		case YAML_MAPPING_START_EVENT:
		case YAML_SEQUENCE_START_EVENT: {
			bool mapping = e.type == YAML_MAPPING_START_EVENT;
			bool wanted = !mapping && found;

			l->at_key = true;
			if (++l == levels + DEPTH)
				return false;
			*l = (struct level){ mapping, mapping, wanted };
			found = false;
			break;
		}
		case YAML_MAPPING_END_EVENT:
		case YAML_SEQUENCE_END_EVENT:
			l--;
			break;
		case YAML_SCALAR_EVENT: {
			const char *s = (const char *)e.data.scalar.value;

			if (l->mapping && l->at_key) {
				found = strcmp(s, key) == 0;
				l->at_key = false;
				break;
			}
			if (found || l->wanted)
				puts(s);
			found = false;
			l->at_key = true;
			break;
		}
		default:
			more = e.type != YAML_STREAM_END_EVENT;
		}
		yaml_event_delete(&e);
	}
	return parser->error == YAML_NO_ERROR;
}

int
main(int argc, char **argv)
{
	FILE *f = argc == 3 ? fopen(argv[2], "rb") : NULL;
	yaml_parser_t parser;
	bool ok;

	if (!f || !yaml_parser_initialize(&parser)) {
		fputs("usage: yamlvalues KEY FILE\n", stderr);
		return 2;
	}
	yaml_parser_set_input_file(&parser, f);
	ok = walk(&parser, argv[1]);
	if (!ok)
		fprintf(stderr, "%s:%zu: %s\n", argv[2],
		    parser.problem_mark.line + 1,
		    parser.problem ? parser.problem : "nested too deeply");
	yaml_parser_delete(&parser);
	fclose(f);
	return !ok;
}
