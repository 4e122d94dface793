/* SPDX-License-Identifier: MIT */
/*
 * Writes a school that has no mistakes: generate BASE FOLDER SEED.
 *
 * BASE is the school whose regulation and language are taken: tests/base or
 * tests/base-ru.  The rest follows from SEED alone: the same number gives the
 * same records everywhere.  FOLDER exists and is empty.
 */
#include "generate_prose.h"

/* --- people ------------------------------------------------------------- */

/* Surnames are all different: whoever is named is known. */
static void
make_person(struct gen *g, struct person *p, int i)
{
	const char *given, *father = fathers[upto(g, COUNT(fathers))];
	const char *root = surnames[i % (int)COUNT(surnames)];
	char surname[128];

	p->woman = chance(g, 60);
	given = givens[upto(g, COUNT(givens))][p->woman];
	if (chance(g, 15)) {
		/* Үмөталиев → Үмөтали уулу: without -ев, two letters. */
		snprintf(surname, sizeof(surname), "%.*s %s",
		    (int)strlen(root) - 4, root, p->woman ? "кызы" : "уулу");
		snprintf(p->rest, sizeof(p->rest), "%s", given);
		snprintf(
		    p->brief, sizeof(p->brief), "%s %.2s.", surname, given);
	} else {
		const char *a = p->woman ? "а" : "";

		if (chance(g, 15))
			snprintf(surname, sizeof(surname), "%s%s-%s%s", root, a,
			    seconds[upto(g, COUNT(seconds))], a);
		else
			snprintf(surname, sizeof(surname), "%s%s", root, a);
		snprintf(p->rest, sizeof(p->rest), "%s %s%s", given, father,
		    p->woman ? "овна" : "ович");
		snprintf(p->brief, sizeof(p->brief), "%s %.2s.%.2s.", surname,
		    given, father);
	}
	snprintf(p->surname, sizeof(p->surname), "%s", surname);
}

/* A person as people write names. */
static void
name(struct gen *g, const struct person *p)
{
	switch (upto(g, 3)) {
	case 0:
		say(g, "%s", p->brief);
		break;
	case 1:
		say(g, "%s %s", p->surname, p->rest);
		break;
	default:
		say(g, "%s", p->surname);
	}
}

static void
members(struct gen *g)
{
	char path[256];
	FILE *before = begin(g, in_year(g, path, sizeof(path), "members.yaml"));

	for (int i = 0; i < g->members; i++) {
		const struct person *p = &g->people[i];
		int place = i - (g->members > 3 ? 2 : 1);

		say(g, "- name: %s %s\n  from: %d-08-25\n", p->surname, p->rest,
		    g->year);
		if (i == 0)
			say(g,
			    "  office: deputy-education\n"
			    "  role: %s\n  category: management\n",
			    g->lang    ? "председатель"
			    : p->woman ? "төрайым"
				       : "төрага");
		else if (i == 1 && place < 0)
			say(g, "  office: deputy-methodical\n"
			       "  role: deputy-chair\n"
			       "  category: management\n");
		else if (place < g->unions)
			say(g, "  category: union-head\n  union: \"%s\"\n",
			    unions[place][g->lang]);
		else if (place < g->unions + g->groups)
			say(g,
			    "  category: group-representative\n"
			    "  group: \"%s\"\n",
			    groups[place - g->unions][g->lang]);
		else
			say(g, "  category: management\n");
		say(g, "  post: %s", PICK(g, words));
		for (int n = upto(g, 9); n; n--)
			say(g, " %s", PICK(g, words));
		say(g, "\n");
	}
	end(g, before);
}

/* One to three of those present, parted by commas. */
static void
people(struct gen *g)
{
	int first = upto(g, g->present), count = between(g, 1, 3);

	for (int i = 0; i < count && i < g->present; i++) {
		say(g, i ? ", " : "");
		name(g, &g->people[(first + i) % g->present]);
	}
}

/* --- the school --------------------------------------------------------- */

