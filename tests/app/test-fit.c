/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/** What must fit the window: on a laptop without scrolling, on a telephone's width at twice the size of text, and in the
 * patient's large view. */

#include "case-panel.h"
#include "consultation-view.h"
#include "large.h"
#include "figure-view.h"
#include "stage.h"
#include "topic-page.h"
#include "topic-row.h"
#include "topic-table.h"
#include "window.h"
#include "words.h"

#define BORDER 10 /* of a window without a window manager, in the size that is asked for */

#define SLACK 3   /* the header bar's own margins */

static AdwApplication *application;

static PedicleWindow *
present (PedicleSession *session, int width, int height)
{
  PedicleWindow *window = pedicle_window_new (application, session);
  GtkWidget *widget = GTK_WIDGET (window);

  gtk_window_set_default_size (GTK_WINDOW (window), width + BORDER, height + BORDER);
  gtk_window_present (GTK_WINDOW (window));
  gtk_test_widget_wait_for_draw (widget);
  stage_wait (200);
  g_assert_cmpint (gtk_widget_get_width (widget), ==, width);
  g_assert_cmpint (gtk_widget_get_height (widget), ==, height);
  return window;
}

static void
clear (PedicleWindow *window)
{
  gtk_window_destroy (GTK_WINDOW (window));
  stage_wait (50);
}

static graphene_rect_t
place_of (GtkWidget *widget, GtkWidget *root)
{
  graphene_rect_t bounds;

  g_assert_true (gtk_widget_compute_bounds (widget, root, &bounds));
  return bounds;
}

static PedicleConsultationView *
get_view (PedicleWindow *window)
{
  return PEDICLE_CONSULTATION_VIEW (stage_find (GTK_WIDGET (window), PEDICLE_TYPE_CONSULTATION_VIEW));
}

static PedicleTopicPage *
get_page (PedicleWindow *window)
{
  return PEDICLE_TOPIC_PAGE (stage_find (GTK_WIDGET (window), PEDICLE_TYPE_TOPIC_PAGE));
}

/* The first time a page is shown it has no size before the next frame. */
static void
wait_for_page (PedicleWindow *window)
{
  do
    stage_wait (50);
  while (gtk_widget_get_height (stage_find (GTK_WIDGET (get_page (window)), GTK_TYPE_SCROLLED_WINDOW)) == 0);
}

static GtkAdjustment *
get_down (GtkWidget *page)
{
  GtkWidget *scroller = stage_find (page, GTK_TYPE_SCROLLED_WINDOW);
  return gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));
}

static GtkWidget *
get_button (PedicleWindow *window, const char *label)
{
  GtkWidget *found = stage_find_label (GTK_WIDGET (window), label);

  g_assert_nonnull (found);
  return gtk_widget_get_ancestor (found, GTK_TYPE_BUTTON);
}

/* Every topic, every step and every set of numbers. @check is called with each of them in front. */
static void
walk (PedicleWindow *window, void (*check) (PedicleWindow *window, const char *what))
{
  guint n = 0;

  do
    {
      g_autofree char *topic = g_strdup_printf ("topic %u", ++n);
      guint turn = 0;
      wait_for_page (window);
      check (window, topic);
      while (pedicle_topic_page_move_step (get_page (window), 1) || pedicle_topic_page_move_turn (get_page (window), 1))
        {
          g_autofree char *what = g_strdup_printf ("%s, turn %u", topic, ++turn);
          stage_wait (50);
          check (window, what);
        }
    }
  while (pedicle_consultation_view_move (get_view (window), 1));
}

static void
check_no_scrolling (PedicleWindow *window, const char *what)
{
  GtkAdjustment *down = get_down (GTK_WIDGET (get_page (window)));

  if (gtk_adjustment_get_upper (down) > gtk_adjustment_get_page_size (down))
    {
      g_test_message ("%s: %g of %g", what, gtk_adjustment_get_page_size (down), gtk_adjustment_get_upper (down));
      g_test_fail ();
    }
}

static void
test_laptop (void)
{
  g_autoptr (PedicleSession) session = pedicle_session_new (SOURCE_ROOT "/data/content");
  PedicleWindow *window = present (session, 1366, 768);

  walk (window, check_no_scrolling);
  clear (window);
}

