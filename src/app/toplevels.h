/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef void (*PedicleToplevelFunc) (GtkWindow *window, gpointer owner);

/** pedicle_toplevels_follow: calls @func for each window of this process, dialogs among them: those that are there and
 * those that come, until @owner is gone. */
void pedicle_toplevels_follow (PedicleToplevelFunc func, GObject *owner);

/** pedicle_toplevels_keep: @window shows nothing that is not in the session: it need not be closed with the others. */
void pedicle_toplevels_keep (GtkWindow *window);

/** pedicle_toplevels_close_others: closes every window but @window and those to be kept, as Cancel does. */
void pedicle_toplevels_close_others (GtkWindow *window);

G_END_DECLS
