/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** pedicle_shortcuts_show: the window that lists the keys. */
void pedicle_shortcuts_show (GtkWindow *parent);

G_END_DECLS
