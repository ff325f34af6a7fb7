/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/** Whatever is pressed is as large as a finger: in each place of the window and in what opens from it, on a laptop, on a
 * telephone's width, and at twice the size of text. */

#include "case-panel.h"
#include "consultation-view.h"
#include "pen.h"
#include "preferences.h"
#include "search-panel.h"
#include "stage.h"
#include "topic-page.h"
#include "window.h"

#define FINGER 44 /* pixels */
#define BORDER 10 /* of a window without a window manager, in the size that is asked for */

static AdwApplication *application;

typedef struct
{
  PedicleSession *session;
  PedicleWindow *window;
  const char *size;
  int width; /* that the window was given: targets take no more */
  GHashTable *told; /* (element-type utf8): what was found too small, told once */
} Walk;

/* Words that are marked with the mouse, and what is only moved into sight, are no targets. */
static gboolean
is_touched (GtkWidget *widget)
{
  GtkWidget *parent = gtk_widget_get_parent (widget);

  if (GTK_IS_LIST_BOX_ROW (widget))
    return gtk_list_box_row_get_activatable (GTK_LIST_BOX_ROW (widget))
           || gtk_list_box_row_get_selectable (GTK_LIST_BOX_ROW (widget));
  if (GTK_IS_BUTTON (widget) || GTK_IS_CHECK_BUTTON (widget) || GTK_IS_SWITCH (widget) || GTK_IS_SPIN_BUTTON (widget)
      || GTK_IS_ENTRY (widget) || GTK_IS_SEARCH_ENTRY (widget) || gtk_widget_has_css_class (widget, "day-number"))
    return TRUE;
  if (parent != NULL && g_str_equal (gtk_widget_get_css_name (widget), "title")
      && g_str_equal (gtk_widget_get_css_name (parent), "box"))
    return gtk_widget_get_ancestor (widget, GTK_TYPE_EXPANDER) != NULL;
  return g_str_equal (G_OBJECT_TYPE_NAME (widget), "GtkModelButton")
         || (g_str_equal (gtk_widget_get_css_name (widget), "row")
             && gtk_widget_get_ancestor (widget, GTK_TYPE_LIST_VIEW) != NULL);
}

/* The whole row is pressed in its stead. */
static gboolean
is_part_of_row (GtkWidget *widget)
{
  GtkWidget *row = gtk_widget_get_ancestor (widget, ADW_TYPE_ACTION_ROW);
  GtkWidget *popover = gtk_widget_get_ancestor (widget, GTK_TYPE_POPOVER);

  return row != NULL && row != widget && !GTK_IS_BUTTON (widget)
         && gtk_list_box_row_get_activatable (GTK_LIST_BOX_ROW (row))
         && (popover == NULL || gtk_widget_is_ancestor (row, popover));
}

/* What it is, and what stands in it. */
static char *
describe (GtkWidget *widget)
{
  GtkWidget *label = stage_find (widget, GTK_TYPE_LABEL), *image = stage_find (widget, GTK_TYPE_IMAGE);

  if (label != NULL)
    return g_strdup_printf ("%s \"%s\"", G_OBJECT_TYPE_NAME (widget), gtk_label_get_text (GTK_LABEL (label)));
  return g_strdup_printf ("%s (%s)", G_OBJECT_TYPE_NAME (widget),
                          image != NULL ? gtk_image_get_icon_name (GTK_IMAGE (image)) : gtk_widget_get_name (widget));
}

static void
check_sizes (Walk *walk, GtkWidget *widget, const char *where)
{
  graphene_rect_t box;

  if (!gtk_widget_get_mapped (widget))
    return;
  if (is_touched (widget) && !is_part_of_row (widget) && gtk_widget_compute_bounds (widget, widget, &box)
      && (box.size.width < FINGER || box.size.height < FINGER))
    {
      g_autofree char *what = describe (widget);
      if (!g_hash_table_contains (walk->told, what))
        g_test_message ("%s, %s: %s is %g x %g", walk->size, where, what, box.size.width, box.size.height);
      g_hash_table_add (walk->told, g_steal_pointer (&what));
      g_test_fail ();
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    check_sizes (walk, child, where);
}

/* Padding alone is no place. */
static gboolean
has_place (GtkWidget *widget)
{
  if (!gtk_widget_get_mapped (widget))
    return TRUE;
  if (is_touched (widget) && (gtk_widget_get_width (widget) <= 0 || gtk_widget_get_height (widget) <= 0))
    return FALSE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (!has_place (child))
      return FALSE;
  return TRUE;
}

/* As soon as everything has got its place. */
static void
check (Walk *walk, const char *where)
{
  for (int tries = 0; tries < 50 && !has_place (GTK_WIDGET (walk->window)); tries++)
    stage_wait (100);
  stage_wait (200);
  check_sizes (walk, GTK_WIDGET (walk->window), where);
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (walk->window)), ==, walk->width);
}

