/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "words.h"

G_BEGIN_DECLS

/** PedicleFieldRow: a field of the content as a row of a form: its label and the control that fits its type. What is
 * entered goes into the session's visit at once; a value of the wrong kind is said below the control. */
#define PEDICLE_TYPE_FIELD_ROW (pedicle_field_row_get_type ())
G_DECLARE_FINAL_TYPE (PedicleFieldRow, pedicle_field_row, PEDICLE, FIELD_ROW, GtkWidget)

GtkWidget *pedicle_field_row_new (PedicleSession *session, const PedicleField *field);
/** pedicle_field_row_new_spread: the same, with all that can be chosen in sight, one press away. */
GtkWidget *pedicle_field_row_new_spread (PedicleSession *session, const PedicleField *field);

/** pedicle_field_row_refresh: shows the visit's value, when another place has changed it. */
void pedicle_field_row_refresh (PedicleFieldRow *self);

const PedicleField *pedicle_field_row_get_field (PedicleFieldRow *self);
const char *pedicle_field_row_get_label (PedicleFieldRow *self);
/** pedicle_field_row_set_wanted: marks the row: a finished handout needs it and it is empty. */
void pedicle_field_row_set_wanted (PedicleFieldRow *self, gboolean wanted);

G_END_DECLS
