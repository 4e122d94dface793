/* SPDX-License-Identifier: MIT */
#include <stddef.h>

#include "reader/reader_int.h"

/*
 * The keys of each kind of file.  A row: the canonical key (its words stand in
 * words/table.c), the member it fills, whether it must be there, and its help
 * in English, Russian and Kyrgyz.  The kind follows from the member's type.
 *
 * A new key: member in record.h, row here, word in words/table.c, entry in
 * kengesh-records(5).
 */

/* clang-format off */
#define KIND_OF(T, member) \
	_Generic(((T *)0)->member, \
	    struct text: KIND_TEXT, struct texts: KIND_TEXTS, \
	    struct number: KIND_NUMBER, struct numbers: KIND_NUMBERS, \
	    struct flag: KIND_FLAG, struct clock: KIND_TIME, \
	    struct when: KIND_DATE, struct whens: KIND_DATES, \
	    struct wording: KIND_WORDING, struct wordings: KIND_WORDINGS, \
	    struct ref: KIND_PERSON, struct refs: KIND_PEOPLE)

#define FIELD(T, key, member, need, en, ru, ky) \
	{ key, KIND_OF(T, member), need, offsetof(T, member), SIZE_MAX, \
	    IN_MAX, NULL, WORDS(en, ru, ky) },
/* One closed word; `place` is the span beside the member. */
#define CHOICE(T, key, member, place, words, need, en, ru, ky) \
	{ key, KIND_CHOICE, need, offsetof(T, member), place, \
	    words, NULL, WORDS(en, ru, ky) },
#define CHOICES(T, key, member, place, words, need, en, ru, ky) \
	{ key, KIND_CHOICES, need, offsetof(T, member), place, \
	    words, NULL, WORDS(en, ru, ky) },
/* Texts that commas part too. */
#define PARTS(T, key, member, need, en, ru, ky) \
	{ key, KIND_PARTS, need, offsetof(T, member), SIZE_MAX, \
	    IN_MAX, NULL, WORDS(en, ru, ky) },
/* Read by a function of own.c. */
#define OWN(T, key, member, read, need, en, ru, ky) \
	{ key, KIND_OWN, need, offsetof(T, member), SIZE_MAX, \
	    IN_MAX, read, WORDS(en, ru, ky) },
/* The same, and the function takes the whole struct. */
#define WHOLE(T, key, read, need, en, ru, ky) \
	{ key, KIND_OWN, need, 0, SIZE_MAX, IN_MAX, read, WORDS(en, ru, ky) },
#define END { 0 }
#define AT(T, member) offsetof(T, member)
#define NOWHERE SIZE_MAX
#define MUST true
#define MAY false

static const struct field council_rows[] = {
	FIELD(struct council, "school", school, MUST,
	    "the school's name, printed as it stands",
	    "название школы, печатается как есть",
	    "мектептин аталышы, кандай жазылса ошондой басылат")
	FIELD(struct council, "city", city, MAY,
	    "where sessions are held", "где проходят заседания",
	    "отурумдар өтүүчү жер")
	WHOLE(struct council, "council", read_council, MUST,
	    "name and genitive of the council",
	    "название совета и его родительный падеж",
	    "кеңештин аталышы жана илик жөндөмөсү")
	WHOLE(struct council, "pedagogical-council", read_pedagogical, MAY,
	    "name, genitive and dative of the body that hears the report",
	    "название, родительный и дательный падеж органа, который слушает отчёт",
	    "отчет угуучу органдын аталышы, илик жана барыш жөндөмөсү")
	FIELD(struct council, "unions", unions, MAY,
	    "names of the methodical unions", "названия методических объединений",
	    "усулдук бирикмелердин аталыштары")
	FIELD(struct council, "groups", groups, MAY,
	    "names of the creative groups", "названия творческих групп",
	    "чыгармачыл топтордун аталыштары")
	FIELD(struct council, "collectives", collectives, MAY,
	    "words that may be responsible besides people: mentors, heads of unions",
	    "кто может быть ответственным кроме людей: наставники, руководители МО",
	    "адамдардан башка жооптуу боло ала тургандар: насаатчылар, УБ жетекчилери")
	WHOLE(struct council, "director", read_director, MAY,
	    "name and post of the director", "имя и должность директора",
	    "директордун аты-жөнү жана кызматы")
	CHOICE(struct council, "language", language, NOWHERE, IN_LANGUAGES, MAY,
	    "language of the papers: ky or ru", "язык документов: ky или ru",
	    "документтердин тили: ky же ru")
	FIELD(struct council, "decision-word", decision_word, MAY,
	    "heading of decisions in the papers", "заголовок решений в документах",
	    "документтердеги чечимдин аталышы: чечим же токтом")
	CHOICE(struct council, "name-style", name_style, NOWHERE,
	    IN_NAME_STYLES, MAY,
	    "surname or initials first", "сначала фамилия или сначала инициалы",
	    "адегенде фамилия же адегенде инициалдар")
	WHOLE(struct council, "paper", read_paper, MAY,
	    "the paper and its type", "бумага и шрифт", "барак жана шрифт")
	WHOLE(struct council, "quorum", read_quorum, MAY,
	    "1/2, 2/3, a number of members, or none",
	    "1/2, 2/3, число членов или нет",
	    "1/2, 2/3, мүчөлөрдүн саны же жок")
	FIELD(struct council, "minutes-days", minutes_days, MAY,
	    "days in which minutes are to be written",
	    "за сколько дней оформляется протокол",
	    "протокол канча күндө жазылышы керек")
	FIELD(struct council, "print-reasons", print_reasons, MAY,
	    "whether minutes print the reasons of absence",
	    "печатать ли в протоколе причины отсутствия",
	    "катышпоонун себептери протоколго басылабы")
	END
};

