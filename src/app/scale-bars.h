/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** PedicleScaleBars: two values on one scale, as bars that begin at the scale's start. The upper one is filled, the
 * lower one is hatched. */
#define PEDICLE_TYPE_SCALE_BARS (pedicle_scale_bars_get_type ())
G_DECLARE_FINAL_TYPE (PedicleScaleBars, pedicle_scale_bars, PEDICLE, SCALE_BARS, GtkWidget)

/** pedicle_scale_bars_new: @name: what a screen reader says. */
GtkWidget *pedicle_scale_bars_new (double low, double high, double value, double against, const char *name);

G_END_DECLS
