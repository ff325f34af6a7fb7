/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "compose.h"

/* The shortest list that is worth two columns in a box of warnings. */
#define TWO_COLUMNS 4

static bool
stands (PedicleComposer *composer, const PedicleBlock *block)
{
  return pedicle_block_stands (block, composer->request->option, pedicle_placeholders_get,
                               &composer->placeholders);
}

static void
compose_items (PedicleComposer *composer,
               const PedicleBlock *block,
               PedicleBox *parent,
               int node,
               guint first,
               guint last)
{
  guint number = 0;

  for (guint i = 0; i < block->children->len; i++)
    {
      const PedicleBlock *item = block->children->pdata[i];

      if (!stands (composer, item))
        continue;
      if (number >= first && number < last)
        pedicle_compose_item (composer, parent, node,
                              block->numbered ? PEDICLE_MARK_NUMBER : PEDICLE_MARK_BULLET,
                              number + 1, item->text);
      number++;
    }
}

static guint
count_items (PedicleComposer *composer, const PedicleBlock *block)
{
  guint n = 0;

  for (guint i = 0; i < block->children->len; i++)
    n += stands (composer, block->children->pdata[i]);
  return n;
}

/* After how many items the second column begins, so that both hold about as many letters. */
static guint
halve_items (PedicleComposer *composer, const PedicleBlock *block, guint n)
{
  g_autofree glong *sums = g_new0 (glong, n + 1);
  guint number = 0, best = 1;

  for (guint i = 0; i < block->children->len; i++)
    {
      const PedicleBlock *item = block->children->pdata[i];
      g_autofree char *words = pedicle_compose_alt (composer, item->text);

      if (!stands (composer, item))
        continue;
      sums[number + 1] = sums[number] + g_utf8_strlen (words, -1);
      number++;
    }
  for (guint i = 1; i < n; i++)
    if (MAX (sums[i], sums[n] - sums[i]) < MAX (sums[best], sums[n] - sums[best]))
      best = i;
  return best;
}

static bool
is_bullets (PedicleComposer *composer, const PedicleBox *box)
{
  return box->kind == PEDICLE_BOX_STACK && box->children->len > 0 &&
         pedicle_structure_is (composer->flow->structure, box->node, "L") &&
         ((const PedicleBox *) box->children->pdata[0])->mark == PEDICLE_MARK_BULLET;
}

/* A list right behind a list of the same kind goes on with it: what several files give reads as
 * one. */
static PedicleBox *
list_box (PedicleComposer *composer, const PedicleBlock *block, PedicleBox *parent, int node)
{
  PedicleBox *last =
      parent->children->len > 0 ? parent->children->pdata[parent->children->len - 1] : NULL;

  if (last != NULL && !block->numbered && is_bullets (composer, last))
    return last;
  return pedicle_compose_stack (composer, parent,
                                pedicle_structure_add (composer->flow->structure, node, "L"),
                                PEDICLE_FRAME_NONE);
}

static void
compose_list (
    PedicleComposer *composer, const PedicleBlock *block, PedicleBox *parent, int node, bool in_two)
{
  guint n = count_items (composer, block);
  PedicleBox *box;

  if (n == 0)
    return;
  if (in_two && n >= TWO_COLUMNS && !composer->stacked)
    {
      int list = pedicle_structure_add (composer->flow->structure, node, "L");
      guint half = halve_items (composer, block, n);

      box = pedicle_box_new (parent, PEDICLE_BOX_BESIDE, list);
      box->gutter = 18;
      compose_items (composer, block,
                     pedicle_compose_stack (composer, box, list, PEDICLE_FRAME_NONE), list, 0,
                     half);
      compose_items (composer, block,
                     pedicle_compose_stack (composer, box, list, PEDICLE_FRAME_NONE), list, half,
                     n);
      return;
    }
  box = list_box (composer, block, parent, node);
  compose_items (composer, block, box, box->node, 0, n);
}

static void
compose_warning_child (PedicleComposer *composer,
                       const PedicleBlock *block,
                       PedicleWarningKind kind,
                       PedicleBox *box)
{
  PedicleRole role =
      kind == PEDICLE_WARNING_EMERGENCY ? PEDICLE_ROLE_CALL_EMERGENCY : PEDICLE_ROLE_CALL;

  if (!stands (composer, block))
    return;
  if (block->kind == PEDICLE_BLOCK_CALL)
    pedicle_compose_continued (
        composer, box, pedicle_compose_heading (composer, box, box->node, role, block->text));
  else if (block->kind == PEDICLE_BLOCK_LIST)
    compose_list (composer, block, box, box->node, kind == PEDICLE_WARNING_CALL);
  else if (block->text != NULL)
    pedicle_compose_text (composer, box, box->node, "P", PEDICLE_ROLE_BODY, block->text);
}

