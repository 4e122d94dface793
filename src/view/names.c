/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "view/view_int.h"

/*
 * All names.  A scope's rows stand together.  A row: its scope, the name as
 * templates write it, its kind, the scope of what a list or a group holds, and
 * what it is.  To add a name: its row here, its value where that scope is made,
 * and, if report.md may use it, its words in words.c.
 */
const struct view_name view_names[] = {

	/* every paper */
	{ "paper", "school", VALUE_TEXT, NULL,
	    WORDS("the school's name, as in council.yaml",
		"название школы, как в council.yaml",
		"мектептин аталышы, council.yaml файлындагыдай") },
	{ "paper", "city", VALUE_TEXT, NULL,
	    WORDS("the town or village", "город или село", "шаар же айыл") },
	{ "paper", "council", VALUE_BODY, NULL,
	    WORDS("the council", "совет", "кеңеш") },
	{ "paper", "pedagogical-council", VALUE_BODY, NULL,
	    WORDS("the pedagogical council", "педагогический совет",
		"педагогикалык кеңешме") },
	{ "paper", "director", VALUE_PERSON, NULL,
	    WORDS("the director", "директор", "директор") },
	{ "paper", "year", VALUE_TEXT, NULL,
	    WORDS("the school year: 2025–2026", "учебный год: 2025–2026",
		"окуу жылы: 2025–2026") },
	{ "paper", "chair", VALUE_PERSON, NULL,
	    WORDS("who presided or chairs",
		"кто председательствовал или председатель",
		"төрагалык кылган адам же төрага") },
	{ "paper", "secretaries", VALUE_LIST, "secretary",
	    WORDS("the secretary, or several", "секретарь или несколько",
		"катчы же катчылар") },

	/* the papers of a session: minutes, extract, agenda, attendance */
	{ "session", "number", VALUE_NUMBER, NULL,
	    WORDS("the number of the minutes", "номер протокола",
		"протоколдун номери") },
	{ "session", "protocol", VALUE_NUMBER, NULL,
	    WORDS("the same number, where number means something else",
		"тот же номер там, где number значит другое",
		"ошол эле номер, number башка маанини билдирген жерде") },
	{ "session", "date", VALUE_DATE, NULL,
	    WORDS("the date of the session", "дата заседания",
		"отурумдун күнү") },
	{ "session", "start", VALUE_TEXT, NULL,
	    WORDS("the hour it began", "время начала", "башталган убактысы") },
	{ "session", "place", VALUE_TEXT, NULL,
	    WORDS("the place, or else the town", "место, иначе город",
		"өткөн жери, болбосо шаар") },
	{ "session", "presided", VALUE_FLAG, NULL,
	    WORDS("somebody else than the chair presided",
		"вёл не председатель",
		"төраганын ордуна башка адам алып барды") },
	{ "session", "members", VALUE_LIST, "person",
	    WORDS("all members of that date", "все члены на эту дату",
		"ошол күндөгү бардык мүчөлөр") },
	{ "session", "invited", VALUE_LIST, "guest",
	    WORDS("those invited", "приглашённые", "чакырылгандар") },
	{ "session", "opening", VALUE_PROSE, NULL,
	    WORDS("the text before the first item", "текст до первого вопроса",
		"биринчи маселеге чейинки текст") },
	{ "session", "items", VALUE_LIST, "item",
	    WORDS("the items of the agenda", "вопросы повестки дня",
		"күн тартибинин маселелери") },
	{ "session", "attachments", VALUE_LIST, "attachment",
	    WORDS("all annexes of the minutes", "все приложения протокола",
		"протоколдун бардык тиркемелери") },

	/* minutes, extract */
	{ "minutes", "end", VALUE_TEXT, NULL,
	    WORDS(
		"the hour it ended", "время окончания", "аяктаган убактысы") },
	{ "minutes", "present", VALUE_LIST, "person",
	    WORDS("members present, by the alphabet",
		"присутствовавшие члены по алфавиту",
		"катышкан мүчөлөр, алфавит боюнча") },
	{ "minutes", "absent", VALUE_LIST, "absence",
	    WORDS("members absent", "отсутствовавшие члены",
		"катышпаган мүчөлөр") },
	{ "minutes", "late", VALUE_LIST, "coming",
	    WORDS("who came late", "опоздавшие", "кечигип келгендер") },
	{ "minutes", "left", VALUE_LIST, "coming",
	    WORDS("who left early", "ушедшие раньше", "эрте кеткендер") },
	{ "minutes", "quorum", VALUE_GROUP, "quorum",
	    WORDS("the quorum, where the school sets one",
		"кворум, если школа его установила",
		"кворум, эгер мектеп аны белгилесе") },
	{ "minutes", "full", VALUE_FLAG, NULL,
	    WORDS("the full form", "полная форма", "толук түрү") },
	{ "minutes", "short", VALUE_FLAG, NULL,
	    WORDS("the short form", "краткая форма", "кыскартылган түрү") },
	{ "minutes", "decision-word", VALUE_TEXT, NULL,
	    WORDS("the word over the decisions, in capitals",
		"слово над решениями, прописными",
		"чечимдердин үстүндөгү сөз, баш тамга менен") },

	/* what they hold */
	{ "person", "name", VALUE_PERSON, NULL,
	    WORDS("the name", "имя", "аты-жөнү") },
	{ "secretary", "name", VALUE_PERSON, NULL,
	    WORDS("the name", "имя", "аты-жөнү") },
	{ "secretary", "acting", VALUE_FLAG, NULL,
	    WORDS("not the elected one", "не избранный",
		"шайланган катчынын ордунда") },
	{ "absence", "name", VALUE_PERSON, NULL,
	    WORDS("the name", "имя", "аты-жөнү") },
	{ "absence", "reason", VALUE_TEXT, NULL,
	    WORDS("with or without good reason", "уважительная причина или нет",
		"себептүү же себепсиз") },
	{ "guest", "name", VALUE_PERSON, NULL,
	    WORDS("the name", "имя", "аты-жөнү") },
	{ "guest", "post", VALUE_TEXT, NULL,
	    WORDS("the post", "должность", "кызматы") },
	{ "coming", "name", VALUE_PERSON, NULL,
	    WORDS("the name", "имя", "аты-жөнү") },
	{ "coming", "item", VALUE_NUMBER, NULL,
	    WORDS("the first or last item present",
		"первый или последний вопрос, на котором был",
		"катышкан биринчи же акыркы маселеси") },
	{ "quorum", "reached", VALUE_FLAG, NULL,
	    WORDS("as many were present as needed", "собралось сколько нужно",
		"керектүү сандагы мүчө катышты") },
	{ "quorum", "needed", VALUE_NUMBER, NULL,
	    WORDS("how many are needed", "сколько нужно", "канча мүчө керек") },
	{ "item", "number", VALUE_NUMBER, NULL,
	    WORDS("the item's number", "номер вопроса", "маселенин номери") },
	{ "item", "title", VALUE_TEXT, NULL,
	    WORDS("what it is about", "о чём вопрос", "маселенин аталышы") },
	{ "item", "reporters", VALUE_LIST, "person",
	    WORDS("who reports", "докладчики", "баяндамачылар") },
	{ "item", "heard", VALUE_PROSE, NULL,
	    WORDS("what was heard", "что слушали", "эмне угулду") },
	{ "item", "spoke", VALUE_LIST, "speech",
	    WORDS("who spoke", "кто выступил", "чыгып сүйлөгөндөр") },
	{ "item", "before-decisions", VALUE_PROSE, NULL,
	    WORDS("the text before the list of decisions",
		"текст перед списком решений",
		"чечимдердин тизмесине чейинки текст") },
	{ "item", "decisions", VALUE_LIST, "decision",
	    WORDS("the decisions", "решения", "чечимдер") },
	{ "item", "votes", VALUE_GROUP, "votes",
	    WORDS("the vote on the item", "голосование по вопросу",
		"маселе боюнча добуш") },
	{ "item", "withdrawn", VALUE_GROUP, "withdrawal",
	    WORDS("taken off the agenda", "снят с повестки дня",
		"күн тартибинен алынды") },
	{ "item", "attachments", VALUE_LIST, "attachment",
	    WORDS("the annexes of the item", "приложения к вопросу",
		"маселенин тиркемелери") },
	{ "speech", "who", VALUE_PERSON, NULL,
	    WORDS("who spoke, or the word question or answer",
		"кто выступил, или слово вопрос, ответ",
		"ким сүйлөдү же суроо, жооп деген сөз") },
	{ "speech", "post", VALUE_TEXT, NULL,
	    WORDS("the post written behind the name",
		"должность, написанная после имени",
		"аты-жөнүнөн кийин жазылган кызматы") },
	{ "speech", "said", VALUE_PROSE, NULL,
	    WORDS("what was said", "что сказано", "эмне айтылды") },
	{ "speech", "question", VALUE_FLAG, NULL,
	    WORDS("it is a question", "это вопрос", "бул суроо") },
	{ "speech", "answer", VALUE_FLAG, NULL,
	    WORDS("it is an answer", "это ответ", "бул жооп") },
	{ "decision", "number", VALUE_TEXT, NULL,
	    WORDS("item and decision: 1.2.", "вопрос и решение: 1.2.",
		"маселе жана чечим: 1.2.") },
	{ "decision", "text", VALUE_PROSE, NULL,
	    WORDS("the text", "текст", "тексти") },
	{ "decision", "responsible", VALUE_LIST, "person",
	    WORDS("who is responsible", "ответственные", "жооптуулар") },
	{ "decision", "due", VALUE_DATE, NULL,
	    WORDS("until when, as first decided", "срок, как решено сначала",
		"мөөнөтү, алгачкы чечим боюнча") },
	{ "decision", "votes", VALUE_GROUP, "votes",
	    WORDS("a vote on this decision alone",
		"голосование только по этому решению",
		"ушул чечим боюнча гана добуш") },
	{ "votes", "unanimous", VALUE_FLAG, NULL,
	    WORDS("unanimously", "единогласно", "бир добуштан") },
	{ "votes", "for", VALUE_NUMBER, NULL,
	    WORDS("votes for", "голосов за", "макул") },
	{ "votes", "against", VALUE_NUMBER, NULL,
	    WORDS("votes against", "голосов против", "каршы") },
	{ "votes", "abstained", VALUE_NUMBER, NULL,
	    WORDS("abstentions", "воздержались", "калыс") },
	{ "votes", "for-names", VALUE_LIST, "person",
	    WORDS("who voted for, where named", "кто за, если названы",
		"ким макул, эгер аталса") },
	{ "votes", "against-names", VALUE_LIST, "person",
	    WORDS("who voted against, where named", "кто против, если названы",
		"ким каршы, эгер аталса") },
	{ "votes", "abstained-names", VALUE_LIST, "person",
	    WORDS("who abstained, where named", "кто воздержался, если названы",
		"ким калыс калды, эгер аталса") },
	{ "withdrawal", "reason", VALUE_TEXT, NULL,
	    WORDS("why", "почему", "себеби") },
	{ "attachment", "number", VALUE_NUMBER, NULL,
	    WORDS("its number, counted through the minutes",
		"номер, сквозной по протоколу",
		"номери, протокол боюнча катары менен") },
	{ "attachment", "title", VALUE_TEXT, NULL,
	    WORDS("what it is", "что это", "аталышы") },
	{ "attachment", "item", VALUE_NUMBER, NULL,
	    WORDS("the item it belongs to", "к какому вопросу",
		"кайсы маселеге тиешелүү") },
	{ "attachment", "body", VALUE_PROSE, NULL,
	    WORDS("its text, where it is set with the minutes",
		"текст, если печатается с протоколом",
		"тексти, эгер протокол менен кошо басылса") },

	/* plan */
	{ "plan", "theme", VALUE_TEXT, NULL,
	    WORDS("the methodical theme", "методическая тема",
		"усулдук темасы") },
	{ "plan", "goal", VALUE_TEXT, NULL,
	    WORDS("the goal", "цель", "максаты") },
	{ "plan", "tasks", VALUE_LIST, "line",
	    WORDS(
		"the tasks of the year", "задачи года", "жылдын милдеттери") },
	{ "plan", "considered", VALUE_GROUP, "stamp",
	    WORDS("the session that approved the plan",
		"заседание, утвердившее план", "планды бекиткен отурум") },
	{ "plan", "approved", VALUE_GROUP, "stamp",
	    WORDS("the director's stamp", "гриф директора",
		"директордун бекитүүсү") },
	{ "plan", "groups", VALUE_LIST, "plan-group",
	    WORDS("the plan by quarter", "план по четвертям",
		"чейректер боюнча план") },
	{ "line", "text", VALUE_TEXT, NULL,
	    WORDS("the text", "текст", "тексти") },
	{ "plan-group", "name", VALUE_TEXT, NULL,
	    WORDS("the quarter", "четверть", "чейрек") },
	{ "plan-group", "items", VALUE_LIST, "plan-item",
	    WORDS("its rows", "её строки", "анын саптары") },
	{ "plan-item", "number", VALUE_NUMBER, NULL,
	    WORDS("the number", "номер", "номери") },
	{ "plan-item", "activity", VALUE_TEXT, NULL,
	    WORDS("what is done", "мероприятие", "иш-чаранын мазмуну") },
	{ "plan-item", "topics", VALUE_LIST, "line",
	    WORDS("topics of a session", "темы заседания",
		"отурумдун темалары") },
	{ "plan-item", "when", VALUE_TEXT, NULL,
	    WORDS("date or dates, in figures", "дата или даты цифрами",
		"күнү же күндөрү, сан менен") },
	{ "plan-item", "responsible", VALUE_LIST, "person",
	    WORDS("who is responsible", "ответственные", "жооптуулар") },
	{ "plan-item", "result", VALUE_TEXT, NULL,
	    WORDS("the expected result", "ожидаемый результат",
		"күтүлгөн натыйжа") },
	{ "plan-item", "functions", VALUE_TEXT, NULL,
	    WORDS("functions of clause 2.3: 1, 4", "функции пункта 2.3: 1, 4",
		"2.3-пункттун функциялары: 1, 4") },
	{ "plan-item", "added", VALUE_TEXT, NULL,
	    WORDS("the decision that added it: 2.1.3",
		"решение, которым добавлено: 2.1.3", "кошкон чечим: 2.1.3") },
	{ "plan-item", "done", VALUE_DATE, NULL,
	    WORDS("when it was done", "когда выполнено", "качан аткарылды") },
	{ "plan-item", "note", VALUE_TEXT, NULL,
	    WORDS("a note", "примечание", "эскертүү") },
	{ "stamp", "body", VALUE_TEXT, NULL,
	    WORDS("the body", "какой орган", "кайсы орган") },
	{ "stamp", "post", VALUE_TEXT, NULL,
	    WORDS("the post", "должность", "кызматы") },
	{ "stamp", "name", VALUE_TEXT, NULL,
	    WORDS("the name", "имя", "аты-жөнү") },
	{ "stamp", "date", VALUE_DATE, NULL,
	    WORDS("the date", "дата", "күнү") },
	{ "stamp", "protocol", VALUE_TEXT, NULL,
	    WORDS("the number of its minutes", "номер протокола",
		"протоколдун номери") },
	{ "stamp", "order", VALUE_TEXT, NULL,
	    WORDS("the order", "приказ", "буйрук") },

	/* report */
	{ "report", "date", VALUE_DATE, NULL,
	    WORDS("the date of the report", "дата отчёта", "отчеттун күнү") },
	{ "report", "considered", VALUE_GROUP, "stamp",
	    WORDS("the pedagogical council that heard it",
		"педсовет, который его заслушал",
		"отчетту уккан педагогикалык кеңешме") },
	{ "report", "reporters", VALUE_LIST, "person",
	    WORDS("who reports", "докладчики", "баяндамачылар") },
	{ "report", "body", VALUE_LIVE, NULL,
	    WORDS("the school's text, with its figures",
		"текст школы с показателями",
		"мектептин тексти, көрсөткүчтөрү менен") },
	{ "report", "members", VALUE_NUMBER, NULL,
	    WORDS("members of the council", "членов совета",
		"кеңештин мүчөлөрүнүн саны") },
	{ "report", "sessions", VALUE_NUMBER, NULL,
	    WORDS("sessions held", "проведено заседаний",
		"өткөрүлгөн отурумдардын саны") },
	{ "report", "attendance", VALUE_TEXT, NULL,
	    WORDS("attendance: 94,4 %", "посещаемость: 94,4 %",
		"катышуу: 94,4 %") },
	{ "report", "items", VALUE_NUMBER, NULL,
	    WORDS("items dealt with", "рассмотрено вопросов",
		"каралган маселелердин саны") },
	{ "report", "decisions", VALUE_NUMBER, NULL,
	    WORDS("decisions taken", "принято решений",
		"кабыл алынган чечимдердин саны") },
	{ "report", "plan-items", VALUE_NUMBER, NULL,
	    WORDS("rows of the plan", "строк плана", "пландагы иш-чаралар") },
	{ "report", "plan-done", VALUE_NUMBER, NULL,
	    WORDS("of these done", "из них выполнено", "алардын аткарылганы") },
	{ "report", "plan-open", VALUE_NUMBER, NULL,
	    WORDS("of these not done", "из них не выполнено",
		"алардын аткарыла элеги") },
	{ "report", "functions", VALUE_NUMBER, NULL,
	    WORDS("functions of clause 2.3 that were served",
		"выполнявшихся функций пункта 2.3",
		"2.3-пункттун аткарылган функциялары") },
	{ "report", "waivers", VALUE_NUMBER, NULL,
	    WORDS("accepted deviations", "принятых отступлений",
		"кабыл алынган четтөөлөр") },
	{ "report", "sessions-table", VALUE_PROSE, NULL,
	    WORDS("sessions: date, quarter, items, present",
		"заседания: дата, четверть, вопросы, явка",
		"отурумдар: күнү, чейреги, маселелери, катышуусу") },
	{ "report", "tasks-table", VALUE_PROSE, NULL,
	    WORDS("tasks by state", "поручения по состоянию",
		"тапшырмалардын абалы") },
	{ "report", "overdue-table", VALUE_PROSE, NULL,
	    WORDS("what is overdue", "что просрочено", "мөөнөтү өткөндөр") },
	{ "report", "plan-table", VALUE_PROSE, NULL,
	    WORDS("the plan by quarter", "выполнение плана по четвертям",
		"пландын чейректер боюнча аткарылышы") },
	{ "report", "functions-table", VALUE_PROSE, NULL,
	    WORDS("the functions of clause 2.3", "функции пункта 2.3",
		"2.3-пункттун функциялары") },
	{ "report", "attendance-chart", VALUE_PROSE, NULL,
	    WORDS("a chart of attendance by session",
		"диаграмма явки по заседаниям",
		"катышуунун отурумдар боюнча диаграммасы") },
	{ "report", "tasks-chart", VALUE_PROSE, NULL,
	    WORDS("a chart of tasks by state",
		"диаграмма поручений по состоянию",
		"тапшырмалардын абалынын диаграммасы") },
	{ "report", "plan-chart", VALUE_PROSE, NULL,
	    WORDS("a chart of the plan by quarter",
		"диаграмма выполнения плана по четвертям",
		"пландын чейректер боюнча диаграммасы") },
	{ "report", "year-line", VALUE_PROSE, NULL,
	    WORDS("the year as a line: quarters, sessions, tasks due",
		"год на одной линии: четверти, заседания, сроки поручений",
		"жыл бир сызыкта: чейректер, отурумдар, тапшырмалардын "
		"мөөнөттөрү") },

	/* decisions */
	{ "decisions", "date", VALUE_DATE, NULL,
	    WORDS("the day that --today gives: what was done by then",
		"день из --today: что выполнено к нему",
		"--today берген күн: ага чейин аткарылгандар") },
	{ "decisions", "sessions", VALUE_LIST, "control",
	    WORDS("the sessions that gave tasks", "заседания, давшие поручения",
		"тапшырма берген отурумдар") },
	{ "control", "protocol", VALUE_NUMBER, NULL,
	    WORDS("the number of its minutes", "номер протокола",
		"протоколдун номери") },
	{ "control", "date", VALUE_DATE, NULL,
	    WORDS("its date", "дата", "күнү") },
	{ "control", "tasks", VALUE_LIST, "task",
	    WORDS("its tasks", "его поручения", "анын тапшырмалары") },
	{ "task", "number", VALUE_TEXT, NULL,
	    WORDS("protocol, item and decision: 1.2.3",
		"протокол, вопрос и решение: 1.2.3",
		"протокол, маселе жана чечим: 1.2.3") },
	{ "task", "text", VALUE_PROSE, NULL,
	    WORDS("the text", "текст", "тексти") },
	{ "task", "responsible", VALUE_LIST, "person",
	    WORDS("who is responsible", "ответственные", "жооптуулар") },
	{ "task", "due", VALUE_DATE, NULL,
	    WORDS("until when, as first decided", "срок, как решено сначала",
		"мөөнөтү, алгачкы чечим боюнча") },
	{ "task", "extended", VALUE_DATE, NULL,
	    WORDS("until when, where it was extended",
		"новый срок, если он продлён",
		"жаңы мөөнөтү, эгер узартылса") },
	{ "task", "state", VALUE_TEXT, NULL,
	    WORDS("done, done late, in progress, overdue or dropped",
		"выполнено, с опозданием, выполняется, просрочено или снято",
		"аткарылды, кечигүү менен, аткарылууда, мөөнөтү өткөн же "
		"күчүн жоготту") },
	{ "task", "done", VALUE_DATE, NULL,
	    WORDS("when it was done", "когда выполнено", "качан аткарылды") },
	{ "task", "dropped", VALUE_TEXT, NULL,
	    WORDS("why or when it was dropped", "почему или когда снято",
		"эмне үчүн же качан алынды") },

	/* report, decisions */
	{ "tasks", "tasks", VALUE_NUMBER, NULL,
	    WORDS("decisions with somebody responsible or a date",
		"поручений: решений с ответственным или сроком",
		"тапшырмалар: жооптуусу же мөөнөтү бар чечимдер") },
	{ "tasks", "tasks-done", VALUE_NUMBER, NULL,
	    WORDS("tasks done", "выполнено поручений",
		"аткарылган тапшырмалар") },
	{ "tasks", "tasks-in-time", VALUE_NUMBER, NULL,
	    WORDS("of these in time", "из них в срок",
		"алардын мөөнөтүндө аткарылганы") },
	{ "tasks", "tasks-late", VALUE_NUMBER, NULL,
	    WORDS("of these late", "из них с опозданием",
		"алардын кечигип аткарылганы") },
	{ "tasks", "tasks-open", VALUE_NUMBER, NULL,
	    WORDS("not done, not yet due", "не выполнено, срок не истёк",
		"аткарылып жатканы, мөөнөтү келе элек") },
	{ "tasks", "tasks-overdue", VALUE_NUMBER, NULL,
	    WORDS("not done, overdue", "не выполнено, просрочено",
		"аткарылбаганы, мөөнөтү өткөнү") },
	{ "tasks", "tasks-extended", VALUE_NUMBER, NULL,
	    WORDS("tasks whose date was extended", "продлён срок",
		"мөөнөтү узартылганы") },
	{ "tasks", "tasks-dropped", VALUE_NUMBER, NULL,
	    WORDS("tasks dropped", "снято с контроля", "көзөмөлдөн алынганы") },

	/* regulation */
	{ "regulation", "title", VALUE_TEXT, NULL,
	    WORDS("the title", "название", "аталышы") },
	{ "regulation", "in-force", VALUE_DATE, NULL,
	    WORDS("its first day", "первый день действия",
		"күчүнө кирген күнү") },
	{ "regulation", "considered", VALUE_GROUP, "stamp",
	    WORDS("who considered it", "кем рассмотрено", "ким карады") },
	{ "regulation", "approved", VALUE_GROUP, "stamp",
	    WORDS("who approved it", "кем утверждено", "ким бекитти") },
	{ "regulation", "body", VALUE_PROSE, NULL,
	    WORDS("its text", "текст", "тексти") },

	{ NULL, NULL, VALUE_TEXT, NULL, WORDS("", "", "") },
};

