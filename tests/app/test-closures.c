/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "closures.h"
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

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/closures/counts", test_counts);
  g_test_add_func ("/closures/join", test_join);
  g_test_add_func ("/closures/icon-rows", test_icon_rows);
  return g_test_run ();
}
