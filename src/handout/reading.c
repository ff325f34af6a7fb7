/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "reading.h"

#include <math.h>
#include <string.h>

#include "pages-private.h"

#define DEEPEST 64

static const struct
{
  const char *tag;
  PedicleReadingKind kind;
  int level;
} kinds[] = {
  { "H1", PEDICLE_READING_HEADING, 1 },  { "H2", PEDICLE_READING_HEADING, 2 },
  { "H3", PEDICLE_READING_HEADING, 3 },  { "P", PEDICLE_READING_TEXT, 0 },
  { "L", PEDICLE_READING_LIST, 0 },      { "LI", PEDICLE_READING_ITEM, 0 },
  { "Table", PEDICLE_READING_TABLE, 0 }, { "TR", PEDICLE_READING_ROW, 0 },
  { "TH", PEDICLE_READING_HEAD, 0 },     { "TD", PEDICLE_READING_CELL, 0 },
  { "Figure", PEDICLE_READING_PICTURE, 0 },
};

/* A part that is open, and the node it stands for. */
typedef struct
{
  int node;
  PedicleReading *part;
} Open;

typedef struct
{
  const PediclePages *pages;
  PedicleReading *page;
  Open open[DEEPEST];
  guint depth;
} Reader;

static PedicleReading *
reading_add (PedicleReading *parent, PedicleReadingKind kind, int level, const char *words)
{
  PedicleReading *part = g_new0 (PedicleReading, 1);

  part->kind = kind;
  part->level = level;
  part->words = g_strdup (words != NULL ? words : "");
  part->children = g_ptr_array_new_with_free_func ((GDestroyNotify) pedicle_reading_free);
  if (parent != NULL)
    g_ptr_array_add (parent->children, part);
  return part;
}

void
pedicle_reading_free (PedicleReading *reading)
{
  g_free (reading->words);
  g_ptr_array_unref (reading->children);
  g_free (reading);
}

static int
find_kind (const PedicleNode *node)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_equal (node->tag, kinds[i].tag))
      return (int) i;
  return -1;
}

/* A paragraph that is all, or a part, of an item or a cell needs no part of its own. */
static bool
is_own (const Reader *r, const PedicleNode *node, int kind)
{
  const PedicleStructure *structure = r->pages->structure;
  int above = node->parent;

  if (kind < 0 || kinds[kind].kind != PEDICLE_READING_TEXT)
    return kind >= 0;
  return !pedicle_structure_is (structure, above, "LBody") &&
         !pedicle_structure_is (structure, above, "LI") &&
         !pedicle_structure_is (structure, above, "TD") &&
         !pedicle_structure_is (structure, above, "TH");
}

/* The part of @node, or of the nearest node above it that has one; opened after those above. */
static PedicleReading *
enter (Reader *r, int node)
{
  int way[DEEPEST];
  guint n = 0, depth = 0;

  for (int at = node; at >= 0; at = pedicle_structure_get (r->pages->structure, at)->parent)
    {
      const PedicleNode *each = pedicle_structure_get (r->pages->structure, at);

      if (is_own (r, each, find_kind (each)) && n < DEEPEST)
        way[n++] = at;
    }
  while (depth < n && depth < r->depth && r->open[depth].node == way[n - 1 - depth])
    depth++;
  for (; depth < n; depth++)
    {
      const PedicleNode *each = pedicle_structure_get (r->pages->structure, way[n - 1 - depth]);
      int kind = find_kind (each);
      PedicleReading *above = depth > 0 ? r->open[depth - 1].part : r->page;

      r->open[depth].node = way[n - 1 - depth];
      r->open[depth].part = reading_add (above, kinds[kind].kind, kinds[kind].level, each->alt);
    }
  r->depth = n;
  return n > 0 ? r->open[n - 1].part : r->page;
}

static void
cover (PedicleReading *part, const PedicleItem *item)
{
  double right = fmax (part->x + part->width, item->x + item->width);
  double bottom = fmax (part->y + part->height, item->y + item->height);

  if (part->width <= 0 || part->height <= 0)
    {
      part->x = item->x;
      part->y = item->y;
      right = item->x + item->width;
      bottom = item->y + item->height;
    }
  part->x = fmin (part->x, item->x);
  part->y = fmin (part->y, item->y);
  part->width = right - part->x;
  part->height = bottom - part->y;
}

static void
add_words (Reader *r, PedicleReading *part, const char *words)
{
  g_autoptr (GString) all = g_string_new (part->words);

  if (all->len > 0 && !g_str_has_suffix (all->str, " "))
    g_string_append_c (all, ' ');
  pedicle_pages_append_words (r->pages, all, words);
  g_free (part->words);
  part->words = g_strdup (all->str);
}

static void
read_item (Reader *r, const PedicleItem *item)
{
  bool spoken = item->words != NULL && *item->words != '\0';
  PedicleReading *part;

  if (item->node == PEDICLE_NODE_NONE)
    return;
  part = enter (r, item->node);
  for (guint i = 0; i < r->depth; i++)
    cover (r->open[i].part, item);
  /* What a picture shows says more than the words in it. */
  if (spoken && (part->kind != PEDICLE_READING_PICTURE || *part->words == '\0'))
    add_words (r, part->kind == PEDICLE_READING_PAGE ? reading_add (part, PEDICLE_READING_TEXT, 0, NULL) : part,
               item->words);
}

static void
read_running (Reader *r, const PedicleItem *item)
{
  PedicleReading *part;

  if (item->node != PEDICLE_NODE_NONE || item->words == NULL || *item->words == '\0' || item->repeated)
    return;
  part = reading_add (r->page, PEDICLE_READING_TEXT, 0, NULL);
  cover (part, item);
  add_words (r, part, item->words);
}

PedicleReading *
pedicle_reading_new (const PediclePages *pages, guint index)
{
  Reader r = { .pages = pages };
  const GPtrArray *items;

  g_return_val_if_fail (index < pages->pages->len, NULL);
  items = pages->pages->pdata[index];
  r.page = reading_add (NULL, PEDICLE_READING_PAGE, 0, NULL);
  r.page->width = pages->width;
  r.page->height = pages->height;
  for (guint i = 0; i < items->len; i++)
    read_item (&r, items->pdata[i]);
  for (guint i = 0; i < items->len; i++)
    read_running (&r, items->pdata[i]);
  return r.page;
}
