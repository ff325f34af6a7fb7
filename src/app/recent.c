/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "recent.h"

#include <gtk/gtk.h>

#define LATER 500 /* milliseconds: some dialogs add the file after they have answered */

static GHashTable *waiting; /* (nullable): URIs that are looked for once more */

static void
forget (const char *uri)
{
  GtkRecentManager *manager = gtk_recent_manager_get_default ();

  /* The list writes itself a moment after a change, and not at all when the program ends before: ask for it now. */
  if (gtk_recent_manager_remove_item (manager, uri, NULL))
    g_signal_emit_by_name (manager, "changed");
}

static gboolean
on_later (gpointer uri)
{
  forget (uri);
  if (waiting != NULL)
    g_hash_table_remove (waiting, uri);
  return G_SOURCE_REMOVE;
}

void
pedicle_recent_forget (const char *uri)
{
  if (waiting == NULL)
    waiting = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_hash_table_add (waiting, g_strdup (uri));
  forget (uri);
  g_timeout_add_full (G_PRIORITY_DEFAULT, LATER, on_later, g_strdup (uri), g_free);
}

void
pedicle_recent_end (void)
{
  GHashTableIter iter;
  gpointer uri;

  if (waiting == NULL)
    return;
  g_hash_table_iter_init (&iter, waiting);
  while (g_hash_table_iter_next (&iter, &uri, NULL))
    forget (uri);
  g_clear_pointer (&waiting, g_hash_table_unref);
}
