/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "place.h"

/** A node of the composed tree that is open, and the one it became. */
typedef struct
{
  int from, to;
} Open;

typedef struct
{
  const PedicleStructure *from;
  PedicleStructure *to;
  GArray *open;   /* (element-type Open): from the root */
  bool *closed;   /* of the composed nodes */
  guint *n_pages; /* on how many pages the composed node itself has items */
  int span_of, span; /* the span that is open, of which new node */
} Sealer;

static void
count_pages (Sealer *s, GPtrArray *pages)
{
  g_autofree guint *last = g_new0 (guint, MAX (s->from->nodes->len, 1));

  for (guint i = 0; i < pages->len; i++)
    {
      GPtrArray *page = pages->pdata[i];

      for (guint j = 0; j < page->len; j++)
        {
          int node = ((PedicleItem *) page->pdata[j])->node;

          if (node == PEDICLE_NODE_NONE || last[node] == i + 1)
            continue;
          last[node] = i + 1;
          s->n_pages[node]++;
        }
    }
}

static void
close_to (Sealer *s, guint depth)
{
  for (guint i = depth; i < s->open->len; i++)
    s->closed[g_array_index (s->open, Open, i).from] = true;
  g_array_set_size (s->open, depth);
}

static bool
is_cell (const PedicleStructure *structure, int node)
{
  return pedicle_structure_is (structure, node, "TD") ||
         pedicle_structure_is (structure, node, "TH");
}

/* How many nodes lead to @node, itself counted. */
static guint
depth_of (const PedicleStructure *structure, int node)
{
  guint depth = 0;

  for (; node >= 0; node = pedicle_structure_get (structure, node)->parent)
    depth++;
  return depth;
}

/* Opens the way to @node and returns what it became. */
static int
enter (Sealer *s, int node)
{
  guint n = depth_of (s->from, node), depth = 0;
  g_autofree int *way = g_new (int, n);

  for (guint i = n; i-- > 0; node = pedicle_structure_get (s->from, node)->parent)
    way[i] = node;
  while (depth < n && depth < s->open->len &&
         g_array_index (s->open, Open, depth).from == way[depth])
    depth++;
  /* A cell that goes on after its neighbour has begun goes on in a row of its own: rows keep their
   * columns. */
  if (depth > 0 && depth < n && s->closed[way[depth]] && is_cell (s->from, way[depth]))
    depth--;
  close_to (s, depth);
  for (; depth < n; depth++)
    {
      Open one = { .from = way[depth] };

      one.to =
          pedicle_structure_copy (s->to, pedicle_structure_get (s->from, one.from),
                                  depth > 0 ? g_array_index (s->open, Open, depth - 1).to : -1);
      g_array_append_val (s->open, one);
    }
  return g_array_index (s->open, Open, n - 1).to;
}

/* What a part of @from on one page is inside of it: a link for each page, or a span where there are
 * several. */
static const char *
name_part (const Sealer *s, int from)
{
  if (pedicle_structure_get (s->from, from)->uri != NULL)
    return "Link";
  return s->n_pages[from] > 1 ? "Span" : NULL;
}

static int
add_part (Sealer *s, int node, const char *tag)
{
  int part = pedicle_structure_add (s->to, node, tag);

  pedicle_structure_get (s->to, part)->uri =
      g_strdup (pedicle_structure_get (s->to, node)->uri);
  return part;
}

static void
seal_page (Sealer *s, GPtrArray *page)
{
  s->span_of = -1;
  for (guint i = 0; i < page->len; i++)
    {
      PedicleItem *item = page->pdata[i];
      int from = item->node;
      const char *part;

      if (from == PEDICLE_NODE_NONE)
        continue;
      item->node = enter (s, from);
      part = name_part (s, from);
      if (part == NULL)
        continue;
      if (s->span_of != item->node)
        {
          s->span_of = item->node;
          s->span = add_part (s, item->node, part);
        }
      item->node = s->span;
    }
}

PedicleStructure *
pedicle_seal (const PedicleStructure *structure, GPtrArray *pages)
{
  guint n = MAX (structure->nodes->len, 1);
  g_autofree bool *closed = g_new0 (bool, n);
  g_autofree guint *n_pages = g_new0 (guint, n);
  g_autoptr (GArray) open = g_array_new (FALSE, FALSE, sizeof (Open));
  Sealer sealer = { structure, pedicle_structure_new (), open, closed, n_pages, -1, -1 };

  count_pages (&sealer, pages);
  for (guint i = 0; i < pages->len; i++)
    seal_page (&sealer, pages->pdata[i]);
  return sealer.to;
}
