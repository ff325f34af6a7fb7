/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * PedicleAdaptive: a sidebar beside the content, or, where the two do not fit, one of them at a time.
 *
 * Properties: sidebar, content, sidebar-chars and content-chars (the least widths, in average characters), narrow
 * (read only), show-sidebar (which one stands while narrow).
 */
#define PEDICLE_TYPE_ADAPTIVE (pedicle_adaptive_get_type ())
G_DECLARE_FINAL_TYPE (PedicleAdaptive, pedicle_adaptive, PEDICLE, ADAPTIVE, GtkWidget)

gboolean pedicle_adaptive_get_narrow (PedicleAdaptive *self);
gboolean pedicle_adaptive_get_show_sidebar (PedicleAdaptive *self);
/** pedicle_adaptive_expect_width: before it is first shown: lays itself out for @width at once, so that a small window
 * need not be as wide as both. */
void pedicle_adaptive_expect_width (PedicleAdaptive *self, int width);
void pedicle_adaptive_set_show_sidebar (PedicleAdaptive *self, gboolean show);

G_END_DECLS