static const struct field body_rows[] = {
	FIELD(struct body_words, "name", name, MUST,
	    "the name, in the nominative", "название в именительном падеже",
	    "аталышы, атооч жөндөмөдө")
	FIELD(struct body_words, "genitive", genitive, MAY,
	    "its genitive; Kyrgyz ones are made by rule",
	    "родительный падеж; кыргызский образуется сам",
	    "илик жөндөмөсү; кыргызчасы өзү жасалат")
	FIELD(struct body_words, "dative", dative, MAY,
	    "its dative; Kyrgyz ones are made by rule",
	    "дательный падеж; кыргызский образуется сам",
	    "барыш жөндөмөсү; кыргызчасы өзү жасалат")
	END
};

static const struct field director_rows[] = {
	FIELD(struct person, "name", name, MUST,
	    "full name, surname first", "полное имя, сначала фамилия",
	    "толук аты-жөнү, адегенде фамилия")
	FIELD(struct person, "short", short_name, MAY,
	    "short name, where the usual one is wrong",
	    "краткое имя, если обычное не годится",
	    "кыскача аты-жөнү, адаттагысы туура келбесе")
	FIELD(struct person, "post", post, MAY,
	    "the post, as printed", "должность, как печатается",
	    "кызматы, кандай басылса")
	END
};

static const struct field paper_rows[] = {
	WHOLE(struct council, "margins", read_margins, MAY,
	    "four numbers in millimetres: top right bottom left",
	    "четыре числа в миллиметрах: верх право низ лево",
	    "миллиметр менен төрт сан: үстү оңу асты солу")
	WHOLE(struct council, "size", read_size, MAY,
	    "size of the type in points", "размер шрифта в пунктах",
	    "шрифттин өлчөмү, пункт менен")
	WHOLE(struct council, "leading", read_leading, MAY,
	    "space between lines: 1.15 or 115", "межстрочный интервал: 1.15 или 115",
	    "сап аралыгы: 1.15 же 115")
	WHOLE(struct council, "hyphenate", read_hyphenate, MAY,
	    "whether words are hyphenated", "переносить ли слова",
	    "сөздөр ташылабы")
	END
};

