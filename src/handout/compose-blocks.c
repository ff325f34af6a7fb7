/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "compose.h"

#include <math.h>

/* The shortest list that is worth two columns in a box of warnings. */
#define TWO_COLUMNS 4

/* A record of drawings where nothing was drawn, of numbers where none were shown, and a section that has only that to
 * show. */
static bool
is_blank (PedicleComposer *composer, const PedicleBlock *block)
{
  bool blank = false;

  if (block->kind == PEDICLE_BLOCK_RECORD)
    return (block->record == PEDICLE_RECORD_DRAWINGS && !pedicle_compose_has_drawings (composer)) ||
           (block->record == PEDICLE_RECORD_NUMBERS && !pedicle_compose_has_numbers (composer));
  for (guint i = 0; block->kind == PEDICLE_BLOCK_SECTION && i < block->children->len; i++)
    {
      const PedicleBlock *child = block->children->pdata[i];

      if (child->kind == PEDICLE_BLOCK_HEADING)
        continue;
      if (!is_blank (composer, child))
        return false;
      blank = true;
    }
  return blank;
}

static bool
stands (PedicleComposer *composer, const PedicleBlock *block)
{
  return pedicle_block_stands (block, composer->request->option, pedicle_placeholders_get,
                               &composer->placeholders) &&
         !is_blank (composer, block);
}

static guint
count_items (PedicleComposer *composer, const PedicleBlock *block)
{
  guint n = 0;

  for (guint i = 0; i < block->children->len; i++)
    n += stands (composer, block->children->pdata[i]);
  return n;
}

static PedicleBox *
last_child (const PedicleBox *box)
{
  return box->children->len > 0 ? box->children->pdata[box->children->len - 1] : NULL;
}

static bool
is_bullets (PedicleComposer *composer, const PedicleBox *box)
{
  return box->children->len > 0 &&
         pedicle_structure_is (composer->flow->structure, box->node, "L") &&
         last_child (box)->mark == PEDICLE_MARK_BULLET;
}

/* A list right behind a list of the same kind goes on with it: what several files give reads as
 * one. */
static PedicleBox *
list_box (PedicleComposer *composer,
          const PedicleBlock *block,
          PedicleBox *parent,
          int node,
          bool in_two)
{
  PedicleBox *last = last_child (parent);

  if (last != NULL && !block->numbered && is_bullets (composer, last))
    return last;
  node = pedicle_structure_add (composer->flow->structure, node, "L");
  return in_two ? pedicle_compose_flow (composer, parent, node)
                : pedicle_compose_stack (composer, parent, node, PEDICLE_FRAME_NONE);
}

static void
compose_list (
    PedicleComposer *composer, const PedicleBlock *block, PedicleBox *parent, int node, bool in_two)
{
  PedicleBox *box;
  guint number = 0;

  if (count_items (composer, block) == 0)
    return;
  box = list_box (composer, block, parent, node, in_two);
  for (guint i = 0; i < block->children->len; i++)
    {
      const PedicleBlock *item = block->children->pdata[i];

      if (stands (composer, item))
        pedicle_compose_item (composer, box, box->node,
                              block->numbered ? PEDICLE_MARK_NUMBER : PEDICLE_MARK_BULLET, ++number,
                              item->text);
    }
  /* No item stands alone at the head of a page. */
  if (!in_two && box->children->len > 2)
    {
      PedicleBox *before = box->children->pdata[box->children->len - 2];

      before->keep_next = before->yields = true;
    }
}

/* What is said behind the signs never goes on alone: under the call it would read as what one calls
 * for. Returns: the box below whose last sign it is to stand. */
static PedicleBox *
keep_with_signs (PedicleComposer *composer, PedicleBox *box)
{
  PedicleBox *signs = last_child (box);

  if (signs == NULL || signs->kind != PEDICLE_BOX_STACK || !is_bullets (composer, signs))
    return box;
  last_child (signs)->keep_next = true;
  return signs;
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
    compose_list (composer, block, box, box->node,
                  kind == PEDICLE_WARNING_CALL && !composer->stacked &&
                      count_items (composer, block) >= TWO_COLUMNS);
  else if (block->text != NULL)
    pedicle_compose_text (composer, keep_with_signs (composer, box), box->node, "P",
                          PEDICLE_ROLE_BODY, block->text)
        ->keep_together = true;
}

/* In very large text the box may be higher than what the title leaves of the page, and a first page
 * without it would be worse than one on which it begins: with its call and @n signs at least. */
static void
keep_first_signs (PedicleBox *box, guint n)
{
  box->spills = true;
  for (guint i = 0; i < box->children->len; i++)
    {
      PedicleBox *part = box->children->pdata[i];

      if (part->kind == PEDICLE_BOX_STACK && part->children->len > 0)
        {
          ((PedicleBox *) part->children->pdata[0])->keep_next = n > 1 && part->children->len > n;
          break;
        }
      part->keep_next = true;
    }
}

