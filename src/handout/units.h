/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <math.h>
#include <pango/pango.h>

G_BEGIN_DECLS

/** Everything below the compose step is in points (1/72 inch). Pango's units appear in these two
 * functions only. */

static inline int
pedicle_units_to_pango (double points)
{
  return (int) lround (points * PANGO_SCALE);
}

static inline double
pedicle_units_from_pango (int units)
{
  return units / (double) PANGO_SCALE;
}

#define PEDICLE_POINTS_PER_MM (72.0 / 25.4)

G_END_DECLS
