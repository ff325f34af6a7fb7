/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** PEDICLE_STROKE_MAX_POINTS: of one stroke; more are thinned out. */
#define PEDICLE_STROKE_MAX_POINTS 256
/** PEDICLE_STROKE_CASING: below each stroke lies a white one, so many times as wide: it is seen on dark parts and across
 * other strokes. */
#define PEDICLE_STROKE_CASING 1.6

/** PedicleStroke: one line that was drawn on a figure, in the picture's own units. Immutable. */
typedef struct
{
  char *figure;   /* key of the figure */
  guint32 colour; /* 0xRRGGBB */
  double width;
  guint n_points; /* at least 1 and at most PEDICLE_STROKE_MAX_POINTS */
  double *points; /* x, y, x, y ... */
} PedicleStroke;

/** pedicle_stroke_new: @points: @n_points pairs of x and y, copied and thinned to what the line's width shows. */
PedicleStroke *pedicle_stroke_new (
    const char *figure, guint32 colour, double width, const double *points, guint n_points);
PedicleStroke *pedicle_stroke_copy (const PedicleStroke *stroke);
/** pedicle_stroke_free: the points are overwritten first. */
void pedicle_stroke_free (PedicleStroke *stroke);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PedicleStroke, pedicle_stroke_free)

/** pedicle_stroke_width: of the pen, for a picture of this size; all in the picture's units. */
double pedicle_stroke_width (double picture_width, double picture_height);

/** pedicle_stroke_thin: leaves out points that lie closer than @tolerance to the line between those that stay (Ramer,
 * Douglas and Peucker), and from a line that still has more than @most (at least 2) the next best. The ends stay.
 * @points: @n pairs of x and y, changed in place. Returns: how many stay */
guint pedicle_stroke_thin (double *points, guint n, double tolerance, guint most);

/** pedicle_stroke_curve: the smooth line from point @index (from 0) to the next one, as a Bezier curve: two handles and
 * the end, each x and y. It keeps to sharp corners. */
void pedicle_stroke_curve (const PedicleStroke *stroke, guint index, double curve[6]);

G_END_DECLS
