/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** Where Tab stops. GTK leads it through each row of a list, which chooses each of them on the way, and into what a
 * closed expander hides, where it stays. */

/** pedicle_tab_stop_list: @list, of which one row is chosen at a time, is a single stop at that row; the arrows go on. */
void pedicle_tab_stop_list (GtkListBox *list);

/** pedicle_tab_stop_expander: what @expander holds can be reached only while it is open. Call it when the child is set. */
void pedicle_tab_stop_expander (GtkExpander *expander);

/** pedicle_tab_stop_enable: whether @button can be pressed. When it has the focus and cannot be pressed any more, the
 * focus goes to @other, which can: GTK would leave it nowhere, and Tab would begin anew. */
void pedicle_tab_stop_enable (GtkWidget *button, gboolean enabled, GtkWidget *other);

/** pedicle_tab_stop_holds: whether the focus of the window is on @widget or inside it, in sight. */
gboolean pedicle_tab_stop_holds (GtkWidget *widget);

G_END_DECLS
