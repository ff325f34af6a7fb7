/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "steps.h"

/* An option whose answer on "t" has these steps: "id" or "id>option/step". */
static PedicleProcedure *
new_option (const char *id, const char *const *steps)
{
  PedicleProcedure *option = pedicle_procedure_new ();
  PedicleAnswer *answer = g_new0 (PedicleAnswer, 1);

  option->id = g_strdup (id);
  if (option->answers == NULL)
    option->answers = g_ptr_array_new_with_free_func ((GDestroyNotify) pedicle_answer_free);
  answer->topic = g_strdup ("t");
  answer->steps = pedicle_block_new (PEDICLE_BLOCK_STEPS);
  if (answer->steps->children == NULL)
    answer->steps->children = g_ptr_array_new_with_free_func ((GDestroyNotify) pedicle_block_unref);
  for (; *steps != NULL; steps++)
    {
      g_auto (GStrv) parts = g_strsplit (*steps, ">", 2);
      PedicleBlock *step = pedicle_block_new (PEDICLE_BLOCK_STEP);
      step->id = g_strdup (parts[0]);
      step->pairs = g_strdup (parts[1]);
      g_ptr_array_add (answer->steps->children, step);
    }
  g_ptr_array_add (option->answers, answer);
  return option;
}

/* The rows as "a1 b1|a2 -". */
static char *
describe (GPtrArray *rows)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < rows->len; i++)
    {
      GPtrArray *row = g_ptr_array_index (rows, i);
      g_string_append (out, i > 0 ? "|" : "");
      for (guint j = 0; j < row->len; j++)
        {
          const PedicleBlock *step = g_ptr_array_index (row, j);
          g_string_append_printf (out, "%s%s", j > 0 ? " " : "", step != NULL ? step->id : "-");
        }
    }
  return g_string_free (out, FALSE);
}

static void
check (const char *const *first, const char *const *second, const char *expected)
{
  g_autoptr (GPtrArray) options = g_ptr_array_new_with_free_func ((GDestroyNotify) pedicle_procedure_unref);

  g_ptr_array_add (options, new_option ("a", first));
  g_ptr_array_add (options, new_option ("b", second));
  g_autoptr (GPtrArray) rows = pedicle_steps_align (options, "t");
  g_autofree char *described = describe (rows);
  g_assert_cmpstr (described, ==, expected);
}

#define STEPS(...) ((const char *const[]){ __VA_ARGS__, NULL })
#define NONE ((const char *const[]){ NULL })

static void
test_order (void)
{
  check (STEPS ("a1", "a2"), STEPS ("b1", "b2"), "a1 b1|a2 b2");
  check (STEPS ("a1", "a2"), STEPS ("b1", "b2", "b3"), "a1 b1|a2 b2|- b3");
}

static void
test_pairs (void)
{
  check (STEPS ("a1", "a2"), STEPS ("b1>a/a1", "b2", "b3>a/a2"), "a1 b1|- b2|a2 b3");
  check (STEPS ("a1", "a2>b/b1", "a3"), STEPS ("b1"), "a1 -|a2 b1|a3 -");
}

static void
test_none (void)
{
  check (NONE, NONE, "");
  check (NONE, STEPS ("b1"), "- b1");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/steps/order", test_order);
  g_test_add_func ("/steps/pairs", test_pairs);
  g_test_add_func ("/steps/none", test_none);
  return g_test_run ();
}