static void
compose_warning (PedicleComposer *composer, const PedicleBlock *block, PedicleBox *parent, int node)
{
  PedicleBox *box = pedicle_compose_stack (
      composer, parent, pedicle_structure_add (composer->flow->structure, node, "Sect"),
      block->warning == PEDICLE_WARNING_EMERGENCY ? PEDICLE_FRAME_EMERGENCY : PEDICLE_FRAME_CALL);

  composer->in_warning = true;
  for (guint i = 0; i < block->children->len; i++)
    compose_warning_child (composer, block->children->pdata[i], block->warning, box);
  composer->in_warning = false;
}

static void
compose_section (PedicleComposer *composer, const PedicleBlock *block, PedicleBox *parent, int node)
{
  int section = pedicle_structure_add (composer->flow->structure, node, "Sect");
  PedicleBox *box = pedicle_compose_stack (composer, parent, section, PEDICLE_FRAME_NONE);

  pedicle_compose_blocks (composer, block->children, box, section);
  if (box->children->len == 0)
    pedicle_box_remove (parent, box);
  else
    pedicle_compose_cite (composer, block->cites, box);
}

static void
compose_columns (PedicleComposer *composer, const PedicleBlock *block, PedicleBox *parent, int node)
{
  PedicleBox *box =
      pedicle_box_new (parent, composer->stacked ? PEDICLE_BOX_STACK : PEDICLE_BOX_BESIDE, node);

  box->gutter = 22;
  for (guint i = 0; i < block->children->len; i++)
    {
      const PedicleBlock *column = block->children->pdata[i];

      if (stands (composer, column))
        pedicle_compose_blocks (composer, column->children,
                                pedicle_compose_stack (composer, box, node, PEDICLE_FRAME_NONE),
                                node);
    }
}

static void
compose_checklist (PedicleComposer *composer,
                   const PedicleBlock *block,
                   PedicleBox *parent,
                   int node)
{
  PedicleStructure *structure = composer->flow->structure;
  int section = pedicle_structure_add (structure, node, "Sect");
  PedicleBox *box = pedicle_compose_stack (composer, parent, section, PEDICLE_FRAME_CARD);
  int list = PEDICLE_NODE_NONE;

  for (guint i = 0; i < block->children->len; i++)
    {
      const PedicleBlock *child = block->children->pdata[i];

      if (!stands (composer, child))
        continue;
      if (child->kind == PEDICLE_BLOCK_HEADING)
        {
          pedicle_compose_continued (
              composer, box,
              pedicle_compose_heading (composer, box, section, PEDICLE_ROLE_LEAD, child->text));
          continue;
        }
      if (list == PEDICLE_NODE_NONE)
        list = pedicle_structure_add (structure, section, "L");
      pedicle_compose_item (composer, box, list, PEDICLE_MARK_TICK, 0, child->text);
    }
}

static void
compose_notes (PedicleComposer *composer, const PedicleBlock *block, PedicleBox *parent)
{
  PedicleBox *box = pedicle_box_new (parent, PEDICLE_BOX_NOTES, PEDICLE_NODE_NONE);

  box->lines_to_write = (guint) CLAMP (block->lines, 1, 60);
}

void
pedicle_compose_figure (PedicleComposer *composer,
                        const PedicleBlock *block,
                        PedicleBox *parent,
                        int node)
{
  PedicleStructure *structure = composer->flow->structure;
  PedicleBox *both = pedicle_compose_stack (composer, parent, node, PEDICLE_FRAME_NONE);
  PedicleBox *box = pedicle_box_new (both, PEDICLE_BOX_PICTURE,
                                     pedicle_structure_add (structure, node, "Figure"));

  both->keep_together = true;
  box->before = 6;
  box->figure = block->figure;
  pedicle_structure_get (structure, box->node)->alt =
      pedicle_compose_alt (composer, block->figure->alt);
  box->labels = g_ptr_array_new_with_free_func ((GDestroyNotify) pedicle_rich_free);
  for (guint i = 0; block->figure->labels != NULL && i < block->figure->labels->len; i++)
    {
      const PedicleLabel *label = block->figure->labels->pdata[i];
      bool english;

      g_ptr_array_add (box->labels, pedicle_compose_rich (composer, label->text, &english));
    }
  if (block->text != NULL)
    {
      box->keep_next = true;
      pedicle_compose_text (composer, both, node, "P", PEDICLE_ROLE_QUIET, block->text);
    }
}

static void
compose_paragraph (
    PedicleComposer *composer, const PedicleBlock *block, PedicleBox *parent, int node, bool leads)
{
  PedicleBox *box =
      pedicle_compose_text (composer, parent, node, "P", PEDICLE_ROLE_BODY, block->text);

  box->keep_next = box->yields = leads;
}

/* A list or a set of numbers: the paragraph before it stays with it. */
static bool
leads_into (const PedicleBlock *block)
{
  return block->kind == PEDICLE_BLOCK_LIST || (block->use != NULL && block->use->numbers != NULL);
}

