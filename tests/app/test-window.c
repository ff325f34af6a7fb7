/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>

#include "application.h"
#include "case-panel.h"
#include "consultation-view.h"
#include "handouts-view.h"
#include "preferences.h"
#include "problems-view.h"
#include "stage.h"
#include "topic-page.h"
#include "topic-table.h"
#include "translations-view.h"
#include "window.h"

static AdwApplication *application;

static gboolean
is_shown (PedicleWindow *window, GType type)
{
  GtkWidget *widget = stage_find (GTK_WIDGET (window), type);

  return widget != NULL && gtk_widget_get_mapped (widget);
}

/* Each place is made when it is first shown, and the window goes away whole. */
static void
test_places (void)
{
  g_autoptr (PedicleSession) session = pedicle_session_new (SOURCE_ROOT "/data/content");
  PedicleWindow *window = stage_open (application, session, 1300, 700);

  g_assert_true (is_shown (window, PEDICLE_TYPE_CONSULTATION_VIEW));
  g_assert_null (stage_find (GTK_WIDGET (window), PEDICLE_TYPE_HANDOUTS_VIEW));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.place", "s", "handouts"));
  stage_wait (100);
  g_assert_true (is_shown (window, PEDICLE_TYPE_HANDOUTS_VIEW));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.place", "s", "translations"));
  stage_wait (100);
  g_assert_false (is_shown (window, PEDICLE_TYPE_HANDOUTS_VIEW));
  stage_close (window);
}

/* Reading the content again under everything that is shown leaves no view with what has gone. */
static void
test_reload (void)
{
  g_autoptr (PedicleSession) session = pedicle_session_new (SOURCE_ROOT "/data/content");
  g_autoptr (GFile) file = g_file_new_for_path (SOURCE_ROOT "/po/content/es.po");
  PedicleWindow *window = stage_open (application, session, 1300, 700);
  const char *const places[] = { "translations", "handouts", "consultation" };

  gtk_widget_activate_action (GTK_WIDGET (window), "win.place", "s", "handouts");
  pedicle_window_open (window, file);
  g_assert_true (pedicle_session_set_language (session, "es", NULL));
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      gtk_widget_activate_action (GTK_WIDGET (window), "win.place", "s", places[i]);
      stage_wait (100);
      gtk_widget_activate_action (GTK_WIDGET (window), "win.reload", NULL);
      stage_wait (100);
    }
  g_assert_cmpstr (pedicle_catalogue_get_path (pedicle_session_get_spoken (session)), ==,
                   SOURCE_ROOT "/po/content/es.po");
  stage_close (window);
}

static void
test_narrow (void)
{
  g_autoptr (PedicleSession) session = pedicle_session_new (SOURCE_ROOT "/data/content");
  PedicleWindow *window = stage_open (application, session, 360, 700);
  int minimum;

  gtk_widget_measure (GTK_WIDGET (window), GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, 360);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.place", "s", "handouts");
  stage_wait (100);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.place", "s", "translations");
  stage_wait (100);
  gtk_widget_measure (GTK_WIDGET (window), GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, 360);
  stage_close (window);
}

/* The banner leads to the list of problems. While the list is open it says nothing new; reading again with problems left
 * leaves the list open. */
static void
test_banner (void)
{
  char *folder = stage_copy (SOURCE_ROOT "/data/content");
  g_autofree char *file = g_build_filename (folder, "wrong.xml", NULL);

  g_assert_true (g_file_set_contents (file, "<procedure id=\"wrong\" format=\"1\"><wrong/></procedure>\n", -1, NULL));
  g_autoptr (PedicleSession) session = pedicle_session_new (folder);
  PedicleWindow *window = stage_open (application, session, 900, 700);
  GtkRevealer *banner = GTK_REVEALER (gtk_widget_get_template_child (GTK_WIDGET (window), PEDICLE_TYPE_WINDOW, "banner"));
  g_assert_nonnull (pedicle_session_get_decision (session));
  g_assert_true (gtk_revealer_get_reveal_child (banner));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-problems", NULL);
  g_assert_false (gtk_revealer_get_reveal_child (banner));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.reload", NULL);
  stage_wait (50);
  g_assert_true (is_shown (window, PEDICLE_TYPE_PROBLEMS_VIEW));
  g_assert_false (gtk_revealer_get_reveal_child (banner));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.hide-problems", NULL);
  g_assert_true (gtk_revealer_get_reveal_child (banner));

  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-problems", NULL);
  g_assert_cmpint (g_remove (file), ==, 0);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.reload", NULL);
  stage_wait (50);
  g_assert_false (is_shown (window, PEDICLE_TYPE_PROBLEMS_VIEW));
  g_assert_false (gtk_revealer_get_reveal_child (banner));
  stage_close (window);
  stage_remove (folder);
}