static const struct field calendar_rows[] = {
	WHOLE(struct calendar, "quarters", read_quarters, MUST,
	    "the quarters, each with number, from and to",
	    "четверти, у каждой номер, с и по",
	    "чейректер, ар биринде номери, башы жана аягы")
	WHOLE(struct calendar, "holidays", read_holidays, MAY,
	    "days off: dates, or from and to", "выходные: даты или с и по",
	    "эс алуу күндөрү: даталар же башы жана аягы")
	FIELD(struct calendar, "report-deadline", report_deadline, MAY,
	    "last day for the report; 31 August if not given",
	    "последний день для отчёта; если не указан, 31 августа",
	    "отчеттун акыркы күнү; көрсөтүлбөсө, 31-август")
	CHOICE(struct calendar, "break-counts", break_counts, NOWHERE, IN_BREAK,
	    MAY,
	    "whether a session in a break counts to the quarter before it",
	    "относится ли заседание в каникулы к предыдущей четверти",
	    "каникулдагы отурум мурунку чейрекке эсептелеби")
	FIELD(struct calendar, "august-is-q1", august_is_q1, MAY,
	    "whether a session in August counts to the first quarter",
	    "относится ли заседание в августе к первой четверти",
	    "августтагы отурум биринчи чейрекке эсептелеби")
	END
};

static const struct field quarter_rows[] = {
	FIELD(struct quarter, "number", number, MAY,
	    "its number, from 1", "номер, с 1", "номери, 1ден баштап")
	FIELD(struct quarter, "from", from, MUST,
	    "first day", "первый день", "биринчи күнү")
	FIELD(struct quarter, "to", to, MUST,
	    "last day", "последний день", "акыркы күнү")
	END
};

static const struct field member_rows[] = {
	FIELD(struct member, "name", person.name, MUST,
	    "full name, surname first", "полное имя, сначала фамилия",
	    "толук аты-жөнү, адегенде фамилия")
	FIELD(struct member, "short", person.short_name, MAY,
	    "short name, where the usual one is wrong",
	    "краткое имя, если обычное не годится",
	    "кыскача аты-жөнү, адаттагысы туура келбесе")
	FIELD(struct member, "post", person.post, MAY,
	    "the post, as printed", "должность, как печатается",
	    "кызматы, кандай басылса")
	CHOICE(struct member, "office", office, AT(struct member, office_at),
	    IN_OFFICES, MAY,
	    "office that clause 4.1 asks for", "пост, о котором говорит пункт 4.1",
	    "4.1-пунктта айтылган кызмат орду")
	FIELD(struct member, "acting", acting, MAY,
	    "whether acting in that office", "исполняющий ли обязанности",
	    "милдетин аткаруучубу (м.а.)")
	CHOICES(struct member, "category", categories,
	    NOWHERE, IN_CATEGORIES, MAY,
	    "why in the council: clause 3.1", "почему в совете: пункт 3.1",
	    "кеңешке эмне үчүн кирет: 3.1-пункт")
	PARTS(struct member, "union", unions, MAY,
	    "methodical unions of which this is the head",
	    "методические объединения, которыми руководит",
	    "жетектеген усулдук бирикмелери")
	PARTS(struct member, "group", groups, MAY,
	    "creative groups that are represented",
	    "творческие группы, которые представляет",
	    "өкүлү болгон чыгармачыл топтор")
	WHOLE(struct member, "role", read_role, MAY,
	    "role in the council; the word is printed as written",
	    "роль в совете; слово печатается как написано",
	    "кеңештеги ролу; сөз кандай жазылса ошондой басылат")
	FIELD(struct member, "from", from, MUST,
	    "first day in the council", "первый день в совете",
	    "кеңештеги биринчи күнү")
	FIELD(struct member, "to", to, MAY,
	    "last day in the council", "последний день в совете",
	    "кеңештеги акыркы күнү")
	FIELD(struct member, "order", order, MAY,
	    "the director's order", "приказ директора", "директордун буйругу")
	END
};

static const struct field plan_rows[] = {
	FIELD(struct plan, "theme", theme, MAY,
	    "methodical theme of the year", "методическая тема года",
	    "жылдын усулдук темасы")
	FIELD(struct plan, "goal", goal, MAY, "goal", "цель", "максаты")
	FIELD(struct plan, "tasks", tasks, MAY, "tasks", "задачи", "милдеттери")
	OWN(struct plan, "approved", approved, read_stamp, MAY,
	    "the director's stamp: post, name, date, order",
	    "гриф директора: должность, имя, дата, приказ",
	    "директордун белгиси: кызматы, аты, күнү, буйрук")
	WHOLE(struct plan, "items", read_plan_items, MUST,
	    "what is planned", "что запланировано", "пландалган иштер")
	END
};