/* A scroll bar's slider is taken hold of a little beside where it is seen. */
static void
check_inside (GtkWidget *widget, GtkWidget *window, const char *what)
{
  if (!gtk_widget_get_mapped (widget) || GTK_IS_SCROLLBAR (widget))
    return;
  graphene_rect_t place = place_of (widget, window);
  if (place.origin.x < -SLACK || place.origin.x + place.size.width > gtk_widget_get_width (window) + SLACK)
    {
      g_test_message ("%s: %s from %g to %g of %d", what, G_OBJECT_TYPE_NAME (widget), place.origin.x,
                      place.origin.x + place.size.width, gtk_widget_get_width (window));
      g_test_fail ();
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    check_inside (child, window, what);
}

/* Nothing is wider than the window, and the words have a good part of its height. */
static void
check_narrow (PedicleWindow *window, const char *what)
{
  GtkWidget *scroller = stage_find (GTK_WIDGET (get_page (window)), GTK_TYPE_SCROLLED_WINDOW);

  check_inside (gtk_widget_get_first_child (GTK_WIDGET (window)), GTK_WIDGET (window), what);
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (window)), ==, 360);
  g_assert_cmpint (gtk_widget_get_height (scroller) * 3, >=, gtk_widget_get_height (GTK_WIDGET (window)));
}

/* The heads go once the answers stand below each other, which is known when all of them have got their places. */
static void
check_narrow_table (PedicleWindow *window)
{
  GtkWidget *table = stage_find (GTK_WIDGET (window), PEDICLE_TYPE_TOPIC_TABLE);
  GtkWidget *scroller = stage_find (table, GTK_TYPE_SCROLLED_WINDOW);
  int least = gtk_widget_get_height (GTK_WIDGET (window)) / 3;

  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (get_button (window, "Table")), TRUE);
  stage_wait (300);
  for (int tries = 0; tries < 50 && gtk_widget_get_height (scroller) < least; tries++)
    stage_wait (100);
  g_assert_true (gtk_widget_get_mapped (table));
  check_inside (gtk_widget_get_first_child (GTK_WIDGET (window)), GTK_WIDGET (window), "table");
  g_assert_cmpint (gtk_widget_get_height (scroller), >=, least);
}

static void
test_narrow (void)
{
  g_autoptr (PedicleSession) session = pedicle_session_new (SOURCE_ROOT "/data/content");
  PedicleWindow *window = present (session, 360, 760);
  GtkWidget *scroller = stage_find (GTK_WIDGET (get_page (window)), GTK_TYPE_SCROLLED_WINDOW);

  walk (window, check_narrow);
  g_assert_cmpint (gtk_widget_get_height (scroller) * 2, >=, 760);
  check_narrow_table (window);
  clear (window);
}

/* Not the list's title, which says the same. */
static GtkWidget *
get_topics_button (PedicleWindow *window)
{
  return GTK_WIDGET (gtk_widget_get_template_child (GTK_WIDGET (get_view (window)), PEDICLE_TYPE_CONSULTATION_VIEW,
                                                    "topics_button"));
}

/* What the patient has is filled in within the window. */
static void
check_narrow_form (PedicleWindow *window)
{
  GtkWidget *panel = stage_find (GTK_WIDGET (window), PEDICLE_TYPE_CASE_PANEL);
  GtkWidget *button = stage_find (panel, GTK_TYPE_MENU_BUTTON);

  gtk_menu_button_popup (GTK_MENU_BUTTON (button));
  stage_wait (200);
  GtkPopover *popover = gtk_menu_button_get_popover (GTK_MENU_BUTTON (button));
  int width;
  gtk_widget_measure (gtk_popover_get_child (popover), GTK_ORIENTATION_HORIZONTAL, -1, NULL, &width, NULL, NULL);
  g_assert_cmpint (width, <=, gtk_widget_get_width (GTK_WIDGET (window)));
  gtk_menu_button_popdown (GTK_MENU_BUTTON (button));
}

