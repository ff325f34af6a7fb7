/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk.h"

#include <glib/gstdio.h>
#include <stdarg.h>
#include <string.h>

#include "pseudo.h"

static Desk *
desk_load (const char *const *folders, const char *language, const char *overlay)
{
  g_autoptr (PedicleProblems) problems = pedicle_problems_new ();
  g_autofree char *found = NULL;
  Desk *desk = g_new0 (Desk, 1);

  desk->library = pedicle_library_load (folders, overlay, problems);
  found = pedicle_problems_format (problems);
  if (pedicle_problems_get_n_errors (problems) > 0)
    g_error ("%s", found);
  if (g_str_equal (language, "en"))
    desk->catalogue = pedicle_catalogue_new_english ();
  else
    desk->catalogue = pseudo_catalogue (desk->library, language);
  desk->visit = pedicle_visit_new ();
  desk->today = g_date_new_dmy (20, 11, 2026);
  return desk;
}

Desk *
desk_new (const char *pack, const char *language, const char *overlay)
{
  const char *folders[] = { pack, NULL };

  return desk_load (folders, language, overlay);
}

Desk *
desk_new_with (const char *const *files)
{
  g_autofree char *folder = g_dir_make_tmp ("pedicle-XXXXXX", NULL);
  const char *folders[] = { folder, DESK_KNEE, NULL };
  Desk *desk;

  for (const char *const *file = files; *file != NULL; file += 2)
    {
      g_autofree char *path = g_build_filename (folder, file[0], NULL);

      g_assert_true (g_file_set_contents (path, file[1], -1, NULL));
    }
  desk = desk_load (folders, "en", NULL);
  for (const char *const *file = files; *file != NULL; file += 2)
    {
      g_autofree char *path = g_build_filename (folder, file[0], NULL);

      g_assert_cmpint (g_unlink (path), ==, 0);
    }
  g_assert_cmpint (g_rmdir (folder), ==, 0);
  return desk;
}

void
desk_free (Desk *desk)
{
  pedicle_library_unref (desk->library);
  pedicle_catalogue_unref (desk->catalogue);
  pedicle_visit_unref (desk->visit);
  g_date_free (desk->today);
  g_free (desk);
}

void
desk_fill_in (const Desk *desk)
{
  pedicle_visit_set_value (desk->visit, "patient-name", "Maria Example");
  pedicle_visit_set_value (desk->visit, "visit-date", "2026-11-20");
  pedicle_visit_set_value (desk->visit, "next-visit", "2026-12-02 10:30");
  pedicle_visit_set_value (desk->visit, "sides", "IN,OUT");
  pedicle_visit_set_value (desk->visit, "medicine", "medicine.list");
}

PedicleRequest
desk_request (const Desk *desk, const char *handout, const char *option)
{
  const PedicleHandout *found = pedicle_library_find_handout (desk->library, handout);

  g_assert_nonnull (found);
  return (PedicleRequest){
    .library = desk->library,
    .handout = found,
    .option = option,
    .catalogue = desk->catalogue,
    .visit = desk->visit,
    .size = PEDICLE_SIZE_NORMAL,
    .paper = PEDICLE_PAPER_A4,
    .today = desk->today,
  };
}

PediclePages *
desk_pages (const Desk *desk, const char *handout, const char *option)
{
  PedicleRequest request = desk_request (desk, handout, option);
  g_autoptr (GError) error = NULL;
  PediclePages *pages = pedicle_pages_new (&request, &error);

  g_assert_no_error (error);
  g_assert_nonnull (pages);
  return pages;
}

void
desk_compare (const char *name, const char *text)
{
  g_autoptr (GRegex) digest = g_regex_new ("\\b[0-9a-f]{4} [0-9a-f]{4}\\b", 0, 0, NULL);
  g_autofree char *steady = g_regex_replace_literal (digest, text, -1, 0, "digest", 0, NULL);
  g_autofree char *path = g_build_filename (SOURCE_ROOT, "tests", "handout", "golden", name, NULL);
  g_autofree char *golden = NULL;
  g_autoptr (GError) error = NULL;

  if (g_getenv ("PEDICLE_REGENERATE") != NULL)
    g_file_set_contents (path, steady, -1, &error);
  g_assert_no_error (error);
  g_file_get_contents (path, &golden, NULL, &error);
  g_assert_no_error (error);
  if (!g_str_equal (golden, steady))
    {
      g_autofree char *made = desk_write ("txt", steady, strlen (steady));
      g_autofree char *difference = desk_run ("diff", "-u", path, made, NULL);

      g_test_message ("%s", difference != NULL ? difference : "");
      g_test_fail_printf ("%s differs; look at it, then set PEDICLE_REGENERATE=1 to keep it", name);
      g_unlink (made);
    }
}

char *
desk_run (const char *program, ...)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new ();
  g_autofree char *found = g_find_program_in_path (program);
  g_autoptr (GError) error = NULL;
  char *out = NULL;
  va_list list;

  if (found == NULL)
    {
      g_autofree char *message = g_strdup_printf ("%s is not installed", program);

      g_test_skip (message);
      return NULL;
    }
  g_ptr_array_add (words, found);
  va_start (list, program);
  for (char *word = va_arg (list, char *); word != NULL; word = va_arg (list, char *))
    g_ptr_array_add (words, word);
  va_end (list);
  g_ptr_array_add (words, NULL);
  g_spawn_sync (NULL, (char **) words->pdata, NULL, G_SPAWN_DEFAULT, NULL, NULL, &out, NULL, NULL,
                &error);
  g_assert_no_error (error);
  return out;
}

char *
desk_write (const char *ending, const void *data, gsize size)
{
  g_autofree char *name = g_strdup_printf ("pedicle-XXXXXX.%s", ending);
  g_autoptr (GError) error = NULL;
  char *path = NULL;
  int file = g_file_open_tmp (name, &path, &error);

  g_assert_no_error (error);
  g_close (file, NULL);
  g_file_set_contents (path, data, (gssize) size, &error);
  g_assert_no_error (error);
  return path;
}
