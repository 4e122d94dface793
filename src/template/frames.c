/* SPDX-License-Identifier: MIT */
#include <assert.h>

#include "base/arena.h"
#include "template/template_int.h"

/* Where filling stands: the repetitions under way, and what a name means in
 * them. */

struct diag *
fill_fault(struct filling *f, const struct message *m, struct span at,
    const struct arg *args, size_t nargs)
{
	f->faulty = f->faulty || m->severity == SEV_ERROR;
	return diag_add(f->d, m, at, args, nargs);
}

static const struct value *
number_value(struct filling *f, size_t n)
{
	struct value *v = ARENA_NEW(f->a, struct value);

	v->kind = VALUE_NUMBER;
	v->there = true;
	v->text = str_printf(f->a, "%zu", n);
	return v;
}

static const struct value *
flag_value(struct filling *f, bool on)
{
	struct value *v = ARENA_NEW(f->a, struct value);

	v->kind = VALUE_FLAG;
	v->there = on;
	return v;
}

static const struct value *
form_value(struct filling *f, const struct value *v, struct str step)
{
	const struct value *form = value_member(v, step);

	if (form || v->kind != VALUE_LIST)
		return form;
	return str_eq(step, STR("many")) ? flag_value(f, v->items.n > 1)
					 : number_value(f, v->items.n);
}

const struct value *
fill_value(struct filling *f, const struct template_tag *tag)
{
	const struct frame *frame = &f->frames[tag->scope];
	struct str rest = tag->path;
	const struct value *v = frame->value;

	switch (tag->meaning) {
	case MEANS_NUMBER:
		return number_value(f, frame->turn + 1);
	case MEANS_FIRST:
		return flag_value(f, frame->turn == 0);
	case MEANS_LAST:
		return flag_value(f, frame->turn + 1 == frame->turns);
	case MEANS_NAME:
		break;
	}
	v = value_member(v, tag_step(rest, &rest));
	while (v && rest.n)
		v = form_value(f, v, tag_step(rest, &rest));
	return v;
}

bool
fill_is_full(const struct filling *f)
{
	return f->made > TEMPLATE_PARTS_MAX;
}

bool
fill_enter(struct filling *f, const struct piece *section, size_t turn)
{
	f->made++;
	if (fill_is_full(f))
		return false;

	const struct value *v = fill_value(f, &section->tag);

	if (section->tag.kind != TAG_EACH)
		return turn == 0 &&
		       (v && v->there) == (section->tag.kind == TAG_IF);
	if (!v || turn >= v->items.n)
		return false;
	assert(f->nframes <= TEMPLATE_DEPTH);
	f->frames[f->nframes++] =
	    (struct frame){ v->items.at[turn], turn, v->items.n };
	return true;
}

void
fill_leave(struct filling *f, const struct piece *section)
{
	if (section->tag.kind == TAG_EACH)
		f->nframes--;
}

/* Looking a word up folds every word there is: once each is enough. */
const struct known *
live_known(struct filling *f, struct str word)
{
	struct known *k = &f->known[str_hash(word) % KNOWN];

	if (!k->written.n || !str_eq(k->written, word)) {
		k->written = word;
		k->word = word_find(IN_REPORT_NAMES, word, &k->right);
	}
	return k;
}

const struct value *
live_value(struct filling *f, struct str word)
{
	const struct known *k = live_known(f, word);

	return k->word
		   ? value_member(f->frames[0].value, str_from(k->word->name))
		   : NULL;
}