static GtkWidget *
find_part (Walk *walk, GType type)
{
  return stage_find (GTK_WIDGET (walk->window), type);
}

static GtkWidget *
get_child (GtkWidget *view, const char *name)
{
  return GTK_WIDGET (gtk_widget_get_template_child (view, G_OBJECT_TYPE (view), name));
}

/* An open one whose place is scrolled away warns. */
static void
close_popover (GtkWidget *popover)
{
  for (int tries = 0; tries < 50 && gtk_widget_get_mapped (popover); tries++)
    stage_wait (20);
  g_assert_false (gtk_widget_get_mapped (popover));
}

static void
check_popover (Walk *walk, GtkMenuButton *button, const char *where)
{
  if (!gtk_widget_get_mapped (GTK_WIDGET (button)))
    return;
  gtk_menu_button_popup (button);
  check (walk, where);
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (gtk_menu_button_get_popover (button))));
  gtk_menu_button_popdown (button);
  close_popover (GTK_WIDGET (gtk_menu_button_get_popover (button)));
}

static void
walk_topics (Walk *walk)
{
  PedicleConsultationView *view = PEDICLE_CONSULTATION_VIEW (find_part (walk, PEDICLE_TYPE_CONSULTATION_VIEW));
  PediclePen *pen = pedicle_session_get_pen (walk->session);

  pedicle_pen_set_active (pen, TRUE);
  do
    {
      const char *topic = pedicle_talk_get_topic (pedicle_session_get_talk (walk->session));
      check (walk, topic);
      while (pedicle_topic_page_move_turn (PEDICLE_TOPIC_PAGE (find_part (walk, PEDICLE_TYPE_TOPIC_PAGE)), 1))
        check (walk, topic);
    }
  while (pedicle_consultation_view_move (view, 1));
  pedicle_pen_set_active (pen, FALSE);
}

static void
walk_consultation (Walk *walk)
{
  GtkWidget *view = find_part (walk, PEDICLE_TYPE_CONSULTATION_VIEW);
  g_autoptr (GPtrArray) options = pedicle_session_get_options (walk->session);
  PedicleTalk *talk = pedicle_session_get_talk (walk->session);

  walk_topics (walk);
  pedicle_session_set_hidden (walk->session, ((const PedicleProcedure *) g_ptr_array_index (options, 0))->id, TRUE);
  pedicle_talk_set_mode (talk, PEDICLE_TALK_TABLE);
  check (walk, "table");
  pedicle_talk_set_mode (talk, PEDICLE_TALK_ONE);
  check_popover (walk, GTK_MENU_BUTTON (get_child (view, "look")), "language and view");
  check_popover (walk, GTK_MENU_BUTTON (get_child (view, "record")), "the record's menu");
  g_object_set (get_child (view, "adaptive"), "show-sidebar", TRUE, NULL);
  check (walk, "topics");
  check_popover (walk, GTK_MENU_BUTTON (stage_find (find_part (walk, PEDICLE_TYPE_CASE_PANEL), GTK_TYPE_MENU_BUTTON)),
                 "what the patient has");
  pedicle_consultation_view_search (PEDICLE_CONSULTATION_VIEW (view));
  gtk_editable_set_text (GTK_EDITABLE (get_child (find_part (walk, PEDICLE_TYPE_SEARCH_PANEL), "entry")), "walk");
  stage_wait (500);
  check (walk, "search");
  pedicle_consultation_view_set_large (PEDICLE_CONSULTATION_VIEW (view), TRUE);
  check (walk, "large view");
  pedicle_consultation_view_set_large (PEDICLE_CONSULTATION_VIEW (view), FALSE);
}

