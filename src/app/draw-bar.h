/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "session.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

/** PedicleDrawBar: a button that takes up the session's pen and, while it is taken up, its colours, undo and clear, for
 * the pictures in sight. */
#define PEDICLE_TYPE_DRAW_BAR (pedicle_draw_bar_get_type ())
G_DECLARE_FINAL_TYPE (PedicleDrawBar, pedicle_draw_bar, PEDICLE, DRAW_BAR, GtkWidget)

GtkWidget *pedicle_draw_bar_new (PedicleSession *session);

/** pedicle_draw_bar_stack: it is to be no wider than it must, with its tools below its button. */
void pedicle_draw_bar_stack (PedicleDrawBar *self);

/** pedicle_draw_bar_set_session: for one that a template made; once. */
void pedicle_draw_bar_set_session (PedicleDrawBar *self, PedicleSession *session);

G_END_DECLS
