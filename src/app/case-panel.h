/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "words.h"

G_BEGIN_DECLS

/** PedicleCasePanel: this patient's case: the picture with what is affected, a button that opens the picker and the
 * decision's own fields. */
#define PEDICLE_TYPE_CASE_PANEL (pedicle_case_panel_get_type ())
G_DECLARE_FINAL_TYPE (PedicleCasePanel, pedicle_case_panel, PEDICLE, CASE_PANEL, GtkWidget)

void pedicle_case_panel_set_session (PedicleCasePanel *self, PedicleSession *session);

G_END_DECLS
