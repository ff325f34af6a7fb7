/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "session.h"

G_BEGIN_DECLS

/** PedicleLanguageMenu: chooses the visit's language among those that the content has.
 * Signals: say (sentence): why a language cannot be used. */
#define PEDICLE_TYPE_LANGUAGE_MENU (pedicle_language_menu_get_type ())
G_DECLARE_FINAL_TYPE (PedicleLanguageMenu, pedicle_language_menu, PEDICLE, LANGUAGE_MENU, GtkWidget)

/** pedicle_language_menu_set_session: @label: what names the menu for a screen reader. */
void pedicle_language_menu_set_session (PedicleLanguageMenu *self, PedicleSession *session, GtkLabel *label);

/** pedicle_language_menu_get_n_languages: English included. */
guint pedicle_language_menu_get_n_languages (PedicleLanguageMenu *self);

G_END_DECLS