static const struct field plan_item_rows[] = {
	FIELD(struct plan_item, "number", number, MAY,
	    "its number; counted if not given", "номер; если нет, считается сам",
	    "номери; жазылбаса өзү саналат")
	FIELD(struct plan_item, "activity", activity, MUST,
	    "what is to be done", "что делается", "эмне иш кылынат")
	FIELD(struct plan_item, "date", date, MAY, "on which day", "в какой день",
	    "кайсы күнү")
	FIELD(struct plan_item, "from", from, MAY, "or from which day",
	    "или с какого дня", "же кайсы күндөн")
	FIELD(struct plan_item, "to", to, MAY, "to which day", "по какой день",
	    "кайсы күнгө чейин")
	FIELD(struct plan_item, "responsible", responsible, MAY,
	    "who is responsible", "кто отвечает", "ким жооптуу")
	FIELD(struct plan_item, "result", result, MAY, "expected result",
	    "ожидаемый результат", "күтүлгөн натыйжа")
	OWN(struct plan_item, "functions", functions, read_functions, MAY,
	    "functions of clause 2.3, by number", "функции пункта 2.3, номерами",
	    "2.3-пункттагы функциялардын номерлери")
	FIELD(struct plan_item, "session", session, MAY,
	    "whether this is a session of the council",
	    "заседание ли это совета", "бул кеңештин отурумубу")
	CHOICES(struct plan_item, "duty", duties,
	    AT(struct plan_item, duties_at), IN_DUTIES, MAY,
	    "duty of the regulation that this serves",
	    "какое требование положения выполняется",
	    "жобонун кайсы талабын аткарат")
	FIELD(struct plan_item, "topics", topics, MAY, "agenda of the session",
	    "вопросы заседания", "отурумдун маселелери")
	FIELD(struct plan_item, "added", added, MAY,
	    "the decision that added it: 2.1.3", "каким решением добавлено: 2.1.3",
	    "кайсы чечим менен кошулган: 2.1.3")
	FIELD(struct plan_item, "done", done, MAY, "when it was done",
	    "когда выполнено", "качан аткарылды")
	FIELD(struct plan_item, "note", note, MAY, "a note", "примечание",
	    "эскертүү")
	END
};

static const struct field stamp_rows[] = {
	FIELD(struct stamp, "body", body, MAY, "the body that considered it",
	    "какой орган рассмотрел", "кайсы орган карады")
	FIELD(struct stamp, "post", post, MAY, "the post of who approved it",
	    "должность утвердившего", "бекиткендин кызматы")
	FIELD(struct stamp, "name", name, MAY, "the name of who approved it",
	    "имя утвердившего", "бекиткендин аты-жөнү")
	FIELD(struct stamp, "date", date, MAY, "on which day", "в какой день",
	    "кайсы күнү")
	FIELD(struct stamp, "protocol", protocol, MAY, "number of the minutes",
	    "номер протокола", "протоколдун номери")
	FIELD(struct stamp, "order", order, MAY, "number of the order",
	    "номер приказа", "буйруктун номери")
	END
};

