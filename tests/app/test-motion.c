/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "motion.h"

#include "library.h"
#include <string.h>

static char *
between (const char *from, const char *to, double share)
{
  g_autoptr (GBytes) a = g_bytes_new (from, strlen (from)), b = g_bytes_new (to, strlen (to));
  g_autoptr (GBytes) result = pedicle_motion_between (a, b, share);
  gsize size;
  const char *data = g_bytes_get_data (result, &size);

  return g_strndup (data, size);
}

static void
check (const char *from, const char *to, double share, const char *expected)
{
  g_autofree char *result = between (from, to, share);

  g_assert_cmpstr (result, ==, expected);
}

static void
test_numbers (void)
{
  const char *from = "<svg><g id=\"a\"><path d=\"M1 2.5c-3 .5\" fill=\"#123456\"/></g></svg>";
  const char *to = "<svg><g id=\"a\"><path d=\"M3 2.5c3 1.5\" fill=\"#123456\"/></g></svg>";

  check (from, to, 0.5, "<svg><g id=\"a\"><path d=\"M2.000 2.5c0.000 1.000\" fill=\"#123456\"/></g></svg>");
  check (from, to, 0, "<svg><g id=\"a\"><path d=\"M1.000 2.5c-3.000 0.500\" fill=\"#123456\"/></g></svg>");
  check (from, to, 1, "<svg><g id=\"a\"><path d=\"M3.000 2.5c3.000 1.500\" fill=\"#123456\"/></g></svg>");
  /* Numbers that only their signs part stay two. */
  check ("<g id=\"a\">1-2</g>", "<g id=\"a\">1-2.5</g>", 0.5, "<g id=\"a\">1 -2.250</g>");
}

/* What is drawn in another way is not made up. */
static void
test_others (void)
{
  check ("<g id=\"a\">M1 2</g>", "<g id=\"a\">M1 2L3 4</g>", 0.5, "<g id=\"a\">M1 2</g>");
  check ("<g id=\"a\">M1 2L3 4</g>", "<g id=\"a\">M1 2</g>", 0.5, "<g id=\"a\">M1 2L3 4</g>");
  check ("<g id=\"a\">#100000</g>", "<g id=\"a\">#200000</g>", 0.5, "<g id=\"a\">#100000</g>");
  check ("<g id=\"a\">1</g>2<g id=\"b\">1</g>", "4<g id=\"b\">3</g>", 0.5, "2<g id=\"b\">2.000</g>");
  check ("<g id=\"a\">1<g id=\"b\">1</g></g>5", "<g id=\"a\">3<g id=\"b\">5</g></g>", 0.5,
         "<g id=\"a\">2.000<g id=\"b\">3.000</g></g>5");
  check ("<g id=\"ab\">1</g>", "<g id=\"a\">3</g><g id=\"ab\">2</g>", 0.5, "<g id=\"ab\">1.500</g>");
}

/* Text that is cut off is read to its end and not beyond. */
static void
test_cut_off (void)
{
  const char *whole = "<svg><g id=\"a\"><path d=\"M1-2.5c.5#0a-\"/></g></svg>";

  for (gsize i = 0; i <= strlen (whole); i++)
    for (gsize j = 0; j <= strlen (whole); j++)
      {
        g_autofree char *a = g_strndup (whole, i), *b = g_strndup (whole, j);
        g_autofree char *result = between (a, b, 0.5);
        g_assert_nonnull (result);
      }
}

static const PedicleFigure *
get_figure (const PedicleBlock *step)
{
  for (guint i = 0; i < step->children->len; i++)
    {
      const PedicleBlock *child = g_ptr_array_index (step->children, i);
      if (child->figure != NULL)
        return child->figure;
    }
  return NULL;
}

/* Returns: how many of the steps move; each of these has a picture that the one before can become. */
static guint
check_steps (GPtrArray *steps)
{
  guint n = 0;

  for (guint i = 0; i < steps->len; i++)
    {
      const PedicleBlock *step = g_ptr_array_index (steps, i);
      if (!step->moves)
        continue;
      g_assert_cmpuint (i, >, 0);
      const PedicleFigure *from = get_figure (g_ptr_array_index (steps, i - 1)), *to = get_figure (step);
      g_assert_true (from != NULL && to != NULL);
      g_assert_cmpfloat (from->width, ==, to->width);
      g_autoptr (GBytes) early = pedicle_motion_between (from->svg, to->svg, 0.2);
      g_autoptr (GBytes) late = pedicle_motion_between (from->svg, to->svg, 0.8);
      g_assert_false (g_bytes_equal (early, late));
      n++;
    }
  return n;
}

static void
test_content (void)
{
  const char *const folders[] = { SOURCE_ROOT "/data/content", NULL };
  g_autoptr (PedicleProblems) problems = pedicle_problems_new ();
  g_autoptr (PedicleLibrary) library = pedicle_library_load (folders, NULL, problems);
  GPtrArray *procedures = pedicle_library_get_procedures (library);
  guint n = 0;

  for (guint i = 0; i < procedures->len; i++)
    {
      const PedicleProcedure *procedure = g_ptr_array_index (procedures, i);
      for (guint j = 0; j < procedure->answers->len; j++)
        {
          const PedicleAnswer *answer = g_ptr_array_index (procedure->answers, j);
          if (answer->steps != NULL)
            n += check_steps (answer->steps->children);
        }
    }
  g_assert_cmpuint (n, >, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/motion/numbers", test_numbers);
  g_test_add_func ("/motion/others", test_others);
  g_test_add_func ("/motion/cut-off", test_cut_off);
  g_test_add_func ("/motion/content", test_content);
  return g_test_run ();
}