/* The names of each form, by kind; a body's cases have capitals of their own.
 */
static const struct {
	enum value_kind kind;
	const char *form;
} forms[] = {
	{ VALUE_DATE, "long" },
	{ VALUE_DATE, "until" },
	{ VALUE_DATE, "of" },
	{ VALUE_DATE, "figures" },
	{ VALUE_DATE, "stamp" },
	{ VALUE_PERSON, "short" },
	{ VALUE_PERSON, "full" },
	{ VALUE_PERSON, "post" },
	{ VALUE_PERSON, "word" },
	{ VALUE_BODY, "genitive" },
	{ VALUE_BODY, "dative" },
	{ VALUE_BODY, "capitals" },
	{ VALUE_BODY, "capitalised" },
	{ VALUE_BODY, "genitive.capitals" },
	{ VALUE_BODY, "genitive.capitalised" },
	{ VALUE_BODY, "dative.capitals" },
	{ VALUE_BODY, "dative.capitalised" },
	{ VALUE_LIST, "count" },
	{ VALUE_LIST, "many" },
};

const char *const paper_names[PAPER_MAX] = {
	[PAPER_MINUTES] = "minutes",
	[PAPER_EXTRACT] = "extract",
	[PAPER_AGENDA] = "agenda",
	[PAPER_ATTENDANCE] = "attendance",
	[PAPER_PLAN] = "plan",
	[PAPER_REPORT] = "report",
	[PAPER_DECISIONS] = "decisions",
	[PAPER_REGULATION] = "regulation",
};

