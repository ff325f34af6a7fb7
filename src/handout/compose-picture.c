/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "compose.h"

/* ---- One picture ---- */

static bool
is_drawn_on (PedicleComposer *composer, const PedicleFigure *figure)
{
  const PedicleVisit *visit = composer->request->visit;

  return visit != NULL && pedicle_visit_count_strokes (visit, figure->key) > 0;
}

static void
say_drawn_on (PedicleComposer *composer, int node)
{
  PedicleNode *picture = pedicle_structure_get (composer->flow->structure, node);
  bool english = picture->language != NULL;
  g_autofree char *words =
      english ? pedicle_phrasing_get_english (&composer->phrasing, PEDICLE_PHRASE_DRAWN_ON)
              : pedicle_phrasing_get (&composer->phrasing, PEDICLE_PHRASE_DRAWN_ON, NULL);
  g_autofree char *alt = g_steal_pointer (&picture->alt);

  picture->alt = alt != NULL ? g_strjoin (" ", alt, words, NULL) : g_steal_pointer (&words);
}

static void
add_strokes (PedicleComposer *composer, PedicleBox *box)
{
  const GPtrArray *strokes;

  if (!is_drawn_on (composer, box->figure))
    return;
  strokes = pedicle_visit_get_strokes (composer->request->visit);
  box->strokes = g_ptr_array_new ();
  for (guint i = 0; i < strokes->len; i++)
    if (g_str_equal (((const PedicleStroke *) strokes->pdata[i])->figure, box->figure->key))
      g_ptr_array_add (box->strokes, strokes->pdata[i]);
  say_drawn_on (composer, box->node);
}

static gboolean
has_same_file (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (((const PedicleFigure *) a)->file, ((const PedicleFigure *) b)->file) == 0;
}

/* A picture with problems is told once, however often the sheet shows it. */
static GBytes *
open_picture (PedicleComposer *composer, const PedicleFigure *figure)
{
  g_autoptr (PedicleProblems) own = NULL;
  PedicleProblems *problems = composer->request->problems;
  GBytes *svg;

  if (g_ptr_array_find_with_equal_func (composer->broken, figure, has_same_file, NULL))
    return NULL;
  if (problems == NULL)
    problems = own = pedicle_problems_new ();
  svg = pedicle_figure_open (figure, problems);
  if (svg == NULL)
    g_ptr_array_add (composer->broken, (gpointer) figure);
  return svg;
}

static PedicleBox *
compose_picture (PedicleComposer *composer,
                 const PedicleFigure *figure,
                 const PedicleText *caption,
                 PedicleBox *parent,
                 int node)
{
  PedicleStructure *structure = composer->flow->structure;
  PedicleBox *both = pedicle_compose_stack (composer, parent, node, PEDICLE_FRAME_NONE);
  PedicleBox *box = pedicle_box_new (both, PEDICLE_BOX_PICTURE,
                                     pedicle_structure_add (structure, node, "Figure"));

  both->keep_together = true;
  box->before = 7;
  box->figure = figure;
  box->svg = open_picture (composer, figure);
  pedicle_compose_alt (composer, box->node, figure->alt);
  add_strokes (composer, box);
  box->labels = g_ptr_array_new_with_free_func ((GDestroyNotify) pedicle_rich_free);
  for (guint i = 0; figure->labels != NULL && i < figure->labels->len; i++)
    {
      const PedicleLabel *label = figure->labels->pdata[i];
      bool english;

      g_ptr_array_add (box->labels, pedicle_compose_rich (composer, label->text, &english));
    }
  if (caption != NULL)
    {
      box->keep_next = true;
      pedicle_compose_text (composer, both, node, "P", PEDICLE_ROLE_QUIET, caption);
    }
  return box;
}

void
pedicle_compose_figure (PedicleComposer *composer,
                        const PedicleBlock *block,
                        PedicleBox *parent,
                        int node)
{
  compose_picture (composer, block->figure, block->text, parent, node);
}

/* ---- All that were drawn on ---- */

