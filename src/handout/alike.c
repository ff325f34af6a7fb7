/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages.h"

#include <string.h>

#include "paint.h"
#include "typeset.h"

static bool
is_same_run (const PedicleGlyphs *run, const PedicleGlyphs *other)
{
  return run->font == other->font && run->colour == other->colour &&
         run->n_glyphs == other->n_glyphs &&
         memcmp (run->glyphs, other->glyphs, sizeof *run->glyphs * (gsize) run->n_glyphs) == 0;
}

static bool
are_same_runs (const GPtrArray *runs, const GPtrArray *others)
{
  guint n = runs != NULL ? runs->len : 0;

  if (runs == others)
    return true;
  if (n != (others != NULL ? others->len : 0))
    return false;
  for (guint i = 0; i < n; i++)
    if (!is_same_run (runs->pdata[i], others->pdata[i]))
      return false;
  return true;
}

static bool
is_same_item (const PedicleItem *item, const PedicleItem *other)
{
  return item->kind == other->kind && item->x == other->x && item->y == other->y &&
         item->width == other->width && item->height == other->height &&
         item->baseline == other->baseline &&
         item->fill == other->fill && item->stroke == other->stroke && item->line == other->line &&
         item->round == other->round && item->handle == other->handle &&
         (item->path == NULL) == (other->path == NULL) &&
         (item->path == NULL || pedicle_path_equal (item->path, other->path)) &&
         are_same_runs (item->runs, other->runs);
}

/* The first item from @i on that reaches there. Returns: (nullable) */
static const PedicleItem *
next_item (const GPtrArray *items, guint *i, double top, double bottom)
{
  while (*i < items->len)
    {
      const PedicleItem *item = items->pdata[(*i)++];

      if (pedicle_paint_reaches (item, top, bottom))
        return item;
    }
  return NULL;
}

gboolean
pedicle_pages_look_alike (
    const PediclePages *pages, const PediclePages *other, guint index, double top, double bottom)
{
  const GPtrArray *items, *others;
  const PedicleItem *item, *twin;
  guint i = 0, j = 0;

  if (pages->width != other->width || pages->height != other->height ||
      index >= pages->pages->len || index >= other->pages->len)
    return FALSE;
  items = pages->pages->pdata[index];
  others = other->pages->pdata[index];
  do
    {
      item = next_item (items, &i, top, bottom);
      twin = next_item (others, &j, top, bottom);
      if (item != NULL && twin != NULL && !is_same_item (item, twin))
        return FALSE;
    }
  while (item != NULL && twin != NULL);
  return item == twin;
}
