/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "compose.h"

#include <string.h>

#include "links.h"

/* Pango ends a line behind an en dash even where no line may end. */
#define UNBROKEN_HYPHEN "\342\200\221"

static guint
source_number (PedicleComposer *composer, const char *id)
{
  guint number = GPOINTER_TO_UINT (g_hash_table_lookup (composer->source_numbers, id));

  if (number > 0)
    return number;
  g_ptr_array_add (composer->sources, g_strdup (id));
  number = composer->sources->len;
  g_hash_table_insert (composer->source_numbers, composer->sources->pdata[number - 1],
                       GUINT_TO_POINTER (number));
  return number;
}

static int
by_size (gconstpointer a, gconstpointer b)
{
  return (int) *(const guint *) a - (int) *(const guint *) b;
}

/* Three and more that follow each other are written by the first and the last: [4, 7-9]. */
static char *
format_numbers (const PediclePhrasing *phrasing, const GArray *numbers)
{
  GString *words = g_string_new ("[");
  const guint *n = (const guint *) (const void *) numbers->data;

  for (guint i = 0, last; i < numbers->len; i = last + 1)
    {
      g_autofree char *from = pedicle_phrasing_number (phrasing, n[i]);
      g_autofree char *to = NULL;

      for (last = i; last + 1 < numbers->len && n[last + 1] <= n[last] + 1;)
        last++;
      if (n[last] < n[i] + 2)
        for (last = i; last + 1 < numbers->len && n[last + 1] == n[last];)
          last++;
      to = pedicle_phrasing_number (phrasing, n[last]);
      g_string_append_printf (words, "%s%s%s%s", i > 0 ? ", " : "", from,
                              n[last] > n[i] ? UNBROKEN_HYPHEN : "", n[last] > n[i] ? to : "");
    }
  g_string_append_c (words, ']');
  return g_string_free (words, FALSE);
}

/* The numbers that stand behind the last words already, taken away to be written anew with more:
 * what a part and the answer around it name reads as one. */
static GArray *
take_numbers (PedicleRich *rich)
{
  if (rich->cited == NULL)
    {
      rich->cited = g_array_new (FALSE, FALSE, sizeof (guint));
      rich->cited_at = (guint) rich->text->len;
    }
  pedicle_rich_cut (rich, rich->cited_at);
  return rich->cited;
}

void
pedicle_compose_cite (PedicleComposer *composer, char **cites, PedicleBox *box)
{
  PedicleBox *text =
      cites != NULL && *cites != NULL && composer->cites ? pedicle_box_last_text (box) : NULL;
  GArray *numbers;
  g_autofree char *words = NULL;

  if (text == NULL)
    return;
  numbers = take_numbers (text->rich);
  for (char **cite = cites; *cite != NULL; cite++)
    {
      guint number = source_number (composer, *cite);

      g_array_append_val (numbers, number);
    }
  g_array_sort (numbers, by_size);
  words = format_numbers (&composer->phrasing, numbers);
  pedicle_rich_append (text->rich, " ", 0);
  pedicle_rich_append (text->rich, words, PEDICLE_SPAN_QUIET | PEDICLE_SPAN_WHOLE);
}

void
pedicle_compose_cite_since (PedicleComposer *composer,
                            char **cites,
                            PedicleBox *box,
                            const PedicleBox *before)
{
  if (pedicle_box_last_text (box) != before)
    pedicle_compose_cite (composer, cites, box);
}

