/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "flow.h"
#include "units.h"

G_BEGIN_DECLS

/** Room for a patient label as clinics print them. */
#define PEDICLE_LABEL_WIDTH (70 * PEDICLE_POINTS_PER_MM)
#define PEDICLE_LABEL_HEIGHT (25 * PEDICLE_POINTS_PER_MM)

/**
 * pedicle_measure:
 * @language, @rtl: of the document
 * @width: of the page's body; @height: of the highest body, which no picture exceeds
 * @order: (out) (transfer full) (element-type PedicleBox): the boxes in the order of the numbers
 *
 * Gives each box its place across the page and its lines.
 * Returns: (transfer full) (nullable) (element-type PedicleBreakBox): plain numbers for
 * pedicle_break().
 */
GArray *pedicle_measure (PedicleFlow *flow,
                         double size,
                         const char *language,
                         bool rtl,
                         double width,
                         double height,
                         GPtrArray **order,
                         GError **error);

/** pedicle_measure_mark_width: Returns: how far the text of an item stands in. */
double pedicle_measure_mark_width (const PedicleBox *box, double size);

G_END_DECLS
