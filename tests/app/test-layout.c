/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "adaptive.h"
#include "columns.h"
#include "stage.h"
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
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv);
  adw_init ();
  g_test_add_func ("/layout/columns", test_columns);
  g_test_add_func ("/layout/columns-stacked", test_columns_stacked);
  g_test_add_func ("/layout/wrap", test_wrap);
  g_test_add_func ("/layout/adaptive", test_adaptive);
  return g_test_run ();
}
