/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "compose.h"

#include <string.h>

/* Two boxes of words of one language make one paragraph. */
static void
join (PedicleBox *parent,
      PedicleBox *first,
      PedicleBox *second,
      void (*append) (PedicleRich *rich, const PedicleRich *more))
{
  if (first == NULL || second == NULL || first->language != second->language)
    return;
  append (first->rich, second->rich);
  pedicle_box_remove (parent, second);
}

static void
append_sentence (PedicleRich *rich, const PedicleRich *more)
{
  pedicle_rich_append (rich, " ", 0);
  pedicle_rich_append_rich (rich, more);
}

static PedicleBox *
compose_fact (PedicleComposer *composer,
              const char *phrase,
              const PedicleText *value,
              PedicleBox *parent,
              int node)
{
  return value != NULL ? pedicle_compose_phrase (composer, parent, node, "P", PEDICLE_ROLE_QUIET,
                                                 phrase, value, NULL)
                       : NULL;
}

static PedicleBox *
figure_box (PedicleComposer *composer,
            PedicleBox *parent,
            int node,
            PedicleBoxKind kind,
            const PedicleText *alt)
{
  PedicleStructure *structure = composer->flow->structure;
  PedicleBox *box =
      pedicle_box_new (parent, kind, pedicle_structure_add (structure, node, "Figure"));

  pedicle_compose_alt (composer, box->node, alt);
  box->before = 4;
  return box;
}

static bool
is_one_certainty (const PedicleNumbers *numbers)
{
  for (guint i = 1; i < numbers->outcomes->len; i++)
    if (((const PedicleOutcome *) numbers->outcomes->pdata[i])->certainty !=
        ((const PedicleOutcome *) numbers->outcomes->pdata[0])->certainty)
      return false;
  return numbers->outcomes->len > 0;
}

static PedicleBox *
compose_own (PedicleComposer *composer, const PedicleOutcome *outcome, PedicleBox *parent, int node)
{
  return pedicle_compose_phrase (composer, parent, node, "P", PEDICLE_ROLE_QUIET,
                                 pedicle_phrases_certainty (outcome->certainty), NULL, NULL);
}

/* The range and the sources of a number; and, where the numbers of a set are not equally sure, how
 * sure it is. */
static void
compose_trust (PedicleComposer *composer,
               const PedicleNumbers *numbers,
               const PedicleOutcome *outcome,
               PedicleBox *parent,
               int node)
{
  compose_fact (composer, PEDICLE_PHRASE_RANGE, outcome->range, parent, node);
  if (!is_one_certainty (numbers))
    compose_own (composer, outcome, parent, node);
  pedicle_compose_cite (composer, outcome->cites, parent);
}

static void
compose_share (PedicleComposer *composer,
               const PedicleNumbers *numbers,
               const PedicleOutcome *outcome,
               PedicleBox *parent,
               int node)
{
  PedicleBox *both = pedicle_box_new (parent, PEDICLE_BOX_BESIDE, node);
  PedicleBox *people = figure_box (composer, both, node, PEDICLE_BOX_PEOPLE, outcome->happens);
  PedicleBox *words = pedicle_compose_stack (composer, both, node, PEDICLE_FRAME_NONE);

  both->gutter = 12;
  both->before = 9; /* rows of two options must not look like one */
  both->keep_together = true;
  both->widths = g_new (double, 2);
  both->widths[0] = 0; /* as wide as the picture is */
  both->widths[1] = 1;
  people->share = outcome->per > 0 ? outcome->shown / outcome->per : 0;
  people->round = g_strcmp0 (numbers->of, "bones") != 0 && g_strcmp0 (numbers->of, "things") != 0;
  pedicle_compose_text (composer, words, node, "P", PEDICLE_ROLE_BODY, outcome->happens);
  if (outcome->happens_not != NULL)
    pedicle_compose_text (composer, words, node, "P", PEDICLE_ROLE_BODY, outcome->happens_not);
  compose_trust (composer, numbers, outcome, words, node);
}

static void
compose_bar (PedicleComposer *composer,
             const PedicleNumbers *numbers,
             const PedicleText *text,
             double value,
             bool quiet,
             PedicleBox *parent,
             int node)
{
  double length = numbers->scale_high - numbers->scale_low;
  PedicleBox *words, *bar;

  if (text == NULL)
    return;
  words = pedicle_compose_text (composer, parent, node, "P", PEDICLE_ROLE_BODY, text);
  words->keep_next = true;
  if (numbers->is_change)
    return;
  bar = figure_box (composer, parent, node, PEDICLE_BOX_SCALE, text);
  bar->share = length > 0 ? CLAMP ((value - numbers->scale_low) / length, 0, 1) : 0;
  bar->quiet = quiet;
  /* off the feet of the letters above it */
  bar->before = 5 * pedicle_style_scale (composer->request->size);
  bar->keep_next = true;
}

