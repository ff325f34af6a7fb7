/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** PedicleScaleBar: a value on a scale, as a bar that begins at the scale's start: filled, or hatched for what it is
 * compared with. */
#define PEDICLE_TYPE_SCALE_BAR (pedicle_scale_bar_get_type ())
G_DECLARE_FINAL_TYPE (PedicleScaleBar, pedicle_scale_bar, PEDICLE, SCALE_BAR, GtkWidget)

/** pedicle_scale_bar_new: @name: what a screen reader says. */
GtkWidget *pedicle_scale_bar_new (double low, double high, double value, gboolean hatched, const char *name);

G_END_DECLS
