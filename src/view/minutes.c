/* SPDX-License-Identifier: MIT */
#include "view/view_int.h"

static const struct words word_question = WORDS("Question", "Вопрос", "Суроо");
static const struct words word_answer = WORDS("Answer", "Ответ", "Жооп");

static const struct words excuse_words[] = {
	[EXCUSE_NONE_GIVEN] = WORDS("", "", ""),
	[EXCUSE_GOOD] =
	    WORDS("with good reason", "по уважительной причине", "себептүү"),
	[EXCUSE_BAD] = WORDS(
	    "without good reason", "без уважительной причины", "себепсиз"),
};

/* What stands over the decisions. */
static const struct words decision_words[] = {
	[WORD_DECIDED] = WORDS("DECIDED", "РЕШИЛИ", "ЧЕЧИМ"),
	[WORD_RESOLVED] = WORDS("RESOLVED", "ПОСТАНОВИЛИ", "ТОКТОМ"),
};

/* A word that is none of ours is printed as the school wrote it. */
static void
put_decision_word(struct making *m, struct value *g)
{
	const struct text *written = &m->council->decision_word;
	struct str right;
	const struct word *w = word_find(IN_DECISION_WORDS, written->s, &right);

	if (w || !written->s.n)
		put_words(m, g, "decision-word",
		    &decision_words[w ? w->value : WORD_DECIDED]);
	else
		put_text(m, g, "decision-word",
		    text_capitals(m->arena, written->s), written->at);
}

/* Over an item's decisions stands what was typed there, unless the school has
 * one word for all. */
static void
put_decided_as(struct making *m, struct value *g, const struct item *item)
{
	const struct text *typed = &item->decided_word;
	struct str word = text_capitals(m->arena, typed->s);

	if (typed->s.n && !m->council->decision_word.s.n &&
	    !str_eq(word,
		str_from(words_in(&decision_words[WORD_DECIDED], m->lang))))
		put_text(m, g, "decided-as", word, typed->at);
}

static void
put_clock(
    struct making *m, struct value *g, const char *name, const struct clock *c)
{
	struct str s = span_text(c->at);

	if (!c->at.src)
		return;
	/* A draft prints a time that could not be read as it was written. */
	if (c->hour >= 0)
		s = str_printf(m->arena, "%02d:%02d", c->hour, c->minute);
	put_text(m, g, name, s, c->at);
}

/* --- who was there ------------------------------------------------------ */

/* Only whether there was good reason is printed, unless the school wants all.
 */
static void
put_absence(struct making *m, struct value *g, const struct absence *absence)
{
	struct str excuse =
	    str_from(words_in(&excuse_words[absence->excuse], m->lang));
	struct str reason = absence->reason.s;
	struct value *v = list_add(m, g, "absent");

	put_ref(m, v, "name", &absence->who);
	if (!m->council->print_reasons.on || reason.n == 0)
		reason = excuse;
	else if (excuse.n)
		reason = str_printf(m->arena, STR_FMT ": " STR_FMT,
		    STR_ARG(excuse), STR_ARG(reason));
	put_text(m, v, "reason", reason, absence->reason.at);
}

static void
put_comings(struct making *m, struct value *g, const char *name,
    const struct coming *at, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		struct value *v = list_add(m, g, name);

		put_ref(m, v, "name", &at[i].who);
		put_number(m, v, "item", at[i].item.v);
	}
}

/* As many as the school's own rule asks; the regulation has none. */
static void
put_quorum(struct making *m, struct value *g, const struct session *s)
{
	struct attendance n = session_attendance(m->paper->year, s);
	struct value *v = value_in(g, "quorum", VALUE_GROUP);

	if (!n.needed)
		return;
	put_number(m, v, "needed", n.needed);
	put_flag(v, "reached", n.quorate);
}

static void
put_attendance(struct making *m, struct value *g, const struct session *s)
{
	struct member_list present = { 0 };

	session_present(&present, m->arena, m->paper->year, s);
	put_members(m, g, "present", &present);
	for (size_t i = 0; i < s->absent.n; i++)
		put_absence(m, g, &s->absent.at[i]);
	put_comings(m, g, "late", s->late.at, s->late.n);
	put_comings(m, g, "left", s->left.at, s->left.n);
	put_quorum(m, g, s);
}

/* --- items -------------------------------------------------------------- */

static void
put_votes(struct making *m, struct value *g, const struct votes *votes)
{
	struct value *v = value_in(g, "votes", VALUE_GROUP);

	put_flag(v, "unanimous", votes->unanimous);
	if (votes->for_given)
		put_number(m, v, "for", votes->for_);
	if (votes->against_given)
		put_number(m, v, "against", votes->against);
	if (votes->abstained_given)
		put_number(m, v, "abstained", votes->abstained);
	put_refs(m, v, "for-names", &votes->for_names);
	put_refs(m, v, "against-names", &votes->against_names);
	put_refs(m, v, "abstained-names", &votes->abstained_names);
}

/* Two who spoke as one, under both their names. */
static struct ref
couple(struct making *m, const struct ref *one, const struct ref *other)
{
	static const struct words word_and = WORDS(" and ", " и ", " жана ");
	struct refs first = { (struct ref *)one, 1, 1 };
	struct refs second = { (struct ref *)other, 1, 1 };
	struct ref both = { .written = one->written };

	both.written.s = str_printf(m->arena, STR_FMT "%s" STR_FMT,
	    STR_ARG(refs_text(m, &first)), words_in(&word_and, m->lang),
	    STR_ARG(refs_text(m, &second)));
	return both;
}