static void
regulation(struct gen *g, const char *base)
{
	char path[512], line[4096];
	FILE *from, *before = begin(g, "regulation.md");

	snprintf(path, sizeof(path), "%s/regulation.md", base);
	if (!(from = fopen(path, "r")))
		stop("cannot read", path);
	for (int n = 0; fgets(line, sizeof(line), from); n++) {
		if (n == 1 && g->sessions < 4)
			say(g, "requires:\n"
			       "  session-each-quarter: off\n"
			       "  plan-covers-quarters: off\n");
		say(g, "%s", line);
	}
	fclose(from);
	end(g, before);
}

static void
council(struct gen *g)
{
	static const char *const texts[] = {
		"school: «№ 195 мектеп-гимназиясы»\n"
		"city: Бишкек шаары\n"
		"council: илимий-методикалык кеңеш\n"
		"pedagogical-council: педагогикалык кеңешме\n"
		"director: {name: Сыдыкова Мээрим Төрөкуловна, "
		"post: мектептин директору}\n"
		"collectives: [насаатчылар, УБ жетекчилери]\n"
		"language: ky\n",
		"school: Школа-гимназия № 195\n"
		"city: г. Бишкек\n"
		"council: {name: научно-методический совет, "
		"genitive: научно-методического совета}\n"
		"pedagogical-council: {name: педагогический совет, "
		"genitive: педагогического совета, "
		"dative: педагогическому совету}\n"
		"director: {name: Сыдыкова Мээрим Торокуловна, "
		"post: директор школы}\n"
		"collectives: [насаатчылар, УБ жетекчилери]\n"
		"language: ru\n",
	};
	FILE *before = begin(g, "council.yaml");

	say(g, "%s", texts[g->lang]);
	say(g, "unions:\n");
	for (int i = 0; i < g->unions; i++)
		say(g, "  - \"%s\"\n", unions[i][g->lang]);
	say(g, "groups:\n");
	for (int i = 0; i < g->groups; i++)
		say(g, "  - \"%s\"\n", groups[i][g->lang]);
	if (chance(g, 30))
		say(g, "name-style: initials-first\n");
	if (chance(g, 30))
		say(g, "print-reasons: yes\n");
	if (chance(g, 30))
		say(g, "quorum: 1/2\n");
	end(g, before);
}

static void
calendar(struct gen *g)
{
	char path[256];
	int y = g->year;
	FILE *before =
	    begin(g, in_year(g, path, sizeof(path), "calendar.yaml"));

	say(g, "quarters:\n");
	say(g, "  - {from: %d-09-01, to: %d-11-04}\n", y, y);
	say(g, "  - {from: %d-11-10, to: %d-12-30}\n", y, y);
	say(g, "  - {from: %d-01-12, to: %d-03-01}\n", y + 1, y + 1);
	say(g, "  - {from: %d-03-09, to: %d-05-29}\n", y + 1, y + 1);
	say(g, "holidays: [%d-03-21]\n", y + 1);
	end(g, before);
}

/* The day of a session, as in the names of files. */
static void
session_day(const struct gen *g, int session, char day[16])
{
	static const char *const days[] = { "09-05", "10-15", "12-16", "01-23",
		"02-18", "05-20" };
	/* Which of the days, by how many sessions there are. */
	static const int used[][6] = { { 5 }, { 0, 5 }, { 0, 3, 5 },
		{ 0, 2, 4, 5 }, { 0, 1, 2, 3, 5 }, { 0, 1, 2, 3, 4, 5 } };
	const char *d = days[used[g->sessions - 1][session]];

	snprintf(day, 16, "%d-%s", g->year + (d[0] == '0' && d[1] < '8'), d);
}

