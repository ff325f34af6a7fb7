/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "pages.h"

G_BEGIN_DECLS

/** PediclePageSheet: one page of a handout, painted as it prints; a screen reader finds its words as parts of it. */
#define PEDICLE_TYPE_PAGE_SHEET (pedicle_page_sheet_get_type ())
G_DECLARE_FINAL_TYPE (PediclePageSheet, pedicle_page_sheet, PEDICLE, PAGE_SHEET, GtkWidget)

GtkWidget *pedicle_page_sheet_new (PediclePages *pages, guint index);
/** pedicle_page_sheet_show: another page in its place. */
void pedicle_page_sheet_show (PediclePageSheet *self, PediclePages *pages, guint index);

/** pedicle_page_sheet_is_same_paper: whether sheets of both are as large. */
gboolean pedicle_page_sheet_is_same_paper (const PediclePages *pages, const PediclePages *other);

G_END_DECLS
