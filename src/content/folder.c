/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "folder.h"
#include "file.h"
#include "xml.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#define MAX_FILES 2000

static void
report (PedicleProblems *problems, const char *folder, const char *sentence)
{
  if (problems)
    pedicle_problems_add (problems, PEDICLE_SEVERITY_ERROR, PEDICLE_CONTENT_ERROR_FILE, folder, 0,
                          0, "%s", sentence);
}

/* FALSE when the folder cannot be read. */
static bool
add_files (const char *folder, const char *below, GPtrArray *paths, PedicleProblems *problems)
{
  g_autofree char *path = below ? g_build_filename (folder, below, NULL) : g_strdup (folder);
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;
  if (!dir)
    report (problems, path, "the folder cannot be read: see that it is there and may be read");
  while (dir && paths->len <= MAX_FILES && (name = g_dir_read_name (dir)))
    {
      g_autofree char *relative = below ? g_build_filename (below, name, NULL) : g_strdup (name);
      g_autofree char *full = g_build_filename (folder, relative, NULL);
      if (*name == '.')
        continue;
      if (!below && g_file_test (full, G_FILE_TEST_IS_DIR) &&
          !g_file_test (full, G_FILE_TEST_IS_SYMLINK))
        add_files (folder, relative, paths, problems);
      else if (g_str_has_suffix (name, ".xml"))
        g_ptr_array_add (paths, g_steal_pointer (&relative));
    }
  return dir != NULL;
}

static int
compare_paths (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

GPtrArray *
pedicle_folder_list (const char *folder, PedicleProblems *problems)
{
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);
  if (!add_files (folder, NULL, paths, problems))
    return NULL;
  if (paths->len > MAX_FILES)
    {
      report (problems, folder,
              "the folder holds more than 2000 files: take out what is not content");
      return NULL;
    }
  g_ptr_array_sort (paths, compare_paths);
  return g_steal_pointer (&paths);
}

GBytes *
pedicle_folder_read (const char *folder, const char *relative, GError **error)
{
  g_autofree char *path = g_build_filename (folder, relative, NULL);
  if (strchr (relative, '/'))
    return pedicle_file_read_beneath (folder, relative, PEDICLE_XML_MAX_BYTES, error);
  return pedicle_file_read (path, PEDICLE_XML_MAX_BYTES, error);
}

static bool
has_decision (const char *folder, const char *relative)
{
  g_autoptr (GBytes) bytes = pedicle_folder_read (folder, relative, NULL);
  gsize length = 0;
  const char *data = bytes ? g_bytes_get_data (bytes, &length) : NULL;
  return data && g_strstr_len (data, (gssize) length, "<decision");
}

gboolean
pedicle_folder_is_pack (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  while (dir && (name = g_dir_read_name (dir)))
    if (*name != '.' && g_str_has_suffix (name, ".xml") && has_decision (folder, name))
      return TRUE;
  return FALSE;
}

gboolean
pedicle_folder_equal (const char *one, const char *other)
{
  g_autofree char *first = realpath (one, NULL), *second = realpath (other, NULL);
  return first && g_strcmp0 (first, second) == 0;
}
