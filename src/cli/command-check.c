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

/* Whether a folder is a whole pack: some decision stands in it. */
static gboolean
is_pack (const char *folder)
{
  const char *const folders[] = { folder, NULL };
  g_autoptr (PedicleProblems) ignored = pedicle_problems_new ();
  g_autoptr (PedicleLibrary) library = pedicle_library_load (folders, NULL, ignored);

  return pedicle_library_get_decisions (library)->len > 0;
}

/* A file is judged among its neighbours; without a pack around it, among the content that is installed. */
static void
load_around (const PedicleSettings *settings, const char *path, PedicleProblems *problems)
{
  g_autofree char *near = g_path_get_dirname (path);
  g_autofree char *above = g_path_get_dirname (near);
  const char *const candidates[] = { near, above };
  g_auto (GStrv) folders = NULL;
  g_autoptr (GPtrArray) search = g_ptr_array_new ();

  for (guint i = 0; i < G_N_ELEMENTS (candidates); i++)
    if (is_pack (candidates[i]))
      {
        load ((const char *const[]) { candidates[i], NULL }, NULL, problems);
        return;
      }
  folders = pedicle_library_folders (settings->content, PEDICLE_CONTENT);
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
        pedicle_problems_add (own, problem->severity, problem->code, path, problem->line, problem->column, "%s",
                              problem->message);
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
