/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages.h"

#include <string.h>

#include "pages-private.h"

/** Where the writer is: in which paragraph, cell, row. */
typedef struct
{
  const PediclePages *pages;
  GString *out;
  int node, row, cell;
} Writer;

static int
ancestor (const Writer *w, int node, const char *tag, const char *other)
{
  while (node >= 0 && !pedicle_structure_is (w->pages->structure, node, tag) &&
         !pedicle_structure_is (w->pages->structure, node, other))
    node = pedicle_structure_get (w->pages->structure, node)->parent;
  return node;
}

void
pedicle_pages_append_words (const PediclePages *pages, GString *out, const char *words)
{
  const char *at = words;

  while (!pages->rtl && (at = strstr (at, "\342\201")) != NULL)
    {
      gunichar c = g_utf8_get_char (at);
      const char *next = g_utf8_next_char (at);

      if (c >= 0x2066 && c <= 0x2069)
        {
          g_string_append_len (out, words, at - words);
          words = next;
        }
      at = next;
    }
  g_string_append (out, words);
}

static void
end_line (Writer *w)
{
  while (w->out->len > 0 && w->out->str[w->out->len - 1] == ' ')
    g_string_truncate (w->out, w->out->len - 1);
  if (w->out->len > 0 && !strchr ("\n\f", w->out->str[w->out->len - 1]))
    g_string_append_c (w->out, '\n');
}

/* The paragraph of which @node may be a part. */
static int
whole_of (const PedicleStructure *structure, int node)
{
  while (pedicle_structure_is (structure, node, "Span") ||
         pedicle_structure_is (structure, node, "Link"))
    node = pedicle_structure_get (structure, node)->parent;
  return node;
}

static void
separate (Writer *w, int node)
{
  int row = ancestor (w, node, "TR", "TR");
  int cell = ancestor (w, node, "TD", "TH");
  const PedicleStructure *structure = w->pages->structure;

  if (row >= 0 && row == w->row)
    g_string_append (w->out, cell != w->cell                       ? " | "
                             : g_str_has_suffix (w->out->str, " ") ? ""
                                                                   : " ");
  else if (node != w->node && !(pedicle_structure_is (structure, w->node, "Lbl") &&
                                pedicle_structure_get (structure, w->node)->parent ==
                                    pedicle_structure_get (structure, node)->parent &&
                                pedicle_structure_is (structure, node, "LBody")))
    end_line (w);
  else if (w->out->len > 0 && !strchr (" \n\f", w->out->str[w->out->len - 1]))
    g_string_append_c (w->out, ' ');
  w->row = row;
  w->cell = cell;
  w->node = node;
}

static void
write_item (Writer *w, const PedicleItem *item)
{
  if (item->node == PEDICLE_NODE_NONE || item->words == NULL || *item->words == '\0')
    return;
  separate (w, whole_of (w->pages->structure, item->node));
  pedicle_pages_append_words (w->pages, w->out, item->words);
}

static bool
is_running (const PedicleItem *item)
{
  return item->node == PEDICLE_NODE_NONE && item->words != NULL && !item->repeated;
}

static void
write_running (Writer *w, const PedicleItem *item)
{
  if (!is_running (item))
    return;
  pedicle_pages_append_words (w->pages, w->out, item->words);
  end_line (w);
}

static void
write_page (Writer *w, const GPtrArray *page)
{
  w->node = w->row = w->cell = -1;
  for (guint i = 0; i < page->len; i++)
    write_item (w, page->pdata[i]);
  end_line (w);
}

char *
pedicle_pages_to_note (const PediclePages *pages)
{
  Writer w = { pages, g_string_new (NULL), -1, -1, -1 };
  const GPtrArray *first = pages->pages->pdata[0];
  guint number = 0; /* the last of what stands around a page is its number */

  for (guint i = 0; i < pages->pages->len; i++)
    write_page (&w, pages->pages->pdata[i]);
  for (guint i = 0; i < first->len; i++)
    if (is_running (first->pdata[i]))
      number = i;
  for (guint i = 0; i < number; i++)
    write_running (&w, first->pdata[i]);
  return g_string_free (w.out, FALSE);
}

char *
pedicle_pages_to_text (const PediclePages *pages)
{
  Writer w = { pages, g_string_new (NULL), -1, -1, -1 };

  for (guint i = 0; i < pages->pages->len; i++)
    {
      const GPtrArray *page = pages->pages->pdata[i];

      if (i > 0)
        g_string_append_c (w.out, '\f');
      write_page (&w, page);
      for (guint j = 0; j < page->len; j++)
        write_running (&w, page->pdata[j]);
    }
  return g_string_free (w.out, FALSE);
}