static const struct field session_rows[] = {
	FIELD(struct session, "start", start, MAY, "when it began", "начало",
	    "башталышы")
	FIELD(struct session, "end", end, MAY, "when it ended", "окончание",
	    "аякташы")
	FIELD(struct session, "place", place, MAY,
	    "where, if not where usual", "место, если не обычное",
	    "орду, адаттагыдан башка болсо")
	WHOLE(struct session, "absent", read_absent, MAY,
	    "who was absent, with excuse and reason",
	    "кто отсутствовал, с причиной", "ким катышпады, себеби менен")
	WHOLE(struct session, "late", read_late, MAY,
	    "who came late, with the first item present",
	    "кто опоздал и с какого вопроса присутствует",
	    "ким кеч келди, кайсы маселеден тартып")
	WHOLE(struct session, "left", read_left, MAY,
	    "who left early, with the last item present",
	    "кто ушёл раньше и после какого вопроса",
	    "ким эрте кетти, акыркы катышкан маселеси")
	WHOLE(struct session, "invited", read_invited, MAY,
	    "guests: name, post", "приглашённые: имя, должность",
	    "чакырылгандар: аты-жөнү, кызматы")
	FIELD(struct session, "plan", plan, MAY,
	    "number of the plan's item", "номер пункта плана",
	    "пландын пунктунун номери")
	CHOICE(struct session, "form", form, NOWHERE, IN_FORMS, MAY,
	    "full or short minutes", "полный или краткий протокол",
	    "толук же кыска протокол")
	CHOICE(struct session, "status", status, AT(struct session, status_at),
	    IN_STATUSES, MAY,
	    "held, planned, draft or cancelled",
	    "состоялось, запланировано, черновик или отменено",
	    "өткөрүлдү, пландалган, долбоор же жокко чыгарылды")
	FIELD(struct session, "signed", signed_hash, MAY,
	    "the hash that the signed paper bears",
	    "контрольный код подписанного документа",
	    "кол коюлган документтин текшерүү коду")
	FIELD(struct session, "protocol", protocol, MAY,
	    "number of the minutes, to be checked against the file's name",
	    "номер протокола, сверяется с именем файла",
	    "протоколдун номери, файлдын аты менен салыштырылат")
	FIELD(struct session, "date", date, MAY,
	    "the date, to be checked against the file's name",
	    "дата, сверяется с именем файла",
	    "күнү, файлдын аты менен салыштырылат")
	FIELD(struct session, "chair", chair, MAY,
	    "who presided, if not the chair",
	    "кто председательствовал, если не председатель",
	    "төрагадан башка адам төрагалык кылса")
	FIELD(struct session, "secretary", secretaries, MAY,
	    "who wrote the minutes, if not the elected secretary",
	    "кто вёл протокол, если не избранный секретарь",
	    "шайланган катчыдан башка адам жазса")
	WHOLE(struct session, "present", read_present, MAY,
	    "who was present, to be checked", "кто присутствовал, для сверки",
	    "кимдер катышты, текшерүү үчүн")
	CHOICE(struct session, "language", lang, NOWHERE, IN_LANGUAGES, MAY,
	    "language of this file's text", "язык текста этого файла",
	    "бул файлдын текстинин тили")
	END
};

static const struct field report_rows[] = {
	FIELD(struct report, "date", date, MUST,
	    "when the pedagogical council heard it",
	    "когда его заслушал педагогический совет",
	    "педагогикалык кеңешме качан укту")
	FIELD(struct report, "protocol", protocol, MAY,
	    "number of the pedagogical council's minutes",
	    "номер протокола педагогического совета",
	    "педагогикалык кеңешменин протоколунун номери")
	FIELD(struct report, "reporter", reporters, MAY, "who reported",
	    "кто докладывал", "ким баяндады")
	CHOICE(struct report, "language", body.lang, NOWHERE, IN_LANGUAGES, MAY,
	    "language of this file's text", "язык текста этого файла",
	    "бул файлдын текстинин тили")
	END
};

static const struct field regulation_rows[] = {
	FIELD(struct regulation, "title", title, MAY, "its title", "название",
	    "аталышы")
	FIELD(struct regulation, "in-force", in_force, MAY,
	    "first day of its duties", "с какого дня действует",
	    "кайсы күндөн тартып күчүндө")
	OWN(struct regulation, "considered", considered, read_stamp, MAY,
	    "by which body, when", "каким органом, когда",
	    "кайсы орган, качан карады")
	OWN(struct regulation, "approved", approved, read_stamp, MAY,
	    "by whom, when", "кем, когда", "ким, качан бекитти")
	WHOLE(struct regulation, "requires", read_requires, MAY,
	    "what this school changes of the rules",
	    "что школа меняет в правилах",
	    "мектеп эрежелерден эмнени өзгөртөт")
	CHOICE(struct regulation, "language", body.lang, NOWHERE, IN_LANGUAGES,
	    MAY,
	    "language of this file's text", "язык текста этого файла",
	    "бул файлдын текстинин тили")
	END
};

static const struct field requirement_rows[] = {
	FIELD(struct requirement, "clause", clause, MAY,
	    "number of the clause", "номер пункта", "пункттун номери")
	CHOICE(struct requirement, "level", level,
	    NOWHERE, IN_LEVELS, MAY,
	    "error, warning, note or off",
	    "ошибка, предупреждение, сообщение или выключено",
	    "ката, эскертүү, маалымат же өчүрүлгөн")
	END
};

