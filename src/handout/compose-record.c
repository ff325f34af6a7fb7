/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "compose.h"

#include <string.h>

#include "translations.h"

#define LINES_FOR_QUESTIONS 2 /* to write on, below those that were noted */

typedef struct
{
  PedicleComposer *composer;
  const PedicleVisit *visit; /* (nullable) */
  PedicleBox *box;
} Record;

/* A list to tick, without a patient a form to fill in by hand. */
static Record
begin (PedicleComposer *composer, PedicleBox *parent, int node)
{
  int list = pedicle_structure_add (composer->flow->structure, node, "L");

  return (Record){ composer, composer->request->visit,
                   pedicle_compose_stack (composer, parent, list, PEDICLE_FRAME_NONE) };
}

static void
add (Record *record, const PedicleText *text, bool ticked)
{
  pedicle_compose_item (record->composer, record->box, record->box->node,
                        ticked ? PEDICLE_MARK_TICKED : PEDICLE_MARK_TICK, 0, text);
}

/* Which options were shown is known only when there was a talk. */
static bool
was_shown (const Record *record, const char *option)
{
  return record->visit != NULL && pedicle_visit_get_n_discussed (record->visit) > 0 &&
         !pedicle_visit_is_hidden (record->visit, option);
}

static void
add_options (Record *record)
{
  for (char **id = record->composer->decision->options; *id != NULL; id++)
    {
      const PedicleProcedure *option =
          pedicle_library_find_procedure (record->composer->request->library, *id);

      add (record, option->title, was_shown (record, *id));
    }
}

static void
add_topics (Record *record)
{
  const GPtrArray *topics = record->composer->decision->topics;

  for (guint i = 0; i < topics->len; i++)
    {
      const PedicleTopic *topic = topics->pdata[i];

      add (record, topic->question,
           record->visit != NULL && pedicle_visit_is_discussed (record->visit, topic->id));
    }
}

static void
add_values (Record *record)
{
  const GPtrArray *values = record->composer->decision->values;
  const char *const none[] = { NULL };
  const char *const *matters =
      record->visit != NULL ? pedicle_visit_get_matters (record->visit) : none;

  for (guint i = 0; i < values->len; i++)
    {
      const PedicleValue *value = values->pdata[i];

      add (record, value->statement, g_strv_contains (matters, value->id));
    }
}

static bool
is_numbers_shown (const Record *record, const PedicleNumbers *numbers)
{
  return record->visit != NULL && pedicle_visit_was_shown (record->visit, numbers->id);
}

/* There are many, each a study of its own: those that were not shown would hide those that were. */
static void
add_numbers (Record *record)
{
  const GPtrArray *numbers = record->composer->decision->numbers;

  for (guint i = 0; i < numbers->len; i++)
    if (is_numbers_shown (record, numbers->pdata[i]))
      add (record, ((const PedicleNumbers *) numbers->pdata[i])->title, true);
}

bool
pedicle_compose_has_numbers (PedicleComposer *composer)
{
  const GPtrArray *numbers = composer->decision->numbers;
  Record record = { composer, composer->request->visit, NULL };

  for (guint i = 0; i < numbers->len; i++)
    if (is_numbers_shown (&record, numbers->pdata[i]))
      return true;
  return false;
}

/* By its title, which names the option; in another language than this sheet's it says which. */
static void
add_given (Record *record, const PedicleHandout *handout, const PedicleGiven *given)
{
  const char *own = pedicle_catalogue_get_language (record->composer->request->catalogue);
  PedicleBox *box =
      pedicle_compose_item (record->composer, record->box, record->box->node, PEDICLE_MARK_TICKED,
                            0, pedicle_handout_get_title (handout, given->option));

  if (strcmp (given->language, own) == 0)
    return;
  pedicle_rich_append (box->rich, " (", 0);
  pedicle_rich_append_value (box->rich, pedicle_language_name (given->language),
                             PEDICLE_FIELD_TEXT, 0);
  pedicle_rich_append (box->rich, ")", 0);
}

static void
add_sheet (Record *record, const PedicleHandout *handout)
{
  const GPtrArray *given = record->visit != NULL ? pedicle_visit_get_given (record->visit) : NULL;
  bool any = false;

  for (guint i = 0; given != NULL && i < given->len; i++)
    if (strcmp (((const PedicleGiven *) given->pdata[i])->handout, handout->id) == 0)
      {
        add_given (record, handout, given->pdata[i]);
        any = true;
      }
  if (!any)
    add (record, handout->menu, false);
}

/* All but the one they are listed on. */
static void
add_sheets (Record *record)
{
  const PedicleRequest *request = record->composer->request;
  const GPtrArray *handouts = pedicle_library_get_handouts (request->library);

  for (guint i = 0; i < handouts->len; i++)
    {
      const PedicleHandout *handout = handouts->pdata[i];

      if (handout != request->handout &&
          g_strcmp0 (handout->decision, request->handout->decision) == 0)
        add_sheet (record, handout);
    }
}

/* In the words, and the language, in which they were noted. */
static void
compose_questions (PedicleComposer *composer, PedicleBox *parent, int node)
{
  const PedicleVisit *visit = composer->request->visit;
  PedicleBox *lines;

  for (const char *const *question = visit != NULL ? pedicle_visit_get_questions (visit) : NULL;
       question != NULL && *question != NULL; question++)
    pedicle_compose_words (composer, parent, node, "P", PEDICLE_ROLE_BODY, *question);
  lines = pedicle_box_new (parent, PEDICLE_BOX_NOTES, PEDICLE_NODE_NONE);
  lines->lines_to_write = LINES_FOR_QUESTIONS;
}

void
pedicle_compose_record (PedicleComposer *composer,
                        PedicleRecord kind,
                        PedicleBox *parent,
                        int node)
{
  static void (*const fill[]) (Record *) = {
    [PEDICLE_RECORD_OPTIONS] = add_options,
    [PEDICLE_RECORD_TOPICS] = add_topics,
    [PEDICLE_RECORD_VALUES] = add_values,
    [PEDICLE_RECORD_NUMBERS] = add_numbers,
    [PEDICLE_RECORD_SHEETS] = add_sheets,
  };
  Record record;

  if (kind == PEDICLE_RECORD_QUESTIONS)
    {
      compose_questions (composer, parent, node);
      return;
    }
  if (kind == PEDICLE_RECORD_DRAWINGS)
    {
      pedicle_compose_drawings (composer, parent, node);
      return;
    }
  record = begin (composer, parent, node);
  fill[kind](&record);
  if (record.box->children->len == 0)
    pedicle_box_remove (parent, record.box);
}
