/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "source-list.h"

#include <string.h>

/* Its words are borrowed. */
static PedicleSource
new_source (const char *kind, const char *seen, char **identifiers)
{
  return (PedicleSource){ .id = (char *) "a", .kind = (char *) kind, .year = 2020, .seen = (char *) seen,
                          .authors = (char *) "Example A", .published = (char *) "A study of 100% of us",
                          .where = (char *) "Journal 2020;1:1", .identifiers = identifiers };
}

static void
test_words (void)
{
  g_auto (GStrv) identifiers = g_strsplit ("doi:10.1/x pmid:7", " ", -1);
  PedicleSource source = new_source ("trial", "abstract", identifiers);
  g_autofree char *payer = g_strdup ("A %s fund & <Sons>");

  source.paid_by = payer;
  g_autofree char *words = pedicle_source_markup (&source);

  g_assert_cmpstr (words, ==,
                   "Example A. A study of 100% of us. Journal 2020;1:1.\n"
                   "<a href=\"https://doi.org/10.1/x\">https://doi.org/10.1/x</a>\nWhat it is: a trial\n"
                   "What was read: its summary\nPaid by: A %s fund &amp; &lt;Sons&gt;");
  source.paid_by = NULL;
  source.identifiers = identifiers + 2; /* none */
  g_autofree char *unpaid = pedicle_source_markup (&source);
  g_assert_nonnull (strstr (unpaid, "\nPaid by: not said"));
  g_assert_null (strstr (unpaid, "\n\n"));

  g_auto (GStrv) book = g_strsplit ("isbn:1&2", " ", -1);
  source.identifiers = book;
  g_autofree char *unlinked = pedicle_source_markup (&source);
  g_assert_nonnull (strstr (unlinked, "\nisbn:1&amp;2\n"));
}

/* All kinds that the format knows have words. */
static void
test_kinds (void)
{
  static const char *const kinds[]
      = { "trial", "review", "guideline", "leaflet", "cohort", "registry", "page", "book" };
  static const char *const ways[] = { "full", "part", "abstract", "secondary" };
  g_auto (GStrv) none = g_strsplit ("", " ", -1);

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      PedicleSource source = new_source (kinds[i], ways[i % G_N_ELEMENTS (ways)], none);
      g_autofree char *words = pedicle_source_markup (&source);
      g_assert_nonnull (strstr (words, "What it is: "));
      g_assert_nonnull (strstr (words, "What was read: "));
    }
}

/* Each set of numbers of the shipped content names its sources, and when all was looked for. */
static void
test_numbers (void)
{
  g_autoptr (PedicleSession) session = pedicle_session_new (SOURCE_ROOT "/data/content");
  const PedicleDecision *decision = pedicle_session_get_decision (session);

  for (guint i = 0; i < decision->numbers->len; i++)
    {
      g_autoptr (GPtrArray) ids = g_ptr_array_new ();
      pedicle_source_list_add_numbers (ids, g_ptr_array_index (decision->numbers, i));
      guint once = ids->len;
      pedicle_source_list_add_numbers (ids, g_ptr_array_index (decision->numbers, i));
      g_assert_cmpuint (once, >, 0);
      g_assert_cmpuint (ids->len, ==, once);
      g_autofree char *list = pedicle_source_list_format (session, ids);
      g_assert_nonnull (strstr (list, "To be looked at again by: "));
    }
  g_autoptr (GPtrArray) nothing = g_ptr_array_new ();
  g_autofree char *empty = pedicle_source_list_format (session, nothing);
  g_assert_cmpstr (empty, ==, "");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sources/words", test_words);
  g_test_add_func ("/sources/kinds", test_kinds);
  g_test_add_func ("/sources/numbers", test_numbers);
  return g_test_run ();
}
