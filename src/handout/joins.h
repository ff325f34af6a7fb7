/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rich.h"

G_BEGIN_DECLS

/**
 * SECTION: joins
 *
 * Which words of a paragraph stay on one line, as far as a line has room for them: a number and its
 * unit, so many of so many, a telephone number, a date, a label and its value. Found by the digits
 * and marks that scripts share, so that it holds for any language. Plain arithmetic, no pango.
 */

/** PedicleJoin: bytes between which no line ends. */
typedef struct
{
  guint start, end;
} PedicleJoin;

/** PedicleJoinsMeasure: Returns: how wide the bytes from @start to @end are on one line, in points.
 */
typedef double (*PedicleJoinsMeasure) (guint start, guint end, gpointer user_data);

/** pedicle_joins_find: @size: of the letters, @width: of a line, in points. @measure is asked only
 * about words that may be wider than the line. Returns: (transfer full) (element-type PedicleJoin):
 * none that is wider than a line, none that overlaps another. */
GArray *pedicle_joins_find (const PedicleRich *rich,
                            double size,
                            double width,
                            PedicleJoinsMeasure measure,
                            gpointer user_data);

G_END_DECLS
