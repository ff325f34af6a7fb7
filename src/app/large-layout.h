/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * PedicleLargeLayout: of a view of the talk with one child, which has all of it. Tells the style sheet how much room
 * there is: by the class "small" where it is too narrow for margins, and by those of pedicle_large_show_growth().
 *
 * Signals: resized: after the classes have changed.
 */
#define PEDICLE_TYPE_LARGE_LAYOUT (pedicle_large_layout_get_type ())
G_DECLARE_FINAL_TYPE (PedicleLargeLayout, pedicle_large_layout, PEDICLE, LARGE_LAYOUT, GtkLayoutManager)

G_END_DECLS
