/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** PedicleRow: its children beside each other, where those that expand share what the others leave; below each other where
 * there is no room for that. For words that wrap: a GtkBox tries a dozen widths for each of them, and so does each box in
 * it, to save height. */
#define PEDICLE_TYPE_ROW (pedicle_row_get_type ())
G_DECLARE_FINAL_TYPE (PedicleRow, pedicle_row, PEDICLE, ROW, GtkWidget)

GtkWidget *pedicle_row_new (int spacing);
void pedicle_row_append (PedicleRow *self, GtkWidget *child);

G_END_DECLS