/* The scopes whose names a paper has, its own first. */
static const char *const paper_scopes[PAPER_MAX][SCOPES_MAX] = {
	[PAPER_MINUTES] = { "minutes", "session", "paper" },
	[PAPER_EXTRACT] = { "minutes", "session", "paper" },
	[PAPER_AGENDA] = { "session", "paper" },
	[PAPER_ATTENDANCE] = { "session", "paper" },
	[PAPER_PLAN] = { "plan", "paper" },
	[PAPER_REPORT] = { "report", "tasks", "paper" },
	[PAPER_DECISIONS] = { "decisions", "tasks", "paper" },
	[PAPER_REGULATION] = { "regulation", "paper" },
};

static const struct view_name *
row_find(const char *scope, struct str name)
{
	for (const struct view_name *row = view_names; row->name; row++) {
		if (strcmp(row->scope, scope) == 0 &&
		    str_eq(str_from(row->name), name))
			return row;
	}
	return NULL;
}

const char *const *
view_scopes(const char *paper)
{
	for (int i = 0; i < PAPER_MAX; i++) {
		if (strcmp(paper_names[i], paper) == 0)
			return paper_scopes[i];
	}
	return NULL;
}

const struct view_name *
view_name_find(const char *scope, struct str name)
{
	const char *const *scopes = view_scopes(scope);
	const struct view_name *row = NULL;

	if (!scopes)
		return row_find(scope, name);
	for (size_t i = 0; scopes[i] && !row; i++)
		row = row_find(scopes[i], name);
	return row;
}

bool
view_form_known(enum value_kind kind, struct str form)
{
	for (size_t i = 0; i < sizeof(forms) / sizeof(forms[0]); i++) {
		if (forms[i].kind == kind &&
		    str_eq(str_from(forms[i].form), form))
			return true;
	}
	return false;
}

const struct view_name *
view_scope(size_t *n, const char *scope)
{
	const struct view_name *first = view_names;

	while (first->name && strcmp(first->scope, scope) != 0)
		first++;
	*n = 0;
	while (first[*n].name && strcmp(first[*n].scope, scope) == 0)
		++*n;
	return first;
}
