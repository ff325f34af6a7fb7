/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "search.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

/** PedicleSearchPanel: an entry, and below it where its words stand, while they are typed.
 * Signals: chosen (topic id, option id or "", whether it stands in a long answer), closed. */
#define PEDICLE_TYPE_SEARCH_PANEL (pedicle_search_panel_get_type ())
G_DECLARE_FINAL_TYPE (PedicleSearchPanel, pedicle_search_panel, PEDICLE, SEARCH_PANEL, GtkWidget)

void pedicle_search_panel_set_session (PedicleSearchPanel *self, PedicleSession *session);

/** pedicle_search_panel_open: begins anew, with the keys in the entry. */
void pedicle_search_panel_open (PedicleSearchPanel *self);

/** pedicle_search_panel_forget: what was typed and found goes, and what was read for it. */
void pedicle_search_panel_forget (PedicleSearchPanel *self);

G_END_DECLS
