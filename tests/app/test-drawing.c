/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* Drawing on the pictures. */
#include <math.h>

#include "blocks.h"
#include "case-panel.h"
#include "draw-bar.h"
#include "figure-view.h"
#include "ink-layer.h"
#include "site-picker.h"
#include "stage.h"
#include "topic-page.h"
#include "window.h"

static AdwApplication *application;

/* ---- colours ---- */

static double
to_linear (guint part)
{
  double value = part / 255.0;

  return value <= 0.04045 ? value / 12.92 : pow ((value + 0.055) / 1.055, 2.4);
}

static double
luminance (guint32 colour)
{
  return 0.2126 * to_linear (colour >> 16 & 0xff) + 0.7152 * to_linear (colour >> 8 & 0xff)
         + 0.0722 * to_linear (colour & 0xff);
}

static double
contrast (guint32 a, guint32 b)
{
  double x = luminance (a) + 0.05, y = luminance (b) + 0.05;

  return MAX (x, y) / MIN (x, y);
}

/* Each is seen on the white that lies below it, and told from the others by its lightness alone. */
static void
test_colours (void)
{
  for (guint i = 0; i < PEDICLE_PEN_N_COLOURS; i++)
    {
      g_assert_cmpfloat (contrast (pedicle_pen_colours[i], 0xffffff), >=, 3);
      for (guint j = 0; j < i; j++)
        g_assert_cmpfloat (contrast (pedicle_pen_colours[i], pedicle_pen_colours[j]), >=, 2);
    }
}

/* ---- one picture ---- */

static const PedicleFigure *
find_figure (PedicleSession *session, guint option)
{
  g_autoptr (GPtrArray) options = pedicle_session_get_options (session);
  const PedicleProcedure *procedure = g_ptr_array_index (options, option);

  for (guint i = 0; i < procedure->answers->len; i++)
    {
      const PedicleAnswer *answer = g_ptr_array_index (procedure->answers, i);
      if (answer->steps == NULL)
        continue;
      const PedicleBlock *step = g_ptr_array_index (answer->steps->children, 0);
      return ((const PedicleBlock *) g_ptr_array_index (step->children, 0))->figure;
    }
  return NULL;
}

/* As in the consultation. */
static GtkWidget *
new_picture (PedicleSession *session, guint option)
{
  GtkWidget *picture = pedicle_blocks_new_picture (session, find_figure (session, option));

  pedicle_figure_view_set_max_height (PEDICLE_FIGURE_VIEW (picture), 25);
  gtk_widget_set_halign (picture, GTK_ALIGN_START);
  return picture;
}

static PedicleInkLayer *
get_layer (GtkWidget *picture)
{
  return PEDICLE_INK_LAYER (pedicle_figure_view_get_layer (PEDICLE_FIGURE_VIEW (picture)));
}

/* A line across the middle of the picture, half of its width long. */
static void
draw_line (PedicleInkLayer *layer)
{
  double width = gtk_widget_get_width (GTK_WIDGET (layer)), height = gtk_widget_get_height (GTK_WIDGET (layer));

  g_assert_true (pedicle_ink_layer_begin (layer, width / 4, height / 2));
  for (guint i = 1; i <= 20; i++)
    pedicle_ink_layer_move (layer, width / 4 + i * width / 40, height / 2);
  pedicle_ink_layer_end (layer);
}

static char *
say (guint strokes)
{
  return g_strdup_printf ("Drawn on by hand, %u stroke%s", strokes, strokes == 1 ? "" : "s");
}

static void
assert_described (GtkWidget *picture, guint strokes)
{
  g_autofree char *expected = say (strokes);
  g_autofree char *found
      = strokes > 0 ? gtk_test_accessible_check_property (GTK_ACCESSIBLE (picture),
                                                          GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, expected)
                    : NULL;
  g_assert_cmpstr (found, ==, NULL);
  if (strokes == 0)
    g_assert_false (
        gtk_test_accessible_has_property (GTK_ACCESSIBLE (picture), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION));
}

