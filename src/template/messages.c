/* SPDX-License-Identifier: MIT */
#include "template/template_int.h"

#define MESSAGE(id, ...) const struct message id = MESSAGE_ROW(__VA_ARGS__);
#include "template/messages.def"
#undef MESSAGE

const struct message *const template_messages[] = {
#define MESSAGE(id, ...) &id,
#include "template/messages.def"
#undef MESSAGE
	NULL,
};