static void
test_narrow_large_text (void)
{
  g_autoptr (PedicleSession) session = pedicle_session_new (SOURCE_ROOT "/data/content");
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", 2 * 96 * 1024, NULL);
  PedicleWindow *window = present (session, 360, 760);

  walk (window, check_narrow);
  check_narrow_table (window);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (get_topics_button (window)), TRUE);
  stage_wait (100);
  check_narrow_form (window);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (get_topics_button (window)), FALSE);
  stage_wait (100);
  /* What the menu has is left to it, and nothing of another place comes in its stead. */
  GObject *actions = gtk_widget_get_template_child (GTK_WIDGET (window), PEDICLE_TYPE_WINDOW, "actions");
  g_assert_cmpstr (gtk_stack_get_visible_child_name (GTK_STACK (actions)), ==, "consultation");
  GObject *talk = gtk_widget_get_template_child (GTK_WIDGET (window), PEDICLE_TYPE_WINDOW, "talk_actions");
  g_assert_false (gtk_widget_get_mapped (GTK_WIDGET (talk)));
  pedicle_consultation_view_set_large (get_view (window), TRUE);
  stage_wait (100);
  check_inside (gtk_widget_get_first_child (GTK_WIDGET (window)), GTK_WIDGET (window), "large view");
  clear (window);
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", 96 * 1024, NULL);
}

/* Below each other the answers say whose they are, and no heads stand over them. */
static void
test_narrow_table_heads (void)
{
  g_autoptr (PedicleSession) session = pedicle_session_new (SOURCE_ROOT "/data/content");
  g_autoptr (GPtrArray) options = pedicle_session_get_options (session);
  PedicleTopicTable *table = g_object_new (PEDICLE_TYPE_TOPIC_TABLE, NULL);
  const PedicleProcedure *option = g_ptr_array_index (options, 0);

  pedicle_topic_table_show (table, session, FALSE);
  GtkWindow *window = stage_present (GTK_WIDGET (table), 360, 760);
  GtkWidget *scroller = stage_find (GTK_WIDGET (table), GTK_TYPE_SCROLLED_WINDOW);
  stage_wait (50);
  g_assert_cmpfloat (place_of (scroller, GTK_WIDGET (table)).origin.y, ==, 0);
  GtkWidget *title = stage_find_label (scroller, option->title->markup);
  g_assert_true (title != NULL && gtk_widget_get_mapped (title));
  stage_clear (window, GTK_WIDGET (table));

  table = g_object_new (PEDICLE_TYPE_TOPIC_TABLE, NULL);
  pedicle_topic_table_show (table, session, FALSE);
  window = stage_present (GTK_WIDGET (table), 1200, 760);
  scroller = stage_find (GTK_WIDGET (table), GTK_TYPE_SCROLLED_WINDOW);
  g_assert_cmpfloat (place_of (scroller, GTK_WIDGET (table)).origin.y, >, 20);
  title = stage_find_label (scroller, option->title->markup);
  g_assert_false (title != NULL && gtk_widget_get_mapped (title));
  stage_clear (window, GTK_WIDGET (table));
}

static int
text_size (GtkWidget *label)
{
  return pango_font_description_get_size (pango_context_get_font_description (gtk_widget_get_pango_context (label)));
}

/* The size of the first topic's words, and how many characters wide their card is. */
static void
measure_large (int width, int height, int *size, int *chars)
{
  g_autoptr (PedicleSession) session = pedicle_session_new (SOURCE_ROOT "/data/content");
  PedicleWindow *window = present (session, width, height);
  const PedicleTopic *topic = g_ptr_array_index (pedicle_session_get_decision (session)->topics, 0);
  g_autofree char *words = pedicle_words_plain (session, pedicle_session_get_spoken (session), topic->shared->brief);

  pedicle_consultation_view_set_large (get_view (window), TRUE);
  gtk_widget_set_visible (stage_find (GTK_WIDGET (window), ADW_TYPE_HEADER_BAR), FALSE);
  stage_wait (150);
  GtkWidget *label = stage_find_label (GTK_WIDGET (get_page (window)), words);
  PangoLayout *layout = gtk_label_get_layout (GTK_LABEL (label));
  *size = text_size (label);
  *chars = 0;
  for (int i = 0; i < pango_layout_get_line_count (layout); i++)
    *chars = MAX (*chars, pango_layout_get_line_readonly (layout, i)->length);
  clear (window);
}

