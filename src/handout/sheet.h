/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <stdbool.h>
#include "pages.h"

G_BEGIN_DECLS

/** PedicleSheet: a paper and its margins, in points. "Start" and "end" follow the direction of the
 * words. */
typedef struct
{
  double width, height;
  double top, bottom, start, end;
} PedicleSheet;

PedicleSheet pedicle_sheet_new (PediclePaper paper, bool landscape);

/** pedicle_sheet_inner_width: Returns: the width between the margins. */
double pedicle_sheet_inner_width (const PedicleSheet *sheet);

G_END_DECLS
