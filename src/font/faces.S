/* SPDX-License-Identifier: MIT */
/* The four faces as they lie in fonts/, for font.c; made from the top folder. */

#ifdef __CET__
#include <cet.h>
#endif

	.macro face name, file
	.global \name
	.global \name\()_end
	.balign 16
\name:
	.incbin "\file"
\name\()_end:
	.byte 0
	.endm

	.section .rodata
	face face_regular, "fonts/LiberationSerif-Regular.ttf"
	face face_bold, "fonts/LiberationSerif-Bold.ttf"
	face face_italic, "fonts/LiberationSerif-Italic.ttf"
	face face_bold_italic, "fonts/LiberationSerif-BoldItalic.ttf"

	.section .note.GNU-stack, "", %progbits
