/* SPDX-License-Identifier: MIT */
#include "reader/reader_int.h"

#define MESSAGE(id, ...) const struct message id = MESSAGE_ROW(__VA_ARGS__);
#include "reader/messages.def"
#undef MESSAGE

#define MESSAGE(id, ...) &id,
const struct message *const reader_messages[] = {
#include "reader/messages.def"
	NULL
};
#undef MESSAGE
