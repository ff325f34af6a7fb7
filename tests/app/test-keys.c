/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* The keys are never lost. */
#include "closures.h"
#include "consultation-view.h"
#include "option-card.h"
#include "search-panel.h"
#include "stage.h"
#include "topic-page.h"
#include "topic-table.h"
#include "window.h"

static AdwApplication *application;

static GtkWidget *
get_part (PedicleWindow *window, GType type)
{
  return stage_find (GTK_WIDGET (window), type);
}

static GtkWidget *
get_child (GtkWidget *view, const char *name)
{
  return GTK_WIDGET (gtk_widget_get_template_child (view, G_OBJECT_TYPE (view), name));
}

static GtkWidget *
get_focus (PedicleWindow *window)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (window));

  g_assert_true (focus != NULL && gtk_widget_get_mapped (focus));
  return focus;
}

static void
press (PedicleWindow *window, GtkWidget *button)
{
  g_assert_true (gtk_widget_grab_focus (button));
  g_signal_emit_by_name (button, "clicked");
  stage_wait (50);
}

/* Returns: (nullable): the first button in sight whose widget name or label is @name. */
static GtkWidget *
find_button (GtkWidget *root, const char *name)
{
  GtkWidget *found = NULL;

  if (!gtk_widget_get_mapped (root))
    return NULL;
  if (GTK_IS_BUTTON (root) && (g_strcmp0 (gtk_widget_get_name (root), name) == 0
                               || g_strcmp0 (gtk_button_get_label (GTK_BUTTON (root)), name) == 0))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_button (child, name);
  return found;
}

/* On the page that is shown, which is the first of those that are kept. */
static GtkWidget *
get_step_button (PedicleWindow *window, const char *name)
{
  return get_child (get_part (window, PEDICLE_TYPE_TOPIC_PAGE), name);
}

static void
go_to_steps (PedicleWindow *window)
{
  PedicleConsultationView *view = PEDICLE_CONSULTATION_VIEW (get_part (window, PEDICLE_TYPE_CONSULTATION_VIEW));

  while (!gtk_widget_get_mapped (get_step_button (window, "next_step")) && pedicle_consultation_view_move (view, 1))
    stage_wait (50);
  g_assert_true (gtk_widget_get_mapped (get_step_button (window, "next_step")));
}

/* At the end of the steps or the topics a button cannot be pressed again; the one that leads back has the keys. */
static void
test_ends (void)
{
  g_autoptr (PedicleSession) session = pedicle_session_new (SOURCE_ROOT "/data/content");
  PedicleWindow *window = stage_open (application, session, 1300, 750);
  GtkWidget *view = get_part (window, PEDICLE_TYPE_CONSULTATION_VIEW);

  pedicle_consultation_view_move (PEDICLE_CONSULTATION_VIEW (view), 1);
  press (window, get_child (view, "previous"));
  g_assert_true (get_focus (window) == get_child (view, "discussed"));
  go_to_steps (window);
  GtkWidget *next = get_step_button (window, "next_step"), *previous = get_step_button (window, "previous_step");
  while (gtk_widget_get_sensitive (next))
    press (window, next);
  const char *said = gtk_label_get_label (GTK_LABEL (get_step_button (window, "step_label")));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (previous), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, said);
  g_assert_true (get_focus (window) == previous);
  while (gtk_widget_get_sensitive (previous))
    press (window, previous);
  g_assert_true (get_focus (window) == next);
  stage_close (window);
}

/* The button that is left for the option that was hidden last brings it back. */
static void
test_hidden (void)
{
  g_autoptr (PedicleSession) session = pedicle_session_new (SOURCE_ROOT "/data/content");
  g_autoptr (GPtrArray) options = pedicle_session_get_options (session);
  PedicleWindow *window = stage_open (application, session, 1300, 750);

  go_to_steps (window);
  for (guint i = 1; i < options->len; i++)
    {
      const char *id = ((const PedicleProcedure *) g_ptr_array_index (options, i))->id;
      press (window, find_button (get_part (window, PEDICLE_TYPE_TOPIC_PAGE), id));
      g_assert_cmpstr (gtk_widget_get_name (get_focus (window)), ==, id);
    }
  for (guint i = 1; i < options->len; i++)
    press (window, get_focus (window));
  g_assert_true (GTK_IS_LIST_BOX_ROW (get_focus (window)));
  stage_close (window);
}

