/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* How long it takes to load the shipped content, and a pack with a thousand options; and to find
 * one of them. */
#include "pack.h"

#include <stdlib.h>

#define SMALL TEST_DATA "/content/good/small"
#define N_PROCEDURES 1000
#define N_LOOKUPS 1000000
#define N_RUNS 9

static int
compare_times (gconstpointer a, gconstpointer b)
{
  gint64 first = *(const gint64 *) a, second = *(const gint64 *) b;
  return (first > second) - (first < second);
}

/* Microseconds, the median of some runs. */
static gint64
measure_load (const char *folder, guint *n_texts)
{
  const char *const folders[] = { folder, NULL };
  gint64 times[N_RUNS];
  for (int i = 0; i < N_RUNS; i++)
    {
      g_autoptr (PedicleProblems) problems = pedicle_problems_new ();
      gint64 begin = g_get_monotonic_time ();
      g_autoptr (PedicleLibrary) library = pedicle_library_load (folders, NULL, problems);
      times[i] = g_get_monotonic_time () - begin;
      *n_texts = pedicle_library_get_texts (library)->len;
      g_assert_cmpuint (pedicle_problems_get_n_errors (problems), ==, 0);
    }
  qsort (times, N_RUNS, sizeof *times, compare_times);
  return times[N_RUNS / 2];
}

static Pack *
make_large (void)
{
  Pack *pack = pack_new (SMALL);
  g_autoptr (GString) options = g_string_new (NULL);
  for (int i = 0; i < N_PROCEDURES - 2; i++)
    {
      g_autofree char *name = g_strdup_printf ("more/option-%d.xml", i);
      g_autofree char *id = g_strdup_printf ("<procedure id=\"option-%d\"", i);
      pack_copy (pack, SMALL "/injection.xml", name);
      pack_edit (pack, name, "<procedure id=\"injection\"", id);
      g_string_append_printf (options, "<option ref=\"option-%d\"/>\n", i);
    }
  g_string_append (options, "<option ref=\"injection\"/>");
  pack_edit (pack, "decision.xml", "<option ref=\"injection\"/>", options->str);
  return pack;
}

static void
report_load (const char *what, const char *folder)
{
  guint n_texts = 0;
  gint64 time = measure_load (folder, &n_texts);
  g_print ("load %-28s %8.2f ms, %u texts\n", what, (double) time / 1000, n_texts);
}

static void
report_find (Pack *pack)
{
  g_autofree char *said = pack_load (pack);
  g_assert_cmpstr (said, ==, "");
  gint64 begin = g_get_monotonic_time ();
  for (int i = 0; i < N_LOOKUPS; i++)
    g_assert_nonnull (pedicle_library_find_procedure (pack->library, "option-500"));
  gint64 time = g_get_monotonic_time () - begin;
  g_print ("find one of %d options           %8.0f ns\n", N_PROCEDURES,
           (double) time * 1000 / N_LOOKUPS);
}

int
main (void)
{
  g_autoptr (Pack) large = make_large ();
  report_load ("the shipped content", SOURCE_ROOT "/data/content");
  report_load ("a small pack", SMALL);
  report_load ("a pack of 1000 options", large->folder);
  report_find (large);
  return 0;
}