static const PedicleStroke *
get_stroke (PedicleSession *session, guint index)
{
  return g_ptr_array_index (pedicle_visit_get_strokes (pedicle_session_get_visit (session)), index);
}

/* What is drawn is kept in the picture's own units, at any size of the picture. */
static void
test_units (void)
{
  g_autoptr (PedicleSession) session = pedicle_session_new (SOURCE_ROOT "/data/content");
  const PedicleFigure *figure = find_figure (session, 1);
  const int widths[] = { 300, 900 };

  pedicle_pen_set_active (pedicle_session_get_pen (session), TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      GtkWidget *picture = pedicle_blocks_new_picture (session, figure);
      GtkWindow *window = stage_present (picture, widths[i], 700);
      draw_line (get_layer (picture));
      const PedicleStroke *stroke = get_stroke (session, i);
      g_assert_cmpstr (stroke->figure, ==, figure->key);
      g_assert_cmpuint (stroke->n_points, ==, 2);
      g_assert_cmpfloat_with_epsilon (stroke->points[0], figure->width / 4, 1);
      g_assert_cmpfloat_with_epsilon (stroke->points[1], figure->height / 2, 1);
      g_assert_cmpfloat_with_epsilon (stroke->points[2], figure->width * 3 / 4, 1.5);
      assert_described (picture, i + 1);
      stage_clear (window, picture);
    }
}

/* A pen that leaves the picture draws along its edge. */
static void
test_edge (void)
{
  g_autoptr (PedicleSession) session = pedicle_session_new (SOURCE_ROOT "/data/content");
  const PedicleFigure *figure = find_figure (session, 1);
  GtkWidget *picture = pedicle_blocks_new_picture (session, figure);

  pedicle_pen_set_active (pedicle_session_get_pen (session), TRUE);
  GtkWindow *window = stage_present (picture, 400, 400);
  g_assert_true (pedicle_ink_layer_begin (get_layer (picture), 10, 10));
  pedicle_ink_layer_move (get_layer (picture), -50, 5000);
  pedicle_ink_layer_end (get_layer (picture));
  const PedicleStroke *stroke = get_stroke (session, 0);
  g_assert_cmpfloat (stroke->points[2], ==, 0);
  g_assert_cmpfloat (stroke->points[3], ==, figure->height);
  stage_clear (window, picture);
}

/* With the pen put away the picture is what it was; what was drawn stays in sight. */
static void
test_put_away (void)
{
  g_autoptr (PedicleSession) session = pedicle_session_new (SOURCE_ROOT "/data/content");
  PediclePen *pen = pedicle_session_get_pen (session);
  GtkWidget *picture = new_picture (session, 1);
  GtkWindow *window = stage_present (picture, 400, 400);
  GtkWidget *layer = GTK_WIDGET (get_layer (picture));
  g_autofree char *before = stage_paint (picture);

  g_assert_false (gtk_widget_get_visible (layer));
  g_assert_cmpstr (pedicle_pen_get_sight (pen)[0], ==, NULL);
  pedicle_pen_set_active (pen, TRUE);
  stage_wait (50);
  g_assert_true (gtk_widget_pick (picture, 100, gtk_widget_get_height (picture) / 2.0, GTK_PICK_DEFAULT) == layer);
  draw_line (PEDICLE_INK_LAYER (layer));
  pedicle_pen_set_active (pen, FALSE);
  stage_wait (50);
  g_assert_true (gtk_widget_pick (picture, 100, gtk_widget_get_height (picture) / 2.0, GTK_PICK_DEFAULT) != layer);
  g_autofree char *after = stage_paint (picture);
  g_assert_cmpstr (before, !=, after);
  stage_clear (window, picture);
}