static void
plan_item(struct gen *g, int i)
{
	static const char *const days[] = { "09-19", "10-24", "11-28", "12-05",
		"01-30", "02-06", "03-27", "04-24", "05-08" };
	char day[16];

	say(g, "  - activity: \"");
	plain_sentence(g, between(g, 0, 12));
	say(g, "\"\n");
	if (i < g->sessions) {
		session_day(g, i, day);
		say(g, "    date: %s\n    session: yes\n", day);
		if (i == g->sessions - 1)
			say(g, "    duty: [year-results, next-directions]\n");
	} else if (i == g->sessions) {
		say(g, "    date: %d-05-28\n    duty: report\n", g->year + 1);
	} else if (chance(g, 20)) {
		say(g, "    from: %d-10-01\n    to: %d-0%d-15\n", g->year,
		    g->year + 1, between(g, 1, 5));
	} else {
		const char *d = days[upto(g, COUNT(days))];

		say(g, "    date: %d-%s\n", g->year + (*d == '0' && d[1] < '8'),
		    d);
	}
	say(g, "    responsible: ");
	people(g);
	say(g, "\n    functions: [%d]\n", i % 8 + 1);
	if (chance(g, 70)) {
		say(g, "    result: \"");
		for (int n = between(g, 1, 6); n; n--)
			say(g, "%s ", PICK(g, words));
		say(g, "\"\n");
	}
	if (chance(g, 70))
		say(g, "    done: %d-06-01\n", g->year + 1);
}

static void
plan(struct gen *g)
{
	char path[256];
	int least = g->sessions + 1, count = between(g, 1, 40);
	FILE *before = begin(g, in_year(g, path, sizeof(path), "plan.yaml"));

	g->present = g->members;
	say(g, "theme: \"«");
	plain_sentence(g, between(g, 1, 8));
	say(g, "»\"\n");
	if (chance(g, 50)) {
		say(g, "goal: \"");
		plain_sentence(g, between(g, 1, 20));
		say(g, "\"\ntasks:\n");
		for (int n = between(g, 1, 6); n; n--) {
			say(g, "  - \"");
			plain_sentence(g, between(g, 1, 12));
			say(g, "\"\n");
		}
	}
	say(g, "items:\n");
	for (int i = 0; i < (count < least ? least : count); i++)
		plan_item(g, i);
	end(g, before);
}

/* --- sessions ----------------------------------------------------------- */

static void
header(struct gen *g, bool is_short)
{
	say(g, "---\n%s: 15:00\n", key(g, START));
	if (chance(g, 50))
		say(g, "%s: 16.%d\n", key(g, END), between(g, 10, 59));
	if (is_short)
		say(g, "%s: %s\n", key(g, FORM), key(g, SHORT));
	if (chance(g, 50)) {
		say(g, "%s:\n  - Сыдыкова М.Т., ", key(g, INVITED));
		for (int n = between(g, 1, 9); n; n--)
			say(g, "%s ", PICK(g, words));
		say(g, "\n");
	}
	if (g->present < g->members)
		say(g, "%s:\n", key(g, ABSENT));
	for (int i = g->present; i < g->members; i++) {
		say(g, "  - %s: %s", g->people[i].surname, key(g, EXCUSED));
		say(g, chance(g, 50) ? ", курста\n" : "\n");
	}
	say(g, "---\n\n");
}

/* In one of its forms: in figures, by names, unanimous. */
static void
votes(struct gen *g, const char *between_lines)
{
	int all = g->present, against = upto(g, all / 3 + 1);

	switch (upto(g, 4)) {
	case 0:
		say(g, "%s", key(g, UNANIMOUSLY));
		return;
	case 1:
		say(g, "%s %d%s%s: %s", key(g, FOR), all - 1, between_lines,
		    key(g, AGAINST), g->people[upto(g, all)].surname);
		return;
	case 2:
		say(g, "%s – %d%s%s – %d%s%s – 0", key(g, FOR), all - against,
		    between_lines, key(g, AGAINST), against, between_lines,
		    key(g, ABSTAINED));
		return;
	default:
		say(g, "%s %d%s%s %d", key(g, FOR), all - against,
		    between_lines, key(g, ABSTAINED), against);
	}
}

