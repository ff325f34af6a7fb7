/* SPDX-FileCopyrightText: 2026 Pedicle contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * PediclePen: whether the pictures can be drawn on, in which colour, and which of them are in sight. It holds nothing
 * that was drawn, and only borrows the line that is being drawn.
 *
 * Properties: active, colour (an index into pedicle_pen_colours).
 * Signals: sight-changed: other pictures are in sight; line-changed (figure): the line that is being drawn on it
 */
#define PEDICLE_TYPE_PEN (pedicle_pen_get_type ())
G_DECLARE_FINAL_TYPE (PediclePen, pedicle_pen, PEDICLE, PEN, GObject)

#define PEDICLE_PEN_N_COLOURS 3
/** pedicle_pen_colours: as 0xRRGGBB. Each is darker than the next by so much that they are told apart in grey too, and
 * none needs an eye for red and green. */
extern const guint32 pedicle_pen_colours[PEDICLE_PEN_N_COLOURS];

PediclePen *pedicle_pen_new (void);

gboolean pedicle_pen_get_active (PediclePen *self);
void pedicle_pen_set_active (PediclePen *self, gboolean active);

guint pedicle_pen_get_colour (PediclePen *self);
void pedicle_pen_set_colour (PediclePen *self, guint colour);

/** pedicle_pen_set_line: a line is being drawn on the figure with this key, and seen on each picture of it.
 * @line: (nullable) (element-type double): x, y ... in the picture's units; kept by the caller, who sets %NULL when it ends */
void pedicle_pen_set_line (PediclePen *self, const char *figure, GArray *line);
/** pedicle_pen_get_line: (nullable) (transfer none) */
GArray *pedicle_pen_get_line (PediclePen *self, const char *figure);

/** pedicle_pen_note_sight: a picture of the figure with this key comes in sight, or goes. */
void pedicle_pen_note_sight (PediclePen *self, const char *figure, gboolean in_sight);
/** pedicle_pen_get_sight: (array zero-terminated=1) (transfer none): the keys of the figures in sight, until it changes. */
const char *const *pedicle_pen_get_sight (PediclePen *self);

G_END_DECLS
