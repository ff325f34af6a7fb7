/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "session.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

/** PedicleLargeView: the talk for the patient's eyes alone: in large type, with nothing in it that is the clinician's. */
#define PEDICLE_TYPE_LARGE_VIEW (pedicle_large_view_get_type ())
G_DECLARE_FINAL_TYPE (PedicleLargeView, pedicle_large_view, PEDICLE, LARGE_VIEW, GtkWidget)

void pedicle_large_view_set_session (PedicleLargeView *self, PedicleSession *session);

G_END_DECLS