static void
compose_source (
    PedicleComposer *composer, const char *id, guint number, PedicleBox *parent, int list)
{
  PedicleStructure *structure = composer->flow->structure;
  const PedicleSource *source = pedicle_library_find_source (composer->request->library, id);
  g_autofree char *words = source != NULL ? pedicle_source_format_brief (source) : g_strdup (id);
  g_autofree char *digits = pedicle_phrasing_number (&composer->phrasing, number);
  g_autofree char *mark = g_strconcat ("[", digits, "]", NULL);
  int item = pedicle_structure_add (structure, list, "LI");
  int label = pedicle_structure_add (structure, item, "Lbl");
  PedicleBox *box =
      pedicle_compose_words (composer, parent, item, "LBody", PEDICLE_ROLE_QUIET, words);

  pedicle_structure_get (structure, list)->numbering = "Decimal";
  pedicle_structure_get (structure, box->node)->uri =
      source != NULL ? pedicle_links_find (source) : NULL;
  box->keep_together = true;
  box->mark = PEDICLE_MARK_CITE;
  box->mark_node = label;
  box->rich->lasting = true;
  box->mark_rich = pedicle_rich_new_lasting (mark);
  pedicle_compose_keep_first (composer, parent);
  /* Published in English, so read aloud in English. */
  if (!pedicle_catalogue_is_english (composer->request->catalogue))
    {
      box->language = "en";
      pedicle_structure_get (structure, box->node)->language = g_strdup ("en");
    }
}

void
pedicle_compose_sources (PedicleComposer *composer, PedicleBox *parent, int node)
{
  PedicleBox *heading, *list;

  if (composer->sources->len == 0)
    return;
  heading = pedicle_compose_phrase (composer, parent, node, "H2", PEDICLE_ROLE_HEADING,
                                    PEDICLE_PHRASE_SOURCES, NULL, NULL);
  heading->keep_next = true;
  node = pedicle_structure_add (composer->flow->structure, node, "L");
  list = composer->request->handout->landscape && !composer->stacked
             ? pedicle_compose_flow (composer, parent, node)
             : pedicle_compose_stack (composer, parent, node, PEDICLE_FRAME_NONE);
  for (guint i = 0; i < composer->sources->len; i++)
    compose_source (composer, composer->sources->pdata[i], i + 1, list, list->node);
}

static void
compose_step (PedicleComposer *composer,
              const PedicleBlock *block,
              guint number,
              PedicleBox *parent,
              int list)
{
  PedicleStructure *structure = composer->flow->structure;
  int item = pedicle_structure_add (structure, list, "LI");
  g_autofree char *digits = pedicle_phrasing_number (&composer->phrasing, number);
  PedicleBox *step = pedicle_compose_stack (composer, parent, item, PEDICLE_FRAME_NONE);
  PedicleBox *label = pedicle_compose_phrase (composer, step, item, "Lbl", PEDICLE_ROLE_SUBHEADING,
                                              PEDICLE_PHRASE_STEP, NULL, digits);
  int body = pedicle_structure_add (structure, item, "LBody");

  label->keep_next = true;
  step->keep_together = true;
  for (guint i = 0; i < block->children->len; i++)
    {
      const PedicleBlock *child = block->children->pdata[i];

      if (child->kind == PEDICLE_BLOCK_FIGURE)
        pedicle_compose_figure (composer, child, step, body);
      else if (child->text != NULL)
        pedicle_compose_text (composer, step, body, "P", PEDICLE_ROLE_BODY, child->text);
    }
}

PedicleBox *
pedicle_compose_two (
    PedicleComposer *composer, PedicleBox *parent, int node, guint number, PedicleBox *row)
{
  if (composer->stacked)
    return parent;
  if (number % 2 == 0)
    return row;
  row = pedicle_box_new (parent, PEDICLE_BOX_BESIDE, node);
  row->gutter = 22;
  row->keep_together = true;
  return row;
}

/* The last one of an odd number is no larger than the others. */
void
pedicle_compose_end_two (PedicleComposer *composer, guint n, PedicleBox *row)
{
  if (!composer->stacked && n % 2 == 1)
    pedicle_compose_stack (composer, row, PEDICLE_NODE_NONE, PEDICLE_FRAME_NONE);
}

void
pedicle_compose_steps (PedicleComposer *composer,
                       const PedicleBlock *block,
                       PedicleBox *parent,
                       int node)
{
  int list = pedicle_structure_add (composer->flow->structure, node, "L");
  PedicleBox *row = NULL;
  guint number = 0;

  pedicle_structure_get (composer->flow->structure, list)->numbering = "Decimal";
  for (guint i = 0; i < block->children->len; i++)
    {
      const PedicleBlock *step = block->children->pdata[i];

      if (!pedicle_block_stands (step, composer->request->option, pedicle_placeholders_get,
                                 &composer->placeholders))
        continue;
      row = pedicle_compose_two (composer, parent, list, ++number, row);
      compose_step (composer, step, number, row, list);
    }
  pedicle_compose_end_two (composer, number, row);
}

