/* SPDX-License-Identifier: MIT */
#include "reader/reader_int.h"

#define MESSAGE(id, ...) const struct message id = MESSAGE_ROW(__VA_ARGS__);
#define MESSAGE_LOSES(id, ...) \
	const struct message id = \
	    MESSAGE_WITH(CONCERNS_RECORD, true, __VA_ARGS__);
#include "reader/messages.def"
#undef MESSAGE_LOSES
#undef MESSAGE

#define MESSAGE(id, ...) &id,
#define MESSAGE_LOSES    MESSAGE
const struct message *const reader_messages[] = {
#include "reader/messages.def"
	NULL
};
#undef MESSAGE_LOSES
#undef MESSAGE
