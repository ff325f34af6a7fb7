/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "stroke.h"

#include <math.h>
#include <stdbool.h>
#include <string.h>

#define PEN 0.014      /* of the middle between a picture's width and height */
#define TOLERANCE 0.1 /* of the line's width */

static PedicleStroke *
stroke_alloc (const char *figure, guint32 colour, double width, const double *points, guint n)
{
  PedicleStroke *stroke = g_new0 (PedicleStroke, 1);
  stroke->figure = g_strdup (figure);
  stroke->colour = colour;
  stroke->width = width;
  stroke->n_points = n;
  stroke->points = g_memdup2 (points, 2 * sizeof (double) * n);
  return stroke;
}

PedicleStroke *
pedicle_stroke_new (
    const char *figure, guint32 colour, double width, const double *points, guint n_points)
{
  g_return_val_if_fail (figure != NULL && n_points > 0, NULL);
  g_autofree double *thinned = g_memdup2 (points, 2 * sizeof (double) * n_points);
  guint n =
      pedicle_stroke_thin (thinned, n_points, width * TOLERANCE, PEDICLE_STROKE_MAX_POINTS);
  PedicleStroke *stroke = stroke_alloc (figure, colour, width, thinned, n);
  explicit_bzero (thinned, 2 * sizeof (double) * n_points);
  return stroke;
}

PedicleStroke *
pedicle_stroke_copy (const PedicleStroke *stroke)
{
  return stroke_alloc (stroke->figure, stroke->colour, stroke->width, stroke->points,
                       stroke->n_points);
}

void
pedicle_stroke_free (PedicleStroke *stroke)
{
  explicit_bzero (stroke->points, 2 * sizeof (double) * stroke->n_points);
  g_free (stroke->points);
  g_free (stroke->figure);
  g_free (stroke);
}

double
pedicle_stroke_width (double picture_width, double picture_height)
{
  return sqrt (fmax (picture_width * picture_height, 1)) * PEN;
}

/* How far point @p lies from the stretch between @a and @b. */
static double
distance (const double *p, const double *a, const double *b)
{
  double dx = b[0] - a[0], dy = b[1] - a[1];
  double length = dx * dx + dy * dy;
  double along = length > 0 ? ((p[0] - a[0]) * dx + (p[1] - a[1]) * dy) / length : 0;
  along = CLAMP (along, 0, 1);
  return hypot (p[0] - a[0] - along * dx, p[1] - a[1] - along * dy);
}

/* The point between @first and @last that lies farthest off, or @first when none lies farther than @tolerance. */
static guint
find_farthest (const double *points, guint first, guint last, double tolerance)
{
  guint farthest = first;
  for (guint i = first + 1; i < last; i++)
    {
      double off = distance (&points[2 * i], &points[2 * first], &points[2 * last]);
      if (off > tolerance)
        {
          tolerance = off;
          farthest = i;
        }
    }
  return farthest;
}

/* Sets @stays for the points that stay, and returns how many they are. */
static guint
choose (const double *points, guint n, double tolerance, bool *stays)
{
  g_autoptr (GArray) ends = g_array_new (FALSE, FALSE, sizeof (guint)); /* still to be looked at */
  guint first = 0, last = n - 1, kept = 2;
  memset (stays, 0, sizeof *stays * n);
  stays[first] = stays[last] = true;
  for (;;)
    {
      guint middle = find_farthest (points, first, last, tolerance);
      if (middle > first)
        {
          stays[middle] = true;
          kept++;
          g_array_append_val (ends, last);
          last = middle;
          continue;
        }
      if (ends->len == 0)
        return kept;
      first = last;
      last = g_array_index (ends, guint, ends->len - 1);
      g_array_set_size (ends, ends->len - 1);
    }
}

guint
pedicle_stroke_thin (double *points, guint n, double tolerance, guint most)
{
  if (n <= 2)
    return n;
  g_autofree bool *stays = g_new (bool, n);
  guint kept = choose (points, n, tolerance, stays);
  while (kept > MAX (most, 2))
    {
      tolerance = fmax (tolerance * 1.5, 1e-3);
      kept = choose (points, n, tolerance, stays);
    }
  kept = 0;
  for (guint i = 0; i < n; i++)
    if (stays[i])
      {
        points[2 * kept] = points[2 * i];
        points[2 * kept + 1] = points[2 * i + 1];
        kept++;
      }
  return kept;
}

/* Which way the line runs at point @index; nowhere at its ends and where it turns back. */
static void
find_direction (const PedicleStroke *stroke, guint index, double *x, double *y)
{
  *x = *y = 0;
  if (index == 0 || index + 1 >= stroke->n_points)
    return;
  const double *at = &stroke->points[2 * index];
  double in_x = at[0] - at[-2], in_y = at[1] - at[-1], out_x = at[2] - at[0], out_y = at[3] - at[1];
  double length = hypot (in_x + out_x, in_y + out_y);
  if (in_x * out_x + in_y * out_y <= 0 || length <= 0)
    return;
  *x = (in_x + out_x) / length;
  *y = (in_y + out_y) / length;
}

void
pedicle_stroke_curve (const PedicleStroke *stroke, guint index, double curve[6])
{
  g_return_if_fail (index + 1 < stroke->n_points);
  const double *from = &stroke->points[2 * index], *to = from + 2;
  double reach = hypot (to[0] - from[0], to[1] - from[1]) / 3;
  double x, y;
  find_direction (stroke, index, &x, &y);
  curve[0] = from[0] + x * reach;
  curve[1] = from[1] + y * reach;
  find_direction (stroke, index + 1, &x, &y);
  curve[2] = to[0] - x * reach;
  curve[3] = to[1] - y * reach;
  curve[4] = to[0];
  curve[5] = to[1];
}