static void
compose_block (PedicleComposer *composer,
               const PedicleBlock *block,
               PedicleBox *parent,
               int node,
               bool leads)
{
  switch (block->kind)
    {
    case PEDICLE_BLOCK_PARAGRAPH:
    case PEDICLE_BLOCK_UNKNOWN:
      compose_paragraph (composer, block, parent, node, leads);
      break;
    case PEDICLE_BLOCK_HEADING:
      pedicle_compose_heading (composer, parent, node, PEDICLE_ROLE_HEADING, block->text);
      break;
    case PEDICLE_BLOCK_LIST:
      compose_list (composer, block, parent, node, false);
      break;
    case PEDICLE_BLOCK_STEPS:
      pedicle_compose_steps (composer, block, parent, node);
      break;
    case PEDICLE_BLOCK_FIGURE:
      pedicle_compose_figure (composer, block, parent, node);
      break;
    case PEDICLE_BLOCK_WARNING:
      compose_warning (composer, block, parent, node);
      break;
    case PEDICLE_BLOCK_SECTION:
      compose_section (composer, block, parent, node);
      break;
    case PEDICLE_BLOCK_COLUMNS:
      compose_columns (composer, block, parent, node);
      break;
    case PEDICLE_BLOCK_TABLE:
      pedicle_compose_table (composer, block, parent, node);
      break;
    case PEDICLE_BLOCK_CHECKLIST:
      compose_checklist (composer, block, parent, node);
      break;
    case PEDICLE_BLOCK_NOTES:
      compose_notes (composer, block, parent);
      break;
    case PEDICLE_BLOCK_USE:
      pedicle_compose_use (composer, block->use, parent, node);
      break;
    case PEDICLE_BLOCK_RECORD:
      pedicle_compose_record (composer, block->record, parent, node);
      break;
    case PEDICLE_BLOCK_GLOSSARY:
      pedicle_compose_glossary (composer, parent, node);
      break;
    case PEDICLE_BLOCK_SOURCES:
      pedicle_compose_sources (composer, parent, node);
      break;
    /* These stand only inside of those above. */
    case PEDICLE_BLOCK_ITEM:
    case PEDICLE_BLOCK_STEP:
    case PEDICLE_BLOCK_CALL:
    case PEDICLE_BLOCK_COLUMN:
    case PEDICLE_BLOCK_ROW:
    case PEDICLE_BLOCK_CELL:
    default:
      break;
    }
}

/* The next block that stands, and its index. */
static const PedicleBlock *
next_block (PedicleComposer *composer, const GPtrArray *blocks, guint *index)
{
  for (++*index; *index < blocks->len; ++*index)
    if (stands (composer, blocks->pdata[*index]))
      return blocks->pdata[*index];
  return NULL;
}

/* A picture and the list that goes with it stand beside each other where there is room. */
static bool
compose_pair (PedicleComposer *composer,
              const PedicleBlock *block,
              const PedicleBlock *next,
              PedicleBox *parent,
              int node)
{
  PedicleBox *both;

  if (composer->stacked || next == NULL || block->kind != PEDICLE_BLOCK_FIGURE ||
      next->kind != PEDICLE_BLOCK_LIST)
    return false;
  both = pedicle_box_new (parent, PEDICLE_BOX_BESIDE, node);
  both->gutter = 16;
  both->keep_together = true;
  both->widths = g_new (double, 2);
  both->widths[0] = 2;
  both->widths[1] = 3;
  pedicle_compose_figure (composer, block, both, node);
  compose_list (composer, next, pedicle_compose_stack (composer, both, node, PEDICLE_FRAME_NONE),
                node, false);
  return true;
}

/* Where the parent's boxes of a wide sheet stand two in a row. */
static PedicleBox *
pair_parent (PedicleComposer *composer, const PedicleBlock *block, PedicleBox *parent, int node)
{
  PedicleBox *last =
      parent->children->len > 0 ? parent->children->pdata[parent->children->len - 1] : NULL;
  PedicleBox *row;

  if (composer->stacked || !composer->request->handout->landscape || block->use == NULL ||
      block->use->numbers == NULL)
    return parent;
  if (last != NULL && last->kind == PEDICLE_BOX_BESIDE && last->children->len == 1)
    return last;
  row = pedicle_box_new (parent, PEDICLE_BOX_BESIDE, node);
  row->gutter = 14;
  row->keep_together = true;
  row->n_columns = 2;
  return row;
}

void
pedicle_compose_blocks (PedicleComposer *composer,
                        const GPtrArray *blocks,
                        PedicleBox *parent,
                        int node)
{
  guint index = 0;

  if (blocks == NULL || blocks->len == 0)
    return;
  for (const PedicleBlock *block = stands (composer, blocks->pdata[0])
                                       ? blocks->pdata[0]
                                       : next_block (composer, blocks, &index);
       block != NULL && composer->error == NULL;)
    {
      guint after = index;
      const PedicleBlock *next = next_block (composer, blocks, &after);

      if (compose_pair (composer, block, next, parent, node))
        next = next_block (composer, blocks, &after);
      else
        compose_block (composer, block, pair_parent (composer, block, parent, node), node,
                       next != NULL && leads_into (next));
      block = next;
      index = after;
    }
}
