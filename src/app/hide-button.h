/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "session.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

/** pedicle_hide_button_new: takes @option out of the view; the last that is shown stays. Returns: (transfer floating) */
GtkWidget *pedicle_hide_button_new (PedicleSession *session, const PedicleProcedure *option);

/** pedicle_show_button_new: brings @option back. Returns: (transfer floating) */
GtkWidget *pedicle_show_button_new (PedicleSession *session, const PedicleProcedure *option);

G_END_DECLS
