/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "numbers.h"

G_BEGIN_DECLS

/** PedicleIconArray: so many of so many as shapes in rows of ten: people, bones or dots; filled shapes are those to
 * whom it happens, so that the count does not hang on colour. */
#define PEDICLE_TYPE_ICON_ARRAY (pedicle_icon_array_get_type ())
G_DECLARE_FINAL_TYPE (PedicleIconArray, pedicle_icon_array, PEDICLE, ICON_ARRAY, GtkWidget)

#define PEDICLE_ICON_ARRAY_MAX 100 /* shapes; a larger number is not drawn */

/** pedicle_icon_array_new: @of: (nullable): "people", "bones" or "things"; @name: what a screen reader says. */
GtkWidget *pedicle_icon_array_new (int shown, int per, const char *of, PedicleDirection direction, const char *name);

G_END_DECLS
