/* SPDX-License-Identifier: MIT */
#include "layout/layout_int.h"

#define MESSAGE(id, code, name, severity, ...) \
	const struct message id = \
	    MESSAGE_ROW(code, name, severity, __VA_ARGS__);
#include "layout/messages.def"
#undef MESSAGE

#define MESSAGE(id, ...) &id,
const struct message *const layout_messages[] = {
#include "layout/messages.def"
	NULL,
};
