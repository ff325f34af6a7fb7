/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "flow.h"
#include "pages-private.h"
#include "sheet.h"

G_BEGIN_DECLS

/** PediclePlacer: measured boxes and the pieces of pages become items. The one place where start
 * and end become left and right. */
typedef struct
{
  const PedicleSheet *sheet;
  double size;
  bool rtl;
  double across;    /* of the column that is placed */
  GPtrArray *under; /* artifacts of each page (element-type GPtrArray of PedicleItem) */
  GPtrArray *over;  /* content of each page */
} PediclePlacer;

void pedicle_placer_init (
    PediclePlacer *placer, const PedicleSheet *sheet, double size, bool rtl, guint n_pages);
void pedicle_placer_clear (PediclePlacer *placer);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PediclePlacer, pedicle_placer_clear)

/** pedicle_placer_x: Returns: the left edge of what begins @start after the start margin and is
 * @width wide. */
double pedicle_placer_x (const PediclePlacer *placer, double start, double width);

/** pedicle_place_piece: @top: the upper edge of the page's body. */
void pedicle_place_piece (PediclePlacer *placer,
                          const PedicleBox *box,
                          const PediclePiece *piece,
                          double top);

/** pedicle_place_line: one line on page @page with its upper edge at @y; an artifact when @node is
 * none. */
void pedicle_place_line (
    PediclePlacer *placer, guint page, int node, const PedicleLine *line, double start, double y);
/** pedicle_place_logo: the clinic's, at the start of the line; an artifact, its name stands beside. */
void pedicle_place_logo (PediclePlacer *placer,
                         guint page,
                         RsvgHandle *logo,
                         double y,
                         double width,
                         double height);
/** pedicle_place_rule, pedicle_place_ground: artifacts. */
void pedicle_place_rule (PediclePlacer *placer,
                         guint page,
                         double start,
                         double width,
                         double y,
                         double line,
                         gint32 colour);
void pedicle_place_frame (PediclePlacer *placer,
                          guint page,
                          PedicleFrame frame,
                          double start,
                          double width,
                          double y,
                          double height);

/** pedicle_placer_finish: Returns: (transfer full) (element-type GPtrArray of PedicleItem):
 * artifacts first. */
GPtrArray *pedicle_placer_finish (PediclePlacer *placer);

/** pedicle_seal: gives the items a tree in which each node is opened once, in the order of the
 * pages: a paragraph on several pages gets a span for each, words that lead somewhere a link, and
 * what others have come between is continued by a node like it. Returns: (transfer full) */
PedicleStructure *pedicle_seal (const PedicleStructure *structure, GPtrArray *pages);

G_END_DECLS
