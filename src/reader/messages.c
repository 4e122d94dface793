/* SPDX-License-Identifier: MIT */
#include "reader/reader_int.h"

#define MESSAGE(id, ...) const struct message id = MESSAGE_ROW(__VA_ARGS__);
#include "reader/messages.def"
#undef MESSAGE

const struct message *const reader_messages[] = {
#define MESSAGE(id, ...) &id,
#include "reader/messages.def"
#undef MESSAGE
	NULL
};
