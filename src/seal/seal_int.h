/* SPDX-License-Identifier: MIT */
#ifndef SEAL_INT_H
#define SEAL_INT_H

/*
 * The values as text that is hashed (canon.c), the hash (hash.c), the file's
 * keywords (imprint.c), `signed` (signed.c).
 */

#include "seal/seal.h"

#define MESSAGE(id, code, name, severity, ...) extern const struct message id;
#include "seal/messages.def"
#undef MESSAGE

#define SEAL_DIGITS  12 /* of a hash, behind its version */
#define PART_DIGITS  3
#define PRINT_DIGITS 16 /* see PDF_PRINT of pdf.h */

/* canon.c */
/* Whether a paper's hash is made without this value. */
bool canon_leaves_out(const char *paper, const char *of, const char *name);
/* One value as lines of text: `of` is the scope that it stands in.  Nothing
 * for a value that is not there or that its paper does not print. */
void canon_add(struct strbuf *b, const char *paper, const char *of,
    const char *name, const struct value *v);
/* Where a value, or the first part of it, was written. */
struct span canon_place(const struct value *v);

/* hash.c */
/* The first n digits of the hash of a text. */
struct str digits_of(struct arena *a, struct str s, size_t n);
bool is_digits(struct str s, size_t n);

#endif
