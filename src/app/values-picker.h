/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "session.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

/** PedicleValuesPicker: what matters most: the decision's statements, of which a few are chosen, in an order. */
#define PEDICLE_TYPE_VALUES_PICKER (pedicle_values_picker_get_type ())
G_DECLARE_FINAL_TYPE (PedicleValuesPicker, pedicle_values_picker, PEDICLE, VALUES_PICKER, GtkWidget)

/** pedicle_values_picker_show: the decision's statements in the language of the talk. */
void pedicle_values_picker_show (PedicleValuesPicker *self, PedicleSession *session);

/** pedicle_values_picker_clear: nothing stands in it, of what was chosen neither, until it is shown again. */
void pedicle_values_picker_clear (PedicleValuesPicker *self);

/** pedicle_value_page_new: how each option that is shown does on @value: its short answers to the topics that bear on
 * it, no score among them. Returns: (transfer floating) */
GtkWidget *pedicle_value_page_new (PedicleSession *session, const PedicleValue *value);

G_END_DECLS
