/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "pages.h"

G_BEGIN_DECLS

/** PedicleSaveFunc: @path: (nullable): where it was saved; both %NULL when the dialog was cancelled. */
typedef void (*PedicleSaveFunc) (const char *path, const GError *error, gpointer user_data);

/** pedicle_save_run: asks where, and writes the handout as PDF. The name that is offered says nothing about the
 * patient, and the file does not go into the list of recent files.
 * @owner: (transfer none): kept alive until it has ended; passed to @done */
void pedicle_save_run (GtkWindow *parent, PediclePages *pages, PedicleSaveFunc done, GObject *owner);

/** pedicle_save_cancel: closes the dialog, if it is open, as Cancel does. */
void pedicle_save_cancel (void);

/** pedicle_save_write: writes the whole file or nothing. What goes wrong is said without the file's name. */
gboolean pedicle_save_write (PediclePages *pages, const char *path, GError **error);

G_END_DECLS