/* The same figure in two places shows the same lines; another option's figure of the same id shows none. */
static void
test_two_views (void)
{
  g_autoptr (PedicleSession) session = pedicle_session_new (SOURCE_ROOT "/data/content");
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *first = new_picture (session, 1);
  GtkWidget *second = new_picture (session, 1);
  GtkWidget *other = new_picture (session, 2);

  g_assert_cmpstr (find_figure (session, 1)->id, ==, find_figure (session, 2)->id);
  gtk_box_append (GTK_BOX (box), first);
  gtk_box_append (GTK_BOX (box), second);
  gtk_box_append (GTK_BOX (box), other);
  pedicle_pen_set_active (pedicle_session_get_pen (session), TRUE);
  GtkWindow *window = stage_present (box, 400, 700);
  draw_line (get_layer (first));
  assert_described (second, 1);
  assert_described (other, 0);
  stage_clear (window, box);
}

/* The next patient finds the pen put away and nothing drawn, nor a line that was just being drawn; undo brings it back. */
static void
test_next_patient (void)
{
  g_autoptr (PedicleSession) session = pedicle_session_new (SOURCE_ROOT "/data/content");
  PediclePen *pen = pedicle_session_get_pen (session);
  GtkWidget *picture = new_picture (session, 1);
  PedicleInkLayer *layer = get_layer (picture);

  pedicle_pen_set_active (pen, TRUE);
  GtkWindow *window = stage_present (picture, 400, 400);
  draw_line (layer);
  g_assert_true (pedicle_ink_layer_begin (layer, 5, 5));
  pedicle_ink_layer_move (layer, 50, 50);
  g_assert_true (pedicle_session_next_patient (session));
  pedicle_ink_layer_end (layer);
  g_assert_false (pedicle_pen_get_active (pen));
  g_assert_true (pedicle_visit_is_empty (pedicle_session_get_visit (session)));
  assert_described (picture, 0);
  g_assert_true (pedicle_session_undo_next_patient (session));
  assert_described (picture, 1);
  stage_clear (window, picture);
}

/* ---- the bar ---- */

static GtkWidget *
get_part (GtkWidget *bar, const char *id)
{
  return GTK_WIDGET (gtk_widget_get_template_child (bar, PEDICLE_TYPE_DRAW_BAR, id));
}

static void
test_bar (void)
{
  g_autoptr (PedicleSession) session = pedicle_session_new (SOURCE_ROOT "/data/content");
  GtkWidget *bar = pedicle_draw_bar_new (session);
  GtkWidget *picture = new_picture (session, 1);
  GtkWidget *undo = get_part (bar, "undo"), *clear = get_part (bar, "clear");

  GtkWindow *below = stage_present (picture, 600, 500), *window = stage_present (bar, 600, 100);
  g_assert_false (gtk_widget_get_mapped (undo));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (get_part (bar, "draw")), TRUE);
  stage_wait (50);
  g_assert_true (gtk_widget_get_mapped (undo));
  graphene_rect_t touched;
  g_assert_true (gtk_widget_compute_bounds (undo, bar, &touched));
  g_assert_cmpfloat (MIN (touched.size.width, touched.size.height), >=, 44);
  g_assert_false (gtk_widget_get_sensitive (undo));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (get_part (bar, "blue")), TRUE);
  draw_line (get_layer (picture));
  draw_line (get_layer (picture));
  g_assert_cmphex (get_stroke (session, 0)->colour, ==, pedicle_pen_colours[1]);
  g_signal_emit_by_name (undo, "clicked");
  assert_described (picture, 1);
  g_signal_emit_by_name (clear, "clicked");
  assert_described (picture, 0);
  g_assert_false (gtk_widget_get_sensitive (clear));
  g_signal_emit_by_name (undo, "clicked"); /* what was cleared comes back */
  assert_described (picture, 1);
  stage_clear (window, bar);
  stage_clear (below, picture);
}

