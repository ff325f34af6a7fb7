/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "recent.h"

#include <gtk/gtk.h>

#define LATER 500 /* milliseconds: some dialogs add the file after they have answered */

static gboolean
forget (gpointer uri)
{
  gtk_recent_manager_remove_item (gtk_recent_manager_get_default (), uri, NULL);
  return G_SOURCE_REMOVE;
}

void
pedicle_recent_forget (const char *uri)
{
  forget ((gpointer) uri);
  g_timeout_add_full (G_PRIORITY_DEFAULT, LATER, forget, g_strdup (uri), g_free);
}
