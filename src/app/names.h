/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** Names for screen readers where GTK 4.8 gives none, or says them twice. */

/** pedicle_name_button: @button is called @name and nothing more, whatever label stands in it. */
void pedicle_name_button (GtkWidget *button, const char *name);

/** pedicle_name_of: Returns: (transfer full): @name and what it is about, for one of several that look the same. */
char *pedicle_name_of (const char *name, const char *about);

/** pedicle_name_menu_button: the same for the button inside a menu button, which is what gets the focus. */
void pedicle_name_menu_button (GtkMenuButton *button, const char *name);

/** pedicle_name_drop_down: it and the button inside are called by @label and the value that is chosen, now and
 * later. */
void pedicle_name_drop_down (GtkDropDown *drop_down, GtkLabel *label);

/** pedicle_name_expander: called by its label. */
void pedicle_name_expander (GtkExpander *expander);

G_END_DECLS
