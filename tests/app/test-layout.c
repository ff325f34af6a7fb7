/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "adaptive.h"
#include "columns.h"
#include "label.h"
#include "row.h"
#include "scale-bar.h"
#include "stage.h"
#include "turns.h"
#include "wrap.h"

static int
x_of (GtkWidget *widget, GtkWidget *root)
{
  graphene_rect_t bounds;

  g_assert_true (gtk_widget_compute_bounds (widget, root, &bounds));
  return (int) bounds.origin.x;
}

static int
y_of (GtkWidget *widget, GtkWidget *root)
{
  graphene_rect_t bounds;

  g_assert_true (gtk_widget_compute_bounds (widget, root, &bounds));
  return (int) bounds.origin.y;
}

static void
test_columns (void)
{
  GtkWidget *columns = pedicle_columns_new (10, 4);
  GtkWidget *labels[3];

  for (int i = 0; i < 3; i++)
    {
      labels[i] = gtk_label_new ("word");
      pedicle_columns_append (PEDICLE_COLUMNS (columns), labels[i]);
    }
  GtkWindow *window = stage_present (columns, 620, 100);
  g_assert_cmpint (gtk_widget_get_width (labels[0]), ==, gtk_widget_get_width (labels[2]));
  g_assert_cmpint (y_of (labels[0], columns), ==, y_of (labels[2], columns));
  g_assert_cmpint (x_of (labels[0], columns), <, x_of (labels[1], columns));

  gtk_widget_set_direction (columns, GTK_TEXT_DIR_RTL);
  stage_wait (50);
  g_assert_cmpint (x_of (labels[0], columns), >, x_of (labels[1], columns));

  gtk_widget_set_visible (labels[1], FALSE);
  stage_wait (50);
  g_assert_cmpint (gtk_widget_get_width (labels[0]), ==, (gtk_widget_get_width (columns) - 10) / 2);
  stage_clear (window, columns);
}

/* Columns are equal, so the widest child says how wide each would like to be: less, and its words would need more lines
 * at the width that is asked for than at another, of which a newer GTK warns. */
static void
test_columns_widest (void)
{
  GtkWidget *columns = g_object_ref_sink (pedicle_columns_new (10, 4));
  GtkWidget *words = gtk_label_new ("several words that stand in one line");
  int any, wide;

  gtk_label_set_wrap (GTK_LABEL (words), TRUE);
  pedicle_columns_append (PEDICLE_COLUMNS (columns), gtk_label_new ("a"));
  pedicle_columns_append (PEDICLE_COLUMNS (columns), words);
  gtk_widget_measure (columns, GTK_ORIENTATION_VERTICAL, 2000, &wide, NULL, NULL, NULL);
  gtk_widget_measure (columns, GTK_ORIENTATION_VERTICAL, -1, &any, NULL, NULL, NULL);
  g_assert_cmpint (any, ==, wide);
  g_object_unref (columns);
}

static int
measure_width (GtkWidget *widget, gboolean least)
{
  int minimum, natural;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
  return least ? minimum : natural;
}

/* Beside each other, and below each other where one would be narrower than it can be. */
static void
test_row (void)
{
  GtkWidget *row = pedicle_row_new (10);
  GtkWidget *picture = g_object_new (GTK_TYPE_BOX, "width-request", 100, "height-request", 20, NULL);
  GtkWidget *words = pedicle_label_new ("several words that wrap where there is no room for them in one line", NULL);

  gtk_widget_set_hexpand (words, TRUE);
  pedicle_row_append (PEDICLE_ROW (row), picture);
  pedicle_row_append (PEDICLE_ROW (row), words);
  GtkWindow *window = stage_present (row, 900, 300);
  g_assert_cmpint (x_of (words, row), ==, 110);
  g_assert_cmpint (gtk_widget_get_width (words), ==, gtk_widget_get_width (row) - 110);

  gtk_widget_set_direction (row, GTK_TEXT_DIR_RTL);
  stage_wait (50);
  g_assert_cmpint (x_of (words, row), ==, 0);

  int narrow = 100 + measure_width (words, TRUE), one, both;
  g_assert_cmpint (measure_width (row, TRUE), ==, MAX (100, measure_width (words, TRUE)));
  gtk_widget_measure (words, GTK_ORIENTATION_VERTICAL, narrow, &one, NULL, NULL, NULL);
  gtk_widget_measure (row, GTK_ORIENTATION_VERTICAL, narrow, &both, NULL, NULL, NULL);
  g_assert_cmpint (both, ==, 20 + 10 + one);
  gtk_widget_size_allocate (row, &(GtkAllocation){ 0, 0, narrow, both }, -1);
  g_assert_cmpint (y_of (words, row), ==, 30);
  stage_clear (window, row);
}

