/* SPDX-License-Identifier: MIT */
#ifndef WORDS_MEANING_H
#define WORDS_MEANING_H

/* What the closed words of records mean; the words are those of table.c. */

enum office {
	OFFICE_NONE,
	OFFICE_DIRECTOR,
	OFFICE_DEPUTY_EDUCATION,
	OFFICE_DEPUTY_METHODICAL,
	OFFICE_OTHER
};
enum category {
	CATEGORY_NONE = 0,
	CATEGORY_MANAGEMENT = 1,
	CATEGORY_UNION_HEAD = 2,
	CATEGORY_GROUP_REPRESENTATIVE = 4
}; /* bits */
enum role { ROLE_MEMBER, ROLE_CHAIR, ROLE_DEPUTY_CHAIR };

enum name_style { NAME_SURNAME_FIRST, NAME_INITIALS_FIRST };
enum quorum_kind { QUORUM_NONE, QUORUM_SHARE, QUORUM_NUMBER };
enum break_counts { BREAK_BEFORE, BREAK_NONE };

enum level {
	LEVEL_GIVEN, /* as in the rule */
	LEVEL_OFF,
	LEVEL_NOTE,
	LEVEL_WARNING,
	LEVEL_ERROR
};

enum orientation {
	ORIENTATION_GIVEN, /* as the sheet has it */
	ORIENTATION_PORTRAIT,
	ORIENTATION_LANDSCAPE
};
/* What a school may set of a rule, and its words. */
enum setting {
	SETTING_MINIMUM,    /* K101: sessions in each period */
	SETTING_PER,        /* K101: enum per */
	SETTING_OFFICES,    /* K102: bits 1 << enum office */
	SETTING_CATEGORIES, /* K123: enum category */
	SETTING_DAYS,       /* K125: without a head */
	SETTING_HOW,        /* K103: enum election */
	SETTING_MAX
};
enum per { PER_MONTH, PER_QUARTER, PER_HALF, PER_YEAR };
enum election { ELECTION_ELECTED, ELECTION_APPOINTED };

/* Terms that are no days; what ends may have a last day. */
enum standing { STANDING_OPEN, STANDING_QUARTER_END, STANDING_YEAR_END };

enum decision_word { WORD_DECIDED, WORD_RESOLVED };

enum duty {
	DUTY_APPROVE_PLAN = 1,
	DUTY_AMEND_PLAN = 2,
	DUTY_YEAR_RESULTS = 4,
	DUTY_NEXT_DIRECTIONS = 8,
	DUTY_REPORT = 16
}; /* bits */

enum status { STATUS_HELD, STATUS_PLANNED, STATUS_DRAFT, STATUS_CANCELLED };
enum form { FORM_FULL, FORM_SHORT };
enum excuse { EXCUSE_NONE_GIVEN, EXCUSE_GOOD /* себептүү */, EXCUSE_BAD };

enum chart_kind { CHART_BARS, CHART_LINES, CHART_YEAR };
enum chart_key { CHART_KEY_TYPE, CHART_KEY_OF, CHART_KEY_TITLE, CHART_KEY_MAX };

/* What a cell of a table in report.md computes. */
enum figure_kind {
	FIGURE_NONE,
	FIGURE_SUM,
	FIGURE_SHARE,
	FIGURE_QUALITY,
	FIGURE_PASS
};

enum vote_word { VOTE_FOR, VOTE_AGAINST, VOTE_ABSTAINED, VOTE_UNANIMOUS };
enum printed_word { PRINTED_AGENDA, PRINTED_ITEM };
enum speech_word { SPEECH_QUESTION, SPEECH_ANSWER };

#endif
