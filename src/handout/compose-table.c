/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "compose.h"

#define CELL_PAD_X 6
#define CELL_PAD_Y 3

static PedicleBox *
table_row (PedicleComposer *composer, PedicleBox *table, bool head)
{
  PedicleBox *row =
      pedicle_box_new (table, PEDICLE_BOX_BESIDE,
                       pedicle_structure_add (composer->flow->structure, table->node, "TR"));

  row->frame = head ? PEDICLE_FRAME_HEAD_ROW : PEDICLE_FRAME_ROW;
  row->keep_together = true;
  row->keep_next = head;
  return row;
}

static PedicleBox *
row_cell (PedicleComposer *composer, PedicleBox *row, const char *tag)
{
  int node = pedicle_structure_add (composer->flow->structure, row->node, tag);
  PedicleBox *cell = pedicle_box_new (row, PEDICLE_BOX_STACK, node);

  if (pedicle_structure_is (composer->flow->structure, node, "TH"))
    pedicle_structure_get (composer->flow->structure, node)->scope =
        row->frame == PEDICLE_FRAME_HEAD_ROW ? PEDICLE_SCOPE_COLUMN : PEDICLE_SCOPE_ROW;
  cell->pad_x = CELL_PAD_X;
  cell->pad_y = CELL_PAD_Y;
  return cell;
}

/* A second head row for the parts on further pages: seen, not read again. */
static void
repeat_row (PedicleBox *table, const PedicleBox *row)
{
  PedicleBox *copy = pedicle_box_new (table, PEDICLE_BOX_BESIDE, PEDICLE_NODE_NONE);

  copy->frame = row->frame;
  copy->repeat = true;
  copy->widths = g_memdup2 (row->widths, sizeof *row->widths * row->children->len);
  for (guint i = 0; i < row->children->len; i++)
    {
      const PedicleBox *cell = row->children->pdata[i];
      PedicleBox *made = pedicle_box_new (copy, PEDICLE_BOX_STACK, PEDICLE_NODE_NONE);

      made->pad_x = cell->pad_x;
      made->pad_y = cell->pad_y;
      for (guint j = 0; j < cell->children->len; j++)
        {
          const PedicleBox *text = cell->children->pdata[j];
          PedicleBox *again;

          if (text->kind != PEDICLE_BOX_TEXT)
            continue;
          again = pedicle_box_new (made, PEDICLE_BOX_TEXT, PEDICLE_NODE_NONE);
          again->role = text->role;
          again->language = text->language;
          again->before = text->before;
          again->rich = pedicle_rich_new ();
          pedicle_rich_append_rich (again->rich, text->rich);
        }
    }
}

static PedicleBox *
table_box (PedicleComposer *composer, PedicleBox *parent, int node)
{
  PedicleStructure *structure = composer->flow->structure;
  const PedicleBox *last =
      parent->children->len > 0 ? parent->children->pdata[parent->children->len - 1] : NULL;
  bool behind_table = last != NULL && pedicle_structure_is (structure, last->node, "Table");
  PedicleBox *table = pedicle_box_new (parent, PEDICLE_BOX_STACK,
                                       pedicle_structure_add (structure, node, "Table"));

  table->before = (behind_table ? 12 : 4) * pedicle_style_scale (composer->request->size);
  table->keep_short = true;
  return table;
}

/* Columns grow alike with the letters, or the longest word of a narrow one would be parted. */
static double
column_share (const PedicleComposer *composer, const PedicleBlock *table, guint index)
{
  double own = index < table->n_widths ? table->widths[index] : 1;
  double grown = CLAMP ((composer->request->size - PEDICLE_SIZE_NORMAL) /
                            (PEDICLE_SIZE_VERY_LARGE - PEDICLE_SIZE_NORMAL),
                        0, 1);
  double mean = 0;

  for (guint i = 0; i < table->n_widths; i++)
    mean += table->widths[i] / table->n_widths;
  return table->n_widths > 0 ? own + (mean - own) * grown : own;
}

static bool
has_head (const PedicleBlock *table)
{
  for (guint i = 0; i < table->children->len; i++)
    if (((const PedicleBlock *) table->children->pdata[i])->head)
      return true;
  return false;
}

static void
compose_row (PedicleComposer *composer,
             const PedicleBlock *block,
             const PedicleBlock *table_block,
             PedicleBox *table)
{
  PedicleBox *row = table_row (composer, table, block->head);
  /* Without heads of columns the first cell says what stands beside it. */
  bool says = !has_head (table_block) && block->children->len > 1;

  row->widths = g_new (double, block->children->len);
  for (guint i = 0; i < block->children->len; i++)
    {
      const PedicleBlock *cell = block->children->pdata[i];
      PedicleBox *box = row_cell (composer, row, block->head || (says && i == 0) ? "TH" : "TD");

      row->widths[i] = column_share (composer, table_block, i);
      pedicle_compose_blocks (composer, cell->children, box, box->node);
      for (guint j = 0; block->head && j < box->children->len; j++)
        ((PedicleBox *) box->children->pdata[j])->role = PEDICLE_ROLE_LEAD;
    }
  if (block->head)
    repeat_row (table, row);
}

