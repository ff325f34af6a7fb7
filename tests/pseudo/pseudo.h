/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "catalogue.h"

G_BEGIN_DECLS

/** Pseudo-languages: made from the English, never kept. en_XA has accents and brackets and is
 * longer, as translations are; ar_XB runs from right to left. Markup, placeholders and numbers
 * stay. */

/** pseudo_text: Returns: (transfer full): @markup in @language ("en_XA" or "ar_XB"). */
char *pseudo_text (const char *markup, const char *language);

/** pseudo_po: Returns: (transfer full): a whole .po file for @texts (element-type PedicleText). */
char *pseudo_po (GPtrArray *texts, const char *language);

/** pseudo_catalogue: Returns: (transfer full): the same, read. */
PedicleCatalogue *pseudo_catalogue (const PedicleLibrary *library, const char *language);

G_END_DECLS
