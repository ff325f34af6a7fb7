/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "compose.h"

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
