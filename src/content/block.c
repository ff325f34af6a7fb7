/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "block.h"
#include "picture.h"

#include <stdbool.h>

PedicleBlock *
pedicle_block_new (PedicleBlockKind kind)
{
  PedicleBlock *block = g_atomic_rc_box_new0 (PedicleBlock);
  block->kind = kind;
  return block;
}

PedicleBlock *
pedicle_block_ref (PedicleBlock *block)
{
  return g_atomic_rc_box_acquire (block);
}

static void
block_clear (gpointer data)
{
  PedicleBlock *block = data;
  g_free (block->id);
  g_clear_pointer (&block->text, pedicle_text_unref);
  g_clear_pointer (&block->children, g_ptr_array_unref);
  g_strfreev (block->cites);
  g_strfreev (block->for_options);
  g_free (block->when);
  g_free (block->unless);
  g_strfreev (block->is);
  g_free (block->widths);
  g_free (block->pairs);
  g_clear_pointer (&block->figure, pedicle_figure_free);
  g_clear_pointer (&block->use, pedicle_use_free);
}

void
pedicle_block_unref (PedicleBlock *block)
{
  g_atomic_rc_box_release_full (block, block_clear);
}

void
pedicle_label_free (PedicleLabel *label)
{
  g_clear_pointer (&label->text, pedicle_text_unref);
  g_free (label);
}

GBytes *
pedicle_figure_open (const PedicleFigure *figure, PedicleProblems *problems)
{
  double width, height;
  if (figure->svg)
    return g_bytes_ref (figure->svg);
  if (!pedicle_picture_check (figure->unchecked, figure->file, &width, &height, NULL, problems))
    return NULL;
  return g_bytes_ref (figure->unchecked);
}

void
pedicle_figure_free (PedicleFigure *figure)
{
  g_free (figure->id);
  g_free (figure->key);
  g_free (figure->src);
  g_clear_pointer (&figure->svg, g_bytes_unref);
  g_clear_pointer (&figure->unchecked, g_bytes_unref);
  g_free (figure->file);
  g_clear_pointer (&figure->alt, pedicle_text_unref);
  g_clear_pointer (&figure->labels, g_ptr_array_unref);
  g_free (figure);
}

void
pedicle_use_free (PedicleUse *use)
{
  g_free (use->from);
  g_free (use->part);
  g_strfreev (use->topics);
  g_free (use->numbers);
  g_free (use);
}

static bool
is_filled (const char *value)
{
  return value && *value;
}

gboolean
pedicle_block_stands (const PedicleBlock *block,
                      const char *option,
                      PedicleValueFunc lookup,
                      gpointer user_data)
{
  if (block->for_options &&
      (!option || !g_strv_contains ((const char *const *) block->for_options, option)))
    return FALSE;
  if (block->unless && is_filled (lookup (block->unless, user_data)))
    return FALSE;
  if (!block->when)
    return TRUE;
  const char *value = lookup (block->when, user_data);
  if (!is_filled (value))
    return FALSE;
  return !block->is || g_strv_contains ((const char *const *) block->is, value);
}