/* As narrow as a letter a label is found only by setting all its letters below each other. */
static void
test_label (void)
{
  GtkWidget *few = g_object_ref_sink (pedicle_label_new ("few", NULL));
  GtkWidget *many = g_object_ref_sink (pedicle_label_new ("as many words as an answer has", NULL));

  g_assert_cmpint (measure_width (many, TRUE), >, 6 * pedicle_char_width (many));
  g_assert_cmpint (measure_width (many, TRUE), <, measure_width (many, FALSE));
  g_assert_cmpint (measure_width (few, FALSE), <, 6 * pedicle_char_width (few));
  g_object_unref (few);
  g_object_unref (many);
}

static void
test_columns_stacked (void)
{
  GtkWidget *columns = pedicle_columns_new (10, 40);
  GtkWidget *first = gtk_label_new ("first"), *second = gtk_label_new ("second");

  pedicle_columns_append (PEDICLE_COLUMNS (columns), first);
  pedicle_columns_append (PEDICLE_COLUMNS (columns), second);
  GtkWindow *window = stage_present (columns, 300, 200);
  g_assert_true (pedicle_columns_is_stacked (PEDICLE_COLUMNS (columns), 300));
  g_assert_false (pedicle_columns_is_stacked (PEDICLE_COLUMNS (columns), 2000));
  g_assert_cmpint (x_of (first, columns), ==, x_of (second, columns));
  g_assert_cmpint (y_of (second, columns), >=, y_of (first, columns) + gtk_widget_get_height (first) + 10);
  stage_clear (window, columns);
}

/* Where there is more room than can be read across, columns keep to their most, in the middle; and they tell when they
 * come to stand below each other. */
static void
test_columns_most (void)
{
  PedicleColumns *columns = g_object_new (PEDICLE_TYPE_COLUMNS, "spacing", 10, "least-chars", 4, "most-chars", 20, NULL);
  GtkWidget *first = gtk_label_new ("first"), *second = gtk_label_new ("second");
  gboolean stacked = TRUE;

  pedicle_columns_append (columns, first);
  pedicle_columns_append (columns, second);
  GtkWindow *window = stage_present (GTK_WIDGET (columns), 1200, 100);
  int most = 20 * pedicle_char_width (GTK_WIDGET (columns));
  g_assert_cmpint (gtk_widget_get_width (first), ==, most);
  g_assert_cmpint (x_of (second, GTK_WIDGET (columns)), ==, x_of (first, GTK_WIDGET (columns)) + most + 10);
  g_assert_cmpint (ABS (2 * x_of (first, GTK_WIDGET (columns)) + 2 * most + 10
                        - gtk_widget_get_width (GTK_WIDGET (columns))), <=, 1);
  g_object_get (columns, "stacked", &stacked, NULL);
  g_assert_false (stacked);
  stage_clear (window, GTK_WIDGET (columns));

  columns = g_object_new (PEDICLE_TYPE_COLUMNS, "least-chars", 60, NULL);
  pedicle_columns_append (columns, gtk_label_new ("first"));
  pedicle_columns_append (columns, gtk_label_new ("second"));
  GtkWidget *told = gtk_label_new ("told");
  g_object_bind_property (columns, "stacked", told, "visible", G_BINDING_SYNC_CREATE);
  g_object_ref_sink (told);
  window = stage_present (GTK_WIDGET (columns), 300, 200);
  g_assert_true (gtk_widget_get_visible (told));
  g_object_unref (told);
  stage_clear (window, GTK_WIDGET (columns));
}