/* Nothing is said in silence: the bar tells that a visit is full. */
static void
test_full (void)
{
  g_autoptr (PedicleSession) session = pedicle_session_new (SOURCE_ROOT "/data/content");
  GtkWidget *bar = pedicle_draw_bar_new (session);
  GtkWidget *picture = new_picture (session, 1);

  pedicle_pen_set_active (pedicle_session_get_pen (session), TRUE);
  GtkWindow *below = stage_present (picture, 600, 500), *window = stage_present (bar, 600, 100);
  for (guint i = 0; i < PEDICLE_VISIT_MAX_STROKES; i++)
    {
      g_assert_false (gtk_widget_get_visible (get_part (bar, "full")));
      draw_line (get_layer (picture));
    }
  g_assert_true (gtk_widget_get_visible (get_part (bar, "full")));
  g_assert_false (pedicle_ink_layer_begin (get_layer (picture), 5, 5));
  g_signal_emit_by_name (get_part (bar, "undo"), "clicked");
  g_assert_false (gtk_widget_get_visible (get_part (bar, "full")));
  stage_clear (window, bar);
  stage_clear (below, picture);
}

/* ---- where they stand ---- */

/* The small picture of the sites is part of a button; in the large one no site is picked while it is drawn on. */
static void
test_sites (void)
{
  g_autoptr (PedicleSession) session = pedicle_session_new (SOURCE_ROOT "/data/content");
  GtkWidget *panel = g_object_new (PEDICLE_TYPE_CASE_PANEL, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *picker = pedicle_site_picker_new (session, "levels");

  pedicle_case_panel_set_session (PEDICLE_CASE_PANEL (panel), session);
  gtk_box_append (GTK_BOX (box), panel);
  gtk_box_append (GTK_BOX (box), picker);
  GtkWindow *window = stage_present (box, 400, 900);
  GtkWidget *small = stage_find (panel, PEDICLE_TYPE_INK_LAYER), *large = stage_find (picker, PEDICLE_TYPE_INK_LAYER);
  graphene_rect_t place;

  const PedicleSite *first = g_ptr_array_index (pedicle_session_get_decision (session)->sites, 0);
  g_assert_true (pedicle_figure_view_locate (PEDICLE_FIGURE_VIEW (gtk_widget_get_parent (large)), first->part, &place));
  graphene_point_t middle = { place.origin.x + place.size.width / 2, place.origin.y + place.size.height / 2 };
  g_assert_true (gtk_widget_compute_point (gtk_widget_get_parent (large), picker, &middle, &middle));
  g_assert_cmpint (pedicle_site_picker_find_at (PEDICLE_SITE_PICKER (picker), middle.x, middle.y), ==, 0);
  g_assert_cmpint (pedicle_site_picker_find_at (PEDICLE_SITE_PICKER (picker), middle.x + 150, middle.y), ==, -1);
  pedicle_pen_set_active (pedicle_session_get_pen (session), TRUE);
  stage_wait (50);
  g_assert_false (gtk_widget_get_visible (small));
  g_assert_true (gtk_widget_get_visible (large));
  g_assert_cmpint (pedicle_site_picker_find_at (PEDICLE_SITE_PICKER (picker), middle.x, middle.y), ==, -1);
  draw_line (PEDICLE_INK_LAYER (large));
  g_assert_true (gtk_widget_get_visible (small));
  g_assert_false (gtk_widget_get_can_target (small));
  stage_clear (window, box);
}

/* The bar stands where there are pictures, and elsewhere only while the pen is taken up. */
static void
test_page (void)
{
  g_autoptr (PedicleSession) session = pedicle_session_new (SOURCE_ROOT "/data/content");
  const PedicleDecision *decision = pedicle_session_get_decision (session);
  GtkWidget *page = g_object_new (PEDICLE_TYPE_TOPIC_PAGE, NULL);
  GtkWindow *window = stage_present (page, 1000, 700);
  guint with = 0, without = 0;

  for (guint i = 0; i < decision->topics->len; i++)
    {
      pedicle_topic_page_show (PEDICLE_TOPIC_PAGE (page), session, g_ptr_array_index (decision->topics, i));
      stage_wait (30);
      GtkWidget *bars[] = { gtk_widget_get_ancestor (stage_find_label (page, "Draw"), PEDICLE_TYPE_DRAW_BAR),
                            GTK_WIDGET (gtk_widget_get_template_child (page, PEDICLE_TYPE_TOPIC_PAGE, "draw_bar")) };
      gboolean shown = gtk_widget_get_mapped (bars[0]) || gtk_widget_get_mapped (bars[1]);
      gboolean has = stage_find (page, PEDICLE_TYPE_FIGURE_VIEW) != NULL;
      g_assert_true (shown || !has);
      pedicle_pen_set_active (pedicle_session_get_pen (session), TRUE);
      stage_wait (30);
      g_assert_true (gtk_widget_get_mapped (bars[0]) || gtk_widget_get_mapped (bars[1]));
      pedicle_pen_set_active (pedicle_session_get_pen (session), FALSE);
      with += shown;
      without += !shown;
    }
  g_assert_cmpuint (with, >=, 2);
  g_assert_cmpuint (without, >=, 2);
  stage_clear (window, page);
}

static void
test_action (void)
{
  g_autoptr (PedicleSession) session = pedicle_session_new (SOURCE_ROOT "/data/content");
  PediclePen *pen = pedicle_session_get_pen (session);
  PedicleWindow *window = pedicle_window_new (application, session);
  gpointer left = window;

  gtk_window_present (GTK_WINDOW (window));
  gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.draw", NULL);
  g_assert_true (pedicle_pen_get_active (pen));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.draw", NULL);
  g_assert_false (pedicle_pen_get_active (pen));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.place", "s", "handouts");
  g_assert_false (g_action_group_get_action_enabled (G_ACTION_GROUP (window), "draw"));
  g_object_add_weak_pointer (G_OBJECT (window), &left);
  gtk_window_destroy (GTK_WINDOW (window));
  stage_wait (50);
  g_assert_null (left);
}

/* GTK warns of a negative width where it finds no good columns for the groups of keys. */
static void
test_keys (void)
{
  g_autoptr (PedicleSession) session = pedicle_session_new (SOURCE_ROOT "/data/content");
  PedicleWindow *window = pedicle_window_new (application, session);

  gtk_window_present (GTK_WINDOW (window));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-help-overlay", NULL);
  stage_wait (300);
  g_autoptr (GListModel) windows = g_object_ref (gtk_window_get_toplevels ());
  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) each = g_list_model_get_item (windows, i);
      if (GTK_IS_SHORTCUTS_WINDOW (each))
        {
          g_assert_nonnull (stage_find_label (GTK_WIDGET (each), "Draw on the pictures"));
          gtk_window_destroy (each);
          break;
        }
    }
  gtk_window_destroy (GTK_WINDOW (window));
  stage_wait (50);
}

int
main (int argc, char **argv)
{
  application = stage_start (&argc, &argv);
  g_test_add_func ("/drawing/colours", test_colours);
  g_test_add_func ("/drawing/units", test_units);
  g_test_add_func ("/drawing/edge", test_edge);
  g_test_add_func ("/drawing/put-away", test_put_away);
  g_test_add_func ("/drawing/two-views", test_two_views);
  g_test_add_func ("/drawing/next-patient", test_next_patient);
  g_test_add_func ("/drawing/bar", test_bar);
  g_test_add_func ("/drawing/full", test_full);
  g_test_add_func ("/drawing/sites", test_sites);
  g_test_add_func ("/drawing/page", test_page);
  g_test_add_func ("/drawing/action", test_action);
  g_test_add_func ("/drawing/keys", test_keys);
  return stage_run (application);
}
