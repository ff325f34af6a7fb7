/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "command.h"

#include <string.h>

#include "config.h"
#include "console.h"
#include "folder.h"
#include "xml.h"

static void
load (const char *const *folders, const char *overlay, PedicleProblems *problems)
{
  g_autoptr (PedicleLibrary) library = pedicle_library_load (folders, overlay, problems);
}

/* The folders that @path may be a content file of: its own and the one above. */
static void
find_folders (const char *path, char **near, char **above)
{
  g_autofree char *full = g_canonicalize_filename (path, NULL);

  *near = g_path_get_dirname (full);
  *above = g_path_get_dirname (*near);
}

/* Returns: (transfer full) (nullable): the pack that a file lies in. */
static char *
find_pack (const char *path)
{
  g_autofree char *near = NULL, *above = NULL;

  find_folders (path, &near, &above);
  if (pedicle_folder_is_pack (near))
    return g_steal_pointer (&near);
  return pedicle_folder_is_pack (above) ? g_steal_pointer (&above) : NULL;
}

/* The one of @folders that a file lies in: with it the file is read once, and finds its pictures.
 * Returns: (nullable) */
static const char *
find_home (char **folders, const char *path)
{
  g_autofree char *near = NULL, *above = NULL;

  find_folders (path, &near, &above);
  for (guint i = 0; folders[i] != NULL; i++)
    if (pedicle_folder_equal (folders[i], near) || pedicle_folder_equal (folders[i], above))
      return folders[i];
  return NULL;
}

/* What a file is judged with: the content that was named, else the pack it lies in, else what is
 * installed. */
static char **
choose_folders (const PedicleSettings *settings, const char *path)
{
  g_autofree char *pack = settings->content == NULL ? find_pack (path) : NULL;

  return pedicle_library_folders (pack != NULL ? pack : settings->content, PEDICLE_CONTENT);
}

static void
load_around (char **folders, const char *path, PedicleProblems *problems)
{
  const char *home = find_home (folders, path);
  g_autoptr (GPtrArray) search = g_ptr_array_new ();

  g_ptr_array_add (search, (char *) (home != NULL ? home : path));
  for (guint i = 0; folders[i] != NULL; i++)
    g_ptr_array_add (search, folders[i]);
  g_ptr_array_add (search, NULL);
  load ((const char *const *) search->pdata, NULL, problems);
}

/* @shown: a file's name in a problem, in UTF-8 whatever it is. */
static gboolean
same_file (const char *path, const char *shown)
{
  g_autofree char *first = g_canonicalize_filename (path, NULL);
  g_autofree char *valid = g_utf8_make_valid (first, -1);
  g_autofree char *second = g_canonicalize_filename (shown, NULL);

  return strcmp (valid, second) == 0 || pedicle_folder_equal (path, shown);
}

/* What is wrong with @path itself, among the problems of all that was read with it. */
static void
keep_own (const char *path, const PedicleProblems *all, PedicleProblems *own)
{
  for (guint i = 0; i < pedicle_problems_get_n (all); i++)
    {
      const PedicleProblem *problem = pedicle_problems_get (all, i);

      if (same_file (path, problem->file))
        pedicle_problems_add (own, problem->severity, problem->code, path, problem->line,
                              problem->column, "%s", problem->message);
    }
}

static void
check_file (const PedicleSettings *settings, const char *path, PedicleProblems *problems)
{
  g_autoptr (PedicleProblems) all = pedicle_problems_new ();
  g_autoptr (PedicleXml) xml = pedicle_xml_read (path, problems);
  g_auto (GStrv) folders = choose_folders (settings, path);

  if (xml == NULL)
    return;
  if (g_strcmp0 (pedicle_xml_get_root (xml)->name, "overlay") == 0)
    load ((const char *const *) folders, path, all);
  else
    load_around (folders, path, all);
  keep_own (path, all, problems);
}

static void
check_folder (const char *path, PedicleProblems *problems)
{
  g_auto (GStrv) folders = pedicle_library_folders (path, PEDICLE_CONTENT);
  g_autoptr (GPtrArray) files = pedicle_folder_list (path, NULL);

  if (files != NULL && files->len == 0)
    {
      pedicle_problems_add (
          problems, PEDICLE_SEVERITY_ERROR, PEDICLE_CONTENT_ERROR_FILE, path, 0, 0,
          "no content stands in this folder: name a folder that holds .xml files");
      return;
    }
  load ((const char *const *) folders, NULL, problems);
}

/* Returns whether nothing is wrong with @path. */
static gboolean
check_path (const PedicleSettings *settings, const char *path)
{
  g_autoptr (PedicleProblems) problems = pedicle_problems_new ();
  g_autofree char *lines = NULL;

  if (g_file_test (path, G_FILE_TEST_IS_DIR))
    check_folder (path, problems);
  else
    check_file (settings, path, problems);
  pedicle_problems_sort (problems);
  lines = pedicle_problems_format (problems);
  return pedicle_console_put (lines) && pedicle_problems_get_n_errors (problems) == 0;
}

PedicleExit
pedicle_command_check (const PedicleCommand *command, PedicleSettings *settings, char **argv)
{
  g_auto (GStrv) arguments = g_strdupv (argv);
  PedicleExit exit = PEDICLE_EXIT_USAGE;

  if (!pedicle_command_parse (command, settings, NULL, &arguments, &exit))
    return exit;
  if (arguments[1] == NULL)
    {
      pedicle_console_fail ("Check what? Give a content folder, a content file or a local layer.");
      return PEDICLE_EXIT_USAGE;
    }
  exit = PEDICLE_EXIT_DONE;
  for (guint i = 1; arguments[i] != NULL; i++)
    if (!check_path (settings, arguments[i]))
      exit = PEDICLE_EXIT_FINDINGS;
  return exit;
}
