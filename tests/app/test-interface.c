/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* Each .ui file is built with the program's own types, which no outside tool knows: a wrong property, type, signal
 * handler or child ends the program. That it would is tried with a copy of each file that has a wrong property. */
#include <glib/gstdio.h>

#include "stage.h"

#define PREFIX "/org/pedicle/Pedicle"
#define WRONG "<property name=\"no-such-property\">1</property>"

/* The names of all .ui files, whether the program holds them or not. */
static GPtrArray *
list_files (void)
{
  g_autoptr (GDir) folder = g_dir_open (SOURCE_ROOT "/ui", 0, NULL);
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  while ((name = g_dir_read_name (folder)) != NULL)
    if (g_str_has_suffix (name, ".ui"))
      g_ptr_array_add (names, g_strdup (name));
  g_assert_cmpuint (names->len, >, 10);
  return names;
}

static char *
find (const char *pattern, const char *text)
{
  g_autoptr (GRegex) regex = g_regex_new (pattern, 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;

  return g_regex_match (regex, text, 0, &match) ? g_match_info_fetch (match, 1) : NULL;
}

static void
build_template (const char *class)
{
  g_autoptr (GtkBuilder) builder = gtk_builder_new ();
  GType type = gtk_builder_get_type_from_name (builder, class);

  g_assert_true (g_type_is_a (type, GTK_TYPE_WIDGET));
  g_autoptr (GtkWidget) widget = g_object_ref_sink (g_object_new (type, NULL));
  if (GTK_IS_WINDOW (widget))
    gtk_window_destroy (GTK_WINDOW (widget));
}

static void
build (const char *name)
{
  g_autofree char *path = g_strconcat (PREFIX "/", name, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_resources_lookup_data (path, 0, &error);
  g_assert_no_error (error);
  g_autofree char *class = find ("<template class=\"(\\w+)\"", g_bytes_get_data (bytes, NULL));

  if (class != NULL)
    {
      build_template (class);
      return;
    }
  g_autoptr (GtkBuilder) builder = gtk_builder_new ();
  gtk_builder_add_from_resource (builder, path, &error);
  g_assert_no_error (error);
  for (g_autoptr (GSList) objects = gtk_builder_get_objects (builder), at = objects; at != NULL; at = at->next)
    if (GTK_IS_WINDOW (at->data))
      gtk_window_destroy (at->data);
}

static void
test_build (void)
{
  g_autoptr (GPtrArray) names = list_files ();

  for (guint i = 0; i < names->len; i++)
    build (names->pdata[i]);
}

/* In a process of its own, with the file that is named there. */
static void
test_build_one (void)
{
  build (g_getenv ("PEDICLE_TEST_INTERFACE"));
}

/* Puts the file into FOLDER, with a property in its first object that no object has. */
static void
write_wrong (const char *folder, const char *name)
{
  g_autofree char *from = g_build_filename (SOURCE_ROOT "/ui", name, NULL);
  g_autofree char *to = g_build_filename (folder, name, NULL);
  g_autoptr (GRegex) regex = g_regex_new ("(<object [^>]*[^/>]>)", 0, 0, NULL);
  g_autofree char *text = NULL;
  g_autoptr (GMatchInfo) match = NULL;
  int start, end;

  g_assert_true (g_file_get_contents (from, &text, NULL, NULL));
  g_assert_true (g_regex_match (regex, text, 0, &match));
  g_assert_true (g_match_info_fetch_pos (match, 1, &start, &end));
  g_autofree char *wrong = g_strdup_printf ("%.*s" WRONG "%s", end, text, text + end);
  g_assert_true (g_file_set_contents (to, wrong, -1, NULL));
}

static void
test_wrong (void)
{
  g_autoptr (GPtrArray) names = list_files ();
  char *folder = g_dir_make_tmp ("pedicle-XXXXXX", NULL);
  g_autofree char *overlay = g_strconcat (PREFIX "=", folder, NULL);

  g_setenv ("G_RESOURCE_OVERLAYS", overlay, TRUE);
  for (guint i = 0; i < names->len; i++)
    {
      g_autofree char *path = g_build_filename (folder, names->pdata[i], NULL);

      write_wrong (folder, names->pdata[i]);
      g_setenv ("PEDICLE_TEST_INTERFACE", names->pdata[i], TRUE);
      g_test_trap_subprocess ("/interface/wrong/subprocess/one", 0, 0);
      g_test_trap_assert_failed ();
      g_test_trap_assert_stderr ("*no-such-property*");
      g_assert_cmpint (g_remove (path), ==, 0);
    }
  g_unsetenv ("G_RESOURCE_OVERLAYS");
  stage_remove (folder);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/interface/build", test_build);
  g_test_add_func ("/interface/wrong", test_wrong);
  g_test_add_func ("/interface/wrong/subprocess/one", test_build_one);
  return g_test_run ();
}
