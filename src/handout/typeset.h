/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <librsvg/rsvg.h>
#include "letters.h"
#include "rich.h"
#include "style.h"

G_BEGIN_DECLS

/**
 * SECTION: typeset
 *
 * Words become lines of glyphs. The one place that knows pango: a private context of its own font
 * map, one a thread, that never sees the surface that is drawn on, so that lines end at the same
 * words everywhere. What it gives holds no pango object.
 */

/** PedicleGlyphs: glyphs of one font with their text, placed from the line's left end and its
 * baseline. */
typedef struct
{
  cairo_scaled_font_t *font;
  guint32 colour;
  char *text;
  int n_bytes, n_glyphs, n_clusters;
  cairo_glyph_t *glyphs;
  cairo_text_cluster_t *clusters;
} PedicleGlyphs;

void pedicle_glyphs_free (PedicleGlyphs *glyphs);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PedicleGlyphs, pedicle_glyphs_free)

/** PedicleRuled: a stretch of the baseline to write on, from the line's left end. */
typedef struct
{
  double x, width;
} PedicleRuled;

typedef struct
{
  double height, baseline, width;
  GPtrArray *runs; /* (element-type PedicleGlyphs), in the order of reading */
  GArray *ruled;   /* (element-type PedicleRuled) */
  char *words;     /* as written, blanks as underscores; with "\n" where it was ended on purpose */
} PedicleLine;

typedef struct
{
  guint n;
  PedicleLine *lines;
  double *heights;
  double height, width; /* of all, of the widest */
} PedicleLines;

void pedicle_lines_free (PedicleLines *lines);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PedicleLines, pedicle_lines_free)

typedef struct _PedicleTypeset PedicleTypeset;

/** pedicle_typeset_get: Returns: (transfer none): that of this thread. */
PedicleTypeset *pedicle_typeset_get (void);

/** pedicle_typeset_new_open: one for another thread, with the fonts open that pages in @language at
 * @size need. Returns: (transfer full) */
PedicleTypeset *pedicle_typeset_new_open (const char *language, double size);
void pedicle_typeset_free (PedicleTypeset *typeset);

/** pedicle_typeset_take: makes @typeset (transfer full) that of this thread, which has none yet. */
void pedicle_typeset_take (PedicleTypeset *typeset);

/** pedicle_typeset_reset: forgets what the fonts lacked; called for each new document. */
void pedicle_typeset_reset (PedicleTypeset *typeset);

/** pedicle_typeset_lines: @width: in points, negative for one line. @measure: the most characters
 * in a line, or 0. Lines of words that last are kept, and set once. Returns: (transfer full) */
PedicleLines *pedicle_typeset_lines (PedicleTypeset *typeset,
                                     const PedicleRich *rich,
                                     const PedicleFace *face,
                                     const char *language,
                                     bool rtl,
                                     double width,
                                     int measure);

/** pedicle_typeset_get_lacks: Returns: (element-type PedicleLack): what the fonts have lacked since
 * the reset. */
const GArray *pedicle_typeset_get_lacks (const PedicleTypeset *typeset);

/** pedicle_typeset_get_picture: @style: (nullable): CSS for its elements. Returns: (transfer full)
 * (nullable): the parsed picture, without a style kept for the next time. */
RsvgHandle *pedicle_typeset_get_picture (PedicleTypeset *typeset,
                                         GBytes *svg,
                                         const char *style,
                                         GError **error);

G_END_DECLS