void
pedicle_compose_table (PedicleComposer *composer,
                       const PedicleBlock *block,
                       PedicleBox *parent,
                       int node)
{
  PedicleBox *table = table_box (composer, parent, node);

  for (guint i = 0; i < block->children->len; i++)
    {
      const PedicleBlock *row = block->children->pdata[i];

      if (pedicle_block_stands (row, composer->request->option, pedicle_placeholders_get,
                                &composer->placeholders))
        compose_row (composer, row, block, table);
    }
}

static void
compose_answer (PedicleComposer *composer,
                const PedicleAnswer *answer,
                PedicleBox *parent,
                int node)
{
  if (answer == NULL)
    return;
  if (answer->brief != NULL)
    pedicle_compose_text (composer, parent, node, "P", PEDICLE_ROLE_BODY, answer->brief);
  if (answer->unknown != NULL)
    pedicle_compose_text (composer, parent, node, "P", PEDICLE_ROLE_BODY, answer->unknown);
  pedicle_compose_cite (composer, answer->cites, parent);
}

static const PedicleAnswer *
find_answer (PedicleComposer *composer, const char *option, const PedicleTopic *topic)
{
  const PedicleProcedure *procedure =
      pedicle_library_find_procedure (composer->request->library, option);

  return procedure != NULL ? pedicle_procedure_find_answer (procedure, topic->id) : NULL;
}

static guint
n_options (const PedicleComposer *composer)
{
  return g_strv_length (composer->decision->options);
}

static void
compose_compare_head (PedicleComposer *composer, PedicleBox *table)
{
  PedicleBox *row = table_row (composer, table, true);
  PedicleBox *cell = row_cell (composer, row, "TH");

  row->widths = g_new (double, n_options (composer) + 1);
  row->widths[0] = 0.6;
  pedicle_compose_phrase (composer, cell, cell->node, "P", PEDICLE_ROLE_LEAD, PEDICLE_PHRASE_TOPIC,
                          NULL, NULL);
  for (guint i = 0; i < n_options (composer); i++)
    {
      const PedicleProcedure *option = pedicle_library_find_procedure (
          composer->request->library, composer->decision->options[i]);

      row->widths[i + 1] = 1;
      cell = row_cell (composer, row, "TH");
      if (option != NULL)
        pedicle_compose_text (composer, cell, cell->node, "P", PEDICLE_ROLE_LEAD, option->title);
    }
  repeat_row (table, row);
}

static void
compose_compare_row (PedicleComposer *composer, const PedicleTopic *topic, PedicleBox *table)
{
  guint n = n_options (composer);
  PedicleBox *row = table_row (composer, table, false);
  PedicleBox *cell = row_cell (composer, row, "TH");

  row->widths = g_new (double, n + 1);
  row->widths[0] = 0.6;
  pedicle_compose_text (composer, cell, cell->node, "P", PEDICLE_ROLE_LEAD, topic->question);
  if (topic->shared != NULL)
    {
      row->widths[1] = n;
      cell = row_cell (composer, row, "TD");
      pedicle_structure_get (composer->flow->structure, cell->node)->columns = n;
      compose_answer (composer, topic->shared, cell, cell->node);
      return;
    }
  for (guint i = 0; i < n; i++)
    {
      row->widths[i + 1] = 1;
      cell = row_cell (composer, row, "TD");
      compose_answer (composer, find_answer (composer, composer->decision->options[i], topic), cell,
                      cell->node);
    }
}

/* Large text: the options below each other, under the question. */
static void
compose_compare_section (PedicleComposer *composer,
                         const PedicleTopic *topic,
                         PedicleBox *parent,
                         int node)
{
  int section = pedicle_structure_add (composer->flow->structure, node, "Sect");
  PedicleBox *box = pedicle_compose_stack (composer, parent, section, PEDICLE_FRAME_NONE);

  pedicle_compose_heading (composer, box, section, PEDICLE_ROLE_HEADING, topic->question);
  if (topic->shared != NULL)
    {
      compose_answer (composer, topic->shared, box, section);
      return;
    }
  for (guint i = 0; i < n_options (composer); i++)
    {
      const char *id = composer->decision->options[i];
      const PedicleProcedure *option =
          pedicle_library_find_procedure (composer->request->library, id);
      PedicleBox *one = pedicle_compose_stack (composer, box, section, PEDICLE_FRAME_NONE);

      one->keep_together = true;
      if (option != NULL)
        pedicle_compose_heading (composer, one, section, PEDICLE_ROLE_SUBHEADING, option->title);
      compose_answer (composer, find_answer (composer, id, topic), one, section);
    }
}

static bool
is_picked (const PedicleUse *use, const char *topic)
{
  const char *const *topics = (const char *const *) use->topics;

  return g_strv_contains (topics, "*") || g_strv_contains (topics, topic);
}

void
pedicle_compose_compare (PedicleComposer *composer,
                         const PedicleUse *use,
                         PedicleBox *parent,
                         int node)
{
  PedicleBox *table = NULL;

  if (!composer->stacked)
    {
      table = table_box (composer, parent, node);
      compose_compare_head (composer, table);
    }
  for (guint i = 0; i < composer->decision->topics->len; i++)
    {
      const PedicleTopic *topic = composer->decision->topics->pdata[i];

      if (!is_picked (use, topic->id))
        continue;
      if (table != NULL)
        compose_compare_row (composer, topic, table);
      else
        compose_compare_section (composer, topic, parent, node);
    }
}
