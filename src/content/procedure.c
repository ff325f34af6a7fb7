/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "procedure.h"

#include <string.h>

void
pedicle_answer_free (PedicleAnswer *answer)
{
  g_free (answer->topic);
  g_clear_pointer (&answer->brief, pedicle_text_unref);
  g_clear_pointer (&answer->unknown, pedicle_text_unref);
  g_clear_pointer (&answer->blocks, g_ptr_array_unref);
  g_clear_pointer (&answer->steps, pedicle_block_unref);
  g_strfreev (answer->cites);
  g_free (answer);
}

void
pedicle_part_free (PediclePart *part)
{
  g_free (part->id);
  g_clear_pointer (&part->blocks, g_ptr_array_unref);
  g_strfreev (part->cites);
  g_free (part);
}

PedicleProcedure *
pedicle_procedure_new (void)
{
  return g_atomic_rc_box_new0 (PedicleProcedure);
}

PedicleProcedure *
pedicle_procedure_ref (PedicleProcedure *procedure)
{
  return g_atomic_rc_box_acquire (procedure);
}

static void
procedure_clear (gpointer data)
{
  PedicleProcedure *procedure = data;
  g_free (procedure->id);
  g_free (procedure->file);
  g_clear_pointer (&procedure->title, pedicle_text_unref);
  g_clear_pointer (&procedure->summary, pedicle_text_unref);
  g_clear_pointer (&procedure->answers, g_ptr_array_unref);
  g_clear_pointer (&procedure->parts, g_ptr_array_unref);
}

void
pedicle_procedure_unref (PedicleProcedure *procedure)
{
  g_atomic_rc_box_release_full (procedure, procedure_clear);
}

const PedicleAnswer *
pedicle_procedure_find_answer (const PedicleProcedure *procedure, const char *topic)
{
  for (guint i = 0; i < procedure->answers->len; i++)
    {
      const PedicleAnswer *answer = procedure->answers->pdata[i];
      if (strcmp (answer->topic, topic) == 0)
        return answer;
    }
  return NULL;
}
