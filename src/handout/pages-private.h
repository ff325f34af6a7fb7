/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <librsvg/rsvg.h>
#include <stdbool.h>
#include "pages.h"
#include "path.h"
#include "structure.h"

G_BEGIN_DECLS

/** The display list: what stands on a page, in the order of painting, which is that of reading;
 * artifacts first. */

typedef enum
{
  PEDICLE_ITEM_TEXT,
  PEDICLE_ITEM_PATH,
  PEDICLE_ITEM_PEOPLE, /* a row; its path begins at the item's left top */
  PEDICLE_ITEM_PICTURE,
} PedicleItemKind;

typedef struct
{
  PedicleItemKind kind;
  int node;      /* of the structure, or PEDICLE_NODE_NONE for an artifact */
  bool repeated; /* an artifact that stands on an earlier page as content: a heading that goes on */
  double x, y, width, height; /* from the page's left and top */

  GPtrArray *runs; /* text: (element-type PedicleGlyphs), from @x and @baseline; shared with others */
  double baseline;
  char *words; /* (nullable): as written; of a tick box "☐" or "☑" */

  PediclePath *path;
  gint32 fill, stroke; /* colours, -1 for none */
  double line;
  bool round; /* the line's ends and corners */

  RsvgHandle *handle; /* picture */
} PedicleItem;

struct _PediclePages
{
  double width, height;
  char *title, *language, *stem, *date;
  bool rtl, archive;
  GStrv empty;
  GPtrArray *pages; /* (element-type GPtrArray of PedicleItem) */
  PedicleStructure *structure;
};

PedicleItem *
pedicle_item_new (PedicleItemKind kind, int node, double x, double y, double width, double height);
void pedicle_item_free (PedicleItem *item);

/** pedicle_pages_append_words: without marks of direction on pages from left to right: they are of
 * use on lines that mix directions; elsewhere they only come between the words. */
void pedicle_pages_append_words (const PediclePages *pages, GString *out, const char *words);

G_END_DECLS