static void
decision(struct gen *g, int number)
{
	static const char *const due[] = { "%d-06-01", "01.06.%d",
		"%d-жылдын 1-июнуна чейин", "до 1 июня %d г." };
	enum word last = chance(g, 50)   ? DONE
			 : chance(g, 50) ? EXTENDED
					 : DROPPED;

	say(g, "%d. %s.", number, PICK(g, resolves));
	for (int n = upto(g, 3); n; n--) {
		say(g, " ");
		sentence(g, between(g, 1, 10));
	}
	say(g, "\n");
	if (chance(g, 15))
		list(g, 3, 3); /* prose, before the facts */
	if (chance(g, 10)) {
		say(g, "\n");
		table(g, between(g, 2, 5), between(g, 1, 6), 3);
	}
	if (chance(g, 40))
		return;
	say(g, "   - %s: ", key(g, RESPONSIBLE));
	if (chance(g, 20))
		say(g, "насаатчылар");
	else if (chance(g, 20))
		say(g, "УБ жетекчилери");
	else
		people(g);
	say(g, "\n   - %s: ", key(g, DUE));
	say(g, due[upto(g, COUNT(due))], g->year + 1);
	if (chance(g, 70))
		say(g, "\n   - %s: %d-06-%d\n", key(g, last), g->year + 1,
		    between(g, 10, 30));
	else
		say(g, "\n");
	if (chance(g, 10)) {
		say(g, "   - %s: ", key(g, VOTES));
		votes(g, ", ");
		say(g, "\n");
	}
}

static void
speeches(struct gen *g)
{
	say(g, "### %s\n\n", key(g, SPOKE));
	for (int n = between(g, 1, 5); n; n--) {
		say(g, "- ");
		if (chance(g, 15))
			say(g, "%s", key(g, QUESTION));
		else
			name(g, &g->people[upto(g, g->present)]);
		say(g, ": ");
		for (int k = between(g, 1, 4); k; k--) {
			sentence(g, between(g, 1, 14));
			say(g, k > 1 ? " " : "\n");
		}
		if (chance(g, 10)) {
			say(g, "\n  ");
			paragraph(g);
		}
	}
	say(g, "\n");
}

static void
attachments(struct gen *g, int item)
{
	char room[256], path[256];
	FILE *before;

	snprintf(path, sizeof(path), "attachments/%d-%d.md", g->session, item);
	say(g, "### %s\n\n- [%s](%s)\n- %s\n\n", key(g, ATTACHMENTS),
	    PICK(g, titles), path, PICK(g, titles));
	before = begin(g, in_year(g, room, sizeof(room), path));
	prose(g, between(g, 1, 2 * PAGE));
	end(g, before);
}

/* What the regulation wants of the first session and of the last. */
static void
duties(struct gen *g, int item)
{
	const char *between_duties = "";

	if (item == 2 && g->session == 1) {
		say(g, "- %s: %s", key(g, DUTY), key(g, APPROVE_PLAN));
		between_duties = ", ";
	}
	if (item == 2 && g->session == g->sessions) {
		if (!*between_duties)
			say(g, "- %s: ", key(g, DUTY));
		say(g, "%s%s, %s", between_duties, key(g, YEAR_RESULTS),
		    key(g, NEXT_DIRECTIONS));
		between_duties = ", ";
	}
	say(g, *between_duties ? "\n" : "");
}

static void
item(struct gen *g, int number, bool is_short)
{
	bool duty = number <= 2;

	say(g, "## %s\n\n", PICK(g, titles));
	duties(g, number);
	if (chance(g, 80)) {
		say(g, "- %s: ", key(g, REPORTER));
		people(g);
		say(g, "\n");
	}
	if (!duty && chance(g, 8)) {
		say(g, "- %s: %s\n\n", key(g, WITHDRAWN), PICK(g, words));
		return;
	}
	say(g, "\n");
	if (!is_short) {
		say(g, "### %s\n\n", key(g, HEARD));
		prose(g, some_letters(g));
		if (chance(g, 60))
			speeches(g);
	}
	say(g, "### %s\n\n", key(g, DECIDED));
	if (number == 1 && g->session == 1)
		say(g, "1. %s: %s.\n   - %s: %s\n", PICK(g, resolves),
		    g->people[1].brief, key(g, ELECTED), g->people[1].surname);
	else if (chance(g, 10))
		paragraph(g);
	else
		for (int i = 1, n = between(g, 1, chance(g, 20) ? 6 : 3);
		     i <= n; i++)
			decision(g, i);
	say(g, "\n");
	say(g, "### %s\n\n", key(g, VOTES));
	votes(g, chance(g, 50) ? ", " : "\n");
	say(g, "\n\n");
	if (chance(g, 25))
		attachments(g, number);
}