static void
test_large_type (void)
{
  int small, large, chars;

  measure_large (1366, 768, &small, &chars);
  g_assert_cmpint (small, >=, 18 * PANGO_SCALE);
  g_assert_cmpint (chars, <=, 90);
  measure_large (2560, 1440, &large, &chars);
  g_assert_cmpint (large * 2, >=, small * 3);
  g_assert_cmpint (chars, <=, 90);

  g_assert_cmpint (pedicle_large_growth (1366, 768, 8), ==, 0);
  g_assert_cmpint (pedicle_large_growth (2560, 1440, 8), >=, 2);
  g_assert_cmpint (pedicle_large_growth (2560, 768, 8), ==, 0);
  g_assert_cmpint (pedicle_large_growth (2560, 1440, 16), ==, 0);
  g_assert_cmpint (pedicle_large_growth (100000, 100000, 1), ==, 4);
  g_assert_cmpint (pedicle_large_growth (1, 1, 100), ==, 0);
}

static gboolean
check_steps_in_sight (PedicleWindow *window)
{
  GtkWidget *first = stage_find_label (GTK_WIDGET (get_page (window)), "Step 1 of 4");

  if (first == NULL || !gtk_widget_get_mapped (first))
    return FALSE;
  GtkWidget *scroller = stage_find (GTK_WIDGET (get_page (window)), GTK_TYPE_SCROLLED_WINDOW);
  graphene_rect_t place = place_of (gtk_widget_get_next_sibling (first), scroller);
  g_assert_cmpfloat (place.origin.y, >=, 0);
  g_assert_cmpfloat (place.origin.y + place.size.height, <=, gtk_widget_get_height (scroller));
  return TRUE;
}

static void
test_large_steps (void)
{
  g_autoptr (PedicleSession) session = pedicle_session_new (SOURCE_ROOT "/data/content");
  PedicleWindow *window = present (session, 1366, 768);
  gboolean found;

  gtk_widget_set_visible (stage_find (GTK_WIDGET (window), ADW_TYPE_HEADER_BAR), FALSE);
  pedicle_consultation_view_set_large (get_view (window), TRUE);
  stage_wait (100);
  while (!(found = check_steps_in_sight (window)) && pedicle_consultation_view_move (get_view (window), 1))
    stage_wait (50);
  g_assert_true (found);
  clear (window);
}

/* A long page is read by the keyboard alone. */
static void
test_scroll (void)
{
  g_autoptr (PedicleSession) session = pedicle_session_new (SOURCE_ROOT "/data/content");
  PedicleWindow *window = present (session, 700, 420);
  GtkAdjustment *down = get_down (GTK_WIDGET (get_page (window)));

  pedicle_topic_page_scroll (get_page (window), 1);
  g_assert_cmpfloat (gtk_adjustment_get_value (down), >, 0);
  pedicle_topic_page_scroll (get_page (window), -1);
  g_assert_cmpfloat (gtk_adjustment_get_value (down), ==, 0);
  clear (window);
}

/* The row of the topic in front has the height that it has without. */
static void
test_rows (void)
{
  g_autoptr (PedicleSession) session = pedicle_session_new (SOURCE_ROOT "/data/content");
  PedicleWindow *window = present (session, 1366, 768);
  GtkListBox *list
      = GTK_LIST_BOX (gtk_widget_get_parent (stage_find (GTK_WIDGET (window), PEDICLE_TYPE_TOPIC_ROW)));

  do
    {
      GtkListBoxRow *row = gtk_list_box_get_selected_row (list);
      stage_wait (50);
      int selected = gtk_widget_get_height (GTK_WIDGET (row));
      gtk_widget_unset_state_flags (GTK_WIDGET (row), GTK_STATE_FLAG_SELECTED);
      stage_wait (50);
      g_assert_cmpint (gtk_widget_get_height (GTK_WIDGET (row)), ==, selected);
    }
  while (pedicle_consultation_view_move (get_view (window), 1));
  clear (window);
}

