/* SPDX-License-Identifier: MIT */
/* The compiled catalogues, for catalog.c; made in the folder of the build. */

#ifdef __CET__
#include <cet.h>
#endif

	.macro catalog name, file
	.global \name
	.balign 16
\name:
	.incbin "\file"
	.byte 0
	.endm

	.section .rodata
	catalog catalog_ru, "ru.mo"
	catalog catalog_ky, "ky.mo"

	.section .note.GNU-stack, "", %progbits
