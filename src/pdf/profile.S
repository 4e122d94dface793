/* SPDX-License-Identifier: MIT */
/* The colour profile of the output intent, for pdf: all is black and grey. */

#ifdef __CET__
#include <cet.h>
#endif

	.section .rodata
	.global profile_gray
	.global profile_gray_end
	.balign 16
profile_gray:
	.incbin "fonts/Gray.icc"
profile_gray_end:
	.byte 0

	.section .note.GNU-stack, "", %progbits
