/* SPDX-License-Identifier: MIT */
#include "seal/seal_int.h"

#define MESSAGE(id, ...) \
	const struct message id = \
	    MESSAGE_WITH(CONCERNS_SIGNATURE, false, __VA_ARGS__);
#include "seal/messages.def"
#undef MESSAGE

#define MESSAGE(id, ...) &id,
const struct message *const seal_messages[] = {
#include "seal/messages.def"
	NULL,
};
