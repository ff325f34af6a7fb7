/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages.h"

#include "pages-private.h"

static void
dump_item (const PedicleItem *item, const PedicleStructure *structure, GString *out)
{
  static const char *const kinds[] = {
    [PEDICLE_ITEM_TEXT] = "text",
    [PEDICLE_ITEM_PATH] = "path",
    [PEDICLE_ITEM_PEOPLE] = "people",
    [PEDICLE_ITEM_PICTURE] = "picture",
  };

  g_string_append_printf (out, "  %-7s %.1f,%.1f %.1fx%.1f", kinds[item->kind], item->x, item->y,
                          item->width, item->height);
  if (item->node == PEDICLE_NODE_NONE)
    g_string_append (out, " artifact");
  else
    g_string_append_printf (out, " %s#%d", pedicle_structure_get (structure, item->node)->tag,
                            item->node);
  if (item->words != NULL && *item->words != '\0')
    g_string_append_printf (out, " \"%s\"", item->words);
  if (item->path != NULL && item->fill >= 0)
    g_string_append_printf (out, " fill=%06x", (guint) item->fill);
  if (item->path != NULL && item->stroke >= 0)
    g_string_append_printf (out, " stroke=%06x", (guint) item->stroke);
  g_string_append_c (out, '\n');
}

static int
depth_of (const PedicleStructure *structure, int node)
{
  int depth = 0;

  while ((node = pedicle_structure_get (structure, node)->parent) >= 0)
    depth++;
  return depth;
}

static void
dump_structure (const PedicleStructure *structure, GString *out)
{
  g_string_append (out, "structure\n");
  for (guint i = 0; i < structure->nodes->len; i++)
    {
      const PedicleNode *node = pedicle_structure_get (structure, (int) i);

      g_string_append_printf (out, "%*s%s#%u", 2 + 2 * depth_of (structure, (int) i), "", node->tag,
                              i);
      if (node->columns > 1)
        g_string_append_printf (out, " columns=%u", node->columns);
      if (node->language != NULL)
        g_string_append_printf (out, " lang=%s", node->language);
      if (node->alt != NULL)
        g_string_append_printf (out, " alt=\"%s\"", node->alt);
      g_string_append_c (out, '\n');
    }
}

char *
pedicle_pages_dump (const PediclePages *pages)
{
  GString *out = g_string_new (NULL);

  g_string_append_printf (out, "\"%s\" %s%s\n", pages->title, pages->language,
                          pages->rtl ? " rtl" : "");
  for (guint i = 0; i < pages->pages->len; i++)
    {
      const GPtrArray *page = pages->pages->pdata[i];

      g_string_append_printf (out, "page %u %.0fx%.0f\n", i + 1, pages->width, pages->height);
      for (guint j = 0; j < page->len; j++)
        dump_item (page->pdata[j], pages->structure, out);
    }
  dump_structure (pages->structure, out);
  return g_string_free (out, FALSE);
}
