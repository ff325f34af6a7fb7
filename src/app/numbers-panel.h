/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "words.h"

G_BEGIN_DECLS

/** PedicleNumbersPanel: a set of numbers across the options: who, when, both framings of each number, its range and
 * its certainty, with shapes or bars beside the sentences. */
#define PEDICLE_TYPE_NUMBERS_PANEL (pedicle_numbers_panel_get_type ())
G_DECLARE_FINAL_TYPE (PedicleNumbersPanel, pedicle_numbers_panel, PEDICLE, NUMBERS_PANEL, GtkWidget)

GtkWidget *pedicle_numbers_panel_new (PedicleSession *session, const PedicleNumbers *numbers);

G_END_DECLS
