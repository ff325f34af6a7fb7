/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pages-private.h"

G_BEGIN_DECLS

/** PediclePainter: follows the structure from page to page while a PDF file is made. */
typedef struct
{
  GArray *open;              /* (element-type int): nodes whose tags are open */
  GHashTable *objects;       /* PedicleItem -> cairo_surface_t, of drawings */
  cairo_scaled_font_t *font; /* (nullable): that of the speck, where cairo wants one */
  unsigned long speck;       /* a glyph with ink */
} PediclePainter;

void pedicle_painter_init (PediclePainter *painter, const PediclePages *pages);
/** pedicle_painter_finish: closes what is open. */
void pedicle_painter_finish (PediclePainter *painter, const PediclePages *pages, cairo_t *cr);

/** pedicle_paint: @painter: (nullable): no tags. */
void pedicle_paint (const PediclePages *pages, guint index, cairo_t *cr, PediclePainter *painter);

/** pedicle_paint_reaches: whether @item may have ink between @top and @bottom. */
bool pedicle_paint_reaches (const PedicleItem *item, double top, double bottom);

G_END_DECLS
