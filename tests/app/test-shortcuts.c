/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/** The list of keys and what the program listens to are the same: whatever is listed is bound to something that there is,
 * and whatever is bound is listed. */

#include "application.h"
#include "case-panel.h"
#include "site-picker.h"
#include "stage.h"
#include "window.h"

static PedicleApplication *application;

/* "<Control>KP_Add" and "<Control>plus" are one key to who presses it. */
static char *
name_key (guint key, GdkModifierType modifiers)
{
  g_autofree char *name = gtk_accelerator_name (gdk_keyval_to_lower (key), modifiers);
  static const char *const same[][2] = { { "KP_Add", "plus" }, { "KP_Subtract", "minus" }, { "equal", "plus" }, { "KP_", "" } };
  g_autoptr (GString) out = g_string_new (name);

  for (guint i = 0; i < G_N_ELEMENTS (same); i++)
    g_string_replace (out, same[i][0], same[i][1], 1);
  return g_string_free (g_steal_pointer (&out), FALSE);
}

static void
add_name (GHashTable *names, const char *accelerator)
{
  guint key;
  GdkModifierType modifiers;

  g_assert_true (gtk_accelerator_parse (accelerator, &key, &modifiers));
  g_hash_table_add (names, name_key (key, modifiers));
}

/* One accelerator, or all from one to another: "1...9". */
static void
add_listed (GHashTable *names, const char *accelerator)
{
  g_auto (GStrv) ends = g_strsplit (accelerator, "...", 2);

  add_name (names, ends[0]);
  for (guint32 at = gdk_keyval_to_unicode (gdk_keyval_from_name (ends[0])) + 1;
       ends[1] != NULL && at <= gdk_keyval_to_unicode (gdk_keyval_from_name (ends[1])); at++)
    g_hash_table_add (names, name_key (gdk_unicode_to_keyval (at), 0));
}

static GHashTable *
new_set (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

static GHashTable *
list_shown (void)
{
  g_autoptr (GtkBuilder) builder = gtk_builder_new_from_resource ("/org/pedicle/Pedicle/shortcuts.ui");
  GHashTable *names = new_set ();

  for (g_autoptr (GSList) objects = gtk_builder_get_objects (builder), at = objects; at != NULL; at = at->next)
    {
      g_autofree char *accelerators = NULL;
      if (GTK_IS_SHORTCUTS_SHORTCUT (at->data))
        g_object_get (at->data, "accelerator", &accelerators, NULL);
      g_auto (GStrv) each = g_strsplit (accelerators != NULL ? accelerators : "", " ", -1);
      for (guint i = 0; each[i] != NULL && *each[i] != '\0'; i++)
        add_listed (names, each[i]);
    }
  gtk_window_destroy (GTK_WINDOW (gtk_builder_get_object (builder, "shortcuts")));
  return names;
}

static void
add_shortcuts (GHashTable *names, GtkShortcutController *controller)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (controller)); i++)
    {
      g_autoptr (GtkShortcut) shortcut = g_list_model_get_item (G_LIST_MODEL (controller), i);
      GtkShortcutTrigger *trigger = gtk_shortcut_get_trigger (shortcut);
      if (GTK_IS_KEYVAL_TRIGGER (trigger))
        g_hash_table_add (names, name_key (gtk_keyval_trigger_get_keyval (GTK_KEYVAL_TRIGGER (trigger)),
                                           gtk_keyval_trigger_get_modifiers (GTK_KEYVAL_TRIGGER (trigger))));
    }
}

/* What a handler of all keys takes. */
static void
add_taken (GHashTable *names, GtkEventController *controller)
{
  static const guint keys[] = { GDK_KEY_Up,        GDK_KEY_Down,   GDK_KEY_Left,   GDK_KEY_Right,  GDK_KEY_Home,
                                GDK_KEY_End,       GDK_KEY_Page_Up, GDK_KEY_Page_Down, GDK_KEY_Escape, GDK_KEY_Delete,
                                GDK_KEY_BackSpace, GDK_KEY_space,  GDK_KEY_Return, GDK_KEY_F1,     GDK_KEY_l };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      gboolean taken = FALSE;
      g_signal_emit_by_name (controller, "key-pressed", keys[i], 0u, 0, &taken);
      if (taken)
        g_hash_table_add (names, name_key (keys[i], 0));
      /* Which letters begin a name is the content's matter. */
      for (guint letter = GDK_KEY_a; taken && keys[i] == GDK_KEY_l && letter <= GDK_KEY_z; letter++)
        g_hash_table_add (names, name_key (letter, 0));
    }
}

static void
add_of (GHashTable *names, GtkWidget *widget)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) each = g_list_model_get_item (controllers, i);
      if (GTK_IS_SHORTCUT_CONTROLLER (each))
        add_shortcuts (names, GTK_SHORTCUT_CONTROLLER (each));
      else if (GTK_IS_EVENT_CONTROLLER_KEY (each))
        add_taken (names, each);
    }
}