static GtkWidget *
new_block (int height)
{
  GtkWidget *block = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_set_size_request (block, 100, height);
  return block;
}

/* Everything where there is room; then one page beside the lead; then one thing alone. All can be reached. */
static void
test_turns (void)
{
  const struct
  {
    int height;
    PedicleTurnsMode mode;
    gboolean lead, first, second; /* shown at the start */
    guint moves;
  } cases[] = {
    { 600, PEDICLE_TURNS_ALL, TRUE, TRUE, TRUE, 0 },
    { 320, PEDICLE_TURNS_BESIDE, TRUE, TRUE, FALSE, 1 },
    { 220, PEDICLE_TURNS_ALONE, TRUE, FALSE, FALSE, 2 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      GtkWidget *lead = new_block (100), *first = new_block (120), *second = new_block (110);
      PedicleTurns *turns = g_object_new (PEDICLE_TYPE_TURNS, "lead", lead, "lead-title", "Lead", NULL);
      guint moves = 0;
      pedicle_turns_append (turns, first, "First");
      pedicle_turns_append (turns, second, "Second");
      GtkWindow *window = stage_present (GTK_WIDGET (turns), 400, cases[i].height);
      g_assert_cmpint (pedicle_turns_get_mode (turns), ==, cases[i].mode);
      g_assert_cmpint (gtk_widget_get_child_visible (lead), ==, cases[i].lead);
      g_assert_cmpint (gtk_widget_get_child_visible (first), ==, cases[i].first);
      g_assert_cmpint (gtk_widget_get_child_visible (second), ==, cases[i].second);
      while (pedicle_turns_move (turns, 1))
        moves++;
      stage_wait (50);
      g_assert_cmpuint (moves, ==, cases[i].moves);
      g_assert_true (gtk_widget_get_child_visible (second));
      g_assert_cmpint (y_of (second, GTK_WIDGET (turns)) + 110, <=, gtk_widget_get_height (GTK_WIDGET (turns)));
      GtkWidget *button = stage_find_label (GTK_WIDGET (turns), "Second");
      g_assert_cmpint (gtk_widget_get_mapped (button), ==, cases[i].mode != PEDICLE_TURNS_ALL);
      pedicle_turns_clear (turns);
      stage_wait (50);
      g_assert_true (gtk_widget_get_child_visible (lead));
      g_assert_null (stage_find_label (GTK_WIDGET (turns), "Second"));
      stage_clear (window, GTK_WIDGET (turns));
    }
}

/* How much of the part that is filled is covered, 0 to 1. */
static double
coverage (gboolean hatched)
{
  GtkWidget *bar = pedicle_scale_bar_new (0, 10, 10, hatched, "bar");
  GtkWindow *window = stage_present (bar, 300, 40);
  double covered = stage_coverage (bar);

  stage_clear (window, bar);
  return covered;
}

/* The striped bar is to be seen as well as the full one, and told from it. */
static void
test_scale_bars (void)
{
  double full = coverage (FALSE), hatched = coverage (TRUE);

  g_assert_cmpfloat (hatched, >, 0.5 * full);
  g_assert_cmpfloat (hatched, <, 0.85 * full);
}

static void
test_wrap (void)
{
  GtkWidget *wrap = pedicle_wrap_new (10);
  GtkWidget *boxes[3];

  for (int i = 0; i < 3; i++)
    {
      boxes[i] = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
      gtk_widget_set_size_request (boxes[i], 120, 30);
      pedicle_wrap_append (PEDICLE_WRAP (wrap), boxes[i]);
    }
  gtk_widget_set_hexpand (boxes[1], TRUE);
  gtk_widget_set_valign (wrap, GTK_ALIGN_START);
  GtkWindow *window = stage_present (wrap, 600, 200);
  g_assert_cmpint (gtk_widget_get_width (boxes[1]), ==, gtk_widget_get_width (wrap) - 2 * 130);
  g_assert_cmpint (y_of (boxes[0], wrap), ==, y_of (boxes[2], wrap));

  int minimum, natural;
  gtk_widget_measure (wrap, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, ==, 120);
  gtk_widget_measure (wrap, GTK_ORIENTATION_VERTICAL, 260, NULL, &natural, NULL, NULL);
  g_assert_cmpint (natural, ==, 70);
  gtk_widget_measure (wrap, GTK_ORIENTATION_VERTICAL, 130, NULL, &natural, NULL, NULL);
  g_assert_cmpint (natural, ==, 110);
  stage_clear (window, wrap);
}

static void
test_adaptive (void)
{
  GtkWidget *sidebar = gtk_label_new ("side"), *content = gtk_label_new ("content");
  PedicleAdaptive *adaptive = g_object_new (PEDICLE_TYPE_ADAPTIVE, "sidebar-chars", 20, "content-chars", 30, "sidebar",
                                            sidebar, "content", content, NULL);

  GtkWindow *window = stage_present (GTK_WIDGET (adaptive), 900, 200);
  g_assert_false (pedicle_adaptive_get_narrow (adaptive));
  g_assert_true (gtk_widget_get_child_visible (sidebar));
  g_assert_cmpint (x_of (content, GTK_WIDGET (adaptive)), >, 0);
  stage_clear (window, GTK_WIDGET (adaptive));

  sidebar = gtk_label_new ("side");
  content = gtk_label_new ("content");
  adaptive = g_object_new (PEDICLE_TYPE_ADAPTIVE, "sidebar-chars", 20, "content-chars", 30, "sidebar", sidebar,
                           "content", content, NULL);
  window = stage_present (GTK_WIDGET (adaptive), 200, 200);
  g_assert_true (pedicle_adaptive_get_narrow (adaptive));
  g_assert_false (gtk_widget_get_child_visible (sidebar));
  pedicle_adaptive_set_show_sidebar (adaptive, TRUE);
  stage_wait (50);
  g_assert_true (gtk_widget_get_child_visible (sidebar));
  g_assert_false (gtk_widget_get_child_visible (content));
  stage_clear (window, GTK_WIDGET (adaptive));

  adaptive = g_object_new (PEDICLE_TYPE_ADAPTIVE, "sidebar-chars", 20, "content-chars", 30, "sidebar",
                           gtk_label_new ("side"), "content", gtk_label_new ("content"), NULL);
  g_object_ref_sink (adaptive);
  pedicle_adaptive_expect_width (adaptive, 200);
  g_assert_true (pedicle_adaptive_get_narrow (adaptive));
  pedicle_adaptive_expect_width (adaptive, 900);
  g_assert_false (pedicle_adaptive_get_narrow (adaptive));
  g_object_unref (adaptive);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv);
  adw_init ();
  g_test_add_func ("/layout/columns", test_columns);
  g_test_add_func ("/layout/columns-widest", test_columns_widest);
  g_test_add_func ("/layout/columns-stacked", test_columns_stacked);
  g_test_add_func ("/layout/columns-most", test_columns_most);
  g_test_add_func ("/layout/row", test_row);
  g_test_add_func ("/layout/label", test_label);
  g_test_add_func ("/layout/turns", test_turns);
  g_test_add_func ("/layout/scale-bars", test_scale_bars);
  g_test_add_func ("/layout/wrap", test_wrap);
  g_test_add_func ("/layout/adaptive", test_adaptive);
  return g_test_run ();
}