typedef struct
{
  PedicleComposer *composer;
  PedicleBox *parent;
  int node;
  GHashTable *seen;               /* keys of figures */
  const PedicleProcedure *option; /* (nullable): whose pictures these are */
  PedicleBox *row;                /* (nullable) */
  guint n;
} Drawings;

/* The next drawing's place: two beside each other where there is room. */
static PedicleBox *
begin_drawing (Drawings *d)
{
  PedicleBox *both;

  d->row = pedicle_compose_two (d->composer, d->parent, d->node, ++d->n, d->row);
  both = pedicle_compose_stack (d->composer, d->row, d->node, PEDICLE_FRAME_NONE);
  both->keep_together = true;
  if (d->option != NULL)
    pedicle_compose_heading (d->composer, both, d->node, PEDICLE_ROLE_SUBHEADING, d->option->title);
  return both;
}

/* @words: (nullable) (element-type PedicleBlock): what the picture's step says */
static void
add_drawing (Drawings *d, const PedicleBlock *block, const GPtrArray *words)
{
  PedicleBox *both;

  if (!is_drawn_on (d->composer, block->figure) || !g_hash_table_add (d->seen, block->figure->key))
    return;
  both = begin_drawing (d);
  compose_picture (d->composer, block->figure, block->text, both, d->node);
  for (guint i = 0; words != NULL && i < words->len; i++)
    {
      const PedicleBlock *word = words->pdata[i];

      if (word->kind == PEDICLE_BLOCK_PARAGRAPH)
        pedicle_compose_text (d->composer, both, d->node, "P", PEDICLE_ROLE_QUIET, word->text);
    }
}

static void
add_from_blocks (Drawings *d, const GPtrArray *blocks, const GPtrArray *words)
{
  for (guint i = 0; blocks != NULL && i < blocks->len; i++)
    {
      const PedicleBlock *block = blocks->pdata[i];

      if (block->figure != NULL)
        add_drawing (d, block, words);
      add_from_blocks (d, block->children,
                       block->kind == PEDICLE_BLOCK_STEP ? block->children : NULL);
    }
}

static void
add_from_answer (Drawings *d, const PedicleAnswer *answer)
{
  if (answer == NULL)
    return;
  if (answer->steps != NULL)
    add_from_blocks (d, answer->steps->children, NULL);
  add_from_blocks (d, answer->blocks, NULL);
}

/* The sites that are picked show broken, as on the screen. */
static void
add_sites (Drawings *d)
{
  const PedicleDecision *decision = d->composer->decision;
  const char *picked = NULL;

  if (decision->sites_picture == NULL || !is_drawn_on (d->composer, decision->sites_picture))
    return;
  for (guint i = 0; i < decision->fields->len && picked == NULL; i++)
    {
      const PedicleField *field = decision->fields->pdata[i];

      if (field->type == PEDICLE_FIELD_SITES)
        picked = pedicle_visit_get_value (d->composer->request->visit, field->id);
    }
  compose_picture (d->composer, decision->sites_picture, NULL, begin_drawing (d), d->node)->style =
      pedicle_decision_style_sites (decision, picked);
}

/* In the order in which the content shows them; those of an option under its name. */
void
pedicle_compose_drawings (PedicleComposer *composer, PedicleBox *parent, int node)
{
  const PedicleDecision *decision = composer->decision;
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  Drawings d = { .composer = composer, .parent = parent, .node = node, .seen = seen };

  if (!pedicle_compose_has_drawings (composer))
    return;
  add_sites (&d);
  for (guint i = 0; i < decision->topics->len; i++)
    {
      const PedicleTopic *topic = decision->topics->pdata[i];

      d.option = NULL;
      add_from_answer (&d, topic->shared);
      for (char **id = decision->options; *id != NULL; id++)
        {
          d.option = pedicle_library_find_procedure (composer->request->library, *id);
          if (d.option != NULL)
            add_from_answer (&d, pedicle_procedure_find_answer (d.option, topic->id));
        }
    }
  pedicle_compose_end_two (composer, d.n, d.row);
}

bool
pedicle_compose_has_drawings (PedicleComposer *composer)
{
  const PedicleVisit *visit = composer->request->visit;

  return visit != NULL && pedicle_visit_get_strokes (visit)->len > 0;
}