/* The ends of the scale, under the bars. */
static void
compose_ends (PedicleComposer *composer,
              const PedicleNumbers *numbers,
              PedicleBox *parent,
              int node)
{
  const PedicleText *texts[] = { numbers->scale_low_text, numbers->scale_high_text };
  double values[] = { numbers->scale_low, numbers->scale_high };
  PedicleBox *row = pedicle_box_new (parent, PEDICLE_BOX_BESIDE, node);

  row->gutter = 12;
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *plain = g_strdup_printf ("%g", values[i]);
      g_autofree char *number = pedicle_phrasing_digits (&composer->phrasing, plain);
      PedicleRich *rich = pedicle_rich_new_lasting (number);
      PedicleBox *box =
          texts[i] != NULL
              ? pedicle_compose_text (composer, row, node, "P", PEDICLE_ROLE_QUIET, texts[i])
              : pedicle_compose_words (composer, row, node, "P", PEDICLE_ROLE_QUIET, "");

      pedicle_rich_append (rich, texts[i] != NULL ? ": " : "", 0);
      pedicle_rich_append_rich (rich, box->rich);
      pedicle_rich_free (box->rich);
      box->rich = rich;
      box->end = i == 1;
    }
}

static void
compose_difference (PedicleComposer *composer,
                    const PedicleNumbers *numbers,
                    const PedicleOutcome *outcome,
                    PedicleBox *parent,
                    int node)
{
  PedicleBox *one = pedicle_compose_stack (composer, parent, node, PEDICLE_FRAME_NONE);

  one->before = 4;
  one->keep_together = true;
  compose_bar (composer, numbers, outcome->happens, outcome->value, false, one, node);
  compose_bar (composer, numbers, outcome->happens_not, outcome->against, true, one, node);
  if (!numbers->is_change)
    compose_ends (composer, numbers, one, node);
  compose_trust (composer, numbers, outcome, one, node);
}

static void
compose_outcomes (PedicleComposer *composer,
                  const PedicleNumbers *numbers,
                  PedicleBox *parent,
                  int node)
{
  for (guint i = 0; i < numbers->outcomes->len; i++)
    {
      const PedicleOutcome *outcome = numbers->outcomes->pdata[i];

      if (numbers->kind == PEDICLE_NUMBERS_SCALE)
        compose_difference (composer, numbers, outcome, parent, node);
      else
        compose_share (composer, numbers, outcome, parent, node);
    }
}

/* How sure the whole set is, and that no source gives a range. */
static void
compose_certainty (PedicleComposer *composer,
                   const PedicleNumbers *numbers,
                   PedicleBox *parent,
                   int node)
{
  bool has_range = numbers->outcomes->len == 0;
  PedicleBox *sure = NULL, *range;

  for (guint i = 0; i < numbers->outcomes->len; i++)
    has_range = has_range || ((const PedicleOutcome *) numbers->outcomes->pdata[i])->range != NULL;
  if (is_one_certainty (numbers))
    sure = compose_own (composer, numbers->outcomes->pdata[0], parent, node);
  if (has_range)
    return;
  range = pedicle_compose_phrase (composer, parent, node, "P", PEDICLE_ROLE_QUIET,
                                  PEDICLE_PHRASE_RANGE_UNKNOWN, NULL, NULL);
  join (parent, sure, range, append_sentence);
}

/* A card may go on on the next page behind its numbers: these are compared with each other. What
 * goes on are whole paragraphs, and more than one. */
static void
keep_numbers (PedicleBox *box, guint n_core)
{
  const guint n = box->children->len;

  box->spills = true;
  for (guint i = 0; i < n; i++)
    {
      PedicleBox *part = box->children->pdata[i];

      part->keep_together = true;
      part->keep_next = i + 1 < n_core || i + 2 == n;
    }
}

void
pedicle_compose_numbers (PedicleComposer *composer,
                         const PedicleNumbers *numbers,
                         PedicleBox *parent,
                         int node)
{
  int section = pedicle_structure_add (composer->flow->structure, node, "Sect");
  PedicleBox *box = pedicle_compose_stack (composer, parent, section, PEDICLE_FRAME_CARD);
  PedicleBox *whom, *when;
  guint n_core;

  pedicle_compose_continued (
      composer, box,
      pedicle_compose_heading (composer, box, section, PEDICLE_ROLE_SUBHEADING, numbers->title));
  whom = compose_fact (composer, PEDICLE_PHRASE_FOR_WHOM, numbers->group, box, section);
  when = compose_fact (composer, PEDICLE_PHRASE_WHEN, numbers->time, box, section);
  join (box, whom, when, pedicle_rich_append_part);
  compose_outcomes (composer, numbers, box, section);
  n_core = box->children->len;
  for (guint i = 0; i < numbers->unknowns->len; i++)
    pedicle_compose_text (composer, box, section, "P", PEDICLE_ROLE_BODY,
                          numbers->unknowns->pdata[i]);
  for (guint i = 0; i < numbers->notes->len; i++)
    pedicle_compose_text (composer, box, section, "P", PEDICLE_ROLE_BODY, numbers->notes->pdata[i]);
  compose_certainty (composer, numbers, box, section);
  pedicle_compose_cite (composer, numbers->cites, box);
  keep_numbers (box, n_core);
}
