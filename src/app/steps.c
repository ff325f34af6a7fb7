/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "steps.h"

static GPtrArray *
get_steps (const PedicleProcedure *option, const char *topic)
{
  const PedicleAnswer *answer = pedicle_procedure_find_answer (option, topic);

  return answer != NULL && answer->steps != NULL ? answer->steps->children : NULL;
}

static const PedicleProcedure *
find_leader (GPtrArray *options, const char *topic)
{
  const PedicleProcedure *leader = NULL;
  guint most = 0;

  for (guint i = 0; i < options->len; i++)
    {
      const PedicleProcedure *option = g_ptr_array_index (options, i);
      GPtrArray *steps = get_steps (option, topic);
      if (steps != NULL && steps->len > most)
        {
          leader = option;
          most = steps->len;
        }
    }
  return leader;
}

/* Whether @step says that it stands beside @other of @option. */
static gboolean
names (const PedicleBlock *step, const PedicleProcedure *option, const PedicleBlock *other)
{
  if (step->pairs == NULL || other->id == NULL)
    return FALSE;
  g_autofree char *reference = g_strconcat (option->id, "/", other->id, NULL);
  return g_str_equal (step->pairs, reference);
}

static gboolean
names_any (GPtrArray *steps, const char *option)
{
  g_autofree char *prefix = g_strconcat (option, "/", NULL);

  for (guint i = 0; i < steps->len; i++)
    {
      const PedicleBlock *step = g_ptr_array_index (steps, i);
      if (step->pairs != NULL && g_str_has_prefix (step->pairs, prefix))
        return TRUE;
    }
  return FALSE;
}

static const PedicleBlock *
find_beside (const PedicleProcedure *leader, GPtrArray *leading, guint index, const PedicleProcedure *option,
             GPtrArray *steps)
{
  const PedicleBlock *step = g_ptr_array_index (leading, index);

  if (option == leader)
    return step;
  for (guint i = 0; i < steps->len; i++)
    {
      const PedicleBlock *other = g_ptr_array_index (steps, i);
      if (names (step, option, other) || names (other, leader, step))
        return other;
    }
  if (names_any (leading, option->id) || names_any (steps, leader->id))
    return NULL;
  return index < steps->len ? g_ptr_array_index (steps, index) : NULL;
}

GPtrArray *
pedicle_steps_align (GPtrArray *options, const char *topic)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  const PedicleProcedure *leader = find_leader (options, topic);
  GPtrArray *leading = leader != NULL ? get_steps (leader, topic) : NULL;

  for (guint i = 0; leading != NULL && i < leading->len; i++)
    {
      GPtrArray *row = g_ptr_array_new ();
      for (guint j = 0; j < options->len; j++)
        {
          const PedicleProcedure *option = g_ptr_array_index (options, j);
          GPtrArray *steps = get_steps (option, topic);
          g_ptr_array_add (row, steps != NULL ? (gpointer) find_beside (leader, leading, i, option, steps) : NULL);
        }
      g_ptr_array_add (rows, row);
    }
  return rows;
}
