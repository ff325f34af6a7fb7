/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "pages.h"

G_BEGIN_DECLS

/**
 * PediclePagePreview: the pages of a handout, beside and below each other, in a scrolled window. Only pages in sight
 * are painted.
 *
 * Properties: zoom: pixels for a point; 0 fits a whole page.
 */
#define PEDICLE_TYPE_PAGE_PREVIEW (pedicle_page_preview_get_type ())
G_DECLARE_FINAL_TYPE (PediclePagePreview, pedicle_page_preview, PEDICLE, PAGE_PREVIEW, GtkWidget)

GtkWidget *pedicle_page_preview_new (void);

/** pedicle_page_preview_set_pages: @pages: (nullable). The scroll position stays. */
void pedicle_page_preview_set_pages (PediclePagePreview *self, PediclePages *pages);

/** pedicle_page_preview_get_n_painted: how many pages are in sight. */
guint pedicle_page_preview_get_n_painted (PediclePagePreview *self);

/** pedicle_page_preview_zoom: larger (1), smaller (-1), or the whole page (0). */
void pedicle_page_preview_zoom (PediclePagePreview *self, int step);

G_END_DECLS
