/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "prose.h"

#include "inline.h"
#include "readability.h"

static void
tell (const PedicleText *text, PedicleProseFunc func, gpointer user_data)
{
  if (text != NULL)
    func (text, user_data);
}

static void
tell_all (const GPtrArray *texts, PedicleProseFunc func, gpointer user_data)
{
  for (guint i = 0; texts != NULL && i < texts->len; i++)
    func (texts->pdata[i], user_data);
}

static void
tell_figure (const PedicleFigure *figure, PedicleProseFunc func, gpointer user_data)
{
  tell (figure->alt, func, user_data);
  for (guint i = 0; figure->labels != NULL && i < figure->labels->len; i++)
    tell (((const PedicleLabel *) figure->labels->pdata[i])->text, func, user_data);
}

static void
tell_block (const PedicleBlock *block, PedicleProseFunc func, gpointer user_data)
{
  if (block->figure != NULL)
    tell_figure (block->figure, func, user_data);
  tell (block->text, func, user_data);
  pedicle_prose_of_blocks (block->children, func, user_data);
}

void
pedicle_prose_of_blocks (const GPtrArray *blocks, PedicleProseFunc func, gpointer user_data)
{
  for (guint i = 0; blocks != NULL && i < blocks->len; i++)
    tell_block (blocks->pdata[i], func, user_data);
}

void
pedicle_prose_of_answer (const PedicleAnswer *answer, PedicleProseFunc func, gpointer user_data)
{
  tell (answer->brief, func, user_data);
  tell (answer->unknown, func, user_data);
  pedicle_prose_of_blocks (answer->blocks, func, user_data);
  if (answer->steps != NULL)
    tell_block (answer->steps, func, user_data);
}

void
pedicle_prose_of_numbers (const PedicleNumbers *numbers, PedicleProseFunc func, gpointer user_data)
{
  const PedicleText *texts[] = {
    numbers->title, numbers->group,          numbers->time,
    numbers->unit,  numbers->scale_low_text, numbers->scale_high_text
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    tell (texts[i], func, user_data);
  for (guint i = 0; numbers->outcomes != NULL && i < numbers->outcomes->len; i++)
    {
      const PedicleOutcome *outcome = numbers->outcomes->pdata[i];

      tell (outcome->happens, func, user_data);
      tell (outcome->happens_not, func, user_data);
      tell (outcome->range, func, user_data);
    }
  tell_all (numbers->unknowns, func, user_data);
  tell_all (numbers->notes, func, user_data);
}

char *
pedicle_prose_plain (const char *markup)
{
  g_autoptr (GPtrArray) runs = pedicle_inline_parse (markup, NULL);
  GString *plain = g_string_new (NULL);

  for (guint i = 0; runs != NULL && i < runs->len; i++)
    {
      const PedicleRun *run = runs->pdata[i];

      g_string_append (plain, run->field != NULL ? PEDICLE_READABILITY_BLANK : run->text);
    }
  return g_string_free (plain, FALSE);
}
