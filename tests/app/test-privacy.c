/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "privacy.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>

#include "memory.h"

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

/* Whether @word stands at a place in memory that nobody may look at any more. */
static gboolean
stands (guintptr place, const char *word)
{
  char there[64];
  int memory = open ("/proc/self/mem", O_RDONLY);

  g_assert_cmpint (memory, >=, 0);
  g_assert_cmpint (pread (memory, there, sizeof there, (off_t) place), ==, sizeof there);
  close (memory);
  return memmem (there, sizeof there, word, strlen (word)) != NULL;
}

/* With no other word in between, or the place would be used again. */
static void
test_freed (void)
{
  char *block = malloc (100), *piece = g_slice_alloc (64);
  guintptr at_block = (guintptr) block, at_piece = (guintptr) piece;

  g_snprintf (block, 100, "%s", "0123456789abcdef0123456789abcdef Zebedee");
  g_snprintf (piece, 64, "%s", "0123456789abcdef0123456789abcdef Zebedee");
  g_assert_true (stands (at_block, "Zebedee") && stands (at_piece, "Zebedee"));
  block = realloc (block, 100000);
  g_assert_cmpstr (block + 33, ==, "Zebedee");
  g_assert_true ((guintptr) block != at_block && !stands (at_block, "Zebedee"));
  at_block = (guintptr) block;
  block = realloc (block, 16);
  g_assert_false (stands (at_block, "Zebedee"));
  free (block);
  g_slice_free1 (64, piece);
  pedicle_memory_scrub ();
  g_assert_false (stands (at_piece, "Zebedee"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  parent = g_dir_make_tmp ("pedicle-test-XXXXXX", NULL);
  g_setenv ("XDG_RUNTIME_DIR", parent, TRUE);
  g_test_add_func ("/privacy/folder", test_folder);
  g_test_add_func ("/privacy/leftovers", test_leftovers);
  if (pedicle_memory_is_guarded ())
    g_test_add_func ("/privacy/freed", test_freed);
  int status = g_test_run ();
  g_rmdir (parent);
  g_free (parent);
  return status;
}