static void
session(struct gen *g)
{
	char day[16], file[64], path[256];
	bool is_short = chance(g, 15);
	FILE *before;

	session_day(g, g->session - 1, day);
	snprintf(file, sizeof(file), "%02d-%s.md", g->session, day);
	before = begin(g, in_year(g, path, sizeof(path), file));
	g->present = g->members - upto(g, g->members / 4 + 1);
	header(g, is_short);
	if (chance(g, 20))
		prose(g, between(g, 1, PAGE / 2));
	for (int i = 1, n = between(g, 2, chance(g, 20) ? 8 : 3); i <= n; i++)
		item(g, i, is_short);
	end(g, before);
}

/* --- report ------------------------------------------------------------- */

static void
chart(struct gen *g)
{
	static const char *const heads[][2] = {
		{ "| Бирикме | Сабактар | Үлүшү |", "| МО | Уроки | Доля |" },
	};
	int rows = between(g, 2, 9);

	say(g, "%s\n|---|--:|--:|\n", heads[0][g->lang]);
	for (int i = 0; i < rows; i++)
		say(g, "| %s %s | %d | {{share}} |\n", PICK(g, words),
		    PICK(g, words), between(g, 1, 90));
	say(g, "| **Итого** | **{{sum}}** | |\n\n``` chart\ntype: %s\n```\n\n",
	    chance(g, 50) ? "bars" : "lines");
}

static void
report(struct gen *g)
{
	static const char *const blocks[] = { "sessions-table", "tasks-table",
		"overdue-table", "plan-table", "functions-table", "year-line",
		"attendance-chart", "tasks-chart", "plan-chart" };
	char path[256];
	FILE *before = begin(g, in_year(g, path, sizeof(path), "report.md"));

	say(g, "---\ndate: %d-05-28\nprotocol: 7\nreporter: %s\n---\n\n",
	    g->year + 1, g->people[0].brief);
	for (size_t i = 0; i < COUNT(blocks); i++) {
		if (chance(g, 40))
			say(g, "## %s\n\n", PICK(g, titles));
		if (chance(g, 50))
			prose(g, some_letters(g));
		if (chance(g, 70))
			say(g, "{{%s}}\n\n", blocks[i]);
		if (chance(g, 20))
			chart(g);
	}
	say(g, "%s – {{sessions}}.\n", PICK(g, starts));
	end(g, before);
}

static void
year(struct gen *g)
{
	char name_of[32], path[256];

	snprintf(name_of, sizeof(name_of), "%d-%d", g->year, g->year + 1);
	make_folder(g, name_of);
	make_folder(g, in_year(g, path, sizeof(path), "attachments"));
	calendar(g);
	members(g);
	plan(g);
	for (g->session = 1; g->session <= g->sessions; g->session++)
		session(g);
	report(g);
}

int
main(int argc, char **argv)
{
	struct gen g = { 0 };
	int years;

	if (argc != 4) {
		fputs("usage: generate BASE FOLDER SEED\n", stderr);
		return 2;
	}
	g.folder = argv[2];
	g.lang = strstr(argv[1], "-ru") != NULL;
	g.state = strtoull(argv[3], NULL, 10);
	g.members = chance(&g, 70) ? between(&g, 3, 12) : between(&g, 3, 40);
	g.unions = between(&g, 1, g.members < 8 ? 1 : (int)COUNT(unions));
	g.groups = between(&g, 1, g.members < 12 ? 1 : (int)COUNT(groups));
	g.sessions = chance(&g, 80) ? between(&g, 4, 6) : between(&g, 1, 3);
	for (int i = 0; i < g.members; i++)
		make_person(&g, &g.people[i], i);
	regulation(&g, argv[1]);
	council(&g);
	years = chance(&g, 85) ? 1 : between(&g, 2, 3);
	for (g.year = LAST_YEAR - years + 1; g.year <= LAST_YEAR; g.year++)
		year(&g);
	return 0;
}