static void
use_part (PedicleComposer *composer, const PedicleUse *use, PedicleBox *parent, int node)
{
  const PediclePart *part = pedicle_library_find_part (
      composer->request->library, composer->decision, composer->procedure, use);
  const PedicleBox *before = pedicle_box_last_text (parent);

  if (part == NULL && !use->optional)
    g_set_error (&composer->error, PEDICLE_HANDOUT_ERROR, PEDICLE_HANDOUT_ERROR_REQUEST,
                 "The handout “%s” uses the part “%s” from “%s”, which does not exist. Add the "
                 "part, or mark the use as "
                 "optional.",
                 composer->request->handout->id, use->part, use->from);
  if (part == NULL)
    return;
  pedicle_compose_blocks (composer, part->blocks, parent, node);
  pedicle_compose_cite_since (composer, part->cites, parent, before);
}

/* The short form and what is not known; the long form goes on from them where they stood before. */
static void
use_brief (PedicleComposer *composer,
           const PedicleUse *use,
           const PedicleAnswer *answer,
           PedicleBox *parent,
           int node)
{
  bool goes_on = use->form == PEDICLE_FORM_LONG && answer->blocks != NULL;

  if (use->form == PEDICLE_FORM_STEPS ||
      (goes_on && g_hash_table_contains (composer->told, answer)))
    return;
  g_hash_table_add (composer->told, (gpointer) answer);
  if (answer->brief != NULL)
    pedicle_compose_text (composer, parent, node, "P", PEDICLE_ROLE_BODY, answer->brief);
  if (answer->unknown != NULL)
    pedicle_compose_text (composer, parent, node, "P", PEDICLE_ROLE_BODY, answer->unknown);
}

static void
use_answer (PedicleComposer *composer,
            const PedicleUse *use,
            const PedicleTopic *topic,
            PedicleBox *parent,
            int node)
{
  const PedicleAnswer *answer = topic->shared;
  const PedicleBox *before = pedicle_box_last_text (parent);

  if (answer == NULL && composer->procedure != NULL)
    answer = pedicle_procedure_find_answer (composer->procedure, topic->id);
  if (answer == NULL)
    return;
  if (use->form == PEDICLE_FORM_LONG)
    pedicle_compose_heading (composer, parent, node, PEDICLE_ROLE_HEADING, topic->question);
  if (use->form == PEDICLE_FORM_STEPS && answer->steps != NULL)
    pedicle_compose_steps (composer, answer->steps, parent, node);
  use_brief (composer, use, answer, parent, node);
  if (use->form == PEDICLE_FORM_LONG && answer->blocks != NULL)
    pedicle_compose_blocks (composer, answer->blocks, parent, node);
  pedicle_compose_cite_since (composer, answer->cites, parent, before);
}

void
pedicle_compose_use (PedicleComposer *composer, const PedicleUse *use, PedicleBox *parent, int node)
{
  const PedicleNumbers *numbers;

  if (use->part != NULL)
    use_part (composer, use, parent, node);
  else if (use->numbers != NULL)
    {
      numbers = pedicle_decision_find_numbers (composer->decision, use->numbers);
      if (numbers != NULL)
        pedicle_compose_numbers (composer, numbers, parent, node);
    }
  else if (use->topics != NULL && use->form == PEDICLE_FORM_COMPARE)
    pedicle_compose_compare (composer, use, parent, node);
  else if (use->topics != NULL)
    for (guint i = 0; i < composer->decision->topics->len; i++)
      {
        const PedicleTopic *topic = composer->decision->topics->pdata[i];

        if (g_strv_contains ((const char *const *) use->topics, topic->id) ||
            g_strv_contains ((const char *const *) use->topics, "*"))
          use_answer (composer, use, topic, parent, node);
      }
}
