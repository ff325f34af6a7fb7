/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <stdbool.h>
#include "pages.h"

G_BEGIN_DECLS

/** PediclePhrasing: the program's own words and digits in the language of the paper. Borrowed, on
 * the stack. */
typedef struct
{
  const PedicleLibrary *library;
  const PedicleCatalogue *catalogue;
  char digits[10][8]; /* empty where the digits are 0 to 9 */
} PediclePhrasing;

void pedicle_phrasing_init (PediclePhrasing *phrasing,
                            const PedicleLibrary *library,
                            const PedicleCatalogue *catalogue);

/** pedicle_phrasing_get: a phrase with its parameters, given as pairs of name and value and ended
 * by %NULL, in place. Returns: (transfer full): without markup; empty when there is no such phrase.
 */
char *
pedicle_phrasing_get (const PediclePhrasing *phrasing, const char *id, ...) G_GNUC_NULL_TERMINATED;

/** pedicle_phrasing_get_english: the same in English and without parameters. Returns: (transfer
 * full) */
char *pedicle_phrasing_get_english (const PediclePhrasing *phrasing, const char *id);

/** pedicle_phrasing_is_english: whether @text (nullable) is not translated and stands in English on
 * a sheet of another language. */
bool pedicle_phrasing_is_english (const PediclePhrasing *phrasing, const PedicleText *text);

/** pedicle_phrasing_digits: Returns: (transfer full): @text with 0 to 9 as the readers write them.
 */
char *pedicle_phrasing_digits (const PediclePhrasing *phrasing, const char *text);
char *pedicle_phrasing_number (const PediclePhrasing *phrasing, guint number);

G_END_DECLS
