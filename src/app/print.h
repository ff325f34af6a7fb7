/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "pages.h"

G_BEGIN_DECLS

/** PediclePrintFunc: @printed: the document is drawn and on its way; @error: (nullable): what went wrong, then or later;
 * a cancelled dialog is no error. */
typedef void (*PediclePrintFunc) (gboolean printed, const GError *error, gpointer user_data);

/**
 * pedicle_print_run: opens the print dialog for a handout as it is now. The job is called "Handout", whoever it is for,
 * since job names are kept by the print system.
 * @paper: the one that the dialog opens with
 * @pages: (array fixed-size=PEDICLE_PAPER_N): the same handout laid out for each paper; the layout of the paper that is
 * chosen in the dialog is printed. Kept until the print has ended, not longer
 * @owner: (transfer none): kept alive until the print has ended; passed to @done
 */
void pedicle_print_run (
    GtkWindow *parent, PediclePaper paper, PediclePages *const *pages, PediclePrintFunc done, GObject *owner);

/** pedicle_print_export: prints to a PDF file as if @paper had been chosen, without a dialog or display; for tests. */
gboolean pedicle_print_export (PediclePages *const *pages, PediclePaper paper, const char *path, GError **error);

G_END_DECLS