/* Content that cannot be used is said in the window, and mended content is read without a new start. */
static void
test_problems (void)
{
  g_autofree char *folder = g_dir_make_tmp ("pedicle-XXXXXX", NULL);
  g_autofree char *file = g_build_filename (folder, "decision.xml", NULL);

  g_assert_true (g_file_set_contents (file, "<decision id=\"x\" format=\"1\">\n  <wrong/>\n</decision>\n", -1, NULL));
  g_autoptr (PedicleSession) session = pedicle_session_new (folder);
  PedicleWindow *window = stage_open (application, session, 900, 700);
  g_assert_cmpuint (pedicle_problems_get_n_errors (pedicle_session_get_problems (session)), >, 0);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-problems", NULL);
  stage_wait (50);
  g_assert_true (is_shown (window, PEDICLE_TYPE_PROBLEMS_VIEW));
  g_assert_nonnull (stage_find_label (GTK_WIDGET (window), "decision.xml:2:3"));
  g_assert_null (stage_find_label (GTK_WIDGET (window), "."));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.large-view", NULL);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.place", "s", "handouts");
  stage_wait (50);
  g_assert_true (is_shown (window, PEDICLE_TYPE_PROBLEMS_VIEW));

  g_assert_cmpint (g_remove (file), ==, 0);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.reload", NULL);
  stage_wait (50);
  g_assert_null (stage_find_label (GTK_WIDGET (window), "decision.xml:2:3"));
  g_assert_cmpint (g_rmdir (folder), ==, 0);
  stage_close (window);
}

/* A sentence may have any letters in it: it is not markup. */
static void
test_say (void)
{
  g_autoptr (PedicleSession) session = pedicle_session_new (SOURCE_ROOT "/data/content");
  PedicleWindow *window = stage_open (application, session, 900, 700);

  pedicle_window_say (window, "R&D/<a>.pdf cannot be written.", TRUE);
  stage_wait (100);
  g_assert_nonnull (stage_find_label (GTK_WIDGET (window), "R&D/<a>.pdf cannot be written."));
  stage_close (window);
}

/* What went wrong is told whole, and until it is closed; where there is little room its end is what to do. */
static void
test_say_errors (void)
{
  const char *error = "This folder cannot be written to, since nobody may. Choose another folder.";
  g_autoptr (PedicleSession) session = pedicle_session_new (SOURCE_ROOT "/data/content");
  PedicleWindow *window = stage_open (application, session, 360, 700);

  pedicle_window_say (window, error, TRUE);
  stage_wait (5500);
  GtkWidget *label = stage_find_label (GTK_WIDGET (window), error);
  g_assert_true (label != NULL && gtk_widget_get_mapped (label));
  g_assert_false (pango_layout_is_ellipsized (gtk_label_get_layout (GTK_LABEL (label))));
  g_assert_cmpint (gtk_widget_get_width (label), <, gtk_widget_get_width (GTK_WIDGET (window)));
  pedicle_window_say (window, "Another sentence", FALSE);
  stage_wait (500);
  g_assert_null (stage_find_label (GTK_WIDGET (window), error));
  label = stage_find_label (GTK_WIDGET (window), "Another sentence");
  g_assert_true (label != NULL && gtk_widget_get_mapped (label));
  pedicle_window_say (window, error, TRUE);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.next-patient", NULL);
  stage_wait (500);
  g_assert_null (stage_find_label (GTK_WIDGET (window), error));
  stage_close (window);
}

