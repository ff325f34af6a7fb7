/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "privacy.h"

#include <glib/gstdio.h>
#include <sys/resource.h>
#include <sys/stat.h>

static char *parent;

static void
test_folder (void)
{
  struct stat info;
  struct rlimit limit;

  pedicle_privacy_start ();
  g_autofree char *folder = g_strdup (pedicle_privacy_get_folder ());
  g_assert_nonnull (folder);
  g_assert_true (g_str_has_prefix (folder, parent));
  g_assert_cmpstr (g_getenv ("TMPDIR"), ==, folder);
  g_assert_cmpint (stat (folder, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0700);
  g_assert_cmpint (getrlimit (RLIMIT_CORE, &limit), ==, 0);
  g_assert_cmpuint (limit.rlim_cur, <=, 1);

  g_autofree char *file = g_build_filename (folder, "gtkprintABCDEF", NULL);
  g_assert_true (g_file_set_contents (file, "%PDF", -1, NULL));
  pedicle_privacy_sweep ();
  g_assert_false (g_file_test (file, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_test (folder, G_FILE_TEST_IS_DIR));
  pedicle_privacy_end ();
  g_assert_false (g_file_test (folder, G_FILE_TEST_EXISTS));
}

/* A run that was killed left its folder; the next one clears it, but not that of a run that goes on. */
static void
test_leftovers (void)
{
  g_autofree char *dead = g_build_filename (parent, "pedicle-tmp-999999999-aaaaaa", NULL);
  g_autofree char *page = g_build_filename (dead, "page.pdf", NULL);
  g_autofree char *own = g_strdup_printf ("%s/pedicle-tmp-%ld-bbbbbb", parent, (long) getpid ());

  g_assert_cmpint (g_mkdir (dead, 0700), ==, 0);
  g_assert_cmpint (g_mkdir (own, 0700), ==, 0);
  g_assert_true (g_file_set_contents (page, "%PDF", -1, NULL));
  pedicle_privacy_start ();
  g_assert_false (g_file_test (dead, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_test (own, G_FILE_TEST_EXISTS));
  pedicle_privacy_end ();
  g_assert_cmpint (g_rmdir (own), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  parent = g_dir_make_tmp ("pedicle-test-XXXXXX", NULL);
  g_setenv ("XDG_RUNTIME_DIR", parent, TRUE);
  g_test_add_func ("/privacy/folder", test_folder);
  g_test_add_func ("/privacy/leftovers", test_leftovers);
  int status = g_test_run ();
  g_rmdir (parent);
  g_free (parent);
  return status;
}