/* What a list or a calendar opens, one after the other. */
static void
check_opened (Walk *walk, GtkWidget *widget, const char *where)
{
  if (!gtk_widget_get_mapped (widget))
    return;
  if (GTK_IS_MENU_BUTTON (widget) || GTK_IS_DROP_DOWN (widget))
    {
      gtk_widget_child_focus (widget, GTK_DIR_TAB_FORWARD); /* into sight */
      stage_wait (50);
    }
  if (GTK_IS_MENU_BUTTON (widget))
    check_popover (walk, GTK_MENU_BUTTON (widget), where);
  else if (GTK_IS_DROP_DOWN (widget) && gtk_widget_get_sensitive (widget))
    {
      GtkToggleButton *button = GTK_TOGGLE_BUTTON (gtk_widget_get_first_child (widget));
      gtk_toggle_button_set_active (button, TRUE);
      check (walk, where);
      gtk_toggle_button_set_active (button, FALSE);
      close_popover (gtk_widget_get_last_child (widget));
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (!GTK_IS_POPOVER (child))
      check_opened (walk, child, where);
}

static void
go_to (Walk *walk, const char *place)
{
  gtk_widget_activate_action (GTK_WIDGET (walk->window), "win.place", "s", place);
  stage_wait (200);
}

static void
walk_handouts (Walk *walk)
{
  go_to (walk, "handouts");
  GtkWidget *view = get_child (GTK_WIDGET (walk->window), "handouts_place");
  GtkListBox *list = GTK_LIST_BOX (stage_find (view, GTK_TYPE_LIST_BOX));

  for (int i = 0; gtk_list_box_get_row_at_index (list, i) != NULL; i++)
    {
      gtk_list_box_select_row (list, gtk_list_box_get_row_at_index (list, i));
      check (walk, "handouts");
    }
  check_opened (walk, view, "handouts");
}

static void
walk_translations (Walk *walk)
{
  g_autoptr (GFile) file = g_file_new_for_path (SOURCE_ROOT "/po/content/es.po");

  pedicle_window_open (walk->window, file);
  stage_wait (500);
  check (walk, "translations");
}

/* The windows that belong to the program's one. */
static void
walk_others (Walk *walk)
{
  static const char *const actions[] = { "win.preferences", "win.show-help-overlay" };

  check_popover (walk, GTK_MENU_BUTTON (stage_find (find_part (walk, ADW_TYPE_HEADER_BAR), GTK_TYPE_MENU_BUTTON)), "the menu");
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      gtk_widget_activate_action (GTK_WIDGET (walk->window), actions[i], NULL);
      stage_wait (300);
      GtkWindow *other = gtk_application_get_active_window (GTK_APPLICATION (application));
      GListModel *windows = gtk_window_get_toplevels ();
      for (guint j = 0; j < g_list_model_get_n_items (windows); j++)
        {
          g_autoptr (GtkWindow) each = g_list_model_get_item (windows, j);
          if (gtk_window_get_transient_for (each) == GTK_WINDOW (walk->window))
            other = each;
        }
      g_assert_true (other != GTK_WINDOW (walk->window));
      check_sizes (walk, GTK_WIDGET (other), actions[i]);
      gtk_window_destroy (other);
      stage_wait (100);
    }
}

static void
walk_window (int width, int height, const char *size)
{
  g_autoptr (PedicleSession) session = pedicle_session_new (SOURCE_ROOT "/data/content");
  g_autoptr (GHashTable) told = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Walk walk = { session, pedicle_window_new (application, session), size, width, told };

  gtk_window_set_default_size (GTK_WINDOW (walk.window), width + BORDER, height + BORDER);
  gtk_window_present (GTK_WINDOW (walk.window));
  gtk_test_widget_wait_for_draw (GTK_WIDGET (walk.window));
  walk_consultation (&walk);
  walk_handouts (&walk);
  walk_translations (&walk);
  walk_others (&walk);
  gtk_window_destroy (GTK_WINDOW (walk.window));
  stage_wait (50);
}

static void
test_laptop (void)
{
  walk_window (1366, 768, "laptop");
}

static void
test_narrow (void)
{
  walk_window (360, 760, "narrow");
}

static void
test_large_text (void)
{
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", 2 * 96 * 1024, NULL);
  walk_window (1366, 768, "large text");
  walk_window (360, 760, "narrow, large text");
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", 96 * 1024, NULL);
}

int
main (int argc, char **argv)
{
  application = stage_start (&argc, &argv);
  g_test_add_func ("/touch/laptop", test_laptop);
  g_test_add_func ("/touch/narrow", test_narrow);
  g_test_add_func ("/touch/large-text", test_large_text);
  return stage_run (application);
}
