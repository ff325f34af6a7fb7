/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "closures.h"
#include "count.h"
#include "icon-array.h"

static void
check (char *words, const char *expected)
{
  g_assert_cmpstr (words, ==, expected);
  g_free (words);
}

static void
test_counts (void)
{
  check (pedicle_discussed_of (3, 10), "3 of 10 discussed");
  check (pedicle_step_of (2, 4), "Step 2 of 4");
  check (pedicle_page_of (1, 2), "Page 1 of 2");
  check (pedicle_problems_in_content (1), "1 problem in the content");
  check (pedicle_problems_in_content (2), "2 problems in the content");
  check (pedicle_questions_noted (1), "1 question");
  check (pedicle_questions_noted (5), "5 questions");
  check (pedicle_and_more (0), "");
  check (pedicle_and_more (4), "4 more");
}

static void
test_join (void)
{
  check (pedicle_join_words ((const char *const[]){ NULL }), "");
  check (pedicle_join_words ((const char *const[]){ "a", NULL }), "a");
  check (pedicle_join_words ((const char *const[]){ "a", "b", NULL }), "a and b");
  check (pedicle_join_words ((const char *const[]){ "a", "b", "c", NULL }), "a, b and c");
}

/* The first shapes, which are the filled ones, stand in the bottom row. */
static void
test_icon_rows (void)
{
  g_assert_cmpint (pedicle_icon_array_row (0, 100), ==, 9);
  g_assert_cmpint (pedicle_icon_array_row (9, 100), ==, 9);
  g_assert_cmpint (pedicle_icon_array_row (10, 100), ==, 8);
  g_assert_cmpint (pedicle_icon_array_row (99, 100), ==, 0);
  g_assert_cmpint (pedicle_icon_array_row (14, 15), ==, 0);
}

static void
check_count (const char *text, guint shown, guint per, const char *expected)
{
  guint start = 0, end = 0;

  g_assert_cmpint (pedicle_count_find (text, shown, per, &start, &end), ==, expected != NULL);
  g_autofree char *found = g_strndup (text + start, end - start);
  g_assert_cmpstr (found, ==, expected != NULL ? expected : "");
}

static void
test_count_in_sentence (void)
{
  check_count ("With it, 16 of 100 people had one.", 16, 100, "16 of 100");
  check_count ("In 2 years, 16 of 100.", 16, 100, "16 of 100");
  check_count ("De cada 100, 16", 16, 100, NULL);
  check_count ("\u0661\u0666 \u0645\u0646 \u0661\u0660\u0660", 16, 100, "\u0661\u0666 \u0645\u0646 \u0661\u0660\u0660");
  check_count ("116 of 100, 1.16 of 100, 0-16 of 100", 16, 100, NULL);
  check_count ("16 of 1000", 16, 100, NULL);
  check_count ("16 of 4 in 100", 16, 100, NULL);
  check_count ("99999999999999999999999 of 100", 16, 100, NULL);
  check_count ("none", 0, 100, NULL);
  check_count ("", 0, 0, NULL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/closures/counts", test_counts);
  g_test_add_func ("/closures/join", test_join);
  g_test_add_func ("/closures/icon-rows", test_icon_rows);
  g_test_add_func ("/closures/count-in-sentence", test_count_in_sentence);
  return g_test_run ();
}
