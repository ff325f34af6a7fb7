/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "command.h"

#include <string.h>

#include "config.h"
#include "console.h"
#include "xml.h"

static void
load (const char *const *folders, const char *overlay, PedicleProblems *problems)
{
  g_autoptr (PedicleLibrary) library = pedicle_library_load (folders, overlay, problems);
}

static gboolean
has_decision (const char *folder, const char *name)
{
  g_autoptr (GBytes) bytes = pedicle_xml_open_beneath (folder, name, PEDICLE_XML_MAX_BYTES, NULL);
  gsize size = 0;
  const char *data = bytes != NULL ? g_bytes_get_data (bytes, &size) : NULL;

  return data != NULL && g_strstr_len (data, (gssize) size, "<decision") != NULL;
}

/* Whether a folder is a whole pack: a decision stands in it, though it may be a wrong one. */
static gboolean
is_pack (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, ".xml") && has_decision (folder, name))
      return TRUE;
  return FALSE;
}

/* Files may stand in the folder or one level below it. */
static gboolean
has_files (const char *folder, int levels)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_str_has_suffix (name, ".xml") || (levels > 0 && has_files (path, levels - 1)))
        return TRUE;
    }
  return FALSE;
}

/* A file is judged among its neighbours; without a pack around it, with what is installed. */
static void
load_around (const PedicleSettings *settings, const char *path, PedicleProblems *problems)
{
  g_autofree char *near = g_path_get_dirname (path);
  g_autofree char *above = g_path_get_dirname (near);
  const char *pack = is_pack (near) ? near : is_pack (above) ? above : NULL;
  g_auto (GStrv) folders =
      pedicle_library_folders (pack != NULL ? pack : settings->content, PEDICLE_CONTENT);
  g_autoptr (GPtrArray) search = g_ptr_array_new ();

  if (pack == NULL)
    g_ptr_array_add (search, (char *) path);
  for (guint i = 0; folders[i] != NULL; i++)
    g_ptr_array_add (search, folders[i]);
  g_ptr_array_add (search, NULL);
  load ((const char *const *) search->pdata, NULL, problems);
}

static gboolean
same_file (const char *one, const char *other)
{
  g_autofree char *first = g_canonicalize_filename (one, NULL);
  g_autofree char *second = g_canonicalize_filename (other, NULL);

  return strcmp (first, second) == 0;
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
  g_auto (GStrv) folders = NULL;

  if (xml == NULL)
    return;
  if (g_strcmp0 (pedicle_xml_get_root (xml)->name, "overlay") == 0)
    {
      folders = pedicle_library_folders (settings->content, PEDICLE_CONTENT);
      load ((const char *const *) folders, path, all);
    }
  else
    load_around (settings, path, all);
  keep_own (path, all, problems);
}

static void
check_folder (const char *path, PedicleProblems *problems)
{
  g_auto (GStrv) folders = pedicle_library_folders (path, PEDICLE_CONTENT);

  if (!has_files (path, 1))
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
