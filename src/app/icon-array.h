/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** PedicleIconArray: so many of so many as shapes in rows of ten: people, bones or dots; filled shapes are those to
 * whom it happens, so that the count does not hang on colour. */
#define PEDICLE_TYPE_ICON_ARRAY (pedicle_icon_array_get_type ())
G_DECLARE_FINAL_TYPE (PedicleIconArray, pedicle_icon_array, PEDICLE, ICON_ARRAY, GtkWidget)

#define PEDICLE_ICON_ARRAY_MAX 100 /* shapes; a larger number is not drawn */

/** pedicle_icon_array_new: @of: (nullable): "people", "bones" or "things"; @name: what a screen reader says. Good and
 * bad are filled alike: the words say which it is, and red is for warning signs only. */
GtkWidget *pedicle_icon_array_new (int shown, int per, const char *of, const char *name);

/** pedicle_icon_array_row: the row, from the top, of shape @index: they fill from the bottom row up, as on paper
 * (Zikmund-Fisher and others, iconarray.com). */
int pedicle_icon_array_row (int index, int per);

G_END_DECLS
