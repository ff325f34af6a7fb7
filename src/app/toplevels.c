/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "toplevels.h"

#define KEPT "pedicle-kept"

typedef struct
{
  PedicleToplevelFunc func;
  GObject *owner; /* borrowed: the handler ends with it */
} Follower;

static void
on_items_changed (GListModel *windows, guint position, guint removed, guint added, gpointer user_data)
{
  const Follower *follower = user_data;

  for (guint i = position; i < position + added; i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);
      follower->func (window, follower->owner);
    }
}

static void
follower_free (gpointer data, GClosure *closure)
{
  g_free (data);
}

void
pedicle_toplevels_follow (PedicleToplevelFunc func, GObject *owner)
{
  GListModel *windows = gtk_window_get_toplevels ();
  Follower *follower = g_new (Follower, 1);
  GClosure *closure = g_cclosure_new (G_CALLBACK (on_items_changed), follower, follower_free);

  *follower = (Follower){ func, owner };
  g_object_watch_closure (owner, closure);
  on_items_changed (windows, 0, 0, g_list_model_get_n_items (windows), follower);
  g_signal_connect_closure (windows, "items-changed", closure, FALSE);
}

void
pedicle_toplevels_keep (GtkWindow *window)
{
  g_object_set_data (G_OBJECT (window), KEPT, window);
}

void
pedicle_toplevels_close_others (GtkWindow *window)
{
  g_autolist (GtkWindow) windows = gtk_window_list_toplevels ();

  g_list_foreach (windows, (GFunc) (void (*) (void)) g_object_ref, NULL);
  for (const GList *each = windows; each != NULL; each = each->next)
    if (each->data != window && gtk_widget_get_visible (each->data) && g_object_get_data (each->data, KEPT) == NULL)
      gtk_window_close (each->data);
}
