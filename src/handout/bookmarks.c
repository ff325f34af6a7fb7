/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "bookmarks.h"

#include <cairo-pdf.h>

#define DEEPEST 3
#define ABOVE 6 /* points: the heading does not touch the edge of the window */

typedef struct
{
  const PediclePages *pages;
  cairo_surface_t *surface;
  int last[DEEPEST + 1]; /* the last bookmark of each level; that above the first is the root */
  int node;              /* the heading that is read, or none */
  guint level, page;
  double y;
  GString *words;
} Writer;

/* The level of the heading that @node is or is a part of, or 0. */
static guint
find_level (const PedicleStructure *structure, int *node)
{
  static const char *const tags[] = { "H1", "H2", "H3" };

  if (pedicle_structure_is (structure, *node, "Span"))
    *node = pedicle_structure_get (structure, *node)->parent;
  for (guint i = 0; i < G_N_ELEMENTS (tags); i++)
    if (pedicle_structure_is (structure, *node, tags[i]))
      return i + 1;
  return 0;
}

static void
end_heading (Writer *w)
{
  g_autofree char *place = NULL;
  int above = CAIRO_PDF_OUTLINE_ROOT, made;

  if (w->node == PEDICLE_NODE_NONE)
    return;
  for (guint i = 0; i < w->level; i++)
    above = w->last[i] != CAIRO_PDF_OUTLINE_ROOT ? w->last[i] : above;
  place = g_strdup_printf ("page=%u pos=[0 %d]", w->page + 1, MAX ((int) w->y - ABOVE, 0));
  made = cairo_pdf_surface_add_outline (w->surface, above, w->words->str, place,
                                        CAIRO_PDF_OUTLINE_FLAG_OPEN);
  for (guint i = w->level; i <= DEEPEST; i++)
    w->last[i] = i == w->level ? made : CAIRO_PDF_OUTLINE_ROOT;
  w->node = PEDICLE_NODE_NONE;
  g_string_truncate (w->words, 0);
}

static void
read_item (Writer *w, const PedicleItem *item, guint page)
{
  int node = item->node;
  guint level = find_level (w->pages->structure, &node);

  if (node != w->node)
    end_heading (w);
  if (level == 0 || item->words == NULL)
    return;
  if (w->node == PEDICLE_NODE_NONE)
    {
      w->node = node;
      w->level = level;
      w->page = page;
      w->y = item->y;
    }
  else if (!g_str_has_suffix (w->words->str, " "))
    g_string_append_c (w->words, ' ');
  pedicle_pages_append_words (w->pages, w->words, item->words);
}

void
pedicle_bookmarks_add (const PediclePages *pages, cairo_surface_t *surface)
{
  g_autoptr (GString) words = g_string_new (NULL);
  Writer writer = { .pages = pages, .surface = surface, .node = PEDICLE_NODE_NONE, .words = words };

  for (guint i = 0; i < pages->pages->len; i++)
    {
      const GPtrArray *page = pages->pages->pdata[i];

      for (guint j = 0; j < page->len; j++)
        read_item (&writer, page->pdata[j], i);
    }
  end_heading (&writer);
}
