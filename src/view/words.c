/* SPDX-License-Identifier: MIT */
#include "view/view_int.h"

/*
 * The names that report.md may use, with the words for them in Russian and in
 * Kyrgyz; the first of a language is the one the manual shows.
 */
static const struct {
	const char *name, *ru, *ky;
} words[] = {
	{ "school", "школа", "мектеп" },
	{ "city", "город", "шаар" },
	{ "council", "совет", "кеңеш" },
	{ "pedagogical-council", "педсовет", "педкеңешме" },
	{ "pedagogical-council", "педагогический совет",
	    "педагогикалык кеңешме" },
	{ "director", "директор", "директор" },
	{ "year", "учебный год", "окуу жылы" },
	{ "chair", "председатель", "төрага" },
	{ "chair", "председатель", "төрайым" },
	{ "secretaries", "секретарь", "катчы" },
	{ "date", "дата", "күнү" },
	{ "reporters", "докладчик", "баяндамачы" },
	{ "members", "члены", "мүчөлөр" },
	{ "sessions", "заседания", "отурумдар" },
	{ "attendance", "посещаемость", "катышуу" },
	{ "attendance", "явка", "катышуу" },
	{ "items", "вопросы", "маселелер" },
	{ "decisions", "решения", "чечимдер" },
	{ "tasks", "поручения", "тапшырмалар" },
	{ "tasks-done", "поручения выполнены", "тапшырмалар аткарылды" },
	{ "tasks-in-time", "поручения в срок", "тапшырмалар мөөнөтүндө" },
	{ "tasks-late", "поручения с опозданием", "тапшырмалар кечигип" },
	{ "tasks-open", "поручения выполняются", "тапшырмалар аткарылууда" },
	{ "tasks-overdue", "поручения просрочены", "тапшырмалар мөөнөтү өттү" },
	{ "tasks-extended", "поручения продлены", "тапшырмалар узартылды" },
	{ "tasks-dropped", "поручения сняты", "тапшырмалар алынды" },
	{ "plan-items", "мероприятия", "иш-чаралар" },
	{ "plan-done", "мероприятия выполнены", "иш-чаралар аткарылды" },
	{ "plan-open", "мероприятия не выполнены", "иш-чаралар калды" },
	{ "functions", "функции", "функциялар" },
	{ "waivers", "исключения", "четтөөлөр" },
	{ "waivers", "отступления", "четтөөлөр" },
	{ "sessions-table", "таблица заседаний", "отурумдар таблицасы" },
	{ "tasks-table", "таблица поручений", "тапшырмалар таблицасы" },
	{ "overdue-table", "таблица просроченных", "мөөнөтү өткөндөр" },
	{ "overdue-table", "таблица просроченных",
	    "мөөнөтү өткөндөр таблицасы" },
	{ "plan-table", "таблица плана", "план таблицасы" },
	{ "functions-table", "таблица функций", "функциялар таблицасы" },
	{ "attendance-chart", "диаграмма явки", "катышуу диаграммасы" },
	{ "attendance-chart", "диаграмма посещаемости", "катышуу диаграммасы" },
	{ "tasks-chart", "диаграмма поручений", "тапшырмалар диаграммасы" },
	{ "plan-chart", "диаграмма плана", "план диаграммасы" },
	{ "year-line", "линия года", "жыл сызыгы" },
	{ "sum", "сумма", "суммасы" },
	{ "sum", "итого", "бардыгы" },
	{ "share", "доля", "үлүшү" },
	{ "quality", "качество", "сапат" },
	{ "pass", "успеваемость", "жетишүү" },
};

struct str
view_report_name(struct str word)
{
	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++) {
		if (text_same(word, str_from(words[i].name)) ||
		    text_same(word, str_from(words[i].ru)) ||
		    text_same(word, str_from(words[i].ky)))
			return str_from(words[i].name);
	}
	return STR("");
}

struct str
view_report_word(size_t i)
{
	size_t row = i / LANG_MAX;

	if (row >= sizeof(words) / sizeof(words[0]))
		return STR("");

	const char *const in[LANG_MAX] = {
		[LANG_EN] = words[row].name,
		[LANG_RU] = words[row].ru,
		[LANG_KY] = words[row].ky,
	};

	return str_from(in[i % LANG_MAX]);
}