/* Heads stand over their columns, however wide the window is. */
static void
test_heads (void)
{
  g_autoptr (PedicleSession) session = pedicle_session_new (SOURCE_ROOT "/data/content");
  g_autoptr (GPtrArray) options = pedicle_session_get_options (session);
  const PedicleProcedure *option = g_ptr_array_index (options, 0);
  PedicleTopicTable *table = g_object_new (PEDICLE_TYPE_TOPIC_TABLE, NULL);

  pedicle_topic_table_show (table, session, FALSE);
  GtkWindow *window = stage_present (GTK_WIDGET (table), 2560, 760);
  GtkWidget *head = stage_find_label (GTK_WIDGET (table), option->title->markup);
  GtkWidget *cell = stage_find_label (stage_find (GTK_WIDGET (table), GTK_TYPE_SCROLLED_WINDOW), option->title->markup);
  g_assert_true (head != NULL && cell != NULL && gtk_widget_get_mapped (head));
  g_assert_cmpfloat (place_of (head, GTK_WIDGET (table)).origin.x, ==,
                     place_of (gtk_widget_get_parent (cell), GTK_WIDGET (table)).origin.x);
  stage_clear (window, GTK_WIDGET (table));
}

/* The buttons of the two views stay where they are pressed. */
static void
test_modes (void)
{
  g_autoptr (PedicleSession) session = pedicle_session_new (SOURCE_ROOT "/data/content");
  PedicleWindow *window = present (session, 1366, 768);
  GtkWidget *button = get_button (window, "Table");
  graphene_rect_t before = place_of (button, GTK_WIDGET (window));

  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), TRUE);
  stage_wait (100);
  graphene_rect_t after = place_of (button, GTK_WIDGET (window));
  g_assert_cmpfloat (ABS (after.origin.y - before.origin.y), <, before.size.height);
  g_assert_cmpfloat (after.origin.x, ==, before.origin.x);
  clear (window);
}

static const PedicleFigure *
find_figure (const GPtrArray *blocks)
{
  const PedicleFigure *figure = NULL;

  for (guint i = 0; figure == NULL && blocks != NULL && i < blocks->len; i++)
    {
      const PedicleBlock *block = g_ptr_array_index (blocks, i);
      figure = block->figure != NULL ? block->figure : find_figure (block->children);
    }
  return figure;
}

/* A caption begins where its picture does, however wide the window is. */
static void
test_captions (void)
{
  g_autoptr (PedicleSession) session = pedicle_session_new (SOURCE_ROOT "/data/content");
  PedicleWindow *window = present (session, 2560, 1440);
  const PedicleTopic *topic = g_ptr_array_index (pedicle_session_get_decision (session)->topics, 0);
  const PedicleFigure *figure = find_figure (topic->shared->blocks);
  GtkWidget *picture = stage_find (GTK_WIDGET (get_page (window)), PEDICLE_TYPE_FIGURE_VIEW);

  g_assert_nonnull (figure);
  graphene_rect_t place = place_of (picture, GTK_WIDGET (window));
  graphene_rect_t caption = place_of (gtk_widget_get_next_sibling (picture), GTK_WIDGET (window));
  g_assert_cmpfloat (place.origin.x, ==, caption.origin.x);
  /* Of its own shape, without a band at either side. */
  g_assert_cmpfloat (ABS (place.size.width / place.size.height - figure->width / figure->height), <, 0.1);
  clear (window);
}

int
main (int argc, char **argv)
{
  application = stage_start (&argc, &argv);
  g_test_add_func ("/fit/laptop", test_laptop);
  g_test_add_func ("/fit/narrow", test_narrow);
  g_test_add_func ("/fit/narrow-large-text", test_narrow_large_text);
  g_test_add_func ("/fit/narrow-table-heads", test_narrow_table_heads);
  g_test_add_func ("/fit/large-type", test_large_type);
  g_test_add_func ("/fit/large-steps", test_large_steps);
  g_test_add_func ("/fit/scroll", test_scroll);
  g_test_add_func ("/fit/rows", test_rows);
  g_test_add_func ("/fit/heads", test_heads);
  g_test_add_func ("/fit/modes", test_modes);
  g_test_add_func ("/fit/captions", test_captions);
  return stage_run (application);
}