static void
put_speech(struct making *m, struct value *g, const struct speech *speech)
{
	struct value *v = list_add(m, g, "spoke");
	const struct words *word =
	    speech->question ? &word_question : &word_answer;
	struct ref who = speech->who;

	if (speech->question || speech->answer) {
		who.person = NULL;
		who.written.s = str_from(words_in(word, m->lang));
	}
	if (speech->with.written.s.n)
		who = couple(m, &speech->who, &speech->with);
	put_ref(m, v, "who", &who);
	put_written(m, v, "post", &speech->post);
	put_prose(m, v, "said", &speech->said);
	put_flag(v, "question", speech->question);
	put_flag(v, "answer", speech->answer);
}

/* A paper shows what was decided on its day: not what became of it later. */
static void
put_decision(struct making *m, struct value *g, const struct item *item,
    const struct decision *decision)
{
	struct value *v = list_add(m, g, "decisions");

	put_text(m, v, "number",
	    str_printf(m->arena, STR_FMT ".",
		STR_ARG(decision_number(m->arena, item, decision))),
	    decision->at);
	put_prose(m, v, "text", &decision->text);
	put_refs(m, v, "responsible", &decision->responsible);
	put_due(m, v, &decision->due);
	put_votes(m, v, &decision->votes);
}

/* Annexes are counted through the whole protocol, so also in an extract. */
static int64_t
attachments_before(const struct session *s, const struct item *item)
{
	int64_t n = 0;

	for (const struct item *one = s->items.at; one < item; one++)
		n += (int64_t)one->attachments.n;
	return n;
}

static void
put_attachments(struct making *m, struct value *paper, struct value *g,
    const struct item *item)
{
	int64_t before = attachments_before(m->paper->session, item);

	for (size_t i = 0; i < item->attachments.n; i++) {
		const struct attachment *t = &item->attachments.at[i];
		struct value *v = list_add(m, g, "attachments");

		list_share(m, paper, "attachments", v);
		put_number(m, v, "number", before + (int64_t)i + 1);
		put_written(m, v, "title", &t->title);
		put_number(m, v, "item", item->number);
		if (t->set)
			put_prose(m, v, "body", &t->body);
	}
}

static void
put_item(struct making *m, struct value *paper, const struct item *item)
{
	struct value *v = list_add(m, paper, "items");
	struct value *withdrawn = value_in(v, "withdrawn", VALUE_GROUP);

	put_number(m, v, "number", item->number);
	put_written(m, v, "title", &item->title);
	put_refs(m, v, "reporters", &item->reporters);
	put_prose(m, v, "heard", &item->heard);
	for (size_t i = 0; i < item->spoke.n; i++)
		put_speech(m, v, &item->spoke.at[i]);
	put_decided_as(m, v, item);
	put_prose(m, v, "before-decisions", &item->before_decisions);
	for (size_t i = 0; i < item->decisions.n; i++)
		put_decision(m, v, item, &item->decisions.at[i]);
	put_votes(m, v, &item->votes);
	put_written(m, withdrawn, "reason", &item->withdrawn);
	withdrawn->there = item->is_withdrawn;
	put_attachments(m, paper, v, item);
}

/* An extract has only the items that it was asked for. */
static bool
is_chosen(const struct paper *p, const struct item *item)
{
	for (size_t i = 0; i < p->items.n; i++) {
		if (p->items.at[i] == item->number)
			return true;
	}
	return p->kind != PAPER_EXTRACT;
}

/* --- the papers --------------------------------------------------------- */

static void
put_signers(struct making *m, struct value *g, const struct session *s)
{
	const struct year *y = m->paper->year;
	const struct person *presided = session_chair(y, s);
	const struct member *chair = year_chair(y, session_date(s));
	struct refs secretaries = { 0 };

	put_chair(m, g, chair, presided);
	put_flag(
	    g, "presided", presided && (!chair || presided != &chair->person));
	session_secretaries(&secretaries, m->arena, y, s);
	put_secretaries(m, g, &secretaries, year_elected(y, s));
}

static void
put_people(struct making *m, struct value *g, const struct session *s)
{
	struct member_list members = { 0 };

	session_members(&members, m->arena, m->paper->year, s);
	put_members(m, g, "members", &members);
	for (size_t i = 0; i < s->invited.n; i++) {
		put_guest(m, list_add(m, g, "invited"), s->invited.at[i]);
	}
}

void
put_session(struct making *m, struct value *g)
{
	const struct session *s = m->paper->session;

	if (session_number(s) > 0) {
		put_number(m, g, "number", session_number(s));
		put_number(m, g, "protocol", session_number(s));
	}
	put_date(m, g, "date", session_date(s), s->date.at);
	put_clock(m, g, "start", &s->start);
	if (s->place.s.n)
		put_written(m, g, "place", &s->place);
	else
		put_wording(m, g, "place", &m->council->city);
	put_signers(m, g, s);
	put_people(m, g, s);
	put_prose(m, g, "opening", &s->opening);
	for (size_t i = 0; i < s->items.n; i++) {
		if (is_chosen(m->paper, &s->items.at[i]))
			put_item(m, g, &s->items.at[i]);
	}
}

void
put_minutes(struct making *m, struct value *g)
{
	const struct session *s = m->paper->session;

	put_session(m, g);
	put_clock(m, g, "end", &s->end);
	put_attendance(m, g, s);
	put_flag(g, "full", s->form == FORM_FULL);
	put_flag(g, "short", s->form == FORM_SHORT);
	put_decision_word(m, g);
}