/* @parent ends with a heading and what it leads into. */
static bool
is_headed (const PedicleBox *parent)
{
  for (guint i = parent->children->len; i-- > 0;)
    {
      const PedicleBox *box = parent->children->pdata[i];

      if (!box->keep_next)
        return false;
      if (box->role == PEDICLE_ROLE_HEADING)
        return true;
    }
  return false;
}

/* Warnings below a heading of their own stay together, on the next page if need be; others begin where they are, for
 * nothing may push them off the first page. */
static void
compose_warning (PedicleComposer *composer,
                 const PedicleBlock *block,
                 PedicleBox *parent,
                 int node,
                 bool leads)
{
  const bool headed = is_headed (parent);
  PedicleBox *box = pedicle_compose_stack (
      composer, parent, pedicle_structure_add (composer->flow->structure, node, "Sect"),
      block->warning == PEDICLE_WARNING_EMERGENCY ? PEDICLE_FRAME_EMERGENCY : PEDICLE_FRAME_CALL);

  composer->in_warning = true;
  for (guint i = 0; i < block->children->len; i++)
    compose_warning_child (composer, block->children->pdata[i], block->warning, box);
  composer->in_warning = false;
  if (headed)
    box->keep_next = box->yields = leads;
  else if (composer->request->size >= PEDICLE_SIZE_VERY_LARGE)
    keep_first_signs (box, composer->request->size > PEDICLE_SIZE_VERY_LARGE ? 1 : 2);
}

static bool
is_numbers (const PedicleBlock *block)
{
  return block->use != NULL && block->use->numbers != NULL;
}

static bool
has_numbers (const PedicleBlock *block)
{
  for (guint i = 0; block->children != NULL && i < block->children->len; i++)
    if (is_numbers (block->children->pdata[i]))
      return true;
  return false;
}

/* The columns that go on at the end of @parent. */
static PedicleBox *
last_flow (const PedicleBox *parent, int node)
{
  PedicleBox *last = last_child (parent);

  return last != NULL && last->kind == PEDICLE_BOX_FLOW && last->node == node ? last : NULL;
}

/* Sets of numbers, with their headings, go down the columns of a wide sheet. */
static PedicleBox *
numbers_flow (PedicleComposer *composer, PedicleBox *parent, int node)
{
  PedicleBox *last = last_flow (parent, node);

  if (composer->stacked || !composer->request->handout->landscape ||
      parent->kind == PEDICLE_BOX_FLOW)
    return NULL;
  return last != NULL ? last : pedicle_compose_flow (composer, parent, node);
}

static void
compose_section (PedicleComposer *composer, const PedicleBlock *block, PedicleBox *parent, int node)
{
  int section = pedicle_structure_add (composer->flow->structure, node, "Sect");
  PedicleBox *box = has_numbers (block) ? numbers_flow (composer, parent, node) : NULL;
  const PedicleBox *before;

  if (box == NULL)
    box = pedicle_compose_stack (composer, parent, section, PEDICLE_FRAME_NONE);
  before = pedicle_box_last_text (box);
  pedicle_compose_blocks (composer, block->children, box, section);
  if (box->children->len == 0)
    pedicle_box_remove (parent, box);
  else
    pedicle_compose_cite_since (composer, block->cites, box, before);
}

/* A column of nothing but a label is as wide as that, and leaves the others the rest, in large text
 * too: below them it would push the warnings off the first page. */
static void
make_room_for_label (PedicleBox *columns)
{
  for (guint i = 0; i < columns->children->len; i++)
    {
      const PedicleBox *column = columns->children->pdata[i];
      const PedicleBox *only = column->children->len == 1 ? column->children->pdata[0] : NULL;

      if (only == NULL || only->kind != PEDICLE_BOX_LABEL)
        continue;
      columns->kind = PEDICLE_BOX_BESIDE;
      columns->widths = g_renew (double, columns->widths, columns->children->len);
      for (guint j = 0; j < columns->children->len; j++)
        columns->widths[j] = j == i ? 0 : 1;
      return;
    }
}

/* Pictures with a few words each are seen together in large text too; words in them would not fit. */
static bool
holds_pictures (const PedicleBlock *column)
{
  for (guint i = 0; column->children != NULL && i < column->children->len; i++)
    {
      const PedicleBlock *child = column->children->pdata[i];

      if (child->kind != PEDICLE_BLOCK_FIGURE ||
          (child->figure->labels != NULL && child->figure->labels->len > 0))
        return false;
    }
  return true;
}

static bool
stay_beside (const PedicleComposer *composer, const PedicleBlock *columns)
{
  for (guint i = 0; composer->stacked && i < columns->children->len; i++)
    if (!holds_pictures (columns->children->pdata[i]))
      return false;
  return composer->request->size <= PEDICLE_SIZE_VERY_LARGE;
}

/* Beside the others column @i has its share. Below them words take all of the width; pictures grow no larger beside the
 * widest column than they were, and stay with what they stand below. */
