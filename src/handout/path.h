/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <stdbool.h>
#include "stroke.h"

G_BEGIN_DECLS

/** PediclePath: lines and curves in points of the page. */
typedef struct
{
  GArray *numbers; /* an operator and its coordinates, again and again */
} PediclePath;

PediclePath *pedicle_path_new (void);
void pedicle_path_free (PediclePath *path);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PediclePath, pedicle_path_free)

bool pedicle_path_equal (const PediclePath *path, const PediclePath *other);

void pedicle_path_move (PediclePath *path, double x, double y);
void pedicle_path_line (PediclePath *path, double x, double y);
void pedicle_path_curve (
    PediclePath *path, double x1, double y1, double x2, double y2, double x, double y);
void pedicle_path_close (PediclePath *path);

/** pedicle_path_arch: a rectangle without one of its level sides: the other is at @edge, and the open ends are at @end. */
void pedicle_path_arch (
    PediclePath *path, double x, double right, double edge, double end, double radius);
/** pedicle_path_rectangle: corners of @radius, 0 for none. */
void pedicle_path_rectangle (
    PediclePath *path, double x, double y, double width, double height, double radius);
/** pedicle_path_person, pedicle_path_thing: one of many, in a square of @side. */
void pedicle_path_person (PediclePath *path, double x, double y, double side);
void pedicle_path_thing (PediclePath *path, double x, double y, double side);

/** pedicle_path_stroke: what was drawn by hand on a picture whose left and top are @x and @y and whose units are
 * @scale points. */
void pedicle_path_stroke (
    PediclePath *path, const PedicleStroke *stroke, double x, double y, double scale);

/** pedicle_path_draw: adds the path to that of @cr. */
void pedicle_path_draw (const PediclePath *path, cairo_t *cr);

G_END_DECLS