static const struct field waiver_rows[] = {
	FIELD(struct waiver, "rule", rule, MUST, "code or name of the rule",
	    "код или имя правила", "эреженин коду же аты")
	FIELD(struct waiver, "record", record, MAY,
	    "the record that it is about", "какой записи касается",
	    "кайсы жазууга тиешелүү")
	FIELD(struct waiver, "reason", reason, MUST, "why it is accepted",
	    "почему принято", "эмне үчүн кабыл алынды")
	FIELD(struct waiver, "by", by, MAY, "who accepted it", "кто принял",
	    "ким кабыл алды")
	FIELD(struct waiver, "date", date, MAY, "when", "когда", "качан")
	FIELD(struct waiver, "until", until, MAY, "last day of its effect",
	    "до какого дня действует", "кайсы күнгө чейин күчүндө")
	END
};

static const struct field item_rows[] = {
	FIELD(struct item, "reporter", reporters, MAY, "who reports",
	    "кто докладывает", "ким баяндайт")
	CHOICES(struct item, "duty", duties, AT(struct item, duties_at),
	    IN_DUTIES, MAY,
	    "duty of the regulation that this item serves",
	    "какое требование положения выполняется",
	    "жобонун кайсы талабын аткарат")
	FIELD(struct item, "plan", plan, MAY, "number of the plan's item",
	    "номер пункта плана", "пландын пунктунун номери")
	OWN(struct item, "functions", functions, read_functions, MAY,
	    "functions of clause 2.3, by number", "функции пункта 2.3, номерами",
	    "2.3-пункттагы функциялардын номерлери")
	WHOLE(struct item, "withdrawn", read_withdrawn, MAY,
	    "why it was taken off the agenda", "почему снят с повестки",
	    "күн тартибинен эмне үчүн алынды")
	END
};

static const struct field decision_rows[] = {
	FIELD(struct decision, "responsible", responsible, MAY,
	    "who is responsible", "кто отвечает", "ким жооптуу")
	FIELD(struct decision, "due", due, MAY, "until when", "до какого срока",
	    "качанга чейин")
	FIELD(struct decision, "done", done, MAY, "when it was done",
	    "когда выполнено", "качан аткарылды")
	FIELD(struct decision, "elected", elected, MAY,
	    "who is elected secretary: clause 5.4",
	    "кто избран секретарём: пункт 5.4",
	    "ким катчы болуп шайланды: 5.4-пункт")
	FIELD(struct decision, "extended", extended, MAY,
	    "the new date; may be repeated", "новый срок; можно повторять",
	    "жаңы мөөнөт; кайталанса болот")
	WHOLE(struct decision, "dropped", read_dropped, MAY,
	    "that it is dropped, and why", "снято, и почему",
	    "күчүн жоготту, себеби")
	PARTS(struct decision, "refers", refers, MAY,
	    "the earlier decision that it is about: 2.1.2",
	    "к какому прежнему решению относится: 2.1.2",
	    "мурунку кайсы чечимге тиешелүү: 2.1.2")
	OWN(struct decision, "votes", votes, read_votes_fact, MAY,
	    "the votes on this decision", "голоса по этому решению",
	    "ушул чечим боюнча добуштар")
	END
};

const struct fields
    council_fields = { "council", IN_COUNCIL, council_rows },
    body_fields = { "council", IN_BODY, body_rows },
    director_fields = { "council", IN_DIRECTOR, director_rows },
    paper_fields = { "council", IN_PAPER, paper_rows },
    calendar_fields = { "calendar", IN_CALENDAR, calendar_rows },
    quarter_fields = { "calendar", IN_QUARTER, quarter_rows },
    member_fields = { "members", IN_MEMBER, member_rows },
    plan_fields = { "plan", IN_PLAN, plan_rows },
    plan_item_fields = { "plan", IN_PLAN_ITEM, plan_item_rows },
    stamp_fields = { "stamp", IN_STAMP, stamp_rows },
    session_fields = { "session", IN_SESSION, session_rows },
    report_fields = { "report", IN_REPORT, report_rows },
    regulation_fields = { "regulation", IN_REGULATION, regulation_rows },
    requirement_fields = { "regulation", IN_REQUIREMENT, requirement_rows },
    waiver_fields = { "waivers", IN_WAIVER, waiver_rows },
    item_fields = { "session", IN_ITEM, item_rows },
    decision_fields = { "session", IN_DECISION, decision_rows };
/* clang-format on */