/* What stands on a page goes with it. */
static void
test_pages (void)
{
  g_autoptr (PedicleSession) session = pedicle_session_new (SOURCE_ROOT "/data/content");
  PedicleWindow *window = stage_open (application, session, 1300, 750);
  PedicleConsultationView *view = PEDICLE_CONSULTATION_VIEW (get_part (window, PEDICLE_TYPE_CONSULTATION_VIEW));
  GtkWidget *table = get_part (window, PEDICLE_TYPE_TOPIC_TABLE);

  go_to_steps (window);
  g_assert_true (gtk_widget_grab_focus (get_child (stage_find (GTK_WIDGET (view), PEDICLE_TYPE_OPTION_CARD), "more")));
  pedicle_consultation_view_move (view, -1);
  stage_wait (50);
  g_assert_true (GTK_IS_LIST_BOX_ROW (get_focus (window)));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (find_button (GTK_WIDGET (view), "Table")), TRUE);
  stage_wait (200);
  const PedicleTopic *topic = g_ptr_array_index (pedicle_session_get_decision (session)->topics, 1);
  press (window, find_button (table, topic->id));
  g_assert_true (GTK_IS_LIST_BOX_ROW (get_focus (window)));
  g_assert_cmpint (gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (get_focus (window))), ==, 1);
  stage_close (window);
}

/* What the key does at this widget. Returns: whether it does anything. */
static gboolean
type_key (GtkWidget *widget, const char *key)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) each = g_list_model_get_item (controllers, i);
      for (guint j = 0; GTK_IS_SHORTCUT_CONTROLLER (each) && j < g_list_model_get_n_items (G_LIST_MODEL (each)); j++)
        {
          g_autoptr (GtkShortcut) shortcut = g_list_model_get_item (G_LIST_MODEL (each), j);
          g_autofree char *trigger = gtk_shortcut_trigger_to_string (gtk_shortcut_get_trigger (shortcut));
          if (g_str_equal (trigger, key))
            return gtk_shortcut_action_activate (gtk_shortcut_get_action (shortcut), 0, widget, NULL);
        }
    }
  return FALSE;
}

/* Escape closes the search from what was found, too. */
static void
test_search (void)
{
  g_autoptr (PedicleSession) session = pedicle_session_new (SOURCE_ROOT "/data/content");
  PedicleWindow *window = stage_open (application, session, 1300, 750);
  GtkWidget *view = get_part (window, PEDICLE_TYPE_CONSULTATION_VIEW), *panel = get_part (window, PEDICLE_TYPE_SEARCH_PANEL);
  GtkListBox *results = GTK_LIST_BOX (get_child (panel, "results"));

  pedicle_consultation_view_search (PEDICLE_CONSULTATION_VIEW (view));
  gtk_editable_set_text (GTK_EDITABLE (get_child (panel, "entry")), "a");
  for (int tries = 0; tries < 50 && gtk_list_box_get_row_at_index (results, 0) == NULL; tries++)
    stage_wait (100);
  guint n = 0;
  while (gtk_list_box_get_row_at_index (results, (int) n) != NULL)
    n++;
  g_autofree char *found = pedicle_places_found (n);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (get_child (panel, "entry")), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       found);
  gtk_widget_grab_focus (GTK_WIDGET (gtk_list_box_get_row_at_index (results, 0)));
  g_assert_true (gtk_widget_is_ancestor (get_focus (window), panel));
  g_assert_true (type_key (panel, "Escape"));
  g_assert_true (GTK_IS_LIST_BOX_ROW (get_focus (window)));
  g_assert_false (gtk_widget_is_ancestor (get_focus (window), panel));
  stage_close (window);
}

int
main (int argc, char **argv)
{
  application = stage_start (&argc, &argv);
  g_test_add_func ("/keys/ends", test_ends);
  g_test_add_func ("/keys/hidden", test_hidden);
  g_test_add_func ("/keys/pages", test_pages);
  g_test_add_func ("/keys/search", test_search);
  return stage_run (application);
}
