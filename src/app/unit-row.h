/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "unit.h"

G_BEGIN_DECLS

/** PedicleUnitRow: a unit in the list: the English, the translation below it, and in words what state it is in. */
#define PEDICLE_TYPE_UNIT_ROW (pedicle_unit_row_get_type ())
G_DECLARE_FINAL_TYPE (PedicleUnitRow, pedicle_unit_row, PEDICLE, UNIT_ROW, GtkWidget)

GtkWidget *pedicle_unit_row_new (void);
void pedicle_unit_row_show (PedicleUnitRow *self, PedicleUnit *unit);

G_END_DECLS