/* Each place has a name of its own for who cannot see which one is in front. */
static void
test_names (void)
{
  g_autoptr (PedicleSession) session = pedicle_session_new (SOURCE_ROOT "/data/content");
  PedicleWindow *window = stage_open (application, session, 1300, 700);
  const struct
  {
    GType type;
    const char *place, *name;
  } views[] = {
    { PEDICLE_TYPE_HANDOUTS_VIEW, "handouts", "Handouts" },
    { PEDICLE_TYPE_TRANSLATIONS_VIEW, "translations", "Translations" },
    { PEDICLE_TYPE_CONSULTATION_VIEW, "consultation", "Consultation" },
    { PEDICLE_TYPE_TOPIC_PAGE, "consultation", "One topic" },
    { PEDICLE_TYPE_TOPIC_TABLE, "consultation", "Whole table" },
    { PEDICLE_TYPE_PROBLEMS_VIEW, "consultation", "Problems" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    {
      gtk_widget_activate_action (GTK_WIDGET (window), "win.place", "s", views[i].place);
      stage_wait (50);
      GtkWidget *view = stage_find (GTK_WIDGET (window), views[i].type);
      gtk_test_accessible_assert_role (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_ROLE_GROUP);
      gtk_test_accessible_assert_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL, views[i].name);
    }
  stage_close (window);
}

/* Tab leaves each stop and comes round. Returns: how many stops there are. */
static guint
go_round (GtkWidget *within)
{
  GtkRoot *root = gtk_widget_get_root (within);
  GtkWidget *first = gtk_root_get_focus (root);
  guint n = 0;

  g_assert_true (first != NULL && gtk_widget_get_mapped (first));
  do
    {
      GtkWidget *before = gtk_root_get_focus (root);
      gtk_widget_child_focus (within, GTK_DIR_TAB_FORWARD);
      g_assert_true (gtk_root_get_focus (root) != before);
      g_assert_cmpuint (++n, <, 200);
    }
  while (gtk_root_get_focus (root) != first);
  return n;
}

/* Nor does it change a choice on the way. */
static void
test_tab (void)
{
  g_autoptr (PedicleSession) session = pedicle_session_new (SOURCE_ROOT "/data/content");
  PedicleWindow *window = stage_open (application, session, 1300, 700);
  const struct
  {
    GType type;
    const char *place;
  } views[] = {
    { PEDICLE_TYPE_CONSULTATION_VIEW, "consultation" },
    { PEDICLE_TYPE_HANDOUTS_VIEW, "handouts" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    {
      gtk_widget_activate_action (GTK_WIDGET (window), "win.place", "s", views[i].place);
      stage_wait (50);
      GtkListBox *list = GTK_LIST_BOX (stage_find (stage_find (GTK_WIDGET (window), views[i].type), GTK_TYPE_LIST_BOX));
      GtkWidget *first = GTK_WIDGET (gtk_list_box_get_row_at_index (list, 0));
      /* The way goes by the places that the widgets have got. */
      for (int tries = 0; tries < 50 && gtk_widget_get_height (first) == 0; tries++)
        stage_wait (100);
      gtk_list_box_select_row (list, GTK_LIST_BOX_ROW (first));
      gtk_widget_grab_focus (first);
      g_assert_cmpuint (go_round (GTK_WIDGET (window)), >, 10);
      g_assert_true (gtk_list_box_get_selected_row (list) == GTK_LIST_BOX_ROW (first));
    }
  stage_close (window);
}

/* A place that comes to the front for the first time has the keys, also when the window has just been made. */
static void
test_tab_place (void)
{
  g_autoptr (PedicleSession) session = pedicle_session_new (SOURCE_ROOT "/data/content");
  g_autoptr (GFile) file = g_file_new_for_path (SOURCE_ROOT "/po/content/es.po");
  PedicleWindow *window = pedicle_window_new (application, session);
  GtkWidget *focus;

  gtk_window_present (GTK_WINDOW (window));
  pedicle_window_open (window, file);
  stage_wait (200);
  focus = gtk_root_get_focus (GTK_ROOT (window));
  g_assert_true (focus != NULL && gtk_widget_get_ancestor (focus, GTK_TYPE_LIST_VIEW) != NULL);
  g_assert_true (gtk_widget_child_focus (GTK_WIDGET (window), GTK_DIR_TAB_FORWARD));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.place", "s", "handouts");
  stage_wait (100);
  focus = gtk_root_get_focus (GTK_ROOT (window));
  g_assert_true (focus != NULL && gtk_widget_get_ancestor (focus, GTK_TYPE_LIST_BOX) != NULL);
  g_assert_true (gtk_widget_get_ancestor (focus, PEDICLE_TYPE_HANDOUTS_VIEW) != NULL);
  stage_close (window);
}

/* The form of the case, which is made when it is first opened. */
static void
test_tab_case (void)
{
  g_autoptr (PedicleSession) session = pedicle_session_new (SOURCE_ROOT "/data/content");
  PedicleWindow *window = stage_open (application, session, 1300, 700);
  GtkWidget *panel = stage_find (GTK_WIDGET (window), PEDICLE_TYPE_CASE_PANEL);
  GtkMenuButton *button = GTK_MENU_BUTTON (stage_find (panel, GTK_TYPE_MENU_BUTTON));

  gtk_menu_button_popup (button);
  stage_wait (100);
  g_assert_cmpuint (go_round (GTK_WIDGET (gtk_menu_button_get_popover (button))), >, 4);
  /* GTK 4.8 still wants to show the tooltip of what had the focus there, when the window has gone. */
  gtk_menu_button_popdown (button);
  stage_wait (700);
  stage_close (window);
}

static void
test_large_view (void)
{
  g_autoptr (PedicleSession) session = pedicle_session_new (SOURCE_ROOT "/data/content");
  PedicleWindow *window = stage_open (application, session, 1300, 700);
  GtkWidget *header = stage_find (GTK_WIDGET (window), ADW_TYPE_HEADER_BAR);

  gtk_widget_activate_action (GTK_WIDGET (window), "win.place", "s", "handouts");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.large-view", NULL);
  stage_wait (100);
  g_assert_true (is_shown (window, PEDICLE_TYPE_CONSULTATION_VIEW));
  g_assert_false (gtk_widget_get_mapped (header));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.large-view", NULL);
  stage_wait (100);
  g_assert_true (gtk_widget_get_mapped (header));
  stage_close (window);
}

static void
test_preferences (void)
{
  g_autoptr (PedicleSession) session = pedicle_session_new (SOURCE_ROOT "/data/content");
  g_autoptr (GSettings) settings = pedicle_application_get_settings ();
  g_autofree char *before = NULL;

  g_assert_nonnull (settings);
  PediclePreferences *preferences = pedicle_preferences_new (NULL, session, settings);
  gtk_window_present (GTK_WINDOW (preferences));
  stage_wait (50);
  before = g_settings_get_string (settings, "language");
  g_assert_cmpstr (before, ==, "");
  adw_combo_row_set_selected (ADW_COMBO_ROW (stage_find (GTK_WIDGET (preferences), ADW_TYPE_COMBO_ROW)), 2);
  g_autofree char *after = g_settings_get_string (settings, "language");
  g_assert_cmpstr (after, ==, "es");
  g_settings_reset (settings, "language");
  gtk_window_destroy (GTK_WINDOW (preferences));
}

/* The size of the window is kept, and nothing else of what was done in it. */
static void
test_size (void)
{
  g_autoptr (PedicleSession) session = pedicle_session_new (SOURCE_ROOT "/data/content");
  g_autoptr (GSettings) settings = pedicle_application_get_settings ();
  PedicleWindow *window = stage_open (application, session, 900, 700);
  int width, height;

  gtk_window_close (GTK_WINDOW (window));
  stage_wait (50);
  g_settings_get (settings, "window-size", "(ii)", &width, &height);
  g_assert_cmpint (width, ==, 900);
  g_assert_cmpint (height, ==, 700);
  g_settings_reset (settings, "window-size");
}

int
main (int argc, char **argv)
{
  application = stage_start (&argc, &argv);
  g_test_add_func ("/window/places", test_places);
  g_test_add_func ("/window/reload", test_reload);
  g_test_add_func ("/window/narrow", test_narrow);
  g_test_add_func ("/window/banner", test_banner);
  g_test_add_func ("/window/problems", test_problems);
  g_test_add_func ("/window/say", test_say);
  g_test_add_func ("/window/say-errors", test_say_errors);
  g_test_add_func ("/window/names", test_names);
  g_test_add_func ("/window/tab", test_tab);
  g_test_add_func ("/window/tab-place", test_tab_place);
  g_test_add_func ("/window/tab-case", test_tab_case);
  g_test_add_func ("/window/large-view", test_large_view);
  g_test_add_func ("/window/preferences", test_preferences);
  g_test_add_func ("/window/size", test_size);
  return stage_run (application);
}
