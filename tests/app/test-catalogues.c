/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <unistd.h>

#include "catalogue-file.h"
#include "library.h"
#include "stage.h"
#include "unit.h"

#define HEADER "msgid \"\"\nmsgstr \"\"\n\"Language: es\\n\"\n\"Content-Type: text/plain; charset=UTF-8\\n\"\n\n"

static PedicleLibrary *library;

static void
on_changed (gboolean *changed)
{
  *changed = TRUE;
}

static gboolean
on_timeout (gpointer expired)
{
  *(gboolean *) expired = TRUE;
  return G_SOURCE_REMOVE;
}

static void
wait_for_change (PedicleCatalogueFile *file)
{
  gboolean changed = FALSE, expired = FALSE;
  gulong handler = g_signal_connect_swapped (file, "changed", G_CALLBACK (on_changed), &changed);
  guint timeout = g_timeout_add_seconds (10, on_timeout, &expired);

  while (!changed && !expired)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (changed);
  g_source_remove (timeout);
  g_signal_handler_disconnect (file, handler);
}

/* Writes the file and waits until it was read again. */
static void
save (PedicleCatalogueFile *file, const char *text)
{
  g_assert_true (g_file_set_contents (pedicle_catalogue_file_get_path (file), text, -1, NULL));
  wait_for_change (file);
}

static void
test_reload (void)
{
  g_autofree char *folder = g_dir_make_tmp ("pedicle-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "es.po", NULL);
  g_autoptr (GFile) place = g_file_new_for_path (path);

  g_assert_true (g_file_set_contents (path, HEADER, -1, NULL));
  g_autoptr (PedicleCatalogueFile) file = pedicle_catalogue_file_new (place);
  PedicleCatalogue *first = pedicle_catalogue_file_get_catalogue (file);
  g_assert_nonnull (first);
  g_assert_null (pedicle_catalogue_file_get_error (file));

  save (file, HEADER "msgid \"x\"\nmsgstr \"y\nmsgid\n");
  g_assert_nonnull (pedicle_catalogue_file_get_error (file));
  g_assert_true (pedicle_catalogue_file_get_catalogue (file) == first);

  save (file, HEADER "msgid \"x\"\nmsgstr \"y\"\n");
  g_assert_null (pedicle_catalogue_file_get_error (file));
  g_assert_nonnull (pedicle_catalogue_file_get_catalogue (file));
  g_assert_cmpint (g_remove (path), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

/* A file system that does not tell what others do: here another folder comes under the name. */
static void
test_silent (void)
{
  g_autofree char *folder = g_dir_make_tmp ("pedicle-XXXXXX", NULL);
  g_autofree char *link = g_build_filename (folder, "link", NULL);
  g_autofree char *path = g_build_filename (link, "es.po", NULL);
  g_autoptr (GFile) place = g_file_new_for_path (path);
  const char *const names[] = { "first", "second" };
  const char *const texts[] = { HEADER, HEADER "msgid \"x\"\nmsgstr \"y\"\n" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *below = g_build_filename (folder, names[i], NULL);
      g_autofree char *inside = g_build_filename (below, "es.po", NULL);

      g_assert_cmpint (g_mkdir (below, 0700), ==, 0);
      g_assert_true (g_file_set_contents (inside, texts[i], -1, NULL));
    }
  g_assert_cmpint (symlink ("first", link), ==, 0);
  g_autoptr (PedicleCatalogueFile) file = pedicle_catalogue_file_new (place);
  PedicleCatalogue *first = pedicle_catalogue_file_get_catalogue (file);
  g_assert_nonnull (first);
  g_assert_cmpint (g_remove (link), ==, 0);
  g_assert_cmpint (symlink ("second", link), ==, 0);
  wait_for_change (file);
  g_assert_true (pedicle_catalogue_file_get_catalogue (file) != first);
  stage_remove (g_steal_pointer (&folder));
}

static void
test_missing (void)
{
  g_autoptr (GFile) place = g_file_new_for_path ("/nowhere/es.po");
  g_autoptr (PedicleCatalogueFile) file = pedicle_catalogue_file_new (place);

  g_assert_null (pedicle_catalogue_file_get_catalogue (file));
  g_assert_nonnull (pedicle_catalogue_file_get_error (file));
}

static guint
count (GListStore *list, PedicleUnits units)
{
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (list)); i++)
    {
      g_autoptr (PedicleUnit) unit = g_list_model_get_item (G_LIST_MODEL (list), i);
      n += pedicle_unit_is_of (unit, units);
    }
  return n;
}

/* A file with one good, one fuzzy and one damaged entry; the others are empty. */
static void
test_units (void)
{
  const PedicleDecision *decision = g_ptr_array_index (pedicle_library_get_decisions (library), 0);
  const PedicleTopic *topic = g_ptr_array_index (decision->topics, 0);
  g_autofree char *text = g_strdup_printf (
      HEADER "msgctxt \"%s\"\nmsgid \"%s\"\nmsgstr \"Bien\"\n\n#, fuzzy\nmsgctxt \"%s\"\nmsgid \"%s\"\nmsgstr \"Quizás\"\n\n"
             "msgctxt \"%s\"\nmsgid \"%s\"\nmsgstr \"<em>Mal</em>\"\n",
      decision->title->context, decision->title->markup, decision->choice->context, decision->choice->markup,
      topic->question->context, topic->question->markup);
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  g_autoptr (PedicleCatalogue) catalogue = pedicle_catalogue_parse (bytes, "es.po", NULL, &error);
  g_assert_no_error (error);

  g_autoptr (GListStore) list = pedicle_unit_list (catalogue, library);
  guint all = pedicle_library_get_texts (library)->len;
  g_assert_cmpuint (count (list, PEDICLE_UNITS_ALL), ==, all);
  g_assert_cmpuint (count (list, PEDICLE_UNITS_NEED_WORK), ==, 1);
  g_assert_cmpuint (count (list, PEDICLE_UNITS_EMPTY), ==, all - 3);
  g_assert_cmpuint (count (list, PEDICLE_UNITS_PROBLEMS), >=, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_autoptr (PedicleProblems) problems = pedicle_problems_new ();
  library = pedicle_library_load ((const char *const[]){ SOURCE_ROOT "/data/content", NULL }, NULL, problems);
  g_test_add_func ("/catalogues/reload", test_reload);
  g_test_add_func ("/catalogues/silent", test_silent);
  g_test_add_func ("/catalogues/missing", test_missing);
  g_test_add_func ("/catalogues/units", test_units);
  int status = g_test_run ();
  pedicle_library_unref (library);
  return status;
}
