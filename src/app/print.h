/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "pages.h"

G_BEGIN_DECLS

/** PediclePagesFunc: lays the handout out for @paper. Returns: (transfer full) (nullable) */
typedef PediclePages *(*PediclePagesFunc) (PediclePaper paper, gpointer user_data, GError **error);

/** PediclePrintFunc: @error: (nullable): what went wrong; a cancelled dialog is no error. */
typedef void (*PediclePrintFunc) (const GError *error, gpointer user_data);

/**
 * pedicle_print_run: opens the print dialog; pages are laid out for the paper chosen there. The job is called
 * "Handout", whoever it is for, since job names are kept by the print system.
 * @owner: (transfer none): kept alive until the print has ended; passed to the functions
 */
void pedicle_print_run (GtkWindow *parent,
                        PediclePaper paper,
                        gboolean landscape,
                        PediclePagesFunc lay_out,
                        PediclePrintFunc done,
                        GObject *owner);

/** pedicle_print_export: prints to a PDF file without a dialog or display; for tests. */
gboolean pedicle_print_export (PediclePages *pages, PediclePaper paper, const char *path, GError **error);

G_END_DECLS
