/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** pedicle_large_growth: by how many quarters of its size the large view's type grows in a window of this size, 0 to 4.
 * @char_width: of an average character outside of the large view, so that a larger system text grows less */
int pedicle_large_growth (int width, int height, int char_width);

/** pedicle_large_show_growth: @growth: of pedicle_large_growth() */
void pedicle_large_show_growth (GtkWidget *widget, int growth);

G_END_DECLS
