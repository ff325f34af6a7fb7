/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "talk-keys.h"

#include "topics.h"

static gboolean
on_move (GtkWidget *widget, GVariant *by, gpointer session)
{
  if (!gtk_widget_get_mapped (widget))
    return FALSE;
  pedicle_topics_move (session, g_variant_get_int32 (by));
  return TRUE;
}

static gboolean
on_number (GtkWidget *widget, GVariant *number, gpointer session)
{
  if (!gtk_widget_get_mapped (widget) || !pedicle_topics_go (session, g_variant_get_int32 (number)))
    return FALSE;
  pedicle_talk_set_mode (pedicle_session_get_talk (session), PEDICLE_TALK_ONE);
  return TRUE;
}

/* Through the steps, then through the sets of numbers. */
static gboolean
on_further (GtkWidget *widget, GVariant *by, gpointer session)
{
  return gtk_widget_get_mapped (widget)
         && pedicle_talk_go_further (pedicle_session_get_talk (session), g_variant_get_int32 (by));
}

static gboolean
on_scroll (GtkWidget *widget, GVariant *by, gpointer session)
{
  if (!gtk_widget_get_mapped (widget))
    return FALSE;
  pedicle_talk_scroll (pedicle_session_get_talk (session), g_variant_get_int32 (by));
  return TRUE;
}

void
pedicle_talk_keys_bind (GtkEventController *keys,
                        guint key,
                        GdkModifierType modifiers,
                        GtkShortcutFunc function,
                        int argument,
                        PedicleSession *session)
{
  GtkShortcutAction *action = gtk_callback_action_new (function, g_object_ref (session), g_object_unref);
  GtkShortcut *shortcut = gtk_shortcut_new (gtk_keyval_trigger_new (key, modifiers), action);

  gtk_shortcut_set_arguments (shortcut, g_variant_new_int32 (argument));
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys), shortcut);
}

/* Page keys come first, as a presenter's remote sends them; digits come last, so that an entry gets them. */
void
pedicle_talk_keys_add (GtkWidget *widget, PedicleSession *session)
{
  GtkEventController *first = gtk_shortcut_controller_new ();
  GtkEventController *last = gtk_shortcut_controller_new ();

  gtk_event_controller_set_propagation_phase (first, GTK_PHASE_CAPTURE);
  gtk_shortcut_controller_set_scope (GTK_SHORTCUT_CONTROLLER (first), GTK_SHORTCUT_SCOPE_GLOBAL);
  gtk_shortcut_controller_set_scope (GTK_SHORTCUT_CONTROLLER (last), GTK_SHORTCUT_SCOPE_GLOBAL);
  pedicle_talk_keys_bind (first, GDK_KEY_Page_Down, 0, on_move, 1, session);
  pedicle_talk_keys_bind (first, GDK_KEY_Page_Up, 0, on_move, -1, session);
  pedicle_talk_keys_bind (first, GDK_KEY_Page_Down, GDK_SHIFT_MASK, on_further, 1, session);
  pedicle_talk_keys_bind (first, GDK_KEY_Page_Up, GDK_SHIFT_MASK, on_further, -1, session);
  pedicle_talk_keys_bind (first, GDK_KEY_Down, GDK_CONTROL_MASK, on_scroll, 1, session);
  pedicle_talk_keys_bind (first, GDK_KEY_Up, GDK_CONTROL_MASK, on_scroll, -1, session);
  pedicle_talk_keys_bind (last, GDK_KEY_Down, 0, on_move, 1, session);
  pedicle_talk_keys_bind (last, GDK_KEY_Up, 0, on_move, -1, session);
  for (int i = 0; i < 10; i++)
    {
      pedicle_talk_keys_bind (last, GDK_KEY_0 + (guint) ((i + 1) % 10), 0, on_number, i, session);
      pedicle_talk_keys_bind (last, GDK_KEY_KP_0 + (guint) ((i + 1) % 10), 0, on_number, i, session);
    }
  gtk_widget_add_controller (widget, first);
  gtk_widget_add_controller (widget, last);
}
