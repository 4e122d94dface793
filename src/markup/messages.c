/* SPDX-License-Identifier: MIT */
#include "markup/markup_int.h"

#define MESSAGE(id, ...) const struct message id = MESSAGE_ROW(__VA_ARGS__);
#include "markup/messages.def"
#undef MESSAGE

#define MESSAGE(id, ...) &id,
const struct message *const markup_messages[] = {
#include "markup/messages.def"
	NULL
};
#undef MESSAGE
