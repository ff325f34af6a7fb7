/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * PedicleColumns: its children as columns of equal width and height, or below each other where a column would be
 * narrower than #PedicleColumns:least-chars or than a child needs.
 *
 * Properties: spacing, least-chars, most-chars (no column is wider, and what is left stands at both sides; 0, the
 * default, for any width), at-start (what is left stands at the end; do not align the widget itself: GTK asks what is not
 * filled for its width by its height, which words and pictures together have no answer to), stacked (read only: whether the children stand below each other).
 */
#define PEDICLE_TYPE_COLUMNS (pedicle_columns_get_type ())
G_DECLARE_FINAL_TYPE (PedicleColumns, pedicle_columns, PEDICLE, COLUMNS, GtkWidget)

GtkWidget *pedicle_columns_new (int spacing, int least_chars);
void pedicle_columns_append (PedicleColumns *self, GtkWidget *child);
void pedicle_columns_clear (PedicleColumns *self);
/** pedicle_columns_is_stacked: whether the children stand below each other at @width. */
gboolean pedicle_columns_is_stacked (PedicleColumns *self, int width);

/** pedicle_char_width: Returns: the width of an average character in the widget's font, at least 1. */
int pedicle_char_width (GtkWidget *widget);

G_END_DECLS