static void
share_width (const PedicleBlock *columns, guint i, PedicleBox *box)
{
  const guint n = box->children->len;
  double widest = 0;

  for (guint j = 0; j < columns->n_widths; j++)
    widest = fmax (widest, columns->widths[j]);
  if (box->kind == PEDICLE_BOX_BESIDE)
    box->widths[n] = columns->widths[i];
  else if (!holds_pictures (columns->children->pdata[i]))
    box->widths[n] = 1;
  else
    {
      box->widths[n] = columns->widths[i] / widest;
      if (n > 0)
        last_child (box)->keep_next = last_child (box)->yields = true;
    }
}

static void
compose_columns (PedicleComposer *composer, const PedicleBlock *block, PedicleBox *parent, int node)
{
  PedicleBox *box = pedicle_box_new (
      parent, stay_beside (composer, block) ? PEDICLE_BOX_BESIDE : PEDICLE_BOX_STACK, node);

  box->gutter = 22;
  box->keep_short = true;
  box->widths = block->n_widths > 0 ? g_new (double, block->n_widths) : NULL;
  for (guint i = 0; i < block->children->len; i++)
    {
      const PedicleBlock *column = block->children->pdata[i];

      if (!stands (composer, column))
        continue;
      if (i < block->n_widths)
        share_width (block, i, box);
      pedicle_compose_blocks (composer, column->children,
                              pedicle_compose_stack (composer, box, node, PEDICLE_FRAME_NONE),
                              node);
    }
  make_room_for_label (box);
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

  box->keep_together = true;
  box->lines_to_write = (guint) CLAMP (block->lines, 1, 60);
}

static void
compose_label_room (PedicleComposer *composer, const PedicleBlock *block, PedicleBox *parent)
{
  PedicleBox *box = pedicle_box_new (parent, PEDICLE_BOX_LABEL, PEDICLE_NODE_NONE);
  bool english;

  box->role = PEDICLE_ROLE_RUNNING;
  box->rich = pedicle_compose_rich (composer, block->text, &english);
  if (english && !pedicle_catalogue_is_english (composer->request->catalogue))
    box->language = "en";
}

static void
compose_paragraph (
    PedicleComposer *composer, const PedicleBlock *block, PedicleBox *parent, int node, bool leads)
{
  PedicleBox *box =
      pedicle_compose_text (composer, parent, node, "P", PEDICLE_ROLE_BODY, block->text);

  box->keep_next = box->yields = leads;
}

static bool
warns (PedicleComposer *composer, const PedicleBlock *block)
{
  const PediclePart *part =
      block->use != NULL && block->use->part != NULL
          ? pedicle_library_find_part (composer->request->library, composer->decision,
                                       composer->procedure, block->use)
          : NULL;

  return block->kind == PEDICLE_BLOCK_WARNING ||
         (part != NULL && part->blocks->len > 0 && warns (composer, part->blocks->pdata[0]));
}

/* A list, a table, a set of numbers or a box of warnings: the paragraph before it stays with it. */
static bool
leads_into (PedicleComposer *composer, const PedicleBlock *block)
{
  return block->kind == PEDICLE_BLOCK_LIST || block->kind == PEDICLE_BLOCK_TABLE ||
         is_numbers (block) || warns (composer, block);
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
      compose_warning (composer, block, parent, node, leads);
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
    case PEDICLE_BLOCK_PATIENT_LABEL:
      compose_label_room (composer, block, parent);
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

static bool
makes_notes (const PedicleBlock *block, const PedicleBlock *next)
{
  return block->kind == PEDICLE_BLOCK_NOTES || (block->kind == PEDICLE_BLOCK_HEADING &&
                                                next != NULL && next->kind == PEDICLE_BLOCK_NOTES);
}

/* A picture and the list that goes with it stand beside each other where there is room; on a wide
 * sheet the list has two columns of its own. */
static bool
compose_pair (PedicleComposer *composer,
              const PedicleBlock *block,
              const PedicleBlock *next,
              PedicleBox *parent,
              int node)
{
  bool wide = composer->request->handout->landscape;
  PedicleBox *both;

  if (composer->stacked || next == NULL || block->kind != PEDICLE_BLOCK_FIGURE ||
      next->kind != PEDICLE_BLOCK_LIST)
    return false;
  both = pedicle_box_new (parent, PEDICLE_BOX_BESIDE, node);
  both->gutter = 16;
  both->keep_together = true;
  both->widths = g_new (double, 2);
  both->widths[0] = 2;
  both->widths[1] = wide ? 7 : 3;
  pedicle_compose_figure (composer, block, both, node);
  compose_list (composer, next, pedicle_compose_stack (composer, both, node, PEDICLE_FRAME_NONE),
                node, wide);
  return true;
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
      PedicleBox *flow = is_numbers (block)          ? numbers_flow (composer, parent, node)
                         : makes_notes (block, next) ? last_flow (parent, node)
                                                     : NULL;

      if (compose_pair (composer, block, next, parent, node))
        next = next_block (composer, blocks, &after);
      else
        compose_block (composer, block, flow != NULL ? flow : parent, node,
                       next != NULL && leads_into (composer, next));
      block = next;
      index = after;
    }
}
