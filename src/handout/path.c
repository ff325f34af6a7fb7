/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "path.h"

#include <math.h>

#include <string.h>

/* How far the handles of a curve reach so that it looks like a quarter of a circle. */
#define ROUND 0.5523

enum
{
  MOVE,
  LINE,
  CURVE,
  CLOSE
};

PediclePath *
pedicle_path_new (void)
{
  PediclePath *path = g_new0 (PediclePath, 1);

  path->numbers = g_array_new (FALSE, FALSE, sizeof (double));
  return path;
}

void
pedicle_path_free (PediclePath *path)
{
  g_array_unref (path->numbers);
  g_free (path);
}

bool
pedicle_path_equal (const PediclePath *path, const PediclePath *other)
{
  return path->numbers->len == other->numbers->len &&
         memcmp (path->numbers->data, other->numbers->data,
                 path->numbers->len * sizeof (double)) == 0;
}

void
pedicle_path_move (PediclePath *path, double x, double y)
{
  double numbers[] = { MOVE, x, y };

  g_array_append_vals (path->numbers, numbers, G_N_ELEMENTS (numbers));
}

void
pedicle_path_line (PediclePath *path, double x, double y)
{
  double numbers[] = { LINE, x, y };

  g_array_append_vals (path->numbers, numbers, G_N_ELEMENTS (numbers));
}

void
pedicle_path_curve (
    PediclePath *path, double x1, double y1, double x2, double y2, double x, double y)
{
  double numbers[] = { CURVE, x1, y1, x2, y2, x, y };

  g_array_append_vals (path->numbers, numbers, G_N_ELEMENTS (numbers));
}

void
pedicle_path_close (PediclePath *path)
{
  double numbers[] = { CLOSE };

  g_array_append_vals (path->numbers, numbers, G_N_ELEMENTS (numbers));
}

void
pedicle_path_rectangle (
    PediclePath *path, double x, double y, double width, double height, double radius)
{
  double r = MIN (radius, MIN (width, height) / 2);
  double k = r * (1 - ROUND);
  double right = x + width;
  double bottom = y + height;

  pedicle_path_move (path, x + r, y);
  pedicle_path_line (path, right - r, y);
  if (r > 0)
    pedicle_path_curve (path, right - k, y, right, y + k, right, y + r);
  pedicle_path_line (path, right, bottom - r);
  if (r > 0)
    pedicle_path_curve (path, right, bottom - k, right - k, bottom, right - r, bottom);
  pedicle_path_line (path, x + r, bottom);
  if (r > 0)
    pedicle_path_curve (path, x + k, bottom, x, bottom - k, x, bottom - r);
  pedicle_path_line (path, x, y + r);
  if (r > 0)
    pedicle_path_curve (path, x, y + k, x + k, y, x + r, y);
  pedicle_path_close (path);
}

void
pedicle_path_arch (PediclePath *path, double x, double right, double edge, double end, double radius)
{
  double r = edge < end ? radius : -radius;
  double k = r * (1 - ROUND);

  pedicle_path_move (path, x, end);
  pedicle_path_line (path, x, edge + r);
  pedicle_path_curve (path, x, edge + k, x + fabs (k), edge, x + radius, edge);
  pedicle_path_line (path, right - radius, edge);
  pedicle_path_curve (path, right - fabs (k), edge, right, edge + k, right, edge + r);
  pedicle_path_line (path, right, end);
}

/* Half a circle from (@x, @y) by its top to (@x + 2 @r, @y), below and to the left with @r < 0. One
 * curve is round enough at this size, and each number of a page takes time: there are hundreds. */
static void
add_half_circle (PediclePath *path, double x, double y, double r)
{
  double high = y - r * 4 / 3;

  pedicle_path_curve (path, x, high, x + 2 * r, high, x + 2 * r, y);
}

/* A head and shoulders, as on the screen. */
void
pedicle_path_person (PediclePath *path, double x, double y, double side)
{
  double head = side * 0.16, shoulders = side * 0.28;
  double middle = x + side * 0.5, neck = y + side * 0.76, bottom = y + side * 0.92;

  pedicle_path_move (path, middle - head, y + side * 0.24);
  add_half_circle (path, middle - head, y + side * 0.24, head);
  add_half_circle (path, middle + head, y + side * 0.24, -head);
  pedicle_path_close (path);
  pedicle_path_move (path, middle - shoulders, bottom);
  pedicle_path_line (path, middle - shoulders, neck);
  add_half_circle (path, middle - shoulders, neck, shoulders);
  pedicle_path_line (path, middle + shoulders, bottom);
  pedicle_path_close (path);
}

/* A block with hollow sides, for what is neither a person nor round. */
void
pedicle_path_thing (PediclePath *path, double x, double y, double side)
{
  double left = x + side * 0.1, right = x + side * 0.9;
  double top = y + side * 0.18, bottom = y + side * 0.82;
  double in = side * 0.14;

  pedicle_path_move (path, left, top);
  pedicle_path_line (path, right, top);
  pedicle_path_curve (path, right - in, top + in, right - in, bottom - in, right, bottom);
  pedicle_path_line (path, left, bottom);
  pedicle_path_curve (path, left + in, bottom - in, left + in, top + in, left, top);
  pedicle_path_close (path);
}

void
pedicle_path_stroke (
    PediclePath *path, const PedicleStroke *stroke, double x, double y, double scale)
{
  const double *first = stroke->points;

  pedicle_path_move (path, x + first[0] * scale, y + first[1] * scale);
  if (stroke->n_points == 1) /* no length, but round ends */
    pedicle_path_line (path, x + first[0] * scale, y + first[1] * scale);
  for (guint i = 0; i + 1 < stroke->n_points; i++)
    {
      double c[6];

      pedicle_stroke_curve (stroke, i, c);
      pedicle_path_curve (path, x + c[0] * scale, y + c[1] * scale, x + c[2] * scale,
                          y + c[3] * scale, x + c[4] * scale, y + c[5] * scale);
    }
}

void
pedicle_path_draw (const PediclePath *path, cairo_t *cr)
{
  const double *n = (const double *) (const void *) path->numbers->data;
  const double *end = n + path->numbers->len;

  while (n < end)
    switch ((int) *n++)
      {
      case MOVE:
        cairo_move_to (cr, n[0], n[1]);
        n += 2;
        break;
      case LINE:
        cairo_line_to (cr, n[0], n[1]);
        n += 2;
        break;
      case CURVE:
        cairo_curve_to (cr, n[0], n[1], n[2], n[3], n[4], n[5]);
        n += 6;
        break;
      case CLOSE:
      default:
        cairo_close_path (cr);
        break;
      }
}
