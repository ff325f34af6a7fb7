/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "stage.h"

AdwApplication *
stage_start (int *argc, char ***argv)
{
  g_setenv ("GSETTINGS_SCHEMA_DIR", SCHEMAS, TRUE);
  gtk_test_init (argc, argv);
  AdwApplication *application
      = ADW_APPLICATION (adw_application_new ("org.pedicle.Pedicle", G_APPLICATION_NON_UNIQUE));
  g_object_set (application, "resource-base-path", "/org/pedicle/Pedicle", NULL);
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));
  return application;
}

int
stage_run (AdwApplication *application)
{
  int status = g_test_run ();

  g_object_unref (application);
  return status;
}

static gboolean
on_time (gpointer done)
{
  *(gboolean *) done = TRUE;
  return G_SOURCE_REMOVE;
}

void
stage_wait (guint milliseconds)
{
  gboolean done = FALSE;

  g_timeout_add (milliseconds, on_time, &done);
  while (!done)
    g_main_context_iteration (NULL, TRUE);
}

GtkWindow *
stage_present (GtkWidget *widget, int width, int height)
{
  GtkWindow *window = GTK_WINDOW (gtk_window_new ());

  gtk_window_set_child (window, widget);
  gtk_window_set_default_size (window, width, height);
  gtk_window_present (window);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
  stage_wait (50);
  return window;
}

PedicleWindow *
stage_open (AdwApplication *application, PedicleSession *session, int width, int height)
{
  PedicleWindow *window = pedicle_window_new (application, session);

  gtk_window_set_default_size (GTK_WINDOW (window), width, height);
  gtk_window_present (GTK_WINDOW (window));
  gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
  stage_wait (100);
  return window;
}

void
stage_close (PedicleWindow *window)
{
  gpointer left = window;

  g_object_add_weak_pointer (G_OBJECT (window), &left);
  gtk_window_destroy (GTK_WINDOW (window));
  stage_wait (50);
  g_assert_null (left);
}

void
stage_clear (GtkWindow *window, GtkWidget *widget)
{
  g_object_add_weak_pointer (G_OBJECT (widget), (gpointer *) &widget);
  gtk_window_destroy (window);
  stage_wait (20);
  g_assert_null (widget);
}

GtkWidget *
stage_find (GtkWidget *root, GType type)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (root, type))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = stage_find (child, type);
      if (found != NULL)
        return found;
    }
  return NULL;
}

GtkWidget *
stage_find_label (GtkWidget *root, const char *text)
{
  if (GTK_IS_LABEL (root) && g_strcmp0 (gtk_label_get_text (GTK_LABEL (root)), text) == 0)
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = stage_find_label (child, text);
      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
run (const char *const *arguments)
{
  g_autoptr (GError) error = NULL;
  int status;

  g_spawn_sync (NULL, (char **) arguments, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_cmpint (status, ==, 0);
}

char *
stage_copy (const char *folder)
{
  char *copy = g_dir_make_tmp ("pedicle-XXXXXX", NULL);
  g_autofree char *all = g_build_filename (folder, ".", NULL);

  run ((const char *const[]){ "cp", "-r", all, copy, NULL });
  return copy;
}

void
stage_replace (const char *folder, const char *file, const char *old, const char *new)
{
  g_autofree char *path = g_build_filename (folder, file, NULL), *text = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_auto (GStrv) parts = g_strsplit (text, old, -1);
  g_assert_cmpuint (g_strv_length (parts), ==, 2);
  g_autofree char *changed = g_strjoinv (new, parts);
  g_assert_true (g_file_set_contents (path, changed, -1, NULL));
}

void
stage_remove (char *folder)
{
  run ((const char *const[]){ "rm", "-r", folder, NULL });
  g_free (folder);
}

cairo_surface_t *
stage_draw (GtkWidget *widget, int scale)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (widget);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  GtkSnapshot *snapshot = gtk_snapshot_new ();

  gtk_snapshot_scale (snapshot, (float) scale, (float) scale);
  gdk_paintable_snapshot (paintable, snapshot, width, height);
  g_autoptr (GskRenderNode) node = gtk_snapshot_free_to_node (snapshot);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, scale * width, scale * height);
  cairo_t *cr = cairo_create (surface);
  if (node != NULL)
    gsk_render_node_draw (node, cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

char *
stage_paint (GtkWidget *widget)
{
  cairo_surface_t *surface = stage_draw (widget, 1);
  gsize size = (gsize) (cairo_image_surface_get_stride (surface) * cairo_image_surface_get_height (surface));
  char *digest = g_compute_checksum_for_data (G_CHECKSUM_SHA256, cairo_image_surface_get_data (surface), size);

  cairo_surface_destroy (surface);
  return digest;
}

double
stage_coverage (GtkWidget *widget)
{
  cairo_surface_t *surface = stage_draw (widget, 1);
  int width = cairo_image_surface_get_width (surface), height = cairo_image_surface_get_height (surface);
  const guint8 *data = cairo_image_surface_get_data (surface);
  double sum = 0;

  for (int y = 0; y < height; y++)
    for (int x = 0; x < width; x++)
      {
        guint32 pixel;
        memcpy (&pixel, data + y * cairo_image_surface_get_stride (surface) + 4 * x, sizeof pixel);
        sum += (pixel >> 24) / 255.0;
      }
  cairo_surface_destroy (surface);
  return sum / (width * height);
}