/* What the toolkit's own part of a widget of ours listens to is the toolkit's matter. */
static GHashTable *
list_own_of (GtkWidget *widget)
{
  GHashTable *names = new_set (), *theirs = new_set ();
  GType type = g_type_parent (G_OBJECT_TYPE (widget));
  GHashTableIter iter;
  gpointer name;

  add_of (names, widget);
  if (!G_TYPE_IS_ABSTRACT (type))
    {
      g_autoptr (GtkWidget) parent = g_object_ref_sink (g_object_new (type, NULL));
      add_of (theirs, parent);
      if (GTK_IS_WINDOW (parent))
        gtk_window_destroy (GTK_WINDOW (parent));
    }
  g_hash_table_iter_init (&iter, theirs);
  while (g_hash_table_iter_next (&iter, &name, NULL))
    g_hash_table_remove (names, name);
  g_hash_table_unref (theirs);
  return names;
}

static void
add_own (GHashTable *names, GtkWidget *widget)
{
  if (g_str_has_prefix (G_OBJECT_TYPE_NAME (widget), "Pedicle"))
    {
      g_autoptr (GHashTable) own = list_own_of (widget);
      GHashTableIter iter;
      gpointer name;
      g_hash_table_iter_init (&iter, own);
      while (g_hash_table_iter_next (&iter, &name, NULL))
        g_hash_table_add (names, g_strdup (name));
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    add_own (names, child);
}

/* An accelerator counts when what it does is there. */
static void
add_accelerators (GHashTable *names, GtkWidget *window)
{
  g_auto (GStrv) actions = gtk_application_list_action_descriptions (GTK_APPLICATION (application));

  for (guint i = 0; actions[i] != NULL; i++)
    {
      g_auto (GStrv) keys = gtk_application_get_accels_for_action (GTK_APPLICATION (application), actions[i]);
      g_autofree char *name = NULL;
      g_autoptr (GVariant) target = NULL;
      g_assert_true (g_action_parse_detailed_name (actions[i], &name, &target, NULL));
      const char *own = strchr (name, '.') + 1;
      g_assert_true (g_str_has_prefix (name, "window.")
                     || g_action_group_has_action (G_ACTION_GROUP (window), own)
                     || g_action_group_has_action (G_ACTION_GROUP (application), own));
      for (guint j = 0; keys[j] != NULL; j++)
        add_name (names, keys[j]);
    }
}

static GHashTable *
list_bound (void)
{
  g_autoptr (PedicleSession) session = pedicle_session_new (SOURCE_ROOT "/data/content");
  GtkWidget *window = GTK_WIDGET (pedicle_window_new (ADW_APPLICATION (application), session));
  GHashTable *names = new_set ();
  GListModel *windows = gtk_window_get_toplevels ();

  gtk_window_present (GTK_WINDOW (window));
  stage_wait (200);
  GtkWidget *panel = stage_find (window, PEDICLE_TYPE_CASE_PANEL), *menu = stage_find (window, GTK_TYPE_MENU_BUTTON);
  gtk_menu_button_popup (GTK_MENU_BUTTON (stage_find (panel, GTK_TYPE_MENU_BUTTON)));
  stage_wait (100);
  g_assert_nonnull (stage_find (panel, PEDICLE_TYPE_SITE_PICKER));
  add_own (names, panel);
  gtk_menu_button_popdown (GTK_MENU_BUTTON (stage_find (panel, GTK_TYPE_MENU_BUTTON)));
  gtk_widget_activate_action (window, "win.place", "s", "handouts");
  gtk_widget_activate_action (window, "win.place", "s", "translations");
  gtk_widget_activate_action (window, "win.place", "s", "consultation");
  gtk_widget_activate_action (window, "win.patient-window", NULL);
  stage_wait (300);
  g_assert_cmpuint (g_list_model_get_n_items (windows), >, 1);
  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) each = g_list_model_get_item (windows, i);
      add_own (names, each);
    }
  add_accelerators (names, window);
  if (gtk_menu_button_get_primary (GTK_MENU_BUTTON (menu)))
    add_name (names, "F10"); /* by the toolkit */
  gtk_window_destroy (GTK_WINDOW (window));
  stage_wait (50);
  return names;
}

static void
tell_missing (GHashTable *from, GHashTable *in, const char *what)
{
  GHashTableIter iter;
  gpointer name;

  g_hash_table_iter_init (&iter, from);
  while (g_hash_table_iter_next (&iter, &name, NULL))
    if (!g_hash_table_contains (in, name))
      {
        g_test_message ("%s: %s", (const char *) name, what);
        g_test_fail ();
      }
}

static void
test_listed (void)
{
  g_autoptr (GHashTable) shown = list_shown (), bound = list_bound ();

  g_assert_cmpuint (g_hash_table_size (bound), >, 20);
  tell_missing (shown, bound, "is listed, and nothing listens to it");
  tell_missing (bound, shown, "is listened to, and not listed");
}

int
main (int argc, char **argv)
{
  g_setenv ("GSETTINGS_SCHEMA_DIR", SCHEMAS, TRUE);
  gtk_test_init (&argc, &argv, NULL);
  application = pedicle_application_new ();
  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE);
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));
  g_test_add_func ("/shortcuts/listed", test_listed);
  int status = g_test_run ();
  g_object_unref (application);
  return status;
}
