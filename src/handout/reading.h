/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pages.h"

G_BEGIN_DECLS

/** PedicleReadingKind: what a part of a page is, as the PDF tags it. */
typedef enum
{
  PEDICLE_READING_PAGE,
  PEDICLE_READING_HEADING,
  PEDICLE_READING_TEXT,
  PEDICLE_READING_LIST,
  PEDICLE_READING_ITEM,
  PEDICLE_READING_TABLE,
  PEDICLE_READING_ROW,
  PEDICLE_READING_HEAD, /* a cell that names its row or column */
  PEDICLE_READING_CELL,
  PEDICLE_READING_PICTURE,
} PedicleReadingKind;

/** PedicleReading: what stands on a page for somebody who does not see it: its parts in the order of reading, header and
 * footer last. */
typedef struct
{
  PedicleReadingKind kind;
  int level;                  /* of a heading, from 1 */
  char *words;                /* of a picture: what it shows; empty where only the children have words */
  double x, y, width, height; /* from the page's left and top, in points */
  GPtrArray *children;        /* (element-type PedicleReading) */
} PedicleReading;

/** pedicle_reading_new: page @index, from 0. Returns: (transfer full) */
PedicleReading *pedicle_reading_new (const PediclePages *pages, guint index);
void pedicle_reading_free (PedicleReading *reading);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PedicleReading, pedicle_reading_free)

G_END_DECLS
