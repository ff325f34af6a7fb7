/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "pack.h"

#include <glib/gstdio.h>
#include <string.h>

char *
pack_read (const char *path)
{
  g_autoptr (GError) error = NULL;
  char *text = NULL;
  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  return text;
}

const PediclePart *
pack_find_part (GPtrArray *parts, const char *id)
{
  for (guint i = 0; i < parts->len; i++)
    if (strcmp (((const PediclePart *) parts->pdata[i])->id, id) == 0)
      return parts->pdata[i];
  return NULL;
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

GPtrArray *
pack_list (const char *folder)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) dir = g_dir_open (folder, 0, &error);
  const char *name;
  g_assert_no_error (error);
  while ((name = g_dir_read_name (dir)))
    g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, compare_names);
  return names;
}

void
pack_put (Pack *pack, const char *name, const char *text)
{
  g_autofree char *path = g_build_filename (pack->folder, name, NULL);
  g_autofree char *parent = g_path_get_dirname (path);
  g_autoptr (GError) error = NULL;
  g_assert_cmpint (g_mkdir_with_parents (parent, 0700), ==, 0);
  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
}

void
pack_copy (Pack *pack, const char *source, const char *name)
{
  g_autofree char *text = pack_read (source);
  pack_put (pack, name, text);
}

static void
copy_below (Pack *pack, const char *source, const char *below)
{
  g_autofree char *folder = g_build_filename (source, below, NULL);
  g_autoptr (GPtrArray) names = pack_list (folder);
  for (guint i = 0; i < names->len; i++)
    {
      g_autofree char *relative = g_build_filename (below, names->pdata[i], NULL);
      g_autofree char *path = g_build_filename (source, relative, NULL);
      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        copy_below (pack, source, relative);
      else
        pack_copy (pack, path, relative);
    }
}

void
pack_copy_folder (Pack *pack, const char *source)
{
  copy_below (pack, source, "");
}

Pack *
pack_new (const char *source)
{
  Pack *pack = g_new0 (Pack, 1);
  g_autoptr (GError) error = NULL;
  pack->folder = g_dir_make_tmp ("pedicle-pack-XXXXXX", &error);
  g_assert_no_error (error);
  if (source)
    pack_copy_folder (pack, source);
  return pack;
}

static void
remove_tree (const char *path)
{
  if (g_file_test (path, G_FILE_TEST_IS_DIR) && !g_file_test (path, G_FILE_TEST_IS_SYMLINK))
    {
      g_autoptr (GPtrArray) names = pack_list (path);
      for (guint i = 0; i < names->len; i++)
        {
          g_autofree char *child = g_build_filename (path, names->pdata[i], NULL);
          remove_tree (child);
        }
    }
  g_assert_cmpint (g_remove (path), ==, 0);
}

void
pack_free (Pack *pack)
{
  remove_tree (pack->folder);
  g_free (pack->folder);
  g_clear_pointer (&pack->problems, pedicle_problems_free);
  g_clear_pointer (&pack->library, pedicle_library_unref);
  g_free (pack);
}

void
pack_remove (Pack *pack, const char *name)
{
  g_autofree char *path = g_build_filename (pack->folder, name, NULL);
  remove_tree (path);
}

static char *
replace_all (const char *text, const char *from, const char *to)
{
  g_auto (GStrv) parts = g_strsplit (text, from, -1);
  return g_strjoinv (to, parts);
}

void
pack_edit (Pack *pack, const char *name, const char *from, const char *to)
{
  g_autofree char *path = g_build_filename (pack->folder, name, NULL);
  g_autofree char *text = pack_read (path);
  g_assert_nonnull (strstr (text, from));
  g_autofree char *edited = replace_all (text, from, to);
  pack_put (pack, name, edited);
}

char *
pack_load_folders (Pack *pack, const char *const *folders, const char *overlay)
{
  g_clear_pointer (&pack->problems, pedicle_problems_free);
  g_clear_pointer (&pack->library, pedicle_library_unref);
  pack->problems = pedicle_problems_new ();
  pack->library = pedicle_library_load (folders, overlay, pack->problems);
  g_assert_nonnull (pack->library);
  g_autofree char *said = pedicle_problems_format (pack->problems);
  g_autofree char *prefix = g_strconcat (pack->folder, "/", NULL);
  g_autofree char *shorter = replace_all (said, prefix, "");
  return replace_all (shorter, pack->folder, "FOLDER");
}

char *
pack_load (Pack *pack)
{
  const char *folders[] = { pack->folder, NULL };
  return pack_load_folders (pack, folders, NULL);
}
